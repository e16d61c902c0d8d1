//! Completion in a shell: codes and names of the map, and numbers of open signals. It prints no errors and
//! writes nothing but the cache of the map.
//!
//! The scripts that `seinhuis completions` prints run the program with [`VARIABLE`] set to the name
//! of the shell, and with the words so far.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use clap::builder::StyledStr;
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
use crate::domain::name_index::Called;
use crate::domain::signal_state::State;
use crate::domain::spelling::plain;
use crate::domain::time::Day;
use crate::errors::setting::KEYS;
use crate::exit_code::Exit;
use crate::lookup::names::Named;
use crate::output::answer::Format;
use crate::output::choice_names::{spelled, typed_name};
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
    let command = in_one_language(command, texts.language());
    let mut command = with_typed_names(command, &words);
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

/// The candidates of a map that begin as was typed.
type MapList = fn(&RouteMap, &RenderContext<'_>, &str) -> Vec<Candidate>;

/// What an argument can be completed with.
#[derive(Debug, Clone)]
enum Completable {
    OfMap(MapList),
    OpenSignals,
    /// Choices with names: the code of each, and the key of its name.
    Choices(Vec<(String, String)>),
    Words(fn() -> Vec<&'static str>),
}

fn with_completers(command: Command, words: &Arc<[String]>) -> Command {
    command
        .mut_args(|arg| match completable(&arg) {
            Some(completable) => {
                let words = Arc::clone(words);
                arg.add(ArgValueCompleter::new(move |begun: &OsStr| {
                    candidates(&completable, &begun.to_string_lossy(), &words)
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

/// Calls each option that was typed by its other name by that name: the values of a hidden name are not
/// completed.
fn with_typed_names(command: Command, words: &[String]) -> Command {
    command
        .mut_args(|arg| {
            let mut names = arg.get_all_aliases().unwrap_or_default().into_iter();
            let typed = names.find(|name| is_typed(name, words)).map(str::to_owned);
            match typed {
                Some(typed) => arg.long(typed),
                None => arg,
            }
        })
        .mut_subcommands(|below| with_typed_names(below, words))
}

fn is_typed(name: &str, words: &[String]) -> bool {
    words.iter().any(|word| {
        let option = word.strip_prefix("--").unwrap_or_default();
        option.split('=').next() == Some(name)
    })
}

/// Decided by the choices of the value, or by its name, which is the same wherever the same is meant.
fn completable(arg: &Arg) -> Option<Completable> {
    let choices = arg.get_possible_values().into_iter().filter_map(|value| {
        let key = value.get_help()?.to_string();
        Some((value.get_name().to_owned(), key))
    });
    let choices: Vec<(String, String)> = choices.collect();
    if !choices.is_empty() {
        return Some(Completable::Choices(choices));
    }
    match arg.get_value_names()?.first()?.as_str() {
        "ORGANISATION" => Some(Completable::OfMap(organisations)),
        "TOPIC" => Some(Completable::OfMap(topics)),
        "PLACE" => Some(Completable::OfMap(areas)),
        // `report --id` takes the number of a signal that does not exist yet.
        "SIGNAL" if arg.is_positional() => Some(Completable::OpenSignals),
        "FORMAT" => Some(Completable::Words(|| settings::words_of("format"))),
        "LANGUAGE" => Some(Completable::Words(|| settings::words_of("lang"))),
        "WHEN" => Some(Completable::Words(|| settings::words_of("color"))),
        "SETTING" => Some(Completable::Words(|| KEYS.to_vec())),
        _ => None,
    }
}

fn candidates(completable: &Completable, begun: &str, words: &[String]) -> Vec<Candidate> {
    match completable {
        Completable::OpenSignals => open_signals(begun, words).unwrap_or_default(),
        Completable::OfMap(list) => of_map(*list, begun, words).unwrap_or_default(),
        Completable::Choices(choices) => named_choices(choices, begun, words),
        Completable::Words(words) => words()
            .into_iter()
            .filter(|word| word.starts_with(begun))
            .map(Candidate::new)
            .collect(),
    }
}

/// The names on this screen that begin so; when none does, the codes.
fn named_choices(choices: &[(String, String)], begun: &str, words: &[String]) -> Vec<Candidate> {
    let texts = Texts::new(settings::early_language(words));
    let wanted = spelled(begun);
    let candidates = |word: fn(&str, &str, &Texts) -> String| -> Vec<Candidate> {
        let offered = choices.iter().filter_map(|(code, key)| {
            let word = word(code, key, &texts);
            let begins = spelled(&word).starts_with(&wanted);
            begins.then(|| Candidate::new(word).help(help(&texts.tr0(key))))
        });
        offered.collect()
    };
    let named = candidates(typed_name);
    if named.is_empty() {
        candidates(|code, _, _| code.to_owned())
    } else {
        named
    }
}

fn of_map(list: MapList, begun: &str, words: &[String]) -> Option<Vec<Candidate>> {
    let context = context(words)?;
    Some(list(context.map().ok()?, &context.screen(), begun))
}

fn organisations(map: &RouteMap, screen: &RenderContext<'_>, begun: &str) -> Vec<Candidate> {
    named(map.organisations(), screen.today(), begun, |one| &one.name)
}

fn topics(map: &RouteMap, screen: &RenderContext<'_>, begun: &str) -> Vec<Candidate> {
    named(map.topics(), screen.today(), begun, |topic| {
        screen.of_map(&topic.name)
    })
}

fn areas(map: &RouteMap, screen: &RenderContext<'_>, begun: &str) -> Vec<Candidate> {
    named(map.areas(), screen.today(), begun, |area| &area.name)
}

/// The codes that begin so; when none does, the names; when none does, the other words.
///
/// A name is offered as it stands in the map, because some shells offer only what begins as was
/// typed. Shells cut at a space, and a word of two things is refused: there the code is offered.
fn named<'m, T: Named>(
    things: &'m [T],
    day: Day,
    begun: &str,
    name: impl Fn(&'m T) -> &'m str,
) -> Vec<Candidate> {
    let things: Vec<&'m T> = things
        .iter()
        .filter(|one| one.valid().include(day))
        .collect();
    let of_code = |thing: &'m T| Candidate::new(thing.code()).help(help(name(thing)));
    let begun_codes = things
        .iter()
        .filter(|thing| thing.code().starts_with(begun))
        .copied();
    let codes: Vec<Candidate> = begun_codes.map(of_code).collect();
    if !codes.is_empty() {
        return codes;
    }
    let names = by_word(&things, begun, |called| called.names);
    let words = if names.is_empty() {
        by_word(&things, begun, |called| called.also)
    } else {
        names
    };
    let mut offered = Vec::new();
    for (word, of) in words.into_values() {
        match of[..] {
            [only] if !word.contains(' ') => {
                offered.push(Candidate::new(word).help(help(name(only))));
            }
            _ => offered.extend(of.into_iter().map(of_code)),
        }
    }
    let mut seen = BTreeSet::new();
    offered.retain(|candidate| seen.insert(candidate.get_value().to_owned()));
    offered
}

/// Each word that begins so, by its plain spelling: as it stands in the map, and for what.
fn by_word<'m, T: Named>(
    things: &[&'m T],
    begun: &str,
    words_of: fn(Called<'m>) -> Vec<&'m str>,
) -> BTreeMap<String, (&'m str, Vec<&'m T>)> {
    let wanted = plain(begun);
    let mut found: BTreeMap<String, (&str, Vec<&T>)> = BTreeMap::new();
    for thing in things.iter().copied() {
        for word in words_of(thing.called()) {
            let spelled = plain(word);
            if spelled.starts_with(&wanted) {
                let (_, of) = found.entry(spelled).or_insert((word, Vec::new()));
                of.retain(|other| other.code() != thing.code());
                of.push(thing);
            }
        }
    }
    found
}

fn help(name: &str) -> Option<StyledStr> {
    Some(escape::line(name).into())
}

/// The numbers of open signals that begin like this, in either case, with or without the hyphen: those
/// in which the organisation has a part that is typed or set.
fn open_signals(begun: &str, words: &[String]) -> Option<Vec<Candidate>> {
    let begun = normalised_id(begun);
    let mut found = Vec::new();
    let context = context(words)?;
    let filter = Filter {
        states: State::OPEN.to_vec(),
        reader: Some(context.reader().ok()?),
        limit: Some(MAX_SIGNALS),
        ..Filter::default()
    };
    let mut register = context.open(Access::Read).ok()?;
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
        acting_as: settings::as_typed("as", words),
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
