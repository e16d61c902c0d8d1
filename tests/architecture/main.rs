//! The house, read from its own source: every word in its room, every dependency in its row, every
//! link to a file that is there.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod circles;
#[cfg(test)]
mod files;
#[cfg(test)]
mod glossary;
#[cfg(test)]
mod invariants;
#[cfg(test)]
mod names;
#[cfg(test)]
mod papers;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod rooms;
#[cfg(test)]
mod source;

use std::collections::{BTreeMap, BTreeSet};

use source::{code, dependencies, names, names_crate, none, rust_files, table_under};

/// Each dependency and the rooms (a folder or a file) that may name it. ARCHITECTURE.md says the
/// same, with the reasons.
const KNOWN_IN: &[(&str, &[&str])] = &[
    ("annotate-snippets", &["src/map_file/yaml/excerpt.rs"]),
    ("anstream", &["src/context/terminal.rs"]),
    (
        "blake3",
        &["src/map_file/digest.rs", "src/register/audit/hash_chain.rs"],
    ),
    ("chrono", &["src/domain/time.rs"]),
    ("chrono-tz", &["src/domain/time.rs"]),
    (
        "clap",
        &[
            "src/context/args.rs",
            "src/context/mod.rs",
            "src/verbs/",
            "src/cli/",
        ],
    ),
    (
        "clap_complete",
        &["src/verbs/completions/", "src/cli/completion.rs"],
    ),
    ("clap_mangen", &["src/verbs/man/"]),
    ("comfy-table", &["src/output/table.rs"]),
    ("computus", &["src/domain/time.rs"]),
    (
        "csv",
        &[
            "src/exchange/import/",
            "src/output/csv.rs",
            "src/exchange/export/csv.rs",
        ],
    ),
    ("encoding_rs", &["src/exchange/import/decode.rs"]),
    ("etcetera", &["src/context/settings.rs"]),
    ("fluent-bundle", &["src/output/i18n/"]),
    (
        "getrandom",
        &[
            "src/context/fresh_id.rs",
            "src/register/audit/hash_chain.rs",
        ],
    ),
    ("indicatif", &["src/context/progress.rs"]),
    ("inquire", &["src/context/prompt.rs"]),
    ("maud", &["src/verbs/overview/answer/page/"]),
    (
        "postcard",
        &["src/map_file/cache/", "src/register/spool.rs"],
    ),
    ("rusqlite", &["src/register/engines/sqlite/"]),
    ("rust_xlsxwriter", &["src/exchange/export/xlsx.rs"]),
    (
        "rustc-hash",
        &[
            "src/domain/name_index.rs",
            "src/routing/",
            "src/map_analysis/",
            "src/map_file/cache/references.rs",
            "src/verbs/import/",
        ],
    ),
    ("rustix", &["src/map_file/cache/file.rs"]),
    (
        "serde",
        &[
            "src/exit_code.rs",
            "src/domain/",
            "src/map_parts/",
            "src/routing/explanation.rs",
            "src/map_file/yaml/",
            "src/map_file/format.rs",
            "src/map_file/cases/format.rs",
            "src/register/",
            "src/output/",
            "src/exchange/import/json.rs",
            "src/exchange/part.rs",
            "src/exchange/export/",
            "src/context/settings.rs",
            "src/context/settings/file.rs",
            "src/verbs/",
        ],
    ),
    (
        "serde_json",
        &[
            "src/output/",
            "src/exchange/",
            "src/context/settings/file.rs",
            "src/verbs/",
        ],
    ),
    ("serde_yaml", &["src/map_file/yaml/"]),
    ("strsim", &["src/domain/suggestion.rs"]),
    ("sys-locale", &["src/context/settings/early.rs"]),
    (
        "tempfile",
        &[
            "src/register/engines/sqlite/",
            "src/map_file/cache/",
            "src/context/new_file.rs",
            "src/context/settings/file.rs",
            "src/context/text_input.rs",
        ],
    ),
    ("terminal_size", &["src/context/terminal.rs"]),
    ("textwrap", &["src/output/wrap.rs"]),
    ("unic-langid", &["src/output/i18n/"]),
    (
        "unicode-normalization",
        &["src/domain/spelling.rs", "src/domain/words/"],
    ),
    ("expectrl", &["tests/"]),
    ("fluent-syntax", &["tests/"]),
    ("jsonschema", &["tests/"]),
    ("proptest", &["src/", "tests/"]),
    ("quick-xml", &["src/", "tests/"]),
    ("schemars", &["src/"]),
    ("rstest", &["src/", "tests/"]),
    ("snapbox", &["tests/"]),
    ("trycmd", &["tests/"]),
    ("tungstenite", &["tests/"]),
    ("zip", &["src/"]),
];

#[test]
fn each_dependency_is_named_only_in_its_rooms() {
    let mut complaints = Vec::new();
    for (name, rooms) in KNOWN_IN {
        for source in rust_files().iter().filter(|source| !source.is_of_tests()) {
            let at_home = rooms.iter().any(|room| source.path.starts_with(room));
            for line in source
                .lines_that(|line| names_crate(line, name))
                .filter(|_| !at_home)
            {
                complaints.push(format!(
                    "{}:{line} names {name}, which is known in {} only.",
                    source.path,
                    rooms.join(", ")
                ));
            }
        }
    }
    none(&complaints);
}

#[test]
fn each_room_that_may_name_a_dependency_does() {
    let mut complaints = Vec::new();
    for (name, rooms) in KNOWN_IN
        .iter()
        .filter(|(_, rooms)| !rooms.contains(&"tests/"))
    {
        for room in *rooms {
            let named = rust_files().iter().any(|s| {
                s.path.starts_with(room)
                    && s.lines_that(|line| names_crate(line, name))
                        .next()
                        .is_some()
            });
            if !named {
                complaints.push(format!("{room} does not name {name}: take it out of the table, or {name} out of Cargo.toml."));
            }
        }
    }
    none(&complaints);
}

#[test]
fn each_dependency_has_its_row_here_and_in_the_architecture() {
    let here: BTreeSet<String> = KNOWN_IN
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(
        dependencies(),
        here,
        "Cargo.toml and the table of this test name other dependencies"
    );
    let rows = table_under("ARCHITECTURE.md", "## Dependencies");
    let there: BTreeMap<&str, Vec<&str>> = rows
        .iter()
        .map(|row| (code(&row[0]), row[1].split(", ").map(code).collect()))
        .collect();
    let here: BTreeMap<&str, Vec<&str>> = KNOWN_IN
        .iter()
        .map(|(name, rooms)| (*name, rooms.to_vec()))
        .collect();
    assert_eq!(
        there, here,
        "ARCHITECTURE.md and the table of this test differ"
    );
    assert!(
        rows.iter().all(|row| row[2].len() > 10),
        "every dependency has its reason in ARCHITECTURE.md"
    );
}

#[test]
fn nothing_is_left_for_later_in_the_source() {
    let later = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
        concat!("unimple", "mented!"),
    ];
    let mut complaints = Vec::new();
    for source in rust_files() {
        for (number, line) in (1..).zip(source.text.lines()) {
            complaints.extend(
                later
                    .iter()
                    .filter(|word| names(line, word))
                    .map(|word| format!("{}:{number} says {word}.", source.path)),
            );
        }
    }
    none(&complaints);
}
