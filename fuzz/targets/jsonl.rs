//! `cargo fuzz run jsonl`
#![no_main]

#[path = "../fed.rs"]
mod fed;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fed::lines(bytes));
