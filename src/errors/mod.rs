//! From an error as a value to a [`ErrorReport`](super::error_report::ErrorReport): one file per room that
//! the error comes from.

pub mod cli_error;
mod export;
mod import;
pub mod io;
mod keeping;
mod map;
mod output;
mod refusal;
mod register;
pub mod setting;
mod yaml;

pub use export::{NotThus, not_thus};
pub use import::{file as import_file, row_fault, rows as import_rows};
pub use keeping::{NotKept, not_kept};
pub use map::{cases_invalid, map_invalid, map_sentence};
pub use output::{InTheWay, ProtectedFile, in_the_way};
pub use refusal::refused;
pub use register::register;
pub use yaml::yaml_fault;
