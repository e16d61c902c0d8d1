//! A text of the map, in both languages.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::stored::{LastText, from_bytes};

/// A text in both languages of the screen. A map that gives one text uses it for both.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Text {
    /// Dutch.
    #[serde(deserialize_with = "dutch")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub nl: Arc<str>,
    /// English.
    #[serde(deserialize_with = "english")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub en: Arc<str>,
}

thread_local! {
    static LAST_DUTCH: LastText = LastText::default();
    static LAST_ENGLISH: LastText = LastText::default();
}

fn dutch<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
    from_bytes(from, "text", |bytes| {
        LAST_DUTCH.with(|last| last.shared(bytes, |_| true))
    })
}

fn english<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
    from_bytes(from, "text", |bytes| {
        LAST_ENGLISH.with(|last| last.shared(bytes, |_| true))
    })
}
