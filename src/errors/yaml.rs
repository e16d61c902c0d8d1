//! What is wrong with a YAML file, told.

use crate::map_file::yaml::{Fault, Shape, YamlProblem};
use crate::output::i18n::{Arg, Texts};

/// `file:line:column: sentence`, and the line with its mark below it.
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

/// One cause: where, what, and the line.
pub(crate) fn describe(place: Option<&str>, sentence: &str, excerpt: Option<&str>) -> String {
    let placed = place.map_or_else(
        || sentence.to_owned(),
        |place| format!("{place}: {sentence}"),
    );
    excerpt.map_or_else(|| placed.clone(), |excerpt| format!("{placed}\n{excerpt}"))
}

/// What is wrong, in one or two sentences, with the nearest word that would have been right.
#[must_use]
pub fn yaml_sentence(problem: &YamlProblem, texts: &Texts) -> String {
    let say = |key: &str, args: &[(&str, Arg<'_>)]| texts.tr(key, args);
    let guided = |sentence: String,
                  near: Option<&'static str>,
                  key: &str,
                  known: &[&'static str]| match near {
        Some(near) => format!(
            "{sentence} {}",
            say("map-did-you-mean", &[("word", near.into())])
        ),
        None => format!(
            "{sentence} {}",
            say(
                key,
                &[
                    ("known", known.join(", ").into()),
                    ("choices", known.join(", ").into())
                ]
            )
        ),
    };
    match problem {
        YamlProblem::TooLarge { most_bytes } => say(
            "yaml-too-large",
            &[("mib", (most_bytes / 1024 / 1024).into())],
        ),
        YamlProblem::NotText => texts.tr0("yaml-not-text"),
        YamlProblem::Empty => texts.tr0("yaml-empty"),
        YamlProblem::UnknownKey {
            key,
            did_you_mean,
            known,
        } => guided(
            say("yaml-unknown-key", &[("word", key.into())]),
            *did_you_mean,
            "yaml-known-keys",
            known,
        ),
        YamlProblem::MissingKey { key } => say("yaml-missing-key", &[("key", (*key).into())]),
        YamlProblem::RepeatedKey { key: Some(key) } => {
            say("yaml-repeated-key", &[("key", key.into())])
        }
        YamlProblem::RepeatedKey { key: None } => texts.tr0("yaml-repeated-key-unnamed"),
        YamlProblem::Expected(shape) => texts.tr0(expected(*shape)),
        YamlProblem::UnknownChoice {
            word,
            did_you_mean,
            known,
        } => guided(
            say("yaml-unknown-choice", &[("word", word.into())]),
            *did_you_mean,
            "map-choices",
            known,
        ),
        YamlProblem::Tab => texts.tr0("yaml-tab"),
        YamlProblem::Indentation => texts.tr0("yaml-indentation"),
        YamlProblem::SecondColon => texts.tr0("yaml-second-colon"),
        YamlProblem::NoColon => texts.tr0("yaml-no-colon"),
        YamlProblem::Bracket => texts.tr0("yaml-bracket"),
        YamlProblem::NoComma => texts.tr0("yaml-no-comma"),
        YamlProblem::Quote => texts.tr0("yaml-quote"),
        YamlProblem::AfterQuote => texts.tr0("yaml-after-quote"),
        YamlProblem::Escape => texts.tr0("yaml-escape"),
        YamlProblem::UnexpectedCharacter { character } => say(
            "yaml-unexpected-character",
            &[("character", character.to_string().into())],
        ),
        YamlProblem::SeveralDocuments => texts.tr0("yaml-several-documents"),
        YamlProblem::UnknownTag { tag } => say("yaml-unknown-tag", &[("tag", tag.into())]),
        YamlProblem::MergeKey => texts.tr0("yaml-merge-key"),
        YamlProblem::UnknownAnchor => texts.tr0("yaml-unknown-anchor"),
        YamlProblem::OverLimit => texts.tr0("yaml-over-limit"),
        YamlProblem::TooMany { most } => say("yaml-too-many", &[("most", (*most).into())]),
        YamlProblem::Other { detail } => say("yaml-other", &[("detail", detail.into())]),
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
