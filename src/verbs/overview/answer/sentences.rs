//! The overview on a screen: tables with small bars.

use crate::domain::codes::{CodeEnum as _, ResponsibilityId};
use crate::output::decision::labelled;
use crate::output::decision::limit_text;
use crate::output::escape;
use crate::output::map_text::limits_text;
use crate::output::screen::RenderContext;
use crate::output::wrap::wrapped;
use crate::overview::suppressed_count::SuppressedCount;
use crate::overview::{Bounce, Figures, OverviewRow, Spread, TopicChange};
use crate::routing::criterion::{Criterion, Limit};
use crate::verbs::overview::answer::layout::{LabelledCells, Section, laid_out};
use crate::verbs::overview::answer::{Heading, OverviewScope, Overviewed, OwnerGroup, bars};

/// How many characters a bar takes.
const BAR: u32 = 10;

/// On a narrower screen the words need the room of the bar beside the days.
const ROOM_FOR_A_BAR: usize = 64;

/// Wider than this, a row is hard to follow.
const WIDEST: usize = 100;

/// The overview, in the language of the screen.
pub(crate) fn describe(overviewed: &Overviewed<'_>, screen: &RenderContext<'_>) -> String {
    let width = screen.width.unwrap_or(80).clamp(48, WIDEST);
    let groups = &overviewed.overview.groups;
    let mut parts = vec![
        screen.bold(&screen.tr0("overview-title")),
        wrapped(&of_what(&overviewed.asked, screen), width),
    ];
    if groups.is_empty() {
        parts.push(wrapped(&screen.tr0("overview-empty"), width));
        return parts.join("\n");
    }
    parts.push(String::new());
    parts.extend([
        how_long(groups, overviewed, screen, width),
        what_came_of_it(groups, overviewed, screen, width),
    ]);
    parts.extend(where_they_bounce(groups, overviewed, screen, width));
    parts.extend(as_what_else(&overviewed.overview.became, screen, width));
    parts.push(screen.bold(&screen.tr0("overview-read")));
    parts.push(wrapped(&labelled(&how_to_read(screen)), width));
    parts.push(wrapped(&screen.tr0("overview-read-about"), width));
    parts.join("\n")
}

/// What the signs mean.
pub(crate) fn how_to_read(screen: &RenderContext<'_>) -> Vec<(String, String)> {
    let signs = [
        ("overview-read-middle", "overview-read-middle-is"),
        ("overview-read-bar", "overview-read-bar-is"),
        ("overview-read-late", "overview-read-late-is"),
        ("overview-came-back", "overview-came-back-is"),
        ("overview-something-else", "overview-something-else-is"),
        ("overview-unseen", "overview-unseen-is"),
    ];
    let named = signs
        .map(|(sign, is)| (screen.tr0(sign), screen.tr0(is)))
        .into_iter();
    let counts = [
        (SuppressedCount::Few, "overview-read-few-is"),
        (SuppressedCount::NearlyAll(20), "overview-read-nearly-is"),
        (SuppressedCount::Withheld(5), "overview-read-withheld-is"),
    ];
    named
        .chain(counts.map(|(text, is)| (count(text), screen.tr0(is))))
        .collect()
}

/// Of which signals the overview is.
pub(crate) fn of_what(asked: &OverviewScope, screen: &RenderContext<'_>) -> String {
    let OverviewScope {
        since,
        until,
        area,
        topic,
        on,
    } = asked;
    let said = [
        since.map(|day| screen.tr("overview-since", &[("day", screen.day(day).into())])),
        until.map(|day| screen.tr("overview-until", &[("day", screen.day(day).into())])),
        area.as_ref().map(|area| screen.area(area)),
        topic.as_ref().map(|topic| screen.topic(topic)),
        Some(screen.tr("overview-counted-on", &[("day", screen.day(*on).into())])),
    ];
    escape::line(&said.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// To what the signals of a group were given.
pub(crate) fn heading(
    heading: &Heading<'_>,
    overviewed: &Overviewed<'_>,
    screen: &RenderContext<'_>,
) -> String {
    let text = match heading {
        Heading::Gap => screen.tr0("overview-gap"),
        Heading::Dispute => screen.tr0("overview-dispute"),
        Heading::Agreed {
            owner,
            id: _,
            now: Some(now),
        } => {
            format!(
                "{}: {}",
                screen.organisation(owner),
                limits_text(now, overviewed.map, screen)
            )
        }
        Heading::Agreed {
            owner,
            id,
            now: None,
        } => {
            let args = [
                ("owner", screen.organisation(owner).into()),
                ("says", said_then(id, screen).into()),
            ];
            screen.tr("overview-no-longer", &args)
        }
    };
    escape::line(&text)
}

/// The limits of a responsibility that the map no longer has, but for its topics; what was cut
/// short is told in its codes.
fn said_then(id: &ResponsibilityId, screen: &RenderContext<'_>) -> String {
    if id.as_str().contains("..") {
        return id.to_string();
    }
    let limits = id
        .as_str()
        .split(' ')
        .filter_map(|limit| limit.split_once(':'))
        .filter_map(|(criterion, values)| {
            Some(Limit {
                criterion: Criterion::from_code(criterion)?,
                values: values.split(',').map(str::to_owned).collect(),
            })
        });
    let sentence: Vec<String> = limits
        .filter(|limit| limit.criterion != Criterion::Topic)
        .map(|limit| limit_text(&limit, screen))
        .collect();
    if sentence.is_empty() {
        screen.tr0("limits-none")
    } else {
        sentence.join(" · ")
    }
}

/// What a row is about.
pub(crate) fn topic(row: &OverviewRow, screen: &RenderContext<'_>) -> String {
    escape::line(&row.topic.as_ref().map_or_else(
        || screen.tr0("overview-other-topics"),
        |topic| screen.topic(topic),
    ))
}

/// A count in as few characters as can be.
pub(crate) fn count(text: SuppressedCount) -> String {
    match text {
        SuppressedCount::Exactly(count) => count.to_string(),
        SuppressedCount::Few => "<5".to_owned(),
        SuppressedCount::NearlyAll(_) => {
            let (least, most) = text.bounds();
            format!("{least}–{most}")
        }
        SuppressedCount::Withheld(_) => "–".to_owned(),
    }
}

/// `3 (2–5)`: the middle one, and between which half of them lie.
pub(crate) fn days(took: Option<Spread>) -> String {
    took.map_or_else(
        || "–".to_owned(),
        |Spread { low, middle, high }| format!("{middle} ({low}–{high})"),
    )
}

/// How a signal left its first owner.
pub(crate) fn way(way: Bounce, screen: &RenderContext<'_>) -> String {
    match way {
        Bounce::Declined(reason) => screen.tr(
            "overview-declined",
            &[("reason", screen.label("decline", reason).into())],
        ),
        Bounce::TransferTaken => screen.tr0("overview-transfer-taken"),
        Bounce::Assigned => screen.tr0("overview-assigned"),
        Bounce::Rerouted => screen.tr0("overview-rerouted"),
    }
}

/// The figures of all rows that have them.
pub(crate) fn figures_of<'o>(groups: &'o [OwnerGroup<'_>]) -> impl Iterator<Item = &'o Figures> {
    groups
        .iter()
        .flat_map(|group| &group.rows)
        .filter_map(|row| row.figures.as_ref())
}

fn how_long(
    groups: &[OwnerGroup<'_>],
    overviewed: &Overviewed<'_>,
    screen: &RenderContext<'_>,
    width: usize,
) -> String {
    let scale = bars::scale(figures_of(groups));
    let has_bar = width >= ROOM_FOR_A_BAR;
    let mut columns = vec![
        "overview-signals",
        "overview-days",
        "overview-promised",
        "overview-late",
    ];
    if has_bar {
        columns.insert(1, "overview-days-bar");
    }
    let cells = |row: &OverviewRow| {
        let Some(figures) = &row.figures else {
            return vec![count(row.signals)];
        };
        let promised = figures.promised.map_or_else(|| "–".to_owned(), promise);
        let bar = has_bar.then(|| bars::days(figures.took, figures.promised, scale, BAR));
        let numbers = [days(figures.took), promised, count(figures.late)];
        std::iter::once(count(row.signals))
            .chain(bar)
            .chain(numbers)
            .collect()
    };
    let section = Section {
        title: "overview-how-long",
        about: "overview-how-long-about",
        columns: &columns,
    };
    section.drawn(groups, overviewed, screen, width, |row| {
        vec![(topic(row, screen), cells(row))]
    })
}

fn what_came_of_it(
    groups: &[OwnerGroup<'_>],
    overviewed: &Overviewed<'_>,
    screen: &RenderContext<'_>,
    width: usize,
) -> String {
    let columns = [
        "overview-signals",
        "overview-came-back",
        "overview-something-else",
        "overview-unseen",
    ];
    let cells = |row: &OverviewRow| {
        let figures = row.figures.as_ref()?;
        let parts = [figures.came_back, figures.something_else, figures.unseen].map(count);
        Some((
            topic(row, screen),
            std::iter::once(count(row.signals)).chain(parts).collect(),
        ))
    };
    let section = Section {
        title: "overview-came-of-it",
        about: "overview-came-of-it-about",
        columns: &columns,
    };
    section.drawn(groups, overviewed, screen, width, |row| {
        cells(row).into_iter().collect()
    })
}

fn where_they_bounce(
    groups: &[OwnerGroup<'_>],
    overviewed: &Overviewed<'_>,
    screen: &RenderContext<'_>,
    width: usize,
) -> Option<String> {
    let rows = |row: &OverviewRow| {
        let (of, _) = row.signals.bounds();
        let bounced = row.figures.iter().flat_map(|figures| &figures.bounced);
        let line = |(how, text): &(Bounce, SuppressedCount)| {
            let label = format!("{}: {}", topic(row, screen), way(*how, screen));
            (
                label,
                vec![
                    count(*text),
                    bars::share(*text, of, BAR),
                    count(row.signals),
                ],
            )
        };
        bounced.map(line).collect::<Vec<_>>()
    };
    let columns = [
        "overview-bounced",
        "overview-share-bar",
        "overview-of-signals",
    ];
    let section = Section {
        title: "overview-bounces",
        about: "overview-bounces-about",
        columns: &columns,
    };
    let any = figures_of(groups).any(|figures| !figures.bounced.is_empty());
    any.then(|| section.drawn(groups, overviewed, screen, width, rows))
}

fn as_what_else(
    became: &[TopicChange],
    screen: &RenderContext<'_>,
    width: usize,
) -> Option<String> {
    let most = became.iter().map(|pair| pair.signals.bounds().1).max()?;
    let line = |TopicChange { from, to, signals }: &TopicChange| {
        let label = format!("{} → {}", screen.topic(from), screen.topic(to));
        (
            escape::line(&label),
            vec![count(*signals), bars::share(*signals, most, BAR)],
        )
    };
    let names = [screen.tr0("overview-signals"), String::new()];
    let lines: Vec<LabelledCells> = became.iter().map(line).collect();
    let mut parts = vec![
        screen.bold(&screen.tr0("overview-became")),
        wrapped(&screen.tr0("overview-became-about"), width),
    ];
    parts.push(laid_out(&lines, &names, width));
    Some(parts.join("\n") + "\n")
}

/// The promise in days; from a quarter to three quarters of them when they differ, as they do where
/// some signals are urgent.
pub(in crate::verbs::overview::answer) fn promise(promised: Spread) -> String {
    let Spread { low, middle, high } = promised;
    if low == high {
        middle.to_string()
    } else {
        format!("{low}–{high}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_that_differ_are_told_from_which_to_which() {
        assert_eq!(
            promise(Spread {
                low: 5,
                middle: 5,
                high: 5
            }),
            "5"
        );
        assert_eq!(
            promise(Spread {
                low: 3,
                middle: 3,
                high: 20
            }),
            "3–20"
        );
    }
}
