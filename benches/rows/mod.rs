//! The rows of the table, one file for each thing that is measured.

pub mod after_edit;
pub mod check;
pub mod decisions;
pub mod report;
pub mod route;
