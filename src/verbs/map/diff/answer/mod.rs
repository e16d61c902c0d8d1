//! The answer to `map diff`: what another map changes for senders, what else it changes, and which
//! open signals would move.

mod facts;
mod names;
mod text;
mod view;

use serde::Serialize;
use serde_json::Value;

pub use view::MovingSignal;

use crate::domain::codes::CodeEnum as _;
use crate::map_analysis::compare::{ChangeKind, Diff};
use crate::output::answer::{Answer, Data as _};
use crate::output::escape;
use crate::output::region::RegionView;
use crate::output::screen::RenderContext;
use crate::routing::map::RouteMap;
use names::Names;
pub(crate) use view::DiffRow;
use view::{ChangeView, CoordinatorView, FactView, LeadView, MapIdentity, WithRegions};

/// Two maps, and how they differ.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DiffView {
    old: MapIdentity,
    new: MapIdentity,
    changes: Vec<WithRegions<ChangeView>>,
    leads: Vec<WithRegions<LeadView>>,
    coordinators: Vec<WithRegions<CoordinatorView>>,
    facts: Vec<FactView>,
    /// `None` when nobody asked.
    open: Option<Vec<MovingSignal>>,
    /// How many signals are open.
    #[serde(skip)]
    open_count: usize,
    #[serde(skip)]
    maps: [RouteMap; 2],
    #[serde(skip)]
    diff: Diff,
}

/// What would become of the open signals under the new map.
#[derive(Debug, Default)]
pub struct OpenSignals {
    pub count: usize,
    /// Those that would get another owner, or that the new map cannot decide. The longest promised
    /// first.
    pub moving: Vec<MovingSignal>,
}

impl DiffView {
    /// `open` is `None` when nobody asked.
    pub fn new(old: RouteMap, new: RouteMap, diff: Diff, open: Option<OpenSignals>) -> Self {
        let shared = &diff.shared;
        let changes = diff.changes.iter().map(|(change, regions)| WithRegions {
            change: ChangeView::from(change),
            regions: RegionView::list(regions, shared),
        });
        let leads = diff.leads.iter().map(|(lead, regions)| WithRegions {
            change: LeadView::from(lead),
            regions: RegionView::list(regions, shared),
        });
        let coordinators = diff.coordinators.iter().map(|change| WithRegions {
            change: CoordinatorView::from(change),
            regions: vec![RegionView::new(&change.region, shared)],
        });
        Self {
            old: MapIdentity::of(&old),
            new: MapIdentity::of(&new),
            changes: changes.collect(),
            leads: leads.collect(),
            coordinators: coordinators.collect(),
            facts: diff.facts.iter().map(FactView::from).collect(),
            open_count: open.as_ref().map_or(0, |open| open.count),
            open: open.map(|open| open.moving),
            maps: [old, new],
            diff,
        }
    }

    fn typed_rows(&self) -> impl Iterator<Item = DiffRow<'_>> {
        let changes = self.changes.iter().flat_map(WithRegions::each);
        let leads = self.leads.iter().flat_map(WithRegions::each);
        let coordinators = self.coordinators.iter().flat_map(WithRegions::each);
        changes
            .map(DiffRow::Change)
            .chain(leads.map(DiffRow::Lead))
            .chain(coordinators.map(DiffRow::Coordinator))
            .chain(self.facts.iter().map(DiffRow::Fact))
            .chain(self.open.iter().flatten().map(DiffRow::Signal))
    }

    fn open_text(&self, moving: &[MovingSignal], names: &Names<'_>) -> String {
        let screen = names.screen;
        let count = [("count", self.open_count.into())];
        if moving.is_empty() {
            return screen.tr("diff-open-none", &count);
        }
        let mut lines = vec![screen.bold(&screen.tr("diff-open", &count))];
        let mut moved: Vec<String> = Vec::new();
        for signal in moving {
            if signal.new_owner.is_some() {
                moved.push(signal.id.to_string());
            }
            lines.push(format!("  {}", escape::line(&moving_text(signal, names))));
        }
        if !moved.is_empty() {
            let command = screen.tr("diff-open-command", &[("ids", moved.join(" ").into())]);
            lines.push(String::new());
            lines.push(screen.tr0("diff-open-hint"));
            lines.push(format!("  {command}"));
        }
        lines.join("\n")
    }
}

fn moving_text(signal: &MovingSignal, names: &Names<'_>) -> String {
    let screen = names.screen;
    let (id, owner) = (
        ("id", signal.id.to_string().into()),
        ("old", names.organisation(&signal.owner).into()),
    );
    if let (Some(to), Some(basis)) = (&signal.new_owner, signal.basis) {
        let key = format!("diff-open-moves-{basis}");
        return screen.tr(&key, &[id, owner, ("new", names.organisation(to).into())]);
    }
    let topics = signal.unknown_topics.iter().map(|topic| names.topic(topic));
    let area = signal.unknown_area.as_ref().map(|area| names.area(area));
    let unknown: Vec<String> = topics.chain(area).collect();
    screen.tr(
        "diff-open-unknown",
        &[id, owner, ("what", unknown.join(", ").into())],
    )
}

impl Answer for DiffView {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(self.typed_rows().map(|row| row.json()).collect())
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let screen = screen.with_map(&self.diff.shared);
        let [old, new] = &self.maps;
        let names = Names {
            old,
            new,
            screen: &screen,
        };
        let mut parts: Vec<String> = ChangeKind::ALL
            .iter()
            .filter_map(|kind| text::of_kind(&self.diff, *kind, &names))
            .collect();
        parts.extend(text::leads(&self.diff, &names));
        parts.extend(text::coordinators(&self.diff, &names));
        if self.diff.is_empty() {
            parts.push(screen.tr0("diff-nothing-for-senders"));
        } else if parts.is_empty() {
            parts.push(screen.tr0("diff-same-owners"));
        }
        parts.extend(facts::describe(&self.diff.facts, &names));
        parts.extend(self.open.as_ref().map(|open| self.open_text(open, &names)));
        parts.join("\n\n")
    }
}
