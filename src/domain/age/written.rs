//! Reads an age as people write it, in Dutch and in English.

use crate::domain::age::days::months_in;
use crate::domain::age::number_words::number_in_words;
use crate::domain::age::{Age, NotAnAge};
use crate::domain::spelling::plain;

/// An age, and how exactly it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenAge {
    pub age: Age,
    /// Whether more than whole months was written: weeks, days or half a month.
    pub to_the_day: bool,
    /// Whether months were written, and no years.
    pub in_months: bool,
}

/// What an age is counted in, the largest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum AgeUnit {
    Years,
    Months,
    Weeks,
    Days,
}

/// How many of a unit, and whether half of one comes with it.
#[derive(Debug, Clone, Copy)]
struct Amount {
    whole: u32,
    half: bool,
    unit: AgeUnit,
}

/// A pregnancy does not last longer.
const LONGEST_PREGNANCY_WEEKS: u32 = 45;

/// Reads `34` as years, and otherwise numbers or number words with their units, the largest first:
/// `5 days`, `8m`, `17 jaar en 10 maanden`, `vijf dgn.`, `anderhalf jaar`.
///
/// A unit beside a larger one is less than one of those: `2 years 30 months` may be two people.
pub(super) fn written(text: &str) -> Result<WrittenAge, NotAnAge> {
    let tokens = tokens(text)?;
    let mut tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    if let [.., "oud" | "old"] = tokens.as_slice() {
        tokens.pop();
    }
    if let [only] = tokens.as_slice()
        && let Some(years) = digits(only)
    {
        return exactly(Age::years(years)?);
    }
    if let Some(age) = around_birth(&tokens) {
        return exactly(age);
    }
    Span(amounts(&tokens)?).age()
}

/// Amounts that make one age together, the largest unit first.
struct Span(Vec<Amount>);

impl Span {
    fn age(&self) -> Result<WrittenAge, NotAnAge> {
        let months = self.sum(|amount| match amount.unit {
            AgeUnit::Years => 12 * u64::from(amount.whole) + 6 * u64::from(amount.half),
            AgeUnit::Months => amount.whole.into(),
            AgeUnit::Weeks | AgeUnit::Days => 0,
        })?;
        let days = self.sum(|amount| match amount.unit {
            AgeUnit::Weeks => 7 * u64::from(amount.whole) + 3 * u64::from(amount.half),
            AgeUnit::Days => amount.whole.into(),
            AgeUnit::Years | AgeUnit::Months => 0,
        })?;
        let is_one = (!self.has(AgeUnit::Years) || (self.most(AgeUnit::Months, 11) && days < 365))
            && (!self.has(AgeUnit::Months) || days <= 30)
            && (!self.has(AgeUnit::Weeks) || self.most(AgeUnit::Days, 6));
        if !is_one {
            return Err(NotAnAge);
        }
        // Beside months, days are part of a month that has not passed.
        let more = if self.has(AgeUnit::Months) {
            0
        } else {
            months_in(days).ok_or(NotAnAge)?
        };
        Ok(WrittenAge {
            age: Age::months(months.checked_add(more).ok_or(NotAnAge)?)?,
            to_the_day: self.0.iter().any(Amount::is_to_the_day),
            in_months: self.has(AgeUnit::Months) && !self.has(AgeUnit::Years),
        })
    }

    fn has(&self, unit: AgeUnit) -> bool {
        self.0.iter().any(|amount| amount.unit == unit)
    }

    /// Whether there are at most so many of a unit.
    fn most(&self, unit: AgeUnit, most: u32) -> bool {
        let mut amounts = self.0.iter();
        amounts.all(|amount| amount.unit != unit || amount.whole <= most)
    }

    fn sum(&self, each: fn(&Amount) -> u64) -> Result<u32, NotAnAge> {
        u32::try_from(self.0.iter().map(each).sum::<u64>()).map_err(|_| NotAnAge)
    }
}

impl Amount {
    fn is_to_the_day(&self) -> bool {
        match self.unit {
            AgeUnit::Years => false,
            AgeUnit::Months => self.half,
            AgeUnit::Weeks | AgeUnit::Days => true,
        }
    }
}

/// Whether a text begins as an age in numbers does.
pub(super) fn begins_with_a_number(text: &str) -> bool {
    let first = text.split_whitespace().next().map(tokens);
    let first = first.and_then(Result::ok).unwrap_or_default();
    let token = first.first().map(String::as_str);
    text.starts_with(|c: char| c.is_ascii_digit())
        || token.is_some_and(|token| number_in_words(token).is_some())
}

fn exactly(age: Age) -> Result<WrittenAge, NotAnAge> {
    Ok(WrittenAge {
        age,
        to_the_day: false,
        in_months: false,
    })
}

/// The words by which people say that somebody is about to be born, or just was.
fn around_birth(tokens: &[&str]) -> Option<Age> {
    match tokens {
        ["unborn" | "ongeboren" | "pregnant" | "zwanger"]
        | ["not", "born", "yet"]
        | ["not", "yet", "born"]
        | ["nog", "niet", "geboren"]
        | ["in", "verwachting"] => Some(Age::Unborn),
        [weeks, unit, "pregnant" | "zwanger"] => {
            let is_weeks = AgeUnit::of(unit) == Some(AgeUnit::Weeks);
            let weeks = number(weeks).filter(|weeks| *weeks <= LONGEST_PREGNANCY_WEEKS);
            (is_weeks && weeks.is_some()).then_some(Age::Unborn)
        }
        ["newborn" | "new-born" | "pasgeboren" | "pasgeborene"]
        | ["new" | "just" | "net" | "pas", "born" | "geboren"] => Some(Age::Months(0)),
        _ => None,
    }
}

/// Words, numbers and commas, in their plain spelling. The full stop of an abbreviation is left out;
/// between digits it is a comma, as the other language writes it.
fn tokens(text: &str) -> Result<Vec<String>, NotAnAge> {
    let mut tokens: Vec<String> = Vec::new();
    let mut before = ' ';
    // In its plain spelling a superscript would become a digit.
    if text.chars().any(|c| c.is_numeric() && !c.is_ascii_digit()) {
        return Err(NotAnAge);
    }
    for c in plain(text).chars() {
        let goes_on = match c {
            _ if c.is_ascii_digit() => before.is_ascii_digit(),
            '-' if before.is_alphabetic() => true,
            _ if c.is_alphabetic() => before.is_alphabetic() || before == '-',
            '.' if before.is_alphabetic() => {
                before = ' ';
                continue;
            }
            ',' | '.' if before != ' ' || c == ',' => false,
            _ if c.is_whitespace() => {
                before = ' ';
                continue;
            }
            _ => return Err(NotAnAge),
        };
        let kept = if c == '.' { ',' } else { c };
        match tokens.last_mut() {
            Some(token) if goes_on => token.push(kept),
            _ => tokens.push(kept.into()),
        }
        before = c;
    }
    Ok(tokens)
}

/// One amount or several, each of a smaller unit than the one before.
fn amounts(tokens: &[&str]) -> Result<Vec<Amount>, NotAnAge> {
    let (mut amounts, mut rest): (Vec<Amount>, _) = (Vec::new(), tokens);
    loop {
        let (amount, more) = amount(rest).ok_or(NotAnAge)?;
        let is_smaller = amounts.last().is_none_or(|last| last.unit < amount.unit);
        // Half of something is not followed by more of it.
        if !is_smaller || amounts.last().is_some_and(|last| last.half) {
            return Err(NotAnAge);
        }
        amounts.push(amount);
        rest = match more {
            [] => return Ok(amounts),
            [",", "and" | "en", more @ ..] | ["," | "and" | "en", more @ ..] => more,
            more => more,
        };
    }
}

/// The first amount, and what follows it.
fn amount<'r, 't>(tokens: &'r [&'t str]) -> Option<(Amount, &'r [&'t str])> {
    let (whole, half, rest) = match tokens {
        ["half", "a" | "an", rest @ ..]
        | ["een" | "a", "half" | "halve", rest @ ..]
        | ["half" | "halve", rest @ ..] => (0, true, rest),
        ["anderhalf" | "anderhalve", rest @ ..] => (1, true, rest),
        [whole, ",", "5", rest @ ..] => (digits(whole)?, true, rest),
        [tens, ones, rest @ ..] if tens.ends_with("ty") && number(ones).is_some() => {
            (number(&format!("{tens}-{ones}"))?, false, rest)
        }
        [word, rest @ ..] => match word.strip_suffix("enhalf").and_then(number_in_words) {
            Some(whole) => (whole, true, rest),
            None => (number(word)?, false, rest),
        },
        [] => return None,
    };
    let (unit, rest) = rest.split_first()?;
    let amount = Amount {
        whole,
        half,
        unit: AgeUnit::of(unit)?,
    };
    Some((amount, rest))
}

fn number(token: &str) -> Option<u32> {
    digits(token).or_else(|| number_in_words(token))
}

fn digits(token: &str) -> Option<u32> {
    let is_number = token.chars().all(|c| c.is_ascii_digit());
    is_number.then(|| token.parse().ok()).flatten()
}

impl AgeUnit {
    /// The unit that this word or abbreviation stands for.
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "y" | "yr" | "yrs" | "year" | "years" | "j" | "jr" | "jrn" | "jaar" | "jaren" => {
                Self::Years
            }
            "m" | "mo" | "mos" | "mth" | "mths" | "month" | "months" | "mnd" | "mnds" | "mnden"
            | "maand" | "maanden" => Self::Months,
            "w" | "wk" | "wks" | "week" | "weeks" | "wkn" | "weken" => Self::Weeks,
            "d" | "day" | "days" | "dg" | "dgn" | "dag" | "dagen" => Self::Days,
            _ => return None,
        })
    }
}
