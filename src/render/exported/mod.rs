//! Signals and their events, written for another program or a spreadsheet.

pub mod record;
