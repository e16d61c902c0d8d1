//! A register that fills every column of every table at least once.

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::discussed::Discussed;
use crate::domain::event::{Channel, Offer, Outcome};
use crate::domain::lifecycle::{Command, Coordinators, FeedbackContent, Recipient};
use crate::domain::residence::Residence;
use crate::domain::signal::Signal;
use crate::register::engines::sqlite::tests::Folder;
use crate::register::examples::*;
use crate::register::{Filter, Register};

/// A register in which every column is filled somewhere, also those that are seldom.
pub(super) fn full() -> (Folder, Register) {
    let world = Folder::new();
    let mut register = world.open();
    let own_words = SignalWordsOf(&signal(1)).all();
    report(
        &mut register,
        &Signal {
            words: own_words,
            ..referenced(1, "K-12")
        },
    );
    report(
        &mut register,
        &Signal {
            contact: None,
            ..but(signal(2), |of| {
                of.age = None;
                of.residence = Some(Residence::Outside("9999".parse().unwrap()));
            })
        },
    );
    report(&mut register, &signal(3));
    let propose = Command::ProposeTransfer {
        to: organisation(MEE),
        words: Some(words("Past beter bij MEE.")),
    };
    let ask = Command::Ask {
        of: None,
        question: words("Waar?"),
    };
    let topics =
        crate::domain::signal::Topics::from_list(vec!["finances".parse().unwrap()]).unwrap();
    let interim = Command::Interim {
        channel: Channel::Email,
        content: FeedbackContent::StatusOnly,
    };
    let late = AlarmStep {
        past: Promise::Feedback,
        after: 0,
    };
    let lives: [(u32, &str, Command, i64); 22] = [
        (1, JGZ, propose.clone(), 0),
        (2, JGZ, Command::Accept { contact: None }, 0),
        (1, MEE, Command::RefuseTransfer { words: None }, 0),
        (1, JGZ, decline(Some(WIJKTEAM)), 1),
        (1, WIJKTEAM, ask.clone(), 1),
        (
            1,
            KRAAMZORG,
            Command::Reply {
                question: None,
                words: words("Daar."),
            },
            1,
        ),
        (1, WIJKTEAM, ask, 1),
        (3, JGZ, decline(None), 1),
        (
            1,
            WIJKTEAM,
            Command::Amend {
                topics,
                words: None,
                involve: vec![organisation(MEE)],
            },
            1,
        ),
        (2, JGZ, propose, 2),
        (2, MEE, Command::TakeTransfer, 2),
        (2, MEE, interim, 2),
        (2, MEE, final_feedback(), 2),
        (
            2,
            KRAAMZORG,
            Command::Reject {
                words: words("Klopt niet."),
                instead: None,
            },
            3,
        ),
        (2, MEE, final_feedback(), 3),
        (2, KRAAMZORG, Command::Confirm { words: None }, 3),
        (
            2,
            KRAAMZORG,
            Command::Reopen {
                reason: words("Toch weer."),
                instead: None,
            },
            4,
        ),
        (3, GEMEENTE, reroute(WIJKTEAM), 4),
        (
            3,
            GEMEENTE,
            Command::Assign {
                to: organisation(MEE),
                reason: words("Daarom."),
            },
            4,
        ),
        (
            2,
            GEMEENTE,
            Command::Escalate {
                step: late,
                informed: vec![organisation(JGZ)],
                take_over: None,
            },
            20,
        ),
        (
            1,
            WIJKTEAM,
            Command::ProposeTransfer {
                to: organisation(MEE),
                words: None,
            },
            5,
        ),
        (
            3,
            KRAAMZORG,
            Command::Withdraw {
                reason: words("Vergissing."),
            },
            5,
        ),
    ];
    for (number, (n, by, command, later)) in lives.into_iter().enumerate() {
        order(&mut register, id(n), by, command, later)
            .unwrap_or_else(|error| panic!("{number}: {error:?}"));
    }
    let gap = Offer {
        basis: crate::domain::event::Basis::Gap,
        responsibility: None,
        ..offer()
    };
    register
        .report(
            &signal(4),
            &gap,
            &decision("{\"why\":2}", "digest"),
            &sender(),
        )
        .unwrap();
    let handed_over = Command::Final {
        outcome: Outcome::HandedOver,
        handed_to: Some(Recipient::Organisation(organisation(MEE))),
        channel: Channel::Phone,
        content: FeedbackContent::Full(words("Zij nemen het over.")),
    };
    for command in [handed_over.clone(), Command::Undo, handed_over] {
        order(&mut register, id(4), JGZ, command, 1).unwrap();
    }
    let assign = Command::Assign {
        to: organisation(WIJKTEAM),
        reason: words("De kaart is anders."),
    };
    let map = Coordinators {
        of_area: organisation(MEE),
        of_map: organisation(MEE),
        map_digest: "new map".into(),
    };
    order_by_map(&mut register, id(2), MEE, assign, 1, &map).unwrap();
    for because in [None, Some(words("Klacht 12."))] {
        register
            .record_export(
                &Filter::default(),
                monday(),
                &organisation(GEMEENTE),
                because,
            )
            .unwrap();
    }
    (world, register)
}

/// The words of a signal, with every part filled.
struct SignalWordsOf<'s>(&'s Signal);

impl SignalWordsOf<'_> {
    fn all(&self) -> crate::domain::signal::SignalWords {
        let helpers = Some(words("De buurvrouw."));
        crate::domain::signal::SignalWords {
            helpers: helpers.clone(),
            own_words: helpers,
            discussed: Discussed::No(words("De vader was erbij.")),
            ..self.0.words.clone()
        }
    }
}
