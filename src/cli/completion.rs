//! What a shell may complete: codes of the map and numbers of open signals. Read in silence;
//! nothing is written but the map that is kept.
//!
//! The scripts that `seinhuis completions` prints run the program with [`VARIABLE`] set to the name
//! of the shell and the words so far.

use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, Command, CommandFactory as _};
use clap_complete::ArgValueCompleter;
use clap_complete::CompletionCandidate as Candidate;
use clap_complete::env::EnvCompleter;

use crate::cli::args::Cli;
use crate::cli::help;
use crate::context::Context;
use crate::context::args::Global;
use crate::context::clock;
use crate::context::settings::{self, Colour, Settings};
use crate::context::terminal::Terminal;
use crate::domain::signal_state::State;
use crate::errors::setting::KEYS;
use crate::exit_code::Exit;
use crate::output::answer::Format;
use crate::output::escape;
use crate::output::i18n::{Language, Texts};
use crate::register::{Access, Filter};
use crate::verbs::completions::{VARIABLE, shell};

/// So many open signals are looked at, those with the oldest promise first: nobody chooses by hand
/// among more.
const MOST_SIGNALS: u32 = 2_000;

/// Whether a shell asks for what may follow, and which.
#[must_use]
pub fn asking() -> Option<&'static dyn EnvCompleter> {
    shell(std::env::var_os(VARIABLE)?.to_str()?)
}

/// Writes what may follow on the words behind `--`. Whatever is wrong, there is nothing to choose
/// from then, and nothing is said: somebody is in the middle of typing.
#[must_use]
pub fn answer(shell: &dyn EnvCompleter, typed: &[String], texts: &Texts) -> Exit {
    let words: Vec<String> = typed
        .iter()
        .skip_while(|word| *word != "--")
        .skip(1)
        .cloned()
        .collect();
    if words.is_empty() {
        return Exit::Done;
    }
    let command =
        help::spoken_command(completing(Cli::command(), &Arc::from(words.clone())), texts);
    let mut command = in_one_language(command, texts.language());
    let folder = std::env::current_dir().ok();
    let mut text = Vec::new();
    if shell
        .write_complete(
            &mut command,
            words.into_iter().map(Into::into).collect(),
            folder.as_deref(),
            &mut text,
        )
        .is_ok()
    {
        // A shell that no longer listens has lost interest.
        let _ = io::stdout().write_all(&text);
    }
    Exit::Done
}

/// What stands behind an argument, as far as it can be completed.
#[derive(Debug, Clone, Copy)]
enum Completable {
    Organisations,
    Topics,
    Areas,
    OpenSignals,
    Words(fn() -> Vec<&'static str>),
}

/// The commands, with for each argument what it can be completed with.
fn completing(command: Command, words: &Arc<[String]>) -> Command {
    let with = |arg: Arg| match known(&arg) {
        Some(known) => {
            let words = Arc::clone(words);
            arg.add(ArgValueCompleter::new(move |begun: &OsStr| {
                candidates(known, begun, &words)
            }))
        }
        None => arg,
    };
    command
        .mut_args(with)
        .mut_subcommands(|below| completing(below, words))
}

/// A verb is offered by one of its names, that of the language of the screen. The other is still
/// completed when it was begun.
fn in_one_language(command: Command, language: Language) -> Command {
    let names: Vec<String> = command.get_visible_aliases().map(str::to_owned).collect();
    let command = command.mut_subcommands(|below| in_one_language(below, language));
    let english = command.get_name().to_owned();
    match (names.first(), language) {
        (Some(dutch), Language::Nl) => command.name(dutch).alias(None).alias(english),
        (Some(_), Language::En) => command.alias(None).aliases(names),
        (None, Language::Nl | Language::En) => command,
    }
}

/// By the name of its value, which is the same wherever the same is meant.
fn known(arg: &Arg) -> Option<Completable> {
    match arg.get_value_names()?.first()?.as_str() {
        "ORGANISATION" => Some(Completable::Organisations),
        "TOPIC" => Some(Completable::Topics),
        "PLACE" => Some(Completable::Areas),
        // `report --id` takes the number of a signal that is not there yet.
        "SIGNAL" if arg.is_positional() => Some(Completable::OpenSignals),
        "FORMAT" => Some(Completable::Words(|| settings::words_of("format"))),
        "LANGUAGE" => Some(Completable::Words(|| settings::words_of("lang"))),
        "WHEN" => Some(Completable::Words(|| settings::words_of("color"))),
        "SETTING" => Some(Completable::Words(|| KEYS.to_vec())),
        _ => None,
    }
}

fn candidates(known: Completable, begun: &OsStr, words: &[String]) -> Vec<Candidate> {
    let begun = begun.to_string_lossy();
    let named = |code: &str, name: &str| Candidate::new(code).help(Some(escape::line(name).into()));
    let all = match known {
        Completable::Words(words) => Some(words().into_iter().map(Candidate::new).collect()),
        Completable::OpenSignals => open_signals(&begun, words),
        Completable::Organisations => of_the_map(words, |context| {
            let all = context.map().ok()?.organisations();
            Some(
                all.iter()
                    .map(|organisation| named(organisation.id.as_str(), &organisation.name))
                    .collect(),
            )
        }),
        Completable::Topics => of_the_map(words, |context| {
            let name = |name| context.screen().of_map(name).to_owned();
            Some(
                context
                    .map()
                    .ok()?
                    .topics()
                    .iter()
                    .map(|topic| named(topic.id.as_str(), &name(&topic.name)))
                    .collect(),
            )
        }),
        Completable::Areas => of_the_map(words, |context| {
            Some(
                context
                    .map()
                    .ok()?
                    .areas()
                    .iter()
                    .map(|area| named(area.id.as_str(), &area.name))
                    .collect(),
            )
        }),
    };
    let mut all: Vec<Candidate> = all.unwrap_or_default();
    if !matches!(known, Completable::OpenSignals) {
        all.retain(|candidate| {
            candidate
                .get_value()
                .to_string_lossy()
                .starts_with(begun.as_ref())
        });
    }
    all
}

fn of_the_map(
    words: &[String],
    read: impl FnOnce(&Context) -> Option<Vec<Candidate>>,
) -> Option<Vec<Candidate>> {
    read(&context(words)?)
}

/// The numbers of the open signals that begin so, in either case and with or without the hyphen.
fn open_signals(begun: &str, words: &[String]) -> Option<Vec<Candidate>> {
    let plain = |id: &str| id.replace('-', "").to_uppercase();
    let begun = plain(begun);
    let mut found = Vec::new();
    let filter = Filter {
        states: State::OPEN.to_vec(),
        limit: Some(MOST_SIGNALS),
        ..Filter::default()
    };
    let mut register = context(words)?.open(Access::Read).ok()?;
    let listed = register.list(&filter, &mut |row| {
        let id = row.id.to_string();
        if plain(&id).starts_with(&begun) && !words.contains(&id) {
            found.push(Candidate::new(id));
        }
        ControlFlow::Continue(())
    });
    listed.ok()?;
    Some(found)
}

/// A run that looks where the words so far say, and has nothing to say itself.
fn context(words: &[String]) -> Option<Context> {
    let path = |key| settings::as_typed(key, words).map(PathBuf::from);
    let settings = Settings::gather(&Global {
        routes: path("routes"),
        register: path("register"),
        ..Global::default()
    })
    .ok()?;
    let texts = Texts::new(settings::early_language(words));
    let terminal = Terminal::look(true, false, Colour::Never);
    Some(Context::new(
        texts,
        settings,
        terminal,
        clock::now().ok()?,
        Format::Table,
        help::command,
    ))
}
