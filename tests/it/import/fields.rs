//! What stands in the fields of a row.

use super::*;

#[rstest]
#[case(
    "en",
    "row 2, urgency: Choose one of these: acute, urgent, normal, for-information (fyi). Did you mean urgent?"
)]
#[case(
    "nl",
    "rij 2, urgency: Kies een van deze: acuut (acute), dringend (urgent), normaal (normal), ter-informatie (fyi). Bedoel je dringend?"
)]
fn how_soon_is_asked_in_the_words_of_the_screen(#[case] language: &str, #[case] told: &str) {
    let world = school().lang(language);
    let rows = "topics,urgency,discussed,seen\nparenting,dringnd,ja,Moe.\n";
    world
        .run_with_input(rows.as_bytes(), ["import"])
        .exit(2)
        .told(told);
    // What one screen says the other reads.
    for (name, code) in [
        ("Acuut", "acute"),
        ("spoed", "urgent"),
        ("gewoon", "normal"),
        ("ter informatie", "fyi"),
        ("for information", "fyi"),
        ("Ter-Informatie", "fyi"),
        ("fyi", "fyi"),
    ] {
        let world = school().lang(language);
        let rows = rows.replace("dringnd", name);
        world.run_with_input(rows.as_bytes(), ["import"]).exit(0);
        assert_eq!(world.signals()[0]["urgency"], code);
    }
}

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
