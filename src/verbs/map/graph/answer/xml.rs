//! Writing XML: every text and every attribute is escaped here and nowhere else.

use std::fmt::{Display, Write as _};

use crate::output::escape;

/// An unfinished document. Finishing it ends each open element.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    out: String,
    open: Vec<&'static str>,
}

pub(crate) type Attribute<'a> = (&'static str, &'a dyn Display);

impl Xml {
    /// Begins an element, which contains everything up to [`Xml::end`].
    pub(crate) fn begin(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.tag(name, attributes);
        self.out.push_str(">\n");
        self.open.push(name);
    }

    /// Ends the innermost open element.
    pub(crate) fn end(&mut self) {
        if let Some(name) = self.open.pop() {
            self.put(format_args!("{}</{name}>\n", "  ".repeat(self.open.len())));
        }
    }

    pub(crate) fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.tag(name, attributes);
        self.out.push_str("/>\n");
    }

    pub(crate) fn text(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.tag(name, attributes);
        self.put(format_args!(">{}</{name}>\n", escaped(text)));
    }

    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.put(format_args!("{}<{name}", "  ".repeat(self.open.len())));
        for (key, value) in attributes {
            self.put(format_args!(" {key}=\"{}\"", escaped(&value.to_string())));
        }
    }

    fn put(&mut self, written: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(written);
    }
}

/// The text for an element or an attribute, on one line.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in escape::line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // XML cannot hold these characters.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_begun_is_ended_and_no_text_breaks_out() {
        let mut xml = Xml::default();
        xml.begin("g", &[("class", &"a\" onload=\"x")]);
        xml.text("text", &[], "</text><script>alert('1') & more\u{1b}");
        let written = "<g class=\"a&quot; onload=&quot;x\">\n  <text>&lt;/text&gt;&lt;script&gt;alert(&#39;1&#39;) &amp; more\\u{1b}</text>\n</g>\n";
        assert_eq!(xml.finish(), written);
    }
}
