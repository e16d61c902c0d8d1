//! Who sent a signal and who owns it, and how to reach them.

use crate::domain::codes::OrganisationId;
use crate::domain::event::AsWas;
use crate::output::reach::{reach_of, reach_then};
use crate::output::screen::RenderContext;
use crate::verbs::show::answer::SignalView;

impl SignalView {
    pub(super) fn sender_text(&self, screen: &RenderContext<'_>) -> String {
        let sender = self.name_of(&self.sender, screen);
        self.contact
            .clone()
            .or_else(|| {
                self.reach(&self.sender, screen)
                    .filter(|_| self.words_shown)
            })
            .map_or(sender.clone(), |contact| format!("{sender} · {contact}"))
    }

    /// The person, when the owner named one, and her organisation.
    pub(super) fn reach_of_owner(&self, screen: &RenderContext<'_>) -> Option<String> {
        let organisation = self.reach(&self.owner, screen);
        let both = self.owner_contact.clone().into_iter().chain(organisation);
        let both: Vec<String> = both.collect();
        (!both.is_empty()).then(|| both.join(" · "))
    }

    /// What it is called: as the map says, or when that no longer knows it as it was when it last did
    /// something.
    pub(super) fn name_of(&self, of: &OrganisationId, screen: &RenderContext<'_>) -> String {
        match self.as_it_was(of, screen) {
            Some(AsWas { name, .. }) => name.clone(),
            None => screen.organisation(of).to_owned(),
        }
    }

    /// How to reach it, likewise.
    fn reach(&self, of: &OrganisationId, screen: &RenderContext<'_>) -> Option<String> {
        match self.as_it_was(of, screen) {
            Some(AsWas { phone, email, .. }) => reach_then(phone.as_deref(), email.as_deref()),
            None => reach_of(of, screen),
        }
    }

    /// `None` when the map knows it.
    fn as_it_was(&self, of: &OrganisationId, screen: &RenderContext<'_>) -> Option<&AsWas> {
        if screen.map?.organisation(of).is_some() {
            return None;
        }
        let mut of_it = self.events.iter().rev();
        of_it.find_map(|event| {
            event
                .as_was
                .as_ref()
                .filter(|_| event.by.as_ref() == Some(of))
        })
    }
}
