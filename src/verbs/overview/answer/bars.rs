//! Small bars of characters, beside the numbers that they show.

use crate::overview::suppressed_count::SuppressedCount;
use crate::overview::{Figures, Spread};

/// The working days until feedback, in `cells` for the first `scale` days: full until the median,
/// shaded until three quarters, with a stroke at the promise.
pub(crate) fn days(
    took: Option<Spread>,
    promised: Option<Spread>,
    scale: u32,
    cells: u32,
) -> String {
    let (middle, high) = took.map_or((0, 0), |took| (took.middle, took.high));
    let mut bar = bar(
        days_to_cells(middle, scale, cells),
        days_to_cells(high, scale, cells),
        cells,
    );
    if let Some(promised) = promised {
        let stroke = days_to_cells(promised.middle, scale, cells).max(1);
        if let Some(cell) = bar.get_mut(stroke as usize - 1) {
            *cell = '│';
        }
    }
    bar.into_iter().collect()
}

fn days_to_cells(days: u32, scale: u32, cells: u32) -> u32 {
    (days * cells).div_ceil(scale.max(1)).min(cells)
}

/// The most days in these figures: the scale that they share.
pub(crate) fn scale<'o>(figures: impl Iterator<Item = &'o Figures>) -> u32 {
    figures
        .flat_map(|figures| [figures.took, figures.promised])
        .flatten()
        .map(|spread| spread.high)
        .max()
        .unwrap_or(0)
}

/// A part of `of`: full for the least that it is, shaded for the most.
pub(crate) fn share(part: SuppressedCount, of: u32, cells: u32) -> String {
    let (least, most) = part.bounds();
    let full = count_to_cells(least, of, cells).max(u32::from(least > 0));
    bar(full, count_to_cells(most, of, cells), cells)
        .into_iter()
        .collect()
}

fn count_to_cells(count: u32, of: u32, cells: u32) -> u32 {
    u32::try_from(u64::from(count) * u64::from(cells) / u64::from(of.max(1))).unwrap_or(cells)
}

fn bar(full: u32, shaded: u32, cells: u32) -> Vec<char> {
    (1..=cells)
        .map(|cell| match cell {
            cell if cell <= full => '█',
            cell if cell <= shaded => '▒',
            _ => '·',
        })
        .collect()
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
