//! Seals: hashes by which it is found that a row was changed, added or lost.
//!
//! What people wrote, and the facts about a person, are sealed together with salts: the seal alone
//! tells nobody what stood there, also not by trying, and stays true when the rows are erased.

use std::fmt;
use std::str::FromStr;

use super::database::Value;
use super::error::RegisterError;

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
    pub(super) const NONE: Seal = Seal([0; Self::LENGTH]);

    /// The seal of the statements that make a register.
    pub(super) fn of_schema(statements: &str) -> Self {
        let mut sealing = Sealing::of("schema");
        sealing.text(statements);
        sealing.seal()
    }

    /// The seal of the grounds of a decision.
    #[must_use]
    pub fn of_grounds(map_digest: &str, reason: &str) -> Self {
        let mut sealing = Sealing::of("grounds");
        sealing.text(map_digest);
        sealing.text(reason);
        sealing.seal()
    }

    /// The seal of what an organisation was called.
    pub(super) fn of_as_was(name: &str, phone: Option<&str>) -> Self {
        let mut sealing = Sealing::of("as-was");
        sealing.text(name);
        sealing.value(&phone.into());
        sealing.seal()
    }

    /// The seal of a row of facts; and, through its salt, of what could be guessed of the decision
    /// that looked at them: the responsibility, and the seal of the grounds.
    pub(super) fn of_facts(
        facts: &[Named<'_>],
        responsibility: &Value<'_>,
        grounds: Option<Seal>,
    ) -> Self {
        let mut sealing = Sealing::of("facts");
        sealing.named(facts, &["signal", "event"]);
        sealing.value(responsibility);
        sealing.optional(grounds);
        sealing.seal()
    }

    /// The seal of a row of contact.
    pub(super) fn of_contact(contact: &[Named<'_>]) -> Self {
        let mut sealing = Sealing::of("contact");
        sealing.named(contact, &["signal", "event"]);
        sealing.seal()
    }

    /// The seal of the rows of words that came with one event, in the order of their parts.
    pub(super) fn of_words(words: &[Vec<Named<'_>>]) -> Self {
        let mut sealing = Sealing::of("words");
        for row in words {
            sealing.named(row, &["signal", "event"]);
        }
        sealing.seal()
    }

    /// The seal of an event, with that of the event before it: of its whole row, but for what the
    /// [seal of its facts](Seal::of_facts) goes over, and with the seal of what its organisation
    /// was called in place of a number.
    pub(super) fn of_event(before: Seal, event: &[Named<'_>], as_was: Option<Seal>) -> Self {
        let mut sealing = Sealing::of("event");
        sealing.bytes(&before.0);
        let has_facts = event
            .iter()
            .any(|(name, value)| *name == "facts" && *value != Value::Null);
        // Without facts nothing else goes over what is only to be there with them.
        let except: &[&str] = if has_facts {
            &["as_was", "seal", "responsibility", "grounds"]
        } else {
            &["as_was", "seal"]
        };
        sealing.named(event, except);
        sealing.optional(as_was);
        sealing.seal()
    }

    /// The seal of the trace of an export, with that of the trace before it.
    pub(super) fn of_export(before: Seal, export: &[Named<'_>]) -> Self {
        let mut sealing = Sealing::of("export");
        sealing.bytes(&before.0);
        sealing.named(export, &["seal"]);
        sealing.seal()
    }

    fn first_of(hash: &blake3::Hash) -> Self {
        let mut seal = Seal::NONE;
        let bytes = seal.0.iter_mut().zip(hash.as_bytes());
        bytes.for_each(|(byte, hashed)| *byte = *hashed);
        seal
    }

    /// Its bytes.
    pub(super) fn bytes(self) -> [u8; Self::LENGTH] {
        self.0
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

/// A hash of content that comes piece by piece.
#[derive(Debug, Clone, Default)]
pub struct ContentHash(blake3::Hasher);

impl ContentHash {
    /// The next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The seal of all pieces so far.
    pub(super) fn seal(&self) -> Seal {
        Seal::first_of(&self.0.finalize())
    }
}

/// A value with the name of its column.
pub(super) type Named<'a> = (&'static str, Value<'a>);

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

    /// Each value that is not nothing behind the name of its column, and how many there are: a
    /// column that is added later, or stands elsewhere, changes no seal. `except` are left out.
    fn named(&mut self, values: &[Named<'_>], except: &[&str]) {
        let mut count = 0_u64;
        for (name, value) in values {
            if *value != Value::Null && !except.contains(name) {
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

    pub(super) fn next(&mut self) -> Seal {
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

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [&str; 3] = ["a", "b", "seal"];

    fn row(texts: &[Option<&'static str>]) -> Vec<Named<'static>> {
        let values = texts.iter().map(|text| Value::from(*text));
        COLUMNS.into_iter().zip(values).collect()
    }

    #[test]
    fn no_two_rows_that_differ_have_the_same_seal() {
        let rows = [
            row(&[]),
            row(&[Some("a")]),
            row(&[None, Some("a")]),
            row(&[Some("a"), Some("b")]),
            row(&[Some("ab")]),
            row(&[Some("")]),
            vec![("a", Value::Integer(0))],
        ];
        let mut seals: Vec<String> = Vec::new();
        for row in &rows {
            seals.extend(
                [
                    Seal::of_event(Seal::NONE, row, None),
                    Seal::of_event(Seal::NONE, row, Some(Seal::NONE)),
                    Seal::of_event(Seal([1; 16]), row, None),
                    Seal::of_facts(row, &Value::Null, None),
                    Seal::of_facts(row, &"a".into(), None),
                    Seal::of_facts(row, &Value::Null, Some(Seal::NONE)),
                    Seal::of_contact(row),
                    Seal::of_export(Seal::NONE, row),
                ]
                .map(|seal| seal.to_string()),
            );
            seals.push(Seal::of_words(std::slice::from_ref(row)).to_string());
        }
        seals.extend(
            [
                Seal::of_grounds("a", "b"),
                Seal::of_grounds("ab", ""),
                Seal::of_grounds("", "ab"),
                Seal::of_as_was("a", None),
                Seal::of_as_was("a", Some("")),
                Seal::of_schema("a"),
            ]
            .map(|seal| seal.to_string()),
        );
        let count = seals.len();
        seals.sort();
        seals.dedup();
        assert_eq!(seals.len(), count);
    }

    #[test]
    fn a_column_that_is_added_and_empty_or_stands_elsewhere_changes_no_seal() {
        let before = row(&[Some("a")]);
        let after = [
            row(&[Some("a"), None]),
            vec![("c", Value::Null), ("a", "a".into())],
        ];
        for after in after {
            assert_eq!(Seal::of_contact(&before), Seal::of_contact(&after));
        }
    }

    #[test]
    fn the_seal_itself_is_not_sealed() {
        let with = |seal| row(&[Some("a"), None, Some(seal)]);
        let of = |seal| Seal::of_event(Seal::NONE, &with(seal), None);
        assert_eq!(of("x"), of("y"));
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
        let salts: Vec<Seal> = (0..2 * TOGETHER)
            .flat_map(|_| [one.next(), other.next()])
            .collect();
        assert!(
            (1..salts.len()).all(|n| !salts[..n].contains(&salts[n])),
            "{salts:?}"
        );
    }
}
