//! Files that reach one another by what they name: a circle is read as a whole or not at all.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Source, rust_files};

const LARGEST_CIRCLE: usize = 8;

/// The files that each file names, by the path in the source.
type Named<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

#[test]
fn no_circle_of_files_is_larger_than_a_head_can_hold() {
    let named = named_by_production_code();
    assert!(named.len() > 300, "the source was found");
    let edges: usize = named.values().map(BTreeSet::len).sum();
    assert!(edges > 1500, "what files name was found: {edges}");
    for circle in circles(&named) {
        assert!(
            circle.len() <= LARGEST_CIRCLE,
            "{} files name one another, {LARGEST_CIRCLE} are the most:\n{}\n",
            circle.len(),
            circle.join("\n")
        );
    }
}

/// The control: the same files, with one more that closes a circle through many of them.
#[test]
fn a_circle_that_is_too_large_is_found() {
    let mut named = named_by_production_code();
    let low = named.get_mut("src/domain/codes.rs").unwrap();
    low.insert("src/routing/decide.rs");
    let largest = circles(&named).into_iter().max_by_key(Vec::len).unwrap();
    assert!(largest.len() > LARGEST_CIRCLE, "{largest:?}");
    assert!(largest.contains(&"src/domain/codes.rs") && largest.contains(&"src/routing/map.rs"));
}

fn named_by_production_code() -> Named<'static> {
    let all: Vec<&Source> = rust_files()
        .iter()
        .filter(|source| source.path.starts_with("src/"))
        .collect();
    let tests: BTreeSet<String> = all
        .iter()
        .flat_map(|source| source.modules_of_tests())
        .collect();
    let files: BTreeMap<String, &str> = all
        .iter()
        .filter(|source| !source.is_of_tests())
        .map(|source| (source.module(), source.path.as_str()))
        .filter(|(module, _)| !tests.iter().any(|test| is_within(module, test)))
        .collect();
    let named = |source: &&Source| {
        let paths = source.paths_of_ours().into_iter();
        let others = paths.filter_map(|path| file_of(&path, &files));
        others.filter(|other| *other != source.path).collect()
    };
    all.iter()
        .filter(|source| files.contains_key(&source.module()))
        .map(|source| (source.path.as_str(), named(source)))
        .collect()
}

fn is_within(module: &str, other: &str) -> bool {
    let rest = module.strip_prefix(other);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The file of the longest module with which the path begins.
fn file_of<'a>(path: &str, files: &BTreeMap<String, &'a str>) -> Option<&'a str> {
    let mut path = path;
    loop {
        if let Some(file) = files.get(path) {
            return Some(file);
        }
        path = path.rsplit_once("::")?.0;
    }
}

/// The sets of files of which each reaches every other, when there is more than one.
fn circles<'a>(named: &Named<'a>) -> Vec<Vec<&'a str>> {
    let reached: Named<'a> = named
        .keys()
        .map(|from| (*from, reached(from, named)))
        .collect();
    let mut circles: BTreeSet<Vec<&'a str>> = BTreeSet::new();
    for (from, all) in &reached {
        let back = |other: &&&str| reached.get(**other).is_some_and(|all| all.contains(from));
        let circle: Vec<&str> = all.iter().filter(back).copied().collect();
        if circle.len() > 1 {
            circles.insert(circle);
        }
    }
    circles.into_iter().collect()
}

/// What can be reached from a file; the file itself when it lies in a circle.
fn reached<'a>(from: &str, named: &Named<'a>) -> BTreeSet<&'a str> {
    let mut found: BTreeSet<&'a str> = BTreeSet::new();
    let mut next: Vec<&'a str> = named.get(from).into_iter().flatten().copied().collect();
    while let Some(file) = next.pop() {
        if found.insert(file) {
            next.extend(named.get(file).into_iter().flatten());
        }
    }
    found
}
