//! The fields of a row: the columns of a table and the keys of a line.

use crate::domain::codes::{CodeEnum as _, code_enum};
use crate::domain::invariant::Invariant as _;
use crate::domain::suggestion::nearest;

code_enum! {
    /// A column, with the name of its key in the JSON of `export`. Each kind of words has its own.
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
        /// The youngest child in that person's home.
        Youngest = "youngest",
        /// Where that person is registered: a postcode, an area or a municipality.
        Area = "area",
        /// How soon something must happen; normal when left out.
        Urgency = "urgency",
        /// The day on which something will happen: the sender hears before it.
        Before = "before",
        /// Whether it was discussed with the family.
        Discussed = "discussed",
        /// Why it was not.
        WhyNotDiscussed = "why_not_discussed",
        /// Whether the family agrees; not asked when left out.
        Consent = "consent",
        /// Why it is reported although they do not.
        WhyWithoutConsent = "why_without_consent",
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

/// Whether a field is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Always,
    /// Unless the run itself has a value for it.
    UnlessOfTheRun,
    /// Unless this one is filled.
    Unless(Field),
    Never,
}

/// The type of a field in JSON. Text is always allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonForm {
    Text,
    /// A whole number.
    Number,
    YesOrNo,
    List,
}

/// The content of a field.
#[derive(Debug, Clone, Copy)]
pub enum Entry<'r> {
    Text(&'r str),
    List(&'r [String]),
}

/// The number of unknown names that are reported. A file of another kind may have many.
pub(super) const MAX_UNKNOWN: usize = 20;

/// The column that `import --keep-good` adds to rejected rows. It is not read.
pub const REJECTED_BECAUSE: &str = "rejected_because";

impl Field {
    pub const COUNT: usize = Self::ALL.len();

    /// The field with this heading. Ignores case and outer spaces, and reads `-` and spaces as `_`.
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

    /// The nearest name, when one is near.
    #[must_use]
    pub fn near(heading: &str) -> Option<&'static str> {
        let names = Self::ALL.iter().map(|field| field.code());
        nearest(&heading.trim().to_lowercase(), names)
    }

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
            | Field::Youngest
            | Field::Area
            | Field::Urgency
            | Field::Before
            | Field::WhyNotDiscussed
            | Field::Consent
            | Field::WhyWithoutConsent
            | Field::GoesWell
            | Field::Helpers
            | Field::OwnWords => Need::Never,
        }
    }

    #[must_use]
    pub fn form(self) -> JsonForm {
        match self {
            Field::Topics => JsonForm::List,
            Field::Discussed => JsonForm::YesOrNo,
            Field::Age | Field::Youngest | Field::Reference | Field::Area => JsonForm::Number,
            Field::Id
            | Field::Sender
            | Field::Contact
            | Field::ReportedAt
            | Field::Urgency
            | Field::Before
            | Field::WhyNotDiscussed
            | Field::Consent
            | Field::WhyWithoutConsent
            | Field::Seen
            | Field::GoesWell
            | Field::Helpers
            | Field::OwnWords => JsonForm::Text,
        }
    }

    /// The place in `ALL`.
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
