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
    /// Not taken on, and the organisation claims it.
    Claimed,
    /// Not answered, and the organisation was asked something.
    Asked,
    /// Answered by the owner, and the organisation sent it.
    Sent,
    /// Answered as its sender recorded it, and the organisation owns it.
    OwnedAndHeard,
    /// Answered by the organisation, which owns it, and not confirmed in time.
    OwnedTooLong,
    /// Recorded as heard by the organisation, which sent it, and not confirmed in time.
    HeardTooLong,
    /// Answered, not confirmed in time, and the organisation coordinates it.
    CoordinatedTooLong,
    /// Answered, and the organisation was asked something.
    AskedSince,
}

impl Group {
    /// Why a signal of this group may wait for somebody.
    pub(super) fn wait_reasons(self) -> &'static [WaitReason] {
        match self {
            Group::Unanswered => &[
                WaitReason::Owned,
                WaitReason::Proposed,
                WaitReason::Claimed,
                WaitReason::Asked,
            ],
            Group::Answered => &[
                WaitReason::Sent,
                WaitReason::OwnedAndHeard,
                WaitReason::OwnedTooLong,
                WaitReason::HeardTooLong,
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
            WaitReason::Claimed => {
                let claims = dialect::claims(&who);
                format!("{claims} AND owner <> {who} AND (proposed IS NULL OR proposed <> {who})")
            }
            WaitReason::Asked => {
                let (asked, claims) = (dialect::is_asked(&who), dialect::claims(&who));
                format!(
                    "{asked} AND owner <> {who} AND (proposed IS NULL OR proposed <> {who}) \
                     AND NOT ({claims})"
                )
            }
            WaitReason::Sent => format!("sender = {who} AND answered_by = owner"),
            WaitReason::OwnedAndHeard => format!("owner = {who} AND answered_by <> owner"),
            WaitReason::OwnedTooLong => {
                let today = with.place(today);
                format!(
                    "owner = {who} AND due < {today} AND answered_by = owner AND sender <> {who}"
                )
            }
            WaitReason::HeardTooLong => {
                let today = with.place(today);
                format!("sender = {who} AND due < {today} AND answered_by <> owner")
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
                    "{asked} AND CASE WHEN answered_by = owner THEN sender ELSE owner END <> {who} \
                     AND NOT (due < {today} AND {who} IN (owner, sender, coordinator))"
                )
            }
        }
    }
}
