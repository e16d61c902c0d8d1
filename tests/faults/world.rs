//! A small world in memory: a register in a folder of its own, that can be kept and put back, and
//! read as a whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rusqlite::{Connection, OpenFlags};
use seinhuis::domain::codes::CodeEnum as _;
use seinhuis::domain::signal_state::State;
use seinhuis::register::{Access, Address, Filter, FullStory, Register, RegisterError};

use crate::common::{PROGRAM, Run};
use crate::life::Call;
use crate::shim::{self, BUILT, Fault, Watched};

/// The folder and the variables that the program sees.
pub struct World {
    folder: tempfile::TempDir,
}

/// The files of a store, by their path in it.
pub type Kept = BTreeMap<PathBuf, Vec<u8>>;

impl World {
    /// The example map, and no register yet.
    pub fn new() -> Self {
        // In memory: what a disk loses is for the shim to say, and waiting for one would take
        // hours.
        let folder = tempfile::tempdir_in("/dev/shm")
            .or_else(|_| tempfile::tempdir())
            .unwrap();
        let world = Self { folder };
        for made in [world.store(), world.disk()] {
            fs::create_dir(made).unwrap();
        }
        fs::copy(
            concat!(env!("CARGO_MANIFEST_DIR"), "/routes.yaml"),
            world.path("routes.yaml"),
        )
        .unwrap();
        world
    }

    /// With what is in the store at this moment of a life.
    pub fn holding(kept: &Kept) -> Self {
        let world = Self::new();
        world.put_back(kept);
        world
    }

    /// A path in this world.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder that faults happen in.
    pub fn store(&self) -> PathBuf {
        self.path("store")
    }

    /// That its files are watched.
    pub fn files(&self) -> Watched {
        Watched::Files(self.store())
    }

    /// What a power cut cannot take away: see FAULT_DISK in shim.c.
    pub fn disk(&self) -> PathBuf {
        self.path("disk")
    }

    /// Where the register is, in a folder that the program makes.
    pub fn register(&self) -> PathBuf {
        self.path("store/new/register.db")
    }

    /// The call, not made yet.
    pub fn command(&self, call: &Call) -> Command {
        self.completed(Command::new(PROGRAM), call)
    }

    /// A command that ends with the program, with the words of the call behind it and what the
    /// program sees around it.
    pub fn completed(&self, mut command: Command, call: &Call) -> Command {
        command
            .args(call.words)
            .env_clear()
            .current_dir(self.folder.path())
            .env("PATH", "/usr/bin:/bin");
        command
            .env("SEINHUIS_CONFIG", "none.yaml")
            .env("SEINHUIS_ROUTES", "routes.yaml")
            .env("SEINHUIS_REGISTER", self.register());
        command
            .env("SEINHUIS_CACHE", Path::new(BUILT).join("cache"))
            .env("SEINHUIS_LANG", "en")
            .env("SEINHUIS_FORMAT", "json");
        command
            .env("SEINHUIS_NOW", format!("{}:00+01:00", call.at))
            .env("SEINHUIS_AS", call.by);
        command
    }

    /// Makes the call with nothing going wrong.
    pub fn run(&self, call: &Call) -> Run {
        Run::of(&mut self.command(call), b"")
    }

    /// Makes the call on a bad disk.
    pub fn run_on(&self, fault: Fault, watched: &Watched, call: &Call) -> Run {
        let mut command = self.command(call);
        fault.strike(shim::watch(&mut command, watched));
        Run::of(&mut command, b"")
    }

    /// The calls to the system that this makes when nothing goes wrong.
    pub fn calls_of(&self, watched: &Watched, call: &Call) -> Vec<shim::Call> {
        let log = self.path("log");
        let _ = fs::remove_file(&log);
        Run::of(
            shim::watch(&mut self.command(call), watched).env("FAULT_LOG", &log),
            b"",
        );
        shim::calls(&log)
    }

    /// The files of the store as they are. What is shared in memory is not kept: it ends with the
    /// last program.
    pub fn keep(&self) -> Kept {
        let mut kept = Kept::new();
        gather(&self.store(), Path::new(""), &mut kept);
        kept
    }

    /// Makes the store what it was.
    pub fn put_back(&self, kept: &Kept) {
        fs::remove_dir_all(self.store()).unwrap();
        fs::create_dir(self.store()).unwrap();
        for (path, bytes) in kept {
            let path = self.store().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }

    /// See [`recorded`].
    pub fn recorded(&self) -> Result<String, String> {
        recorded(&self.register())
    }
}

fn gather(store: &Path, within: &Path, kept: &mut Kept) {
    for entry in fs::read_dir(store.join(within)).unwrap() {
        let path = within.join(entry.unwrap().file_name());
        if store.join(&path).is_dir() {
            gather(store, &path, kept);
        } else if !path.to_string_lossy().ends_with("-shm") {
            let bytes = fs::read(store.join(&path)).unwrap();
            kept.insert(path, bytes);
        }
    }
}

/// As [`read`]; or what is wrong with the file.
pub fn recorded(register: &Path) -> Result<String, String> {
    let held = read(register)?;
    if register.exists() {
        complaints(register).map_err(|error| error.to_string())?;
    }
    Ok(held)
}

/// Everything that a register holds, words and traces too, as text that can be compared. Each
/// signal is folded from its events and compared with where it stands.
pub fn read(register: &Path) -> Result<String, String> {
    let told = |error: RegisterError| error.to_string();
    let mut held = String::new();
    match Register::open(&Address::File(register.to_owned()), Access::Read) {
        Ok(mut register) => {
            let everything = Filter {
                states: State::ALL.to_vec(),
                ..Filter::default()
            };
            let stories = register
                .scan(&everything, true, |stories| {
                    stories.collect::<Result<Vec<_>, _>>()
                })
                .map_err(told)?;
            stories.iter().for_each(|story| write(story, &mut held));
            let info = register.info().map_err(told)?;
            held.extend(info.map.map(|map| format!("map {map}\n")));
            let exports = info.exports;
            held.extend(exports.iter().map(|export| format!("{export:?}\n")));
        }
        Err(RegisterError::Missing { .. }) => {}
        Err(error) => return Err(told(error)),
    }
    Ok(held)
}

/// A story with all that belongs to it, also what no log ever shows.
fn write(FullStory { story, words }: &FullStory, held: &mut String) {
    let contact = story
        .reported
        .contact
        .as_ref()
        .map_or("", |contact| contact.as_str());
    held.push_str(&format!("{story:?}\ncontact {contact}\n"));
    held.extend(
        words
            .iter()
            .flatten()
            .map(|said| format!("{said:?} {}\n", said.words.as_str())),
    );
}

/// What SQLite's own checks find.
fn complaints(register: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let connection = Connection::open_with_flags(register, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let found: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    let strays: i64 =
        connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| {
            row.get(0)
        })?;
    if found == "ok" && strays == 0 {
        Ok(())
    } else {
        Err(format!("integrity_check: {found}; {strays} foreign keys").into())
    }
}
