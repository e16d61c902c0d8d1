//! `seinhuis report`

pub mod answer;

use clap::Args;

use crate::context::Context;
use crate::context::fresh_id::fresh_id;
use crate::context::text_input::{self, Needed};
use crate::domain::age::Age;
use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::event::{DecisionRecord, Via};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::{Discussed, Particulars, Signal, SignalWords, Topics, Urgency};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::words::{ContactLine, ExternalReference};
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::output::emergency;
use crate::output::reason;
use crate::register::{Access, ExistingSignal, RegisterError, ReportOutcome};
use crate::routing::decide;
use crate::verbs::facts::FactsArgs;
use crate::verbs::report::answer::ReportView;
use crate::verbs::{questions, steps};

/// Record a signal, and hear at once who owns the follow-up
///
/// Says who owns it, why, how to reach them, and by when you hear what was done. At a terminal it
/// asks for what is missing. Write what you saw, not who they are: no names, no birth date, no BSN.
/// What you type behind an option can stay in the history of your shell; use - to read it from
/// standard input, or let the program ask.
///
/// Danger now? Call first: 112, or Veilig Thuis 0800-2000.
///
/// Example: seinhuis report --topic parenting --age "5 days" --area 3012 --discussed --seen -
#[derive(Debug, Args)]
pub struct ReportArgs {
    #[command(flatten)]
    facts: FactsArgs,
    /// What you saw or heard: facts, in your own words
    #[arg(long, short, value_name = "WORDS")]
    seen: Option<String>,
    /// Open the editor for what you saw
    #[arg(long, conflicts_with = "seen")]
    edit: bool,
    /// What goes well
    #[arg(long, value_name = "WORDS")]
    goes_well: Option<String>,
    /// Who already helps
    #[arg(long, value_name = "WORDS")]
    helpers: Option<String>,
    /// How the resident says it
    #[arg(long, value_name = "WORDS")]
    own_words: Option<String>,
    /// You discussed this signal with the family
    #[arg(long, short)]
    discussed: bool,
    /// You did not discuss it with the family, for this reason
    #[arg(long, short = 'n', value_name = "REASON", conflicts_with = "discussed")]
    not_discussed: Option<String>,
    /// How the owner reaches you; else your organisation's own contact
    #[arg(long, value_name = "CONTACT")]
    contact: Option<String>,
    /// The number that your own system gave it: the same one twice is recorded once
    #[arg(long, value_name = "NUMBER")]
    reference: Option<String>,
    /// The signal's number, to repeat a report of which you do not know whether it was recorded
    #[arg(long, value_name = "SIGNAL")]
    id: Option<String>,
}

impl ReportArgs {
    /// # Errors
    /// Something missing or not right, a map with faults, a register that cannot be written. Then
    /// nothing was recorded, unless the failure is [`CliError::NotKnown`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer + '_>, CliError> {
        // Danger goes first: before the map is read, before any question.
        let missing = self.missing(context);
        let asks = context.terminal.may_ask() && !missing.is_empty();
        if self.facts.urgency == Some(Urgency::Acute) || asks {
            say_emergency(context, self.facts.age().ok().flatten());
        }
        let texts = [
            &self.seen,
            &self.goes_well,
            &self.helpers,
            &self.own_words,
            &self.not_discussed,
        ];
        if texts
            .iter()
            .filter(|text| text.as_deref() == Some("-"))
            .count()
            > 1
        {
            return Err(CliError::BadValue {
                option: "-",
                expected: "expected-one-dash",
            });
        }
        let map = context.map()?;
        let id = self.id.as_deref().map(whole_id).transpose()?;
        if !missing.is_empty() && !asks {
            return Err(CliError::Missing(missing));
        }
        // A register that cannot be used is told before anybody answers questions or writes a text
        // that would be lost.
        let early = (asks || self.edit)
            .then(|| context.open_to_record())
            .transpose()?;
        let signal = self.signal(context, id, asks)?;
        let decision = decide(map, &signal.facts(), context.now);
        let grounds = DecisionRecord {
            reason: reason::written(&decision.why),
            map_digest: map.settings().digest.clone(),
        };
        let actor = map.actor(&signal.sender, Via::Terminal);
        let mut register = early.map_or_else(|| context.open_to_record(), Ok)?;
        let recorded = register.report(&signal, &decision.offer(), &grounds, &actor);
        register.close_fast();
        let (recorded, receipt) = recorded.map_err(|error| {
            if matches!(error, RegisterError::NotKnown { .. }) {
                CliError::NotKnown {
                    id: signal.id,
                    error,
                }
            } else {
                CliError::Register(error)
            }
        })?;
        let emergency = emergency::of(
            map,
            signal.particulars.urgency == Urgency::Acute,
            signal.particulars.age,
            context.now,
        );
        let (id, already, at, offer, why, map_digest) = match recorded {
            ReportOutcome::New => (
                signal.id,
                false,
                context.now,
                decision.offer(),
                decision.why,
                map.settings().digest.clone(),
            ),
            ReportOutcome::Existing(ExistingSignal { id, same, .. }) => {
                if !same {
                    let differs = context
                        .texts
                        .tr("report-differs", &[("id", id.to_string().into())]);
                    context
                        .terminal
                        .important(&format!("{} {differs}", context.texts.tr0("label-warning")));
                }
                let which = IdPrefix::from(id);
                let story = context.open(Access::Read)?.story(&which);
                let story = story.map_err(|error| steps::not_found(error, &id.to_string()))?;
                let offer = story
                    .offer()
                    .cloned()
                    .certain("a story begins with an offer");
                (
                    id,
                    true,
                    story.reported.reported_at,
                    offer,
                    reason::read(&story.first.reason),
                    story.first.map_digest,
                )
            }
        };
        Ok(Box::new(ReportView {
            id: Some(id),
            already,
            at,
            offer,
            why,
            map_digest,
            emergency,
            map,
            receipt,
        }))
    }

    /// What is needed and was not typed: asked at a terminal; in a script all of it is named at
    /// once.
    fn missing(&self, context: &Context) -> Vec<&'static str> {
        let Self {
            facts,
            seen,
            edit,
            discussed,
            not_discussed,
            ..
        } = self;
        let needed = [
            ("--as", context.settings.value("as").is_none()),
            ("--topic", facts.topic.is_empty()),
            ("--seen", seen.is_none() && !edit),
            (
                "--discussed / --not-discussed",
                !(*discussed || not_discussed.is_some()),
            ),
        ];
        needed
            .iter()
            .filter(|(_, missing)| *missing)
            .map(|(option, _)| *option)
            .collect()
    }

    /// The signal, with whatever is missing asked at a terminal: six questions at most, who sends
    /// among them.
    fn signal(
        self,
        context: &Context,
        id: Option<SignalId>,
        asks: bool,
    ) -> Result<Signal, CliError> {
        let Self {
            facts,
            seen,
            edit,
            goes_well,
            helpers,
            own_words,
            discussed,
            not_discussed,
            contact,
            reference,
            id: _,
        } = self;
        let contact = contact
            .as_deref()
            .or(context.settings.value("contact"))
            .map(|typed| contact_line("--contact", typed))
            .transpose()?;
        let reference = reference
            .map(|typed| {
                ExternalReference::new(&typed).map_err(|refused| CliError::Words {
                    option: "--reference",
                    refused,
                })
            })
            .transpose()?;
        let goes_well = text_input::optional(context, "--goes-well", goes_well.as_deref())?;
        let helpers = text_input::optional(context, "--helpers", helpers.as_deref())?;
        let own_words = text_input::optional(context, "--own-words", own_words.as_deref())?;
        let given_reason =
            text_input::optional(context, "--not-discussed", not_discussed.as_deref())?;

        let typed_topics = facts.topics(context)?;
        let (typed_age, typed_area) = (facts.age()?, facts.area(context)?);
        let sender = sender(context)?;
        let topics: Topics = typed_topics.map_or_else(|| questions::topics(context), Ok)?;
        let (age, area): (Option<Age>, Option<AreaId>) = match (typed_age, typed_area) {
            (None, None) if asks => questions::about_whom(context)?,
            known => known,
        };
        let urgency = match facts.urgency {
            Some(urgency) => urgency,
            None if asks => questions::urgency(context)?,
            None => Urgency::Normal,
        };
        let seen = Needed {
            option: "--seen",
            typed: seen,
            edit,
            question: "prompt-seen",
        }
        .words(context)?;
        let discussed = match given_reason {
            Some(reason) => Discussed::No(reason),
            None if discussed => Discussed::Yes,
            None => questions::discussed(context)?,
        };
        let words = SignalWords {
            seen,
            goes_well,
            helpers,
            own_words,
            discussed,
        };
        if asks {
            // A blank line parts the answer from the questions.
            context.terminal.status("");
        }
        let id = id.or_else(fresh_id).ok_or(CliError::IdUnavailable)?;
        Ok(Signal {
            id,
            sender,
            contact,
            reference,
            reported_at: context.now,
            topics,
            particulars: Particulars { age, area, urgency },
            words,
        })
    }
}

/// Who sends: as set, or asked.
fn sender(context: &Context) -> Result<OrganisationId, CliError> {
    if context.settings.value("as").is_none() && context.terminal.may_ask() {
        questions::sender(context)
    } else {
        context.acting_as()
    }
}

/// Says whom to call, before anything else; also when the map cannot be read.
pub fn say_emergency(context: &Context, age: Option<Age>) {
    let said = match context.map() {
        Ok(map) => emergency::sentences(map.emergency_at(age, context.now), &context.screen()),
        Err(_) => emergency::without_map(&context.screen()),
    };
    context.terminal.important(&format!("{said}\n"));
}

fn contact_line(option: &'static str, typed: &str) -> Result<ContactLine, CliError> {
    ContactLine::new(typed).map_err(|refused| CliError::Words { option, refused })
}

fn whole_id(typed: &str) -> Result<SignalId, CliError> {
    typed.parse().map_err(|_| CliError::BadValue {
        option: "--id",
        expected: "expected-id",
    })
}
