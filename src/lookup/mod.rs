//! Finds what a person typed in the map. Pure: no terminal, no files, no database, no clock.

pub mod about_whom;
pub mod names;
mod reporting_moment;
pub mod search;

#[cfg(test)]
mod search_tests;
#[cfg(test)]
mod tests;

use crate::domain::invariant::at;
use crate::domain::name_index::NameIndex;
use crate::domain::residence::{Postcode, Residence};
use crate::domain::spelling::plain;
use crate::lookup::names::Named;
use crate::routing::map::{Area, Organisation, RouteMap, Topic};

/// Why what was typed does not stand for one thing of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookupError {
    /// The map has nothing by this name.
    NotInMap(NotInMap),
    /// The map has several by this name.
    SeveralInMap(SeveralInMap),
}

/// The map has nothing by this name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotInMap {
    pub kind: LookupKind,
    /// The nearest code, when one is near.
    pub did_you_mean: Option<String>,
    /// All codes, sorted.
    pub known: Vec<String>,
}

/// The map has several by this name. Choosing one of them would be a guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeveralInMap {
    pub kind: LookupKind,
    /// Their codes, in the order of the map.
    pub codes: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookupKind {
    Topic,
    Area,
    Postcode,
    Organisation,
}

/// A word by which several things of the map are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedWord<'m, T> {
    /// In its plain spelling.
    pub word: &'m str,
    /// In the order of the map.
    pub of: Vec<&'m T>,
}

/// The most commas in the name of a topic.
const MAX_COMMAS: usize = 6;

impl RouteMap {
    /// The topic with this code, name or other word, in either language. Case and accents do not
    /// matter.
    ///
    /// # Errors
    /// [`NotInMap`] with the nearest code; [`SeveralInMap`].
    pub fn find_topic(&self, typed: &str) -> Result<&Topic, LookupError> {
        match typed.trim().parse().ok().and_then(|id| self.topic(&id)) {
            Some(topic) => Ok(topic),
            None => find(typed, self.topics(), self.topic_names()),
        }
    }

    /// The topics that a text names, with commas or semicolons between them. A name may have a comma
    /// in it: the longest name that stands in the text is taken.
    ///
    /// # Errors
    /// What is no topic, and why; as [`find_topic`](Self::find_topic).
    pub fn find_topics<'t>(&self, typed: &'t str) -> Result<Vec<&Topic>, (&'t str, LookupError)> {
        let mut found = Vec::new();
        let mut rest = Some(typed);
        while let Some(left) = rest {
            let (name, topic) = self.longest_topic(left)?;
            found.extend(topic);
            rest = left.get(name.len() + 1..);
        }
        Ok(found)
    }

    /// The longest name with which the text begins, and its topic; no topic where nothing stands
    /// before the first comma.
    fn longest_topic<'t>(
        &self,
        text: &'t str,
    ) -> Result<(&'t str, Option<&Topic>), (&'t str, LookupError)> {
        let commas = text.match_indices([',', ';']).map(|(at, _)| at);
        let ends: Vec<usize> = commas.chain([text.len()]).take(MAX_COMMAS + 1).collect();
        let mut names = ends.iter().filter_map(|end| text.get(..*end));
        let first = names.next().unwrap_or(text);
        for name in names.rev() {
            match self.find_topic(name) {
                Ok(topic) => return Ok((name, Some(topic))),
                Err(several @ LookupError::SeveralInMap(_)) => return Err((name, several)),
                Err(LookupError::NotInMap(_)) => {}
            }
        }
        if first.trim().is_empty() {
            return Ok((first, None));
        }
        let topic = self.find_topic(first).map_err(|error| (first, error))?;
        Ok((first, Some(topic)))
    }

    /// The area with this code, postcode (`3012` or `3012 AB`), municipality code, name or other
    /// name. Case and accents do not matter.
    ///
    /// A postcode stands for the smallest area that holds it.
    ///
    /// # Errors
    /// [`NotInMap`] with the nearest code; [`SeveralInMap`].
    pub fn find_area(&self, typed: &str) -> Result<&Area, LookupError> {
        if let Some(area) = typed.trim().parse().ok().and_then(|id| self.area(&id)) {
            return Ok(area);
        }
        match Postcode::written(typed) {
            Some(postcode) => self.area_with(postcode).ok_or_else(|| {
                LookupError::NotInMap(NotInMap {
                    kind: LookupKind::Postcode,
                    did_you_mean: None,
                    known: sorted_codes(self.areas()),
                })
            }),
            None => find(typed, self.areas(), self.area_names()),
        }
    }

    /// Where a person lives by what was typed: as [`find_area`](Self::find_area), and a postcode
    /// that no area holds lies outside the map.
    ///
    /// # Errors
    /// As [`find_area`](Self::find_area), never of a postcode.
    pub fn find_residence(&self, typed: &str) -> Result<Residence, LookupError> {
        match (self.find_area(typed), Postcode::written(typed)) {
            (Ok(area), _) => Ok(Residence::Area(area.id.clone())),
            (Err(_), Some(postcode)) => Ok(Residence::Outside(postcode)),
            (Err(error), None) => Err(error),
        }
    }

    /// The organisation with this code or name. Case and accents do not matter.
    ///
    /// # Errors
    /// [`NotInMap`] with the nearest code; [`SeveralInMap`].
    pub fn find_organisation(&self, typed: &str) -> Result<&Organisation, LookupError> {
        match typed
            .trim()
            .parse()
            .ok()
            .and_then(|id| self.organisation(&id))
        {
            Some(organisation) => Ok(organisation),
            None => find(typed, self.organisations(), self.organisation_names()),
        }
    }

    /// The words by which several topics are called.
    #[must_use]
    pub fn words_of_several_topics(&self) -> Vec<SharedWord<'_, Topic>> {
        shared(self.topics(), self.topic_names())
    }

    /// The words by which several areas are called.
    #[must_use]
    pub fn words_of_several_areas(&self) -> Vec<SharedWord<'_, Area>> {
        shared(self.areas(), self.area_names())
    }

    /// The words by which several organisations are called.
    #[must_use]
    pub fn words_of_several_organisations(&self) -> Vec<SharedWord<'_, Organisation>> {
        shared(self.organisations(), self.organisation_names())
    }
}

fn find<'m, T: Named>(
    typed: &str,
    things: &'m [T],
    names: &NameIndex,
) -> Result<&'m T, LookupError> {
    let word = plain(typed);
    let kind = T::KIND;
    let places = names.find(&word);
    let mut found = places.iter().map(|place| at(things, *place as usize));
    match (found.next(), places.len()) {
        (Some(only), 1) => Ok(only),
        (Some(first), _) => Err(LookupError::SeveralInMap(SeveralInMap {
            kind,
            codes: std::iter::once(first).chain(found).map(code).collect(),
        })),
        (None, _) => Err(LookupError::NotInMap(NotInMap {
            kind,
            did_you_mean: names
                .suggest(&word)
                .map(|place| code(at(things, place as usize))),
            known: sorted_codes(things),
        })),
    }
}

fn shared<'m, T: Named>(things: &'m [T], names: &'m NameIndex) -> Vec<SharedWord<'m, T>> {
    let words = names.shared().into_iter();
    words
        .map(|(word, places)| SharedWord {
            word,
            of: places
                .iter()
                .map(|place| at(things, *place as usize))
                .collect(),
        })
        .collect()
}

fn code(thing: &impl Named) -> String {
    thing.code().to_owned()
}

fn sorted_codes(things: &[impl Named]) -> Vec<String> {
    let mut codes: Vec<String> = things.iter().map(code).collect();
    codes.sort();
    codes
}
