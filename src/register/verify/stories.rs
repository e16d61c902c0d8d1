//! The signals in the order of recording: the events of each folded, and held against where it
//! stands and what was written.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::super::database::{Transaction, Value, attempt};
use super::super::error::RegisterError;
use super::super::event_record::read_event;
use super::super::fields::{Fields, Unreadable};
use super::super::record::Standing;
use super::super::seal::{Seal, Written};
use super::super::statements;
use super::super::story::Told;
use super::Listener;
use super::allowed::is_allowed;
use super::finding::{Finding, Kind};
use super::pages::{Page, Pages, passes};
use crate::domain::case::{Case, Impossible, replay};
use crate::domain::signal_id::SignalId;

/// A signal as it stands there.
struct Signal {
    /// `None` when what stands there is no number.
    id: Option<SignalId>,
    contact: Option<String>,
    sender: String,
    standing: Vec<Value<'static>>,
}

/// An event as it stands there.
struct Recorded {
    number: u32,
    step: i64,
    words: Option<String>,
    told: Result<Told, Unreadable>,
}

/// A piece of text as it stands there.
struct Piece {
    part: String,
    text: String,
    salt: String,
}

/// What was written, by the place of its signal and the number of its event.
type Words = BTreeMap<(i64, u32), Vec<Piece>>;

/// What stands there of the signals between two places.
#[derive(Default)]
struct Around {
    events: BTreeMap<i64, Vec<Recorded>>,
    words: Words,
}

/// Holds every signal against its story; gives how many there are.
pub(super) fn look(
    tx: &mut dyn Transaction,
    listener: &mut dyn Listener,
) -> Result<u64, RegisterError> {
    let mut pages = Pages::new(listener.passes_failures());
    let mut reading = Reading {
        tx,
        listener,
        signals: 0,
        last: i64::MIN,
        step: 0,
    };
    while let Some(page) = pages.next(reading.tx, &mut read)? {
        match page {
            Page::Gap(first, last) => {
                reading.listener.found(
                    None,
                    Finding::of(Kind::Unreadable).rows("signal", (first, last)),
                );
                // What is recorded about them is not held against them to be missing.
                reading.last = last;
            }
            Page::Rows(rows) => reading.page(rows)?,
        }
    }
    reading.page(vec![])?;
    Ok(reading.signals)
}

struct Reading<'r> {
    tx: &'r mut dyn Transaction,
    listener: &'r mut dyn Listener,
    signals: u64,
    /// The place up to which all was looked at.
    last: i64,
    /// The step with which the last signal was reported.
    step: i64,
}

impl Reading<'_> {
    /// Holds these signals against what is recorded about them; with none, what is recorded behind
    /// the last of them is of no signal.
    fn page(&mut self, signals: Vec<(i64, Signal)>) -> Result<(), RegisterError> {
        let until = signals.last().map_or(i64::MAX, |(last, _)| *last);
        let last = self.last;
        match attempt(self.tx, |tx| around(tx, last, until))? {
            Ok(around) => {
                self.last = until;
                self.judge(signals, around);
                return Ok(());
            }
            Err(error) if !passes(&error, self.listener.passes_failures()) => return Err(error),
            Err(_) => {}
        }
        match signals.as_slice() {
            [] => self.listener.found(
                None,
                Finding::of(Kind::Unreadable).rows("event", (self.last, until)),
            ),
            [(seq, Signal { id, .. })] => {
                self.listener.found(
                    Some(*seq),
                    Finding::of(Kind::Unreadable).row("event", *seq).signal(*id),
                );
                self.signals += 1;
            }
            // One of them it is; the others are looked at.
            _ => return signals.into_iter().try_for_each(|one| self.page(vec![one])),
        }
        self.last = until;
        Ok(())
    }

    fn judge(&mut self, signals: Vec<(i64, Signal)>, around: Around) {
        let Around {
            mut events,
            mut words,
        } = around;
        for (seq, signal) in signals {
            self.signals += 1;
            let recorded = events.remove(&seq).unwrap_or_default();
            self.written(seq, &signal, &recorded, &mut words);
            self.story(seq, &signal, recorded);
        }
        for (seq, _) in events {
            self.listener
                .found(None, Finding::of(Kind::NoSignal).row("event", seq));
        }
        for (seq, number) in words.into_keys() {
            self.listener.found(
                Some(seq),
                Finding::of(Kind::WordsUnknown)
                    .row("words", seq)
                    .event(number),
            );
        }
    }

    /// Holds what was written against the seals of the events it came with.
    fn written(&mut self, seq: i64, signal: &Signal, recorded: &[Recorded], words: &mut Words) {
        for Recorded {
            number,
            step,
            words: sealed,
            ..
        } in recorded
        {
            let at = |kind| {
                Finding::of(kind)
                    .signal(signal.id)
                    .event(*number)
                    .step(*step)
            };
            let written = words.remove(&(seq, *number));
            let finding = match (sealed, written) {
                (None, None) => continue,
                (Some(_), None) => at(Kind::WordsMissing),
                (None, Some(_)) => at(Kind::WordsUnknown).row("words", seq),
                (Some(sealed), Some(written)) => {
                    let written: Vec<Written<'_>> = written
                        .iter()
                        .map(|Piece { part, text, salt }| Written {
                            part,
                            text,
                            salt: salt.into(),
                        })
                        .collect();
                    let contact = signal.contact.as_deref().filter(|_| *number == 1);
                    if Seal::of_words(contact, &written).to_string() == *sealed {
                        continue;
                    }
                    at(Kind::Words)
                }
            };
            self.listener.found(Some(seq), finding);
        }
    }

    /// Folds the events, and holds them against where the signal stands.
    fn story(&mut self, seq: i64, signal: &Signal, recorded: Vec<Recorded>) {
        let at = |kind| Finding::of(kind).signal(signal.id).row("signal", seq);
        let mut found = |finding| self.listener.found(Some(seq), finding);
        let Some(id) = signal.id else {
            return found(at(Kind::Value));
        };
        let first = recorded.first().map(|recorded| recorded.step);
        if !recorded.is_sorted_by_key(|recorded| recorded.step)
            || first.is_some_and(|first| first < self.step)
        {
            found(at(Kind::Order));
        }
        self.step = first.unwrap_or(self.step);
        let (mut topics, mut happened) = (None, Vec::with_capacity(recorded.len()));
        for Recorded { number, told, .. } in recorded {
            match told {
                Ok((event, reported)) => {
                    topics = topics.or(reported);
                    happened.push(event);
                }
                Err(Unreadable) => return found(at(Kind::Value).event(number)),
            }
        }
        let Some(topics) = topics else {
            return found(at(Kind::Story).event(1));
        };
        let [report, rest @ ..] = happened.as_slice() else {
            return found(at(Kind::Story).event(1));
        };
        let folded = replay(id, topics, std::slice::from_ref(report)).and_then(|mut case| {
            for happened in rest {
                let allowed = is_allowed(&case, happened);
                case.apply(happened)?;
                if !allowed {
                    found(at(Kind::NotAllowed).event(happened.number));
                }
            }
            Ok::<Case, Impossible>(case)
        });
        match folded {
            Err(Impossible { event }) => found(at(Kind::Story).event(event)),
            Ok(case)
                if signal.standing != Standing::of(&case).values()
                    || signal.sender != case.sender.as_str() =>
            {
                found(at(Kind::Standing));
            }
            Ok(_) => {}
        }
    }
}

fn read(
    tx: &mut dyn Transaction,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, Signal)>, RegisterError> {
    let mut rows = Vec::new();
    tx.query(
        statements::SIGNALS_AFTER,
        &[after.into(), most.into()],
        &mut |row| {
            let mut fields = Fields::of(row);
            let (text, seq) = (fields.text()?, fields.number()?);
            let (sender, contact) = (
                fields.text()?.to_owned(),
                fields.optional_text()?.map(str::to_owned),
            );
            let id = text
                .parse()
                .ok()
                .filter(|id: &SignalId| id.as_str() == text);
            let standing = row
                .get(10..)
                .ok_or(Unreadable)?
                .iter()
                .map(Value::kept)
                .collect();
            rows.push((
                seq,
                Signal {
                    id,
                    contact,
                    sender,
                    standing,
                },
            ));
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(rows)
}

/// What is recorded about the signals behind one place and up to another.
fn around(tx: &mut dyn Transaction, after: i64, until: i64) -> Result<Around, RegisterError> {
    let mut around = Around::default();
    tx.query(
        statements::EVENTS_BETWEEN,
        &[after.into(), until.into()],
        &mut |row| {
            let mut fields = Fields::of(row);
            let (seq, step, words) = (
                fields.number()?,
                fields.number()?,
                fields.optional_text()?.map(str::to_owned),
            );
            let columns = row.get(3..).ok_or(Unreadable)?;
            let number = Fields::of(columns).number()?;
            let told = read_event(&mut Fields::of(columns));
            around.events.entry(seq).or_default().push(Recorded {
                number,
                step,
                words,
                told,
            });
            Ok(ControlFlow::Continue(()))
        },
    )?;
    tx.query(
        statements::WORDS_BETWEEN,
        &[after.into(), until.into()],
        &mut |row| {
            let mut fields = Fields::of(row);
            let place = (fields.number()?, fields.number()?);
            let written = Piece {
                part: fields.text()?.to_owned(),
                text: fields.text()?.to_owned(),
                salt: fields.text()?.to_owned(),
            };
            around.words.entry(place).or_default().push(written);
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(around)
}

#[cfg(test)]
mod tests {
    use super::super::super::database::{EachRow, IntegrityIssue};
    use super::super::super::examples::id;
    use super::*;

    /// A register of which the signals can be read, and what is recorded about them cannot.
    struct Broken(RegisterError);

    impl Transaction for Broken {
        fn execute(&mut self, _: &str, _: &[Value<'_>]) -> Result<u64, RegisterError> {
            Ok(0)
        }

        fn query(
            &mut self,
            sql: &str,
            with: &[Value<'_>],
            each: &mut EachRow<'_>,
        ) -> Result<(), RegisterError> {
            if sql != statements::SIGNALS_AFTER {
                return Err(self.0.clone());
            }
            let after = Fields::of(with).number::<i64>()?;
            let places = (1..=3_i64).filter(|place| *place > after);
            for place in places {
                let number = id(u32::try_from(place).unwrap());
                let mut row = vec![
                    number.as_str().into(),
                    place.into(),
                    "kraamzorg-waterdam".into(),
                ];
                row.resize(24, Value::Null);
                each(&row).map(drop)?;
            }
            Ok(())
        }

        fn check(&mut self, _: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError> {
            Ok(())
        }
    }

    struct Heard(Vec<Finding>);

    impl Listener for Heard {
        fn found(&mut self, _: Option<i64>, finding: Finding) {
            self.0.push(finding);
        }
    }

    #[test]
    fn signals_of_which_no_event_can_be_read_are_named_and_counted() {
        let mut heard = Heard(vec![]);
        let damaged = RegisterError::Damaged {
            place: "register.db".into(),
        };
        assert_eq!(look(&mut Broken(damaged), &mut heard), Ok(3));
        let of = |n: u32| {
            Finding::of(Kind::Unreadable)
                .row("event", n.into())
                .signal(Some(id(n)))
        };
        assert_eq!(heard.0[..3], [of(1), of(2), of(3)]);
        assert_eq!(
            heard.0[3..],
            [Finding::of(Kind::Unreadable).rows("event", (3, i64::MAX))]
        );
    }

    #[test]
    fn what_others_keep_busy_is_not_taken_for_damage() {
        let mut heard = Heard(vec![]);
        let busy = RegisterError::Busy {
            place: "register.db".into(),
        };
        assert_eq!(look(&mut Broken(busy.clone()), &mut heard), Err(busy));
        assert_eq!(heard.0, []);
    }
}
