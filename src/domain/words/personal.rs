//! Numbers and addresses of persons that do not belong in a signal.

use crate::domain::codes::code_enum;
use crate::domain::invariant::at;
use crate::domain::words::digits::{follows, groups, is_date};

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
    let in_numbers = groups.windows(3).any(|three| is_date(&chars, three));
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
