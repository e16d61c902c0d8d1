//! One organisation of the map: how to reach it, what it owns and promises, where it is involved.

use serde::Serialize;

use crate::domain::codes::OrganisationId;
use crate::domain::event::Level;
use crate::domain::signal::Urgency;
use crate::output::answer::Answer;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::handover::handover_text;
use crate::output::map_text::limits_text;
use crate::output::reach::reach;
use crate::output::screen::RenderContext;
use crate::routing::map::{AcutePromises, Organisation, Responsibility, RouteMap, SendersApart};
use crate::verbs::map::show::answer::claims::ClaimsView;
use crate::verbs::map::show::answer::general_promises::terms_text;
use crate::verbs::map::show::answer::promises;
use crate::verbs::map::show::answer::remarks::days_text;

/// An organisation, and its claims.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Portrait<'m> {
    pub claims: ClaimsView<'m>,
    #[serde(skip)]
    pub organisation: &'m Organisation,
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
                    .map(|one| self.responsibility_text(one, screen)),
            );
        }
        let involved: Vec<String> = self
            .map()
            .involving(&self.organisation.id)
            .map(|one| self.involvement_text(one, screen))
            .collect();
        if !involved.is_empty() {
            let heading = screen.tr0("map-show-involved");
            parts.push(format!("{heading}\n{}", involved.join("\n")));
        }
        parts.join("\n\n")
    }
}

/// `yes; read in full by: Noor, Els`.
fn apart_text(apart: &SendersApart, screen: &RenderContext<'_>) -> String {
    let office = apart.office.join(", ");
    if office.is_empty() {
        screen.tr0("map-show-apart")
    } else {
        screen.tr1("map-show-apart-office", "office", office)
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
            formerly,
            valid,
            name: _,
            kind,
            contact,
            senders_apart,
            place: _,
        } = self.organisation;
        let contact = contact.as_ref();
        let formerly: Vec<&str> = formerly.iter().map(OrganisationId::as_str).collect();
        let coordinates = self.coordinates(screen);
        let facts = [
            ("map-show-code", Some(format!("{id} ({kind})"))),
            (
                "map-show-former-codes",
                (!formerly.is_empty()).then(|| formerly.join(", ")),
            ),
            ("map-show-days", days_text(valid.from, valid.until, screen)),
            (
                "label-reach",
                Some(contact.map_or_else(
                    || screen.tr0("map-show-no-contact"),
                    |contact| reach(contact, self.map(), screen),
                )),
            ),
            (
                "map-show-checked",
                contact
                    .and_then(|contact| contact.checked_on)
                    .map(|day| screen.day(day)),
            ),
            (
                "map-show-senders-apart",
                senders_apart
                    .as_ref()
                    .map(|apart| apart_text(apart, screen)),
            ),
            (
                "map-show-coordinates",
                (!coordinates.is_empty()).then(|| coordinates.join(", ")),
            ),
            ("map-show-hears", self.hears(screen)),
        ];
        facts
            .into_iter()
            .filter_map(|(key, text)| Some((screen.tr0(key), escape::line(&text?))))
            .collect()
    }

    /// How much it hears at most as a sender; `None` when the map sets no such limit.
    fn hears(&self, screen: &RenderContext<'_>) -> Option<String> {
        match self.map().sender_level(&self.organisation.id) {
            Level::Full => None,
            level @ Level::StatusOnly => Some(screen.label("diff-level", level)),
        }
    }

    /// The areas that it coordinates.
    fn coordinates(&self, screen: &RenderContext<'_>) -> Vec<String> {
        let id = &self.organisation.id;
        let whole_map =
            (self.map().settings().coordinator == *id).then(|| screen.tr0("map-show-whole-map"));
        let areas = self.map().areas().iter();
        let areas = areas
            .filter(|area| area.coordinator.as_ref() == Some(id))
            .map(|area| area.name.clone());
        whole_map.into_iter().chain(areas).collect()
    }

    fn promises_text(
        &self,
        key: &str,
        responsibility: &Responsibility,
        urgency: Urgency,
        screen: &RenderContext<'_>,
    ) -> String {
        let terms = promises(responsibility, &self.map().settings().promises, urgency);
        terms_text(key, terms, screen)
    }

    /// One responsibility: topics, limits, promises, what else is agreed, and its place in the map.
    fn responsibility_text(
        &self,
        responsibility: &Responsibility,
        screen: &RenderContext<'_>,
    ) -> String {
        let mut lines = vec![
            limits_text(responsibility, self.map(), screen),
            self.promises_text(
                "map-show-promises",
                responsibility,
                Urgency::default(),
                screen,
            ),
        ];
        let AcutePromises {
            accept_within,
            feedback_within,
            because,
        } = &responsibility.acute;
        if accept_within.or(*feedback_within).is_some() {
            let key = "map-show-acute-promises";
            let promised = self.promises_text(key, responsibility, Urgency::Acute, screen);
            lines.push(match because {
                Some(because) => format!("{promised} ({})", screen.of_map(because)),
                None => promised,
            });
        }
        if responsibility.level == Level::StatusOnly {
            lines.push(screen.tr0("map-show-status-only"));
        }
        if responsibility.leads {
            lines.push(screen.tr0("map-show-leads"));
        }
        if responsibility.priority != 0 {
            let priority = responsibility.priority.to_string();
            lines.push(screen.tr("map-show-priority", &[("priority", priority.into())]));
        }
        let involve = screen.organisations(&responsibility.involve);
        if !involve.is_empty() {
            lines.push(screen.tr("map-show-involves", &[("organisations", involve.into())]));
        }
        if let Some(way) = &responsibility.handover {
            lines.push(handover_text(way, screen));
        }
        let place = responsibility.place.to_string();
        lines.push(match &responsibility.because {
            Some(because) => format!("{} ({place})", screen.of_map(because)),
            None => place,
        });
        let mut text = format!("  {}", screen.bold(&self.topics(responsibility, screen)));
        for line in &lines {
            text.push_str(&format!("\n    {}", escape::line(line)));
        }
        text
    }

    /// A responsibility of another that involves this one.
    fn involvement_text(
        &self,
        responsibility: &Responsibility,
        screen: &RenderContext<'_>,
    ) -> String {
        escape::line(&format!(
            "  {}: {} · {}",
            screen.organisation(&responsibility.owner),
            self.topics(responsibility, screen),
            limits_text(responsibility, self.map(), screen)
        ))
    }

    fn topics(&self, responsibility: &Responsibility, screen: &RenderContext<'_>) -> String {
        let Some(topics) = &responsibility.criteria.topics else {
            return screen.tr0("map-show-every-topic");
        };
        let names: Vec<&str> = topics
            .iter()
            .map(|topic| screen.of_map(&self.map().topic_at(*topic).name))
            .collect();
        names.join(", ")
    }
}
