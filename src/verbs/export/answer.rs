//! The answer to `export`: what was written, and where.

use serde::Serialize;

use crate::output::answer::Answer;
use crate::output::escape;
use crate::output::screen::RenderContext;

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ExportView {
    /// `None` when the export went to standard output; nothing is added to it there.
    #[cfg_attr(test, schemars(with = "String"))]
    pub file: Option<String>,
    pub form: &'static str,
    pub signals: usize,
    /// Of all signals together.
    pub events: u64,
    pub with_words: bool,
}

impl Answer for ExportView {
    fn is_written(&self) -> bool {
        self.file.is_none()
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let file = escape::line(self.file.as_deref().unwrap_or_default());
        let args = [
            ("file", file.into()),
            ("signals", self.signals.into()),
            ("events", self.events.into()),
        ];
        let key = if self.with_words {
            "exported-with-words"
        } else {
            "exported-without-words"
        };
        let mut text = vec![screen.tr(key, &args)];
        // Elsewhere that depends on the folder.
        if cfg!(unix) {
            text.push(screen.tr0("exported-private"));
        }
        if self.with_words {
            text.push(screen.tr0("exported-remove"));
        }
        text.join(" ")
    }
}
