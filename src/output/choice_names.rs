//! What people call the choices that they type: by its code, or by its name in either language.

use crate::domain::codes::CodeEnum;
use crate::domain::discussed::Consent;
use crate::domain::event::{Basis, Channel, DeclineReason, Outcome};
use crate::domain::signal::Urgency;
use crate::domain::signal_state::State;
use crate::domain::spelling::plain;
use crate::domain::suggestion::nearest;
use crate::output::i18n::{Language, Texts};
use crate::register::Sort;

/// A choice that has a name on the screen. The name is understood wherever the choice is typed, and
/// shown in help and errors.
pub trait NamedChoice: CodeEnum + PartialEq {
    /// Where the catalogues have the names: those of `urgency` are `urgency-acute`, `urgency-fyi`.
    const KEY: &'static str;

    /// Words that people use and no screen shows.
    const ALSO: &'static [(&'static str, Self)] = &[];
}

impl NamedChoice for Urgency {
    const KEY: &'static str = "urgency";
    const ALSO: &'static [(&'static str, Self)] =
        &[("spoed", Urgency::Urgent), ("gewoon", Urgency::Normal)];
}

impl NamedChoice for Outcome {
    const KEY: &'static str = "outcome";
}

impl NamedChoice for DeclineReason {
    const KEY: &'static str = "decline";
}

impl NamedChoice for Channel {
    const KEY: &'static str = "channel";
}

impl NamedChoice for Consent {
    const KEY: &'static str = "consent";
}

impl NamedChoice for State {
    const KEY: &'static str = "state";
}

impl NamedChoice for Basis {
    const KEY: &'static str = "basis";
}

impl NamedChoice for Sort {
    const KEY: &'static str = "order";
}

/// The text means no choice, or more than one. Of any kind of choices, by their codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnclearChoice {
    /// Where the names are: [`NamedChoice::KEY`].
    pub key: &'static str,
    /// The choice whose code or name resembles it, when it means none.
    pub near: Option<&'static str>,
    /// The choices that it can mean; all choices when it means none.
    pub fits: Vec<&'static str>,
}

impl UnclearChoice {
    /// The names of what it can mean, with their codes and commas between them.
    #[must_use]
    pub fn names(&self, texts: &Texts) -> String {
        let names = self.fits.iter();
        let names = names.map(|code| name_and_code(code, &key(self.key, code), texts));
        names.collect::<Vec<_>>().join(", ")
    }

    /// The name of the choice that resembles it.
    #[must_use]
    pub fn near_name(&self, texts: &Texts) -> Option<String> {
        self.near
            .map(|code| typed_name(code, &key(self.key, code), texts))
    }
}

/// The codes of all choices of a kind, and their names in every language.
#[derive(Debug)]
pub struct ChoiceNames<C> {
    /// Each as [`spelled`].
    codes: Vec<(String, C)>,
    names: Vec<(String, C)>,
}

impl<C: NamedChoice> ChoiceNames<C> {
    /// Reads the names in the catalogues.
    #[must_use]
    pub fn of_every_language() -> Self {
        let screens = [Language::Nl, Language::En].map(Texts::new);
        let shown = screens.iter().flat_map(|texts| {
            let all = C::ALL.iter();
            all.map(|choice| (spelled(&texts.tr0(&key(C::KEY, choice.code()))), *choice))
        });
        let also = C::ALSO
            .iter()
            .map(|(word, choice)| (spelled(word), *choice));
        Self {
            codes: codes(),
            names: shown.chain(also).collect(),
        }
    }

    /// The choice with this code, else the one with this name. Capitals, accents, and whether words
    /// have spaces or hyphens between them make no difference.
    ///
    /// # Errors
    /// When that is no choice, or more than one.
    pub fn find(&self, typed: &str) -> Result<C, UnclearChoice> {
        // As most files and scripts write it.
        if let Some(choice) = C::from_code(typed) {
            return Ok(choice);
        }
        let typed = spelled(typed);
        let code = self.codes.iter().find(|(code, _)| *code == typed);
        if let Some((_, choice)) = code {
            return Ok(*choice);
        }
        let found = distinct(self.names.iter().filter(|(name, _)| *name == typed));
        match found[..] {
            [only] => Ok(only),
            [] => Err(UnclearChoice {
                key: C::KEY,
                near: self.near(&typed).map(C::code),
                fits: C::CODES.to_vec(),
            }),
            [..] => Err(UnclearChoice {
                key: C::KEY,
                near: None,
                fits: found.into_iter().map(C::code).collect(),
            }),
        }
    }

    /// The code and the names of one choice, as they are compared.
    pub fn words_of(&self, choice: C) -> impl Iterator<Item = &str> {
        self.all()
            .filter(move |(_, other)| *other == choice)
            .map(|(word, _)| word.as_str())
    }

    fn near(&self, typed: &str) -> Option<C> {
        let is_long = typed.chars().count() >= 3;
        let begun = (self.all()).filter(|(word, _)| is_long && word.starts_with(typed));
        match distinct(begun)[..] {
            [] => {
                let word = nearest(typed, self.all().map(|(word, _)| word.as_str()))?;
                let found = self.all().find(|(other, _)| other == word);
                found.map(|(_, choice)| *choice)
            }
            [only] => Some(only),
            [..] => None,
        }
    }

    fn all(&self) -> impl Iterator<Item = &(String, C)> {
        self.codes.iter().chain(&self.names)
    }
}

/// The choices, each once.
fn distinct<'a, C: NamedChoice>(words: impl Iterator<Item = &'a (String, C)>) -> Vec<C> {
    let mut choices = Vec::new();
    for (_, choice) in words {
        if !choices.contains(choice) {
            choices.push(*choice);
        }
    }
    choices
}

fn codes<C: NamedChoice>() -> Vec<(String, C)> {
    let all = C::ALL.iter();
    all.map(|choice| (spelled(choice.code()), *choice))
        .collect()
}

/// The key of the name of a choice.
#[must_use]
pub fn key(of: &str, code: &str) -> String {
    format!("{of}-{code}")
}

/// A code or name as it is compared: `Hulp is gestart` and `hulp-is-gestart` are the same.
#[must_use]
pub fn spelled(text: &str) -> String {
    words(&plain(text)).join(" ")
}

/// The words of a name, without the marks between them: a shell gives some of those a meaning.
fn words(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).collect()
}

/// The name of a choice on this screen, as it can be typed without quotation marks:
/// `hulp-is-gestart`. The code where that is the same word.
#[must_use]
pub fn typed_name(code: &str, name_key: &str, texts: &Texts) -> String {
    let name = texts.tr0(name_key);
    if spelled(&name) == spelled(code) {
        code.to_owned()
    } else {
        as_typed(&name)
    }
}

fn as_typed(name: &str) -> String {
    words(name).join("-").to_lowercase()
}

/// The name of a choice on this screen, followed by its code when that is another word:
/// `hulp-is-gestart (help-started)`.
#[must_use]
pub fn name_and_code(code: &str, name_key: &str, texts: &Texts) -> String {
    let name = typed_name(code, name_key, texts);
    if name == code {
        name
    } else {
        format!("{name} ({code})")
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::a_code("help-started", Ok(Outcome::HelpStarted))]
    #[case::a_dutch_name("hulp is gestart", Ok(Outcome::HelpStarted))]
    #[case::an_english_name("help has started", Ok(Outcome::HelpStarted))]
    #[case::a_name_without_quotation_marks("hulp-is-gestart", Ok(Outcome::HelpStarted))]
    #[case::capitals("HULP IS GESTART", Ok(Outcome::HelpStarted))]
    #[case::accents_that_do_not_belong_there(" húlp  is gestart ", Ok(Outcome::HelpStarted))]
    #[case::a_part_of_a_name("gestart", Err(Some(Outcome::HelpStarted)))]
    #[case::the_begin_of_a_name("het gezin", Err(Some(Outcome::FamilyDeclined)))]
    #[case::the_begin_of_two_names("het", Err(None))]
    #[case::a_slip_of_the_pen("deels gelukd", Err(Some(Outcome::Partly)))]
    #[case::something_else("visite", Err(None))]
    #[case::nothing("", Err(None))]
    fn an_outcome_is_understood(
        #[case] typed: &str,
        #[case] meant: Result<Outcome, Option<Outcome>>,
    ) {
        let meant = meant.map_err(|near| UnclearChoice {
            key: "outcome",
            near: near.map(Outcome::code),
            fits: Outcome::CODES.to_vec(),
        });
        assert_eq!(ChoiceNames::of_every_language().find(typed), meant);
    }

    #[test]
    fn every_choice_is_understood_by_its_code_and_its_name_on_each_screen() {
        fn each<C: NamedChoice + std::fmt::Debug>() {
            let names = ChoiceNames::<C>::of_every_language();
            for (texts, choice) in [Language::Nl, Language::En]
                .map(Texts::new)
                .iter()
                .flat_map(|texts| C::ALL.iter().map(move |choice| (texts, *choice)))
            {
                let key = key(C::KEY, choice.code());
                let name = texts.tr0(&key);
                for typed in [
                    choice.code(),
                    &name,
                    &typed_name(choice.code(), &key, texts),
                ] {
                    assert_eq!(names.find(typed), Ok(choice), "{typed}");
                }
                assert!(!name.contains(','), "{name} cannot stand in a list");
            }
        }
        each::<Urgency>();
        each::<Outcome>();
        each::<DeclineReason>();
        each::<Channel>();
        each::<Consent>();
        each::<State>();
        each::<Basis>();
        each::<Sort>();
    }

    #[test]
    fn a_code_goes_before_a_name_and_a_name_of_two_is_refused_with_both() {
        let word = |word: &str, choice| (word.to_owned(), choice);
        let names = ChoiceNames {
            codes: codes(),
            names: vec![
                word("urgent", Urgency::Acute),
                word("gauw", Urgency::Acute),
                word("gauw", Urgency::Urgent),
                word("gauw", Urgency::Urgent),
            ],
        };
        assert_eq!(names.find("urgent"), Ok(Urgency::Urgent));
        let both = names.find("Gauw").unwrap_err();
        assert_eq!((both.near, &*both.fits), (None, &["acute", "urgent"][..]));
        let shown = both.names(&Texts::new(Language::Nl));
        assert_eq!(shown, "acuut (acute), dringend (urgent)");
    }

    #[rstest]
    #[case("nu geen ruimte (wachtlijst)", "nu-geen-ruimte-wachtlijst")]
    #[case("Per e-mail", "per-e-mail")]
    #[case("alleen dát", "alleen-dát")]
    fn a_name_is_typed_without_marks(#[case] name: &str, #[case] typed: &str) {
        assert_eq!(as_typed(name), typed);
        assert_eq!(spelled(name), spelled(typed));
    }

    #[test]
    fn a_name_is_shown_as_it_can_be_typed() {
        let (nl, en) = (Texts::new(Language::Nl), Texts::new(Language::En));
        let shown = |code, texts| name_and_code(code, &key("outcome", code), texts);
        assert_eq!(shown("help-started", &nl), "hulp-is-gestart (help-started)");
        assert_eq!(
            shown("help-started", &en),
            "help-has-started (help-started)"
        );
        assert_eq!(shown("taken-up", &en), "taken-up");
    }
}
