//! The scripts in examples/scripts do what they say, with the real program; and what they do when
//! it fails, with one that fails at will.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::{PROGRAM, REPORT, Run, World};
use rstest::rstest;

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/scripts")
}

/// Runs a script, on behalf of the coordinator of the map as the crontab says, that finds `seinhuis` in this folder before anywhere else.
fn run_with(world: &World, programs: &Path, script: &str, arguments: &[&str]) -> Run {
    let path = format!(
        "{}:{}:{}",
        scripts().display(),
        programs.display(),
        std::env::var("PATH").unwrap()
    );
    let mut command = world.command("/usr/bin/env", [&[script][..], arguments].concat());
    command.env("SEINHUIS_AS", "gemeente-waterdam");
    Run::of(command.env("PATH", path).env("RETRY_AFTER", "0"), b"")
}

fn run(world: &World, script: &str, arguments: &[&str]) -> Run {
    run_with(
        world,
        Path::new(PROGRAM).parent().unwrap(),
        script,
        arguments,
    )
}

fn files(folder: &Path) -> BTreeSet<String> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// The night after a promise was broken.
fn late() -> World {
    World::new().reported().at("2026-11-27T04:15")
}

// ---- nightly.sh ----

#[test]
fn the_nightly_script_writes_a_message_for_each_organisation_to_tell() {
    let world = late();
    run(&world, "nightly.sh", &["outbox"])
        .exit(6)
        .no_answer()
        .no_talk();
    // Of two alarms about one promise an organisation hears the furthest.
    let all = [
        "K7M4Q2X8-accept-2026-11-24-3-gemeente-waterdam.txt",
        "K7M4Q2X8-accept-2026-11-24-3-jgz-waterdam.txt",
        "K7M4Q2X8-feedback-2026-11-25-1-gemeente-waterdam.txt",
    ];
    assert_eq!(files(&world.path("outbox")), all.map(str::to_owned).into());
    let message = std::fs::read_to_string(world.path("outbox").join(all[1])).unwrap();
    let said = "To: signalen@jgz.waterdam.example\nSubject: Signaal K7M4-Q2X8 is te laat\n\nAan JGZ Waterdam\n\n\
                JGZ Waterdam zou uiterlijk 2026-11-24 zeggen of ze signaal K7M4-Q2X8 oppakken.\nDe coördinator neemt het over.\n\n\
                Kijk met: seinhuis toon K7M4-Q2X8\n";
    assert_eq!(message, said);
}

#[test]
fn nothing_about_a_family_reaches_the_outbox() {
    let world = late();
    run(&world, "nightly.sh", &["outbox"]).exit(6);
    for file in files(&world.path("outbox")) {
        let message = std::fs::read_to_string(world.path("outbox").join(file)).unwrap();
        assert!(
            !["Mother", "cries", "attachment", "Hechting", "3004"]
                .iter()
                .any(|word| message.contains(word)),
            "{message}"
        );
    }
}

#[test]
fn the_nightly_script_may_be_run_again() {
    let world = late();
    run(&world, "nightly.sh", &["outbox"]).exit(6);
    let written = files(&world.path("outbox"));
    let one = written.first().unwrap();
    std::fs::write(world.path("outbox").join(one), "being sent").unwrap();
    run(&world, "nightly.sh", &["outbox"]).exit(6).no_talk();
    assert_eq!(files(&world.path("outbox")), written);
    assert_eq!(
        std::fs::read_to_string(world.path("outbox").join(one)).unwrap(),
        "being sent"
    );
    // What the mail program has sent stays sent.
    std::fs::create_dir(world.path("outbox/sent")).unwrap();
    std::fs::rename(
        world.path("outbox").join(one),
        world.path("outbox/sent").join(one),
    )
    .unwrap();
    run(&world, "nightly.sh", &["outbox"]).exit(6);
    assert!(!world.path("outbox").join(one).exists());
}

#[test]
fn messages_that_an_earlier_run_did_not_live_to_write_are_written() {
    let world = late();
    world.run(["escalate"]).exit(6);
    run(&world, "nightly.sh", &["outbox"]).exit(6);
    assert_eq!(files(&world.path("outbox")).len(), 3);
}

#[test]
fn a_night_on_which_nothing_is_late_ends_with_0() {
    let world = World::new().reported();
    run(&world, "nightly.sh", &["outbox"])
        .exit(0)
        .no_answer()
        .no_talk();
    assert_eq!(files(&world.path("outbox")), BTreeSet::new());
}

/// A program in the place of seinhuis that ends each time with the next of these codes, and counts
/// how often it was asked.
fn failing(world: &World, codes: &str) -> PathBuf {
    let folder = world.path("failing");
    std::fs::create_dir_all(&folder).unwrap();
    let program = folder.join("seinhuis");
    let script = format!(
        "#!/bin/sh\necho \"$*\" >> {0}/asked\nset -- {codes}\nshift $(( $(wc -l < {0}/asked) - 1 ))\nexit \"${{1:-0}}\"\n",
        folder.display()
    );
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

#[rstest]
#[case::failed_once("1 0 0", 0, 3)]
#[case::failed_for_good("1 1 1 1", 1, 3)]
#[case::not_known_and_then_done("7 6 6", 6, 3)]
#[case::not_shown_is_told_again("8 6", 6, 2)]
#[case::refused_on_the_command_line("2", 2, 1)]
#[case::a_broken_map("4", 4, 1)]
#[case::a_damaged_register("9", 9, 1)]
fn the_nightly_script_does_what_the_manual_of_the_exit_codes_says(
    #[case] codes: &str,
    #[case] ends: i32,
    #[case] asked: usize,
) {
    let world = World::new();
    let folder = failing(&world, codes);
    run_with(&world, &folder, "nightly.sh", &["outbox"]).exit(ends);
    assert_eq!(
        std::fs::read_to_string(folder.join("asked"))
            .unwrap()
            .lines()
            .count(),
        asked
    );
}

// ---- weekly.py ----

#[test]
fn the_weekly_script_counts_what_is_late_by_topic_and_area_and_tells_no_small_number() {
    let world = late();
    for number in 1..6 {
        let id = format!("--id=ABCD-123{number}");
        let report = REPORT[..8]
            .iter()
            .copied()
            .filter(|word| !word.starts_with("--topic"))
            .chain(["--topic=finances", &id]);
        let report = world
            .command(PROGRAM, report)
            .env("SEINHUIS_AS", "kraamzorg-de-wieg")
            .env("SEINHUIS_NOW", "2026-11-16T10:00:00+01:00")
            .output();
        assert!(report.unwrap().status.success());
    }
    run(&world, "weekly.py", &["late.csv"])
        .exit(0)
        .no_answer()
        .no_talk();
    let written = std::fs::read_to_string(world.path("late.csv")).unwrap();
    assert_eq!(
        written,
        "\u{feff}topic;area;state;late\r\nfinances;waterdam-noord;offered;5\r\nparenting/attachment;waterdam-noord;offered;<5\r\n"
    );
    assert!(!written.contains("jgz"), "never by organisation");
}

#[rstest]
#[case::a_broken_map(World::new().file("routes.yaml", "seinhuis: 2"), 4)]
#[case::a_register_that_is_not_ours(World::new().file("register.db", "my shopping list"), 9)]
fn the_weekly_script_leaves_the_old_file_when_it_cannot_count(
    #[case] world: World,
    #[case] code: i32,
) {
    let world = world.file("late.csv", "last week");
    run(&world, "weekly.py", &["late.csv"])
        .exit(code)
        .no_answer()
        .told("\"error\":")
        .never_shows("Traceback");
    assert_eq!(
        std::fs::read_to_string(world.path("late.csv")).unwrap(),
        "last week"
    );
}

// ---- crontab ----

/// What cron runs, and when: minute, hour, day, month, day of the week.
struct Job {
    when: Vec<String>,
    command: String,
}

/// The settings of the crontab, and its jobs.
fn crontab() -> (Vec<(String, String)>, Vec<Job>) {
    let text = std::fs::read_to_string(scripts().join("crontab")).unwrap();
    let (mut settings, mut jobs) = (Vec::new(), Vec::new());
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        if line.starts_with(|first: char| first.is_ascii_digit() || first == '*') {
            let mut rest = line;
            let mut when = Vec::new();
            for _ in 0..5 {
                let (field, after) = rest.trim_start().split_once(' ').unwrap();
                when.push(field.to_owned());
                rest = after;
            }
            jobs.push(Job {
                when,
                command: rest.trim().to_owned(),
            });
        } else {
            let (name, value) = line.split_once('=').unwrap();
            settings.push((name.to_owned(), value.to_owned()));
        }
    }
    (settings, jobs)
}

#[test]
fn each_line_of_the_crontab_runs() {
    let world = late();
    let (settings, jobs) = crontab();
    assert_eq!(jobs.len(), 4);
    let names: BTreeSet<&str> = settings.iter().map(|(name, _)| name.as_str()).collect();
    assert!(
        ["PATH", "SEINHUIS_ROUTES", "SEINHUIS_REGISTER", "OUTBOX"]
            .iter()
            .all(|name| names.contains(name)),
        "{names:?}"
    );
    let here = [
        (
            "PATH",
            format!(
                "{}:{}:{}",
                scripts().display(),
                Path::new(PROGRAM).parent().unwrap().display(),
                std::env::var("PATH").unwrap()
            ),
        ),
        ("SEINHUIS_ROUTES", "routes.yaml".to_owned()),
        ("SEINHUIS_REGISTER", "register.db".to_owned()),
        ("OUTBOX", "outbox".to_owned()),
        ("RETRY_AFTER", "0".to_owned()),
    ];
    for Job { when, command: job } in &jobs {
        assert!(!job.contains('%'), "cron makes a line end of it: {job}");
        for (field, (least, most)) in when
            .iter()
            .zip([(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)])
        {
            let within = field.split(['-', ',']).all(|part| {
                part == "*" || part.parse().is_ok_and(|n: u32| (least..=most).contains(&n))
            });
            assert!(within, "{field} in {when:?}");
        }
        let mut shell = world.command("/bin/sh", ["-c", job]);
        let done = Run::of(
            shell
                .envs(settings.iter().cloned())
                .envs(here.iter().cloned()),
            b"",
        );
        assert!([0, 6].contains(&done.code), "{job}\n{done}");
        done.no_talk();
    }
    assert!(files(&world.path("outbox")).contains("late.csv"));
    assert!(files(&world.path("outbox")).len() > 1);
}

// ---- How they are written ----

#[test]
fn the_scripts_are_well_formed_and_may_be_run() {
    for script in ["nightly.sh", "weekly.py"] {
        let mode = std::fs::metadata(scripts().join(script))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o111, 0o111, "{script} may be run by everybody");
    }
    let nightly = scripts().join("nightly.sh");
    if Path::new("/usr/bin/shellcheck").exists() {
        let checked = Command::new("/usr/bin/shellcheck")
            .arg(&nightly)
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&checked.stdout), "");
    }
    let parsed = Command::new("/usr/bin/env")
        .args(["bash", "-n"])
        .arg(&nightly)
        .output()
        .unwrap();
    assert!(parsed.status.success(), "{parsed:?}");
}
