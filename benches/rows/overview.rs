//! `overview` of a million signals of which nearly all have ended, as the whole process; beside it
//! the sqlite3 shell, which only counts the events that the overview reads.

use std::process::Command;

use crate::pairs::{Spread, ratio_of};
use crate::program::{Place, time};
use crate::stored::Stored;
use crate::table::{Goal, Table};

const SIGNALS: u32 = 1_000_000;
const RESPONSIBILITIES: usize = 1_000;
/// A pair takes two seconds.
const PAIRS: usize = 11;
/// The events of a signal, counted by kind: each must be read, and nothing of it is made of
/// anything.
const COUNT: &str = "SELECT kind, count(*), min(at), max(feedback_by) FROM event GROUP BY kind";

pub fn measure(table: &mut Table) {
    let place = Place::new();
    let (_, map) = place.map(RESPONSIBILITIES);
    let register = Stored {
        signals: SIGNALS,
        unanswered: 0,
    }
    .make(&map, place.path("ended.db"));
    let mut seconds = Vec::new();
    let mut overview = || {
        let took = time(
            place
                .seinhuis(&map, ["overview", "--as", "desk", "--format", "json"])
                .env("SEINHUIS_REGISTER", &register),
        );
        seconds.push(took.as_secs_f64());
        took
    };
    let what = format!("overview of {SIGNALS} / sqlite3 that counts the same events");
    if Command::new("sqlite3").arg("--version").output().is_ok() {
        let shell = || time(Command::new("sqlite3").arg(&register).arg(COUNT));
        table.row(
            &what,
            ratio_of(PAIRS, &mut overview, shell),
            "x",
            Goal::None,
        );
    } else {
        table.skip(&what, "there is no sqlite3");
        (0..=PAIRS).for_each(|_| {
            overview();
        });
    }
    // The first does not count.
    table.row(
        &format!("seconds, overview of {SIGNALS}"),
        Spread::of(seconds.split_off(1)),
        "s",
        Goal::AtMost(2.0),
    );
}
