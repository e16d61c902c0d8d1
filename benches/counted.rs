//! What can be counted instead of timed: waits for the disk, and instructions.

use std::path::Path;
use std::process::{Command, Stdio};

/// Whether there is such a program.
pub fn is_there(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

/// `command`, started by `other` with these arguments, in the surroundings that it has.
fn within(other: &str, arguments: &[&str], command: &Command) -> Command {
    let mut around = Command::new(other);
    around
        .args(arguments)
        .arg(command.get_program())
        .args(command.get_args());
    around.env_clear().env("PATH", "/usr/bin:/bin");
    around.envs(
        command
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    around
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    around
}

/// How often it waits for the disk.
pub fn fsyncs(command: &Command, folder: &Path) -> f64 {
    let told = folder.join("strace");
    let file = told.to_string_lossy().into_owned();
    let ended = within(
        "strace",
        &[
            "-f",
            "-qq",
            "-e",
            "trace=fsync,fdatasync,sync_file_range,msync",
            "-o",
            &file,
        ],
        command,
    )
    .status()
    .unwrap();
    assert!(ended.success(), "{command:?}");
    let calls = std::fs::read_to_string(told).unwrap();
    calls
        .lines()
        .filter(|line| line.contains("sync(") || line.contains("sync_file_range("))
        .count() as f64
}

/// How many instructions it takes, in millions.
pub fn instructions(command: &Command, folder: &Path) -> f64 {
    let told = folder.join("callgrind");
    let out = format!("--callgrind-out-file={}", told.display());
    let ended = within("valgrind", &["--tool=callgrind", &out], command)
        .status()
        .unwrap();
    assert!(ended.success(), "{command:?}");
    let counted = std::fs::read_to_string(told).unwrap();
    let summary = counted
        .lines()
        .find_map(|line| {
            line.strip_prefix("summary: ")
                .or(line.strip_prefix("totals: "))
        })
        .unwrap();
    summary.trim().parse::<f64>().unwrap() / 1e6
}
