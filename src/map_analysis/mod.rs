//! What a map says as a whole: what is wrong with it, where it leaves a gap or a dispute, how it
//! differs from another, what its cases cover. Pure, as `routing`, which it asks and which does not
//! know it.

pub mod check;
pub mod claims;
pub mod compare;
pub mod coverage;
pub mod expectation;
pub mod ownership_matrix;
pub mod region;
pub mod survey;
mod witness;

#[cfg(test)]
mod expectation_tests;
#[cfg(test)]
mod ownership_matrix_tests;
