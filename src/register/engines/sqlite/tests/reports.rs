//! The second lock on reports.

use std::collections::BTreeMap;

use rstest::rstest;
use rusqlite::Connection;

use crate::domain::event::{Event, Offer};
use crate::domain::lifecycle::Command;
use crate::domain::signal_state::State;
use crate::register::audit::verify::verify;
use crate::register::engines::sqlite::SqliteTransaction;
use crate::register::engines::sqlite::tests::Folder;
use crate::register::engines::sqlite::tests::statements::other_values;
use crate::register::engines::sqlite::tests::visit::*;
use crate::register::engines::sqlite::tests::visitors::TELLS_THE_VISITOR;
use crate::register::event_row::EventRow;
use crate::register::examples::*;
use crate::register::row::{RowColumns as _, one};
use crate::register::tables::FactsRow;
use crate::register::{NotRestored, OnConflict, ReportOutcome};

/// What a visitor lays ready for the report of the second signal.
fn laid_for_a_report() -> String {
    let facts = facts_with("INSERT", "2, 1", "", "");
    format!(
        "{facts} INSERT INTO words (signal, event, part, text, salt) VALUES (2, 1, 'seen', 'Moe.', '{SEAL}')"
    )
}

/// The columns of that report, each with what a visitor puts in it.
fn columns_of_a_report() -> BTreeMap<&'static str, String> {
    let seal = format!("'{SEAL}'");
    let columns = [
        ("step", "(SELECT max(step) + 1 FROM event)"),
        ("seal", &seal),
        ("via", "'terminal'"),
        ("signal", "2"),
        ("number", "1"),
        ("kind", "'reported'"),
        ("at", AT),
        ("by_organisation", "'kraamzorg-waterdam'"),
        ("id", "'0000000V'"),
        ("to_organisation", "'jgz-waterdam'"),
        ("topics", "'parenting'"),
        ("involved", "'wijkteam-noord mee-rijnmeer'"),
        ("claimants", "''"),
        ("knows_family", "'no'"),
        ("basis", "'gap'"),
        ("coordinator", "'gemeente-waterdam'"),
        ("level", "'full'"),
        ("accept_by", "'2026-11-25'"),
        ("feedback_by", "'2026-11-30'"),
        ("grounds", "1"),
        ("facts", &seal),
        ("words", &seal),
    ];
    let owned = columns.map(|(name, value)| (name, value.to_owned()));
    owned.into_iter().collect()
}

/// Any report that a visitor can write, with any value in any of its columns. What comes through
/// makes a signal that stands where the fold of it does.
#[test]
fn any_report_of_a_visitor_is_refused_or_makes_its_signal_by_the_rules() {
    let (world, _register) = with_a_signal(State::Offered);
    let visitor = Connection::open(world.path()).unwrap();
    let (mut tried, mut through) = (0, 0);
    for column in EventRow::COLUMNS.iter().copied() {
        for value in other_values(column) {
            let mut columns = columns_of_a_report();
            columns.insert(column, value);
            let insert = of_columns(&columns);
            let laid = laid_for_a_report();
            visitor.execute_batch(&format!("BEGIN; {laid}")).unwrap();
            tried += 1;
            if visitor.execute_batch(&insert).is_ok() {
                through += 1;
                let verified =
                    verify(&mut SqliteTransaction::of(&visitor, &world.path()), &[]).unwrap();
                let mut findings = verified.findings.iter();
                let broken = findings.find(|found| !TELLS_THE_VISITOR.contains(&found.kind));
                assert_eq!(broken, None, "{insert}");
            }
            let _ = visitor.execute_batch("ROLLBACK");
        }
    }
    assert!(tried > 1_000 && through > 40, "{through} of {tried}");
}

/// The facts that a visitor lays ready for a report, with any value in any of their columns.
#[test]
fn any_facts_of_a_visitor_are_refused_or_can_be_read() {
    let (world, _register) = with_a_signal(State::Offered);
    let visitor = Connection::open(world.path()).unwrap();
    let salt = format!("'{SEAL}'");
    let key = [("signal", "2"), ("event", "1"), ("salt", &salt)];
    let filled: BTreeMap<&str, &str> = key.into_iter().chain(FACTS).collect();
    let usual = |column: &str| filled.get(column).copied().unwrap_or("NULL").to_owned();
    let words = format!("INSERT INTO words VALUES (2, 1, 'seen', 'Moe.', '{SEAL}')");
    let report = of_columns(&columns_of_a_report());
    let (mut tried, mut through) = (0, 0);
    for (place, column) in FactsRow::COLUMNS.iter().enumerate() {
        for value in other_values(column) {
            let mut values: Vec<_> = FactsRow::COLUMNS.iter().map(|name| usual(name)).collect();
            values[place] = value;
            let facts = format!("INSERT INTO facts VALUES ({})", values.join(", "));
            visitor.execute_batch(&format!("BEGIN; {words}")).unwrap();
            tried += 1;
            if visitor.execute_batch(&format!("{facts}; {report}")).is_ok() {
                through += 1;
                let path = world.path();
                let mut tx = SqliteTransaction::of(&visitor, &path);
                let read = one::<FactsRow>(&mut tx, "FROM facts WHERE signal = 2", &[]);
                let read = read.map(|facts| facts.map(|facts| facts.circumstances()));
                assert!(matches!(read, Ok(Some(Ok(_)))), "{facts}: {read:?}");
            }
            let _ = visitor.execute_batch("ROLLBACK");
        }
    }
    assert!(tried > 100 && through > 20, "{through} of {tried}");
}

#[rstest]
#[case::others("'wijkteam-noord mee-rijnmeer gemeente-waterdam'", true)]
#[case::the_owner("'jgz-waterdam'", false)]
#[case::the_owner_among_others("'wijkteam-noord jgz-waterdam mee-rijnmeer'", false)]
#[case::the_sender("'wijkteam-noord kraamzorg-waterdam'", false)]
#[case::somebody_twice("'mee-rijnmeer wijkteam-noord mee-rijnmeer'", false)]
#[case::whose_code_begins_as_the_owners("'jgz-waterdam-noord jgz'", true)]
fn a_report_involves_others_than_owner_and_sender_each_once(
    #[case] involved: &str,
    #[case] may: bool,
) {
    let (world, mut register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    let mut columns = columns_of_a_report();
    columns.insert("involved", involved.to_owned());
    let (laid, insert) = (laid_for_a_report(), of_columns(&columns));
    visitor.execute_batch(&format!("BEGIN; {laid}")).unwrap();
    if may {
        visitor.execute_batch(&format!("{insert}; COMMIT")).unwrap();
        register.story(&"0000000V".parse().unwrap()).unwrap();
    } else {
        let why = refused(&visitor, &insert);
        assert!(why.contains("involves others"), "{why}");
    }
}

#[rstest]
fn a_reference_stands_for_one_signal_until_it_is_withdrawn(
    #[values("INSERT INTO", "INSERT OR REPLACE INTO", "INSERT OR IGNORE INTO")] insert: &str,
    #[values(false, true)] withdrawn: bool,
) {
    let world = Folder::new();
    let mut register = world.open();
    report(&mut register, &referenced(1, "R1"));
    if withdrawn {
        let reason = words("Verkeerde postcode.");
        order(
            &mut register,
            id(1),
            KRAAMZORG,
            Command::Withdraw { reason },
            0,
        )
        .unwrap();
    }
    let visitor = visitor(&world);
    let laid = laid_for_a_report().replace("event, urgency", "event, reference, urgency");
    let laid = laid.replacen("2, 1,", "2, 1, 'R1',", 1);
    let event = of_columns(&columns_of_a_report()).replacen("INSERT INTO", insert, 1);
    visitor.execute_batch(&format!("BEGIN; {laid}")).unwrap();
    if withdrawn {
        visitor.execute_batch(&format!("{event}; COMMIT")).unwrap();
        register.story(&"0000000V".parse().unwrap()).unwrap();
    } else {
        let why = refused(&visitor, &event);
        assert!(why.contains("recorded once, by its report"), "{why}");
    }
}

#[rstest]
#[case::in_an_area("'waterdam', NULL", true)]
#[case::outside("NULL, '9999'", true)]
#[case::both("'waterdam', '9999'", false)]
#[case::letters("NULL, '9999XX'", false)]
#[case::a_zero_before("NULL, '0999'", false)]
#[case::a_number("NULL, 999", false)]
fn a_person_lives_in_an_area_or_at_a_postcode_outside_the_map(
    #[case] values: &str,
    #[case] may: bool,
) {
    let (world, _register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    let facts = facts_with("INSERT", "2, 1", ", area, place", &format!(", {values}"));
    visitor.execute_batch("BEGIN").unwrap();
    assert_eq!(visitor.execute_batch(&facts).is_ok(), may, "{facts}");
}

/// Also where the rules of the register are gone: nobody could read it again.
#[rstest]
fn a_story_that_does_not_fold_is_not_taken_over(#[values(true, false)] with_rules: bool) {
    let (old, new) = (Folder::new(), Folder::new());
    let (mut from, mut to) = (old.open(), new.open());
    let mut stories = Vec::new();
    for n in [1, 2] {
        report(&mut from, &signal(n));
        let story = from.story(&id(n).into()).unwrap();
        stories.push((story, from.words(id(n)).unwrap()));
    }
    let (story, _) = &mut stories[0];
    story.happened[0].event = Event::Reported(Offer {
        involved: vec![organisation(JGZ)],
        ..offer()
    });
    if !with_rules {
        let drop = "DROP TRIGGER event_keeps_the_rules";
        visitor(&new).execute_batch(drop).unwrap();
    }
    let mut became = Vec::new();
    let mut each = |one| {
        became.push(one);
        false
    };
    to.restore(
        &mut stories.into_iter().map(Ok),
        None,
        OnConflict::LeaveOut,
        &mut each,
    )
    .unwrap();
    assert_eq!(
        became,
        [Err(NotRestored::Impossible), Ok(ReportOutcome::New)]
    );
    assert!(to.story(&id(1).into()).is_err(), "nothing of it");
    to.story(&id(2).into()).unwrap();
}
