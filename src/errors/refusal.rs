//! A rule of the work that stands in the way, told.

use crate::domain::codes::{AreaId, TopicId};
use crate::domain::lifecycle::Refusal;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::i18n::Arg;
use crate::output::screen::Screen;

/// What stands in the way, who may, and what to do instead.
#[must_use]
pub fn refused(id: SignalId, refusal: &Refusal, screen: &Screen<'_>) -> ErrorReport {
    let id = id.to_string();
    let told = |kind: &'static str, args: &[(&str, Arg<'_>)]| {
        let mut all = vec![("id", Arg::from(&id))];
        all.extend(args.iter().cloned());
        ErrorReport::new(
            kind,
            Exit::Refused,
            screen.say(&format!("refused-{kind}"), &all),
        )
    };
    let show = screen.say("hint-show", &[("id", (&id).into())]);
    match refusal {
        Refusal::NotYours { may } => {
            let error_report = told("not-yours", &[]);
            let with = may.iter().map(|(party, organisations)| {
                let who = if organisations.is_empty() {
                    screen.plain("nobody-now")
                } else {
                    screen.organisations(organisations)
                };
                screen.say(
                    "because-party",
                    &[
                        ("party", screen.code("party", *party).into()),
                        ("who", who.into()),
                    ],
                )
            });
            with.fold(error_report, ErrorReport::because)
                .hint(screen.plain("hint-as"))
        }
        Refusal::WrongState { state, needs } => {
            let needed: Vec<String> = needs
                .iter()
                .map(|state: &State| screen.code("state", *state))
                .collect();
            told(
                "wrong-state",
                &[
                    ("state", screen.code("state", *state).into()),
                    ("needs", needed.join(", ").into()),
                ],
            )
            .hint(show)
        }
        Refusal::CoordinatorCannotDecline => told("coordinator-cannot-decline", &[])
            .hint(screen.say("hint-assign", &[("id", (&id).into())])),
        Refusal::AlreadyOwner(organisation) => told(
            "already-owner",
            &[("organisation", screen.organisation(organisation).into())],
        ),
        Refusal::AlreadyInvolved(organisation) => told(
            "already-involved",
            &[("organisation", screen.organisation(organisation).into())],
        ),
        Refusal::NotOneself => {
            told("not-oneself", &[]).hint(screen.say("hint-assign", &[("id", (&id).into())]))
        }
        Refusal::NotConnected(organisation) => {
            let hint = screen.say(
                "hint-involve",
                &[
                    ("id", (&id).into()),
                    ("organisation", organisation.as_str().into()),
                ],
            );
            told(
                "not-connected",
                &[("organisation", screen.organisation(organisation).into())],
            )
            .hint(hint)
        }
        Refusal::NoSuchQuestion(number) => {
            told("no-such-question", &[("number", (*number).into())]).hint(show)
        }
        Refusal::NothingChanged => told("nothing-changed", &[]).hint(show),
        Refusal::StatusOnly => told("status-only", &[]).hint(screen.plain("hint-status-only")),
        Refusal::ConfirmStillRuns(day) => {
            told("confirm-still-runs", &[("day", screen.day(*day).into())])
        }
        Refusal::AlreadyEscalated => told("already-escalated", &[]),
        Refusal::PromiseNotBroken => told("alarm-not-due", &[]),
        Refusal::NothingIsLate => told("nothing-is-late", &[]),
        Refusal::NoLongerInMap { topics, area } => {
            let codes = topics
                .iter()
                .map(TopicId::as_str)
                .chain(area.as_ref().map(AreaId::as_str));
            let codes = codes.collect::<Vec<_>>().join(", ");
            let error_report = told("no-longer-in-map", &[("codes", codes.into())]);
            let amend = (!topics.is_empty())
                .then(|| screen.say("hint-amend-topics", &[("id", (&id).into())]));
            amend
                .into_iter()
                .fold(error_report, ErrorReport::hint)
                .hint(screen.say("hint-assign", &[("id", (&id).into())]))
        }
        Refusal::OwnsNothing(organisation) => told(
            "owns-nothing",
            &[("organisation", screen.organisation(organisation).into())],
        )
        .hint(screen.plain("hint-owners")),
        Refusal::OnlyFrom {
            organisation,
            kinds,
            named,
        } => {
            let kinds = kinds.iter().map(ToString::to_string);
            let may: Vec<String> = kinds
                .chain(named.iter().map(|id| screen.organisation(id).to_owned()))
                .collect();
            told(
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
        let screen = Screen {
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
        let told = refused(SignalId::from_random([1, 2, 3, 4, 5]), &refusal, &screen);
        assert_eq!(told.error, "ggz takes signals only from: gp, gemeente.");
    }
}
