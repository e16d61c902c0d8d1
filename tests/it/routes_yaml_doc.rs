//! docs/routes-yaml.md teaches what the program reads.

use std::fs;

use seinhuis::map_file::load;

const PAGE: &str = include_str!("../../docs/routes-yaml.md");

fn taught() -> &'static str {
    PAGE.split("```yaml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap()
}

#[test]
fn the_map_that_teaches_the_format_is_a_map() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("routes.yaml");
    fs::write(&file, taught()).unwrap();
    let map = load(&file).unwrap();
    assert_eq!(map.responsibilities().len(), 2);
}

#[test]
fn no_key_of_the_format_is_left_untaught() {
    let format = include_str!("../../src/map_file/format.rs");
    let keys = format
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": Optional<"))
        .map(|(key, _)| key);
    let mut count = 0;
    for key in keys {
        assert!(taught().contains(&format!("{key}:")), "{key} is not taught");
        count += 1;
    }
    assert!(count > 40, "{count}");
}

#[test]
fn the_error_on_the_page_is_the_error_of_the_program() {
    let said = fs::read_to_string("tests/maps/unknown-key.txt").unwrap();
    let because = PAGE
        .split("because: routes.yaml")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    assert!(said.contains(because.trim_end()), "{because}");
}
