//! Both catalogues say the same, nothing more and nothing less than the program asks of them.

pub mod help;
mod source;

use std::collections::{BTreeMap, BTreeSet};

use crate::common::World;
use clap::CommandFactory as _;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use seinhuis::output::i18n::{Language, Texts};

pub const NL: &str = include_str!(concat!(env!("OUT_DIR"), "/nl.ftl"));
const EN: &str = include_str!(concat!(env!("OUT_DIR"), "/en.ftl"));

/// The keys of a catalogue, each with the variables that its text takes.
pub fn catalogue(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource =
        fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut keys = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut variables = BTreeSet::new();
                collect(message.value.as_ref().unwrap(), &mut variables);
                let again = keys.insert(message.id.name.to_owned(), variables);
                assert!(again.is_none(), "{} is there twice", message.id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(term) => panic!("{} is a term: they are not used", term.id.name),
            Entry::Junk { content } => panic!("not readable: {content}"),
        }
    }
    keys
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => collect_inline(inline, variables),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, variables);
                    variants
                        .iter()
                        .for_each(|variant| collect(&variant.value, variables));
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        variables.insert(id.name.to_owned());
    }
}

/// `help-*` and `option-*`, which English has in the doc comments of the commands and in the names of
/// their options, apart from what both languages say around it.
fn is_help_of_a_command(key: &str, english: &BTreeMap<String, BTreeSet<String>>) -> bool {
    let of_a_command = key == "help" || key.starts_with("help-") || key.starts_with("option-");
    of_a_command && !english.contains_key(key)
}

#[test]
fn both_catalogues_have_the_same_keys() {
    let (nl, en) = (catalogue(NL), catalogue(EN));
    let only_nl: Vec<&String> = nl
        .keys()
        .filter(|key| !en.contains_key(*key) && !is_help_of_a_command(key, &en))
        .collect();
    let only_en: Vec<&String> = en.keys().filter(|key| !nl.contains_key(*key)).collect();
    assert_eq!((only_nl, only_en), (vec![], vec![]));
}

#[test]
fn every_text_takes_the_same_in_both_languages() {
    let (nl, en) = (catalogue(NL), catalogue(EN));
    let differ: Vec<&String> = en
        .iter()
        .filter(|(key, variables)| nl[*key] != **variables)
        .map(|(key, _)| key)
        .collect();
    // Dutch says "1 keer" and "2 keer", and needs no plural there.
    assert_eq!(differ, Vec::<&String>::new());
}

#[test]
fn late_by_no_working_day_yet_is_said_without_a_number() {
    for (language, late) in [(Language::Nl, "te laat"), (Language::En, "late")] {
        let texts = Texts::new(language);
        let said = |key, days: u32| texts.tr(key, &[("day", "D".into()), ("days", days.into())]);
        assert_eq!(
            (said("list-late", 0), said("promise-late", 0)),
            (format!("D, {late}"), format!("({late})"))
        );
        for days in [1, 2] {
            assert!(
                said("list-late", days).starts_with(&format!("D, {days} "))
                    && said("list-late", days).ends_with(late)
            );
        }
    }
}

#[test]
fn a_text_that_chooses_by_another_text_names_what_that_text_says() {
    // `event-reported` looks at what a basis is called.
    for (catalogue, language) in [(NL, Language::Nl), (EN, Language::En)] {
        let rule = Texts::new(language).tr0("basis-rule");
        let message = catalogue
            .split("\nevent-reported = ")
            .nth(1)
            .and_then(|rest| rest.split("\nevent-").next())
            .unwrap();
        assert!(
            message.contains(&format!("    [{rule}] ")),
            "event-reported does not know {rule}"
        );
    }
}

#[test]
fn the_language_is_the_option_then_the_variable_then_the_file_then_the_locale() {
    let neither = || World::new().without("SEINHUIS_LANG");
    neither()
        .with("LANG", "nl_NL.UTF-8")
        .run(["map", "check"])
        .said("De kaart");
    neither()
        .with("LANG", "de_DE.UTF-8")
        .run(["map", "check"])
        .said("The map");
    neither()
        .with("LANG", "nl_NL.UTF-8")
        .config("lang: en")
        .run(["map", "check"])
        .said("The map");
    neither()
        .config("lang: en")
        .with("SEINHUIS_LANG", "nl")
        .run(["map", "check"])
        .said("De kaart");
    World::new()
        .lang("nl")
        .run(["map", "check", "--lang", "en"])
        .said("The map");
}

#[test]
fn no_sentence_lacks_what_it_takes() {
    // Fluent shows a variable that it was not given as {$name}.
    let world = World::new().lang("nl").reported();
    for (organisation, arguments) in [
        ("jgz-waterdam", &["toon", "K7M4"][..]),
        ("jgz-waterdam", &["vraag", "K7M4", "x"]),
        ("kraamzorg-de-wieg", &["antwoord", "K7M4", "x"]),
    ] {
        world
            .run_as(organisation, arguments)
            .exit(0)
            .never_shows("{");
    }
}
