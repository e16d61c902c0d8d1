//! `map check` of the country, and of a map of a hundred thousand responsibilities.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::pairs::{PAIRS, times};
use crate::program::{Place, answer, time};
use crate::table::{Goal, Table};

const COUNTRY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/nederland");
const LARGE: usize = 100_000;
/// Of the large one: no ratio, and each takes long.
const FEW: usize = 5;
/// Reports the most memory that a program had, in KiB. GNU's; the shell has another one.
const GNU_TIME: &str = "/usr/bin/time";

pub fn measure(table: &mut Table) {
    let place = Place::new();
    let country = Path::new(COUNTRY);
    let seconds = |map: &Path| time(&mut place.seinhuis(map, check(map))).as_secs_f64();
    table.row(
        "map check of examples/nederland, seconds",
        times(PAIRS, || seconds(country)),
        "s",
        Goal::AtMost(2.0),
    );

    let what = "map check of examples/nederland, most memory in MiB";
    if Path::new(GNU_TIME).exists() {
        table.row(
            what,
            times(FEW, || most_memory(&place, country)),
            "",
            Goal::AtMost(256.0),
        );
    } else {
        table.skip(what, "GNU time is not installed (Debian: time)");
    }
    let (_, large) = place.map(LARGE);
    table.row(
        &format!("map check of {LARGE} responsibilities, seconds"),
        times(FEW, || seconds(&large)),
        "s",
        Goal::AtMost(20.0),
    );
}

/// The map that is named is read from its files; the one of the settings may be known from an
/// earlier call.
fn check(map: &Path) -> [&OsStr; 3] {
    ["map".as_ref(), "check".as_ref(), map.as_os_str()]
}

fn most_memory(place: &Place, map: &Path) -> f64 {
    let told = place.path("memory");
    let mut gnu_time = Command::new(GNU_TIME);
    gnu_time.args(["-f", "%M", "-o"]).arg(&told);
    answer(&mut place.around(gnu_time, map, check(map)));
    std::fs::read_to_string(told)
        .unwrap()
        .trim()
        .parse::<f64>()
        .unwrap()
        / 1024.0
}
