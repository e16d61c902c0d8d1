//! `report` into registers that hold more and more already.

use crate::pairs::{PAIRS, ratio_of};
use crate::program::{Place, time};
use crate::rows::report::report;
use crate::stored::Stored;
use crate::table::{Goal, Table};

const FEW: u32 = 1_000;
/// How many signals are stored, and how many times as long as with the fewest a report may take.
const SIZES: [(u32, Goal); 3] = [
    (100_000, Goal::None),
    (1_000_000, Goal::AtMost(1.15)),
    (10_000_000, Goal::None),
];
/// Of the map.
const RESPONSIBILITIES: usize = 1_000;
/// Of every thousand signals so many are unanswered.
const UNANSWERED: u32 = 20;

pub fn measure(table: &mut Table) {
    let place = Place::new();
    let (_, map) = place.map(RESPONSIBILITIES);
    let stored = |signals: u32| {
        Stored {
            signals,
            unanswered: UNANSWERED,
        }
        .make(&map, place.path(&format!("{signals}.db")))
    };
    let few = stored(FEW);
    let mut into_few = report(&place, &map, &few);
    for (signals, goal) in SIZES {
        let many = stored(signals);
        let mut into_many = report(&place, &map, &many);
        let measured = ratio_of(PAIRS, || time(&mut into_many), || time(&mut into_few));
        table.row(
            &format!("report, {signals} signals stored / {FEW}"),
            measured,
            "x",
            goal,
        );
        drop(into_many);
        std::fs::remove_file(many).unwrap();
    }
}
