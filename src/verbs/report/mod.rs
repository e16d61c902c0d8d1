//! `seinhuis report`

pub mod answer;
mod discussed;

use clap::Args;

use crate::context::Context;
use crate::context::args::parse_value;
use crate::context::fresh_id::fresh_id;
use crate::context::text_input::{WordsInput, contact_line, read_optional};
use crate::domain::access::AccessLevel;
use crate::domain::age::Age;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Offer, Via};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::{Particulars, Signal, SignalWords, Urgency};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::time::Day;
use crate::domain::words::ExternalReference;
use crate::errors::cli_error::CliError;
use crate::lookup::about_whom::AboutWhom;
use crate::output::reason::{self, KeptReason};
use crate::register::{Access, ExistingSignal, Receipt, Register, RegisterError, ReportOutcome};
use crate::routing::decide;
use crate::routing::decision::Decision;
use crate::routing::explanation::Explanation;
use crate::verbs::facts::FactsArgs;
use crate::verbs::report::answer::{RecordedBefore, ReportView};
use crate::verbs::report::discussed::DiscussedArgs;
use crate::verbs::{AnswerResult, emergency, questions, steps};

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
    #[command(flatten)]
    discussed: DiscussedArgs,
    /// How the owner reaches you; else your organisation's own contact
    #[arg(long, value_name = "CONTACT")]
    contact: Option<String>,
    /// The number that your own system gave it: the same one twice is recorded once
    #[arg(long, value_name = "NUMBER")]
    reference: Option<String>,
    /// You told the owner which family it is
    #[arg(long)]
    told: bool,
    /// The signal's number, to repeat a report of which you do not know whether it was recorded
    #[arg(long, value_name = "SIGNAL")]
    id: Option<String>,
}

impl ReportArgs {
    /// # Errors
    /// Nothing was recorded, except perhaps after [`CliError::ReportCommitUnknown`].
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        // Danger goes first: before the map is read, before any question.
        let missing = self.missing(context);
        let asks = context.terminal.may_ask() && !missing.is_empty();
        if asks && self.facts.urgency != Some(Urgency::Acute) {
            emergency::show_acute_lines(context, self.facts.age().ok().flatten());
        }
        emergency::show_typed_lines(context, &self.facts);
        self.check_standard_input()?;
        self.discussed.check()?;
        let map = context.map()?;
        let id = self
            .id
            .as_deref()
            .map(|typed| parse_value(typed, "--id", "expected-id"))
            .transpose()?;
        if !missing.is_empty() && !asks {
            return Err(CliError::Missing(missing));
        }
        // An unusable register is reported before anybody writes words that would be lost.
        let early = (asks || self.edit)
            .then(|| context.open_to_record())
            .transpose()?;
        let told = self.told;
        let signal = self.signal(context, id, asks)?;
        let decision = decide(map, &signal.facts(), context.now);
        let register = early.map_or_else(|| context.open_to_record(), Ok)?;
        let (recorded, receipt) = record(context, register, &signal, &decision, told)?;
        let mut view = ReportView {
            id: Some(signal.id),
            receipt,
            ..ReportView::new(map, &signal.facts(), decision, context.now)
        };
        view.offer.knows_family |= told || view.offer.owner == signal.sender;
        Ok(Box::new(match recorded {
            ReportOutcome::New => view,
            ReportOutcome::Existing(already) => already_recorded(context, &already, view)?,
        }))
    }

    /// What is required and was not typed: asked at a terminal; an error in a script.
    fn missing(&self, context: &Context) -> Vec<&'static str> {
        let mut missing = Vec::new();
        if context.settings.value("as").is_none() {
            missing.push("--as");
        }
        if self.facts.topic.is_empty() {
            missing.push("--topic");
        }
        if self.seen.is_none() && !self.edit {
            missing.push("--seen");
        }
        missing.extend(self.discussed.missing());
        missing
    }

    /// Standard input can be read only once.
    fn check_standard_input(&self) -> Result<(), CliError> {
        let texts = [
            &self.seen,
            &self.goes_well,
            &self.helpers,
            &self.own_words,
            &self.discussed.not_discussed,
            &self.discussed.because,
        ];
        let dashes = texts.iter().filter(|text| text.as_deref() == Some("-"));
        if dashes.count() > 1 {
            return Err(CliError::BadValue {
                option: "-",
                hint_key: "expected-one-dash",
            });
        }
        Ok(())
    }

    /// The signal. At a terminal it asks for what is missing: the questions that [`questions`] counts.
    fn signal(
        self,
        context: &Context,
        id: Option<SignalId>,
        asks: bool,
    ) -> Result<Signal, CliError> {
        let contact = self
            .contact
            .as_deref()
            .or(context.settings.value("contact"))
            .map(|typed| contact_line("--contact", typed))
            .transpose()?;
        let reference = self.reference.as_deref().map(reference).transpose()?;
        let goes_well = read_optional(context, "--goes-well", self.goes_well.as_deref())?;
        let helpers = read_optional(context, "--helpers", self.helpers.as_deref())?;
        let own_words = read_optional(context, "--own-words", self.own_words.as_deref())?;

        let typed_topics = self.facts.topics(context)?;
        let typed_person = AboutWhom {
            age: self.facts.age()?,
            residence: self.facts.residence(context)?,
        };
        let before = self.facts.before(context.map()?.day(context.now))?;
        let sender = sender(context)?;
        context.sending_person(&sender)?;
        let topics = typed_topics.map_or_else(|| questions::topics(context), Ok)?;
        if self.facts.topic.is_empty() {
            let age = self.facts.age().ok().flatten();
            emergency::show_topic_lines(context, &topics, age);
        }
        let particulars = self.particulars(context, typed_person, before, asks)?;
        let seen = WordsInput {
            option: "--seen",
            typed: self.seen,
            edit: self.edit,
            question: "prompt-seen",
        };
        let seen = seen.read(context)?;
        let discussed = self.discussed.read(context)?;
        if asks {
            // A blank line between the questions and the answer.
            context.terminal.status("");
        }
        Ok(Signal {
            id: id.or_else(fresh_id).ok_or(CliError::IdUnavailable)?,
            sender,
            contact,
            reference,
            reported_at: context.now,
            topics,
            particulars,
            words: SignalWords {
                seen,
                goes_well,
                helpers,
                own_words,
                discussed,
            },
        })
    }

    /// The particulars. Asks about whom it is when nothing of that was typed, and for the youngest
    /// child and the urgency.
    fn particulars(
        &self,
        context: &Context,
        typed: AboutWhom,
        before: Option<Day>,
        asks: bool,
    ) -> Result<Particulars, CliError> {
        let AboutWhom { age, residence } = if asks && typed == AboutWhom::default() {
            questions::about_whom(context)?
        } else {
            typed
        };
        let typed_youngest = self.facts.youngest()?;
        let youngest = match typed_youngest {
            None if asks && age.is_none_or(may_have_children) => questions::youngest(context)?,
            Some(_) | None => typed_youngest,
        };
        Ok(Particulars {
            age,
            youngest,
            residence,
            urgency: urgency(context, self.facts.urgency, asks)?,
            before,
        })
    }
}

/// Whether somebody of this age is asked for the youngest child in the home.
fn may_have_children(age: Age) -> bool {
    age >= Age::Months(16 * 12)
}

fn record(
    context: &Context,
    mut register: Register,
    signal: &Signal,
    decision: &Decision,
    told: bool,
) -> Result<(ReportOutcome, Option<Receipt>), CliError> {
    let map = context.map()?;
    let decision_record = reason::decision_record(&decision.why, map);
    let actor = map.actor(
        &signal.sender,
        context.sending_person(&signal.sender)?,
        Via::Terminal,
    );
    let offer = decision.offer();
    let recorded = if told {
        register.report_told(signal, &offer, &decision_record, &actor)
    } else {
        register.report(signal, &offer, &decision_record, &actor)
    };
    register.close_fast();
    recorded.map_err(|error| {
        if matches!(error, RegisterError::NotKnown { .. }) {
            let id = signal.id;
            return CliError::ReportCommitUnknown { id, error };
        }
        CliError::Register(error)
    })
}

/// The answer to a repeated report: how the signal stands today.
fn already_recorded<'m>(
    context: &Context,
    already: &ExistingSignal,
    view: ReportView<'m>,
) -> Result<ReportView<'m>, CliError> {
    let id = already.id;
    let story = context
        .open(Access::Read)?
        .story(&IdPrefix::from(id))
        .map_err(|error| steps::not_found(error, &id.to_string()))?;
    let case = &story.case;
    let reader = context.reader()?;
    // What was said again is hers, and what became of it only as far as she reads it.
    let read = story.read_by(&reader);
    if read.level == AccessLevel::Colleague {
        let refusal = steps::sent_by_colleague(case);
        let instead = Vec::new();
        return Err(CliError::Refused {
            id,
            refusal,
            instead,
        });
    }
    let (decided, decision) = if read.later_decisions {
        (story.last_offer(), story.last_decision())
    } else {
        (story.offer(), &story.first)
    };
    let decided = decided.cloned().certain("a story begins with an offer");
    let as_decided = decided.owner == case.owner;
    let offer = Offer {
        owner: case.owner.clone(),
        basis: read.standing.basis,
        coordinator: read.coordinator.clone(),
        accept_by: case.accept_by().unwrap_or(decided.accept_by),
        feedback_by: case.feedback_by,
        level: case.level,
        responsibility: decided.responsibility.filter(|_| as_decided),
        involved: decided.involved,
        claimants: case.claimants().cloned().collect(),
        knows_family: case.owner_knows_family(),
    };
    let state = case.state();
    let reported_at = story.reported.reported_at;
    let why = match reason::read(&decision.reason) {
        // Somebody else became the owner since.
        _ if !as_decided => Explanation::default(),
        KeptReason::Explained(why) => why,
        // The owner and the promises are known all the same.
        KeptReason::Text(_) => {
            let text = context
                .texts
                .tr1("report-other-reason", "id", id.to_string());
            context.terminal.important(&context.warning(&text));
            Explanation::default()
        }
    };
    Ok(ReportView {
        id: Some(id),
        before: Some(RecordedBefore { state, as_decided }),
        at: reported_at,
        offer,
        why,
        map_digest: decision.map_digest.clone(),
        ..view
    })
}

fn urgency(context: &Context, typed: Option<Urgency>, asks: bool) -> Result<Urgency, CliError> {
    match typed {
        Some(urgency) => Ok(urgency),
        None if asks => questions::urgency(context),
        None => Ok(Urgency::Normal),
    }
}

/// The organisation that sends: from the settings, or asked.
fn sender(context: &Context) -> Result<OrganisationId, CliError> {
    if context.settings.value("as").is_none() && context.terminal.may_ask() {
        questions::sender(context)
    } else {
        context.acting_as()
    }
}

fn reference(typed: &str) -> Result<ExternalReference, CliError> {
    let option = "--reference";
    ExternalReference::new(typed).map_err(|refused| CliError::Words { option, refused })
}
