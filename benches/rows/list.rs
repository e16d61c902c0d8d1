//! `list` of one organisation, in registers of very different sizes.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::pairs::ratio;
use crate::program::{Place, time};
use crate::stored::Stored;
use crate::table::{Goal, Table};

const SIZES: (u32, u32) = (10_000_000, 100_000);
/// Of the map: few enough that every owner has hundreds of signals waiting.
const RESPONSIBILITIES: usize = 100;
const OWNER: &str = "team-m0";

pub fn measure(table: &mut Table) {
    let place = Place::new();
    let (_, map) = place.map(RESPONSIBILITIES);
    let stored = |signals| Stored { signals, unanswered: 20, reasons: false }.make(&map, place.path(&format!("{signals}.db")));
    let (large, small): (PathBuf, PathBuf) = (stored(SIZES.0), stored(SIZES.1));
    let list = |register: &Path| -> Duration {
        let mut command = place.seinhuis(&map, ["list", "--owner", OWNER, "--limit", "50"]);
        time(command.env("SEINHUIS_REGISTER", register))
    };
    let measured = ratio(|| list(&large), || list(&small));
    table.row(&format!("list of 50 of one owner, {} signals / {}", SIZES.0, SIZES.1), measured, "x", Goal::AtMost(1.3));
}
