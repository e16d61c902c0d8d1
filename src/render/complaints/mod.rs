//! From an error as a value to a [`Complaint`](super::complaint::Complaint): one file per room that the error comes from.

mod map;
mod yaml;

pub use map::map_invalid;
pub use yaml::{yaml_fault, yaml_sentence};
