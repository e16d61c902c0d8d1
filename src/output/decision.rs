//! The decision who owns a signal, in sentences.

use crate::domain::codes::CodeEnum as _;
use crate::domain::event::{Basis, Level, Offer};
use crate::output::escape;
use crate::output::reach::reach_of;
use crate::output::screen::RenderContext;
use crate::output::wrap::columns;
use crate::routing::criterion::{Criterion, CriterionKind, Limit};
use crate::routing::explanation::{Explanation, Failed, Involvement, NearMiss, Reason};

/// A limit as a person reads it: `parenting`, `age 0–4`, `Waterdam`.
#[must_use]
pub fn limit_text(limit: &Limit, screen: &RenderContext<'_>) -> String {
    let values: Vec<String> = limit
        .values
        .iter()
        .map(|value| value_text(limit.criterion, value, screen))
        .collect();
    screen.tr(
        &format!("limit-{}", limit.criterion),
        &[("values", values.join(", ").into())],
    )
}

fn value_text(criterion: Criterion, value: &str, screen: &RenderContext<'_>) -> String {
    let name = match criterion.kind() {
        CriterionKind::Topic => value
            .parse()
            .ok()
            .map(|topic| lower_first(&screen.topic(&topic))),
        CriterionKind::Area => value.parse().ok().map(|area| screen.area(&area)),
        CriterionKind::Age(_) => Some(ages_text(value, screen)),
        CriterionKind::Choice(choice) => Some(screen.tr0(&format!("{choice}-{value}"))),
        // A kind of organisation has a code only.
        CriterionKind::Sender => value
            .parse()
            .ok()
            .map(|organisation| screen.organisation(&organisation).to_owned()),
    };
    name.unwrap_or_else(|| value.to_owned())
}

/// A range of ages as people write it: `4–18`, `ongeboren–4`, `17j6m–18`.
pub(crate) fn ages_text(range: &str, screen: &RenderContext<'_>) -> String {
    let ages: Vec<String> = range
        .split('-')
        .map(|age| match age {
            "unborn" => screen.tr0("age-unborn"),
            age => age.replace('y', &screen.tr0("age-year-letter")),
        })
        .collect();
    ages.join("–")
}

pub(crate) fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    let acronym = name.chars().nth(1).is_some_and(char::is_uppercase);
    match characters.next() {
        Some(first) if !acronym => first.to_lowercase().collect::<String>() + characters.as_str(),
        _ => name.to_owned(),
    }
}

/// The lines `Follow-up`, `Reach`, `Because`, `Involved`, and whatever must be said plainly about a
/// gap or a dispute. `under_reach` are lines that say how to reach the owner best, made harmless.
#[must_use]
pub fn sentences(
    offer: &Offer,
    why: &Explanation,
    under_reach: &[String],
    screen: &RenderContext<'_>,
) -> String {
    let promises = [
        (
            screen.tr0("promise-accept"),
            screen.bold(&screen.day(offer.accept_by)),
        ),
        (
            screen.tr0("promise-feedback"),
            screen.bold(&screen.day(offer.feedback_by)),
        ),
    ];
    let mut parts = vec![
        who_and_why(offer, why, under_reach, screen),
        labelled(&promises),
    ];
    parts.extend(
        plainly(offer, why, screen)
            .iter()
            .map(|said| escape::lines(said)),
    );
    parts.join("\n\n")
}

/// The lines `Follow-up`, `Reach`, `Because` and `Involved`, with these under `Reach`.
#[must_use]
pub fn who_and_why(
    offer: &Offer,
    why: &Explanation,
    under_reach: &[String],
    screen: &RenderContext<'_>,
) -> String {
    let mut rows: Vec<(String, String)> = vec![(
        screen.tr0("label-follow-up"),
        screen.bold(screen.organisation(&offer.owner)),
    )];
    rows.extend(reach_of(&offer.owner, screen).map(|reach| (screen.tr0("label-reach"), reach)));
    rows.extend(under_reach.iter().map(|line| (String::new(), line.clone())));
    rows.extend(because(why, offer.basis, screen));
    if !why.involved.is_empty() {
        let text = why
            .involved
            .iter()
            .map(|involved| involved_text(involved, screen))
            .collect::<Vec<_>>()
            .join(", ");
        rows.push((screen.tr0("label-involved"), escape::line(&text)));
    }
    labelled(&rows)
}

/// Labels and what they say, in two columns with two spaces before them. The caller has made both
/// harmless: they may be in bold.
#[must_use]
pub fn labelled(rows: &[(String, String)]) -> String {
    let width = rows
        .iter()
        .map(|(label, _)| columns(label))
        .max()
        .unwrap_or(0);
    let mut lines = Vec::with_capacity(rows.len());
    for (label, text) in rows {
        let padding = " ".repeat(width.saturating_sub(columns(label)));
        lines.push(format!("  {label}{padding}   {text}"));
    }
    lines.join("\n")
}

/// For each responsibility a line of what held and a line of where that is agreed; the label is
/// before the first.
fn because(why: &Explanation, basis: Basis, screen: &RenderContext<'_>) -> Vec<(String, String)> {
    let labels =
        std::iter::once(screen.tr0("label-because")).chain(std::iter::repeat(String::new()));
    let lines = why
        .reasons
        .iter()
        .flat_map(|reason| reason_lines(reason, basis, screen));
    labels.zip(lines.map(|line| escape::line(&line))).collect()
}

fn reason_lines(reason: &Reason, basis: Basis, screen: &RenderContext<'_>) -> [String; 2] {
    let limits: Vec<String> = reason
        .limits
        .iter()
        .map(|limit| limit_text(limit, screen))
        .collect();
    let held = if limits.is_empty() {
        screen.tr0("limits-none")
    } else {
        limits.join(" · ")
    };
    let source = match &reason.because {
        Some(because) => format!("{} ({})", screen.of_map(because), reason.place),
        None => format!("({})", reason.place),
    };
    match basis {
        Basis::Dispute => [
            format!("{}: {held}", screen.organisation(&reason.organisation)),
            source,
        ],
        Basis::Rule | Basis::Gap => [held, source],
    }
}

fn involved_text(involved: &Involvement, screen: &RenderContext<'_>) -> String {
    let organisation = screen.organisation(&involved.organisation);
    match &involved.topic {
        Some(topic) => format!("{organisation} ({})", lower_first(&screen.topic(topic))),
        None => organisation.to_owned(),
    }
}

/// That nobody owns it, and who came near; or that several do.
#[must_use]
pub fn unsettled(offer: &Offer, why: &Explanation, screen: &RenderContext<'_>) -> Vec<String> {
    match offer.basis {
        Basis::Rule => Vec::new(),
        Basis::Gap => gap_text(offer, why, screen),
        Basis::Dispute => {
            let mut claimants: Vec<&str> = why
                .reasons
                .iter()
                .map(|reason| screen.organisation(&reason.organisation))
                .collect();
            claimants.dedup();
            let args = [
                ("claimants", claimants.join(", ").into()),
                ("coordinator", screen.organisation(&offer.owner).into()),
            ];
            vec![screen.tr("plainly-dispute", &args)]
        }
    }
}

fn gap_text(offer: &Offer, why: &Explanation, screen: &RenderContext<'_>) -> Vec<String> {
    let coordinator = ("coordinator", screen.organisation(&offer.owner).into());
    let mut text = vec![match why.place {
        Some(postcode) => {
            let postcode = ("postcode", postcode.to_string().into());
            screen.tr("plainly-outside", &[postcode, coordinator])
        }
        None if why.would_help.is_empty() => screen.tr("plainly-gap", &[coordinator]),
        None => screen.tr("plainly-gap-as-told", &[coordinator]),
    }];
    let mut near: Vec<String> = why
        .near_misses
        .iter()
        .map(|miss| near_miss_text(miss, screen))
        .collect();
    near.dedup();
    near.truncate(5);
    if !near.is_empty() {
        text.push(screen.tr("plainly-near", &[("near", near.join("\n").into())]));
    }
    text
}

/// What must not be left unsaid: a gap, a dispute, an answer that will hold no words, what would
/// make it surer.
fn plainly(offer: &Offer, why: &Explanation, screen: &RenderContext<'_>) -> Vec<String> {
    let mut said = unsettled(offer, why, screen);
    if offer.level == Level::StatusOnly {
        said.push(screen.tr0("plainly-status-only"));
    }
    if !why.gaps.is_empty() && offer.basis != Basis::Gap {
        let topics = why
            .gaps
            .iter()
            .map(|topic| lower_first(&screen.topic(topic)))
            .collect::<Vec<_>>()
            .join(", ");
        said.push(screen.tr(
            "plainly-topic-gaps",
            &[
                ("topics", topics.into()),
                (
                    "coordinator",
                    screen.organisation(&offer.coordinator).to_owned().into(),
                ),
            ],
        ));
    }
    if !why.would_help.is_empty() {
        let helps: Vec<String> = why
            .would_help
            .iter()
            .map(|criterion| screen.tr0(&format!("criterion-{criterion}")))
            .collect();
        said.push(screen.tr(
            "plainly-would-help",
            &[("criteria", helps.join(", ").into())],
        ));
    }
    said
}

fn near_miss_text(miss: &NearMiss, screen: &RenderContext<'_>) -> String {
    format!(
        "  {}: {}",
        screen.organisation(&miss.organisation),
        failed_text(&miss.failed, screen)
    )
}

/// On what a responsibility failed: `only Veenbroek`.
pub(crate) fn failed_text(failed: &Failed, screen: &RenderContext<'_>) -> String {
    let limit = failed.limit().map(|limit| limit_text(limit, screen));
    let day = failed.day().map(|day| screen.day(day));
    screen.tr(
        &format!("near-{}", failed.code().code()),
        &[
            ("limit", limit.unwrap_or_default().into()),
            ("day", day.unwrap_or_default().into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::i18n::{Language, Texts};
    use crate::routing::explanation::{SetAside, Superseded, WhyInvolved};
    use crate::routing::map::MapLine;
    use crate::routing::map::Text;

    fn screen(texts: &Texts) -> RenderContext<'_> {
        RenderContext {
            texts,
            map: None,
            as_they_were: None,
            now: "2026-11-23T10:15:00Z".parse().unwrap(),
            width: None,
            colour: true,
        }
    }

    #[test]
    fn nothing_in_a_reason_from_the_register_steers_the_terminal() {
        let evil = "\u{1b}]0;x\u{7}\u{202e}";
        let limit = |criterion| Limit {
            criterion,
            values: vec![evil.to_owned()],
        };
        let place = || MapLine {
            file: evil.to_owned(),
            line: 1,
        };
        let day = "2026-11-23".parse().unwrap();
        let failed = Criterion::ALL
            .iter()
            .flat_map(|criterion| {
                [
                    Failed::Limit(limit(*criterion)),
                    Failed::Unknown(limit(*criterion)),
                ]
            })
            .chain([Failed::NotYet(day), Failed::Lapsed(day)]);
        let misses = failed.map(|failed| NearMiss {
            organisation: "jgz".parse().unwrap(),
            failed,
            place: place(),
        });
        let why = Explanation {
            place: None,
            reasons: vec![Reason {
                organisation: "jgz".parse().unwrap(),
                limits: Criterion::ALL.iter().copied().map(limit).collect(),
                because: Some(Text {
                    nl: evil.into(),
                    en: evil.into(),
                }),
                place: place(),
            }],
            involved: vec![Involvement {
                organisation: "cjg".parse().unwrap(),
                why: WhyInvolved::Claims,
                topic: Some("parenting".parse().unwrap()),
            }],
            gaps: vec!["housing".parse().unwrap()],
            set_aside: vec![SetAside {
                organisation: "mee".parse().unwrap(),
                gave_way: Superseded::ByPriority,
                to: "jgz".parse().unwrap(),
                place: place(),
            }],
            near_misses: misses.collect(),
            would_help: vec![Criterion::Age],
            leads: false,
        };
        let texts = Texts::new(Language::Nl);
        for basis in [Basis::Rule, Basis::Gap, Basis::Dispute] {
            let said = sentences(&offer(basis), &why, &[], &screen(&texts));
            let ours = said.replace("\u{1b}[1m", "").replace("\u{1b}[0m", "");
            assert_eq!(escape::lines(&ours), ours);
        }
    }

    fn offer(basis: Basis) -> Offer {
        Offer {
            owner: "jgz".parse().unwrap(),
            basis,
            coordinator: "gemeente".parse().unwrap(),
            involved: std::iter::empty().collect(),
            claimants: vec![],
            accept_by: "2026-11-25".parse().unwrap(),
            feedback_by: "2026-11-30".parse().unwrap(),
            level: Level::StatusOnly,
            responsibility: None,
            knows_family: false,
        }
    }
}
