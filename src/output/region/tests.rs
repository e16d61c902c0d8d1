use std::path::Path;
use std::sync::Arc;

use rstest::rstest;

use super::*;
use crate::map_analysis::age_sets::AgeSets;
use crate::map_file;
use crate::output::i18n::{Language, Texts};
use crate::routing::choice::Choices;

/// A region of the example map, written down: `topics=… areas=… ages=… urgency=… senders=… hours=…
/// from=… until=… several`, `?` for unknown.
fn region(text: &str, map: &RouteMap) -> Region {
    let given = |key: &str| {
        text.split_whitespace()
            .find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
            .map(|list| list.split(','))
    };
    let codes =
        |key: &str| given(key).map(|list| list.filter(|code| *code != "?").collect::<Vec<_>>());
    let unknown = |key: &str| given(key).is_none_or(|mut list| list.any(|code| code == "?"));
    let topics = codes("topics").map_or_else(
        || (0..map.topics().len()).map(|n| TopicIx(n as u32)).collect(),
        |codes| {
            let mut topics: Vec<TopicIx> = codes
                .iter()
                .map(|code| map.topic_ix(&code.parse().unwrap()).unwrap())
                .collect();
            topics.sort();
            topics
        },
    );
    let areas = codes("areas").map_or_else(
        || (0..map.areas().len()).map(|n| AreaIx(n as u32)).collect(),
        |codes| {
            codes
                .iter()
                .map(|code| map.area_ix(&code.parse().unwrap()).unwrap())
                .collect()
        },
    );
    let chosen = |key: &str, all: Vec<String>| {
        codes(key).map_or(all, |codes| codes.into_iter().map(str::to_owned).collect())
    };
    let everyone = map
        .organisations()
        .iter()
        .map(|organisation| organisation.id.to_string())
        .collect();
    let ages = |key: &str| AgeSet {
        known: codes(key).map_or(Some(AgeRange::ALL), |codes| {
            codes.first().map(|range| range.parse().unwrap())
        }),
        unknown: unknown(key),
    };
    let mut choices = Choices::all();
    for choice in Choice::ALL {
        if let Some(codes) = codes(choice.code()) {
            let all = choice.codes().iter();
            let places = codes
                .iter()
                .filter_map(|code| all.clone().position(|one| one == code));
            choices = choices.with(*choice, Values::at_places(places));
        }
    }
    Region {
        topics,
        several: text.contains("several"),
        areas,
        area_unknown: unknown("areas"),
        ages: AgeSets::ALL
            .with(AgeSubject::Person, ages("ages"))
            .with(AgeSubject::YoungestChild, ages("youngest")),
        choices,
        senders: Arc::new(
            chosen("senders", everyone)
                .iter()
                .map(|id| id.parse().unwrap())
                .collect(),
        ),
        from: given("from")
            .and_then(|mut day| day.next())
            .unwrap_or("2026-11-23")
            .parse()
            .unwrap(),
        until: given("until")
            .and_then(|mut day| day.next())
            .map(|day| day.parse().unwrap()),
    }
}

#[rstest]
#[case::everything("", "voor elk signaal", "for every signal")]
#[case::a_whole(
    "topics=substance-use ages=12-18 areas=veenbroek",
    "alcohol, drugs, gokken · leeftijd 12–18 · Veenbroek",
    "alcohol, drugs, gambling · age 12–18 · Veenbroek"
)]
#[case::all_parts(
    "topics=language,language/literacy,language/digital areas=waterdam,waterdam-noord,waterdam-oost",
    "alles van taal · heel Waterdam",
    "all of language · all of Waterdam"
)]
#[case::itself(
    "topics=language areas=waterdam",
    "taal zelf (niet de onderdelen) · Waterdam zelf (niet de gebieden erin)",
    "language itself (not its parts) · Waterdam itself (not the areas in it)"
)]
#[case::but_for_a_part(
    "topics=language,language/literacy",
    "taal (niet: digitale vaardigheden)",
    "language (not: digital skills)"
)]
#[case::but_for_a_district(
    "areas=waterdam,waterdam-oost",
    "Waterdam (niet: Waterdam Noord)",
    "Waterdam (not: Waterdam Noord)"
)]
#[case::together(
    "topics=housing,language several",
    "huisvesting + taal samen",
    "housing + language together"
)]
#[case::many_together(
    "several",
    "meerdere onderwerpen samen: elk onderwerp",
    "several topics together: every topic"
)]
#[case::unknown(
    "topics=time-use areas=? ages=?",
    "daginvulling · leeftijd onbekend · plaats onbekend",
    "filling the day · age unknown · place unknown"
)]
#[case::or_unknown(
    "topics=time-use areas=veenbroek,? ages=17y6m-18,?",
    "daginvulling · leeftijd 17j6m–18 of leeftijd onbekend · Veenbroek of plaats onbekend",
    "filling the day · age 17y6m–18 or age unknown · Veenbroek or place unknown"
)]
#[case::the_youngest_child(
    "topics=time-use ages=16+ youngest=unborn-1",
    "daginvulling · leeftijd 16+ · jongste kind in huis ongeboren–1",
    "filling the day · age 16+ · youngest child in the home unborn–1"
)]
#[case::no_child(
    "topics=time-use youngest=?",
    "daginvulling · geen kind in huis, of niet bekend",
    "filling the day · no child in the home, or not known"
)]
#[case::older_or_none(
    "topics=time-use youngest=1+,?",
    "daginvulling · jongste kind in huis 1+, of geen, of niet bekend",
    "filling the day · youngest child in the home 1+, or none, or not known"
)]
#[case::a_child(
    "topics=time-use youngest=unborn+",
    "daginvulling · een kind in huis",
    "filling the day · a child in the home"
)]
#[case::how_soon("urgency=urgent,normal,fyi", "niet acuut", "not acute")]
#[case::how_soon_of_two(
    "urgency=acute,urgent hours=outside",
    "acuut, dringend · buiten kantooruren",
    "acute, urgent · outside office hours"
)]
#[case::a_kind(
    "senders=gemeente-waterdam,gemeente-veenbroek",
    "van municipality",
    "from municipality"
)]
#[case::one_of_a_kind(
    "senders=gemeente-veenbroek",
    "van Gemeente Veenbroek",
    "from Gemeente Veenbroek"
)]
#[case::some_time(
    "from=2026-12-01 until=2027-01-31",
    "vanaf dinsdag 1 december · tot en met zondag 31 januari 2027",
    "from Tuesday 1 December · until and including Sunday 31 January 2027"
)]
fn a_region_is_told_as_a_coordinator_would(#[case] text: &str, #[case] nl: &str, #[case] en: &str) {
    let map = map_file::load(Path::new("routes.yaml")).unwrap();
    for (language, expected) in [(Language::Nl, nl), (Language::En, en)] {
        let texts = Texts::new(language);
        let screen = RenderContext {
            texts: &texts,
            map: Some(&map),
            as_they_were: None,
            now: "2026-11-23T10:15:00+01:00".parse().unwrap(),
            width: None,
            colour: false,
        };
        assert_eq!(describe(&region(text, &map), &map, &screen), expected);
    }
}

#[test]
fn everyone_but_a_few_is_told_by_who_is_left_out() {
    let map = map_file::load(Path::new("routes.yaml")).unwrap();
    let mut all = region("", &map);
    Arc::make_mut(&mut all.senders)
        .retain(|id| !["politie-waterdam", "wijkteam-noord"].contains(&id.as_str()));
    all.topics
        .retain(|topic| !map.topic_at(*topic).id.as_str().starts_with("safety"));
    let texts = Texts::new(Language::En);
    let screen = RenderContext {
        texts: &texts,
        map: Some(&map),
        as_they_were: None,
        now: "2026-11-23T10:15:00+01:00".parse().unwrap(),
        width: None,
        colour: false,
    };
    assert_eq!(
        describe(&all, &map, &screen),
        "every topic but all of safety · from everyone but police, Wijkteam Noord"
    );
}

#[test]
fn as_data_a_region_has_null_where_nothing_limits_it() {
    let map = map_file::load(Path::new("routes.yaml")).unwrap();
    let limited = RegionView::new(
        &region(
            "topics=language ages=18+ areas=veenbroek,? hours=office",
            &map,
        ),
        &map,
    );
    assert_eq!(
        serde_json::to_value(limited).unwrap(),
        serde_json::json!({
            "topics": ["language"], "several": false, "areas": ["veenbroek"], "area_unknown": true, "ages": "18+", "age_unknown": false,
            "youngest": "unborn+", "youngest_unknown": true,
            "urgency": null, "senders": null, "hours": ["office"], "from": "2026-11-23", "until": null,
        })
    );
}
