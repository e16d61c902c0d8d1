//! Decisions in memory, about signals that all differ: on one core, in a map that was read before.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use seinhuis::domain::age::Age;
use seinhuis::domain::codes::CodeEnum;
use seinhuis::domain::residence::Residence;
use seinhuis::domain::signal::{Facts, Particulars, Topics, Urgency};
use seinhuis::domain::time::Moment;
use seinhuis::map_file;
use seinhuis::routing::map::RouteMap;
use seinhuis::routing::{decide, rule};

use crate::generator::{PARTS, ROOTS, SENDERS};
use crate::pairs::{PAIRS, Spread, times};
use crate::program::Place;
use crate::table::{Goal, Table};

const SIZES: (usize, usize) = (100_000, 1_000);
/// So many signals are made, and then decided about, as an import does: they are at hand, and the
/// map is not.
const AT_ONCE: usize = 256;
/// How long is decided before the clock is read for good.
const LONG_ENOUGH: Duration = Duration::from_millis(40);

pub fn measure(table: &mut Table) {
    let place = Place::new();
    let mut large = Desk::with(&place, SIZES.0);
    let mut small = Desk::with(&place, SIZES.1);
    let owner = |map: &RouteMap, signals: &[Facts], at: Moment| {
        let when = map.when(at);
        for facts in signals {
            let ruling = rule(map, black_box(facts), when);
            black_box((ruling.owner(), ruling.basis()));
        }
    };
    let explained = |map: &RouteMap, signals: &[Facts], at: Moment| {
        for facts in signals {
            black_box(decide(map, black_box(facts), at));
        }
    };
    let (mut per_second, mut told, mut together) = (Vec::new(), Vec::new(), Vec::new());
    let slower = times(PAIRS, || {
        let (one, other) = (large.seconds_each(owner), small.seconds_each(owner));
        per_second.push(1e-6 / one);
        told.push(1e-6 / large.seconds_each(explained));
        together.push(large.million_a_second_on_all_cores(owner));
        one / other
    });
    // The first does not count here either.
    let [per_second, told, together] =
        [per_second, told, together].map(|mut each| Spread::of(each.split_off(1)));
    table.row(
        &format!(
            "million owners a second in memory, {} responsibilities",
            SIZES.0
        ),
        per_second,
        "",
        Goal::AtLeast(1.0),
    );
    table.row(
        "the same, on all cores at once",
        together,
        "",
        Goal::AtLeast(1.0),
    );
    table.row(
        "on one core, each with its explanation",
        told,
        "",
        Goal::None,
    );
    table.row(
        &format!("time per owner, {} responsibilities / {}", SIZES.0, SIZES.1),
        slower,
        "x",
        Goal::AtMost(10.0),
    );
}

/// A map, how many districts it has, and the number of the next signal about it. No two in a row
/// have a topic, an area or a sender in common.
struct Desk {
    map: Arc<RouteMap>,
    districts: usize,
    next: usize,
}

impl Desk {
    fn with(place: &Place, size: usize) -> Self {
        let (land, path) = place.map(size);
        Self {
            map: Arc::new(map_file::load(&path).unwrap()),
            districts: land.districts,
            next: 0,
        }
    }

    fn signal(&self, n: usize) -> Facts {
        let district = n * 7 % self.districts;
        let (topic, part) = (n % ROOTS, n / ROOTS % PARTS);
        let municipality = district / crate::generator::DISTRICTS;
        Facts {
            topics: Topics::new(format!("t{topic}/p{part}").parse().unwrap(), []).unwrap(),
            particulars: Particulars {
                age: Some(Age::years(u32::try_from(n % 90).unwrap()).unwrap()),
                residence: Some(Residence::Area(format!("d{district}").parse().unwrap())),
                urgency: Urgency::ALL[n % Urgency::ALL.len()],
                ..Particulars::default()
            },
            sender: Some(
                format!("{}-m{municipality}", SENDERS[n % SENDERS.len()])
                    .parse()
                    .unwrap(),
            ),
        }
    }

    /// Every core decides about signals of its own, in the one map.
    fn million_a_second_on_all_cores(
        &self,
        decide: impl Fn(&RouteMap, &[Facts], Moment) + Copy + Send,
    ) -> f64 {
        let cores = std::thread::available_parallelism().unwrap().get();
        let desk = |core: usize| Desk {
            map: Arc::clone(&self.map),
            districts: self.districts,
            next: self.next + core * 1_000_003,
        };
        std::thread::scope(|scope| {
            let at_work: Vec<_> = (0..cores)
                .map(desk)
                .map(|mut desk| scope.spawn(move || 1e-6 / desk.seconds_each(decide)))
                .collect();
            at_work.into_iter().map(|core| core.join().unwrap()).sum()
        })
    }

    fn seconds_each(&mut self, decide: impl Fn(&RouteMap, &[Facts], Moment)) -> f64 {
        let at = self.map.settings().zone.read("2026-11-23T10:15").unwrap();
        let (mut spent, mut count) = (Duration::ZERO, 0_u32);
        while spent < LONG_ENOUGH {
            let signals: Vec<Facts> = (self.next..self.next + AT_ONCE)
                .map(|n| self.signal(n))
                .collect();
            let start = Instant::now();
            decide(&self.map, &signals, at);
            spent += start.elapsed();
            self.next += AT_ONCE;
            count += u32::try_from(AT_ONCE).unwrap();
        }
        spent.as_secs_f64() / f64::from(count)
    }
}
