//! One organisation, by every code that signals have for it.

use crate::domain::codes::OrganisationId;

/// The codes of one organisation: its own, and those that it took over. Codes in signals never change,
/// so an heir acts and reads under the code that stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationCodes {
    own: OrganisationId,
    former: Vec<OrganisationId>,
}

impl OrganisationCodes {
    #[must_use]
    pub fn new(own: OrganisationId, former: Vec<OrganisationId>) -> Self {
        Self { own, former }
    }

    /// The code that it has today.
    #[must_use]
    pub fn own(&self) -> &OrganisationId {
        &self.own
    }

    /// Its own first, then those of before.
    pub fn iter(&self) -> impl Iterator<Item = &OrganisationId> {
        std::iter::once(&self.own).chain(&self.former)
    }

    /// Whether a signal means this organisation by that code.
    #[must_use]
    pub fn include(&self, code: &OrganisationId) -> bool {
        *code == self.own || self.former.contains(code)
    }
}

impl From<OrganisationId> for OrganisationCodes {
    fn from(own: OrganisationId) -> Self {
        Self::new(own, Vec::new())
    }
}
