//! Disks that fill up: a small one, and one on which the user may store no more. What
//! tests/bad_surroundings/ tries is not tried again.

use std::fs;
use std::process::Command;

use crate::common::{PROGRAM, Run};
use crate::life::{Call, Chapter, LIFE, REPORT, chapter, world_of};
use crate::sweep::{Tally, tried_once};
use crate::tried;
use crate::world::World;

/// The call, made by a script of the shell in which `"$@"` is the program with its words.
pub fn within(world: &World, call: &Call, shell: &[&str], script: &str) -> Run {
    let mut command = Command::new(shell[0]);
    command
        .args(&shell[1..])
        .args(["-c", script, "sh", PROGRAM]);
    Run::of(&mut world.completed(command, call), b"")
}

/// Lets the files of a register grow no further than so many bytes, as a quota does.
fn within_a_quota(world: &World, call: &Call, bytes: usize) -> Run {
    // Blocks of 512 bytes or, in some shells, 1,024. Without the signal the write itself fails.
    within(
        world,
        call,
        &["/bin/sh"],
        &format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", bytes / 512),
    )
}

/// Makes the call where the store is a disk of this size; `None` where a test may not mount one.
/// What is left is put in the store.
fn on_a_disk_of(world: &World, call: &Call, bytes: usize) -> Option<Run> {
    let mount = format!(
        "cp -r store kept && mount -t tmpfs -o size={bytes} none store && cp -r kept/. store && echo mounted >&2"
    );
    let script = format!("{mount} || exit 99; \"$@\"; ended=$?; cp -r store left; exit $ended");
    for gone in ["kept", "left"] {
        let _ = fs::remove_dir_all(world.path(gone));
    }
    let run = within(world, call, &["unshare", "-m", "/bin/sh"], &script);
    if !run.err.contains("mounted") {
        return None;
    }
    fs::remove_dir_all(world.store()).unwrap();
    fs::rename(world.path("left"), world.store()).unwrap();
    Some(run)
}

/// Tries a call in ever more room, until there is enough.
fn with_ever_more_room(
    chapter: &Chapter,
    rooms: impl Iterator<Item = usize>,
    tally: &mut Tally,
    run: impl Fn(&World, &Call, usize) -> Run,
) {
    let world = world_of(&chapter.before);
    for room in rooms {
        let trial = tried_once(chapter, &world, false, || run(&world, &chapter.call, room));
        tally.count(trial.map_err(|wrong| format!("{}, {room} bytes: {wrong}", chapter.verb())));
    }
}

fn report_feedback_and_import() -> [&'static Chapter; 4] {
    [&LIFE[0], &LIFE[1], chapter("feedback"), chapter("import")]
}

/// By how many bytes the room grows from trial to trial.
fn tried_with_quotas(step: usize) {
    let mut tally = Tally::default();
    for chapter in report_feedback_and_import() {
        let largest = chapter.before.values().map(Vec::len).max().unwrap_or(0);
        with_ever_more_room(
            chapter,
            (0..largest + (240 << 10)).step_by(step),
            &mut tally,
            within_a_quota,
        );
    }
    tally.tell(&format!(
        "report, feedback and import, with room for {step} bytes more each time"
    ));
}

fn tried_on_disks(step: usize) {
    let mut tally = Tally::default();
    if on_a_disk_of(&World::new(), &REPORT, 1 << 20).is_none() {
        return tried(
            "nothing on small disks, which can be mounted only by who may do so (unshare -m)",
        );
    }
    for chapter in report_feedback_and_import() {
        // A disk of memory counts in pages.
        let there: usize = chapter
            .before
            .values()
            .map(|bytes| bytes.len().next_multiple_of(4096))
            .sum();
        let rooms = (there + (16 << 10)..there + (320 << 10)).step_by(step);
        with_ever_more_room(chapter, rooms, &mut tally, |world, call, room| {
            on_a_disk_of(world, call, room).unwrap()
        });
    }
    tally.tell(&format!(
        "report, feedback and import, on disks that are {step} bytes larger each time"
    ));
}

#[test]
fn with_any_quota_a_call_is_kept_or_said_not_to_be() {
    tried_with_quotas(24 << 10);
}

#[test]
fn on_a_disk_that_fills_up_at_any_place_a_call_is_kept_or_said_not_to_be() {
    tried_on_disks(24 << 10);
}

#[test]
#[ignore = "takes a minute"]
fn with_every_quota_and_on_every_small_disk_a_call_is_kept_or_said_not_to_be() {
    tried_with_quotas(1024);
    tried_on_disks(4096);
}
