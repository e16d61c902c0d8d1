//! How fast the map answers: `cargo bench --bench map`, or with `-- route check` only these rows. docs/performance.md says how to read it.
//!
//! Nothing here fails when a goal is missed: another machine is another machine. What is compared is measured in turn, in one run.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it reads the clock and prints a table; what cannot be measured may stop it"
)]

mod generator;
mod pairs;
mod program;
mod rows;
mod table;

use table::Rows;

const ROWS: [Rows; 5] = [
    ("route", rows::route::measure),
    ("report", rows::report::measure),
    ("decisions", rows::decisions::measure),
    ("edit", rows::after_edit::measure),
    ("check", rows::check::measure),
];

fn main() {
    table::measured("map", &ROWS);
}
