//! Everything that is tried from outside, in one program: it is built and linked once. A test is
//! found by its file: `cargo test --test it it:: map_show::`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails says so by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../../benches/generator/mod.rs"]
mod generator;
#[path = "../../benches/stored/mod.rs"]
mod stored;

mod acute_sweep;
mod bad_input;
mod bad_surroundings;
mod bench_maps;
mod bench_registers;
mod case_faults;
mod checks;
mod choices;
mod completions;
mod configuration;
mod coordinator_changed;
mod danger_first;
mod declined_again;
mod escalate;
mod every_verb;
mod everyday_words;
mod exit_codes;
mod export;
mod facts_put_right;
mod fuzz_corpus;
mod handover;
mod heirs;
mod hostile_input;
mod hostile_maps;
mod import;
mod json;
mod json_schemas;
mod languages;
mod list;
mod manual;
mod map_diff;
mod map_faults;
mod map_folders;
mod map_graph;
mod map_of_folder;
mod map_schema;
mod map_show;
mod map_test;
mod nederland;
mod office_hours;
mod one_transaction;
mod option_names;
mod other_drafts;
mod other_map;
mod output_files;
mod outside_the_map;
mod overview;
mod overview_page;
mod overview_screen;
mod prompts;
mod reading;
mod register_care;
mod reroute;
mod round_trip;
mod routes_yaml_doc;
mod said_once;
mod scripts;
mod senders_apart;
mod spreadsheet;
mod stories;
mod transcripts;
mod trial_registers;
mod who_left;
