//! One file stops the run where what must always hold does not.

use super::source::{names, rust_files};

/// The one file that may panic; and the one that indexes, while the program is built.
const ALLOWED: &[(&str, &str)] = &[
    ("src/domain/invariant.rs", "clippy::panic"),
    ("src/output/i18n/catalogue.rs", "clippy::indexing_slicing"),
];

/// Clippy warns of each of these where it is not allowed by name, apart from tests.
#[test]
fn what_always_holds_is_asked_for_in_one_place() {
    let stops = ["panic", "unwrap_used", "expect_used", "indexing_slicing"];
    let mut allowed = Vec::new();
    for source in rust_files().iter().filter(|source| !source.is_of_tests()) {
        for lint in stops.map(|lint| format!("clippy::{lint}")) {
            if source
                .lines_that(|line| names(line, &lint))
                .next()
                .is_some()
            {
                allowed.push((source.path.clone(), lint));
            }
        }
    }
    let allowed: Vec<(&str, &str)> = allowed
        .iter()
        .map(|(path, lint)| (path.as_str(), lint.as_str()))
        .collect();
    assert_eq!(allowed, ALLOWED);
}
