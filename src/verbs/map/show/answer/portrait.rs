//! One organisation of the map: how to reach it, what it owns and promises, where it is involved.

use serde_json::Value;

use crate::domain::event::Level;
use crate::output::answer::{Answer, Data};
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::map_text::limits_text;
use crate::output::reach::reach;
use crate::output::screen::RenderContext;
use crate::routing::map::{Area, Organisation, Responsibility, RouteMap};
use crate::verbs::map::show::answer::claims::ClaimsShown;
use crate::verbs::map::show::answer::{promises, term_text};

/// An organisation, and its claims.
#[derive(Debug, Clone)]
pub struct Portrait<'m> {
    pub organisation: &'m Organisation,
    /// What it owns.
    pub claims: ClaimsShown<'m>,
}

impl Data for Portrait<'_> {
    fn json(&self) -> Value {
        self.claims.json()
    }
}

impl Answer for Portrait<'_> {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let owned = self.responsibilities();
        let mut parts = vec![format!(
            "{}\n{}",
            screen.bold(&self.organisation.name),
            labelled(&self.facts(screen))
        )];
        if owned.is_empty() {
            parts.push(screen.tr0("map-show-owns-nothing"));
        } else {
            parts.push(screen.tr("map-show-owns", &[("count", owned.len().into())]));
            parts.extend(
                owned
                    .iter()
                    .map(|responsibility| self.agreed(responsibility, screen)),
            );
        }
        let involved: Vec<String> = self
            .map()
            .involving(&self.organisation.id)
            .map(|r| self.involved(r, screen))
            .collect();
        if !involved.is_empty() {
            parts.push(format!(
                "{}\n{}",
                screen.tr0("map-show-involved"),
                involved.join("\n")
            ));
        }
        parts.join("\n\n")
    }
}

impl Portrait<'_> {
    fn map(&self) -> &RouteMap {
        self.claims.map
    }

    /// What it owns, each once, in the order of the claims.
    fn responsibilities(&self) -> Vec<&Responsibility> {
        let mut once: Vec<&Responsibility> = Vec::new();
        for claim in &self.claims.claims {
            if !once
                .iter()
                .any(|known| known.place == claim.responsibility.place)
            {
                once.push(claim.responsibility);
            }
        }
        once
    }

    fn facts(&self, screen: &RenderContext<'_>) -> Vec<(String, String)> {
        let Organisation {
            id,
            name: _,
            kind,
            contact,
            place: _,
        } = self.organisation;
        let reached = contact
            .as_ref()
            .map(|contact| reach(contact, self.map(), screen));
        let checked = contact
            .as_ref()
            .and_then(|contact| contact.checked_on)
            .map(|day| screen.day(day));
        let own = |area: &&Area| area.coordinator.as_ref() == Some(id);
        let whole =
            (self.map().settings().coordinator == *id).then(|| screen.tr0("map-show-whole-map"));
        let coordinates: Vec<String> = whole
            .into_iter()
            .chain(
                self.map()
                    .areas()
                    .iter()
                    .filter(own)
                    .map(|area| area.name.clone()),
            )
            .collect();
        let facts = [
            ("map-show-code", Some(format!("{id} ({kind})"))),
            (
                "label-reach",
                Some(reached.unwrap_or_else(|| screen.tr0("map-show-no-contact"))),
            ),
            ("map-show-checked", checked),
            (
                "map-show-coordinates",
                (!coordinates.is_empty()).then(|| coordinates.join(", ")),
            ),
        ];
        facts
            .into_iter()
            .filter_map(|(key, said)| Some((screen.tr0(key), escape::line(&said?))))
            .collect()
    }

    /// One responsibility: its topics, its limits, what it promises, what else is agreed, and where
    /// that stands.
    fn agreed(&self, responsibility: &Responsibility, screen: &RenderContext<'_>) -> String {
        let (accept, feedback) = promises(responsibility, &self.map().settings().promises);
        let terms = [
            ("accept", term_text(accept, screen).into()),
            ("feedback", term_text(feedback, screen).into()),
        ];
        let involve = screen.organisations(&responsibility.involve);
        let also = [
            (responsibility.level == Level::StatusOnly).then(|| screen.tr0("map-show-status-only")),
            responsibility.leads.then(|| screen.tr0("map-show-leads")),
            (responsibility.priority != 0).then(|| {
                screen.tr(
                    "map-show-priority",
                    &[("priority", responsibility.priority.to_string().into())],
                )
            }),
            (!involve.is_empty())
                .then(|| screen.tr("map-show-involves", &[("organisations", involve.into())])),
        ];
        let place = responsibility.place.to_string();
        let because = responsibility
            .because
            .as_ref()
            .map(|because| format!("{} ({place})", screen.of_map(because)));
        let lines = [
            limits_text(responsibility, self.map(), screen),
            screen.tr("map-show-promises", &terms),
        ];
        let lines = lines
            .into_iter()
            .chain(also.into_iter().flatten())
            .chain([because.unwrap_or(place)]);
        let lines: Vec<String> = lines
            .map(|line| format!("    {}", escape::line(&line)))
            .collect();
        format!(
            "  {}\n{}",
            screen.bold(&self.topics(responsibility, screen)),
            lines.join("\n")
        )
    }

    /// What a responsibility of another says about involving this one.
    fn involved(&self, responsibility: &Responsibility, screen: &RenderContext<'_>) -> String {
        let owner = screen.organisation(&responsibility.owner);
        let about = self.topics(responsibility, screen);
        escape::line(&format!(
            "  {owner}: {about} · {}",
            limits_text(responsibility, self.map(), screen)
        ))
    }

    fn topics(&self, responsibility: &Responsibility, screen: &RenderContext<'_>) -> String {
        let name = |topic: &_| screen.of_map(&self.map().topic_at(*topic).name);
        let names = responsibility
            .criteria
            .topics
            .as_ref()
            .map(|topics| topics.iter().map(name).collect::<Vec<_>>().join(", "));
        names.unwrap_or_else(|| screen.tr0("map-show-every-topic"))
    }
}
