//! docs/glossary.md holds every code of the program, and calls it what the screen calls it.

use std::collections::BTreeMap;

use seinhuis::domain::codes::CodeEnum;
use seinhuis::domain::event::{Basis, Channel, DeclineReason, EventKind, Level, Outcome};
use seinhuis::domain::lifecycle::{Party, Verb};
use seinhuis::domain::signal::Urgency;
use seinhuis::domain::signal_state::State;
use seinhuis::domain::words::NotNeeded;
use seinhuis::output::i18n::{Language, Texts};
use seinhuis::register::Part;
use seinhuis::routing::criterion::Criterion;
use seinhuis::routing::map::Hours;

use super::source::{code, none, table_under};

/// The English and the Dutch word of each code of a group.
fn group(heading: &str) -> BTreeMap<String, (String, String)> {
    let rows = table_under("docs/glossary.md", &format!("## {heading}"));
    rows.iter()
        .map(|row| (code(&row[2]).to_owned(), (row[0].clone(), row[1].clone())))
        .collect()
}

fn codes<C: CodeEnum>() -> Vec<&'static str> {
    C::ALL.iter().map(|choice| choice.code()).collect()
}

#[test]
fn each_code_is_called_as_on_the_screen() {
    let (en, nl) = (Texts::new(Language::En), Texts::new(Language::Nl));
    let mut complaints = Vec::new();
    for (heading, prefix, codes) in [
        ("States", "state", codes::<State>()),
        ("Bases", "basis", codes::<Basis>()),
        ("Parties", "party", codes::<Party>()),
        ("Urgencies", "urgency", codes::<Urgency>()),
        ("Outcomes", "outcome", codes::<Outcome>()),
        ("Reasons to decline", "decline", codes::<DeclineReason>()),
        ("Channels", "channel", codes::<Channel>()),
        ("Criteria", "criterion", codes::<Criterion>()),
        ("Hours", "hours", codes::<Hours>()),
    ] {
        let told = group(heading);
        for code in codes {
            let key = format!("{prefix}-{code}");
            let on_screen = (en.tr0(&key), nl.tr0(&key));
            if told.get(code) != Some(&on_screen) {
                complaints.push(format!(
                    "docs/glossary.md, {heading}: {code} is {} / {} on the screen.",
                    on_screen.0, on_screen.1
                ));
            }
        }
    }
    none(&complaints);
}

#[test]
fn each_code_that_the_screen_tells_in_a_sentence_is_there_too() {
    let mut complaints = Vec::new();
    for (heading, codes) in [
        ("Steps", codes::<Verb>()),
        ("Events", codes::<EventKind>()),
        ("Levels", codes::<Level>()),
        ("Parts of what is written", codes::<Part>()),
        ("Not needed", codes::<NotNeeded>()),
    ] {
        let told = group(heading);
        let missing = codes.into_iter().filter(|code| !told.contains_key(*code));
        complaints
            .extend(missing.map(|code| format!("docs/glossary.md, {heading}: {code} is missing.")));
    }
    none(&complaints);
}
