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

#[rstest]
#[case::of_the_child_no_age("two,", "youngest", "not-a-youngest-child")]
#[case::a_day_that_is_none(",soon", "before", "not-a-later-day")]
#[case::of_two_digits(",27-11-26", "before", "not-a-later-day")]
#[case::the_day_of_the_report(",2026-11-20", "before", "not-a-later-day")]
fn the_child_and_the_day_are_checked(
    #[case] cells: &str,
    #[case] column: &str,
    #[case] kind: &str,
) {
    let table = format!(
        "topics,reported_at,discussed,seen,youngest,before\nparenting,2026-11-20,yes,x,{cells}\n"
    );
    let world = school().file("in.csv", table);
    let told = world.run(["import", "in.csv", "--format=json"]);
    let error = told.exit(2).error_json();
    let expected = json!([{"row": 2, "column": column, "kind": kind}]);
    assert_eq!(error["rows"], expected);
    world.holds_nothing();
}

#[test]
fn a_day_after_that_of_the_report_may_have_passed() {
    let table = "topics,reported_at,discussed,seen,youngest,before\nparenting,2026-11-18,ja,x,geen,20-11-2026\n";
    let world = school().file("in.csv", table);
    world.run(["import", "in.csv"]).exit(0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    let shown = world.run(["show", &id, "--format=json"]).json();
    assert_eq!(
        (&shown["youngest"], &shown["before"]),
        (&json!("none"), &json!("2026-11-20"))
    );
    assert_eq!(shown["feedback_by"], "2026-11-19");
}

#[rstest]
#[case::agreed("yes,,ja,", "yes")]
#[case::in_dutch("ja,,Niet gevraagd,", "not-asked")]
#[case::not_agreed("yes,,nee,For the baby.", "no")]
#[case::not_discussed("no,Not safe.,,", "not-asked")]
fn whether_the_family_agrees_is_read(#[case] cells: &str, #[case] consent: &str) {
    let table = format!("{CONSENT}{cells}\n");
    let world = school().file("in.csv", table);
    world.run(["import", "in.csv"]).exit(0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    let shown = world.run(["show", &id, "--format=json"]).json();
    assert_eq!(shown["consent"], consent, "{shown}");
}

#[rstest]
#[case::without_a_reason("yes,,no,", "why_without_consent", "missing")]
#[case::a_needless_reason("yes,,yes,Baby.", "why_without_consent", "why-and-not-refused")]
#[case::to_the_unknown("no,Not safe.,yes,", "consent", "consent-to-the-unknown")]
#[case::no_choice("yes,,perhaps,", "consent", "not-a-choice")]
fn nobody_agrees_with_what_they_do_not_know(
    #[case] cells: &str,
    #[case] column: &str,
    #[case] kind: &str,
) {
    let world = school().file("in.csv", format!("{CONSENT}{cells}\n"));
    let told = world.run(["import", "in.csv", "--format=json"]);
    let error = told.exit(2).error_json();
    let expected = json!([{"row": 2, "column": column, "kind": kind}]);
    assert_eq!(error["rows"], expected);
    world.holds_nothing();
}

const CONSENT: &str =
    "topics,seen,discussed,why_not_discussed,consent,why_without_consent\nparenting,x,";
