//! The texts of the screen: one catalogue per language, and nothing on the screen that is not in
//! it.

mod catalogue;

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

use crate::domain::invariant::Invariant as _;
use catalogue::Catalogue;

/// The languages of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    /// The language that a code or locale (`nl`, `nl_NL.UTF-8`, `en-GB`) names; `None` for any
    /// other.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['-', '_', '.', '@']).next()?;
        match language.to_lowercase().as_str() {
            "nl" => Some(Self::Nl),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    fn catalogue(self) -> &'static Catalogue {
        match self {
            Language::Nl => &catalogue::NL,
            Language::En => &catalogue::EN,
        }
    }
}

/// Something that is filled in into a text.
#[derive(Debug, Clone)]
pub enum Arg<'a> {
    /// Shown as it is.
    Text(Cow<'a, str>),
    /// A number, which the text may decline by ("1 day", "2 days").
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).certain("a count is no larger than a number of a text"))
    }
}

impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        Arg::Number(i64::try_from(number).certain("a count is no larger than a number of a text"))
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(number.into())
    }
}

/// The catalogue of one language. A run says a few of its thousand texts, so each is read when it
/// is first said.
pub struct Texts {
    language: Language,
    /// What was said so far.
    bundle: Mutex<FluentBundle<FluentResource>>,
}

impl Texts {
    /// Opens the catalogue.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let id = match language {
            Language::Nl => langid!("nl"),
            Language::En => langid!("en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolating marks are bidi controls: terminals show them as rubbish.
        bundle.set_use_isolating(false);
        Self {
            language,
            bundle: Mutex::new(bundle),
        }
    }

    /// Which language this is.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text for this key, filled in. A key that the catalogue lacks is shown itself: a test
    /// sees to it that none does.
    #[must_use]
    pub fn tr(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let filled: FluentArgs<'_> = args
            .iter()
            .map(|(name, arg)| (Cow::Borrowed(*name), value(arg)))
            .collect();
        let mut bundle = self.bundle.lock().unwrap_or_else(PoisonError::into_inner);
        self.read(key, &mut bundle);
        let pattern = bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            return key.to_owned();
        };
        bundle
            .format_pattern(pattern, Some(&filled), &mut Vec::new())
            .into_owned()
    }

    /// The text for a key with one thing to fill in.
    #[must_use]
    pub fn tr1<'a>(&self, key: &str, name: &str, arg: impl Into<Arg<'a>>) -> String {
        self.tr(key, &[(name, arg.into())])
    }

    /// Reads a text that was not said before, and the texts that it refers to.
    fn read(&self, key: &str, bundle: &mut FluentBundle<FluentResource>) {
        let Some(text) = self
            .language
            .catalogue()
            .text(key)
            .filter(|_| !bundle.has_message(key))
        else {
            return;
        };
        // A test reads both catalogues and finds any fault; what can be read is used.
        let resource =
            FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
        let within = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'));
        within.for_each(|(reference, _)| self.read(reference.trim(), bundle));
    }

    /// The text for a key that has nothing to fill in.
    #[must_use]
    pub fn tr0(&self, key: &str) -> String {
        self.tr(key, &[])
    }
}

fn value<'a>(arg: &'a Arg<'_>) -> FluentValue<'a> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.as_ref()),
        Arg::Number(number) => FluentValue::from(*number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_that_is_read_alone_is_the_text_of_the_whole_catalogue() {
        for language in [Language::Nl, Language::En] {
            let written = language.catalogue().written();
            let whole = FluentResource::try_new(written.to_owned()).unwrap();
            let mut bundle = FluentBundle::new_concurrent(vec![langid!("en")]);
            bundle.set_use_isolating(false);
            bundle.add_resource(&whole).unwrap();
            let texts = Texts::new(language);
            let keys = written
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
            for key in keys.map(|line| line.split_once(' ').unwrap().0) {
                let pattern = bundle.get_message(key).unwrap().value().unwrap();
                let said =
                    bundle.format_pattern(pattern, Some(&FluentArgs::new()), &mut Vec::new());
                assert_eq!(texts.tr0(key), said, "{key}");
            }
        }
    }
}
