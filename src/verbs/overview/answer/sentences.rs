//! The overview on a screen: tables with small bars.

use crate::domain::codes::CodeEnum as _;
use crate::domain::codes::ResponsibilityId;
use crate::output::decision::labelled;
use crate::output::decision::limit_text;
use crate::output::escape;
use crate::output::map_text::{limits_or_none, limits_text};
use crate::output::screen::RenderContext;
use crate::output::wrap::wrapped;
use crate::overview::suppressed_count::SuppressedCount;
use crate::overview::{Bounce, OverviewRow, Spread, TopicChange};
use crate::routing::criterion::{Criterion, Limit};
use crate::routing::map::RouteMap;
use crate::verbs::overview::answer::layout::{LabelledCells, Section};
use crate::verbs::overview::answer::{Heading, OverviewScope, OverviewView, bars};

/// The characters of a bar.
const BAR: u32 = 10;

/// A narrower screen has no room for a bar beside the days.
const MIN_WIDTH_FOR_BAR: usize = 64;

/// A longer row is hard to follow.
const MAX_WIDTH: usize = 100;

/// The overview, in the language of the screen.
pub(crate) fn describe(view: &OverviewView<'_>, screen: &RenderContext<'_>) -> String {
    let width = screen.width.unwrap_or(80).clamp(48, MAX_WIDTH);
    let mut parts = vec![
        screen.bold(&screen.tr0("overview-title")),
        wrapped(&scope_text(&view.scope, screen), width),
    ];
    if view.overview.groups.is_empty() {
        parts.push(wrapped(&screen.tr0("overview-empty"), width));
        return parts.join("\n");
    }
    parts.push(String::new());
    parts.push(days_section(view, screen, width));
    parts.push(results_section(view, screen, width));
    parts.extend(by_themselves_section(view, screen, width));
    parts.extend(bounces_section(view, screen, width));
    parts.extend(became_section(view, screen, width));
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
    let counts = [
        (SuppressedCount::Few, "overview-read-few-is"),
        (SuppressedCount::NearlyAll(20), "overview-read-nearly-is"),
        (SuppressedCount::Withheld(5), "overview-read-withheld-is"),
    ];
    let signs = signs.map(|(sign, meaning)| (screen.tr0(sign), screen.tr0(meaning)));
    let counts = counts.map(|(sign, meaning)| (count(sign), screen.tr0(meaning)));
    signs.into_iter().chain(counts).collect()
}

/// Which signals the overview counts.
pub(crate) fn scope_text(scope: &OverviewScope, screen: &RenderContext<'_>) -> String {
    let OverviewScope {
        since,
        until,
        area,
        topic,
        counted_on,
    } = scope;
    let parts = [
        since.map(|day| screen.tr("overview-since", &[("day", screen.day(day).into())])),
        until.map(|day| screen.tr("overview-until", &[("day", screen.day(day).into())])),
        area.as_ref().map(|area| screen.area(area)),
        topic.as_ref().map(|topic| screen.topic(topic)),
        Some(screen.tr(
            "overview-counted-on",
            &[("day", screen.day(*counted_on).into())],
        )),
    ];
    escape::line(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// What the signals of a group were given to.
pub(crate) fn heading(heading: &Heading<'_>, map: &RouteMap, screen: &RenderContext<'_>) -> String {
    let text = match heading {
        Heading::Gap => screen.tr0("overview-gap"),
        Heading::Dispute => screen.tr0("overview-dispute"),
        Heading::Agreed {
            owner,
            id: _,
            now: Some(now),
        } => {
            let limits = limits_text(now, map, screen);
            format!("{}: {limits}", screen.organisation(owner))
        }
        Heading::Agreed {
            owner,
            id,
            now: None,
        } => {
            let args = [
                ("owner", screen.organisation(owner).into()),
                ("says", former_limits(id, screen).into()),
            ];
            screen.tr("overview-no-longer", &args)
        }
    };
    escape::line(&text)
}

/// The limits, without the topics, of a responsibility that the map no longer has; its key when that
/// was cut short, or names a criterion that this version does not know.
fn former_limits(id: &ResponsibilityId, screen: &RenderContext<'_>) -> String {
    let limits: Option<Vec<Limit>> = match id.as_str() {
        "all" => Some(Vec::new()),
        cut if cut.contains("..") => None,
        key => key.split(' ').map(limit).collect(),
    };
    let Some(mut limits) = limits else {
        return id.to_string();
    };
    limits.retain(|limit| limit.criterion != Criterion::Topic);
    let texts: Vec<String> = limits
        .iter()
        .map(|limit| limit_text(limit, screen))
        .collect();
    limits_or_none(&texts, screen)
}

/// `area:waterdam,veenbroek`.
fn limit(key: &str) -> Option<Limit> {
    let (criterion, values) = key.split_once(':')?;
    Some(Limit {
        criterion: Criterion::from_code(criterion)?,
        values: values.split(',').map(str::to_owned).collect(),
    })
}

/// What a row is about.
pub(crate) fn topic(row: &OverviewRow, screen: &RenderContext<'_>) -> String {
    escape::line(&row.topic.as_ref().map_or_else(
        || screen.tr0("overview-other-topics"),
        |topic| screen.topic(topic),
    ))
}

/// A count in as few characters as possible.
pub(crate) fn count(count: SuppressedCount) -> String {
    match count {
        SuppressedCount::Exactly(count) => count.to_string(),
        SuppressedCount::Few => "<5".to_owned(),
        SuppressedCount::NearlyAll(_) => {
            let (least, most) = count.bounds();
            format!("{least}–{most}")
        }
        SuppressedCount::Withheld(_) => "–".to_owned(),
    }
}

/// `3 (2–5)`: the median, and the quarters below and above it.
pub(crate) fn days(took: Option<Spread>) -> String {
    match took {
        Some(Spread { low, middle, high }) => format!("{middle} ({low}–{high})"),
        None => "–".to_owned(),
    }
}

/// The promise in days: from a quarter to three quarters of them where they differ because some
/// signals are urgent.
pub(crate) fn promise(promised: Option<Spread>) -> String {
    match promised {
        Some(Spread { low, middle, high }) if low == high => middle.to_string(),
        Some(Spread { low, high, .. }) => format!("{low}–{high}"),
        None => "–".to_owned(),
    }
}

/// How a signal left its first owner.
pub(crate) fn bounce_text(bounce: Bounce, screen: &RenderContext<'_>) -> String {
    match bounce {
        Bounce::Declined(reason) => screen.tr(
            "overview-declined",
            &[("reason", screen.label("decline", reason).into())],
        ),
        Bounce::TransferTaken => screen.tr0("overview-transfer-taken"),
        Bounce::Assigned => screen.tr0("overview-assigned"),
        Bounce::Rerouted => screen.tr0("overview-rerouted"),
        Bounce::Corrected => screen.tr0("overview-corrected"),
    }
}

/// The lines of each group that has any, under its heading.
fn grouped(
    view: &OverviewView<'_>,
    screen: &RenderContext<'_>,
    row_lines: impl Fn(&OverviewRow) -> Vec<LabelledCells>,
) -> Vec<LabelledCells> {
    let mut lines: Vec<LabelledCells> = Vec::new();
    for group in &view.overview.groups {
        let group_lines: Vec<LabelledCells> = group.rows.iter().flat_map(&row_lines).collect();
        if !group_lines.is_empty() {
            lines.push((heading(&group.heading, view.map, screen), Vec::new()));
        }
        for (label, cells) in group_lines {
            lines.push((format!("  {label}"), cells));
        }
    }
    lines
}

/// How long it took until feedback.
fn days_section(view: &OverviewView<'_>, screen: &RenderContext<'_>, width: usize) -> String {
    let scale = bars::scale(view.overview.figures());
    let has_bar = width >= MIN_WIDTH_FOR_BAR;
    let mut columns = vec![
        "overview-signals",
        "overview-days",
        "overview-promised",
        "overview-late",
    ];
    if has_bar {
        columns.insert(1, "overview-days-bar");
    }
    let lines = grouped(view, screen, |row| {
        let mut cells = vec![count(row.signals)];
        if let Some(figures) = &row.figures {
            if has_bar {
                cells.push(bars::days(figures.took, figures.promised, scale, BAR));
            }
            cells.extend([
                days(figures.took),
                promise(figures.promised),
                count(figures.late),
            ]);
        }
        vec![(topic(row, screen), cells)]
    });
    let section = Section {
        title: "overview-how-long",
        about: "overview-how-long-about",
        columns: &columns,
    };
    section.text(&lines, screen, width)
}

/// What came of the signals.
fn results_section(view: &OverviewView<'_>, screen: &RenderContext<'_>, width: usize) -> String {
    let lines = grouped(view, screen, |row| {
        let cells = row.figures.as_ref().map(|figures| {
            let counts = [
                row.signals,
                figures.came_back,
                figures.something_else,
                figures.unseen,
            ];
            (topic(row, screen), counts.map(count).to_vec())
        });
        Vec::from_iter(cells)
    });
    let section = Section {
        title: "overview-came-of-it",
        about: "overview-came-of-it-about",
        columns: &[
            "overview-signals",
            "overview-came-back",
            "overview-something-else",
            "overview-unseen",
        ],
    };
    section.text(&lines, screen, width)
}

/// What senders recorded themselves, and what was taken back; `None` when neither is known of any.
fn by_themselves_section(
    view: &OverviewView<'_>,
    screen: &RenderContext<'_>,
    width: usize,
) -> Option<String> {
    let lines = grouped(view, screen, |row| {
        let figures = row
            .figures
            .as_ref()
            .filter(|figures| figures.heard.says_something() || figures.undone.says_something());
        let cells = figures.map(|figures| {
            let counts = [row.signals, figures.heard, figures.undone];
            (topic(row, screen), counts.map(count).to_vec())
        });
        Vec::from_iter(cells)
    });
    let section = Section {
        title: "overview-by-themselves",
        about: "overview-by-themselves-about",
        columns: &["overview-signals", "overview-heard", "overview-undone"],
    };
    (!lines.is_empty()).then(|| section.text(&lines, screen, width))
}

/// How signals left their first owner; `None` when none did.
fn bounces_section(
    view: &OverviewView<'_>,
    screen: &RenderContext<'_>,
    width: usize,
) -> Option<String> {
    let lines = grouped(view, screen, |row| bounce_lines(row, screen));
    let section = Section {
        title: "overview-bounces",
        about: "overview-bounces-about",
        columns: &[
            "overview-bounced",
            "overview-share-bar",
            "overview-of-signals",
        ],
    };
    (!lines.is_empty()).then(|| section.text(&lines, screen, width))
}

fn bounce_lines(row: &OverviewRow, screen: &RenderContext<'_>) -> Vec<LabelledCells> {
    let (of, _) = row.signals.bounds();
    let bounced = row.figures.iter().flat_map(|figures| &figures.bounced);
    bounced
        .map(|(bounce, part)| {
            let bounce = bounce_text(*bounce, screen);
            let cells = vec![
                count(*part),
                bars::share(*part, of, BAR),
                count(row.signals),
            ];
            (format!("{}: {bounce}", topic(row, screen)), cells)
        })
        .collect()
}

/// The other topics that signals turned out to be about; `None` when there are none.
fn became_section(
    view: &OverviewView<'_>,
    screen: &RenderContext<'_>,
    width: usize,
) -> Option<String> {
    let became = &view.overview.became;
    let most = became.iter().map(|pair| pair.signals.bounds().1).max()?;
    let lines: Vec<LabelledCells> = became
        .iter()
        .map(|TopicChange { from, to, signals }| {
            let label = format!("{} → {}", screen.topic(from), screen.topic(to));
            let bar = bars::share(*signals, most, BAR);
            (escape::line(&label), vec![count(*signals), bar])
        })
        .collect();
    let section = Section {
        title: "overview-became",
        about: "overview-became-about",
        columns: &["overview-signals", ""],
    };
    Some(section.text(&lines, screen, width))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_that_differ_are_told_from_which_to_which() {
        assert_eq!(
            promise(Some(Spread {
                low: 5,
                middle: 5,
                high: 5
            })),
            "5"
        );
        assert_eq!(
            promise(Some(Spread {
                low: 3,
                middle: 3,
                high: 20
            })),
            "3–20"
        );
    }
}
