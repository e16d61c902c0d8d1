//! A finding as data, for scripts: codes, places, regions and the witness; no sentences.

use serde_json::{Value, json};

use crate::domain::codes::CodeEnum as _;
use crate::map_analysis::check::{Check, Finding};
use crate::map_file::MapFault;
use crate::output::{region, witness};
use crate::routing::map::{MapPosition, RouteMap};
use crate::verbs::map::check::answer::about::{FindingParts, Other, parts};

/// One finding of a map that can be read.
pub(crate) fn finding(
    finding: &Finding,
    excerpt: Option<String>,
    map: &RouteMap,
    path: Option<&str>,
) -> Value {
    let Finding {
        severity,
        place,
        about,
        regions,
        witness,
    } = finding;
    let FindingParts {
        organisations,
        others,
        unknown,
        topic,
        kind,
        ages,
        hours,
        until,
        checked_on,
        known,
    } = parts(about, map);
    let zone = map.settings().zone;
    let mut row = placed(about.check(), severity.code(), place.as_ref(), excerpt);
    let more = json!({
        "organisations": organisations.iter().map(|id| id.to_string()).collect::<Vec<_>>(),
        "others": others.iter().map(other).collect::<Vec<_>>(),
        "unknown": unknown.map(|criterion| criterion.code()),
        "topic": topic.map(ToString::to_string),
        "kind": kind.map(ToString::to_string),
        "ages": ages.map(|ages| ages.to_string()),
        "hours": hours.map(|hours| hours.code()),
        "until": until.map(|day| day.to_string()),
        "checked_on": checked_on.map(|day| day.to_string()),
        "known_until": known.map(|point| point.until.to_string()),
        "regions": regions.iter().map(|these| region::json(these, map)).collect::<Vec<_>>(),
        "witness": witness.as_ref().map(|witness| witness::json(witness, zone)),
        "command": witness.as_ref().map(|witness| witness::command(witness, zone, path)),
    });
    if let (Value::Object(row), Value::Object(more)) = (&mut row, more) {
        row.extend(more);
    }
    row
}

/// One fault of a map that cannot be read.
pub(crate) fn fault(fault: &MapFault) -> Value {
    let MapFault {
        place,
        problem,
        excerpt,
    } = fault;
    let check = problem.check().unwrap_or(Check::Format);
    placed(
        check,
        check.severity().code(),
        place.as_ref(),
        excerpt.clone(),
    )
}

fn placed(
    check: Check,
    severity: &str,
    place: Option<&MapPosition>,
    excerpt: Option<String>,
) -> Value {
    json!({
        "check": check.code(),
        "severity": severity,
        "file": place.map(|place| place.file.to_string()),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "excerpt": excerpt,
    })
}

fn other(other: &Other<'_>) -> Value {
    let Other {
        organisation,
        place,
        because,
    } = other;
    json!({
        "organisation": organisation.to_string(),
        "file": place.file.to_string(),
        "line": place.line,
        "column": place.column,
        "because": because.map(|text| json!({ "nl": text.nl, "en": text.en })),
    })
}
