//! Seals: hashes by which it is found that a row was changed, added or lost.
//!
//! What people wrote is sealed together with salts: the seal alone tells nobody what was written,
//! also not by trying, and stays true when the words and their salts are erased.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::database::Value;
use super::error::RegisterError;
use crate::domain::signal_id::SignalId;

/// The first 128 bits of a BLAKE3 hash; as text in hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Seal([u8; Self::LENGTH]);

/// The text is no seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotASeal;

impl Seal {
    /// In bytes.
    pub const LENGTH: usize = 16;

    /// What stands before the first seal of a chain.
    pub(super) const NONE: Seal = Seal([0; Self::LENGTH]);

    /// The seal of the grounds of a decision.
    #[must_use]
    pub fn of_grounds(map_digest: &str, reason: &str) -> Self {
        let mut sealing = Sealing::of("grounds");
        sealing.text(map_digest);
        sealing.text(reason);
        sealing.seal()
    }

    /// The seal of what was written with an event, in whichever order it comes; with the contact of
    /// the sender when it is the report.
    pub(super) fn of_words(contact: Option<&str>, said: &[Written<'_>]) -> Self {
        let mut sealing = Sealing::of("words");
        sealing.value(&contact.into());
        let mut said: Vec<&Written<'_>> = said.iter().collect();
        said.sort_unstable_by_key(|written| written.part);
        for Written { part, text, salt } in said {
            sealing.text(part);
            sealing.text(text);
            sealing.text(salt);
        }
        sealing.seal()
    }

    /// The seal of everything that is recorded with an event but where it stands: the columns of
    /// the event from its number to its responsibility, its grounds, its words, and with a report
    /// what the signal says once.
    pub(super) fn of_event(
        columns: &[Value<'_>],
        grounds: Option<Seal>,
        words: Option<Seal>,
        once: &[Value<'_>],
    ) -> Self {
        let mut sealing = Sealing::of("event");
        sealing.filled(columns);
        sealing.optional(grounds);
        sealing.optional(words);
        sealing.filled(once);
        sealing.seal()
    }

    /// The seal of a step: of its place, of the event and its signal, and of the seal of the step
    /// before it.
    pub(super) fn of_step(before: Seal, step: i64, signal: SignalId, event: Seal) -> Self {
        let mut sealing = Sealing::of("step");
        [
            &before.0[..],
            &step.to_le_bytes(),
            signal.as_str().as_bytes(),
            &event.0,
        ]
        .into_iter()
        .for_each(|part| sealing.bytes(part));
        sealing.seal()
    }

    /// The seal of the trace of an export, and of the seal of the trace before it.
    pub(super) fn of_export(before: Seal, columns: &[Value<'_>]) -> Self {
        let mut sealing = Sealing::of("export");
        sealing.bytes(&before.0);
        sealing.filled(columns);
        sealing.seal()
    }

    /// Its first half: enough for a receipt.
    pub(super) fn half(self) -> [u8; 8] {
        let mut half = [0; 8];
        half.iter_mut()
            .zip(self.0)
            .for_each(|(half, byte)| *half = byte);
        half
    }
}

/// A piece of text that somebody wrote, on its way into a row or out of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Written<'a> {
    pub part: &'a str,
    pub text: &'a str,
    #[serde(borrow)]
    pub salt: Cow<'a, str>,
}

/// A seal in the making: what is to be hashed. Every value stands behind its length or kind, so no
/// two different rows look the same.
struct Sealing(Vec<u8>);

impl Sealing {
    fn of(what: &str) -> Self {
        // Most of what is sealed is no longer than this.
        let mut sealing = Self(Vec::with_capacity(512));
        sealing.text(what);
        sealing
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(&(text.len() as u64).to_le_bytes());
        self.bytes(text.as_bytes());
    }

    fn value(&mut self, value: &Value<'_>) {
        match value {
            Value::Null => self.bytes(&[0]),
            Value::Integer(number) => {
                self.bytes(&[1]);
                self.bytes(&number.to_le_bytes());
            }
            Value::Text(text) => {
                self.bytes(&[2]);
                self.text(text);
            }
        }
    }

    /// Each value that is not nothing behind its place, and how many there are: a column that a
    /// later version adds changes no seal.
    fn filled(&mut self, values: &[Value<'_>]) {
        let filled = (0_u8..)
            .zip(values)
            .filter(|(_, value)| **value != Value::Null);
        let mut count = 0_u8;
        for (place, value) in filled {
            self.bytes(&[place]);
            self.value(value);
            count += 1;
        }
        self.bytes(&[u8::MAX, count]);
    }

    fn optional(&mut self, seal: Option<Seal>) {
        self.bytes(&[u8::from(seal.is_some())]);
        self.bytes(&seal.unwrap_or(Seal::NONE).0);
    }

    fn seal(self) -> Seal {
        let mut seal = Seal::NONE;
        seal.0
            .iter_mut()
            .zip(blake3::hash(&self.0).as_bytes())
            .for_each(|(byte, hashed)| *byte = *hashed);
        seal
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [b'0'; 2 * Self::LENGTH];
        for (digits, byte) in text.chunks_exact_mut(2).zip(self.0) {
            let of = |half: u8| DIGITS.get(usize::from(half)).copied().unwrap_or(b'0');
            digits.copy_from_slice(&[of(byte >> 4), of(byte & 15)]);
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl FromStr for Seal {
    type Err = NotASeal;

    fn from_str(text: &str) -> Result<Self, NotASeal> {
        bytes(text).map(Self).ok_or(NotASeal)
    }
}

/// The bytes that stand there in hexadecimal, when they are as many as asked.
pub(super) fn bytes<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    let digits = text.as_bytes();
    let fits = digits.len() == 2 * LENGTH && digits.iter().all(u8::is_ascii_hexdigit);
    for (byte, digits) in bytes
        .iter_mut()
        .zip(digits.chunks_exact(2))
        .take_while(|_| fits)
    {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    fits.then_some(bytes)
}

/// Gives salts: random, each another.
pub struct Salts {
    key: [u8; 32],
    /// How many times some were made.
    made: u64,
    ready: Vec<Seal>,
}

/// Made together: for very many reports that is faster than one by one.
const TOGETHER: usize = 32;

impl Salts {
    /// From the randomness of the system.
    ///
    /// # Errors
    /// [`RegisterError::NoRandomness`]: the system has none to give.
    pub fn new() -> Result<Self, RegisterError> {
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(|_| RegisterError::NoRandomness)?;
        Ok(Self {
            key,
            made: 0,
            ready: Vec::new(),
        })
    }

    pub(super) fn next(&mut self) -> String {
        let salt = self.ready.pop().unwrap_or_else(|| {
            // One at first: most runs need no more.
            let count = if self.made == 0 { 1 } else { TOGETHER };
            self.made += 1;
            let mut salts = vec![Seal::NONE; count];
            let mut random = blake3::Hasher::new_keyed(&self.key)
                .update(&self.made.to_le_bytes())
                .finalize_xof();
            salts.iter_mut().for_each(|salt| random.fill(&mut salt.0));
            let first = salts.pop().unwrap_or(Seal::NONE);
            self.ready = salts;
            first
        });
        salt.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(texts: &[Option<&'static str>]) -> Vec<Value<'static>> {
        texts.iter().map(|text| (*text).into()).collect()
    }

    #[test]
    fn no_two_rows_that_differ_have_the_same_seal() {
        let rows = [
            columns(&[]),
            columns(&[Some("a")]),
            columns(&[None, Some("a")]),
            columns(&[Some("a"), Some("b")]),
            columns(&[Some("ab")]),
            columns(&[Some("")]),
            vec![Value::Integer(0)],
        ];
        let mut seals: Vec<String> = Vec::new();
        for row in &rows {
            seals.push(Seal::of_event(row, None, None, &[]).to_string());
            seals.push(Seal::of_event(&[], None, None, row).to_string());
            seals.push(Seal::of_export(Seal::NONE, row).to_string());
        }
        seals.extend(
            [
                Seal::of_grounds("a", "b"),
                Seal::of_grounds("ab", ""),
                Seal::of_grounds("", "ab"),
            ]
            .map(|seal| seal.to_string()),
        );
        let of_event = Seal::of_event(&rows[1], Some(Seal::NONE), None, &[]);
        seals.extend(
            [
                of_event,
                Seal::of_event(&rows[1], None, Some(Seal::NONE), &[]),
            ]
            .map(|seal| seal.to_string()),
        );
        let count = seals.len();
        seals.sort();
        seals.dedup();
        // An event of which nothing is filled is the same, whether it is asked of its columns or of
        // what a signal says once.
        assert_eq!(seals.len(), count - 1);
    }

    #[test]
    fn a_column_that_is_added_and_empty_changes_no_seal() {
        let (before, after) = (columns(&[Some("a")]), columns(&[Some("a"), None]));
        assert_eq!(
            Seal::of_event(&before, None, None, &[]),
            Seal::of_event(&after, None, None, &[])
        );
    }

    #[test]
    fn words_have_the_same_seal_in_any_order_and_another_with_another_salt() {
        let one = Written {
            part: "seen",
            text: "Moe.",
            salt: "s1".into(),
        };
        let other = Written {
            part: "helpers",
            text: "Oma.",
            salt: "s2".into(),
        };
        assert_eq!(
            Seal::of_words(None, &[one.clone(), other.clone()]),
            Seal::of_words(None, &[other, one.clone()])
        );
        assert_ne!(
            Seal::of_words(None, std::slice::from_ref(&one)),
            Seal::of_words(
                None,
                &[Written {
                    salt: "s2".into(),
                    ..one.clone()
                }]
            )
        );
        assert_ne!(
            Seal::of_words(None, std::slice::from_ref(&one)),
            Seal::of_words(Some("06"), std::slice::from_ref(&one))
        );
    }

    #[test]
    fn a_seal_is_read_as_it_is_written() {
        let seal = Seal::of_grounds("map", "{}");
        assert_eq!(seal.to_string().parse(), Ok(seal));
        for text in [
            "",
            "00",
            "+0000000000000000000000000000000",
            &"0".repeat(33),
        ] {
            assert_eq!(text.parse::<Seal>(), Err(NotASeal), "{text}");
        }
    }

    #[test]
    fn no_two_salts_are_the_same() {
        let (mut one, mut other) = (Salts::new().unwrap(), Salts::new().unwrap());
        let salts: Vec<String> = (0..2 * TOGETHER)
            .flat_map(|_| [one.next(), other.next()])
            .collect();
        assert!(salts.iter().all(|salt| salt.len() == 32));
        assert!(
            (1..salts.len()).all(|n| !salts[..n].contains(&salts[n])),
            "{salts:?}"
        );
    }
}
