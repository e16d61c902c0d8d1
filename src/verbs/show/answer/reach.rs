//! Who sent a signal and who owns it, and how to reach them.

use crate::output::reach::{reach_of, reach_of_owner};
use crate::output::screen::{AsTheyWere, RenderContext};
use crate::verbs::show::answer::SignalView;

impl SignalView {
    pub(super) fn sender_text(&self, screen: &RenderContext<'_>) -> String {
        let sender = screen.organisation(&self.sender).to_owned();
        self.contact
            .clone()
            .or_else(|| reach_of(&self.sender, screen).filter(|_| self.words_shown))
            .map_or(sender.clone(), |contact| format!("{sender} · {contact}"))
    }

    pub(super) fn reach_of_owner(&self, screen: &RenderContext<'_>) -> Option<String> {
        reach_of_owner(&self.owner, self.owner_contact.as_deref(), screen)
    }

    /// Who did something that the reader knows of, as it was when it last did.
    pub(super) fn as_they_were(&self) -> AsTheyWere<'_> {
        let events = self.events.iter();
        let acted = events.map(|event| event.by.as_ref().zip(event.as_was.as_ref()));
        acted.flatten().collect()
    }
}
