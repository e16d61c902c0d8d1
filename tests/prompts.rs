//! Questions at a real terminal, with an empty configuration, in both languages; and none anywhere
//! else.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails says so by panicking"
)]

mod common;

use std::time::Duration;

use common::{PROGRAM, Run, World};
use expectrl::process::unix::{PtyStream, UnixProcess, WaitStatus};
use expectrl::{ControlCode, Eof, Expect as _, Session};
use rstest::rstest;

const ENTER: &str = "\r";
const DOWN: &str = "\u{1b}[B";

/// A person at a terminal of 120 columns.
struct Person {
    session: Session<UnixProcess, PtyStream>,
    /// Everything that was on the screen before what was waited for last.
    seen: String,
}

impl Person {
    fn at_a_terminal(world: &World, arguments: &[&str]) -> Self {
        let mut command = world.command(PROGRAM, arguments);
        command.env("COLUMNS", "120");
        let mut session = Session::spawn(command).unwrap();
        session.get_process_mut().set_window_size(120, 50).unwrap();
        session.set_expect_timeout(Some(Duration::from_secs(20)));
        Self {
            session,
            seen: String::new(),
        }
    }

    /// Waits until this is on the screen.
    #[track_caller]
    fn reads(&mut self, text: &str) -> &mut Self {
        match self.session.expect(text) {
            Ok(found) => self
                .seen
                .push_str(&String::from_utf8_lossy(found.as_bytes())),
            Err(error) => {
                let mut rest = [0; 4096];
                let length = self.session.try_read(&mut rest).unwrap_or(0);
                panic!(
                    "waited for {text:?}: {error}\n{}\n--- then\n{}",
                    self.seen,
                    String::from_utf8_lossy(&rest[..length])
                );
            }
        }
        self
    }

    fn types(&mut self, text: &str) -> &mut Self {
        // What is typed before the question listens is lost.
        std::thread::sleep(Duration::from_millis(60));
        self.session.send(text).unwrap();
        self
    }

    /// Wipes out what stands on the line.
    fn erases(&mut self) -> &mut Self {
        self.types(&"\u{7f}".repeat(40))
    }

    fn presses(&mut self, key: ControlCode) -> &mut Self {
        std::thread::sleep(Duration::from_millis(60));
        self.session.send(key).unwrap();
        self
    }

    /// Reads to the end; gives the exit code and all that was seen.
    fn ends(mut self) -> (i32, String) {
        let rest = self.session.expect(Eof).unwrap();
        self.seen
            .push_str(&String::from_utf8_lossy(rest.as_bytes()));
        let ended = self.session.get_process().wait().unwrap();
        let WaitStatus::Exited(_, code) = ended else {
            panic!("{ended:?}\n{}", self.seen)
        };
        (code, self.seen)
    }
}

#[test]
fn a_kraamhulp_reports_in_dutch_with_six_questions() {
    let world = World::new().lang("nl");
    let mut person = Person::at_a_terminal(&world, &["meld"]);
    person
        .reads("Nu gevaar? Bel eerst:")
        .reads("112")
        .reads("0800-2000");
    person
        .reads("Voor welke organisatie werk je?")
        .types("wieg")
        .types(ENTER);
    person.reads("seinhuis instellingen zet as kraamzorg-de-wieg");
    person
        .reads("Waar gaat het over?")
        .types("hechting")
        .types(ENTER);
    person
        .reads("Over wie? Leeftijd en postcode:")
        .types("5 dagen, 3004")
        .types(ENTER);
    person.reads("Hoe snel moet er iets gebeuren?").types(ENTER);
    person
        .reads("Wat heb je gezien of gehoord?")
        .types("Moeder huilt veel")
        .types(ENTER);
    person
        .reads("Heb je dit met het gezin besproken?")
        .types("ja")
        .types(ENTER);
    person
        .reads("is vastgelegd.")
        .reads("JGZ Waterdam")
        .reads("woensdag 25 november");
    let (code, seen) = person.ends();
    assert_eq!((code, questions(&seen)), (0, 6), "{seen}");
    assert!(seen.find("Nu gevaar?") < seen.find("Voor welke"), "{seen}");
    let signals = world.signals();
    assert_eq!(signals[0]["sender"], "kraamzorg-de-wieg");
    assert_eq!(
        (&signals[0]["topics"][0], &signals[0]["urgency"]),
        (&"parenting/attachment".into(), &"normal".into())
    );
}

/// How many questions were answered: inquire marks each answer with `>` once it is given.
fn questions(seen: &str) -> usize {
    [
        "Voor welke",
        "Waar gaat",
        "Over wie?",
        "Hoe snel",
        "Wat heb je",
        "Heb je dit",
        "Which org",
        "What is it",
        "About whom",
        "How soon",
        "What did",
        "Did you",
    ]
    .iter()
    .filter(|question| seen.contains(*question))
    .count()
}

#[test]
fn a_teacher_reports_in_english_without_having_discussed_it() {
    let world = World::new();
    let mut person = Person::at_a_terminal(&world, &["report"]);
    person.reads("Danger now? Call first:").reads("112");
    person
        .reads("Which organisation do you work for?")
        .types("sluis")
        .types(ENTER);
    person
        .reads("What is it about?")
        .types("care: food")
        .types(ENTER);
    person
        .reads("About whom? Age and postcode:")
        .types("9")
        .types(ENTER);
    person.reads("How soon must something happen?").types(ENTER);
    person
        .reads("What did you see or hear?")
        .types("Third time without lunch")
        .types(ENTER);
    person
        .reads("Did you discuss this with the family?")
        .types("no")
        .types(ENTER);
    person
        .reads("Why not, in a few words?")
        .types("The mother could not be reached")
        .types(ENTER);
    person.reads("recorded.");
    let (code, seen) = person.ends();
    assert_eq!((code, questions(&seen)), (0, 6), "{seen}");
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    let told = world.run_as("basisschool-de-sluis", ["show", &id]);
    told.said("Not discussed, because: The mother could not be reached")
        .said("Third time without lunch");
}

/// A report of which only is asked whether it was discussed.
const BUT_FOR_DISCUSSED: [&str; 6] = [
    "report",
    "--topic=parenting",
    "--age=1",
    "--area=3004",
    "--urgency=normal",
    "--seen=Mother cries",
];

#[rstest]
#[case::dutch("nl", "Heb je dit", ["ja, met moeder", "nee, nog niet"], "ja")]
#[case::english("en", "Did you discuss", ["yes, with the mother", "no, not yet"], "yes")]
fn whether_it_was_discussed_is_never_guessed_from_a_sentence(
    #[case] language: &str,
    #[case] question: &str,
    #[case] sentences: [&str; 2],
    #[case] yes: &str,
) {
    let world = World::new().as_("kraamzorg-de-wieg").lang(language);
    let mut person = Person::at_a_terminal(&world, &BUT_FOR_DISCUSSED);
    person.reads(question);
    for sentence in sentences {
        person.types(sentence).types(ENTER);
        world.holds_nothing();
        person.erases();
    }
    person.types(yes).types(ENTER);
    assert_eq!(person.ends().0, 0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    let told = world.run(["show", &id, "--format=json"]).json();
    assert_eq!(told["discussed"], true, "{told}");
}

#[test]
fn who_only_presses_enter_does_not_say_that_it_was_discussed() {
    let world = World::new().as_("kraamzorg-de-wieg");
    let mut person = Person::at_a_terminal(&world, &BUT_FOR_DISCUSSED);
    person.reads("Did you discuss").types(ENTER);
    person.reads("Why not, in a few words?").types(ENTER);
    // An empty line leads back to the choice.
    person.reads("Did you discuss").types("no").types(ENTER);
    person
        .reads("Why not, in a few words?")
        .types("bsn 111222333")
        .types(ENTER)
        .reads("It holds a BSN.");
    person.erases().types("yes").types(ENTER).reads("recorded.");
    assert_eq!(person.ends().0, 0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    world.run(["show", &id]).said("Not discussed, because: yes");
}

#[test]
fn only_what_is_missing_is_asked() {
    let world = World::new().as_("kraamzorg-de-wieg");
    let mut person = Person::at_a_terminal(
        &world,
        &[
            "report",
            "--topic=parenting",
            "--age=1",
            "--area=3004",
            "--urgency=normal",
            "--discussed",
        ],
    );
    person
        .reads("What did you see or hear?")
        .types("Mother cries")
        .types(ENTER)
        .reads("recorded.");
    let (code, seen) = person.ends();
    assert_eq!((code, questions(&seen)), (0, 1), "{seen}");
}

#[test]
fn wrong_answers_are_explained_and_asked_again_with_what_was_typed() {
    let world = World::new().as_("kraamzorg-de-wieg");
    let mut person = Person::at_a_terminal(&world, &["report", "--topic=parenting"]);
    person
        .reads("About whom?")
        .types("5 dyas, 3004")
        .types(ENTER)
        .reads("An age is a number of years");
    person
        .erases()
        .types("baby")
        .types(ENTER)
        .reads("This is no age and no place of the map.");
    person
        .erases()
        .types("1, 9999")
        .types(ENTER)
        .reads("Postcode 9999 lies in no area of the map.");
    for twice in ["1, 3004, 3012", "1, 3, 3004"] {
        person
            .erases()
            .types(twice)
            .types(ENTER)
            .reads("One age and one place, please.");
    }
    person.erases().types("1, 3004").types(ENTER);
    person.reads("How soon").types(ENTER);
    person
        .reads("What did you see")
        .types("bsn 111222333")
        .types(ENTER)
        .reads("It holds a BSN. Leave the BSN out");
    person
        .erases()
        .types("Mother cries, mail a@b.nl")
        .types(ENTER);
    person.reads("warning: Your text seems to hold an e-mail address.");
    person
        .reads("Did you discuss")
        .types("yes")
        .types(ENTER)
        .reads("recorded.");
    assert_eq!(person.ends().0, 0);
    assert_eq!(world.signals().len(), 1);
}

#[test]
fn a_danger_that_is_chosen_says_the_numbers_again() {
    let world = World::new().as_("kraamzorg-de-wieg");
    let mut person = Person::at_a_terminal(
        &world,
        &[
            "report",
            "--topic=safety",
            "--age=2",
            "--area=3004",
            "--seen=x",
            "--discussed",
            "--urgency=acute",
        ],
    );
    person
        .reads("Danger now? Call first:")
        .reads("Veilig Thuis Rijnmeer");
    assert_eq!(person.ends().0, 0);
    let mut person = Person::at_a_terminal(
        &world,
        &[
            "report",
            "--topic=safety",
            "--age=2",
            "--area=3004",
            "--discussed",
        ],
    );
    person
        .reads("Danger now? Call first:")
        .reads("How soon")
        .types("danger")
        .types(ENTER)
        .reads("Danger now? Call first:");
    person
        .reads("What did you see")
        .types("x")
        .types(ENTER)
        .reads("recorded.");
    assert_eq!(person.ends().0, 0);
}

#[rstest]
#[case::esc(ControlCode::Escape)]
#[case::ctrl_c(ControlCode::EndOfText)]
fn stopping_records_nothing(#[case] key: ControlCode, #[values(1, 2, 3, 4)] at: usize) {
    let world = World::new().as_("kraamzorg-de-wieg");
    let mut person = Person::at_a_terminal(&world, &["report"]);
    let answers = [
        ("What is it about?", ""),
        ("About whom?", "1, 3004"),
        ("How soon", ""),
        ("What did you see", "x"),
    ];
    for (question, answer) in &answers[..at - 1] {
        person.reads(question).types(answer).types(ENTER);
    }
    person
        .reads(answers[at - 1].0)
        .presses(key)
        .reads("error: Stopped; nothing was recorded.");
    assert_eq!(person.ends().0, 1);
    world.holds_nothing();
}

#[test]
fn feedback_asks_for_the_outcome_the_way_and_the_words() {
    for (language, questions, answer) in [
        (
            "nl",
            [
                "Wat is ervan geworden?",
                "Hoe vertel je het de melder?",
                "Wat mag de melder weten",
            ],
            "heeft Kraamzorg De Wieg verteld",
        ),
        (
            "en",
            [
                "What became of it?",
                "How do you tell the sender?",
                "What may the sender know",
            ],
            "has told Kraamzorg De Wieg",
        ),
    ] {
        let world = World::new().lang(language).reported().as_("jgz-waterdam");
        let mut person = Person::at_a_terminal(&world, &["feedback", "K7M4"]);
        person
            .reads(questions[0])
            .types(DOWN)
            .types(DOWN)
            .types(ENTER);
        person.reads(questions[1]).types(ENTER);
        person
            .reads(questions[2])
            .types("She has an appointment on Thursday")
            .types(ENTER)
            .reads(answer);
        assert_eq!(person.ends().0, 0);
        let told = world.run(["show", "K7M4", "--format=json"]).json();
        let last = told["events"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(
            (&last["outcome"], &last["channel"], &last["words"]["said"]),
            (
                &"help-started".into(),
                &"phone".into(),
                &"She has an appointment on Thursday".into()
            )
        );
    }
}

#[test]
fn nobody_is_asked_about_a_signal_that_is_not_there_or_not_theirs() {
    let world = World::new().as_("jgz-waterdam");
    let (code, seen) = Person::at_a_terminal(&world, &["feedback", "K7M4"]).ends();
    assert!(code == 5 && seen.contains("There is no signal"), "{seen}");
    let world = world.reported().as_("welzijn-oost");
    let (code, seen) = Person::at_a_terminal(&world, &["feedback", "K7M4"]).ends();
    assert!(
        code == 3 && seen.contains("This is for the owner: JGZ Waterdam."),
        "{seen}"
    );
}

#[rstest]
#[case::ask(&["ask"], "This is for the owner: JGZ Waterdam.")]
#[case::reply(&["reply"], "This is for the sender: Kraamzorg De Wieg")]
#[case::reject(&["reject"], "This is for the sender: Kraamzorg De Wieg.")]
#[case::reopen(&["reopen"], "This is for the sender: Kraamzorg De Wieg")]
#[case::withdraw(&["withdraw"], "This is for the sender: Kraamzorg De Wieg.")]
#[case::assign(&["assign", "--to=cjg-waterdam"], "This is for the coordinator: Gemeente Waterdam")]
#[case::reroute(&["reroute"], "This is for the coordinator: Gemeente Waterdam")]
#[case::feedback(&["feedback", "--outcome=partly"], "This is for the owner: JGZ Waterdam.")]
fn no_words_are_asked_for_a_step_that_would_be_refused(
    #[case] step: &[&str],
    #[case] why: &str,
    #[values(false, true)] edit: bool,
) {
    let world = with_an_editor(
        World::new().reported().as_("welzijn-oost"),
        &["echo x > $1"],
    );
    let arguments = [step, &["K7M4"], if edit { &["--edit"] } else { &[] }].concat();
    let (code, seen) = Person::at_a_terminal(&world, &arguments).ends();
    assert!(code == 3 && seen.contains(why), "{seen}");
    assert!(
        !seen.contains("Esc stops") && !world.path("turn.txt").exists(),
        "{seen}"
    );
}

#[test]
fn no_words_are_asked_where_a_signal_does_not_stand_or_for_whom_it_is_not() {
    let world = World::new().reported();
    for (organisation, arguments, why, ends) in [
        ("kraamzorg-de-wieg", &["reject", "K7M4"][..], "offered", 3),
        (
            "kraamzorg-de-wieg",
            &["reply", "K7M4", "--question=7"],
            "7",
            3,
        ),
        (
            "jgz-waterdam",
            &["ask", "K7M4", "--of=welzijn-oost"],
            "Welzijn Oost",
            3,
        ),
        (
            "gemeente-waterdam",
            &["assign", "K7M4", "--to=jgz-waterdam"],
            "JGZ Waterdam",
            3,
        ),
        (
            "gemeente-waterdam",
            &["assign", "K7M4", "--to=kraamzorg-de-wieg"],
            "Kraamzorg De Wieg",
            3,
        ),
        (
            "gemeente-waterdam",
            &["reroute", "K7M4"],
            "stays with JGZ Waterdam",
            0,
        ),
    ] {
        let command = [&["--as", organisation], arguments].concat();
        let (code, seen) = Person::at_a_terminal(&world, &command).ends();
        assert!(
            code == ends && seen.contains(why) && !seen.contains("Esc stops"),
            "{arguments:?}\n{seen}"
        );
    }
}

/// A signal of which the sender, a landlord, may only hear that something was done.
fn of_a_landlord(world: World) -> World {
    let report = [
        "report",
        "--topic=finances/arrears",
        "--age=40",
        "--area=3004",
        "--discussed",
        "--seen=x",
        "--id=K7M4-Q2X8",
    ];
    world.run_as("woningcorporatie-havenrand", report).exit(0);
    world.as_("schuldhulp-waterdam")
}

#[test]
fn who_may_only_say_that_something_is_done_is_not_asked_what() {
    for (language, questions, told) in [
        (
            "nl",
            ["Wat is ervan geworden?", "Hoe vertel je het de melder?"],
            "mag alleen horen dát er iets is gedaan, niet wat.",
        ),
        (
            "en",
            ["What became of it?", "How do you tell the sender?"],
            "may only hear that something is done, not what.",
        ),
    ] {
        let world = of_a_landlord(World::new().lang(language));
        let mut person = Person::at_a_terminal(&world, &["feedback", "K7M4"]);
        person
            .reads(told)
            .reads(questions[0])
            .types(ENTER)
            .reads(questions[1])
            .types(ENTER)
            .reads("Schuldhulp Waterdam");
        assert_eq!(person.ends().0, 0);
        let last = world.run(["show", "K7M4", "--format=json"]).json()["events"]
            .as_array()
            .unwrap()
            .last()
            .unwrap()
            .clone();
        assert_eq!(last["level"], "status-only");
    }
}

#[test]
fn who_may_only_say_that_something_is_done_hears_it_before_the_editor_opens() {
    let world = with_an_editor(of_a_landlord(World::new()), &["echo x > $1"]);
    for words in ["--edit", "She has an appointment"] {
        let (code, seen) = Person::at_a_terminal(&world, &["feedback", "K7M4", words]).ends();
        assert!(
            code == 3 && seen.contains("hint: Leave the words out and give --status-only."),
            "{seen}"
        );
        assert!(
            !seen.contains("Esc stops") && !world.path("turn.txt").exists(),
            "{seen}"
        );
    }
}

#[test]
fn words_that_are_missing_are_asked_for_other_steps_too() {
    let world = World::new().reported().as_("jgz-waterdam");
    let mut person = Person::at_a_terminal(&world, &["ask", "K7M4"]);
    person
        .reads("What do you want to know?")
        .types("At home?")
        .types(ENTER)
        .reads("has put a question");
    assert_eq!(person.ends().0, 0);
}

#[test]
fn a_register_that_cannot_be_used_is_told_before_anything_is_asked() {
    let world = World::new()
        .as_("kraamzorg-de-wieg")
        .file("register.db", "my shopping list");
    let edited = [&EDITED[..6], &["--urgency=acute"]].concat();
    for arguments in [&["report"][..], &edited] {
        let (code, seen) = Person::at_a_terminal(&world, arguments).ends();
        assert_eq!((code, questions(&seen)), (9, 0), "{seen}");
        let (numbers, error) = (
            seen.find("Danger now?").unwrap(),
            seen.find("is not a register").unwrap(),
        );
        assert!(
            numbers < error && !seen.contains("The editor is open"),
            "{seen}"
        );
    }
}

// ---- In the editor ----

/// An editor that does one of these steps each time it is opened; `$1` is the file. What it found
/// is kept in `found.txt`.
fn with_an_editor(world: World, steps: &[&str]) -> World {
    let cases: String = steps
        .iter()
        .enumerate()
        .map(|(at, step)| format!("{at}) {step};;\n"))
        .collect();
    let script = format!(
        "turn=$(cat turn.txt || echo 0)\necho $((turn + 1)) > turn.txt\ncat $1 >> found.txt\ncase $turn in\n{cases}esac\n"
    );
    world
        .file("editor.sh", script)
        .with("EDITOR", "sh editor.sh")
}

const EDITED: [&str; 7] = [
    "report",
    "--topic=parenting",
    "--age=1",
    "--area=3004",
    "--discussed",
    "--edit",
    "--urgency=normal",
];

#[test]
fn what_is_refused_is_opened_again_in_the_editor_with_the_reason() {
    let steps = [
        "echo Mother cries, bsn 111222333 > $1",
        "echo Mother cries > $1",
    ];
    let world = with_an_editor(World::new().as_("kraamzorg-de-wieg"), &steps);
    let mut person = Person::at_a_terminal(&world, &EDITED);
    person
        .reads("The editor is open.")
        .reads("It holds a BSN. Leave the BSN out")
        .reads("Enter opens your text again")
        .types(ENTER);
    person.reads("recorded.");
    assert_eq!(person.ends().0, 0);
    assert_eq!(
        std::fs::read_to_string(world.path("found.txt")).unwrap(),
        "Mother cries, bsn 111222333\n"
    );
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    world.run(["show", &id]).said("Mother cries");
}

#[rstest]
#[case::at_once(&[":"], false)]
#[case::after_a_reason(&["echo bsn 111222333 > $1", ":"], true)]
#[case::with_nothing_left(&["echo bsn 111222333 > $1", "echo > $1"], true)]
fn a_text_that_is_left_empty_or_as_it_was_records_nothing(
    #[case] steps: &[&str],
    #[case] told: bool,
) {
    let world = with_an_editor(World::new().as_("kraamzorg-de-wieg"), steps);
    let mut person = Person::at_a_terminal(&world, &EDITED);
    if told {
        person.reads("Enter opens your text again").types(ENTER);
    }
    person.reads("error: Stopped; nothing was recorded.");
    assert_eq!(person.ends().0, 1);
    world.holds_nothing();
}

#[test]
fn in_a_script_what_the_editor_leaves_is_refused_at_once() {
    let world = with_an_editor(
        World::new().as_("kraamzorg-de-wieg"),
        &["echo bsn 111222333 > $1"],
    );
    world
        .run(EDITED)
        .exit(2)
        .no_answer()
        .told("It holds a BSN.")
        .never_shows("111222333");
    world.holds_nothing();
}

// ---- Where nothing ever prompts ----

#[test]
fn with_no_input_or_json_nothing_is_asked_at_a_terminal_either() {
    for option in [
        "--no-input",
        "--format=json",
        "--format=jsonl",
        "--format=csv",
    ] {
        let (code, seen) = Person::at_a_terminal(&World::new(), &["report", option]).ends();
        assert_eq!(code, 2, "{seen}");
        assert!(
            seen.contains("--topic") && seen.contains("--seen") && questions(&seen) == 0,
            "{seen}"
        );
    }
}

/// Runs a command in a shell at a terminal.
fn in_a_shell(world: &World, script: &str) -> (i32, String) {
    let mut command = world.command("/bin/sh", ["-c", script]);
    command.env("SEINHUIS", PROGRAM);
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(20)));
    Person {
        session,
        seen: String::new(),
    }
    .ends()
}

#[rstest]
#[case::from_a_file("$SEINHUIS report < routes.yaml")]
#[case::from_nothing("$SEINHUIS report < /dev/null")]
#[case::into_a_file("$SEINHUIS report > answer.txt")]
#[case::into_a_pipe("$SEINHUIS report | cat; exit 2")]
#[case::with_its_talk_in_a_file("$SEINHUIS report 2> talk.txt; code=$?; cat talk.txt; exit $code")]
#[case::feedback_into_a_file("$SEINHUIS feedback K7M4 --as=jgz-waterdam > answer.txt")]
fn with_one_end_not_at_a_terminal_nothing_is_asked(#[case] script: &str) {
    let (code, seen) = in_a_shell(&World::new(), script);
    assert_eq!((code, questions(&seen)), (2, 0), "{seen}");
    assert!(seen.contains("Something is missing: "), "{seen}");
}

#[test]
fn in_a_pipe_every_command_that_could_ask_says_what_is_missing() {
    let world = World::new().as_("jgz-waterdam").reported();
    for verb in ["feedback", "ask", "reply", "reject", "reopen", "withdraw"] {
        let run: Run = world.run([verb, "K7M4"]);
        run.exit(2)
            .no_answer()
            .told("error: Something is missing: ");
    }
    world
        .run(["assign", "K7M4", "--to=cjg-waterdam"])
        .exit(2)
        .told("Something is missing: REASON.");
}
