//! `import` of a million rows, decided about with ten thousand responsibilities, against the
//! sqlite3 shell that imports the very rows which that leaves; and what others meet meanwhile.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::generator::{DISTRICTS, Land, PARTS, ROOTS, SENDERS};
use crate::pairs::{Spread, ratio_of};
use crate::program::{Place, time};
use crate::shell::Shell;
use crate::table::{Goal, Table};

const ROWS: u32 = 1_000_000;
const RESPONSIBILITIES: usize = 10_000;
/// A pair takes more than a minute.
const PAIRS: usize = 5;
/// The cache that `import` gives SQLite, for the shell too.
const CACHE_KIB: u32 = 32_768;
/// Reports the most memory that a program had, in KiB. GNU's; the shell has another one.
const GNU_TIME: &str = "/usr/bin/time";

pub fn measure(table: &mut Table) {
    let place = Place::new();
    let (land, map) = place.map(RESPONSIBILITIES);
    let (rows, register) = (place.path("rows.csv"), place.path("register.db"));
    write(&land, &rows);
    let import = || -> Command {
        remove(&register);
        let mut command = place.seinhuis(&map, ["import".as_ref(), rows.as_os_str()]);
        command.env("SEINHUIS_REGISTER", &register);
        command
    };

    // Once before anything is measured: it compiles the map, and leaves the rows that the shell is
    // to import.
    let meanwhile = Meanwhile::during(&mut import(), &place, &map, &register);
    table.row(
        &format!("report and list that failed during an import of {ROWS}"),
        one(f64::from(meanwhile.failed)),
        "",
        Goal::AtMost(0.0),
    );
    table.row(
        "how often one of them was tried meanwhile",
        one(f64::from(meanwhile.tried)),
        "",
        Goal::None,
    );
    table.row(
        "the longest that one of them took, seconds",
        one(meanwhile.longest.as_secs_f64()),
        "s",
        Goal::AtMost(4.0),
    );

    let what = format!("rows a second, import of {ROWS} / sqlite3 .import of the same rows");
    if Command::new("sqlite3").arg("--version").output().is_ok() {
        time(&mut import());
        let shell = Shell::with_the_rows_of(&register, &place, CACHE_KIB);
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        let told = |took: Duration, each: &mut Vec<f64>| {
            each.push(f64::from(ROWS) / took.as_secs_f64() / 1000.0);
            took
        };
        let shells = || told(time(&mut shell.import()), &mut theirs);
        let faster = ratio_of(PAIRS, shells, || told(time(&mut import()), &mut ours));
        assert_eq!(shell.signals(), ROWS, "the shell has imported every row");
        table.row(&what, faster, "x", Goal::AtLeast(0.2));
        // The first of each does not count.
        table.row(
            "thousand rows a second, import",
            Spread::of(ours.split_off(1)),
            "",
            Goal::None,
        );
        table.row(
            "thousand rows a second, sqlite3 .import",
            Spread::of(theirs.split_off(1)),
            "",
            Goal::None,
        );
    } else {
        table.skip(&what, "sqlite3 is not installed (Debian: sqlite3)");
    }

    let what = format!("import of {ROWS}, most memory in MiB");
    if Path::new(GNU_TIME).exists() {
        remove(&register);
        let told = place.path("memory");
        let mut gnu_time = Command::new(GNU_TIME);
        gnu_time.args(["-f", "%M", "-o"]).arg(&told);
        let mut command = place.around(gnu_time, &map, ["import".as_ref(), rows.as_os_str()]);
        time(command.env("SEINHUIS_REGISTER", &register));
        let kib: f64 = std::fs::read_to_string(told)
            .unwrap()
            .trim()
            .parse()
            .unwrap();
        table.row(&what, one(kib / 1024.0), "", Goal::AtMost(128.0));
    } else {
        table.skip(&what, "GNU time is not installed (Debian: time)");
    }
}

fn one(measured: f64) -> Spread {
    Spread::of(vec![measured])
}

fn remove(register: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", register.display()));
    }
}

/// Signals as an organisation's own system writes them: no two in a row have a topic, an area or a
/// sender in common.
fn write(land: &Land, path: &PathBuf) {
    let mut out = BufWriter::new(File::create(path).unwrap());
    out.write_all(
        b"reference,sender,reported_at,topics,age,area,urgency,discussed,why_not_discussed,seen\n",
    )
    .unwrap();
    let mut line = String::new();
    for n in 0..ROWS as usize {
        let district = n * 7 % land.districts;
        let (topic, part, municipality) = (n % ROOTS, n / ROOTS % PARTS, district / DISTRICTS);
        let sender = format!("{}-m{municipality}", SENDERS[n % SENDERS.len()]);
        let (day, minute, age) = (1 + n % 20, n % 60, n % 90);
        let urgency = ["normal", "urgent", "normal", "fyi"][n % 4];
        let (discussed, why_not) = if n.is_multiple_of(9) {
            ("no", "The mother was not at home.")
        } else {
            ("yes", "")
        };
        line.clear();
        let _ = writeln!(
            line,
            "DW-{n},{sender},2026-11-{day:02}T09:{minute:02},t{topic}/p{part},{age},d{district},{urgency},{discussed},{why_not},\
             \"Third time this month without lunch, tired, and the mother says that she cannot manage the mornings any more.\""
        );
        out.write_all(line.as_bytes()).unwrap();
    }
    out.into_inner().unwrap().sync_all().unwrap();
}

/// What those met who used the register while an import ran.
struct Meanwhile {
    tried: u32,
    failed: u32,
    longest: Duration,
}

impl Meanwhile {
    fn during(import: &mut Command, place: &Place, map: &Path, register: &Path) -> Self {
        let mut importing = import
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let report = [
            "report",
            "--as=school-m0",
            "--topic=t3/p0",
            "--area=m0",
            "--age=9",
            "--discussed",
            "--seen=Tired, no lunch.",
        ];
        let list: [&str; 8] = [
            "list",
            "--as=team-m0",
            "--owner=team-m0",
            "--limit=50",
            "--no-input",
            "--quiet",
            "--lang=en",
            "--format=json",
        ];
        let (mut tried, mut failed, mut longest) = (0, 0, Duration::ZERO);
        while importing.try_wait().unwrap().is_none() {
            for arguments in [&report[..], &list] {
                let mut command = place.seinhuis(map, arguments);
                command
                    .env("SEINHUIS_REGISTER", register)
                    .stdin(Stdio::null())
                    .stdout(Stdio::null())
                    .stderr(Stdio::null());
                let start = Instant::now();
                let ended = command.status().unwrap();
                longest = longest.max(start.elapsed());
                (tried, failed) = (tried + 1, failed + u32::from(!ended.success()));
            }
        }
        assert!(importing.wait().unwrap().success(), "the import succeeds");
        Self {
            tried,
            failed,
            longest,
        }
    }
}
