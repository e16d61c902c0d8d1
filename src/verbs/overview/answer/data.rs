//! The overview as data, for JSON, for lines and for columns.

use serde_json::{Map, Value, json};

use crate::domain::invariant::Invariant as _;
use crate::overview::suppressed_count::{MIN_COUNT, SuppressedCount};
use crate::overview::{Figures, OverviewRow, Spread, TopicChange};
use crate::verbs::overview::answer::{Heading, OverviewScope, Overviewed, OwnerGroup};

/// The whole answer.
pub(crate) fn whole(overviewed: &Overviewed<'_>) -> Value {
    let OverviewScope {
        since,
        until,
        area,
        topic,
        on,
    } = &overviewed.asked;
    json!({
        "since": since.map(|day| day.to_string()),
        "until": until.map(|day| day.to_string()),
        "area": area.as_ref().map(ToString::to_string),
        "topic": topic.as_ref().map(ToString::to_string),
        "counted_on": on.to_string(),
        "fewest": MIN_COUNT,
        "given": given(overviewed),
        "bounced": bounced(overviewed),
        "became": became(overviewed),
    })
}

/// One row for each thing that is told, with the table that it belongs to.
pub(crate) fn rows(overviewed: &Overviewed<'_>) -> Vec<Value> {
    let of = |table: &str, rows: Vec<Value>| {
        let named = |row: Value| {
            let mut fields = Map::new();
            fields.insert("table".to_owned(), table.into());
            fields.extend(row.as_object().cloned().certain("a row has fields"));
            Value::Object(fields)
        };
        rows.into_iter().map(named).collect::<Vec<_>>()
    };
    [
        of("given", given(overviewed)),
        of("bounced", bounced(overviewed)),
        of("became", became(overviewed)),
    ]
    .concat()
}

fn each_row<'o>(
    overviewed: &'o Overviewed<'_>,
) -> impl Iterator<Item = (&'o OwnerGroup<'o>, &'o OverviewRow)> {
    overviewed
        .overview
        .groups
        .iter()
        .flat_map(|group| group.rows.iter().map(move |row| (group, row)))
}

fn given(overviewed: &Overviewed<'_>) -> Vec<Value> {
    let row = |(group, row): (&OwnerGroup<'_>, &OverviewRow)| {
        let mut fields = named(group, row);
        let figures = row.figures.as_ref();
        let describe =
            |of: fn(&Figures) -> SuppressedCount| figures.map(|figures| bounds(of(figures)));
        let days = |of: fn(&Figures) -> Option<Spread>| figures.and_then(of).map(spread);
        fields.insert("signals".to_owned(), bounds(row.signals));
        fields.insert(
            "feedback_days".to_owned(),
            days(|figures| figures.took).into(),
        );
        fields.insert(
            "promised_days".to_owned(),
            days(|figures| figures.promised).into(),
        );
        fields.insert("late".to_owned(), describe(|figures| figures.late).into());
        fields.insert(
            "came_back".to_owned(),
            describe(|figures| figures.came_back).into(),
        );
        fields.insert(
            "something_else".to_owned(),
            describe(|figures| figures.something_else).into(),
        );
        fields.insert(
            "unseen".to_owned(),
            describe(|figures| figures.unseen).into(),
        );
        Value::Object(fields)
    };
    each_row(overviewed).map(row).collect()
}

fn bounced(overviewed: &Overviewed<'_>) -> Vec<Value> {
    let ways = |(group, row): (&OwnerGroup<'_>, &OverviewRow)| {
        let each = row
            .figures
            .iter()
            .flat_map(|figures| figures.bounced.clone());
        each.map(|(way, text)| {
            let (by, reason) = way.codes();
            let mut fields = named(group, row);
            fields.insert("by".to_owned(), by.into());
            fields.insert("reason".to_owned(), reason.into());
            fields.insert("signals".to_owned(), bounds(text));
            Value::Object(fields)
        })
        .collect::<Vec<_>>()
    };
    each_row(overviewed).flat_map(ways).collect()
}

fn became(overviewed: &Overviewed<'_>) -> Vec<Value> {
    let pair = |TopicChange { from, to, signals }: &TopicChange| json!({ "topic": from.as_str(), "to": to.as_str(), "signals": bounds(*signals) });
    overviewed.overview.became.iter().map(pair).collect()
}

/// To whom a row was given, and about what.
fn named(group: &OwnerGroup<'_>, row: &OverviewRow) -> Map<String, Value> {
    let (basis, owner, responsibility, in_map) = match &group.heading {
        Heading::Agreed { owner, id, now } => (
            "rule",
            Some(owner.as_str()),
            Some(id.as_str()),
            Some(now.is_some()),
        ),
        Heading::Gap => ("gap", None, None, None),
        Heading::Dispute => ("dispute", None, None, None),
    };
    let fields = [
        ("basis", basis.into()),
        ("owner", owner.into()),
        ("responsibility", responsibility.into()),
        ("in_map", in_map.into()),
        ("topic", row.topic.as_ref().map(ToString::to_string).into()),
    ];
    fields
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

fn bounds(text: SuppressedCount) -> Value {
    let (least, most) = text.bounds();
    json!({ "least": least, "most": most })
}

fn spread(spread: Spread) -> Value {
    let Spread { low, middle, high } = spread;
    json!({ "low": low, "middle": middle, "high": high })
}

/// Columns that stay: table, basis, owner, responsibility, topic, signals, feedback_days (low,
/// middle, high), promised_days, late, came_back, something_else, unseen, by, reason, to. A count
/// is `12`, `0-4` or `16-20`; empty where nothing is told.
pub(crate) fn plain(overviewed: &Overviewed<'_>) -> Vec<Vec<String>> {
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(fields) => match (fields.get("least"), fields.get("most")) {
            (Some(least), Some(most)) if least == most => least.to_string(),
            (Some(least), Some(most)) => format!("{least}-{most}"),
            _ => String::new(),
        },
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => value.to_string(),
    };
    let columns = |row: Value| {
        let at = |path: &str| row.pointer(path).map(&text).unwrap_or_default();
        let paths = [
            "/table",
            "/basis",
            "/owner",
            "/responsibility",
            "/topic",
            "/signals",
            "/feedback_days/low",
            "/feedback_days/middle",
            "/feedback_days/high",
            "/promised_days/middle",
            "/late",
            "/came_back",
            "/something_else",
            "/unseen",
            "/by",
            "/reason",
            "/to",
        ];
        paths.iter().map(|path| at(path)).collect()
    };
    rows(overviewed).into_iter().map(columns).collect()
}
