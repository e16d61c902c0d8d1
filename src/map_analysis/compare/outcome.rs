//! What a map says of a signal, as far as two maps are compared by it.

use std::collections::BTreeSet;

use crate::domain::calendar::{Term, TermUnit};
use crate::domain::codes::OrganisationId;
use crate::domain::event::Level;
use crate::routing::map::{Responsibility, ResponsibilityIx, RouteMap};

/// Who has agreed to own a signal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// This organisation.
    Owner(OrganisationId),
    /// These claim it, and the coordinator decides.
    Claimants(Vec<OrganisationId>),
    /// Nobody, and so the coordinator owns it.
    Nobody,
}

/// What a map says of a signal with one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TopicOutcome {
    pub(super) who: Who,
    pub(super) accept: Promised,
    pub(super) feedback: Promised,
    pub(super) level: Level,
    /// Whom the owner's responsibility involves; by organisation.
    pub(super) involved: Vec<OrganisationId>,
}

/// A promise as it was agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Promised {
    /// The terms of those that stand; `None` is the general one of the map, whatever that is.
    agreed: BTreeSet<Option<Term>>,
    /// The strictest of them. Of terms in working days and in other days neither is stricter on
    /// every day.
    pub(super) strictest: Vec<Term>,
}

impl Who {
    pub(super) fn of(map: &RouteMap, standing: &[ResponsibilityIx]) -> Self {
        let owners: BTreeSet<&OrganisationId> = standing
            .iter()
            .map(|ix| &map.responsibility(*ix).owner)
            .collect();
        let mut owners: Vec<OrganisationId> = owners.into_iter().cloned().collect();
        match (owners.pop(), owners.is_empty()) {
            (None, _) => Who::Nobody,
            (Some(only), true) => Who::Owner(only),
            (Some(last), false) => {
                owners.push(last);
                Who::Claimants(owners)
            }
        }
    }
}

impl TopicOutcome {
    pub(super) fn of(map: &RouteMap, standing: &[ResponsibilityIx]) -> Self {
        let who = Who::of(map, standing);
        let claims: Vec<&Responsibility> =
            standing.iter().map(|ix| map.responsibility(*ix)).collect();
        let general = map.settings().promises;
        // Only who owns it by rule keeps its own promises, and involves its partners.
        let (own, involved) = match &who {
            Who::Owner(owner) => {
                let partners = claims
                    .iter()
                    .flat_map(|claim| &claim.involve)
                    .filter(|partner| *partner != owner);
                (
                    claims.as_slice(),
                    partners.cloned().collect::<BTreeSet<_>>(),
                )
            }
            Who::Claimants(_) | Who::Nobody => (&[][..], BTreeSet::new()),
        };
        Self {
            who,
            accept: Promised::of(
                own.iter().map(|claim| claim.accept_within),
                general.accept_within,
            ),
            feedback: Promised::of(
                own.iter().map(|claim| claim.feedback_within),
                general.feedback_within,
            ),
            level: if claims.iter().any(|claim| claim.level == Level::StatusOnly) {
                Level::StatusOnly
            } else {
                Level::Full
            },
            involved: involved.into_iter().collect(),
        }
    }
}

impl Promised {
    fn of(own: impl Iterator<Item = Option<Term>>, general: Term) -> Self {
        let mut agreed: BTreeSet<Option<Term>> = own.collect();
        if agreed.is_empty() {
            agreed.insert(None);
        }
        let terms: Vec<Term> = agreed.iter().map(|term| term.unwrap_or(general)).collect();
        let is_stricter = |one: &Term, other: &Term| {
            let ((of_one, one), (of_other, other)) = (length(*one), length(*other));
            one < other && (of_one == of_other || one == 0)
        };
        let strictest = terms
            .iter()
            .copied()
            .filter(|term| !terms.iter().any(|other| is_stricter(other, term)));
        let mut strictest: Vec<Term> = strictest.collect();
        strictest.sort_unstable_by_key(|term| length(*term));
        strictest.dedup_by_key(|term| length(*term));
        Self { agreed, strictest }
    }

    /// Whether both say the same, or leave it to the map. That the map's own promise changes is
    /// told once, of the map.
    pub(super) fn is_as(&self, other: &Promised) -> bool {
        let lengths = |promised: &Promised| {
            promised
                .strictest
                .iter()
                .map(|term| length(*term))
                .collect::<Vec<_>>()
        };
        self.agreed == other.agreed || lengths(self) == lengths(other)
    }
}

/// Whether it counts in days on which is worked, and how many days it has.
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
        let promised = Promised::of(own.iter().map(|term| Some(read(term))), read("20 days"));
        let lengths = |terms: &[Term]| terms.iter().map(|term| length(*term)).collect::<Vec<_>>();
        assert_eq!(
            lengths(&promised.strictest),
            lengths(&strictest.iter().map(|term| read(term)).collect::<Vec<_>>())
        );
    }
}
