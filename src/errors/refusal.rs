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
    let id = [("id", Arg::from(&id))];
    let show = screen.tr("hint-show", &id);
    let assign = screen.tr("hint-assign", &id);
    let (key, args, hints) = match refusal {
        Refusal::NotYours { .. } => ("refused-not-yours", vec![], vec![screen.tr0("hint-as")]),
        Refusal::WrongState { state, needs } => {
            let needs: Vec<String> = needs.iter().map(|s| screen.label("state", *s)).collect();
            let args = vec![
                ("state", screen.label("state", *state).into()),
                ("needs", needs.join(", ").into()),
            ];
            ("refused-wrong-state", args, vec![show])
        }
        Refusal::CoordinatorCannotDecline => {
            ("refused-coordinator-cannot-decline", vec![], vec![assign])
        }
        Refusal::AlreadyOwner(other) => (
            "refused-already-owner",
            vec![name_arg(other, screen)],
            vec![],
        ),
        Refusal::AlreadyInvolved(other) => (
            "refused-already-involved",
            vec![name_arg(other, screen)],
            vec![],
        ),
        Refusal::NotOneself => ("refused-not-oneself", vec![], vec![assign]),
        Refusal::NotConnected(other) => {
            let code = [("organisation", other.as_str().into())];
            let hint = screen.tr("hint-involve", &[&id[..], &code].concat());
            (
                "refused-not-connected",
                vec![name_arg(other, screen)],
                vec![hint],
            )
        }
        Refusal::NoSuchQuestion(number) => {
            let args = vec![("number", (*number).into())];
            ("refused-no-such-question", args, vec![show])
        }
        Refusal::NothingChanged => ("refused-nothing-changed", vec![], vec![show]),
        Refusal::StatusOnly => (
            "refused-status-only",
            vec![],
            vec![screen.tr0("hint-status-only")],
        ),
        Refusal::ConfirmStillRuns(day) => {
            let args = vec![("day", screen.day(*day).into())];
            ("refused-confirm-still-runs", args, vec![])
        }
        Refusal::AlreadyEscalated => ("refused-already-escalated", vec![], vec![]),
        Refusal::PromiseNotBroken => ("refused-alarm-not-due", vec![], vec![]),
        Refusal::NothingIsLate => ("refused-nothing-is-late", vec![], vec![]),
        Refusal::NoLongerInMap { topics, area } => {
            let codes: Vec<&str> = topics
                .iter()
                .map(TopicId::as_str)
                .chain(area.as_ref().map(AreaId::as_str))
                .collect();
            let hints = if topics.is_empty() {
                vec![assign]
            } else {
                vec![screen.tr("hint-amend-topics", &id), assign]
            };
            let args = vec![("codes", codes.join(", ").into())];
            ("refused-no-longer-in-map", args, hints)
        }
        Refusal::OwnsNothing(other) => {
            let hint = screen.tr0("hint-owners");
            (
                "refused-owns-nothing",
                vec![name_arg(other, screen)],
                vec![hint],
            )
        }
        Refusal::OnlyFrom {
            organisation,
            kinds,
            named,
        } => {
            let mut may: Vec<String> = kinds.iter().map(ToString::to_string).collect();
            may.extend(named.iter().map(|id| screen.organisation(id).to_owned()));
            let may = ("may", may.join(", ").into());
            (
                "refused-only-from",
                vec![name_arg(organisation, screen), may],
                vec![],
            )
        }
    };
    let kind = key.strip_prefix("refused-").unwrap_or(key);
    let error = screen.tr(key, &[&id[..], &args].concat());
    let mut report = ErrorReport::new(kind, Exit::Refused, error);
    if let Refusal::NotYours { may } = refusal {
        report.because = may.iter().map(|may| party_text(may, screen)).collect();
    }
    report.hints = hints;
    report
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
