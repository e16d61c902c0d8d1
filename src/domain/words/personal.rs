//! Numbers and addresses of persons that do not belong in a signal.

use crate::domain::codes::code_enum;
use crate::domain::invariant::{Invariant as _, at};

code_enum! {
    /// Something in the words that a signal does not need.
    NotNeeded {
        /// What looks like an e-mail address.
        Email = "email",
        /// What looks like a Dutch telephone number.
        Phone = "phone",
        /// A whole date, which may be a birth date.
        Date = "date",
    }
}

/// A run of digits in a text, with the characters before and after it.
struct Digits {
    text: String,
    start: usize,
    end: usize,
}

impl Digits {
    fn is_year(&self) -> bool {
        self.text.len() == 4 && (self.text.starts_with("19") || self.text.starts_with("20"))
    }

    /// Whether it is a number from 1 to `most`, of at most two digits.
    fn is_up_to(&self, most: u32) -> bool {
        let number = self.text.parse::<u32>();
        self.text.len() <= 2 && number.is_ok_and(|number| (1..=most).contains(&number))
    }
}

fn groups(text: &[char]) -> Vec<Digits> {
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
fn separator(text: &[char], left: &Digits, right: &Digits) -> Option<char> {
    if left.end + 1 == right.start {
        text.get(left.end).copied()
    } else {
        None
    }
}

/// How people write the nine digits: at once, or in these groups with one separator throughout.
const BSN_SHAPES: [&[usize]; 5] = [&[9], &[3, 3, 3], &[4, 2, 3], &[4, 5], &[5, 4]];

/// Whether the text holds a citizen service number: nine digits that pass the eleven test, or eight
/// right after "BSN".
pub(super) fn holds_bsn(text: &str) -> bool {
    // Most texts have no number at all, or too short a one.
    if text.bytes().filter(u8::is_ascii_digit).count() < 8 {
        return false;
    }
    let text: Vec<char> = text.chars().collect();
    let groups = groups(&text);
    (0..groups.len()).any(|first| {
        let here = at(&groups, first..);
        let nine = BSN_SHAPES.iter().any(|shape| {
            let Some(parts) = here.get(..shape.len()) else {
                return false;
            };
            let fits = parts
                .iter()
                .zip(*shape)
                .all(|(part, length)| part.text.len() == *length);
            let separators: Vec<_> = parts
                .iter()
                .zip(parts.iter().skip(1))
                .map(|(l, r)| separator(&text, l, r))
                .collect();
            let joined = separators.iter().all(|s| {
                s.is_some_and(|c| ".- \u{a0}".contains(c)) && Some(s) == separators.first()
            });
            fits && joined
                && eleven_test(
                    &parts
                        .iter()
                        .map(|part| part.text.as_str())
                        .collect::<String>(),
                )
        });
        let abroad = here
            .first()
            .is_some_and(|group| follows(&text, group.start, &["+31", "0031", "(0)"]));
        let eight = here.first().is_some_and(|group| {
            group.text.len() == 8
                && follows(
                    &text,
                    group.start,
                    &["bsn", "burgerservicenummer", "sofinummer"],
                )
                && eleven_test(&group.text)
        });
        (nine && !abroad) || eight
    })
}

/// Whether what stands before `end`, apart from punctuation and space, ends in one of `words`.
fn follows(text: &[char], end: usize, words: &[&str]) -> bool {
    let from = end.saturating_sub(40);
    let before: String = at(text, from..end).iter().collect();
    let before = before
        .trim_end_matches([' ', ':', '-', '.', '=', '\u{a0}'])
        .to_lowercase();
    words.iter().any(|word| before.ends_with(word))
}

/// The eleven test of the BSN: 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h − i is a multiple of 11
/// (Besluit burgerservicenummer).
fn eleven_test(digits: &str) -> bool {
    let sum: i64 = format!("{digits:0>9}")
        .chars()
        .zip([9, 8, 7, 6, 5, 4, 3, 2, -1])
        .map(|(digit, weight)| weight * i64::from(digit.to_digit(10).certain("digits are digits")))
        .sum();
    sum % 11 == 0 && digits.chars().any(|digit| digit != '0')
}

/// What the text seems to hold that a signal does not need, each kind once.
pub(super) fn not_needed(text: &str) -> Vec<NotNeeded> {
    // Most texts have neither a number nor an address.
    if !text
        .bytes()
        .any(|byte| byte.is_ascii_digit() || byte == b'@')
    {
        return Vec::new();
    }
    let found = [
        (NotNeeded::Email, holds_email(text)),
        (NotNeeded::Phone, holds_phone(text)),
        (NotNeeded::Date, holds_date(text)),
    ];
    found
        .into_iter()
        .filter(|(_, holds)| *holds)
        .map(|(kind, _)| kind)
        .collect()
}

fn holds_email(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(user, host)| {
            user.ends_with(|c: char| c.is_alphanumeric())
                && host.split_once('.').is_some_and(|(name, rest)| {
                    !name.is_empty() && rest.starts_with(char::is_alphanumeric)
                })
        })
    })
}

/// Ten digits that begin with 0, or the same after +31 or 0031, however they are spaced.
fn holds_phone(text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let groups = groups(&text);
    (0..groups.len()).any(|first| {
        let mut number = String::new();
        let mut end = None;
        for group in at(&groups, first..) {
            let gap: String = end
                .map(|end: usize| at(&text, end..group.start))
                .unwrap_or_default()
                .iter()
                .collect();
            if gap.len() > 3 || !gap.chars().all(|c| " -.()".contains(c)) {
                break;
            }
            number.push_str(&group.text);
            end = Some(group.end);
            let national = number
                .strip_prefix("0031")
                .or_else(|| number.strip_prefix("31"))
                .unwrap_or_default();
            let abroad = national.trim_start_matches('0').len() == 9
                && (number.starts_with("00") || follows(&text, at(&groups, first).start, &["+"]));
            if abroad
                || (number.len() == 10 && number.starts_with('0') && !number.starts_with("00"))
            {
                return true;
            }
        }
        false
    })
}

const MONTHS: [&str; 22] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
    "mrt",
    "okt",
];

/// A day, a month and a year between 1900 and 2099, in numbers or with the month's name.
fn holds_date(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let groups = groups(&chars);
    let in_numbers = groups.windows(3).any(|three| {
        let [a, b, c] = three else { return false };
        let joined = separator(&chars, a, b).is_some_and(|s| "-/.".contains(s))
            && separator(&chars, a, b) == separator(&chars, b, c);
        joined
            && b.is_up_to(12)
            && ((a.is_up_to(31) && c.is_year()) || (a.is_year() && c.is_up_to(31)))
    });
    let named = groups.windows(2).any(|two| {
        let [a, b] = two else { return false };
        let between: String = at(&chars, a.end..b.start).iter().collect();
        a.is_up_to(31)
            && b.is_year()
            && MONTHS.contains(&between.trim().trim_matches('.').to_lowercase().as_str())
    });
    in_numbers || named
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("111222333", true)]
    #[case("bsn:111.222.333 hier", true)]
    #[case("1112.22.333", true)]
    #[case("111.222-333", false)]
    #[case("111x222x333", false)]
    #[case("123 456 782 en verder", true)]
    #[case("kamer 3 111222333 4 jaar", true)]
    #[case("BSN 11122233", false)]
    #[case("bsn 10000008", true)]
    #[case("111222334", false)]
    #[case("000000000", false)]
    #[case("1112223334", false)]
    #[case("+31 612345678", false)]
    #[case("+31612345678", false)]
    #[case("0612345678", false)]
    #[case("06 12345678", false)]
    #[case("010-555 01 20", false)]
    #[case("12-03-2021 8 maanden", false)]
    #[case("zaak 2026-000123", false)]
    fn a_bsn_is_found(#[case] text: &str, #[case] found: bool) {
        assert_eq!(holds_bsn(text), found);
    }

    #[test]
    fn no_mobile_number_is_taken_for_a_bsn() {
        for n in 0..20_000u32 {
            let subscriber = 10_000_000 + n * 3_989;
            for text in [
                format!("06{subscriber}"),
                format!("06-{subscriber}"),
                format!("06 {subscriber}"),
                format!("+31 6{subscriber}"),
                format!("0031 6{subscriber}"),
            ] {
                assert!(!holds_bsn(&text), "{text}");
            }
        }
    }

    #[rstest]
    #[case("mail jansen@voorbeeld.example eens", &[NotNeeded::Email])]
    #[case("bel 06-12345678", &[NotNeeded::Phone])]
    #[case("bel +31 6 1234 5678", &[NotNeeded::Phone])]
    #[case("bel 010-555 01 20 vandaag", &[NotNeeded::Phone])]
    #[case("geboren 12-03-2021", &[NotNeeded::Date])]
    #[case("geboren op 12 maart 2021", &[NotNeeded::Date])]
    #[case("born 2021-03-12", &[NotNeeded::Date])]
    #[case("3 x per week 2 uur, 20 euro @ de markt", &[])]
    #[case("in 2021 en 2022, huis 12", &[])]
    #[case("bel 010 - 555 01 20 vandaag", &[NotNeeded::Phone])]
    #[case("010    5550120", &[])]
    #[case("zaak 010/5550120", &[])]
    #[case("kengetal +31, code 007", &[])]
    #[case("rekening 31612345678", &[])]
    #[case("groeten van @voorbeeld.example", &[])]
    #[case("jan@.example of jan@huis", &[])]
    #[case("12-03/2021", &[])]
    #[case("12 03 2021", &[])]
    #[case("12-13-2021", &[])]
    #[case("45-03-2021", &[])]
    #[case("45 maart 2021", &[])]
    #[case("12-03-20", &[])]
    #[case("huis 12 in 2021", &[])]
    fn what_is_not_needed_is_named(#[case] text: &str, #[case] kinds: &[NotNeeded]) {
        assert_eq!(not_needed(text), kinds);
    }
}
