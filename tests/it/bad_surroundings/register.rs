//! What stands in the place of the register, and what the disk does.

use crate::common::{PROGRAM, Run, bytes};

use super::*;

#[test]
fn a_register_that_is_missing_is_made_for_its_owner_only() {
    let world = kraamhulp().with("SEINHUIS_REGISTER", "new/folder/register.db");
    world.run(REPORT).exit(0);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &str| {
            std::fs::metadata(world.path(path))
                .unwrap()
                .permissions()
                .mode()
                & 0o777
        };
        assert_eq!(
            (mode("new/folder/register.db"), mode("new/folder")),
            (0o600, 0o700)
        );
    }
}

#[test]
fn before_the_first_report_nothing_is_unanswered_and_no_register_is_made() {
    let world = World::new();
    world
        .run_as("gemeente-waterdam", ["list", "--format=json"])
        .exit(0)
        .said("[]")
        .told("There is no register at ");
    world
        .run(["register", "info"])
        .exit(1)
        .told("There is no register at ");
    world.run_as("jgz-waterdam", ["show", "K7M4"]).exit(5);
    assert!(!world.register().exists());
}

/// Every command that opens the register says the same of it, and leaves its bytes as they are.
#[track_caller]
fn is_left_untouched(world: &World, exit: i32, kind: &str) {
    let before = bytes(&world.register());
    for arguments in [
        &REPORT[..],
        &["list"],
        &["show", "K7M4"],
        &["accept", "K7M4"],
        &["register", "info"],
    ] {
        let object = world
            .run([&["--format=json"], arguments].concat())
            .exit(exit)
            .no_answer()
            .error_json();
        assert_eq!(object["kind"], kind, "{arguments:?}");
        let sentences = world.run(arguments).exit(exit).err.clone();
        assert!(
            sentences.starts_with("error: ")
                && sentences.contains("register.db")
                && sentences.contains("\nhint: "),
            "{sentences}"
        );
    }
    assert_eq!(bytes(&world.register()), before);
}

#[test]
fn a_text_file_is_no_register() {
    is_left_untouched(
        &kraamhulp().file("register.db", "my shopping list"),
        9,
        "register-not-a-database",
    );
}

#[test]
fn another_programs_database_is_no_register() {
    let world = kraamhulp();
    rusqlite::Connection::open(world.register())
        .unwrap()
        .execute_batch("CREATE TABLE music (title TEXT)")
        .unwrap();
    is_left_untouched(&world, 9, "register-foreign");
}

#[test]
fn a_register_of_a_newer_program_is_left_alone() {
    let world = kraamhulp().reported();
    let register = rusqlite::Connection::open(world.register()).unwrap();
    register
        .execute_batch("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(register);
    is_left_untouched(&world, 9, "register-newer");
}

#[test]
fn a_damaged_register_is_left_alone() {
    let world = kraamhulp().reported();
    rusqlite::Connection::open(world.register())
        .unwrap()
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    let mut damaged = bytes(&world.register());
    damaged.iter_mut().skip(200).for_each(|byte| *byte = 0xA5);
    is_left_untouched(&world.file("register.db", damaged), 9, "register-damaged");
}

#[test]
fn a_folder_is_no_register() {
    let world = kraamhulp();
    std::fs::create_dir(world.register()).unwrap();
    world
        .run(REPORT)
        .exit(1)
        .no_answer()
        .told("is a folder, not a register.")
        .told("hint: Give the path of a file with --register.");
    world
        .run_as("gemeente-waterdam", ["list"])
        .exit(1)
        .no_answer();
}

/// Says why a test looked at nothing: `cargo test -- --nocapture` shows it.
#[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// Whether this test may become somebody else.
#[cfg(unix)]
fn is_root(world: &World) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(world.path("")).unwrap().uid() == 0
}

/// The report as given by somebody who may enter this world and read in it, but not write, and has
/// no home.
#[cfg(unix)]
fn by_a_stranger(world: &World) -> std::process::Command {
    use std::os::unix::process::CommandExt as _;
    permit(world, "", 0o755);
    // The program is linked, not copied by this process: a child that is being started would keep
    // the copy open ("text file busy").
    world
        .shell("ln \"$SEINHUIS\" seinhuis || cp \"$SEINHUIS\" seinhuis")
        .exit(0);
    let mut command = world.command(world.path("seinhuis"), REPORT);
    command.uid(54_321).gid(54_321);
    command
}

#[cfg(unix)]
fn permit(world: &World, path: &str, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(world.path(path), std::fs::Permissions::from_mode(mode)).unwrap();
}

/// Runs the report without permission to use the register or, when there is none, to write in the
/// folder. Root is permitted everything, and becomes a stranger.
#[cfg(unix)]
fn without_permission(world: &World) -> Run {
    if is_root(world) {
        return Run::of(&mut by_a_stranger(world), b"");
    }
    let (path, none, own) = if world.register().exists() {
        ("register.db", 0o000, 0o600)
    } else {
        ("", 0o500, 0o700)
    };
    permit(world, path, none);
    let run = world.run(REPORT);
    permit(world, path, own);
    run
}

#[cfg(unix)]
#[test]
fn a_register_without_permission_is_told_and_left_alone() {
    let world = kraamhulp().reported();
    let before = bytes(&world.register());
    let run = without_permission(&world);
    run.exit(1)
        .no_answer()
        .told("You may not use ")
        .told("hint: Ask the owner of the file for access");
    assert_eq!(bytes(&world.register()), before);
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_gets_no_register() {
    let world = kraamhulp();
    without_permission(&world)
        .exit(1)
        .no_answer()
        .told("You may not use ");
    assert!(!world.register().exists());
}

#[cfg(unix)]
#[test]
fn without_a_home_the_program_asks_where() {
    let world = kraamhulp().without("SEINHUIS_REGISTER");
    if !is_root(&world) {
        return skipped("only root can become somebody who has no home");
    }
    let mut command = by_a_stranger(&world);
    for variable in [
        "HOME",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "SEINHUIS_REGISTER",
    ] {
        command.env_remove(variable);
    }
    Run::of(&mut command, b"")
        .exit(1)
        .told("No home folder was found")
        .told("SEINHUIS_REGISTER");
}

/// Runs a script with `$DISK` a disk of `size`; `None` where this test may not mount one.
#[cfg(target_os = "linux")]
fn with_a_disk_of(world: &World, size: &str, script: &str) -> Option<Run> {
    let mount = format!(
        "mkdir -p disk && mount -t tmpfs -o size={size} none disk && echo mounted >&2 && DISK=disk"
    );
    let run = Run::of(
        world
            .command(
                "unshare",
                ["-m", "sh", "-c", &format!("{mount} && {script}")],
            )
            .env("SEINHUIS", PROGRAM),
        b"",
    );
    let mounted = run.err.starts_with("mounted");
    if !mounted {
        skipped("a disk can be mounted only by who may do so (unshare -m)");
    }
    mounted.then_some(run)
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_nothing_is_recorded_and_there_is_room_again_afterwards() {
    let world = kraamhulp();
    let report = "$SEINHUIS report --register=$DISK/r.db --topic=parenting --discussed --seen=x --format=json";
    let fill = "head -c 10000000 /dev/zero > $DISK/fill 2> /dev/null";
    let script = format!(
        "{report} > first; {fill}; {report}; echo exit $? >&2; rm $DISK/fill; {report} | grep -c recorded.*true"
    );
    let Some(run) = with_a_disk_of(&world, "512k", &script) else {
        return;
    };
    run.told("\"kind\":\"register-full\",\"exit\":1")
        .told("nothing was recorded")
        .told("exit 1")
        .said("1");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_gets_no_register() {
    let script = "head -c 10000000 /dev/zero > $DISK/fill 2> /dev/null; $SEINHUIS report --register=$DISK/r.db --topic=parenting --discussed --seen=x";
    let Some(run) = with_a_disk_of(&kraamhulp(), "64k", script) else {
        return;
    };
    run.exit(1)
        .no_answer()
        .told("is full; nothing was recorded.")
        .told("hint: Make room on the disk");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_can_only_be_read_is_told() {
    let world = kraamhulp();
    let report = "$SEINHUIS report --register=$DISK/r.db --topic=parenting --discussed --seen=x";
    let script = format!("{report} > first; mount -o remount,ro $DISK && {report}");
    let Some(run) = with_a_disk_of(&world, "1m", &script) else {
        return;
    };
    run.exit(1).no_answer().told("error: ").told("hint: ");
}
