//! The one place that reads the clock.

use crate::domain::time::Moment;

/// The moment of this run: `SEINHUIS_NOW` (RFC 3339) when it is set, as tests and trials do; else the system clock.
///
/// # Errors
/// What stands in `SEINHUIS_NOW`, when that is not a moment.
pub fn now() -> Result<Moment, String> {
    match std::env::var("SEINHUIS_NOW") {
        Ok(set) if !set.is_empty() => set.parse().map_err(|_| set),
        _ => Ok(Moment::from_system_clock()),
    }
}
