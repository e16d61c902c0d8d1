//! What a register promises about references: the numbers that senders' own systems give.

use super::count;
use crate::domain::discussed::Discussed;
use crate::domain::lifecycle::Command;
use crate::domain::residence::Residence;
use crate::domain::signal::{Signal, SignalWords, Topics, Urgency};
use crate::domain::signal_state::State;
use crate::register::examples::*;
use crate::register::{ExistingSignal, Register, RegisterError, ReportOutcome, StepError};

pub fn a_reference_belongs_to_one_signal_of_its_sender<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &referenced(1, "K-12"));
    assert_eq!(
        report(&mut register, &referenced(2, "K-12")),
        ReportOutcome::Existing(already(id(1)))
    );
    let urgent = but(referenced(3, "K-12"), |of| {
        of.urgency = Urgency::Urgent;
    });
    assert_eq!(
        register.report(&urgent, &offer(), &decision("{}", "digest"), &sender()),
        Err(RegisterError::ReferenceTaken { id: id(1) })
    );
    let elsewhere = Signal {
        sender: organisation(MEE),
        ..referenced(4, "K-12")
    };
    assert_eq!(report(&mut register, &elsewhere), ReportOutcome::New);
    assert_eq!(
        report(&mut register, &referenced(5, "K-13")),
        ReportOutcome::New
    );
}

pub fn every_part_of_the_content_makes_another_signal<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &referenced(1, "K-12"));
    let same = referenced(2, "K-12");
    let words_of = |change: fn(&mut SignalWords)| {
        let mut signal = same.clone();
        change(&mut signal.words);
        signal
    };
    let others = [
        but(same.clone(), |of| of.age = None),
        but(same.clone(), |of| of.youngest = None),
        but(same.clone(), |of| of.residence = None),
        but(same.clone(), |of| {
            of.residence = Some(Residence::Outside("9999".parse().unwrap()));
        }),
        but(same.clone(), |of| of.urgency = Urgency::Acute),
        but(same.clone(), |of| of.before = None),
        Signal {
            topics: Topics::from_list(vec!["mental-health".parse().unwrap()]).unwrap(),
            ..same.clone()
        },
        words_of(|of| of.seen = words("Iets anders.")),
        words_of(|of| of.goes_well = None),
        words_of(|of| of.helpers = Some(words("De buurvrouw."))),
        words_of(|of| of.own_words = Some(words("Ik ben moe."))),
        words_of(|of| of.discussed = Discussed::No(words("De vader was erbij."))),
    ];
    for other in others {
        assert_eq!(
            register.report(&other, &offer(), &decision("{}", "digest"), &sender()),
            Err(RegisterError::ReferenceTaken { id: id(1) }),
            "{other:?}"
        );
    }
    let later = Signal {
        contact: None,
        reported_at: moment("2026-12-24T10:00:00.000Z"),
        ..same
    };
    assert_eq!(
        report(&mut register, &later),
        ReportOutcome::Existing(already(id(1)))
    );
    assert_eq!(count(&mut register, "event"), 1);
}

pub fn a_signal_that_was_withdrawn_gives_its_reference_free<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let elsewhere = |n, area: &str| {
        but(referenced(n, "K-12"), |of| {
            of.residence = Some(Residence::Area(area.parse().unwrap()));
        })
    };
    let withdraw = |register: &mut Register, n| {
        let reason = words("Verkeerde postcode.");
        order(register, id(n), KRAAMZORG, Command::Withdraw { reason }, 0).unwrap();
    };
    let again = |register: &mut Register, signal: &Signal| {
        register.report(signal, &offer(), &decision("{}", "digest"), &sender())
    };
    report(&mut register, &elsewhere(1, "waterdam"));
    withdraw(&mut register, 1);
    // By its reference, and by its number.
    for n in [2, 1] {
        assert_eq!(
            again(&mut register, &elsewhere(n, "waterdam")),
            Err(RegisterError::WithdrawnBefore { id: id(1) })
        );
    }
    assert_eq!(
        report(&mut register, &elsewhere(3, "veenbroek")),
        ReportOutcome::New
    );
    assert_eq!(
        report(&mut register, &elsewhere(4, "veenbroek")),
        ReportOutcome::Existing(ExistingSignal {
            area: Some("veenbroek".parse().unwrap()),
            ..already(id(3))
        })
    );
    assert_eq!(
        again(&mut register, &elsewhere(5, "waterdam")),
        Err(RegisterError::WithdrawnBefore { id: id(1) })
    );
    assert_eq!(
        again(&mut register, &elsewhere(6, "rijnmeer")),
        Err(RegisterError::ReferenceTaken { id: id(3) })
    );
    withdraw(&mut register, 3);
    for (area, before) in [("waterdam", 1), ("veenbroek", 3)] {
        assert_eq!(
            again(&mut register, &elsewhere(7, area)),
            Err(RegisterError::WithdrawnBefore { id: id(before) })
        );
    }
    assert_eq!(
        report(&mut register, &elsewhere(8, "rijnmeer")),
        ReportOutcome::New
    );
    assert_eq!(count(&mut register, "signal"), 3);
    assert_eq!(register.verify(&[]).unwrap().findings, []);
}

pub fn a_withdrawal_is_taken_back_while_nothing_else_has_its_reference<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let order = |register: &mut Register, command| order(register, id(1), KRAAMZORG, command, 0);
    let withdraw = || Command::Withdraw {
        reason: words("Vergissing."),
    };
    report(&mut register, &referenced(1, "K-12"));
    order(&mut register, withdraw()).unwrap();
    let back = order(&mut register, Command::Undo).unwrap();
    assert_eq!(back.state(), State::Offered);
    order(&mut register, withdraw()).unwrap();
    let corrected = but(referenced(2, "K-12"), |of| of.urgency = Urgency::Urgent);
    report(&mut register, &corrected);
    assert_eq!(
        order(&mut register, Command::Undo),
        Err(StepError::Register(RegisterError::ReferenceGivenAway {
            id: id(2)
        }))
    );
    assert_eq!(register.verify(&[]).unwrap().findings, []);
}
