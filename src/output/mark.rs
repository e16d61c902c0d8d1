//! How a picture or a page that seinhuis made is known again: by its first bytes.
//!
//! Only such a file is replaced by a newer one. No register and no map can begin with these bytes:
//! SQLite has its own, and no mark is YAML that a map may hold.

/// What the mark says to whoever opens the file in an editor.
pub const NOTE: &str =
    "Made by seinhuis, which replaces this file when it makes it again: changes would be lost.";

/// What kind of file it is. A file of one kind does not take the place of another kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A picture for a browser and for paper.
    Svg,
    /// A picture for pages that draw it themselves.
    Mermaid,
    /// A picture for Graphviz.
    Dot,
    /// A page for a browser.
    Html,
    /// A page of the manual.
    Manual,
}

impl Mark {
    /// The first bytes of such a file. Programs that look at the beginning of a file still find
    /// there what they know it by.
    #[must_use]
    pub fn first_bytes(self) -> String {
        match self {
            Mark::Svg => format!("<svg xmlns=\"http://www.w3.org/2000/svg\" data-note=\"{NOTE}\""),
            Mark::Mermaid => format!("%% {NOTE}\n"),
            Mark::Dot => format!("// {NOTE}\n"),
            Mark::Html => format!("<!DOCTYPE html>\n<!-- {NOTE} -->\n"),
            Mark::Manual => format!(".\\\" {NOTE}\n"),
        }
    }
}
