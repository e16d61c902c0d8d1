//! The tables under the charts: every number of them, and those that no chart shows.

use maud::{Markup, html};

use crate::domain::codes::TopicId;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::overview::{OverviewRow, TopicChange};
use crate::verbs::overview::answer::OwnerGroup;
use crate::verbs::overview::answer::sentences::{count, days, promise, topic, way};

/// A table that can be moved sideways where the screen is narrow, also with the keyboard.
///
/// `words`: the column, after that of the names, which holds words and no numbers.
fn table(
    caption: &str,
    headings: &[&str],
    words: Option<usize>,
    rows: &[(String, Vec<String>)],
    screen: &RenderContext<'_>,
) -> Markup {
    let class = |column: usize| (Some(column) == words).then_some("words");
    html! {
        div .scroll role="region" tabindex="0" aria-label=(caption) {
            table {
                caption { (caption) }
                thead { tr { @for (column, heading) in headings.iter().enumerate() {
                        th scope="col" class=[column.checked_sub(1).and_then(class)] { (screen.tr0(heading)) }
                    } } }
                tbody {
                    @for (name, cells) in rows {
                        tr {
                            th scope="row" { (name) }
                            @for (column, cell) in cells.iter().enumerate() { td class=[class(column)] { (cell) } }
                        }
                    }
                }
            }
        }
    }
}

/// What is known of the signals of a group, by topic.
pub(crate) fn figures(heading: &str, group: &OwnerGroup<'_>, screen: &RenderContext<'_>) -> Markup {
    let headings = [
        "overview-page-topic",
        "overview-signals",
        "overview-days",
        "overview-promised",
        "overview-late",
        "overview-came-back",
        "overview-something-else",
        "overview-unseen",
    ];
    let cells = |row: &OverviewRow| {
        let Some(figures) = &row.figures else {
            let nothing = std::iter::repeat_n("–".to_owned(), headings.len() - 2);
            return std::iter::once(count(row.signals)).chain(nothing).collect();
        };
        let promised = figures.promised.map_or_else(|| "–".to_owned(), promise);
        let parts = [
            figures.late,
            figures.came_back,
            figures.something_else,
            figures.unseen,
        ]
        .map(count);
        [count(row.signals), days(figures.took), promised]
            .into_iter()
            .chain(parts)
            .collect::<Vec<_>>()
    };
    let rows: Vec<_> = group
        .rows
        .iter()
        .map(|row| (topic(row, screen), cells(row)))
        .collect();
    table(heading, &headings, None, &rows, screen)
}

/// How signals left their first owner.
pub(crate) fn bounces(heading: &str, rows: &[&OverviewRow], screen: &RenderContext<'_>) -> Markup {
    let cells = |row: &&OverviewRow| {
        let bounced = row.figures.iter().flat_map(|figures| &figures.bounced);
        let line = |(how, text): &(_, _)| {
            (
                topic(row, screen),
                vec![way(*how, screen), count(*text), count(row.signals)],
            )
        };
        bounced.map(line).collect::<Vec<_>>()
    };
    let rows: Vec<_> = rows.iter().flat_map(cells).collect();
    let headings = [
        "overview-page-topic",
        "overview-page-how",
        "overview-bounced",
        "overview-of-signals",
    ];
    table(
        &screen.tr("overview-page-chart-bounces", &[("what", heading.into())]),
        &headings,
        Some(0),
        &rows,
        screen,
    )
}

/// As what else signals turned out.
pub(crate) fn became(became: &[TopicChange], screen: &RenderContext<'_>) -> Markup {
    let named = |topic: &TopicId| escape::line(&screen.topic(topic));
    let line = |TopicChange { from, to, signals }: &TopicChange| {
        (named(from), vec![named(to), count(*signals)])
    };
    let rows: Vec<_> = became.iter().map(line).collect();
    let headings = ["overview-page-from", "overview-page-to", "overview-signals"];
    table(
        &screen.tr0("overview-became"),
        &headings,
        Some(0),
        &rows,
        screen,
    )
}
