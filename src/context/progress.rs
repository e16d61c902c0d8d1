//! How far a long command is: a line on standard error, where a person looks at it.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How far it is. Where nobody looks it says nothing.
pub struct ProgressLine(ProgressBar);

impl ProgressLine {
    /// Begins. `of` is how much there is to do, when that is known; `doing` says what, in the
    /// language of the screen.
    #[must_use]
    pub fn begin(shown: bool, of: Option<u64>, doing: String) -> Self {
        // It draws on standard error, at most so many times a second, and only when that is a
        // terminal.
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

    /// So much is done.
    pub fn at(&self, done: u64) {
        self.0.set_position(done);
    }
}

impl Drop for ProgressLine {
    /// It leaves nothing on the screen.
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
