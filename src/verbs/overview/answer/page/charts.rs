//! The charts of the page: SVG as wide as the screen, each with a title and its numbers in words.

use maud::{Markup, html};

use crate::domain::invariant::number;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::overview::suppressed_count::SuppressedCount;
use crate::overview::{Figures, OverviewRow, Spread, TopicChange};
use crate::verbs::overview::answer::sentences::{bounce_text, count, promise, topic};

// Heights and distances are in pixels.

/// The height of a line of text.
const TEXT_HEIGHT: u32 = 18;

/// The height of the drawing under the text of a row.
const DRAWING_HEIGHT: u32 = 28;

/// A row with one line of text.
const ROW: u32 = TEXT_HEIGHT + DRAWING_HEIGHT;

/// A row with two lines: on a telephone one would run off the screen.
const TALL_ROW: u32 = 2 * TEXT_HEIGHT + DRAWING_HEIGHT;

/// From the top of a line of text to the foot of its letters.
const BASELINE: u32 = 16;

/// Where the lines of the grid begin, below the text of the first row.
const GRID_TOP: u32 = 20;

/// From the last row down to the foot of the numbers on the axis.
const TICKS: u32 = 16;

/// From the last row down to the foot of the name of the axis.
const AXIS: u32 = 32;

/// The height below the last row, for the numbers and the name of the axis.
const FOOTER: u32 = 38;

const DOT_RADIUS: u32 = 6;

/// Above and below the line of a promise.
const PROMISE_MARGIN: u32 = 3;

const BAR_HEIGHT: u32 = 16;

/// Above a bar.
const BAR_MARGIN: u32 = 6;

/// The ends of the drawing, in percents of the width: a dot at either end stays whole.
const LEFT: f64 = 1.5;
const RIGHT: f64 = 96.0;

/// A chart: what it is called, its numbers in words, and how it is drawn.
fn chart(id: &str, title: &str, text: &[String], height: u32, drawn: &Markup) -> Markup {
    html! {
        svg role="img" aria-labelledby={ (id) "-t " (id) "-d" } width="100%" height=(height) xmlns="http://www.w3.org/2000/svg" {
            title id={ (id) "-t" } { (title) }
            desc id={ (id) "-d" } { (text.join(" ")) }
            (drawn)
        }
    }
}

fn percent(share: f64) -> String {
    format!("{share:.2}%")
}

/// The place of `value` on an axis that ends at `of`, in percents of the width.
fn across(value: u32, of: u32) -> f64 {
    LEFT + (RIGHT - LEFT) * f64::from(value) / f64::from(of.max(1))
}

/// A line of text that begins at this height.
fn label_at(top: u32, text: &str) -> Markup {
    html! { text .label x=(percent(LEFT)) y=(top + BASELINE) { (text) } }
}

/// How long it took until feedback, by topic, against the promise.
pub(crate) fn days(
    id: &str,
    heading: &str,
    rows: &[&OverviewRow],
    scale: u32,
    screen: &RenderContext<'_>,
) -> Markup {
    let id = format!("{id}-days");
    let all: Vec<(String, &OverviewRow, &Figures)> = rows
        .iter()
        .filter_map(|row| Some((topic(row, screen), *row, row.figures.as_ref()?)))
        .collect();
    // The axis has a length, even if everything took no day at all.
    let scale = scale.max(1);
    let foot = rows_height(all.len(), ROW);
    let sentences: Vec<String> = all
        .iter()
        .map(|(label, row, figures)| days_text(label, row.signals, figures, screen))
        .collect();
    let drawn = html! {
        @for day in ticks(scale) {
            line .grid x1=(percent(across(day, scale))) x2=(percent(across(day, scale))) y1=(GRID_TOP) y2=(foot) {}
            text .tick x=(percent(across(day, scale))) y=(foot + TICKS) { (day) }
        }
        @for (index, (label, row, figures)) in (0..).zip(&all) {
            @let top = index * ROW;
            (label_at(top, &format!("{label} ({})", count(row.signals))))
            @if let Some(Spread { low, middle, high }) = figures.took {
                @let y = top + TEXT_HEIGHT + DRAWING_HEIGHT / 2;
                line .half x1=(percent(across(low, scale))) x2=(percent(across(high, scale))) y1=(y) y2=(y) {}
                circle .middle cx=(percent(across(middle, scale))) cy=(y) r=(DOT_RADIUS) {}
            }
            @if let Some(promised) = figures.promised {
                @let x = percent(across(promised.middle, scale));
                line .promise x1=(x) x2=(x) y1=(top + TEXT_HEIGHT + PROMISE_MARGIN) y2=(top + ROW - PROMISE_MARGIN) {}
            }
        }
        text .axis x=(percent(RIGHT)) y=(foot + AXIS) { (screen.tr0("overview-page-axis")) }
    };
    let title = screen.tr("overview-page-chart-days", &[("what", heading.into())]);
    html! {
        figure {
            (chart(&id, &title, &sentences, foot + FOOTER, &drawn))
            figcaption { (legend(screen)) }
        }
    }
}

fn rows_height(rows: usize, row: u32) -> u32 {
    number(rows) * row
}

/// What the marks are.
fn legend(screen: &RenderContext<'_>) -> Markup {
    html! {
        // The chart says the same in words.
        span aria-hidden="true" {
            span .mark { svg width="28" height="14" { line .half x1="2" x2="26" y1="7" y2="7" {} } (screen.tr0("overview-page-legend-half")) }
            span .mark { svg width="16" height="14" { circle .middle cx="8" cy="7" r=(DOT_RADIUS) {} } (screen.tr0("overview-page-legend-middle")) }
            span .mark { svg width="10" height="14" { line .promise x1="5" x2="5" y1="0" y2="14" {} } (screen.tr0("overview-page-legend-promise")) }
        }
    }
}

fn days_text(
    label: &str,
    signals: SuppressedCount,
    figures: &Figures,
    screen: &RenderContext<'_>,
) -> String {
    let mut args = vec![("topic", label.into()), ("signals", count(signals).into())];
    let Some(Spread { low, middle, high }) = figures.took else {
        return screen.tr("overview-page-chart-days-none", &args);
    };
    args.extend([
        ("low", low.into()),
        ("middle", middle.into()),
        ("high", high.into()),
        ("promised", promise(figures.promised).into()),
    ]);
    screen.tr("overview-page-chart-days-row", &args)
}

/// The days with a number on the axis: at most eight, at whole steps.
fn ticks(scale: u32) -> impl Iterator<Item = u32> {
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500]
        .into_iter()
        .find(|step| scale / step <= 7)
        .unwrap_or(1000);
    (0..=scale).step_by(step as usize)
}

/// How signals left their first owner, as parts of all about their topic.
pub(crate) fn bounces(
    id: &str,
    heading: &str,
    rows: &[&OverviewRow],
    screen: &RenderContext<'_>,
) -> Markup {
    let mut bars = Vec::new();
    for row in rows {
        for (bounce, part) in row.figures.iter().flat_map(|figures| &figures.bounced) {
            let label = topic(row, screen);
            bars.push(Bar {
                label: [format!("{label}:"), bounce_text(*bounce, screen)],
                part: *part,
                of: Some(row.signals.bounds().1),
            });
        }
    }
    let most = bars.iter().filter_map(|bar| bar.of).max();
    let chart = BarChart {
        id: format!("{id}-bounces"),
        title: screen.tr("overview-page-chart-bounces", &[("what", heading.into())]),
        bar_text: "overview-page-chart-bounces-row",
        bars,
        most: most.unwrap_or_default(),
    };
    chart.figure(screen)
}

/// The other topics that signals turned out to be about.
pub(crate) fn became(id: &str, became: &[TopicChange], screen: &RenderContext<'_>) -> Markup {
    let bars: Vec<Bar> = became
        .iter()
        .map(|TopicChange { from, to, signals }| Bar {
            label: [format!("{} →", screen.topic(from)), screen.topic(to)]
                .map(|line| escape::line(&line)),
            part: *signals,
            of: None,
        })
        .collect();
    let most = bars.iter().map(|bar| bar.part.bounds().1).max();
    let chart = BarChart {
        id: format!("{id}-chart"),
        title: screen.tr0("overview-page-chart-became"),
        bar_text: "overview-page-chart-became-row",
        bars,
        most: most.unwrap_or_default(),
    };
    chart.figure(screen)
}

/// Bars on one scale.
struct BarChart {
    id: String,
    title: String,
    /// The key of the text that describes a bar.
    bar_text: &'static str,
    bars: Vec<Bar>,
    /// The count at full width.
    most: u32,
}

/// A part of `of` signals; without `of` a count by itself.
struct Bar {
    /// On two lines.
    label: [String; 2],
    part: SuppressedCount,
    of: Option<u32>,
}

impl Bar {
    fn text(&self, key: &str, screen: &RenderContext<'_>) -> String {
        let mut args = vec![
            ("topic", self.label.join(" ").into()),
            ("signals", count(self.part).into()),
        ];
        if let Some(of) = self.of {
            args.push(("of", of.to_string().into()));
        }
        screen.tr(key, &args)
    }
}

impl BarChart {
    fn figure(&self, screen: &RenderContext<'_>) -> Markup {
        let sentences: Vec<String> = self
            .bars
            .iter()
            .map(|bar| bar.text(self.bar_text, screen))
            .collect();
        let height = rows_height(self.bars.len(), TALL_ROW);
        html! { figure { (chart(&self.id, &self.title, &sentences, height, &self.drawing())) } }
    }

    /// Bars under their labels: the whole as a frame, what is certain as a bar, what is possible as
    /// a hatched one.
    fn drawing(&self) -> Markup {
        html! {
            @for (index, bar) in (0..).zip(&self.bars) {
                @let (least, may_be) = bar.part.bounds();
                @let top = index * TALL_ROW;
                @let y = top + 2 * TEXT_HEIGHT + BAR_MARGIN;
                @let [first, second] = &bar.label;
                (label_at(top, first))
                (label_at(top + TEXT_HEIGHT, &format!("{second} ({})", count(bar.part))))
                @if let Some(of) = bar.of { rect .whole x=(percent(LEFT)) y=(y) width=(self.width(of)) height=(BAR_HEIGHT) {} }
                @if may_be > least { rect .may-be x=(percent(LEFT)) y=(y) width=(self.width(may_be)) height=(BAR_HEIGHT) {} }
                rect .sure x=(percent(LEFT)) y=(y) width=(self.width(least)) height=(BAR_HEIGHT) {}
            }
        }
    }

    fn width(&self, value: u32) -> String {
        percent(across(value, self.most) - LEFT)
    }
}
