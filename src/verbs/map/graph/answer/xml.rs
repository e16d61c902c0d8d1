//! Writing XML: every text and every attribute is escaped here and nowhere else.

use std::fmt::{Display, Write as _};

use crate::output::escape;

/// A document in the making. Each element that was begun is ended.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    out: String,
    begun: Vec<&'static str>,
}

/// An attribute and its value.
pub(crate) type Attribute<'a> = (&'static str, &'a dyn Display);

impl Xml {
    /// Begins an element; what follows is in it, until [`Xml::end`].
    pub(crate) fn begin(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.tag(name, attributes);
        self.out.push_str(">\n");
        self.begun.push(name);
    }

    /// Ends the element that was begun last.
    pub(crate) fn end(&mut self) {
        if let Some(name) = self.begun.pop() {
            self.put(format_args!("{}</{name}>\n", "  ".repeat(self.begun.len())));
        }
    }

    /// An element with nothing in it.
    pub(crate) fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.tag(name, attributes);
        self.out.push_str("/>\n");
    }

    /// An element with a text in it.
    pub(crate) fn text(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.tag(name, attributes);
        self.put(format_args!(">{}</{name}>\n", escaped(text)));
    }

    /// The whole document.
    pub(crate) fn finish(mut self) -> String {
        while !self.begun.is_empty() {
            self.end();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.put(format_args!("{}<{name}", "  ".repeat(self.begun.len())));
        for (key, value) in attributes {
            self.put(format_args!(" {key}=\"{}\"", escaped(&value.to_string())));
        }
    }

    fn put(&mut self, written: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(written);
    }
}

/// The text as it may stand in an element or an attribute, on one line.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in escape::line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Characters that XML has no place for.
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
