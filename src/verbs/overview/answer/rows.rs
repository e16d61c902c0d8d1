//! The rows of the overview for scripts and for columns.

use std::fmt;

use serde::Serialize;

use crate::domain::codes::{OrganisationId, ResponsibilityId, TopicId};
use crate::domain::event::Basis;
use crate::overview::suppressed_count::SuppressedCount;
use crate::overview::{OverviewRow, Spread, TopicChange};
use crate::verbs::overview::answer::groups::{Heading, OverviewGroups};

/// Signals about one topic that were given to the same owner. In a gap or a dispute `owner`,
/// `responsibility` and `in_map` are `None`.
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
    heard: Option<Bounds>,
    undone: Option<Bounds>,
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

/// The range in which a count lies. `least` equals `most` when the count may be shown.
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

    fn plain(&self, table: &'static str, signals: Bounds) -> PlainRow {
        PlainRow {
            table,
            basis: self.basis.to_string(),
            owner: text(self.owner.as_ref()),
            responsibility: text(self.responsibility.as_ref()),
            topic: text(self.topic.as_ref()),
            signals: signals.to_string(),
            ..PlainRow::default()
        }
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
            heard: figures.map(|figures| figures.heard.into()),
            undone: figures.map(|figures| figures.undone.into()),
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
        for (bounce, count) in row.figures.iter().flat_map(|figures| &figures.bounced) {
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

/// The cells of a row in a pipe. A cell is empty where nothing may be known, and where the table of
/// the row does not have it.
#[derive(Default)]
struct PlainRow {
    table: &'static str,
    basis: String,
    owner: String,
    responsibility: String,
    topic: String,
    signals: String,
    feedback_days_low: String,
    feedback_days_middle: String,
    feedback_days_high: String,
    promised_days: String,
    late: String,
    came_back: String,
    something_else: String,
    unseen: String,
    heard: String,
    undone: String,
    by: String,
    reason: String,
    to: String,
}

impl PlainRow {
    fn into_cells(self) -> Vec<String> {
        vec![
            self.table.to_owned(),
            self.basis,
            self.owner,
            self.responsibility,
            self.topic,
            self.signals,
            self.feedback_days_low,
            self.feedback_days_middle,
            self.feedback_days_high,
            self.promised_days,
            self.late,
            self.came_back,
            self.something_else,
            self.unseen,
            self.heard,
            self.undone,
            self.by,
            self.reason,
            self.to,
        ]
    }
}

impl OverviewTableRow<'_> {
    /// The cells for a pipe; the columns are stable.
    pub(super) fn plain(&self) -> Vec<String> {
        let row = match self {
            OverviewTableRow::Given(row) => PlainRow {
                feedback_days_low: text(row.feedback_days.map(|days| days.low)),
                feedback_days_middle: text(row.feedback_days.map(|days| days.middle)),
                feedback_days_high: text(row.feedback_days.map(|days| days.high)),
                promised_days: text(row.promised_days.map(|days| days.middle)),
                late: text(row.late),
                came_back: text(row.came_back),
                something_else: text(row.something_else),
                unseen: text(row.unseen),
                heard: text(row.heard),
                undone: text(row.undone),
                ..row.group.plain("given", row.signals)
            },
            OverviewTableRow::Bounced(row) => PlainRow {
                by: row.by.to_owned(),
                reason: text(row.reason),
                ..row.group.plain("bounced", row.signals)
            },
            OverviewTableRow::Became(row) => PlainRow {
                table: "became",
                topic: row.topic.to_string(),
                signals: row.signals.to_string(),
                to: row.to.to_string(),
                ..PlainRow::default()
            },
        };
        row.into_cells()
    }
}

fn text<T: fmt::Display>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
