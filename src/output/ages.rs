//! Ages, in words.

use crate::domain::age::{Age, YoungestChild};
use crate::domain::signal::Particulars;
use crate::domain::time::Day;
use crate::output::screen::RenderContext;

/// The youngest child in the home.
#[must_use]
pub fn youngest_text(youngest: YoungestChild, screen: &RenderContext<'_>) -> String {
    match youngest {
        YoungestChild::NoChild => screen.tr0("youngest-none"),
        YoungestChild::Aged(age) => screen.tr(
            "limit-youngest",
            &[("values", age_text(age, screen).into())],
        ),
    }
}

/// On which day the ages of a signal were so, when somebody has another by now.
#[must_use]
pub fn aged_on(particulars: &Particulars, then: Day, today: Day) -> Option<Day> {
    particulars.have_aged(then, today).then_some(then)
}

/// That the ages are those of that day.
#[must_use]
pub fn ages_of(day: Day, screen: &RenderContext<'_>) -> String {
    screen.tr("ages-of", &[("day", screen.day(day).into())])
}

/// An age: `8 months`, `2 years and 3 months`.
#[must_use]
pub fn age_text(age: Age, screen: &RenderContext<'_>) -> String {
    match age {
        Age::Unborn => screen.tr0("age-unborn"),
        Age::Months(months) if months < 24 => {
            screen.tr("age-months", &[("months", u32::from(months).into())])
        }
        Age::Months(months) if !months.is_multiple_of(12) => {
            let args = [
                ("years", u32::from(months / 12).into()),
                ("months", u32::from(months % 12).into()),
            ];
            screen.tr("age-years-and-months", &args)
        }
        Age::Months(months) => screen.tr("age-years", &[("years", u32::from(months / 12).into())]),
    }
}
