//! Why a rule of the work does not allow a step.

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::lifecycle::{Party, Refusal};
use crate::domain::signal_id::SignalId;
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::i18n::Arg;
use crate::output::screen::RenderContext;

/// What is not allowed, who may do it, and what to do instead.
#[must_use]
pub fn refusal(id: SignalId, refusal: &Refusal, screen: &RenderContext<'_>) -> ErrorReport {
    let id = id.to_string();
    let key = key(refusal);
    let mut args = args(refusal, screen);
    args.push(("id", Arg::from(&id)));
    let kind = key.strip_prefix("refused-").unwrap_or(key);
    let mut report = ErrorReport::new(kind, Exit::Refused, screen.tr(key, &args));
    if let Refusal::NotYours { may } = refusal {
        report.because = may.iter().map(|may| party_text(may, screen)).collect();
    }
    report.hints = hints(&id, refusal, screen);
    report
}

/// The key of the sentence. Behind `refused-` it is the stable code, for scripts.
fn key(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotYours { .. } => "refused-not-yours",
        Refusal::WrongState { .. } => "refused-wrong-state",
        Refusal::CoordinatorCannotDecline => "refused-coordinator-cannot-decline",
        Refusal::AlreadyOwner(_) => "refused-already-owner",
        Refusal::AlreadyInvolved(_) => "refused-already-involved",
        Refusal::NotOneself => "refused-not-oneself",
        Refusal::NotConnected(_) => "refused-not-connected",
        Refusal::NoSuchQuestion(_) => "refused-no-such-question",
        Refusal::NothingChanged => "refused-nothing-changed",
        Refusal::StatusOnly => "refused-status-only",
        Refusal::ConfirmStillRuns(_) => "refused-confirm-still-runs",
        Refusal::AlreadyEscalated => "refused-already-escalated",
        Refusal::AlarmNotDue => "refused-alarm-not-due",
        Refusal::NothingIsLate => "refused-nothing-is-late",
        Refusal::NoLongerInMap { .. } => "refused-no-longer-in-map",
        Refusal::OwnsNothing(_) => "refused-owns-nothing",
        Refusal::OnlyFrom { .. } => "refused-only-from",
    }
}

/// What the sentence names, apart from the signal.
fn args<'a>(refusal: &'a Refusal, screen: &'a RenderContext<'_>) -> Vec<(&'static str, Arg<'a>)> {
    match refusal {
        Refusal::WrongState { state, needs } => {
            let needs: Vec<String> = needs.iter().map(|s| screen.label("state", *s)).collect();
            vec![
                ("state", screen.label("state", *state).into()),
                ("needs", needs.join(", ").into()),
            ]
        }
        Refusal::AlreadyOwner(other)
        | Refusal::AlreadyInvolved(other)
        | Refusal::NotConnected(other)
        | Refusal::OwnsNothing(other) => vec![name_arg(other, screen)],
        Refusal::NoSuchQuestion(number) => vec![("number", (*number).into())],
        Refusal::ConfirmStillRuns(day) => vec![("day", screen.day(*day).into())],
        Refusal::NoLongerInMap { topics, area } => {
            let topics = topics.iter().map(TopicId::as_str);
            let codes: Vec<&str> = topics.chain(area.as_ref().map(AreaId::as_str)).collect();
            vec![("codes", codes.join(", ").into())]
        }
        Refusal::OnlyFrom {
            organisation,
            kinds,
            named,
        } => {
            let mut may: Vec<String> = kinds.iter().map(ToString::to_string).collect();
            may.extend(named.iter().map(|id| screen.organisation(id).to_owned()));
            vec![
                name_arg(organisation, screen),
                ("may", may.join(", ").into()),
            ]
        }
        Refusal::NotYours { .. }
        | Refusal::CoordinatorCannotDecline
        | Refusal::NotOneself
        | Refusal::NothingChanged
        | Refusal::StatusOnly
        | Refusal::AlreadyEscalated
        | Refusal::AlarmNotDue
        | Refusal::NothingIsLate => Vec::new(),
    }
}

/// What to do instead.
fn hints(id: &str, refusal: &Refusal, screen: &RenderContext<'_>) -> Vec<String> {
    match refusal {
        Refusal::NotYours { .. } => vec![screen.tr0("hint-as")],
        Refusal::WrongState { .. } | Refusal::NoSuchQuestion(_) | Refusal::NothingChanged => {
            vec![screen.tr1("hint-show", "id", id)]
        }
        Refusal::CoordinatorCannotDecline | Refusal::NotOneself => {
            vec![screen.tr1("hint-assign", "id", id)]
        }
        Refusal::NotConnected(other) => {
            let args = [("id", id.into()), ("organisation", other.as_str().into())];
            vec![screen.tr("hint-involve", &args)]
        }
        Refusal::StatusOnly => vec![screen.tr0("hint-status-only")],
        Refusal::NoLongerInMap { topics, .. } => {
            let amend = (!topics.is_empty()).then(|| screen.tr1("hint-amend-topics", "id", id));
            let assign = screen.tr1("hint-assign", "id", id);
            amend.into_iter().chain([assign]).collect()
        }
        Refusal::OwnsNothing(_) => vec![screen.tr0("hint-owners")],
        Refusal::AlreadyOwner(_)
        | Refusal::AlreadyInvolved(_)
        | Refusal::ConfirmStillRuns(_)
        | Refusal::AlreadyEscalated
        | Refusal::AlarmNotDue
        | Refusal::NothingIsLate
        | Refusal::OnlyFrom { .. } => Vec::new(),
    }
}

fn name_arg<'a>(
    organisation: &'a OrganisationId,
    screen: &'a RenderContext<'_>,
) -> (&'static str, Arg<'a>) {
    ("organisation", screen.organisation(organisation).into())
}

fn party_text(
    (party, organisations): &(Party, Vec<OrganisationId>),
    screen: &RenderContext<'_>,
) -> String {
    let who = if organisations.is_empty() {
        screen.tr0("nobody-now")
    } else {
        screen.organisations(organisations)
    };
    let party = screen.label("party", *party);
    screen.tr(
        "because-party",
        &[("party", party.into()), ("who", who.into())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::i18n::{Language, Texts};

    #[test]
    fn who_may_offer_is_told_as_kinds_and_as_organisations() {
        let texts = Texts::new(Language::En);
        let screen = RenderContext {
            texts: &texts,
            map: None,
            now: "2026-11-23T10:15:00Z".parse().unwrap(),
            width: None,
            colour: false,
        };
        let (organisation, kinds) = ("ggz".parse().unwrap(), vec!["gp".parse().unwrap()]);
        let refusal = Refusal::OnlyFrom {
            organisation,
            kinds,
            named: vec!["gemeente".parse().unwrap()],
        };
        let text = super::refusal(SignalId::from_random([1, 2, 3, 4, 5]), &refusal, &screen);
        assert_eq!(text.error, "ggz takes signals only from: gp, gemeente.");
    }
}
