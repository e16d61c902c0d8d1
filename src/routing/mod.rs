//! The map as a value, and the decision who owns a signal. Pure: no terminal, no files, no
//! database, no clock.

pub mod ages;
mod candidates;
pub mod choice;
mod containment;
pub mod criterion;
pub mod decide;
pub mod decision;
pub mod emergency;
pub mod explanation;
pub mod handover;
mod index;
pub mod levels;
mod limit;
pub mod map;
mod office_hours;
pub mod parts;
mod position;
pub(crate) mod precedence;
mod prefilter;
pub mod promises;
mod responsibility_key;
mod senders;
mod text;
pub mod tree;
pub mod valid_days;
pub mod when;

pub use decide::{decide, rule};

#[cfg(test)]
mod decide_tests;
#[cfg(test)]
mod emergency_tests;
#[cfg(test)]
mod outside_the_map_tests;
#[cfg(test)]
mod promises_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod random_maps;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod topics_tests;
