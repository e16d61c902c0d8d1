//! How many signals a list would show.

use serde::Serialize;

use crate::exit_code::Exit;
use crate::output::answer::Answer;
use crate::output::screen::RenderContext;

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CountView {
    pub count: u64,
    /// Whether the exit code says if there are any.
    #[serde(skip)]
    pub exit_code: bool,
}

impl Answer for CountView {
    fn sentences(&self, _screen: &RenderContext<'_>) -> String {
        self.count.to_string()
    }

    fn exit(&self) -> Exit {
        if self.exit_code && self.count > 0 {
            Exit::WorkWaiting
        } else {
            Exit::Done
        }
    }
}
