//! Rows: each kind is defined once, by the struct that holds it.
//!
//! [`row!`] makes of that definition the list of columns that a statement names, the reading of a
//! row and, for a [`Table`], the statement that inserts it. No value is found by its place anywhere
//! else.

use std::ops::ControlFlow;

use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;

/// A stored value is not what it must be: the register was damaged or changed from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeError;

impl From<DecodeError> for RegisterError {
    fn from(DecodeError: DecodeError) -> Self {
        RegisterError::DamagedSignal { id: None }
    }
}

/// The values of a row that have not been read yet.
pub struct RowReader<'r>(std::slice::Iter<'r, SqlValue<'r>>);

impl<'r> RowReader<'r> {
    /// A row from its first value on.
    pub fn new(row: &'r [SqlValue<'r>]) -> Self {
        Self(row.iter())
    }

    /// The next value, as what it must be.
    pub fn next<T: ColumnValue<'r>>(&mut self) -> Result<T, DecodeError> {
        T::from_value(self.0.next().ok_or(DecodeError)?)
    }
}

/// What a value in a column can be.
pub trait ColumnValue<'r>: Sized {
    /// As it is read.
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError>;
}

/// What can be written in a column.
pub trait Stored {
    /// As it is written.
    fn to_value(&self) -> SqlValue<'_>;
}

/// A struct whose fields are columns, in that order.
pub trait RowColumns<'r>: Sized {
    /// Their names.
    const COLUMNS: &'static [&'static str];
    /// What a statement selects for each: the column of that name, or an expression.
    const EXPRESSIONS: &'static [&'static str];

    /// Reads them, in that order.
    ///
    /// # Errors
    /// [`DecodeError`].
    fn read(row: &mut RowReader<'r>) -> Result<Self, DecodeError>;

    /// What a statement selects to read it.
    fn select() -> String {
        let selected = Self::EXPRESSIONS.iter().zip(Self::COLUMNS);
        list(selected.map(|(expression, column)| {
            if expression == column {
                (*column).to_owned()
            } else {
                format!("{expression} AS {column}")
            }
        }))
    }

    /// The same columns of the table that a statement calls `name`.
    fn select_of(name: &str) -> String {
        list(
            Self::COLUMNS
                .iter()
                .map(|column| format!("{name}.{column}")),
        )
    }
}

/// A struct that is a row of a table.
pub trait TableRow: for<'r> RowColumns<'r> {
    /// The name of the table.
    const TABLE: &'static str;

    /// Its values, in the order of the columns.
    fn values(&self) -> Vec<SqlValue<'_>>;

    /// The statement that inserts it; its parameters are the [values](TableRow::values).
    fn insert() -> String {
        let columns = <Self as RowColumns<'_>>::COLUMNS;
        let places = list((1..=columns.len()).map(|place| format!("${place}")));
        format!(
            "INSERT INTO {} ({}) VALUES ({places})",
            Self::TABLE,
            columns.join(", ")
        )
    }

    /// Its values, each with the name of its column.
    fn named_values(&self) -> Vec<(&'static str, SqlValue<'_>)> {
        let columns = <Self as RowColumns<'_>>::COLUMNS.iter().copied();
        columns.zip(self.values()).collect()
    }
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// Defines a row: `struct Name { column: Type, … }`, with `= "expression"` behind a type when it is
/// not the column of that name, and `in "table"` behind the name when it is a row of a table.
macro_rules! row {
    ($(#[$doc:meta])* $vis:vis struct $name:ident<$life:lifetime> { $($body:tt)* }) => {
        $crate::register::row::row!(@define [$(#[$doc])*] $vis [$name<$life>] $name [<$life>] $life { $($body)* });
    };
    ($(#[$doc:meta])* $vis:vis struct $name:ident in $table:literal { $($body:tt)* }) => {
        $crate::register::row::row!(@define [$(#[$doc])*] $vis [$name] $name [] 'r { $($body)* });
        $crate::register::row::row!(@table $name $table { $($body)* });
    };
    ($(#[$doc:meta])* $vis:vis struct $name:ident { $($body:tt)* }) => {
        $crate::register::row::row!(@define [$(#[$doc])*] $vis [$name] $name [] 'r { $($body)* });
    };
    (@define [$($doc:tt)*] $vis:vis [$whole:ty] $name:ident [$($generic:tt)*] $life:lifetime {
        $( $(#[$field:meta])* $column:ident : $type:ty $(= $sql:literal)? ),+ $(,)?
    }) => {
        $($doc)*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis struct $name $($generic)* { $( $(#[$field])* pub $column: $type ),+ }

        impl<$life> $crate::register::row::RowColumns<$life> for $whole {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($column)),+];
            const EXPRESSIONS: &'static [&'static str] =
                &[$($crate::register::row::row!(@expression $column $($sql)?)),+];

            fn read(
                row: &mut $crate::register::row::RowReader<$life>,
            ) -> Result<Self, $crate::register::row::DecodeError> {
                Ok(Self { $($column: row.next()?),+ })
            }
        }
    };
    (@table $name:ident $table:literal {
        $( $(#[$field:meta])* $column:ident : $type:ty ),+ $(,)?
    }) => {
        impl $crate::register::row::TableRow for $name {
            const TABLE: &'static str = $table;

            fn values(&self) -> Vec<$crate::register::database::SqlValue<'_>> {
                vec![$($crate::register::row::Stored::to_value(&self.$column)),+]
            }
        }
    };
    (@expression $column:ident) => { stringify!($column) };
    (@expression $column:ident $sql:literal) => { $sql };
}
pub(in crate::register) use row;

/// A row as it stands there, whatever it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRow {
    columns: &'static [&'static str],
    values: Vec<SqlValue<'static>>,
}

impl RawRow {
    /// A row of the columns of `T`.
    pub fn of<T: for<'r> RowColumns<'r>>(row: &[SqlValue<'_>]) -> Self {
        Self {
            columns: <T as RowColumns<'_>>::COLUMNS,
            values: row.iter().map(SqlValue::kept).collect(),
        }
    }

    /// A row that begins with the columns of `T`, and what stands behind them.
    pub fn before<'v, T: for<'r> RowColumns<'r>>(row: &'v [SqlValue<'v>]) -> (Self, RowReader<'v>) {
        let count = <T as RowColumns<'_>>::COLUMNS.len().min(row.len());
        let (own, beside) = row.split_at(count);
        (Self::of::<T>(own), RowReader::new(beside))
    }

    /// One of its values.
    pub fn get<'r, T: ColumnValue<'r>>(&'r self, column: &str) -> Result<T, DecodeError> {
        let mut named = self.columns.iter().zip(&self.values);
        let (_, value) = named
            .find(|(name, _)| **name == column)
            .ok_or(DecodeError)?;
        T::from_value(value)
    }

    /// All of it, as what it must be.
    pub fn read<'r, T: RowColumns<'r>>(&'r self) -> Result<T, DecodeError> {
        T::read(&mut RowReader::new(&self.values))
    }

    /// Its values, each with the name of its column.
    pub fn named_values(&self) -> Vec<(&'static str, SqlValue<'_>)> {
        let values = self.values.iter().map(SqlValue::borrowed);
        self.columns.iter().copied().zip(values).collect()
    }
}

/// Inserts a row.
pub fn insert<T: TableRow>(tx: &mut dyn Transaction, row: &T) -> Result<(), RegisterError> {
    tx.execute(&T::insert(), &row.values()).map(drop)
}

/// All rows of a statement that gives few.
pub fn rows<T: for<'r> RowColumns<'r>>(
    tx: &mut dyn Transaction,
    sql: &str,
    with: &[SqlValue<'_>],
) -> Result<Vec<T>, RegisterError> {
    let mut all = Vec::new();
    tx.query(sql, with, &mut |row| {
        all.push(T::read(&mut RowReader::new(row))?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(all)
}

/// The last row of a statement that gives at most one.
pub fn one<T: for<'r> RowColumns<'r>>(
    tx: &mut dyn Transaction,
    sql: &str,
    with: &[SqlValue<'_>],
) -> Result<Option<T>, RegisterError> {
    Ok(rows(tx, sql, with)?.pop())
}

/// All rows of a statement that gives few, as they stand there.
pub fn raw_rows<T: for<'r> RowColumns<'r>>(
    tx: &mut dyn Transaction,
    sql: &str,
    with: &[SqlValue<'_>],
) -> Result<Vec<RawRow>, RegisterError> {
    let mut all = Vec::new();
    tx.query(sql, with, &mut |row| {
        all.push(RawRow::of::<T>(row));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(all)
}
