//! Codes: the short names by which the map calls organisations, kinds, topics and areas.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::domain::stored::{LastText, from_bytes};

/// The text is not a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotACode;

/// Whether `text` is 1 to 64 of `a-z 0-9 -`, and begins and ends with a letter or digit.
fn is_code(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $valid:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        $crate::domain::stored::text_schema!($name);

        impl $name {
            /// The code as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NotACode;

            fn from_str(text: &str) -> Result<Self, NotACode> {
                let valid: fn(&str) -> bool = $valid;
                if valid(text) { Ok(Self(text.into())) } else { Err(NotACode) }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                thread_local! {
                    static LAST: LastText = LastText::default();
                }
                from_bytes(from, stringify!($name), |bytes| {
                    LAST.with(|last| last.shared(bytes, $valid))
                })
                .map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

code!(
    /// An organisation, for example `jgz-waterdam`: 1 to 64 small letters, digits and hyphens.
    OrganisationId,
    is_code
);
code!(
    /// A kind of organisation, for example `kraamzorg`: 1 to 64 small letters, digits and hyphens.
    KindId,
    is_code
);
code!(
    /// An area, for example `waterdam-noord`: 1 to 64 small letters, digits and hyphens.
    AreaId,
    is_code
);
code!(
    /// A topic (life domain) and where it stands in the tree, for example `parenting/sleep`: codes
    /// with `/` between them.
    TopicId,
    |text| text.len() <= 128 && text.split('/').all(is_code)
);

code!(
    /// A map, whatever it is called this year, for example `waterdam`: 1 to 64 small letters, digits
    /// and hyphens.
    MapId,
    is_code
);

code!(
    /// What an organisation has agreed to own, as the map that decided wrote it, in codes:
    /// `topic:parenting age:4-18 area:waterdam`.
    ///
    /// It stays the same when lines of the map move, and is another when something else is agreed.
    /// With the code of the organisation it names a responsibility. 1 to 160 characters of ASCII,
    /// no control characters.
    ResponsibilityId,
    |text| (1..=160).contains(&text.len()) && text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
);

impl TopicId {
    /// The topic that this one is part of; `None` at the top of the tree.
    #[must_use]
    pub fn parent(&self) -> Option<TopicId> {
        self.0
            .rsplit_once('/')
            .map(|(parent, _)| TopicId(parent.into()))
    }
}

/// A choice among a few codes, as the command line, the JSON and the register write it.
pub trait CodeEnum: Sized + Copy + 'static {
    /// All choices, in the order in which a person is shown them.
    const ALL: &'static [Self];

    /// Their codes, in the same order.
    const CODES: &'static [&'static str];

    /// The stable English code.
    fn code(self) -> &'static str;

    /// The choice with this code, or `None`.
    #[must_use]
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|choice| choice.code() == code)
    }
}

/// Writes an enum of plain codes: its variants, their codes, `ALL` and `Display` in one place.
macro_rules! code_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $variant),+
        }

        impl $crate::domain::codes::CodeEnum for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const CODES: &'static [&'static str] = &[$($code),+];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::domain::codes::CodeEnum::code(*self))
            }
        }
    };
}
pub(crate) use code_enum;

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("jgz-waterdam", true)]
    #[case("0599", true)]
    #[case("", false)]
    #[case("-jgz", false)]
    #[case("jgz-", false)]
    #[case("JGZ", false)]
    #[case("jgz waterdam", false)]
    #[case("jgz/waterdam", false)]
    fn an_organisation_code_is(#[case] text: &str, #[case] valid: bool) {
        assert_eq!(text.parse::<OrganisationId>().is_ok(), valid);
    }

    #[test]
    fn a_topic_knows_what_it_is_part_of() {
        let topic: TopicId = "parenting/sleep".parse().unwrap();
        assert_eq!(topic.parent().unwrap().as_str(), "parenting");
        assert_eq!(topic.parent().unwrap().parent(), None);
        assert!("parenting//sleep".parse::<TopicId>().is_err());
    }
}
