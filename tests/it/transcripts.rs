//! The transcripts in examples/ are run, line by line, each against a register of its own.
//!
//! `TRYCMD=overwrite cargo test --test it transcripts::` writes what the program says now; read the
//! difference before it is kept.

use rstest::rstest;

#[rstest]
#[case::from_report_to_confirmation("from-report-to-confirmation.md", "en")]
#[case::from_report_to_confirmation_in_dutch("van-melding-tot-bevestiging.md", "nl")]
#[case::told_by_phone("told-by-phone.md", "en")]
#[case::told_by_phone_in_dutch("telefonisch-gehoord.md", "nl")]
#[case::facts_put_right("facts-put-right.md", "en")]
#[case::facts_put_right_in_dutch("gegevens-verbeterd.md", "nl")]
#[case::a_mistake("a-mistake-undone.md", "en")]
#[case::a_mistake_in_dutch("een-vergissing-ongedaan.md", "nl")]
#[case::declined_twice("declined-twice.md", "en")]
#[case::declined_twice_in_dutch("twee-keer-afgewezen.md", "nl")]
#[case::coaches_apart("coaches-apart.md", "en")]
#[case::coaches_apart_in_dutch("trainers-apart.md", "nl")]
#[case::a_scripts_night("a-scripts-night.md", "en")]
#[case::a_scripts_night_in_dutch("de-nacht-van-een-script.md", "nl")]
#[case::another_covenant("another-covenant.md", "en")]
#[case::another_covenant_in_dutch("een-ander-convenant.md", "nl")]
#[case::a_coordinators_morning("a-coordinators-morning.md", "en")]
#[case::a_coordinators_morning_in_dutch("de-ochtend-van-een-coordinator.md", "nl")]
fn the_program_says_what_the_transcript_says(#[case] transcript: &str, #[case] language: &str) {
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name).display().to_string();
    trycmd::TestCases::new()
        .case(format!("examples/{transcript}"))
        .env("SEINHUIS_CONFIG", path("config.yaml"))
        .env("SEINHUIS_REGISTER", path("register.db"))
        .env("SEINHUIS_CACHE", path("cache"))
        .env("SEINHUIS_ROUTES", "routes.yaml")
        .env("SEINHUIS_LANG", language)
        .env("SEINHUIS_AS", "")
        .env("SEINHUIS_CONTACT", "")
        .env("SEINHUIS_FORMAT", "table")
        .env("SEINHUIS_COLOR", "never");
}
