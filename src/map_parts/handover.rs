//! How the owner hears which family a signal is about: the register does not hold it.

use serde::{Deserialize, Serialize};

use crate::domain::codes::code_enum;
use crate::map_parts::text::Text;

code_enum! {
    /// The way in which the owner hears which family it is.
    HandoverWay {
        /// The sender calls.
        Call = "call",
        /// The sender fills in a form of the owner.
        Form = "form",
        /// The owner knows from a system of her own.
        None = "none",
    }
}

/// How the owner hears which family it is, and what the map says of that to the sender.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Handover {
    pub how: HandoverWay,
    /// Always there with a form, never when the owner knows by herself.
    pub say: Option<Text>,
}

impl Handover {
    /// Where a map says nothing.
    pub const CALL: Handover = Handover {
        how: HandoverWay::Call,
        say: None,
    };
}
