//! What is wrong with a YAML file, told.

use crate::map_file::yaml::{Fault, Problem, Shape};
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
    told(
        Some(&place),
        &yaml_sentence(problem, texts),
        excerpt.as_deref(),
    )
}

/// One cause: where, what, and the line.
pub(crate) fn told(place: Option<&str>, sentence: &str, excerpt: Option<&str>) -> String {
    let placed = place.map_or_else(
        || sentence.to_owned(),
        |place| format!("{place}: {sentence}"),
    );
    excerpt.map_or_else(|| placed.clone(), |excerpt| format!("{placed}\n{excerpt}"))
}

/// What is wrong, in one or two sentences, with the nearest word that would have been right.
#[must_use]
pub fn yaml_sentence(problem: &Problem, texts: &Texts) -> String {
    let say = |key: &str, args: &[(&str, Arg<'_>)]| texts.say(key, args);
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
        Problem::TooLarge { most_bytes } => say(
            "yaml-too-large",
            &[("mib", (most_bytes / 1024 / 1024).into())],
        ),
        Problem::NotText => texts.plain("yaml-not-text"),
        Problem::Empty => texts.plain("yaml-empty"),
        Problem::UnknownKey {
            key,
            did_you_mean,
            known,
        } => guided(
            say("yaml-unknown-key", &[("word", key.into())]),
            *did_you_mean,
            "yaml-known-keys",
            known,
        ),
        Problem::MissingKey { key } => say("yaml-missing-key", &[("key", (*key).into())]),
        Problem::RepeatedKey { key: Some(key) } => say("yaml-repeated-key", &[("key", key.into())]),
        Problem::RepeatedKey { key: None } => texts.plain("yaml-repeated-key-unnamed"),
        Problem::Expected(shape) => texts.plain(expected(*shape)),
        Problem::UnknownChoice {
            word,
            did_you_mean,
            known,
        } => guided(
            say("yaml-unknown-choice", &[("word", word.into())]),
            *did_you_mean,
            "map-choices",
            known,
        ),
        Problem::Tab => texts.plain("yaml-tab"),
        Problem::Indentation => texts.plain("yaml-indentation"),
        Problem::SecondColon => texts.plain("yaml-second-colon"),
        Problem::NoColon => texts.plain("yaml-no-colon"),
        Problem::Bracket => texts.plain("yaml-bracket"),
        Problem::NoComma => texts.plain("yaml-no-comma"),
        Problem::Quote => texts.plain("yaml-quote"),
        Problem::AfterQuote => texts.plain("yaml-after-quote"),
        Problem::Escape => texts.plain("yaml-escape"),
        Problem::UnexpectedCharacter { character } => say(
            "yaml-unexpected-character",
            &[("character", character.to_string().into())],
        ),
        Problem::SeveralDocuments => texts.plain("yaml-several-documents"),
        Problem::UnknownTag { tag } => say("yaml-unknown-tag", &[("tag", tag.into())]),
        Problem::MergeKey => texts.plain("yaml-merge-key"),
        Problem::UnknownAnchor => texts.plain("yaml-unknown-anchor"),
        Problem::OverLimit => texts.plain("yaml-over-limit"),
        Problem::TooMany { most } => say("yaml-too-many", &[("most", (*most).into())]),
        Problem::Other { detail } => say("yaml-other", &[("detail", detail.into())]),
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
