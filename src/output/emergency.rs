//! Danger first: whom to call, said before anything else.

use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::reach::hours_text;
use crate::output::screen::RenderContext;
use crate::routing::map::{EmergencyLine, Organisation, RouteMap};

/// The emergency lines of the map, under a heading.
#[must_use]
pub fn sentences<'a>(
    lines: impl IntoIterator<Item = &'a EmergencyLine>,
    screen: &RenderContext<'_>,
) -> String {
    let rows: Vec<(String, String)> = lines.into_iter().map(|line| row(line, screen)).collect();
    if rows.is_empty() {
        without_map(screen)
    } else {
        format!("{}\n{}", screen.tr0("emergency-heading"), labelled(&rows))
    }
}

/// The end of the answer to an acute signal: recording it is not enough. `owner` owns the follow-up.
#[must_use]
pub fn call_too(
    owner: Option<&Organisation>,
    lines: &[EmergencyLine],
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> String {
    let own = owner.and_then(|owner| own_row(owner, lines, map, screen));
    let lines = lines.iter().map(|line| row(line, screen));
    // The lines first: an office may be closed.
    let rows: Vec<(String, String)> = lines.chain(own).collect();
    if rows.is_empty() {
        return without_map(screen);
    }
    format!("{}\n{}", screen.tr0("emergency-call-too"), labelled(&rows))
}

/// The number of the owner, and when it is answered; `None` when it is one of the lines.
fn own_row(
    owner: &Organisation,
    lines: &[EmergencyLine],
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> Option<(String, String)> {
    let contact = owner.contact.as_ref()?;
    let phone = contact.phone.as_deref()?;
    if lines.iter().any(|line| line.call == phone) {
        return None;
    }
    let text = format!("{} ({})", owner.name, hours_text(contact, map, screen));
    Some((screen.bold(phone), escape::line(&text)))
}

fn row(line: &EmergencyLine, screen: &RenderContext<'_>) -> (String, String) {
    (
        screen.bold(&line.call),
        escape::line(&line_text(line, screen)),
    )
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
            topics: None,
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
