//! How fast the program is: `cargo bench --bench ratios`, or with `-- list route` only these rows.
//! docs/performance.md says how to read it.
//!
//! Nothing here fails when a goal is missed: another machine is another machine. What is compared
//! is measured in turn, in one run.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it reads the clock and prints a table; what cannot be measured may stop it"
)]

mod counted;
mod generator;
mod least;
mod pairs;
mod program;
mod rows;
mod shell;
mod slow_disk;
mod stored;
mod table;

use table::Rows;

const ROWS: [Rows; 9] = [
    ("route", rows::route::measure),
    ("decisions", rows::decisions::measure),
    ("edit", rows::after_edit::measure),
    ("check", rows::check::measure),
    ("report", rows::report::measure),
    ("growth", rows::growth::measure),
    ("list", rows::list::measure),
    ("import", rows::import::measure),
    ("overview", rows::overview::measure),
];

fn main() {
    table::measured("ratios", &ROWS);
}
