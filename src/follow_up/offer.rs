//! Who may be offered a signal: limits to senders count, whoever chooses the owner.

use crate::domain::codes::OrganisationId;
use crate::domain::lifecycle::Refusal;
use crate::domain::time::Day;
use crate::routing::map::RouteMap;

impl RouteMap {
    /// Whether `from` may offer something to `to` on that day: `to` must be a coordinator, or own
    /// something then that is open to this sender.
    ///
    /// # Errors
    /// [`Refusal::OwnsNothing`] or [`Refusal::OnlyFrom`].
    pub fn may_offer(
        &self,
        from: &OrganisationId,
        to: &OrganisationId,
        day: Day,
    ) -> Result<(), Refusal> {
        if self.coordinates(to, day) {
            return Ok(());
        }
        let mut owned = self
            .owned_by(to)
            .filter(|r| r.valid.include(day))
            .peekable();
        if owned.peek().is_none() {
            return Err(Refusal::OwnsNothing(to.clone()));
        }
        let from = &self.present_organisation(from, day);
        let (mut kinds, mut named) = (Vec::new(), Vec::new());
        for responsibility in owned {
            match &responsibility.criteria.senders {
                None => return Ok(()),
                Some(senders) if senders.organisations.contains(from) => return Ok(()),
                Some(senders) => {
                    kinds.extend(senders.kinds.iter().cloned());
                    named.extend(senders.named.iter().cloned());
                }
            }
        }
        kinds.sort();
        kinds.dedup();
        named.sort();
        named.dedup();
        Err(Refusal::OnlyFrom {
            organisation: to.clone(),
            kinds,
            named,
        })
    }

    fn coordinates(&self, organisation: &OrganisationId, day: Day) -> bool {
        self.own_coordinator(day) == organisation
            || self.area_tree().places().any(|ix| {
                self.area_at(ix).valid.include(day)
                    && self.coordinator_of(Some(ix), day) == organisation
            })
    }
}
