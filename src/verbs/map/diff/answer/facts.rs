//! What else two maps say differently, in words: contacts first, then the rest.

use crate::map_analysis::compare::{Fact, FactKind, MapStatement};
use crate::output::alarm_step::alarm_step_text;
use crate::output::decision::ages_text;
use crate::output::escape;
use crate::output::handover::handover_text;
use crate::output::reach::days_text;
use crate::routing::map::{ContactHours, EmergencyLine, OfficeHours, Synonyms};
use crate::verbs::map::diff::answer::names::{Names, arrow};

/// The facts under their headings.
pub(crate) fn describe(facts: &[Fact], names: &Names<'_>) -> Vec<String> {
    let (contacts, others): (Vec<&Fact>, Vec<&Fact>) =
        facts.iter().partition(|fact| is_of_contact(fact.kind));
    [("diff-contacts", contacts), ("diff-others", others)]
        .into_iter()
        .filter_map(|(heading, facts)| {
            let lines = facts
                .into_iter()
                .map(|fact| format!("  {}", escape::line(&line(fact, names))));
            names.section(heading, lines.collect())
        })
        .collect()
}

fn is_of_contact(kind: FactKind) -> bool {
    matches!(
        kind,
        FactKind::Phone
            | FactKind::Email
            | FactKind::ContactHours
            | FactKind::EmergencyLine
            | FactKind::EmergencyOrder
    )
}

/// Whether the map has the thing or not. The other kinds are about what a thing is like.
fn is_a_thing(kind: FactKind) -> bool {
    matches!(
        kind,
        FactKind::Organisation
            | FactKind::Topic
            | FactKind::Area
            | FactKind::EmergencyLine
            | FactKind::EscalationStep
            | FactKind::ClosedDay
            | FactKind::OpenDay
    )
}

fn line(fact: &Fact, names: &Names<'_>) -> String {
    let Fact { kind, of, old, new } = fact;
    let screen = names.screen;
    let what = screen.label("fact", *kind);
    let [of, old, new] =
        [of, old, new].map(|value| value.as_ref().map(|value| value_text(value, names)));
    match (old, new) {
        (Some(value), None) if is_a_thing(*kind) => screen.tr(
            "diff-removed",
            &[("what", what.into()), ("value", value.into())],
        ),
        (None, Some(value)) if is_a_thing(*kind) => screen.tr(
            "diff-added",
            &[("what", what.into()), ("value", value.into())],
        ),
        (old, new) => {
            let what = match of {
                Some(of) => screen.tr("diff-of", &[("what", what.into()), ("of", of.into())]),
                None => what,
            };
            let [old, new] =
                [old, new].map(|value| value.unwrap_or_else(|| screen.tr0("diff-nothing")));
            format!("{what}: {}", arrow(&old, &new))
        }
    }
}

fn value_text(value: &MapStatement, names: &Names<'_>) -> String {
    let screen = names.screen;
    match value {
        MapStatement::Text(text) => text.clone(),
        MapStatement::Name(name) => screen.of_map(name).to_owned(),
        MapStatement::Also(words) => also_text(words),
        MapStatement::Term(term) => screen.term(*term),
        MapStatement::Day(day) => screen.day(*day),
        MapStatement::Whether(yes) => screen.tr0(if *yes { "diff-yes" } else { "diff-no" }),
        MapStatement::Office(OfficeHours { days, from, to }) => {
            format!("{} {from}–{to}", days_text(days, screen))
        }
        MapStatement::Reachable(ContactHours::Office) => screen.tr0("diff-in-office-hours"),
        MapStatement::Reachable(ContactHours::Always) => screen.tr0("contact-always"),
        MapStatement::Line(line) => line_text(line, names),
        MapStatement::Handover(way) => handover_text(way, screen),
        MapStatement::Step(step, tell, takes_over) => {
            alarm_step_text(*step, tell, *takes_over, screen, |id| {
                names.organisation(id)
            })
        }
        MapStatement::Topic(id) => names.topic(id),
        MapStatement::Area(id) => names.area(id),
        MapStatement::Organisation(id) => names.organisation(id),
    }
}

/// `nl: ruzie, scheiding · en: quarrel`: a change in either language is seen.
fn also_text(words: &Synonyms) -> String {
    let Synonyms { nl, en } = words;
    let languages: Vec<String> = [("nl", nl), ("en", en)]
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(language, words)| format!("{language}: {}", words.join(", ")))
        .collect();
    languages.join(" · ")
}

/// `0800-2000, Veilig Thuis (violence or abuse)`.
fn line_text(line: &EmergencyLine, names: &Names<'_>) -> String {
    let EmergencyLine {
        call,
        organisation,
        when,
        topics,
        ages,
        hours,
        place: _,
    } = line;
    let screen = names.screen;
    let organisation = organisation.as_ref().map(|id| names.organisation(id));
    let called: Vec<String> = std::iter::once(call.clone()).chain(organisation).collect();
    let ages = ages.map(|ages| {
        screen.tr(
            "limit-age",
            &[("values", ages_text(&ages.to_string(), screen).into())],
        )
    });
    let hours = hours.map(|hours| screen.label("hours", hours));
    let topics = topics.iter().flatten().map(|topic| names.topic(topic));
    let limits: Vec<String> = std::iter::once(screen.of_map(when).to_owned())
        .chain(topics)
        .chain(ages)
        .chain(hours)
        .collect();
    format!("{} ({})", called.join(", "), limits.join(", "))
}
