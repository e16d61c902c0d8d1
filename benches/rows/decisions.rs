//! Decisions in memory, about signals that all differ: on one core, in a map that was read before.

use std::hint::black_box;
use std::time::{Duration, Instant};

use seinhuis::domain::age::Age;
use seinhuis::domain::codes::Choice;
use seinhuis::domain::signal::{Facts, Topics, Urgency};
use seinhuis::domain::time::Moment;
use seinhuis::routes_file;
use seinhuis::routing::map::RouteMap;
use seinhuis::routing::{decide, rule};

use crate::generator::{PARTS, ROOTS, SENDERS};
use crate::pairs::{PAIRS, Spread, times};
use crate::program::Place;
use crate::table::{Goal, Table};

const SIZES: (usize, usize) = (100_000, 1_000);
/// So many signals that no two in a row have a topic, an area or a sender in common.
const SIGNALS: usize = 20_011;
/// How long is decided before the clock is read for good.
const LONG_ENOUGH: Duration = Duration::from_millis(40);

pub fn measure(table: &mut Table) {
    let place = Place::new();
    let mut large = Desk::with(&place, SIZES.0);
    let mut small = Desk::with(&place, SIZES.1);
    let owner = |map: &RouteMap, facts: &Facts, at: Moment| {
        let ruling = rule(map, facts, map.when(at));
        black_box((ruling.owner(), ruling.basis()));
    };
    let explained = |map: &RouteMap, facts: &Facts, at: Moment| {
        black_box(decide(map, facts, at));
    };
    let (mut per_second, mut told) = (Vec::with_capacity(PAIRS), Vec::with_capacity(PAIRS));
    let slower = times(PAIRS, || {
        let (one, other) = (large.seconds_each(owner), small.seconds_each(owner));
        per_second.push(1e-6 / one);
        told.push(1e-6 / large.seconds_each(explained));
        one / other
    });
    // The first does not count here either.
    let [per_second, told] = [per_second, told].map(|mut each| Spread::of(each.split_off(1)));
    table.row(&format!("million owners a second in memory, {} responsibilities", SIZES.0), per_second, "", Goal::AtLeast(1.0));
    table.row("the same, each with its explanation", told, "", Goal::None);
    table.row(&format!("time per owner, {} responsibilities / {}", SIZES.0, SIZES.1), slower, "x", Goal::AtMost(10.0));
}

/// A map, and signals about it, of which the next is at hand.
struct Desk {
    map: RouteMap,
    signals: Vec<Facts>,
    next: usize,
}

impl Desk {
    fn with(place: &Place, size: usize) -> Self {
        let (land, path) = place.map(size);
        let map = routes_file::load(&path).unwrap();
        let about = |n: usize| {
            let district = n * 7 % land.districts;
            let (topic, part) = (n % ROOTS, n / ROOTS % PARTS);
            let municipality = district / crate::generator::DISTRICTS;
            Facts {
                topics: Topics::new(format!("t{topic}/p{part}").parse().unwrap(), []).unwrap(),
                age: Some(Age::years(u32::try_from(n % 90).unwrap()).unwrap()),
                area: Some(format!("d{district}").parse().unwrap()),
                urgency: Urgency::ALL[n % Urgency::ALL.len()],
                sender: Some(format!("{}-m{municipality}", SENDERS[n % SENDERS.len()]).parse().unwrap()),
            }
        };
        let signals = (0..SIGNALS).map(about).collect();
        Self { map, signals, next: 0 }
    }

    fn seconds_each(&mut self, decide: impl Fn(&RouteMap, &Facts, Moment)) -> f64 {
        let at = self.map.settings().zone.read("2026-11-23T10:15").unwrap();
        let (start, mut count) = (Instant::now(), 0_u32);
        while start.elapsed() < LONG_ENOUGH {
            for _ in 0..16 {
                decide(&self.map, black_box(&self.signals[self.next]), at);
                self.next = (self.next + 1) % self.signals.len();
                count += 1;
            }
        }
        start.elapsed().as_secs_f64() / f64::from(count)
    }
}
