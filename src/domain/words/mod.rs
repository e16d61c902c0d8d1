//! Words: text that a professional wrote, about a family or to a colleague.
//!
//! What may be stored is decided here; what is refused is never repaired in silence and never
//! repeated in an error.

mod personal;

use std::borrow::Cow;
use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub use personal::NotNeeded;

/// Text of 1 to 4,000 characters, normalised (NFC), without control, invisible or
/// direction-changing characters and without a BSN.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Words(String);

/// How to reach the person who sends: one line of 1 to 200 characters under the same rules.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ContactLine(String);

/// The number that the sender's own system gave the signal: one line of 1 to 64 characters under
/// the same rules.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ExternalReference(String);

/// Why a text may not be stored. Holds nothing of the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordsRefused {
    /// Nothing but white space.
    Empty,
    /// More characters than are allowed.
    TooLong {
        /// How many there were.
        characters: usize,
        /// How many may be.
        most: usize,
    },
    /// A control character (escape, bell, NUL, …), or a second line where one line is asked.
    ControlCharacter,
    /// A character that cannot be seen or that turns the direction of the text.
    HiddenCharacter,
    /// More combining marks than any language stacks up.
    CombiningMarks,
    /// A citizen service number that passes the eleven test.
    Bsn,
}

impl Words {
    /// The most characters that words may have.
    pub const MAX: usize = 4_000;

    /// Accepts `text`: line ends become `\n`, white space around it goes.
    ///
    /// # Errors
    /// [`WordsRefused`] tells which rule stands in the way.
    pub fn new(text: &str) -> Result<Self, WordsRefused> {
        accept(text, Self::MAX, true).map(Self)
    }

    /// Words as recorded: a rule that has become stricter since must not hide what was written
    /// under the old one.
    pub(crate) fn recorded(text: &str) -> Self {
        Self(text.to_owned())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the text seems to hold that a signal does not need.
    #[must_use]
    pub fn not_needed(&self) -> Vec<NotNeeded> {
        personal::not_needed(&self.0)
    }
}

impl ContactLine {
    /// Accepts `text` as one line.
    ///
    /// # Errors
    /// [`WordsRefused`] tells which rule stands in the way.
    pub fn new(text: &str) -> Result<Self, WordsRefused> {
        accept(text, 200, false).map(Self)
    }

    /// A contact line as recorded: a rule that has become stricter since must not hide what was
    /// written under the old one.
    pub(crate) fn recorded(text: &str) -> Self {
        Self(text.to_owned())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ExternalReference {
    /// Accepts `text` as one line.
    ///
    /// # Errors
    /// [`WordsRefused`] tells which rule stands in the way.
    pub fn new(text: &str) -> Result<Self, WordsRefused> {
        accept(text, 64, false).map(Self)
    }

    /// A reference as recorded: a rule that has become stricter since must not hide what was
    /// written under the old one.
    pub(crate) fn recorded(text: &str) -> Self {
        Self(text.to_owned())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

// Words never reach a log by way of a debug print.
impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({} characters)", self.0.chars().count())
    }
}

impl fmt::Debug for ContactLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContactLine({} characters)", self.0.chars().count())
    }
}

fn accept(text: &str, most: usize, lines: bool) -> Result<String, WordsRefused> {
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    };
    // ASCII has one spelling only, and no mark that combines.
    let ascii = text.is_ascii();
    let text: String = if ascii {
        text.trim().to_owned()
    } else {
        text.trim().nfc().collect()
    };
    let characters = text.chars().count();
    if characters == 0 {
        return Err(WordsRefused::Empty);
    }
    if characters > most {
        return Err(WordsRefused::TooLong { characters, most });
    }
    // Most texts have nothing to look at one by one.
    let plain = ascii && !text.bytes().any(|byte| byte.is_ascii_control());
    let mut before = ' ';
    for c in if plain { "" } else { text.as_str() }.chars() {
        let allowed_space = lines && matches!(c, '\n' | '\t');
        // Persian and Hindi need the (non-)joiner, and so do families of emoji; after ASCII it only
        // hides.
        let joins = matches!(c, '\u{200C}' | '\u{200D}') && !before.is_ascii();
        if c.is_control() && !allowed_space {
            return Err(WordsRefused::ControlCharacter);
        }
        if !c.is_ascii() && is_hidden(c) && !joins {
            return Err(WordsRefused::HiddenCharacter);
        }
        before = c;
    }
    if !ascii
        && text
            .chars()
            .filter(|c| is_combining_mark(*c) && *c != '\u{FE0F}')
            .count()
            > 40 + characters / 4
    {
        return Err(WordsRefused::CombiningMarks);
    }
    if personal::holds_bsn(&text) {
        return Err(WordsRefused::Bsn);
    }
    Ok(text)
}

/// Whether a character cannot be seen, or changes the direction of the text around it.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0E}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case::plain("Moeder huilt veel, weinig contact met de baby.")]
    #[case::accents("Café Zoë, €12, 👍 ❤️")]
    #[case::lines("Eerste regel\nTweede regel\tmet tab")]
    #[case::persian("می\u{200C}خواهم")]
    #[case::emoji_family("👨\u{200D}👩\u{200D}👧")]
    fn words_of_a_person_are_accepted(#[case] text: &str) {
        assert_eq!(Words::new(text).unwrap().as_str(), text);
    }

    #[rstest]
    #[case::empty("  \n ", WordsRefused::Empty)]
    #[case::escape("x\u{1b}[2Jy", WordsRefused::ControlCharacter)]
    #[case::eight_bit_escape("x\u{9b}31m", WordsRefused::ControlCharacter)]
    #[case::nul("nul\0x", WordsRefused::ControlCharacter)]
    #[case::bell("x\u{7}y", WordsRefused::ControlCharacter)]
    #[case::carriage_return("a\rb", WordsRefused::ControlCharacter)]
    #[case::bidi("a\u{202e}b", WordsRefused::HiddenCharacter)]
    #[case::zero_width("a\u{200b}b", WordsRefused::HiddenCharacter)]
    #[case::joiner_after_ascii("a\u{200d}b", WordsRefused::HiddenCharacter)]
    #[case::tag("a\u{E0041}b", WordsRefused::HiddenCharacter)]
    #[case::bsn("bsn 111222333 van moeder", WordsRefused::Bsn)]
    fn other_text_is_refused(#[case] text: &str, #[case] why: WordsRefused) {
        assert_eq!(Words::new(text), Err(why));
    }

    #[test]
    fn four_thousand_characters_are_accepted_and_one_more_is_not() {
        assert!(Words::new(&"é".repeat(4_000)).is_ok());
        assert_eq!(
            Words::new(&"é".repeat(4_001)),
            Err(WordsRefused::TooLong {
                characters: 4_001,
                most: 4_000
            })
        );
        assert_eq!(
            Words::new(&"a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}".repeat(60)),
            Err(WordsRefused::CombiningMarks)
        );
        let sixty_on_twenty_letters = "x\u{301}\u{301}\u{301}".repeat(20);
        assert!(
            Words::new(&sixty_on_twenty_letters).is_ok(),
            "forty, and one for every four characters"
        );
        assert_eq!(
            Words::new(&(sixty_on_twenty_letters + "\u{301}")),
            Err(WordsRefused::CombiningMarks)
        );
    }

    #[test]
    fn a_contact_is_one_line() {
        assert!(ContactLine::new("06 12345678 (till 16:00)").is_ok());
        assert_eq!(
            ContactLine::new("a\nb"),
            Err(WordsRefused::ControlCharacter)
        );
    }

    #[test]
    fn words_do_not_show_in_a_debug_print() {
        assert_eq!(
            format!("{:?}", Words::new("geheim").unwrap()),
            "Words(6 characters)"
        );
        assert_eq!(
            format!("{:?}", ContactLine::new("010-555 01 01").unwrap()),
            "ContactLine(13 characters)"
        );
    }

    proptest! {
        #[test]
        fn what_is_accepted_once_is_accepted_unchanged_again(text in "\\PC{0,200}") {
            if let Ok(words) = Words::new(&text) {
                prop_assert_eq!(Words::new(words.as_str()), Ok(words.clone()));
                prop_assert!(!words.as_str().chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
            }
        }
    }
}
