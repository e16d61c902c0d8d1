//! Numbers as words, in Dutch and in English.

/// From zero to nineteen.
const SMALL: [[&str; 2]; 20] = [
    ["nul", "zero"],
    ["een", "one"],
    ["twee", "two"],
    ["drie", "three"],
    ["vier", "four"],
    ["vijf", "five"],
    ["zes", "six"],
    ["zeven", "seven"],
    ["acht", "eight"],
    ["negen", "nine"],
    ["tien", "ten"],
    ["elf", "eleven"],
    ["twaalf", "twelve"],
    ["dertien", "thirteen"],
    ["veertien", "fourteen"],
    ["vijftien", "fifteen"],
    ["zestien", "sixteen"],
    ["zeventien", "seventeen"],
    ["achttien", "eighteen"],
    ["negentien", "nineteen"],
];

/// From twenty to ninety.
const TENS: [[&str; 2]; 8] = [
    ["twintig", "twenty"],
    ["dertig", "thirty"],
    ["veertig", "forty"],
    ["vijftig", "fifty"],
    ["zestig", "sixty"],
    ["zeventig", "seventy"],
    ["tachtig", "eighty"],
    ["negentig", "ninety"],
];

/// The number that one word stands for, up to 99: `vijf`, `eenentwintig`, `thirty-four`, and `a` as
/// one. In lower case and without accents.
pub(super) fn number_in_words(word: &str) -> Option<u32> {
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    if let Some(number) = place(&SMALL, word) {
        return Some(number);
    }
    (20..).step_by(10).zip(&TENS).find_map(|(tens, [nl, en])| {
        let ones = match (word.strip_suffix(nl), word.strip_prefix(en)) {
            (Some(""), _) | (_, Some("")) => return Some(tens),
            (Some(before), _) => before.strip_suffix("en")?,
            (_, Some(after)) => after.strip_prefix('-')?,
            (None, None) => return None,
        };
        let ones = place(&SMALL, ones).filter(|ones| (1..10).contains(ones))?;
        Some(tens + ones)
    })
}

fn place(words: &[[&str; 2]], word: &str) -> Option<u32> {
    (0..)
        .zip(words)
        .find_map(|(number, names)| names.contains(&word).then_some(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("nul", 0)]
    #[case("een", 1)]
    #[case("a", 1)]
    #[case("twelve", 12)]
    #[case("achttien", 18)]
    #[case("twintig", 20)]
    #[case("eenentwintig", 21)]
    #[case("tweeentwintig", 22)]
    #[case("drieendertig", 33)]
    #[case("thirty-four", 34)]
    #[case("negenennegentig", 99)]
    #[case("ninety", 90)]
    fn a_number_is_read_from_its_word(#[case] word: &str, #[case] number: u32) {
        assert_eq!(number_in_words(word), Some(number));
    }

    #[rstest]
    #[case("")]
    #[case("vijfjes")]
    #[case("tweetwintig")]
    #[case("elfentwintig")]
    #[case("thirty-eleven")]
    #[case("thirtyfour")]
    #[case("twenty-")]
    #[case("entwintig")]
    fn a_word_that_is_no_number_is_none(#[case] word: &str) {
        assert_eq!(number_in_words(word), None);
    }

    #[test]
    fn every_word_stands_for_one_number() {
        let words = SMALL.iter().chain(&TENS).flatten();
        let mut all: Vec<&str> = words.copied().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
