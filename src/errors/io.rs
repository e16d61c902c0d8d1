//! What the operating system says, in plain words.

use std::io::{Error, ErrorKind};

use crate::output::i18n::Texts;

/// The common refusals in words; anything else as the system tells it.
#[must_use]
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the system's kinds are not ours, and may become more"
)]
pub fn told(error: &Error, texts: &Texts) -> String {
    match error.kind() {
        ErrorKind::NotFound => texts.plain("io-not-found"),
        ErrorKind::PermissionDenied => texts.plain("io-permission"),
        ErrorKind::BrokenPipe => texts.plain("io-broken-pipe"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => texts.plain("io-full"),
        ErrorKind::ReadOnlyFilesystem => texts.plain("io-read-only"),
        ErrorKind::IsADirectory => texts.plain("io-directory"),
        ErrorKind::InvalidData => texts.plain("io-not-text"),
        _ => error.to_string(),
    }
}
