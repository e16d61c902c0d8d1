//! For whom signals wait, as conditions of a search.

use crate::domain::codes::OrganisationId;
use crate::domain::time::Day;
use crate::register::dialect;
use crate::register::filter::{Group, Parameters};

/// Why a signal waits for an organisation. Each excludes what those before it find.
#[derive(Debug, Clone, Copy)]
pub(super) enum WaitReason {
    /// Not answered, and the organisation owns it.
    Owned,
    /// Not answered, and the organisation was asked to take it over.
    Proposed,
    /// Not answered, and the organisation was asked something.
    Asked,
    /// Answered, and the organisation sent it.
    Sent,
    /// Answered, not confirmed in time, and the organisation owns it.
    OwnedTooLong,
    /// Answered, not confirmed in time, and the organisation coordinates it.
    CoordinatedTooLong,
    /// Answered, and the organisation was asked something.
    AskedSince,
}

impl Group {
    /// Why a signal of this group may wait for somebody.
    pub(super) fn wait_reasons(self) -> &'static [WaitReason] {
        match self {
            Group::Unanswered => &[WaitReason::Owned, WaitReason::Proposed, WaitReason::Asked],
            Group::Answered => &[
                WaitReason::Sent,
                WaitReason::OwnedTooLong,
                WaitReason::CoordinatedTooLong,
                WaitReason::AskedSince,
            ],
            Group::Ended => &[],
        }
    }
}

impl WaitReason {
    pub fn condition(
        self,
        organisation: &OrganisationId,
        today: Day,
        with: &mut Parameters,
    ) -> String {
        let who = with.place(organisation);
        match self {
            WaitReason::Owned => format!("owner = {who}"),
            WaitReason::Proposed => format!("proposed = {who} AND owner <> {who}"),
            WaitReason::Asked => {
                let asked = dialect::is_asked(&who);
                format!("{asked} AND owner <> {who} AND (proposed IS NULL OR proposed <> {who})")
            }
            WaitReason::Sent => format!("sender = {who}"),
            WaitReason::OwnedTooLong => {
                let today = with.place(today);
                format!("owner = {who} AND due < {today} AND sender <> {who}")
            }
            WaitReason::CoordinatedTooLong => {
                let today = with.place(today);
                format!(
                    "coordinator = {who} AND due < {today} AND owner <> {who} AND sender <> {who}"
                )
            }
            WaitReason::AskedSince => {
                let (asked, today) = (dialect::is_asked(&who), with.place(today));
                format!(
                    "{asked} AND sender <> {who} \
                     AND NOT (due < {today} AND (owner = {who} OR coordinator = {who}))"
                )
            }
        }
    }
}
