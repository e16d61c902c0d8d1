//! Registers of any size for measuring: a few thousand lives of signals, recorded one by one as the
//! program records them, and then copied as often as it takes.
//!
//! What is recorded went through the register's own rules, and a copy differs from it in nothing
//! but its number; so every signal tells a story that could have happened, and `show` reads it. The
//! same size gives the same register.

mod copies;
mod life;

use std::fs::File;
use std::path::{Path, PathBuf};

use seinhuis::map_file;
use seinhuis::register::{Access, Address, Clock, Register};

/// What a register is to hold.
#[derive(Debug, Clone, Copy)]
pub struct Stored {
    /// How many signals: a multiple of [`LIVES`], or fewer.
    pub signals: u32,
    /// How many of every thousand are unanswered; five more are answered and not confirmed, the
    /// others have ended.
    pub unanswered: u32,
}

/// So many lives are recorded; each is copied as often as the others.
pub const LIVES: u32 = 4_000;

impl Stored {
    /// How many are recorded one by one.
    fn lives(self) -> u32 {
        self.signals.min(LIVES)
    }

    /// Makes the register of this map in the file `path`, and gives the path back.
    pub fn make(self, map: &Path, path: PathBuf) -> PathBuf {
        let map = map_file::load(map).unwrap();
        // In memory: every step of every life is a commit of its own.
        let memory = Path::new("/dev/shm");
        let folder = if memory.exists() {
            tempfile::tempdir_in(memory)
        } else {
            tempfile::tempdir()
        }
        .unwrap();
        let lives = folder.path().join("lives.db");
        // The program is measured at a moment that is set.
        let mut register =
            Register::open(&Address::File(lives.clone()), Access::Write(Clock::Set)).unwrap();
        (0..self.lives()).for_each(|n| life::lead(&mut register, &map, n, self.unanswered));
        drop(register);
        copies::copy(&lives, &path, self);
        // A disk that is still busy with it would be measured too.
        File::open(&path).and_then(|file| file.sync_all()).unwrap();
        path
    }
}
