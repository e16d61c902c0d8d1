//! The rim: what is typed, where things are, and how a run ends.

pub mod args;
pub mod completion;
pub mod help;
mod mistake;

use std::ffi::OsString;
use std::io;

use crate::context::settings::{self, Colour, Settings};
use crate::context::terminal::Terminal;
use crate::context::{Context, bare_screen, clock, fault};
use crate::errors::cli_error::CliError;
use crate::verbs;
use args::Cli;
use clap::FromArgMatches as _;

use crate::domain::time::Moment;
use crate::exit_code::Exit;
use crate::output::answer::{self, Answer, Format};
use crate::output::emergency;
use crate::output::i18n::{Language, Texts};
use crate::output::screen::RenderContext;
use crate::output::streamed::Unwritten;
use crate::register::Clock;

/// One run of the program, from what was typed to how it ended.
#[must_use]
pub fn run(arguments: Vec<OsString>) -> Exit {
    let typed: Vec<String> = arguments
        .iter()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let early = Texts::new(settings::early_language(&typed));
    let words = typed.clone();
    fault::ends_the_run(early.language(), move || settings::early_format(&words));
    if let Some(shell) = completion::asking() {
        return completion::answer(shell, &typed, &early);
    }
    let plain = Terminal::look(false, false, Colour::Auto);
    let early_format = || settings::early_format(&typed);
    let cli = match help::parse(arguments, &early)
        .and_then(|matches| Cli::from_arg_matches(&matches).map_err(Box::new))
    {
        Ok(cli) => cli,
        Err(error) => return mistake::describe(&error, &typed, early_format(), &early, &plain),
    };
    let (settings, language, terminal, now, format) = match prepare(&cli) {
        Ok(prepared) => prepared,
        Err(failure) => {
            let screen = bare_screen(&early);
            danger_first(&typed, &screen, &plain);
            return plain.show_error(&failure.error_report(&screen), early_format(), &screen);
        }
    };
    let texts = language
        .filter(|language| *language != early.language())
        .map_or(early, Texts::new);
    fault::ends_the_run(texts.language(), move || format);
    let context = Context::new(texts, settings, terminal, now, format, help::command);
    let outcome = verbs::run(cli.verb, &context).and_then(|mut answer| {
        let exit = show(answer.as_mut(), &context)?;
        // The run ends here. What a list still holds, a register that it only reads, the system
        // takes back at once; piece by piece it takes long.
        std::mem::forget(answer);
        Ok(exit)
    });
    let exit = outcome.unwrap_or_else(|failure| {
        context.terminal.show_error(
            &failure.error_report(&context.screen()),
            format,
            &context.screen(),
        )
    });
    // Nor is the map, or anything else that only this run knew.
    std::mem::forget(context);
    exit
}

/// Whom to call, when what was typed speaks of danger and nothing else can be said yet.
fn danger_first(typed: &[String], screen: &RenderContext<'_>, terminal: &Terminal) {
    let speaks_of_danger = |word: &String| {
        let word = word.to_lowercase();
        // Short options may stand together: `-duacute`.
        let together = word.starts_with('-')
            && !word.starts_with("--")
            && (word.ends_with("uacute") || word.ends_with("uacuut"));
        together
            || matches!(
                word.rsplit_once('=')
                    .map_or(word.as_str(), |(_, value)| value),
                "acute" | "acuut"
            )
    };
    if typed.iter().any(speaks_of_danger) {
        terminal.important(&format!("{}\n", emergency::without_map(screen)));
    }
}

type RunSetup = (
    Settings,
    Option<Language>,
    Terminal,
    (Moment, Clock),
    Format,
);

fn prepare(cli: &Cli) -> Result<RunSetup, CliError> {
    let settings = Settings::gather(&cli.global)?;
    let (language, format, colour) = (settings.language()?, settings.format()?, settings.colour()?);
    let now = clock::now().map_err(|value| CliError::BadNow { value })?;
    let terminal = Terminal::look(
        cli.global.quiet,
        !cli.global.no_input && format == Format::Table,
        colour,
    );
    Ok((settings, language, terminal, now, format))
}

/// Shows the answer. What was recorded stays recorded when that fails; then the exit code says so.
fn show(answer: &mut dyn Answer, context: &Context) -> Result<Exit, CliError> {
    if answer.is_written() {
        return Ok(answer.exit());
    }
    match answer::write_to(
        &mut context.terminal.out(),
        answer,
        context.format,
        &context.screen(),
    ) {
        Ok(()) => Ok(answer.exit()),
        // `seinhuis list | head` has had what it wanted.
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
