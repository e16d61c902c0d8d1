//! A list for a script or a pipe: its rows are read while they are written.

use std::io;
use std::ops::ControlFlow;

use serde_json::{Map, Value};

use crate::domain::codes::CodeEnum as _;
use crate::domain::invariant::{Invariant as _, broken};
use crate::exit_code::Exit;
use crate::output::streamed::{RowSink, RowStream, Unwritten};
use crate::register::{Filter, Register};
use crate::verbs::list::answer::column::Column;
use crate::verbs::list::answer::row::{ListedSignal, Viewpoint};

/// The columns of a pipe when no others are asked for. New ones go at the end, so that scripts find
/// the column that they count.
const PIPE_COLUMNS: &[Column] = &[
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
pub struct ListedRows {
    /// `None` when there is none yet, and so no signal.
    pub register: Option<Register>,
    pub filter: Filter,
    pub view: Viewpoint,
    /// The columns that were asked for; none for those of each form.
    pub columns: Vec<Column>,
    /// Whether the exit code says if anything is listed.
    pub exit_code: bool,
    /// How many were listed so far.
    pub listed: u64,
}

type SignalSink<'e> = dyn FnMut(&ListedSignal) -> io::Result<()> + 'e;

impl ListedRows {
    fn columns(&self, default: &'static [Column]) -> Vec<Column> {
        if self.columns.is_empty() {
            default.to_vec()
        } else {
            self.columns.clone()
        }
    }

    /// Hands over each signal, until `each` fails.
    fn each(&mut self, each: &mut SignalSink<'_>) -> Result<(), Unwritten> {
        let Some(register) = &mut self.register else {
            return Ok(());
        };
        let (view, listed) = (&self.view, &mut self.listed);
        let mut written = Ok(());
        register.list(&self.filter, &mut |row| {
            *listed += 1;
            let signal = view.signal(row);
            written = each(&signal);
            if written.is_ok() {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        })?;
        Ok(written?)
    }
}

fn keys(signal: &ListedSignal) -> Map<String, Value> {
    let Ok(Value::Object(keys)) = serde_json::to_value(signal) else {
        broken("a listed signal is an object")
    };
    keys
}

fn value(keys: &Map<String, Value>, column: Column) -> &Value {
    keys.get(column.code())
        .certain("each column is a key of a listed signal")
}

impl RowStream for ListedRows {
    fn fields(&self) -> Vec<&'static str> {
        let columns = self.columns(Column::ALL);
        columns.into_iter().map(Column::code).collect()
    }

    fn objects(&mut self, each: &mut RowSink<'_, Value>) -> Result<(), Unwritten> {
        let columns = self.columns.clone();
        self.each(&mut |signal| {
            let keys = keys(signal);
            if columns.is_empty() {
                return each(Value::Object(keys));
            }
            let asked = columns
                .iter()
                .map(|column| (column.code().to_owned(), value(&keys, *column).clone()));
            each(Value::Object(asked.collect()))
        })
    }

    fn lines(&mut self, each: &mut RowSink<'_, Vec<String>>) -> Result<(), Unwritten> {
        let columns = self.columns(PIPE_COLUMNS);
        self.each(&mut |signal| each(columns.iter().map(|column| column.plain(signal)).collect()))
    }

    fn exit(&self) -> Exit {
        if self.exit_code && self.listed > 0 {
            Exit::WorkWaiting
        } else {
            Exit::Done
        }
    }
}
