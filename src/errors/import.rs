//! What is wrong with a file of signals and its rows. Names rows, columns and codes, and never
//! quotes what is in them.

use crate::domain::codes::CodeEnum as _;
use crate::errors::cli_error::words::{refused_text, words_kind};
use crate::errors::usage;
use crate::exchange::import::{
    FIRST_YEAR, Field, FieldError, FileFault, QuoteFault, RowFault, UnknownColumn,
    count_faulty_rows,
};
use crate::lookup::LookupKind;
use crate::output::error_report::{ErrorReport, RowFaultData};
use crate::output::escape;
use crate::output::screen::RenderContext;

/// Nobody reads more than this on a screen; the rejects file has them all.
const MAX_ON_SCREEN: usize = 200;

/// The faults of a file of `of` rows, in the order of the rows; nothing was recorded.
#[must_use]
pub fn rows(faults: &[RowFault], of: u64, screen: &RenderContext<'_>) -> ErrorReport {
    let args = [
        ("count", count_faulty_rows(faults).into()),
        ("of", of.into()),
    ];
    let mut report = usage("import-rows", screen.tr("error-import-rows", &args));
    let max = screen.width.map_or(faults.len(), |_| MAX_ON_SCREEN);
    let shown = faults.iter().take(max);
    report.because = shown.map(|fault| row_fault(fault, screen)).collect();
    let more = faults.len().saturating_sub(max);
    if more > 0 {
        let more = screen.tr1("import-more-faults", "count", more);
        report.because.push(more);
    }
    report.rows = faults.iter().map(data).collect();
    report.hint(screen.tr0("hint-import-rows"))
}

fn data(fault: &RowFault) -> RowFaultData {
    RowFaultData {
        row: fault.row,
        column: fault.field.map(|field| field.code()),
        kind: kind(&fault.error),
    }
}

#[must_use]
pub fn row_fault(fault: &RowFault, screen: &RenderContext<'_>) -> String {
    let RowFault { row, field, error } = fault;
    let mut args = vec![
        ("row", (*row).into()),
        ("what", field_error_text(error, screen).into()),
    ];
    match field {
        Some(field) => {
            args.push(("column", field.code().into()));
            screen.tr("import-row-column", &args)
        }
        None => screen.tr("import-row", &args),
    }
}

/// The stable code of a kind of fault, for scripts.
fn kind(error: &FieldError) -> &'static str {
    let key = key(error);
    key.strip_prefix("unfit-").unwrap_or(key)
}

/// The key of the sentence; for words their code, because they have sentences of their own.
fn key(error: &FieldError) -> &'static str {
    match error {
        FieldError::Missing => "unfit-missing",
        FieldError::NotInMap(LookupKind::Topic, _) => "unfit-unknown-topic",
        FieldError::NotInMap(LookupKind::Area, _) => "unfit-unknown-area",
        FieldError::NotInMap(LookupKind::Postcode, _) => "unfit-unknown-postcode",
        FieldError::NotInMap(LookupKind::Organisation, _) => "unfit-unknown-organisation",
        FieldError::Several(LookupKind::Topic, _) => "unfit-ambiguous-topic",
        FieldError::Several(LookupKind::Area | LookupKind::Postcode, _) => "unfit-ambiguous-area",
        FieldError::Several(LookupKind::Organisation, _) => "unfit-ambiguous-organisation",
        FieldError::TooManyTopics => "unfit-too-many-topics",
        FieldError::NotAnAge => "unfit-not-an-age",
        FieldError::NotAYoungestChild => "unfit-not-a-youngest-child",
        FieldError::NotALaterDay => "unfit-not-a-later-day",
        FieldError::NotAChoice(_) => "unfit-not-a-choice",
        FieldError::NotYesOrNo => "unfit-not-yes-or-no",
        FieldError::NotATime => "unfit-not-a-moment",
        FieldError::InTheFuture => "unfit-in-the-future",
        FieldError::TooLongAgo => "unfit-too-long-ago",
        FieldError::NotAnId => "unfit-not-an-id",
        FieldError::DiscussedAndWhyNot => "unfit-discussed-and-why-not",
        FieldError::ConsentToTheUnknown => "unfit-consent-to-the-unknown",
        FieldError::WhyAndNotRefused => "unfit-why-and-not-refused",
        FieldError::SameAsRow(_) => "unfit-again",
        FieldError::WrongFieldCount { .. } => "unfit-fields",
        FieldError::NotUtf8 => "unfit-not-utf-8",
        FieldError::NotJson { .. } => "unfit-not-json",
        FieldError::UnknownKey(_) => "unfit-unknown-key",
        FieldError::RepeatedKey => "unfit-repeated-key",
        FieldError::NotAString => "unfit-not-a-text",
        FieldError::Impossible(_) => "unfit-impossible",
        FieldError::UnknownImporter(_) => "unfit-unknown-importer",
        FieldError::WithoutWords => "unfit-without-words",
        FieldError::IdTaken => "unfit-id-taken",
        FieldError::ReferenceTaken(_) => "unfit-reference-taken",
        FieldError::OtherStory => "unfit-other-story",
        FieldError::Words(refused) => words_kind(*refused),
    }
}

fn field_error_text(error: &FieldError, screen: &RenderContext<'_>) -> String {
    match error {
        FieldError::NotInMap(_, near) => with_near(screen.tr0(key(error)), near.as_deref(), screen),
        FieldError::Several(_, codes) => screen.tr1(key(error), "codes", codes.join(", ")),
        FieldError::UnknownKey(near) => with_near(screen.tr0(key(error)), *near, screen),
        FieldError::NotAChoice(unclear) => {
            let sentence = screen.tr1(key(error), "names", unclear.names(screen.texts));
            with_near(sentence, unclear.near_name(screen.texts).as_deref(), screen)
        }
        FieldError::Words(refused) => refused_text(*refused, screen),
        FieldError::SameAsRow(row) => screen.tr1("unfit-again", "row", *row),
        FieldError::WrongFieldCount { found, expected } => screen.tr(
            "unfit-fields",
            &[("found", (*found).into()), ("expected", (*expected).into())],
        ),
        FieldError::NotJson { column } => screen.tr1("unfit-not-json", "column", *column),
        FieldError::TooLongAgo => screen.tr1(key(error), "year", FIRST_YEAR.to_string()),
        FieldError::Impossible(None) => screen.tr0("unfit-impossible"),
        FieldError::Impossible(Some(event)) => {
            screen.tr1("unfit-impossible-event", "event", event.get())
        }
        FieldError::UnknownImporter(event) => screen.tr1(key(error), "event", *event),
        FieldError::ReferenceTaken(id) => screen.tr1("unfit-reference-taken", "id", id.to_string()),
        FieldError::Missing
        | FieldError::TooManyTopics
        | FieldError::NotAnAge
        | FieldError::NotAYoungestChild
        | FieldError::NotALaterDay
        | FieldError::NotYesOrNo
        | FieldError::NotATime
        | FieldError::InTheFuture
        | FieldError::NotAnId
        | FieldError::DiscussedAndWhyNot
        | FieldError::ConsentToTheUnknown
        | FieldError::WhyAndNotRefused
        | FieldError::NotUtf8
        | FieldError::RepeatedKey
        | FieldError::NotAString
        | FieldError::WithoutWords
        | FieldError::IdTaken
        | FieldError::OtherStory => screen.tr0(key(error)),
    }
}

/// Why no row of the file can be read.
#[must_use]
pub fn file(faults: &[FileFault], screen: &RenderContext<'_>) -> ErrorReport {
    let mut report = usage("import-file", screen.tr0("error-import-file"));
    for fault in faults {
        report.because.extend(file_fault(fault, screen));
    }
    if faults.iter().any(is_about_columns) {
        report = report.hint(screen.tr1("hint-import-columns", "known", codes(Field::ALL)));
    }
    if faults
        .iter()
        .any(|fault| matches!(fault, FileFault::Misquoted { .. }))
    {
        report = report.hint(screen.tr0("hint-import-quote"));
    }
    report
}

fn is_about_columns(fault: &FileFault) -> bool {
    match fault {
        FileFault::UnknownColumns(_)
        | FileFault::MoreColumns(_)
        | FileFault::SameField(_)
        | FileFault::MissingColumns(_)
        | FileFault::NoSuchColumn(_) => true,
        FileFault::Empty
        | FileFault::Workbook
        | FileFault::MappingWithoutColumns
        | FileFault::EndlessRow(_)
        | FileFault::Misquoted { .. }
        | FileFault::Mixed => false,
    }
}

fn file_fault(fault: &FileFault, screen: &RenderContext<'_>) -> Vec<String> {
    vec![match fault {
        FileFault::Empty => screen.tr0("import-file-empty"),
        FileFault::Workbook => screen.tr0("import-workbook"),
        FileFault::Mixed => screen.tr0("import-file-mixed"),
        FileFault::MappingWithoutColumns => screen.tr0("import-no-columns"),
        FileFault::SameField(field) => screen.tr1("import-same-field", "column", field.code()),
        FileFault::MissingColumns(fields) => {
            screen.tr1("import-missing-columns", "columns", codes(fields))
        }
        FileFault::NoSuchColumn(their) => {
            screen.tr1("import-no-such-column", "column", escape::name(their))
        }
        FileFault::EndlessRow(row) => screen.tr1("import-endless-row", "row", *row),
        FileFault::Misquoted { fault, row, line } => {
            let key = match fault {
                QuoteFault::Unclosed => "import-quote-unclosed",
                QuoteFault::TextAfter => "import-quote-text-behind",
                QuoteFault::SpaceBefore => "import-quote-space-before",
            };
            screen.tr(key, &[("row", (*row).into()), ("line", (*line).into())])
        }
        FileFault::MoreColumns(count) => screen.tr1("map-more", "count", *count),
        FileFault::UnknownColumns(unknown) => {
            return unknown
                .iter()
                .map(|column| unknown_column(column, screen))
                .collect();
        }
    }]
}

/// In a file without headings the first row holds somebody's words: only what looks like a heading
/// is repeated.
fn unknown_column(column: &UnknownColumn, screen: &RenderContext<'_>) -> String {
    let UnknownColumn {
        number,
        heading,
        near,
    } = column;
    let args = [
        ("number", (*number).into()),
        ("heading", escape::name(heading).into()),
    ];
    with_near(screen.tr("import-unknown-column", &args), *near, screen)
}

fn codes(fields: &[Field]) -> String {
    let codes: Vec<&str> = fields.iter().map(|field| field.code()).collect();
    codes.join(", ")
}

fn with_near(sentence: String, near: Option<&str>, screen: &RenderContext<'_>) -> String {
    match near {
        Some(near) => {
            let near = screen.tr1("hint-did-you-mean", "near", near);
            format!("{sentence} {near}")
        }
        None => sentence,
    }
}
