//! What is wrong with a file of signals and with its rows, told: rows, columns and codes, never
//! what stands in them.

use crate::domain::codes::CodeEnum as _;
use crate::domain::signal::Urgency;
use crate::domain::words::WordsRefused;
use crate::exchange::import::{Field, FieldError, FileFault, QuoteFault, RowFault};
use crate::exit_code::Exit;
use crate::output::error_report::{ErrorReport, RowFaultData};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::routing::lookup::LookupKind;

/// On a screen no more faults are read than this; a file of the rejects has them all.
const MOST_ON_A_SCREEN: usize = 200;

/// The rows that cannot be recorded, of so many: nothing was recorded.
#[must_use]
pub fn rows(faults: &[RowFault], of: u64, screen: &RenderContext<'_>) -> ErrorReport {
    let mut rows: Vec<u64> = faults.iter().map(|fault| fault.row).collect();
    rows.dedup();
    let args = [("count", rows.len().into()), ("of", of.into())];
    let mut error_report = ErrorReport::new(
        "import-rows",
        Exit::Usage,
        screen.tr("error-import-rows", &args),
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
        error_report.because.push(screen.tr(
            "import-more-faults",
            &[("count", (faults.len() - most).into())],
        ));
    }
    error_report.rows = faults.iter().map(data).collect();
    error_report.hint(screen.tr0("hint-import-rows"))
}

fn data(fault: &RowFault) -> RowFaultData {
    RowFaultData {
        row: fault.row,
        column: fault.field.map(|field| field.code()),
        kind: kind(&fault.error),
    }
}

/// A fault of a row in a sentence.
#[must_use]
pub fn row_fault(fault: &RowFault, screen: &RenderContext<'_>) -> String {
    let RowFault {
        row,
        field,
        error: unfit,
    } = fault;
    let row = (*row).into();
    let what = unfit_text(unfit, screen);
    match field {
        Some(field) => screen.tr(
            "import-row-column",
            &[
                ("row", row),
                ("column", field.code().into()),
                ("what", what.into()),
            ],
        ),
        None => screen.tr("import-row", &[("row", row), ("what", what.into())]),
    }
}

/// The stable code of a kind of fault.
fn kind(unfit: &FieldError) -> &'static str {
    let key = key(unfit);
    key.strip_prefix("unfit-").unwrap_or(key)
}

/// The sentence about a kind of fault in the catalogue; for words their code, of which the
/// catalogue has sentences of its own.
fn key(unfit: &FieldError) -> &'static str {
    match unfit {
        FieldError::Missing => "unfit-missing",
        FieldError::NotInMap(LookupKind::Topic, _) => "unfit-unknown-topic",
        FieldError::NotInMap(LookupKind::Area, _) => "unfit-unknown-area",
        FieldError::NotInMap(LookupKind::Postcode, _) => "unfit-unknown-postcode",
        FieldError::NotInMap(LookupKind::Organisation, _) => "unfit-unknown-organisation",
        FieldError::TooManyTopics => "unfit-too-many-topics",
        FieldError::NotAnAge => "unfit-not-an-age",
        FieldError::NotAnUrgency(_) => "unfit-not-a-choice",
        FieldError::NotYesOrNo => "unfit-not-yes-or-no",
        FieldError::NotAMoment => "unfit-not-a-moment",
        FieldError::InTheFuture => "unfit-in-the-future",
        FieldError::NotAnId => "unfit-not-an-id",
        FieldError::DiscussedAndWhyNot => "unfit-discussed-and-why-not",
        FieldError::Again(_) => "unfit-again",
        FieldError::Fields { .. } => "unfit-fields",
        FieldError::NotUtf8 => "unfit-not-utf-8",
        FieldError::NotJson { .. } => "unfit-not-json",
        FieldError::UnknownKey(_) => "unfit-unknown-key",
        FieldError::RepeatedKey => "unfit-repeated-key",
        FieldError::NotAText => "unfit-not-a-text",
        FieldError::Impossible(_) => "unfit-impossible",
        FieldError::WithoutWords => "unfit-without-words",
        FieldError::IdTaken => "unfit-id-taken",
        FieldError::ReferenceTaken(_) => "unfit-reference-taken",
        FieldError::OtherStory => "unfit-other-story",
        FieldError::Words(refused) => words_kind(*refused),
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

fn unfit_text(unfit: &FieldError, screen: &RenderContext<'_>) -> String {
    match unfit {
        FieldError::NotInMap(_, found) => near(screen.tr0(key(unfit)), found.as_deref(), screen),
        FieldError::UnknownKey(found) => near(screen.tr0(key(unfit)), *found, screen),
        FieldError::NotAnUrgency(meant) => {
            let name = |urgency: &Urgency| screen.label("urgency", *urgency);
            let names: Vec<String> = Urgency::ALL.iter().map(name).collect();
            let said = screen.tr(key(unfit), &[("names", names.join(", ").into())]);
            near(said, meant.as_ref().map(name).as_deref(), screen)
        }
        FieldError::Words(refused) => match refused {
            WordsRefused::Empty => screen.tr0("words-empty"),
            WordsRefused::TooLong { characters, most } => screen.tr(
                "words-too-long",
                &[
                    ("characters", (*characters).into()),
                    ("most", (*most).into()),
                ],
            ),
            WordsRefused::ControlCharacter => screen.tr0("words-control"),
            WordsRefused::HiddenCharacter => screen.tr0("words-hidden"),
            WordsRefused::CombiningMarks => screen.tr0("words-combining"),
            WordsRefused::Bsn => screen.tr0("words-bsn"),
        },
        FieldError::Again(row) => screen.tr("unfit-again", &[("row", (*row).into())]),
        FieldError::Fields { found, expected } => screen.tr(
            "unfit-fields",
            &[("found", (*found).into()), ("expected", (*expected).into())],
        ),
        FieldError::NotJson { column } => {
            screen.tr("unfit-not-json", &[("column", (*column).into())])
        }
        FieldError::Impossible(0) => screen.tr0("unfit-impossible"),
        FieldError::Impossible(event) => {
            screen.tr("unfit-impossible-event", &[("event", (*event).into())])
        }
        FieldError::ReferenceTaken(id) => {
            screen.tr("unfit-reference-taken", &[("id", id.to_string().into())])
        }
        FieldError::Missing
        | FieldError::TooManyTopics
        | FieldError::NotAnAge
        | FieldError::NotYesOrNo
        | FieldError::NotAMoment
        | FieldError::InTheFuture
        | FieldError::NotAnId
        | FieldError::DiscussedAndWhyNot
        | FieldError::NotUtf8
        | FieldError::RepeatedKey
        | FieldError::NotAText
        | FieldError::WithoutWords
        | FieldError::IdTaken
        | FieldError::OtherStory => screen.tr0(key(unfit)),
    }
}

/// A file of which no row is read.
#[must_use]
pub fn file(faults: &[FileFault], screen: &RenderContext<'_>) -> ErrorReport {
    let mut error_report =
        ErrorReport::new("import-file", Exit::Usage, screen.tr0("error-import-file"));
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
            error_report.hint(screen.tr("hint-import-columns", &[("known", known.into())]));
    }
    let misquoted = |fault: &FileFault| matches!(fault, FileFault::Misquoted(..));
    if faults.iter().any(misquoted) {
        error_report = error_report.hint(screen.tr0("hint-import-quote"));
    }
    error_report
}

fn file_fault(fault: &FileFault, screen: &RenderContext<'_>) -> Vec<String> {
    vec![match fault {
        FileFault::Empty => screen.tr0("import-file-empty"),
        FileFault::Workbook => screen.tr0("import-workbook"),
        FileFault::Mixed => screen.tr0("import-file-mixed"),
        FileFault::NoColumns => screen.tr0("import-no-columns"),
        FileFault::SameField(field) => {
            screen.tr("import-same-field", &[("column", field.code().into())])
        }
        FileFault::MissingColumns(fields) => screen.tr(
            "import-missing-columns",
            &[("columns", codes(fields).into())],
        ),
        FileFault::NoSuchColumn(their) => screen.tr(
            "import-no-such-column",
            &[("column", escape::name(their).into())],
        ),
        FileFault::EndlessRow(row) => screen.tr("import-endless-row", &[("row", (*row).into())]),
        FileFault::Misquoted(how, row, line) => {
            let key = match how {
                QuoteFault::Unclosed => "import-quote-unclosed",
                QuoteFault::TextBehind => "import-quote-text-behind",
                QuoteFault::SpaceBefore => "import-quote-space-before",
            };
            screen.tr(key, &[("row", (*row).into()), ("line", (*line).into())])
        }
        FileFault::MoreColumns(count) => screen.tr("map-more", &[("count", (*count).into())]),
        FileFault::UnknownColumns(unknown) => {
            // A file without headings has a row of somebody's words there: only what looks like a
            // heading is repeated.
            let describe = |(number, heading, found): &(usize, String, Option<&str>)| {
                let args = [
                    ("number", (*number).into()),
                    ("heading", escape::name(heading).into()),
                ];
                near(screen.tr("import-unknown-column", &args), *found, screen)
            };
            return unknown.iter().map(describe).collect();
        }
    }]
}

/// What columns are called, with commas between them.
fn codes(fields: &[Field]) -> String {
    let codes: Vec<&str> = fields.iter().map(|field| field.code()).collect();
    codes.join(", ")
}

/// What is said, with what was perhaps meant behind it.
fn near(said: String, near: Option<&str>, screen: &RenderContext<'_>) -> String {
    match near {
        Some(near) => {
            let meant = screen.tr("hint-did-you-mean", &[("near", near.into())]);
            format!("{said} {meant}")
        }
        None => said,
    }
}
