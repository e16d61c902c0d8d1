//! The rows of the table, one file for each thing that is measured.

pub mod after_edit;
pub mod check;
pub mod decisions;
pub mod growth;
pub mod import;
pub mod list;
pub mod overview;
pub mod report;
pub mod route;
