//! What an export writes, whatever people wrote.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use quick_xml::events::Event as Xml;
use serde_json::Value;

use super::*;
use crate::domain::access::{Reach, ReadEvent, SentReach};
use crate::domain::codes::OrganisationId;
use crate::domain::discussed::Discussed;
use crate::domain::event::{Actor, Basis, DecisionRecord, Level, Offer, Via};
use crate::domain::lifecycle::sample::every_story;
use crate::domain::signal::{Circumstances, Particulars, Signal, SignalWords, Topics};
use crate::domain::signal_id::SignalId;
use crate::domain::time::Day;
use crate::domain::words::{ContactLine, ExternalReference, Words};
use crate::exchange::export::columns::{CellValue, ColumnKind, ExportRows, columns};
use crate::exchange::part::written;
use crate::output::escape;
use crate::output::event_data::EventView;
use crate::register::{self, Access, Address, Filter, Register};

/// An export of all that there is.
pub(super) fn everything() -> ExportContext<'static> {
    static READER: LazyLock<Reader> = LazyLock::new(|| Reader {
        organisation: "privacy".parse::<OrganisationId>().unwrap().into(),
        reach: Reach::AllWords,
        sent: SentReach::All,
        coordinates: vec![],
    });
    ExportContext {
        reader: &READER,
        zone: Zone::AMSTERDAM,
        now: "2027-12-01T09:15:00.000Z".parse().unwrap(),
    }
}

/// A register with a signal for each text, in which that text stands everywhere where people write.
pub(crate) fn with_texts(texts: &[String]) -> (tempfile::TempDir, Register) {
    let folder = tempfile::tempdir().unwrap();
    let address = Address::File(folder.path().join("register.db"));
    let mut register = Register::open(&address, Access::Write(register::Clock::System)).unwrap();
    for (n, text) in (1u8..).zip(texts) {
        let signal = Signal {
            id: SignalId::from_random([n, 0, 0, 0, 0]),
            sender: "0599".parse().unwrap(),
            contact: Some(ContactLine::recorded(text)),
            reference: Some(ExternalReference::recorded(
                &text
                    .chars()
                    .take(60)
                    .chain(n.to_string().chars())
                    .collect::<String>(),
            )),
            reported_at: "2026-11-23T09:15:00.042Z".parse().unwrap(),
            topics: Topics::from_list(vec!["parenting".parse().unwrap()]).unwrap(),
            particulars: Particulars::default(),
            words: SignalWords {
                seen: Words::recorded(text),
                goes_well: Some(Words::recorded(text)),
                helpers: None,
                own_words: None,
                discussed: Discussed::No(Words::recorded(text)),
            },
        };
        let offer = Offer {
            owner: "jgz-waterdam".parse().unwrap(),
            basis: Basis::Gap,
            coordinator: "gemeente-waterdam".parse().unwrap(),
            involved: vec![],
            claimants: vec![],
            accept_by: "2026-11-25".parse().unwrap(),
            feedback_by: "2026-11-30".parse().unwrap(),
            level: Level::Full,
            responsibility: None,
            knows_family: false,
        };
        let decision = DecisionRecord {
            reason: "{}".to_owned(),
            map_digest: "digest".to_owned(),
        };
        let actor = Actor {
            organisation: signal.sender.clone(),
            person: None,
            via: Via::Terminal,
            as_was: None,
        };
        register.report(&signal, &offer, &decision, &actor).unwrap();
    }
    (folder, register)
}

fn exported(form: ExportFormat, texts: &[String]) -> Vec<u8> {
    let (folder, mut register) = with_texts(texts);
    let mut file = tempfile::tempfile_in(folder.path()).unwrap();
    let done: Result<u64, ExportError> =
        register.scan(&Filter::default(), true, |stories| match form {
            ExportFormat::Workbook => {
                write_workbook(stories, everything(), folder.path(), &mut file)
            }
            ExportFormat::Text(form) => write_text(form, stories, everything(), &mut file),
        });
    done.unwrap();
    let mut bytes = Vec::new();
    io::Seek::rewind(&mut file).unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

/// What a hostile author could write, or copy from anywhere.
fn hostile() -> impl Strategy<Value = Vec<String>> {
    let piece = prop_oneof![
        Just("=HYPERLINK(\"http://x.example\";\"a\")".to_owned()),
        Just("@SUM(1)".to_owned()),
        Just("\t=1".to_owned()),
        Just("\r\n+1".to_owned()),
        Just("https://x.example".to_owned()),
        Just("_x0041_".to_owned()),
        Just("0599".to_owned()),
        Just("]]><f>1</f>".to_owned()),
        Just("\u{1b}[2J\u{202e}".to_owned()),
        Just(";\"-1".to_owned()),
        "\\PC{1,8}",
        any::<String>().prop_map(|text| text.chars().take(8).filter(|c| *c != '\0').collect()),
    ];
    let text =
        proptest::collection::vec(piece, 1..5).prop_map(|pieces| format!("{}x", pieces.concat()));
    proptest::collection::vec(text, 1..12)
}

pub(crate) fn for_hostile_texts(check: impl Fn(&[String])) {
    let mut runner = TestRunner::new(Config {
        cases: 24,
        failure_persistence: None,
        ..Config::default()
    });
    let checked = runner.run(&hostile(), |texts| {
        check(&texts);
        Ok(())
    });
    checked.unwrap();
}

#[test]
fn no_field_of_a_table_is_a_formula_or_steers() {
    for_hostile_texts(|texts| {
        let table = String::from_utf8(exported(
            ExportFormat::Text(TextForm::Csv(Sheet::Signals)),
            texts,
        ))
        .unwrap();
        let table = table.strip_prefix('\u{feff}').unwrap();
        let lines = table.replace("\r\n", "\n");
        assert_eq!(
            escape::lines(&lines),
            lines,
            "nothing is left to make harmless"
        );
        let mut reader = ::csv::ReaderBuilder::new()
            .delimiter(b';')
            .from_reader(table.as_bytes());
        let width = reader.headers().unwrap().len();
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), texts.len());
        for (row, text) in rows.iter().zip(texts) {
            assert_eq!(row.len(), width);
            // Also where a spreadsheet takes another character for the border of a cell.
            let pieces = row
                .iter()
                .flat_map(|field| field.split([';', '\t', '\n', '\r']));
            assert!(
                !pieces
                    .map(|piece| piece.trim_start_matches([' ', '"']))
                    .any(|piece| piece.starts_with(['=', '+', '-', '@']))
            );
            assert!(row.iter().any(|field| field == escape::cell(text)));
        }
    });
}

/// What stands in the cells of a sheet as text, after making sure that there is nothing else than
/// cells.
fn texts_of_a_sheet(xml: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut texts, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Xml::Eof => return texts,
            Xml::Start(tag) | Xml::Empty(tag) => {
                let name = tag.name();
                assert!(
                    !["f", "hyperlink", "hyperlinks"].contains(&name.as_ref()),
                    "{xml}"
                );
                inside = name.as_ref() as &str == "t";
                if inside {
                    texts.push(String::new());
                }
            }
            Xml::End(_) => inside = false,
            Xml::Text(text) if inside => texts.last_mut().unwrap().push_str(&text),
            Xml::GeneralRef(part) if inside => {
                let part = format!("&{};", part.as_ref() as &str);
                texts
                    .last_mut()
                    .unwrap()
                    .push_str(&quick_xml::escape::unescape(&part).unwrap());
            }
            Xml::Text(_)
            | Xml::GeneralRef(_)
            | Xml::CData(_)
            | Xml::Comment(_)
            | Xml::Decl(_)
            | Xml::PI(_)
            | Xml::DocType(_) => {}
        }
    }
}

#[test]
fn no_cell_of_a_workbook_is_a_formula_or_a_link() {
    for_hostile_texts(|texts| {
        let mut book =
            zip::ZipArchive::new(io::Cursor::new(exported(ExportFormat::Workbook, texts))).unwrap();
        let names: Vec<String> = book
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        assert!(
            !names
                .iter()
                .any(|name| name.contains("externalLink") || name.contains("worksheets/_rels")),
            "{names:?}"
        );
        let mut sheet = String::new();
        book.by_name("xl/worksheets/sheet1.xml")
            .unwrap()
            .read_to_string(&mut sheet)
            .unwrap();
        assert!(
            sheet.contains("state=\"frozen\""),
            "the heading stays in sight"
        );
        let cells = texts_of_a_sheet(&sheet);
        for text in texts {
            // A workbook writes `_x0041_` for what XML cannot hold, and so marks a text that looks
            // like it.
            let shown = escape::lines(text)
                .replace("_x0041_", "_x005F_x0041_")
                .replace('\u{FFFE}', "_xFFFE_")
                .replace('\u{FFFF}', "_xFFFF_");
            assert!(cells.contains(&shown), "{shown:?} is not in {cells:?}");
        }
    });
}

#[test]
fn every_key_of_a_signal_has_its_column() {
    let (_folder, mut register) = with_texts(&["x".to_owned()]);
    let there: BTreeSet<&str> = columns(Sheet::Signals, true)
        .into_iter()
        .map(|column| column.key)
        .collect();
    register
        .scan(&Filter::default(), true, |stories| {
            for whole in stories {
                let rows = ExportRows::of(whole?, everything());
                let keys = rows.on(Sheet::Signals).iter().flat_map(|row| row.keys());
                let without: Vec<_> = keys.filter(|key| !there.contains(key.as_str())).collect();
                // Why the map decided so is no value of a cell.
                assert_eq!(without, ["decisions"]);
            }
            Ok::<_, RegisterError>(())
        })
        .unwrap();
}

#[test]
fn the_keys_of_circumstances_are_those_that_are_written() {
    let circumstances = Circumstances {
        particulars: Particulars::default(),
        discussed: Discussed::Yes,
    };
    let keys: Vec<String> = written(&circumstances).keys().cloned().collect();
    assert_eq!(keys, Circumstances::KEYS);
}

/// A spreadsheet makes a number of `1234E567`.
#[test]
fn the_number_of_a_signal_has_its_hyphen_on_every_row() {
    let (_folder, mut register) = with_texts(&["x".to_owned()]);
    register
        .scan(&Filter::default(), true, |stories| {
            for whole in stories {
                let whole = whole?;
                let id = whole.story.reported.id.to_string();
                assert_eq!(id.find('-'), Some(4));
                let rows = ExportRows::of(whole, everything());
                for (sheet, key) in [(Sheet::Signals, "id"), (Sheet::Events, "signal")] {
                    let all = columns(sheet, true);
                    let column = all.iter().find(|column| column.key == key).unwrap();
                    for row in rows.on(sheet) {
                        assert_eq!(column.cell(row), CellValue::Text(id.clone()), "{key}");
                    }
                }
            }
            Ok::<_, RegisterError>(())
        })
        .unwrap();
}

#[test]
fn every_key_of_an_event_has_its_column() {
    let happened = every_story().into_iter().flat_map(|story| story.record);
    let keys: BTreeSet<String> = happened
        .map(|happened| {
            let whole = ReadEvent::whole(&happened, false);
            EventView::new(&whole, None, Moment::in_zone, Zone::AMSTERDAM)
        })
        .flat_map(|event| written(&event).into_iter().map(|(key, _)| key))
        .collect();
    let there: BTreeSet<String> = columns(Sheet::Events, true)
        .into_iter()
        .map(|column| column.key.to_owned())
        .collect();
    assert_eq!(
        keys.difference(&there).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    let more: Vec<_> = there.difference(&keys).collect();
    // Of an event that was taken back.
    assert_eq!(
        more,
        ["said", "signal", "undone"],
        "no event has another column"
    );
    for column in [columns(Sheet::Events, true), columns(Sheet::Signals, true)].concat() {
        assert_eq!(
            column.kind == ColumnKind::Day,
            column.key.ends_with("_by")
                || ["before", "before_now", "due", "promised"].contains(&column.key),
            "{}",
            column.key
        );
        assert_eq!(
            column.kind == ColumnKind::Moment,
            column.key == "at" || column.key.ends_with("_at"),
            "{}",
            column.key
        );
    }
}

#[test]
fn a_column_is_of_the_kind_of_its_values() {
    let happened = every_story().into_iter().flat_map(|story| story.record);
    let all = columns(Sheet::Events, true);
    for happened in happened {
        for (key, value) in written(&happened.event) {
            let column = all.iter().find(|column| column.key == key).unwrap();
            let day = |text: &str| text.parse::<Day>().is_ok();
            let expected = match &value {
                Value::Null => continue,
                Value::Number(_) => ColumnKind::Number,
                Value::String(text) if day(text) => ColumnKind::Day,
                Value::String(_) | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
                    ColumnKind::Text
                }
            };
            assert_eq!(column.kind, expected, "{key}");
        }
    }
}

#[test]
fn more_than_a_sheet_holds_is_said_before_anything_is_written() {
    // That many signals are not made here: the limit itself is tried.
    assert!(xlsx::check_rows(1_048_575).is_ok());
    assert!(matches!(
        xlsx::check_rows(1_048_576),
        Err(ExportError::TooManyRows(1_048_576))
    ));
}
