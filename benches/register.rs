//! How fast the register answers: `cargo bench --bench register`, or with `-- list` only these rows. docs/performance.md says how to read it.
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
#![allow(dead_code, unused_imports, reason = "what both benches share is not used whole by each")]

mod generator;
mod pairs;
mod program;
mod shell;
mod stored;
mod table;

/// The rows of this table, one file for each thing that is measured.
mod rows {
    pub mod import;
    pub mod list;
    pub mod overview;
}

use table::Rows;

const ROWS: [Rows; 3] = [("list", rows::list::measure), ("import", rows::import::measure), ("overview", rows::overview::measure)];

fn main() {
    table::measured("register", &ROWS);
}
