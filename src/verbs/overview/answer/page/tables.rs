//! The tables under the charts: their numbers, and those that no chart shows.

use maud::{Markup, html};

use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::overview::{OverviewRow, TopicChange};
use crate::verbs::overview::answer::OwnerGroup;
use crate::verbs::overview::answer::sentences::{bounce_text, count, days, promise, topic};

/// A table that scrolls sideways on a narrow screen, also with the keyboard.
///
/// `words` is the column after that of the names that holds words and no numbers.
fn table(
    caption: &str,
    headings: &[&str],
    words: Option<usize>,
    rows: &[(String, Vec<String>)],
    screen: &RenderContext<'_>,
) -> Markup {
    html! {
        div .scroll role="region" tabindex="0" aria-label=(caption) {
            table {
                caption { (caption) }
                thead { tr { @for (column, heading) in headings.iter().enumerate() {
                        th scope="col" class=[(column.checked_sub(1) == words && column > 0).then_some("words")] { (screen.tr0(heading)) }
                    } } }
                tbody {
                    @for (name, cells) in rows {
                        tr {
                            th scope="row" { (name) }
                            @for (column, cell) in cells.iter().enumerate() { td class=[(Some(column) == words).then_some("words")] { (cell) } }
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
        "overview-heard",
        "overview-undone",
    ];
    let mut rows = Vec::new();
    for row in &group.rows {
        let mut cells = vec![count(row.signals)];
        match &row.figures {
            Some(figures) => cells.extend([
                days(figures.took),
                promise(figures.promised),
                count(figures.late),
                count(figures.came_back),
                count(figures.something_else),
                count(figures.unseen),
                count(figures.heard),
                count(figures.undone),
            ]),
            None => cells.resize(headings.len() - 1, "–".to_owned()),
        }
        rows.push((topic(row, screen), cells));
    }
    table(heading, &headings, None, &rows, screen)
}

/// How signals left their first owner.
pub(crate) fn bounces(heading: &str, rows: &[&OverviewRow], screen: &RenderContext<'_>) -> Markup {
    let headings = [
        "overview-page-topic",
        "overview-page-how",
        "overview-bounced",
        "overview-of-signals",
    ];
    let mut lines = Vec::new();
    for row in rows {
        for (bounce, part) in row.figures.iter().flat_map(|figures| &figures.bounced) {
            let bounce = bounce_text(*bounce, screen);
            let cells = vec![bounce, count(*part), count(row.signals)];
            lines.push((topic(row, screen), cells));
        }
    }
    let caption = screen.tr("overview-page-chart-bounces", &[("what", heading.into())]);
    table(&caption, &headings, Some(0), &lines, screen)
}

/// The other topics that signals turned out to be about.
pub(crate) fn became(became: &[TopicChange], screen: &RenderContext<'_>) -> Markup {
    let headings = ["overview-page-from", "overview-page-to", "overview-signals"];
    let rows: Vec<_> = became
        .iter()
        .map(|TopicChange { from, to, signals }| {
            let [from, to] = [from, to].map(|topic| escape::line(&screen.topic(topic)));
            (from, vec![to, count(*signals)])
        })
        .collect();
    let caption = screen.tr0("overview-became");
    table(&caption, &headings, Some(0), &rows, screen)
}
