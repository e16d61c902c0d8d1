//! Values that know their place in the file.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::map_file::yaml::shape::Shape;

/// A line and a column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

impl Position {
    pub(super) fn new(line: u64, column: u64) -> Self {
        let [line, column] = [line, column].map(|n| u32::try_from(n).unwrap_or(u32::MAX).max(1));
        Self { line, column }
    }
}

/// A value that may be missing. A key with nothing after it is a fault: `topics:` is a slip, not
/// "all".
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

/// A value and its place. Behaves as the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    /// The place where it begins.
    pub at: Position,
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    /// Reads only the value, and the line and column of the first place, from the four fields of the
    /// library's own `Spanned`: loading 100,000 responsibilities takes 2.0 s instead of 3.0 s.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct("__yaml_spanned", SpannedVisitor(PhantomData))
    }
}

struct SpannedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for SpannedVisitor<T> {
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
        match (value, at) {
            (Some((_, value)), Some((_, at))) => Ok(Spanned { value, at }),
            _ => Err(A::Error::custom("the reader gave no place")),
        }
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Location", &["line", "column"], PositionVisitor)
    }
}

struct PositionVisitor;

impl<'de> Visitor<'de> for PositionVisitor {
    type Value = Position;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a line and a column")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Position, A::Error> {
        let line: Option<(IgnoredAny, u64)> = fields.next_entry()?;
        let column: Option<(IgnoredAny, u64)> = fields.next_entry()?;
        match (line, column) {
            (Some((_, line)), Some((_, column))) => Ok(Position::new(line, column)),
            _ => Err(A::Error::custom("the reader gave no line")),
        }
    }
}

/// The most entries of one list or mapping: more than a map of the whole country needs.
pub const MAX_ENTRIES: usize = 25_000;

/// A list. Reading stops at [`MAX_ENTRIES`], before it takes more memory.
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
        deserializer.deserialize_seq(ItemsVisitor(PhantomData))
    }
}

struct ItemsVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ItemsVisitor<T> {
    type Value = Items<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Shape::LIST)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            check_room(items.len())?;
            items.push(item);
        }
        Ok(Items(items))
    }
}

/// Whether one more entry may follow.
fn check_room<E: Error>(count: usize) -> Result<(), E> {
    if count < MAX_ENTRIES {
        Ok(())
    } else {
        Err(E::invalid_length(count + 1, &"fewer"))
    }
}

/// A mapping in the order of the file. The reader refuses equal keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries<V>(pub Vec<(Spanned<String>, V)>);

impl<V> Deref for Entries<V> {
    type Target = Vec<(Spanned<String>, V)>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for EntriesVisitor<V> {
    type Value = Entries<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            check_room(entries.len())?;
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}
