//! Why a rule of the work does not allow a step.

use crate::domain::codes::{AreaId, CodeEnum as _, OrganisationId, TopicId};
use crate::domain::lifecycle::{Party, Refusal, Verb};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::i18n::Arg;
use crate::output::screen::RenderContext;

/// What is not allowed, who may do it, and what to do instead.
#[must_use]
pub fn refusal(
    id: SignalId,
    refusal: &Refusal,
    instead: &[Verb],
    screen: &RenderContext<'_>,
) -> ErrorReport {
    let id = id.to_string();
    let key = key(refusal);
    let mut args = args(refusal, screen);
    args.push(("id", Arg::from(&id)));
    let kind = key.strip_prefix("refused-").unwrap_or(key);
    let mut report = ErrorReport::new(kind, Exit::Refused, screen.tr(key, &args));
    if let Refusal::NotYours { may } = refusal {
        // A part that nobody has helps nobody, unless nobody has any.
        let has = |may: &&(Party, Option<Vec<OrganisationId>>)| may.1.as_deref() != Some(&[]);
        let somebody: Vec<_> = may.iter().filter(has).collect();
        let told = if somebody.is_empty() {
            may.iter().collect()
        } else {
            somebody
        };
        report.because = told.iter().map(|may| party_text(may, screen)).collect();
    }
    report.hints = hints(&id, refusal, screen);
    report
        .hints
        .extend(instead_hint(&id, refusal, instead, screen));
    report
}

/// What whoever was refused can do with the signal as it stands, when the step itself is not for
/// her now.
fn instead_hint(
    id: &str,
    refusal: &Refusal,
    instead: &[Verb],
    screen: &RenderContext<'_>,
) -> Option<String> {
    if !matches!(
        refusal,
        Refusal::NotYours { .. }
            | Refusal::WrongState { .. }
            | Refusal::AcuteNotAccepted
            | Refusal::NothingToUndo
            | Refusal::UndoTooLate
            | Refusal::UndoToWhoIsGone(_)
            | Refusal::NobodyInvolved
            | Refusal::NothingProposed
            | Refusal::FamilyKnown(_)
            | Refusal::ConfirmStillRuns { .. }
    ) {
        return None;
    }
    let mut typed: Vec<String> = Vec::new();
    for verb in instead.iter().filter(|verb| **verb != Verb::Escalate) {
        let text = screen.tr1(&format!("next-{}", verb.code()), "id", id);
        let (before, _) = text.split_once(&format!(" {id}"))?;
        let name = before.split_once(' ').map_or(before, |(_, name)| name);
        if !typed.iter().any(|known| known == name) {
            typed.push(name.to_owned());
        }
    }
    let args = [("id", id.into()), ("verbs", typed.join(", ").into())];
    (!typed.is_empty()).then(|| screen.tr("hint-instead", &args))
}

/// The key of the sentence. Behind `refused-` it is the stable code, for scripts.
fn key(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotYours { .. } => "refused-not-yours",
        Refusal::WrongState { .. } => "refused-wrong-state",
        Refusal::SentByColleague { .. } => "refused-sent-by-colleague",
        Refusal::CoordinatorCannotDecline => "refused-coordinator-cannot-decline",
        Refusal::AlreadyOwner(_) => "refused-already-owner",
        Refusal::ClaimantSuggests => "refused-claimant-suggests",
        Refusal::AlreadyInvolved(_) => "refused-already-involved",
        Refusal::NobodyInvolved => "refused-nobody-involved",
        Refusal::NotInvolved(_) => "refused-not-involved",
        Refusal::HasReplied(_) => "refused-has-replied",
        Refusal::Claims(_) => "refused-claims",
        Refusal::AlreadyProposed(_) => "refused-already-proposed",
        Refusal::NothingProposed => "refused-nothing-proposed",
        Refusal::TransferOpen(_) => "refused-transfer-open",
        Refusal::HandedToNobody => "refused-handed-to-nobody",
        Refusal::HandedToSomebody => "refused-handed-to-somebody",
        Refusal::FamilyKnown(_) => "refused-family-known",
        Refusal::AcuteNotAccepted => "refused-acute-not-accepted",
        Refusal::OutcomeMissing => "refused-outcome-missing",
        Refusal::HeardStatusOnly => "refused-heard-status-only",
        Refusal::NotOneself => "refused-not-oneself",
        Refusal::NotConnected(_) => "refused-not-connected",
        Refusal::NoSuchQuestion(_) => "refused-no-such-question",
        Refusal::NothingChanged => "refused-nothing-changed",
        Refusal::NothingCorrected => "refused-nothing-corrected",
        Refusal::CorrectsStatusOnly => "refused-corrects-status-only",
        Refusal::StatusOnly => "refused-status-only",
        Refusal::NothingToUndo => "refused-nothing-to-undo",
        Refusal::UndoTooLate => "refused-undo-too-late",
        Refusal::UndoToWhoIsGone(_) => "refused-undo-to-who-is-gone",
        Refusal::ConfirmStillRuns { .. } => "refused-confirm-still-runs",
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
        Refusal::WrongState {
            verb: _,
            state,
            needs,
        } => {
            let needs: Vec<String> = needs.iter().map(|s| screen.label("state", *s)).collect();
            vec![
                ("state", screen.label("state", *state).into()),
                ("needs", needs.join(", ").into()),
            ]
        }
        Refusal::AlreadyOwner(other)
        | Refusal::AlreadyInvolved(other)
        | Refusal::NotInvolved(other)
        | Refusal::HasReplied(other)
        | Refusal::Claims(other)
        | Refusal::AlreadyProposed(other)
        | Refusal::TransferOpen(other)
        | Refusal::FamilyKnown(other)
        | Refusal::NotConnected(other)
        | Refusal::UndoToWhoIsGone(other)
        | Refusal::OwnsNothing(other) => vec![name_arg(other, screen)],
        Refusal::SentByColleague { state, due } => {
            let state = screen.label("state", *state);
            let due = due.map(|day| format!(", {}", screen.day(day)));
            vec![("standing", (state + &due.unwrap_or_default()).into())]
        }
        Refusal::NoSuchQuestion(number) => vec![("number", (*number).into())],
        Refusal::ConfirmStillRuns { by, until } => {
            vec![name_arg(by, screen), ("day", screen.day(*until).into())]
        }
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
        | Refusal::ClaimantSuggests
        | Refusal::NobodyInvolved
        | Refusal::NothingProposed
        | Refusal::HandedToNobody
        | Refusal::HandedToSomebody
        | Refusal::AcuteNotAccepted
        | Refusal::OutcomeMissing
        | Refusal::HeardStatusOnly
        | Refusal::NotOneself
        | Refusal::NothingChanged
        | Refusal::NothingCorrected
        | Refusal::CorrectsStatusOnly
        | Refusal::StatusOnly
        | Refusal::NothingToUndo
        | Refusal::UndoTooLate
        | Refusal::AlreadyEscalated
        | Refusal::AlarmNotDue
        | Refusal::NothingIsLate => Vec::new(),
    }
}

/// What to do instead.
fn hints(id: &str, refusal: &Refusal, screen: &RenderContext<'_>) -> Vec<String> {
    match refusal {
        Refusal::NotYours { .. } => vec![screen.tr0("hint-as")],
        Refusal::WrongState {
            verb: Verb::Withdraw,
            state: State::Accepted,
            needs: _,
        } => vec![screen.tr1("hint-reply-instead", "id", id)],
        Refusal::CorrectsStatusOnly => vec![screen.tr1("hint-reply-instead", "id", id)],
        Refusal::WrongState { .. } => Vec::new(),
        Refusal::AcuteNotAccepted => vec![screen.tr1("hint-acute-not-accepted", "id", id)],
        Refusal::NoSuchQuestion(_)
        | Refusal::NothingChanged
        | Refusal::NothingCorrected
        | Refusal::NotInvolved(_) => vec![screen.tr1("hint-show", "id", id)],
        Refusal::SentByColleague { .. } => vec![screen.tr0("hint-sent-by-colleague")],
        Refusal::ClaimantSuggests => vec![screen.tr0("hint-claimant-suggests")],
        Refusal::TransferOpen(_) => vec![screen.tr1("hint-transfer-end", "id", id)],
        Refusal::HandedToNobody => vec![screen.tr0("hint-handed-to")],
        Refusal::HandedToSomebody => vec![screen.tr0("hint-handed-over")],
        Refusal::OutcomeMissing => vec![screen.tr0("hint-outcome")],
        Refusal::HeardStatusOnly => vec![screen.tr1("hint-heard-status-only", "id", id)],
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
        | Refusal::NobodyInvolved
        | Refusal::HasReplied(_)
        | Refusal::Claims(_)
        | Refusal::AlreadyProposed(_)
        | Refusal::NothingProposed
        | Refusal::FamilyKnown(_)
        | Refusal::ConfirmStillRuns { .. }
        | Refusal::NothingToUndo
        | Refusal::UndoTooLate
        | Refusal::UndoToWhoIsGone(_)
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
    (party, organisations): &(Party, Option<Vec<OrganisationId>>),
    screen: &RenderContext<'_>,
) -> String {
    let party = screen.label("party", *party);
    let who = match organisations.as_deref() {
        None => return screen.tr1("because-party-alone", "party", party),
        Some([]) => screen.tr0("nobody-now"),
        Some(organisations) => screen.organisations(organisations),
    };
    screen.tr(
        "because-party",
        &[("party", party.into()), ("who", who.into())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lifecycle::sample::*;
    use crate::output::i18n::{Language, Texts};

    /// Each verb, in each state, by each kind of party, in the first days and long after: whoever is
    /// refused is told who may, or what she can do instead, if there is anything.
    #[test]
    fn every_refusal_says_who_may_or_what_can_be_done_instead() {
        let mut refused = 0;
        for language in [Language::Nl, Language::En] {
            let texts = Texts::new(language);
            let screen = RenderContext {
                texts: &texts,
                map: None,
                as_they_were: None,
                now: "2026-11-23T10:15:00Z".parse().unwrap(),
                width: None,
                colour: false,
            };
            for verb in Verb::ALL.iter().filter(|verb| **verb != Verb::Escalate) {
                for state in State::ALL {
                    for story in [
                        Story::ready_for(*verb, *state),
                        Story::in_state(*state),
                        Story::in_state(*state).on(LONG_AFTER),
                    ] {
                        for by in WITH_A_PART.into_iter().chain([STRANGER]) {
                            let Err(refusal) = story.tries(by, story.some(*verb)) else {
                                continue;
                            };
                            let instead = story.state.next_steps(&org(by), &story.terms());
                            let report =
                                super::refusal(story.state.id, &refusal, &instead, &screen);
                            let says = !report.because.is_empty() || !report.hints.is_empty();
                            assert!(
                                says || instead.is_empty(),
                                "{verb} by {by} when {state}: {}",
                                report.error
                            );
                            refused += 1;
                        }
                    }
                }
            }
        }
        assert!(refused > 3_000, "{refused} were refused");
    }

    #[test]
    fn who_may_offer_is_told_as_kinds_and_as_organisations() {
        let texts = Texts::new(Language::En);
        let screen = RenderContext {
            texts: &texts,
            map: None,
            as_they_were: None,
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
        let text = super::refusal(
            SignalId::from_random([1, 2, 3, 4, 5]),
            &refusal,
            &[],
            &screen,
        );
        assert_eq!(text.error, "ggz takes signals only from: gp, gemeente.");
    }
}
