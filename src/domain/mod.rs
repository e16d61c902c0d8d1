//! What a signal is and what may happen to it. Pure: no terminal, no files, no database, no clock.

pub mod access;
pub mod age;
pub mod alarm;
pub mod calendar;
pub mod codes;
pub mod discussed;
pub mod event;
pub mod invariant;
pub mod lifecycle;
pub mod name_index;
pub mod organisation_codes;
pub mod pending_step;
pub mod residence;
pub mod signal;
pub mod signal_id;
pub mod signal_state;
pub mod spelling;
pub mod stored;
pub mod suggestion;
pub mod time;
pub mod words;
