//! The first `route` after the map was edited, against reading the map once: `map_file::load` of
//! the same file, in this process, from bytes to a map that decides, and nothing kept. The
//! difference is the start of the program and what it keeps for the next call.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::time::Instant;

use seinhuis::map_file;

use crate::pairs::ratio;
use crate::program::{Place, time};
use crate::table::{Goal, Table};

const SIZES: [usize; 2] = [1_000, 10_000];

pub fn measure(table: &mut Table) {
    for size in SIZES {
        let place = Place::new();
        let (_, map) = place.map(size);
        let edited = || {
            let mut file = OpenOptions::new().append(true).open(&map).unwrap();
            writeln!(file, "# looked at once more").unwrap();
            drop(file);
            time(&mut place.seinhuis(&map, ["route", "--topic=t3/p0", "--area=m0", "--age=9"]))
        };
        let parsed = || {
            let start = Instant::now();
            let read = map_file::load(&map).unwrap();
            let took = start.elapsed();
            drop(read);
            took
        };
        table.row(
            &format!("first route after an edit / one parse, {size} responsibilities"),
            ratio(edited, parsed),
            "x",
            Goal::AtMost(5.0),
        );
    }
}
