//! The map, ready to decide, and the decision who owns a signal. Pure: no terminal, no files, no
//! database, no clock.

mod by_code;
mod candidates;
mod codes;
mod containment;
pub mod decide;
pub mod decision;
pub mod emergency;
pub mod explanation;
mod handover_of_owner;
mod index;
pub mod levels;
mod limit;
pub mod map;
pub(crate) mod precedence;
mod prefilter;
mod responsibility_key;
pub mod when;

// Whoever asks a map names what it is made of too.
pub use crate::map_parts::{ages, choice, criterion, handover, promises};
pub use decide::{decide, rule};

#[cfg(test)]
mod decide_tests;
#[cfg(test)]
mod emergency_tests;
#[cfg(test)]
mod former_codes_tests;
#[cfg(test)]
mod outside_the_map_tests;
#[cfg(test)]
mod promises_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod random_days;
#[cfg(test)]
pub(crate) mod random_maps;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod topics_tests;
#[cfg(test)]
mod valid_days_tests;
