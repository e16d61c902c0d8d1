//! What is wrong with a file of signals and with its rows, told: rows, columns and codes, never
//! what stands in them.

use serde_json::{Value, json};

use crate::domain::codes::Choice as _;
use crate::domain::signal::Urgency;
use crate::domain::words::WordsRefused;
use crate::exchange::import::{Field, FileFault, Misquoted, RowFault, Unfit};
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::screen::Screen;
use crate::routing::lookup::Sought;

/// On a screen no more faults are read than this; a file of the rejects has them all.
const MOST_ON_A_SCREEN: usize = 200;

/// The rows that cannot be recorded, of so many: nothing was recorded.
#[must_use]
pub fn rows(faults: &[RowFault], of: u64, screen: &Screen<'_>) -> ErrorReport {
    let mut rows: Vec<u64> = faults.iter().map(|fault| fault.row).collect();
    rows.dedup();
    let args = [("count", rows.len().into()), ("of", of.into())];
    let mut error_report = ErrorReport::new(
        "import-rows",
        Exit::Usage,
        screen.say("error-import-rows", &args),
    );
    let most = if screen.width.is_some() {
        MOST_ON_A_SCREEN
    } else {
        faults.len()
    };
    error_report.because = faults
        .iter()
        .take(most)
        .map(|fault| row_fault(fault, screen))
        .collect();
    if faults.len() > most {
        error_report.because.push(screen.say(
            "import-more-faults",
            &[("count", (faults.len() - most).into())],
        ));
    }
    error_report.rows = faults.iter().map(data).collect();
    error_report.hint(screen.plain("hint-import-rows"))
}

/// A fault of a row for a script: `row`, `column` or `null`, and a `kind` that stays.
fn data(fault: &RowFault) -> Value {
    let RowFault { row, field, unfit } = fault;
    json!({ "row": row, "column": field.map(|field| field.code()), "kind": kind(unfit) })
}

/// A fault of a row in a sentence.
#[must_use]
pub fn row_fault(fault: &RowFault, screen: &Screen<'_>) -> String {
    let RowFault { row, field, unfit } = fault;
    let row = (*row).into();
    let what = unfit_told(unfit, screen);
    match field {
        Some(field) => screen.say(
            "import-row-column",
            &[
                ("row", row),
                ("column", field.code().into()),
                ("what", what.into()),
            ],
        ),
        None => screen.say("import-row", &[("row", row), ("what", what.into())]),
    }
}

/// The stable code of a kind of fault.
fn kind(unfit: &Unfit) -> &'static str {
    let key = key(unfit);
    key.strip_prefix("unfit-").unwrap_or(key)
}

/// The sentence about a kind of fault in the catalogue; for words their code, of which the
/// catalogue has sentences of its own.
fn key(unfit: &Unfit) -> &'static str {
    match unfit {
        Unfit::Missing => "unfit-missing",
        Unfit::NotInMap(Sought::Topic, _) => "unfit-unknown-topic",
        Unfit::NotInMap(Sought::Area, _) => "unfit-unknown-area",
        Unfit::NotInMap(Sought::Postcode, _) => "unfit-unknown-postcode",
        Unfit::NotInMap(Sought::Organisation, _) => "unfit-unknown-organisation",
        Unfit::TooManyTopics => "unfit-too-many-topics",
        Unfit::NotAnAge => "unfit-not-an-age",
        Unfit::NotAnUrgency(_) => "unfit-not-a-choice",
        Unfit::NotYesOrNo => "unfit-not-yes-or-no",
        Unfit::NotAMoment => "unfit-not-a-moment",
        Unfit::InTheFuture => "unfit-in-the-future",
        Unfit::NotAnId => "unfit-not-an-id",
        Unfit::DiscussedAndWhyNot => "unfit-discussed-and-why-not",
        Unfit::Again(_) => "unfit-again",
        Unfit::Fields { .. } => "unfit-fields",
        Unfit::NotUtf8 => "unfit-not-utf-8",
        Unfit::NotJson { .. } => "unfit-not-json",
        Unfit::UnknownKey(_) => "unfit-unknown-key",
        Unfit::RepeatedKey => "unfit-repeated-key",
        Unfit::NotAText => "unfit-not-a-text",
        Unfit::Impossible(_) => "unfit-impossible",
        Unfit::WithoutWords => "unfit-without-words",
        Unfit::IdTaken => "unfit-id-taken",
        Unfit::ReferenceTaken(_) => "unfit-reference-taken",
        Unfit::OtherStory => "unfit-other-story",
        Unfit::Words(refused) => words_kind(*refused),
    }
}

fn words_kind(refused: WordsRefused) -> &'static str {
    match refused {
        WordsRefused::Empty => "words-empty",
        WordsRefused::TooLong { .. } => "words-too-long",
        WordsRefused::ControlCharacter => "words-control-character",
        WordsRefused::HiddenCharacter => "words-hidden-character",
        WordsRefused::CombiningMarks => "words-combining-marks",
        WordsRefused::Bsn => "words-bsn",
    }
}

fn unfit_told(unfit: &Unfit, screen: &Screen<'_>) -> String {
    match unfit {
        Unfit::NotInMap(_, found) => near(screen.plain(key(unfit)), found.as_deref(), screen),
        Unfit::UnknownKey(found) => near(screen.plain(key(unfit)), *found, screen),
        Unfit::NotAnUrgency(meant) => {
            let name = |urgency: &Urgency| screen.code("urgency", *urgency);
            let names: Vec<String> = Urgency::ALL.iter().map(name).collect();
            let said = screen.say(key(unfit), &[("names", names.join(", ").into())]);
            near(said, meant.as_ref().map(name).as_deref(), screen)
        }
        Unfit::Words(refused) => match refused {
            WordsRefused::Empty => screen.plain("words-empty"),
            WordsRefused::TooLong { characters, most } => screen.say(
                "words-too-long",
                &[
                    ("characters", (*characters).into()),
                    ("most", (*most).into()),
                ],
            ),
            WordsRefused::ControlCharacter => screen.plain("words-control"),
            WordsRefused::HiddenCharacter => screen.plain("words-hidden"),
            WordsRefused::CombiningMarks => screen.plain("words-combining"),
            WordsRefused::Bsn => screen.plain("words-bsn"),
        },
        Unfit::Again(row) => screen.say("unfit-again", &[("row", (*row).into())]),
        Unfit::Fields { found, expected } => screen.say(
            "unfit-fields",
            &[("found", (*found).into()), ("expected", (*expected).into())],
        ),
        Unfit::NotJson { column } => screen.say("unfit-not-json", &[("column", (*column).into())]),
        Unfit::Impossible(0) => screen.plain("unfit-impossible"),
        Unfit::Impossible(event) => {
            screen.say("unfit-impossible-event", &[("event", (*event).into())])
        }
        Unfit::ReferenceTaken(id) => {
            screen.say("unfit-reference-taken", &[("id", id.to_string().into())])
        }
        Unfit::Missing
        | Unfit::TooManyTopics
        | Unfit::NotAnAge
        | Unfit::NotYesOrNo
        | Unfit::NotAMoment
        | Unfit::InTheFuture
        | Unfit::NotAnId
        | Unfit::DiscussedAndWhyNot
        | Unfit::NotUtf8
        | Unfit::RepeatedKey
        | Unfit::NotAText
        | Unfit::WithoutWords
        | Unfit::IdTaken
        | Unfit::OtherStory => screen.plain(key(unfit)),
    }
}

/// A file of which no row is read.
#[must_use]
pub fn file(faults: &[FileFault], screen: &Screen<'_>) -> ErrorReport {
    let mut error_report = ErrorReport::new(
        "import-file",
        Exit::Usage,
        screen.plain("error-import-file"),
    );
    for fault in faults {
        error_report.because.extend(file_fault(fault, screen));
    }
    let columns = |fault: &FileFault| match fault {
        FileFault::UnknownColumns(_)
        | FileFault::MoreColumns(_)
        | FileFault::SameField(_)
        | FileFault::MissingColumns(_)
        | FileFault::NoSuchColumn(_) => true,
        FileFault::Empty
        | FileFault::Workbook
        | FileFault::NoColumns
        | FileFault::EndlessRow(_)
        | FileFault::Misquoted(..)
        | FileFault::Mixed => false,
    };
    if faults.iter().any(columns) {
        let known = codes(Field::ALL);
        error_report =
            error_report.hint(screen.say("hint-import-columns", &[("known", known.into())]));
    }
    let misquoted = |fault: &FileFault| matches!(fault, FileFault::Misquoted(..));
    if faults.iter().any(misquoted) {
        error_report = error_report.hint(screen.plain("hint-import-quote"));
    }
    error_report
}

fn file_fault(fault: &FileFault, screen: &Screen<'_>) -> Vec<String> {
    vec![match fault {
        FileFault::Empty => screen.plain("import-file-empty"),
        FileFault::Workbook => screen.plain("import-workbook"),
        FileFault::Mixed => screen.plain("import-file-mixed"),
        FileFault::NoColumns => screen.plain("import-no-columns"),
        FileFault::SameField(field) => {
            screen.say("import-same-field", &[("column", field.code().into())])
        }
        FileFault::MissingColumns(fields) => screen.say(
            "import-missing-columns",
            &[("columns", codes(fields).into())],
        ),
        FileFault::NoSuchColumn(their) => screen.say(
            "import-no-such-column",
            &[("column", escape::name(their).into())],
        ),
        FileFault::EndlessRow(row) => screen.say("import-endless-row", &[("row", (*row).into())]),
        FileFault::Misquoted(how, row, line) => {
            let key = match how {
                Misquoted::Unclosed => "import-quote-unclosed",
                Misquoted::TextBehind => "import-quote-text-behind",
                Misquoted::SpaceBefore => "import-quote-space-before",
            };
            screen.say(key, &[("row", (*row).into()), ("line", (*line).into())])
        }
        FileFault::MoreColumns(count) => screen.say("map-more", &[("count", (*count).into())]),
        FileFault::UnknownColumns(unknown) => {
            // A file without headings has a row of somebody's words there: only what looks like a
            // heading is repeated.
            let told = |(number, heading, found): &(usize, String, Option<&str>)| {
                let args = [
                    ("number", (*number).into()),
                    ("heading", escape::name(heading).into()),
                ];
                near(screen.say("import-unknown-column", &args), *found, screen)
            };
            return unknown.iter().map(told).collect();
        }
    }]
}

/// What columns are called, with commas between them.
fn codes(fields: &[Field]) -> String {
    let codes: Vec<&str> = fields.iter().map(|field| field.code()).collect();
    codes.join(", ")
}

/// What is said, with what was perhaps meant behind it.
fn near(said: String, near: Option<&str>, screen: &Screen<'_>) -> String {
    match near {
        Some(near) => {
            let meant = screen.say("hint-did-you-mean", &[("near", near.into())]);
            format!("{said} {meant}")
        }
        None => said,
    }
}
