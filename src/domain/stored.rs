//! Values that are kept as the text that says them.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserializer, Error, Visitor};

/// Keeps a type as what its `Display` writes and its `FromStr` reads: what that refuses is no value.
macro_rules! as_text {
    ($name:ident) => {
        $crate::domain::stored::text_schema!($name);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::domain::stored::from_text(from, stringify!($name), |text| text.parse().ok())
            }
        }
    };
}
pub(crate) use as_text;

/// Says in a JSON Schema that a type is a text.
macro_rules! text_schema {
    ($name:ident) => {
        #[cfg(test)]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string"})
            }
        }
    };
}
pub(crate) use text_schema;

/// Reads a text that `read` makes a value of.
///
/// # Errors
/// It is no text, or `read` refuses it.
pub fn from_text<'de, D: Deserializer<'de>, T>(
    from: D,
    called: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    from.deserialize_str(TextReader { called, read })
}

/// Reads a text as bytes, from which `read` makes a value. A known text need not be checked again for
/// being UTF-8.
///
/// # Errors
/// It is neither text nor bytes, or `read` refuses it.
pub fn from_bytes<'de, D: Deserializer<'de>, T>(
    from: D,
    called: &'static str,
    read: impl FnOnce(&[u8]) -> Option<T>,
) -> Result<T, D::Error> {
    from.deserialize_bytes(BytesReader { called, read })
}

/// The text that was read last. What stands close together often says the same, an owner or a file:
/// then all of it shares one text.
#[derive(Debug, Default)]
pub struct LastText(RefCell<Arc<str>>);

impl LastText {
    /// The text that these bytes are, shared when it was the last one too. `None` when they are not
    /// the last one and no text, or when `accept` refuses it.
    pub fn shared(&self, bytes: &[u8], accept: impl FnOnce(&str) -> bool) -> Option<Arc<str>> {
        let mut last = self.0.borrow_mut();
        if last.as_bytes() != bytes || bytes.is_empty() {
            let text = std::str::from_utf8(bytes).ok()?;
            if !accept(text) {
                return None;
            }
            *last = text.into();
        }
        Some(Arc::clone(&last))
    }
}

struct TextReader<R> {
    called: &'static str,
    read: R,
}

impl<T, R: FnOnce(&str) -> Option<T>> Visitor<'_> for TextReader<R> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.called)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).ok_or_else(|| E::custom(self.called))
    }
}

struct BytesReader<R> {
    called: &'static str,
    read: R,
}

impl<T, R: FnOnce(&[u8]) -> Option<T>> Visitor<'_> for BytesReader<R> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.called)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<T, E> {
        (self.read)(bytes).ok_or_else(|| E::custom(self.called))
    }

    /// A format that keeps texts apart from bytes hands over a text, also when asked for bytes.
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        self.visit_bytes(text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_neighbours_share_a_text_and_none_escapes_the_rule() {
        let last = LastText::default();
        let read = |text: &str| last.shared(text.as_bytes(), |text| text.starts_with('a'));
        let (one, again) = (read("ab").unwrap(), read("ab").unwrap());
        assert!(Arc::ptr_eq(&one, &again));
        assert_eq!((read("b"), read("")), (None, None));
        assert_eq!(read("ac").as_deref(), Some("ac"));
        assert_eq!(&*one, "ab");
        assert_eq!(last.shared(&[0xff], |_| true), None);
    }
}
