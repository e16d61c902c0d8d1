//! Days as the Dutch write them.

use crate::domain::time::{Day, NotATime};

/// Turns a day as the Dutch write it, `23-11-2026` or `23-11-2026 10:15`, into ISO order.
/// Any other text stays as it is.
#[must_use]
pub fn year_first(text: &str) -> String {
    let (day, clock) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let parts: Vec<&str> = day.split(['-', '/']).collect();
    match parts.as_slice() {
        [day, month, year] if year.len() == 4 && day.len() <= 2 => {
            let moment = format!("{year}-{month:0>2}-{day:0>2} {clock}");
            moment.trim().to_owned()
        }
        _ => text.to_owned(),
    }
}

impl Day {
    /// Reads `2026-11-27`, or `27-11-2026` as the Dutch write it.
    ///
    /// # Errors
    /// [`NotATime`]
    pub fn written(text: &str) -> Result<Self, NotATime> {
        year_first(text.trim()).parse()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-11-27", Some("2026-11-27"))]
    #[case("27-11-2026", Some("2026-11-27"))]
    #[case(" 1/9/2026 ", Some("2026-09-01"))]
    #[case("27-11-26", None)]
    #[case("31-11-2026", None)]
    #[case("27-11-2026 10:15", None)]
    fn a_day_is_read_with_the_year_first_or_last(#[case] text: &str, #[case] day: Option<&str>) {
        let read = Day::written(text).ok().map(|day| day.to_string());
        assert_eq!(read.as_deref(), day);
    }
}
