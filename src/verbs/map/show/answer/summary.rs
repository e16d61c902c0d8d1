//! The map at a glance: its areas and topics as trees, and its organisations.

use serde::Serialize;

use crate::domain::codes::{AreaId, KindId, MapId, OrganisationId, TopicId};
use crate::domain::event::Level;
use crate::domain::time::Day;
use crate::output::alarm_step::{AlarmStepView, alarm_step_text};
use crate::output::answer::Answer;
use crate::output::escape;
use crate::output::handover::handover_text;
use crate::output::screen::RenderContext;
use crate::output::wrap::{columns, pad};
use crate::routing::handover::Handover;
use crate::routing::map::{
    Area, Contact, Escalation, Organisation, RouteMap, SenderLevels, SendersApart, Synonyms, Text,
    Topic,
};
use crate::verbs::map::show::answer::general_promises::{GeneralPromises, promise_lines};
use crate::verbs::map::show::answer::remarks::{also_text, days_text, formerly_text, range_text};

/// All of a map, counted.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MapSummary<'m> {
    name: &'m Text,
    id: Option<&'m MapId>,
    digest: &'m str,
    coordinator: &'m OrganisationId,
    privacy_officer: Option<&'m OrganisationId>,
    promises: GeneralPromises,
    handover: &'m Handover,
    levels: Vec<LevelRow<'m>>,
    escalation: Vec<AlarmStepView>,
    areas: Vec<AreaRow<'m>>,
    organisations: Vec<OrganisationRow<'m>>,
    topics: Vec<TopicRow<'m>>,
    #[serde(skip)]
    map: &'m RouteMap,
}

/// How much those of a kind, or an organisation, hear at most.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LevelRow<'m> {
    sender: &'m str,
    level: Level,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct AreaRow<'m> {
    id: &'m AreaId,
    name: &'m str,
    /// Its other names.
    also: &'m [String],
    /// The codes that it took over.
    formerly: &'m [AreaId],
    valid_from: Option<Day>,
    valid_until: Option<Day>,
    code: Option<&'m str>,
    within: Option<&'m AreaId>,
    postcodes: Vec<String>,
    coordinator: Option<&'m OrganisationId>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct OrganisationRow<'m> {
    id: &'m OrganisationId,
    name: &'m str,
    kind: &'m KindId,
    formerly: &'m [OrganisationId],
    valid_from: Option<Day>,
    valid_until: Option<Day>,
    responsibilities: usize,
    contact: Option<&'m Contact>,
    senders_apart: Option<&'m SendersApart>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TopicRow<'m> {
    id: &'m TopicId,
    name: &'m Text,
    also: &'m Synonyms,
    formerly: &'m [TopicId],
    valid_from: Option<Day>,
    valid_until: Option<Day>,
}

impl<'m> AreaRow<'m> {
    fn new(area: &'m Area, map: &'m RouteMap) -> Self {
        let Area {
            id,
            formerly,
            valid,
            name,
            also,
            code,
            parent,
            postcodes,
            coordinator,
            place: _,
        } = area;
        Self {
            id,
            name,
            also,
            formerly,
            valid_from: valid.from,
            valid_until: valid.until,
            code: code.as_deref(),
            within: parent.map(|parent| &map.area_at(parent).id),
            postcodes: postcodes.iter().map(|range| range_text(*range)).collect(),
            coordinator: coordinator.as_ref(),
        }
    }

    /// Its other names, its codes, who coordinates there, and what it was before.
    fn remarks(&self, screen: &RenderContext<'_>) -> String {
        let also = (!self.also.is_empty()).then(|| also_text(self.also, screen));
        let postcodes = (!self.postcodes.is_empty()).then(|| self.postcodes.join(", "));
        let coordinator = self.coordinator.map(|id| {
            let name = screen.organisation(id);
            screen.tr("map-show-coordinator", &[("coordinator", name.into())])
        });
        let remarks: Vec<String> = also
            .into_iter()
            .chain(self.code.map(str::to_owned))
            .chain(postcodes)
            .chain(coordinator)
            .chain(formerly_text(self.formerly, screen))
            .chain(days_text(self.valid_from, self.valid_until, screen))
            .collect();
        remarks.join(" · ")
    }
}

impl<'m> OrganisationRow<'m> {
    fn new(organisation: &'m Organisation, map: &RouteMap) -> Self {
        let Organisation {
            id,
            formerly,
            valid,
            name,
            kind,
            contact,
            senders_apart,
            place: _,
        } = organisation;
        Self {
            id,
            name,
            kind,
            formerly,
            valid_from: valid.from,
            valid_until: valid.until,
            responsibilities: map.owned_by(id).count(),
            contact: contact.as_ref(),
            senders_apart: senders_apart.as_ref(),
        }
    }
}

impl Answer for MapSummary<'_> {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let counts = [
            ("organisations", self.organisations.len().into()),
            ("responsibilities", self.map.responsibilities().len().into()),
            ("coordinator", screen.organisation(self.coordinator).into()),
        ];
        let mut areas = Vec::new();
        self.add_areas(None, 0, &mut areas, screen);
        let id = self.id.map_or(String::new(), |id| format!(" ({id})"));
        let mut parts = vec![
            format!(
                "{}{id}\n{}",
                screen.bold(screen.of_map(self.name)),
                escape::line(&screen.tr("map-show-counts", &counts))
            ),
            under("map-show-areas", &areas, screen),
            under(
                "map-show-organisations",
                &self.organisation_lines(screen),
                screen,
            ),
            under("map-show-topics", &self.topic_lines(screen), screen),
        ];
        let lines = promise_lines(&self.map.settings().promises, screen);
        parts.push(format!(
            "{}\n  {}",
            screen.bold(&screen.tr0("map-show-general-promises")),
            lines.join("\n  ")
        ));
        if *self.handover != Handover::CALL {
            let heading = screen.bold(&screen.tr0("map-show-handover"));
            let way = escape::line(&handover_text(self.handover, screen));
            parts.push(format!("{heading}\n  {way}"));
        }
        if !self.levels.is_empty() {
            parts.push(under("map-show-levels", &self.level_lines(screen), screen));
        }
        if let Some(officer) = self.privacy_officer {
            let args = [("organisation", screen.organisation(officer).into())];
            parts.push(escape::line(&screen.tr("map-show-privacy-officer", &args)));
        }
        if !self.escalation.is_empty() {
            let heading = screen.bold(&screen.tr0("map-show-escalation"));
            parts.push(format!(
                "{heading}\n{}",
                self.escalation_lines(screen).join("\n")
            ));
        }
        parts.push(screen.tr0("map-show-more"));
        parts.join("\n\n")
    }
}

/// A name, a code, and remarks.
type Line = [String; 3];

impl<'m> MapSummary<'m> {
    pub fn new(map: &'m RouteMap) -> Self {
        let settings = map.settings();
        let escalation = settings.escalation.iter().map(|step| {
            let Escalation {
                step,
                tell,
                takes_over,
                place: _,
            } = step;
            AlarmStepView::new(*step, tell, *takes_over)
        });
        let SenderLevels { kinds, named } = &settings.levels;
        let kinds = kinds.iter().map(|(kind, level)| (kind.as_str(), level));
        let named = named.iter().map(|(id, level)| (id.as_str(), level));
        let levels = kinds.chain(named).map(|(sender, level)| LevelRow {
            sender,
            level: *level,
        });
        let topics = map.topics().iter().map(|topic| TopicRow {
            id: &topic.id,
            name: &topic.name,
            also: &topic.also,
            formerly: &topic.formerly,
            valid_from: topic.valid.from,
            valid_until: topic.valid.until,
        });
        Self {
            name: &settings.name,
            id: settings.id.as_ref(),
            digest: &settings.digest,
            coordinator: &settings.coordinator,
            privacy_officer: settings.privacy_officer.as_ref(),
            promises: GeneralPromises::from(&settings.promises),
            handover: &settings.handover,
            levels: levels.collect(),
            escalation: escalation.collect(),
            areas: map
                .areas()
                .iter()
                .map(|area| AreaRow::new(area, map))
                .collect(),
            organisations: map
                .organisations()
                .iter()
                .map(|organisation| OrganisationRow::new(organisation, map))
                .collect(),
            topics: topics.collect(),
            map,
        }
    }

    /// The areas in the one around, each followed by those in it.
    fn add_areas(
        &self,
        around: Option<&AreaId>,
        depth: usize,
        lines: &mut Vec<Line>,
        screen: &RenderContext<'_>,
    ) {
        for area in self.areas.iter().filter(|area| area.within == around) {
            lines.push([
                format!("{}{}", "  ".repeat(depth), area.name),
                area.id.to_string(),
                area.remarks(screen),
            ]);
            self.add_areas(Some(area.id), depth + 1, lines, screen);
        }
    }

    fn organisation_lines(&self, screen: &RenderContext<'_>) -> Vec<Line> {
        self.organisations
            .iter()
            .map(|organisation| {
                let count = organisation.responsibilities;
                let owned = screen.tr("map-show-owned", &[("count", count.into())]);
                let formerly = formerly_text(organisation.formerly, screen);
                let (from, until) = (organisation.valid_from, organisation.valid_until);
                let days = days_text(from, until, screen);
                let remarks = [owned].into_iter().chain(formerly).chain(days);
                let remarks: Vec<String> = remarks.collect();
                [
                    organisation.name.to_owned(),
                    organisation.kind.to_string(),
                    remarks.join(" · "),
                ]
            })
            .collect()
    }

    /// Kinds by their code; organisations by their name, with their code behind it.
    fn level_lines(&self, screen: &RenderContext<'_>) -> Vec<Line> {
        let settings = self.map.settings();
        let level = |level: &Level| screen.label("diff-level", *level);
        let kinds = (settings.levels.kinds.iter())
            .map(|(kind, of_kind)| [kind.to_string(), String::new(), level(of_kind)]);
        let named = settings.levels.named.iter().map(|(id, own)| {
            let name = screen.organisation(id).to_owned();
            [name, id.to_string(), level(own)]
        });
        kinds.chain(named).collect()
    }

    fn escalation_lines(&self, screen: &RenderContext<'_>) -> Vec<String> {
        self.map
            .settings()
            .escalation
            .iter()
            .map(|step| {
                let text = alarm_step_text(step.step, &step.tell, step.takes_over, screen, |id| {
                    screen.organisation(id).to_owned()
                });
                format!("  {}", escape::line(&text))
            })
            .collect()
    }

    fn topic_lines(&self, screen: &RenderContext<'_>) -> Vec<Line> {
        self.map
            .topics()
            .iter()
            .map(|topic| {
                let indent = "  ".repeat(self.depth(topic));
                let also = screen.words_of_map(&topic.also);
                let also = (!also.is_empty()).then(|| also_text(also, screen));
                let formerly = formerly_text(&topic.formerly, screen);
                let days = days_text(topic.valid.from, topic.valid.until, screen);
                let remarks = also.into_iter().chain(formerly).chain(days);
                let remarks: Vec<String> = remarks.collect();
                [
                    format!("{indent}{}", screen.of_map(&topic.name)),
                    topic.id.to_string(),
                    remarks.join(" · "),
                ]
            })
            .collect()
    }

    /// How many topics it is part of.
    fn depth(&self, topic: &Topic) -> usize {
        topic
            .parent
            .map_or(0, |parent| self.map.topic_and_above(parent).count())
    }
}

/// A heading with lines under it, in three columns.
fn under(heading: &str, lines: &[Line], screen: &RenderContext<'_>) -> String {
    let lines: Vec<Line> = lines
        .iter()
        .map(|line| line.each_ref().map(|cell| escape::line(cell)))
        .collect();
    let (mut names, mut codes) = (0, 0);
    for [name, code, _] in &lines {
        names = names.max(columns(name));
        codes = codes.max(columns(code));
    }
    let mut text = vec![screen.bold(&screen.tr0(heading))];
    for [name, code, remarks] in &lines {
        let line = format!("  {}   {}   {remarks}", pad(name, names), pad(code, codes));
        text.push(line.trim_end().to_owned());
    }
    text.join("\n")
}
