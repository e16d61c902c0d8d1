//! What a signal is and what may happen to it. Pure: no terminal, no files, no database, no clock.

pub mod age;
pub mod alarm;
pub mod calendar;
pub mod case;
pub mod codes;
pub mod event;
pub mod invariant;
pub mod lifecycle;
pub mod reading;
pub mod signal;
pub mod signal_id;
pub mod stored;
pub mod suggestion;
pub mod time;
pub mod waiting;
pub mod words;
