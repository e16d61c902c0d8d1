//! `report`, the whole process, against the least that recording for good takes, against other
//! programs, and against itself with other maps.

use std::path::Path;
use std::process::Command;

use crate::counted::{fsyncs, instructions, is_there};
use crate::least::Least;
use crate::pairs::{PAIRS, Spread, ratio, ratio_of};
use crate::program::{Place, time};
use crate::slow_disk::SlowDisk;
use crate::table::{Goal, Table};

/// How many responsibilities, and how many times as long as the least it may take.
const SIZES: [(usize, f64); 2] = [(1_000, 1.8), (10_000, 1.8)];
const SMALL: usize = 100;
/// So many tasks are there already when one is added.
const TASKS: usize = 10_000;
/// The log is cleared away at about every sixth report.
const REPORTS: usize = 60;

pub fn measure(table: &mut Table) {
    let place = Place::new();
    let least = Least::built_in(&place);
    let mut insert = least.insert(&place.path("least.db"));
    let report = |size: usize| {
        report(
            &place,
            &place.map(size).1,
            &place.path(&format!("{size}.db")),
        )
    };
    for (size, goal) in SIZES {
        let mut report = report(size);
        let what = format!("report, {size} responsibilities / the least durable insert");
        table.row(
            &what,
            ratio(|| time(&mut report), || time(&mut insert)),
            "x",
            Goal::AtMost(goal),
        );
    }
    on_a_slower_disk(table, &place, report(SIZES[0].0), &least);
    let [(_, _), (large, _)] = SIZES;
    let (mut of_large, mut of_small) = (report(large), report(SMALL));
    let what = format!("report, {large} responsibilities / {SMALL}");
    table.row(
        &what,
        ratio(|| time(&mut of_large), || time(&mut of_small)),
        "x",
        Goal::AtMost(2.5),
    );
    let mut report = report(SIZES[0].0);
    if is_there("sqlite3") {
        let mut shell = shell(&place);
        table.row(
            "the same of 1000 / one insert with the sqlite3 shell",
            ratio(|| time(&mut report), || time(&mut shell)),
            "x",
            Goal::None,
        );
    } else {
        table.skip(
            "report / one insert with the sqlite3 shell",
            "sqlite3 is not installed (Debian: sqlite3)",
        );
    }
    let what = format!("task add with {TASKS} tasks / report");
    match tasks(&place) {
        Some(mut add) => table.row(
            &what,
            ratio_of(PAIRS, || time(&mut add), || time(&mut report)),
            "x",
            Goal::AtLeast(15.0),
        ),
        None => table.skip(&what, "task is not installed (Debian: taskwarrior)"),
    }
    if is_there("strace") {
        let counted: Vec<f64> = (0..REPORTS)
            .map(|_| fsyncs(&report, &place.path(".")))
            .collect();
        let (mean, most) = (
            counted.iter().sum::<f64>() / counted.len() as f64,
            counted.iter().copied().fold(0.0, f64::max),
        );
        table.row(
            &format!("waits for the disk in {REPORTS} reports, mean"),
            Spread::of(vec![mean]),
            "",
            Goal::AtMost(3.0),
        );
        table.row(
            "the most in one of them",
            Spread::of(vec![most]),
            "",
            Goal::AtMost(5.0),
        );
    } else {
        table.skip("waits for the disk in a report", "strace is not installed");
    }
    if is_there("valgrind") {
        let [ours, theirs] = [&report, &insert].map(|command| {
            instructions(command, &place.path("."));
            instructions(command, &place.path("."))
        });
        table.row(
            "instructions, report / the least durable insert",
            Spread::of(vec![ours / theirs]),
            "x",
            Goal::AtMost(4.0),
        );
        table.row(
            "millions of instructions, report",
            Spread::of(vec![ours]),
            "",
            Goal::None,
        );
    } else {
        table.skip("instructions of a report", "valgrind is not installed");
    }
}

/// The same where every wait for the disk takes one millisecond more.
fn on_a_slower_disk(table: &mut Table, place: &Place, report: Command, least: &Least) {
    let what = "the same of 1000, each wait for the disk 1 ms longer";
    let Some(disk) = SlowDisk::built_in(place) else {
        table.skip(what, "only on Linux with glibc, dynamically linked");
        return;
    };
    let mut report = disk.under(report);
    let mut insert = disk.under(least.insert(&place.path("least.db")));
    table.row(
        what,
        ratio(|| time(&mut report), || time(&mut insert)),
        "x",
        Goal::AtMost(1.0),
    );
}

/// A report into this register: each time another signal.
pub fn report(place: &Place, map: &Path, register: &Path) -> Command {
    let mut command = place.seinhuis(
        map,
        [
            "report",
            "--as=school-m0",
            "--topic=t3/p0",
            "--area=m0",
            "--age=9",
            "--discussed",
        ],
    );
    command
        .args(["--seen", "Tired, no lunch, for the third time this month."])
        .env("SEINHUIS_REGISTER", register);
    command
}

/// The shell of SQLite, which inserts one row with a log and synchronous=FULL.
fn shell(place: &Place) -> Command {
    let mut command = Command::new("sqlite3");
    command.arg(place.path("shell.db")).arg(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS signal (seq INTEGER PRIMARY KEY, id TEXT, \
         at TEXT, seen TEXT); INSERT INTO signal (id, at, seen) VALUES ('K7M4Q2X8', '2026-11-23T10:15:00.000Z', 'Tired, no lunch.')",
    );
    command
}

/// Taskwarrior with many tasks, ready to add one; `None` where there is none.
fn tasks(place: &Place) -> Option<Command> {
    is_there("task").then_some(())?;
    let run = |arguments: &[&str]| {
        let mut task = Command::new("task");
        task.args(["rc.confirmation=off", "rc.verbose=nothing"])
            .args(arguments);
        task.env("TASKRC", place.path("taskrc"))
            .env("TASKDATA", place.path("tasks"));
        task
    };
    std::fs::create_dir_all(place.path("tasks")).unwrap();
    std::fs::write(place.path("taskrc"), "").unwrap();
    let tasks: Vec<String> = (0..TASKS)
        .map(|n| {
            format!(
                "{{\"description\":\"Call back {n}\",\"project\":\"p{}\"}}",
                n % 10
            )
        })
        .collect();
    let file = place.path("tasks.json");
    std::fs::write(&file, format!("[\n{}\n]\n", tasks.join(",\n"))).unwrap();
    time(&mut run(&["import", file.to_str().unwrap()]));
    Some(run(&["add", "project:p3", "Call back once more"]))
}
