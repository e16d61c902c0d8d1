//! The part of a map's answer to a signal by which two maps are compared.

use std::collections::BTreeSet;

use crate::domain::calendar::{Term, TermUnit};
use crate::domain::codes::OrganisationId;
use crate::domain::event::Level;
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::routing::handover::Handover;
use crate::routing::map::{Responsibility, ResponsibilityIx, RouteMap};

/// Who has agreed to own a signal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    Owner(OrganisationId),
    /// They claim it, and the coordinator decides.
    Claimants(Vec<OrganisationId>),
    /// Nobody does, so the coordinator owns it.
    Nobody,
}

/// What a map answers to a signal with one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TopicOutcome {
    pub(super) who: Who,
    pub(super) accept: PromiseTerms,
    pub(super) feedback: PromiseTerms,
    pub(super) level: Level,
    /// How the owner hears which family it is; `None` for the general way of the map.
    pub(super) handover: Option<Handover>,
    /// Whom the owner's responsibility involves. Sorted.
    pub(super) involved: Vec<OrganisationId>,
}

/// A promise as it was agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PromiseTerms {
    /// The terms of the responsibilities that stand; `None` is the general term of the map.
    agreed: BTreeSet<Option<Term>>,
    /// The strictest of them. A term in working days and one in other days are never comparable.
    pub(super) strictest: Vec<Term>,
}

impl Who {
    pub(super) fn of(map: &RouteMap, standing: &[ResponsibilityIx]) -> Self {
        let owners: BTreeSet<OrganisationId> = standing
            .iter()
            .map(|ix| map.responsibility(*ix).owner.clone())
            .collect();
        let owners: Vec<OrganisationId> = owners.into_iter().collect();
        match owners.as_slice() {
            [] => Who::Nobody,
            [owner] => Who::Owner(owner.clone()),
            [_, _, ..] => Who::Claimants(owners),
        }
    }
}

impl TopicOutcome {
    /// The answer to an urgency on a day, for those who may hear as much as this sender.
    pub(super) fn of(
        map: &RouteMap,
        standing: &[ResponsibilityIx],
        urgency: Urgency,
        sender: &OrganisationId,
        day: Day,
    ) -> Self {
        let who = Who::of(map, standing);
        let claims: Vec<&Responsibility> =
            standing.iter().map(|ix| map.responsibility(*ix)).collect();
        let general = map.settings().promises.of_owner(urgency);
        // Only an owner by rule keeps its own promises and involves its partners.
        let (own, involved) = match &who {
            Who::Owner(owner) => {
                let partners = claims.iter().flat_map(|claim| map.partners(claim, day));
                let involved: BTreeSet<&OrganisationId> =
                    partners.filter(|partner| *partner != owner).collect();
                (claims.as_slice(), involved)
            }
            Who::Claimants(_) | Who::Nobody => (&[][..], BTreeSet::new()),
        };
        Self {
            who,
            accept: PromiseTerms::of(
                own.iter()
                    .map(|claim| claim.promises(urgency).accept_within),
                general.accept_within,
            ),
            feedback: PromiseTerms::of(
                own.iter()
                    .map(|claim| claim.promises(urgency).feedback_within),
                general.feedback_within,
            ),
            level: map.offered_level(claims.iter().copied(), Some(sender)),
            handover: map.own_handover(own).cloned(),
            involved: involved.into_iter().cloned().collect(),
        }
    }
}

impl PromiseTerms {
    fn of(own: impl Iterator<Item = Option<Term>>, general: Term) -> Self {
        let mut agreed: BTreeSet<Option<Term>> = own.collect();
        if agreed.is_empty() {
            agreed.insert(None);
        }
        let terms: Vec<Term> = agreed.iter().map(|term| term.unwrap_or(general)).collect();
        let mut strictest = terms.clone();
        strictest.retain(|term| !terms.iter().any(|other| is_stricter(*other, *term)));
        strictest.sort_unstable_by_key(|term| length(*term));
        strictest.dedup_by_key(|term| length(*term));
        Self { agreed, strictest }
    }

    /// Whether both promise the same, or both leave it to the map. A change of the map's own promise
    /// is a fact about the map.
    pub(super) fn is_as(&self, other: &PromiseTerms) -> bool {
        self.agreed == other.agreed
            || self
                .strictest
                .iter()
                .map(|term| length(*term))
                .eq(other.strictest.iter().map(|term| length(*term)))
    }
}

fn is_stricter(one: Term, other: Term) -> bool {
    let ((working, days), (other_working, other_days)) = (length(one), length(other));
    days < other_days && (working == other_working || days == 0)
}

/// Whether the term counts working days, and how many days it has.
fn length(term: Term) -> (bool, u32) {
    let Term { count, unit } = term;
    match unit {
        TermUnit::WorkingDays => (count > 0, u32::from(count)),
        TermUnit::Days => (false, u32::from(count)),
        TermUnit::Weeks => (false, 7 * u32::from(count)),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::routing::sample::read;

    #[rstest]
    #[case::the_shorter(&["5 working days", "2 working days"], &["2 working days"])]
    #[case::of_two_kinds_neither(&["5 working days", "3 days"], &["3 days", "5 working days"])]
    #[case::nothing_is_sooner_than_at_once(&["5 working days", "at once", "3 days"], &["at once"])]
    #[case::a_week_has_seven_days(&["10 days", "2 weeks"], &["10 days"])]
    #[case::the_same(&["7 days", "1 week"], &["7 days"])]
    fn of_several_promises_the_strictest_are_compared(
        #[case] own: &[&str],
        #[case] strictest: &[&str],
    ) {
        let promised = PromiseTerms::of(own.iter().map(|term| Some(read(term))), read("20 days"));
        let lengths = |terms: &[Term]| terms.iter().map(|term| length(*term)).collect::<Vec<_>>();
        assert_eq!(
            lengths(&promised.strictest),
            lengths(&strictest.iter().map(|term| read(term)).collect::<Vec<_>>())
        );
    }
}
