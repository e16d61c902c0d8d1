//! What the cases of a map leave untried.

use serde_json::{Value, json};

use crate::domain::codes::{OrganisationId, TopicId};
use crate::map_analysis::coverage::Coverage;
use crate::output::decision::limit_text;
use crate::output::decision::lower_first;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::routing::criterion::Limit;
use crate::routing::map::{MapPosition, RouteMap};

/// What the cases of a map leave untried.
#[derive(Debug, Clone)]
pub struct CoverageView {
    responsibilities: usize,
    untried: Vec<Untried>,
    unnamed: Vec<TopicId>,
}

/// A responsibility that stood in no case.
#[derive(Debug, Clone)]
struct Untried {
    organisation: OrganisationId,
    place: MapPosition,
    limits: Vec<Limit>,
}

impl CoverageView {
    /// As it is told of this map.
    #[must_use]
    pub fn new(coverage: &Coverage<'_>, map: &RouteMap) -> Self {
        let Coverage {
            responsibilities,
            untried,
            unnamed,
        } = coverage;
        let untried = untried.iter().map(|r| Untried {
            organisation: r.owner.clone(),
            place: r.place.clone(),
            limits: r.criteria.limits(None, map),
        });
        let unnamed = unnamed.iter().map(|topic| topic.id.clone()).collect();
        Self {
            responsibilities: *responsibilities,
            untried: untried.collect(),
            unnamed,
        }
    }

    pub(crate) fn json(&self) -> Value {
        let Self {
            responsibilities,
            untried,
            unnamed,
        } = self;
        let untried = untried.iter().map(|Untried { organisation, place, limits }| {
            json!({ "organisation": organisation.to_string(), "limits": limits, "file": &*place.file, "line": place.line })
        });
        json!({
            "responsibilities": responsibilities,
            "untried": untried.collect::<Vec<_>>(),
            "unnamed_topics": unnamed.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })
    }

    /// The responsibilities under the name of their organisation, then the topics.
    pub(crate) fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let Self {
            responsibilities,
            untried,
            unnamed,
        } = self;
        let args = [
            ("all", (*responsibilities).into()),
            (
                "tried",
                responsibilities.saturating_sub(untried.len()).into(),
            ),
        ];
        let key = if untried.is_empty() {
            "coverage-all-tried"
        } else {
            "coverage-tried"
        };
        let of_one = |of_one: &[Untried]| {
            let name = of_one
                .first()
                .map(|first| screen.bold(screen.organisation(&first.organisation)))
                .unwrap_or_default();
            std::iter::once(format!("  {name}"))
                .chain(of_one.iter().map(|untried| line(untried, screen)))
                .collect::<Vec<_>>()
                .join("\n")
        };
        let untried = untried
            .chunk_by(|one, next| one.organisation == next.organisation)
            .map(of_one);
        let names: Vec<String> = unnamed
            .iter()
            .map(|topic| lower_first(&screen.topic(topic)))
            .collect();
        let unnamed = (!names.is_empty()).then(|| {
            escape::lines(&screen.tr("coverage-unnamed", &[("topics", names.join(", ").into())]))
        });
        std::iter::once(screen.tr(key, &args))
            .chain(untried)
            .chain(unnamed)
            .collect::<Vec<_>>()
            .join("\n\n")
    }
}

fn line(
    Untried {
        organisation: _,
        place,
        limits,
    }: &Untried,
    screen: &RenderContext<'_>,
) -> String {
    let limits: Vec<String> = limits
        .iter()
        .map(|limit| limit_text(limit, screen))
        .collect();
    let limits = if limits.is_empty() {
        screen.tr0("limits-none")
    } else {
        limits.join(" · ")
    };
    escape::line(&format!("    {place}   {limits}"))
}
