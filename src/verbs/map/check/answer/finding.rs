//! A finding in words that a coordinator understands: what, where, who, what to do about it, and a
//! signal that shows it.

use std::collections::BTreeSet;

use crate::domain::codes::CodeEnum as _;
use crate::errors::map_sentence;
use crate::map_analysis::check::{About, Check, Finding, Severity};
use crate::map_file::MapFault;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::i18n::Arg;
use crate::output::region;
use crate::output::screen::RenderContext;
use crate::output::witness;
use crate::routing::criterion::Criterion;
use crate::routing::map::{MapPosition, RouteMap, TopicIx};
use crate::verbs::map::check::answer::about::{FindingParts, Other, parts};

/// Of more regions the largest are told, and the rest counted.
const MOST_REGIONS: usize = 5;

/// One finding of a map that can be read.
pub(crate) fn describe(
    finding: &Finding,
    excerpt: Option<String>,
    map: &RouteMap,
    path: Option<&str>,
    screen: &RenderContext<'_>,
) -> String {
    let Finding {
        severity,
        place,
        about,
        regions,
        witness,
    } = finding;
    let parts = parts(about, map);
    let args = arguments(&parts, finding, map, screen);
    let mut rows: Vec<(String, String)> = Vec::new();
    rows.extend(under(
        "check-label-where",
        regions_text(finding, map, screen),
        screen,
    ));
    rows.extend(under(
        label_of_others(about),
        parts
            .others
            .iter()
            .map(|other| other_text(other, screen))
            .collect(),
        screen,
    ));
    if let Some(known) = parts.known {
        rows.extend(under(
            "check-label-known",
            vec![screen.of_map(&known.because).to_owned()],
            screen,
        ));
    }
    rows.extend(under(
        "check-label-do",
        what_to_do(
            about,
            regions.is_empty(),
            parts.known.is_some(),
            &args,
            screen,
        ),
        screen,
    ));
    let command = witness
        .as_ref()
        .map(|witness| witness::command(witness, map.settings().zone, path));
    rows.extend(under(
        "check-label-see",
        command.into_iter().collect(),
        screen,
    ));
    let head = headline(
        place.as_ref(),
        *severity,
        about.check(),
        &sentence(about, regions.is_empty(), &args, screen),
        screen,
    );
    [
        Some(head),
        excerpt,
        Some(labelled(&rows)).filter(|rows| !rows.is_empty()),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join("\n")
}

/// One fault of a map that cannot be read.
pub(crate) fn fault(fault: &MapFault, screen: &RenderContext<'_>) -> String {
    let MapFault {
        place,
        problem,
        excerpt,
    } = fault;
    let check = problem.check().unwrap_or(Check::Format);
    let head = headline(
        place.as_ref(),
        check.severity(),
        check,
        &map_sentence(problem, screen.texts),
        screen,
    );
    excerpt
        .as_ref()
        .map_or_else(|| head.clone(), |excerpt| format!("{head}\n{excerpt}"))
}

/// `routes.yaml:88:9: warning (gap): Nobody has agreed to own this.`
fn headline(
    place: Option<&MapPosition>,
    severity: Severity,
    check: Check,
    sentence: &str,
    screen: &RenderContext<'_>,
) -> String {
    let place = place
        .map(|place| format!("{place}:{}: ", place.column))
        .unwrap_or_default();
    let severity = screen.bold(&format!(
        "{} ({})",
        screen.label("severity", severity),
        check.code()
    ));
    format!(
        "{}{severity}: {}",
        escape::line(&place),
        escape::line(sentence)
    )
}

/// The label before the first line, and nothing before the others.
fn under(label: &str, lines: Vec<String>, screen: &RenderContext<'_>) -> Vec<(String, String)> {
    let labels = std::iter::once(screen.tr0(label)).chain(std::iter::repeat(String::new()));
    labels
        .zip(lines.iter().map(|line| escape::line(line)))
        .collect()
}

fn regions_text(finding: &Finding, map: &RouteMap, screen: &RenderContext<'_>) -> Vec<String> {
    if matches!(finding.about, About::GapWhenUnknown { .. }) {
        let topics: BTreeSet<TopicIx> = finding
            .regions
            .iter()
            .flat_map(|region| region.topics.iter().copied())
            .collect();
        let topics = region::topics(&topics.into_iter().collect::<Vec<_>>(), map, screen)
            .unwrap_or_else(|| screen.tr0("check-every-topic"));
        return vec![screen.tr("check-some-signals", &[("topics", topics.into())])];
    }
    let mut said: Vec<String> = finding
        .regions
        .iter()
        .take(MOST_REGIONS)
        .map(|these| region::describe(these, map, screen))
        .collect();
    let more = finding.regions.len().saturating_sub(MOST_REGIONS);
    said.extend((more > 0).then(|| screen.tr("check-more-regions", &[("count", more.into())])));
    said
}

fn label_of_others(about: &About) -> &'static str {
    if matches!(about, About::Dispute { .. }) {
        "check-label-claims"
    } else if matches!(about, About::Duplicate { .. }) {
        "check-label-same"
    } else {
        "check-label-first"
    }
}

/// `JGZ Waterdam, routes.yaml:167 (Covenant 2026, article 3)`.
fn other_text(other: &Other<'_>, screen: &RenderContext<'_>) -> String {
    let Other {
        organisation,
        place,
        because,
    } = other;
    let source = because
        .map(|text| format!(" ({})", screen.of_map(text)))
        .unwrap_or_default();
    format!("{}, {place}{source}", screen.organisation(organisation))
}

/// Everything that a sentence about it may name.
fn arguments(
    parts: &FindingParts<'_>,
    finding: &Finding,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> Vec<(&'static str, Arg<'static>)> {
    let FindingParts {
        organisations,
        others: _,
        unknown: _,
        topic,
        kind,
        ages,
        hours,
        until,
        checked_on,
        known,
    } = parts;
    let names: Vec<&str> = organisations
        .iter()
        .map(|id| screen.organisation(id))
        .collect();
    let and = screen.tr0("check-and");
    let names = match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} {and} {last}", before.join(", ")),
        Some((only, _)) => (*only).to_owned(),
        None => String::new(),
    };
    let area = finding
        .regions
        .first()
        .and_then(|region| region.areas.first().copied());
    let hours = hours
        .map(|hours| screen.label("hours", hours))
        .unwrap_or_default();
    let day = until.or(*checked_on).or(known.map(|point| point.until));
    vec![
        ("organisations", names.into()),
        (
            "coordinator",
            screen
                .organisation(map.coordinator_of(area))
                .to_owned()
                .into(),
        ),
        (
            "topic",
            topic
                .map(|topic| screen.topic(topic))
                .unwrap_or_default()
                .into(),
        ),
        (
            "kind",
            kind.map(ToString::to_string).unwrap_or_default().into(),
        ),
        (
            "ages",
            ages.map(|ages| region::ages(ages, screen))
                .unwrap_or_default()
                .into(),
        ),
        ("hours", hours.into()),
        (
            "day",
            day.map(|day| screen.day(day)).unwrap_or_default().into(),
        ),
    ]
}

/// What is wrong.
fn sentence(
    about: &About,
    nowhere: bool,
    args: &[(&str, Arg<'_>)],
    screen: &RenderContext<'_>,
) -> String {
    let key = match about {
        About::Dispute { known: None, .. } => "check-dispute",
        About::Dispute { known: Some(_), .. } => "check-dispute-known",
        About::Gap { known: None } => "check-gap",
        About::Gap { known: Some(_) } => "check-gap-known",
        About::GapWhenUnknown {
            unknown: Criterion::Age,
        } => "check-gap-when-age-unknown",
        About::GapWhenUnknown { .. } => "check-gap-when-place-unknown",
        About::Shadowed { .. } => "check-shadowed",
        About::Outranked { .. } => "check-outranked",
        About::Duplicate { .. } => "check-duplicate",
        About::UnownedTopic { .. } => "check-unowned-topic",
        About::UnheardSender { .. } => "check-unheard-sender",
        About::Lapsed { .. } => "check-lapsed",
        About::Lapsing { .. } if nowhere => "check-lapsing-covered",
        About::Lapsing { .. } => "check-lapsing",
        About::UncheckedContact {
            checked_on: None, ..
        } => "check-never-checked",
        About::UncheckedContact {
            checked_on: Some(day),
            ..
        } if *day > screen.today() => "check-checked-in-future",
        About::UncheckedContact {
            checked_on: Some(_),
            ..
        } => "check-checked-long-ago",
        About::UnsourcedPromise { .. } => "check-unsourced-promise",
        About::NoOwnEmergencyLine => "check-no-own-emergency-line",
        About::NoEmergencyLine { .. } => "check-no-emergency-line",
        About::OpenPointLapsed { .. } => "check-open-point-lapsed",
        About::OpenPointIdle { .. } => "check-open-point-idle",
    };
    screen.tr(key, args)
}

/// What somebody can do about it.
fn what_to_do(
    about: &About,
    nowhere: bool,
    known: bool,
    args: &[(&str, Arg<'_>)],
    screen: &RenderContext<'_>,
) -> Vec<String> {
    let key = match about {
        About::Dispute { .. } | About::Gap { .. } if known => return Vec::new(),
        About::Dispute { .. } => "check-do-dispute",
        About::Gap { .. } => "check-do-gap",
        About::GapWhenUnknown { .. } => "check-do-gap-when-unknown",
        About::Shadowed { .. } => "check-do-shadowed",
        About::Outranked { .. } => "check-do-outranked",
        About::Duplicate { .. } => "check-do-duplicate",
        About::UnownedTopic { .. } => "check-do-unowned-topic",
        About::UnheardSender { .. } => "check-do-unheard-sender",
        About::Lapsed { .. } => "check-do-lapsed",
        About::Lapsing { .. } if nowhere => "check-do-lapsing-covered",
        About::Lapsing { .. } => "check-do-lapsing",
        About::UncheckedContact { .. } => "check-do-unchecked-contact",
        About::UnsourcedPromise { .. } => "check-do-unsourced-promise",
        About::NoOwnEmergencyLine | About::NoEmergencyLine { .. } => "check-do-no-emergency-line",
        About::OpenPointLapsed { .. } => "check-do-open-point-lapsed",
        About::OpenPointIdle { .. } => "check-do-open-point-idle",
    };
    vec![screen.tr(key, args)]
}
