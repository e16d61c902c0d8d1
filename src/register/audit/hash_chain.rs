//! Seals: hashes that show whether a row was changed, added or lost.
//!
//! What people wrote and the facts about a person are sealed with salts. Nobody can find their
//! content from the seal, not even by guessing, and the seal stays valid when the rows are erased.

#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use crate::register::database::SqlValue;
use crate::register::error::RegisterError;

/// The first 128 bits of a BLAKE3 hash; as text in hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seal([u8; Self::LENGTH]);

/// The text is no seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotASeal;

impl Seal {
    /// In bytes.
    pub const LENGTH: usize = 16;

    /// Precedes the first seal of a chain.
    pub(in crate::register) const NONE: Seal = Seal([0; Self::LENGTH]);

    pub(in crate::register) fn of_schema(statements: &str) -> Self {
        Hasher::of("schema").text(statements).seal()
    }

    #[must_use]
    pub fn of_decision(map_digest: &str, reason: &str) -> Self {
        Hasher::of("grounds").text(map_digest).text(reason).seal()
    }

    pub(in crate::register) fn of_as_was(
        name: &str,
        phone: Option<&str>,
        email: Option<&str>,
    ) -> Self {
        let name = Hasher::of("as-was").text(name);
        name.value(&phone.into()).value(&email.into()).seal()
    }

    /// Covers a row of facts. Its salt also hides what could be guessed of the decision about them:
    /// the responsibility and the seal of the decision.
    pub(in crate::register) fn of_facts(
        facts: &[NamedValue<'_>],
        responsibility: &SqlValue<'_>,
        decision: Option<Seal>,
    ) -> Self {
        Hasher::of("facts")
            .named(facts, KEY_OF_EVENT)
            .value(responsibility)
            .optional(decision)
            .seal()
    }

    pub(in crate::register) fn of_contact(contact: &[NamedValue<'_>]) -> Self {
        Hasher::of("contact").named(contact, KEY_OF_EVENT).seal()
    }

    /// `words`: the rows of one event, in the order of their parts.
    pub(in crate::register) fn of_words(words: &[Vec<NamedValue<'_>>]) -> Self {
        let hasher = Hasher::of("words");
        let all = words.iter();
        all.fold(hasher, |hasher, row| hasher.named(row, KEY_OF_EVENT))
            .seal()
    }

    /// Continues the seal of the event before. Covers the whole row, except what the
    /// [seal of its facts](Seal::of_facts) covers; `as_was` replaces the number of the name.
    pub(in crate::register) fn of_event(
        before: Seal,
        event: &[NamedValue<'_>],
        as_was: Option<Seal>,
    ) -> Self {
        let has_facts = event
            .iter()
            .any(|(name, value)| *name == SEAL_OF_FACTS && *value != SqlValue::Null);
        let except = if has_facts {
            NOT_OF_EVENT_WITH_FACTS
        } else {
            NOT_OF_EVENT
        };
        Hasher::of("event")
            .bytes(&before.0)
            .named(event, except)
            .optional(as_was)
            .seal()
    }

    /// Continues the seal of the export before.
    pub(in crate::register) fn of_export(before: Seal, export: &[NamedValue<'_>]) -> Self {
        Hasher::of("export")
            .bytes(&before.0)
            .named(export, NOT_OF_EXPORT)
            .seal()
    }

    fn first_of(hash: &blake3::Hash) -> Self {
        let mut seal = Seal::NONE;
        let bytes = seal.0.iter_mut().zip(hash.as_bytes());
        bytes.for_each(|(byte, hashed)| *byte = *hashed);
        seal
    }

    pub(in crate::register) fn bytes(self) -> [u8; Self::LENGTH] {
        self.0
    }

    /// Its first half: enough for a receipt.
    pub(in crate::register) fn half(self) -> [u8; 8] {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        [a, b, c, d, e, f, g, h]
    }
}

/// A hash of content that comes piece by piece.
#[derive(Debug, Clone, Default)]
pub struct ContentHash(blake3::Hasher);

impl ContentHash {
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub(in crate::register) fn seal(&self) -> Seal {
        Seal::first_of(&self.0.finalize())
    }
}

/// A value with the name of its column.
pub(in crate::register) type NamedValue<'a> = (&'static str, SqlValue<'a>);

/// The key columns of what comes with an event; its seal skips them.
const KEY_OF_EVENT: &[&str] = &["signal", "event"];

const SEAL_OF_FACTS: &str = "facts";

/// What the seal of an event skips: itself, and the number of the name.
const NOT_OF_EVENT: &[&str] = &["as_was", "seal"];

/// The same with facts, whose salted seal covers what could be guessed.
const NOT_OF_EVENT_WITH_FACTS: &[&str] = &["as_was", "seal", "responsibility", "grounds"];

const NOT_OF_EXPORT: &[&str] = &["seal"];

/// Collects what is hashed. A length or kind precedes every value, so no two different rows give
/// the same bytes.
struct Hasher(Vec<u8>);

impl Hasher {
    fn of(what: &str) -> Self {
        // Enough for most rows.
        Self(Vec::with_capacity(512)).text(what)
    }

    fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(bytes);
        self
    }

    fn text(self, text: &str) -> Self {
        self.bytes(&(text.len() as u64).to_le_bytes())
            .bytes(text.as_bytes())
    }

    fn value(self, value: &SqlValue<'_>) -> Self {
        match value {
            SqlValue::Null => self.bytes(&[0]),
            SqlValue::Integer(number) => self.bytes(&[1]).bytes(&number.to_le_bytes()),
            SqlValue::Text(text) => self.bytes(&[2]).text(text),
        }
    }

    /// The values that are not NULL, with their columns, and then their number: adding or moving a
    /// column changes no seal. Skips `except`.
    fn named(mut self, values: &[NamedValue<'_>], except: &[&str]) -> Self {
        let mut count = 0_u64;
        for (name, value) in values {
            if *value != SqlValue::Null && !except.contains(name) {
                self = self.text(name).value(value);
                count += 1;
            }
        }
        self.bytes(&count.to_le_bytes())
    }

    fn optional(self, seal: Option<Seal>) -> Self {
        self.bytes(&[u8::from(seal.is_some())])
            .bytes(&seal.unwrap_or(Seal::NONE).0)
    }

    fn seal(self) -> Seal {
        Seal::first_of(&blake3::hash(&self.0))
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl FromStr for Seal {
    type Err = NotASeal;

    fn from_str(text: &str) -> Result<Self, NotASeal> {
        bytes(text).map(Self).ok_or(NotASeal)
    }
}

/// Parses exactly `LENGTH` bytes in hexadecimal.
pub(in crate::register) fn bytes<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
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

/// Random salts.
pub struct Salts {
    key: [u8; 32],
    /// The number of batches made.
    made: u64,
    ready: Vec<Seal>,
}

/// Salts made in one go: faster than one by one for many reports.
const BATCH_SALTS: usize = 32;

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

    pub(in crate::register) fn next(&mut self) -> Seal {
        if let Some(salt) = self.ready.pop() {
            return salt;
        }
        // Most runs need only one.
        let count = if self.made == 0 { 0 } else { BATCH_SALTS };
        self.made += 1;
        let mut random = blake3::Hasher::new_keyed(&self.key)
            .update(&self.made.to_le_bytes())
            .finalize_xof();
        let mut salts = vec![Seal::NONE; count];
        salts.iter_mut().for_each(|salt| random.fill(&mut salt.0));
        self.ready = salts;
        let mut salt = Seal::NONE;
        random.fill(&mut salt.0);
        salt
    }
}
