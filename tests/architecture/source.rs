//! Reading the source: files, their code without comments and strings, tables of the papers.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// Our module `output::csv` has the name of the crate it hides, so the crate is written `::csv`.
const ALSO_A_MODULE_OF_OURS: &[&str] = &["csv"];

/// A file of Rust: where it is, all of it, and its code without comments and strings.
pub struct Source {
    pub path: String,
    pub text: String,
    code: String,
}

impl Source {
    /// The numbers of the lines of code that `so`.
    pub fn lines_that<'a>(
        &'a self,
        so: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        (1..)
            .zip(self.code.lines())
            .filter(move |(_, line)| so(line))
            .map(|(number, _)| number)
    }

    pub fn room(&self) -> Option<&str> {
        self.path.strip_prefix("src/")?.split(['/', '.']).next()
    }

    pub fn is_of_tests(&self) -> bool {
        self.path.ends_with("tests.rs")
            || self.path.contains("/tests/")
            || self.path.starts_with("tests/")
            || self.path.starts_with("benches/")
    }
}

/// Every file of Rust, read once.
pub fn rust_files() -> &'static [Source] {
    static FILES: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let paths = ["src", "tests", "benches"]
            .into_iter()
            .flat_map(|folder| files(folder, "rs"));
        let sources: Vec<Source> = paths
            .map(|path| (read(&path), path))
            .map(|(text, path)| Source {
                code: code_of(&text),
                path,
                text,
            })
            .collect();
        assert!(sources.len() > 100, "the source was found");
        sources
    });
    &FILES
}

/// Whether the line names the path `path`, and not merely a longer word.
pub fn names(line: &str, path: &str) -> bool {
    let part_of_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(path).any(|(at, _)| {
        let (before, after) = (
            line[..at].chars().next_back(),
            line[at + path.len()..].chars().next(),
        );
        !part_of_word(before) && !part_of_word(after)
    })
}

/// Whether the line names the crate: `name::…`, `use name;` or `::name::…`, but not
/// `ours::name::…`.
pub fn names_crate(line: &str, name: &str) -> bool {
    let name = name.replace('-', "_");
    let ours = ALSO_A_MODULE_OF_OURS.contains(&name.as_str());
    line.match_indices(&name).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + name.len()..]);
        let from_root = before.ends_with("::")
            && !before
                .trim_end_matches(':')
                .ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '>');
        let alone =
            !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '.');
        let goes_on =
            after.starts_with("::") || (before.ends_with("use ") && after.starts_with([';', ' ']));
        goes_on && (from_root || (alone && !ours))
    })
}

/// The code without comments and without what stands in strings and characters; lines stay where
/// they are.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("r\"") || rest.starts_with("r#\"") {
            let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
            let close = format!("\"{}", "#".repeat(hashes));
            rest[hashes + 2..]
                .find(&close)
                .map_or(rest.len(), |end| hashes + 2 + end + close.len())
        } else if c == '"' {
            end_of_string(rest)
        } else if c == '\'' {
            end_of_character(rest)
        } else {
            0
        };
        let (gone, kept) = rest.split_at(skipped.max(c.len_utf8()));
        if skipped == 0 {
            code.push(c)
        } else {
            code.extend(gone.chars().filter(|c| *c == '\n'))
        }
        rest = kept;
    }
    code
}

fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// A character ends at its quotation mark; a lifetime has none, and only its own mark is skipped.
fn end_of_character(text: &str) -> usize {
    let mut characters = text.char_indices().skip(1);
    match (characters.next(), characters.next()) {
        (Some((_, '\\')), Some((at, _))) => text[at + 1..]
            .find('\'')
            .map_or(text.len(), |end| at + 1 + end + 1),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

/// What Cargo.toml depends on, for the program and for its tests.
pub fn dependencies() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut here = false;
    for line in read("Cargo.toml").lines() {
        if line.starts_with('[') {
            here = line.ends_with("dependencies]");
        } else if let Some((name, _)) = line
            .split_once('=')
            .filter(|_| here && !line.starts_with('#'))
        {
            names.insert(name.trim().to_owned());
        }
    }
    names
}

/// The rows of the first table under a heading, as their cells.
pub fn table_under(path: &str, heading: &str) -> Vec<Vec<String>> {
    let text = read(path);
    let after = text
        .split_once(&format!("{heading}\n"))
        .unwrap_or_else(|| panic!("{path} has no heading {heading}"))
        .1;
    let lines = after
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'));
    let cells = |line: &str| {
        line.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    lines.skip(2).map(cells).collect()
}

/// The text of a cell that is written as code.
pub fn code(cell: &str) -> &str {
    cell.trim().trim_matches('`')
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files under a folder with this ending, but for what is built and what is hidden.
pub fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let path = if folder.is_empty() {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        if name.starts_with('.') || path == "target" {
            continue;
        } else if root().join(&path).is_dir() {
            found.extend(files(&path, ending));
        } else if name.ends_with(&format!(".{ending}")) {
            found.push(path);
        }
    }
    found.sort();
    found
}

pub fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
