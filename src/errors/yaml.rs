//! What is wrong with a YAML file.

use crate::map_file::yaml::{Fault, Shape, YamlProblem};
use crate::output::i18n::Texts;

/// `file:line:column: sentence`; below it the marked line.
#[must_use]
pub fn yaml_fault(file: &str, fault: &Fault, texts: &Texts) -> String {
    let Fault {
        problem,
        at,
        excerpt,
    } = fault;
    let place = at.map_or_else(
        || file.to_owned(),
        |at| format!("{file}:{}:{}", at.line, at.column),
    );
    describe(
        Some(&place),
        &yaml_sentence(problem, texts),
        excerpt.as_deref(),
    )
}

/// `place: sentence`; below it the marked line.
pub(crate) fn describe(place: Option<&str>, sentence: &str, excerpt: Option<&str>) -> String {
    let mut text = place.map_or_else(String::new, |place| format!("{place}: "));
    text += sentence;
    if let Some(excerpt) = excerpt {
        text += "\n";
        text += excerpt;
    }
    text
}

pub(crate) fn did_you_mean_text(near: &str, texts: &Texts) -> String {
    texts.tr1("map-did-you-mean", "word", near)
}

/// The nearest choice, or else all of them.
pub(crate) fn choices_text(near: Option<&str>, choices: &[&str], texts: &Texts) -> String {
    near.map_or_else(
        || texts.tr1("map-choices", "choices", choices.join(", ")),
        |near| did_you_mean_text(near, texts),
    )
}

/// What is wrong, in one or two sentences, with the nearest valid word.
#[must_use]
pub fn yaml_sentence(problem: &YamlProblem, texts: &Texts) -> String {
    match problem {
        YamlProblem::TooLarge { most_bytes } => {
            texts.tr1("yaml-too-large", "mib", most_bytes / 1024 / 1024)
        }
        YamlProblem::NotText => texts.tr0("yaml-not-text"),
        YamlProblem::Empty => texts.tr0("yaml-empty"),
        YamlProblem::UnknownKey {
            key,
            did_you_mean,
            known,
        } => {
            let sentence = texts.tr1("yaml-unknown-key", "word", key);
            let guidance = did_you_mean.map_or_else(
                || texts.tr1("yaml-known-keys", "known", known.join(", ")),
                |near| did_you_mean_text(near, texts),
            );
            format!("{sentence} {guidance}")
        }
        YamlProblem::MissingKey { key } => texts.tr1("yaml-missing-key", "key", *key),
        YamlProblem::RepeatedKey { key: Some(key) } => texts.tr1("yaml-repeated-key", "key", key),
        YamlProblem::RepeatedKey { key: None } => texts.tr0("yaml-repeated-key-unnamed"),
        YamlProblem::Expected(shape) => texts.tr0(expected(*shape)),
        YamlProblem::UnknownChoice {
            word,
            did_you_mean,
            known,
        } => {
            let sentence = texts.tr1("yaml-unknown-choice", "word", word);
            let guidance = choices_text(*did_you_mean, known, texts);
            format!("{sentence} {guidance}")
        }
        YamlProblem::Tab => texts.tr0("yaml-tab"),
        YamlProblem::Indentation => texts.tr0("yaml-indentation"),
        YamlProblem::SecondColon => texts.tr0("yaml-second-colon"),
        YamlProblem::NoColon => texts.tr0("yaml-no-colon"),
        YamlProblem::Bracket => texts.tr0("yaml-bracket"),
        YamlProblem::NoComma => texts.tr0("yaml-no-comma"),
        YamlProblem::Quote => texts.tr0("yaml-quote"),
        YamlProblem::AfterQuote => texts.tr0("yaml-after-quote"),
        YamlProblem::Escape => texts.tr0("yaml-escape"),
        YamlProblem::UnexpectedCharacter { character } => texts.tr1(
            "yaml-unexpected-character",
            "character",
            character.to_string(),
        ),
        YamlProblem::SeveralDocuments => texts.tr0("yaml-several-documents"),
        YamlProblem::UnknownTag { tag } => texts.tr1("yaml-unknown-tag", "tag", tag),
        YamlProblem::MergeKey => texts.tr0("yaml-merge-key"),
        YamlProblem::UnknownAnchor => texts.tr0("yaml-unknown-anchor"),
        YamlProblem::OverLimit => texts.tr0("yaml-over-limit"),
        YamlProblem::TooMany { most } => texts.tr1("yaml-too-many", "most", *most),
        YamlProblem::Other { detail } => texts.tr1("yaml-other", "detail", detail),
    }
}

fn expected(shape: Shape) -> &'static str {
    match shape {
        Shape::List => "yaml-expected-list",
        Shape::Mapping => "yaml-expected-mapping",
        Shape::Text => "yaml-expected-text",
        Shape::Truth => "yaml-expected-truth",
        Shape::Number => "yaml-expected-number",
        Shape::TextOrTranslations => "yaml-expected-text-or-translations",
    }
}
