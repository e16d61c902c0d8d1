//! Signals that others wrote down: a table (CSV) or lines of JSON, read row by row, each made into
//! a signal or told what is wrong with it.
//!
//! Nothing of what stands in a field is ever repeated in a fault: rows, columns and codes of the
//! map alone.

/// Of what is unknown in one row no more is told than this: a file that is something else has
/// nothing that is known.
const MOST_UNKNOWN: usize = 20;

mod bytes;
mod decoded;
mod draft;
mod fault;
mod field;
mod happened;
mod history;
mod json;
mod kept;
mod known;
mod lines;
mod object;
mod records;
mod source;
mod standing;
mod table;

pub use bytes::DecodedFile;
pub use draft::{ParsedRow, RowParser, UnparsedRow};
pub use fault::{FieldError, FileFault, Misquoted, RowFault};
pub use field::{Field, REJECTED_BECAUSE};
pub use history::History;
pub use kept::RowSpool;
pub use source::{ImportFormat, ImportSource, Raw, Rejects, Unopened};
pub use table::Mapping;
