//! Parse, run, report the error, exit.

use std::process::ExitCode;

fn main() -> ExitCode {
    seinhuis::cli::run(std::env::args_os().collect()).into()
}
