//! The corpus of the fuzz targets, fed to the same functions: what was once found stays mended, and
//! the targets keep compiling.

#[path = "../../fuzz/fed.rs"]
mod fed;

use std::fs;

use rstest::rstest;

#[rstest]
#[case("map", fed::a_map)]
#[case("csv", fed::a_table)]
#[case("jsonl", fed::lines)]
#[case("id", fed::an_id)]
#[case("config", fed::settings)]
fn what_is_kept_of_a_target_does_no_harm(#[case] target: &str, #[case] feed: fn(&[u8])) {
    let folder = format!("{}/fuzz/corpus/{target}", env!("CARGO_MANIFEST_DIR"));
    let kept: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert!(kept.len() >= 10, "there is a corpus of {target}");
    for file in kept {
        let fed = std::panic::catch_unwind(|| feed(&fs::read(&file).unwrap()));
        assert!(fed.is_ok(), "{} does harm", file.display());
    }
}
