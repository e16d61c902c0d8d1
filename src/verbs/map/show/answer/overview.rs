//! The map at a glance: its areas and topics as trees, and its organisations.

use serde_json::{Value, json};

use crate::domain::codes::CodeEnum as _;
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::map_text::alarm_step_text;
use crate::output::screen::RenderContext;
use crate::output::wrap::columns;
use crate::routing::map::{Area, Escalation, Listener, Organisation, RouteMap, Topic};
use crate::verbs::map::show::answer::claims::contact_json;

/// All of a map, counted.
#[derive(Debug, Clone, Copy)]
pub struct MapOverview<'m> {
    /// The map.
    pub map: &'m RouteMap,
}

impl Data for MapOverview<'_> {
    fn json(&self) -> Value {
        let map = self.map;
        let (areas, topics) = (map.areas(), map.topics());
        let area = |area: &Area| {
            let Area {
                id,
                name,
                code,
                parent,
                postcodes,
                coordinator,
                place: _,
            } = area;
            json!({
                "id": id.to_string(),
                "name": name,
                "code": code,
                "within": parent.map(|parent| map.area_at(parent).id.to_string()),
                "postcodes": postcodes.iter().map(range).collect::<Vec<_>>(),
                "coordinator": coordinator.as_ref().map(ToString::to_string),
            })
        };
        let organisation = |organisation: &Organisation| {
            let Organisation {
                id,
                name,
                kind,
                contact,
                place: _,
            } = organisation;
            json!({
                "id": id.to_string(),
                "name": name,
                "kind": kind.to_string(),
                "responsibilities": self.owned(organisation),
                "contact": contact.as_ref().map(contact_json),
            })
        };
        let topic = |topic: &Topic| {
            let Topic {
                id,
                name,
                parent: _,
                place: _,
            } = topic;
            json!({ "id": id.to_string(), "name": { "nl": name.nl, "en": name.en } })
        };
        json!({
            "name": map.settings().name,
            "digest": map.settings().digest,
            "coordinator": map.settings().coordinator.to_string(),
            "escalation": map.settings().escalation.iter().map(step_json).collect::<Vec<_>>(),
            "areas": areas.iter().map(area).collect::<Vec<_>>(),
            "organisations": map.organisations().iter().map(organisation).collect::<Vec<_>>(),
            "topics": topics.iter().map(topic).collect::<Vec<_>>(),
        })
    }
}

impl Answer for MapOverview<'_> {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let map = self.map;
        let counts = [
            ("organisations", map.organisations().len().into()),
            ("responsibilities", map.responsibilities().len().into()),
            (
                "coordinator",
                screen.organisation(&map.settings().coordinator).into(),
            ),
        ];
        let parts = [
            screen.bold(&map.settings().name),
            escape::line(&screen.tr("map-show-counts", &counts)),
            under("map-show-areas", &self.area_tree(None, 0, screen), screen),
            under(
                "map-show-organisations",
                &self.organisations(screen),
                screen,
            ),
            under("map-show-topics", &self.topics(screen), screen),
        ];
        let steps: Vec<String> = self.escalation(screen);
        let alarms = (!steps.is_empty()).then(|| {
            format!(
                "{}\n{}",
                screen.bold(&screen.tr0("map-show-escalation")),
                steps.join("\n")
            )
        });
        let parts: Vec<String> = parts
            .into_iter()
            .chain(alarms)
            .chain([screen.tr0("map-show-more")])
            .collect();
        parts.join("\n\n").replacen("\n\n", "\n", 1)
    }
}

impl MapOverview<'_> {
    fn owned(&self, organisation: &Organisation) -> usize {
        self.map
            .responsibilities()
            .iter()
            .filter(|r| r.owner == organisation.id)
            .count()
    }

    /// The areas in the one around, each followed by those in it: a name, a code, and what else is
    /// to be told.
    fn area_tree(
        &self,
        around: Option<&Area>,
        depth: usize,
        screen: &RenderContext<'_>,
    ) -> Vec<[String; 3]> {
        let parent = around.and_then(|area| self.map.area_ix(&area.id));
        let line = |area: &Area| {
            let coordinator = area.coordinator.as_ref().map(|id| {
                screen.tr(
                    "map-show-coordinator",
                    &[("coordinator", screen.organisation(id).into())],
                )
            });
            let postcodes = (!area.postcodes.is_empty()).then(|| {
                area.postcodes
                    .iter()
                    .map(range)
                    .collect::<Vec<_>>()
                    .join(", ")
            });
            let more: Vec<String> = area
                .code
                .clone()
                .into_iter()
                .chain(postcodes)
                .chain(coordinator)
                .collect();
            [
                format!("{}{}", "  ".repeat(depth), area.name),
                area.id.to_string(),
                more.join(" · "),
            ]
        };
        let inside = self.map.areas().iter().filter(|area| area.parent == parent);
        inside
            .flat_map(|area| {
                std::iter::once(line(area)).chain(self.area_tree(Some(area), depth + 1, screen))
            })
            .collect()
    }

    fn organisations(&self, screen: &RenderContext<'_>) -> Vec<[String; 3]> {
        let line = |organisation: &Organisation| {
            let owned = screen.tr(
                "map-show-owned",
                &[("count", self.owned(organisation).into())],
            );
            [
                organisation.name.clone(),
                organisation.kind.to_string(),
                owned,
            ]
        };
        self.map.organisations().iter().map(line).collect()
    }

    fn escalation(&self, screen: &RenderContext<'_>) -> Vec<String> {
        let line = |Escalation {
                        step,
                        tell,
                        takes_over,
                        place: _,
                    }: &Escalation| {
            alarm_step_text(*step, tell, *takes_over, screen, |id| {
                screen.organisation(id).to_owned()
            })
        };
        self.map
            .settings()
            .escalation
            .iter()
            .map(|step| format!("  {}", escape::line(&line(step))))
            .collect()
    }

    fn topics(&self, screen: &RenderContext<'_>) -> Vec<[String; 3]> {
        let depth = |topic: &Topic| {
            self.map
                .topic_ix(&topic.id)
                .map_or(0, |ix| self.map.topic_and_above(ix).skip(1).count())
        };
        let line = |topic: &Topic| {
            [
                format!(
                    "{}{}",
                    "  ".repeat(depth(topic)),
                    screen.of_map(&topic.name)
                ),
                topic.id.to_string(),
                String::new(),
            ]
        };
        self.map.topics().iter().map(line).collect()
    }
}

/// A step of the escalation as data.
fn step_json(
    Escalation {
        step,
        tell,
        takes_over,
        place: _,
    }: &Escalation,
) -> Value {
    let tell: Vec<&str> = tell.iter().map(Listener::code).collect();
    json!({ "past": step.past.code(), "after": step.after, "tell": tell, "takes_over": takes_over })
}

/// `3000-3019`, or `3056` by itself.
fn range((from, to): &(u16, u16)) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}-{to}")
    }
}

/// A heading with lines under it, in three columns.
fn under(heading: &str, lines: &[[String; 3]], screen: &RenderContext<'_>) -> String {
    let lines: Vec<[String; 3]> = lines
        .iter()
        .map(|line| line.each_ref().map(|cell| escape::line(cell)))
        .collect();
    let widest = |cell: fn(&[String; 3]) -> &String| {
        lines
            .iter()
            .map(|line| columns(cell(line)))
            .max()
            .unwrap_or(0)
    };
    let (first, second) = (widest(|[name, _, _]| name), widest(|[_, code, _]| code));
    let padded = |text: &str, width: usize| {
        format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
    };
    let line = |[name, code, more]: &[String; 3]| {
        format!(
            "  {}   {}   {more}",
            padded(name, first),
            padded(code, second)
        )
        .trim_end()
        .to_owned()
    };
    format!(
        "{}\n{}",
        screen.bold(&screen.tr0(heading)),
        lines.iter().map(line).collect::<Vec<_>>().join("\n")
    )
}
