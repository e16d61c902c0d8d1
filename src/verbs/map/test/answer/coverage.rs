//! What the cases of a map leave untried.

use std::sync::Arc;

use serde::Serialize;

use crate::domain::codes::{OrganisationId, TopicId};
use crate::map_analysis::coverage::Coverage;
use crate::output::decision::{limit_text, lower_first};
use crate::output::escape;
use crate::output::map_text::limits_or_none;
use crate::output::screen::RenderContext;
use crate::routing::criterion::Limit;
use crate::routing::map::{Responsibility, RouteMap};

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CoverageView {
    responsibilities: usize,
    untried: Vec<UntriedView>,
    unnamed_topics: Vec<TopicId>,
}

/// A responsibility that stood in no case.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct UntriedView {
    organisation: OrganisationId,
    limits: Vec<Limit>,
    file: Arc<str>,
    line: u32,
}

impl UntriedView {
    fn new(responsibility: &Responsibility, map: &RouteMap) -> Self {
        Self {
            organisation: responsibility.owner.clone(),
            limits: responsibility.criteria.limits(None, map),
            file: Arc::clone(&responsibility.place.file),
            line: responsibility.place.line,
        }
    }

    fn text(&self, screen: &RenderContext<'_>) -> String {
        let limits: Vec<String> = self
            .limits
            .iter()
            .map(|limit| limit_text(limit, screen))
            .collect();
        escape::line(&format!(
            "    {}:{}   {}",
            self.file,
            self.line,
            limits_or_none(&limits, screen)
        ))
    }
}

impl CoverageView {
    pub fn new(coverage: &Coverage<'_>, map: &RouteMap) -> Self {
        let Coverage {
            responsibilities,
            untried,
            unnamed,
        } = coverage;
        Self {
            responsibilities: *responsibilities,
            untried: untried
                .iter()
                .map(|one| UntriedView::new(one, map))
                .collect(),
            unnamed_topics: unnamed.iter().map(|topic| topic.id.clone()).collect(),
        }
    }

    /// The responsibilities under the name of their organisation, then the topics.
    pub(crate) fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let tried = self.responsibilities.saturating_sub(self.untried.len());
        let key = if self.untried.is_empty() {
            "coverage-all-tried"
        } else {
            "coverage-tried"
        };
        let mut parts = vec![screen.tr(
            key,
            &[
                ("all", self.responsibilities.into()),
                ("tried", tried.into()),
            ],
        )];
        let same_owner = self
            .untried
            .chunk_by(|one, next| one.organisation == next.organisation);
        for group in same_owner {
            let mut lines: Vec<String> = group.iter().map(|untried| untried.text(screen)).collect();
            if let Some(first) = group.first() {
                let name = screen.bold(screen.organisation(&first.organisation));
                lines.insert(0, format!("  {name}"));
            }
            parts.push(lines.join("\n"));
        }
        let topics: Vec<String> = self
            .unnamed_topics
            .iter()
            .map(|topic| lower_first(&screen.topic(topic)))
            .collect();
        if !topics.is_empty() {
            let topics = [("topics", topics.join(", ").into())];
            parts.push(escape::lines(&screen.tr("coverage-unnamed", &topics)));
        }
        parts.join("\n\n")
    }
}
