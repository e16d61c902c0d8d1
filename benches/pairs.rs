//! Measuring: two things in turn, so that whatever else the machine does falls on both.

use std::time::Duration;

/// How often each is measured.
pub const PAIRS: usize = 31;

/// The middle, the least and the most of what was measured.
#[derive(Debug, Clone, Copy)]
pub struct Spread {
    pub median: f64,
    pub least: f64,
    pub most: f64,
    pub count: usize,
}

impl Spread {
    pub fn of(mut measured: Vec<f64>) -> Self {
        measured.sort_by(f64::total_cmp);
        let (count, middle) = (measured.len(), measured.len() / 2);
        let median = if count % 2 == 1 {
            measured[middle]
        } else {
            f64::midpoint(measured[middle - 1], measured[middle])
        };
        Self {
            median,
            least: measured[0],
            most: measured[count - 1],
            count,
        }
    }
}

/// How many times as long `one` takes as `other`: the ratio of each pair. Who goes first changes
/// every pair; the first pair does not count.
pub fn ratio(one: impl FnMut() -> Duration, other: impl FnMut() -> Duration) -> Spread {
    ratio_of(PAIRS, one, other)
}

/// The same with so many pairs: for what takes long.
pub fn ratio_of(
    pairs: usize,
    mut one: impl FnMut() -> Duration,
    mut other: impl FnMut() -> Duration,
) -> Spread {
    let pair = |n: usize| {
        let (a, b) = if n.is_multiple_of(2) {
            let a = one();
            (a, other())
        } else {
            let b = other();
            (one(), b)
        };
        a.as_secs_f64() / b.as_secs_f64()
    };
    Spread::of((0..=pairs).map(pair).skip(1).collect())
}

/// The same thing so many times; the first time does not count.
pub fn times(count: usize, mut measure: impl FnMut() -> f64) -> Spread {
    measure();
    Spread::of((0..count).map(|_| measure()).collect())
}
