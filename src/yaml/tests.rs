use super::*;
use rstest::rstest;
use serde::Deserialize;

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Note {
    title: Positioned<String>,
    #[serde(default)]
    lines: Vec<Positioned<String>>,
    count: Option<i32>,
    done: Option<bool>,
    #[serde(default)]
    parts: Entries<Note>,
}

fn fault(text: &str) -> Fault {
    read::<Note>(text.as_bytes()).unwrap_err()
}

#[test]
fn probe() {
    for text in [
        "title: a\nlinse: [x]\n",
        "title: a\nlines: x\n",
        "title: [a]\n",
        "title:\n",
        "title: ~\n",
        "lines: [a]\n",
        "title: a\ncount: x\n",
        "title: a\ndone: yes\n",
        "title: a\ntitle: b\n",
        "title: a\n\tlines: x\n",
        "title: a\n   lines: [x]\n",
        "title: a\nlines: [x\n",
        "title: 'a\n",
        "title: a\nlines\n",
        "- a\n",
        "",
        "# nothing\n",
        "title: a\n---\ntitle: b\n",
        "title: !x a\n",
        "<<: {title: a}\n",
        "title: *a\n",
        "title: \"a\\q\"\n",
        "title: a: b\n",
        "title: 'a' b\n",
        "title: a\nparts: {x: {title: b}, x: {title: c}}\n",
        "title: a\nparts: {x: {titel: b}}\n",
        "title: a\nlines: [x y: z]\n",
        "title: @a\n",
        "title: a\nparts:\n  x:\n    count: 1\n  y:\n",
        "title: {a: b}\n",
        "just words",
        "title: a\ncount: 99999999999\n",
        "title: a\nparts: [a]\n",
        "title: a\nlines: {a: b}\n",
        "title: a\nlines: [x z: q\n",
    ] {
        let f = fault(text);
        println!("{text:?}\n   {:?} {:?}\n{}", f.problem, f.at, f.excerpt.unwrap_or_default());
    }
    let note: Note = read(b"title: a\nlines: [x, 0599, 1_000, yes]\nparts:\n  k1: {title: b}\n  k2: {title: c}\n").unwrap();
    println!("{note:#?}");
}
