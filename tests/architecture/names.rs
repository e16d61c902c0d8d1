//! One type, one name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::source::{Source, none, rust_files};

#[test]
fn no_two_types_of_the_program_have_the_same_name() {
    let of_tests = modules_of_tests();
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in rust_files() {
        let module = source.path.trim_end_matches(".rs");
        let is_of_tests = of_tests
            .iter()
            .any(|test| Path::new(module).starts_with(test));
        if !source.path.starts_with("src/") || source.is_of_tests() || is_of_tests {
            continue;
        }
        for (line, name) in types(source) {
            let place = format!("{}:{line}", source.path);
            places.entry(name).or_default().push(place);
        }
    }
    assert!(places.len() > 600, "the types were found");
    let twice = places.iter().filter(|(_, places)| places.len() > 1);
    none(
        &twice
            .map(|(name, places)| format!("{name} is a type in {}.", places.join(" and in ")))
            .collect::<Vec<_>>(),
    );
}

/// The modules that are built for tests alone, as paths without an ending.
fn modules_of_tests() -> BTreeSet<String> {
    let mut modules = BTreeSet::new();
    for source in rust_files() {
        let path = source.path.trim_end_matches(".rs");
        let folder = path
            .strip_suffix("/mod")
            .or(path.strip_suffix("/lib"))
            .unwrap_or(path);
        let mut lines = source.text.lines();
        while let Some(line) = lines.next() {
            let of_tests = line.trim() == "#[cfg(test)]";
            let declared = of_tests.then(|| lines.next()).flatten();
            let declared = declared.and_then(|line| line.trim().strip_suffix(';'));
            if let Some((_, name)) = declared.and_then(|line| line.split_once("mod ")) {
                modules.insert(format!("{folder}/{name}"));
            }
        }
    }
    assert!(modules.len() > 20, "{modules:?}");
    modules
}

/// The line and the name of each type of a file, those that `code_enum!` makes among them; without
/// the types of an `impl` and those of its tests.
fn types(source: &Source) -> Vec<(usize, String)> {
    let text = source.text.split("#[cfg(test)]\nmod tests {").next();
    let mut found = Vec::new();
    let mut in_code_enum = false;
    for (number, line) in (1..).zip(text.unwrap_or_default().lines()) {
        let code = line.trim_start();
        if code.starts_with("//") || code.starts_with("#[") {
            continue;
        }
        if line == "code_enum! {" {
            in_code_enum = true;
            continue;
        }
        let name = if std::mem::take(&mut in_code_enum) {
            Some(code)
        } else {
            let visible = code
                .split_once(") ")
                .filter(|(part, _)| part.starts_with("pub("));
            let item = visible.map_or(code.trim_start_matches("pub "), |(_, item)| item);
            let kinds = ["struct ", "enum ", "trait ", "union "];
            let alias = item
                .strip_prefix("type ")
                .filter(|_| !line.starts_with(' '));
            kinds
                .iter()
                .find_map(|kind| item.strip_prefix(kind))
                .or(alias)
        };
        if let Some(name) = name {
            let end = name.find(|c: char| !c.is_alphanumeric());
            found.push((number, name[..end.unwrap_or(name.len())].to_owned()));
        }
    }
    found.retain(|(_, name)| !name.is_empty());
    found
}
