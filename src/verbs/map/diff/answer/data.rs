//! What two maps differ in as data, for scripts: codes and regions; no sentences.

use serde_json::{Map, Value, json};

use crate::domain::calendar::Term;
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::map_analysis::compare::{Change, CoordinatorChange, Diff, Fact, LeadChange, Shift, Who};
use crate::map_analysis::region::Region;
use crate::output::region;
use crate::routing::map::RouteMap;
use crate::verbs::map::diff::answer::{DiffView, Moving, Would, facts};

/// Everything, in one object.
pub(crate) fn whole(differed: &DiffView) -> Value {
    let DiffView {
        old,
        new,
        diff,
        open,
    } = differed;
    let Diff {
        shared,
        changes,
        leads,
        coordinators,
        facts,
    } = diff;
    let which =
        |map: &RouteMap| json!({ "name": map.settings().name, "digest": map.settings().digest });
    let with_regions = |mut text: Map<String, Value>, regions: &[Region]| {
        text.insert(
            "regions".to_owned(),
            regions
                .iter()
                .map(|these| region::json(these, shared))
                .collect(),
        );
        Value::Object(text)
    };
    json!({
        "old": which(old),
        "new": which(new),
        "changes": changes.iter().map(|(one, regions)| with_regions(change(one), regions)).collect::<Vec<_>>(),
        "leads": leads.iter().map(|(one, regions)| with_regions(lead(one), regions)).collect::<Vec<_>>(),
        "coordinators": coordinators.iter().map(|one| with_regions(coordinator(one), std::slice::from_ref(&one.region))).collect::<Vec<_>>(),
        "facts": facts.iter().map(fact).collect::<Vec<_>>(),
        "open": open.as_ref().map(|open| open.signals.iter().map(moving).collect::<Vec<_>>()),
    })
}

/// A row for every region of a change, every other change and every open signal. `part` tells which
/// it is.
pub(crate) fn rows(differed: &DiffView) -> Vec<Value> {
    let DiffView {
        old: _,
        new: _,
        diff,
        open,
    } = differed;
    let Diff {
        shared,
        changes,
        leads,
        coordinators,
        facts,
    } = diff;
    let row = |part: &str, text: Map<String, Value>| {
        let mut row = Map::new();
        row.insert("part".to_owned(), part.into());
        row.extend(text);
        Value::Object(row)
    };
    let of_region = |part: &str, mut text: Map<String, Value>, these: &Region| {
        text.insert("region".to_owned(), region::json(these, shared));
        row(part, text)
    };
    let mut rows: Vec<Value> = Vec::new();
    rows.extend(changes.iter().flat_map(|(one, regions)| {
        regions
            .iter()
            .map(|these| of_region("change", change(one), these))
    }));
    rows.extend(leads.iter().flat_map(|(one, regions)| {
        regions
            .iter()
            .map(|these| of_region("lead", lead(one), these))
    }));
    rows.extend(
        coordinators
            .iter()
            .map(|one| of_region("coordinator", coordinator(one), &one.region)),
    );
    rows.extend(facts.iter().map(|one| row("fact", object(fact(one)))));
    rows.extend(
        open.iter()
            .flat_map(|open| &open.signals)
            .map(|one| row("signal", object(moving(one)))),
    );
    rows
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(fields) = value {
        fields
    } else {
        Map::new()
    }
}

fn change(change: &Change) -> Map<String, Value> {
    let Change {
        who: Shift { old, new },
        accept,
        feedback,
        level,
        involved,
    } = change;
    let terms =
        |terms: &Vec<Term>| json!(terms.iter().map(ToString::to_string).collect::<Vec<_>>());
    object(json!({
        "kind": change.kind().code(),
        "old": who(old),
        "new": who(new),
        "accept_within": accept.as_ref().map(|one| shift(one, terms)),
        "feedback_within": feedback.as_ref().map(|one| shift(one, terms)),
        "level": level.as_ref().map(|one| shift(one, |level| level.code().into())),
        "involved": involved.as_ref().map(|one| shift(one, |ids| organisations(ids))),
    }))
}

fn lead(lead: &LeadChange) -> Map<String, Value> {
    let LeadChange {
        who: Shift { old, new },
    } = lead;
    let leader = |leader: &Who| {
        if *leader == Who::Nobody {
            Value::Null
        } else {
            who(leader)
        }
    };
    object(json!({ "old": leader(old), "new": leader(new) }))
}

fn coordinator(change: &CoordinatorChange) -> Map<String, Value> {
    let CoordinatorChange {
        who: Shift { old, new },
        region: _,
    } = change;
    object(json!({ "old": old.to_string(), "new": new.to_string() }))
}

fn fact(fact: &Fact) -> Value {
    let Fact { kind, of, old, new } = fact;
    json!({
        "kind": kind.code(),
        "of": of.as_ref().map(facts::json),
        "old": old.as_ref().map(facts::json),
        "new": new.as_ref().map(facts::json),
    })
}

fn moving(moving: &Moving) -> Value {
    let Moving { id, owner, would } = moving;
    let (to, basis, topics, area) = match would {
        Would::GoTo(to, basis) => (Some(to.to_string()), Some(basis.code()), Vec::new(), None),
        Would::NotBeKnown(topics, area) => (
            None,
            None,
            topics.iter().map(ToString::to_string).collect(),
            area.as_ref().map(ToString::to_string),
        ),
    };
    json!({
        "id": id.as_str(),
        "owner": owner.to_string(),
        "new_owner": to,
        "basis": basis,
        "unknown_topics": topics,
        "unknown_area": area,
    })
}

fn who(who: &Who) -> Value {
    let (basis, these) = match who {
        Who::Owner(owner) => ("rule", organisations(std::slice::from_ref(owner))),
        Who::Claimants(claimants) => ("dispute", organisations(claimants)),
        Who::Nobody => ("gap", organisations(&[])),
    };
    json!({ "basis": basis, "organisations": these })
}

fn organisations(ids: &[OrganisationId]) -> Value {
    ids.iter().map(ToString::to_string).collect()
}

fn shift<T>(shift: &Shift<T>, text: impl Fn(&T) -> Value) -> Value {
    json!({ "old": text(&shift.old), "new": text(&shift.new) })
}
