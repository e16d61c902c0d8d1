//! Options have a name in each language. Both are understood; the screen shows its own.

use std::collections::{BTreeMap, BTreeSet};

use clap::CommandFactory as _;
use rstest::rstest;
use seinhuis::cli::args::Cli;
use seinhuis::output::option_names::OptionNames;

use crate::common::World;
use crate::languages::help::walk_commands;
use crate::languages::{NL, catalogue};

/// The English names of all options, those of the program itself included.
fn english() -> BTreeSet<String> {
    let mut names = BTreeSet::from(["help".to_owned(), "version".to_owned()]);
    walk_commands(&Cli::command(), "help", &mut |command, _| {
        let options = command.get_arguments().filter_map(clap::Arg::get_long);
        names.extend(options.map(str::to_owned));
    });
    names
}

fn dutch(names: &OptionNames, english: &str) -> String {
    let dutch = names.dutch(english);
    dutch.unwrap_or_else(|| english.to_owned())
}

#[test]
fn each_option_has_a_dutch_name_and_no_other_has() {
    let named: BTreeSet<String> = catalogue(NL)
        .into_keys()
        .filter_map(|key| Some(key.strip_prefix("option-")?.to_owned()))
        .collect();
    assert_eq!(named, english());
    let names = OptionNames::default();
    for name in named.iter().map(|english| dutch(&names, english)) {
        let plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(name.chars().all(plain), "{name} is hard to type");
    }
}

#[test]
fn no_name_is_that_of_two_options_of_a_command() {
    let names = OptionNames::default();
    let whole = Cli::command();
    let globals: Vec<&str> = whole
        .get_arguments()
        .filter_map(clap::Arg::get_long)
        .chain(["help", "version"])
        .collect();
    walk_commands(&whole, "help", &mut |command, key| {
        let own = command.get_arguments().filter_map(clap::Arg::get_long);
        let options: BTreeSet<&str> = own.chain(globals.iter().copied()).collect();
        let mut meant: BTreeMap<String, &str> = BTreeMap::new();
        for option in options {
            for name in [option.to_owned(), dutch(&names, option)] {
                let before = meant.insert(name.clone(), option);
                assert!(
                    before.is_none_or(|before| before == option),
                    "{key}: --{name} is {before:?} and {option}"
                );
            }
        }
    });
}

#[test]
fn dutch_texts_name_options_in_dutch() {
    let names = OptionNames::default();
    let dutch: BTreeSet<String> = english().iter().map(|name| dutch(&names, name)).collect();
    let mut key = "";
    let mut named = 0;
    for line in NL.lines() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            key = line.split(' ').next().unwrap();
        }
        // An earlier version knows no Dutch options.
        if key == "register-unreleased-hint" {
            continue;
        }
        for option in line.split(" --").skip(1).chain(line.split("(--").skip(1)) {
            let end = option.find(|c: char| !c.is_ascii_lowercase() && c != '-');
            let option = &option[..end.unwrap_or(option.len())];
            // The `---` of YAML.
            if option.starts_with('-') {
                continue;
            }
            assert!(dutch.contains(option), "{key} says --{option}");
            named += 1;
        }
    }
    assert!(named > 60, "only {named} options are named");
}

#[rstest]
fn a_report_is_typed_in_dutch_on_either_screen(#[values("en", "nl")] language: &str) {
    let world = World::new().lang(language);
    let report = [
        "--namens=kraamzorg-de-wieg",
        "--kaart",
        "routes.yaml",
        "meld",
        "--onderwerp=hechting,schulden",
        "--leeftijd",
        "5 dagen",
        "--gebied=3004",
        "--spoed=dringend",
        "--niet-besproken=Moeder nam niet op",
        "--gezien=Moeder huilt",
        "--eigen-woorden=Ik kan niet meer",
        "--kenmerk=12",
        "--nummer=K7M4-Q2X8",
    ];
    world.run(report).exit(0);
    let told = world
        .run_as("kraamzorg-de-wieg", ["toon", "K7M4", "--vorm=json"])
        .json();
    assert_eq!(
        (&told["id"], &told["urgency"], &told["reference"]),
        (&"K7M4Q2X8".into(), &"urgent".into(), &"12".into())
    );
}

#[test]
fn the_language_itself_is_set_in_dutch() {
    let world = World::new();
    world
        .run(["--taal", "nl", "wie", "--onderwerp=parenting"])
        .said("Er is niets vastgelegd");
    world
        .run(["lijst", "--taal=nl", "--onzin"])
        .exit(2)
        .told("Een optie --onzin");
    let broken = world.run(["lijst", "--vorm=json", "--onzin"]);
    assert!(broken.err.starts_with('{'), "{broken}");
}

#[test]
fn dutch_help_has_the_dutch_name_first_and_the_english_one_behind() {
    let dutch = World::new().lang("nl").run(["meld", "--hulp"]);
    dutch
        .exit(0)
        .said("  -t, --onderwerp <")
        .said("[--topic]")
        .said("      --contact <");
    let english = World::new().run(["report", "--help"]);
    english
        .exit(0)
        .said("  -t, --topic <")
        .never_shows("onderwerp");
    World::new()
        .lang("nl")
        .run(["afwijzen", "--help"])
        .said("seinhuis afwijzen [OPTIES] --reden <REDEN> <SIGNAAL>");
}

#[test]
fn a_dutch_page_of_the_manual_has_dutch_options() {
    let world = World::new().lang("nl");
    world.run(["handleiding", "--naar=man1"]).exit(0);
    let page = std::fs::read_to_string(world.path("man1/seinhuis-list.1")).unwrap();
    assert!(page.contains("\\-\\-te\\-doen"), "{page}");
    assert!(page.contains("[\\-\\-inbox]"), "{page}");
}

#[rstest]
#[case::what_is_missing(&["meld"], "Er ontbreekt iets: --namens, --onderwerp, --gezien, --besproken of --niet-besproken.")]
#[case::what_clap_misses(&["afwijzen", "K7M4"], "Er ontbreekt iets: --reden <REDEN>.")]
#[case::a_name_near_the_english_one(&["lijst", "--mijn"], "Bedoel je --zelf-gemeld?")]
#[case::a_slip_of_the_pen(&["meld", "--leeftjid=3"], "Bedoel je --leeftijd?")]
#[case::an_age(&["wie", "--topic=hechting", "--age=oud"], "--leeftijd")]
#[case::a_place(&["wie", "--topic=parenting", "--owner=x"], "Een optie --owner")]
#[case::an_organisation(&["lijst", "--as=jgz-waterdam", "--owner=x"], "De kaart kent geen organisatie \"x\" (--eigenaar).")]
#[case::words(&["meld", "--as=kraamzorg-de-wieg", "--topic=hechting", "--discussed", "--seen=x", "--helpers=bsn 111222333"], "--wie-helpt")]
#[case::two_that_exclude_each_other(&["lijst", "--inbox", "--mine"], "--te-doen gaat niet samen met --zelf-gemeld.")]
#[case::a_file_in_the_way(&["overzicht", "--as=gemeente-waterdam", "--html=routes.yaml"], "--html")]
#[case::a_picture_in_the_way(&["kaart", "teken", "--area=waterdam", "--output=routes.yaml"], "--naar")]
fn a_dutch_error_names_options_in_dutch(#[case] typed: &[&str], #[case] told: &str) {
    World::new().lang("nl").run(typed).exit(2).told(told);
}

#[rstest]
#[case("nl", &["amend"], "seinhuis aanpassen --hulp")]
#[case("nl", &["map", "check"], "seinhuis kaart controleer --hulp")]
#[case("nl", &["register", "verify"], "seinhuis register controleer --hulp")]
#[case("en", &["kaart", "controleer"], "seinhuis map check --help")]
fn a_hint_names_the_verb_in_the_language_of_the_screen(
    #[case] language: &str,
    #[case] typed: &[&str],
    #[case] hint: &str,
) {
    let typed = typed.iter().chain(&["--nonsense"]);
    World::new().lang(language).run(typed).exit(2).told(hint);
}
