//! The map of the country in examples/nederland: that it is complete, and that a signal from a
//! known place finds its own people.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use crate::common::{now, today};
use rstest::rstest;
use seinhuis::domain::age::Age;
use seinhuis::domain::codes::CodeEnum;
use seinhuis::domain::event::Basis;
use seinhuis::domain::signal::{Facts, Particulars, Topics, Urgency};
use seinhuis::domain::time::Moment;
use seinhuis::lookup::LookupError;
use seinhuis::map_file::{load, load_cases};
use seinhuis::routing::decide;
use seinhuis::routing::decision::Decision;
use seinhuis::routing::map::{Area, RouteMap};

/// The municipalities of 2023: code, name and region, from the list that the map was made from.
const MUNICIPALITIES: &str = include_str!("../../nederland/municipalities.txt");

static MAP: LazyLock<RouteMap> =
    LazyLock::new(|| load(Path::new("examples/nederland")).expect("the map has no faults"));

/// Monday 23 November 2026, 10:15.
fn monday() -> Moment {
    MAP.settings().zone.read("2026-11-23T10:15").unwrap()
}

fn decided(topic: &str, age: &str, place: &str, urgency: &str, sender: &str) -> Decision {
    let facts = Facts {
        topics: Topics::from_list(topic.split(' ').map(|t| t.parse().unwrap()).collect()).unwrap(),
        particulars: Particulars {
            age: (!age.is_empty()).then(|| age.parse::<Age>().unwrap()),
            residence: (!place.is_empty()).then(|| MAP.find_residence(place, today()).unwrap()),
            urgency: Urgency::from_code(urgency).unwrap(),
            ..Particulars::default()
        },
        sender: (!sender.is_empty())
            .then(|| MAP.find_organisation(sender, today()).unwrap().id.clone()),
    };
    decide(&MAP, &facts, monday())
}

#[test]
fn the_map_has_every_municipality_in_its_region() {
    let region = |area: &Area| MAP.area_at(area.parent.unwrap()).name.clone();
    let on_the_map: BTreeMap<String, (String, String)> = MAP
        .areas()
        .iter()
        .filter_map(|area| Some((area.code.clone()?, (area.name.clone(), region(area)))))
        .collect();
    let listed: BTreeMap<String, (String, String)> = MUNICIPALITIES
        .lines()
        .map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>())
        .map(|row| (row[0].clone(), (row[1].clone(), row[2].clone())))
        .collect();
    assert_eq!(on_the_map, listed);
    assert_eq!(listed.len(), 342);
    assert_eq!(
        MAP.areas()
            .iter()
            .filter(|area| area.parent.is_none())
            .count(),
        25
    );
}

#[test]
fn every_postcode_stands_with_one_municipality() {
    let postcodes: Vec<u16> = MAP
        .areas()
        .iter()
        .flat_map(|area| &area.postcodes)
        .flat_map(|(from, to)| *from..=*to)
        .collect();
    assert_eq!(postcodes.len(), 4646);
    assert_eq!(postcodes.iter().collect::<BTreeSet<_>>().len(), 4646);
    assert!(
        MAP.areas()
            .iter()
            .all(|area| area.code.is_none() || !area.postcodes.is_empty())
    );
}

#[test]
fn nobody_takes_its_organisations_for_real_ones() {
    for organisation in MAP.organisations().iter() {
        assert!(
            organisation.name.ends_with("(voorbeeld)"),
            "{}",
            organisation.name
        );
        let contact = organisation
            .contact
            .as_ref()
            .expect("everybody can be reached");
        let phone = contact.phone.as_deref().unwrap();
        assert!(
            phone.starts_with("039-555 ") || phone == "0800-2000",
            "{phone}"
        );
        assert!(contact.email.as_deref().unwrap().ends_with(".example"));
    }
}

#[rstest]
#[case("parenting/sleep", "0", "8011", "normal", "", "jgz-regio-ijsselland")]
#[case(
    "parenting",
    "9",
    "1431 AA",
    "normal",
    "basisscholen-aalsmeer",
    "cjg-aalsmeer"
)]
#[case("parenting/youth-care", "17y10m", "Sluis", "normal", "", "cjg-sluis")]
#[case("parenting/youth-care", "18", "Sluis", "normal", "", "wijkteam-sluis")]
#[case(
    "finances/arrears",
    "45",
    "9726",
    "normal",
    "woningcorporatie-groningen",
    "schuldhulp-groningen"
)]
#[case(
    "finances/arrears",
    "45",
    "Vlieland",
    "normal",
    "",
    "sociale-dienst-regio-fryslan"
)]
#[case("mental-health", "52", "3511", "acute", "", "ggz-regio-utrecht")]
#[case("mental-health", "16", "3511", "urgent", "", "cjg-utrecht")]
#[case("mental-health", "16", "3511", "acute", "", "ggz-regio-utrecht")]
#[case(
    "mental-health/refuses-help",
    "52",
    "'s-Gravenhage",
    "urgent",
    "",
    "meldpunt-bezorgd-s-gravenhage"
)]
#[case(
    "safety/violence",
    "3",
    "GM0363",
    "acute",
    "",
    "veilig-thuis-regio-amsterdam-amstelland"
)]
#[case(
    "justice/protection-inquiry",
    "12",
    "6211",
    "normal",
    "gemeente-maastricht",
    "raad-voor-de-kinderbescherming"
)]
#[case(
    "justice/protection-inquiry",
    "12",
    "6211",
    "normal",
    "basisscholen-maastricht",
    "wijkteam-maastricht"
)]
#[case(
    "language/literacy",
    "23",
    "Rotterdam",
    "normal",
    "",
    "taalhuis-rotterdam"
)]
#[case(
    "housing/hoarding",
    "60",
    "Bergen (NH.)",
    "normal",
    "",
    "wijkteam-bergen-nh"
)]
#[case("parenting", "", "Bergen (L.)", "normal", "", "wijkteam-bergen-l")]
#[case("parenting", "9", "", "normal", "", "landelijk-loket")]
#[case("finances housing/cold", "30", "Urk", "urgent", "", "wijkteam-urk")]
fn a_signal_finds_its_own_people(
    #[case] topics: &str,
    #[case] age: &str,
    #[case] place: &str,
    #[case] urgency: &str,
    #[case] sender: &str,
    #[case] owner: &str,
) {
    let decision = decided(topics, age, place, urgency, sender);
    assert_eq!(
        (decision.owner.as_str(), decision.basis),
        (owner, Basis::Rule)
    );
}

#[test]
fn what_nobody_can_settle_goes_to_the_municipality_itself() {
    for area in MAP.areas().iter().filter(|area| area.code.is_some()) {
        let coordinator = MAP.coordinator_of(MAP.area_ix(&area.id), today());
        assert_eq!(coordinator.as_str(), format!("gemeente-{}", area.id));
    }
}

#[rstest]
#[case::of_before_a_merger("Weesp", "amsterdam")]
#[case::as_people_say_it("Den Haag", "s-gravenhage")]
#[case::in_small_letters("den bosch", "s-hertogenbosch")]
#[case::with_a_curved_apostrophe("’s-Hertogenbosch", "s-hertogenbosch")]
#[case::with_decomposed_letters("Su\u{301}dwest-Frysla\u{302}n", "sudwest-fryslan")]
#[case::without_accents("Sudwest-Fryslan", "sudwest-fryslan")]
fn a_place_is_found_by_the_name(#[case] typed: &str, #[case] area: &str) {
    assert_eq!(MAP.find_area(typed, today()).unwrap().id.as_str(), area);
}

#[rstest]
#[case::of_several_municipalities("Haaren")]
#[case::of_no_municipality("Weezep")]
fn nobody_is_sent_to_another_place_for_a_name(#[case] typed: &str) {
    let Err(LookupError::NotInMap(missing)) = MAP.find_area(typed, today()) else {
        panic!("{typed} is no area");
    };
    assert_eq!(missing.did_you_mean, None);
}

#[test]
fn wijdemeren_is_a_part_of_hilversum_from_2027_on() {
    let cases = Path::new("examples/nederland/wijdemeren.test.yaml");
    for case in load_cases(cases, &MAP, now()).unwrap().all {
        assert!(case.run(&MAP, now()).agrees(), "{}", case.name);
    }
}

#[rstest]
#[case::its_name("Wijdemeren")]
#[case::its_municipality_code("GM1696")]
#[case::a_postcode("3625 AB")]
fn who_types_what_was_wijdemeren_finds_hilversum(#[case] typed: &str) {
    let found = |day: &str| {
        let area = MAP.find_area(typed, day.parse().unwrap()).unwrap();
        area.name.as_str()
    };
    assert_eq!(found("2026-12-31"), "Wijdemeren");
    assert_eq!(found("2027-01-01"), "Hilversum");
}
