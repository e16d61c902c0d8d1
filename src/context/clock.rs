//! The one place that reads the clock.

use std::time::{Duration, Instant, SystemTime};

use crate::domain::time::Moment;
use crate::register::Clock;

/// The moment of this run, and by which clock: `SEINHUIS_NOW` (RFC 3339) when it is set, as tests
/// and trials do; else the system clock.
///
/// # Errors
/// What stands in `SEINHUIS_NOW`, when that is not a moment.
pub fn now() -> Result<(Moment, Clock), String> {
    match std::env::var_os("SEINHUIS_NOW").filter(|set| !set.is_empty()) {
        Some(set) => set
            .to_string_lossy()
            .parse()
            .map(|now| (now, Clock::Set))
            .map_err(|_| set.to_string_lossy().into_owned()),
        None => Ok((system(), Clock::System)),
    }
}

/// How long something takes.
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// From now on.
    #[must_use]
    #[allow(
        clippy::disallowed_methods,
        reason = "this is the clock that the program reads"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// How long it has been.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
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
