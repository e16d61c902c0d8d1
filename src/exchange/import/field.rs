//! What a row says of a signal: the columns of a table and the keys of a line.

use crate::domain::codes::{CodeEnum as _, code_enum};
use crate::domain::invariant::Invariant as _;
use crate::domain::suggestion::nearest;

code_enum! {
    /// A column, called as in the JSON of `export`. The words of the report stand in columns of
    /// their own.
    Field {
        /// The signal's number; chosen when left out.
        Id = "id",
        /// The organisation that sends; the one of the run when left out.
        Sender = "sender",
        /// How to reach the person who sends.
        Contact = "contact",
        /// The number in the sender's own system: the same one twice is recorded once.
        Reference = "reference",
        /// When it was reported; now when left out.
        ReportedAt = "reported_at",
        /// What it is about, the main topic first, with commas or semicolons between them.
        Topics = "topics",
        /// The age of the person the worry is about.
        Age = "age",
        /// Where that person is registered: a postcode, an area or a municipality.
        Area = "area",
        /// How soon something must happen; normal when left out.
        Urgency = "urgency",
        /// Whether it was discussed with the family.
        Discussed = "discussed",
        /// Why it was not.
        WhyNotDiscussed = "why_not_discussed",
        /// What was seen or heard.
        Seen = "seen",
        /// What goes well.
        GoesWell = "goes_well",
        /// Who already helps.
        Helpers = "helpers",
        /// How the resident says it.
        OwnWords = "own_words",
    }
}

/// Whether something must stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Always.
    Always,
    /// Unless the run itself says it.
    UnlessOfTheRun,
    /// Unless something stands in this one.
    Unless(Field),
    /// It may be left out.
    Never,
}

/// How a field may be written in JSON, besides as a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonForm {
    /// In no other way.
    Text,
    /// As a whole number.
    Number,
    /// As true or false.
    YesOrNo,
    /// As a list of texts.
    List,
}

/// What stands in a field.
#[derive(Debug, Clone, Copy)]
pub enum Entry<'r> {
    /// A text; in a column of a table always.
    Text(&'r str),
    /// Several texts.
    List(&'r [String]),
}

/// What `import --keep-good` adds to a row that it turns down; a column of this name is not read.
pub const REJECTED_BECAUSE: &str = "rejected_because";

impl Field {
    pub const COUNT: usize = Self::ALL.len();

    /// The field that a heading names: case and spaces around it do not matter, and a hyphen or a
    /// space is read as `_`.
    #[must_use]
    pub fn from_heading(heading: &str) -> Option<Self> {
        let name: String = heading
            .trim()
            .chars()
            .map(|c| {
                if matches!(c, '-' | ' ') {
                    '_'
                } else {
                    c.to_ascii_lowercase()
                }
            })
            .collect();
        Self::from_code(if name == "topic" { "topics" } else { &name })
    }

    /// The name that is nearest to a heading, when one is near.
    #[must_use]
    pub fn near(heading: &str) -> Option<&'static str> {
        nearest(
            &heading.trim().to_lowercase(),
            Self::ALL.iter().map(|field| field.code()),
        )
    }

    /// Whether something must stand in it.
    #[must_use]
    pub fn need(self) -> Need {
        match self {
            Field::Topics | Field::Seen => Need::Always,
            Field::Sender => Need::UnlessOfTheRun,
            Field::Discussed => Need::Unless(Field::WhyNotDiscussed),
            Field::Id
            | Field::Contact
            | Field::Reference
            | Field::ReportedAt
            | Field::Age
            | Field::Area
            | Field::Urgency
            | Field::WhyNotDiscussed
            | Field::GoesWell
            | Field::Helpers
            | Field::OwnWords => Need::Never,
        }
    }

    /// How it may be written in JSON, besides as a text.
    #[must_use]
    pub fn form(self) -> JsonForm {
        match self {
            Field::Topics => JsonForm::List,
            Field::Discussed => JsonForm::YesOrNo,
            Field::Age | Field::Reference | Field::Area => JsonForm::Number,
            Field::Id
            | Field::Sender
            | Field::Contact
            | Field::ReportedAt
            | Field::Urgency
            | Field::WhyNotDiscussed
            | Field::Seen
            | Field::GoesWell
            | Field::Helpers
            | Field::OwnWords => JsonForm::Text,
        }
    }

    /// Its place among all of them.
    #[must_use]
    pub fn place(self) -> usize {
        Self::ALL
            .iter()
            .position(|field| *field == self)
            .certain("each field is one of all")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("seen", Some(Field::Seen))]
    #[case(" Goes-Well ", Some(Field::GoesWell))]
    #[case("Own words", Some(Field::OwnWords))]
    #[case("topic", Some(Field::Topics))]
    #[case("naam", None)]
    fn a_heading_names(#[case] heading: &str, #[case] field: Option<Field>) {
        assert_eq!(Field::from_heading(heading), field);
    }

    #[test]
    fn a_slip_of_the_pen_is_near_a_name() {
        assert_eq!(Field::near("Refrence"), Some("reference"));
        assert_eq!(Field::near("geboortedatum"), None);
    }
}
