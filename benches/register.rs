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

use table::Table;

/// Rows that go together, and the word that asks for them.
type Rows = (&'static str, fn(&mut Table));

const ROWS: [Rows; 3] = [("list", rows::list::measure), ("import", rows::import::measure), ("overview", rows::overview::measure)];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Cargo says so; under `cargo test` the program is not optimised.
    if !arguments.iter().any(|argument| argument == "--bench") {
        println!("Measures only as `cargo bench --bench register`.");
        return;
    }
    let wanted: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with("--")).collect();
    let mut table = Table::begin();
    for (_, measure) in ROWS.iter().filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|wanted| wanted == name)) {
        measure(&mut table);
    }
    table.end();
}
