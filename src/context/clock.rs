//! The one place that reads the clock.

use std::time::{Duration, Instant, SystemTime};

use crate::domain::time::Moment;
use crate::register::Clock;

/// The moment of a run, and the clock that gave it.
#[derive(Debug, Clone, Copy)]
pub struct RunClock {
    pub now: Moment,
    pub clock: Clock,
}

/// The moment of this run and its clock: `SEINHUIS_NOW` (RFC 3339) when it is set, for tests and
/// trials; else the system clock.
///
/// # Errors
/// The value of `SEINHUIS_NOW`, when that is not a moment.
pub fn now() -> Result<RunClock, String> {
    let Some(set) = std::env::var_os("SEINHUIS_NOW").filter(|set| !set.is_empty()) else {
        return Ok(RunClock {
            now: system(),
            clock: Clock::System,
        });
    };
    let set = set.to_string_lossy();
    match set.parse() {
        Ok(now) => Ok(RunClock {
            now,
            clock: Clock::Set,
        }),
        Err(_) => Err(set.into_owned()),
    }
}

pub struct Stopwatch(Instant);

impl Stopwatch {
    #[must_use]
    #[allow(
        clippy::disallowed_methods,
        reason = "this is the clock that the program reads"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// The moment of the system clock; the start of 1970 when the clock is before that or past the end
/// of the calendar.
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
