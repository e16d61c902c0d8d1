//! Completion in a shell: codes of the map and numbers of open signals. It prints no errors and
//! writes nothing but the cache of the map.
//!
//! The scripts that `seinhuis completions` prints run the program with [`VARIABLE`] set to the name
//! of the shell, and with the words so far.

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
use crate::output::screen::RenderContext;
use crate::register::{Access, Filter};
use crate::routing::map::RouteMap;
use crate::verbs::completions::{VARIABLE, shell};

/// The open signals to look at, oldest promise first. Nobody chooses by hand among more.
const MAX_SIGNALS: u32 = 2_000;

/// The shell that asks for completion, if one does.
#[must_use]
pub fn asking_shell() -> Option<&'static dyn EnvCompleter> {
    shell(std::env::var_os(VARIABLE)?.to_str()?)
}

/// Writes the candidates for the words behind `--`. On any error there are none: a person is in the
/// middle of typing.
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
    let command = with_completers(Cli::command(), &Arc::from(words.clone()));
    let command = help::translate_all(command, texts);
    let mut command = in_one_language(command, texts.language());
    let words = words.into_iter().map(Into::into).collect();
    let folder = std::env::current_dir().ok();
    let mut text = Vec::new();
    let written = shell.write_complete(&mut command, words, folder.as_deref(), &mut text);
    if written.is_ok() {
        // A shell that closed the pipe has lost interest.
        let _ = io::stdout().write_all(&text);
    }
    Exit::Done
}

/// What an argument can be completed with.
#[derive(Debug, Clone, Copy)]
enum Completable {
    MapCodes(fn(&RouteMap, &RenderContext<'_>) -> Vec<Candidate>),
    OpenSignals,
    Words(fn() -> Vec<&'static str>),
}

fn with_completers(command: Command, words: &Arc<[String]>) -> Command {
    command
        .mut_args(|arg| match completable(&arg) {
            Some(completable) => {
                let words = Arc::clone(words);
                arg.add(ArgValueCompleter::new(move |begun: &OsStr| {
                    candidates(completable, &begun.to_string_lossy(), &words)
                }))
            }
            None => arg,
        })
        .mut_subcommands(|below| with_completers(below, words))
}

/// Offers a verb only by its name in the language of the screen. The other name still completes.
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

/// Decided by the name of the value, which is the same wherever the same is meant.
fn completable(arg: &Arg) -> Option<Completable> {
    match arg.get_value_names()?.first()?.as_str() {
        "ORGANISATION" => Some(Completable::MapCodes(organisations)),
        "TOPIC" => Some(Completable::MapCodes(topics)),
        "PLACE" => Some(Completable::MapCodes(areas)),
        // `report --id` takes the number of a signal that does not exist yet.
        "SIGNAL" if arg.is_positional() => Some(Completable::OpenSignals),
        "FORMAT" => Some(Completable::Words(|| settings::words_of("format"))),
        "LANGUAGE" => Some(Completable::Words(|| settings::words_of("lang"))),
        "WHEN" => Some(Completable::Words(|| settings::words_of("color"))),
        "SETTING" => Some(Completable::Words(|| KEYS.to_vec())),
        _ => None,
    }
}

fn candidates(completable: Completable, begun: &str, words: &[String]) -> Vec<Candidate> {
    let mut all = match completable {
        Completable::OpenSignals => return open_signals(begun, words).unwrap_or_default(),
        Completable::MapCodes(list) => map_codes(list, words).unwrap_or_default(),
        Completable::Words(words) => words().into_iter().map(Candidate::new).collect(),
    };
    all.retain(|candidate| candidate.get_value().to_string_lossy().starts_with(begun));
    all
}

fn map_codes(
    list: fn(&RouteMap, &RenderContext<'_>) -> Vec<Candidate>,
    words: &[String],
) -> Option<Vec<Candidate>> {
    let context = context(words)?;
    Some(list(context.map().ok()?, &context.screen()))
}

fn organisations(map: &RouteMap, _screen: &RenderContext<'_>) -> Vec<Candidate> {
    map.organisations()
        .iter()
        .map(|organisation| candidate(organisation.id.as_str(), &organisation.name))
        .collect()
}

fn topics(map: &RouteMap, screen: &RenderContext<'_>) -> Vec<Candidate> {
    map.topics()
        .iter()
        .map(|topic| candidate(topic.id.as_str(), screen.of_map(&topic.name)))
        .collect()
}

fn areas(map: &RouteMap, _screen: &RenderContext<'_>) -> Vec<Candidate> {
    map.areas()
        .iter()
        .map(|area| candidate(area.id.as_str(), &area.name))
        .collect()
}

fn candidate(code: &str, name: &str) -> Candidate {
    Candidate::new(code).help(Some(escape::line(name).into()))
}

/// The numbers of open signals that begin like this, in either case, with or without the hyphen.
fn open_signals(begun: &str, words: &[String]) -> Option<Vec<Candidate>> {
    let begun = normalised_id(begun);
    let mut found = Vec::new();
    let filter = Filter {
        states: State::OPEN.to_vec(),
        limit: Some(MAX_SIGNALS),
        ..Filter::default()
    };
    let mut register = context(words)?.open(Access::Read).ok()?;
    let listed = register.list(&filter, &mut |row| {
        let id = row.id.to_string();
        if normalised_id(&id).starts_with(&begun) && !words.contains(&id) {
            found.push(Candidate::new(id));
        }
        ControlFlow::Continue(())
    });
    listed.ok()?;
    Some(found)
}

fn normalised_id(id: &str) -> String {
    id.replace('-', "").to_uppercase()
}

/// A quiet run with the map and the register that the words so far name.
fn context(words: &[String]) -> Option<Context> {
    let settings = Settings::gather(&Global {
        routes: typed_path("routes", words),
        register: typed_path("register", words),
        ..Global::default()
    })
    .ok()?;
    let texts = Texts::new(settings::early_language(words));
    let terminal = Terminal::detect(true, false, Colour::Never);
    Some(Context::new(
        texts,
        settings,
        terminal,
        clock::now().ok()?,
        Format::Table,
        help::command,
    ))
}

fn typed_path(key: &str, words: &[String]) -> Option<PathBuf> {
    settings::as_typed(key, words).map(PathBuf::from)
}
