//! What is wrong with a map, told: every fault with its place, its line, and the nearest thing that
//! would have been right.

use crate::domain::codes::CodeEnum;
use crate::errors::yaml::{describe, yaml_sentence};
use crate::exit_code::Exit;
use crate::map_file::{MapFault, MapFaults, MapProblem};
use crate::output::error_report::ErrorReport;
use crate::output::i18n::{Arg, Texts};

/// More than this on one screen is not read.
const MOST_SHOWN: usize = 20;

/// Why there is no map to work with. The kind is `map-missing`, `map-unreadable` or `map-invalid`;
/// the exit is [`Exit::MapInvalid`].
#[must_use]
pub fn map_invalid(faults: &MapFaults, texts: &Texts) -> ErrorReport {
    if let [
        MapFault {
            place: None,
            problem,
            excerpt: _,
        },
    ] = faults.faults.as_slice()
        && let Some(kind) = kind_of_files(problem)
    {
        return ErrorReport::new(kind, Exit::MapInvalid, map_sentence(problem, texts))
            .hint(texts.tr0("map-hint-routes"));
    }
    let error = texts.tr("map-invalid", &[("count", faults.faults.len().into())]);
    with_causes(
        ErrorReport::new("map-invalid", Exit::MapInvalid, error),
        faults,
        texts,
    )
    .hint(texts.tr0("map-hint-format"))
}

/// Why there are no cases to test the map by. The kind is `cases-missing`, `cases-unreadable` or
/// `cases-invalid`; the exit is [`Exit::MapInvalid`].
#[must_use]
pub fn cases_invalid(faults: &MapFaults, texts: &Texts) -> ErrorReport {
    let error = match faults.faults.as_slice() {
        [
            MapFault {
                place: None,
                problem: MapProblem::NoSuchFile { path, did_you_mean },
                excerpt: _,
            },
        ] => {
            let sentence = near(
                texts.tr("cases-no-such-file", &[("path", path.into())]),
                did_you_mean.as_deref(),
                texts,
            );
            return cases_missing(sentence, texts);
        }
        [
            MapFault {
                place: None,
                problem: MapProblem::NoYamlInFolder { path },
                excerpt: _,
            },
        ] => {
            return cases_missing(
                texts.tr("cases-none-in-folder", &[("path", path.into())]),
                texts,
            );
        }
        [
            MapFault {
                place: None,
                problem,
                excerpt: _,
            },
        ] if kind_of_files(problem).is_some() => {
            return ErrorReport::new(
                "cases-unreadable",
                Exit::MapInvalid,
                map_sentence(problem, texts),
            );
        }
        faults => texts.tr("cases-invalid", &[("count", faults.len().into())]),
    };
    with_causes(
        ErrorReport::new("cases-invalid", Exit::MapInvalid, error),
        faults,
        texts,
    )
    .hint(texts.tr0("cases-hint-format"))
}

/// Nobody wrote cases yet: what they look like says more than where they should stand.
fn cases_missing(sentence: String, texts: &Texts) -> ErrorReport {
    ErrorReport::new("cases-missing", Exit::MapInvalid, sentence)
        .hint(texts.tr0("cases-hint-example"))
        .hint(texts.tr0("cases-hint-format"))
}

fn with_causes(mut error_report: ErrorReport, faults: &MapFaults, texts: &Texts) -> ErrorReport {
    let all = faults.faults.len();
    error_report.because.extend(
        faults
            .faults
            .iter()
            .take(MOST_SHOWN)
            .map(|fault| cause(fault, texts)),
    );
    if all > MOST_SHOWN {
        error_report
            .because
            .push(texts.tr("map-more", &[("count", (all - MOST_SHOWN).into())]));
    }
    error_report
}

fn cause(fault: &MapFault, texts: &Texts) -> String {
    let MapFault {
        place,
        problem,
        excerpt,
    } = fault;
    let place = place
        .as_ref()
        .map(|place| format!("{place}:{}", place.column));
    describe(
        place.as_deref(),
        &map_sentence(problem, texts),
        excerpt.as_deref(),
    )
}

/// The kind of error_report when the problem is the files, not what is in them.
fn kind_of_files(problem: &MapProblem) -> Option<&'static str> {
    let missing = matches!(
        problem,
        MapProblem::NoSuchFile { .. } | MapProblem::NoYamlInFolder { .. }
    );
    problem.check().is_none().then_some(if missing {
        "map-missing"
    } else {
        "map-unreadable"
    })
}

fn near(sentence: String, word: Option<&str>, texts: &Texts) -> String {
    match word {
        Some(word) => format!(
            "{sentence} {}",
            texts.tr("map-did-you-mean", &[("word", word.into())])
        ),
        None => sentence,
    }
}

/// What is wrong, in one or two sentences, with the nearest word that would have been right.
#[must_use]
pub fn map_sentence(problem: &MapProblem, texts: &Texts) -> String {
    let say = |key: &str, args: &[(&str, Arg<'_>)]| texts.tr(key, args);
    let near = |sentence: String, word: Option<&str>| near(sentence, word, texts);
    match problem {
        MapProblem::NoSuchFile { path, did_you_mean } => near(
            say("map-no-such-file", &[("path", path.into())]),
            did_you_mean.as_deref(),
        ),
        MapProblem::NoPermission { path } => say("map-no-permission", &[("path", path.into())]),
        MapProblem::NoYamlInFolder { path } => {
            say("map-no-yaml-in-folder", &[("path", path.into())])
        }
        MapProblem::Unreadable { path, reason } => say(
            "map-unreadable",
            &[("path", path.into()), ("reason", reason.into())],
        ),
        MapProblem::TooLarge { most_mib } => say("map-too-large", &[("mib", (*most_mib).into())]),
        MapProblem::Yaml(problem) => yaml_sentence(problem, texts),
        MapProblem::MissingKey { key, of: None } => {
            say("map-missing-key", &[("key", (*key).into())])
        }
        MapProblem::MissingKey { key, of: Some(of) } => say(
            "map-missing-key-of",
            &[("key", (*key).into()), ("of", of.into())],
        ),
        MapProblem::GivenTwice { key, first } => say(
            "map-given-twice",
            &[("key", (*key).into()), ("first", first.to_string().into())],
        ),
        MapProblem::SameCode {
            called,
            code,
            first,
        } => say(
            "map-same-code",
            &[
                ("called", called.code().into()),
                ("code", code.into()),
                ("first", first.to_string().into()),
            ],
        ),
        MapProblem::UnknownVersion { found } => {
            say("map-unknown-version", &[("found", found.into())])
        }
        MapProblem::NotACode { called, text } => say(
            "map-not-a-code",
            &[("called", called.code().into()), ("text", text.into())],
        ),
        MapProblem::Unknown {
            called,
            code,
            did_you_mean,
        } => near(
            say(
                "map-unknown",
                &[("called", called.code().into()), ("code", code.into())],
            ),
            did_you_mean.as_deref(),
        ),
        MapProblem::AmbiguousSender { code } => {
            say("map-ambiguous-sender", &[("code", code.into())])
        }
        MapProblem::NotAChoice {
            key,
            text,
            choices,
            did_you_mean,
        } => {
            let wrong = say(
                "map-not-a-choice",
                &[("key", (*key).into()), ("text", text.into())],
            );
            match did_you_mean {
                Some(_) => near(wrong, *did_you_mean),
                None => format!(
                    "{wrong} {}",
                    say("map-choices", &[("choices", choices.join(", ").into())])
                ),
            }
        }
        MapProblem::NotAges { text } => say("map-not-ages", &[("text", text.into())]),
        MapProblem::NotAnAge { text } => say("map-not-an-age", &[("text", text.into())]),
        MapProblem::NotAMoment { text } => say("map-not-a-moment", &[("text", text.into())]),
        MapProblem::NeitherDayNorTerm { text } => {
            say("map-neither-day-nor-term", &[("text", text.into())])
        }
        MapProblem::TooManyTopics { most } => {
            say("map-too-many-topics", &[("most", (*most).into())])
        }
        MapProblem::NothingExpected => texts.tr0("map-nothing-expected"),
        MapProblem::NotATerm { text } => say("map-not-a-term", &[("text", text.into())]),
        MapProblem::NotADay { text } => say("map-not-a-day", &[("text", text.into())]),
        MapProblem::NotAClockTime { text } => say("map-not-a-clock-time", &[("text", text.into())]),
        MapProblem::NotWeekdays { text } => say("map-not-weekdays", &[("text", text.into())]),
        MapProblem::NotAZone { text } => say("map-not-a-zone", &[("text", text.into())]),
        MapProblem::NotPostcodes { text } => say("map-not-postcodes", &[("text", text.into())]),
        MapProblem::NotAPhone { text } => say("map-not-a-phone", &[("text", text.into())]),
        MapProblem::NotAnEmail { text } => say("map-not-an-email", &[("text", text.into())]),
        MapProblem::HiddenCharacter { key, character } => say(
            "map-hidden-character",
            &[
                ("key", (*key).into()),
                ("character", format!("U+{character:04X}").into()),
            ],
        ),
        MapProblem::EmptyText { key } => say("map-empty-text", &[("key", (*key).into())]),
        MapProblem::TooLongText { key, most } => say(
            "map-too-long-text",
            &[("key", (*key).into()), ("most", (*most).into())],
        ),
        MapProblem::EmptyList { key } => say("map-empty-list", &[("key", (*key).into())]),
        MapProblem::EmptyResponsibility => texts.tr0("map-empty-responsibility"),
        MapProblem::DisputeOrGap => texts.tr0("map-dispute-or-gap"),
        MapProblem::EmptyOpenPoint => texts.tr0("map-empty-open-point"),
        MapProblem::AreaCycle { chain } => {
            say("map-area-cycle", &[("chain", chain.join(" > ").into())])
        }
        MapProblem::SharedPostcode {
            postcode,
            areas: [one, other],
            first,
        } => {
            let areas = [("one", one.into()), ("other", other.into())];
            say(
                "map-shared-postcode",
                &[
                    &areas[..],
                    &[
                        ("postcode", postcode.into()),
                        ("first", first.to_string().into()),
                    ],
                ]
                .concat(),
            )
        }
        MapProblem::ValidityReversed { from, until } => say(
            "map-validity-reversed",
            &[
                ("from", from.to_string().into()),
                ("until", until.to_string().into()),
            ],
        ),
        MapProblem::OfficeHoursReversed { from, to } => say(
            "map-office-hours-reversed",
            &[("from", from.into()), ("to", to.into())],
        ),
        MapProblem::ClosedAndOpen { day } => {
            say("map-closed-and-open", &[("day", day.to_string().into())])
        }
        MapProblem::EmptyContact { organisation } => say(
            "map-empty-contact",
            &[("organisation", organisation.into())],
        ),
        MapProblem::OwnerWithoutContact { organisation } => say(
            "map-owner-without-contact",
            &[("organisation", organisation.into())],
        ),
        MapProblem::ListenerWithoutContact { organisation } => say(
            "map-told-without-contact",
            &[("organisation", organisation.into())],
        ),
        MapProblem::NotWorkingDays { text } => {
            say("map-not-working-days", &[("text", text.into())])
        }
        MapProblem::SameStep { first } => {
            say("map-same-step", &[("first", first.to_string().into())])
        }
        MapProblem::NothingToTakeOver => texts.tr0("map-nothing-to-take-over"),
        MapProblem::CoordinatorWithoutContact { organisation } => say(
            "map-coordinator-without-contact",
            &[("organisation", organisation.into())],
        ),
    }
}

#[cfg(test)]
mod tests;
