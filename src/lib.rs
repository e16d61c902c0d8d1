//! seinhuis routes a signal about a household to the organisation that agreed to own its follow-up,
//! and does not let it end before the sender has had feedback.
//!
//! The rooms:
//!
//! - [`cli`]: the rim: what is typed, settings, questions, the clock, and how a run ends.
//! - [`domain`]: what a signal is, what may happen to it, working days. Pure.
//! - [`routing`]: the map as a value and the decision who owns a signal. Pure.
//! - [`map_analysis`]: what is wrong with a map, what it leaves open, how it differs from another.
//!   Pure.
//! - [`yaml`]: text files from others, read strictly, with the place of every value.
//! - [`routes_file`]: the map's file or folder, from YAML to a [`routing::map::RouteMap`], and
//!   everything that is wrong with it.
//! - [`register`]: what was recorded, kept in one SQLite file, with the rules of the work locked in
//!   a second time.
//! - [`intake`]: signals that others wrote down, row by row, and everything that is wrong with a
//!   row.
//! - [`render`]: from answers and errors to what a person or a script reads; the texts in both
//!   languages.
//! - [`exit_code`]: how a run ends, as a script sees it.

pub mod cli;
pub mod domain;
pub mod exit_code;
pub mod intake;
pub mod map_analysis;
pub mod register;
pub mod render;
pub mod routes_file;
pub mod routing;
pub mod yaml;
