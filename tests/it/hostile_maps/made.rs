//! Maps that are too large to be kept.

/// Nearly as much as is read of a map.
const MUCH: usize = 19 << 20;

/// A name, and what makes the map.
type Made<T> = (&'static str, fn() -> T);

/// Every map, with its name.
pub fn maps() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    let texts: [Made<String>; 42] = [
        // Nesting.
        ("nested-lists.yaml", || {
            format!("topics: {}", "[".repeat(MUCH))
        }),
        ("nested-mappings.yaml", || "{a: ".repeat(MUCH / 4)),
        ("nested-parts.yaml", || {
            "{topics: {a: {parts: ".to_owned() + &"{a: {parts: ".repeat(MUCH / 12)
        }),
        ("nested-blocks.yaml", || {
            (0..5_000)
                .map(|n| format!("{}a{n}:\n", " ".repeat(n)))
                .collect()
        }),
        ("dashes.yaml", || {
            format!("emergency:\n  {}x", "- ".repeat(MUCH / 2))
        }),
        ("question-marks.yaml", || "? ".repeat(MUCH / 2)),
        ("colons.yaml", || ":".repeat(MUCH)),
        ("commas.yaml", || format!("topics: {{{}", ",".repeat(MUCH))),
        ("brackets.yaml", || "[]".repeat(MUCH / 2)),
        // Aliases.
        ("a-billion-laughs.yaml", || laughs("topics", "parts")),
        ("a-billion-laughs-in-areas.yaml", || {
            laughs("areas", "postcodes")
        }),
        ("many-anchors.yaml", || {
            entries("topics", |n| format!("t{n}: &a{n} {{name: x}}"))
        }),
        ("many-aliases.yaml", || {
            "topics:\n  a: &a {name: x}\n".to_owned() + &lines(|n| format!("  t{n}: *a"))
        }),
        ("a-long-text-in-many-places.yaml", || {
            format!("name: &a {}\ntopics:\n", "x".repeat(60_000))
                + &lines(|n| format!("  t{n}: {{name: *a}}"))
        }),
        ("a-long-mapping-in-many-places.yaml", || {
            format!(
                "topics:\n  a: &a {{name: \"{}\"}}\n{}",
                "x".repeat(3_000_000),
                "  t: *a\n".repeat(1_000)
            )
        }),
        // Entries.
        ("many-topics.yaml", || {
            entries("topics", |n| format!("t{n}: {{name: x}}"))
        }),
        ("many-areas.yaml", || {
            entries("areas", |n| format!("a{n}: {{name: x}}"))
        }),
        ("many-organisations.yaml", || {
            entries("organisations", |n| format!("o{n}: {{name: x}}"))
        }),
        ("many-closed-days.yaml", || {
            format!("closed_days: [{}]", "a,".repeat(MUCH / 2))
        }),
        ("many-days-of-the-week.yaml", || {
            format!("office_hours: {{days: [{}]}}", "a,".repeat(MUCH / 2 - 20))
        }),
        ("many-responsibilities.yaml", || {
            format!(
                "organisations:\n  o:\n    owns:\n{}",
                "    - {}\n".repeat(MUCH / 9)
            )
        }),
        ("many-postcodes.yaml", || {
            format!(
                "areas: {{a: {{postcodes: [{}]}}}}",
                "3000-3999,".repeat(MUCH / 10)
            )
        }),
        ("many-emergency-lines.yaml", || {
            format!("emergency:\n{}", "- {}\n".repeat(MUCH / 5))
        }),
        ("many-equal-keys.yaml", || {
            format!("topics:\n{}", "  a: {name: x}\n".repeat(MUCH / 15))
        }),
        ("many-unknown-keys.yaml", || lines(|n| format!("k{n}: x"))),
        ("many-documents.yaml", || "--- {}\n".repeat(MUCH / 7)),
        ("many-ends.yaml", || "...\n".repeat(MUCH / 4)),
        ("many-directives.yaml", || "%YAML 1.2\n".repeat(MUCH / 10)),
        ("many-names-for-tags.yaml", || {
            lines(|n| format!("%TAG !t{n}! tag:x,2000:")) + "---\nname: x\n"
        }),
        // Texts.
        ("a-huge-text.yaml", || {
            format!("name: {}\n", "x".repeat(MUCH))
        }),
        ("a-huge-text-in-quotes.yaml", || {
            format!("name: \"{}\"\n", "x".repeat(MUCH))
        }),
        ("a-huge-text-of-escapes.yaml", || {
            format!("name: \"{}\"\n", "\\u202e".repeat(MUCH / 6))
        }),
        ("a-quote-without-an-end.yaml", || {
            format!("name: \"{}\n", "x".repeat(MUCH))
        }),
        ("a-huge-block.yaml", || {
            format!("name: |\n{}", "  xxxxxxxxxxxxxxxxxxxx\n".repeat(MUCH / 23))
        }),
        ("a-huge-key.yaml", || {
            format!("? {}\n: y\n", "x".repeat(MUCH))
        }),
        ("a-huge-tag.yaml", || {
            format!("name: !{} y\n", "x".repeat(MUCH))
        }),
        ("a-huge-anchor.yaml", || {
            format!("name: &{} y\n", "x".repeat(MUCH))
        }),
        ("a-huge-number.yaml", || {
            format!("seinhuis: {}\n", "9".repeat(MUCH))
        }),
        ("a-huge-remark.yaml", || format!("#{}\n", "x".repeat(MUCH))),
        ("spaces.yaml", || " ".repeat(MUCH)),
        ("tabs.yaml", || "\t".repeat(MUCH) + "a: b"),
        ("line-ends.yaml", || "\n".repeat(MUCH)),
    ];
    let bytes: [Made<Vec<u8>>; 3] = [
        ("nothing-but-nul.yaml", || vec![0; MUCH]),
        ("utf-16-that-grows.yaml", || {
            [0xFF, 0xFE]
                .into_iter()
                .chain([0x2D, 0x4E].repeat(MUCH / 2))
                .collect()
        }),
        ("no-text-at-its-end.yaml", || {
            [" ".repeat(MUCH).as_bytes(), &[0xFF]].concat()
        }),
    ];
    texts
        .into_iter()
        .map(|(name, text)| (name, text().into_bytes()))
        .chain(bytes.into_iter().map(|(name, bytes)| (name, bytes())))
}

/// As many lines as fit, of which so many differ as are ever read.
fn lines(line: impl Fn(usize) -> String) -> String {
    let differ: String = (0..30_000).map(|n| line(n) + "\n").collect();
    differ.repeat(MUCH / differ.len())
}

fn entries(key: &str, entry: impl Fn(usize) -> String) -> String {
    format!("{key}:\n{}", lines(|n| format!("  {}", entry(n))))
}

/// Sixty entries, each of the one before nine times.
fn laughs(under: &str, within: &str) -> String {
    let level = |n: usize| {
        format!(
            "  n{n}: &n{n} {{{within}: [{}]}}\n",
            vec![format!("*n{}", n - 1); 9].join(", ")
        )
    };
    format!(
        "{under}:\n  n0: &n0 {{name: x}}\n{}",
        (1..60).map(level).collect::<String>()
    )
}
