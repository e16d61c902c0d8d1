use proptest::prelude::*;
use rstest::rstest;

use crate::domain::residence::Residence;
use crate::domain::spelling::plain;
use crate::lookup::{LookupError, LookupKind, NotInMap, SeveralInMap};
use crate::routing::map::{RouteMap, Synonyms, TopicIx};
use crate::routing::sample::{map, parts, read, today};

#[rstest]
#[case::code("parenting/sleep", "parenting/sleep")]
#[case::code_in_capitals(" Parenting ", "parenting")]
#[case::dutch_name("schulden", "finances/debts")]
#[case::english_name("DEBTS", "finances/debts")]
fn a_topic_is_found_by(#[case] typed: &str, #[case] topic: &str) {
    assert_eq!(
        map(&[]).find_topic(typed, today()).unwrap().id.as_str(),
        topic
    );
}

/// A map in which a topic is called `Geld, slaap`, which are names of two others.
fn with_a_comma() -> RouteMap {
    let mut parts = parts(&[]);
    parts.topics[4].name.nl = "Geld, slaap".into();
    parts.topics[1].also.nl = vec!["slaap".into()];
    RouteMap::new(parts)
}

#[rstest]
#[case::one("housing", &["housing"])]
#[case::several(" schulden, HOUSING;parenting/sleep", &["finances/debts", "housing", "parenting/sleep"])]
#[case::a_name_with_a_comma("Geld, slaap", &["housing"])]
#[case::however_it_is_spelled("geld,  SLAAP", &["housing"])]
#[case::before_another("Geld, slaap, schulden", &["housing", "finances/debts"])]
#[case::after_another("schulden, geld, slaap", &["finances/debts", "housing"])]
#[case::in_another_order("slaap, geld", &["parenting/sleep", "finances"])]
#[case::nothing_between("housing,,schulden,", &["housing", "finances/debts"])]
#[case::nothing("", &[])]
fn topics_are_found_by_the_longest_names(#[case] typed: &str, #[case] expected: &[&str]) {
    let map = with_a_comma();
    let found = map.find_topics(typed, today()).unwrap();
    let codes: Vec<&str> = found.iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(codes, expected);
}

#[test]
fn of_several_topics_the_one_that_is_none_is_named() {
    let map = with_a_comma();
    let (name, error) = map
        .find_topics("schulden, fiets, slaap", today())
        .unwrap_err();
    assert_eq!(name.trim(), "fiets");
    assert!(matches!(error, LookupError::NotInMap(_)));
}

#[test]
fn of_several_that_begin_so_none_is_suggested() {
    let mut parts = parts(&[]);
    parts.topics[1].name.en = "Debts and sleep".into();
    let map = RouteMap::new(parts);
    let suggestion = |typed: &str| match map.find_topic(typed, today()).unwrap_err() {
        LookupError::NotInMap(missing) => missing.did_you_mean,
        LookupError::SeveralInMap(_) => panic!("{typed}"),
    };
    assert_eq!(suggestion("debt"), None);
    assert_eq!(suggestion("schuld").as_deref(), Some("finances/debts"));
}

#[rstest]
#[case::code("waterdam", "waterdam")]
#[case::municipality_code("gm9902", "veenbroek")]
#[case::name("regio rijnmeer", "rijnmeer")]
#[case::the_first_postcode("3000", "waterdam")]
#[case::the_last_postcode("3019", "waterdam")]
#[case::a_postcode_of_the_district_in_the_municipality("3010", "noord")]
#[case::the_last_postcode_of_the_district("3012", "noord")]
#[case::past_the_district("3013", "waterdam")]
#[case::the_second_range("3015", "noord")]
#[case::with_letters("3011 AB", "noord")]
#[case::with_letters_attached("3011ab", "noord")]
fn an_area_is_found_by(#[case] typed: &str, #[case] area: &str) {
    assert_eq!(
        map(&[]).find_area(typed, today()).unwrap().id.as_str(),
        area
    );
}

#[rstest]
#[case("jgz", "jgz")]
#[case("Debt-Help", "debt-help")]
fn an_organisation_is_found_by_code_or_name(#[case] typed: &str, #[case] organisation: &str) {
    let mut parts = parts(&[]);
    parts.organisations[3].name = "JGZ Waterdam".into();
    let map = RouteMap::new(parts);
    assert_eq!(
        map.find_organisation(typed, today()).unwrap().id.as_str(),
        organisation
    );
    assert_eq!(
        map.find_organisation("jgz waterdam", today())
            .unwrap()
            .id
            .as_str(),
        "jgz"
    );
}

/// The map with other words: `lening` is debts and money, `Geld` is a name and a word for debts.
fn taught() -> RouteMap {
    let mut parts = parts(&[]);
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    parts.topics[0].also.nl = words(&["Kraamtijd", "crèche"]);
    parts.topics[1].also.nl = words(&["huilt veel", "bank"]);
    parts.topics[2].also.nl = words(&["lening"]);
    parts.topics[3].also = Synonyms {
        nl: words(&["lening", "geld", "finances"]),
        en: words(&["bailiff"]),
    };
    parts.areas[1].also = words(&["'s-Waterdam", "Súdwâl", "Dorp"]);
    parts.areas[3].also = words(&["Dorp"]);
    RouteMap::new(parts)
}

#[rstest]
#[case::a_dutch_word("kraamtijd", "parenting")]
#[case::an_english_word("Bailiff", "finances/debts")]
#[case::several_words_and_spaces(" HUILT  veel ", "parenting/sleep")]
#[case::without_the_accent("creche", "parenting")]
#[case::with_the_accent_apart("cre\u{300}che", "parenting")]
#[case::a_name_before_another_word("geld", "finances")]
#[case::a_code_before_another_word("finances", "finances")]
#[case::a_code_in_capitals_before_another_word("FINANCES", "finances")]
fn a_topic_is_found_by_another_word(#[case] typed: &str, #[case] topic: &str) {
    assert_eq!(
        taught().find_topic(typed, today()).unwrap().id.as_str(),
        topic
    );
}

#[rstest]
#[case::a_plain_apostrophe("'s-Waterdam", "waterdam")]
#[case::a_curved_apostrophe("’s-Waterdam", "waterdam")]
#[case::an_opening_quote("‘s-waterdam", "waterdam")]
#[case::a_grave_accent("`s-waterdam", "waterdam")]
#[case::another_hyphen("'s\u{2011}waterdam", "waterdam")]
#[case::without_accents("sudwal", "waterdam")]
#[case::accents_apart("su\u{301}dwa\u{302}l", "waterdam")]
fn an_area_is_found_by_another_name(#[case] typed: &str, #[case] area: &str) {
    assert_eq!(
        taught().find_area(typed, today()).unwrap().id.as_str(),
        area
    );
}

#[rstest]
#[case::as_it_was_written("oud-dam", "waterdam")]
#[case::in_capitals("OUD-DAM", "waterdam")]
#[case::which_is_the_name_of_another("veenbroek-west", "waterdam")]
fn an_area_is_found_by_a_former_code(#[case] typed: &str, #[case] area: &str) {
    let mut parts = parts(&[]);
    parts.areas[1].formerly = vec![read("oud-dam"), read("veenbroek-west")];
    let found = RouteMap::new(parts);
    assert_eq!(found.find_area(typed, today()).unwrap().id.as_str(), area);
}

#[test]
fn a_topic_and_an_organisation_are_found_by_a_former_code() {
    let mut parts = parts(&[]);
    parts.topics[1].formerly = vec![read("health/sleep")];
    parts.organisations[3].formerly = vec![read("ggd")];
    let map = RouteMap::new(parts);
    let topics = map.find_topics("health/sleep, geld", today()).unwrap();
    let topics: Vec<&str> = topics.iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(topics, ["parenting/sleep", "finances"]);
    assert_eq!(
        map.find_organisation("ggd", today()).unwrap().id.as_str(),
        "jgz"
    );
}

#[test]
fn a_word_of_two_is_no_answer_and_names_both() {
    let several = |kind, codes: &[&str]| {
        LookupError::SeveralInMap(SeveralInMap {
            kind,
            codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        })
    };
    assert_eq!(
        taught().find_topic("Lening", today()).unwrap_err(),
        several(LookupKind::Topic, &["finances", "finances/debts"])
    );
    assert_eq!(
        taught().find_area("dorp", today()).unwrap_err(),
        several(LookupKind::Area, &["waterdam", "veenbroek"])
    );
    let mut parts = parts(&[]);
    parts.organisations[3].name = "Jeugdgezondheidszorg".into();
    parts.organisations[4].name = "jeugdgezondheidszorg".into();
    assert_eq!(
        RouteMap::new(parts)
            .find_organisation("Jeugdgezondheidszorg", today())
            .unwrap_err(),
        several(LookupKind::Organisation, &["jgz", "cjg"])
    );
}

#[test]
fn a_text_like_a_postcode_is_a_postcode() {
    let mut parts = parts(&[]);
    parts.areas[3].name = "3011".into();
    let map = RouteMap::new(parts);
    assert_eq!(map.find_area("3011", today()).unwrap().id.as_str(), "noord");
}

#[test]
fn the_words_of_several_are_told_whether_codes_names_or_other_words() {
    let map = taught();
    let topics: Vec<(&str, Vec<&str>)> = map
        .words_of_several_topics(today())
        .into_iter()
        .map(|shared| {
            (
                shared.word,
                shared.of.iter().map(|t| t.id.as_str()).collect(),
            )
        })
        .collect();
    let both = || vec!["finances", "finances/debts"];
    assert_eq!(
        topics,
        [("finances", both()), ("geld", both()), ("lening", both())]
    );
    let areas = map.words_of_several_areas(today());
    assert_eq!(
        areas.iter().map(|one| one.word).collect::<Vec<_>>(),
        ["dorp"]
    );
    assert_eq!(map.words_of_several_organisations(today()), []);
}

fn missing<T: std::fmt::Debug>(found: Result<T, LookupError>) -> NotInMap {
    match found.unwrap_err() {
        LookupError::NotInMap(missing) => missing,
        LookupError::SeveralInMap(several) => panic!("{several:?}"),
    }
}

#[rstest]
#[case::code("finanses", Some("finances"))]
#[case::dutch_name("schuldem", Some("finances/debts"))]
#[case::another_word("kraamtijt", Some("parenting"))]
#[case::a_word_in_a_sentence("mijn moeder zit in de kraamtijd", Some("parenting"))]
#[case::two_words_in_a_sentence("kraamtijd en schulden", None)]
#[case::a_word_that_is_too_short_to_be_misspelt("benk", None)]
#[case::a_word_in_another_word("kraamtijdschrift", None)]
#[case::nothing_near("bicycles", None)]
#[case::nothing("", None)]
fn a_topic_that_is_not_there_suggests_the_nearest(#[case] typed: &str, #[case] near: Option<&str>) {
    let NotInMap {
        kind,
        did_you_mean,
        known,
    } = missing(taught().find_topic(typed, today()));
    assert_eq!((kind, did_you_mean.as_deref()), (LookupKind::Topic, near));
    assert_eq!(
        known,
        [
            "finances",
            "finances/debts",
            "housing",
            "parenting",
            "parenting/sleep"
        ]
    );
}

#[rstest]
#[case::area("watrdam", LookupKind::Area, Some("waterdam"))]
#[case::area_name("waterdam nord", LookupKind::Area, Some("noord"))]
#[case::another_place("watergem", LookupKind::Area, None)]
#[case::postcode_elsewhere("9999 XX", LookupKind::Postcode, None)]
#[case::half_a_postcode("301", LookupKind::Area, None)]
fn an_area_that_is_not_there_suggests_the_nearest(
    #[case] typed: &str,
    #[case] kind: LookupKind,
    #[case] near: Option<&str>,
) {
    let missing = missing(map(&[]).find_area(typed, today()));
    assert_eq!(
        (missing.kind, missing.did_you_mean.as_deref()),
        (kind, near)
    );
    assert_eq!(
        missing.known,
        ["noord", "rijnmeer", "veen-west", "veenbroek", "waterdam"]
    );
}

#[test]
fn an_organisation_that_is_not_there_suggests_the_nearest() {
    let missing = missing(map(&[]).find_organisation("kraamzorgg", today()));
    assert_eq!(
        (missing.kind, missing.did_you_mean.as_deref()),
        (LookupKind::Organisation, Some("kraamzorg"))
    );
}

#[rstest]
#[case::of_four_letters("Thuiszorg de Wiek", "wied", Some("jgz"))]
#[case::of_three("Thuiszorg de Wip", "wit", None)]
fn a_word_of_a_name_is_meant_when_it_is_long_enough(
    #[case] name: &str,
    #[case] typed: &str,
    #[case] near: Option<&str>,
) {
    let mut parts = parts(&[]);
    parts.organisations[3].name = name.into();
    let missing = missing(RouteMap::new(parts).find_organisation(typed, today()));
    assert_eq!(missing.did_you_mean.as_deref(), near);
}

proptest! {
    /// Whatever is found by a word is called so, and what is called so by one alone is found.
    #[test]
    fn a_topic_is_found_by_what_it_alone_is_called(
        words in prop::collection::vec("[a-cA-Cé]{1,2}", 5),
        typed in "[a-cA-Cé]{1,2}",
    ) {
        let mut parts = parts(&[]);
        for (topic, word) in parts.topics.iter_mut().zip(&words) {
            topic.also.nl = vec![word.clone()];
        }
        let map = RouteMap::new(parts);
        let called: Vec<&str> = (map.topics().iter())
            .filter(|topic| topic.also.nl.iter().any(|word| plain(word) == plain(&typed)))
            .map(|topic| topic.id.as_str())
            .collect();
        match (map.find_topic(&typed, today()), called.as_slice()) {
            (Ok(found), [only]) => prop_assert_eq!(found.id.as_str(), *only),
            (Err(LookupError::NotInMap(_)), []) => {}
            (Err(LookupError::SeveralInMap(several)), [_, _, ..]) => {
                prop_assert_eq!(several.codes, called);
            }
            (found, called) => prop_assert!(false, "{found:?} {called:?}"),
        }
    }
}

#[test]
#[should_panic(expected = "the place is one of the list")]
fn a_place_of_another_map_stops_the_run() {
    let _ = map(&["jgz"]).topic_at(TopicIx(999)).id.clone();
}

#[test]
fn a_name_that_the_map_lacks_is_no_place_outside_it() {
    let map = map(&["jgz"]);
    assert_eq!(
        map.find_residence("9999 XX", today()),
        Ok(Residence::Outside(read("9999")))
    );
    assert_eq!(
        map.find_residence("3012", today()),
        Ok(Residence::Area(read("noord")))
    );
    for typed in ["Watterdam", "99999", "0999", "999", "9999 X"] {
        assert_eq!(
            map.find_residence(typed, today()).unwrap_err(),
            map.find_area(typed, today()).unwrap_err()
        );
    }
}
