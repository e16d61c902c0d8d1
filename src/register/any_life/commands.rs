//! Any command of any verb.

use proptest::prelude::*;

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::{CodeEnum, OrganisationId};
use crate::domain::event::{Basis, Channel, DeclineReason, Level, Offer, Outcome};
use crate::domain::lifecycle::{
    Command, Correcting, FeedbackContent, HeardContent, Recipient, Verb,
};
use crate::domain::residence::Residence;
use crate::domain::signal::{Particulars, Topics, Urgency};
use crate::domain::words::ContactLine;
use crate::register::examples::*;

pub(super) fn anybody() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(EVERYBODY.to_vec())
}

fn describe() -> impl Strategy<Value = FeedbackContent> {
    prop_oneof![
        Just(FeedbackContent::StatusOnly),
        Just(FeedbackContent::Full(words("Wij zijn ermee bezig.")))
    ]
}

/// Every verb of the work, some more often than others.
pub fn any_command() -> impl Strategy<Value = Command> {
    let weighted = |verb: &Verb| (weight(*verb), any_of(*verb));
    proptest::strategy::Union::new_weighted(Verb::ALL.iter().map(weighted).collect())
}

/// What leads a signal on is tried more often: the states behind it are reached too.
fn weight(verb: Verb) -> u32 {
    match verb {
        Verb::Final => 4,
        Verb::Accept
        | Verb::Decline
        | Verb::Heard
        | Verb::Confirm
        | Verb::Reject
        | Verb::Close
        | Verb::Reopen
        | Verb::Undo => 2,
        Verb::FamilyKnown
        | Verb::DeclineClaim
        | Verb::ProposeTransfer
        | Verb::TakeTransfer
        | Verb::RefuseTransfer
        | Verb::EndTransfer
        | Verb::Uninvolve
        | Verb::Assign
        | Verb::Reroute
        | Verb::Involve
        | Verb::Ask
        | Verb::Reply
        | Verb::Amend
        | Verb::Correct
        | Verb::Interim
        | Verb::Withdraw
        | Verb::Escalate => 1,
    }
}

/// Any command of this verb.
fn any_of(verb: Verb) -> BoxedStrategy<Command> {
    let said = || words("Omdat het zo is.");
    let channel = || proptest::sample::select(Channel::ALL.to_vec());
    match verb {
        Verb::Accept => any_contact()
            .prop_map(|contact| Command::Accept { contact })
            .boxed(),
        Verb::FamilyKnown => Just(Command::FamilyKnown).boxed(),
        Verb::DeclineClaim => Just(Command::DeclineClaim {
            reason: DeclineReason::OtherTopic,
            words: Some(said()),
        })
        .boxed(),
        Verb::Decline => proptest::option::of(anybody()).prop_map(decline).boxed(),
        Verb::ProposeTransfer => anybody()
            .prop_map(|to| Command::ProposeTransfer {
                to: organisation(to),
                words: None,
            })
            .boxed(),
        Verb::TakeTransfer => Just(Command::TakeTransfer).boxed(),
        Verb::RefuseTransfer => Just(Command::RefuseTransfer {
            words: Some(said()),
        })
        .boxed(),
        Verb::EndTransfer => Just(Command::EndTransfer).boxed(),
        Verb::Uninvolve => anybody()
            .prop_map(|who| Command::Uninvolve {
                organisation: organisation(who),
            })
            .boxed(),
        Verb::Heard => any_told().boxed(),
        Verb::Assign => anybody()
            .prop_map(move |to| Command::Assign {
                to: organisation(to),
                reason: said(),
            })
            .boxed(),
        Verb::Reroute => any_reroute().boxed(),
        Verb::Involve => anybody()
            .prop_map(|who| Command::Involve {
                organisation: organisation(who),
            })
            .boxed(),
        Verb::Ask => proptest::option::of(anybody())
            .prop_map(move |of| Command::Ask {
                of: of.map(organisation),
                question: said(),
            })
            .boxed(),
        Verb::Reply => proptest::option::of(0..9u32)
            .prop_map(move |question| Command::Reply {
                question,
                words: said(),
            })
            .boxed(),
        Verb::Amend => any_amendment().boxed(),
        Verb::Correct => any_correction().boxed(),
        Verb::Interim => (channel(), describe())
            .prop_map(|(channel, content)| Command::Interim { channel, content })
            .boxed(),
        Verb::Final => any_answer().boxed(),
        Verb::Confirm => Just(Command::Confirm { words: None }).boxed(),
        Verb::Reject => any_instead()
            .prop_map(move |instead| Command::Reject {
                words: said(),
                instead,
            })
            .boxed(),
        Verb::Close => Just(Command::Close).boxed(),
        Verb::Reopen => any_instead()
            .prop_map(move |instead| Command::Reopen {
                reason: said(),
                instead,
            })
            .boxed(),
        Verb::Withdraw => Just(Command::Withdraw { reason: said() }).boxed(),
        Verb::Undo => Just(Command::Undo).boxed(),
        Verb::Escalate => any_alarm().boxed(),
    }
}

fn any_reroute() -> impl Strategy<Value = Command> {
    (anybody(), describe(), anybody()).prop_map(|(to, text, coordinator)| {
        let level = if text == FeedbackContent::StatusOnly {
            Level::StatusOnly
        } else {
            Level::Full
        };
        let mut command = reroute_at(to, level, coordinator);
        if let Command::Reroute { offer, .. } = &mut command
            && coordinator == MEE
        {
            offer.basis = Basis::Dispute;
            offer.responsibility = None;
            offer.claimants.clone_from(&offer.involved);
        }
        command
    })
}

fn any_contact() -> impl Strategy<Value = Option<ContactLine>> {
    proptest::option::of(Just(ContactLine::new("Els, 06 12345678").unwrap()))
}

/// Seldom: the owner is gone from the map.
fn any_instead() -> impl Strategy<Value = Option<OrganisationId>> {
    proptest::option::weighted(0.2, anybody().prop_map(organisation))
}

fn any_told() -> impl Strategy<Value = Command> {
    let outcome = proptest::option::of(proptest::sample::select(Outcome::ALL.to_vec()));
    let channel = proptest::sample::select(Channel::ALL.to_vec());
    (outcome, channel).prop_map(|(outcome, channel)| Command::Heard {
        channel,
        content: match outcome {
            None => HeardContent::StatusOnly,
            Some(outcome) => HeardContent::Full {
                outcome,
                words: Some(words("Zij belden.")),
            },
        },
    })
}

fn any_amendment() -> impl Strategy<Value = Command> {
    let topics = prop_oneof![Just(vec!["finances"]), Just(vec!["language", "finances"])];
    (topics, anybody()).prop_map(|(codes, who)| Command::Amend {
        topics: Topics::from_list(codes.iter().map(|code| code.parse().unwrap()).collect())
            .unwrap(),
        words: None,
        involve: vec![organisation(who)],
    })
}

/// Of age, place, urgency and day; the map gives it to anybody, or does not know what it is about.
fn any_correction() -> impl Strategy<Value = Command> {
    let facts = (
        proptest::sample::select(vec!["5 days", "12", "17y11m"]),
        proptest::option::of(proptest::sample::select(vec![
            "waterdam-oost",
            "waterdam-noord",
        ])),
        proptest::sample::select(Urgency::ALL.to_vec()),
        proptest::option::of(Just(day("2026-11-27"))),
    );
    let decided = proptest::option::of((anybody(), describe(), any::<bool>()));
    (facts, decided, anybody()).prop_map(|((age, area, urgency, before), decided, coordinator)| {
        let decided = decided.map(|(to, text, sooner)| {
            let level = if text == FeedbackContent::StatusOnly {
                Level::StatusOnly
            } else {
                Level::Full
            };
            let offer = Offer {
                owner: organisation(to),
                level,
                coordinator: organisation(coordinator),
                involved: vec![],
                feedback_by: day(if sooner { "2026-11-24" } else { "2026-12-24" }),
                ..offer()
            };
            (offer, decision("corrected", "new map"))
        });
        Command::Correct(Correcting {
            particulars: Particulars {
                age: Some(age.parse().unwrap()),
                youngest: None,
                residence: area.map(|area| Residence::Area(area.parse().unwrap())),
                urgency,
                before,
            },
            coordinator: organisation(coordinator),
            decided,
            words: Some(words("Toch anders.")),
        })
    })
}

fn any_answer() -> impl Strategy<Value = Command> {
    let outcome = proptest::sample::select(Outcome::ALL.to_vec());
    let channel = proptest::sample::select(Channel::ALL.to_vec());
    (outcome, channel, describe()).prop_map(|(outcome, channel, content)| Command::Final {
        outcome,
        handed_to: (outcome == Outcome::HandedOver)
            .then(|| Recipient::Named(words("De huisarts."))),
        channel,
        content,
    })
}

fn any_alarm() -> impl Strategy<Value = Command> {
    let past = proptest::sample::select(Promise::ALL.to_vec());
    (past, 0..2u8, any::<bool>()).prop_map(|(past, after, takes_over)| Command::Escalate {
        step: AlarmStep { past, after },
        informed: vec![organisation(JGZ), organisation(KRAAMZORG)],
        take_over: takes_over.then(|| words("Omdat het zo is.")),
    })
}
