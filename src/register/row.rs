//! Rows: each kind is defined once, by the struct that holds it.
//!
//! From that definition [`row!`] derives the columns of a statement, reading a row and, for a
//! [`TableRow`], inserting it. Nothing else finds a value by its position.

use std::ops::ControlFlow;

use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;

/// A stored value cannot be read: the register was damaged or changed from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeError;

impl From<DecodeError> for RegisterError {
    fn from(DecodeError: DecodeError) -> Self {
        RegisterError::DamagedSignal { id: None }
    }
}

/// The unread values of a row.
pub struct RowReader<'r>(std::slice::Iter<'r, SqlValue<'r>>);

impl<'r> RowReader<'r> {
    pub fn new(row: &'r [SqlValue<'r>]) -> Self {
        Self(row.iter())
    }

    pub fn next<T: FromColumn<'r>>(&mut self) -> Result<T, DecodeError> {
        T::from_value(self.0.next().ok_or(DecodeError)?)
    }
}

/// A type that can be read from a column.
pub trait FromColumn<'r>: Sized {
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError>;
}

/// A type that can be written to a column.
pub trait ToColumn {
    fn to_value(&self) -> SqlValue<'_>;
}

/// A struct whose fields are columns, in order.
pub trait RowColumns<'r>: Sized {
    const COLUMNS: &'static [&'static str];
    /// What a statement selects for each: the column, or an expression.
    const EXPRESSIONS: &'static [&'static str];

    fn read(row: &mut RowReader<'r>) -> Result<Self, DecodeError>;

    /// The select list.
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

    /// The select list for the table alias `name`.
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
    const TABLE: &'static str;

    /// In the order of the columns.
    fn values(&self) -> Vec<SqlValue<'_>>;

    /// The statement that inserts it; its parameters are the [values](TableRow::values).
    fn insert() -> String {
        let columns = <Self as RowColumns<'_>>::COLUMNS;
        format!(
            "INSERT INTO {} ({}) VALUES ({})",
            Self::TABLE,
            columns.join(", "),
            parameters(columns.len())
        )
    }

    /// Each value with the name of its column.
    fn named_values(&self) -> Vec<(&'static str, SqlValue<'_>)> {
        let columns = <Self as RowColumns<'_>>::COLUMNS.iter().copied();
        columns.zip(self.values()).collect()
    }
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// Defines a row: `struct Name { column: Type, … }`. `= "expression"` after a type replaces the
/// column; `in "table"` after the name makes it a [`TableRow`].
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
                vec![$($crate::register::row::ToColumn::to_value(&self.$column)),+]
            }
        }
    };
    (@expression $column:ident) => { stringify!($column) };
    (@expression $column:ident $sql:literal) => { $sql };
}
pub(in crate::register) use row;

/// A row with its values unchecked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRow {
    columns: &'static [&'static str],
    values: Vec<SqlValue<'static>>,
}

impl RawRow {
    pub fn of<T: for<'r> RowColumns<'r>>(row: &[SqlValue<'_>]) -> Self {
        Self {
            columns: <T as RowColumns<'_>>::COLUMNS,
            values: row.iter().map(SqlValue::to_static).collect(),
        }
    }

    /// Splits a row that begins with the columns of `T`.
    pub fn split_from<'v, T: for<'r> RowColumns<'r>>(
        row: &'v [SqlValue<'v>],
    ) -> (Self, RowReader<'v>) {
        let count = <T as RowColumns<'_>>::COLUMNS.len().min(row.len());
        let (own, rest) = row.split_at(count);
        (Self::of::<T>(own), RowReader::new(rest))
    }

    pub fn get<'r, T: FromColumn<'r>>(&'r self, column: &str) -> Result<T, DecodeError> {
        let mut named = self.columns.iter().zip(&self.values);
        let (_, value) = named
            .find(|(name, _)| **name == column)
            .ok_or(DecodeError)?;
        T::from_value(value)
    }

    pub fn read<'r, T: RowColumns<'r>>(&'r self) -> Result<T, DecodeError> {
        T::read(&mut RowReader::new(&self.values))
    }

    /// Each value with the name of its column.
    pub fn named_values(&self) -> Vec<(&'static str, SqlValue<'_>)> {
        let values = self.values.iter().map(SqlValue::borrowed);
        self.columns.iter().copied().zip(values).collect()
    }
}

/// Inserts a row.
pub fn insert<T: TableRow>(tx: &mut dyn Transaction, row: &T) -> Result<(), RegisterError> {
    tx.execute(&T::insert(), &row.values()).map(drop)
}

/// `SELECT` with the columns of `T`. `rest` follows them: `FROM table WHERE …`.
pub fn select<T: for<'r> RowColumns<'r>>(rest: &str) -> String {
    format!("SELECT {} {rest}", T::select())
}

/// The parameters `$1, $2, …`.
pub fn parameters(count: usize) -> String {
    list((1..=count).map(|number| format!("${number}")))
}

/// Runs `select::<T>(rest)` and hands over its rows one by one.
pub fn for_each<T: for<'r> RowColumns<'r>>(
    tx: &mut dyn Transaction,
    rest: &str,
    with: &[SqlValue<'_>],
    mut each: impl FnMut(T) -> Result<(), RegisterError>,
) -> Result<(), RegisterError> {
    tx.query(&select::<T>(rest), with, &mut |row| {
        each(T::read(&mut RowReader::new(row))?)?;
        Ok(ControlFlow::Continue(()))
    })
}

/// All rows of `select::<T>(rest)`, for statements that give few.
pub fn rows<T: for<'r> RowColumns<'r>>(
    tx: &mut dyn Transaction,
    rest: &str,
    with: &[SqlValue<'_>],
) -> Result<Vec<T>, RegisterError> {
    let mut all = Vec::new();
    for_each(tx, rest, with, |row| {
        all.push(row);
        Ok(())
    })?;
    Ok(all)
}

/// The last row of `select::<T>(rest)`, for statements that give at most one.
pub fn one<T: for<'r> RowColumns<'r>>(
    tx: &mut dyn Transaction,
    rest: &str,
    with: &[SqlValue<'_>],
) -> Result<Option<T>, RegisterError> {
    Ok(rows(tx, rest, with)?.pop())
}

/// The rows of `select::<T>(rest)` with their values unchecked.
pub fn raw_rows<T: for<'r> RowColumns<'r>>(
    tx: &mut dyn Transaction,
    rest: &str,
    with: &[SqlValue<'_>],
) -> Result<Vec<RawRow>, RegisterError> {
    let mut all = Vec::new();
    tx.query(&select::<T>(rest), with, &mut |row| {
        all.push(RawRow::of::<T>(row));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(all)
}
