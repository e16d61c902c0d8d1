//! Who does something to a signal.

use serde::{Deserialize, Serialize};

use crate::domain::codes::OrganisationId;
use crate::domain::event::Via;
use crate::domain::words::PersonName;

/// What an organisation was called and how it was reached when it did something: a later map may not
/// know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AsWas {
    pub name: String,
    /// Telephone number, if the map had one.
    pub phone: Option<String>,
    /// Likewise.
    pub email: Option<String>,
}

/// Who does something, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub organisation: OrganisationId,
    /// Who of the organisation; `None` when that is not said.
    pub person: Option<PersonName>,
    pub via: Via,
    /// Its name today; `None` when the map does not know it.
    pub as_was: Option<AsWas>,
}
