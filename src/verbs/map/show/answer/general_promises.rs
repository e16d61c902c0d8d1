//! What the map promises where a responsibility says nothing of its own.

use serde::Serialize;

use crate::domain::calendar::Term;
use crate::output::screen::RenderContext;
use crate::routing::map::{OwnerTerms, Promises};

/// Terms as a map writes them.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct GeneralPromises {
    accept_within: String,
    feedback_within: String,
    confirm_within: String,
    acute: AcuteTerms,
}

/// Those of an owner for acute signals.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct AcuteTerms {
    accept_within: String,
    feedback_within: String,
}

impl From<&Promises> for GeneralPromises {
    fn from(promises: &Promises) -> Self {
        let Promises {
            accept_within,
            feedback_within,
            confirm_within,
            acute,
        } = promises;
        Self {
            accept_within: accept_within.to_string(),
            feedback_within: feedback_within.to_string(),
            confirm_within: confirm_within.to_string(),
            acute: AcuteTerms {
                accept_within: acute.accept_within.to_string(),
                feedback_within: acute.feedback_within.to_string(),
            },
        }
    }
}

/// A line for all signals, one for acute ones, and one for the sender.
pub(super) fn promise_lines(promises: &Promises, screen: &RenderContext<'_>) -> [String; 3] {
    let Promises {
        accept_within,
        feedback_within,
        confirm_within,
        acute,
    } = *promises;
    let of_all = OwnerTerms {
        accept_within,
        feedback_within,
    };
    [
        terms_text("map-show-promises", of_all, screen),
        terms_text("map-show-acute-promises", acute, screen),
        screen.tr1("map-show-confirm", "term", screen.term(confirm_within)),
    ]
}

/// What an owner promises.
pub(super) fn terms_text(key: &str, terms: OwnerTerms<Term>, screen: &RenderContext<'_>) -> String {
    let args = [
        ("accept", screen.term(terms.accept_within).into()),
        ("feedback", screen.term(terms.feedback_within).into()),
    ];
    screen.tr(key, &args)
}
