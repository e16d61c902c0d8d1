//! How the owner hears which family it is, in words.

use crate::domain::codes::OrganisationId;
use crate::domain::signal_id::SignalId;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::routing::handover::{Handover, HandoverWay};

/// What the sender must do so that the owner hears which family it is: whom to call and what the map
/// says. Each a line. `owner`: whom to call; `None` when she knows. `id` is the signal, when it is
/// recorded.
#[must_use]
pub fn handover_lines(
    way: &Handover,
    owner: Option<&OrganisationId>,
    id: Option<SignalId>,
    screen: &RenderContext<'_>,
) -> Vec<String> {
    let Handover { how, say } = way;
    let own = match how {
        HandoverWay::Call => owner.and_then(|owner| call_line(owner, id, screen)),
        HandoverWay::Form | HandoverWay::None => None,
    };
    let said = say.as_ref().map(|say| screen.of_map(say).to_owned());
    let lines = own.into_iter().chain(said);
    lines.map(|line| escape::line(&line)).collect()
}

fn call_line(
    owner: &OrganisationId,
    id: Option<SignalId>,
    screen: &RenderContext<'_>,
) -> Option<String> {
    let contact = screen.map?.organisation(owner)?.contact.as_ref()?;
    let (key, reach) = match (&contact.phone, &contact.email, id) {
        (Some(phone), _, Some(_)) => ("handover-call", phone),
        (Some(phone), _, None) => ("handover-would-call", phone),
        (None, Some(email), Some(_)) => ("handover-email", email),
        (None, Some(email), None) => ("handover-would-email", email),
        (None, None, _) => return None,
    };
    let id = id.map(|id| id.to_string());
    // What is typed after a command is enough on the telephone too.
    let begin = id.as_deref().and_then(|id| id.split('-').next());
    let args = [
        ("owner", screen.organisation(owner).into()),
        ("reach", reach.as_str().into()),
        ("id", begin.unwrap_or_default().into()),
    ];
    Some(screen.tr(key, &args))
}

/// A way as the map has it: `the sender calls`, with what the map says.
#[must_use]
pub fn handover_text(way: &Handover, screen: &RenderContext<'_>) -> String {
    let Handover { how, say } = way;
    let how = screen.label("handover-way", *how);
    match say {
        Some(say) => format!("{how} ({})", screen.of_map(say)),
        None => how,
    }
}
