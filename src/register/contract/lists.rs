//! What is promised of lists.

use super::*;
use crate::domain::codes::CodeEnum as _;
use crate::domain::residence::Residence;
use crate::register::CodesInUse;

pub fn a_list_tells_what_a_decision_looks_at<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let topics = Topics::from_list(vec!["language".parse().unwrap()]).unwrap();
    order(
        &mut register,
        id(1),
        JGZ,
        Command::Amend {
            topics: topics.clone(),
            words: None,
            involve: vec![],
        },
        0,
    )
    .unwrap();
    let rows = listed(
        &mut register,
        &Filter {
            states: State::OPEN.to_vec(),
            ..Filter::default()
        },
    );
    let story = register.story(&IdPrefix::from(id(1))).unwrap();
    assert_eq!(rows[0].facts().unwrap(), story.case.facts());
    assert_eq!(
        rows[0].facts().unwrap(),
        Facts {
            topics,
            ..signal(1).facts()
        }
    );
}

/// 1: offered, to be accepted by the 25th. 2: accepted, feedback by the 30th. 3: declined to the
/// municipality. 4: answered.
pub fn four<W: World>() -> (W, Register) {
    let world = W::new();
    let mut register = world.open();
    let mee = Signal {
        sender: organisation(MEE),
        ..but(signal(2), |of| {
            of.residence = Some(Residence::Area("waterdam-oost".parse().unwrap()));
        })
    };
    for signal in [signal(1), mee, signal(3), signal(4)] {
        report(&mut register, &signal);
    }
    order(
        &mut register,
        id(2),
        JGZ,
        Command::Accept { contact: None },
        0,
    )
    .unwrap();
    order(&mut register, id(3), JGZ, decline(None), -1).unwrap();
    order(&mut register, id(4), JGZ, final_feedback(), 0).unwrap();
    (world, register)
}

pub fn a_list_shows_who_waits_oldest_promise_first<W: World>() {
    let (_world, mut register) = four::<W>();
    assert_eq!(numbers(&mut register, &Filter::default()), [3, 1, 2]);
    let all = Filter {
        states: State::OPEN.to_vec(),
        ..Filter::default()
    };
    assert_eq!(numbers(&mut register, &all), [3, 1, 2, 4]);
    let rows = listed(&mut register, &all);
    for row in rows {
        let case = register.story(&IdPrefix::from(row.id)).unwrap().case;
        assert_eq!(
            (row.due, row.state, &row.owner, row.declines),
            (case.due(), case.state(), &case.owner, case.declines)
        );
        assert_eq!(
            (row.accept_by, row.feedback_by, row.topics),
            (case.accept_by(), case.feedback_by, case.topics.clone())
        );
        assert_eq!(
            (row.confirm_by, row.events),
            (case.answer().map(|answer| answer.confirm_by), case.events)
        );
    }
}

pub fn a_list_can_be_narrowed<W: World>() {
    let (_world, mut register) = four::<W>();
    let mut expect = |filter: Filter, expected: &[u32]| {
        assert_eq!(numbers(&mut register, &filter), expected, "{filter:?}")
    };
    expect(
        Filter {
            owner: Some(organisation(GEMEENTE).into()),
            ..Filter::default()
        },
        &[3],
    );
    expect(
        Filter {
            sender: Some(organisation(MEE).into()),
            ..Filter::default()
        },
        &[2],
    );
    expect(
        Filter {
            states: vec![State::Accepted],
            ..Filter::default()
        },
        &[2],
    );
    expect(
        Filter {
            states: vec![State::Closed],
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            states: vec![],
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            areas: vec!["waterdam-oost".parse().unwrap()],
            ..Filter::default()
        },
        &[2],
    );
    expect(
        Filter {
            topics: vec!["mental-health".parse().unwrap()],
            ..Filter::default()
        },
        &[3, 1, 2],
    );
    expect(
        Filter {
            topics: vec!["mental".parse().unwrap(), "parenting".parse().unwrap()],
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            late_on: Some(day("2026-11-25")),
            ..Filter::default()
        },
        &[3],
    );
    expect(
        Filter {
            late_on: Some(day("2026-11-26")),
            limit: Some(1),
            ..Filter::default()
        },
        &[3],
    );
    expect(
        Filter {
            since: Some(monday()),
            ..Filter::default()
        },
        &[3, 1, 2],
    );
    expect(
        Filter {
            since: Some(moment("2026-11-24T00:00:00.000Z")),
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            basis: Some(Basis::Rule),
            ..Filter::default()
        },
        &[3, 1, 2],
    );
    expect(
        Filter {
            basis: Some(Basis::Gap),
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            silent_since: Some(moment("2026-11-22T09:15:00.000Z")),
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            silent_since: Some(moment("2026-11-23T09:15:00.001Z")),
            ..Filter::default()
        },
        &[3, 1, 2],
    );
    expect(
        Filter {
            owner: Some(organisation(JGZ).into()),
            sender: Some(organisation(KRAAMZORG).into()),
            ..Filter::default()
        },
        &[1],
    );
}

pub fn a_list_stops_when_it_is_told_to<W: World>() {
    let (_world, mut register) = four::<W>();
    let all = Filter {
        states: State::OPEN.to_vec(),
        ..Filter::default()
    };
    let mut seen = 0;
    let mut each = |_| {
        seen += 1;
        if seen == 2 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    register.list(&all, &mut each).unwrap();
    assert_eq!(seen, 2);
    assert_eq!(
        listed(
            &mut register,
            &Filter {
                limit: Some(3),
                ..all.clone()
            }
        )
        .len(),
        3
    );
    assert_eq!(
        listed(
            &mut register,
            &Filter {
                limit: Some(0),
                ..all
            }
        )
        .len(),
        0
    );
}

pub fn what_has_ended_is_listed_last_and_newest_first<W: World>() {
    let (_world, mut register) = four::<W>();
    report(&mut register, &signal(5));
    order(&mut register, id(5), JGZ, final_feedback(), 0).unwrap();
    for n in [4, 5] {
        order(
            &mut register,
            id(n),
            KRAAMZORG,
            Command::Confirm { words: None },
            1,
        )
        .unwrap();
    }
    order(
        &mut register,
        id(1),
        KRAAMZORG,
        Command::Withdraw {
            reason: words("Vergissing."),
        },
        1,
    )
    .unwrap();
    let all = Filter {
        states: vec![
            State::Withdrawn,
            State::Closed,
            State::Accepted,
            State::Offered,
        ],
        ..Filter::default()
    };
    assert_eq!(numbers(&mut register, &all), [3, 2, 5, 4, 1]);
    let info = register.info().unwrap();
    let counts: Vec<u64> = info.counts.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts, [1, 1, 0, 2, 1]);
    assert!(info.database.bytes > 0);
}

/// Each owner and each place once, of all signals; topics of those that are open.
pub fn the_codes_in_use_are_those_of_the_signals<W: World>() {
    let world = W::new();
    let mut register = world.open();
    assert_eq!(register.codes_in_use(), Ok(CodesInUse::default()));
    let (world, mut register) = four::<W>();
    let mut expected = CodesInUse::default();
    for row in listed(
        &mut register,
        &Filter {
            states: State::ALL.to_vec(),
            ..Filter::default()
        },
    ) {
        if State::OPEN.contains(&row.state) {
            expected.topics.extend(row.topics.iter().cloned());
        }
        expected.owners.insert(row.owner);
        expected.areas.extend(row.area);
    }
    assert!(expected.owners.len() > 1 && !expected.areas.is_empty() && !expected.topics.is_empty());
    assert_eq!(register.codes_in_use(), Ok(expected.clone()));
    let of = |owners: &[&str]| Filter {
        states: State::ALL.to_vec(),
        concerning: Some(CodesInUse {
            owners: owners.iter().map(|owner| organisation(owner)).collect(),
            ..CodesInUse::default()
        }),
        ..Filter::default()
    };
    let owned = listed(&mut register, &of(&[JGZ])).len();
    assert!(
        owned > 0
            && owned
                < listed(
                    &mut register,
                    &Filter {
                        states: State::ALL.to_vec(),
                        ..Filter::default()
                    }
                )
                .len()
    );
    assert_eq!(listed(&mut register, &of(&[])), vec![], "nothing is gone");
    drop(world);
}
