//! The progress of a long command: a line on standard error, for a person at a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

pub struct ProgressLine(ProgressBar);

impl ProgressLine {
    /// `of` is the total, if known; `doing` says what is done, in the language of the screen.
    #[must_use]
    pub fn begin(shown: bool, of: Option<u64>, doing: String) -> Self {
        let target = if shown {
            ProgressDrawTarget::stderr_with_hz(10)
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(of, target).with_message(doing);
        let template = if of.is_some() {
            "{msg} {bar:30} {percent:>3}%"
        } else {
            "{msg} {human_pos}"
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    pub fn at(&self, done: u64) {
        self.0.set_position(done);
    }
}

impl Drop for ProgressLine {
    /// Leaves nothing on the screen.
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
