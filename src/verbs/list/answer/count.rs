//! How many signals a list would show.

use serde_json::{Value, json};

use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::screen::RenderContext;

/// A number, and nothing more.
#[derive(Debug, Clone, Copy)]
pub struct CountView {
    pub count: u64,
    /// Whether the exit code is to tell that there are any.
    pub exit_code: bool,
}

impl Data for CountView {
    fn json(&self) -> Value {
        json!({ "count": self.count })
    }
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
