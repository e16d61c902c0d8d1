//! The second lock: which map says who coordinates a signal.

use rstest::rstest;

use crate::domain::signal_state::State;
use crate::register::engines::sqlite::tests::visit::*;
use crate::register::examples::*;

#[rstest]
#[case::another(MEE, "another", None)]
#[case::whom_it_names(GEMEENTE, "another", Some("cannot follow"))]
#[case::no_map(MEE, "", Some("CHECK"))]
fn a_signal_names_another_coordinator_by_a_map_alone(
    #[case] to: &str,
    #[case] map: &str,
    #[case] why: Option<&str>,
    #[values(
        State::Offered,
        State::Accepted,
        State::Answered,
        State::Closed,
        State::Withdrawn
    )]
    state: State,
) {
    let (world, _register) = with_a_signal(state);
    let visitor = visitor(&world);
    let ask = |sql: &str| visitor.query_row(sql, [], |row| row.get::<_, String>(0));
    let number = ask("SELECT CAST(events + 1 AS TEXT) FROM signal").unwrap();
    let sql = event(
        ", coordinator, map_digest",
        &format!("1, {number}, 'coordinator-changed', {AT}, '{MEE}', '{to}', '{map}'"),
    );
    let last_at = ask("SELECT last_at FROM signal");
    match why {
        Some(why) => assert!(refused(&visitor, &sql).contains(why)),
        None => {
            visitor.execute_batch(&sql).unwrap();
            assert_eq!(ask("SELECT coordinator FROM signal").unwrap(), to);
            assert_eq!(
                ask("SELECT last_at FROM signal"),
                last_at,
                "nobody did something with it"
            );
        }
    }
}
