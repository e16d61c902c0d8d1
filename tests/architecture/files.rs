//! How long a file is, how it is called, and how it begins.

use super::source::{names, none, rust_files};

const LONGEST_FILE: usize = 400;

#[test]
fn no_file_is_longer_than_an_evening_can_bear() {
    let mut complaints = Vec::new();
    for source in rust_files() {
        let lines = source.text.lines().count();
        if lines > LONGEST_FILE {
            complaints.push(format!(
                "{} has {lines} lines; {LONGEST_FILE} is the most.",
                source.path
            ));
        }
    }
    none(&complaints);
}

#[test]
fn no_file_is_named_after_nothing() {
    let vague = [
        "utils", "util", "helpers", "helper", "manager", "managers", "misc",
    ];
    let mut complaints = Vec::new();
    for source in rust_files() {
        let parts: Vec<&str> = source.path.trim_end_matches(".rs").split('/').collect();
        // `tests/common` is where Cargo expects what test files share.
        let common = source.path.starts_with("src/") && parts.contains(&"common");
        if common || parts.iter().any(|part| vague.contains(part)) {
            complaints.push(format!(
                "{}: name the file after the thing in it.",
                source.path
            ));
        }
        for word in vague {
            for line in source.lines_that(|line| names(line, &format!("mod {word}"))) {
                complaints.push(format!(
                    "{}:{line}: name the module after the thing in it.",
                    source.path
                ));
            }
        }
    }
    none(&complaints);
}

#[test]
fn each_file_says_first_what_it_is() {
    let silent = rust_files()
        .iter()
        .filter(|source| !source.is_of_tests() && !source.text.starts_with("//! "));
    none(
        &silent
            .map(|source| format!("{} does not begin with a doc comment (//!).", source.path))
            .collect::<Vec<_>>(),
    );
}
