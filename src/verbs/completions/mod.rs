//! `seinhuis completions`

use clap::Args;
use clap_complete::env::{EnvCompleter, Shells};
use serde::Serialize;

use crate::context::Context;
use crate::context::args::code_parser;
use crate::domain::codes::{CodeEnum as _, code_enum};
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::output::screen::RenderContext;
use crate::verbs::AnswerResult;

/// The variable that the script of a shell sets; it holds the name of the shell.
pub const VARIABLE: &str = "SEINHUIS_COMPLETE";

code_enum! {
    /// A shell with completion.
    Shell {
        /// The shell of most Linux systems.
        Bash = "bash",
        /// The shell of macOS.
        Zsh = "zsh",
        /// A shell with completion built in.
        Fish = "fish",
        /// The shell of Windows.
        Powershell = "powershell",
    }
}

#[must_use]
pub fn shell(name: &str) -> Option<&'static dyn EnvCompleter> {
    Shells::builtins()
        .0
        .iter()
        .copied()
        .find(|shell| shell.is(name))
}

/// Print a script with which your shell completes what you type
///
/// Verbs, options, codes of the map and numbers of open signals. The script asks seinhuis itself
/// while you type, so it stays right when the map changes. It reads the map and the register that
/// your settings name, writes nothing, and never shows words about a family.
///
/// Bash: add to ~/.bashrc the line: source <(seinhuis completions bash)
///
/// Zsh: add to ~/.zshrc, after compinit, the line: source <(seinhuis completions zsh)
///
/// Fish: seinhuis completions fish > ~/.config/fish/completions/seinhuis.fish
///
/// PowerShell: add to $PROFILE the line: seinhuis completions powershell | Out-String |
/// Invoke-Expression
///
/// Example: seinhuis completions bash
#[derive(Debug, Args)]
pub struct Completions {
    /// For which shell
    #[arg(value_name = "SHELL", value_parser = code_parser::<Shell>())]
    shell: Shell,
}

impl Completions {
    pub fn run(self, _context: &Context) -> AnswerResult<'_> {
        let mut script = Vec::new();
        if let Some(shell) = shell(self.shell.code()) {
            shell
                .write_registration(VARIABLE, "seinhuis", "seinhuis", "seinhuis", &mut script)
                .map_err(CliError::Input)?;
        }
        let script = format!("{}\n", String::from_utf8_lossy(&script).trim());
        Ok(Box::new(Script {
            shell: self.shell,
            script,
        }))
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Script {
    shell: Shell,
    script: String,
}

impl Answer for Script {
    fn sentences(&self, _screen: &RenderContext<'_>) -> String {
        self.script.clone()
    }

    fn is_document(&self) -> bool {
        true
    }
}
