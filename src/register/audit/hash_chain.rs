//! Seals: hashes by which it is found that a row was changed, added or lost.
//!
//! What people wrote, and the facts about a person, are sealed together with salts: the seal alone
//! tells nobody what stood there, also not by trying, and stays true when the rows are erased.

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

    /// What stands before the first seal of a chain.
    pub(in crate::register) const NONE: Seal = Seal([0; Self::LENGTH]);

    /// The seal of the statements that make a register.
    pub(in crate::register) fn of_schema(statements: &str) -> Self {
        let mut sealing = Hasher::of("schema");
        sealing.text(statements);
        sealing.seal()
    }

    /// The seal of the grounds of a decision.
    #[must_use]
    pub fn of_grounds(map_digest: &str, reason: &str) -> Self {
        let mut sealing = Hasher::of("grounds");
        sealing.text(map_digest);
        sealing.text(reason);
        sealing.seal()
    }

    /// The seal of what an organisation was called.
    pub(in crate::register) fn of_as_was(name: &str, phone: Option<&str>) -> Self {
        let mut sealing = Hasher::of("as-was");
        sealing.text(name);
        sealing.value(&phone.into());
        sealing.seal()
    }

    /// The seal of a row of facts; and, through its salt, of what could be guessed of the decision
    /// that looked at them: the responsibility, and the seal of the grounds.
    pub(in crate::register) fn of_facts(
        facts: &[Named<'_>],
        responsibility: &SqlValue<'_>,
        grounds: Option<Seal>,
    ) -> Self {
        let mut sealing = Hasher::of("facts");
        sealing.named(facts, WHERE_IT_STANDS);
        sealing.value(responsibility);
        sealing.optional(grounds);
        sealing.seal()
    }

    /// The seal of a row of contact.
    pub(in crate::register) fn of_contact(contact: &[Named<'_>]) -> Self {
        let mut sealing = Hasher::of("contact");
        sealing.named(contact, WHERE_IT_STANDS);
        sealing.seal()
    }

    /// The seal of the rows of words that came with one event, in the order of their parts.
    pub(in crate::register) fn of_words(words: &[Vec<Named<'_>>]) -> Self {
        let mut sealing = Hasher::of("words");
        for row in words {
            sealing.named(row, WHERE_IT_STANDS);
        }
        sealing.seal()
    }

    /// The seal of an event, with that of the event before it: of its whole row, but for what the
    /// [seal of its facts](Seal::of_facts) goes over, and with the seal of what its organisation
    /// was called in place of a number.
    pub(in crate::register) fn of_event(
        before: Seal,
        event: &[Named<'_>],
        as_was: Option<Seal>,
    ) -> Self {
        let mut sealing = Hasher::of("event");
        sealing.bytes(&before.0);
        let has_facts = event
            .iter()
            .any(|(name, value)| *name == SEAL_OF_FACTS && *value != SqlValue::Null);
        // Without facts nothing else goes over what is only to be there with them.
        let except = if has_facts {
            NOT_OF_EVENT_WITH_FACTS
        } else {
            NOT_OF_EVENT
        };
        sealing.named(event, except);
        sealing.optional(as_was);
        sealing.seal()
    }

    /// The seal of the trace of an export, with that of the trace before it.
    pub(in crate::register) fn of_export(before: Seal, export: &[Named<'_>]) -> Self {
        let mut sealing = Hasher::of("export");
        sealing.bytes(&before.0);
        sealing.named(export, NOT_OF_EXPORT);
        sealing.seal()
    }

    fn first_of(hash: &blake3::Hash) -> Self {
        let mut seal = Seal::NONE;
        let bytes = seal.0.iter_mut().zip(hash.as_bytes());
        bytes.for_each(|(byte, hashed)| *byte = *hashed);
        seal
    }

    /// Its bytes.
    pub(in crate::register) fn bytes(self) -> [u8; Self::LENGTH] {
        self.0
    }

    /// Its first half: enough for a receipt.
    pub(in crate::register) fn half(self) -> [u8; 8] {
        let mut half = [0; 8];
        half.iter_mut()
            .zip(self.0)
            .for_each(|(half, byte)| *half = byte);
        half
    }
}

/// A hash of content that comes piece by piece.
#[derive(Debug, Clone, Default)]
pub struct ContentHash(blake3::Hasher);

impl ContentHash {
    /// The next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The seal of all pieces so far.
    pub(in crate::register) fn seal(&self) -> Seal {
        Seal::first_of(&self.0.finalize())
    }
}

/// A value with the name of its column.
pub(in crate::register) type Named<'a> = (&'static str, SqlValue<'a>);

/// The columns of what came with an event that no seal goes over: where it stands.
const WHERE_IT_STANDS: &[&str] = &["signal", "event"];

/// The column of an event in which the seal of its facts stands.
const SEAL_OF_FACTS: &str = "facts";

/// The columns of an event that its seal does not go over: itself, and a number in place of which
/// the seal of what the organisation was called is taken.
const NOT_OF_EVENT: &[&str] = &["as_was", "seal"];

/// The same of an event with facts: what the seal of those goes over could be guessed.
const NOT_OF_EVENT_WITH_FACTS: &[&str] = &["as_was", "seal", "responsibility", "grounds"];

/// The columns of the trace of an export that its seal does not go over.
const NOT_OF_EXPORT: &[&str] = &["seal"];

/// A seal in the making: what is to be hashed. Every value stands behind its length or kind, so no
/// two different rows look the same.
struct Hasher(Vec<u8>);

impl Hasher {
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

    fn value(&mut self, value: &SqlValue<'_>) {
        match value {
            SqlValue::Null => self.bytes(&[0]),
            SqlValue::Integer(number) => {
                self.bytes(&[1]);
                self.bytes(&number.to_le_bytes());
            }
            SqlValue::Text(text) => {
                self.bytes(&[2]);
                self.text(text);
            }
        }
    }

    /// Each value that is not nothing behind the name of its column, and how many there are: a
    /// column that is added later, or stands elsewhere, changes no seal. `except` are left out.
    fn named(&mut self, values: &[Named<'_>], except: &[&str]) {
        let mut count = 0_u64;
        for (name, value) in values {
            if *value != SqlValue::Null && !except.contains(name) {
                self.text(name);
                self.value(value);
                count += 1;
            }
        }
        self.bytes(&count.to_le_bytes());
    }

    fn optional(&mut self, seal: Option<Seal>) {
        self.bytes(&[u8::from(seal.is_some())]);
        self.bytes(&seal.unwrap_or(Seal::NONE).0);
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

/// The bytes that stand there in hexadecimal, when they are as many as asked.
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

    pub(in crate::register) fn next(&mut self) -> Seal {
        if let Some(salt) = self.ready.pop() {
            return salt;
        }
        // One at first: most runs need no more.
        let count = if self.made == 0 { 0 } else { TOGETHER };
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
