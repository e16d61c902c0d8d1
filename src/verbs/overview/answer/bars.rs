//! Small bars of characters: a form of a number, never the only one.

use crate::overview::suppressed_count::SuppressedCount;
use crate::overview::{Figures, Spread};

/// The working days until feedback, of which `cells` show the first `scale` days: full until the
/// middle, shaded until three quarters, and a stroke where the promise ends.
pub(crate) fn days(
    took: Option<Spread>,
    promised: Option<Spread>,
    scale: u32,
    cells: u32,
) -> String {
    let reached = |days: u32| (days * cells).div_ceil(scale.max(1)).min(cells);
    let (middle, high) = took.map_or((0, 0), |took| (reached(took.middle), reached(took.high)));
    let stroke = promised.map(|promised| reached(promised.middle).max(1));
    let cell = |number: u32| match number {
        number if Some(number) == stroke => '│',
        number if number <= middle => '█',
        number if number <= high => '▒',
        _ => '·',
    };
    (1..=cells).map(cell).collect()
}

/// The most days that any of these figures tells: the scale that they share.
pub(crate) fn scale<'o>(figures: impl Iterator<Item = &'o Figures>) -> u32 {
    figures
        .flat_map(|figures| [figures.took, figures.promised])
        .flatten()
        .map(|spread| spread.high)
        .max()
        .unwrap_or(0)
}

/// A part of so many: full for how many it is at least, shaded for how many it may be.
pub(crate) fn share(part: SuppressedCount, of: u32, cells: u32) -> String {
    let (least, most) = part.bounds();
    let reached = |count: u32| {
        u32::try_from(u64::from(count) * u64::from(cells) / u64::from(of.max(1))).unwrap_or(cells)
    };
    let full = reached(least).max(u32::from(least > 0));
    let cell = |number: u32| match number {
        number if number <= full => '█',
        number if number <= reached(most) => '▒',
        _ => '·',
    };
    (1..=cells).map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn spread(low: u32, middle: u32, high: u32) -> Option<Spread> {
        Some(Spread { low, middle, high })
    }

    #[rstest]
    #[case::within_the_promise(spread(1, 2, 3), spread(5, 5, 5), "██▒·│·····")]
    #[case::late(spread(4, 7, 9), spread(2, 2, 2), "█│█████▒▒·")]
    #[case::on_the_day_of_the_report(spread(0, 0, 1), spread(0, 0, 0), "│·········")]
    #[case::not_known(None, spread(5, 5, 5), "····│·····")]
    fn days_are_cells(
        #[case] took: Option<Spread>,
        #[case] promised: Option<Spread>,
        #[case] bar: &str,
    ) {
        assert_eq!(days(took, promised, 10, 10), bar);
    }

    #[rstest]
    #[case(SuppressedCount::Exactly(10), "█████·····")]
    #[case(SuppressedCount::Few, "▒▒········")]
    #[case(SuppressedCount::NearlyAll(20), "████████▒▒")]
    fn a_share_of_twenty_is_cells(#[case] part: SuppressedCount, #[case] bar: &str) {
        assert_eq!(share(part, 20, 10), bar);
    }
}
