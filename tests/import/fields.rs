//! What stands in the fields of a row.

use super::*;

#[test]
fn a_telephone_number_in_any_of_its_words_is_not_needed() {
    for column in [
        "seen",
        "goes_well",
        "helpers",
        "own_words",
        "why_not_discussed",
    ] {
        let of = |of: &str| {
            if of == column {
                "Bel 06-12345678."
            } else {
                "Moe."
            }
        };
        let rows = format!(
            "topics,seen,goes_well,helpers,own_words,why_not_discussed\nparenting,{},{},{},{},{}\n",
            of("seen"),
            of("goes_well"),
            of("helpers"),
            of("own_words"),
            of("why_not_discussed")
        );
        school()
            .run_with_input(rows.as_bytes(), ["import"])
            .exit(0)
            .told("In 1 signal the words seem to hold");
    }
}
