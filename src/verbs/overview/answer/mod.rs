//! The answer to `overview`: what a team learns from, in the order of the map; also as a page for a
//! browser and for paper.

mod bars;
mod groups;
mod layout;
pub mod page;
mod rows;
mod sentences;

use serde::Serialize;
use serde_json::Value;

pub use groups::{Heading, OverviewGroups, OwnerGroup};

use crate::domain::codes::{AreaId, TopicId};
use crate::domain::time::Day;
use crate::output::answer::{Answer, Data as _};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::output::table::Table;
use crate::overview::suppressed_count::MIN_COUNT;
use crate::routing::map::RouteMap;
pub(crate) use rows::OverviewTableRow;
use rows::{BecameRow, BouncedRow, GivenRow};

/// Which signals the overview counts, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OverviewScope {
    pub since: Option<Day>,
    pub until: Option<Day>,
    pub area: Option<AreaId>,
    pub topic: Option<TopicId>,
    pub counted_on: Day,
}

/// What can be learned.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OverviewView<'m> {
    #[serde(flatten)]
    scope: OverviewScope,
    fewest: u32,
    given: Vec<GivenRow>,
    bounced: Vec<BouncedRow>,
    became: Vec<BecameRow>,
    /// Where the page was written, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub file: Option<String>,
    #[serde(skip)]
    map: &'m RouteMap,
    #[serde(skip)]
    overview: OverviewGroups<'m>,
}

impl<'m> OverviewView<'m> {
    pub fn new(scope: OverviewScope, overview: OverviewGroups<'m>, map: &'m RouteMap) -> Self {
        Self {
            scope,
            fewest: MIN_COUNT,
            given: rows::given(&overview),
            bounced: rows::bounced(&overview),
            became: rows::became(&overview),
            file: None,
            map,
            overview,
        }
    }

    fn table_rows(&self) -> impl Iterator<Item = OverviewTableRow<'_>> {
        let given = self.given.iter().map(OverviewTableRow::Given);
        let bounced = self.bounced.iter().map(OverviewTableRow::Bounced);
        let became = self.became.iter().map(OverviewTableRow::Became);
        given.chain(bounced).chain(became)
    }
}

impl Answer for OverviewView<'_> {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(self.table_rows().map(|row| row.json()).collect())
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        match &self.file {
            Some(file) => screen.tr("overview-written", &[("file", escape::line(file).into())]),
            None => sentences::describe(self, screen),
        }
    }

    fn is_document(&self) -> bool {
        self.file.is_none()
    }

    /// In a pipe. On a screen the sentences hold tables of their own.
    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        (self.file.is_none() && screen.width.is_none()).then(|| Table {
            plain: self.table_rows().map(|row| row.plain()).collect(),
            ..Table::default()
        })
    }
}
