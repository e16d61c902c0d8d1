//! A name stays a name in what is drawn and in a page.

use std::collections::BTreeSet;

use quick_xml::events::Event as Xml;

use super::*;
use crate::map_analysis::ownership_matrix::{OwnershipMatrix, Scope};
use crate::output::escape;
use crate::output::mark::Mark;
use crate::verbs::map::graph::answer::{GraphView, PictureKind};
use crate::verbs::overview::answer::page;
use crate::verbs::tests::answers::overviewed;

/// The names of all elements, and of all attributes, each with its element.
fn names(markup: &str) -> BTreeSet<String> {
    let mut reader = quick_xml::Reader::from_str(markup);
    // A page has elements that are never ended.
    reader.config_mut().check_end_names = false;
    let mut names = BTreeSet::new();
    loop {
        match reader.read_event().unwrap() {
            Xml::Eof => return names,
            Xml::Start(tag) | Xml::Empty(tag) => {
                let element = tag.name().as_ref().to_owned();
                let attributes = tag.html_attributes().map(|attribute| {
                    format!("{element} {}", attribute.unwrap().key.as_ref() as &str)
                });
                names.extend(attributes.collect::<Vec<_>>());
                names.insert(element);
            }
            Xml::Comment(_) | Xml::CData(_) | Xml::PI(_) => panic!("{markup}"),
            Xml::End(_) | Xml::Text(_) | Xml::GeneralRef(_) | Xml::Decl(_) | Xml::DocType(_) => {}
        }
    }
}

/// What comes behind the mark with which a picture or a page begins.
fn behind(mark: Mark, written: &str) -> String {
    written
        .strip_prefix(&mark.first_bytes())
        .unwrap()
        .to_owned()
}

/// The text in the first element of this name.
fn text_in(markup: &str, element: &str) -> String {
    let (_, after) = markup.split_once(&format!("<{element}")).unwrap();
    let (_, inside) = after.split_once('>').unwrap();
    quick_xml::escape::unescape(inside.split("</").next().unwrap())
        .unwrap()
        .into_owned()
}

#[test]
fn no_name_adds_an_element_or_an_attribute_to_a_picture_or_a_page() {
    let texts = Texts::new(Language::En);
    let picture = |map: &RouteMap| {
        let screen = RenderContext {
            texts: &texts,
            map: Some(map),
            as_they_were: None,
            now: now(),
            width: None,
            colour: false,
        };
        let picture = OwnershipMatrix::new(map, Scope::default(), map.day(now()));
        GraphView::new(picture, PictureKind::Svg).draw(&screen)
    };
    let page = |map: &RouteMap| {
        let screen = RenderContext {
            texts: &texts,
            map: Some(map),
            as_they_were: None,
            now: now(),
            width: None,
            colour: false,
        };
        behind(Mark::Html, &page::render(&overviewed(map), &screen))
    };
    let plain = with_texts(&example(), &["Plain".to_owned()]);
    let (of_a_picture, of_a_page) = (names(&picture(&plain)), names(&page(&plain)));
    assert!(
        of_a_picture.contains("text x") && of_a_page.contains("section aria-labelledby"),
        "{of_a_picture:?} {of_a_page:?}"
    );
    for_hostile_maps(|map| {
        let (picture, page) = (picture(map), page(map));
        assert!(names(&picture).is_subset(&of_a_picture), "{picture}");
        assert!(names(&page).is_subset(&of_a_page), "{page}");
        steers_nothing(&picture);
        steers_nothing(&page);
        let name = escape::line(&map.settings().name.en);
        // XML has no place for these two.
        let shown = name.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
        assert!(
            text_in(&picture, "title").contains(&shown),
            "{shown:?} is not the title of {picture}"
        );
        assert!(
            text_in(&page, "title").contains(&name),
            "{name:?} is not the title of {page}"
        );
    });
}

#[test]
fn no_name_ends_a_text_of_mermaid_or_graphviz() {
    let texts = Texts::new(Language::En);
    let drawn = |map: &RouteMap, kind: PictureKind| {
        let screen = RenderContext {
            texts: &texts,
            map: Some(map),
            as_they_were: None,
            now: now(),
            width: None,
            colour: false,
        };
        let picture = OwnershipMatrix::new(map, Scope::default(), map.day(now()));
        behind(kind.mark(), &GraphView::new(picture, kind).draw(&screen))
    };
    let plain = with_texts(&example(), &["Plain".to_owned()]);
    for_hostile_maps(|map| {
        for kind in [PictureKind::Mermaid, PictureKind::Dot] {
            let drawn_of = |map: &RouteMap| {
                drawn(map, kind)
                    .lines()
                    .map(without_texts)
                    .collect::<Vec<_>>()
            };
            assert_eq!(
                drawn_of(map),
                drawn_of(&plain),
                "what stands outside of texts is the same whatever is in them"
            );
            steers_nothing(&drawn(map, kind));
        }
        let mermaid = drawn(map, PictureKind::Mermaid);
        assert!(
            !mermaid.contains("%%") && !mermaid.replace("<br>", "").contains('<'),
            "{mermaid}"
        );
    });
}

/// A line without what stands between its quotation marks. A backslash before a mark makes it part
/// of the text.
fn without_texts(line: &str) -> String {
    let (mut outside, mut inside, mut escaped) = (String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' if !escaped => {
                inside = !inside;
                outside.push('"');
            }
            _ if !inside => outside.push(c),
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    assert!(!inside, "{line}");
    outside
}
