//! The answer to `overview`: what a team learns from, in the order of the map. A page of it for a
//! browser and for paper.

mod arranged;
mod bars;
mod data;
mod layout;
pub mod page;
mod sentences;

use serde_json::Value;

pub use arranged::{Arranged, Heading, OwnerGroup};

use crate::domain::codes::{AreaId, TopicId};
use crate::domain::time::Day;
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::output::table::Table;
use crate::routing::map::RouteMap;

/// Of which signals the overview is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewScope {
    pub since: Option<Day>,
    pub until: Option<Day>,
    pub area: Option<AreaId>,
    pub topic: Option<TopicId>,
    /// The day on which they were counted.
    pub on: Day,
}

/// What was learned.
#[derive(Debug)]
pub struct Overviewed<'m> {
    /// The map in whose order it stands, and that names things.
    pub map: &'m RouteMap,
    /// Of which signals.
    pub asked: OverviewScope,
    /// What may be told of them.
    pub overview: Arranged<'m>,
}

impl Data for Overviewed<'_> {
    fn json(&self) -> Value {
        data::whole(self)
    }
}

impl Answer for Overviewed<'_> {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(data::rows(self))
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        sentences::describe(self, screen)
    }

    fn is_document(&self) -> bool {
        true
    }

    /// In a pipe. On a screen the sentences hold tables of their own.
    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        screen.width.is_none().then(|| Table {
            plain: data::plain(self),
            ..Table::default()
        })
    }
}

/// An overview that was written as a page too.
#[derive(Debug)]
pub struct PageWritten<'m> {
    /// What is in it.
    pub overviewed: Overviewed<'m>,
    /// Where it is, as it was typed.
    pub file: String,
}

impl Data for PageWritten<'_> {
    fn json(&self) -> Value {
        let mut value = self.overviewed.json();
        if let Some(fields) = value.as_object_mut() {
            fields.insert("file".to_owned(), self.file.clone().into());
        }
        value
    }
}

impl Answer for PageWritten<'_> {
    fn rows(&self) -> Option<Vec<Value>> {
        self.overviewed.rows()
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        screen.tr(
            "overview-written",
            &[("file", escape::line(&self.file).into())],
        )
    }
}
