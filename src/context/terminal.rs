//! The terminal: the answer on standard output; status, hints and warnings on standard error.

use std::io::{self, IsTerminal, Write};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};

use crate::context::settings::Colour;
use crate::exit_code::Exit;
use crate::output::answer::Format;
use crate::output::error_report::{self, ErrorReport};
use crate::output::screen::RenderContext;
use crate::output::wrap::wrapped;

#[derive(Debug)]
pub struct Terminal {
    quiet: bool,
    may_ask: bool,
    colour: Colour,
    width: Option<usize>,
}

impl Terminal {
    /// Looks whether a person is there. `may_ask`: whether the call allows questions at all.
    #[must_use]
    pub fn detect(quiet: bool, may_ask: bool, colour: Colour) -> Self {
        let at_terminal = io::stdout().is_terminal();
        Self {
            quiet,
            may_ask: may_ask
                && at_terminal
                && io::stdin().is_terminal()
                && io::stderr().is_terminal(),
            colour,
            width: at_terminal.then(columns),
        }
    }

    /// Whether a person is there to answer questions.
    #[must_use]
    pub fn may_ask(&self) -> bool {
        self.may_ask
    }

    /// Whether a person watches the progress of a long command.
    #[must_use]
    pub fn shows_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// The columns of the terminal; `None` in a pipe.
    #[must_use]
    pub fn width(&self) -> Option<usize> {
        self.width
    }

    /// Whether the answer may have colours.
    #[must_use]
    pub fn colour(&self) -> bool {
        self.choice(&io::stdout()) != ColorChoice::Never
    }

    fn choice(&self, stream: &impl RawStream) -> ColorChoice {
        match self.colour {
            Colour::Never => ColorChoice::Never,
            Colour::Always => ColorChoice::Always,
            Colour::Auto => AutoStream::choice(stream),
        }
    }

    /// Standard output, for the answer.
    #[must_use]
    pub fn out(&self) -> impl Write + use<> {
        AutoStream::new(io::stdout().lock(), self.choice(&io::stdout()))
    }

    /// Writes the answer to standard output.
    pub fn answer(&self, text: &str) -> io::Result<()> {
        let mut out = self.out();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// Prints something other than the answer, unless asked to be quiet.
    pub fn status(&self, text: &str) {
        if !self.quiet {
            self.important(text);
        }
    }

    /// Prints an error on standard error and returns its exit code.
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

    /// Prints something even when asked to be quiet: danger, an error.
    pub fn important(&self, text: &str) {
        let mut err = AutoStream::new(io::stderr().lock(), self.choice(&io::stderr()));
        let fitted = if io::stderr().is_terminal() {
            wrapped(text, columns())
        } else {
            text.to_owned()
        };
        // When standard error is closed too, nobody can be told.
        let _ = writeln!(err, "{fitted}");
    }
}

/// `COLUMNS`, else what the terminal says, else 80.
fn columns() -> usize {
    let variable = std::env::var("COLUMNS").ok();
    variable
        .and_then(|columns| columns.parse().ok())
        .or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
        .filter(|columns| *columns >= 20)
        .unwrap_or(80)
}
