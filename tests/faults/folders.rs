//! Folders in which nothing can be made, and what stands where the register or its log should be:
//! nothing is recorded, and no list says that there is nothing. What tests/bad_surroundings/
//! tries is not tried again.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use rstest::rstest;

use crate::common::{PROGRAM, Run};
use crate::disks::within;
use crate::life::{Call, LIFE, REPORT, chapter, has_a_log, world_of};
use crate::tried;
use crate::world::World;

const LIST: Call = Call {
    words: &["list"],
    ..REPORT
};

/// A list tells what was recorded, or that it cannot; never that there is nothing.
fn tells_or_fails(run: &Run) {
    assert!(
        run.code == 1 || (run.code == 0 && run.out.contains("K7M4")),
        "{run}"
    );
}

/// Makes calls as somebody who may change the register and its log, but nothing in their folder.
fn as_a_guest(world: &World, calls: &[Call]) -> Vec<Run> {
    let permit =
        |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    let folder = world.register().parent().unwrap().to_owned();
    fs::read_dir(&folder)
        .unwrap()
        .for_each(|file| permit(&file.unwrap().path(), 0o666));
    permit(&folder, 0o555);
    // Root may do everything, and becomes somebody else, who may not enter the folder of the
    // program.
    let is_root = fs::metadata(&folder).unwrap().uid() == 0;
    let entered = tempfile::tempdir().unwrap();
    let program = entered.path().join("seinhuis");
    permit(entered.path(), 0o755);
    permit(&world.path(""), 0o755);
    // Not copied by this process: a child that is being started would keep the copy open ("text
    // file busy").
    let linked = Command::new("/bin/sh")
        .args([
            "-c",
            "ln \"$0\" \"$1\" 2> /dev/null || cp \"$0\" \"$1\"",
            PROGRAM,
        ])
        .arg(&program)
        .status();
    assert!(linked.unwrap().success());
    let make = |call: &Call| {
        let mut command = world.completed(Command::new(&program), call);
        if is_root {
            command.uid(54_321).gid(54_321);
        }
        Run::of(&mut command, b"")
    };
    let runs = calls.iter().map(make).collect();
    permit(&folder, 0o755);
    runs
}

#[rstest]
fn in_a_folder_that_can_only_be_read_nothing_is_recorded_and_no_list_is_empty(
    #[values(true, false)] with_a_log: bool,
) {
    let accept = chapter("accept");
    let world = world_of(&accept.before);
    if !with_a_log {
        rusqlite::Connection::open(world.register())
            .unwrap()
            .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
            .unwrap();
    }
    let runs = as_a_guest(&world, &[accept.call, LIST]);
    runs[0]
        .exit(1)
        .no_answer()
        .told("\"kind\":\"register-read-only\"");
    tells_or_fails(&runs[1]);
    assert_eq!(world.recorded().as_ref(), Ok(&accept.held[0]));
    world.run(&accept.call).exit(0);
}

#[rstest]
fn on_a_disk_that_can_only_be_read_no_list_is_empty(
    #[values(
        "",
        "rm -f store/new/*-shm && ",
        "rm -f store/new/*-shm store/new/*-wal && "
    )]
    gone: &str,
) {
    let world = world_of(&chapter("accept").before);
    rusqlite::Connection::open(world.register())
        .unwrap()
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    let script = format!(
        "{gone}mount --bind store store && mount -o remount,bind,ro store && echo mounted >&2 && \"$@\""
    );
    let run = within(&world, &LIST, &["unshare", "-m", "/bin/sh"], &script);
    if run.err.contains("mounted") {
        tells_or_fails(&run);
    } else {
        tried(
            "nothing on a disk that can only be read, which can be mounted only by who may do so (unshare -m)",
        );
    }
}

#[test]
fn where_a_folder_stands_in_the_place_of_the_log_nothing_is_recorded_and_no_list_is_empty() {
    let chapter = LIFE.iter().find(|chapter| has_a_log(&chapter.before));
    let chapter = chapter.unwrap();
    let world = world_of(&chapter.before);
    let log = world.path("store/new/register.db-wal");
    fs::rename(&log, world.path("log")).unwrap();
    fs::create_dir(&log).unwrap();
    world.run(&chapter.call).exit(1).no_answer();
    tells_or_fails(&world.run(&LIST));
    fs::remove_dir(&log).unwrap();
    fs::rename(world.path("log"), &log).unwrap();
    tells_or_fails(world.run(&LIST).exit(0));
}

#[test]
fn where_a_link_leads_nowhere_nothing_is_recorded_and_no_list_is_empty() {
    let world = World::new();
    fs::create_dir(world.path("store/new")).unwrap();
    symlink(world.path("unplugged/register.db"), world.register()).unwrap();
    world
        .run(&REPORT)
        .exit(1)
        .no_answer()
        .told("link to a file that is not there");
    world
        .run(&LIST)
        .exit(1)
        .no_answer()
        .told("link to a file that is not there");
    assert!(!world.path("unplugged").exists());
}
