//! The one table: what was measured, what the goal is, and whether it holds.

use std::fmt;

use super::pairs::Spread;

/// What is wanted of the median.
#[derive(Debug, Clone, Copy)]
pub enum Goal {
    AtLeast(f64),
    AtMost(f64),
    /// Told beside another row.
    None,
}

impl Goal {
    fn holds(self, median: f64) -> Option<bool> {
        match self {
            Goal::AtLeast(least) => Some(median >= least),
            Goal::AtMost(most) => Some(median <= most),
            Goal::None => None,
        }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Goal::AtLeast(least) => write!(f, ">= {least}"),
            Goal::AtMost(most) => write!(f, "<= {most}"),
            Goal::None => write!(f, "-"),
        }
    }
}

/// What has been measured so far. Every row is printed when it is known: the larger maps take
/// minutes.
#[derive(Debug, Default)]
pub struct Table {
    missed: Vec<String>,
    held: usize,
    skipped: usize,
}

impl Table {
    pub fn begin() -> Self {
        println!(
            "{:<66} {:>9}  {:<17} {:>5}  {:<10} holds",
            "what", "median", "min-max", "pairs", "goal"
        );
        Self::default()
    }

    /// One row. `unit` stands behind the figures: `x` for a ratio.
    pub fn row(&mut self, what: &str, measured: Spread, unit: &str, goal: Goal) {
        let Spread {
            median,
            least,
            most,
            count,
        } = measured;
        let spread = format!("{least:.2}-{most:.2}");
        let holds = match goal.holds(median) {
            Some(true) => "yes",
            Some(false) => "NO",
            None => "-",
        };
        println!(
            "{what:<66} {:>9}  {spread:<17} {count:>5}  {:<10} {holds}",
            format!("{median:.2}{unit}"),
            goal.to_string()
        );
        match goal.holds(median) {
            Some(true) => self.held += 1,
            Some(false) => self
                .missed
                .push(format!("{what}: {median:.2}{unit}, goal {goal}")),
            None => {}
        }
    }

    /// A row that cannot be measured here.
    pub fn skip(&mut self, what: &str, why: &str) {
        println!("{what:<66} not measured: {why}");
        self.skipped += 1;
    }

    pub fn end(self) {
        let Self {
            missed,
            held,
            skipped,
        } = self;
        println!(
            "\n{held} goals hold, {} are missed, {skipped} were not measured.",
            missed.len()
        );
        for line in missed {
            println!("missed: {line}");
        }
    }
}

/// Rows that go together, and the word that asks for them.
pub type Rows = (&'static str, fn(&mut Table));

/// Measures what was asked for on the command line of this bench; without a word, all of it.
pub fn measured(bench: &str, rows: &[Rows]) {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Cargo says so; under `cargo test` the program is not optimised.
    if !arguments.iter().any(|argument| argument == "--bench") {
        println!("Measures only as `cargo bench --bench {bench}`.");
        return;
    }
    let wanted: Vec<&String> = arguments
        .iter()
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let mut table = Table::begin();
    for (_, measure) in rows
        .iter()
        .filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|wanted| wanted == name))
    {
        measure(&mut table);
    }
    table.end();
}
