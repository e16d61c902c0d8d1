use rstest::rstest;

use crate::lookup::search::TopicsFound;
use crate::routing::map::RouteMap;
use crate::routing::sample::{parts, today};

/// The sample map; `lening` is a word for money and debts.
fn map() -> RouteMap {
    let mut parts = parts(&[]);
    parts.topics[0].also.nl = vec!["driftbuien".into()];
    parts.topics[1].also.nl = vec!["huilt veel".into()];
    parts.topics[2].also.nl = vec!["lening".into()];
    parts.topics[3].also.nl = vec!["lening".into()];
    RouteMap::new(parts)
}

fn search(typed: &str) -> (Vec<&'static str>, bool) {
    let map = Box::leak(Box::new(map()));
    let TopicsFound {
        topics,
        are_guesses,
    } = map.search_topics(typed, today());
    let codes = topics.into_iter().map(|ix| map.topic_at(ix).id.as_str());
    (codes.collect(), are_guesses)
}

#[rstest]
#[case::nothing_yet("", &["parenting", "parenting/sleep", "finances", "finances/debts", "housing"])]
#[case::a_name("wonen", &["housing"])]
#[case::a_name_in_the_other_language("housing", &["housing"])]
#[case::another_word("driftbuien", &["parenting"])]
#[case::the_beginning_of_one("Drift", &["parenting"])]
#[case::the_middle_of_one("buien", &["parenting"])]
#[case::the_second_word_of_one("veel", &["parenting/sleep"])]
#[case::a_word_of_two("lening", &["finances", "finances/debts"])]
#[case::a_name_and_then_its_parts("opvoeden", &["parenting", "parenting/sleep"])]
#[case::what_is_called_so_before_what_has_it("schulden", &["finances/debts"])]
#[case::a_sentence("de baby huilt veel en heeft driftbuien", &["parenting", "parenting/sleep"])]
fn finds(#[case] typed: &str, #[case] topics: &[&str]) {
    assert_eq!(search(typed), (topics.to_vec(), false));
}

#[rstest]
#[case::a_slip_of_the_finger("driftbiuen", &["parenting"])]
#[case::nothing_at_all("fietsen", &[])]
fn finds_nothing_and_guesses(#[case] typed: &str, #[case] topics: &[&str]) {
    assert_eq!(search(typed), (topics.to_vec(), true));
}
