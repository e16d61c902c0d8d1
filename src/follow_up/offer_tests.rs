use rstest::rstest;

use crate::domain::lifecycle::Refusal;
use crate::domain::time::Day;
use crate::routing::sample::{map, read};

fn today() -> Day {
    read("2026-11-23")
}

const AGREED: &[&str] = &[
    "jgz topic:parenting",
    "ggz kind:gp from:gemeente",
    "wijkteam topic:parenting kind:gp",
    "wijkteam topic:finances kind:school",
    "wijkteam until:2026-11-22",
    "welzijn since:2026-11-24",
    "cjg since:2026-11-23 until:2026-11-23",
];

#[rstest]
#[case::open_to_all("school", "jgz")]
#[case::by_kind("huisarts", "ggz")]
#[case::by_name("gemeente", "ggz")]
#[case::one_of_two_claims("school", "wijkteam")]
#[case::agreed_for_this_very_day("school", "cjg")]
#[case::the_coordinator("school", "gemeente")]
#[case::the_coordinator_of_an_area("school", "gemeente-veenbroek")]
fn a_signal_may_be_offered(#[case] from: &str, #[case] to: &str) {
    assert_eq!(
        map(AGREED).may_offer(&read(from), &read(to), today()),
        Ok(())
    );
}

#[rstest]
#[case::a_sender("jgz", "kraamzorg")]
#[case::who_owns_something_from_tomorrow_on("jgz", "welzijn")]
#[case::an_unknown_organisation("jgz", "politie")]
fn nothing_is_offered_to_who_owns_nothing(#[case] from: &str, #[case] to: &str) {
    assert_eq!(
        map(AGREED).may_offer(&read(from), &read(to), today()),
        Err(Refusal::OwnsNothing(read(to)))
    );
}

#[rstest]
#[case::kinds_of_every_claim_that_holds_today("kraamzorg", "wijkteam", &["gp", "school"], &[])]
#[case::a_named_one_by_its_name_and_not_its_kind("gemeente-veenbroek", "ggz", &["gp"], &["gemeente"])]
fn the_refusal_names_who_may(
    #[case] from: &str,
    #[case] to: &str,
    #[case] kinds: &[&str],
    #[case] named: &[&str],
) {
    let kinds = kinds.iter().map(|kind| read(kind)).collect();
    let named = named
        .iter()
        .map(|organisation| read(organisation))
        .collect();
    let refused = Refusal::OnlyFrom {
        organisation: read(to),
        kinds,
        named,
    };
    assert_eq!(
        map(AGREED).may_offer(&read(from), &read(to), today()),
        Err(refused)
    );
}
