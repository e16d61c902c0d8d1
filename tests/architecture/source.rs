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

    /// The code before the tests that stand in the file itself.
    fn production_code(&self) -> &str {
        let mut marks = self.code.match_indices("#[cfg(test)]");
        let tests = marks.find(|(at, mark)| {
            let after = self.code[at + mark.len()..].trim_start();
            !ends_at_once(after)
                && after
                    .split_once('{')
                    .is_some_and(|(head, _)| names(head, "mod"))
        });
        tests.map_or(&self.code, |(at, _)| &self.code[..at])
    }

    /// `src/routing/map.rs` is `routing::map`, `src/routing/mod.rs` is `routing`.
    pub fn module(&self) -> String {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        path.trim_end_matches("/mod").replace('/', "::")
    }

    /// The modules that this file declares for its tests alone, as `routing::sample`.
    pub fn modules_of_tests(&self) -> Vec<String> {
        let folder = self.module();
        let after = self.code.split("#[cfg(test)]").skip(1);
        let declared = after
            .filter(|after| ends_at_once(after))
            .filter_map(|after| {
                let (visible, name) = after.split_once(';')?.0.split_once("mod ")?;
                let alone = !visible.trim().contains(char::is_whitespace);
                alone.then_some(name)
            });
        declared.map(|name| format!("{folder}::{name}")).collect()
    }

    /// The paths into this package that the code names: `crate::…` and `super::…`, without
    /// `crate::`.
    pub fn paths_of_ours(&self) -> Vec<String> {
        let code = self.production_code();
        let module = self.module();
        let above = module.rsplit_once("::").map_or("", |(above, _)| above);
        let mut paths = Vec::new();
        for (root, base) in [("crate::", ""), ("super::", above)] {
            for (at, _) in code.match_indices(root) {
                let part_of_word =
                    code[..at].ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c));
                let rest = &code[at + root.len()..];
                if !part_of_word {
                    paths.extend(ends_of(rest).into_iter().map(|end| joined(base, &end)));
                }
            }
        }
        paths
    }

    pub fn is_of_tests(&self) -> bool {
        self.path.ends_with("tests.rs")
            || self.path.contains("/tests/")
            || self.path.starts_with("tests/")
            || self.path.starts_with("benches/")
    }
}

/// Whether a declaration ends without a body: `mod sample;`
fn ends_at_once(declaration: &str) -> bool {
    let end = declaration.find([';', '{']);
    end.is_some_and(|end| declaration[end..].starts_with(';'))
}

fn joined(base: &str, end: &str) -> String {
    [base, end]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join("::")
}

/// What may stand at the end of a path: `a::b::{c, d}` are `a::b::c` and `a::b::d`.
fn ends_of(text: &str) -> Vec<String> {
    let end = text
        .find(|c: char| !(c.is_alphanumeric() || "_:".contains(c)))
        .unwrap_or(text.len());
    let (path, rest) = text.split_at(end);
    let listed = rest
        .strip_prefix('{')
        .filter(|_| path.is_empty() || path.ends_with("::"));
    let path = path.trim_end_matches("::");
    match listed.and_then(|listed| listed.split_once('}')) {
        Some((names, _)) => names
            .split(',')
            .map(|name| joined(path, name.trim()))
            .collect(),
        None => vec![path.to_owned()],
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
