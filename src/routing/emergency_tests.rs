use rstest::rstest;

use crate::routing::map::{EmergencyLine, RouteMap};
use crate::routing::sample::{OFFICE, OUTSIDE, at, line, parts, read, signal};

#[rstest]
#[case::a_child_by_day(Some("9"), OFFICE, &["112", "children", "by-day", "0800-2000"])]
#[case::a_child_at_night(Some("9"), OUTSIDE, &["112", "children", "at-night", "0800-2000"])]
#[case::on_the_eighteenth_birthday(Some("18"), OFFICE, &["112", "by-day", "adults", "0800-2000"])]
#[case::an_unborn_child(Some("unborn"), OFFICE, &["112", "by-day", "0800-2000"])]
#[case::an_unknown_age_keeps_every_line(None, OFFICE, &["112", "children", "by-day", "adults", "0800-2000"])]
fn in_danger_the_numbers_come_in_the_order_of_the_map(
    #[case] age: Option<&str>,
    #[case] when: &str,
    #[case] calls: &[&str],
) {
    let mut parts = parts(&[]);
    parts.settings.emergency = vec![
        line("112", "all", "always"),
        line("children", "0-18", "always"),
        line("by-day", "all", "office"),
        line("at-night", "all", "outside"),
        line("adults", "18+", "office"),
        line("0800-2000", "all", "always"),
    ];
    let map = RouteMap::new(parts);
    let said: Vec<&str> = map
        .emergency_at(age.map(read), at(when))
        .map(|line| line.call.as_str())
        .collect();
    assert_eq!(said, calls);
}

#[rstest]
#[case::not_acute("parenting", &[])]
#[case::acute("parenting acute", &["112", "0800-2000"])]
#[case::for_danger_and_for_the_topic("safety acute", &["112", "0800-2000"])]
#[case::for_the_topic_without_danger("safety", &["0800-2000"])]
#[case::of_the_topic("housing", &["0800-1205"])]
#[case::of_a_part("finances/debts fyi", &["0800-8115"])]
#[case::of_a_part_that_the_map_does_not_know("finances/cars", &["0800-8115"])]
#[case::of_what_the_map_does_not_know("cars", &[])]
#[case::of_one_of_several("parenting+housing", &["0800-1205"])]
#[case::acute_about_the_topic("housing acute", &["112", "0800-1205", "0800-2000"])]
#[case::for_no_such_age("finances age:12", &[])]
fn a_line_of_a_topic_is_for_every_urgency(#[case] asked: &str, #[case] calls: &[&str]) {
    let mut parts = parts(&[]);
    let about = |call: &str, ages: &str, topic: &str| EmergencyLine {
        topics: Some(vec![read(topic)]),
        ..line(call, ages, "always")
    };
    parts.settings.emergency = vec![
        line("112", "all", "always"),
        about("0800-1205", "all", "housing"),
        about("0800-8115", "18+", "finances"),
        // Said once, although both are for an acute signal about safety.
        line("0800-2000", "all", "always"),
        about("0800-2000", "all", "safety"),
    ];
    let facts = signal(asked);
    let said = &facts.particulars;
    let found: Vec<String> = RouteMap::new(parts)
        .emergency_for(&facts.topics, said.age, said.urgency, at(OFFICE))
        .map(|line| line.call.clone())
        .collect();
    assert_eq!(found, calls);
}
