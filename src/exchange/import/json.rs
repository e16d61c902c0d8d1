//! Reads JSON without loss: serde_json keeps only the last value of a repeated key.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Error, Map, Value};

/// The keys and values of an object, in order. A key may occur twice.
pub type Pairs = Vec<(String, Value)>;

/// Reads an object, and whether an object inside it repeats a key.
pub fn read(text: &str) -> Result<(Pairs, bool), Error> {
    let repeated = Cell::new(false);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let pairs = deserializer.deserialize_map(OuterObject(&repeated))?;
    deserializer.end()?;
    Ok((pairs, repeated.get()))
}

struct OuterObject<'a>(&'a Cell<bool>);

impl<'de> Visitor<'de> for OuterObject<'_> {
    type Value = Pairs;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = map.next_key()? {
            pairs.push((key, map.next_value_seed(InnerValue(self.0))?));
        }
        Ok(pairs)
    }
}

/// Reads a value, and notes whether a key inside it is repeated.
struct InnerValue<'a>(&'a Cell<bool>);

impl<'de> DeserializeSeed<'de> for InnerValue<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for InnerValue<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(yes.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(InnerValue(self.0))? {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(InnerValue(self.0))?;
            if object.insert(key, value).is_some() {
                self.0.set(true);
            }
        }
        Ok(object.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(r#"{"a": {"b": 1, "c": 2}}"#, false)]
    #[case(r#"{"a": {"b": 1, "b": 2}}"#, true)]
    #[case(r#"{"a": [{"b": {"c": 1, "c": 1}}]}"#, true)]
    #[case(r#"{"a": {"b": 1}, "c": {"b": 1}}"#, false)]
    fn a_key_that_is_there_twice_is_found(#[case] text: &str, #[case] twice: bool) {
        let (_, repeated) = read(text).unwrap();
        assert_eq!(repeated, twice);
    }

    #[test]
    fn of_an_object_every_key_is_kept() {
        let (pairs, repeated) =
            read(r#"{"b": 1, "a": [null, true, -1, 1.5, "x"], "b": {}}"#).unwrap();
        let expected = [
            ("b", Value::from(1)),
            ("a", serde_json::json!([null, true, -1, 1.5, "x"])),
            ("b", serde_json::json!({})),
        ];
        assert_eq!(pairs, expected.map(|(key, value)| (key.to_owned(), value)));
        assert!(!repeated);
        assert!(read("{} x").is_err() && read("[]").is_err());
    }
}
