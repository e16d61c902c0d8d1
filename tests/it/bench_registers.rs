//! The registers that benches/stored makes to measure with are registers: every signal in them
//! tells a story that could have happened.

use std::ops::ControlFlow;

use crate::generator::{self, Land};
use crate::stored::{LIVES, Stored};
use seinhuis::domain::codes::CodeEnum;
use seinhuis::domain::signal_id::IdPrefix;
use seinhuis::domain::signal_state::State;
use seinhuis::register::{Access, Address, Clock, Filter, Register};

#[test]
fn a_register_to_measure_with_is_read_without_fault_and_most_of_it_has_ended() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.yaml");
    std::fs::write(&map, generator::map(&Land::with(300))).unwrap();
    let signals = 3 * LIVES;
    let path = Stored {
        signals,
        unanswered: 20,
    }
    .make(&map, folder.path().join("register.db"));
    let mut register = Register::open(&Address::File(path), Access::Write(Clock::System)).unwrap();

    let counts: Vec<u64> = register
        .info()
        .unwrap()
        .counts
        .iter()
        .map(|(_, count)| *count)
        .collect();
    let unanswered = u64::from(signals) * 20 / 1000;
    assert_eq!(
        (counts.iter().sum::<u64>(), counts[0] + counts[1]),
        (signals.into(), unanswered)
    );
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");

    let mut ids = Vec::new();
    let mut each = |row: seinhuis::register::ListRow| {
        ids.push(row.id);
        ControlFlow::Continue(())
    };
    register
        .list(
            &Filter {
                states: State::ALL.to_vec(),
                ..Filter::default()
            },
            &mut each,
        )
        .unwrap();
    assert_eq!(ids.len(), signals as usize);
    // Reading a story compares where the signal stands with the fold of its events.
    for id in ids.iter().step_by(7) {
        let story = register.story(&IdPrefix::from(*id)).unwrap();
        assert!(!register.words(story.reported.id).unwrap().is_empty());
    }
}
