//! The answer to `list`: what is unanswered, oldest promise first. No words about a family.

mod column;
mod count;
mod row;
mod rows;
#[cfg(test)]
mod tests;

use serde::Serialize;

pub use column::Column;
pub use count::CountView;
pub use row::{ListedSignal, Viewpoint};
pub use rows::ListedRows;

use crate::exit_code::Exit;
use crate::output::answer::Answer;
use crate::output::screen::RenderContext;
use crate::output::table::Table;

/// Signals, without words, as a table at a terminal.
#[derive(Serialize)]
#[serde(transparent)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListView {
    pub signals: Vec<ListedSignal>,
    #[serde(skip)]
    pub view: Viewpoint,
    /// The columns that were asked for; none for those that fit.
    #[serde(skip)]
    pub columns: Vec<Column>,
    #[serde(skip)]
    pub kind: ListKind,
    /// Whether more were found than are listed.
    #[serde(skip)]
    pub more: bool,
    /// Whether the exit code says if anything is listed.
    #[serde(skip)]
    pub exit_code: bool,
}

/// Which signals a list is about. It decides the columns that a person sees, and how an empty list
/// reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Everything that is unanswered.
    Unanswered,
    /// What a filter chose.
    Filtered,
    /// What the reader sent.
    Sent,
    /// What waits for the reader.
    Inbox,
    /// What has ended, and so has no promise.
    Ended,
}

impl ListKind {
    /// The columns that fit on a screen of this width.
    fn columns(self, width: usize) -> &'static [Column] {
        use Column::{
            Area, Due, Id, LastAt, Next, Owner, Sender, SilentDays, State, Topics, Urgency,
        };
        match (self, width) {
            (ListKind::Unanswered | ListKind::Filtered, ..150) => {
                &[Due, Id, Topics, Owner, Sender, State]
            }
            (ListKind::Unanswered | ListKind::Filtered, _) => &[
                Due, Id, Topics, Owner, State, Next, Sender, Area, Urgency, SilentDays,
            ],
            (ListKind::Sent, ..150) => &[Due, Id, Topics, Owner, State, Next],
            (ListKind::Sent, _) => &[
                Due, Id, Topics, Owner, State, Next, Area, Urgency, SilentDays,
            ],
            (ListKind::Ended, ..150) => &[LastAt, Id, Topics, Owner, Sender, State],
            (ListKind::Ended, _) => &[LastAt, Id, Topics, Owner, Sender, State, Area, Urgency],
            (ListKind::Inbox, ..150) => &[Due, Id, Topics, Next, Sender, State],
            (ListKind::Inbox, _) => &[
                Due, Id, Topics, Next, Sender, Owner, State, Area, Urgency, SilentDays,
            ],
        }
    }

    /// The text of an empty list.
    fn empty_key(self) -> &'static str {
        match self {
            ListKind::Unanswered => "list-empty",
            ListKind::Filtered | ListKind::Ended => "list-none-fits",
            ListKind::Sent => "list-none-sent",
            ListKind::Inbox => "list-none-waits",
        }
    }
}

impl Answer for ListView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        screen.tr0(self.kind.empty_key())
    }

    fn exit(&self) -> Exit {
        if self.exit_code && !self.signals.is_empty() {
            Exit::WorkWaiting
        } else {
            Exit::Done
        }
    }

    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        let columns = if self.columns.is_empty() {
            self.kind.columns(screen.width.unwrap_or(80))
        } else {
            &self.columns
        };
        let mut table = Table {
            headings: columns
                .iter()
                .map(|column| screen.label("column", *column))
                .collect(),
            empty: self.sentences(screen),
            below: self.below(screen),
            ..Table::default()
        };
        for (row, signal) in self.signals.iter().enumerate() {
            let mut cells = Vec::with_capacity(columns.len());
            for (place, column) in columns.iter().enumerate() {
                cells.push(column.text(signal, &self.view, columns, screen));
                let of_promise = matches!(column, Column::Due | Column::Late | Column::LateDays);
                if of_promise && signal.late_days.is_some() {
                    table.alarming.push((row, place));
                }
            }
            table.rows.push(cells);
        }
        Some(table)
    }
}

impl ListView {
    /// How many there are, and how many of them are late.
    fn below(&self, screen: &RenderContext<'_>) -> String {
        let late = self.signals.iter().filter(|one| one.late_days.is_some());
        let count = ("count", self.signals.len().into());
        if self.more {
            screen.tr("list-more", &[count])
        } else {
            screen.tr("list-sum", &[count, ("late", late.count().into())])
        }
    }
}
