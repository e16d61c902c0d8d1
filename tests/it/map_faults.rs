//! Every map in tests/maps is wrong in one way; the file beside it holds what is said of that, in
//! both languages.
//!
//! After a change of the sentences: `SNAPSHOTS=overwrite cargo test --test it map_faults::`, and read
//! the difference.

use std::fs;
use std::path::{Path, PathBuf};

use seinhuis::errors::map_invalid;
use seinhuis::exit_code::Exit;
use seinhuis::map_file::load;
use seinhuis::output::error_report::ErrorReport;
use seinhuis::output::i18n::{Language, Texts};
use snapbox::{Assert, Data};

const MAPS: &str = "tests/maps";

fn told(complaint: &ErrorReport) -> String {
    let ErrorReport {
        kind,
        exit,
        error,
        because,
        hints,
        rows: _,
    } = complaint;
    assert_eq!(*exit, Exit::MapInvalid);
    let because = because.iter().map(|cause| format!("because: {cause}\n"));
    let hints = hints.iter().map(|hint| format!("hint: {hint}\n"));
    [format!("{kind}\nerror: {error}\n")]
        .into_iter()
        .chain(because)
        .chain(hints)
        .collect()
}

fn maps() -> Vec<PathBuf> {
    let all = fs::read_dir(MAPS)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut maps: Vec<PathBuf> = all
        .filter(|path| path.is_dir() || path.extension().is_some_and(|e| e == "yaml"))
        .collect();
    maps.sort();
    maps
}

#[test]
fn every_wrong_map_is_told_as_the_file_beside_it_says() {
    let mut all = maps();
    // Two that are not there: one with a name beside it that is near, one in a folder that is not
    // there either.
    all.extend(
        [
            "tests/maps/unknown-topik.yaml",
            "tests/maps/nowhere/map.yaml",
        ]
        .map(PathBuf::from),
    );
    for map in all {
        let faults = load(&map).expect_err(&format!("{} is wrong", map.display()));
        let said = [Language::Nl, Language::En]
            .map(|language| told(&map_invalid(&faults, &Texts::new(language))));
        let name = map
            .strip_prefix(MAPS)
            .unwrap()
            .with_extension("")
            .to_string_lossy()
            .replace('/', "-");
        let beside = Path::new(MAPS).join(format!("{name}.txt"));
        Assert::new()
            .action_env("SNAPSHOTS")
            .eq(said.join("\n"), Data::read_from(&beside, None).raw());
    }
}

#[test]
fn nothing_that_is_told_can_harm_a_terminal() {
    for map in maps() {
        let faults = load(&map).unwrap_err();
        let said = told(&map_invalid(&faults, &Texts::new(Language::Nl)));
        assert!(
            !said
                .chars()
                .any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'),
            "{}",
            map.display()
        );
    }
}
