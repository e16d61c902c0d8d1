//! Values that know where they stand.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::map_file::yaml::fault::Shape;

/// A line and a column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl Position {
    pub(super) fn new(line: u64, column: u64) -> Self {
        let whole = |n| u32::try_from(n).unwrap_or(u32::MAX).max(1);
        Self {
            line: whole(line),
            column: whole(column),
        }
    }
}

/// A value that may be left out, but when its key is there it may not be empty: `topics:` with
/// nothing after it is a slip, not "all".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Optional<T>(pub Option<T>);

impl<T> Default for Optional<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Deref for Optional<T> {
    type Target = Option<T>;

    fn deref(&self) -> &Option<T> {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Optional<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(|value| Self(Some(value)))
    }
}

/// A value and where it was written. Behaves as the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it begins.
    pub at: Position,
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    /// Takes from the reader's `Spanned` what is needed here: of its four fields the value and the
    /// line and column of the first place. With `Spanned` itself, loading 100,000 responsibilities
    /// took half as long again (3.0 s for 2.0 s).
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct("__yaml_spanned", Wrapped(PhantomData))
    }
}

struct Wrapped<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Wrapped<T> {
    type Value = Spanned<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value with its place")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        let _marker: Option<(IgnoredAny, IgnoredAny)> = fields.next_entry()?;
        let value: Option<(IgnoredAny, T)> = fields.next_entry()?;
        let at: Option<(IgnoredAny, Position)> = fields.next_entry()?;
        let missing = || A::Error::custom("the reader gave no place");
        let ((_, value), (_, at)) = value.zip(at).ok_or_else(missing)?;
        Ok(Spanned { value, at })
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Location", &["line", "column"], LineAndColumn)
    }
}

struct LineAndColumn;

impl<'de> Visitor<'de> for LineAndColumn {
    type Value = Position;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a line and a column")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Position, A::Error> {
        let line: Option<(IgnoredAny, u64)> = fields.next_entry()?;
        let column: Option<(IgnoredAny, u64)> = fields.next_entry()?;
        let missing = || A::Error::custom("the reader gave no line");
        let ((_, line), (_, column)) = line.zip(column).ok_or_else(missing)?;
        Ok(Position::new(line, column))
    }
}

/// The most that one list or mapping may hold: more than a map of the whole country needs.
pub const MOST_ENTRIES: usize = 25_000;

/// A list. One with more than [`MOST_ENTRIES`] is refused before it takes more memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Items<T>(pub Vec<T>);

impl<T> Deref for Items<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Items<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(InTurn(PhantomData))
    }
}

struct InTurn<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for InTurn<T> {
    type Value = Items<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Shape::LIST)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            room_after(items.len())?;
            items.push(item);
        }
        Ok(Items(items))
    }
}

/// Whether one more may follow on so many.
fn room_after<E: Error>(count: usize) -> Result<(), E> {
    if count < MOST_ENTRIES {
        Ok(())
    } else {
        Err(E::invalid_length(count + 1, &"fewer"))
    }
}

/// A mapping in the order in which it was written, each key with its place. The reader refuses
/// equal keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries<V>(pub Vec<(Spanned<String>, V)>);

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

struct InOrder<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for InOrder<V> {
    type Value = Entries<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            room_after(entries.len())?;
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}
