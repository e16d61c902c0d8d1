//! A small fictional world for the tests of the register.

use crate::domain::codes::OrganisationId;
use crate::domain::discussed::Discussed;
use crate::domain::event::{
    Actor, AsWas, Basis, Channel, DecisionRecord, DeclineReason, Level, Offer, Outcome, Via,
};
use crate::domain::lifecycle::{
    Command, Coordinators, FeedbackContent, Refusal, Step, Terms, decide,
};
use crate::domain::residence::Residence;
use crate::domain::signal::{Particulars, Signal, SignalWords, Topics, Urgency};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::{SignalState, State};
use crate::domain::time::{Day, Moment};
use crate::domain::words::{ContactLine, ExternalReference, PersonName, Words};
use crate::register::{ExistingSignal, Register, ReportOutcome, StepError};

/// A place where registers of one engine can be opened, more than once at the same time.
pub trait World: Sync + Sized {
    /// A world with no register in it.
    fn new() -> Self;
    /// Opens its register to write, making it when there is none.
    fn open(&self) -> Register;
}

pub const KRAAMZORG: &str = "kraamzorg-waterdam";
pub const JGZ: &str = "jgz-waterdam";
pub const WIJKTEAM: &str = "wijkteam-noord";
pub const MEE: &str = "mee-rijnmeer";
pub const GEMEENTE: &str = "gemeente-waterdam";
pub const EVERYBODY: [&str; 5] = [KRAAMZORG, JGZ, WIJKTEAM, MEE, GEMEENTE];

pub fn organisation(code: &str) -> OrganisationId {
    code.parse().unwrap()
}

/// An organisation that does something at a terminal, under its own name.
pub fn actor(code: &str) -> Actor {
    Actor {
        organisation: organisation(code),
        person: (code != MEE).then(|| PersonName::new("Noor").unwrap()),
        via: Via::Terminal,
        as_was: Some(AsWas {
            name: code.to_uppercase(),
            phone: (code != GEMEENTE).then(|| "010-555 01 20".to_owned()),
            email: (code != JGZ).then(|| format!("post@{code}.example")),
        }),
    }
}

/// Who sends the signals of this world.
pub fn sender() -> Actor {
    actor(KRAAMZORG)
}

/// Why the map decided so.
pub fn decision(reason: &str, map_digest: &str) -> DecisionRecord {
    DecisionRecord {
        reason: reason.to_owned(),
        map_digest: map_digest.to_owned(),
    }
}

pub fn words(text: &str) -> Words {
    Words::new(text).unwrap()
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

pub fn monday() -> Moment {
    moment("2026-11-23T09:15:00.000Z")
}

/// Terms that fall due so many days after a Monday in November.
pub fn terms(days_later: i64) -> Terms {
    let today = day("2026-11-23").plus(days_later);
    Terms::in_days(today, 2, 7, 14)
}

/// The number that stands for `n`.
pub fn id(n: u32) -> SignalId {
    let [a, b, c, d] = n.wrapping_mul(2_654_435_761).to_be_bytes();
    SignalId::from_random([a, b, c, d, 7])
}

/// A newborn's mother cries a lot; told by the kraamzorg, with the parents' knowledge.
pub fn signal(n: u32) -> Signal {
    Signal {
        id: id(n),
        sender: organisation(KRAAMZORG),
        contact: Some(ContactLine::new("Noor, 06 12345678").unwrap()),
        reference: None,
        reported_at: monday(),
        topics: Topics::from_list(vec![
            "parenting/attachment".parse().unwrap(),
            "mental-health".parse().unwrap(),
        ])
        .unwrap(),
        particulars: Particulars {
            age: Some("5 days".parse().unwrap()),
            youngest: Some("5 days".parse().unwrap()),
            residence: Some(Residence::Area("waterdam-noord".parse().unwrap())),
            urgency: Urgency::Normal,
            before: Some("2026-12-03".parse().unwrap()),
        },
        words: SignalWords {
            seen: words("Moeder huilt veel, weinig contact met de baby."),
            goes_well: Some(words("Oma komt elke dag.")),
            helpers: None,
            own_words: None,
            discussed: Discussed::Yes,
        },
    }
}

pub fn referenced(n: u32, reference: &str) -> Signal {
    Signal {
        reference: Some(ExternalReference::new(reference).unwrap()),
        ..signal(n)
    }
}

/// The same with other particulars.
pub fn but(mut signal: Signal, change: impl FnOnce(&mut Particulars)) -> Signal {
    change(&mut signal.particulars);
    signal
}

/// JGZ owns it, the wijkteam reads along, the municipality coordinates.
pub fn offer() -> Offer {
    Offer {
        owner: organisation(JGZ),
        basis: Basis::Rule,
        coordinator: organisation(GEMEENTE),
        involved: vec![organisation(WIJKTEAM)],
        claimants: vec![],
        accept_by: day("2026-11-25"),
        feedback_by: day("2026-11-30"),
        level: Level::Full,
        responsibility: Some(
            "topic:parenting age:unborn-4 area:waterdam"
                .parse()
                .unwrap(),
        ),
        knows_family: false,
    }
}

/// JGZ owns what the wijkteam claims too; the municipality coordinates.
pub fn disputed() -> Offer {
    Offer {
        basis: Basis::Dispute,
        responsibility: None,
        claimants: vec![organisation(WIJKTEAM)],
        ..offer()
    }
}

/// As it stands with that number while its owner has yet to accept it.
pub fn already(id: SignalId) -> ExistingSignal {
    let offer = offer();
    ExistingSignal {
        id,
        state: State::Offered,
        owner: offer.owner,
        basis: offer.basis,
        accept_by: Some(offer.accept_by),
        feedback_by: offer.feedback_by,
        sender: organisation(KRAAMZORG),
        sent_by: sender().person,
        coordinator: offer.coordinator,
        area: Some("waterdam-noord".parse().unwrap()),
        proposed: None,
        level: offer.level,
        involved: offer.involved,
        reported_basis: offer.basis,
    }
}

pub fn report(register: &mut Register, signal: &Signal) -> ReportOutcome {
    register
        .report(signal, &offer(), &decision("{}", "digest"), &sender())
        .unwrap()
        .0
}

/// Gives a command as an organisation, some days after the report.
pub fn order(
    register: &mut Register,
    which: SignalId,
    by: &str,
    command: Command,
    days_later: i64,
) -> Result<SignalState, StepError<Refusal>> {
    step_by(register, which, by, days_later, |case, by, terms| {
        decide(case, by, command, terms)
    })
}

/// The same, while the map of that day says who has the rights of a coordinator.
pub fn order_by_map(
    register: &mut Register,
    which: SignalId,
    by: &str,
    command: Command,
    days_later: i64,
    coordinators: &Coordinators,
) -> Result<SignalState, StepError<Refusal>> {
    step_by(register, which, by, days_later, |case, by, terms| {
        coordinators.decide(case, by, command, terms)
    })
}

fn step_by(
    register: &mut Register,
    which: SignalId,
    by: &str,
    days_later: i64,
    decide: impl FnOnce(&SignalState, &OrganisationId, &Terms) -> Result<Vec<Step>, Refusal>,
) -> Result<SignalState, StepError<Refusal>> {
    let by = actor(by);
    let terms = terms(days_later);
    let taken = register.step(&IdPrefix::from(which), terms.now, &by, |case| {
        decide(case, &by.organisation, &terms)
    });
    taken.map(|(stepped, _)| stepped.case)
}

/// A later map gives it to this organisation under the same coordinator; the JGZ reads along. Its
/// earlier promise to the sender is not taken.
pub fn reroute(to: &str) -> Command {
    reroute_at(to, Level::Full, GEMEENTE)
}

pub fn reroute_at(to: &str, level: Level, coordinator: &str) -> Command {
    let involved = if to == JGZ {
        vec![]
    } else {
        vec![organisation(JGZ)]
    };
    let feedback_by = day("2026-11-24");
    let offer = Offer {
        owner: organisation(to),
        involved,
        feedback_by,
        level,
        coordinator: organisation(coordinator),
        ..offer()
    };
    Command::Reroute {
        offer,
        decision: decision("again", "new map"),
        reason: words("De kaart is anders."),
    }
}

pub fn final_feedback() -> Command {
    Command::Final {
        outcome: Outcome::HelpStarted,
        handed_to: None,
        channel: Channel::Phone,
        content: FeedbackContent::Full(words("Wij komen elke week.")),
    }
}

pub fn decline(suggested: Option<&str>) -> Command {
    Command::Decline {
        reason: DeclineReason::OtherTopic,
        suggested: suggested.map(organisation),
        words: None,
    }
}
