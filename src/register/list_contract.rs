//! What a list promises besides what [`super::contract`] says: whom signals wait for, in which
//! order, and how many they are.

use crate::domain::codes::CodeEnum as _;
use crate::domain::lifecycle::Command;
use crate::domain::signal::Urgency;
use crate::domain::signal_state::State;
use crate::register::contract::{four, numbers};
use crate::register::examples::*;
use crate::register::{Filter, Sort};

pub fn a_list_finds_whom_a_signal_waits_for<W: World>() {
    let (_world, mut register) = four::<W>();
    order(
        &mut register,
        id(1),
        JGZ,
        Command::Ask {
            of: Some(organisation(WIJKTEAM)),
            question: words("Kennen jullie hen?"),
        },
        0,
    )
    .unwrap();
    order(
        &mut register,
        id(2),
        JGZ,
        Command::ProposeTransfer {
            to: organisation(WIJKTEAM),
            words: None,
        },
        0,
    )
    .unwrap();
    let confirm_by = terms(0).confirm_by;
    let mut expect = |who: &str, today, expected: &[u32]| {
        let filter = Filter {
            states: State::OPEN.to_vec(),
            waiting_for: Some((organisation(who).into(), today)),
            ..Filter::default()
        };
        assert_eq!(numbers(&mut register, &filter), expected, "{who}");
    };
    expect(JGZ, confirm_by, &[1, 2]);
    expect(GEMEENTE, confirm_by, &[3]);
    expect(WIJKTEAM, confirm_by, &[1, 2]);
    expect(KRAAMZORG, confirm_by, &[4]);
    expect(MEE, confirm_by, &[]);
    // Once the sender let the day pass, the owner and the coordinator may close.
    expect(JGZ, confirm_by.plus(1), &[1, 2, 4]);
    expect(GEMEENTE, confirm_by.plus(1), &[3, 4]);
    // A reply, and a new owner who cannot reply to a question, end the waiting.
    order(
        &mut register,
        id(1),
        WIJKTEAM,
        Command::Reply {
            question: None,
            words: words("Nee."),
        },
        0,
    )
    .unwrap();
    order(&mut register, id(2), WIJKTEAM, Command::TakeTransfer, 0).unwrap();
    let waiting = Filter {
        waiting_for: Some((organisation(WIJKTEAM).into(), confirm_by)),
        ..Filter::default()
    };
    assert_eq!(numbers(&mut register, &waiting), [2]);
    let late = Filter {
        late_on: Some(confirm_by),
        owner: Some(organisation(JGZ).into()),
        ..waiting
    };
    assert_eq!(numbers(&mut register, &late), Vec::<u32>::new());
}

pub fn a_list_can_be_put_in_another_order<W: World>() {
    let (_world, mut register) = four::<W>();
    report(
        &mut register,
        &but(signal(5), |of| {
            (of.urgency, of.residence) = (Urgency::Acute, None);
        }),
    );
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
    let mut expect = |sort, expected: &[u32]| {
        let filter = Filter {
            states: State::ALL.to_vec(),
            sort,
            ..Filter::default()
        };
        assert_eq!(numbers(&mut register, &filter), expected, "{sort}");
        let first = Filter {
            limit: Some(2),
            ..filter
        };
        assert_eq!(numbers(&mut register, &first), expected[..2], "{sort}");
    };
    expect(Sort::Due, &[3, 5, 2, 4, 1]);
    expect(Sort::Reported, &[5, 4, 3, 2, 1]);
    expect(Sort::Last, &[3, 2, 4, 5, 1]);
    expect(Sort::Owner, &[3, 1, 5, 2, 4]);
    expect(Sort::Sender, &[1, 3, 5, 4, 2]);
    expect(Sort::Area, &[1, 3, 4, 2, 5]);
    expect(Sort::Urgency, &[5, 1, 3, 2, 4]);
}

pub fn what_a_list_shows_can_be_counted<W: World>() {
    let (_world, mut register) = four::<W>();
    assert_eq!(
        register.count(&Filter {
            limit: Some(1),
            ..Filter::default()
        }),
        Ok(3)
    );
    assert_eq!(
        register.count(&Filter {
            states: State::ALL.to_vec(),
            sender: Some(organisation(KRAAMZORG).into()),
            ..Filter::default()
        }),
        Ok(3)
    );
    assert_eq!(
        register.count(&Filter {
            states: vec![],
            ..Filter::default()
        }),
        Ok(0)
    );
}
