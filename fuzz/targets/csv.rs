//! `cargo fuzz run csv`
#![no_main]

#[path = "../fed.rs"]
mod fed;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fed::a_table(bytes));
