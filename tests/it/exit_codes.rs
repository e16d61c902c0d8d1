//! The exit codes: each is reached in a real run, and docs/exit-codes.md tells of exactly those
//! that there are.

use std::process::Command;

use crate::common::{REPORT, Run, World};
use rstest::rstest;
use seinhuis::context::fault;
use seinhuis::domain::invariant::Invariant as _;
use seinhuis::exit_code::Exit;
use seinhuis::output::answer::Format;
use seinhuis::output::i18n::Language;

#[test]
fn the_page_lists_every_code_with_its_name_and_its_meaning() {
    let page = include_str!("../../docs/exit-codes.md");
    let rows: Vec<Vec<&str>> = page
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| code"))
        .map(|line| line.split(" | ").collect())
        .collect();
    let told: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {} {}", row[0].trim_start_matches("| "), row[1], row[2]))
        .collect();
    assert_eq!(told, documented());
    for row in rows {
        assert!(
            row.len() == 4 && row[3].len() > 5,
            "{row:?} does not say what a script should do"
        );
    }
}

/// `code name doc-sentence` of each, as the source says it.
fn documented() -> Vec<String> {
    let source: Vec<&str> = include_str!("../../src/exit_code.rs")
        .lines()
        .map(str::trim)
        .collect();
    let of = |exit: &Exit| {
        let line = format!("{exit:?} = {},", exit.code());
        let at = source.iter().position(|found| *found == line).unwrap();
        format!(
            "{} {exit:?} {}",
            exit.code(),
            source[at - 1].trim_start_matches("/// ")
        )
    };
    Exit::ALL.iter().map(of).collect()
}

#[test]
fn the_codes_are_counted_from_nought() {
    let codes: Vec<u8> = Exit::ALL.iter().map(|exit| exit.code()).collect();
    assert_eq!(codes, (0..=9).collect::<Vec<u8>>());
}

#[test]
fn code_0_when_done_and_shown() {
    let world = World::new().as_("kraamzorg-de-wieg");
    world.run(REPORT).exit(0).no_talk();
    world
        .run_as("gemeente-waterdam", ["list"])
        .exit(0)
        .no_talk();
}

#[test]
fn code_1_when_it_failed_and_may_be_tried_again() {
    World::new().run(["register", "info"]).exit(1);
}

#[test]
fn code_2_when_the_command_line_is_not_right() {
    let world = World::new();
    world.run(["reprot"]).exit(2);
    let nothing: [&str; 0] = [];
    world.run(nothing).exit(2).said("Every day:");
}

#[test]
fn code_3_when_a_rule_stands_in_the_way() {
    World::new()
        .reported()
        .run_as("jgz-veenbroek", ["accept", "K7M4"])
        .exit(3);
}

#[test]
fn code_4_when_the_map_is_invalid() {
    World::new()
        .file("routes.yaml", "seinhuis: 2")
        .run(["map", "check"])
        .exit(4);
}

#[test]
fn code_5_when_there_is_no_such_signal() {
    World::new()
        .reported()
        .run_as("jgz-waterdam", ["show", "ZZZZ"])
        .exit(5);
}

#[test]
fn code_6_when_work_is_waiting_and_only_when_asked() {
    let world = World::new();
    world
        .run_as("gemeente-waterdam", ["list", "--exit-code"])
        .exit(0);
    let world = world.reported();
    world.run_as("gemeente-waterdam", ["list"]).exit(0);
    world
        .run_as("gemeente-waterdam", ["list", "--exit-code"])
        .exit(6)
        .said("K7M4-Q2X8");
    world
        .run_as("gemeente-waterdam", ["list", "--exit-code", "--late"])
        .exit(0);
}

/// A file that may not grow stands for a disk that fails in the middle of a commit: whether all of
/// it is there is not known.
#[cfg(unix)]
#[test]
fn code_7_when_it_is_not_known_whether_it_was_recorded() {
    let world = World::new().as_("kraamzorg-de-wieg").reported();
    let report = "$SEINHUIS report --topic=parenting --discussed --seen=x --id=ABCD-1234";
    // Limits are in blocks of 512 bytes or, in some shells, 1,024: from too little to just enough.
    let at = |blocks: u32| world.shell(&format!("trap '' XFSZ; ulimit -f {blocks}; {report}"));
    let log = std::fs::metadata(world.path("register.db-wal"))
        .unwrap()
        .len();
    let first = u32::try_from(log / 512).unwrap();
    let unknown = (first / 2..first + 120)
        .map(at)
        .find(|run| run.code != 1)
        .unwrap();
    unknown
        .exit(7)
        .no_answer()
        .told("It is not known whether this was recorded in ");
    unknown.told("hint: Repeat the same command with --id ABCD-1234: it is never recorded twice.");
    // What the hint says makes it certain.
    world.shell(report).exit(0).said("ABCD-1234");
    assert_eq!(world.signals().len(), 2);
    // A step has no number of its own: there one looks before repeating it.
    let ask = |blocks: u32| {
        world.shell(&format!(
            "trap '' XFSZ; ulimit -f {blocks}; $SEINHUIS ask K7M4 --as=jgz-waterdam x"
        ))
    };
    let log = std::fs::metadata(world.path("register.db-wal"))
        .unwrap()
        .len();
    let first = u32::try_from(log / 512).unwrap();
    let unknown = (first / 2..first + 120)
        .map(ask)
        .find(|run| run.code != 1)
        .unwrap();
    unknown
        .exit(7)
        .told("hint: Look first whether it stands in the story")
        .told("seinhuis show K7M4");
}

/// The same while the register is still being made: nothing was recorded then, whatever became of
/// its tables.
#[cfg(unix)]
#[test]
fn code_1_when_a_register_cannot_be_made_to_the_end() {
    let world = World::new().as_("kraamzorg-de-wieg");
    let report = "$SEINHUIS report --topic=parenting --discussed --seen=x --id=ABCD-1234";
    // 40 or 80 KiB: more than an empty register takes, and less than its tables.
    let failed = world.shell(&format!("trap '' XFSZ; ulimit -f 80; {report}"));
    failed
        .exit(1)
        .no_answer()
        .told("nothing was recorded")
        .told("hint: Try again.");
    world.shell(report).exit(0).said("ABCD-1234");
    assert_eq!(world.signals().len(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn code_8_when_it_was_recorded_but_not_shown() {
    let world = World::new().as_("kraamzorg-de-wieg");
    world
        .shell("$SEINHUIS report --topic=parenting --discussed --seen=x > /dev/full")
        .exit(8);
    assert_eq!(world.signals().len(), 1);
}

#[test]
fn code_9_when_the_register_is_unfit() {
    World::new()
        .file("register.db", "my shopping list")
        .run_as("gemeente-waterdam", ["list"])
        .exit(9);
}

/// In its second process a test breaks what must always hold, on a thread of its own.
const BREAKS: &str = "SEINHUIS_TEST_BREAKS";

fn breaks(language: Language, format: Format, may_have_recorded: bool) {
    fault::install_hook(language, move || format);
    if may_have_recorded {
        fault::may_have_recorded();
    }
    let secret: Result<(), &str> = Err("Mother cries");
    let _ = std::thread::spawn(move || secret.certain("it was read")).join();
}

#[rstest]
#[case::nothing(
    (Language::En, Format::Table, false),
    1,
    "error: This is a fault in seinhuis; nothing was recorded."
)]
#[case::perhaps(
    (Language::Nl, Format::Table, true),
    7,
    "fout: Dit is een fout in seinhuis. Het is niet bekend of er iets is vastgelegd."
)]
#[case::for_a_script((Language::En, Format::Json, true), 7, "{\"kind\":\"fault\",\"exit\":7,")]
fn a_fault_ends_the_run_in_words_wherever_it_is_met(
    #[case] (language, format, may_have_recorded): (Language, Format, bool),
    #[case] code: i32,
    #[case] told: &str,
) {
    if std::env::var_os(BREAKS).is_some() {
        return breaks(language, format, may_have_recorded);
    }
    let this_test = std::thread::current().name().unwrap().to_owned();
    let mut second = Command::new(std::env::current_exe().unwrap());
    second
        .args(["--exact", &this_test, "--nocapture"])
        .env(BREAKS, "1");
    let run = Run::of(&mut second, b"");
    run.exit(code)
        .told(told)
        .told("tests/it/exit_codes.rs:")
        .never_shows("Mother")
        .never_shows("panicked");
}
