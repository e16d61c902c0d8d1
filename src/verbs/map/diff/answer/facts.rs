//! What else two maps say differently, in words: how to reach whom first, then the rest.

use crate::domain::alarm::AlarmStep;
use crate::domain::codes::CodeEnum as _;
use crate::map_analysis::compare::{Fact, FactKind, MapStatement};
use crate::output::decision::ages_text;
use crate::output::escape;
use crate::output::map_text::alarm_step_text;
use crate::output::reach::days_text;
use crate::routing::map::{ContactHours, EmergencyLine, Listener, OfficeHours};
use crate::verbs::map::diff::answer::names::{Names, arrow};

/// The facts under their headings.
pub(crate) fn describe(facts: &[Fact], names: &Names<'_>) -> Vec<String> {
    let (contacts, others): (Vec<&Fact>, Vec<&Fact>) =
        facts.iter().partition(|fact| is_of_contact(fact.kind));
    let section = |heading: &str, facts: Vec<&Fact>| {
        let lines: Vec<String> = facts
            .into_iter()
            .map(|fact| format!("  {}", escape::line(&line(fact, names))))
            .collect();
        (!lines.is_empty()).then(|| {
            format!(
                "{}\n{}",
                names.screen.bold(&names.screen.tr0(heading)),
                lines.join("\n")
            )
        })
    };
    [
        section("diff-contacts", contacts),
        section("diff-others", others),
    ]
    .into_iter()
    .flatten()
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

/// Whether it is something that is there or not, and not something said of what is there.
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
    let kind_told = screen.label("fact", *kind);
    let said = |value: &Option<MapStatement>| value.as_ref().map(|value| value_text(value, names));
    match (said(old), said(new)) {
        (Some(gone), None) if is_a_thing(*kind) => screen.tr(
            "diff-removed",
            &[("what", kind_told.into()), ("value", gone.into())],
        ),
        (None, Some(come)) if is_a_thing(*kind) => screen.tr(
            "diff-added",
            &[("what", kind_told.into()), ("value", come.into())],
        ),
        (old, new) => {
            let nothing = || screen.tr0("diff-nothing");
            let what = match said(of) {
                Some(of) => screen.tr("diff-of", &[("what", kind_told.into()), ("of", of.into())]),
                None => kind_told,
            };
            format!(
                "{what}: {}",
                arrow(&old.unwrap_or_else(nothing), &new.unwrap_or_else(nothing))
            )
        }
    }
}

fn value_text(value: &MapStatement, names: &Names<'_>) -> String {
    let screen = names.screen;
    match value {
        MapStatement::Text(text) => text.clone(),
        MapStatement::Name(name) => screen.of_map(name).to_owned(),
        MapStatement::Term(term) => screen.term(*term),
        MapStatement::Day(day) => screen.day(*day),
        MapStatement::Whether(yes) => screen.tr0(if *yes { "diff-yes" } else { "diff-no" }),
        MapStatement::Office(OfficeHours { days, from, to }) => {
            format!("{} {from}–{to}", days_text(days, screen))
        }
        MapStatement::Reachable(ContactHours::Office) => screen.tr0("diff-in-office-hours"),
        MapStatement::Reachable(ContactHours::Always) => screen.tr0("contact-always"),
        MapStatement::Line(line) => line_text(line, names),
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

/// `0800-2000, Veilig Thuis (violence or abuse)`.
fn line_text(line: &EmergencyLine, names: &Names<'_>) -> String {
    let EmergencyLine {
        call,
        organisation,
        when,
        ages,
        hours,
        place: _,
    } = line;
    let screen = names.screen;
    let whose = organisation.as_ref().map(|id| names.organisation(id));
    let called: Vec<String> = std::iter::once(call.clone()).chain(whose).collect();
    let ages = ages.map(|ages| {
        screen.tr(
            "limit-age",
            &[("values", ages_text(&ages.to_string(), screen).into())],
        )
    });
    let hours = hours.map(|hours| screen.label("hours", hours));
    let limits: Vec<String> = std::iter::once(screen.of_map(when).to_owned())
        .chain(ages)
        .chain(hours)
        .collect();
    format!("{} ({})", called.join(", "), limits.join(", "))
}

/// The value as data.
pub(crate) fn json(value: &MapStatement) -> serde_json::Value {
    use serde_json::json;
    match value {
        MapStatement::Text(text) => json!(text),
        MapStatement::Name(name) => json!({ "nl": name.nl, "en": name.en }),
        MapStatement::Term(term) => json!(term.to_string()),
        MapStatement::Day(day) => json!(day.to_string()),
        MapStatement::Whether(yes) => json!(yes),
        MapStatement::Office(OfficeHours { days, from, to }) => {
            let days: Vec<&str> = days.iter().map(|day| day.code()).collect();
            json!({ "days": days, "from": from.to_string(), "to": to.to_string() })
        }
        MapStatement::Reachable(hours) => json!(hours.code()),
        MapStatement::Line(EmergencyLine {
            call,
            organisation,
            when,
            ages,
            hours,
            place: _,
        }) => json!({
            "call": call,
            "organisation": organisation.as_ref().map(ToString::to_string),
            "when": { "nl": when.nl, "en": when.en },
            "ages": ages.map(|ages| ages.to_string()),
            "hours": hours.map(|hours| hours.code()),
        }),
        MapStatement::Step(AlarmStep { past, after }, tell, takes_over) => {
            let tell: Vec<&str> = tell.iter().map(Listener::code).collect();
            json!({ "past": past.code(), "after": after, "tell": tell, "takes_over": takes_over })
        }
        MapStatement::Topic(id) => json!(id.to_string()),
        MapStatement::Area(id) => json!(id.to_string()),
        MapStatement::Organisation(id) => json!(id.to_string()),
    }
}
