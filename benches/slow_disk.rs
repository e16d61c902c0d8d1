//! A slower disk, of slow_disk.c: built once, and put before a program.

use std::path::PathBuf;
use std::process::Command;

use crate::program::Place;

/// The library that is put before a program.
pub struct SlowDisk(PathBuf);

impl SlowDisk {
    /// Compiles it, with the compiler that SQLite is compiled with. `None` where the two programs
    /// do not ask a library of the system to wait for the disk.
    pub fn built_in(place: &Place) -> Option<Self> {
        if !cfg!(all(target_os = "linux", target_env = "gnu"))
            || cfg!(target_feature = "crt-static")
        {
            return None;
        }
        let library = place.path("slow_disk.so");
        let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/slow_disk.c");
        let built = Command::new(compiler)
            .args(["-Wall", "-Wextra", "-Werror", "-O1", "-fPIC", "-shared"])
            .arg("-o")
            .arg(&library)
            .arg(source)
            .status();
        assert!(built.unwrap().success(), "{source} compiles");
        Some(Self(library))
    }

    /// Puts it before this program.
    pub fn under(&self, mut command: Command) -> Command {
        command.env("LD_PRELOAD", &self.0);
        command
    }
}
