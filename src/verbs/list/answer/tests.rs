//! The list as a person sees it at a terminal.

use rstest::rstest;
use serde_json::Value;

use crate::domain::calendar::Calendar;
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::{Basis, Level};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::signal::{Topics, Urgency};
use crate::domain::signal_state::State;
use crate::domain::time::Zone;
use crate::output::answer::{Data as _, Format, write};
use crate::output::i18n::{Language, Texts};
use crate::output::screen::RenderContext;
use crate::output::wrap;
use crate::register::ListRow;
use crate::verbs::list::answer::{Column, ListKind, ListView, Viewpoint};

/// Promised by Tuesday 17 November; nothing happened since Monday the 16th.
fn row(owner: &str, sender: &str, topic: &str) -> ListRow {
    let topics =
        Topics::from_list(vec![topic.parse().unwrap(), "finances".parse().unwrap()]).unwrap();
    let at = "2026-11-16T09:00:00Z".parse().unwrap();
    ListRow {
        id: "K7M4-Q2X8".parse().unwrap(),
        sender: sender.parse().unwrap(),
        reported_at: at,
        age: None,
        youngest: None,
        area: Some("waterdam-noord".parse().unwrap()),
        place: None,
        urgency: Urgency::Urgent,
        before: None,
        coordinator: "gemeente".parse().unwrap(),
        basis: Basis::Gap,
        level: Level::Full,
        state: State::Offered,
        owner: owner.parse().unwrap(),
        topics,
        accept_by: Some("2026-11-17".parse().unwrap()),
        feedback_by: "2026-11-20".parse().unwrap(),
        confirm_by: None,
        due: Some("2026-11-17".parse().unwrap()),
        answered_by: None,
        family_known: true,
        claimants: vec![],
        proposed: Some("cjg".parse().unwrap()),
        asked: vec![sender.parse().unwrap()],
        declines: 1,
        events: 4,
        last_at: at,
        of_colleague: false,
        as_reported: None,
    }
}

fn rows() -> Vec<ListRow> {
    vec![
        row("gemeente", "school", "housing"),
        ListRow {
            due: Some("2026-11-26".parse().unwrap()),
            declines: 0,
            basis: Basis::Rule,
            ..row("jgz", "kraamzorg", "parenting/attachment")
        },
    ]
}

/// On Tuesday 24 November, as the coordinator.
fn drawn(
    rows: Vec<ListRow>,
    kind: ListKind,
    columns: &[Column],
    width: usize,
    colour: bool,
    language: Language,
) -> String {
    let now = "2026-11-24T09:00:00Z".parse().unwrap();
    let own = matches!(kind, ListKind::Sent | ListKind::Inbox);
    let reader = gemeente();
    let view = Viewpoint::new(
        Zone::AMSTERDAM,
        Zone::AMSTERDAM.day(now),
        Calendar::default(),
        reader,
        own,
    );
    let listed = ListView {
        signals: rows.into_iter().map(|row| view.signal(row)).collect(),
        view,
        columns: columns.to_vec(),
        kind,
        more: false,
        exit_code: false,
    };
    let texts = Texts::new(language);
    write(
        &listed,
        Format::Table,
        &RenderContext {
            texts: &texts,
            map: None,
            as_they_were: None,
            now,
            width: Some(width),
            colour,
        },
    )
}

fn without_line_ends(text: &str) -> String {
    text.replace('\u{a0}', " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[rstest]
#[case(Language::En, ["5 days late", "silent 6 days", "gap", "declined once", "transfer proposed", "question open"])]
#[case(Language::Nl, ["5 dagen te laat", "6 dagen stil", "gat", "1 keer afgewezen", "overdracht gevraagd", "vraag open"])]
fn what_is_late_silent_declined_or_nobodys_is_told_in_words(
    #[case] language: Language,
    #[case] words: [&str; 6],
) {
    let text = drawn(rows(), ListKind::Unanswered, &[], 300, false, language);
    let asked = [Column::Due, Column::State];
    let state = drawn(rows(), ListKind::Unanswered, &asked, 200, false, language);
    for word in words {
        assert!(without_line_ends(&state).contains(word), "{word}\n{state}");
    }
    assert!(text.contains("K7M4-Q2X8") && !text.contains('\u{1b}'));
}

#[test]
fn a_late_promise_is_red_too_where_colour_may_be_used() {
    let text = drawn(rows(), ListKind::Unanswered, &[], 80, true, Language::En);
    let red: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("\u{1b}[38;5;9m"))
        .collect();
    assert!(
        red[0].contains("17") && !red.iter().any(|line| line.contains("26")),
        "{text}"
    );
}

#[rstest]
fn no_line_is_wider_than_the_screen(
    #[values(40, 60, 70, 80, 99, 100, 120, 150, 200)] width: usize,
    #[values(ListKind::Unanswered, ListKind::Sent, ListKind::Inbox, ListKind::Ended)]
    kind: ListKind,
    #[values(Language::Nl, Language::En)] language: Language,
) {
    let long = ListRow {
        owner: "woningcorporatie-havenrand".parse().unwrap(),
        ..row("gemeente", "meldpunt-bezorgd-waterdam", "mental-health")
    };
    for rows in [rows(), vec![long]] {
        let text = drawn(rows, kind, &[], width, false, language);
        let widest = text.lines().map(wrap::columns).max().unwrap();
        assert!(widest <= width, "{widest}\n{text}");
    }
}

#[test]
fn a_wide_screen_tells_the_area_the_urgency_the_silence_and_the_next_step() {
    let text = without_line_ends(&drawn(
        rows(),
        ListKind::Unanswered,
        &[],
        300,
        false,
        Language::En,
    ));
    for word in [
        "waterdam-noord",
        "urgent",
        "decide who owns it; cjg: take over or refuse;",
        "school: answer a question",
    ] {
        assert!(text.contains(word), "{word}\n{text}");
    }
    assert!(!text.contains("silent 6"), "the column tells it");
}

#[test]
fn an_inbox_names_the_next_step_of_its_reader_alone() {
    let text = without_line_ends(&drawn(
        rows(),
        ListKind::Inbox,
        &[],
        100,
        false,
        Language::En,
    ));
    assert!(
        text.contains("decide who owns it")
            && !text.contains("take over")
            && !text.contains("take on"),
        "{text}"
    );
}

#[test]
fn what_has_ended_has_no_promise_and_tells_its_last_step() {
    let ended = ListRow {
        state: State::Closed,
        due: None,
        accept_by: None,
        ..row("jgz", "school", "housing")
    };
    let text = without_line_ends(&drawn(
        vec![ended],
        ListKind::Ended,
        &[],
        100,
        false,
        Language::En,
    ));
    assert!(
        text.starts_with("Last step Signal") && text.contains("Mon 16 Nov K7M4-Q2X8"),
        "{text}"
    );
}

#[rstest]
#[case(ListKind::Unanswered, "Nothing is unanswered.\n")]
#[case(ListKind::Filtered, "No signal fits this.\n")]
#[case(ListKind::Sent, "No signal of yours is still open.\n")]
#[case(ListKind::Inbox, "Nothing waits for you.\n")]
fn an_empty_list_says_what_is_empty(#[case] kind: ListKind, #[case] said: &str) {
    assert_eq!(drawn(vec![], kind, &[], 80, false, Language::En), said);
}

#[test]
fn below_the_list_stands_how_many_and_how_many_are_late() {
    let text = drawn(rows(), ListKind::Unanswered, &[], 80, false, Language::Nl);
    assert!(
        text.ends_with("\n2 signalen, waarvan 1 te laat. Dagen te laat of stil zijn werkdagen.\n"),
        "{text}"
    );
}

#[test]
fn the_columns_are_the_keys_of_a_signal_in_their_order() {
    let now = "2026-11-24T09:00:00Z".parse().unwrap();
    let today = Zone::AMSTERDAM.day(now);
    let view = Viewpoint::new(
        Zone::AMSTERDAM,
        today,
        Calendar::default(),
        gemeente(),
        false,
    );
    let signal = view.signal(row("jgz", "school", "housing")).json();
    let columns = Column::ALL.iter().map(|column| column.code());
    assert!(signal.as_object().unwrap().keys().eq(columns));
}

/// A pipe is written without the JSON, which takes twice as long; so the two are held against each
/// other.
#[test]
fn a_pipe_says_of_each_column_what_json_says() {
    let quiet = ListRow {
        state: State::Closed,
        accept_by: None,
        due: None,
        area: None,
        answered_by: None,
        family_known: true,
        claimants: vec![],
        proposed: None,
        asked: Vec::new(),
        declines: 0,
        ..row("jgz", "kraamzorg", "parenting")
    };
    let view = Viewpoint::new(
        Zone::AMSTERDAM,
        "2026-11-24".parse().unwrap(),
        Calendar::default(),
        gemeente(),
        false,
    );
    for row in rows().into_iter().chain([quiet]) {
        let signal = view.signal(row);
        let json = signal.json();
        // A person reads the number with its hyphen, also in a pipe.
        assert_eq!(Column::Id.plain(&signal), "K7M4-Q2X8");
        for column in Column::ALL.iter().filter(|column| **column != Column::Id) {
            let value = &json[column.code()];
            assert_eq!(column.plain(&signal), plain(*column, value), "{column}");
        }
    }
}

fn plain(column: Column, value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(false) => String::new(),
        Value::Bool(true) => column.code().to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let texts: Vec<String> = items.iter().map(|item| plain(column, item)).collect();
            texts.join(",")
        }
        Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}

fn gemeente() -> OrganisationCodes {
    let own: OrganisationId = "gemeente".parse().unwrap();
    own.into()
}
