//! The picture of a map: what is in it, that no name breaks out of it, and that the one in the
//! README is drawn by the program.
//!
//! After a change of the picture or the example map: `SNAPSHOTS=overwrite cargo test --test
//! map_graph`, and look at it in a browser.

use std::collections::BTreeSet;
use std::path::Path;

use crate::common::{World, bytes};
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use rstest::rstest;
use snapbox::{Assert, Data};

const MAP: &str = include_str!("../map_show/map.yaml");
/// Names that would be more than text in a picture where nobody escapes them.
const HOSTILE: [&str; 4] = [
    "</text><script>alert(1)</script>",
    "\" onload=\"x",
    "\"]; o0 -> evil [label=\"\\",
    "%%{init}%% --> <img src=x onerror=alert(1)> #quot; ]]> & `x`",
];

fn hostile() -> World {
    let mut map = MAP.to_owned();
    for (name, hostile) in ["JGZ Dorp", "CJG Dorp", "Veilig Thuis"].iter().zip(HOSTILE) {
        map = map.replace(&format!("name: {name}\n"), &format!("name: '{hostile}'\n"));
    }
    let map = map
        .replace("{nl: Geld, en: Money}", &format!("'{}'", HOSTILE[3]))
        .replace("name: Dorp\n", &format!("name: '{}'\n", HOSTILE[0]));
    World::new().file("routes.yaml", map)
}

/// The names of all elements and attributes, and all texts.
fn read_xml(svg: &str) -> (BTreeSet<String>, Vec<String>) {
    let (mut names, mut texts, mut text) = (BTreeSet::new(), Vec::new(), String::new());
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    loop {
        match reader
            .read_event()
            .unwrap_or_else(|error| panic!("{error}\n{svg}"))
        {
            Event::Start(element) | Event::Empty(element) => {
                text.clear();
                names.insert(element.name().as_ref().to_owned());
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap();
                    names.insert(format!("@{}", attribute.key.as_ref()));
                    attribute.normalized_value(XmlVersion::Implicit1_0).unwrap();
                }
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(part) => text.push_str(
                &quick_xml::escape::unescape(&format!("&{};", part.as_ref() as &str)).unwrap(),
            ),
            Event::End(_) => texts.push(std::mem::take(&mut text)),
            Event::Eof => return (names, texts),
            Event::Comment(_)
            | Event::CData(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {
                panic!("this has no place in a picture\n{svg}")
            }
        }
    }
}

#[test]
fn the_picture_in_the_readme_is_what_the_program_draws() {
    let run = World::new().run(["map", "graph", "--area=waterdam"]);
    Assert::new().action_env("SNAPSHOTS").eq(
        run.exit(0).no_talk().out.as_str(),
        Data::read_from(Path::new("docs/waterdam.svg"), None).raw(),
    );
    assert!(include_str!("../../README.md").contains("(docs/waterdam.svg)"));
}

#[test]
fn a_name_does_not_break_out_of_the_svg() {
    let run = hostile().run(["map", "graph"]);
    let (names, texts) = read_xml(&run.exit(0).out);
    let ours = [
        "circle", "defs", "desc", "g", "path", "pattern", "rect", "style", "svg", "text", "title",
    ];
    assert_eq!(
        names
            .iter()
            .filter(|name| !name.starts_with('@'))
            .map(String::as_str)
            .collect::<Vec<_>>(),
        ours
    );
    let may_act =
        |name: &&String| name.starts_with("@on") || name.contains("href") || name.contains("src");
    assert_eq!(names.iter().find(may_act), None);
    for hostile in HOSTILE {
        assert!(
            texts.iter().any(|text| text.contains(hostile)),
            "{hostile} is not told as it is"
        );
    }
    run.never_shows("http://www.w3.org/1999")
        .never_shows("<script")
        .never_shows("url(http");
}

/// What is left of a line when the texts between quotes are taken out.
fn outside_quotes(line: &str) -> String {
    let (mut out, mut inside, mut escaped) = (String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' if !escaped => inside = !inside,
            _ if !inside => out.push(c),
            _ => {}
        }
        escaped = inside && c == '\\' && !escaped;
    }
    assert!(!inside, "a text does not end: {line}");
    out
}

#[rstest]
#[case::dot("dot", &["digraph", "map", "label", "labelloc", "rankdir", "LR", "fontname", "fontsize", "node", "edge", "shape", "box", "ellipse", "style", "filled", "fillcolor", "penwidth", "dotted", "arrowhead", "none", "color", "constraint", "false"])]
#[case::mermaid("mermaid", &["flowchart", "LR", "classDef", "gap", "stroke-width", "3px", "stroke-dasharray"])]
fn a_name_is_only_a_text(#[case] picture: &str, #[case] ours: &[&str]) {
    let run = hostile().run(["map", "graph", "--picture", picture]);
    // The first line is a remark about the file itself.
    for line in run.exit(0).out.lines().skip(1) {
        let outside = outside_quotes(line);
        for word in outside
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .filter(|word| !word.trim_matches('-').is_empty())
        {
            let word = word.trim_matches('-');
            let numbered = word
                .trim_start_matches(['o', 't'])
                .chars()
                .all(|c| c.is_ascii_digit());
            assert!(
                numbered || ours.contains(&word),
                "{word:?} stands outside a text\n{line}"
            );
        }
    }
}

#[test]
fn in_a_flowchart_no_text_is_more_than_a_text() {
    let run = hostile().run(["map", "graph", "--picture=mermaid"]);
    for (place, text) in run
        .exit(0)
        .out
        .split('"')
        .enumerate()
        .filter(|(place, _)| place % 2 == 1)
    {
        let text = text.replace("<br>", " ");
        assert!(
            !text.contains(['<', '>', '`', '%', '&', '[', '{', '\\']),
            "{place}: {text}"
        );
    }
}

#[test]
fn gaps_and_disputes_are_marked_in_every_kind_of_picture() {
    let drawn = |options: &[&str]| {
        World::new()
            .file("routes.yaml", MAP)
            .run(["map", "graph"].iter().chain(options))
            .exit(0)
            .out
            .clone()
    };
    let svg = drawn(&[]);
    assert_eq!(
        svg.matches("class=\"dispute\"").count(),
        2 * 2 + 1,
        "two squares in two topics, and the legend\n{svg}"
    );
    assert!(
        svg.contains(">dispute 3–4<") && svg.contains("class=\"gap\""),
        "{svg}"
    );
    assert!(drawn(&["--picture=dot"]).contains("dispute 3–4\", style=dotted"));
    assert!(drawn(&["--picture=mermaid"]).contains("-.->|\"3–18"));
    assert!(drawn(&["--lang=nl"]).contains(">betwist 3–4<"));
    let rows = serde_json::from_str::<serde_json::Value>(&drawn(&["--format=json"])).unwrap();
    let open = rows["topics"][0]["open"].as_array().unwrap();
    let dispute = open.iter().find(|open| open["basis"] == "dispute").unwrap();
    assert_eq!(
        (&dispute["claimants"], &dispute["ages"]),
        (
            &serde_json::json!(["cjg", "jgz"]),
            &serde_json::json!(["3-4"])
        )
    );
}

#[test]
fn the_picture_can_be_written_to_a_file() {
    let world = World::new();
    let run = world.run([
        "map",
        "graph",
        "--area=waterdam-noord",
        "--output=noord.svg",
    ]);
    run.exit(0).said("The picture is in noord.svg.");
    assert_eq!(
        bytes(&world.path("noord.svg")),
        world
            .run(["map", "graph", "--area=waterdam-noord"])
            .out
            .into_bytes()
    );
    let run = world.run([
        "map",
        "graph",
        "--output=nowhere/noord.svg",
        "--format=json",
    ]);
    assert_eq!(
        run.exit(1).no_answer().error_json()["kind"],
        "file-not-written"
    );
}

#[test]
fn what_does_not_fit_on_paper_is_not_drawn_but_told() {
    let owner = |n: usize| {
        format!(
            "  o{n}: {{name: O{n}, kind: o, contact: {{phone: 112}}, owns: [{{topics: [money]}}]}}\n"
        )
    };
    let world = World::new().file(
        "routes.yaml",
        format!("{MAP}{}", (0..40).map(owner).collect::<String>()),
    );
    let run = world.run(["map", "graph"]);
    run.exit(2).no_answer().told("--area");
    world.run(["map", "graph", "--topic=safety"]).exit(0);
}

#[rstest]
#[case::in_english(
    "en",
    "3–18 · youngest child in the home unborn–4 · Dorp · status only · acute: at once · knows the family"
)]
#[case::in_dutch(
    "nl",
    "3–18 · jongste kind in huis ongeboren–4 · Dorp · alleen de status · acuut: meteen · kent het gezin"
)]
fn a_claim_says_for_whom_it_is_and_what_is_agreed_of_it_alone(
    #[case] language: &str,
    #[case] expected: &str,
) {
    let map = MAP.replace(
        "        ages: 3-18\n",
        "        ages: 3-18\n        youngest: unborn-4\n",
    );
    let world = World::new().lang(language).file("routes.yaml", map);
    let run = world.run(["map", "graph", "--picture=dot"]);
    run.exit(0).said(&format!("[label=\"{expected}\\n"));
}
