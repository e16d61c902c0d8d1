//! Questions about a whole map: what is wrong with it, where it has gaps and disputes, how it
//! differs from another map, and what its cases cover. Pure, like `routing`, which it uses.

pub mod age_sets;
pub mod check;
pub mod claims;
pub mod compare;
pub mod coverage;
pub mod expectation;
mod indexes;
pub mod ownership_matrix;
pub mod region;
pub mod survey;
pub mod why_not;
mod witness;

#[cfg(test)]
mod expectation_tests;
#[cfg(test)]
mod ownership_matrix_tests;
#[cfg(test)]
mod region_tests;
#[cfg(test)]
mod why_not_tests;
