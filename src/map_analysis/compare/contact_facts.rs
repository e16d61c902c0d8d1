//! How a map says that an organisation is reached.

use crate::map_analysis::compare::fact::MapStatement;
use crate::routing::map::Contact;

/// What a sender sees of a contact, so without the day on which it was checked.
#[derive(Default)]
pub(super) struct ContactFacts {
    pub(super) phone: Option<MapStatement>,
    pub(super) email: Option<MapStatement>,
    pub(super) hours: Option<MapStatement>,
}

impl ContactFacts {
    pub(super) fn of(contact: Option<&Contact>) -> Self {
        let Some(contact) = contact else {
            return Self::default();
        };
        let Contact {
            phone,
            email,
            hours,
            checked_on: _,
        } = contact.clone();
        Self {
            phone: phone.map(MapStatement::Text),
            email: email.map(MapStatement::Text),
            hours: Some(MapStatement::Reachable(hours)),
        }
    }
}
