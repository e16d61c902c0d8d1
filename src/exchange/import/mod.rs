//! Signals that others wrote down: a table (CSV) or lines of JSON, read row by row. Each row becomes
//! a signal, or faults.
//!
//! A fault never repeats the text of a field. It has only rows, columns and codes of the map.

mod bytes;
mod decode;
mod event;
mod field;
mod field_error;
mod file_fault;
mod history;
mod json;
mod lines;
mod lookup_cache;
mod object;
mod records;
mod report_time;
mod row_parser;
mod row_spool;
mod source;
mod stored_state;
mod table;

pub use bytes::DecodedFile;
pub use field::{Field, REJECTED_BECAUSE};
pub use field_error::{FIRST_YEAR, FieldError, RowFault, count_faulty_rows};
pub use file_fault::{FileFault, QuoteFault, SourceError, UnknownColumn};
pub use history::History;
pub use row_parser::{ParsedRow, RowParser, UnparsedRow};
pub use row_spool::RowSpool;
pub use source::{ImportFormat, ImportSource, Raw, Rejects};
pub use table::Mapping;
