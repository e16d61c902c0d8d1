//! Who reads what, held against the table of docs/security.md, in any life that a signal can have: what
//! `show`, `list` and `export` hold for each organisation, looked through for what it may not know.

mod marked;

use std::cell::RefCell;
use std::ops::ControlFlow;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use crate::domain::access::{AccessLevel, Reach, Reader, SentReach};
use crate::domain::calendar::Calendar;
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::{DeclineReason, Event, Level, Offer, Outcome, RecordedEvent};
use crate::domain::signal::Particulars;
use crate::domain::signal_id::IdPrefix;
use crate::domain::signal_state::State;
use crate::domain::time::Zone;
use crate::domain::words::Words;
use crate::exchange::export::{ExportContext, ExportRecord};
use crate::output::answer::Data as _;
use crate::register::any_life::{any_command, who_tries};
use crate::register::examples::{
    EVERYBODY, KRAAMZORG, actor, decision, id, monday, offer, order, organisation, referenced,
    terms,
};
use crate::register::{self, Access, Address, Filter, Register, RegisterError, Story};
use crate::verbs::list::answer::Viewpoint;
use crate::verbs::show::answer::{SignalReader, SignalView};

use self::marked::marked;

const STRANGER: &str = "vv-waterdam";
/// What stands in the report of these signals.
const CONTACT: &str = "Noor, 06 12345678";
/// Topics that amendments bring, and what a later decision says.
const LATER: [&str; 4] = ["finances", "language", "again", "new map"];

/// What an organisation reads, by the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reads {
    All,
    Own,
    Story,
    Nothing,
}

fn part_of(story: &Story, who: &OrganisationId) -> Reads {
    let case = &story.case;
    match () {
        () if *who == case.owner || case.involved.contains(who) => Reads::All,
        () if *who == case.sender && case.level == Level::Full => Reads::All,
        () if *who == case.sender => Reads::Own,
        () if *who == case.coordinator || case.proposed.as_ref() == Some(who) => Reads::Story,
        () => Reads::Nothing,
    }
}

/// Every text below a value.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::String(text) => found.push(text.clone()),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn texts_of(particulars: &Particulars) -> Vec<String> {
    let mut found = Vec::new();
    texts(&particulars.json(), &mut found);
    found
}

/// All texts that an organisation gets of one signal, by any way; none when it gets nothing.
fn told(
    register: &mut Register,
    story: &Story,
    who: &OrganisationId,
    with_words: bool,
) -> Vec<String> {
    let reader = Reader {
        organisation: who.clone().into(),
        reach: Reach::OwnSignals,
        sent: SentReach::All,
        coordinates: vec![],
    };
    let mut found = Vec::new();
    let id = story.case.id;
    if story.case.access_level(who) != AccessLevel::Nothing {
        let words = register.words(id).unwrap();
        let of = SignalReader {
            reader: &reader,
            next: vec![],
            zone: Zone::AMSTERDAM,
            today: terms(0).today,
        };
        texts(
            &SignalView::new(story.clone(), &words, of).json(),
            &mut found,
        );
    }
    let filter = Filter {
        states: State::ALL.to_vec(),
        reader: Some(reader.clone()),
        ..Filter::default()
    };
    let view = Viewpoint::new(
        Zone::AMSTERDAM,
        terms(0).today,
        Calendar::default(),
        who.clone().into(),
        false,
    );
    let mut listed = |row: register::ListRow| {
        if row.id == id {
            texts(&view.signal(row).json(), &mut found);
        }
        ControlFlow::Continue(())
    };
    register.list(&filter, &mut listed).unwrap();
    let context = ExportContext {
        zone: Zone::AMSTERDAM,
        now: monday(),
        reader: &reader,
    };
    let exported = register.scan(&filter, with_words, |stories| {
        for whole in stories {
            let whole = whole?;
            if whole.story.case.id == id {
                texts(&ExportRecord::new(whole, context).json(), &mut found);
            }
        }
        Ok::<_, RegisterError>(())
    });
    exported.unwrap();
    found
}

/// Whether the events of a status-only sender are her own: by her, asked of her, or an answer.
fn is_of(happened: &RecordedEvent, who: &OrganisationId) -> bool {
    let asked = if let Event::Asked { of: asked } | Event::TransferProposed { to: asked } =
        &happened.event
    {
        asked == who
    } else {
        false
    };
    happened.by == *who || asked
}

/// What among these texts a reader with this part may not know.
fn forbidden(
    told: &[String],
    story: &Story,
    words: &[(RecordedEvent, Vec<Words>)],
    who: &OrganisationId,
    part: Reads,
) -> Vec<String> {
    let case = &story.case;
    let mut may_not: Vec<String> = Vec::new();
    let proposal = story
        .happened
        .iter()
        .rfind(|one| matches!(one.event, Event::TransferProposed { .. }))
        .filter(|_| case.proposed.as_ref() == Some(who));
    let taken_back = |number: u32| {
        story.happened.iter().any(|one| {
            matches!(one.event, Event::Undone { first, last } if (first..=last).contains(&number))
        })
    };
    for (happened, texts) in words {
        let own = is_of(happened, who)
            && (!matches!(happened.event, Event::TransferProposed { .. }) || happened.by == *who);
        let reads = match part {
            Reads::All => true,
            Reads::Own => own || proposal == Some(happened),
            Reads::Story => proposal == Some(happened),
            Reads::Nothing => false,
        };
        let crossed_out = taken_back(happened.number) && happened.by != *who;
        if !reads || crossed_out {
            may_not.extend(texts.iter().map(|text| text.as_str().to_owned()));
        }
    }
    if *who != case.owner && *who != case.sender {
        may_not.push(CONTACT.to_owned());
    }
    if matches!(part, Reads::Story | Reads::Nothing) {
        let reference = story.reported.reference.as_ref();
        may_not.extend(reference.map(|reference| reference.as_str().to_owned()));
    }
    if part == Reads::Own {
        let mut own = Vec::new();
        for happened in story
            .happened
            .iter()
            .filter(|one| one.by == *who && one.number > 1)
        {
            texts(&happened.event.json(), &mut own);
        }
        let first = story.offer().unwrap();
        let known =
            [who, &case.owner, &first.owner, &first.coordinator].map(OrganisationId::as_str);
        let codes = Outcome::ALL.iter().map(|one| one.code());
        let codes = codes.chain(DeclineReason::ALL.iter().map(|one| one.code()));
        let others = EVERYBODY.into_iter().filter(|one| !known.contains(one));
        // The age and the place of a correction by somebody else.
        let theirs = story.happened.iter().filter(|one| one.by != *who);
        let mut corrected = Vec::new();
        for one in theirs {
            if let Event::Corrected { particulars, .. } = &one.event {
                texts(&particulars.json(), &mut corrected);
            }
        }
        let known = texts_of(&story.reported.circumstances.particulars);
        corrected.retain(|text| !known.contains(text));
        let hidden = codes.chain(others).chain(LATER).map(str::to_owned);
        let hidden = hidden.chain(corrected);
        may_not.extend(hidden.filter(|text| !own.iter().any(|known| known == text)));
        let theirs = story.happened.iter().filter(|one| !is_of(one, who));
        let theirs = theirs.map(|one| one.event.code()).filter(|code| {
            *code != "feedback-final"
                && !story
                    .happened
                    .iter()
                    .any(|one| is_of(one, who) && one.event.code() == *code)
        });
        // What a state is called too, an event may not be; the state may be told.
        may_not.extend(
            theirs
                .filter(|code| State::from_code(code).is_none())
                .map(str::to_owned),
        );
    }
    may_not.retain(|text| told.iter().any(|told| told == text));
    may_not
}

/// How often each part was looked at, and what the control found.
#[derive(Debug, Default)]
struct Seen {
    all: u32,
    own: u32,
    story: u32,
    nothing: u32,
    control: u32,
}

fn look(register: &mut Register, n: u32, seen: &mut Seen) {
    let story = register.story(&IdPrefix::from(id(n))).unwrap();
    let mut words: Vec<(RecordedEvent, Vec<Words>)> = Vec::new();
    let all = register.words(id(n)).unwrap();
    for happened in &story.happened {
        let texts = all.iter().filter(|text| text.number == happened.number);
        words.push((
            happened.clone(),
            texts.map(|text| text.words.clone()).collect(),
        ));
    }
    for who in EVERYBODY.into_iter().chain([STRANGER]).map(organisation) {
        let part = part_of(&story, &who);
        for with_words in [false, true] {
            let told = told(register, &story, &who, with_words);
            assert_eq!(told.is_empty(), part == Reads::Nothing, "{who} {part:?}");
            let found = forbidden(&told, &story, &words, &who, part);
            assert_eq!(
                found,
                Vec::<String>::new(),
                "{who} {part:?}: {:#?}",
                story.happened
            );
            match part {
                Reads::All => {
                    // The control: what another reads in full is too much for her.
                    let sender = &story.case.sender;
                    let much = forbidden(&told, &story, &words, sender, Reads::Own);
                    seen.control += u32::from(!much.is_empty());
                    seen.all += 1;
                }
                Reads::Own => seen.own += 1,
                Reads::Story => seen.story += 1,
                Reads::Nothing => seen.nothing += 1,
            }
        }
    }
}

#[test]
fn whatever_happens_to_a_signal_nobody_is_told_what_they_may_not_know() {
    let folder = tempfile::tempdir().unwrap();
    let address = Address::File(folder.path().join("register.db"));
    let register = Register::open(&address, Access::Write(register::Clock::System)).unwrap();
    let try_ = (
        proptest::sample::select(EVERYBODY.to_vec()),
        any_command(),
        0..4i64,
    );
    let life = proptest::collection::vec(try_, 1..40);
    let level = prop_oneof![1 => Just(Level::Full), 3 => Just(Level::StatusOnly)];
    let mut runner = TestRunner::new(Config {
        cases: 64,
        failure_persistence: None,
        ..Config::default()
    });
    let state = RefCell::new((register, 0, Seen::default()));
    let outcome = runner.run(&(life, level), |(life, level)| {
        let (register, n, seen) = &mut *state.borrow_mut();
        *n += 1;
        let offer = Offer { level, ..offer() };
        let signal = referenced(*n, &format!("DW-{n}"));
        register
            .report(
                &signal,
                &offer,
                &decision("{}", "digest"),
                &actor(KRAAMZORG),
            )
            .unwrap();
        let mut today = 0;
        for (number, (by, command, days_later)) in life.into_iter().enumerate() {
            today += days_later * 3;
            let story = register.story(&IdPrefix::from(id(*n))).unwrap();
            let by = who_tries(&command, by, &story);
            // What is refused leaves no trace.
            let _ = order(register, id(*n), &by, marked(command, number), today);
        }
        look(register, *n, seen);
        Ok(())
    });
    outcome.unwrap();
    let (_, _, seen) = state.into_inner();
    let Seen {
        all,
        own,
        story,
        nothing,
        control,
    } = seen;
    assert!(
        all > 100 && own > 20 && story > 20 && nothing > 100,
        "{all} {own} {story} {nothing}"
    );
    assert!(control > 50, "the control found something {control} times");
}
