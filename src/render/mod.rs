//! From answers and errors to what a person or a script reads.

pub mod complaint;
pub mod complaints;
pub mod texts;
