//! `report` with a large map against `report` with a small one: each into a register of its own, begun with the measuring.

use std::path::Path;

use crate::pairs::ratio;
use crate::program::{Place, time};
use crate::table::{Goal, Table};

const SIZES: (usize, usize) = (10_000, 100);

pub fn measure(table: &mut Table) {
    let place = Place::new();
    let (large, small) = (place.map(SIZES.0).1, place.map(SIZES.1).1);
    let report = |map: &Path, register: &str| {
        let mut command = place.seinhuis(map, ["report", "--as=school-m0", "--topic=t3/p0", "--area=m0", "--age=9", "--discussed"]);
        command.args(["--seen", "Tired, no lunch, for the third time this month."]).env("SEINHUIS_REGISTER", place.path(register));
        time(&mut command)
    };
    let measured = ratio(|| report(&large, "large.db"), || report(&small, "small.db"));
    table.row(&format!("report, {} responsibilities / {}", SIZES.0, SIZES.1), measured, "x", Goal::AtMost(1.8));
}
