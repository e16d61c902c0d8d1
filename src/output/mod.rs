//! What answers share: tables, CSV, escaping, wrapping, names and days, why this owner, the texts.

pub mod alarm_step;
pub mod answer;
pub mod choice_names;
pub mod csv;
pub mod decision;
pub mod emergency;
pub mod error_report;
pub mod escape;
pub mod event_data;
pub mod event_text;
pub mod handover;
pub mod i18n;
pub mod map_text;
pub mod mark;
pub mod option_names;
pub mod reach;
pub mod reason;
pub mod region;
pub mod route_command;
pub mod screen;
pub mod side_by_side;
pub mod streamed;
pub mod table;
pub mod tree_cover;
pub mod witness;
pub mod wrap;
