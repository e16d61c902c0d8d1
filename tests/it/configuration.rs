//! The settings: where they come from, in which language they are told, and what cannot be one.
#![cfg_attr(
    not(unix),
    allow(
        unused_imports,
        reason = "a name that is no text is made as Unix has it"
    )
)]

use crate::common::{PROGRAM, REPORT, Run, World};
use rstest::rstest;

fn kraamhulp() -> World {
    World::new().as_("kraamzorg-de-wieg")
}

#[test]
fn a_broken_configuration_is_told_in_the_language_that_it_sets() {
    let world = kraamhulp()
        .without("SEINHUIS_LANG")
        .config("lang: nl\nroute: x\n");
    world
        .run_as("gemeente-waterdam", ["list"])
        .exit(2)
        .no_answer()
        .told("fout: Het bestand met instellingen")
        .told("config.yaml:2:1: ")
        .told("Bedoel je \"routes\"?");
}

#[rstest]
#[case::with_a_comment("lang: nl  # comment\n")]
#[case::with_quotes("\"lang\": 'nl'\n")]
#[case::with_the_mark_of_windows("\u{feff}lang: nl\n")]
#[case::after_another("as: jgz-waterdam\n\nlang:   \"nl\" # comment\n")]
fn the_screen_speaks_the_language_of_the_configuration(#[case] text: &str) {
    let world = World::new().without("SEINHUIS_LANG").config(text);
    world
        .run_as("gemeente-waterdam", ["list", "--topic=bicycles"])
        .exit(2)
        .told("fout: Het onderwerp");
    world
        .run_as("gemeente-waterdam", ["list", "--foo"])
        .exit(2)
        .told("fout: ");
    world.run(["--help"]).exit(0).said("Voor de coördinator");
    world
        .run_as(
            "gemeente-waterdam",
            ["list", "--topic=bicycles", "--lang=en"],
        )
        .exit(2)
        .told("error: ");
    // Words are no option.
    world
        .run(["ask", "K7M4", "--as=jgz-waterdam", "--", "--lang=en"])
        .exit(5)
        .told("fout: ");
}

#[rstest]
#[case::with_a_comment("lang: nl  # comment\nroute: x\n")]
#[case::with_quotes("lang: \"nl\"\nroute: x\n")]
#[case::with_the_mark_of_windows("\u{feff}lang: nl\nroute: x\n")]
fn a_faulty_configuration_is_told_in_the_language_that_can_be_read_in_it(#[case] text: &str) {
    World::new()
        .without("SEINHUIS_LANG")
        .config(text)
        .run_as("gemeente-waterdam", ["list"])
        .exit(2)
        .told("fout: Het bestand met instellingen");
}

#[test]
fn a_setting_that_is_not_right_says_where_it_comes_from() {
    World::new()
        .with("SEINHUIS_FORMAT", "xml")
        .run_as("gemeente-waterdam", ["list"])
        .exit(2)
        .told("because: It comes from the variable SEINHUIS_FORMAT.");
    World::new()
        .config("color: pink\n")
        .run_as("gemeente-waterdam", ["list"])
        .exit(2)
        .told("because: It comes from the configuration file, ");
    World::new()
        .with("SEINHUIS_NOW", "soon")
        .run_as("gemeente-waterdam", ["list"])
        .exit(2)
        .told("SEINHUIS_NOW holds \"soon\"");
}

/// A path with a byte in it that is no text.
#[cfg(unix)]
fn no_text(name: &str) -> std::ffi::OsString {
    use std::os::unix::ffi::OsStringExt as _;
    std::ffi::OsString::from_vec([name.as_bytes(), b"\xff.db"].concat())
}

#[cfg(unix)]
#[rstest]
#[case::the_register("SEINHUIS_REGISTER")]
#[case::the_map("SEINHUIS_ROUTES")]
#[case::the_organisation("SEINHUIS_AS")]
fn a_variable_that_is_no_text_is_refused_and_no_other_register_is_taken(#[case] variable: &str) {
    let world = kraamhulp();
    let mut command = world.command(PROGRAM, REPORT);
    let run = Run::of(command.env(variable, no_text("register")), b"");
    run.exit(2)
        .no_answer()
        .told(&format!(
            "error: What {variable} holds is not readable text (UTF-8)."
        ))
        .told("hint: ");
    assert!(!world.register().exists() && !world.path("data").exists());
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_text_is_refused_and_no_file_gets_a_name_like_it() {
    let world = kraamhulp();
    let before = std::fs::read_dir(world.path("")).unwrap().count();
    let arguments = REPORT
        .iter()
        .map(Into::into)
        .chain(["--register".into(), no_text("mine")]);
    let run = world.run(arguments.collect::<Vec<std::ffi::OsString>>());
    run.exit(2)
        .no_answer()
        .told("error: What --register holds is not readable text (UTF-8).");
    assert_eq!(std::fs::read_dir(world.path("")).unwrap().count(), before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_configuration_file_may_have_any_name_and_a_moment_may_not() {
    let world = kraamhulp().without("SEINHUIS_AS");
    std::fs::write(world.path("").join(no_text("config")), "as: jgz-waterdam").unwrap();
    let mut command = world.command(PROGRAM, ["config", "--format=json"]);
    let shown = Run::of(command.env("SEINHUIS_CONFIG", no_text("config")), b"");
    shown.exit(0).said("jgz-waterdam");
    let mut command = world.command(PROGRAM, ["list"]);
    Run::of(command.env("SEINHUIS_NOW", no_text("now")), b"")
        .exit(2)
        .told("SEINHUIS_NOW holds");
}

#[test]
fn a_contact_that_a_report_would_refuse_is_not_kept() {
    let world = World::new();
    world
        .run(["config", "set", "contact", "111222333"])
        .exit(2)
        .never_shows("111222333");
    world
        .run(["config", "set", "contact", "06-5550 0199, until four"])
        .exit(0);
}
