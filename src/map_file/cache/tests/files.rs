//! Which files and folders are not used, whatever is in them.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{PermissionsExt as _, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rstest::rstest;

use crate::map_file::cache::tests::{
    assert_same, only_file, parts, plant, without_the_last_claimant, world,
};
use crate::map_file::cache::{BUILD, MAX_BYTES, file, write};
use crate::map_file::{load, open};

/// Somebody else: `nobody` on most systems.
const ANOTHER: u32 = 65_534;

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// A map that would be answered with a claimant fewer, if it were used.
fn planted() -> (tempfile::TempDir, PathBuf, PathBuf, PathBuf) {
    let (keep, map, cache) = world();
    let file = plant(&map, &cache, without_the_last_claimant);
    let used = open(&map, Some(&cache)).unwrap();
    assert_ne!(
        load(&map).unwrap().responsibilities(),
        used.responsibilities()
    );
    (keep, map, cache, file)
}

fn assert_from_the_files(map: &Path, cache: &Path) {
    assert_same(&load(map).unwrap(), &open(map, Some(cache)).unwrap());
}

fn in_place_of(file: &Path, make: impl FnOnce(&Path)) {
    let aside = file.with_extension("aside");
    fs::rename(file, &aside).unwrap();
    make(&aside);
}

#[test]
fn folder_and_file_are_for_our_own_account_alone() {
    let (_keep, map, cache) = world();
    let cache = cache.join("deep");
    open(&map, Some(&cache)).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&cache), 0o700);
    assert_eq!(mode(&only_file(&cache)), 0o600);
}

#[rstest]
#[case::others(0o602)]
#[case::the_group(0o620)]
#[case::everybody(0o666)]
fn a_file_that_others_can_write_is_not_used(#[case] writable: u32) {
    let (_keep, map, cache, file) = planted();
    mode(&file, writable);
    assert_from_the_files(&map, &cache);
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[rstest]
#[case::others(0o702)]
#[case::the_group(0o770)]
#[case::everybody(0o1777)]
fn a_folder_that_others_can_write_in_is_not_used(#[case] writable: u32) {
    let (_keep, map, cache, file) = planted();
    let before = fs::read(&file).unwrap();
    mode(&cache, writable);
    assert_from_the_files(&map, &cache);
    assert_eq!(fs::read(&file).unwrap(), before, "nor is it written in");
    fs::remove_file(&file).unwrap();
    assert_from_the_files(&map, &cache);
    assert!(!file.exists());
}

/// Only who may give files away can try it.
#[test]
fn what_is_of_another_account_is_not_used() {
    for of_another in [
        |_: &Path, file: &Path| file.to_owned(),
        |cache: &Path, _: &Path| cache.to_owned(),
    ] {
        let (_keep, map, cache, file) = planted();
        if chown(of_another(&cache, &file), Some(ANOTHER), None).is_ok() {
            assert_from_the_files(&map, &cache);
        }
    }
}

#[test]
fn a_link_is_not_followed() {
    let (_keep, map, cache, file) = planted();
    in_place_of(&file, |aside| symlink(aside, &file).unwrap());
    assert_from_the_files(&map, &cache);
}

#[test]
fn a_folder_in_its_place_is_not_used() {
    let (_keep, map, cache, file) = planted();
    in_place_of(&file, |_| fs::create_dir(&file).unwrap());
    assert_from_the_files(&map, &cache);
}

#[test]
fn a_pipe_is_not_waited_for() {
    let (keep, map, cache, file) = planted();
    fs::remove_file(&file).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(&file)
            .status()
            .unwrap()
            .success()
    );
    let (done, answered) = mpsc::channel();
    let waiting = thread::spawn(move || {
        assert!(file::open(&file, MAX_BYTES).is_err());
        assert_from_the_files(&map, &cache);
        done.send(()).unwrap();
    });
    answered
        .recv_timeout(Duration::from_secs(30))
        .expect("it does not wait for somebody at the other end");
    waiting.join().unwrap();
    drop(keep);
}

#[test]
fn a_device_is_not_used() {
    assert!(file::open(Path::new("/dev/zero"), MAX_BYTES).is_err());
}

#[test]
fn a_file_of_six_gigabytes_is_not_read() {
    let (_keep, map, cache, file) = planted();
    // It begins as the right one, and is empty after that.
    let large = File::options().write(true).open(&file).unwrap();
    large.set_len(MAX_BYTES).unwrap();
    assert!(file::open(&file, MAX_BYTES).is_ok());
    large.set_len(6 << 30).unwrap();
    assert!(file::open(&file, MAX_BYTES).is_err());
    assert_from_the_files(&map, &cache);
    assert!(
        fs::metadata(&file).unwrap().len() < MAX_BYTES,
        "it is made again"
    );
}

#[test]
fn a_map_that_would_not_be_read_again_is_not_written() {
    let (_keep, map, cache) = world();
    let mut parts = parts(&map);
    parts.settings.name.nl = "x".repeat(usize::try_from(MAX_BYTES).unwrap()).into();
    assert!(write(&cache.join("large.map"), &parts).is_err());
    assert!(!cache.exists());
}

#[test]
fn a_map_that_another_build_kept_is_not_used() {
    let (_keep, map, cache, file) = planted();
    let mut bytes = fs::read(&file).unwrap();
    assert!(bytes.starts_with(BUILD.as_bytes()));
    // The name of the build ends its line.
    let last = BUILD.len() - 2;
    bytes[last] = if bytes[last] == b'0' { b'1' } else { b'0' };
    fs::write(&file, bytes).unwrap();
    assert_from_the_files(&map, &cache);
}

#[test]
fn the_name_of_a_build_is_its_version_and_a_digest() {
    let build = BUILD
        .strip_prefix(concat!("seinhuis map ", env!("CARGO_PKG_VERSION"), " "))
        .unwrap()
        .trim_end();
    assert!(build.len() == 16 && u64::from_str_radix(build, 16).is_ok_and(|build| build != 0));
}
