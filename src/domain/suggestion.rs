//! "Did you mean": the nearest of the words that would have been right.

/// The candidate nearest to `typed`, unless none is near. Case does not matter.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&typed, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count().max(typed.chars().count()) / 4)
        .min()
        .map(|(_, candidate)| candidate)
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
}
