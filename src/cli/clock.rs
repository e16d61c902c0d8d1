//! The one place that reads the clock.

use std::time::SystemTime;

use crate::domain::time::Moment;

/// The moment of this run: `SEINHUIS_NOW` (RFC 3339) when it is set, as tests and trials do; else
/// the system clock.
///
/// # Errors
/// What stands in `SEINHUIS_NOW`, when that is not a moment.
pub fn now() -> Result<Moment, String> {
    match std::env::var_os("SEINHUIS_NOW").filter(|set| !set.is_empty()) {
        Some(set) => set
            .to_string_lossy()
            .parse()
            .map_err(|_| set.to_string_lossy().into_owned()),
        None => Ok(system()),
    }
}

/// The moment that the system clock shows. A clock that stands before 1970 or after the end of the
/// calendar shows the start of 1970.
#[must_use]
#[allow(
    clippy::disallowed_methods,
    reason = "this is the clock that the program reads"
)]
pub fn system() -> Moment {
    let since_1970 = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since_1970.as_millis())
        .ok()
        .and_then(Moment::from_unix_millis)
        .unwrap_or(Moment::START_OF_1970)
}
