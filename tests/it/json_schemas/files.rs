//! The maps, cases and tables that the life of the signals needs.

use std::fs;
use std::path::PathBuf;

use crate::common::World;

/// The example map, in which the volunteers are kept apart.
fn apart() -> String {
    let map = include_str!("../../../routes.yaml");
    let volunteer = "\n    kind: volunteer";
    let kept = "\n    senders_apart: true\n    office: [Els]";
    assert!(map.contains(volunteer));
    map.replacen(volunteer, &format!("{volunteer}{kept}"), 1)
}

/// What another map says otherwise: something of every kind.
const NEXT: &[(&str, &str)] = &[
    (
        "en: Waterdam and Veenbroek}",
        "en: Waterdam and Veenbroek in 2027}",
    ),
    (
        "timezone: Europe/Amsterdam ",
        "id: waterdam\ntimezone: Europe/Amsterdam ",
    ),
    ("timezone: Europe/Amsterdam", "timezone: Europe/Brussels"),
    ("holidays: nl ", "holidays: none "),
    ("closed_days: [2026-12-24]", "closed_days: [2026-12-31]"),
    (
        "from: \"08:30\", to: \"17:00\"",
        "from: \"09:00\", to: \"24:00\"",
    ),
    (
        "accept_within: 2 working days        #",
        "accept_within: 1 working day        #",
    ),
    ("direct danger", "danger now"),
    (
        "  - call: 010-555 01 05\n    organisation: huisartsenpost-rijnmeer",
        "  - call: 010-555 01 95\n    organisation: huisartsenpost-rijnmeer",
    ),
    (
        "name: {nl: Hechting, en: Attachment}",
        "formerly: [bonding]\n        valid_from: 2020-01-01\n        valid_until: 2099-12-31\n        name: {nl: Binding, en: Bonding}",
    ),
    (
        "name: Waterdam Oost\n",
        "name: Waterdam O\n    formerly: [waterdam-dijk]\n    valid_from: 2020-01-01\n    valid_until: 2099-12-31\n",
    ),
    ("code: GM9902\n    within: rijnmeer\n", "code: GM9903\n"),
    ("3050-3054, 3056", "3050-3056"),
    (
        "    coordinator: gemeente-veenbroek ",
        "    # coordinator: gemeente-veenbroek ",
    ),
    (
        "name: MEE Rijnmeer",
        "name: MEE\n    formerly: [mee]\n    valid_from: 2020-01-01\n    valid_until: 2099-12-31",
    ),
    ("    kind: home-care", "    kind: nursing"),
    (
        "hours: always, checked_on: 2026-10-05",
        "hours: office, checked_on: 2026-10-05",
    ),
    (
        "phone: 010-555 01 31, email: oost@",
        "phone: 010-555 01 99, email: east@",
    ),
    (
        "        leads: true\n        priority: -1\n",
        "        priority: -1\n",
    ),
    // Another owner where volunteers hear the status only, of whom the map says no longer how to
    // reach them.
    (
        "  cjg-waterdam:\n    name: CJG Waterdam\n",
        "  cjg-waterdam:\n    name: CJG Waterdam\n    kind: cjg\n  cjg-anders:\n    name: CJG Anders\n",
    ),
    (
        "  - {past: accept, after: 1 working day,",
        "  - {past: accept, after: at once,",
    ),
    (
        "  - {past: confirm, after: 1 working day, tell: [sender]}",
        "  - {past: confirm, after: 2 working days, tell: [sender, mee-rijnmeer]}",
    ),
];

/// A map that leaves out what may be left out.
const BARE: &str = "seinhuis: 1
name: Dorp
coordinator: gemeente
topics: {housing: {name: {nl: Wonen, en: Housing}}}
areas: {dorp: {name: Dorp}}
organisations:
  gemeente: {name: Gemeente, kind: municipality, contact: {email: signalen@dorp.example}}
  buurt: {name: Buurthuis, kind: welfare, contact: {phone: 010-555 01 01}, owns: [{ages: 18+, involve: [gemeente]}, {ages: 18+}]}
  bewoner: {name: Een bewoner, kind: neighbour}
";

/// The maps in which `map check` finds something: their path, and their name in the world of this
/// test.
pub fn check_maps() -> impl Iterator<Item = (PathBuf, String)> {
    let paths = fs::read_dir("tests/checks")
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let maps = paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    maps.map(|path| {
        (
            path.clone(),
            format!("check-{}", path.file_name().unwrap().to_string_lossy()),
        )
    })
}

/// A world with the example map; another with much that is different; one in which an owner and an
/// area are called otherwise; files to import.
pub fn world() -> World {
    let example = fs::read_to_string("routes.yaml").unwrap();
    let with = |edits: &[(&str, &str)]| {
        edits.iter().fold(example.clone(), |map, (one, other)| {
            assert!(map.contains(one), "the example map has no {one}");
            map.replace(one, other)
        })
    };
    let import = fs::read_to_string("tests/json_schemas/signals.csv").unwrap();
    let (good, bad) = import.split_once("\n\n").unwrap();
    let heading = good.lines().next().unwrap();
    // Twelve about one topic; eleven about three, of each too few to be told; twelve that nobody
    // owns; one alone.
    let few = [
        ["parenting,0"; 4].as_slice(),
        &["parenting/sleep,0"; 4],
        &["parenting/care,0"; 3],
    ]
    .concat();
    let topics = [
        ["parenting/attachment,0"; 12].as_slice(),
        &few,
        &["housing/hoarding,60"; 12],
        &["finances,40"],
    ]
    .concat();
    let learned: String = (0..)
        .zip(topics)
        .map(|(n, about): (u32, _)| format!("L{n},AAAA{n:04},{about},3012,yes,x\n"))
        .collect();
    let world = World::new()
        .with_privacy_officer()
        .file("next.yaml", with(NEXT))
        .file(
            "gone.yaml",
            with(&[
                ("jgz-waterdam", "jgz-anders"),
                ("  veenbroek:", "  veendorp:"),
                ("[veenbroek]", "[veendorp]"),
            ]),
        )
        .file("good.csv", good)
        .file("bad.csv", format!("{heading}\n{bad}"))
        .file("both.csv", import.replace("\n\n", "\n"))
        .file(
            "learned.csv",
            format!("reference,id,topics,age,area,discussed,seen\n{learned}"),
        )
        .file("bare.yaml", BARE)
        .file("apart.yaml", apart())
        .file("broken.yaml", "seinhuis: 2")
        .file("no-map.yaml", "seinhuis: 1\nname: x\ntopiks: {}\n")
        .file("shopping.db", "my shopping list")
        .file("village.yaml", include_str!("../../map_test/routes.yaml"))
        .file(
            "village.test.yaml",
            include_str!("../../map_test/routes.test.yaml"),
        );
    fs::copy("routes.test.yaml", world.path("routes.test.yaml")).unwrap();
    for (path, name) in check_maps() {
        fs::copy(path, world.path(&name)).unwrap();
    }
    world
}
