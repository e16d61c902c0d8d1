//! The explanation of a decision as the text that the register keeps.

use crate::domain::invariant::Invariant as _;
use crate::routing::explanation::Explanation;

/// As the register keeps it.
#[must_use]
pub fn written(explanation: &Explanation) -> String {
    serde_json::to_string(explanation).certain("an explanation can be written")
}

/// As the register kept it. What cannot be read is left out: the owner and the promises stand apart.
#[must_use]
pub fn read(written: &str) -> Explanation {
    serde_json::from_str(written).unwrap_or_default()
}
