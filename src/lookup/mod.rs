//! Finds what a person typed in the map. Pure: no terminal, no files, no database, no clock.

pub mod about_whom;
pub mod names;
mod reporting_moment;
pub mod search;

#[cfg(test)]
mod ended_tests;
#[cfg(test)]
mod search_tests;
#[cfg(test)]
mod tests;

use crate::domain::invariant::at;
use crate::domain::name_index::NameIndex;
use crate::domain::residence::{Postcode, Residence};
use crate::domain::spelling::plain;
use crate::domain::time::Day;
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
    /// The topic with this code, name or other word on that day, in either language. Case and accents
    /// do not matter. What has ended leads to its heir; that goes for areas and organisations too.
    ///
    /// # Errors
    /// [`NotInMap`] with the nearest code; [`SeveralInMap`].
    pub fn find_topic(&self, typed: &str, day: Day) -> Result<&Topic, LookupError> {
        let coded = typed.trim().parse().ok();
        match coded.and_then(|id| self.topic_on(&id, day)) {
            Some(topic) => Ok(topic),
            None => self.find(typed, self.topics(), self.topic_names(), day),
        }
    }

    /// The topics that a text names, with commas or semicolons between them. A name may have a comma
    /// in it: the longest name that stands in the text is taken.
    ///
    /// # Errors
    /// What is no topic, and why; as [`find_topic`](Self::find_topic).
    pub fn find_topics<'t>(
        &self,
        typed: &'t str,
        day: Day,
    ) -> Result<Vec<&Topic>, (&'t str, LookupError)> {
        let mut found = Vec::new();
        let mut rest = Some(typed);
        while let Some(left) = rest {
            let (name, topic) = self.longest_topic(left, day)?;
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
        day: Day,
    ) -> Result<(&'t str, Option<&Topic>), (&'t str, LookupError)> {
        let commas = text.match_indices([',', ';']).map(|(at, _)| at);
        let ends: Vec<usize> = commas.chain([text.len()]).take(MAX_COMMAS + 1).collect();
        let mut names = ends.iter().filter_map(|end| text.get(..*end));
        let first = names.next().unwrap_or(text);
        for name in names.rev() {
            match self.find_topic(name, day) {
                Ok(topic) => return Ok((name, Some(topic))),
                Err(several @ LookupError::SeveralInMap(_)) => return Err((name, several)),
                Err(LookupError::NotInMap(_)) => {}
            }
        }
        if first.trim().is_empty() {
            return Ok((first, None));
        }
        let topic = self
            .find_topic(first, day)
            .map_err(|error| (first, error))?;
        Ok((first, Some(topic)))
    }

    /// The area with this code, postcode (`3012` or `3012 AB`), municipality code, name or other
    /// name. Case and accents do not matter.
    ///
    /// A postcode stands for the smallest area that holds it.
    ///
    /// # Errors
    /// [`NotInMap`] with the nearest code; [`SeveralInMap`].
    pub fn find_area(&self, typed: &str, day: Day) -> Result<&Area, LookupError> {
        let coded = typed.trim().parse().ok();
        if let Some(area) = coded.and_then(|id| self.area_on(&id, day)) {
            return Ok(area);
        }
        let Some(postcode) = Postcode::written(typed) else {
            return self.find(typed, self.areas(), self.area_names(), day);
        };
        let held = self.area_with(postcode, day).map(|ix| self.area_at(ix));
        held.ok_or_else(|| {
            LookupError::NotInMap(NotInMap {
                kind: LookupKind::Postcode,
                did_you_mean: None,
                known: sorted_codes(self.areas(), day),
            })
        })
    }

    /// Where a person lives by what was typed: as [`find_area`](Self::find_area), and a postcode
    /// that no area holds lies outside the map.
    ///
    /// # Errors
    /// As [`find_area`](Self::find_area), never of a postcode.
    pub fn find_residence(&self, typed: &str, day: Day) -> Result<Residence, LookupError> {
        match (self.find_area(typed, day), Postcode::written(typed)) {
            (Ok(area), _) => Ok(Residence::Area(area.id.clone())),
            (Err(_), Some(postcode)) => Ok(Residence::Outside(postcode)),
            (Err(error), None) => Err(error),
        }
    }

    /// The organisation with this code or name. Case and accents do not matter.
    ///
    /// # Errors
    /// [`NotInMap`] with the nearest code; [`SeveralInMap`].
    pub fn find_organisation(&self, typed: &str, day: Day) -> Result<&Organisation, LookupError> {
        let coded = typed.trim().parse().ok();
        match coded.and_then(|id| self.organisation_on(&id, day)) {
            Some(organisation) => Ok(organisation),
            None => self.find(typed, self.organisations(), self.organisation_names(), day),
        }
    }

    /// The words by which several topics are called on that day.
    #[must_use]
    pub fn words_of_several_topics(&self, day: Day) -> Vec<SharedWord<'_, Topic>> {
        self.shared(self.topics(), self.topic_names(), day)
    }

    /// The words by which several areas are called on that day.
    #[must_use]
    pub fn words_of_several_areas(&self, day: Day) -> Vec<SharedWord<'_, Area>> {
        self.shared(self.areas(), self.area_names(), day)
    }

    /// The words by which several organisations are called on that day.
    #[must_use]
    pub fn words_of_several_organisations(&self, day: Day) -> Vec<SharedWord<'_, Organisation>> {
        self.shared(self.organisations(), self.organisation_names(), day)
    }

    fn find<'m, T: Named>(
        &'m self,
        typed: &str,
        things: &'m [T],
        names: &NameIndex,
        day: Day,
    ) -> Result<&'m T, LookupError> {
        let word = plain(typed);
        let kind = T::KIND;
        let places = names.find(&word, |place| T::standing(self, place, day));
        let mut found = places.iter().map(|place| at(things, *place as usize));
        match (found.next(), places.len()) {
            (Some(only), 1) => Ok(only),
            (Some(first), _) => Err(LookupError::SeveralInMap(SeveralInMap {
                kind,
                codes: std::iter::once(first).chain(found).map(code).collect(),
            })),
            (None, _) => Err(LookupError::NotInMap(NotInMap {
                kind,
                did_you_mean: (names.suggest(&word))
                    .and_then(|place| T::standing(self, place, day))
                    .map(|place| code(at(things, place as usize))),
                known: sorted_codes(things, day),
            })),
        }
    }

    fn shared<'m, T: Named>(
        &self,
        things: &'m [T],
        names: &'m NameIndex,
        day: Day,
    ) -> Vec<SharedWord<'m, T>> {
        let words = names.shared(|place| T::standing(self, place, day));
        words
            .into_iter()
            .map(|(word, places)| SharedWord {
                word,
                of: places
                    .iter()
                    .map(|place| at(things, *place as usize))
                    .collect(),
            })
            .collect()
    }
}

fn code(thing: &impl Named) -> String {
    thing.code().to_owned()
}

fn sorted_codes(things: &[impl Named], day: Day) -> Vec<String> {
    let there = things.iter().filter(|one| one.valid().include(day));
    let mut codes: Vec<String> = there.map(code).collect();
    codes.sort();
    codes
}
