//! The terminal: the answer on standard output; status, hints and warnings on standard error.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};

use crate::context::settings::Colour;
use crate::exit_code::Exit;
use crate::output::answer::Format;
use crate::output::error_report::{self, ErrorReport};
use crate::output::screen::RenderContext;
use crate::output::wrap::wrapped;

/// Who is at the other end, and how to speak to them.
#[derive(Debug)]
pub struct Terminal {
    quiet: bool,
    may_ask: bool,
    colour: Colour,
    width: Option<usize>,
}

impl Terminal {
    /// Looks who is there. `may_ask`: whether the call allows questions at all.
    #[must_use]
    pub fn look(quiet: bool, may_ask: bool, colour: Colour) -> Self {
        let at_terminal = io::stdout().is_terminal();
        let asks =
            may_ask && at_terminal && io::stdin().is_terminal() && io::stderr().is_terminal();
        Self {
            quiet,
            may_ask: asks,
            colour,
            width: at_terminal.then(columns),
        }
    }

    /// Whether a person is there to answer questions.
    #[must_use]
    pub fn may_ask(&self) -> bool {
        self.may_ask
    }

    /// Whether a person looks at how far a long command is.
    #[must_use]
    pub fn shows_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// Columns, when a person looks at the answer.
    #[must_use]
    pub fn width(&self) -> Option<usize> {
        self.width
    }

    /// Whether the answer may be coloured.
    #[must_use]
    pub fn colour(&self) -> bool {
        self.choice() != ColorChoice::Never
    }

    fn choice(&self) -> ColorChoice {
        match self.colour {
            Colour::Never => ColorChoice::Never,
            Colour::Always => ColorChoice::Always,
            Colour::Auto => AutoStream::choice(&io::stdout()),
        }
    }

    /// Where the answer is written. What it says, is what standard output says: a closed pipe, a
    /// full disk.
    #[must_use]
    pub fn out(&self) -> impl Write + use<> {
        AutoStream::new(io::stdout().lock(), self.choice())
    }

    /// Writes the answer, whole or with an error.
    ///
    /// # Errors
    /// What standard output says.
    pub fn answer(&self, text: &str) -> io::Result<()> {
        let mut out = self.out();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// Says something that is not the answer, unless asked to be quiet.
    pub fn status(&self, text: &str) {
        if !self.quiet {
            self.important(text);
        }
    }

    /// Shows why a run ends, on standard error, and gives the exit code that belongs to it.
    pub fn show_error(
        &self,
        error_report: &ErrorReport,
        format: Format,
        screen: &RenderContext<'_>,
    ) -> Exit {
        let text = match format {
            Format::Json | Format::Jsonl => error_report::json(error_report),
            Format::Table | Format::Csv => error_report::sentences(error_report, screen),
        };
        self.important(&text);
        error_report.exit
    }

    /// Says something that must be said even when asked to be quiet: danger, an error.
    pub fn important(&self, text: &str) {
        let choice = match self.colour {
            Colour::Never => ColorChoice::Never,
            Colour::Always => ColorChoice::Always,
            Colour::Auto => AutoStream::choice(&io::stderr()),
        };
        let mut err = AutoStream::new(io::stderr().lock(), choice);
        let fitted = if io::stderr().is_terminal() {
            wrapped(text, columns())
        } else {
            text.to_owned()
        };
        // When nobody listens on standard error either, there is nobody left to tell.
        let _ = writeln!(err, "{fitted}");
    }
}

/// The columns of the screen, 80 when it does not tell; `COLUMNS` goes first.
fn columns() -> usize {
    let text = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    text.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
        .filter(|columns| *columns >= 20)
        .unwrap_or(80)
}
