//! The citizen service number (BSN), in all ways in which people write one.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::domain::invariant::{Invariant as _, at};
use crate::domain::words::digits::{Digits, follows, groups, is_date, separator};

/// The words before a number that say it is a BSN, or its forerunner.
const CALLED: [&str; 8] = [
    "bsn",
    "bsnnr",
    "bsnnummer",
    "burgerservicenr",
    "burgerservicenummer",
    "sofi",
    "sofinr",
    "sofinummer",
];

/// Names of other numbers. Of two names the nearest to a number is its own.
const CALLED_OTHERWISE: [&str; 17] = [
    "agb",
    "agbcode",
    "bel",
    "bellen",
    "belt",
    "dossier",
    "iban",
    "klantnummer",
    "kvk",
    "mobiel",
    "polis",
    "rekening",
    "tel",
    "telefoon",
    "telefoonnummer",
    "zaak",
    "zaaknummer",
];

/// How far before a number its name may stand, in characters: `bsn-nummer van het kind is`.
const NAME_BEFORE: usize = 60;

/// What may stand between the digits, beside white space and brackets.
const MARKS: &str = ".,;:|+'‘’-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}·•_/\\*~=";

/// The zeros of the scripts of which people in the Netherlands write the digits.
const ZEROS: [char; 16] = [
    '\u{0660}', '\u{06F0}', '\u{07C0}', '\u{0966}', '\u{09E6}', '\u{0A66}', '\u{0AE6}', '\u{0BE6}',
    '\u{0C66}', '\u{0CE6}', '\u{0D66}', '\u{0E50}', '\u{0ED0}', '\u{0F20}', '\u{1040}', '\u{17E0}',
];

/// The ones of the digits in circles that normalisation leaves as they are.
const CIRCLED_ONES: [char; 4] = ['\u{24F5}', '\u{2776}', '\u{2780}', '\u{278A}'];

/// Whether the text holds a BSN: nine digits that pass the eleven test, or eight or nine digits that
/// are called one. Neither a telephone number nor a date is one.
pub(super) fn holds_bsn(text: &str) -> bool {
    // Most texts have no number at all, or too short a one.
    if text.chars().filter(|c| c.is_numeric()).count() < 8 {
        return false;
    }
    // A mark on a digit, as of an emoji, changes nothing of its value.
    let text = text.nfkc().filter(|c| !is_combining_mark(*c));
    let text: Vec<char> = text.map(as_ascii_digit).collect();
    let groups = groups(&text);
    (0..groups.len()).any(|first| {
        let here = at(&groups, first..);
        (1..=here.len().min(9)).any(|count| is_bsn(&text, at(here, ..count)))
    })
}

fn as_ascii_digit(c: char) -> char {
    let after = |first: &char| u32::from(c).checked_sub(u32::from(*first));
    let digit = ZEROS.iter().filter_map(after).find(|value| *value < 10);
    let circled = || {
        let places = CIRCLED_ONES.iter().filter_map(after);
        places.map(|place| place + 1).find(|value| *value < 10)
    };
    let value = digit.or_else(circled);
    value
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(c)
}

/// Whether these groups of digits together are one BSN.
fn is_bsn(text: &[char], parts: &[Digits]) -> bool {
    let digits: String = parts.iter().map(|part| part.text.as_str()).collect();
    let joined = parts.windows(2).all(|two| {
        let [left, right] = two else { return true };
        joins(at(text, left.end..right.start))
    });
    let Some(first) = parts.first().filter(|_| joined) else {
        return false;
    };
    let is_date = parts.windows(3).any(|three| is_date(text, three));
    if matches!(digits.len(), 8 | 9) && !is_date && is_called_bsn(text, first.start) {
        return true;
    }
    // Who tells of many small numbers writes no BSN, and who tells the time neither.
    let is_list = parts.len() > 5 && parts.len() < 9;
    let is_time = parts.windows(2).any(|two| is_clock_time(text, two));
    let is_case_number = parts.len() == 2 && first.is_year();
    digits.len() == 9
        && !is_list
        && !is_time
        && !is_case_number
        && !follows(text, first.start, &["+31", "0031", "(0)"])
        && !is_date
        && !parts.iter().any(Digits::is_whole_date)
        && eleven_test(&digits)
}

/// Whether what stands between two groups of digits may stand within one number: one mark, perhaps
/// twice, and white space and brackets around it. A comma with a space after it goes on to the next
/// number.
fn joins(between: &[char]) -> bool {
    let is_space = |c: &&char| c.is_whitespace() || "()[]{}".contains(**c);
    let marks: Vec<&char> = between.iter().filter(|c| !is_space(c)).collect();
    match marks.as_slice() {
        [] => true,
        [mark, others @ ..] => {
            let goes_on = matches!(mark, ',' | ';') && between.iter().any(|c| c.is_whitespace());
            MARKS.contains(**mark)
                && marks.len() <= 2
                && others.iter().all(|other| other == mark)
                && !goes_on
        }
    }
}

/// Whether the text before a number calls it a BSN, in the same sentence.
fn is_called_bsn(text: &[char], start: usize) -> bool {
    let from = start.saturating_sub(NAME_BEFORE);
    let before: String = at(text, from..start).iter().collect();
    let before = before.to_lowercase();
    // The number may stand on the line below its name.
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || ":=-".contains(c));
    let before = before
        .replace("b.s.n.", "bsn")
        .replace("burger service", "burgerservice")
        .replace("service nummer", "servicenummer");
    let sentence = before
        .rsplit(['\n', ';', '?', '!'])
        .next()
        .unwrap_or(&before);
    let sentence = sentence.rsplit(". ").next().unwrap_or(sentence);
    let same = sentence
        .rsplit(|c: char| c.is_ascii_digit())
        .next()
        .unwrap_or(sentence);
    let mut words = same.rsplit(|c: char| !c.is_alphanumeric());
    let nearest = words.find(|word| CALLED.contains(word) || CALLED_OTHERWISE.contains(word));
    nearest.is_some_and(|name| CALLED.contains(&name))
}

/// `10:30`
fn is_clock_time(text: &[char], two: &[Digits]) -> bool {
    let [hours, minutes] = two else { return false };
    separator(text, hours, minutes) == Some(':') && hours.text.len() <= 2 && minutes.text.len() == 2
}

/// The eleven test of the BSN: 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h − i is a multiple of 11
/// (Besluit burgerservicenummer).
fn eleven_test(digits: &str) -> bool {
    let sum: i64 = digits
        .chars()
        .zip([9, 8, 7, 6, 5, 4, 3, 2, -1])
        .map(|(digit, weight)| weight * i64::from(digit.to_digit(10).certain("digits are digits")))
        .sum();
    sum % 11 == 0 && digits.chars().any(|digit| digit != '0')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// 123456782 passes the eleven test.
    #[rstest]
    #[case::at_once(&["123456782", "bsn:123456782 hier", "BSN123456782", "x123456782y", "\"123456782\""])]
    #[case::in_groups(&["123 456 782", "1234.56.782", "12345 6782", "12 34 56 782", "123 45 67 82", "123456 782"])]
    #[case::one_by_one(&["1 2 3 4 5 6 7 8 2", "1-2-3-4-5-6-7-8-2"])]
    #[case::with_any_mark(&["123.456.782", "123-456-782", "123/456/782", "123_456_782", "123,456,782", "123·456·782", "123*456*782", "123:456:782", "123;456;782", "123|456|782", "123+456+782", "123'456'782", "123’456’782", "123•456•782", "123~456~782", "123=456=782", "123\\456\\782", "123--456--782"])]
    #[case::with_other_dashes(&["123–456–782", "123‑456‑782", "123 - 456 - 782", "123−456−782"])]
    #[case::with_different_marks(&["123.456-782", "123.456 782", "(123)456782"])]
    #[case::in_brackets(&["[123][456][782]", "(123) (456) (782)", "⑴⑵⑶⑷⑸⑹⑺⑻⑵"])]
    #[case::over_white_space(&["123\n456\n782", "123  456  782", "123\u{a0}456\u{a0}782", "123\u{2009}456\u{202f}782", "123\t456\t782", "123    456    782"])]
    #[case::in_other_digits(&["１２３４５６７８２", "١٢٣٤٥٦٧٨٢", "۱۲۳۴۵۶۷۸۲", "१२३४५६७८२", "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟐", "①②③④⑤⑥⑦⑧②", "❶❷❸❹❺❻❼❽❷", "➀➁➂➃➄➅➆➇➁", "➊➋➌➍➎➏➐➑➋", "⓵⓶⓷⓸⓹⓺⓻⓼⓶"])]
    #[case::with_marks_on_the_digits(&["1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣2️⃣", "1\u{301}23456782"])]
    #[case::among_other_numbers(&["kamer 3 111222333 4 jaar", "in 2021: 123 456 782."])]
    #[case::called_so(&["bsn 10000008", "bsn nummer 10000008", "bsn-nummer: 10000008", "BSN: 1000 0008", "BSN 10.00.00.08", "bsn is 10000008", "burgerservicenummer is 10000008", "sofi 10000008", "b.s.n. 10000008", "burger service nummer 10000008", "burgerservicenr. 10000008", "kvk heeft hij niet, bsn 10000008", "bsn van het oudste kind uit het eerste huwelijk is 10000008"])]
    #[case::called_so_on_the_line_above(&["bsn\n10000008", "BSN:\n10000008", "bsn: \r\n 10000008"])]
    #[case::called_so_with_a_slip(&["BSN 123456789", "bsn 111222334", "bsn van het kind: 11122233"])]
    fn a_bsn_is_found_however_it_is_written(#[case] texts: &[&str]) {
        for text in texts {
            assert!(holds_bsn(&format!("moeder {text} x")), "{text}");
        }
    }

    #[rstest]
    #[case::another_number(&["111222334", "000000000", "1112223334", "123456789", "12345678"])]
    #[case::telephone(&["+31 612345678", "+31612345678", "0612345678", "06 12345678", "06 1234 5678", "010-555 01 20", "+31 6 1234 5678", "(0)6 12345678", "045 612 3456"])]
    #[case::a_bank_account(&["NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", "iban 0417164300"])]
    #[case::a_trade_register(&["kvk 12345678", "KvK-nummer 27312152", "vestigingsnummer 000012345678"])]
    #[case::a_date(&["12-03-2021 8 maanden", "20-11-2026 10.30", "20261123 1", "20112026 7", "2026 11 2310"])]
    #[case::a_case(&["zaak 2026-000123", "zaak 2012-34567", "W-2026-123456"])]
    #[case::an_enumeration(&["kinderen van 1, 2, 3, 4, 5, 6, 7, 8 en 2", "111, 222, 333", "111; 222; 333", "1 2 3 4 5 67 82"])]
    #[case::other_text_between(&["111x222x333", "111 en 222 333", "111 --- 222 333", "111.-222.-333"])]
    #[case::a_time(&["10:30 11:45 1", "12:30:45 782"])]
    #[case::a_date_beside_the_word(&["Sofi kwam op 20-11-2026", "Sofi 12-03-2021", "BSN nog niet bekend op 23-11-2026", "bsn onbekend (aangevraagd 2026-11-23)"])]
    #[case::called_something_else(&["geen bsn, kvk 12345678", "bsn onbekend, KvK 27312152", "geen bsn, tel 0181-12345", "geen bsn, tel 0800 1205", "bsn bij dossier 10000008"])]
    #[case::not_called_so(&["bsn onbekend. Dossier 10000008", "geen bsn; tel 10000008", "bsn?\n10000008", "absn 10000008", "bsn 12, kamer 10000008"])]
    fn what_is_no_bsn_is_let_through(#[case] texts: &[&str]) {
        for text in texts {
            assert!(!holds_bsn(&format!("moeder {text} x")), "{text}");
        }
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
                format!("+31 6 {subscriber}"),
                format!("0031 6{subscriber}"),
            ] {
                assert!(!holds_bsn(&text), "{text}");
            }
        }
    }
}
