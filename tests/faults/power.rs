//! The power goes, at every call to the system: what was acknowledged is there when it comes back,
//! and nothing is there by half.

use std::process::Command;

use rstest::rstest;

use crate::common::Run;
use crate::cut::{Chance, cut, settle};
use crate::judge::{KILLED, Says, judge};
use crate::life::{Call, LIFE, THOUSANDS, world_of};
use crate::shim::{self, Fault, Kind};
use crate::sweep::with_a_long_log;
use crate::victim::{self, CAREFUL, Manner};
use crate::world::{Kept, World};
use crate::{every, tried};

/// Two commands, one after the other. The power goes in or after the second, while of the first
/// something may not be synced yet either.
struct Pair<'a> {
    before: &'a Kept,
    first: &'a dyn Fn(&World) -> Command,
    second: &'a dyn Fn(&World) -> Command,
    /// Everything that a register holds.
    holds: &'a dyn Fn(&World) -> Result<String, String>,
    /// Whether a sync does nothing.
    lies: bool,
    /// Whether the power also goes after the second command was killed, and run once more.
    once_more: bool,
}

/// What came of all cuts.
#[derive(Debug, Default)]
struct Tally {
    cuts: u32,
    /// Of those, after the command was acknowledged.
    acknowledged: u32,
    lost: Vec<String>,
}

impl Tally {
    fn count(&mut self, says: Says, judged: Result<(), String>) {
        self.cuts += 1;
        self.acknowledged += u32::from(says == Says::Recorded);
        self.lost.extend(judged.err());
    }

    fn tell(&self, what: &str) {
        let Self {
            cuts,
            acknowledged,
            lost,
        } = self;
        tried(&format!(
            "{what}: {cuts} power cuts, {acknowledged} of them after it was acknowledged; {} lost",
            lost.len()
        ));
    }

    fn lost_none(&self, what: &str) {
        self.tell(what);
        assert!(self.acknowledged > 0);
        assert!(
            self.lost.is_empty(),
            "{} lost, of which the first:\n{}",
            self.lost.len(),
            self.lost[..self.lost.len().min(5)]
                .iter()
                .map(|wrong| wrong.chars().take(400).collect::<String>())
                .collect::<Vec<_>>()
                .join("\n")
        );
    }

    fn lost_some(&self, what: &str) {
        self.tell(what);
        assert!(
            !self.lost.is_empty(),
            "{what} loses nothing: then a cut that takes something would not be noticed either"
        );
    }
}

impl Pair<'_> {
    fn watched<'c>(&self, world: &World, command: &'c mut Command) -> &'c mut Command {
        if self.lies {
            command.env("FAULT_LIES", "yes");
        }
        shim::watch(command, &world.files()).env("FAULT_DISK", world.disk())
    }

    /// Makes a world in which the first command was run.
    fn begin(&self, world: &World) {
        world.put_back(self.before);
        settle(&world.store(), &world.disk());
        let run = Run::of(self.watched(world, &mut (self.first)(world)), b"");
        assert_eq!(Says::of(run.code, false), Ok(Says::Recorded), "{run}");
    }

    /// Runs the second command until this call; to the end when there is no such call.
    fn run_until(&self, world: &World, at: usize) -> Run {
        let mut command = (self.second)(world);
        Fault {
            kind: Kind::Kill,
            at,
            lasting: false,
        }
        .strike(self.watched(world, &mut command));
        Run::of(&mut command, b"")
    }

    /// What the world holds, seen in a copy: looking changes files too.
    fn seen(&self, world: &World, copy: &World) -> String {
        copy.put_back(&world.keep());
        (self.holds)(copy).unwrap()
    }

    /// Cuts the power at each sync and every so manieth other call of the second command, and after
    /// it; so many times with another chance.
    fn cut(&self, every: usize, times: u64, tally: &mut Tally) {
        let (world, copy) = (world_of(self.before), World::new());
        self.begin(&world);
        let before = self.seen(&world, &copy);
        let log = world.path("log");
        Run::of(
            self.watched(&world, &mut (self.second)(&world))
                .env("FAULT_LOG", &log),
            b"",
        );
        let after = self.seen(&world, &copy);
        assert_ne!(before, after);
        let calls = shim::calls(&log);
        // Before a sync all of what waits for it can be lost: each is among them.
        let places = (1..)
            .zip(&calls)
            .filter(|(_, call)| Kind::Kill.strikes(call));
        let chosen = places
            .enumerate()
            .filter(|(place, (_, call))| call.class == 's' || place.is_multiple_of(every));
        for at in chosen.map(|(_, (at, _))| at).chain([calls.len() + 1]) {
            self.begin(&world);
            let code = self.run_until(&world, at).code;
            let mut judged = |times, after: &str, says, what: &str| {
                for chance in Chance::some(times) {
                    copy.put_back(&cut(&world.store(), &world.disk(), chance));
                    let judged = judge([&before, after], says, &(self.holds)(&copy));
                    tally.count(
                        says,
                        judged.map_err(|wrong| {
                            format!("{what} at {at} of {}, {chance:?}: {wrong}", calls.len())
                        }),
                    );
                }
            };
            if code != KILLED {
                judged(4 * times, &after, Says::of(code, false).unwrap(), "cut");
                continue;
            }
            judged(times, &after, Says::NotKnown, "cut");
            if !self.once_more {
                continue;
            }
            // The same, but the program was killed while the power stayed, so that what it wrote
            // can be seen. The command once more: what is seen then, is acknowledged.
            let again = Run::of(self.watched(&world, &mut (self.second)(&world)), b"");
            assert!([0, 3, 6].contains(&again.code), "{again}");
            let seen = self.seen(&world, &copy);
            judged(
                times,
                &seen,
                Says::Recorded,
                &format!("killed, once more (exit {}), and then cut", again.code),
            );
        }
    }
}

/// Cuts the power in the second of two calls of a life.
fn cut_in(before: &Kept, first: Call, second: Call, every: usize, times: u64, tally: &mut Tally) {
    let once_more = second.words != ["escalate"];
    let (first, second) = (
        |world: &World| world.command(&first),
        |world: &World| world.command(&second),
    );
    // An alarm that is found there is not told again, so nothing is acknowledged: after the cut it
    // sounds.
    Pair {
        before,
        first: &first,
        second: &second,
        holds: &World::recorded,
        lies: false,
        once_more,
    }
    .cut(every, times, tally);
}

/// Cuts the power in every call of a life.
fn cut_in_all(every: usize, times: u64, tally: &mut Tally) {
    for pair in LIFE.windows(2) {
        cut_in(
            &pair[0].before,
            pair[0].call,
            pair[1].call,
            every,
            times,
            tally,
        );
    }
}

/// Cuts the power in the first call of a life, which makes the register, and in its folder.
fn cut_in_the_first(every: usize, times: u64, tally: &mut Tally) {
    let second = |world: &World| world.command(&LIFE[0].call);
    // Something that records nothing.
    let first = |world: &World| {
        world.command(&Call {
            words: &["list"],
            ..LIFE[0].call
        })
    };
    Pair {
        before: &Kept::new(),
        first: &first,
        second: &second,
        holds: &World::recorded,
        lies: false,
        once_more: true,
    }
    .cut(every, times, tally);
}

/// Cuts the power where the log is cleared away: in the call that does it, and in the next.
fn cut_in_long_logs(every: usize, times: u64, tally: &mut Tally) {
    for place in [1, 14] {
        let (chapter, next) = (with_a_long_log(&LIFE[place]).unwrap(), LIFE[place + 1].call);
        cut_in(
            &chapter.before,
            Call {
                words: &["export", "--with-words"],
                by: "gemeente-waterdam",
                ..chapter.call
            },
            chapter.call,
            every,
            times,
            tally,
        );
        cut_in(&chapter.before, chapter.call, next, every, times, tally);
    }
}

#[test]
fn a_power_cut_takes_nothing_that_was_acknowledged() {
    let mut tally = Tally::default();
    cut_in_all(29, 3, &mut tally);
    cut_in_long_logs(29, 3, &mut tally);
    tally.lost_none("samples of the calls of every verb");
}

#[test]
fn a_power_cut_while_the_register_is_made_takes_nothing_that_was_acknowledged() {
    let mut tally = Tally::default();
    cut_in_the_first(5, 3, &mut tally);
    tally.lost_none("one call in 5 of the first report");
}

#[test]
#[ignore = "takes minutes"]
fn a_power_cut_at_every_call_takes_nothing_that_was_acknowledged() {
    let mut tally = Tally::default();
    cut_in_all(every(), 12, &mut tally);
    cut_in_long_logs(every(), 12, &mut tally);
    cut_in_the_first(every(), 12, &mut tally);
    tally.lost_none(&format!("one call in {} of every verb", every()));
}

#[test]
#[ignore = "takes minutes"]
fn a_power_cut_in_an_import_of_thousands_takes_nothing_that_was_acknowledged() {
    let mut tally = Tally::default();
    cut_in(&LIFE[1].before, LIFE[1].call, THOUSANDS, 97, 4, &mut tally);
    tally.lost_none("one call in 97 of an import of 2,500 rows");
}

/// Cuts the power of the victim of the controls, in its second row and in making its file.
fn cut_the_victim(manner: Manner, once_more: bool) -> Tally {
    let mut tally = Tally::default();
    let register = |world: &World| world.path("store/victim.db");
    let row =
        |row: &'static str| move |world: &World| victim::command(&register(world), row, manner);
    let holds = |world: &World| victim::recorded(&register(world));
    let begun = World::new();
    Run::of(&mut row("first")(&begun), b"").exit(0);
    for (before, first, second) in [
        (&begun.keep(), row("second"), row("third")),
        (&Kept::new(), row("first"), row("second")),
    ] {
        Pair {
            before,
            first: &first,
            second: &second,
            holds: &holds,
            lies: false,
            once_more,
        }
        .cut(3, 4, &mut tally);
    }
    tally
}

#[rstest]
#[case::a_log_that_is_not_synced(Manner { synchronous: "NORMAL", ..CAREFUL })]
#[case::a_rollback_journal(Manner { journal: "DELETE", ..CAREFUL })]
fn a_program_with_other_settings_loses_what_it_acknowledged(#[case] manner: Manner) {
    cut_the_victim(manner, false).lost_some(&format!(
        "control {}, {}",
        manner.journal, manner.synchronous
    ));
}

#[test]
fn a_program_with_the_settings_of_seinhuis_loses_nothing() {
    cut_the_victim(CAREFUL, false).lost_none("control WAL, FULL");
}

#[test]
fn a_program_that_finds_its_row_and_does_not_wait_for_the_disk_loses_it() {
    cut_the_victim(CAREFUL, true).lost_some("control WAL, FULL, killed, once more, and then cut");
}

#[test]
fn on_a_disk_that_lies_seinhuis_loses_what_it_acknowledged() {
    let mut tally = Tally::default();
    let [first, second] = [1, 2].map(|place| move |world: &World| world.command(&LIFE[place].call));
    Pair {
        before: &LIFE[1].before,
        first: &first,
        second: &second,
        holds: &World::recorded,
        lies: true,
        once_more: true,
    }
    .cut(9, 3, &mut tally);
    tally.lost_some("control: seinhuis on a disk that lies");
}
