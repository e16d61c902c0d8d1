//! A list for a script or a pipe: its rows are read while they are written.

use std::ops::ControlFlow;

use serde_json::Value;

use crate::domain::codes::CodeEnum as _;
use crate::exit_code::Exit;
use crate::output::streamed::{RowSink, RowStream, Unwritten};
use crate::register::{ListRow, RegisterError};
use crate::verbs::list::answer::column::{Column, Viewpoint};

/// In a pipe, when no others are asked for. Later ones come behind these, so that scripts find the
/// column that they count.
const IN_A_PIPE: &[Column] = &[
    Column::Due,
    Column::Late,
    Column::Id,
    Column::Topics,
    Column::Owner,
    Column::State,
    Column::Sender,
    Column::Basis,
    Column::FeedbackBy,
    Column::Urgency,
    Column::LateDays,
    Column::SilentDays,
    Column::Next,
    Column::WaitingFor,
];

/// Signals, without words.
pub struct ListedRows<R> {
    /// Hands over the rows in order, until its argument breaks.
    pub read: R,
    /// From where they are looked at.
    pub view: Viewpoint,
    /// The columns that were asked for; none for those of each form.
    pub columns: Vec<Column>,
    /// Whether the exit code is to tell that something is listed.
    pub exit_code: bool,
    /// How many were listed so far.
    pub listed: u64,
}

/// The row as an object with these fields.
pub(crate) fn object(row: &ListRow, view: &Viewpoint, columns: &[Column]) -> Value {
    Value::Object(
        columns
            .iter()
            .map(|column| (column.code().to_owned(), column.json(row, view)))
            .collect(),
    )
}

impl<R> ListedRows<R>
where
    R: FnMut(&mut dyn FnMut(ListRow) -> ControlFlow<()>) -> Result<(), RegisterError>,
{
    fn each<T>(
        &mut self,
        otherwise: &[Column],
        text: impl Fn(&ListRow, &Viewpoint, &[Column]) -> T,
        each: &mut RowSink<'_, T>,
    ) -> Result<(), Unwritten> {
        let Self {
            read,
            view,
            columns,
            exit_code: _,
            listed,
        } = self;
        let columns = if columns.is_empty() {
            otherwise
        } else {
            columns
        };
        let mut written = Ok(());
        read(&mut |row| {
            *listed += 1;
            written = each(text(&row, view, columns));
            if written.is_ok() {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        })?;
        Ok(written?)
    }
}

impl<R> RowStream for ListedRows<R>
where
    R: FnMut(&mut dyn FnMut(ListRow) -> ControlFlow<()>) -> Result<(), RegisterError>,
{
    fn fields(&self) -> Vec<&'static str> {
        let columns = if self.columns.is_empty() {
            Column::ALL
        } else {
            &self.columns
        };
        columns.iter().map(|column| column.code()).collect()
    }

    fn objects(&mut self, each: &mut RowSink<'_, Value>) -> Result<(), Unwritten> {
        self.each(Column::ALL, object, each)
    }

    fn lines(&mut self, each: &mut RowSink<'_, Vec<String>>) -> Result<(), Unwritten> {
        let line = |row: &ListRow, view: &Viewpoint, columns: &[Column]| {
            columns
                .iter()
                .map(|column| column.plain(row, view))
                .collect()
        };
        self.each(IN_A_PIPE, line, each)
    }

    fn exit(&self) -> Exit {
        if self.exit_code && self.listed > 0 {
            Exit::WorkWaiting
        } else {
            Exit::Done
        }
    }
}
