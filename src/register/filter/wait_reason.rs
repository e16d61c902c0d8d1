//! For whom signals wait, as conditions of a search.

use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::time::Day;
use crate::register::dialect;
use crate::register::filter::Group;
use crate::register::filter::parameters::Parameters;

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
        organisation: &OrganisationCodes,
        today: Day,
        with: &mut Parameters,
    ) -> String {
        let who = with.who(organisation);
        let (owned, not_owned) = (who.is("owner"), who.is_not("owner"));
        let (sent, not_sent) = (who.is("sender"), who.is_not("sender"));
        let not_proposed = format!("(proposed IS NULL OR {})", who.is_not("proposed"));
        match self {
            WaitReason::Owned => owned,
            WaitReason::Proposed => format!("{} AND {not_owned}", who.is("proposed")),
            WaitReason::Claimed => {
                let claims = dialect::claims(&who);
                format!("{claims} AND {not_owned} AND {not_proposed}")
            }
            WaitReason::Asked => {
                let (asked, claims) = (dialect::is_asked(&who), dialect::claims(&who));
                format!("{asked} AND {not_owned} AND {not_proposed} AND NOT ({claims})")
            }
            WaitReason::Sent => format!("{sent} AND answered_by = owner"),
            WaitReason::OwnedAndHeard => format!("{owned} AND answered_by <> owner"),
            WaitReason::OwnedTooLong => {
                let today = with.place(today);
                format!("{owned} AND due < {today} AND answered_by = owner AND {not_sent}")
            }
            WaitReason::HeardTooLong => {
                let today = with.place(today);
                let by_another = who.has_several().then(|| format!(" AND {not_owned}"));
                format!(
                    "{sent} AND due < {today} AND answered_by <> owner{}",
                    by_another.unwrap_or_default()
                )
            }
            WaitReason::CoordinatedTooLong => {
                let today = with.place(today);
                let coordinated = who.is("coordinator");
                format!("{coordinated} AND due < {today} AND {not_owned} AND {not_sent}")
            }
            WaitReason::AskedSince => {
                let (asked, today) = (dialect::is_asked(&who), with.place(today));
                let not_confirmer =
                    who.is_not("CASE WHEN answered_by = owner THEN sender ELSE owner END");
                let has_part = who.is_one_of(&["owner", "sender", "coordinator"]);
                format!("{asked} AND {not_confirmer} AND NOT (due < {today} AND {has_part})")
            }
        }
    }
}
