//! The program of `benches/minimal.rs`, built as the one that is measured: with the flags of this
//! run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::program::Place;

/// Where it stands.
pub struct Least(PathBuf);

impl Least {
    pub fn built_in(place: &Place) -> Self {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
        cargo.args([
            "bench",
            "--locked",
            "--offline",
            "--no-run",
            "--bench",
            "minimal",
            "--message-format=json",
        ]);
        let built = cargo.stderr(Stdio::null()).output().unwrap();
        assert!(built.status.success(), "benches/minimal.rs is built");
        let said = String::from_utf8(built.stdout).unwrap();
        let artifacts = said
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let program = artifacts
            .filter(|made| made["target"]["name"] == "minimal")
            .find_map(|made| Some(PathBuf::from(made["executable"].as_str()?)));
        Self(place.install(&program.expect("it has a program")))
    }

    /// Ready to insert one row in the database at this path.
    pub fn insert(&self, database: &Path) -> Command {
        let mut command = Command::new(&self.0);
        command.arg(database).env_clear();
        command
    }
}
