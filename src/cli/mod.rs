//! The outermost layer: the command line, and how a run ends.

pub mod args;
pub mod completion;
pub mod help;
mod mistake;

use std::ffi::OsString;
use std::io;

use clap::FromArgMatches as _;

use crate::context::clock::{self, RunClock};
use crate::context::settings::{self, Colour, Settings};
use crate::context::terminal::Terminal;
use crate::context::{Context, bare_screen, fault};
use crate::domain::signal::Urgency;
use crate::errors::cli_error::CliError;
use crate::exit_code::Exit;
use crate::output::answer::{self, Answer, Format};
use crate::output::choice_names::{ChoiceNames, spelled};
use crate::output::emergency;
use crate::output::i18n::{Language, Texts};
use crate::output::screen::RenderContext;
use crate::output::streamed::Unwritten;
use crate::verbs;
use args::Cli;

/// One run of the program, from the command line to its exit.
#[must_use]
pub fn run(arguments: Vec<OsString>) -> Exit {
    let typed: Vec<String> = arguments
        .iter()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let early = Texts::new(settings::early_language(&typed));
    let words = typed.clone();
    fault::install_hook(early.language(), move || settings::early_format(&words));
    if let Some(shell) = completion::asking_shell() {
        return completion::answer(shell, &typed, &early);
    }
    let plain = Terminal::detect(false, false, Colour::Auto);
    let parsed = help::parse(arguments, &early)
        .and_then(|matches| Cli::from_arg_matches(&matches).map_err(Box::new));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            let format = settings::early_format(&typed);
            return mistake::show(&error, &typed, format, &early, &plain);
        }
    };
    let RunSetup {
        settings,
        language,
        terminal,
        clock,
        format,
    } = match prepare(&cli) {
        Ok(setup) => setup,
        Err(error) => {
            let screen = bare_screen(&early);
            warn_of_danger(&typed, &screen, &plain);
            let format = settings::early_format(&typed);
            return plain.show_error(&error.error_report(&screen), format, &screen);
        }
    };
    let texts = language
        .filter(|language| *language != early.language())
        .map_or(early, Texts::new);
    fault::install_hook(texts.language(), move || format);
    let context = Context::new(texts, settings, terminal, clock, format, help::command);
    let outcome = verbs::run(cli.verb, &context).and_then(|mut answer| {
        let exit = show(answer.as_mut(), &context)?;
        // The run ends here. The system frees memory at once; dropping it piece by piece is slow.
        std::mem::forget(answer);
        Ok(exit)
    });
    let exit = outcome.unwrap_or_else(|error| {
        let screen = context.screen();
        let report = error.error_report(&screen);
        context.terminal.show_error(&report, format, &screen)
    });
    std::mem::forget(context);
    exit
}

/// Shows whom to call when the command line mentions danger but cannot be carried out.
fn warn_of_danger(typed: &[String], screen: &RenderContext<'_>, terminal: &Terminal) {
    let names = ChoiceNames::of_every_language();
    if typed.iter().any(|word| mentions_danger(word, &names)) {
        terminal.important(&format!("{}\n", emergency::without_map(screen)));
    }
}

fn mentions_danger(word: &str, names: &ChoiceNames<Urgency>) -> bool {
    // Short options may be combined: `-duacute`.
    let is_short = word.starts_with('-') && !word.starts_with("--");
    let letters = spelled(word);
    let mut combined = names
        .words_of(Urgency::Acute)
        .filter(|name| letters.ends_with(&format!("u{name}")));
    let value = word.rsplit_once('=').map_or(word, |(_, value)| value);
    names.find(value) == Ok(Urgency::Acute) || (is_short && combined.next().is_some())
}

struct RunSetup {
    settings: Settings,
    /// `None` when the locale decides.
    language: Option<Language>,
    terminal: Terminal,
    clock: RunClock,
    format: Format,
}

fn prepare(cli: &Cli) -> Result<RunSetup, CliError> {
    let settings = Settings::gather(&cli.global)?;
    let (language, format, colour) = (settings.language()?, settings.format()?, settings.colour()?);
    let clock = clock::now().map_err(|value| CliError::BadNow { value })?;
    let terminal = Terminal::detect(
        cli.global.quiet,
        !cli.global.no_input && format == Format::Table,
        colour,
    );
    Ok(RunSetup {
        settings,
        language,
        terminal,
        clock,
        format,
    })
}

/// Shows the answer. When that fails, what was recorded stays recorded; the exit code says so.
fn show(answer: &mut dyn Answer, context: &Context) -> Result<Exit, CliError> {
    if answer.is_written() {
        return Ok(answer.exit());
    }
    let mut out = context.terminal.out();
    match answer::write_to(&mut out, answer, context.format, &context.screen()) {
        Ok(()) => Ok(answer.exit()),
        // `seinhuis list | head` has all it wanted.
        Err(Unwritten::Out(error))
            if !answer.has_recorded() && error.kind() == io::ErrorKind::BrokenPipe =>
        {
            Ok(answer.exit())
        }
        Err(Unwritten::Out(error)) if answer.has_recorded() && answer.recorded().is_none() => {
            Err(CliError::ManyNotShown { error })
        }
        Err(Unwritten::Out(error)) => Err(CliError::NotShown {
            id: answer.recorded(),
            error,
        }),
        Err(Unwritten::Register(error)) => Err(CliError::Register(error)),
    }
}
