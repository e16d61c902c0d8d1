//! The help on the command line, in the language of the screen.
//!
//! English help is the doc comments of the commands. Dutch help is in nl.ftl, under the same names.

use std::ffi::OsString;

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, CommandFactory as _};

use crate::cli::args::{self, Cli};
use crate::domain::codes::CodeEnum as _;
use crate::exchange::import::Field;
use crate::output::choice_names::{key, name_and_code};
use crate::output::i18n::{Language, Texts};
use crate::output::option_names::OptionNames;
use crate::verbs::GROUPS;

/// The global options that take a value.
const OPTIONS_WITH_VALUE: [&str; 6] = ["routes", "register", "as", "format", "lang", "color"];

/// Parses the command line. `seinhuis help report` is `seinhuis report --help`.
///
/// # Errors
/// What clap says: a mistake, or the help that was asked for.
pub fn parse(mut arguments: Vec<OsString>, texts: &Texts) -> Result<ArgMatches, Box<clap::Error>> {
    let verb = place_of_verb(&arguments);
    let typed = arguments.get(verb).and_then(|word| word.to_str());
    if matches!(typed, Some("help" | "hulp")) {
        arguments.remove(verb);
        arguments.push("--help".into());
    }
    // A correct command line needs only its own verb, and no help. Anything else is parsed again
    // with all of it.
    let verb_alone = arguments
        .get(verb)
        .and_then(|word| word.to_str())
        .and_then(args::with_verb_alone);
    if let Some(matches) = verb_alone.and_then(|command| matches_in_either(command, &arguments)) {
        return Ok(matches);
    }
    command(texts)
        .try_get_matches_from(arguments)
        .map_err(Box::new)
}

/// First without the Dutch names of options: scripts type the English ones.
fn matches_in_either(command: Command, arguments: &[OsString]) -> Option<ArgMatches> {
    let english = command.clone().try_get_matches_from(arguments);
    english
        .or_else(|_| {
            with_dutch_options(command, &OptionNames::default()).try_get_matches_from(arguments)
        })
        .ok()
}

/// Lets each option be typed by its Dutch name too.
fn with_dutch_options(command: Command, names: &OptionNames) -> Command {
    command
        .mut_args(
            |arg| match arg.get_long().and_then(|long| names.dutch(long)) {
                Some(dutch) => arg.alias(dutch),
                None => arg,
            },
        )
        .mut_subcommands(|below| with_dutch_options(below, names))
}

/// The place of the first word that is neither an option nor its value.
fn place_of_verb(arguments: &[OsString]) -> usize {
    let mut place = 1;
    while let Some(option) = arguments
        .get(place)
        .and_then(|word| word.to_str())
        .filter(|word| word.starts_with('-'))
    {
        place += if takes_value(option) { 2 } else { 1 };
    }
    place
}

fn takes_value(option: &str) -> bool {
    let Some(name) = option.strip_prefix("--") else {
        return false;
    };
    if OPTIONS_WITH_VALUE.contains(&name) {
        return true;
    }
    let names = OptionNames::default();
    let mut dutch = OPTIONS_WITH_VALUE
        .iter()
        .filter_map(|known| names.dutch(known));
    dutch.any(|dutch| dutch == name)
}

/// All commands with their help in the language of the screen.
#[must_use]
pub fn command(texts: &Texts) -> Command {
    translate_all(Cli::command(), texts)
}

/// Gives commands their help in the language of the screen.
#[must_use]
pub fn translate_all(command: Command, texts: &Texts) -> Command {
    let command = translate(command, texts, "help", "seinhuis");
    let first_page = first_page(&command, texts);
    command.help_template(first_page)
}

/// One command and those below it. `key` is that of its Dutch help, `path` how it is called.
fn translate(command: Command, texts: &Texts, key: &str, path: &str) -> Command {
    let names = OptionNames::default();
    let mut command = command.disable_help_flag(true).disable_version_flag(true);
    if texts.language() == Language::Nl {
        let (about, more_key) = (texts.tr0(key), format!("{key}-more"));
        let more = texts.tr0(&more_key);
        let long = if more == more_key {
            about.clone()
        } else {
            format!("{about}\n\n{more}")
        };
        command = command.about(about).long_about(long);
    }
    // The whole text is above the options, which have a line each.
    let about = command.get_long_about().or(command.get_about());
    let about = about
        .map(|about| about.to_string().replace(COLUMNS, &columns()))
        .unwrap_or_default();
    command = command
        .long_about(about.clone())
        .before_help(about)
        .mut_args(|arg| translate_argument(arg, texts, &names, key));
    command = add_flags(command, texts, &names, key == "help");
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    for name in names {
        let alias = command
            .find_subcommand(&name)
            .and_then(|sub| sub.get_visible_aliases().next());
        let called = alias
            .filter(|_| texts.language() == Language::Nl)
            .unwrap_or(&name);
        let (key, path) = (format!("{key}-{name}"), format!("{path} {called}"));
        command = command.mut_subcommand(&name, |sub| translate(sub, texts, &key, &path));
    }
    let usage = usage(&command, texts, path);
    let template = format!(
        "{{before-help}}{} {{usage}}\n\n{{all-args}}",
        texts.tr0("help-usage")
    );
    command
        .subcommand_help_heading(texts.tr0("help-heading-commands"))
        .override_usage(usage)
        .help_template(template)
}

/// Adds `--help`, and `--version` for the program itself.
fn add_flags(command: Command, texts: &Texts, names: &OptionNames, top: bool) -> Command {
    let flag = |id, key, action| flag(id, key, action, texts, names);
    let help = flag("help", "help-help", ArgAction::HelpShort).short('h');
    let command = command.arg(help);
    if !top {
        return command;
    }
    command.arg(flag("version", "help-version", ArgAction::Version).short('V'))
}

fn flag(id: &'static str, key: &str, action: ArgAction, texts: &Texts, names: &OptionNames) -> Arg {
    let (arg, help) = named(Arg::new(id).long(id), texts.tr0(key), texts, names);
    arg.action(action)
        .help(help)
        .help_heading(texts.tr0("help-heading-global"))
        // Always last.
        .display_order(usize::MAX)
}

/// The help of `import` names the columns here.
const COLUMNS: &str = "@columns";

fn columns() -> String {
    let columns: Vec<&str> = Field::ALL.iter().map(|field| field.code()).collect();
    columns.join(", ")
}

/// The usage line: what must be typed, in order.
fn usage(command: &Command, texts: &Texts, path: &str) -> String {
    let mut parts = vec![path.to_owned(), texts.tr0("help-usage-options")];
    for arg in command.get_opts().filter(|arg| arg.is_required_set()) {
        let long = arg.get_long().unwrap_or_default();
        parts.push(format!("--{long} <{}>", name_of_value(arg)));
    }
    if command.has_subcommands() {
        parts.push(texts.tr0("help-usage-command"));
    }
    for arg in command.get_positionals() {
        let name = name_of_value(arg);
        parts.push(match (arg.is_required_set(), arg.get_action()) {
            (true, ArgAction::Append) => format!("<{name}>..."),
            (true, _) => format!("<{name}>"),
            (false, _) => format!("[{name}]"),
        });
    }
    parts.join(" ")
}

fn name_of_value(arg: &Arg) -> String {
    arg.get_value_names()
        .and_then(<[_]>::first)
        .map_or_else(|| arg.get_id().to_string(), ToString::to_string)
}

fn translate_argument(arg: Arg, texts: &Texts, names: &OptionNames, key: &str) -> Arg {
    let heading = match (arg.is_positional(), arg.is_global_set()) {
        (true, _) => "help-heading-values",
        (false, true) => "help-heading-global",
        (false, false) => "help-heading-options",
    };
    let help_key = if arg.is_global_set() {
        format!("help-global-{}", arg.get_id())
    } else {
        format!("{key}--{}", arg.get_id())
    };
    let mut help = match texts.language() {
        Language::Nl => texts.tr0(&help_key),
        Language::En => arg.get_help().map(ToString::to_string).unwrap_or_default(),
    };
    let arg = arg.help_heading(texts.tr0(heading));
    if !arg.get_action().takes_values() {
        let (arg, help) = named(arg, help, texts, names);
        return arg.help(help);
    }
    let choices: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|value| choice_text(value, &arg, texts))
        .collect();
    if !choices.is_empty() {
        help = format!(
            "{help}; {}",
            texts.tr1("help-choices", "values", choices.join(", "))
        );
    }
    let (arg, help) = named(arg, help, texts, names);
    let arg = match arg.get_value_names().and_then(<[_]>::first) {
        Some(value) => {
            let key = format!("value-{}", value.to_lowercase());
            arg.value_name(texts.tr0(&key))
        }
        None => arg,
    };
    arg.help(help)
        .hide_possible_values(true)
        .hide_default_value(true)
}

/// The option by its name in the language of the screen, which understands the other one too; with its
/// help, which in Dutch ends with the English name.
fn named(arg: Arg, help: String, texts: &Texts, names: &OptionNames) -> (Arg, String) {
    let Some(english) = arg.get_long().map(str::to_owned) else {
        return (arg, help);
    };
    match (names.dutch(&english), texts.language()) {
        (Some(dutch), Language::Nl) => {
            let help = format!("{help} [--{english}]");
            (arg.long(dutch).alias(english), help)
        }
        (Some(dutch), Language::En) => (arg.alias(dutch), help),
        (None, Language::Nl | Language::En) => (arg, help),
    }
}

/// The name of a choice with its code. Of a choice whose codes are its names, the code; in Dutch with
/// what it is.
fn choice_text(value: &PossibleValue, arg: &Arg, texts: &Texts) -> String {
    let code = value.get_name();
    if let Some(key) = value.get_help() {
        return name_and_code(code, &key.to_string(), texts);
    }
    let of = name_of_value(arg).to_lowercase();
    match texts.language() {
        Language::Nl => format!("{code} ({})", texts.tr0(&key(&of, code))),
        Language::En => code.to_owned(),
    }
}

/// The first page: verbs in groups by who uses them, daily verbs first.
fn first_page(command: &Command, texts: &Texts) -> String {
    let width = command
        .get_subcommands()
        .map(|sub| verb_label(sub).chars().count())
        .max()
        .unwrap_or(0);
    let groups: Vec<String> = GROUPS
        .iter()
        .map(|(heading, verbs)| {
            let mut lines = vec![format!("{}:", texts.tr0(heading))];
            for verb in verbs
                .iter()
                .filter_map(|verb| command.find_subcommand(verb))
            {
                let about = verb.get_about().map(ToString::to_string);
                let about = about.unwrap_or_default();
                lines.push(format!("  {:width$}   {about}", verb_label(verb)));
            }
            lines.join("\n")
        })
        .collect();
    format!(
        "{{before-help}}{} {{usage}}\n\n{}\n\n{}\n\n{}:\n{{options}}",
        texts.tr0("help-usage"),
        groups.join("\n\n"),
        texts.tr0("first-page-more"),
        texts.tr0("help-heading-global")
    )
}

/// `report (meld)`.
fn verb_label(verb: &Command) -> String {
    let aliases: Vec<&str> = verb.get_visible_aliases().collect();
    if aliases.is_empty() {
        verb.get_name().to_owned()
    } else {
        format!("{} ({})", verb.get_name(), aliases.join(", "))
    }
}
