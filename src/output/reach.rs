//! How to reach an organisation.

use crate::domain::codes::OrganisationId;
use crate::domain::event::AsWas;
use crate::domain::time::Weekday;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::routing::map::{Contact, ContactHours, RouteMap};

/// How to reach the organisation with this code, or how it was reached when it is no longer in the map;
/// `None` when that is not known.
#[must_use]
pub fn reach_of(organisation: &OrganisationId, screen: &RenderContext<'_>) -> Option<String> {
    if let Some(as_was) = screen.as_it_was(organisation) {
        return reach_then(as_was);
    }
    let organisation = screen.organisation_today(organisation)?;
    let contact = organisation.contact.as_ref()?;
    Some(reach(contact, screen.map?, screen))
}

/// How to reach the owner: the person whom she named, and her organisation.
#[must_use]
pub fn reach_of_owner(
    owner: &OrganisationId,
    person: Option<&str>,
    screen: &RenderContext<'_>,
) -> Option<String> {
    let person = person.map(escape::line);
    let both: Vec<String> = person.into_iter().chain(reach_of(owner, screen)).collect();
    (!both.is_empty()).then(|| both.join(" · "))
}

/// How to reach an organisation: `010-555 01 20 (Mon–Fri 08:30–17:00) ·
/// signalen@jgz.waterdam.example`.
#[must_use]
pub fn reach(contact: &Contact, map: &RouteMap, screen: &RenderContext<'_>) -> String {
    let hours = hours_text(contact, map, screen);
    let phone = contact
        .phone
        .as_ref()
        .map(|phone| format!("{phone} ({hours})"));
    escape::line(
        &phone
            .into_iter()
            .chain(contact.email.clone())
            .collect::<Vec<_>>()
            .join(" · "),
    )
}

/// How it was reached: `010-555 01 20 · signalen@jgz.waterdam.example`; `None` when that was not known.
fn reach_then(as_was: &AsWas) -> Option<String> {
    let AsWas {
        name: _,
        phone,
        email,
    } = as_was;
    let both: Vec<&str> = [phone, email]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    (!both.is_empty()).then(|| escape::line(&both.join(" · ")))
}

/// When an organisation can be reached: `Mon–Fri 08:30–17:00`.
#[must_use]
pub fn hours_text(contact: &Contact, map: &RouteMap, screen: &RenderContext<'_>) -> String {
    match contact.hours {
        ContactHours::Always => screen.tr0("contact-always"),
        ContactHours::Office => {
            let office = &map.settings().office_hours;
            format!(
                "{} {}–{}",
                days_text(&office.days, screen),
                office.from,
                office.to
            )
        }
    }
}

/// `Mon–Tue, Thu–Fri`: days in a row are written as the first and the last.
pub(crate) fn days_text(days: &[Weekday], screen: &RenderContext<'_>) -> String {
    let runs: Vec<String> = Weekday::ALL
        .chunk_by(|one, next| days.contains(one) == days.contains(next))
        .filter(|run| run.iter().all(|day| days.contains(day)))
        .map(|run| run_text(run, screen))
        .collect();
    runs.join(", ")
}

fn run_text(run: &[Weekday], screen: &RenderContext<'_>) -> String {
    match run {
        [first, .., last] => format!(
            "{}–{}",
            screen.short_weekday(*first),
            screen.short_weekday(*last)
        ),
        run => run.iter().map(|only| screen.short_weekday(*only)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::i18n::{Language, Texts};
    use rstest::rstest;

    #[rstest]
    #[case(&[0, 1, 2, 3, 4], "Mon–Fri")]
    #[case(&[0, 1, 3, 4], "Mon–Tue, Thu–Fri")]
    #[case(&[6, 2, 0], "Mon, Wed, Sun")]
    fn days_that_follow_one_another_are_told_as_a_range(
        #[case] days: &[usize],
        #[case] text: &str,
    ) {
        let days: Vec<Weekday> = days.iter().map(|day| Weekday::ALL[*day]).collect();
        let screen = RenderContext {
            texts: &Texts::new(Language::En),
            map: None,
            as_they_were: None,
            now: "2026-11-23T10:15:00Z".parse().unwrap(),
            width: None,
            colour: true,
        };
        assert_eq!(days_text(&days, &screen), text);
    }
}
