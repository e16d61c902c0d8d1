//! What a map answers to every signal that there can be: where claims dispute, where nobody owns, what can never win. Exact, not sampled.
//!
//! A signal is a point: its topic, area (or unknown), age (or unknown), urgency, sender, hours and day. The points are not visited one by
//! one. [`cells`] puts together the topics and areas that the same responsibilities cover; [`grid`] cuts ages, urgencies, senders, hours
//! and days only where those responsibilities look; [`chart`] labels what comes out and joins equal points to the largest regions.

mod areas;
mod bits;
mod cells;
mod chart;
mod grid;
mod senders;

pub use areas::AreaAsked;
pub use chart::{Answer, Asked, Days, survey};
