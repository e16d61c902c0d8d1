//! Danger first: whom to call, said before anything else.

use crate::domain::time::Moment;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::reach::hours_text;
use crate::output::screen::RenderContext;
use crate::routing::map::{Contact, ContactHours, EmergencyLine, Hours, Organisation, RouteMap};

/// The emergency lines of danger, under a heading.
#[must_use]
pub fn sentences<'a>(
    lines: impl IntoIterator<Item = &'a EmergencyLine>,
    screen: &RenderContext<'_>,
) -> String {
    let rows: Vec<(String, String)> = lines.into_iter().map(|line| row(line, screen)).collect();
    if rows.is_empty() {
        without_map(screen)
    } else {
        under("emergency-heading", &rows, screen)
    }
}

/// The emergency lines of a topic, of a signal without danger.
#[must_use]
pub fn topic_sentences<'a>(
    lines: impl IntoIterator<Item = &'a EmergencyLine>,
    screen: &RenderContext<'_>,
) -> String {
    let rows: Vec<(String, String)> = lines.into_iter().map(|line| row(line, screen)).collect();
    under("emergency-topic-heading", &rows, screen)
}

/// Whom to call about an acute signal.
pub struct WhomToCall<'a> {
    pub lines: &'a [EmergencyLine],
    /// Who owns the follow-up, then who owns its other topics.
    pub owners: Vec<&'a Organisation>,
    pub map: &'a RouteMap,
    pub at: Moment,
}

impl WhomToCall<'_> {
    /// The end of the answer: that recording is not enough, when it `is_recorded`, and the numbers.
    #[must_use]
    pub fn sentences(&self, is_recorded: bool, screen: &RenderContext<'_>) -> String {
        let heading = if is_recorded {
            "emergency-call-too"
        } else {
            "emergency-heading"
        };
        let lines = self.lines.iter().map(|line| row(line, screen));
        let owners = self.owners.iter();
        let owners = owners.filter_map(|owner| self.owner_row(owner, screen));
        // The lines first: an office may be closed.
        let rows: Vec<(String, String)> = lines.chain(owners).collect();
        if rows.is_empty() {
            return without_map(screen);
        }
        under(heading, &rows, screen)
    }

    /// The number of an owner, and when it is answered; `None` when it is one of the lines.
    fn owner_row(
        &self,
        owner: &Organisation,
        screen: &RenderContext<'_>,
    ) -> Option<(String, String)> {
        let contact = owner.contact.as_ref()?;
        let phone = contact.phone.as_deref()?;
        if self.lines.iter().any(|line| line.call == phone) {
            return None;
        }
        let mut hours = hours_text(contact, self.map, screen);
        if !self.is_open(contact) {
            hours = screen.tr1("emergency-closed-now", "hours", hours);
        }
        let text = format!("{} ({hours})", owner.name);
        Some((screen.bold(phone), escape::line(&text)))
    }

    fn is_open(&self, contact: &Contact) -> bool {
        match contact.hours {
            ContactHours::Always => true,
            ContactHours::Office => self.map.hours_at(self.at) == Hours::Office,
        }
    }
}

fn under(heading: &str, rows: &[(String, String)], screen: &RenderContext<'_>) -> String {
    format!("{}\n{}", screen.tr0(heading), labelled(rows))
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
    under("emergency-heading", &rows, screen)
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
            as_they_were: None,
            now: "2026-11-23T10:15:00Z".parse().unwrap(),
            width: None,
            colour: false,
        };
        let said = sentences(&[line("fire"), line("violence")], &screen);
        assert!(said.ends_with("\n  112   fire\n  112   violence"), "{said}");
    }
}
