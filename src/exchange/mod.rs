//! Signals from and for other programs.

pub mod export;
pub mod import;
mod part;
