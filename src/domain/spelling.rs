//! One spelling for what people write in many ways: in capitals, without accents, with a curved
//! apostrophe.

use unicode_normalization::UnicodeNormalization as _;

/// The text in small letters, without accents, with `'` for every apostrophe, `-` for every dash and
/// single spaces. Two texts that a person would call the same name become equal.
///
/// Only the accents of Latin, Greek and Cyrillic letters go: in other scripts a mark is a letter.
#[must_use]
pub fn plain(text: &str) -> String {
    // Before, because an acute accent by itself falls apart into a space and a mark; after, because
    // some wide characters become an apostrophe.
    let letters = text.nfd().map(straight).nfkd().map(straight);
    let letters = letters.filter(|c| !is_accent(*c));
    let lower: String = letters.flat_map(char::to_lowercase).collect();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn straight(c: char) -> char {
    match c {
        '‘' | '’' | '‛' | '`' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | '′' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        other => other,
    }
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::capitals("RUZIE", "ruzie")]
    #[case::accents("Financiën", "financien")]
    #[case::decomposed_accents("Su\u{301}dwest-Frysla\u{302}n", "sudwest-fryslan")]
    #[case::a_curved_apostrophe("’s-Hertogenbosch", "'s-hertogenbosch")]
    #[case::an_opening_quote("‘s-Hertogenbosch", "'s-hertogenbosch")]
    #[case::a_grave_accent("`s-Hertogenbosch", "'s-hertogenbosch")]
    #[case::an_acute_accent("´s-Hertogenbosch", "'s-hertogenbosch")]
    #[case::another_hyphen("Sint\u{2010}Oedenrode", "sint-oedenrode")]
    #[case::a_ligature("Ĳsselstein", "ijsselstein")]
    #[case::spaces(" in\u{a0}de \t war ", "in de war")]
    #[case::letters_that_are_marks("कि", "कि")]
    #[case::nothing("", "")]
    fn a_text_is_spelled_plainly(#[case] text: &str, #[case] spelled: &str) {
        assert_eq!(plain(text), spelled);
    }

    proptest! {
        #[test]
        fn a_plain_text_stays_as_it_is(text: String) {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }

        #[test]
        fn composed_and_decomposed_letters_are_the_same(text: String) {
            let (composed, decomposed): (String, String) =
                (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(plain(&composed), plain(&decomposed));
        }

        #[test]
        fn capitals_are_the_same_letters(text in "[a-zé'’ -]{0,20}") {
            prop_assert_eq!(plain(&text.to_uppercase()), plain(&text));
        }
    }
}
