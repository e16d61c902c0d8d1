//! The help on the command line, in the language of the screen.
//!
//! English help is the doc comments of the commands. Dutch help stands in nl.ftl, under the same
//! names.

use std::ffi::OsString;

use clap::{Arg, ArgAction, ArgMatches, Command, CommandFactory as _};

use crate::cli::args::{self, Cli};
use crate::domain::codes::CodeEnum as _;
use crate::exchange::import::Field;
use crate::output::i18n::{Language, Texts};
use crate::verbs::GROUPS;

/// Reads what was typed. `seinhuis help report` is `seinhuis report --help`.
///
/// # Errors
/// What clap has to say: a mistake, or the help that was asked for.
pub fn parse(mut arguments: Vec<OsString>, texts: &Texts) -> Result<ArgMatches, Box<clap::Error>> {
    let mut verb = 1;
    while let Some(option) = arguments
        .get(verb)
        .and_then(|word| word.to_str())
        .filter(|word| word.starts_with('-'))
    {
        verb += if [
            "--routes",
            "--register",
            "--as",
            "--format",
            "--lang",
            "--color",
        ]
        .contains(&option)
        {
            2
        } else {
            1
        };
    }
    if arguments
        .get(verb)
        .is_some_and(|word| word == "help" || word == "hulp")
    {
        arguments.remove(verb);
        arguments.push("--help".into());
    }
    // What is typed right needs neither the other verbs nor help: only what is not understood is
    // read again with all of it.
    let alone = arguments
        .get(verb)
        .and_then(|word| word.to_str())
        .and_then(args::with_verb_alone);
    let understood = alone.and_then(|command| command.try_get_matches_from(&arguments).ok());
    understood.map_or_else(
        || {
            command(texts)
                .try_get_matches_from(arguments)
                .map_err(Box::new)
        },
        Ok,
    )
}

/// All commands with their help in the language of the screen.
#[must_use]
pub fn command(texts: &Texts) -> Command {
    spoken_command(Cli::command(), texts)
}

/// The same of commands to which something was added.
#[must_use]
pub fn spoken_command(command: Command, texts: &Texts) -> Command {
    let command = spoken(command, texts, "help", "seinhuis");
    let first_page = first_page(&command, texts);
    command.help_template(first_page)
}

/// One command and those below it. `key` is where its Dutch help stands.
fn spoken(command: Command, texts: &Texts, key: &str, path: &str) -> Command {
    let top = key == "help";
    let mut command = command.disable_help_flag(true).disable_version_flag(true);
    if texts.language() == Language::Nl {
        let (about, more) = (texts.tr0(key), format!("{key}-more"));
        let long = texts.tr0(&more);
        let long = if long == more {
            about.clone()
        } else {
            format!("{about}\n\n{long}")
        };
        command = command.about(about).long_about(long);
    }
    // The whole text stands above the options, which are kept to a line each.
    let whole = command.get_long_about().or(command.get_about());
    let whole = whole
        .map(|whole| whole.to_string().replace(COLUMNS, &columns()))
        .unwrap_or_default();
    command = command.long_about(whole.clone()).before_help(whole);
    command = command.mut_args(|arg| spoken_argument(arg, texts, key));
    let values = texts.tr0("help-heading-values");
    let options = texts.tr0("help-heading-options");
    let global = texts.tr0("help-heading-global");
    command = command.mut_args(|arg| {
        let heading = match (arg.is_positional(), arg.is_global_set()) {
            (true, _) => &values,
            (false, true) => &global,
            (false, false) => &options,
        };
        arg.help_heading(heading.clone())
    });
    let flag = |id: &'static str, key: &str, action| {
        // Last, whatever else there is.
        Arg::new(id)
            .long(id)
            .action(action)
            .help(texts.tr0(key))
            .help_heading(global.clone())
            .display_order(usize::MAX)
    };
    command = command.arg(flag("help", "help-help", ArgAction::HelpShort).short('h'));
    if top {
        command = command.arg(flag("version", "help-version", ArgAction::Version).short('V'));
    }
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
        let (below, path) = (format!("{key}-{name}"), format!("{path} {called}"));
        command = command.mut_subcommand(&name, |sub| spoken(sub, texts, &below, &path));
    }
    command = command.subcommand_help_heading(texts.tr0("help-heading-commands"));
    let usage = usage(&command, texts, path);
    let template = format!(
        "{{before-help}}{} {{usage}}\n\n{{all-args}}",
        texts.tr0("help-usage")
    );
    command.override_usage(usage).help_template(template)
}

/// In the place of this the help of `import` names the columns.
const COLUMNS: &str = "@columns";

fn columns() -> String {
    let columns: Vec<&str> = Field::ALL.iter().map(|field| field.code()).collect();
    columns.join(", ")
}

/// The usage line: what must be typed, in its order.
fn usage(command: &Command, texts: &Texts, path: &str) -> String {
    let name = |arg: &Arg| {
        arg.get_value_names()
            .and_then(<[_]>::first)
            .map_or_else(|| arg.get_id().to_string(), ToString::to_string)
    };
    let more = |arg: &Arg| {
        if matches!(arg.get_action(), ArgAction::Append) {
            "..."
        } else {
            ""
        }
    };
    let required = command.get_opts().filter(|arg| arg.is_required_set());
    let options =
        required.map(|arg| format!("--{} <{}>", arg.get_long().unwrap_or_default(), name(arg)));
    let below = command
        .has_subcommands()
        .then(|| texts.tr0("help-usage-command"));
    let values = command.get_positionals().map(|arg| {
        if arg.is_required_set() {
            format!("<{}>{}", name(arg), more(arg))
        } else {
            format!("[{}]", name(arg))
        }
    });
    let parts = [path.to_owned(), texts.tr0("help-usage-options")]
        .into_iter()
        .chain(options)
        .chain(below)
        .chain(values);
    parts.collect::<Vec<_>>().join(" ")
}

fn spoken_argument(arg: Arg, texts: &Texts, key: &str) -> Arg {
    let name = if arg.is_global_set() {
        format!("help-global-{}", arg.get_id())
    } else {
        format!("{key}--{}", arg.get_id())
    };
    let help = match texts.language() {
        Language::Nl => texts.tr0(&name),
        Language::En => arg.get_help().map(ToString::to_string).unwrap_or_default(),
    };
    let takes_value = arg.get_action().takes_values();
    let values = if takes_value {
        arg.get_possible_values()
    } else {
        Vec::new()
    };
    let choices: Vec<String> = values
        .iter()
        .map(|value| choice_text(value.get_name(), &arg, texts))
        .collect();
    let help = if choices.is_empty() {
        help
    } else {
        format!(
            "{help}; {}",
            texts.tr("help-choices", &[("values", choices.join(", ").into())])
        )
    };
    let arg = match arg.get_value_names().and_then(<[_]>::first) {
        Some(value) if takes_value => {
            let key = format!("value-{}", value.to_lowercase());
            arg.value_name(texts.tr0(&key))
        }
        _ => arg,
    };
    if takes_value {
        arg.help(help)
            .hide_possible_values(true)
            .hide_default_value(true)
    } else {
        arg.help(help)
    }
}

/// A code that can be typed; in Dutch with what it means, since codes are English.
fn choice_text(code: &str, arg: &Arg, texts: &Texts) -> String {
    let name = arg
        .get_value_names()
        .and_then(<[_]>::first)
        .map(|name| name.to_lowercase())
        .unwrap_or_default();
    let prefix = if name == "reason" { "decline" } else { &name };
    match texts.language() {
        Language::Nl => format!("{code} ({})", texts.tr0(&format!("{prefix}-{code}"))),
        Language::En => code.to_owned(),
    }
}

/// The first page: verbs in groups by who uses them, those of most days first.
fn first_page(command: &Command, texts: &Texts) -> String {
    let label = |sub: &Command| {
        let aliases: Vec<&str> = sub.get_visible_aliases().collect();
        if aliases.is_empty() {
            sub.get_name().to_owned()
        } else {
            format!("{} ({})", sub.get_name(), aliases.join(", "))
        }
    };
    let width = command
        .get_subcommands()
        .map(|sub| label(sub).chars().count())
        .max()
        .unwrap_or(0);
    let groups = GROUPS.iter().map(|(heading, names)| {
        let lines = names
            .iter()
            .filter_map(|name| command.find_subcommand(name))
            .map(|sub| {
                let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
                format!("  {:width$}   {about}", label(sub))
            });
        format!(
            "{}:\n{}",
            texts.tr0(heading),
            lines.collect::<Vec<_>>().join("\n")
        )
    });
    let groups = groups.collect::<Vec<_>>().join("\n\n");
    format!(
        "{{before-help}}{} {{usage}}\n\n{groups}\n\n{}\n\n{}:\n{{options}}",
        texts.tr0("help-usage"),
        texts.tr0("first-page-more"),
        texts.tr0("help-heading-global")
    )
}
