//! What was typed and is not in the map, with the codes that are.

use crate::errors::usage;
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
    let mut report = usage(code, screen.tr(key, &args));
    if let Some(near) = did_you_mean {
        report = report.hint(screen.tr1("hint-did-you-mean", "near", near));
    }
    if *kind == LookupKind::Postcode {
        report = report.hint(screen.tr0("hint-leave-area-out"));
    }
    report.hint(codes_of_the_map(known, screen))
}

/// Nobody reads more codes than this on a screen: a country has thousands of organisations.
const MAX_CODES: usize = 60;

pub(crate) fn codes_of_the_map(known: &[String], screen: &RenderContext<'_>) -> String {
    if known.len() > MAX_CODES {
        return screen.tr1("hint-many-codes", "count", known.len());
    }
    screen.tr1("hint-one-of", "known", known.join(", "))
}
