//! A finding in words that a coordinator understands: what, where, who, what to do about it, and a
//! signal that shows it.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::domain::codes::CodeEnum as _;
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::errors::map_sentence;
use crate::map_analysis::check::{About, EndingEntry, Finding};
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::i18n::Arg;
use crate::output::region;
use crate::output::screen::RenderContext;
use crate::routing::criterion::Criterion;
use crate::routing::map::{RouteMap, TopicIx};
use crate::verbs::map::check::answer::finding::{
    FindingContent, FindingDetails, FindingParts, FindingView, OtherView, known,
};

/// More regions are only counted.
const MAX_REGIONS: usize = 5;

impl FindingView {
    /// The finding in words; the screen has its map.
    pub(super) fn text(&self, screen: &RenderContext<'_>) -> String {
        let (sentence, rows) = match &self.content {
            FindingContent::Finding(details) => {
                let map = screen.map.certain("a finding has its map");
                details.text(map, screen)
            }
            FindingContent::Fault { problem } => (map_sentence(problem, screen.texts), Vec::new()),
        };
        [
            Some(self.headline(&sentence, screen)),
            self.excerpt.clone(),
            Some(labelled(&rows)).filter(|rows| !rows.is_empty()),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n")
    }

    /// `routes.yaml:88:9: warning (gap): Nobody has agreed to own this.`
    fn headline(&self, sentence: &str, screen: &RenderContext<'_>) -> String {
        let place = self
            .place
            .as_ref()
            .map(|place| format!("{place}:{}: ", place.column))
            .unwrap_or_default();
        let severity = screen.bold(&format!(
            "{} ({})",
            screen.label("severity", self.severity),
            self.check.code()
        ));
        format!(
            "{}{severity}: {}",
            escape::line(&place),
            escape::line(sentence)
        )
    }
}

impl FindingDetails {
    /// What is wrong, and labelled rows with the rest.
    fn text(&self, map: &RouteMap, screen: &RenderContext<'_>) -> (String, Vec<(String, String)>) {
        let about = &self.finding.about;
        let nowhere = self.finding.regions.is_empty();
        let (sentence, to_do) = text_keys(about, nowhere, screen.today());
        let args = arguments(&self.parts, &self.finding, map, screen);
        let others = self.parts.others.iter();
        let known = known(about).map(|point| screen.of_map(&point.because).to_owned());
        let rows = [
            (
                "check-label-where",
                regions_text(&self.finding, map, screen),
            ),
            (
                label_of_others(about),
                others.map(|other| other_text(other, screen)).collect(),
            ),
            ("check-label-known", Vec::from_iter(known)),
            (
                "check-label-do",
                Vec::from_iter(to_do.map(|key| screen.tr(key, &args))),
            ),
            ("check-label-see", Vec::from_iter(self.command.clone())),
        ];
        let rows = rows
            .iter()
            .flat_map(|(label, lines)| under(label, lines, screen));
        (screen.tr(sentence, &args), rows.collect())
    }
}

/// The label before the first line, and nothing before the others.
fn under(label: &str, lines: &[String], screen: &RenderContext<'_>) -> Vec<(String, String)> {
    let labels = std::iter::once(screen.tr0(label)).chain(std::iter::repeat(String::new()));
    labels
        .zip(lines.iter().map(|line| escape::line(line)))
        .collect()
}

fn regions_text(finding: &Finding, map: &RouteMap, screen: &RenderContext<'_>) -> Vec<String> {
    let regions = &finding.regions;
    if !matches!(finding.about, About::GapWhenUnknown { .. }) {
        return region::describe_first(MAX_REGIONS, regions, map, screen);
    }
    let topics: BTreeSet<TopicIx> = regions
        .iter()
        .flat_map(|region| region.topics.iter().copied())
        .collect();
    let topics = region::topics(&topics.into_iter().collect::<Vec<_>>(), map, screen)
        .unwrap_or_else(|| screen.tr0("check-every-topic"));
    let are_acute_among = regions.iter().any(|region| {
        let mut urgencies = region.choices.members();
        urgencies.any(|urgency: Urgency| urgency == Urgency::Acute)
    });
    let key = if are_acute_among {
        "check-some-signals-also-acute"
    } else {
        "check-some-signals"
    };
    vec![screen.tr(key, &[("topics", topics.into())])]
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
fn other_text(other: &OtherView, screen: &RenderContext<'_>) -> String {
    let OtherView {
        organisation,
        place,
        because,
    } = other;
    let source = because
        .as_ref()
        .map(|text| format!(" ({})", screen.of_map(text)))
        .unwrap_or_default();
    format!("{}, {place}{source}", screen.organisation(organisation))
}

/// Everything that a sentence about it may name.
fn arguments(
    parts: &FindingParts,
    finding: &Finding,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> Vec<(&'static str, Arg<'static>)> {
    let area = finding
        .regions
        .first()
        .and_then(|region| region.areas.first().copied());
    let ages = if let About::NoEmergencyLine { ages, .. } = &finding.about {
        region::ages(*ages, screen)
    } else {
        String::new()
    };
    let topic = parts.topic.as_ref().map(|topic| screen.topic(topic));
    let kind = parts.kind.as_ref().map(ToString::to_string);
    let hours = parts.hours.map(|hours| screen.label("hours", hours));
    let day = parts.until.or(parts.checked_on).or(parts.known_until);
    let day = day.map(|day| screen.day(day));
    let topics = parts.topics.iter().map(|id| coded(&screen.topic(id), id));
    let areas = parts.areas.iter().map(|id| coded(&screen.area(id), id));
    vec![
        ("word", parts.word.clone().unwrap_or_default().into()),
        ("topics", listed(&topics.collect::<Vec<_>>(), screen).into()),
        ("areas", listed(&areas.collect::<Vec<_>>(), screen).into()),
        ("codes", listed(&parts.organisations, screen).into()),
        ("organisations", names(parts, screen).into()),
        (
            "coordinator",
            screen
                .organisation(map.coordinator_of(area, screen.today()))
                .to_owned()
                .into(),
        ),
        ("topic", topic.unwrap_or_default().into()),
        ("kind", kind.unwrap_or_default().into()),
        ("ages", ages.into()),
        ("hours", hours.unwrap_or_default().into()),
        ("day", day.unwrap_or_default().into()),
    ]
}

/// `JGZ Waterdam, CJG Veenbroek and MEE Rijnmeer`.
fn names(parts: &FindingParts, screen: &RenderContext<'_>) -> String {
    let names = parts.organisations.iter().map(|id| screen.organisation(id));
    listed(&names.collect::<Vec<_>>(), screen)
}

/// `Debts (finances/debts)`.
fn coded(name: &str, code: &impl Display) -> String {
    format!("{name} ({code})")
}

/// `one, another and a third`.
fn listed(names: &[impl Display], screen: &RenderContext<'_>) -> String {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => {
            format!("{} {} {last}", before.join(", "), screen.tr0("check-and"))
        }
        None => String::new(),
    }
}

/// The texts for what is wrong and what to do about it; `None` when the map admits it. `nowhere`
/// says that the finding is about no signals.
fn text_keys(about: &About, nowhere: bool, today: Day) -> (&'static str, Option<&'static str>) {
    let (key, to_do) = match about {
        About::Dispute { known: None, .. } => ("check-dispute", "check-do-dispute"),
        About::Dispute { known: Some(_), .. } => return ("check-dispute-known", None),
        About::Gap { known: None } => ("check-gap", "check-do-gap"),
        About::Gap { known: Some(_) } => return ("check-gap-known", None),
        About::GapWhenUnknown {
            unknown: Criterion::Age,
        } => ("check-gap-when-age-unknown", "check-do-gap-when-unknown"),
        About::GapWhenUnknown { .. } => {
            ("check-gap-when-place-unknown", "check-do-gap-when-unknown")
        }
        About::Shadowed { .. } => ("check-shadowed", "check-do-shadowed"),
        About::Outranked { .. } => ("check-outranked", "check-do-outranked"),
        About::Duplicate { .. } => ("check-duplicate", "check-do-duplicate"),
        About::UnownedTopic { .. } => ("check-unowned-topic", "check-do-unowned-topic"),
        About::UnheardSender { .. } => ("check-unheard-sender", "check-do-unheard-sender"),
        About::Lapsed { .. } => ("check-lapsed", "check-do-lapsed"),
        About::Lapsing { .. } if nowhere => ("check-lapsing-covered", "check-do-lapsing-covered"),
        About::Lapsing { .. } => ("check-lapsing", "check-do-lapsing"),
        About::Ending { what, .. } => match what {
            EndingEntry::Topic(_) => ("check-ending-topic", "check-do-ending"),
            EndingEntry::Area(_) => ("check-ending-area", "check-do-ending"),
            EndingEntry::Organisation(_) => ("check-ending-organisation", "check-do-ending"),
        },
        About::UncheckedContact { checked_on, .. } => {
            let key = match checked_on {
                None => "check-never-checked",
                Some(day) if *day > today => "check-checked-in-future",
                Some(_) => "check-checked-long-ago",
            };
            (key, "check-do-unchecked-contact")
        }
        About::WordOfTopics { .. } => ("check-word-of-topics", "check-do-ambiguous-word"),
        About::WordOfAreas { .. } => ("check-word-of-areas", "check-do-ambiguous-word"),
        About::WordOfOrganisations { .. } => {
            ("check-word-of-organisations", "check-do-ambiguous-name")
        }
        About::UnsourcedPromise { .. } => ("check-unsourced-promise", "check-do-unsourced-promise"),
        About::AcuteUnowned => ("check-acute-unowned", "check-do-acute-unowned"),
        About::AcceptAfterFeedback { responsibility } => {
            let key = match responsibility {
                None => "check-map-accept-after-feedback",
                Some(_) => "check-accept-after-feedback",
            };
            (key, "check-do-accept-after-feedback")
        }
        About::SlowAcute { responsibility } => {
            let key = match responsibility {
                None => "check-map-slow-acute",
                Some(_) => "check-slow-acute",
            };
            (key, "check-do-slow-acute")
        }
        About::IdlePromise { acute: true, .. } => {
            ("check-idle-acute-promise", "check-do-idle-acute-promise")
        }
        About::IdlePromise { acute: false, .. } => ("check-idle-promise", "check-do-idle-promise"),
        About::NoOwnEmergencyLine => ("check-no-own-emergency-line", "check-do-no-emergency-line"),
        About::NoEmergencyLine { .. } => ("check-no-emergency-line", "check-do-no-emergency-line"),
        About::OpenPointLapsed { .. } => ("check-open-point-lapsed", "check-do-open-point-lapsed"),
        About::OpenPointIdle { .. } => ("check-open-point-idle", "check-do-open-point-idle"),
    };
    (key, Some(to_do))
}
