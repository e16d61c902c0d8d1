//! Promises that do not go together, that are too slow, or that never hold.

use crate::domain::calendar::{Calendar, Term};
use crate::domain::codes::CodeEnum as _;
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::check::finding::{About, Finding};
use crate::routing::map::{OwnerTerms, Responsibility, ResponsibilityIx, RouteMap};

/// A year of days on which a promise can be made.
const YEAR_DAYS: i64 = 366;

/// The promises of the map and of each responsibility.
pub(super) fn findings(map: &RouteMap, today: Day) -> Vec<Finding> {
    let settings = map.settings();
    let general = settings.promises;
    let of_map = |about| Finding::new(about, settings.promises_place.clone());
    let mut found = Vec::new();
    if general.acute.accept_within.count > 0 {
        found.push(of_map(About::SlowAcute {
            responsibility: None,
        }));
    }
    if is_out_of_order(
        Urgency::ALL.iter().map(|one| general.of_owner(*one)),
        map,
        today,
    ) {
        found.push(of_map(About::AcceptAfterFeedback {
            responsibility: None,
        }));
    }
    for (ix, claim) in map.numbered_responsibilities() {
        let place = Some(claim.place.clone());
        let responsibility = Some(ix);
        let urgencies = urgencies(claim);
        let is_for_acute = urgencies.contains(&Urgency::Acute);
        if is_for_acute && claim.acute.accept_within.is_some_and(|term| term.count > 0) {
            found.push(Finding::new(
                About::SlowAcute { responsibility },
                place.clone(),
            ));
        }
        if let Some(acute) = never_holds(claim, &urgencies) {
            let about = About::IdlePromise {
                responsibility: ix,
                acute,
            };
            found.push(Finding::new(about, place.clone()));
        }
        // What is the map's own is told of the map.
        let own = urgencies
            .iter()
            .filter_map(|urgency| own_terms(map, ix, *urgency));
        if is_out_of_order(own, map, today) {
            found.push(Finding::new(
                About::AcceptAfterFeedback { responsibility },
                place,
            ));
        }
    }
    found
}

/// The urgencies of the signals that a responsibility is for.
fn urgencies(claim: &Responsibility) -> Vec<Urgency> {
    claim.criteria.choices.allowed().members().collect()
}

/// Whether it makes promises for acute signals alone that are never for one of its signals (`true`),
/// or such promises for other signals (`false`). `None` when each may hold.
fn never_holds(claim: &Responsibility, urgencies: &[Urgency]) -> Option<bool> {
    let is_acute = |urgency: &Urgency| *urgency == Urgency::Acute;
    let idle = if !urgencies.iter().any(is_acute) {
        Urgency::Acute
    } else if urgencies.iter().all(is_acute) {
        Urgency::Normal
    } else {
        return None;
    };
    let promises = claim.promises(idle);
    promises.accept_within.or(promises.feedback_within)?;
    Some(is_acute(&idle))
}

/// What a responsibility promises, when some of it is its own.
fn own_terms(map: &RouteMap, ix: ResponsibilityIx, urgency: Urgency) -> Option<OwnerTerms<Term>> {
    let own = map.responsibility(ix).promises(urgency);
    let general = map.settings().promises.of_owner(urgency);
    own.accept_within.or(own.feedback_within)?;
    Some(OwnerTerms {
        accept_within: own.accept_within.unwrap_or(general.accept_within),
        feedback_within: own.feedback_within.unwrap_or(general.feedback_within),
    })
}

/// Whether some acceptance that is promised from now on is due after the feedback.
fn is_out_of_order(
    mut terms: impl Iterator<Item = OwnerTerms<Term>>,
    map: &RouteMap,
    today: Day,
) -> bool {
    let calendar = &map.settings().calendar;
    terms.any(|terms| is_later(terms, calendar, today))
}

fn is_later(terms: OwnerTerms<Term>, calendar: &Calendar, today: Day) -> bool {
    let OwnerTerms {
        accept_within,
        feedback_within,
    } = terms;
    // In one unit the longer one is due later on any day.
    if accept_within.unit == feedback_within.unit {
        return accept_within.count > feedback_within.count;
    }
    (0..YEAR_DAYS)
        .map(|later| today.plus(later))
        .any(|day| calendar.due(day, accept_within) > calendar.due(day, feedback_within))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::routing::sample::{map, read};

    /// In general 2 working days to accept and 5 for feedback; for acute signals at once and 1.
    #[rstest]
    #[case::of_the_map("jgz", false)]
    #[case::a_longer_one("jgz accept:6-working-days", true)]
    #[case::as_long("jgz accept:5-working-days", false)]
    #[case::a_shorter_feedback("jgz feedback:1-working-day", true)]
    #[case::both_long("jgz accept:6-working-days feedback:2-weeks", false)]
    #[case::a_week_with_a_holiday_has_four_working_days(
        "jgz accept:5-working-days feedback:1-week",
        true
    )]
    #[case::a_day_is_never_less_than_at_once("jgz accept:at-once feedback:1-day", false)]
    #[case::acute("jgz acute-accept:2-working-days", true)]
    #[case::acute_feedback_at_once("jgz acute-feedback:at-once", false)]
    #[case::acute_where_none_is("jgz urgency:normal acute-accept:2-working-days", false)]
    #[case::ordinary_where_all_are_acute("jgz urgency:acute accept:6-working-days", false)]
    fn who_accepts_after_the_feedback_is_found(#[case] claim: &str, #[case] found: bool) {
        let findings = findings(&map(&[claim]), read("2026-11-23"));
        let found_late = findings
            .iter()
            .any(|finding| matches!(finding.about, About::AcceptAfterFeedback { .. }));
        assert_eq!(found_late, found);
    }

    #[rstest]
    #[case::of_the_map("jgz", false)]
    #[case::at_once("jgz acute-accept:at-once", false)]
    #[case::the_next_day("jgz acute-accept:1-day acute-feedback:2-days", true)]
    #[case::ordinary_promises_do_not_count("jgz accept:3-weeks feedback:4-weeks", false)]
    #[case::of_acute_ones_alone("jgz urgency:acute acute-accept:1-day acute-feedback:2-days", true)]
    #[case::none_is_acute(
        "jgz urgency:normal acute-accept:2-weeks acute-feedback:3-weeks",
        false
    )]
    fn an_acute_signal_is_accepted_on_the_day_itself(#[case] claim: &str, #[case] slow: bool) {
        let findings = findings(&map(&[claim]), read("2026-11-23"));
        let expected = About::SlowAcute {
            responsibility: Some(ResponsibilityIx(0)),
        };
        assert_eq!(findings.iter().any(|one| one.about == expected), slow);
    }
    #[rstest]
    #[case::for_all("jgz accept:1-day acute-accept:at-once", None)]
    #[case::for_acute_ones_too("jgz urgency:acute,fyi accept:1-day acute-accept:at-once", None)]
    #[case::acute_where_none_is("jgz urgency:normal acute-accept:at-once", Some(true))]
    #[case::acute_feedback_where_none_is("jgz urgency:urgent,fyi acute-feedback:1-day", Some(true))]
    #[case::ordinary_where_all_are_acute("jgz urgency:acute feedback:1-week", Some(false))]
    #[case::none("jgz urgency:acute", None)]
    fn a_promise_for_signals_that_it_is_not_for_never_holds(
        #[case] claim: &str,
        #[case] idle: Option<bool>,
    ) {
        let findings = findings(&map(&[claim]), read("2026-11-23"));
        let found = findings.iter().find_map(|finding| {
            if let About::IdlePromise { acute, .. } = finding.about {
                Some(acute)
            } else {
                None
            }
        });
        assert_eq!(found, idle);
    }
}
