//! The picture as SVG: a matrix for the wall, readable without colour. Nothing in it runs or is
//! fetched.

mod layout;

use self::layout::{
    COLUMN, GAP_FIT, LETTER, LINE, Layout, MARGIN, SLANT, fitted, indent, lines_of, number,
};
use crate::output::mark::NOTE;
use crate::output::screen::RenderContext;
use crate::output::wrap::columns;
use crate::verbs::map::graph::answer::sheet::{Fill, GraphSheet, SheetColumn, SheetRow, Square};
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
pub(crate) fn draw(sheet: &GraphSheet, screen: &RenderContext<'_>) -> String {
    let mut drawing = Drawing {
        xml: Xml::default(),
        sheet,
        layout: Layout::of(sheet),
        screen,
    };
    drawing.begin();
    drawing.text("title", (MARGIN, MARGIN + 20.0), &sheet.title);
    drawing.text("small", (MARGIN, MARGIN + 42.0), &sheet.subtitle);
    drawing.headings();
    for (number, row) in sheet.rows.iter().enumerate() {
        drawing.row(number, row);
    }
    drawing.rules();
    drawing.legend();
    drawing.xml.finish()
}

/// An unfinished picture.
struct Drawing<'a> {
    xml: Xml,
    sheet: &'a GraphSheet,
    layout: Layout,
    screen: &'a RenderContext<'a>,
}

impl Drawing<'_> {
    fn begin(&mut self) {
        let Layout { width, height, .. } = self.layout;
        // The larger of the scales that fit the paper on its side and upright.
        let (long, short) = PAPER;
        let on_its_side = (long / width).min(short / height);
        let scale = on_its_side.max((short / width).min(long / height));
        // The first two are the mark of the picture.
        let root: [Attribute<'_>; 8] = [
            ("xmlns", &"http://www.w3.org/2000/svg"),
            ("data-note", &NOTE),
            ("width", &format!("{:.1}mm", width * scale)),
            ("height", &format!("{:.1}mm", height * scale)),
            ("viewBox", &format!("0 0 {width:.0} {height:.0}")),
            ("xml:lang", &self.screen.in_language("nl", "en")),
            ("role", &"img"),
            ("aria-labelledby", &"title desc"),
        ];
        let xml = &mut self.xml;
        xml.begin("svg", &root);
        xml.text("title", &[("id", &"title")], &self.sheet.title);
        xml.text("desc", &[("id", &"desc")], &self.sheet.description);
        xml.text("style", &[], STYLE);
        patterns(xml);
        xml.empty(
            "rect",
            &[("class", &"paper"), ("width", &"100%"), ("height", &"100%")],
        );
    }

    /// The names of the organisations, slanted.
    fn headings(&mut self) {
        for (number, column) in self.sheet.columns.iter().enumerate() {
            let SheetColumn {
                name,
                area,
                begins_kind: _,
            } = column;
            let middle = self.layout.column(number) + COLUMN / 2.0;
            match area {
                None => self.slanted("head", middle + 4.0, name),
                Some(area) => {
                    self.slanted("head", middle - 5.0, name);
                    self.slanted("where", middle + 12.0, area);
                }
            }
        }
        let left = self.layout.column(self.sheet.columns.len()) + 8.0;
        let nobody = self.screen.tr0("graph-nobody");
        self.text("head", (left, self.layout.top() - 8.0), &nobody);
    }

    fn slanted(&mut self, class: &str, x: f64, text: &str) {
        let foot = self.layout.top() - 8.0;
        let turn = format!("translate({x:.1} {foot:.1}) rotate(-{SLANT})");
        self.xml
            .text("text", &[("class", &class), ("transform", &turn)], text);
    }

    /// A topic with its cells.
    fn row(&mut self, number: usize, row: &SheetRow) {
        let (y, height) = self.layout.row(number);
        let class = if row.depth == 0 { "name whole" } else { "name" };
        let foot = y + height / 2.0 + 4.0;
        self.text(class, (MARGIN + indent(row), foot), &row.name);
        for (place, (cell, column)) in row.cells.iter().zip(&self.sheet.columns).enumerate() {
            if cell.fill == Fill::Nothing && cell.dispute.is_empty() {
                continue;
            }
            let claims: Vec<&str> = cell
                .claims
                .iter()
                .chain(&cell.dispute)
                .map(String::as_str)
                .collect();
            let title = format!("{} · {}: {}", column.name, row.name, claims.join("; "));
            self.xml.begin("g", &[]);
            self.xml.text("title", &[], &title);
            self.cell(cell, self.layout.column(place), (y, height));
            self.xml.end();
        }
        if !row.gap.is_empty() {
            let left = self.layout.column(self.sheet.columns.len());
            let width = self.layout.gap;
            self.inset("gap", 1.5, (left, y, width, height));
            let lines = fitted(&row.gap, GAP_FIT);
            let lines = lines.into_iter().map(|line| ("cell halo", line));
            self.centred(left + width / 2.0, y, height, lines.collect());
        }
    }

    fn cell(&mut self, cell: &Square, left: f64, (y, height): (f64, f64)) {
        let middle = left + COLUMN / 2.0;
        let area = (left, y, COLUMN, height);
        match cell.fill {
            Fill::Nothing | Fill::AsAbove => {}
            Fill::Own => self.inset("own", 1.5, area),
            Fill::Leads => self.inset("leads", 1.5, area),
        }
        if !cell.dispute.is_empty() {
            self.inset("dispute", 2.5, area);
        } else if cell.fill == Fill::AsAbove {
            // The claim on the topic above runs down through its parts.
            let line = format!("M{middle:.1} {:.1}v{:.1}", y + 3.0, height - 6.0);
            self.path("above", &line);
        }
        self.centred(middle, y, height, lines_of(cell));
    }

    /// Lines of text with their classes, around the middle of a row.
    fn centred(&mut self, middle: f64, y: f64, height: f64, lines: Vec<(&'static str, String)>) {
        let first = y + height / 2.0 - number(lines.len()) * LINE / 2.0 + LINE - 3.0;
        for (n, (class, text)) in lines.iter().enumerate() {
            let attributes: [Attribute<'_>; 4] = [
                ("class", class),
                ("text-anchor", &"middle"),
                ("x", &exact(middle)),
                ("y", &exact(first + number(n) * LINE)),
            ];
            self.xml.text("text", &attributes, text);
        }
    }

    /// The lines of the matrix: a fine one above each topic, a full one above each domain, dashes
    /// between kinds of organisation.
    fn rules(&mut self) {
        let (top, bottom) = (self.layout.top(), self.layout.bottom());
        let end = self.layout.column(self.sheet.columns.len());
        let right = end + self.layout.gap;
        for (number, row) in self.sheet.rows.iter().enumerate() {
            let class = if row.depth == 0 { "rule" } else { "line" };
            let (y, _) = self.layout.row(number);
            self.path(class, &format!("M{MARGIN} {y:.1}H{right:.1}"));
        }
        self.path("rule", &format!("M{MARGIN} {bottom:.1}H{right:.1}"));
        for (number, column) in self.sheet.columns.iter().enumerate() {
            let class = if number == 0 {
                "rule"
            } else if column.begins_kind {
                "kind"
            } else {
                "line"
            };
            let x = self.layout.column(number);
            self.path(class, &format!("M{x:.1} {top:.1}V{bottom:.1}"));
        }
        for x in [end, right] {
            self.path("rule", &format!("M{x:.1} {top:.1}V{bottom:.1}"));
        }
    }

    /// What each look means.
    fn legend(&mut self) {
        let (y, height) = (self.layout.bottom() + 22.0, 20.0);
        let mut x = MARGIN;
        for (class, key) in [
            ("own", "graph-legend-own"),
            ("leads", "graph-legend-leads"),
            ("above", "graph-legend-above"),
            ("dispute", "graph-legend-dispute"),
            ("gap", "graph-legend-gap"),
        ] {
            if class == "above" {
                self.path(class, &format!("M{:.1} {y:.1}v{height:.1}", x + 17.0));
            } else {
                self.inset(class, 0.0, (x, y, 34.0, height));
            }
            let text = self.screen.tr0(key);
            self.text("small", (x + 42.0, y + 14.5), &text);
            x += 42.0 + number(columns(&text)) * LETTER + 26.0;
        }
        for (key, below) in [("graph-legend-cells", 42.0), ("graph-legend-known", 59.0)] {
            let text = self.screen.tr0(key);
            self.text("small", (MARGIN, y + below), &text);
        }
    }

    fn text(&mut self, class: &str, (x, y): (f64, f64), text: &str) {
        let attributes: [Attribute<'_>; 3] =
            [("class", &class), ("x", &exact(x)), ("y", &exact(y))];
        self.xml.text("text", &attributes, text);
    }

    fn path(&mut self, class: &str, line: &str) {
        self.xml.empty("path", &[("class", &class), ("d", &line)]);
    }

    /// A rectangle within an area, at some distance from its edges.
    fn inset(&mut self, class: &str, distance: f64, (x, y, width, height): (f64, f64, f64, f64)) {
        self.xml.empty(
            "rect",
            &[
                ("class", &class),
                ("x", &exact(x + distance)),
                ("y", &exact(y + distance)),
                ("width", &exact(width - 2.0 * distance)),
                ("height", &exact(height - 2.0 * distance)),
                ("rx", &"2"),
            ],
        );
    }
}

/// Dots and hatching: what colour says must be visible without colour too.
fn patterns(xml: &mut Xml) {
    xml.begin("defs", &[]);
    begin_pattern(xml, "dots", "rotate(0)");
    pattern_rect(xml, "7", "#eef4fa");
    xml.empty(
        "circle",
        &[
            ("cx", &"2"),
            ("cy", &"2"),
            ("r", &"0.9"),
            ("fill", &"#7f9db5"),
        ],
    );
    xml.end();
    begin_pattern(xml, "hatch", "rotate(45)");
    pattern_rect(xml, "7", "#fff");
    pattern_rect(xml, "1.6", "#bdbdbd");
    xml.end();
    xml.end();
}

fn begin_pattern(xml: &mut Xml, id: &str, turn: &str) {
    let attributes: [Attribute<'_>; 5] = [
        ("id", &id),
        ("width", &"7"),
        ("height", &"7"),
        ("patternUnits", &"userSpaceOnUse"),
        ("patternTransform", &turn),
    ];
    xml.begin("pattern", &attributes);
}

fn pattern_rect(xml: &mut Xml, width: &str, fill: &str) {
    xml.empty(
        "rect",
        &[("width", &width), ("height", &"7"), ("fill", &fill)],
    );
}

/// A place on the paper, exact enough and the same on every machine.
fn exact(place: f64) -> String {
    format!("{place:.1}")
}
