//! Signals that others wrote down: a table (CSV) or lines of JSON, read row by row, each made into
//! a signal or told what is wrong with it.
//!
//! Nothing of what stands in a field is ever repeated in a fault: rows, columns and codes of the
//! map alone.

/// Of what is unknown in one row no more is told than this: a file that is something else has
/// nothing that is known.
const MOST_UNKNOWN: usize = 20;

mod bytes;
mod decode;
mod event_keys;
mod field;
mod field_error;
mod history;
mod json;
mod lines;
mod lookup_cache;
mod object;
mod records;
mod row_parser;
mod row_spool;
mod source;
mod stored_state;
mod table;

pub use bytes::DecodedFile;
pub use field::{Field, REJECTED_BECAUSE};
pub use field_error::{FieldError, FileFault, Misquoted, RowFault};
pub use history::History;
pub use row_parser::{ParsedRow, RowParser, UnparsedRow};
pub use row_spool::RowSpool;
pub use source::{ImportFormat, ImportSource, Raw, Rejects, Unopened};
pub use table::Mapping;
