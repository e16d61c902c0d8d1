//! Questions at a real terminal, with an empty configuration, in both languages; and none anywhere
//! else.
#![cfg(unix)]

mod discussed;
mod editor;
mod silence;
mod steps;
mod topics;
mod youngest;

use std::time::Duration;

use crate::common::{PROGRAM, REPORT, World};
use editor::EDITED;
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
        .reads("Om wie gaat het? Leeftijd en postcode:")
        .types("vijf dgn. 3004")
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
        "Om wie",
        "Jongste kind",
        "Hoe snel",
        "Wat heb je",
        "Heb je dit",
        "Which org",
        "What is it",
        "About whom",
        "Youngest child",
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
        .types("1, Watterdam")
        .types(ENTER)
        .reads("The map has no area \"Watterdam\".");
    for twice in ["1, 3004, 3012", "1, 3, 3004", "5 days 3004 3012"] {
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
        .reads("Call about this first:")
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
