//! The map as a value, and the decision who owns a signal. Pure: no terminal, no files, no
//! database, no clock.

mod candidates;
pub mod check;
pub mod claims;
mod contest;
pub mod coverage;
pub mod criterion;
pub mod decide;
pub mod decision;
pub mod diff;
pub mod emergency;
pub mod escalation;
pub mod expectation;
mod gate;
mod index;
pub mod lookup;
pub mod map;
pub mod offer;
pub mod parts;
pub mod picture;
mod references;
pub mod region;
pub mod reroute;
mod statement;
pub mod survey;
mod witness;

pub use decide::{decide, rule};

#[cfg(test)]
mod decide_tests;
#[cfg(test)]
mod emergency_tests;
#[cfg(test)]
mod escalation_tests;
#[cfg(test)]
mod expectation_tests;
#[cfg(test)]
mod lookup_tests;
#[cfg(test)]
mod offer_tests;
#[cfg(test)]
mod picture_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod random_maps;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod topics_tests;
