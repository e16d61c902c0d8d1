//! What belongs in a place of a YAML file.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `[a, b]`
    List,
    /// `key: value`
    Mapping,
    /// Words or a code.
    Text,
    /// `true` or `false`.
    Truth,
    /// A whole number.
    Number,
    /// A text, or one per language.
    TextOrTranslations,
}

impl Shape {
    /// The text of `expecting` that becomes [`Shape::TextOrTranslations`].
    pub const TEXT_OR_TRANSLATIONS: &'static str = "a text, or nl and en";
    /// The text of `expecting` that becomes [`Shape::List`].
    pub const LIST: &'static str = "a list";
}
