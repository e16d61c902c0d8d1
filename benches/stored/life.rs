//! One signal, from its report to where it stands in November 2026. Most go as they should.

use seinhuis::domain::age::Age;
use seinhuis::domain::calendar::{Term, TermUnit};
use seinhuis::domain::codes::{CodeEnum, OrganisationId};
use seinhuis::domain::discussed::Discussed;
use seinhuis::domain::event::{Basis, Channel, DecisionRecord, DeclineReason, Offer, Outcome, Via};
use seinhuis::domain::lifecycle::{Command, FeedbackContent, OwnerDays, Recipient, Terms, decide};
use seinhuis::domain::residence::Residence;
use seinhuis::domain::signal::{Particulars, Signal, SignalWords, Topics, Urgency};
use seinhuis::domain::signal_id::{IdPrefix, SignalId};
use seinhuis::domain::time::{Day, Moment};
use seinhuis::domain::words::Words;
use seinhuis::output::reason;
use seinhuis::register::{Register, ReportOutcome};
use seinhuis::routing::decide as decide_owner;
use seinhuis::routing::explanation::Explanation;
use seinhuis::routing::map::RouteMap;

use crate::generator::{DISTRICTS, PARTS, ROOTS, SENDERS};

/// A signal on its way, and the day of its last step.
struct Life<'r> {
    register: &'r mut Register,
    map: &'r RouteMap,
    id: SignalId,
    day: Day,
    offer: Offer,
    sender: OrganisationId,
    /// Somebody else than the owner.
    other: OrganisationId,
}

/// Leads the life with the number `n`; so many of every thousand are still unanswered at the end of
/// it.
pub fn lead(register: &mut Register, map: &RouteMap, n: u32, unanswered: u32) {
    let place = n % 1000;
    let open = place < unanswered + 5;
    // Those that are open were reported in the last weeks, the others in the year before.
    let first: Day = if open { "2026-10-26" } else { "2025-09-01" }
        .parse()
        .unwrap();
    let spread = if open { 25 } else { 400 };
    let mut life = Life::begin(register, map, n, first.plus(i64::from(mixed(n) % spread)));
    match place {
        _ if place < unanswered => life.stays_unanswered(mixed(n) / 7),
        _ if open => life.is_answered(),
        _ if place % 100 == 99 => {
            life.takes(life.sender.clone(), Command::Withdraw { reason: words() })
        }
        _ => life.ends(mixed(n) / 7 % 100),
    }
}

/// The numbers in another order: always the same, and with no pattern to see.
fn mixed(n: u32) -> u32 {
    n.wrapping_mul(2_654_435_761)
        .rotate_left(15)
        .wrapping_mul(2_246_822_519)
        >> 4
}

fn words() -> Words {
    Words::new("Something to say in a few words.").unwrap()
}

fn code(text: &str) -> OrganisationId {
    text.parse().unwrap()
}

impl<'r> Life<'r> {
    /// Reported by a school, doctor or policeman of the municipality; the map decides, but for a
    /// few that it leaves to the coordinator.
    fn begin(register: &'r mut Register, map: &'r RouteMap, n: u32, day: Day) -> Self {
        let municipalities = map
            .areas()
            .iter()
            .filter(|area| area.id.as_str().starts_with('m'))
            .count();
        let districts = municipalities * DISTRICTS;
        let kind = mixed(n) as usize;
        let (district, topic, part) = (kind % districts, kind / 3 % ROOTS, kind / 31 % PARTS);
        let municipality = district / DISTRICTS;
        let sender = code(&format!(
            "{}-m{municipality}",
            SENDERS[kind / 5 % SENDERS.len()]
        ));
        let [_, a, b, c] = n.to_be_bytes();
        let signal = Signal {
            id: SignalId::from_random([255, a, b, c, 7]),
            sender: sender.clone(),
            contact: None,
            reference: None,
            reported_at: moment(map, day),
            topics: Topics::new(format!("t{topic}/p{part}").parse().unwrap(), []).unwrap(),
            particulars: Particulars {
                age: Some(Age::years(mixed(n) % 90).unwrap()),
                residence: Some(Residence::Area(format!("d{district}").parse().unwrap())),
                urgency: if n.is_multiple_of(9) {
                    Urgency::Urgent
                } else {
                    Urgency::Normal
                },
                ..Particulars::default()
            },
            words: SignalWords {
                seen: words(),
                goes_well: None,
                helpers: None,
                own_words: None,
                discussed: Discussed::Yes,
            },
        };
        let decision = decide_owner(map, &signal.facts(), signal.reported_at);
        let coordinator = code(&format!("council-m{municipality}"));
        let left = match mixed(n) % 50 {
            0 => Some(Basis::Gap),
            1 => Some(Basis::Dispute),
            _ => None,
        };
        let offer = Offer {
            coordinator: coordinator.clone(),
            ..decision.offer()
        };
        let offer = left.map_or(offer.clone(), |basis| Offer {
            owner: coordinator,
            basis,
            responsibility: None,
            ..offer
        });
        let why = if left.is_some() {
            Explanation::default()
        } else {
            decision.why.clone()
        };
        let decision = DecisionRecord {
            reason: reason::written(&why),
            map_digest: map.settings().digest.clone(),
        };
        let actor = map.actor(&signal.sender, None, Via::Import);
        let recorded = register.report(&signal, &offer, &decision, &actor);
        assert_eq!(recorded.unwrap().0, ReportOutcome::New);
        let other = if offer.owner.as_str() == "desk" {
            format!("team-m{municipality}")
        } else {
            "desk".to_owned()
        };
        Self {
            register,
            map,
            id: signal.id,
            day,
            offer,
            sender,
            other: code(&other),
        }
    }

    /// One more step, so many working days later.
    fn takes_after(&mut self, days: u16, by: OrganisationId, command: Command) {
        let settings = self.map.settings();
        let due = |from, count| {
            settings.calendar.due(
                from,
                Term {
                    count,
                    unit: TermUnit::WorkingDays,
                },
            )
        };
        self.day = due(self.day, days);
        let at = moment(self.map, self.day);
        let terms = Terms {
            now: at,
            today: self.day,
            next_working_day: due(self.day, 1),
            ordinary: OwnerDays {
                accept_by: due(self.day, 2),
                feedback_by: due(self.day, 5),
            },
            acute: OwnerDays {
                accept_by: self.day,
                feedback_by: due(self.day, 1),
            },
            confirm_by: due(self.day, 10),
        };
        let actor = self.map.actor(&by, None, Via::Terminal);
        self.register
            .step(&IdPrefix::from(self.id), at, &actor, |case| {
                decide(case, &by, command, &terms)
            })
            .unwrap();
    }

    fn takes(&mut self, by: OrganisationId, command: Command) {
        self.takes_after(1, by, command);
    }

    fn answers(&mut self, days: u16, outcome: Outcome) {
        let channel = Channel::ALL[usize::from(days) % Channel::ALL.len()];
        self.takes_after(
            days,
            self.offer.owner.clone(),
            Command::Final {
                outcome,
                handed_to: (outcome == Outcome::HandedOver)
                    .then(|| Recipient::Organisation(self.offer.coordinator.clone())),
                channel,
                content: FeedbackContent::StatusOnly,
            },
        );
    }

    /// It went to somebody else.
    fn goes_to_other(&mut self) {
        std::mem::swap(&mut self.offer.owner, &mut self.other);
    }

    /// The owner says no; a coordinator cannot, and names another.
    fn is_passed_on(&mut self, suggests: bool) {
        let (owner, coordinator) = (self.offer.owner.clone(), self.offer.coordinator.clone());
        let suggested = suggests.then(|| self.other.clone());
        if owner != coordinator {
            let reason =
                DeclineReason::ALL[self.day.day_of_month() as usize % DeclineReason::ALL.len()];
            self.takes(
                owner.clone(),
                Command::Decline {
                    reason,
                    suggested,
                    words: None,
                },
            );
        }
        if owner == coordinator || !suggests {
            self.takes(
                coordinator,
                Command::Assign {
                    to: self.other.clone(),
                    reason: words(),
                },
            );
        }
        self.goes_to_other();
    }

    fn stays_unanswered(&mut self, kind: u32) {
        let owner = self.offer.owner.clone();
        match kind % 10 {
            0..5 => {}
            5..8 => self.takes(owner, Command::Accept { contact: None }),
            8 => self.takes(
                owner,
                Command::Ask {
                    of: None,
                    question: words(),
                },
            ),
            _ => self.is_passed_on(true),
        }
    }

    fn is_answered(&mut self) {
        self.takes(self.offer.owner.clone(), Command::Accept { contact: None });
        self.answers(2, Outcome::TakenUp);
    }

    /// Ends after what `kind` of a hundred tells; later than promised now and then.
    fn ends(&mut self, kind: u32) {
        let (owner, sender) = (self.offer.owner.clone(), self.sender.clone());
        let days = [1, 2, 2, 3, 3, 4, 4, 6, 9, 14][(kind % 10) as usize];
        let outcome = Outcome::ALL[kind as usize % Outcome::ALL.len()];
        match kind {
            0..50 => self.takes(owner, Command::Accept { contact: None }),
            50..65 => {}
            65..73 => {
                self.takes(
                    owner,
                    Command::Ask {
                        of: None,
                        question: words(),
                    },
                );
                self.takes(
                    sender,
                    Command::Reply {
                        question: None,
                        words: words(),
                    },
                );
            }
            73..83 => self.is_passed_on(kind < 80),
            83..88 => {
                self.takes(
                    owner,
                    Command::ProposeTransfer {
                        to: self.other.clone(),
                        words: None,
                    },
                );
                self.takes(self.other.clone(), Command::TakeTransfer);
                self.goes_to_other();
            }
            88..92 => {
                let topics =
                    Topics::new(format!("t{}", kind as usize % ROOTS).parse().unwrap(), [])
                        .unwrap();
                self.takes(
                    owner,
                    Command::Amend {
                        topics,
                        words: None,
                        involve: vec![],
                    },
                );
                return self.closes(days, Outcome::SomethingElseFound, true);
            }
            92..96 => {
                self.answers(days, outcome);
                self.takes(
                    sender,
                    Command::Reject {
                        words: words(),
                        instead: None,
                    },
                );
            }
            _ => return self.closes(days, outcome, false),
        }
        self.closes(days, outcome, true);
    }

    fn closes(&mut self, days: u16, outcome: Outcome, confirmed: bool) {
        self.answers(days, outcome);
        if confirmed {
            self.takes_after(
                days / 2,
                self.sender.clone(),
                Command::Confirm { words: None },
            );
        } else {
            self.takes_after(11, self.offer.owner.clone(), Command::Close);
        }
    }
}

fn moment(map: &RouteMap, day: Day) -> Moment {
    map.settings().zone.read(&format!("{day}T10:15")).unwrap()
}
