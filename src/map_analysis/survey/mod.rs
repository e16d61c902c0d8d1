//! A map's answers to every possible signal: disputes, gaps, and claims that never win. Exact, not
//! sampled.
//!
//! A signal is a point: its topic, area (or unknown), age (or unknown), urgency, sender, hours and
//! day. The points are not visited one by one. `cells` groups the topics and areas that the same
//! responsibilities cover; `axis` cuts ages, urgencies, senders, hours and days only where those
//! responsibilities differ, and `grid` crosses the axes; `chart` labels the result and joins equal
//! points to the largest regions.

pub(super) mod ages;
mod areas;
mod axis;
mod bits;
mod blocks;
mod cells;
mod chart;
mod days;
mod disputes;
mod duplicates;
mod gaps;
mod grid;
mod lead_disputes;
pub(super) mod leads;
mod never_wins;
mod pair;
mod pair_leads;
mod senders;
mod unheard;

pub use areas::AreaDetail;
pub(super) use areas::AreaDetails;
pub use chart::{ChartEntry, SignalDetail, survey};
pub use days::DayRange;
pub use disputes::{Dispute, disputes};
pub use duplicates::{Duplicate, duplicates};
pub use gaps::{BecomingGap, Gaps, becoming_gaps, gaps};
pub use never_wins::{NeverWins, WhyNever, never_wins};
pub use pair::Pair;
pub use unheard::{unheard_senders, unowned_topics};

#[cfg(test)]
mod brute_force;
#[cfg(test)]
mod cases;
