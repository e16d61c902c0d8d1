use rstest::rstest;

use crate::map_analysis::ownership_matrix::{
    MatrixCell, MatrixRow, OwnershipMatrix, Scope, Unsettled, UnsettledTopic,
};
use crate::routing::ages::AgeSubject;
use crate::routing::map::RouteMap;
use crate::routing::sample::{map, parts};

const CLAIMS: [&str; 8] = [
    "jgz topic:parenting age:unborn-4 area:waterdam",
    "jgz topic:parenting age:0-4 area:waterdam from:kraamzorg",
    "cjg topic:parenting age:4-18",
    "ggz topic:parenting/sleep age:12-18 area:waterdam",
    "wijkteam topic:finances urgency:acute",
    "debt-help topic:finances/debts area:veenbroek",
    "gemeente-veenbroek topic:housing",
    "gemeente topic:housing area:waterdam until:2026-01-31",
];

fn picture<'m>(map: &'m RouteMap, area: Option<&str>, topic: Option<&str>) -> OwnershipMatrix<'m> {
    let frame = Scope {
        area: area.and_then(|area| map.area_ix(&area.parse().unwrap())),
        topic: topic.and_then(|topic| map.topic_ix(&topic.parse().unwrap())),
    };
    OwnershipMatrix::new(map, frame, "2026-11-23".parse().unwrap())
}

fn row<'p, 'm>(picture: &'p OwnershipMatrix<'m>, topic: &str) -> &'p MatrixRow<'m> {
    let topic = picture.map.topic_ix(&topic.parse().unwrap());
    picture
        .rows
        .iter()
        .find(|row| Some(row.topic) == topic)
        .unwrap()
}

/// `jgz: unborn-4`, or `cjg: above`.
fn cells(picture: &OwnershipMatrix<'_>, topic: &str) -> Vec<String> {
    let describe = |cell: &MatrixCell<'_>| match cell {
        MatrixCell::Empty => None,
        MatrixCell::AsAbove => Some("above".to_owned()),
        MatrixCell::Claims(claims) => Some(
            claims
                .iter()
                .map(|c| c.criteria.ages.get(AgeSubject::Person))
                .map(|ages| ages.map_or("all".to_owned(), |ages| ages.to_string()))
                .collect::<Vec<_>>()
                .join(", "),
        ),
    };
    let all = picture.columns.iter().zip(&row(picture, topic).cells);
    all.filter_map(|(organisation, cell)| Some(format!("{}: {}", organisation.id, describe(cell)?)))
        .collect()
}

/// `gap 18+`, `dispute cjg+ggz 12-18 in waterdam+noord`.
fn open(picture: &OwnershipMatrix<'_>, topic: &str) -> Vec<String> {
    let describe = |UnsettledTopic {
                        what,
                        areas,
                        ages,
                        some_ages,
                    }: &UnsettledTopic| {
        let what = match what {
            Unsettled::Gap => "gap".to_owned(),
            Unsettled::Dispute(claimants) => {
                format!(
                    "dispute {}",
                    claimants
                        .iter()
                        .map(ToString::to_string)
                        .collect::<Vec<_>>()
                        .join("+")
                )
            }
        };
        let ages = ages
            .iter()
            .map(|ages| format!(" {ages}"))
            .chain(some_ages.iter().map(|ages| format!(" some {ages}")));
        let name = |area: &_| picture.map.area_at(*area).id.to_string();
        let areas = areas.as_ref().map(|areas| {
            format!(
                " in {}",
                areas.iter().map(name).collect::<Vec<_>>().join("+")
            )
        });
        format!(
            "{what}{}{}",
            ages.collect::<String>(),
            areas.unwrap_or_default()
        )
    };
    row(picture, topic).open.iter().map(describe).collect()
}

#[rstest]
#[case::what_lies_within_another_claim_of_the_same_is_left_out("parenting", &["jgz: unborn-4", "cjg: 4-18"])]
#[case::a_part_has_what_is_claimed_above("parenting/sleep", &["jgz: above", "cjg: above", "ggz: 12-18"])]
#[case::what_has_lapsed_is_not_drawn("housing", &["gemeente-veenbroek: all"])]
fn of_a_topic_is_drawn(#[case] topic: &str, #[case] drawn: &[&str]) {
    let map = map(&CLAIMS);
    assert_eq!(cells(&picture(&map, None, None), topic), drawn);
}

#[rstest]
#[case::nobody_for_an_age_and_elsewhere_for_others("parenting", &["gap 18+ in waterdam+noord", "gap unborn-4 18+ in veenbroek+veen-west"])]
#[case::a_part_that_a_narrower_claim_covers_in_one_age("parenting/sleep", &["gap 18+ in waterdam+noord", "gap unborn-4 18+ in veenbroek+veen-west"])]
#[case::only_what_is_acute_is_owned("finances", &["gap some unborn+"])]
#[case::all_is_settled("housing", &[])]
fn of_a_topic_is_open(#[case] topic: &str, #[case] text: &[&str]) {
    let map = map(&CLAIMS);
    let mut open = open(&picture(&map, None, None), topic);
    open.retain(|open| open.starts_with("gap"));
    open.sort();
    let mut text = text.to_vec();
    text.sort_unstable();
    assert_eq!(open, text);
}

#[test]
fn a_dispute_is_told_with_its_claimants_and_ages() {
    let map = map(&[
        "cjg topic:parenting age:4-18 area:rijnmeer",
        "ggz topic:parenting age:12-23 area:waterdam",
    ]);
    assert_eq!(
        open(&picture(&map, Some("noord"), None), "parenting"),
        ["gap unborn-4 23+", "dispute cjg+ggz 12-18"]
    );
}

#[test]
fn a_part_of_the_map_has_its_own_rows_and_columns() {
    let map = map(&CLAIMS);
    let part = picture(&map, Some("veenbroek"), Some("finances/debts"));
    // What is claimed about the topic above stands in the first row that is drawn.
    assert_eq!(
        cells(&part, "finances/debts"),
        ["wijkteam: all", "debt-help: all"]
    );
    assert_eq!(
        (part.rows.len(), part.rows[0].depth, part.columns.len()),
        (1, 0, 2)
    );
    assert_eq!(
        open(&part, "finances/debts"),
        ["dispute debt-help+wijkteam some unborn+"]
    );
}

#[rstest]
#[case::of_equal_ones_the_first(&["jgz topic:housing age:0-4", "jgz topic:housing age:0-4"], 100)]
#[case::a_wider_one_before(&["jgz topic:housing age:0-4", "jgz topic:housing age:0-4 from:school"], 100)]
#[case::a_wider_one_behind(&["jgz topic:housing age:0-4 from:school", "jgz topic:housing age:0-4"], 101)]
fn of_claims_that_add_no_signal_one_is_drawn(#[case] claims: &[&str], #[case] line: u32) {
    let map = map(claims);
    let picture = picture(&map, None, None);
    let [MatrixCell::Claims(drawn)] = row(&picture, "housing").cells.as_slice() else {
        panic!()
    };
    assert_eq!(
        drawn
            .iter()
            .map(|claim| claim.place.line)
            .collect::<Vec<_>>(),
        [line]
    );
}

#[test]
fn ages_that_follow_one_another_are_told_together() {
    let map = map(&[
        "jgz topic:housing age:4-18 urgency:acute",
        "cjg topic:housing age:8-12 urgency:urgent",
    ]);
    assert_eq!(
        open(&picture(&map, None, None), "housing"),
        ["gap unborn-4 18+ some 4-18"]
    );
}

#[rstest]
#[case(40, 120, false)]
#[case(41, 1, true)]
#[case(1, 121, true)]
fn a_picture_has_forty_columns_and_a_hundred_and_twenty_rows_at_the_most(
    #[case] columns: usize,
    #[case] rows: usize,
    #[case] large: bool,
) {
    let map = map(&["jgz topic:housing"]);
    let mut picture_of_it = picture(&map, None, None);
    picture_of_it.columns = std::iter::repeat_n(picture_of_it.columns[0], columns).collect();
    picture_of_it.rows = (0..rows)
        .filter_map(|_| picture(&map, None, None).rows.pop())
        .collect();
    assert_eq!(picture_of_it.is_too_large(), large);
}

#[test]
fn organisations_of_a_kind_stand_side_by_side() {
    let mut parts = parts(&[
        "gemeente topic:housing",
        "cjg topic:housing",
        "school topic:housing",
    ]);
    parts.organisations[1].kind = "gemeente".parse().unwrap();
    let map = RouteMap::new(parts);
    let picture = picture(&map, None, None);
    let columns: Vec<&str> = picture
        .columns
        .iter()
        .map(|organisation| organisation.id.as_str())
        .collect();
    assert_eq!(columns, ["school", "gemeente", "cjg"]);
}
