//! Every call to the system of every verb that records, each time with something else going wrong
//! there.

use rstest::rstest;

use crate::common::Run;
use crate::judge::{KILLED, Says, judge};
use crate::life::{Call, Chapter, LIFE, REPORT, THOUSANDS, chapter, world_of};
use crate::shim::{self, Fault, Kind, Watched};
use crate::world::World;
use crate::{every, tried};

/// What can go wrong: once, and from then on.
const FAULTS: &[(Kind, bool)] = &[
    (Kind::Eio, false),
    (Kind::Eio, true),
    (Kind::Enospc, false),
    (Kind::Enospc, true),
    (Kind::Short, false),
    (Kind::Short, true),
    (Kind::Kill, false),
];

/// How the runs of a sweep ended.
#[derive(Debug, Default)]
pub struct Tally {
    runs: u32,
    recorded: u32,
    failed: u32,
    not_known: u32,
    not_shown: u32,
    unfit: u32,
    killed: u32,
    wrong: Vec<String>,
}

impl Tally {
    /// Counts a trial, or what was wrong with it.
    pub fn count(&mut self, trial: Result<i32, String>) {
        let code = match trial {
            Ok(code) => code,
            Err(wrong) => return self.wrong.push(wrong),
        };
        self.runs += 1;
        *match code {
            1 => &mut self.failed,
            7 => &mut self.not_known,
            8 => &mut self.not_shown,
            9 => &mut self.unfit,
            KILLED => &mut self.killed,
            _ => &mut self.recorded,
        } += 1;
    }

    /// Tells of them, and fails when one of them went wrong.
    pub fn tell(&self, what: &str) {
        let Self {
            runs,
            recorded,
            failed,
            not_known,
            not_shown,
            unfit,
            killed,
            wrong,
        } = self;
        tried(&format!(
            "{what}: {runs} trials; {failed} times exit 1, {not_known} times 7, {not_shown} times 8, {unfit} times 9, {killed} killed, {recorded} recorded all the same"
        ));
        assert!(*runs > 0);
        assert!(
            wrong.is_empty(),
            "{} wrong, of which the first:\n{}",
            wrong.len(),
            wrong[..wrong.len().min(8)].join("\n")
        );
    }
}

/// Lets each fault strike at every so manieth call of this chapter, and judges the end, the
/// register, and the same call once more.
fn sweep(
    chapter: &Chapter,
    watched: impl Fn(&World) -> Watched,
    faults: &[(Kind, bool)],
    every: usize,
    tally: &mut Tally,
) {
    let world = world_of(&chapter.before);
    let watched = watched(&world);
    let calls = world.calls_of(&watched, &chapter.call);
    assert!(
        !calls.is_empty(),
        "the shim sees what {} does",
        chapter.verb()
    );
    for (turn, (kind, lasting)) in faults.iter().copied().enumerate() {
        let places = (1..)
            .zip(&calls)
            .filter(|(_, call)| kind.strikes(call))
            .skip(turn % every)
            .step_by(every);
        for (at, call) in places {
            let fault = Fault { kind, at, lasting };
            let cannot_be_read = kind == Kind::Eio && (lasting || call.class == 'r');
            let trial = tried_once(chapter, &world, cannot_be_read, || {
                world.run_on(fault, &watched, &chapter.call)
            });
            let what = || {
                format!(
                    "{}, {fault:?} of {} ({} of {})",
                    chapter.verb(),
                    calls.len(),
                    call.name,
                    call.file
                )
            };
            tally.count(trial.map_err(|wrong| format!("{}: {wrong}", what())));
        }
    }
}

/// One trial: how the call ended, if that and all that follows is right.
pub fn tried_once(
    chapter: &Chapter,
    world: &World,
    cannot_be_read: bool,
    run: impl FnOnce() -> Run,
) -> Result<i32, String> {
    world.put_back(&chapter.before);
    let [before, after] = [&*chapter.held[0], &*chapter.held[1]];
    let run = run();
    let told = |wrong: String| format!("{wrong}\n{run}");
    let mut says = Says::of(run.code, cannot_be_read).map_err(told)?;
    if chapter.verb().starts_with("export") && says == Says::NotRecorded {
        // That words leave is recorded first, and stays when the export then fails:
        // docs/exit-codes.md says so.
        says = Says::NotKnown;
    }
    let found = world.recorded();
    judge([before, after], says, &found).map_err(told)?;
    // The same once more, by somebody whose disk is well.
    let is_there = found.as_deref() == Ok(after);
    let again = world.run(&chapter.call);
    let expected = if is_there {
        (chapter.again.0, &*chapter.again.1)
    } else {
        (chapter.ends, after)
    };
    if again.code != expected.0 || world.recorded().as_deref() != Ok(expected.1) {
        return Err(told(format!(
            "once more (recorded before: {is_there}): {again}\n---- at first"
        )));
    }
    Ok(run.code)
}

/// The same call with so much in the log that its close moves all of it into the database, and
/// clears it away. `None` where the close never does: who also reads at the time leaves it to the
/// next.
pub fn with_a_long_log(chapter: &Chapter) -> Option<Chapter> {
    let world = world_of(&chapter.before);
    // A trace is short, so that none of them goes past the place where this call is the one to
    // clear the log away.
    let trace = Call {
        words: &["export", "--with-words"],
        by: "gemeente-waterdam",
        ..chapter.call
    };
    let longer = |_| {
        let kept = world.keep();
        let calls = world.calls_of(&world.files(), &chapter.call);
        let clears = calls
            .iter()
            .any(|call| call.name == "unlink" && call.file.ends_with("-wal"));
        world.put_back(&kept);
        world.run(&trace).exit(0);
        clears.then_some(kept)
    };
    (0..100)
        .find_map(longer)
        .map(|kept| Chapter::of(chapter.call, kept))
}

/// Sweeps one verb, and tells of it.
fn swept(
    chapter: &Chapter,
    watched: impl Fn(&World) -> Watched,
    faults: &[(Kind, bool)],
    every: usize,
    what: &str,
) {
    let mut tally = Tally::default();
    sweep(chapter, watched, faults, every, &mut tally);
    tally.tell(&format!("{} {what}", chapter.verb()));
}

#[test]
fn a_report_is_kept_or_said_not_to_be_whatever_goes_wrong() {
    swept(&LIFE[1], World::files, FAULTS, 1, "into a register");
}

#[test]
fn feedback_is_kept_or_said_not_to_be_whatever_goes_wrong() {
    swept(
        chapter("feedback"),
        World::files,
        FAULTS,
        1,
        "into a register",
    );
}

/// What could not be read says nothing of the history that was to be taken over.
#[test]
fn a_history_is_kept_or_said_not_to_be_wherever_a_read_fails() {
    let histories = LIFE
        .iter()
        .find(|chapter| chapter.call.words.contains(&"history.jsonl"));
    swept(
        histories.unwrap(),
        World::files,
        &[(Kind::Eio, false)],
        1,
        "of a history into a register",
    );
}

#[test]
fn the_first_report_is_kept_or_said_not_to_be_wherever_the_making_of_the_register_fails() {
    swept(
        &LIFE[0],
        World::files,
        &[(Kind::Kill, false)],
        2,
        "into no register yet, killed",
    );
    swept(&LIFE[0], World::files, FAULTS, 23, "into no register yet");
}

#[test]
fn nothing_is_lost_when_the_clearing_away_of_a_long_log_fails() {
    for of in [&LIFE[1], chapter("feedback")] {
        swept(
            &with_a_long_log(of).unwrap(),
            World::files,
            FAULTS,
            15,
            "with a long log",
        );
    }
}

#[test]
fn every_step_is_kept_or_said_not_to_be_at_samples_of_its_calls() {
    let mut tally = Tally::default();
    for chapter in LIFE.iter() {
        sweep(chapter, World::files, FAULTS, 73, &mut tally);
    }
    tally.tell("every verb, one call in 73");
}

#[test]
fn what_cannot_be_shown_is_recorded_and_said_so() {
    let mut tally = Tally::default();
    for chapter in LIFE.iter() {
        sweep(chapter, |_| Watched::Answer, FAULTS, 5, &mut tally);
    }
    tally.tell("every verb, its answer");
    assert!(tally.not_shown > 0);
}

#[test]
fn a_register_that_cannot_get_its_name_is_not_made() {
    let world = World::new();
    let mut command = world.command(&REPORT);
    let run = Run::of(
        shim::watch(&mut command, &world.files()).env("FAULT_RENAME", "yes"),
        b"",
    );
    run.exit(1).no_answer().told("nothing was recorded");
    assert!(!world.register().exists());
    world.run(&REPORT).exit(0);
}

#[test]
fn what_is_there_already_is_not_acknowledged_when_the_disk_cannot_keep_it() {
    let world = world_of(&LIFE[1].before);
    let calls = world.calls_of(&world.files(), &REPORT);
    let sync = 1 + calls
        .iter()
        .position(|call| call.class == 's' && call.file.ends_with("-wal"))
        .unwrap();
    let fault = Fault {
        kind: Kind::Eio,
        at: sync,
        lasting: false,
    };
    world
        .run_on(fault, &world.files(), &REPORT)
        .exit(7)
        .no_answer()
        .told("--id K7M4-Q2X8");
    world
        .run(&REPORT)
        .exit(0)
        .said("\"already_recorded\": true");
}

#[rstest]
#[ignore = "takes minutes"]
fn every_step_at_every_call(#[values(0, 1)] half: usize) {
    // Beside these, the user may store no more.
    let faults = [FAULTS, &[(Kind::Edquot, false), (Kind::Edquot, true)]].concat();
    for chapter in LIFE.iter().skip(half).step_by(2) {
        swept(
            chapter,
            World::files,
            &faults,
            every(),
            if chapter.before.is_empty() {
                "into no register yet"
            } else {
                "into a register"
            },
        );
        swept(chapter, |_| Watched::Answer, FAULTS, every(), "its answer");
        if let Some(chapter) = (!chapter.before.is_empty())
            .then(|| with_a_long_log(chapter))
            .flatten()
        {
            swept(&chapter, World::files, &faults, every(), "with a long log");
        }
    }
}

#[test]
#[ignore = "takes minutes"]
fn an_import_of_thousands_at_samples_of_its_calls() {
    swept(
        &Chapter::of(THOUSANDS, LIFE[2].before.clone()),
        World::files,
        FAULTS,
        199,
        "of 2,500 rows, one call in 199,",
    );
}
