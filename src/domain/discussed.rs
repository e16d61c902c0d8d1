//! Whether a signal was discussed with the family, and what they think of it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::codes::code_enum;
use crate::domain::signal::Part;

code_enum! {
    /// Whether the family agrees with the signal.
    Consent {
        /// They agree.
        Yes = "yes",
        /// They do not agree: the words say why it is reported all the same.
        No = "no",
        /// They were not asked, or do not know of it.
        NotAsked = "not-asked",
    }
}

/// Whether the sender told the family that this signal is made, and whether they agree. With the
/// reason where one is needed: `R` is the words, or nothing where the words are kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discussed<R> {
    /// They know, and were not asked whether they agree.
    Yes,
    /// They know and agree.
    Agreed,
    /// They know and do not agree; why it is reported all the same.
    NotAgreed(R),
    /// They do not know, for this reason.
    No(R),
}

/// The JSON form, which is also that of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DiscussedKeys {
    /// Whether the family knows; the words say why not.
    pub discussed: bool,
    /// Whether they agree.
    pub consent: Consent,
}

impl<R> Discussed<R> {
    /// What stands in JSON and in the register.
    #[must_use]
    pub fn keys(&self) -> DiscussedKeys {
        let (discussed, consent) = match self {
            Discussed::Yes => (true, Consent::NotAsked),
            Discussed::Agreed => (true, Consent::Yes),
            Discussed::NotAgreed(_) => (true, Consent::No),
            Discussed::No(_) => (false, Consent::NotAsked),
        };
        DiscussedKeys { discussed, consent }
    }

    /// The reason, and what it is about.
    #[must_use]
    pub fn reason(&self) -> Option<(Part, &R)> {
        match self {
            Discussed::Yes | Discussed::Agreed => None,
            Discussed::NotAgreed(why) => Some((Part::WhyWithoutConsent, why)),
            Discussed::No(why) => Some((Part::WhyNotDiscussed, why)),
        }
    }

    /// The same without the words.
    #[must_use]
    pub fn without_reason(&self) -> Discussed<()> {
        match self {
            Discussed::Yes => Discussed::Yes,
            Discussed::Agreed => Discussed::Agreed,
            Discussed::NotAgreed(_) => Discussed::NotAgreed(()),
            Discussed::No(_) => Discussed::No(()),
        }
    }
}

impl Discussed<()> {
    /// `None` when nobody can have agreed or not: the family does not know.
    #[must_use]
    pub fn of(keys: DiscussedKeys) -> Option<Self> {
        match (keys.discussed, keys.consent) {
            (true, Consent::NotAsked) => Some(Discussed::Yes),
            (true, Consent::Yes) => Some(Discussed::Agreed),
            (true, Consent::No) => Some(Discussed::NotAgreed(())),
            (false, Consent::NotAsked) => Some(Discussed::No(())),
            (false, Consent::Yes | Consent::No) => None,
        }
    }

    /// The same with its reason, which `find` gives; `None` when it is needed and not there.
    #[must_use]
    pub fn with_reason<R>(self, find: impl FnOnce(Part) -> Option<R>) -> Option<Discussed<R>> {
        Some(match self {
            Discussed::Yes => Discussed::Yes,
            Discussed::Agreed => Discussed::Agreed,
            Discussed::NotAgreed(()) => Discussed::NotAgreed(find(Part::WhyWithoutConsent)?),
            Discussed::No(()) => Discussed::No(find(Part::WhyNotDiscussed)?),
        })
    }
}

impl Serialize for Discussed<()> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.keys().serialize(to)
    }
}

impl<'de> Deserialize<'de> for Discussed<()> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        use serde::de::Error as _;

        let keys = DiscussedKeys::deserialize(from)?;
        Self::of(keys).ok_or_else(|| D::Error::custom("consent to what was not discussed"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::CodeEnum as _;

    #[test]
    fn nobody_agrees_to_what_they_do_not_know() {
        for discussed in [true, false] {
            for consent in Consent::ALL.iter().copied() {
                let keys = DiscussedKeys { discussed, consent };
                let read = Discussed::of(keys);
                let is_known = discussed || consent == Consent::NotAsked;
                assert_eq!(read.is_some(), is_known, "{keys:?}");
                assert!(read.is_none_or(|read| read.keys() == keys), "{keys:?}");
            }
        }
    }

    #[test]
    fn who_does_not_agree_or_does_not_know_needs_a_reason() {
        let all = [
            Discussed::Yes,
            Discussed::Agreed,
            Discussed::NotAgreed(()),
            Discussed::No(()),
        ];
        for one in all {
            let with = one.with_reason(Some).unwrap();
            assert_eq!(with.without_reason(), one);
            let part = one.reason().map(|(part, ())| part);
            assert_eq!(with.reason().map(|(_, part)| *part), part);
            assert_eq!(one.with_reason::<Part>(|_| None).is_some(), part.is_none());
        }
    }
}
