//! What each target does with its bytes. tests/it/fuzz_corpus.rs does the same with the corpus that is
//! kept.

#![allow(dead_code, reason = "each target uses one")]

use std::io::Cursor;
use std::sync::LazyLock;

use seinhuis::context::settings;
use seinhuis::domain::codes::OrganisationId;
use seinhuis::domain::signal_id::{IdPrefix, SignalId};
use seinhuis::domain::time::Moment;
use seinhuis::domain::words::is_hidden;
use seinhuis::errors;
use seinhuis::exchange::import::{
    DecodedFile, ImportFormat, ImportSource, ParsedRow, RowParser, SourceError, UnparsedRow,
};
use seinhuis::exit_code::Exit;
use seinhuis::map_file;
use seinhuis::output::error_report::{self, ErrorReport};
use seinhuis::output::i18n::{Language, Texts};
use seinhuis::output::screen::RenderContext;
use seinhuis::routing::decide;
use seinhuis::routing::map::RouteMap;

/// The map against which rows are read; reading it each time would take longer than all else.
static MAP: LazyLock<RouteMap> = LazyLock::new(|| {
    map_file::of_bytes("routes.yaml", include_bytes!("../routes.yaml").to_vec()).unwrap()
});

thread_local! {
    /// English and Dutch: reading the catalogues each time would take longer than all else.
    static TEXTS: [Texts; 2] = [Language::En, Language::Nl].map(Texts::new);
}

/// A file of the map: it is a map by which can be decided, or what is wrong with it is told without
/// harm.
pub fn a_map(bytes: &[u8]) {
    match map_file::of_bytes("routes.yaml", bytes.to_vec()) {
        Ok(map) => decides(&map),
        Err(faults) => {
            assert!(!faults.faults.is_empty());
            TEXTS.with(|all| {
                all.iter().for_each(|texts| {
                    told(&errors::map_invalid(&faults, texts), &screen(texts, None))
                })
            });
        }
    }
}

/// A table of signals.
pub fn a_table(bytes: &[u8]) {
    rows(ImportFormat::Table, bytes);
}

/// Lines of JSON, each a signal.
pub fn lines(bytes: &[u8]) {
    rows(ImportFormat::Lines, bytes);
}

/// A signal's number, whole or a piece of it.
pub fn an_id(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(id) = text.parse::<SignalId>() {
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.as_str().len(), SignalId::LEN);
    }
    if let Ok(prefix) = text.parse::<IdPrefix>() {
        assert_eq!(prefix.to_string().parse(), Ok(prefix.clone()));
        assert_eq!(prefix.whole(), text.parse().ok());
        steers_nothing(&prefix.to_string());
    }
}

/// A configuration file.
pub fn settings(bytes: &[u8]) {
    if let Err(fault) = settings::parse(bytes) {
        TEXTS.with(|[texts, _]| {
            let because = errors::yaml_fault("config.yaml", &fault, texts);
            told(
                &ErrorReport::new("config-invalid", Exit::Usage, "").because(because),
                &screen(texts, None),
            );
        });
    }
}

fn decides(map: &RouteMap) {
    let at = moment();
    for topic in map.topics().iter().take(20) {
        let facts = seinhuis::domain::signal::Facts {
            topics: seinhuis::domain::signal::Topics::new(topic.id.clone(), []).unwrap(),
            particulars: seinhuis::domain::signal::Particulars {
                residence: map
                    .areas()
                    .first()
                    .map(|area| seinhuis::domain::residence::Residence::Area(area.id.clone())),
                ..Default::default()
            },
            sender: None,
        };
        let decision = decide(map, &facts, at);
        assert!(
            map.organisations()
                .iter()
                .any(|organisation| organisation.id == decision.owner),
            "somebody on the map owns it"
        );
    }
}

fn rows(form: ImportFormat, bytes: &[u8]) {
    TEXTS.with(|[texts, _]| rows_told(form, bytes, texts));
}

fn rows_told(form: ImportFormat, bytes: &[u8], texts: &Texts) {
    let map: &RouteMap = &MAP;
    let fresh = || Some(SignalId::from_random([1, 2, 3, 4, 5]));
    let sender: Option<OrganisationId> = "kraamzorg-de-wieg".parse().ok();
    let desk = RowParser::new(map, moment(), sender, &fresh);
    let screen = screen(texts, Some(map));
    let file = |unopened| {
        if let SourceError::File(faults) = unopened {
            told(&errors::import_file(&faults, &screen), &screen);
        }
    };
    let bytes = DecodedFile::of(Box::new(Cursor::new(bytes.to_vec()))).unwrap();
    let mut source = match ImportSource::open(bytes, form, &[], true) {
        Ok(source) => source,
        Err(unopened) => return file(unopened),
    };
    let rejects = source.rejects();
    loop {
        let raw = match source.next_row() {
            Ok(Some(raw)) => raw,
            Ok(None) => return,
            Err(unopened) => return file(unopened),
        };
        match desk.parse_row(&raw) {
            Ok(ParsedRow::Report {
                signal, decided_at, ..
            }) => {
                let _ = decide(map, &signal.facts(), decided_at);
                assert!(signal.reported_at <= moment());
                assert!(
                    !signal
                        .words
                        .seen
                        .as_str()
                        .chars()
                        .any(|c| c.is_control() && c != '\n' && c != '\t')
                );
            }
            Ok(ParsedRow::History(_)) => {}
            Err(UnparsedRow::NoNumber) => panic!("there are numbers"),
            Err(UnparsedRow::Faults { faults, acute: _ }) => {
                assert!(!faults.is_empty());
                let because: Vec<String> = faults
                    .iter()
                    .map(|fault| errors::row_fault(fault, &screen))
                    .collect();
                because.iter().for_each(|text| steers_nothing(text));
                let _ = rejects.row(&raw, &because.join(" "));
            }
        }
    }
}

fn screen<'a>(texts: &'a Texts, map: Option<&'a RouteMap>) -> RenderContext<'a> {
    RenderContext {
        texts,
        map,
        as_they_were: None,
        now: moment(),
        width: None,
        colour: false,
    }
}

/// As a person and as a script read it.
fn told(error_report: &ErrorReport, screen: &RenderContext<'_>) {
    steers_nothing(&error_report::sentences(error_report, screen));
    steers_nothing(&error_report::json(error_report));
}

fn moment() -> Moment {
    "2026-11-23T09:15:00.000Z".parse().unwrap()
}

#[track_caller]
fn steers_nothing(text: &str) {
    assert!(
        !text
            .chars()
            .any(|c| (c.is_control() && c != '\n') || is_hidden(c)),
        "{text:?} steers"
    );
}
