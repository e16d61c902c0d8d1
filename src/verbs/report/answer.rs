//! The answer to `report` and `route`: who owns the follow-up, why, how to reach them, and when the
//! sender will hear back.

use serde::{Serialize, Serializer};

use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::event::{Basis, Level, Offer};
use crate::domain::residence::Postcode;
use crate::domain::signal::{Facts, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::time::{Day, Moment};
use crate::output::answer::Answer;
use crate::output::decision::{labelled, sentences};
use crate::output::emergency::{self, WhomToCall};
use crate::output::handover::handover_lines;
use crate::output::reach::reach_of;
use crate::output::screen::RenderContext;
use crate::register::Receipt;
use crate::routing::criterion::Criterion;
use crate::routing::decision::Decision;
use crate::routing::explanation::{Explanation, NearMiss, Reason, SetAside, WhyInvolved};
use crate::routing::handover::{Handover, HandoverWay};
use crate::routing::map::{ContactHours, EmergencyLine, RouteMap};

#[derive(Debug)]
pub struct ReportView<'m> {
    /// The signal's number; `None` for `route`.
    pub id: Option<SignalId>,
    /// How it stands, when it had been recorded before; the offer then says who owns it today, and
    /// what was promised last.
    pub before: Option<RecordedBefore>,
    /// The moment of the report.
    pub at: Moment,
    pub offer: Offer,
    pub why: Explanation,
    /// The digest of the map that decided.
    pub map_digest: String,
    /// Whom to call first, when the signal is acute or about such a topic.
    pub emergency: Vec<EmergencyLine>,
    pub urgency: Urgency,
    /// The map of today, for the names in the answer.
    pub map: &'m RouteMap,
    pub receipt: Option<Receipt>,
}

impl<'m> ReportView<'m> {
    /// What the map decides at that moment; nothing is recorded.
    #[must_use]
    pub fn new(map: &'m RouteMap, facts: &Facts, decision: Decision, at: Moment) -> Self {
        let said = &facts.particulars;
        let emergency = map.emergency_for(&facts.topics, said.age, said.urgency, at);
        Self {
            id: None,
            before: None,
            at,
            offer: decision.offer(),
            map_digest: map.settings().digest.clone(),
            emergency: emergency.cloned().collect(),
            urgency: said.urgency,
            map,
            receipt: None,
            why: decision.why,
        }
    }
}

/// How a signal stands that had been recorded before.
#[derive(Debug, Clone, Copy)]
pub struct RecordedBefore {
    pub state: State,
    /// Whether it still has the owner that the map last decided on.
    pub as_decided: bool,
}

/// [`ReportView`] as scripts see it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportData<'a> {
    id: Option<SignalId>,
    recorded: bool,
    already_recorded: bool,
    state: Option<State>,
    reported_at: String,
    emergency: Vec<EmergencyData<'a>>,
    owner: OwnerData<'a>,
    basis: Basis,
    coordinator: &'a OrganisationId,
    accept_by: Option<Day>,
    feedback_by: Day,
    level: Level,
    handover: &'a Handover,
    family_known: bool,
    involved: Vec<InvolvedData<'a>>,
    leads: bool,
    reasons: &'a [Reason],
    gaps: &'a [TopicId],
    set_aside: &'a [SetAside],
    near_misses: &'a [NearMiss],
    would_help: &'a [Criterion],
    place: Option<Postcode>,
    map_digest: &'a str,
    receipt: Option<Receipt>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct EmergencyData<'a> {
    call: &'a str,
    organisation: Option<&'a OrganisationId>,
    when: &'a str,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct OwnerData<'a> {
    id: &'a OrganisationId,
    name: Option<&'a str>,
    #[serde(flatten)]
    contact: Option<ContactData<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ContactData<'a> {
    phone: Option<&'a str>,
    email: Option<&'a str>,
    hours: ContactHours,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct InvolvedData<'a> {
    id: &'a OrganisationId,
    name: &'a str,
    why: WhyInvolved,
    topic: Option<&'a TopicId>,
}

impl<'a> OwnerData<'a> {
    fn new(id: &'a OrganisationId, map: &'a RouteMap) -> Self {
        let organisation = map.organisation(id);
        let contact = organisation.and_then(|organisation| organisation.contact.as_ref());
        Self {
            id,
            name: organisation.map(|organisation| organisation.name.as_str()),
            contact: contact.map(|contact| ContactData {
                phone: contact.phone.as_deref(),
                email: contact.email.as_deref(),
                hours: contact.hours,
            }),
        }
    }
}

impl ReportView<'_> {
    fn data(&self) -> ReportData<'_> {
        ReportData {
            id: self.id,
            recorded: self.id.is_some(),
            already_recorded: self.before.is_some(),
            state: self.state(),
            reported_at: self.at.in_zone(self.map.settings().zone),
            emergency: self.emergency.iter().map(EmergencyData::from).collect(),
            owner: OwnerData::new(&self.offer.owner, self.map),
            basis: self.offer.basis,
            coordinator: &self.offer.coordinator,
            accept_by: Some(self.offer.accept_by).filter(|_| self.waits_for_owner()),
            feedback_by: self.offer.feedback_by,
            level: self.offer.level,
            handover: self.handover(),
            family_known: self.offer.knows_family,
            involved: self.involved(),
            leads: self.why.leads,
            reasons: &self.why.reasons,
            gaps: &self.why.gaps,
            set_aside: &self.why.set_aside,
            near_misses: &self.why.near_misses,
            would_help: &self.why.would_help,
            place: self.why.place,
            map_digest: &self.map_digest,
            receipt: self.receipt,
        }
    }

    /// Where the signal stands today; `None` when there is none.
    fn state(&self) -> Option<State> {
        match self.before {
            None => self.id.map(|_| State::Offered),
            Some(RecordedBefore { state, .. }) => Some(state),
        }
    }

    /// Whether the owner has yet to say whether they take it on, or would have to.
    fn waits_for_owner(&self) -> bool {
        self.state().is_none_or(|state| state == State::Offered)
    }

    /// How the owner hears which family it is, by the map of today.
    fn handover(&self) -> &Handover {
        let Offer {
            owner,
            responsibility,
            ..
        } = &self.offer;
        let day = self.map.day(self.at);
        self.map.handover(owner, responsibility.as_ref(), day)
    }

    /// That nobody was told, and what to do about it. Of an acute signal the end of the answer says
    /// so.
    fn nobody_was_told(&self, screen: &RenderContext<'_>) -> Option<String> {
        if self.id.is_none() || !self.waits_for_owner() || self.urgency == Urgency::Acute {
            return None;
        }
        let Handover { how, say } = self.handover();
        Some(screen.tr0(match (how, say) {
            (HandoverWay::Call | HandoverWay::Form | HandoverWay::None, Some(_)) => {
                "report-no-message-say"
            }
            (HandoverWay::Call, None) if !self.offer.knows_family => "report-no-message-call",
            (HandoverWay::Call | HandoverWay::Form | HandoverWay::None, None) => {
                "report-no-message"
            }
        }))
    }

    /// Ends the answer: to record an acute signal is not enough.
    fn whom_to_call(&self, screen: &RenderContext<'_>) -> Option<String> {
        if self.urgency == Urgency::Acute {
            let others = self.why.involved.iter();
            let others = others.filter(|one| one.why == WhyInvolved::OwnsTopic);
            let owners = std::iter::once(&self.offer.owner)
                .chain(others.map(|one| &one.organisation))
                .filter_map(|id| self.map.organisation(id));
            let whom = WhomToCall {
                lines: &self.emergency,
                owners: owners.collect(),
                map: self.map,
                at: self.at,
            };
            Some(whom.sentences(self.id.is_some(), screen))
        } else if self.emergency.is_empty() {
            None
        } else {
            Some(emergency::topic_sentences(&self.emergency, screen))
        }
    }

    /// Who owns a signal that went on since it was recorded, and what is still promised.
    fn as_it_stands(&self, screen: &RenderContext<'_>) -> Vec<String> {
        let owner = &self.offer.owner;
        let mut who = vec![(
            screen.tr0("label-follow-up"),
            screen.bold(screen.organisation(owner)),
        )];
        who.extend(reach_of(owner, screen).map(|reach| (screen.tr0("label-reach"), reach)));
        let promise = |label: &str, day| (screen.tr0(label), screen.bold(&screen.day(day)));
        let feedback = promise("promise-feedback", self.offer.feedback_by);
        let promises = match self.state() {
            None | Some(State::Offered) => {
                vec![promise("promise-accept", self.offer.accept_by), feedback]
            }
            Some(State::Accepted) => vec![feedback],
            Some(State::Answered | State::Closed | State::Withdrawn) => Vec::new(),
        };
        let mut parts = vec![labelled(&who)];
        parts.extend((!promises.is_empty()).then(|| labelled(&promises)));
        parts.extend(
            self.id
                .map(|id| screen.tr1("report-story", "id", id.to_string())),
        );
        parts
    }

    fn involved(&self) -> Vec<InvolvedData<'_>> {
        let involved = self.why.involved.iter();
        involved
            .map(|involved| InvolvedData {
                id: &involved.organisation,
                name: self.map.name_of(&involved.organisation),
                why: involved.why,
                topic: involved.topic.as_ref(),
            })
            .collect()
    }
}

impl<'a> From<&'a EmergencyLine> for EmergencyData<'a> {
    fn from(line: &'a EmergencyLine) -> Self {
        Self {
            call: &line.call,
            organisation: line.organisation.as_ref(),
            when: &line.when.en,
        }
    }
}

impl Serialize for ReportView<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.data().serialize(to)
    }
}

impl Answer for ReportView<'_> {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let heading = match self.id {
            None => screen.tr0("route-nothing-recorded"),
            Some(id) => match self.before {
                None => screen.tr1("report-recorded", "id", screen.bold(&id.to_string())),
                Some(RecordedBefore { state, .. }) => {
                    let state = screen.label("state", state).into();
                    screen.tr(
                        "report-already",
                        &[("id", id.to_string().into()), ("state", state)],
                    )
                }
            },
        };
        let is_as_decided = self.before.is_none_or(|before| before.as_decided);
        let mut parts = vec![heading];
        if is_as_decided && self.waits_for_owner() {
            let whom = self.offer.asks_family().then_some(&self.offer.owner);
            let handover = handover_lines(self.handover(), whom, self.id, screen);
            parts.push(sentences(&self.offer, &self.why, &handover, screen));
        } else {
            parts.extend(self.as_it_stands(screen));
        }
        parts.extend(self.nobody_was_told(screen));
        parts.extend(self.whom_to_call(screen));
        parts.join("\n\n")
    }

    fn recorded(&self) -> Option<SignalId> {
        self.id
    }

    fn receipt(&self) -> Option<Receipt> {
        self.receipt
    }
}
