//! How SQLite means to find what is asked: without reading what is not shown, and without sorting.

use crate::domain::signal_state::State;
use crate::register::database::{EachRow, IntegrityIssue, Transaction};
use crate::register::database::{Engine, SqlValue};
use crate::register::engines::sqlite::tests::Folder;
use crate::register::examples::{GEMEENTE, KRAAMZORG, World, id, organisation, referenced, report};
use crate::register::list::ListRow;
use crate::register::row::RowColumns as _;
use crate::register::{Filter, RegisterError, outcome_reader, scan, story};

mod readers;

fn plan(sql: &str, with: &[SqlValue<'_>]) -> String {
    let world = Folder::new();
    let mut register = world.open();
    let mut plan = Vec::new();
    let mut each = |row: &[SqlValue<'_>]| {
        if let [.., SqlValue::Text(detail)] = row {
            plan.push(detail.to_string());
        }
        Ok(std::ops::ControlFlow::Continue(()))
    };
    register
        .database
        .read(|tx| tx.query(&format!("EXPLAIN QUERY PLAN {sql}"), with, &mut each))
        .unwrap();
    plan.join("; ")
}

/// That no rows are sorted; the few that wait for a reply to one signal are, as they are read.
fn sorts_nothing(plan: &str) -> bool {
    !plan
        .replace("USE TEMP B-TREE FOR string_agg(ORDER BY)", "")
        .contains("TEMP B-TREE")
}

fn plan_of(filter: &Filter) -> String {
    let plans = filter
        .listing(&format!("{}, seq", ListRow::select()))
        .into_iter()
        .map(|(sql, mut with)| {
            with.push(SqlValue::Integer(50));
            plan(&sql, &with)
        });
    plans.collect::<Vec<_>>().join(" | ")
}

fn walks(filter: &Filter, index: &str) {
    let plan = plan_of(filter);
    assert!(plan.contains(index) && sorts_nothing(&plan), "{plan}");
}

#[test]
fn the_unanswered_are_walked_in_the_order_of_their_promises() {
    walks(
        &Filter::default(),
        "SEARCH signal USING INDEX in_phase (phase=?)",
    );
    walks(
        &Filter {
            late_on: Some("2026-11-23".parse().unwrap()),
            ..Filter::default()
        },
        "SEARCH signal USING INDEX in_phase (phase=? AND due<?)",
    );
    walks(
        &Filter {
            topics: vec!["housing".parse().unwrap()],
            ..Filter::default()
        },
        "SEARCH signal USING INDEX in_phase (phase=?)",
    );
    walks(
        &Filter {
            states: vec![State::Offered],
            ..Filter::default()
        },
        "SEARCH signal USING INDEX in_phase (phase=?)",
    );
}

#[test]
fn one_organisation_or_area_has_its_own_walk() {
    let owner = Filter {
        owner: Some(organisation(GEMEENTE).into()),
        ..Filter::default()
    };
    walks(
        &owner,
        "SEARCH signal USING INDEX of_owner (owner=? AND phase=?)",
    );
    walks(
        &Filter {
            late_on: Some("2026-11-23".parse().unwrap()),
            ..owner
        },
        "of_owner (owner=? AND phase=? AND due<?)",
    );
    let sender = Filter {
        sender: Some(organisation(KRAAMZORG).into()),
        ..Filter::default()
    };
    walks(
        &sender,
        "SEARCH signal USING INDEX of_sender (sender=? AND phase=?)",
    );
    let area = Filter {
        areas: vec!["waterdam".parse().unwrap()],
        ..Filter::default()
    };
    walks(
        &area,
        "SEARCH signal USING INDEX of_area (area=? AND phase=?)",
    );
}

#[test]
fn what_is_answered_or_ended_is_walked_too() {
    for (state, found) in [
        (State::Answered, "phase=?"),
        (State::Closed, "phase=? AND due=?"),
        (State::Withdrawn, "phase=? AND due=?"),
    ] {
        let all = Filter {
            states: vec![state],
            ..Filter::default()
        };
        let by = |index: &str| format!("SEARCH signal USING INDEX {index}{found})");
        walks(&all, &by("in_phase ("));
        walks(
            &Filter {
                owner: Some(organisation(GEMEENTE).into()),
                ..all.clone()
            },
            &by("of_owner (owner=? AND "),
        );
        walks(
            &Filter {
                sender: Some(organisation(KRAAMZORG).into()),
                ..all.clone()
            },
            &by("of_sender (sender=? AND "),
        );
        walks(
            &Filter {
                areas: vec!["waterdam".parse().unwrap()],
                ..all
            },
            &by("of_area (area=? AND "),
        );
    }
}

#[test]
fn what_waits_for_an_organisation_is_walked_in_the_order_of_its_promises() {
    let filter = Filter {
        states: State::OPEN.to_vec(),
        waiting_for: Some((organisation(GEMEENTE).into(), "2026-11-23".parse().unwrap())),
        ..Filter::default()
    };
    for way in [
        "SEARCH signal USING INDEX of_owner (owner=? AND phase=?)",
        "SEARCH signal USING INDEX proposed (proposed=?)",
        "SEARCH signal USING INDEX asked (phase=?)",
        "SEARCH signal USING INDEX disputed (phase=?)",
        "SEARCH signal USING INDEX of_sender (sender=? AND phase=?)",
        "SEARCH signal USING INDEX of_owner (owner=? AND phase=? AND due<?)",
        "SEARCH signal USING INDEX of_coordinator (coordinator=? AND phase=? AND due<?)",
    ] {
        walks(&filter, way);
    }
    assert_eq!(
        plan_of(&filter)
            .matches("SEARCH signal USING INDEX asked (phase=?)")
            .count(),
        2,
        "{}",
        plan_of(&filter)
    );
}

#[test]
fn all_that_has_ended_is_merged_from_two_walks() {
    let ended = Filter {
        states: vec![State::Closed, State::Withdrawn],
        ..Filter::default()
    };
    walks(
        &ended,
        "SEARCH signal USING INDEX in_phase (phase=? AND due=?)",
    );
    walks(
        &Filter {
            owner: Some(organisation(GEMEENTE).into()),
            ..ended
        },
        "SEARCH signal USING INDEX of_owner (owner=? AND phase=? AND due=?)",
    );
}

#[test]
fn counting_what_waits_reads_only_what_waits() {
    for (sql, with) in Filter::default().selecting("SELECT count(*)") {
        let plan = plan(&sql, &with);
        assert!(plan.contains("INDEX in_phase (phase=?)"), "{plan}");
    }
}

#[test]
fn many_areas_are_found_without_reading_what_has_ended() {
    let areas = ["waterdam", "waterdam-noord", "waterdam-oost"]
        .map(|area| area.parse().unwrap())
        .to_vec();
    assert!(
        plan_of(&Filter {
            areas,
            ..Filter::default()
        })
        .contains("INDEX in_phase (phase=?)")
    );
}

#[test]
fn how_signals_went_is_read_as_it_lies() {
    let plan = plan(&outcome_reader::statement(), &[]);
    assert!(
        plan.contains("SCAN event") && !plan.contains("TEMP B-TREE"),
        "{plan}"
    );
}

/// Notes every statement that it is asked to run.
struct Noting<'t> {
    tx: &'t mut dyn Transaction,
    statements: Vec<(String, Vec<SqlValue<'static>>)>,
}

impl Noting<'_> {
    fn note(&mut self, sql: &str, with: &[SqlValue<'_>]) {
        let with = with.iter().map(SqlValue::to_static).collect();
        self.statements.push((sql.to_owned(), with));
    }
}

impl Transaction for Noting<'_> {
    fn execute(&mut self, sql: &str, with: &[SqlValue<'_>]) -> Result<u64, RegisterError> {
        self.note(sql, with);
        self.tx.execute(sql, with)
    }

    fn query(
        &mut self,
        sql: &str,
        with: &[SqlValue<'_>],
        each: &mut EachRow<'_>,
    ) -> Result<(), RegisterError> {
        self.note(sql, with);
        self.tx.query(sql, with, each)
    }

    fn check(&mut self, each: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError> {
        self.tx.check(each)
    }
}

/// The plans of all statements that this work runs in a register with two signals.
fn plans_of(work: impl Fn(&mut Noting<'_>) -> Result<(), RegisterError>) -> Vec<String> {
    let world = Folder::new();
    let mut register = world.open();
    for n in [1, 2] {
        report(&mut register, &referenced(n, &format!("R{n}")));
    }
    let noted = register.database.write(|tx| {
        let mut noting = Noting {
            tx,
            statements: Vec::new(),
        };
        work(&mut noting)?;
        Ok::<_, RegisterError>(noting.statements)
    });
    let text =
        |(sql, with): (String, Vec<SqlValue<'static>>)| format!("{sql}: {}", plan(&sql, &with));
    noted.unwrap().into_iter().map(text).collect()
}

#[test]
fn one_signal_is_searched_for_and_never_scanned() {
    let plans = plans_of(|tx| {
        story::story(tx, &id(1).into()).unwrap();
        story::words(tx, id(1)).map(drop)
    });
    assert!(plans.len() > 5);
    for plan in plans {
        assert!(
            !plan.contains("SCAN") && !plan.contains("TEMP B-TREE"),
            "{plan}"
        );
    }
}

#[test]
fn what_is_read_of_several_signals_at_once_is_searched_for() {
    let plans = plans_of(|tx| scan::load_stories(tx, &[1, 2], true).map(drop));
    assert!(plans.len() > 5);
    for plan in plans {
        assert!(plan.contains("SEARCH") && !plan.contains("SCAN"), "{plan}");
    }
}

#[test]
fn a_report_and_a_step_search_for_what_they_need() {
    use crate::register::event_writer::EventWriter;
    use crate::register::examples::{decision, offer, sender};
    use crate::register::{audit::hash_chain::Salts, report as one_way_in};
    let plans = plans_of(|tx| {
        let mut salts = Salts::new()?;
        let mut writer = EventWriter::new(tx, &mut salts);
        let again =
            one_way_in::ReportRows::new(&referenced(1, "R1"), &offer(), &sender(), writer.salts);
        one_way_in::record(&mut writer, again, &decision("{}", "digest"))?;
        let new =
            one_way_in::ReportRows::new(&referenced(3, "R3"), &offer(), &sender(), writer.salts);
        one_way_in::record(&mut writer, new, &decision("{}", "digest"))?;
        Ok(())
    });
    assert!(plans.len() > 10);
    // The last of a table is at the end of its index: SQLite calls looking there a search too.
    for plan in plans.iter().filter(|plan| !plan.starts_with("INSERT")) {
        let last_step = plan.contains("ORDER BY step DESC LIMIT 1");
        assert!(last_step || !plan.contains("SCAN"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
}
