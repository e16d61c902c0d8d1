//! The program as it is measured: optimised, with a folder, a cache and a clock of its own, and
//! nothing of who runs it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::generator::{self, Land};

/// A folder with the program in it. It goes when the measuring is done.
pub struct Place {
    folder: tempfile::TempDir,
    program: PathBuf,
}

impl Place {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = installed(Path::new(env!("CARGO_BIN_EXE_seinhuis")), folder.path());
        Self { folder, program }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Another program, put beside it.
    pub fn install(&self, program: &Path) -> PathBuf {
        installed(program, self.folder.path())
    }

    /// A map of this size, written down.
    pub fn map(&self, responsibilities: usize) -> (Land, PathBuf) {
        let land = Land::with(responsibilities);
        let path = self.path(&format!("{responsibilities}.yaml"));
        std::fs::write(&path, generator::map(&land)).unwrap();
        (land, path)
    }

    /// seinhuis, ready to start.
    pub fn seinhuis<A: AsRef<OsStr>>(
        &self,
        map: &Path,
        arguments: impl IntoIterator<Item = A>,
    ) -> Command {
        self.within(Command::new(&self.program), map, arguments)
    }

    /// A program of another name that starts seinhuis with what follows.
    pub fn around<A: AsRef<OsStr>>(
        &self,
        mut other: Command,
        map: &Path,
        arguments: impl IntoIterator<Item = A>,
    ) -> Command {
        other.arg(&self.program);
        self.within(other, map, arguments)
    }

    fn within<A: AsRef<OsStr>>(
        &self,
        mut command: Command,
        map: &Path,
        arguments: impl IntoIterator<Item = A>,
    ) -> Command {
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("PATH", "/usr/bin:/bin");
        command
            .env("SEINHUIS_ROUTES", map)
            .env("SEINHUIS_CACHE", self.path("cache"));
        command
            .env("SEINHUIS_NOW", "2026-11-23T10:15:00+01:00")
            .env("SEINHUIS_LANG", "en");
        command
    }
}

/// A copy in this folder, as somebody has the program who installed it. Where a linker has just
/// written a file, it lies in memory in small pieces, which makes every start slower until the file
/// is next read from the disk.
fn installed(program: &Path, folder: &Path) -> PathBuf {
    let copy = folder.join(program.file_name().unwrap());
    std::fs::copy(program, &copy).unwrap();
    copy
}

/// How long it takes from start to end. It must succeed: a refusal would be quick.
pub fn time(command: &mut Command) -> Duration {
    // No pipes: what this program spends on them would count for both sides.
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let start = Instant::now();
    let ended = command.status().unwrap();
    let took = start.elapsed();
    assert!(ended.success(), "{command:?} failed");
    took
}

/// What it says.
pub fn answer(command: &mut Command) -> String {
    let ended = command.stdin(Stdio::null()).output().unwrap();
    assert!(
        ended.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&ended.stderr)
    );
    String::from_utf8(ended.stdout).unwrap()
}
