//! What is wrong with a YAML file, as a value that any language can say.

use serde_yaml::Error;
use serde_yaml::budget::BudgetBreach;
use serde_yaml::granit_parser::ErrorKind;
use serde_yaml::localizer::ExternalMessageSource;

use crate::domain::suggestion::nearest;
use crate::map_file::yaml::excerpt::{brief, excerpt, lines};
use crate::map_file::yaml::spanned::{MOST_ENTRIES, Position};

/// One thing that is wrong, where, and how it looks there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub problem: YamlProblem,
    /// Where; `None` when it is about the whole file.
    pub at: Option<Position>,
    /// The line, with a mark; see [`excerpt`].
    pub excerpt: Option<String>,
}

/// What can be wrong with a YAML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YamlProblem {
    /// More bytes than are read.
    TooLarge {
        /// How many may be.
        most_bytes: usize,
    },
    /// Not UTF-8 and not UTF-16 with a mark, or with a NUL in it.
    NotText,
    /// There is nothing in it.
    Empty,
    /// A key that is not known here.
    UnknownKey {
        key: String,
        /// The nearest known one, when one is near.
        did_you_mean: Option<&'static str>,
        /// All that are known here.
        known: Vec<&'static str>,
    },
    /// A key that must be there is not.
    MissingKey { key: &'static str },
    /// The same key twice in one mapping.
    RepeatedKey {
        /// The key, when it is plain text.
        key: Option<String>,
    },
    /// Something else than what belongs here.
    Expected(Shape),
    /// A word that is not one of the choices.
    UnknownChoice {
        /// The word.
        word: String,
        /// The nearest choice, when one is near.
        did_you_mean: Option<&'static str>,
        /// All choices.
        known: Vec<&'static str>,
    },
    /// A tab where only spaces may stand.
    Tab,
    /// A line that begins further left or right than it may.
    Indentation,
    /// A second colon in a line, or a key deeper than its neighbours.
    SecondColon,
    /// A line that is neither `key: value` nor an item of a list.
    NoColon,
    /// A bracket or brace without its counterpart.
    Bracket,
    /// A list in brackets, or a mapping in braces, lacks a comma.
    NoComma,
    /// A quotation mark without its counterpart.
    Quote,
    /// Something follows a closing quotation mark.
    AfterQuote,
    /// A backslash in double quotes with something unknown after it.
    Escape,
    /// A character that may not begin a value.
    UnexpectedCharacter {
        /// The character.
        character: char,
    },
    /// A second document after `---`.
    SeveralDocuments,
    /// A tag (`!word`) that is not known.
    UnknownTag {
        /// The tag.
        tag: String,
    },
    /// A merge key (`<<`).
    MergeKey,
    /// `*name` without `&name` before it.
    UnknownAnchor,
    /// Nested or repeated far beyond what a person writes.
    OverLimit,
    /// A list or mapping with more in it than any map needs.
    TooMany {
        /// How many there may be.
        most: usize,
    },
    /// Anything else, in the reader's own English.
    Other {
        /// Its text.
        detail: String,
    },
}

/// What belongs in a place.
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
    /// What a reading type writes in `expecting` to be understood as [`Shape::TextOrTranslations`].
    pub const TEXT_OR_TRANSLATIONS: &'static str = "a text, or nl and en";
    /// What a reading type writes in `expecting` to be understood as [`Shape::List`].
    pub const LIST: &'static str = "a list";
}

impl Fault {
    pub(super) fn from_reader(error: &Error, text: &str) -> Self {
        let error = error.without_snippet();
        let at = error
            .location()
            .filter(|at| at.line() > 0)
            .map(|at| Position::new(at.line(), at.column()));
        let problem = problem(error);
        let at = if problem == YamlProblem::Tab {
            at.map(|at| first_tab(text, at))
        } else {
            at
        };
        Self {
            problem,
            at,
            excerpt: at.and_then(|at| excerpt(text, at)),
        }
    }
}

/// The scanner tells the line before: the first tab that indents a line from there on.
fn first_tab(text: &str, sentence: Position) -> Position {
    let numbered = (1..)
        .zip(lines(text))
        .skip_while(|(line, _)| *line < sentence.line);
    let mut tabs = numbered.filter_map(|(line, words)| {
        let indent = words.chars().take_while(|c| matches!(c, ' ' | '\t'));
        (1..)
            .zip(indent)
            .find(|(_, c)| *c == '\t')
            .map(|(column, _)| Position { line, column })
    });
    tabs.next().unwrap_or(sentence)
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the reader may learn new errors; they come in its own words"
)]
fn problem(error: &Error) -> YamlProblem {
    match error {
        Error::AliasError { error, .. } => problem(error),
        Error::ExternalMessage { source, msg, .. } => match source.as_ref() {
            ExternalMessageSource::Parser(scan) => syntax(scan.kind(), msg),
            _ => YamlProblem::Other { detail: brief(msg) },
        },
        Error::Eof { .. } => YamlProblem::Empty,
        Error::Budget {
            breach: BudgetBreach::Documents { .. },
            ..
        } => YamlProblem::SeveralDocuments,
        Error::MultipleDocuments { .. } => YamlProblem::SeveralDocuments,
        Error::Unexpected { expected, .. } => expected_shape(expected, error),
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => {
            expected_shape(expected, error)
        }
        Error::NullIntoString { .. } | Error::TaggedScalarCannotDeserializeIntoString { .. } => {
            YamlProblem::Expected(Shape::Text)
        }
        Error::InvalidBooleanStrict { .. } => YamlProblem::Expected(Shape::Truth),
        Error::InvalidScalar { ty, .. } if *ty == "bool" || ty.contains("boolean") => {
            YamlProblem::Expected(Shape::Truth)
        }
        Error::InvalidScalar { .. } => YamlProblem::Expected(Shape::Number),
        Error::SerdeUnknownField {
            field, expected, ..
        } => YamlProblem::UnknownKey {
            key: brief(field),
            did_you_mean: nearest_static(field, expected),
            known: expected.clone(),
        },
        Error::SerdeUnknownVariant {
            variant, expected, ..
        } => YamlProblem::UnknownChoice {
            word: brief(variant),
            did_you_mean: nearest_static(variant, expected),
            known: expected.clone(),
        },
        Error::SerdeInvalidLength { .. } => YamlProblem::TooMany { most: MOST_ENTRIES },
        Error::SerdeMissingField { field, .. } => YamlProblem::MissingKey { key: field },
        Error::DuplicateMappingKey { key, .. } => YamlProblem::RepeatedKey {
            key: key.as_deref().map(brief),
        },
        Error::UnsupportedTag { tag, .. } | Error::TaggedStructFieldName { tag, .. } => {
            YamlProblem::UnknownTag { tag: brief(tag) }
        }
        Error::MergeKeyNotAllowed { .. } | Error::MergeValueNotMapOrSeqOfMaps { .. } => {
            YamlProblem::MergeKey
        }
        Error::UnknownAnchor { .. } => YamlProblem::UnknownAnchor,
        Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. }
        | Error::AliasReplayCounterOverflow { .. }
        | Error::RecursiveReferencesRequireWeakTypes { .. }
        | Error::Budget { .. } => YamlProblem::OverLimit,
        other => YamlProblem::Other {
            detail: brief(&other.render()),
        },
    }
}

fn nearest_static(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let near = nearest(word, known.iter().copied())?;
    known.iter().copied().find(|known| *known == near)
}

fn expected_shape(expected: &str, error: &Error) -> YamlProblem {
    let shape = match expected {
        Shape::LIST => Some(Shape::List),
        Shape::TEXT_OR_TRANSLATIONS => Some(Shape::TextOrTranslations),
        "sequence start" | "seq" | "a sequence" => Some(Shape::List),
        "mapping start" | "map" | "a map" => Some(Shape::Mapping),
        "string" | "scalar" | "string scalar" | "a string" => Some(Shape::Text),
        "a boolean" => Some(Shape::Truth),
        _ if expected.starts_with("struct ") => Some(Shape::Mapping),
        _ if expected.contains("integer") || expected.starts_with(['i', 'u']) => {
            Some(Shape::Number)
        }
        _ => None,
    };
    shape.map_or_else(
        || YamlProblem::Other {
            detail: brief(&error.render()),
        },
        YamlProblem::Expected,
    )
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the parser may learn new errors; they come in its own words"
)]
fn syntax(kind: &ErrorKind, message: &str) -> YamlProblem {
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart => YamlProblem::Tab,
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidBlockEntryWhitespace
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidBlockScalarIndent => YamlProblem::Indentation,
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => YamlProblem::NoColon,
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => YamlProblem::Bracket,
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => {
            YamlProblem::NoComma
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            YamlProblem::Quote
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => YamlProblem::AfterQuote,
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape => YamlProblem::Escape,
        ErrorKind::UnexpectedCharacter { character } => YamlProblem::UnexpectedCharacter {
            character: *character,
        },
        ErrorKind::UnknownAnchor => YamlProblem::UnknownAnchor,
        ErrorKind::MultipleDocumentsUnsupported | ErrorKind::ExpectedDocumentStart => {
            YamlProblem::SeveralDocuments
        }
        ErrorKind::RecursionLimitExceeded => YamlProblem::OverLimit,
        // The scanner has no kind for these three, only its words.
        _ if message.contains("found a tab") => YamlProblem::Tab,
        _ if message.contains("mapping values are not allowed") => YamlProblem::SecondColon,
        _ if message.contains("illegal placement of ':'") => YamlProblem::Bracket,
        _ => YamlProblem::Other {
            detail: brief(message),
        },
    }
}
