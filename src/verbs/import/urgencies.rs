//! What people call how soon something must happen.

use crate::domain::codes::CodeEnum as _;
use crate::domain::signal::Urgency;
use crate::output::i18n::{Language, Texts};

/// In every language: a file is not always in that of the screen.
pub fn urgencies() -> Vec<(String, Urgency)> {
    let screens = [Language::Nl, Language::En].map(Texts::new);
    let mut names = Vec::new();
    for texts in &screens {
        for urgency in Urgency::ALL {
            let name = texts.tr0(&format!("urgency-{}", urgency.code()));
            names.push((name, *urgency));
        }
    }
    names
}
