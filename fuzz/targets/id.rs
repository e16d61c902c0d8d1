//! `cargo fuzz run id`
#![no_main]

#[path = "../fed.rs"]
mod fed;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fed::an_id(bytes));
