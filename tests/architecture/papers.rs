//! What the papers say is there: links, commands, words.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::source::{files, none, read, root, rust_files, table_under};

#[test]
fn each_link_in_the_papers_leads_to_a_file() {
    let mut complaints = Vec::new();
    for path in files("", "md") {
        for target in links(&read(&path)) {
            let (file, heading) = target.split_once('#').unwrap_or((&target, ""));
            let beside = Path::new(&path)
                .parent()
                .unwrap_or(Path::new(""))
                .join(file);
            let there = if file.is_empty() {
                root().join(&path)
            } else {
                root().join(beside)
            };
            if !there.exists() {
                complaints.push(format!("{path} links to {target}, which is not there."));
            } else if !heading.is_empty()
                && !anchors(&fs::read_to_string(&there).unwrap()).contains(heading)
            {
                complaints.push(format!(
                    "{path} links to {target}, which has no such heading."
                ));
            }
        }
    }
    none(&complaints);
}

#[test]
fn the_gates_run_the_commands_of_the_readme() {
    let readme = read("README.md");
    let (quick, full) = (read(".ci/run"), read(".ci/full"));
    let commands = shell_blocks(&readme);
    let [report, tests, ..] = commands.as_slice() else {
        panic!("README.md opens with two commands")
    };
    assert!(
        report.starts_with("cargo run --locked -- report "),
        "the first command of README.md records a signal: {report}"
    );
    assert!(
        quick.lines().any(|line| line.starts_with(tests.as_str())),
        ".ci/run does not run the tests as README.md does: {tests}"
    );
    assert!(
        full.lines().any(|line| line == "first_command"),
        ".ci/full does not run the first command of README.md word for word"
    );
    assert!(
        quick.lines().any(|line| line.starts_with("first_command ")),
        ".ci/run does not run the first command of README.md"
    );
}

#[test]
fn each_test_that_is_left_out_is_run_by_the_full_gate() {
    let full = read(".ci/full");
    let commands: Vec<&str> = full
        .lines()
        .filter(|line| !line.starts_with("step "))
        .collect();
    let mut complaints = Vec::new();
    for path in files("tests", "rs") {
        let left_out = read(&path)
            .lines()
            .any(|line| line.trim_start().starts_with("#[ignore"));
        let mut parts = path.trim_end_matches(".rs").split('/').skip(1);
        let program = parts.next().unwrap_or_default();
        let run = match parts.next() {
            Some(file) if program == "it" => format!("--test it {file}:: -- --ignored"),
            Some(_) | None => format!("--test {program} -- --ignored"),
        };
        if left_out && !commands.iter().any(|command| command.contains(&run)) {
            complaints.push(format!(
                "{path} has tests that are left out, and .ci/full has no {run}."
            ));
        }
    }
    none(&complaints);
}

#[test]
fn the_architecture_lists_every_promise_of_an_engine_and_tests_that_are_there() {
    let promised: BTreeSet<String> = read("src/register/database.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("/// - **")?.split_once(".**"))
        .map(|(promise, _)| promise.to_owned())
        .collect();
    assert!(promised.len() > 5, "{promised:?}");
    let rows = table_under("ARCHITECTURE.md", "## What a second engine brings");
    let listed: BTreeSet<String> = rows.iter().map(|row| row[0].clone()).collect();
    assert_eq!(listed, promised);
    let is_there = |name: &str| {
        let function = format!("fn {name}");
        rust_files().iter().any(|source| {
            source.path.starts_with("src/register/")
                && (source.path.ends_with(name) || source.text.contains(&function))
        }) || root().join(name).exists()
    };
    let named = rows
        .iter()
        .flat_map(|row| row[1].split('`').skip(1).step_by(2));
    let missing = named
        .filter(|name| !is_there(name))
        .map(|name| format!("ARCHITECTURE.md names {name}, which is not there."));
    none(&missing.collect::<Vec<_>>());
}

const LONGEST_CELL: usize = 100;

#[test]
fn no_row_of_a_change_is_longer_than_one_reads() {
    let mut complaints = Vec::new();
    for row in table_under("ARCHITECTURE.md", "## Where a change lands") {
        let words = row[1].split_whitespace().count();
        if words > LONGEST_CELL {
            complaints.push(format!(
                "ARCHITECTURE.md, {}: {words} words; {LONGEST_CELL} is the most.",
                row[0]
            ));
        }
    }
    none(&complaints);
}

#[test]
fn each_file_in_a_row_of_a_change_is_there() {
    let endings = [".rs", ".ftl", ".json", ".md", ".sql", ".yaml", ".toml", "/"];
    let there: BTreeSet<String> = ["src", "tests", "docs", "benches"]
        .into_iter()
        .flat_map(|folder| endings.map(|ending| files(folder, ending.trim_matches(['.', '/']))))
        .flatten()
        .flat_map(|path| {
            let folder = path
                .rsplit_once('/')
                .map(|(folder, _)| format!("/{folder}/"));
            [Some(format!("/{path}")), folder]
        })
        .flatten()
        .chain(["/README.md", "/Cargo.toml", "/examples/"].map(str::to_owned))
        .collect();
    let rows = table_under("ARCHITECTURE.md", "## Where a change lands");
    let named: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| row[1].split('`').skip(1).step_by(2))
        .filter(|name| endings.iter().any(|ending| name.ends_with(ending)) && !name.contains('*'))
        .collect();
    assert!(named.len() > 80, "{named:?}");
    let missing = named
        .into_iter()
        .filter(|name| !there.iter().any(|path| path.ends_with(&format!("/{name}"))))
        .map(|name| format!("ARCHITECTURE.md names {name}, which is not there."));
    none(&missing.collect::<Vec<_>>());
}

/// Where the relative links of a paper lead; those in code are not links.
fn links(text: &str) -> Vec<String> {
    let outside = |part: &str| {
        part.starts_with("http://") || part.starts_with("https://") || part.starts_with("mailto:")
    };
    let prose = text
        .split("```")
        .step_by(2)
        .flat_map(|part| part.split('`').step_by(2))
        .collect::<String>();
    let targets = prose
        .split("](")
        .skip(1)
        .filter_map(|part| part.split_once(')'))
        .map(|(target, _)| target.trim().to_owned());
    targets.filter(|target| !outside(target)).collect()
}

/// The anchors of the headings of a paper.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| line.trim_start_matches('#').trim().to_lowercase());
    let kept = |heading: String| {
        heading
            .chars()
            .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
            .collect::<String>()
    };
    headings
        .map(|heading| kept(heading).replace(' ', "-"))
        .collect()
}

/// The commands of a paper, each on one line.
pub fn shell_blocks(text: &str) -> Vec<String> {
    let blocks = text
        .split("```sh\n")
        .skip(1)
        .filter_map(|part| part.split_once("\n```"));
    blocks
        .map(|(block, _)| {
            block
                .replace("\\\n", "")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}
