//! Finds what a person typed in the map.

use crate::domain::suggestion::nearest;
use crate::routing::map::{Area, AreaIx, Organisation, RouteMap, Topic};

/// The map has nothing by this name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotInMap {
    pub kind: LookupKind,
    /// The nearest code, when one is near.
    pub did_you_mean: Option<String>,
    /// All codes, sorted.
    pub known: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookupKind {
    Topic,
    Area,
    Postcode,
    Organisation,
}

impl RouteMap {
    /// The topic with this code or name, in either language; case does not matter.
    ///
    /// # Errors
    /// [`NotInMap`] with the nearest code.
    pub fn find_topic(&self, typed: &str) -> Result<&Topic, NotInMap> {
        let wanted = typed.trim().to_lowercase();
        let mut topics = self.topics().iter();
        let by_code = self.topics().iter().find(|t| t.id.as_str() == wanted);
        let found = by_code.or_else(|| {
            topics
                .find(|t| t.name.nl.to_lowercase() == wanted || t.name.en.to_lowercase() == wanted)
        });
        found.ok_or_else(|| {
            let names = self
                .topics()
                .iter()
                .flat_map(|t| [(t.id.as_str(), t), (&*t.name.nl, t), (&*t.name.en, t)]);
            self.missing(
                LookupKind::Topic,
                &wanted,
                names.map(|(name, t)| (name, t.id.as_str())),
            )
        })
    }

    /// The area with this code, municipality code, name or postcode (`3012` or `3012 AB`); case
    /// does not matter.
    ///
    /// A postcode stands for the smallest area that holds it.
    ///
    /// # Errors
    /// [`NotInMap`] with the nearest code.
    pub fn find_area(&self, typed: &str) -> Result<&Area, NotInMap> {
        let wanted = typed.trim().to_lowercase();
        let areas = self.areas();
        let by_code = areas.iter().find(|a| {
            let mut codes = a.code.iter();
            a.id.as_str() == wanted || codes.any(|code| code.to_lowercase() == wanted)
        });
        let mut by_name = areas.iter();
        if let Some(area) = by_code.or_else(|| by_name.find(|a| a.name.to_lowercase() == wanted)) {
            return Ok(area);
        }
        if let Some(digits) = postcode(&wanted) {
            let smallest = (0..).map(AreaIx).zip(areas).filter(|(_, a)| {
                let mut ranges = a.postcodes.iter();
                ranges.any(|(from, to)| (*from..=*to).contains(&digits))
            });
            let smallest = smallest.max_by_key(|(ix, _)| self.area_and_above(*ix).count());
            return smallest.map(|(_, area)| area).ok_or(NotInMap {
                kind: LookupKind::Postcode,
                did_you_mean: None,
                known: self.area_codes(),
            });
        }
        let names = areas
            .iter()
            .flat_map(|a| [(a.id.as_str(), a), (a.name.as_str(), a)]);
        Err(self.missing(
            LookupKind::Area,
            &wanted,
            names.map(|(name, a)| (name, a.id.as_str())),
        ))
    }

    /// The organisation with this code or name; case does not matter.
    ///
    /// # Errors
    /// [`NotInMap`] with the nearest code.
    pub fn find_organisation(&self, typed: &str) -> Result<&Organisation, NotInMap> {
        let wanted = typed.trim().to_lowercase();
        let found = self
            .organisations()
            .iter()
            .find(|o| o.id.as_str() == wanted)
            .or_else(|| {
                self.organisations()
                    .iter()
                    .find(|o| o.name.to_lowercase() == wanted)
            });
        found.ok_or_else(|| {
            let names = self
                .organisations()
                .iter()
                .flat_map(|o| [(o.id.as_str(), o), (o.name.as_str(), o)]);
            self.missing(
                LookupKind::Organisation,
                &wanted,
                names.map(|(name, o)| (name, o.id.as_str())),
            )
        })
    }

    fn area_codes(&self) -> Vec<String> {
        let mut codes: Vec<String> = self.areas().iter().map(|a| a.id.to_string()).collect();
        codes.sort();
        codes
    }

    fn missing<'a>(
        &self,
        kind: LookupKind,
        wanted: &str,
        names: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> NotInMap {
        let names: Vec<(&str, &str)> = names.collect();
        let near = nearest(wanted, names.iter().map(|(name, _)| *name));
        let nearest = near
            .and_then(|near| names.iter().find(|(name, _)| *name == near))
            .map(|(_, code)| *code);
        let did_you_mean = nearest
            .or_else(|| by_one_word(wanted, &names))
            .map(str::to_owned);
        let mut known: Vec<String> = names.iter().map(|(_, code)| (*code).to_owned()).collect();
        known.sort();
        known.dedup();
        NotInMap {
            kind,
            did_you_mean,
            known,
        }
    }
}

/// The only code that has a word like `wanted` in its names: `kraamzorg` finds `kraamzorg-de-wieg`.
fn by_one_word<'a>(wanted: &str, names: &[(&'a str, &'a str)]) -> Option<&'a str> {
    let near = nearest(wanted, names.iter().flat_map(|(name, _)| long_words(name)))?;
    let mut codes: Vec<&str> = names
        .iter()
        .filter(|(name, _)| long_words(name).any(|word| word == near))
        .map(|(_, code)| *code)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    if let [only] = codes.as_slice() {
        Some(only)
    } else {
        None
    }
}

fn long_words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
}

/// The four digits of a Dutch postcode, with or without its two letters; `None` for any other text.
#[must_use]
pub fn postcode(text: &str) -> Option<u16> {
    let (digits, letters) = text.trim().split_at_checked(4)?;
    let letters = letters.trim_start();
    let well_formed = digits.bytes().all(|b| b.is_ascii_digit())
        && (letters.is_empty()
            || (letters.len() == 2 && letters.bytes().all(|b| b.is_ascii_alphabetic())));
    if well_formed {
        digits.parse().ok().filter(|n| *n >= 1000)
    } else {
        None
    }
}
