//! The life of a register: a call of every verb that records, each where it may follow, with what
//! the register held before and after it.

use std::sync::LazyLock;

use clap::CommandFactory as _;

use crate::common::Run;
use crate::world::{Kept, World};

/// Something that is typed.
#[derive(Debug, Clone, Copy)]
pub struct Call {
    /// When.
    pub at: &'static str,
    /// On behalf of whom.
    pub by: &'static str,
    /// The words.
    pub words: &'static [&'static str],
}

const SENDER: &str = "kraamzorg-de-wieg";
const OWNER: &str = "jgz-waterdam";
const OTHER: &str = "wijkteam-noord";
const COORDINATOR: &str = "gemeente-waterdam";

const fn call(at: &'static str, by: &'static str, words: &'static [&'static str]) -> Call {
    Call { at, by, words }
}

/// The first call of every life.
pub const REPORT: Call = call(
    "2026-11-23T10:15",
    SENDER,
    &[
        "report",
        "--topic=parenting/attachment",
        "--age=5 days",
        "--area=3004",
        "--discussed",
        "--contact=010-555 01 01",
        "--seen=Mother cries",
        "--id=K7M4-Q2X8",
    ],
);

/// The last feedback, whole.
const FEEDBACK: &[&str] = &[
    "feedback",
    "K7M4",
    "--outcome=taken-up",
    "--by=phone",
    "She has an appointment",
];

/// A call of each verb that records. Those that share a verb record different things.
const CALLS: &[Call] = &[
    REPORT,
    call(
        "2026-11-23T10:20",
        SENDER,
        &[
            "report",
            "--topic=parenting",
            "--age=0",
            "--area=3004",
            "--discussed",
            "--seen=x",
            "--id=ABCD-1234",
        ],
    ),
    call(
        "2026-11-23T11:00",
        OWNER,
        &["accept", "K7M4", "--contact=Els, 010-555 01 22"],
    ),
    call("2026-11-23T11:00", OWNER, &["family-known", "K7M4"]),
    call(
        "2026-11-23T11:01",
        OWNER,
        &["involve", "K7M4", "--organisation=wijkteam-noord"],
    ),
    call("2026-11-23T11:02", OWNER, &["ask", "K7M4", "Where?"]),
    call("2026-11-23T11:03", SENDER, &["reply", "K7M4", "There."]),
    call(
        "2026-11-23T11:04",
        OWNER,
        &[
            "amend",
            "K7M4",
            "--topics=parenting,finances",
            "It is also the post.",
        ],
    ),
    call(
        "2026-11-23T11:04",
        OWNER,
        &["involve", "K7M4", "--organisation=wijkteam-noord", "--end"],
    ),
    call(
        "2026-11-23T11:05",
        OWNER,
        &["transfer", "propose", "K7M4", "--to=wijkteam-noord"],
    ),
    call("2026-11-23T11:05", OWNER, &["transfer", "end", "K7M4"]),
    call(
        "2026-11-23T11:05",
        OWNER,
        &["transfer", "propose", "K7M4", "--to=wijkteam-noord"],
    ),
    call("2026-11-23T11:06", OTHER, &["transfer", "refuse", "K7M4"]),
    call(
        "2026-11-23T11:07",
        OWNER,
        &["transfer", "propose", "K7M4", "--to=wijkteam-noord"],
    ),
    call("2026-11-23T11:08", OTHER, &["transfer", "take", "K7M4"]),
    call(
        "2026-11-23T11:09",
        OTHER,
        &["decline", "K7M4", "--reason=no-capacity"],
    ),
    call(
        "2026-11-23T11:10",
        COORDINATOR,
        &["assign", "K7M4", "--to=jgz-waterdam", "Please"],
    ),
    call(
        "2026-11-23T11:11",
        OWNER,
        &["feedback", "K7M4", "--interim", "We know her"],
    ),
    call("2026-11-23T11:12", OWNER, FEEDBACK),
    call("2026-11-23T11:13", SENDER, &["reject", "K7M4", "Not right"]),
    call(
        "2026-11-23T11:13",
        SENDER,
        &["heard", "K7M4", "--outcome=taken-up", "They phoned"],
    ),
    call("2026-11-23T11:13", OWNER, &["reject", "K7M4", "We did not"]),
    call("2026-11-24T11:14", OWNER, FEEDBACK),
    call("2026-11-24T11:15", SENDER, &["confirm", "K7M4"]),
    call("2026-11-24T11:16", SENDER, &["reopen", "K7M4", "Once more"]),
    call("2026-11-25T11:17", OWNER, FEEDBACK),
    call("2027-02-01T12:00", OWNER, &["close", "K7M4"]),
    call("2027-02-01T12:01", COORDINATOR, &["import", "signals.csv"]),
    call(
        "2027-02-01T12:02",
        SENDER,
        &["withdraw", "KDEF", "No longer"],
    ),
    call("2027-02-01T12:02", SENDER, &["undo", "KDEF"]),
    call("2027-02-01T12:02", SENDER, &["amend", "KDEF", "--age=3"]),
    call(
        "2027-02-01T12:03",
        COORDINATOR,
        &["import", "history.jsonl"],
    ),
    call("2027-02-02T02:00", COORDINATOR, &["escalate"]),
    call(
        "2027-02-02T12:00",
        COORDINATOR,
        &[
            "reroute",
            "ABCD",
            "--reason=Another map",
            "--routes=another.yaml",
        ],
    ),
    call("2027-02-02T12:01", COORDINATOR, &["export", "--with-words"]),
    call(
        "2027-02-02T12:02",
        COORDINATOR,
        &["register", "info", "--accept-map", "--routes=renamed.yaml"],
    ),
];

/// Two rows; their numbers are chosen, so that every run records the same.
const SIGNALS: &str = "sender,id,topics,area,discussed,seen\n\
    kraamzorg-de-wieg,CDEF-1234,parenting,3004,yes,x\nkraamzorg-de-wieg,KDEF-1234,finances,3004,yes,y\n";

/// A call, and what the register held around it.
pub struct Chapter {
    /// What is typed.
    pub call: Call,
    /// The files before it.
    pub before: Kept,
    /// What the register holds before it, and after it.
    pub held: [String; 2],
    /// How the call ends.
    pub ends: i32,
    /// How the call ends when it is made once more, and what the register holds then.
    pub again: (i32, String),
}

impl Chapter {
    /// Its verb.
    pub fn verb(&self) -> String {
        self.call
            .words
            .iter()
            .take_while(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// What the call tells of this world, where nothing goes wrong: before it, after it, and made
    /// once more.
    pub fn of(call: Call, before: Kept) -> Self {
        let world = world_of(&before);
        let was = world.recorded().unwrap();
        let ends = done(&world.run(&call));
        let is = world.recorded().unwrap();
        assert_ne!(was, is, "{:?} records something", call.words);
        let again = world.run(&call).code;
        Self {
            call,
            before,
            held: [was, is],
            ends,
            again: (again, world.recorded().unwrap()),
        }
    }
}

/// An import of so many rows that what is written does not stay in SQLite's memory.
pub const THOUSANDS: Call = call(
    "2026-11-23T12:00",
    COORDINATOR,
    &["import", "thousands.csv"],
);

/// The rows of [`THOUSANDS`].
fn thousands() -> String {
    let row = |number| format!("kraamzorg-de-wieg,TTTT{number:04},parenting,3004,yes,x\n");
    std::iter::once("sender,id,topics,area,discussed,seen\n".to_owned())
        .chain((0..2_500).map(row))
        .collect()
}

/// It did what was asked; what `escalate` tells is that somebody must act.
fn done(run: &Run) -> i32 {
    assert!(run.code == 0 || run.code == 6, "{run}");
    run.code
}

/// A world with this in its store, and the files that the calls of a life name.
pub fn world_of(kept: &Kept) -> World {
    static HISTORY: LazyLock<String> = LazyLock::new(history);
    static MANY: LazyLock<String> = LazyLock::new(thousands);
    let world = World::holding(kept);
    std::fs::write(world.path("history.jsonl"), &*HISTORY).unwrap();
    std::fs::write(world.path("signals.csv"), SIGNALS).unwrap();
    std::fs::write(world.path("thousands.csv"), &*MANY).unwrap();
    let map = std::fs::read_to_string(world.path("routes.yaml")).unwrap();
    std::fs::write(world.path("renamed.yaml"), format!("id: another\n{map}")).unwrap();
    // On this map the JGZ of the example has another name, so that what it owned moves.
    let map = map.replacen(
        "  jgz-waterdam:\n    name: JGZ Waterdam",
        "  jgz-old:\n    name: JGZ Old",
        1,
    );
    let cjg = "  cjg-waterdam:\n    name: CJG Waterdam";
    std::fs::write(
        world.path("another.yaml"),
        map.replacen(
            cjg,
            &format!("  jgz-waterdam:\n    name: JGZ Waterdam\n    kind: jgz\n{cjg}"),
            1,
        ),
    )
    .unwrap();
    world
}

/// A signal with its story, as another register exported it.
fn history() -> String {
    let world = World::new();
    let report = &[
        "report",
        "--topic=parenting",
        "--age=1",
        "--area=3004",
        "--discussed",
        "--seen=Elsewhere",
        "--id=GAT0GAT0",
    ];
    done(&world.run(&call("2026-11-23T10:15", SENDER, report)));
    done(&world.run(&call("2026-11-23T11:00", OWNER, &["accept", "GAT0"])));
    let exported = world.run(&call(
        "2026-11-23T12:00",
        SENDER,
        &["export", "--with-words", "--format=jsonl"],
    ));
    done(&exported);
    exported.out
}

/// The whole life, led once.
pub static LIFE: LazyLock<Vec<Chapter>> = LazyLock::new(|| {
    let mut before = Kept::new();
    let lead = |call: &Call| {
        let chapter = Chapter::of(*call, std::mem::take(&mut before));
        let world = world_of(&chapter.before);
        done(&world.run(call));
        before = world.keep();
        chapter
    };
    CALLS.iter().map(lead).collect()
});

/// The chapter of this verb; of several the last.
pub fn chapter(verb: &str) -> &'static Chapter {
    LIFE.iter().rfind(|chapter| chapter.verb() == verb).unwrap()
}

/// Whether a log lies among these files: one that has become long is cleared away.
pub fn has_a_log(kept: &Kept) -> bool {
    kept.keys()
        .any(|path| path.to_string_lossy().ends_with("-wal"))
}

/// The verbs that leave the register as it is. Backups and what is put back or saved are files of
/// their own, which get their name when they are whole.
const READ_ONLY: &[&str] = &[
    "route",
    "list",
    "show",
    "overview",
    "map",
    "register verify",
    "register backup",
    "register restore",
    "register salvage",
    "config",
    "completions",
    "man",
];

fn verbs(command: &clap::Command, path: &str, found: &mut Vec<String>) {
    if !command.is_subcommand_required_set() && !path.is_empty() {
        found.push(path.to_owned());
    }
    for below in command.get_subcommands() {
        verbs(below, format!("{path} {}", below.get_name()).trim(), found);
    }
}

#[test]
fn every_verb_that_records_is_part_of_the_life() {
    let mut all = Vec::new();
    verbs(&seinhuis::cli::args::Cli::command(), "", &mut all);
    let is_in = |verb: &String| {
        CALLS
            .iter()
            .any(|call| call.words.join(" ").starts_with(&**verb))
    };
    let reads = |verb: &String| {
        READ_ONLY.iter().any(|read| {
            verb.split(' ')
                .zip(read.split(' '))
                .all(|(one, other)| one == other)
        })
    };
    let forgotten: Vec<&String> = all
        .iter()
        .filter(|verb| !is_in(verb) && !reads(verb))
        .collect();
    assert_eq!(
        forgotten,
        Vec::<&String>::new(),
        "they belong in CALLS, or in READ_ONLY"
    );
}
