//! The fault of a YAML file, as data.

use serde_yaml::Error;
use serde_yaml::budget::BudgetBreach;
use serde_yaml::granit_parser::ErrorKind;
use serde_yaml::localizer::ExternalMessageSource;

use crate::domain::suggestion::nearest;
use crate::map_file::yaml::excerpt::{brief, excerpt, lines};
use crate::map_file::yaml::shape::Shape;
use crate::map_file::yaml::spanned::{MAX_ENTRIES, Position};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub problem: YamlProblem,
    /// `None` when it is about the whole file.
    pub at: Option<Position>,
    /// The line, with a mark; see [`excerpt`].
    pub excerpt: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YamlProblem {
    TooLarge {
        most_bytes: usize,
    },
    /// Not UTF-8 and not UTF-16 with a mark, or with a NUL in it.
    NotText,
    Empty,
    /// A key that is not known here.
    UnknownKey {
        key: String,
        /// The nearest known key, when one is near.
        did_you_mean: Option<&'static str>,
        known: Vec<&'static str>,
    },
    MissingKey {
        key: &'static str,
    },
    /// The same key twice in one mapping.
    RepeatedKey {
        /// The key, when it is plain text.
        key: Option<String>,
    },
    /// Another shape belongs here.
    Expected(Shape),
    /// A word that is not one of the choices.
    UnknownChoice {
        word: String,
        /// The nearest choice, when one is near.
        did_you_mean: Option<&'static str>,
        known: Vec<&'static str>,
    },
    /// A tab where only spaces are allowed.
    Tab,
    /// A line that begins too far left or right.
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
        character: char,
    },
    /// A second document after `---`.
    SeveralDocuments,
    /// A tag (`!word`) that is not known.
    UnknownTag {
        tag: String,
    },
    /// A merge key (`<<`).
    MergeKey,
    /// `*name` without `&name` before it.
    UnknownAnchor,
    /// Nested or repeated far beyond what a person writes.
    OverLimit,
    /// A list or mapping with more entries than any map needs.
    TooMany {
        most: usize,
    },
    /// Anything else, in the reader's own English.
    Other {
        detail: String,
    },
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

/// The first tab that indents a line, from the reported line on: the scanner reports the line before.
fn first_tab(text: &str, reported: Position) -> Position {
    let lines = (1..).zip(lines(text));
    for (line, words) in lines.skip_while(|(line, _)| *line < reported.line) {
        let indent = words.chars().take_while(|c| matches!(c, ' ' | '\t'));
        if let Some((column, _)) = (1..).zip(indent).find(|(_, c)| *c == '\t') {
            return Position { line, column };
        }
    }
    reported
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "a later reader may have new errors; they keep its own words"
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
        Error::SerdeInvalidLength { .. } => YamlProblem::TooMany { most: MAX_ENTRIES },
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
    match shape {
        Some(shape) => YamlProblem::Expected(shape),
        None => YamlProblem::Other {
            detail: brief(&error.render()),
        },
    }
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "a later parser may have new errors; they keep its own words"
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
        // The scanner has no kind for these three, only a message.
        _ if message.contains("found a tab") => YamlProblem::Tab,
        _ if message.contains("mapping values are not allowed") => YamlProblem::SecondColon,
        _ if message.contains("illegal placement of ':'") => YamlProblem::Bracket,
        _ => YamlProblem::Other {
            detail: brief(message),
        },
    }
}
