//! The bad disk of shim.c: built once, put before a program, and told what should go wrong.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// Where this target keeps what it builds.
pub const BUILT: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/faults");

/// The shim, compiled by the compiler that SQLite was compiled with.
static LIBRARY: LazyLock<PathBuf> = LazyLock::new(|| {
    std::fs::create_dir_all(BUILT).unwrap();
    let library = Path::new(BUILT).join("shim.so");
    // Made beside its place: another run of the tests may be using it.
    let made = Path::new(BUILT).join(format!("shim-{}.so", std::process::id()));
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults/shim.c");
    let built = Command::new(compiler)
        .args([
            "-Wall", "-Wextra", "-Werror", "-O1", "-fPIC", "-shared", "-o",
        ])
        .arg(&made)
        .arg(source)
        .status();
    assert!(built.unwrap().success(), "{source} compiles");
    std::fs::rename(made, &library).unwrap();
    library
});

/// What can go wrong at a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The disk fails.
    Eio,
    /// The disk is full.
    Enospc,
    /// The user may store no more.
    Edquot,
    /// Half of what was to be written is.
    Short,
    /// The program is killed.
    Kill,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Eio => "eio",
            Kind::Enospc => "enospc",
            Kind::Edquot => "edquot",
            Kind::Short => "short",
            Kind::Kill => "kill",
        }
    }

    /// Whether it makes a difference at such a call.
    pub fn strikes(self, call: &Call) -> bool {
        match self {
            Kind::Eio => true,
            Kind::Short => call.name.contains("write"),
            // Killed before a read is killed before the next change.
            Kind::Enospc | Kind::Edquot | Kind::Kill => call.class != 'r',
        }
    }
}

/// Something that goes wrong at the call with this number, and perhaps at all later ones.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    /// What.
    pub kind: Kind,
    /// Where; the first call is 1.
    pub at: usize,
    /// Whether it lasts.
    pub lasting: bool,
}

impl Fault {
    /// Lets it happen to a command that is [watched](watch).
    pub fn strike(self, command: &mut Command) {
        command
            .env("FAULT_KIND", self.kind.name())
            .env("FAULT_AT", self.at.to_string());
        if self.lasting {
            command.env("FAULT_LASTING", "yes");
        }
    }
}

/// What of a program is watched.
#[derive(Debug, Clone)]
pub enum Watched {
    /// What it does with the files in this folder.
    Files(PathBuf),
    /// What it writes on standard output.
    Answer,
}

/// Puts the shim before the program.
pub fn watch<'c>(command: &'c mut Command, what: &Watched) -> &'c mut Command {
    command.env("LD_PRELOAD", &*LIBRARY);
    match what {
        Watched::Files(folder) => command.env("FAULT_UNDER", folder),
        Watched::Answer => command.env("FAULT_UNDER", "answer"),
    }
}

/// A call that was watched.
#[derive(Debug, Clone)]
pub struct Call {
    /// `r` reads, `c` changes, `s` syncs.
    pub class: char,
    /// Its name.
    pub name: String,
    /// The file.
    pub file: String,
}

/// The calls that a watched program wrote in its log, in order.
pub fn calls(log: &Path) -> Vec<Call> {
    let call = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let mut part = || parts.next().unwrap().to_owned();
        Call {
            class: part().chars().next().unwrap(),
            name: part(),
            file: part(),
        }
    };
    std::fs::read_to_string(log)
        .unwrap_or_default()
        .lines()
        .map(call)
        .collect()
}
