//! The picture as SVG: a matrix for the wall, readable without colour, with nothing in it that runs
//! or is fetched.

mod layout;

use self::layout::{
    COLUMN, GAP_FIT, LETTER, LINE, Layout, MARGIN, SLANT, fitted, indent, lines_of, number,
};
use crate::output::mark::NOTE;
use crate::output::screen::RenderContext;
use crate::output::wrap::columns;
use crate::verbs::map::graph::answer::sheet::{Fill, GraphSheet, SheetColumn, SheetRow};
use crate::verbs::map::graph::answer::xml::{Attribute, Xml};

/// A3 without its margins, in millimetres: the long side and the short one.
const PAPER: (f64, f64) = (400.0, 277.0);

const STYLE: &str = "text{font-family:system-ui,Helvetica,Arial,sans-serif;fill:#111}\
.title{font-size:24px;font-weight:700}.small{font-size:12.5px;fill:#333}.name{font-size:12.5px}.whole{font-weight:700}\
.head{font-size:12.5px;font-weight:600}.where{font-size:11px;fill:#333}.cell{font-size:10.5px}.open{font-weight:700}\
.line{stroke:#c4c4c4;stroke-width:.6}.rule{stroke:#555;stroke-width:1}.kind{stroke:#777;stroke-width:1;stroke-dasharray:2 3}\
.own{fill:#d3e4f3;stroke:#48708f;stroke-width:.8}.leads{fill:url(#dots);stroke:#48708f;stroke-width:.8}\
.dispute{fill:none;stroke:#111;stroke-width:3}.gap{fill:url(#hatch);stroke:#111;stroke-width:1}.paper{fill:#fff}.above{stroke:#48708f;stroke-width:2;stroke-dasharray:2 3;fill:none}.halo{paint-order:stroke;stroke:#fff;stroke-width:3.5px}";

/// The picture.
pub(crate) fn drawn(sheet: &GraphSheet, screen: &RenderContext<'_>) -> String {
    let layout = Layout::of(sheet);
    let fit = |width: f64, height: f64| (width / layout.width).min(height / layout.height);
    let scale = fit(PAPER.0, PAPER.1).max(fit(PAPER.1, PAPER.0));
    let mut xml = Xml::default();
    // These two are the mark of the picture.
    let root: [Attribute<'_>; 8] = [
        ("xmlns", &"http://www.w3.org/2000/svg"),
        ("data-note", &NOTE),
        ("width", &format!("{:.1}mm", layout.width * scale)),
        ("height", &format!("{:.1}mm", layout.height * scale)),
        (
            "viewBox",
            &format!("0 0 {:.0} {:.0}", layout.width, layout.height),
        ),
        ("xml:lang", &screen.in_language("nl", "en")),
        ("role", &"img"),
        ("aria-labelledby", &"title desc"),
    ];
    xml.begin("svg", &root);
    xml.text("title", &[("id", &"title")], &sheet.title);
    xml.text("desc", &[("id", &"desc")], &sheet.description);
    xml.text("style", &[], STYLE);
    patterns(&mut xml);
    xml.empty(
        "rect",
        &[("class", &"paper"), ("width", &"100%"), ("height", &"100%")],
    );
    xml.text(
        "text",
        &[
            ("class", &"title"),
            ("x", &at(MARGIN)),
            ("y", &at(MARGIN + 20.0)),
        ],
        &sheet.title,
    );
    xml.text(
        "text",
        &[
            ("class", &"small"),
            ("x", &at(MARGIN)),
            ("y", &at(MARGIN + 42.0)),
        ],
        &sheet.subtitle,
    );
    heading(&mut xml, sheet, &layout, screen);
    for (row, place) in sheet.rows.iter().zip(&layout.rows) {
        line(&mut xml, row, *place, sheet, &layout);
    }
    rules(&mut xml, sheet, &layout);
    legend(&mut xml, &layout, screen);
    xml.finish()
}

/// Dots and hatching: what colour says must be seen without colour too.
fn patterns(xml: &mut Xml) {
    let pattern = |id: &'static str,
                   size: &'static str,
                   turned: &'static str|
     -> [(&'static str, &'static str); 5] {
        [
            ("id", id),
            ("width", size),
            ("height", size),
            ("patternUnits", "userSpaceOnUse"),
            ("patternTransform", turned),
        ]
    };
    xml.begin("defs", &[]);
    for (id, size, turned) in [("dots", "7", "rotate(0)"), ("hatch", "7", "rotate(45)")] {
        let pattern = pattern(id, size, turned);
        let attributes: Vec<Attribute<'_>> = pattern
            .iter()
            .map(|(key, value)| (*key, value as &dyn std::fmt::Display))
            .collect();
        xml.begin("pattern", &attributes);
        if id == "dots" {
            xml.empty(
                "rect",
                &[("width", &"7"), ("height", &"7"), ("fill", &"#eef4fa")],
            );
            xml.empty(
                "circle",
                &[
                    ("cx", &"2"),
                    ("cy", &"2"),
                    ("r", &"0.9"),
                    ("fill", &"#7f9db5"),
                ],
            );
        } else {
            xml.empty(
                "rect",
                &[("width", &"7"), ("height", &"7"), ("fill", &"#fff")],
            );
            xml.empty(
                "rect",
                &[("width", &"1.6"), ("height", &"7"), ("fill", &"#bdbdbd")],
            );
        }
        xml.end();
    }
    xml.end();
}

/// The names of the organisations, slanted.
fn heading(xml: &mut Xml, sheet: &GraphSheet, layout: &Layout, screen: &RenderContext<'_>) {
    let foot = layout.top() - 8.0;
    let slanted = |xml: &mut Xml, x: f64, class: &str, text: &str| {
        let turn = format!("translate({x:.1} {foot:.1}) rotate(-{SLANT})");
        xml.text("text", &[("class", &class), ("transform", &turn)], text);
    };
    for (
        at,
        SheetColumn {
            name,
            area,
            begins_kind: _,
        },
    ) in sheet.columns.iter().enumerate()
    {
        let middle = layout.column(at) + COLUMN / 2.0;
        match area {
            None => slanted(xml, middle + 4.0, "head", name),
            Some(area) => {
                slanted(xml, middle - 5.0, "head", name);
                slanted(xml, middle + 12.0, "where", area);
            }
        }
    }
    let nobody = layout.column(sheet.columns.len()) + 8.0;
    xml.text(
        "text",
        &[("class", &"head"), ("x", &at(nobody)), ("y", &at(foot))],
        &screen.tr0("graph-nobody"),
    );
}

/// A topic with its cells.
fn line(
    xml: &mut Xml,
    row: &SheetRow,
    (y, height): (f64, f64),
    sheet: &GraphSheet,
    layout: &Layout,
) {
    let class = if row.depth == 0 { "name whole" } else { "name" };
    xml.text(
        "text",
        &[
            ("class", &class),
            ("x", &at(MARGIN + indent(row))),
            ("y", &at(y + height / 2.0 + 4.0)),
        ],
        &row.name,
    );
    for (place, (cell, column)) in row.cells.iter().zip(&sheet.columns).enumerate() {
        if cell.fill == Fill::Nothing && cell.dispute.is_empty() {
            continue;
        }
        let (left, middle) = (layout.column(place), layout.column(place) + COLUMN / 2.0);
        let sentence = cell
            .claims
            .iter()
            .chain(&cell.dispute)
            .cloned()
            .collect::<Vec<_>>()
            .join("; ");
        xml.begin("g", &[]);
        xml.text(
            "title",
            &[],
            &format!("{} · {}: {sentence}", column.name, row.name),
        );
        let class = match cell.fill {
            Fill::Nothing | Fill::AsAbove => None,
            Fill::Own => Some("own"),
            Fill::Leads => Some("leads"),
        };
        if let Some(class) = class {
            boxed(
                xml,
                class,
                (left + 1.5, y + 1.5, COLUMN - 3.0, height - 3.0),
            );
        }
        if !cell.dispute.is_empty() {
            boxed(
                xml,
                "dispute",
                (left + 2.5, y + 2.5, COLUMN - 5.0, height - 5.0),
            );
        }
        if cell.fill == Fill::AsAbove && cell.dispute.is_empty() {
            // The claim on the topic above runs down through its parts.
            xml.empty(
                "path",
                &[
                    ("class", &"above"),
                    (
                        "d",
                        &format!("M{middle:.1} {:.1}v{:.1}", y + 3.0, height - 6.0),
                    ),
                ],
            );
        }
        let lines = lines_of(cell);
        let first = y + height / 2.0 - number(lines.len()) * LINE / 2.0 + LINE - 3.0;
        for (n, (class, text)) in lines.iter().enumerate() {
            let attributes: [Attribute<'_>; 4] = [
                ("class", class),
                ("text-anchor", &"middle"),
                ("x", &at(middle)),
                ("y", &at(first + number(n) * LINE)),
            ];
            xml.text("text", &attributes, text);
        }
        xml.end();
    }
    if !row.gap.is_empty() {
        let left = layout.column(sheet.columns.len());
        boxed(
            xml,
            "gap",
            (left + 1.5, y + 1.5, layout.gap - 3.0, height - 3.0),
        );
        let lines = fitted(&row.gap, GAP_FIT);
        let first = y + height / 2.0 - number(lines.len()) * LINE / 2.0 + LINE - 3.0;
        for (n, text) in lines.iter().enumerate() {
            let attributes: [Attribute<'_>; 4] = [
                ("class", &"cell halo"),
                ("text-anchor", &"middle"),
                ("x", &at(left + layout.gap / 2.0)),
                ("y", &at(first + number(n) * LINE)),
            ];
            xml.text("text", &attributes, text);
        }
    }
}

/// The lines of the matrix: a fine one above each topic, a full one above each domain, dashes
/// between kinds of organisation.
fn rules(xml: &mut Xml, sheet: &GraphSheet, layout: &Layout) {
    let right = layout.column(sheet.columns.len()) + layout.gap;
    let across = |xml: &mut Xml, class: &str, y: f64| {
        xml.empty(
            "path",
            &[
                ("class", &class),
                ("d", &format!("M{MARGIN} {y:.1}H{right:.1}")),
            ],
        );
    };
    for (row, (y, _)) in sheet.rows.iter().zip(&layout.rows) {
        across(xml, if row.depth == 0 { "rule" } else { "line" }, *y);
    }
    across(xml, "rule", layout.bottom());
    let down = |xml: &mut Xml, class: &str, x: f64| {
        xml.empty(
            "path",
            &[
                ("class", &class),
                (
                    "d",
                    &format!("M{x:.1} {:.1}V{:.1}", layout.top(), layout.bottom()),
                ),
            ],
        );
    };
    for (at, column) in sheet.columns.iter().enumerate() {
        down(
            xml,
            if at == 0 {
                "rule"
            } else if column.begins_kind {
                "kind"
            } else {
                "line"
            },
            layout.column(at),
        );
    }
    down(xml, "rule", layout.column(sheet.columns.len()));
    down(xml, "rule", right);
}

/// What each look means.
fn legend(xml: &mut Xml, layout: &Layout, screen: &RenderContext<'_>) {
    let (y, height) = (layout.bottom() + 22.0, 20.0);
    let looks = [
        ("own", "graph-legend-own"),
        ("leads", "graph-legend-leads"),
        ("above", "graph-legend-above"),
        ("dispute", "graph-legend-dispute"),
        ("gap", "graph-legend-gap"),
    ];
    let mut x = MARGIN;
    for (class, key) in looks {
        let said = screen.tr0(key);
        if class == "above" {
            xml.empty(
                "path",
                &[
                    ("class", &class),
                    ("d", &format!("M{:.1} {y:.1}v{height:.1}", x + 17.0)),
                ],
            );
        } else {
            boxed(xml, class, (x, y, 34.0, height));
        }
        xml.text(
            "text",
            &[
                ("class", &"small"),
                ("x", &at(x + 42.0)),
                ("y", &at(y + 14.5)),
            ],
            &said,
        );
        x += 42.0 + number(columns(&said)) * LETTER + 26.0;
    }
    for (n, key) in (0..).zip(["graph-legend-cells", "graph-legend-known"]) {
        xml.text(
            "text",
            &[
                ("class", &"small"),
                ("x", &at(MARGIN)),
                ("y", &at(y + 42.0 + number(n) * 17.0)),
            ],
            &screen.tr0(key),
        );
    }
}

fn boxed(xml: &mut Xml, class: &str, (x, y, width, height): (f64, f64, f64, f64)) {
    xml.empty(
        "rect",
        &[
            ("class", &class),
            ("x", &at(x)),
            ("y", &at(y)),
            ("width", &at(width)),
            ("height", &at(height)),
            ("rx", &"2"),
        ],
    );
}

/// A place on the paper, exact enough and the same on every machine.
fn at(place: f64) -> String {
    format!("{place:.1}")
}
