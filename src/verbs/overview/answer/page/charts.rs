//! The charts of the page: SVG as wide as the screen, each with a title and its numbers in words.

use maud::{Markup, html};

use crate::domain::invariant::number;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::overview::suppressed_count::SuppressedCount;
use crate::overview::{Figures, OverviewRow, Spread, TopicChange};
use crate::verbs::overview::answer::sentences::{bounce_text, count, promise, topic};

/// How high a line of words is, in pixels, and the drawing under it.
const WORDS: u32 = 18;
const DRAWING: u32 = 28;

/// A row with one line of words.
const ROW: u32 = WORDS + DRAWING;

/// A row with two lines: on a telephone one would run off the screen.
const TALL_ROW: u32 = 2 * WORDS + DRAWING;

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

/// The place of `count` on an axis that ends at `of`, in percents of the width.
fn across(count: u32, of: u32) -> f64 {
    LEFT + (RIGHT - LEFT) * f64::from(count) / f64::from(of.max(1))
}

/// A line of words with its foot at this height.
fn label(foot: u32, words: &str) -> Markup {
    html! { text .label x=(percent(LEFT)) y=(foot) { (words) } }
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
    let scale = scale.max(1);
    let sentences: Vec<String> = all
        .iter()
        .map(|(topic, row, figures)| days_text(topic, row.signals, figures, screen))
        .collect();
    let drawn = html! {
        @for day in ticks(scale) {
            line .grid x1=(percent(across(day, scale))) x2=(percent(across(day, scale))) y1="20" y2=(height(all.len(), ROW)) {}
            text .tick x=(percent(across(day, scale))) y=(height(all.len(), ROW) + 16) { (day) }
        }
        @for (number, (topic, row, figures)) in (0..).zip(&all) {
            (label(number * ROW + 16, &format!("{topic} ({})", count(row.signals))))
            @if let Some(Spread { low, middle, high }) = figures.took {
                @let y = number * ROW + WORDS + DRAWING / 2;
                line .half x1=(percent(across(low, scale))) x2=(percent(across(high, scale))) y1=(y) y2=(y) {}
                circle .middle cx=(percent(across(middle, scale))) cy=(y) r="6" {}
            }
            @if let Some(promised) = figures.promised {
                @let x = percent(across(promised.middle, scale));
                line .promise x1=(x) x2=(x) y1=(number * ROW + WORDS + 3) y2=((number + 1) * ROW - 3) {}
            }
        }
        text .axis x=(percent(RIGHT)) y=(height(all.len(), ROW) + 32) { (screen.tr0("overview-page-axis")) }
    };
    let title = screen.tr("overview-page-chart-days", &[("what", heading.into())]);
    html! {
        figure {
            (chart(&id, &title, &sentences, height(all.len(), ROW) + 38, &drawn))
            figcaption { (legend(screen)) }
        }
    }
}

fn height(rows: usize, row: u32) -> u32 {
    number(rows) * row
}

/// What the marks are.
fn legend(screen: &RenderContext<'_>) -> Markup {
    html! {
        // The chart says the same in words.
        span aria-hidden="true" {
            span .mark { svg width="28" height="14" { line .half x1="2" x2="26" y1="7" y2="7" {} } (screen.tr0("overview-page-legend-half")) }
            span .mark { svg width="16" height="14" { circle .middle cx="8" cy="7" r="6" {} } (screen.tr0("overview-page-legend-middle")) }
            span .mark { svg width="10" height="14" { line .promise x1="5" x2="5" y1="0" y2="14" {} } (screen.tr0("overview-page-legend-promise")) }
        }
    }
}

fn days_text(
    topic: &str,
    signals: SuppressedCount,
    figures: &Figures,
    screen: &RenderContext<'_>,
) -> String {
    let named = [("topic", topic.into()), ("signals", count(signals).into())];
    let Some(Spread { low, middle, high }) = figures.took else {
        return screen.tr("overview-page-chart-days-none", &named);
    };
    let [topic, signals] = named;
    screen.tr(
        "overview-page-chart-days-row",
        &[
            topic,
            signals,
            ("low", low.into()),
            ("middle", middle.into()),
            ("high", high.into()),
            ("promised", promise(figures.promised).into()),
        ],
    )
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
            let topic = topic(row, screen);
            bars.push(Bar {
                words: [format!("{topic}:"), bounce_text(*bounce, screen)],
                part: *part,
                of: Some(row.signals.bounds().1),
            });
        }
    }
    let most = bars.iter().filter_map(|bar| bar.of).max().unwrap_or(1);
    let chart = BarChart {
        id: format!("{id}-bounces"),
        title: screen.tr("overview-page-chart-bounces", &[("what", heading.into())]),
        bar_text: "overview-page-chart-bounces-row",
        bars,
        most,
    };
    chart.figure(screen)
}

/// The other topics that signals turned out to be about.
pub(crate) fn became(id: &str, became: &[TopicChange], screen: &RenderContext<'_>) -> Markup {
    let bars: Vec<Bar> = became
        .iter()
        .map(|TopicChange { from, to, signals }| Bar {
            words: [format!("{} →", screen.topic(from)), screen.topic(to)]
                .map(|words| escape::line(&words)),
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
        most: most.unwrap_or(1),
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
    /// The label, on two lines.
    words: [String; 2],
    part: SuppressedCount,
    of: Option<u32>,
}

impl Bar {
    fn text(&self, key: &str, screen: &RenderContext<'_>) -> String {
        let of = self.of.map(|of| of.to_string()).unwrap_or_default();
        screen.tr(
            key,
            &[
                ("topic", self.words.join(" ").into()),
                ("signals", count(self.part).into()),
                ("of", of.into()),
            ],
        )
    }
}

impl BarChart {
    fn figure(&self, screen: &RenderContext<'_>) -> Markup {
        let sentences: Vec<String> = self
            .bars
            .iter()
            .map(|bar| bar.text(self.bar_text, screen))
            .collect();
        let height = height(self.bars.len(), TALL_ROW);
        html! { figure { (chart(&self.id, &self.title, &sentences, height, &self.drawing())) } }
    }

    /// Bars under their words: the whole as a frame, what is certain as a bar, what is possible as a
    /// hatched one.
    fn drawing(&self) -> Markup {
        html! {
            @for (number, bar) in (0..).zip(&self.bars) {
                @let (least, may_be) = bar.part.bounds();
                @let y = number * TALL_ROW + 2 * WORDS + 6;
                @let [first, second] = &bar.words;
                (label(number * TALL_ROW + 16, first))
                (label(number * TALL_ROW + WORDS + 16, &format!("{second} ({})", count(bar.part))))
                @if let Some(of) = bar.of { rect .whole x=(percent(LEFT)) y=(y) width=(self.width(of)) height="16" {} }
                @if may_be > least { rect .may-be x=(percent(LEFT)) y=(y) width=(self.width(may_be)) height="16" {} }
                rect .sure x=(percent(LEFT)) y=(y) width=(self.width(least)) height="16" {}
            }
        }
    }

    fn width(&self, count: u32) -> String {
        percent(across(count, self.most) - LEFT)
    }
}
