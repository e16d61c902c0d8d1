//! From answers and errors to what a person or a script reads.

pub mod answer;
pub mod checked;
pub mod csv;
pub mod decision;
pub mod differed;
pub mod emergency;
pub mod error_report;
pub mod error_reports;
pub mod escalated;
pub mod escape;
pub mod event_data;
mod event_text;
pub mod exported;
pub mod folded;
pub mod graph;
pub mod imported;
pub mod kept;
pub mod listed;
pub mod map_shown;
pub mod mark;
pub mod overview;
pub mod reach;
pub mod reason;
pub mod region;
pub mod reported;
pub mod rerouted;
pub mod route_command;
pub mod salvaged;
pub mod screen;
pub mod side_by_side;
pub mod stepped;
pub mod story;
pub mod streamed;
pub mod table;
pub mod tested;
pub mod texts;
pub mod verified;
pub mod witness;
pub mod wrapped;

#[cfg(test)]
mod tests;
