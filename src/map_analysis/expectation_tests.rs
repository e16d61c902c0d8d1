//! Expectations held against decisions: what was decided is what is expected, and nothing else is.

use proptest::prelude::*;
use proptest::sample::Index;
use rstest::rstest;

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Basis, Level};
use crate::domain::signal::{Facts, Urgency};
use crate::map_analysis::coverage::Coverage;
use crate::map_analysis::expectation::{Aspect, AspectValue, Due, Expectation, MapCase};
use crate::routing::decision::Decision;
use crate::routing::handover::HandoverWay;
use crate::routing::map::RouteMap;
use crate::routing::random_maps::{
    any_responsibilities, facts_of, in_office_time, map_of, universe,
};
use crate::routing::sample::{OFFICE, OUTSIDE, at, map, place, read, signal};

fn case(facts: Facts, clock: &str, expected: Expectation) -> MapCase {
    MapCase {
        name: "A case".to_owned(),
        at: Some(at(clock)),
        facts,
        expected,
        place: place(1),
    }
}

/// The aspects in which the map says otherwise.
fn differs(map: &RouteMap, case: &MapCase) -> Vec<Aspect> {
    let tried = case.run(map, at("2030-01-01T00:00"));
    tried
        .compared
        .iter()
        .filter(|compared| !compared.agrees)
        .map(|compared| compared.aspect)
        .collect()
}

/// Everything that a decision says, as an expectation.
fn written_from(decision: &Decision, handover: HandoverWay, calls: Vec<String>) -> Expectation {
    Expectation {
        owner: Some(decision.owner.clone()),
        basis: Some(decision.basis),
        claimants: Some(decision.claimants()),
        involved: Some(
            decision
                .why
                .involved
                .iter()
                .map(|who| who.organisation.clone())
                .collect(),
        ),
        involves: Some(
            decision
                .why
                .involved
                .iter()
                .take(1)
                .map(|who| who.organisation.clone())
                .collect(),
        ),
        accept_by: Some(Due::On(decision.accept_by)),
        feedback_by: Some(Due::On(decision.feedback_by)),
        level: Some(decision.level),
        leads: Some(decision.why.leads),
        handover: Some(handover),
        emergency: Some(calls),
    }
}

/// The same expectation with one aspect changed.
fn changed(expected: &Expectation, aspect: Aspect) -> Expectation {
    let nobody: OrganisationId = read("nobody");
    let mut other = expected.clone();
    match aspect {
        Aspect::Owner => other.owner = Some(nobody),
        Aspect::Basis => {
            other.basis = Some(if expected.basis == Some(Basis::Gap) {
                Basis::Rule
            } else {
                Basis::Gap
            })
        }
        Aspect::Claimants => other.claimants.as_mut().unwrap().extend([nobody]),
        Aspect::Involved => other.involved.as_mut().unwrap().extend([nobody]),
        Aspect::Involves => other.involves.as_mut().unwrap().extend([nobody]),
        Aspect::AcceptBy => other.accept_by = Some(Due::On(read("2027-01-04"))),
        Aspect::FeedbackBy => other.feedback_by = Some(Due::On(read("2027-01-04"))),
        Aspect::Level => {
            other.level = Some(if expected.level == Some(Level::Full) {
                Level::StatusOnly
            } else {
                Level::Full
            })
        }
        Aspect::Leads => other.leads = expected.leads.map(|leads| !leads),
        Aspect::Handover => {
            other.handover = Some(if expected.handover == Some(HandoverWay::None) {
                HandoverWay::Form
            } else {
                HandoverWay::None
            })
        }
        Aspect::Emergency => other.emergency.as_mut().unwrap().push("112 too".to_owned()),
    }
    other
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_was_decided_is_as_expected_and_one_changed_thing_is_told_alone(responsibilities in any_responsibilities(), pick in any::<Index>()) {
        let (map, universe) = (map_of(responsibilities), universe());
        let asked = &universe[pick.index(universe.len())];
        let clock = if in_office_time(asked) { OFFICE } else { OUTSIDE };
        let facts = facts_of(&map, asked, []);
        let calls = map.emergency_at(facts.particulars.age, at(clock)).filter(|_| facts.particulars.urgency == Urgency::Acute).map(|line| line.call.clone()).collect();
        let decision = crate::routing::decide(&map, &facts, at(clock));
        let handover = map.handover(&decision.owner, decision.responsibility.as_ref(), map.day(at(clock))).how;
        let mut case = case(facts, clock, written_from(&decision, handover, calls));
        prop_assert_eq!(differs(&map, &case), vec![]);
        let agreed = case.expected.clone();
        for aspect in <Aspect as crate::domain::codes::CodeEnum>::ALL {
            case.expected = changed(&agreed, *aspect);
            prop_assert_eq!(differs(&map, &case), vec![*aspect]);
        }
    }
}

#[test]
fn only_what_is_stated_is_compared() {
    let map = map(&["jgz topic:parenting"]);
    let expected = Expectation {
        owner: Some(read("jgz")),
        ..Expectation::default()
    };
    let tried = case(signal("parenting"), OFFICE, expected).run(&map, at(OFFICE));
    assert_eq!(
        tried
            .compared
            .iter()
            .map(|compared| compared.aspect)
            .collect::<Vec<_>>(),
        [Aspect::Owner]
    );
}

#[rstest]
#[case::a_day(Due::On(read("2026-11-30")), true)]
#[case::a_term_that_ends_that_day(Due::Within(read("5 working days")), true)]
#[case::another_term_that_ends_that_day(Due::Within(read("1 week")), true)]
#[case::a_term_that_does_not(Due::Within(read("4 working days")), false)]
fn a_promise_is_compared_by_its_day(#[case] due: Due, #[case] agrees: bool) {
    let map = map(&["jgz topic:parenting feedback:5-working-days"]);
    let case = case(
        signal("parenting"),
        "2026-11-23T10:00",
        Expectation {
            feedback_by: Some(due),
            ..Expectation::default()
        },
    );
    assert_eq!(differs(&map, &case).is_empty(), agrees);
}

#[test]
fn a_case_without_a_moment_is_decided_at_the_moment_of_the_run() {
    let map = map(&["jgz topic:parenting since:2027-01-01"]);
    let expected = Expectation {
        basis: Some(Basis::Gap),
        ..Expectation::default()
    };
    let case = MapCase {
        at: None,
        ..case(signal("parenting"), OFFICE, expected)
    };
    assert!(case.run(&map, at("2026-12-31T10:00")).agrees());
    let later = case.run(&map, at("2027-01-01T10:00"));
    assert_eq!((later.agrees(), later.at), (false, at("2027-01-01T10:00")));
    assert_eq!(later.compared[0].decided, AspectValue::Basis(Basis::Rule));
}

/// The lines of the map that no case tries, and the topics that none names.
fn untried(map: &RouteMap, text: &[&str]) -> (Vec<u32>, Vec<String>) {
    let cases: Vec<MapCase> = text
        .iter()
        .map(|text| case(signal(text), OFFICE, Expectation::default()))
        .collect();
    let coverage = Coverage::of(map, &cases, at(OFFICE));
    let unnamed = coverage
        .unnamed
        .iter()
        .map(|topic| topic.id.to_string())
        .collect();
    (
        coverage.untried.iter().map(|r| r.place.line).collect(),
        unnamed,
    )
}

#[test]
fn a_responsibility_is_tried_when_it_stands_for_the_lead_or_for_one_of_the_topics() {
    let claims = [
        "jgz topic:parenting",
        "debt-help topic:finances",
        "wijkteam topic:parenting,finances leads priority:-1",
        "cjg topic:housing",
    ];
    let map = map(&claims);
    let lines: Vec<u32> = map
        .responsibilities()
        .iter()
        .map(|r| r.place.line)
        .collect();
    assert_eq!(untried(&map, &[]).0, lines);
    assert_eq!(untried(&map, &["parenting"]).0, lines[1..]);
    assert_eq!(
        untried(&map, &["parenting+finances"]).0,
        lines[3..],
        "who leads, and who owns each topic"
    );
    assert_eq!(
        untried(&map, &["parenting", "housing"]).0,
        lines[1..3],
        "what gave way was not tried"
    );
}

#[test]
fn a_topic_is_named_with_its_parts_and_of_a_whole_that_is_not_the_parts_are_left_out() {
    let map = map(&["jgz topic:parenting"]);
    assert_eq!(
        untried(&map, &["finances/debts"]).1,
        ["parenting", "housing"]
    );
    assert_eq!(
        untried(&map, &["parenting", "finances"]).1,
        ["parenting/sleep", "finances/debts", "housing"]
    );
}
