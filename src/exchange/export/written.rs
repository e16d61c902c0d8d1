//! The answer to `export`: what was written, and where. Nothing more when the export itself is what
//! stands on the screen or in a pipe.

use serde_json::{Value, json};

use crate::exchange::export::ExportFormat;
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;

/// What was exported.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The file; `None` when it went to standard output, and then there is nothing to add.
    pub file: Option<String>,
    /// In which form.
    pub form: ExportFormat,
    /// How many signals.
    pub signals: usize,
    /// How many events they have together.
    pub events: u64,
    /// Whether what people wrote is in it.
    pub with_words: bool,
}

impl Data for Exported {
    fn json(&self) -> Value {
        let Self {
            file,
            form,
            signals,
            events,
            with_words,
        } = self;
        json!({ "file": file, "form": form.ending(), "signals": signals, "events": events, "with_words": with_words })
    }
}

impl Answer for Exported {
    fn is_written(&self) -> bool {
        self.file.is_none()
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let Self {
            file,
            form: _,
            signals,
            events,
            with_words,
        } = self;
        let file = escape::line(file.as_deref().unwrap_or_default());
        let args = [
            ("file", file.into()),
            ("signals", (*signals).into()),
            ("events", (*events).into()),
        ];
        let mut text = vec![screen.tr(
            if *with_words {
                "exported-with-words"
            } else {
                "exported-without-words"
            },
            &args,
        )];
        // Elsewhere that depends on the folder.
        text.extend(cfg!(unix).then(|| screen.tr0("exported-private")));
        text.extend(with_words.then(|| screen.tr0("exported-remove")));
        text.join(" ")
    }
}
