//! Runs of digits in a text, and what stands around them.

use crate::domain::invariant::at;

/// A run of digits in a text, with the characters before and after it.
pub(super) struct Digits {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Digits {
    pub(super) fn is_year(&self) -> bool {
        self.text.len() == 4 && (self.text.starts_with("19") || self.text.starts_with("20"))
    }

    /// Whether it is a day, a month and a year: `20261123` or `23112026`.
    pub(super) fn is_whole_date(&self) -> bool {
        let part = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default();
        let is_day = |text: &str| text.parse().is_ok_and(|day: u32| (1..=31).contains(&day));
        let is_month = |text: &str| {
            text.parse()
                .is_ok_and(|month: u32| (1..=12).contains(&month))
        };
        let is_year = |text: &str| text.starts_with("19") || text.starts_with("20");
        self.text.len() == 8
            && ((is_year(part(0, 4)) && is_month(part(4, 6)) && is_day(part(6, 8)))
                || (is_day(part(0, 2)) && is_month(part(2, 4)) && is_year(part(4, 8))))
    }

    /// Whether it is a number from 1 to `most`, of at most two digits.
    pub(super) fn is_up_to(&self, most: u32) -> bool {
        let number = self.text.parse::<u32>();
        self.text.len() <= 2 && number.is_ok_and(|number| (1..=most).contains(&number))
    }
}

pub(super) fn groups(text: &[char]) -> Vec<Digits> {
    let mut found: Vec<Digits> = Vec::new();
    for (at, c) in text.iter().enumerate().filter(|(_, c)| c.is_ascii_digit()) {
        match found.last_mut() {
            Some(last) if last.end == at => {
                last.text.push(*c);
                last.end += 1;
            }
            _ => found.push(Digits {
                text: c.to_string(),
                start: at,
                end: at + 1,
            }),
        }
    }
    found
}

/// The single character between two neighbouring groups, when there is just one.
pub(super) fn separator(text: &[char], left: &Digits, right: &Digits) -> Option<char> {
    if left.end + 1 == right.start {
        text.get(left.end).copied()
    } else {
        None
    }
}

/// Whether what stands before `end`, apart from punctuation and space, ends in one of `words`.
pub(super) fn follows(text: &[char], end: usize, words: &[&str]) -> bool {
    let from = end.saturating_sub(40);
    let before: String = at(text, from..end).iter().collect();
    let before = before
        .trim_end_matches([' ', ':', '-', '.', '=', '\u{a0}'])
        .to_lowercase();
    words.iter().any(|word| before.ends_with(word))
}

/// Whether three groups are a day, a month and a year between 1900 and 2099, with one mark between
/// them.
pub(super) fn is_date(text: &[char], three: &[Digits]) -> bool {
    let [a, b, c] = three else { return false };
    let joined = separator(text, a, b).is_some_and(|s| "-/.".contains(s))
        && separator(text, a, b) == separator(text, b, c);
    joined && b.is_up_to(12) && ((a.is_up_to(31) && c.is_year()) || (a.is_year() && c.is_up_to(31)))
}
