//! Words: text that a professional wrote, about a family or to a colleague.
//!
//! What may be stored is decided here; what is refused is never repaired in silence and never
//! repeated in an error.

mod bsn;
mod digits;
mod personal;

use std::borrow::Cow;
use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub use personal::NotNeeded;

/// Text of 1 to 4,000 characters, normalised (NFC), without a BSN, and without characters that
/// control a terminal, cannot be seen or change the direction of the text.
///
/// Line ends and tabs may be in it, and so may the joiners of Persian, Hindi and emoji.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Words(String);

/// How to reach the person who sends: one line of 1 to 200 characters; otherwise as [`Words`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ContactLine(String);

/// Who of an organisation does something: a name, or a name to log in with. One line of 1 to 100
/// characters; otherwise as [`Words`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonName(String);

/// The number that the sender's own system gave the signal: one line of 1 to 64 characters;
/// otherwise as [`Words`].
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
    /// More marks on one character than any language puts there.
    CombiningMarks,
    /// A citizen service number that passes the eleven test.
    Bsn,
}

impl Words {
    /// The most characters that words may have.
    pub const MAX: usize = 4_000;

    /// Accepts `text` in its normal form (NFC): `\r\n` becomes `\n`, and white space around it goes.
    ///
    /// # Errors
    /// [`WordsRefused`] tells which rule stands in the way.
    pub fn new(text: &str) -> Result<Self, WordsRefused> {
        accept(text, Self::MAX, Lines::Many).map(Self)
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
        accept(text, 200, Lines::One).map(Self)
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

impl PersonName {
    /// The most characters that a name may have.
    pub const MAX: usize = 100;

    /// Accepts `text` as one line.
    ///
    /// # Errors
    /// [`WordsRefused`] tells which rule stands in the way.
    pub fn new(text: &str) -> Result<Self, WordsRefused> {
        accept(text, Self::MAX, Lines::One).map(Self)
    }

    /// A name as recorded: a rule that has become stricter since must not hide what was written under
    /// the old one.
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
        accept(text, 64, Lines::One).map(Self)
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

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonName({} characters)", self.0.chars().count())
    }
}

impl fmt::Debug for ContactLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContactLine({} characters)", self.0.chars().count())
    }
}

/// The most marks on one character: Burmese puts four on a letter, and Hebrew too.
const MAX_MARKS: usize = 5;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    One,
    Many,
}

fn accept(text: &str, most: usize, lines: Lines) -> Result<String, WordsRefused> {
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
    if !ascii || text.bytes().any(|byte| byte.is_ascii_control()) {
        check_characters(&text, lines)?;
    }
    if bsn::holds_bsn(&text) {
        return Err(WordsRefused::Bsn);
    }
    Ok(text)
}

fn check_characters(text: &str, lines: Lines) -> Result<(), WordsRefused> {
    let mut before = None;
    let mut marks = 0;
    for c in text.chars() {
        let allowed_space = lines == Lines::Many && matches!(c, '\n' | '\t');
        if c.is_control() && !allowed_space {
            return Err(WordsRefused::ControlCharacter);
        }
        if !c.is_ascii() && is_hidden(c) && !joins(c, before) {
            return Err(WordsRefused::HiddenCharacter);
        }
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        if marks > MAX_MARKS {
            return Err(WordsRefused::CombiningMarks);
        }
        before = Some(c);
    }
    Ok(())
}

/// Whether a character joins the one before it with the next, or keeps them apart, as Persian, Hindi
/// and families of emoji need. After ASCII and after another hidden character it only hides.
#[must_use]
pub fn joins(c: char, before: Option<char>) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
        && before.is_some_and(|before| !before.is_ascii() && !is_hidden(before))
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
    #[case::joiner_after_a_joiner("می\u{200c}\u{200d}خ", WordsRefused::HiddenCharacter)]
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
    }

    #[test]
    fn marks_are_counted_for_each_character() {
        let marked = |count: usize| format!("x{}", "\u{301}".repeat(count));
        assert!(Words::new(&marked(MAX_MARKS).repeat(60)).is_ok());
        assert_eq!(
            Words::new(&(marked(1).repeat(60) + &marked(MAX_MARKS + 1))),
            Err(WordsRefused::CombiningMarks)
        );
    }

    /// Many languages write every second character as a mark.
    #[rstest]
    #[case::hindi("माँ बहुत रोती है और बच्चे को कम पकड़ती है। ")]
    #[case::tamil("அம்மா அடிக்கடி அழுகிறார். ")]
    #[case::burmese("အမေက မကြာခဏ ငိုတယ်၊ မြို့မှာ နေတယ်။ ")]
    #[case::arabic("الأُمُّ تَبْكِي كَثِيرًا وَتَحْمِلُ الطِّفْلَ قَلِيلًا. ")]
    #[case::hebrew("הָאֵם בּוֹכָה הַרְבֵּה. ")]
    #[case::thai("แม่ร้องไห้บ่อยและไม่ค่อยอุ้มลูกน้อยที่ป่วย ")]
    #[case::vietnamese("Mẹ hay khóc và ít bế con nhỏ. ")]
    fn a_long_text_in_any_language_is_accepted(#[case] sentence: &str) {
        let count = sentence.chars().count();
        assert!(Words::new(&sentence.repeat(Words::MAX / count)).is_ok());
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
