//! The rows of the overview for scripts and for columns.

use std::fmt;

use serde::Serialize;

use crate::domain::codes::{OrganisationId, ResponsibilityId, TopicId};
use crate::domain::event::Basis;
use crate::overview::suppressed_count::SuppressedCount;
use crate::overview::{Figures, OverviewRow, Spread, TopicChange};
use crate::verbs::overview::answer::groups::{Heading, OverviewGroups};

/// Signals about one topic that were given to the same owner. In a gap and a dispute three fields
/// are `None`.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RowGroup {
    basis: Basis,
    owner: Option<OrganisationId>,
    responsibility: Option<ResponsibilityId>,
    in_map: Option<bool>,
    topic: Option<TopicId>,
}

/// How it went with these signals.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct GivenRow {
    #[serde(flatten)]
    group: RowGroup,
    signals: Bounds,
    feedback_days: Option<SpreadView>,
    promised_days: Option<SpreadView>,
    late: Option<Bounds>,
    came_back: Option<Bounds>,
    something_else: Option<Bounds>,
    unseen: Option<Bounds>,
}

/// How these signals left their first owner.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct BouncedRow {
    #[serde(flatten)]
    group: RowGroup,
    by: &'static str,
    reason: Option<&'static str>,
    signals: Bounds,
}

/// Another topic that signals turned out to be about.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct BecameRow {
    topic: TopicId,
    to: TopicId,
    signals: Bounds,
}

/// A row with the table that it belongs to.
#[derive(Debug, Serialize)]
#[serde(tag = "table", rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) enum OverviewTableRow<'o> {
    Given(&'o GivenRow),
    Bounced(&'o BouncedRow),
    Became(&'o BecameRow),
}

/// A count, as far as it may be known.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Bounds {
    least: u32,
    most: u32,
}

impl From<SuppressedCount> for Bounds {
    fn from(count: SuppressedCount) -> Self {
        let (least, most) = count.bounds();
        Self { least, most }
    }
}

impl fmt::Display for Bounds {
    /// `12`, `0-4` or `16-20`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { least, most } = self;
        if least == most {
            write!(f, "{least}")
        } else {
            write!(f, "{least}-{most}")
        }
    }
}

#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SpreadView {
    low: u32,
    middle: u32,
    high: u32,
}

impl From<Spread> for SpreadView {
    fn from(spread: Spread) -> Self {
        let Spread { low, middle, high } = spread;
        Self { low, middle, high }
    }
}

impl RowGroup {
    fn new(heading: &Heading<'_>, row: &OverviewRow) -> Self {
        let topic = row.topic.clone();
        match heading {
            Heading::Agreed { owner, id, now } => Self {
                basis: Basis::Rule,
                owner: Some(owner.clone()),
                responsibility: Some(id.clone()),
                in_map: Some(now.is_some()),
                topic,
            },
            Heading::Gap => Self::without_owner(Basis::Gap, topic),
            Heading::Dispute => Self::without_owner(Basis::Dispute, topic),
        }
    }

    fn without_owner(basis: Basis, topic: Option<TopicId>) -> Self {
        Self {
            basis,
            owner: None,
            responsibility: None,
            in_map: None,
            topic,
        }
    }

    fn plain(&self, table: &str, signals: Bounds) -> Vec<String> {
        vec![
            table.to_owned(),
            self.basis.to_string(),
            text(self.owner.as_ref()),
            text(self.responsibility.as_ref()),
            text(self.topic.as_ref()),
            signals.to_string(),
        ]
    }
}

impl GivenRow {
    fn new(group: RowGroup, row: &OverviewRow) -> Self {
        let figures = row.figures.as_ref();
        Self {
            group,
            signals: row.signals.into(),
            feedback_days: figures.and_then(|figures| Some(figures.took?.into())),
            promised_days: figures.and_then(|figures| Some(figures.promised?.into())),
            late: figures.map(|figures| figures.late.into()),
            came_back: figures.map(|figures| figures.came_back.into()),
            something_else: figures.map(|figures| figures.something_else.into()),
            unseen: figures.map(|figures| figures.unseen.into()),
        }
    }
}

pub(crate) fn given(overview: &OverviewGroups<'_>) -> Vec<GivenRow> {
    overview
        .rows()
        .map(|(heading, row)| GivenRow::new(RowGroup::new(heading, row), row))
        .collect()
}

pub(crate) fn bounced(overview: &OverviewGroups<'_>) -> Vec<BouncedRow> {
    let mut rows = Vec::new();
    for (heading, row) in overview.rows() {
        let group = RowGroup::new(heading, row);
        for (bounce, count) in row
            .figures
            .iter()
            .flat_map(|Figures { bounced, .. }| bounced)
        {
            let (by, reason) = bounce.codes();
            rows.push(BouncedRow {
                group: group.clone(),
                by,
                reason,
                signals: (*count).into(),
            });
        }
    }
    rows
}

pub(crate) fn became(overview: &OverviewGroups<'_>) -> Vec<BecameRow> {
    overview
        .became
        .iter()
        .map(|TopicChange { from, to, signals }| BecameRow {
            topic: from.clone(),
            to: to.clone(),
            signals: (*signals).into(),
        })
        .collect()
}

impl OverviewTableRow<'_> {
    /// Columns that stay: table, basis, owner, responsibility, topic, signals, feedback_days (low,
    /// middle, high), promised_days, late, came_back, something_else, unseen, by, reason, to. Empty
    /// where nothing may be known.
    pub(super) fn plain(&self) -> Vec<String> {
        match self {
            OverviewTableRow::Given(row) => {
                let took = row.feedback_days;
                let mut cells = row.group.plain("given", row.signals);
                cells.extend([
                    text(took.map(|days| days.low)),
                    text(took.map(|days| days.middle)),
                    text(took.map(|days| days.high)),
                    text(row.promised_days.map(|days| days.middle)),
                ]);
                let counts = [row.late, row.came_back, row.something_else, row.unseen];
                cells.extend(counts.map(text));
                cells.extend(blank(3));
                cells
            }
            OverviewTableRow::Bounced(row) => {
                let mut cells = row.group.plain("bounced", row.signals);
                cells.extend(blank(8));
                cells.extend([row.by.to_owned(), text(row.reason), String::new()]);
                cells
            }
            OverviewTableRow::Became(row) => {
                let mut cells = vec!["became".to_owned()];
                cells.extend(blank(3));
                cells.extend([row.topic.to_string(), row.signals.to_string()]);
                cells.extend(blank(8));
                cells.extend(blank(2));
                cells.push(row.to.to_string());
                cells
            }
        }
    }
}

fn blank(cells: usize) -> impl Iterator<Item = String> {
    std::iter::repeat_n(String::new(), cells)
}

fn text<T: fmt::Display>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
