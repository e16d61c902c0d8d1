//! What the map decides again, and what it makes of facts that are put right.

use crate::domain::event::{Correction, Offer, RecordedEvent};
use crate::domain::signal::Particulars;
use crate::domain::signal_state::apply::{Followed, must};
use crate::domain::signal_state::{SignalState, Stage, State};

impl SignalState {
    /// What the map decides now. Who was involved stays so.
    pub(super) fn follow_offer(&mut self, offer: &Offer) {
        let Offer {
            owner,
            basis,
            coordinator,
            involved,
            claimants,
            accept_by,
            feedback_by,
            level,
            responsibility: _,
            knows_family,
        } = offer;
        self.family_known
            .extend(knows_family.then(|| owner.clone()));
        self.feedback_by = *feedback_by;
        self.map_owner = owner.clone();
        self.basis = *basis;
        self.coordinator = coordinator.clone();
        self.level = *level;
        self.involved.extend(involved.iter().cloned());
        self.was_involved.extend(involved.iter().cloned());
        if *owner != self.owner {
            self.hand_to(owner);
        }
        self.stage = Stage::Offered {
            accept_by: *accept_by,
            claimants: claimants.iter().cloned().collect(),
        };
    }

    /// The promise to the sender may only come forward, and no more may be told. The map moves it only
    /// while nobody but the map did; by its owner that is a decline, of which there is one.
    pub(super) fn follow_corrected(
        &mut self,
        happened: &RecordedEvent,
        particulars: &Particulars,
        then: &Correction,
    ) -> Followed {
        self.must_be_in(State::OPEN)?;
        must(*particulars != self.particulars)?;
        match then {
            Correction::Facts {
                coordinator,
                accept_by,
                feedback_by,
            } => {
                must(*feedback_by <= self.feedback_by)?;
                must(accept_by.is_none_or(|sooner| Some(sooner) < self.accept_by()))?;
                self.coordinator = coordinator.clone();
                self.feedback_by = *feedback_by;
                if let (Some(sooner), Stage::Offered { accept_by, .. }) =
                    (accept_by, &mut self.stage)
                {
                    *accept_by = *sooner;
                }
            }
            Correction::Decided(offer) => {
                must(self.is_still_with_map_owner())?;
                must(offer.feedback_by <= self.feedback_by)?;
                must(offer.others_are_distinct(&self.sender))?;
                must(self.level.stricter(offer.level) == offer.level)?;
                if offer.owner == self.owner {
                    must(Some(offer.accept_by) <= self.accept_by())?;
                } else {
                    if self.declines_by_correcting(&happened.by) {
                        must(self.declines == 0)?;
                        self.declines += 1;
                    }
                    self.stays_involved(&happened.by);
                }
                self.follow_offer(offer);
            }
        }
        let ages = (self.particulars.age, self.particulars.youngest);
        if ages != (particulars.age, particulars.youngest) {
            self.aged_at = happened.at;
        }
        self.particulars = particulars.clone();
        Ok(())
    }
}
