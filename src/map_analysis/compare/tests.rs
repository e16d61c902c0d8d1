//! Small cases of the difference between two maps, as sentences.

mod facts;

use rstest::rstest;

use super::*;
use crate::domain::codes::CodeEnum as _;
use crate::routing::ages::AgeSubject;
use crate::routing::sample::{levels, line, map, parts, read};

fn of(old: &[&str], new: &[&str]) -> Diff {
    diff(&map(old), &map(new), read("2026-11-23"))
}

fn who(who: &Who) -> String {
    match who {
        Who::Owner(owner) => owner.to_string(),
        Who::Claimants(claimants) => claimants
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" and "),
        Who::Nobody => "nobody".to_owned(),
    }
}

/// What limits the region: topics, ages, areas; and from when.
fn region(region: &Region, map: &RouteMap) -> String {
    let topics: Vec<&str> = region
        .topics
        .iter()
        .map(|ix| map.topic_at(*ix).id.as_str())
        .collect();
    let areas: Vec<&str> = region
        .areas
        .iter()
        .map(|ix| map.area_at(*ix).id.as_str())
        .collect();
    let mut pieces = vec![topics.join("+")];
    pieces.extend(
        region
            .ages
            .get(AgeSubject::Person)
            .known
            .map(|ages| ages.to_string())
            .filter(|ages| ages != "unborn+"),
    );
    pieces.extend(Some(areas.join("+")).filter(|_| areas.len() < map.areas().len()));
    pieces.extend(
        Some("or unknown")
            .filter(|_| region.area_unknown && areas.len() < map.areas().len())
            .map(ToOwned::to_owned),
    );
    pieces.extend(
        Some(format!("from {}", region.from)).filter(|_| region.from != read("2026-11-23")),
    );
    pieces.extend(region.until.map(|day| format!("until {day}")));
    pieces.join(" ")
}

fn describe(diff: &Diff) -> Vec<String> {
    let change = |(change, regions): &(Change, Vec<Region>)| {
        let Change {
            who: Shift { old, new },
            accept,
            feedback,
            level,
            handover,
            involved,
        } = change;
        let mut pieces = vec![
            change.kind().code().to_owned(),
            format!("{} -> {}", who(old), who(new)),
        ];
        for (name, terms) in [("accept", accept), ("feedback", feedback)] {
            pieces.extend(terms.as_ref().map(|Shift { old, new }| {
                format!("{name} {old:?} -> {new:?}").replace("Term ", "")
            }));
        }
        pieces.extend(
            level
                .as_ref()
                .map(|Shift { old, new }| format!("{old} -> {new}")),
        );
        pieces.extend(
            handover
                .as_ref()
                .map(|Shift { old, new }| format!("handover {} -> {}", old.how, new.how)),
        );
        pieces.extend(
            involved
                .as_ref()
                .map(|Shift { old, new }| format!("involved {} -> {}", old.len(), new.len())),
        );
        let regions: Vec<String> = regions
            .iter()
            .map(|one| region(one, &diff.shared))
            .collect();
        format!("{}: {}", pieces.join(", "), regions.join(" | "))
    };
    diff.changes.iter().map(change).collect()
}

#[rstest]
#[case::another_owner(
    &["cjg topic:parenting age:4-12 area:veenbroek"],
    &["wijkteam topic:parenting age:4-12 area:veenbroek"],
    &["owner, cjg -> wijkteam: parenting+parenting/sleep 4-12 veenbroek+veen-west"]
)]
#[case::a_part_of_it(
    &["cjg topic:parenting age:4-18"],
    &["cjg topic:parenting age:4-12", "wijkteam topic:parenting age:12-18"],
    &["owner, cjg -> wijkteam: parenting+parenting/sleep 12-18"]
)]
#[case::a_gap_appears(
    &["cjg topic:housing area:waterdam"],
    &["cjg topic:housing area:noord"],
    &["gap-appears, cjg -> nobody: housing waterdam"]
)]
#[case::a_gap_vanishes(&[], &["cjg topic:housing"], &["gap-vanishes, nobody -> cjg: housing"])]
#[case::a_dispute_appears(
    &["cjg topic:housing"],
    &["cjg topic:housing", "ggz topic:housing"],
    &["dispute-appears, cjg -> cjg and ggz: housing"]
)]
#[case::a_dispute_vanishes(
    &["cjg topic:housing", "ggz topic:housing"],
    &["cjg topic:housing", "ggz topic:housing priority:1"],
    &["dispute-vanishes, cjg and ggz -> ggz: housing"]
)]
#[case::other_claimants(
    &["cjg topic:housing", "ggz topic:housing"],
    &["cjg topic:housing", "jgz topic:housing"],
    &["dispute-appears, cjg and ggz -> cjg and jgz: housing"]
)]
#[case::a_longer_promise(
    &["cjg topic:housing feedback:5-working-days"],
    &["cjg topic:housing feedback:10-working-days"],
    &["norms, cjg -> cjg, feedback [{ count: 5, unit: WorkingDays }] -> [{ count: 10, unit: WorkingDays }]: housing"]
)]
#[case::status_only(&["cjg topic:housing"], &["cjg topic:housing status-only"], &["norms, cjg -> cjg, full -> status-only: housing"])]
#[case::another_way_to_hear_which_family_it_is(
    &["cjg topic:housing"],
    &["cjg topic:housing handover:none"],
    &["norms, cjg -> cjg, handover call -> none: housing"]
)]
#[case::the_general_way_written_out(&["cjg topic:housing"], &["cjg topic:housing handover:call"], &[])]
#[case::one_more_involved(
    &["cjg topic:housing"],
    &["cjg topic:housing involve:welzijn"],
    &["norms, cjg -> cjg, involved 0 -> 1: housing"]
)]
#[case::later(
    &["cjg topic:housing"],
    &["cjg topic:housing until:2026-12-31", "wijkteam topic:housing since:2027-01-01"],
    &["owner, cjg -> wijkteam: housing from 2027-01-01"]
)]
#[case::the_general_promise_written_out(&["cjg topic:housing"], &["cjg topic:housing accept:2-working-days"], &[])]
#[case::seven_days_are_a_week(&["cjg topic:housing accept:7-days"], &["cjg topic:housing accept:1-week"], &[])]
#[case::the_same_in_other_words(
    &["cjg topic:housing,finances"],
    &["cjg topic:finances,finances/debts", "cjg topic:housing"],
    &[]
)]
#[case::who_gives_way_does_not_count(
    &["cjg topic:housing priority:1", "ggz topic:housing"],
    &["cjg topic:housing priority:1", "jgz topic:housing accept:at-once"],
    &[]
)]
fn what_changes_for_senders(#[case] old: &[&str], #[case] new: &[&str], #[case] expected: &[&str]) {
    assert_eq!(describe(&of(old, new)), expected);
}

#[rstest]
#[case::urgency("urgency:acute", "urgency:urgent")]
#[case::ages("age:0-4", "age:0-6")]
#[case::areas("area:noord", "area:waterdam")]
#[case::hours("hours:office", "hours:outside")]
#[case::first_day("since:2026-12-01", "since:2026-12-10")]
#[case::last_day("until:2026-12-01", "until:2026-12-10")]
#[case::a_promise("accept:1-working-day", "accept:2-working-days")]
#[case::who_sends("from:school", "from:huisarts")]
#[case::kind_of_sender("kind:school", "kind:school,gp")]
fn what_differs_in_one_thing_alone_is_a_change(#[case] old: &str, #[case] new: &str) {
    let [old, new] = [old, new].map(|limit| format!("wijkteam topic:housing,finances {limit}"));
    assert!(!of(&[&old], &[&new]).changes.is_empty());
    let [leads_old, leads_new] = [&old, &new].map(|claim| format!("{claim} leads"));
    let leads = of(&[&leads_old], &[&leads_new]).leads;
    assert_eq!(
        leads.is_empty(),
        old.contains("accept"),
        "who leads makes no promise"
    );
}

#[test]
fn maps_of_which_only_one_thing_differs_do_not_say_the_same() {
    assert!(of(&["jgz"], &["jgz"]).is_empty());
    let leads = of(
        &["wijkteam topic:housing,finances leads"],
        &["wijkteam topic:housing,finances"],
    );
    assert!(
        !Diff {
            facts: vec![],
            ..leads
        }
        .is_empty()
    );
    let mut another = parts(&["jgz"]);
    another.areas[1].coordinator = Some(read("cjg"));
    let coordinators = diff(&map(&["jgz"]), &RouteMap::new(another), read("2026-11-23"));
    assert!(
        !Diff {
            facts: vec![],
            changes: vec![],
            leads: vec![],
            ..coordinators
        }
        .is_empty()
    );
}

#[rstest]
#[case::another(&["wijkteam topic:housing,finances leads"], &["cjg topic:housing,finances leads"], &["wijkteam -> cjg"])]
#[case::nobody_any_more(&["wijkteam topic:housing,finances leads"], &["wijkteam topic:housing,finances"], &["wijkteam -> nobody"])]
#[case::a_dispute(
    &["wijkteam topic:housing,finances leads"],
    &["wijkteam topic:housing,finances leads", "cjg topic:housing,finances leads"],
    &["wijkteam -> cjg and wijkteam"]
)]
#[case::one_topic_has_no_lead(&["wijkteam topic:housing leads"], &["cjg topic:housing leads"], &[])]
#[case::the_same(&["wijkteam topic:housing,finances leads"], &["wijkteam topic:housing,finances leads accept:at-once"], &[])]
fn who_leads_several_topics(#[case] old: &[&str], #[case] new: &[&str], #[case] expected: &[&str]) {
    let diff = of(old, new);
    let text: Vec<String> = diff
        .leads
        .iter()
        .map(|(change, _)| format!("{} -> {}", who(&change.who.old), who(&change.who.new)))
        .collect();
    assert_eq!(text, expected);
    assert!(
        diff.leads
            .iter()
            .flat_map(|(_, regions)| regions)
            .all(|region| region.several && region.topics.len() == 3)
    );
}

#[test]
fn what_lines_are_called_first_is_told_when_the_order_changes() {
    let with = |calls: [&str; 2]| {
        let mut parts = parts(&["cjg"]);
        parts.settings.emergency = calls
            .iter()
            .map(|call| line(call, "all", "always"))
            .collect();
        RouteMap::new(parts)
    };
    let diff = diff(
        &with(["112", "0800-2000"]),
        &with(["0800-2000", "112"]),
        read("2026-11-23"),
    );
    assert_eq!(
        diff.facts.iter().map(|fact| fact.kind).collect::<Vec<_>>(),
        [FactKind::EmergencyOrder]
    );
}

#[test]
fn another_coordinator_is_told_with_where() {
    let mut changed = parts(&["cjg"]);
    changed.areas[3].coordinator = None;
    let diff = diff(&map(&["cjg"]), &RouteMap::new(changed), read("2026-11-23"));
    let text: Vec<_> = diff
        .coordinators
        .iter()
        .map(|change| (change.who.new.as_str(), change.region.areas.len()))
        .collect();
    assert_eq!(text, [("gemeente", 2)]);
    assert!(diff.changes.is_empty());
}

#[rstest]
#[case::of_a_kind(&[], &["kind:gp=status-only"], &["huisarts"], &["norms, cjg -> cjg, full -> status-only", "norms, nobody -> nobody, full -> status-only"])]
#[case::of_an_organisation_beside_its_kind(
    &["kind:gemeente=status-only"],
    &["kind:gemeente=status-only", "from:gemeente=full"],
    &["gemeente"],
    &["norms, cjg -> cjg, status-only -> full", "norms, nobody -> nobody, status-only -> full"]
)]
#[case::that_was_so_already(&["kind:gp=status-only"], &["from:huisarts=status-only", "kind:school=full"], &[], &[])]
fn a_level_is_told_of_the_senders_that_hear_more_or_less(
    #[case] old: &[&str],
    #[case] new: &[&str],
    #[case] senders: &[&str],
    #[case] expected: &[&str],
) {
    let with = |written: &[&str]| {
        let mut parts = parts(&["cjg topic:housing", "ggz topic:finances status-only"]);
        parts.settings.levels = levels(written);
        RouteMap::new(parts)
    };
    let diff = diff(&with(old), &with(new), read("2026-11-23"));
    let mut told: Vec<String> = describe(&diff);
    for change in &mut told {
        change.truncate(change.find(':').unwrap());
    }
    told.sort();
    assert_eq!(told, expected);
    let regions = diff.changes.iter().flat_map(|(_, regions)| regions);
    let named: Vec<&str> = regions
        .flat_map(|region| region.senders.iter().map(|id| id.as_str()))
        .collect();
    assert!(named.iter().all(|id| senders.contains(id)), "{named:?}");
    assert!(diff.facts.is_empty());
}
