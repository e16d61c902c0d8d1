//! What was typed and is not in the map or the register, or may not be read there.

use crate::domain::signal_id::SignalId;
use crate::domain::spelling::plain;
use crate::errors::cli_error::words::option_text;
use crate::errors::usage;
use crate::exit_code::Exit;
use crate::lookup::{LookupKind, NotInMap, SeveralInMap};
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::i18n::Texts;
use crate::output::screen::RenderContext;

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
        ("option", option_text(option, screen).into()),
    ];
    let mut report = usage(code, screen.tr(key, &args));
    if let Some(near) = did_you_mean {
        let near = match kind {
            LookupKind::Topic | LookupKind::Area | LookupKind::Postcode => {
                named_code(*kind, near, screen)
            }
            LookupKind::Organisation => near.clone(),
        };
        report = report.hint(screen.tr1("hint-did-you-mean", "near", near));
    }
    if *kind == LookupKind::Postcode {
        report = report.hint(screen.tr0("hint-leave-area-out"));
    }
    if *kind == LookupKind::Area {
        report = report.hint(screen.tr0("hint-find-area"));
    }
    report.hint(match kind {
        LookupKind::Topic | LookupKind::Area | LookupKind::Postcode => {
            let names = known.iter().map(|code| name(*kind, code, screen));
            let mut names: Vec<String> = names.collect();
            names.sort_by_key(|name| plain(name));
            // A name may have a comma in it.
            choose_from(names, " · ", screen)
        }
        LookupKind::Organisation => codes_of_the_map(known, screen),
    })
}

pub(crate) fn several_in_map(
    option: &str,
    typed: &str,
    several: &SeveralInMap,
    screen: &RenderContext<'_>,
) -> ErrorReport {
    let SeveralInMap { kind, codes } = several;
    let option = option_text(option, screen);
    let (code, key) = match kind {
        LookupKind::Topic => ("ambiguous-topic", "error-ambiguous-topic"),
        LookupKind::Area | LookupKind::Postcode => ("ambiguous-area", "error-ambiguous-area"),
        LookupKind::Organisation => ("ambiguous-organisation", "error-ambiguous-organisation"),
    };
    let names: Vec<String> = codes
        .iter()
        .map(|code| named_code(*kind, code, screen))
        .collect();
    let args = [
        ("typed", escape::name(typed).into()),
        ("names", names.join(", ").into()),
        ("option", option.as_str().into()),
    ];
    let hint = codes.first().map(|code| {
        let args = [("option", option.as_str().into()), ("code", code.into())];
        screen.tr("hint-type-code", &args)
    });
    let report = usage(code, screen.tr(key, &args));
    hint.into_iter().fold(report, ErrorReport::hint)
}

fn named_code(kind: LookupKind, code: &str, screen: &RenderContext<'_>) -> String {
    format!("{} ({code})", name(kind, code, screen))
}

/// What the map calls the thing with this code.
fn name(kind: LookupKind, code: &str, screen: &RenderContext<'_>) -> String {
    let found = match kind {
        LookupKind::Topic => code.parse().ok().map(|id| screen.topic(&id)),
        LookupKind::Area | LookupKind::Postcode => code.parse().ok().map(|id| screen.area(&id)),
        LookupKind::Organisation => {
            (code.parse().ok()).map(|id| screen.organisation(&id).to_owned())
        }
    };
    found.unwrap_or_else(|| code.to_owned())
}

/// Nobody reads more than this on a screen: a country has thousands of organisations.
const MAX_KNOWN: usize = 60;

pub(crate) fn codes_of_the_map(known: &[String], screen: &RenderContext<'_>) -> String {
    choose_from(known.to_vec(), ", ", screen)
}

fn choose_from(known: Vec<String>, between: &str, screen: &RenderContext<'_>) -> String {
    if known.len() > MAX_KNOWN {
        return screen.tr1("hint-many-codes", "count", known.len());
    }
    screen.tr1("hint-one-of", "known", known.join(between))
}

pub(super) fn no_such_signal(typed: &str, t: &Texts) -> ErrorReport {
    let sentence = t.tr1("error-no-such-signal", "typed", escape::name(typed));
    ErrorReport::new("no-such-signal", Exit::NoSuchSignal, sentence).hint(t.tr0("hint-list"))
}

pub(super) fn ambiguous(typed: &str, ids: &[SignalId], t: &Texts) -> ErrorReport {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let sentence = t.tr1("error-ambiguous", "typed", escape::name(typed));
    ErrorReport::new("ambiguous-signal", Exit::NoSuchSignal, sentence)
        .because(t.tr1("because-ambiguous", "ids", ids.join(", ")))
        .hint(t.tr0("hint-more-characters"))
}

/// Who they are is not told: whoever may not read it learns nothing of it. `may_undo`: who handed it
/// on just now knows that much, and can have it back.
pub(super) fn may_not_read(id: SignalId, may_undo: bool, t: &Texts) -> ErrorReport {
    let sentence = t.tr1("error-may-not-read", "id", id.to_string());
    let hint = if may_undo {
        t.tr1("hint-undo-last", "id", id.to_string())
    } else {
        t.tr0("hint-as")
    };
    ErrorReport::new("may-not-read", Exit::Refused, sentence)
        .because(t.tr0("because-may-read"))
        .hint(hint)
}
