//! The overview as one page for a browser and for paper, in both languages: charts, each with a
//! table under it. The page is complete: it has no script, and its policy forbids the browser to
//! fetch anything.

mod charts;
mod tables;

use maud::{Markup, PreEscaped, html};

use crate::output::escape;
use crate::output::i18n::{Language, Texts};
use crate::output::mark::Mark;
use crate::output::screen::RenderContext;
use crate::verbs::overview::answer::sentences::{heading, how_to_read, scope_text};
use crate::verbs::overview::answer::{OverviewView, OwnerGroup, bars};

const STYLE: &str = include_str!("style.css");

/// No network, no script, no form: only the style in the page.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const LANGUAGES: [(Language, &str, &str); 2] = [
    (Language::Nl, "nl", "Nederlands"),
    (Language::En, "en", "English"),
];

/// The page. It opens in the language of the screen.
pub fn render(view: &OverviewView<'_>, screen: &RenderContext<'_>) -> String {
    let first = screen.texts.language();
    let texts = LANGUAGES.map(|(language, code, _)| (code, Texts::new(language)));
    let pages = texts.iter().map(|(code, texts)| {
        let screen = RenderContext {
            texts,
            map: Some(view.map),
            as_they_were: None,
            now: screen.now,
            width: None,
            colour: false,
        };
        article(view, &screen, code)
    });
    let title = format!(
        "{} · {}",
        screen.tr0("overview-title"),
        escape::line(screen.of_map(&view.map.settings().name))
    );
    let page = html! {
        html lang=(screen.in_language("nl", "en")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                // The style shows the chosen language, without a script; an old browser shows
                // both.
                fieldset {
                    legend { "Taal · Language" }
                    @for (language, code, name) in LANGUAGES {
                        input type="radio" name="language" id=(code) checked[language == first];
                        label for=(code) lang=(code) { (name) }
                    }
                }
                main {
                    @for page in pages { (page) }
                }
            }
        }
    };
    Mark::Html.first_bytes() + &page.into_string() + "\n"
}

fn article(view: &OverviewView<'_>, screen: &RenderContext<'_>, code: &str) -> Markup {
    let groups: Vec<(String, String, &OwnerGroup<'_>)> = (1..)
        .zip(&view.overview.groups)
        .map(|(number, group)| {
            (
                format!("{code}-{number}"),
                heading(&group.heading, view.map, screen),
                group,
            )
        })
        .collect();
    // One scale for all charts: the same length is the same number of days.
    let scale = bars::scale(view.overview.figures());
    let became = &view.overview.became;
    let became_id = format!("{code}-became");
    html! {
        article lang=(code) aria-labelledby={ (code) "-title" } {
            h1 id={ (code) "-title" } { (screen.tr0("overview-title")) }
            p .of { (scope_text(&view.scope, screen)) }
            @if groups.is_empty() {
                p { (screen.tr0("overview-empty")) }
            } @else {
                p { (screen.tr0("overview-how-long-about")) " " (screen.tr0("overview-read-about")) }
                (how_to_read_it(screen))
                nav aria-labelledby={ (code) "-contents" } {
                    h2 id={ (code) "-contents" } { (screen.tr0("overview-page-contents")) }
                    ul {
                        @for (id, heading, _) in &groups { li { a href={ "#" (id) } { (heading) } } }
                        @if !became.is_empty() { li { a href={ "#" (became_id) } { (screen.tr0("overview-became")) } } }
                    }
                }
                @for (id, heading, group) in &groups { (section(id, heading, group, scale, screen)) }
                @if !became.is_empty() {
                    section aria-labelledby=(became_id) {
                        h2 id=(became_id) { (screen.tr0("overview-became")) }
                        p { (screen.tr0("overview-became-about")) }
                        (charts::became(&became_id, became, screen))
                        (tables::became(became, screen))
                    }
                }
            }
            footer { (screen.tr("overview-page-made", &[("map", escape::line(screen.of_map(&view.map.settings().name)).into())])) }
        }
    }
}

fn section(
    id: &str,
    heading: &str,
    group: &OwnerGroup<'_>,
    scale: u32,
    screen: &RenderContext<'_>,
) -> Markup {
    let rows: Vec<_> = group
        .rows
        .iter()
        .filter(|row| row.figures.is_some())
        .collect();
    let bounces = rows
        .iter()
        .filter_map(|row| row.figures.as_ref())
        .any(|figures| !figures.bounced.is_empty());
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (heading) }
            @if rows.is_empty() {
                p { (screen.tr0("overview-page-too-few")) }
            } @else {
                h3 { (screen.tr0("overview-how-long")) }
                (charts::days(id, heading, &rows, scale, screen))
                (tables::figures(heading, group, screen))
                @if bounces {
                    h3 { (screen.tr0("overview-bounces")) }
                    (charts::bounces(id, heading, &rows, screen))
                    (tables::bounces(heading, &rows, screen))
                }
            }
        }
    }
}

fn how_to_read_it(screen: &RenderContext<'_>) -> Markup {
    html! {
        details open {
            summary { (screen.tr0("overview-read")) }
            dl {
                // The bar of a terminal is not on this page: its charts have a legend.
                @for (sign, is) in how_to_read(screen).iter().filter(|(sign, _)| !sign.contains('█')) {
                    dt { (sign) }
                    dd { (is) }
                }
            }
        }
    }
}
