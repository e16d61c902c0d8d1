//! The page of `overview`, opened in a real browser.
//!
//! That is Chromium, without a screen: `cargo test --test it overview_page:: -- --ignored`.
#![cfg(unix)]

mod browser;

use std::sync::LazyLock;

use crate::common::{World, bytes};
use browser::Browser;
use serde_json::{Value, json};

/// Signals about two topics for one owner, some answered, some declined; one topic that nobody
/// owns, one that two claim.
fn world() -> World {
    let world = World::new();
    let report = |number: u32, topic: &str, age: &str, area: &str| {
        let (topic, age, area) = (
            format!("--topic={topic}"),
            format!("--age={age}"),
            format!("--area={area}"),
        );
        let id = format!("--id=AAAA{number:04}");
        world
            .run_as(
                "kraamzorg-de-wieg",
                [
                    "report",
                    &topic,
                    &age,
                    &area,
                    "--discussed",
                    "--seen=Mother cries",
                    &id,
                ],
            )
            .exit(0);
        format!("AAAA{number:04}")
    };
    for number in 0..24 {
        let topic = if number < 12 {
            "parenting/attachment"
        } else {
            "parenting/sleep"
        };
        let id = report(number, topic, "5 days", "3004");
        if number % 12 < 6 {
            world
                .run_as(
                    "jgz-waterdam",
                    [
                        "feedback",
                        &id,
                        "--outcome=help-started",
                        "--by=phone",
                        "--status-only",
                    ],
                )
                .exit(0);
        } else if number < 12 {
            world
                .run_as("jgz-waterdam", ["decline", &id, "--reason=no-capacity"])
                .exit(0);
        }
    }
    for number in 24..30 {
        report(number, "housing/hoarding", "60", "3012");
    }
    for number in 30..36 {
        report(number, "mental-health/self-harm", "16", "3004");
    }
    world
}

/// The page, made once for all tests.
static PAGE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let world = world();
    world
        .run_as("gemeente-waterdam", ["overview", "--html=overview.html"])
        .exit(0);
    bytes(&world.path("overview.html"))
});

/// The page, open, and the world that it lies in.
fn opened() -> (World, Browser) {
    let world = World::new().file("overview.html", &*PAGE);
    let page = Browser::start().open(&world.path("overview.html"));
    (world, page)
}

/// What the browser was told of this method.
fn told<'b>(page: &'b Browser, method: &str) -> Vec<&'b Value> {
    page.told
        .iter()
        .filter(|event| event["method"] == method)
        .collect()
}

#[test]
#[ignore = "needs Chromium; .ci/full has it"]
fn the_page_complains_of_nothing_and_fetches_nothing() {
    let (_world, mut page) = opened();
    assert_eq!(
        page.value("document.querySelectorAll('section').length > 4"),
        true
    );
    assert_eq!(told(&page, "Log.entryAdded"), Vec::<&Value>::new());
    assert_eq!(
        told(&page, "Runtime.consoleAPICalled"),
        Vec::<&Value>::new()
    );
    assert_eq!(told(&page, "Runtime.exceptionThrown"), Vec::<&Value>::new());
    let fetched = told(&page, "Network.requestWillBeSent");
    let addresses: Vec<&str> = fetched
        .iter()
        .map(|event| event["params"]["request"]["url"].as_str().unwrap())
        .collect();
    assert!(
        addresses.len() == 1 && addresses[0].ends_with("/overview.html"),
        "{addresses:?}"
    );
}

#[test]
#[ignore = "needs Chromium; .ci/full has it"]
fn its_policy_forbids_what_somebody_could_smuggle_in() {
    let (_world, mut page) = opened();
    let smuggled = "const image = new Image(); image.src = 'http://127.0.0.1:9/x.png'; document.body.append(image); \
                    const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); \
                    fetch('http://127.0.0.1:9/').then(() => 'fetched', () => 'refused')";
    assert_eq!(page.value(smuggled), "refused");
    assert_eq!(page.value("window.ran === undefined"), true);
    let refused = told(&page, "Log.entryAdded");
    let violated = |what: &str| {
        refused.iter().any(|entry| {
            entry["params"]["entry"]["text"]
                .as_str()
                .is_some_and(|text| text.contains(what))
        })
    };
    assert!(violated("default-src 'none'"), "{refused:?}");
}

#[test]
#[ignore = "needs Chromium; .ci/full has it"]
fn each_chart_says_in_words_what_it_shows_and_has_its_table() {
    let (_world, mut page) = opened();
    let tree = page.asks("Accessibility.getFullAXTree", json!({}));
    let nodes: Vec<&Value> = tree["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|node| node["ignored"] == false)
        .collect();
    let role = |node: &Value| {
        node["role"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    let pictures: Vec<String> = nodes
        .iter()
        .filter(|node| role(node) == "image")
        .map(|node| node["name"]["value"].as_str().unwrap().to_owned())
        .collect();
    let charts =
        page.value("[...document.querySelectorAll('article:lang(en) figure > svg')].length");
    assert_eq!(json!(pictures.len()), charts, "{pictures:?}");
    assert!(
        pictures
            .iter()
            .all(|name| name.contains("signals") || name.contains(" of ")),
        "{pictures:?}"
    );
    let attachment = "Attachment: 12 signals. Half have feedback within 0 working days, and half lie between 0 and 0. Promised: 2.";
    assert!(
        pictures.iter().any(|name| name.contains(attachment)),
        "{pictures:?}"
    );
    let tables = nodes.iter().filter(|node| role(node) == "table").count();
    assert!(
        tables >= pictures.len(),
        "{tables} tables, {} charts",
        pictures.len()
    );
    // Every heading, link and choice has a name too.
    for node in nodes.iter().filter(|node| {
        [
            "heading",
            "link",
            "radio",
            "region",
            "columnheader",
            "rowheader",
        ]
        .contains(&role(node).as_str())
    }) {
        assert!(
            node["name"]["value"]
                .as_str()
                .is_some_and(|name| !name.is_empty()),
            "{node}"
        );
    }
}

#[test]
#[ignore = "needs Chromium; .ci/full has it"]
fn the_other_language_is_one_key_away() {
    let (_world, mut page) = opened();
    let seen = "[...document.querySelectorAll('h1')].filter(title => title.checkVisibility()).map(title => title.textContent).join()";
    assert_eq!(page.value(seen), "What there is to learn");
    page.presses("Tab", 9);
    assert_eq!(page.value("document.activeElement.id"), "en");
    page.presses("ArrowLeft", 37);
    assert_eq!(page.value("document.activeElement.id"), "nl");
    assert_eq!(page.value(seen), "Wat er te leren valt");
}

#[test]
#[ignore = "needs Chromium; .ci/full has it"]
fn all_that_can_be_reached_is_reached_with_the_keyboard_and_leads_somewhere() {
    let (_world, mut page) = opened();
    let lost = "[...document.querySelectorAll('a')].filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length";
    assert_eq!(page.value(lost), 0);
    let stops = page.value("[...document.querySelectorAll('a, summary, input, [tabindex]')].filter(stop => stop.checkVisibility()).length");
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..stops.as_u64().unwrap() + 2 {
        page.presses("Tab", 9);
        reached.insert(
            page.value("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
                .as_i64(),
        );
    }
    // The two languages are one stop; at the end the browser itself is one.
    assert!(
        reached.len() as u64 >= stops.as_u64().unwrap() - 1,
        "{} of {stops}",
        reached.len()
    );
}

#[test]
#[ignore = "needs Chromium; .ci/full has it"]
fn it_fits_a_telephone_and_a_sheet_of_paper() {
    let (_world, mut page) = opened();
    page.asks(
        "Emulation.setDeviceMetricsOverride",
        json!({ "width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": true }),
    );
    assert_eq!(
        page.value("document.documentElement.scrollWidth <= 360"),
        true
    );
    page.asks("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert_eq!(
        page.value(
            "[...document.querySelectorAll('fieldset, nav')].some(part => part.checkVisibility())"
        ),
        false
    );
    assert_eq!(
        page.value("getComputedStyle(document.body).backgroundColor"),
        "rgb(255, 255, 255)"
    );
}

#[test]
#[ignore = "needs Chromium; .ci/full has it"]
fn what_a_map_says_cannot_break_out_of_the_page() {
    let world = world().map_with(
        "name: JGZ Waterdam",
        "name: \"</title><script>window.ran = 1</script><img src=x onerror=ran=1>\"",
    );
    world
        .run_as("gemeente-waterdam", ["overview", "--html=overview.html"])
        .exit(0);
    let mut page = Browser::start().open(&world.path("overview.html"));
    assert_eq!(page.value("window.ran === undefined && document.images.length === 0 && document.scripts.length === 0"), true);
    assert_eq!(
        page.value("document.body.textContent.includes('<script>')"),
        true
    );
    assert_eq!(told(&page, "Log.entryAdded"), Vec::<&Value>::new());
}
