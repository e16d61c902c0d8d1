//! What the operating system says, in plain words.

use std::io::{Error, ErrorKind};

use crate::output::i18n::Texts;

/// The common errors in words; any other as the system words it.
#[must_use]
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the system's kinds are not ours, and may become more"
)]
pub fn describe(error: &Error, texts: &Texts) -> String {
    match error.kind() {
        ErrorKind::NotFound => texts.tr0("io-not-found"),
        ErrorKind::PermissionDenied => texts.tr0("io-permission"),
        ErrorKind::BrokenPipe => texts.tr0("io-broken-pipe"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => texts.tr0("io-full"),
        ErrorKind::ReadOnlyFilesystem => texts.tr0("io-read-only"),
        ErrorKind::IsADirectory => texts.tr0("io-directory"),
        ErrorKind::InvalidData => texts.tr0("io-not-text"),
        _ => error.to_string(),
    }
}
