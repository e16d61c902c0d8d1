//! The answer to `map diff`: what another map changes for those who send, what else it changes, and
//! which open signals would move.

mod data;
mod facts;
mod names;
mod text;

use serde_json::Value;

use crate::domain::codes::{AreaId, CodeEnum as _, OrganisationId, TopicId};
use crate::domain::event::Basis;
use crate::domain::signal_id::SignalId;
use crate::map_analysis::compare::{ChangeKind, Diff};
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::routing::map::RouteMap;
use names::Names;

/// Two maps, and in what they differ.
#[derive(Debug)]
pub struct DiffView {
    /// The one map.
    pub old: RouteMap,
    /// The other.
    pub new: RouteMap,
    /// In what they differ.
    pub diff: Diff,
    /// What would become of the open signals; `None` when nobody asked.
    pub open: Option<OpenSignals>,
}

/// What would become of the open signals under the new map.
#[derive(Debug)]
pub struct OpenSignals {
    pub count: usize,
    /// Those that would get another owner, or of which the new map cannot decide. The longest
    /// promised first.
    pub signals: Vec<Moving>,
}

/// An open signal that does not stay as it is.
#[derive(Debug)]
pub struct Moving {
    pub id: SignalId,
    /// Who owns it now.
    pub owner: OrganisationId,
    /// What the new map would do with it.
    pub would: Would,
}

/// What a new map would do with an open signal.
#[derive(Debug)]
pub enum Would {
    /// Give it to another.
    GoTo(OrganisationId, Basis),
    /// Nothing: it does not know these.
    NotBeKnown(Vec<TopicId>, Option<AreaId>),
}

impl DiffView {
    fn names<'a>(&'a self, screen: &'a RenderContext<'a>) -> Names<'a> {
        Names {
            old: &self.old,
            new: &self.new,
            screen,
        }
    }

    fn open_text(&self, open: &OpenSignals, names: &Names<'_>) -> String {
        let screen = names.screen;
        if open.signals.is_empty() {
            return screen.tr("diff-open-none", &[("count", open.count.into())]);
        }
        let mut lines = vec![screen.bold(&screen.tr("diff-open", &[("count", open.count.into())]))];
        for Moving { id, owner, would } in &open.signals {
            let (id, owner) = (
                ("id", id.to_string().into()),
                ("old", names.organisation(owner).into()),
            );
            let line = match would {
                Would::GoTo(to, basis) => {
                    let key = format!("diff-open-moves-{basis}");
                    screen.tr(&key, &[id, owner, ("new", names.organisation(to).into())])
                }
                Would::NotBeKnown(topics, area) => {
                    let topics = topics.iter().map(|topic| names.topic(topic));
                    let what = topics
                        .chain(area.as_ref().map(|area| names.area(area)))
                        .collect::<Vec<_>>()
                        .join(", ");
                    screen.tr("diff-open-unknown", &[id, owner, ("what", what.into())])
                }
            };
            lines.push(format!("  {}", escape::line(&line)));
        }
        let moves: Vec<String> = open
            .signals
            .iter()
            .filter(|one| matches!(one.would, Would::GoTo(..)))
            .map(|one| one.id.to_string())
            .collect();
        if !moves.is_empty() {
            lines.push(String::new());
            lines.push(screen.tr0("diff-open-hint"));
            lines.push(format!(
                "  {}",
                screen.tr("diff-open-command", &[("ids", moves.join(" ").into())])
            ));
        }
        lines.join("\n")
    }
}

impl Data for DiffView {
    fn json(&self) -> Value {
        data::whole(self)
    }
}

impl Answer for DiffView {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(data::rows(self))
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let screen = screen.with_map(&self.diff.shared);
        let names = self.names(&screen);
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
