//! Names of things that only one of two maps may know: as in the new map, or else as in the old.

use crate::domain::calendar::Term;
use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::map_analysis::compare::{Shift, Who};
use crate::output::screen::RenderContext;
use crate::routing::map::RouteMap;

pub(crate) struct Names<'a> {
    pub(crate) old: &'a RouteMap,
    pub(crate) new: &'a RouteMap,
    pub(crate) screen: &'a RenderContext<'a>,
}

impl Names<'_> {
    pub(crate) fn organisation(&self, id: &OrganisationId) -> String {
        let known = self
            .new
            .organisation(id)
            .or_else(|| self.old.organisation(id));
        known.map_or_else(|| id.to_string(), |organisation| organisation.name.clone())
    }

    pub(crate) fn organisations(&self, ids: &[OrganisationId]) -> String {
        ids.iter()
            .map(|id| self.organisation(id))
            .collect::<Vec<_>>()
            .join(", ")
    }

    pub(crate) fn topic(&self, id: &TopicId) -> String {
        let known = self.new.topic(id).or_else(|| self.old.topic(id));
        known.map_or_else(
            || id.to_string(),
            |topic| self.screen.of_map(&topic.name).to_owned(),
        )
    }

    pub(crate) fn area(&self, id: &AreaId) -> String {
        let known = self.new.area(id).or_else(|| self.old.area(id));
        known.map_or_else(|| id.to_string(), |area| area.name.clone())
    }

    /// Terms; the first to pass counts.
    pub(crate) fn terms(&self, terms: &[Term]) -> String {
        terms
            .iter()
            .map(|term| self.screen.term(*term))
            .collect::<Vec<_>>()
            .join(&format!(" {} ", self.screen.tr0("diff-or")))
    }

    pub(crate) fn who(&self, who: &Who) -> String {
        match who {
            Who::Owner(owner) => self.organisation(owner),
            Who::Claimants(claimants) => self.screen.tr(
                "diff-disputed",
                &[("claimants", self.organisations(claimants).into())],
            ),
            Who::Nobody => self.screen.tr0("diff-nobody"),
        }
    }

    /// `CJG Veenbroek → Wijkteam Oost`; the name alone when both are the same.
    pub(crate) fn who_to_whom(&self, who: &Shift<Who>) -> String {
        let Shift { old, new } = who;
        if old == new {
            self.who(new)
        } else {
            arrow(&self.who(old), &self.who(new))
        }
    }

    /// Blocks of text under their heading; `None` when there are none.
    pub(crate) fn section(&self, heading: &str, blocks: Vec<String>) -> Option<String> {
        (!blocks.is_empty()).then(|| {
            let heading = self.screen.bold(&self.screen.tr0(heading));
            format!("{heading}\n{}", blocks.join("\n"))
        })
    }
}

pub(crate) fn arrow(old: &str, new: &str) -> String {
    format!("{old} → {new}")
}
