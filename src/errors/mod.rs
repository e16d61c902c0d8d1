//! From an error as a value to an [`ErrorReport`]: one file per module that the error
//! comes from.

pub mod cli_error;
mod export;
mod import;
pub mod io;
mod map;
mod output;
mod refusal;
mod register;
mod register_copy;
pub mod setting;
mod yaml;

use std::path::Path;

use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::escape;

pub use export::{ExportRefusal, export};
pub use import::{file as import_file, row_fault, rows as import_rows};
pub use map::{cases_invalid, map_invalid, map_sentence};
pub use output::{OutputConflict, ProtectedFile, output_conflict};
pub use refusal::refusal;
pub use register::register;
pub use register_copy::{CopyError, register_copy};
pub use yaml::yaml_fault;

fn usage(kind: &'static str, error: String) -> ErrorReport {
    ErrorReport::new(kind, Exit::Usage, error)
}

fn failed(kind: &'static str, error: String) -> ErrorReport {
    ErrorReport::new(kind, Exit::Failed, error)
}

/// A path, safe to show on a screen.
fn path_text(path: &Path) -> String {
    escape::line(&path.to_string_lossy())
}
