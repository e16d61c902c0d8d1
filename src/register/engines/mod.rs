//! The engines in which a register can be kept.

pub mod sqlite;
