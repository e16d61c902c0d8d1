//! What was typed and the map does not have, with the codes that it has.

use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::routing::lookup::{LookupKind, NotInMap};

pub(crate) fn not_in_map(
    option: &str,
    typed: &str,
    missing: &NotInMap,
    screen: &RenderContext<'_>,
) -> ErrorReport {
    let NotInMap {
        kind,
        did_you_mean,
        known,
    } = missing;
    let (code, key) = match kind {
        LookupKind::Topic => ("unknown-topic", "error-unknown-topic"),
        LookupKind::Area => ("unknown-area", "error-unknown-area"),
        LookupKind::Postcode => ("unknown-postcode", "error-unknown-postcode"),
        LookupKind::Organisation => ("unknown-organisation", "error-unknown-organisation"),
    };
    let args = [
        ("typed", escape::name(typed).into()),
        ("option", option.into()),
    ];
    let mut error_report = ErrorReport::new(code, Exit::Usage, screen.tr(key, &args));
    if let Some(near) = did_you_mean {
        error_report = error_report.hint(screen.tr("hint-did-you-mean", &[("near", near.into())]));
    }
    if *kind == LookupKind::Postcode {
        error_report = error_report.hint(screen.tr0("hint-leave-area-out"));
    }
    error_report.hint(codes_of_the_map(known, screen))
}

/// More codes than this are not read on a screen: a country has thousands of organisations.
const MOST_CODES: usize = 60;

pub(crate) fn codes_of_the_map(known: &[String], screen: &RenderContext<'_>) -> String {
    if known.len() > MOST_CODES {
        return screen.tr("hint-many-codes", &[("count", known.len().into())]);
    }
    screen.tr("hint-one-of", &[("known", known.join(", ").into())])
}
