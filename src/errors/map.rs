//! What is wrong with a map: every fault with its place, its line and the nearest valid word.

use crate::domain::codes::CodeEnum;
use crate::errors::yaml::{choices_text, describe, did_you_mean_text, yaml_sentence};
use crate::exit_code::Exit;
use crate::map_file::{MapFault, MapFaults, MapProblem};
use crate::output::error_report::ErrorReport;
use crate::output::i18n::Texts;

/// Nobody reads more than this on one screen.
const MAX_SHOWN: usize = 20;

/// Why the map cannot be used. The kind is `map-missing`, `map-unreadable` or `map-invalid`;
/// the exit is [`Exit::MapInvalid`].
#[must_use]
pub fn map_invalid(faults: &MapFaults, texts: &Texts) -> ErrorReport {
    if let Some((problem, kind)) = problem_of_files(faults) {
        return ErrorReport::new(kind, Exit::MapInvalid, map_sentence(problem, texts))
            .hint(texts.tr0("map-hint-routes"));
    }
    let error = texts.tr1("map-invalid", "count", faults.faults.len());
    let report = ErrorReport::new("map-invalid", Exit::MapInvalid, error);
    with_causes(report, faults, texts).hint(texts.tr0("map-hint-format"))
}

/// Why there are no cases to test the map with. The kind is `cases-missing`, `cases-unreadable` or
/// `cases-invalid`; the exit is [`Exit::MapInvalid`].
#[must_use]
pub fn cases_invalid(faults: &MapFaults, texts: &Texts) -> ErrorReport {
    match problem_of_files(faults) {
        Some((MapProblem::NoSuchFile { path, did_you_mean }, _)) => {
            let sentence = texts.tr1("cases-no-such-file", "path", path);
            return cases_missing(with_near(sentence, did_you_mean.as_deref(), texts), texts);
        }
        Some((MapProblem::NoYamlInFolder { path }, _)) => {
            let sentence = texts.tr1("cases-none-in-folder", "path", path);
            return cases_missing(sentence, texts);
        }
        Some((problem, _)) => {
            let sentence = map_sentence(problem, texts);
            return ErrorReport::new("cases-unreadable", Exit::MapInvalid, sentence);
        }
        None => {}
    }
    let error = texts.tr1("cases-invalid", "count", faults.faults.len());
    let report = ErrorReport::new("cases-invalid", Exit::MapInvalid, error);
    with_causes(report, faults, texts).hint(texts.tr0("cases-hint-format"))
}

/// No cases were written yet: an example helps more than a path.
fn cases_missing(sentence: String, texts: &Texts) -> ErrorReport {
    ErrorReport::new("cases-missing", Exit::MapInvalid, sentence)
        .hint(texts.tr0("cases-hint-example"))
        .hint(texts.tr0("cases-hint-format"))
}

fn with_causes(mut report: ErrorReport, faults: &MapFaults, texts: &Texts) -> ErrorReport {
    let shown = faults.faults.iter().take(MAX_SHOWN);
    report.because = shown.map(|fault| cause(fault, texts)).collect();
    let more = faults.faults.len().saturating_sub(MAX_SHOWN);
    if more > 0 {
        let more = texts.tr1("map-more", "count", more);
        report.because.push(more);
    }
    report
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

/// The only problem and its kind, when it is the files and not what is in them.
fn problem_of_files(faults: &MapFaults) -> Option<(&MapProblem, &'static str)> {
    let [fault] = faults.faults.as_slice() else {
        return None;
    };
    if fault.place.is_some() || fault.problem.check().is_some() {
        return None;
    }
    let missing = matches!(
        fault.problem,
        MapProblem::NoSuchFile { .. } | MapProblem::NoYamlInFolder { .. }
    );
    let kind = if missing {
        "map-missing"
    } else {
        "map-unreadable"
    };
    Some((&fault.problem, kind))
}

fn with_near(sentence: String, near: Option<&str>, texts: &Texts) -> String {
    match near {
        Some(near) => format!("{sentence} {}", did_you_mean_text(near, texts)),
        None => sentence,
    }
}

/// What is wrong, in one or two sentences, with the nearest valid word.
#[must_use]
pub fn map_sentence(problem: &MapProblem, texts: &Texts) -> String {
    match problem {
        MapProblem::NoSuchFile { path, did_you_mean } => with_near(
            texts.tr1("map-no-such-file", "path", path),
            did_you_mean.as_deref(),
            texts,
        ),
        MapProblem::NoPermission { path } => texts.tr1("map-no-permission", "path", path),
        MapProblem::NoYamlInFolder { path } => texts.tr1("map-no-yaml-in-folder", "path", path),
        MapProblem::LinkToNowhere { path } => texts.tr1("map-link-to-nowhere", "path", path),
        MapProblem::Unreadable { path, reason } => texts.tr(
            "map-unreadable",
            &[("path", path.into()), ("reason", reason.into())],
        ),
        MapProblem::TooLarge { most_mib } => texts.tr1("map-too-large", "mib", *most_mib),
        MapProblem::Yaml(problem) => yaml_sentence(problem, texts),
        MapProblem::EmptyFile => texts.tr0("map-empty-file"),
        MapProblem::FileNotThere { file, did_you_mean } => with_near(
            texts.tr1("map-file-not-there", "file", file),
            did_you_mean.as_deref(),
            texts,
        ),
        MapProblem::FileBesideTheMap { file } => texts.tr1("map-file-beside-the-map", "file", file),
        MapProblem::FileNotNamed { file } => texts.tr1("map-file-not-named", "file", file),
        MapProblem::FileWithoutEnd => texts.tr0("map-file-without-end"),
        MapProblem::MissingKey { key, of: None } => texts.tr1("map-missing-key", "key", *key),
        MapProblem::MissingKey { key, of: Some(of) } => texts.tr(
            "map-missing-key-of",
            &[("key", (*key).into()), ("of", of.into())],
        ),
        MapProblem::GivenTwice { key, first } => texts.tr(
            "map-given-twice",
            &[("key", (*key).into()), ("first", first.to_string().into())],
        ),
        MapProblem::SameCode {
            called,
            code,
            first,
        } => texts.tr(
            "map-same-code",
            &[
                ("called", called.code().into()),
                ("code", code.into()),
                ("first", first.to_string().into()),
            ],
        ),
        MapProblem::TwoHeirs { code, first } => texts.tr(
            "map-two-heirs",
            &[("code", code.into()), ("first", first.to_string().into())],
        ),
        MapProblem::StillPresent { code, first } => texts.tr(
            "map-still-present",
            &[("code", code.into()), ("first", first.to_string().into())],
        ),
        MapProblem::HeirNotThere { code, day } => texts.tr(
            "map-heir-not-there",
            &[("code", code.into()), ("day", day.to_string().into())],
        ),
        MapProblem::OutsideWhole { code, whole } => texts.tr(
            "map-outside-whole",
            &[("code", code.into()), ("whole", whole.into())],
        ),
        MapProblem::NoCoordinator { organisation, day } => texts.tr(
            "map-no-coordinator",
            &[
                ("organisation", organisation.into()),
                ("day", day.to_string().into()),
            ],
        ),
        MapProblem::OwnFormerCode { code } => texts.tr1("map-own-former-code", "code", code),
        MapProblem::UnknownVersion { found } => texts.tr1("map-unknown-version", "found", found),
        MapProblem::NotACode { called, text } => texts.tr(
            "map-not-a-code",
            &[("called", called.code().into()), ("text", text.into())],
        ),
        MapProblem::Unknown {
            called,
            code,
            did_you_mean,
        } => {
            let args = [("called", called.code().into()), ("code", code.into())];
            let sentence = texts.tr("map-unknown", &args);
            with_near(sentence, did_you_mean.as_deref(), texts)
        }
        MapProblem::Ambiguous {
            called,
            word,
            codes,
        } => texts.tr(
            "map-ambiguous",
            &[
                ("called", called.code().into()),
                ("word", word.into()),
                ("codes", codes.join(", ").into()),
            ],
        ),
        MapProblem::AmbiguousSender { code } => texts.tr1("map-ambiguous-sender", "code", code),
        MapProblem::NotAChoice {
            key,
            text,
            choices,
            did_you_mean,
        } => {
            let wrong = texts.tr(
                "map-not-a-choice",
                &[("key", (*key).into()), ("text", text.into())],
            );
            format!("{wrong} {}", choices_text(*did_you_mean, choices, texts))
        }
        MapProblem::NotAges { text } => texts.tr1("map-not-ages", "text", text),
        MapProblem::NotAnAge { text } => texts.tr1("map-not-an-age", "text", text),
        MapProblem::NotAMoment { text } => texts.tr1("map-not-a-moment", "text", text),
        MapProblem::NotALaterDay { text } => texts.tr1("map-not-a-later-day", "text", text),
        MapProblem::NeitherDayNorTerm { text } => {
            texts.tr1("map-neither-day-nor-term", "text", text)
        }
        MapProblem::TooManyTopics { most } => texts.tr1("map-too-many-topics", "most", *most),
        MapProblem::NothingExpected => texts.tr0("map-nothing-expected"),
        MapProblem::NotATerm { text } => texts.tr1("map-not-a-term", "text", text),
        MapProblem::NotADay { text } => texts.tr1("map-not-a-day", "text", text),
        MapProblem::NotAClockTime { text } => texts.tr1("map-not-a-clock-time", "text", text),
        MapProblem::NotWeekdays { text } => texts.tr1("map-not-weekdays", "text", text),
        MapProblem::NotAZone { text } => texts.tr1("map-not-a-zone", "text", text),
        MapProblem::NotPostcodes { text } => texts.tr1("map-not-postcodes", "text", text),
        MapProblem::NotAPhone { text } => texts.tr1("map-not-a-phone", "text", text),
        MapProblem::NotAnEmail { text } => texts.tr1("map-not-an-email", "text", text),
        MapProblem::HiddenCharacter { key, character } => texts.tr(
            "map-hidden-character",
            &[
                ("key", (*key).into()),
                ("character", format!("U+{character:04X}").into()),
            ],
        ),
        MapProblem::EmptyText { key } => texts.tr1("map-empty-text", "key", *key),
        MapProblem::TooLongText { key, most } => texts.tr(
            "map-too-long-text",
            &[("key", (*key).into()), ("most", (*most).into())],
        ),
        MapProblem::EmptyList { key } => texts.tr1("map-empty-list", "key", *key),
        MapProblem::UnusableWord { text } => texts.tr1("map-unusable-word", "text", text),
        MapProblem::PostcodeAsName { text } => texts.tr1("map-postcode-as-name", "text", text),
        MapProblem::EmptyResponsibility => texts.tr0("map-empty-responsibility"),
        MapProblem::DisputeOrGap => texts.tr0("map-dispute-or-gap"),
        MapProblem::EmptyOpenPoint => texts.tr0("map-empty-open-point"),
        MapProblem::AreaCycle { chain } => texts.tr1("map-area-cycle", "chain", chain.join(" > ")),
        MapProblem::SharedPostcode {
            postcode,
            areas: [one, other],
            first,
        } => {
            let args = [
                ("one", one.into()),
                ("other", other.into()),
                ("postcode", postcode.into()),
                ("first", first.to_string().into()),
            ];
            texts.tr("map-shared-postcode", &args)
        }
        MapProblem::ValidityReversed { from, until } => texts.tr(
            "map-validity-reversed",
            &[
                ("from", from.to_string().into()),
                ("until", until.to_string().into()),
            ],
        ),
        MapProblem::OfficeHoursReversed { from, to } => texts.tr(
            "map-office-hours-reversed",
            &[("from", from.into()), ("to", to.into())],
        ),
        MapProblem::ClosedAndOpen { day } => {
            texts.tr1("map-closed-and-open", "day", day.to_string())
        }
        MapProblem::EmptyContact { organisation } => {
            texts.tr1("map-empty-contact", "organisation", organisation)
        }
        MapProblem::NotAPerson { word } => texts.tr1("map-not-a-person", "word", word),
        MapProblem::OfficeOfAll { organisation } => {
            texts.tr1("map-office-of-all", "organisation", organisation)
        }
        MapProblem::OwnerWithoutContact { organisation } => {
            texts.tr1("map-owner-without-contact", "organisation", organisation)
        }
        MapProblem::ListenerWithoutContact { organisation } => {
            texts.tr1("map-told-without-contact", "organisation", organisation)
        }
        MapProblem::NotWorkingDays { text } => texts.tr1("map-not-working-days", "text", text),
        MapProblem::SameStep { first } => texts.tr1("map-same-step", "first", first.to_string()),
        MapProblem::NothingToTakeOver => texts.tr0("map-nothing-to-take-over"),
        MapProblem::NothingToSay => texts.tr0("map-nothing-to-say"),
        MapProblem::CoordinatorWithoutContact { organisation } => texts.tr1(
            "map-coordinator-without-contact",
            "organisation",
            organisation,
        ),
    }
}

#[cfg(test)]
mod tests;
