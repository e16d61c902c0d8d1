//! A world of its own for every test: an empty environment, a fixed clock, a folder with the
//! example map in it.
//!
//! ```text
//! let world = World::new().at("2026-11-23T10:15").as_("jgz-waterdam");
//! world.run(["accept", "K7M4"]).exit(0).said("has taken on K7M4-Q2X8");
//! ```

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use seinhuis::domain::time::{Day, Moment, Zone};

/// The moment at which tests happen when they say nothing else: Monday 23 November 2026, 10:15.
pub fn now() -> Moment {
    Zone::AMSTERDAM.read("2026-11-23T10:15").unwrap()
}

/// The day of it.
pub fn today() -> Day {
    Zone::AMSTERDAM.day(now())
}

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_seinhuis");

/// A whole report by kraamzorg-de-wieg, for JGZ Waterdam.
pub const REPORT: [&str; 9] = [
    "report",
    "--topic=parenting/attachment",
    "--age=5 days",
    "--area=3004",
    "--discussed",
    "--contact=010-555 01 01",
    "--seen",
    "Mother cries",
    "--id=K7M4-Q2X8",
];

/// Everything the program can see.
pub struct World {
    folder: tempfile::TempDir,
    variables: Vec<(&'static str, String)>,
}

impl World {
    /// Monday 23 November 2026, 10:15; English; the example map; no register yet; nobody in
    /// particular.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let world = Self {
            folder,
            variables: Vec::new(),
        };
        std::fs::copy(
            concat!(env!("CARGO_MANIFEST_DIR"), "/routes.yaml"),
            world.path("routes.yaml"),
        )
        .unwrap();
        world.at("2026-11-23T10:15").lang("en")
    }

    /// At another moment, in Amsterdam in winter.
    pub fn at(self, clock: &str) -> Self {
        self.with("SEINHUIS_NOW", &format!("{clock}:00+01:00"))
    }

    /// On behalf of an organisation.
    pub fn as_(self, organisation: &str) -> Self {
        self.with("SEINHUIS_AS", organisation)
    }

    /// In a language.
    pub fn lang(self, language: &str) -> Self {
        self.with("SEINHUIS_LANG", language)
    }

    /// With a variable set.
    pub fn with(mut self, variable: &'static str, value: &str) -> Self {
        self.variables.retain(|(name, _)| *name != variable);
        self.variables.push((variable, value.to_owned()));
        self
    }

    /// Without a variable.
    pub fn without(mut self, variable: &str) -> Self {
        self.variables.retain(|(name, _)| *name != variable);
        self
    }

    /// With a configuration file.
    pub fn config(self, text: &str) -> Self {
        std::fs::create_dir_all(self.path("config/seinhuis")).unwrap();
        self.file("config/seinhuis/config.yaml", text)
    }

    /// With a file in the folder.
    pub fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.path(name), bytes).unwrap();
        self
    }

    /// With the example map, in which the one thing is replaced by the other.
    pub fn map_with(self, one: &str, other: &str) -> Self {
        let map = std::fs::read_to_string(self.path("routes.yaml")).unwrap();
        assert!(map.contains(one), "the example map has no {one}");
        self.file("routes.yaml", map.replacen(one, other, 1))
    }

    /// With the example map, in which the municipality may be given all words.
    pub fn with_privacy_officer(self) -> Self {
        let coordinator = "coordinator: gemeente-waterdam";
        let officer = format!("privacy_officer: gemeente-waterdam\n{coordinator}");
        self.map_with(coordinator, &officer)
    }

    /// After the report [`REPORT`] by kraamzorg-de-wieg.
    pub fn reported(self) -> Self {
        self.run_as("kraamzorg-de-wieg", REPORT).exit(0);
        self
    }

    /// A path in the folder of this world.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Where the register is.
    pub fn register(&self) -> PathBuf {
        self.path("register.db")
    }

    /// The command, not started yet.
    pub fn command<A: AsRef<OsStr>>(
        &self,
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Command {
        let mut command = Command::new(program);
        let home = self.folder.path();
        command
            .args(arguments)
            .env_clear()
            .current_dir(home)
            .env("HOME", home)
            .env("TERM", "xterm")
            .env("PATH", "/usr/bin:/bin");
        command
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CACHE_HOME", self.path("cache"));
        command
            .env("SEINHUIS_ROUTES", "routes.yaml")
            .env("SEINHUIS_REGISTER", "register.db");
        command.envs(self.variables.iter().cloned());
        command
    }

    /// Runs the program; nothing is on its standard input.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Run {
        self.run_with_input(b"", arguments)
    }

    /// Runs the program on behalf of an organisation.
    pub fn run_as<A: AsRef<OsStr>>(
        &self,
        organisation: &str,
        arguments: impl IntoIterator<Item = A>,
    ) -> Run {
        Run::of(
            self.command(PROGRAM, arguments)
                .env("SEINHUIS_AS", organisation),
            b"",
        )
    }

    /// Runs the program with this on its standard input.
    pub fn run_with_input<A: AsRef<OsStr>>(
        &self,
        input: &[u8],
        arguments: impl IntoIterator<Item = A>,
    ) -> Run {
        Run::of(&mut self.command(PROGRAM, arguments), input)
    }

    /// Runs a script of the shell; `$SEINHUIS` is the program.
    pub fn shell(&self, script: &str) -> Run {
        Run::of(
            self.command("/bin/sh", ["-c", script])
                .env("SEINHUIS", PROGRAM),
            b"",
        )
    }

    /// All signals in the register, in every state, as JSON: as the coordinator of the map sees them.
    pub fn signals(&self) -> Vec<serde_json::Value> {
        let every = "--state=offered,accepted,answered,closed,withdrawn";
        let map = std::fs::read_to_string(self.path("routes.yaml")).unwrap();
        let coordinator = map
            .lines()
            .find_map(|line| line.strip_prefix("coordinator: ")?.split(' ').next())
            .unwrap();
        let coordinator = format!("--as={coordinator}");
        let listed = self.run([
            "list",
            &coordinator,
            every,
            "--format=json",
            "--routes=routes.yaml",
            "--register=register.db",
        ]);
        listed.exit(0).json().as_array().unwrap().clone()
    }

    /// Checks that nothing was recorded.
    pub fn holds_nothing(&self) -> &Self {
        assert_eq!(self.signals(), Vec::<serde_json::Value>::new());
        self
    }
}

/// What a run of the program left.
#[derive(Debug)]
pub struct Run {
    /// The exit code; 256 when a signal ended it.
    pub code: i32,
    /// What was on standard output.
    pub out: String,
    /// What was on standard error.
    pub err: String,
}

impl Run {
    /// Runs a command to its end.
    pub fn of(command: &mut Command, input: &[u8]) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Who does not read its input may end before all of it is written.
        let _ = child.stdin.take().unwrap().write_all(input);
        let ended = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self {
            code: ended.status.code().unwrap_or(256),
            out: text(ended.stdout),
            err: text(ended.stderr),
        }
    }

    /// It ended with this code.
    #[track_caller]
    pub fn exit(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "{self}");
        self
    }

    /// The answer holds this.
    #[track_caller]
    pub fn said(&self, text: &str) -> &Self {
        assert!(self.out.contains(text), "the answer lacks {text:?}\n{self}");
        self
    }

    /// The talk (errors, hints, warnings) holds this.
    #[track_caller]
    pub fn told(&self, text: &str) -> &Self {
        assert!(
            self.err.contains(text),
            "standard error lacks {text:?}\n{self}"
        );
        self
    }

    /// The talk begins with this.
    #[track_caller]
    pub fn told_first(&self, text: &str) -> &Self {
        assert!(
            self.err.starts_with(text),
            "standard error does not begin with {text:?}\n{self}"
        );
        self
    }

    /// This is nowhere on the screen.
    #[track_caller]
    pub fn never_shows(&self, text: &str) -> &Self {
        assert!(
            !self.out.contains(text) && !self.err.contains(text),
            "{text:?} is shown\n{self}"
        );
        self
    }

    /// There is no answer.
    #[track_caller]
    pub fn no_answer(&self) -> &Self {
        assert_eq!(self.out, "", "{self}");
        self
    }

    /// There is no talk.
    #[track_caller]
    pub fn no_talk(&self) -> &Self {
        assert_eq!(self.err, "", "{self}");
        self
    }

    /// The answer, read as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}\n{self}"))
    }

    /// The error, read as the one JSON object on standard error.
    #[track_caller]
    pub fn error_json(&self) -> serde_json::Value {
        serde_json::from_str(&self.err).unwrap_or_else(|error| panic!("{error}\n{self}"))
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { code, out, err } = self;
        write!(
            f,
            "exit {code}\n--- standard output\n{out}\n--- standard error\n{err}"
        )
    }
}

/// The bytes of a file.
#[track_caller]
pub fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// An export of what was brought in, without the events that say so.
pub fn without_imports(exported: &str) -> String {
    let mut lines = String::new();
    for line in exported.lines() {
        let mut record: serde_json::Value = serde_json::from_str(line).unwrap();
        let imported = record["events"].as_array_mut().unwrap().pop().unwrap();
        assert_eq!(
            (&imported["event"], &imported["by"]),
            (&"imported".into(), &"gemeente-waterdam".into())
        );
        lines += &format!("{record}\n");
    }
    lines
}
