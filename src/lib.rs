//! seinhuis routes a signal about a household to the organisation that agreed to own its follow-up,
//! and does not let it end before the sender has had feedback.
//!
//! The rooms, each of which knows only those before it:
//!
//! - [`domain`]: what a signal is, what may happen to it, working days. Pure.
//! - [`overview`]: what a team learns of how signals went. Pure.
//! - [`map_parts`]: what a map is made of. Pure.
//! - [`routing`]: the map, ready to decide, and the decision who owns a signal. Pure.
//! - [`lookup`]: from what a person types to an entry of the map. Pure.
//! - [`follow_up`]: what the map says of a signal that has its owner. Pure.
//! - [`map_analysis`]: what is wrong with a map, what it leaves open, how it differs from another.
//!   Pure.
//! - [`map_file`]: the map's file or folder, from YAML to a [`routing::map::RouteMap`], and
//!   everything that is wrong with it.
//! - [`register`]: what was recorded, with the rules of the work locked in a second time.
//! - [`output`]: what answers share: tables, escaping, names and days, the texts in both languages.
//! - [`exchange`]: signals that others wrote down, and signals for other programs.
//! - [`errors`]: why a run ends without an answer, and its sentence.
//! - [`context`]: what a verb works with: settings, terminal, questions, clock, files.
//! - [`verbs`]: one place for each verb: its arguments, its work, its answer, its texts.
//! - [`cli`]: the command line as a whole: help, mistakes, completion, and how a run ends.
//! - [`exit_code`]: how a run ends, as a script sees it.

pub mod cli;
pub mod context;
pub mod domain;
pub mod errors;
pub mod exchange;
pub mod exit_code;
pub mod follow_up;
pub mod lookup;
pub mod map_analysis;
pub mod map_file;
pub mod map_parts;
pub mod output;
pub mod overview;
pub mod register;
pub mod routing;
pub mod verbs;
