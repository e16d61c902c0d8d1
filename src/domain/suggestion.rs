//! "Did you mean": the nearest of the words that would have been right.

/// In bytes. Longer text is no misspelt word, and takes long to compare.
const MAX_LENGTH: usize = 200;

/// The candidate nearest to `typed`, if one is near: one with a word that begins with it, or else one
/// a typing error away. Case does not matter.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_within(typed, candidates, |letters| 1 + letters / 4)
}

/// As [`nearest`], for names of which two may differ in two letters: Weesp and Weert are two places. A
/// name has one typing error, and one more for every nine letters.
pub fn nearest_name<'a>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    nearest_within(typed, candidates, |letters| 1 + letters / 9)
}

/// `slips` tells how many typing errors a word of so many letters may have.
fn nearest_within<'a>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    slips: fn(usize) -> usize,
) -> Option<&'a str> {
    if typed.len() > MAX_LENGTH {
        return None;
    }
    let typed = typed.to_lowercase();
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let mut all = candidates.iter();
    if let Some(found) = all.find(|candidate| has_word_with_prefix(candidate, &typed)) {
        return Some(found);
    }
    candidates
        .into_iter()
        .map(|candidate| {
            (
                strsim::damerau_levenshtein(&typed, &candidate.to_lowercase()),
                candidate,
            )
        })
        .filter(|(distance, candidate)| {
            *distance <= slips(candidate.chars().count().max(typed.chars().count()))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Whether a word of the text begins so. Less than three letters begin too many.
#[must_use]
pub fn has_word_with_prefix(text: &str, prefix: &str) -> bool {
    let is_long = prefix.chars().count() >= 3;
    is_long
        && text
            .to_lowercase()
            .split(['-', '/', ' '])
            .any(|word| word.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_word_and_another_word_does_not() {
        let topics = ["parenting", "finances", "housing"];
        assert_eq!(nearest("parentign", topics), Some("parenting"));
        assert_eq!(nearest("Housing", topics), Some("housing"));
        assert_eq!(nearest("bicycles", topics), None);
    }

    #[test]
    fn a_word_may_have_a_slip_and_one_more_for_every_four_letters() {
        assert_eq!(nearest("jgs", ["jgz"]), Some("jgz"));
        assert_eq!(nearest("hoixing", ["housing"]), Some("housing"));
        assert_eq!(nearest("boixing", ["housing"]), None);
    }

    #[test]
    fn a_name_has_one_slip_and_one_more_for_every_nine_letters() {
        assert_eq!(nearest_name("weers", ["weert"]), Some("weert"));
        assert_eq!(nearest_name("weesp", ["weert"]), None, "another place");
        assert_eq!(nearest_name("haaren", ["haarlem"]), None);
        assert_eq!(
            nearest_name("vlardingn", ["vlaardingen"]),
            Some("vlaardingen")
        );
    }

    #[test]
    fn the_beginning_of_a_word_finds_the_name_it_stands_in() {
        let organisations = [
            "raad-voor-de-kinderbescherming",
            "kraamzorg-de-wieg",
            "jgz-waterdam",
        ];
        assert_eq!(nearest("kraam", organisations), Some("kraamzorg-de-wieg"));
        assert_eq!(nearest("water", organisations), Some("jgz-waterdam"));
        assert_eq!(nearest("wa", organisations), None);
    }

    #[test]
    fn what_is_too_long_to_be_a_word_is_near_to_nothing() {
        let long = "x".repeat(MAX_LENGTH + 1);
        assert_eq!(
            nearest(&long[..MAX_LENGTH], [long.as_str()]),
            Some(long.as_str())
        );
        assert_eq!(nearest(&long, [long.as_str()]), None);
    }
}
