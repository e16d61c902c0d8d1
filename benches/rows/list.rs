//! `list` of one organisation: in registers of very different sizes, and against other programs
//! that list.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::{Connection, OpenFlags};

use crate::pairs::{PAIRS, ratio_of, times};
use crate::program::{Place, answer, time};
use crate::stored::Stored;
use crate::table::{Goal, Table};

const SIZES: (u32, u32) = (10_000_000, 100_000);
/// Of the map: few enough that every owner has hundreds of signals waiting.
const RESPONSIBILITIES: usize = 100;
const OWNER: &str = "team-m0";
/// Of one municipality, and of the whole map.
const AREA_COORDINATOR: &str = "council-m0";
const COORDINATOR: &str = "desk";
/// Of every thousand signals so many are unanswered.
const UNANSWERED: u32 = 20;
/// Of what takes seconds.
const FEW: usize = 5;
/// Reports the most memory that a program had, in KiB. GNU's; the shell has another one.
const GNU_TIME: &str = "/usr/bin/time";

pub fn measure(table: &mut Table) {
    let place = Place::new();
    let (_, map) = place.map(RESPONSIBILITIES);
    let stored = |signals| {
        Stored {
            signals,
            unanswered: UNANSWERED,
        }
        .make(&map, place.path(&format!("{signals}.db")))
    };
    let (large, small): (PathBuf, PathBuf) = (stored(SIZES.0), stored(SIZES.1));
    let list = |register: &Path| {
        let mut command = place.seinhuis(
            &map,
            ["list", "--as", OWNER, "--owner", OWNER, "--limit", "50"],
        );
        command.env("SEINHUIS_REGISTER", register);
        command
    };
    for register in [&large, &small] {
        assert_eq!(
            answer(&mut list(register)).lines().count(),
            50,
            "{}",
            register.display()
        );
        assert_eq!(
            answer(&mut sqlite3(register).unwrap_or_else(|| list(register)))
                .lines()
                .count(),
            50,
            "{}",
            register.display()
        );
    }
    // As in the morning, when others are at work too: otherwise each run makes anew what the shell
    // clears away behind itself.
    let _others = [&large, &small].map(|register| at_work(register));
    let measured = ratio_of(
        PAIRS,
        || time(&mut list(&large)),
        || time(&mut list(&small)),
    );
    table.row(
        &format!("list of 50 of one owner, {} signals / {}", SIZES.0, SIZES.1),
        measured,
        "x",
        Goal::AtMost(1.3),
    );

    // What an organisation may know of is found by its part in it: as owner, sender and involved, and
    // as coordinator of an area.
    for organisation in [OWNER, AREA_COORDINATOR] {
        let own = |register: &Path| {
            let mut command = place.seinhuis(&map, ["list", "--as", organisation, "--limit", "50"]);
            command.env("SEINHUIS_REGISTER", register);
            command
        };
        let measured = ratio_of(PAIRS, || time(&mut own(&large)), || time(&mut own(&small)));
        let what = format!(
            "list of 50 of {organisation} itself, {} signals / {}",
            SIZES.0, SIZES.1
        );
        table.row(&what, measured, "x", Goal::AtMost(1.3));
    }

    let what = format!("the same in {} / the sqlite3 shell", SIZES.0);
    match sqlite3(&large) {
        Some(mut shell) => {
            let measured = ratio_of(PAIRS, || time(&mut list(&large)), || time(&mut shell));
            table.row(&what, measured, "x", Goal::AtMost(0.7));
        }
        None => table.skip(&what, "sqlite3 is not installed (Debian: sqlite3)"),
    }
    let what = format!("task list of 50 in {0} tasks / list of 50 in {0}", SIZES.1);
    match task(&place) {
        Some(mut tasks) => {
            let measured = ratio_of(FEW, || time(&mut tasks), || time(&mut list(&small)));
            table.row(&what, measured, "x", Goal::AtLeast(100.0));
        }
        None => table.skip(&what, "task is not installed (Debian: taskwarrior)"),
    }
    for format in ["jsonl", "csv", "json", "table"] {
        let what = format!(
            "list of {} as {format}, most memory in MiB",
            SIZES.0 / 1000 * UNANSWERED
        );
        if Path::new(GNU_TIME).exists() {
            table.row(
                &what,
                times(FEW, || most_memory(&place, &map, &large, format)),
                "",
                Goal::AtMost(32.0),
            );
        } else {
            table.skip(&what, "GNU time is not installed (Debian: time)");
        }
    }
}

/// Somebody who has the register open.
fn at_work(register: &Path) -> Connection {
    let connection =
        Connection::open_with_flags(register, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let stored: u32 = connection
        .query_row("SELECT count(*) FROM export", [], |row| row.get(0))
        .unwrap();
    assert_eq!(stored, 0);
    connection
}

/// The shell of SQLite, asked for what `list` reads in the words in which it asks; `None` where
/// there is none.
fn sqlite3(register: &Path) -> Option<Command> {
    Command::new("sqlite3")
        .arg("-version")
        .stdout(Stdio::null())
        .status()
        .ok()?;
    let mut shell = Command::new("sqlite3");
    shell.arg("-readonly").arg(register).arg(format!(
        "SELECT id, sender, reported_at, age_months AS age, area, urgency, coordinator, basis, level, state, owner, topics, accept_by, \
         feedback_by, confirm_by, due, proposed, CASE WHEN questions = 0 THEN '' ELSE (SELECT group_concat(organisation, \
         ' ') FROM (SELECT organisation FROM reader WHERE signal = seq AND role = 'asked' AND until_event IS NULL \
         ORDER BY from_event)) END AS asked, \
         declines, events, last_at, seq FROM signal \
         WHERE phase = 'unanswered' AND owner = '{OWNER}' ORDER BY due, seq LIMIT 50"
    ));
    Some(shell)
}

/// Taskwarrior with as many tasks as the small register has signals, asked for fifty of them;
/// `None` where there is none.
fn task(place: &Place) -> Option<Command> {
    let run = |arguments: &[&str]| {
        let mut task = Command::new("task");
        task.args(["rc.confirmation=off", "rc.verbose=nothing", "rc.gc=off"])
            .args(arguments);
        task.env("TASKRC", place.path("taskrc"))
            .env("TASKDATA", place.path("tasks"))
            .stdin(Stdio::null())
            .stderr(Stdio::null());
        task
    };
    std::fs::create_dir_all(place.path("tasks")).unwrap();
    std::fs::write(place.path("taskrc"), "").unwrap();
    let mut tasks = "[\n".to_owned();
    for n in 0..SIZES.1 {
        let comma = if n == 0 { "" } else { ",\n" };
        let (project, day) = (n % 10, 1 + n % 28);
        write!(tasks, "{comma}{{\"description\":\"Call back {n}\",\"project\":\"p{project}\",\"due\":\"202612{day:02}T120000Z\"}}")
            .unwrap();
    }
    tasks.push_str("\n]\n");
    let file = place.path("tasks.json");
    std::fs::write(&file, tasks).unwrap();
    let imported = run(&["import", file.to_str().unwrap()])
        .stdout(Stdio::null())
        .status()
        .ok()?;
    assert!(imported.success());
    let mut list = run(&["list", "project:p3", "limit:50"]);
    assert!(
        answer(&mut list)
            .lines()
            .filter(|line| line.contains("Call back"))
            .count()
            == 50
    );
    Some(list)
}

fn most_memory(place: &Place, map: &Path, register: &Path, format: &str) -> f64 {
    let told = place.path("memory");
    let mut gnu_time = Command::new(GNU_TIME);
    gnu_time.args(["-f", "%M", "-o"]).arg(&told);
    let mut list = place.around(
        gnu_time,
        map,
        ["list", "--as", COORDINATOR, "--format", format],
    );
    time(list.env("SEINHUIS_REGISTER", register));
    std::fs::read_to_string(told)
        .unwrap()
        .trim()
        .parse::<f64>()
        .unwrap()
        / 1024.0
}
