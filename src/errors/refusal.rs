//! A rule of the work that stands in the way, told.

use crate::domain::codes::{AreaId, TopicId};
use crate::domain::lifecycle::Refusal;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::i18n::Arg;
use crate::output::screen::RenderContext;

/// What stands in the way, who may, and what to do instead.
#[must_use]
pub fn refused(id: SignalId, refusal: &Refusal, screen: &RenderContext<'_>) -> ErrorReport {
    let id = id.to_string();
    let describe = |kind: &'static str, args: &[(&str, Arg<'_>)]| {
        let mut all = vec![("id", Arg::from(&id))];
        all.extend(args.iter().cloned());
        ErrorReport::new(
            kind,
            Exit::Refused,
            screen.tr(&format!("refused-{kind}"), &all),
        )
    };
    let show = screen.tr("hint-show", &[("id", (&id).into())]);
    match refusal {
        Refusal::NotYours { may } => {
            let error_report = describe("not-yours", &[]);
            let with = may.iter().map(|(party, organisations)| {
                let who = if organisations.is_empty() {
                    screen.tr0("nobody-now")
                } else {
                    screen.organisations(organisations)
                };
                screen.tr(
                    "because-party",
                    &[
                        ("party", screen.label("party", *party).into()),
                        ("who", who.into()),
                    ],
                )
            });
            with.fold(error_report, ErrorReport::because)
                .hint(screen.tr0("hint-as"))
        }
        Refusal::WrongState { state, needs } => {
            let needed: Vec<String> = needs
                .iter()
                .map(|state: &State| screen.label("state", *state))
                .collect();
            describe(
                "wrong-state",
                &[
                    ("state", screen.label("state", *state).into()),
                    ("needs", needed.join(", ").into()),
                ],
            )
            .hint(show)
        }
        Refusal::CoordinatorCannotDecline => describe("coordinator-cannot-decline", &[])
            .hint(screen.tr("hint-assign", &[("id", (&id).into())])),
        Refusal::AlreadyOwner(organisation) => describe(
            "already-owner",
            &[("organisation", screen.organisation(organisation).into())],
        ),
        Refusal::AlreadyInvolved(organisation) => describe(
            "already-involved",
            &[("organisation", screen.organisation(organisation).into())],
        ),
        Refusal::NotOneself => {
            describe("not-oneself", &[]).hint(screen.tr("hint-assign", &[("id", (&id).into())]))
        }
        Refusal::NotConnected(organisation) => {
            let hint = screen.tr(
                "hint-involve",
                &[
                    ("id", (&id).into()),
                    ("organisation", organisation.as_str().into()),
                ],
            );
            describe(
                "not-connected",
                &[("organisation", screen.organisation(organisation).into())],
            )
            .hint(hint)
        }
        Refusal::NoSuchQuestion(number) => {
            describe("no-such-question", &[("number", (*number).into())]).hint(show)
        }
        Refusal::NothingChanged => describe("nothing-changed", &[]).hint(show),
        Refusal::StatusOnly => describe("status-only", &[]).hint(screen.tr0("hint-status-only")),
        Refusal::ConfirmStillRuns(day) => {
            describe("confirm-still-runs", &[("day", screen.day(*day).into())])
        }
        Refusal::AlreadyEscalated => describe("already-escalated", &[]),
        Refusal::PromiseNotBroken => describe("alarm-not-due", &[]),
        Refusal::NothingIsLate => describe("nothing-is-late", &[]),
        Refusal::NoLongerInMap { topics, area } => {
            let codes = topics
                .iter()
                .map(TopicId::as_str)
                .chain(area.as_ref().map(AreaId::as_str));
            let codes = codes.collect::<Vec<_>>().join(", ");
            let error_report = describe("no-longer-in-map", &[("codes", codes.into())]);
            let amend = (!topics.is_empty())
                .then(|| screen.tr("hint-amend-topics", &[("id", (&id).into())]));
            amend
                .into_iter()
                .fold(error_report, ErrorReport::hint)
                .hint(screen.tr("hint-assign", &[("id", (&id).into())]))
        }
        Refusal::OwnsNothing(organisation) => describe(
            "owns-nothing",
            &[("organisation", screen.organisation(organisation).into())],
        )
        .hint(screen.tr0("hint-owners")),
        Refusal::OnlyFrom {
            organisation,
            kinds,
            named,
        } => {
            let kinds = kinds.iter().map(ToString::to_string);
            let may: Vec<String> = kinds
                .chain(named.iter().map(|id| screen.organisation(id).to_owned()))
                .collect();
            describe(
                "only-from",
                &[
                    ("organisation", screen.organisation(organisation).into()),
                    ("may", may.join(", ").into()),
                ],
            )
        }
    }
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
        let text = refused(SignalId::from_random([1, 2, 3, 4, 5]), &refusal, &screen);
        assert_eq!(text.error, "ggz takes signals only from: gp, gemeente.");
    }
}
