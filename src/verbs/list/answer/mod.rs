//! The answer to `list`: what is unanswered, oldest promise first. No words about a family.

mod column;
mod count;
mod rows;
#[cfg(test)]
mod tests;

use serde_json::Value;

pub use column::{Column, Viewpoint};
pub use count::CountView;
pub use rows::ListedRows;

use crate::domain::codes::CodeEnum as _;
use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::screen::RenderContext;
use crate::output::table::Table;
use crate::register::ListRow;

/// Signals, without words, as a table at a terminal.
#[derive(Debug)]
pub struct ListView {
    /// The rows, in order.
    pub rows: Vec<ListRow>,
    /// From where they are looked at.
    pub view: Viewpoint,
    /// The columns that were asked for; none for those that fit.
    pub columns: Vec<Column>,
    /// Whose list it is.
    pub whose: Whose,
    /// Whether more were found than are listed.
    pub more: bool,
    /// Whether the exit code is to tell that something is listed.
    pub exit_code: bool,
}

/// Whose list it is: a person is shown other columns, and told otherwise that it is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Everything that is unanswered.
    Everybodys,
    /// A part of it, or something else.
    APart,
    /// What the reader sent.
    Sent,
    /// What waits for the reader.
    Inbox,
    /// What has ended, and so has no promise.
    Ended,
}

impl Whose {
    /// The columns that fit on a screen of this width.
    fn columns(self, width: usize) -> &'static [Column] {
        use Column::{
            Area, Due, Id, LastAt, Next, Owner, Sender, SilentDays, State, Topics, Urgency,
        };
        match (self, width) {
            (Whose::Everybodys | Whose::APart, ..150) => &[Due, Id, Topics, Owner, Sender, State],
            (Whose::Everybodys | Whose::APart, _) => &[
                Due, Id, Topics, Owner, State, Next, Sender, Area, Urgency, SilentDays,
            ],
            (Whose::Sent, ..150) => &[Due, Id, Topics, Owner, State, Next],
            (Whose::Sent, _) => &[
                Due, Id, Topics, Owner, State, Next, Area, Urgency, SilentDays,
            ],
            (Whose::Ended, ..150) => &[LastAt, Id, Topics, Owner, Sender, State],
            (Whose::Ended, _) => &[LastAt, Id, Topics, Owner, Sender, State, Area, Urgency],
            (Whose::Inbox, ..150) => &[Due, Id, Topics, Next, Sender, State],
            (Whose::Inbox, _) => &[
                Due, Id, Topics, Next, Sender, Owner, State, Area, Urgency, SilentDays,
            ],
        }
    }

    /// That nothing is unanswered is only said when that is so.
    fn empty(self) -> &'static str {
        match self {
            Whose::Everybodys => "list-empty",
            Whose::APart | Whose::Ended => "list-none-fits",
            Whose::Sent => "list-none-sent",
            Whose::Inbox => "list-none-waits",
        }
    }
}

impl Data for ListView {
    fn json(&self) -> Value {
        self.rows
            .iter()
            .map(|row| rows::object(row, &self.view, Column::ALL))
            .collect()
    }
}

impl Answer for ListView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        screen.tr0(self.whose.empty())
    }

    fn exit(&self) -> Exit {
        if self.exit_code && !self.rows.is_empty() {
            Exit::WorkWaiting
        } else {
            Exit::Done
        }
    }

    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        let columns = if self.columns.is_empty() {
            self.whose.columns(screen.width.unwrap_or(80))
        } else {
            &self.columns
        };
        let describe = |row: &ListRow| {
            columns
                .iter()
                .map(|column| column.text(row, &self.view, columns, screen))
                .collect()
        };
        let late = |row: &ListRow| self.view.late_days(row).is_some();
        let of_a_promise =
            |column: &Column| matches!(column, Column::Due | Column::Late | Column::LateDays);
        let places: Vec<usize> = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| of_a_promise(column))
            .map(|(at, _)| at)
            .collect();
        let alarming = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| late(row))
            .flat_map(|(at, _)| places.iter().map(move |c| (at, *c)));
        Some(Table {
            headings: columns
                .iter()
                .map(|column| screen.label("column", *column))
                .collect(),
            rows: self.rows.iter().map(describe).collect(),
            alarming: alarming.collect(),
            empty: self.sentences(screen),
            below: self.below(screen),
            ..Table::default()
        })
    }
}

impl ListView {
    /// How many there are, and how many of them are late.
    fn below(&self, screen: &RenderContext<'_>) -> String {
        let late = self
            .rows
            .iter()
            .filter(|row| self.view.late_days(row).is_some())
            .count();
        let count = ("count", self.rows.len().into());
        if self.more {
            screen.tr("list-more", &[count])
        } else {
            screen.tr("list-sum", &[count, ("late", late.into())])
        }
    }
}
