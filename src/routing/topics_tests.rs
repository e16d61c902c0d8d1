use rstest::rstest;

use crate::routing::decide_tests::{decided, involved, owner};
use crate::routing::explanation::{Involvement, WhyInvolved};
use crate::routing::sample::read;

const TEAM: &[&str] = &[
    "wijkteam topic:finances,housing leads",
    "debt-help topic:finances/debts",
    "welzijn topic:housing area:noord",
];

#[rstest]
#[case::one_that_leads_covers_all(TEAM, "finances/debts+housing", "wijkteam by rule", true, &["debt-help"])]
#[case::whatever_stands_first(TEAM, "housing+finances/debts", "wijkteam by rule", true, &["debt-help"])]
#[case::one_topic_has_no_lead(TEAM, "finances/debts", "debt-help by rule", false, &[])]
#[case::the_lead_does_not_cover_all(TEAM, "finances/debts+parenting", "debt-help by rule", false, &["gemeente"])]
#[case::nobody_leads(&["jgz topic:parenting", "debt-help topic:finances"], "finances+parenting", "debt-help by rule", false, &["jgz"])]
#[case::the_first_topic_is_a_gap(&["jgz topic:parenting"], "housing+parenting", "gemeente by gap", false, &["jgz"])]
#[case::the_first_topic_is_disputed(&["jgz topic:parenting", "cjg topic:parenting"], "parenting+housing", "gemeente by dispute", false, &["cjg", "jgz"])]
#[case::the_second_topic_is_disputed(&["debt-help topic:finances", "jgz topic:parenting", "cjg topic:parenting"], "finances+parenting", "debt-help by rule", false, &["cjg", "gemeente", "jgz"])]
#[case::two_lead(&["wijkteam leads", "cjg leads"], "parenting+housing", "gemeente by dispute", false, &["cjg", "wijkteam"])]
#[case::the_narrower_lead(&["wijkteam leads", "cjg age:0-18 leads"], "parenting+housing age:9", "cjg by rule", true, &[])]
#[case::the_lead_with_priority(&["wijkteam leads priority:1", "cjg age:0-18 leads"], "parenting+housing age:9", "wijkteam by rule", true, &[])]
#[case::no_priority_beats_the_lead_of_all(&["wijkteam leads", "jgz topic:parenting priority:9"], "parenting+housing", "wijkteam by rule", true, &["jgz"])]
fn of_several_topics(
    #[case] claims: &[&str],
    #[case] asked: &str,
    #[case] expected: &str,
    #[case] leads: bool,
    #[case] with: &[&str],
) {
    let decision = decided(claims, asked);
    assert_eq!(
        (
            owner(&decision).as_str(),
            decision.why.leads,
            involved(&decision)
        ),
        (expected, leads, with.to_vec())
    );
}

#[test]
fn a_topic_among_several_that_nobody_owns_is_named() {
    let claims = ["jgz topic:parenting"];
    assert_eq!(
        decided(&claims, "parenting+housing+finances").why.gaps,
        [read("housing"), read("finances")]
    );
    assert_eq!(
        decided(&claims, "housing").why.gaps,
        [],
        "of one topic the basis says it"
    );
    assert_eq!(
        decided(&["wijkteam leads"], "parenting+housing").why.gaps,
        []
    );
}

#[test]
fn every_organisation_is_involved_once_and_neither_owner_nor_sender() {
    let claims = [
        "wijkteam topic:housing involve:welzijn,kraamzorg,wijkteam,debt-help",
        "debt-help topic:finances",
        "kraamzorg topic:parenting",
    ];
    let decision = decided(&claims, "housing+finances+parenting");
    assert_eq!(
        (owner(&decision).as_str(), involved(&decision)),
        ("wijkteam by rule", vec!["debt-help", "welzijn"])
    );
    let why = |organisation, why, topic| Involvement {
        organisation: read(organisation),
        why,
        topic,
    };
    assert_eq!(
        decision.why.involved,
        [
            why("debt-help", WhyInvolved::OwnsTopic, Some(read("finances"))),
            why("welzijn", WhyInvolved::Agreed, None)
        ]
    );
}

#[test]
fn a_claimant_involves_nobody_until_it_owns() {
    let claims = ["jgz topic:parenting involve:welzijn", "cjg topic:parenting"];
    assert_eq!(involved(&decided(&claims, "parenting")), ["cjg", "jgz"]);
}
