//! Danger first: whom to call, said before anything else.

use crate::domain::age::Age;
use crate::domain::time::Moment;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::routing::map::{EmergencyLine, RouteMap};

/// The emergency lines of the map, under a heading.
#[must_use]
pub fn sentences<'a>(
    lines: impl IntoIterator<Item = &'a EmergencyLine>,
    screen: &RenderContext<'_>,
) -> String {
    let rows: Vec<(String, String)> = lines
        .into_iter()
        .map(|line| {
            (
                screen.bold(&line.call),
                escape::line(&line_text(line, screen)),
            )
        })
        .collect();
    if rows.is_empty() {
        without_map(screen)
    } else {
        format!("{}\n{}", screen.tr0("emergency-heading"), labelled(&rows))
    }
}

fn line_text(line: &EmergencyLine, screen: &RenderContext<'_>) -> String {
    let when = screen.of_map(&line.when);
    match &line.organisation {
        Some(organisation) => format!("{}: {when}", screen.organisation(organisation)),
        None => when.to_owned(),
    }
}

/// What holds everywhere in the Netherlands, for when there is no map to read or it names no line.
#[must_use]
pub fn without_map(screen: &RenderContext<'_>) -> String {
    let rows = [
        ("112", "emergency-112"),
        ("0800-2000", "emergency-veilig-thuis"),
    ];
    let rows: Vec<(String, String)> = rows
        .iter()
        .map(|(call, key)| (screen.bold(call), screen.tr0(key)))
        .collect();
    format!("{}\n{}", screen.tr0("emergency-heading"), labelled(&rows))
}

/// The emergency lines that an answer holds: those of the map for this age and moment, and none
/// unless it is acute.
#[must_use]
pub fn of(map: &RouteMap, acute: bool, age: Option<Age>, at: Moment) -> Vec<EmergencyLine> {
    if acute {
        map.emergency_at(age, at).cloned().collect()
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::i18n::{Language, Texts};
    use crate::routing::map::Text;

    #[test]
    fn two_lines_with_one_number_both_show_it() {
        let line = |when: &str| EmergencyLine {
            call: "112".to_owned(),
            organisation: None,
            when: Text {
                nl: when.into(),
                en: when.into(),
            },
            ages: None,
            hours: None,
            place: None,
        };
        let texts = Texts::new(Language::En);
        let screen = RenderContext {
            texts: &texts,
            map: None,
            now: "2026-11-23T10:15:00Z".parse().unwrap(),
            width: None,
            colour: false,
        };
        let said = sentences(&[line("fire"), line("violence")], &screen);
        assert!(said.ends_with("\n  112   fire\n  112   violence"), "{said}");
    }
}
