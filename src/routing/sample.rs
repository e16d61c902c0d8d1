//! A small map for the tests, with claims written as sentences: `jgz topic:parenting age:0-4
//! area:waterdam urgency:acute,urgent from:school kind:gp hours:office priority:1 since:2026-01-01
//! until:2026-12-31 accept:1-working-day feedback:at-once acute-accept:1-day
//! acute-feedback:2-working-days involve:welzijn handover:none leads status-only`.

use std::str::FromStr;
use std::sync::Arc;

use crate::domain::calendar::Calendar;
use crate::domain::codes::{CodeEnum, OrganisationId};
use crate::domain::event::Level;
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Particulars, Topics, Urgency};
use crate::domain::time::{Day, Moment, Weekday, Zone};
use crate::map_parts::ages::AgeSubject;
use crate::map_parts::choice::{Choice, Values};
use crate::map_parts::criterion::{Criteria, Senders};
use crate::map_parts::handover::{Handover, HandoverWay};
use crate::routing::map::SenderLevels;
use crate::routing::map::{
    AcutePromises, Area, AreaIx, Contact, ContactHours, EmergencyLine, Hours, MapParts,
    MapPosition, MapSettings, OfficeHours, Organisation, OwnerTerms, Promises, Responsibility,
    RouteMap, Synonyms, Text, Topic, TopicIx, ValidDays,
};

/// Code, Dutch and English name. What a topic is part of shows in its code.
const TOPICS: [(&str, &str, &str); 5] = [
    ("parenting", "Opvoeden", "Parenting"),
    ("parenting/sleep", "Slapen", "Sleep"),
    ("finances", "Geld", "Money"),
    ("finances/debts", "Schulden", "Debts"),
    ("housing", "Wonen", "Housing"),
];

/// Code, name, municipality code, the area around it, postcodes, a coordinator of its own.
type AreaRow = (
    &'static str,
    &'static str,
    Option<&'static str>,
    Option<u32>,
    &'static [(u16, u16)],
    Option<&'static str>,
);
const AREAS: [AreaRow; 5] = [
    ("rijnmeer", "Regio Rijnmeer", None, None, &[], None),
    (
        "waterdam",
        "Waterdam",
        Some("GM9901"),
        Some(0),
        &[(3000, 3019)],
        None,
    ),
    (
        "noord",
        "Waterdam Noord",
        None,
        Some(1),
        &[(3010, 3012), (3015, 3015)],
        None,
    ),
    (
        "veenbroek",
        "Veenbroek",
        Some("GM9902"),
        Some(0),
        &[(3020, 3029)],
        Some("gemeente-veenbroek"),
    ),
    ("veen-west", "Veenbroek West", None, Some(3), &[], None),
];

/// Code and kind. The name is the code with a capital.
const ORGANISATIONS: [(&str, &str); 11] = [
    ("kraamzorg", "kraamzorg"),
    ("school", "school"),
    ("huisarts", "gp"),
    ("jgz", "jgz"),
    ("cjg", "cjg"),
    ("wijkteam", "wijkteam"),
    ("debt-help", "debt-help"),
    ("ggz", "ggz"),
    ("welzijn", "welzijn"),
    ("gemeente", "gemeente"),
    ("gemeente-veenbroek", "gemeente"),
];

/// The map in which these claims are agreed.
pub(crate) fn map(claims: &[&str]) -> RouteMap {
    RouteMap::new(parts(claims))
}

/// The same, to be changed before it is used.
pub(crate) fn parts(claims: &[&str]) -> MapParts {
    let organisations = ORGANISATIONS
        .iter()
        .zip(1..)
        .map(|((id, kind), line)| Organisation {
            id: read(id),
            formerly: Vec::new(),
            valid: ValidDays::default(),
            name: id[..1].to_uppercase() + &id[1..],
            kind: read(kind),
            contact: Some(Contact {
                phone: Some("010-555 01 20".into()),
                email: None,
                hours: ContactHours::Office,
                checked_on: None,
            }),
            senders_apart: None,
            place: place(line),
        });
    let topics = TOPICS.iter().zip(20..).map(|((id, nl, en), line)| Topic {
        id: read(id),
        formerly: Vec::new(),
        valid: ValidDays::default(),
        name: Text {
            nl: (*nl).into(),
            en: (*en).into(),
        },
        also: Synonyms::default(),
        parent: id.split_once('/').map(|(parent, _)| topic(parent)),
        place: place(line),
    });
    let areas =
        AREAS
            .iter()
            .zip(30..)
            .map(
                |((id, name, code, parent, postcodes, coordinator), line)| Area {
                    id: read(id),
                    formerly: Vec::new(),
                    valid: ValidDays::default(),
                    name: (*name).into(),
                    also: Vec::new(),
                    code: code.map(Into::into),
                    parent: parent.map(AreaIx),
                    postcodes: postcodes.to_vec(),
                    coordinator: coordinator.map(read),
                    place: place(line),
                },
            );
    let settings = MapSettings {
        name: Text {
            nl: "Waterdam en Veenbroek".into(),
            en: "Waterdam and Veenbroek".into(),
        },
        id: None,
        zone: Zone::AMSTERDAM,
        calendar: Calendar {
            dutch_holidays: true,
            ..Calendar::default()
        },
        office_hours: OfficeHours {
            days: Weekday::ALL[..5].to_vec(),
            from: read("08:30"),
            to: read("17:00"),
        },
        coordinator: read("gemeente"),
        privacy_officer: None,
        promises: Promises {
            accept_within: read("2 working days"),
            feedback_within: read("5 working days"),
            confirm_within: read("10 working days"),
            acute: OwnerTerms {
                accept_within: read("at once"),
                feedback_within: read("1 working day"),
            },
        },
        promises_place: None,
        emergency: Vec::new(),
        handover: Handover::CALL,
        levels: SenderLevels::default(),
        escalation: Vec::new(),
        digest: "0".repeat(64),
    };
    let mut parts = MapParts {
        settings,
        topics: topics.collect(),
        areas: areas.collect(),
        organisations: organisations.collect(),
        responsibilities: Vec::new(),
        open_points: Vec::new(),
    };
    parts.responsibilities = claims
        .iter()
        .zip(100..)
        .map(|(text, line)| claim(text, line, &parts.organisations))
        .collect();
    parts
}

fn claim(text: &str, line: u32, organisations: &[Organisation]) -> Responsibility {
    let mut words = text.split_whitespace();
    let mut claim = Responsibility {
        owner: read(words.next().unwrap()),
        criteria: Criteria::default(),
        priority: 0,
        valid: ValidDays::default(),
        accept_within: None,
        feedback_within: None,
        acute: AcutePromises::default(),
        level: Level::Full,
        involve: Vec::new(),
        handover: None,
        leads: false,
        because: None,
        place: place(line),
    };
    let criteria = &mut claim.criteria;
    for word in words {
        let (key, value) = word.split_once(':').unwrap_or((word, ""));
        let list = || value.split(',');
        match key {
            "topic" => criteria.topics = Some(list().map(topic).collect()),
            "age" => criteria.ages.set(AgeSubject::Person, Some(read(value))),
            "youngest" => criteria
                .ages
                .set(AgeSubject::YoungestChild, Some(read(value))),
            "area" => criteria.areas = Some(list().map(area).collect()),
            "from" => criteria
                .senders
                .get_or_insert_default()
                .named
                .extend(list().map(read::<OrganisationId>)),
            "kind" => criteria
                .senders
                .get_or_insert_default()
                .kinds
                .extend(list().map(read)),
            "priority" => claim.priority = read(value),
            "since" => claim.valid.from = Some(read(value)),
            "until" => claim.valid.until = Some(read(value)),
            "accept" => claim.accept_within = Some(read(&value.replace('-', " "))),
            "feedback" => claim.feedback_within = Some(read(&value.replace('-', " "))),
            "acute-accept" => claim.acute.accept_within = Some(read(&value.replace('-', " "))),
            "acute-feedback" => claim.acute.feedback_within = Some(read(&value.replace('-', " "))),
            "involve" => claim.involve = list().map(read).collect(),
            "handover" => {
                let how = HandoverWay::from_code(value).unwrap();
                claim.handover = Some(Handover { how, say: None });
            }
            "leads" => claim.leads = true,
            "status-only" => claim.level = Level::StatusOnly,
            _ => {
                let choice = Choice::from_code(key).unwrap_or_else(|| panic!("what is {word}?"));
                let place = |code| choice.codes().iter().position(|one| *one == code).unwrap();
                let values = Values::at_places(list().map(place));
                criteria.choices.set(choice, Some(values));
            }
        }
    }
    if let Some(senders) = &mut claim.criteria.senders {
        resolve(senders, organisations);
    }
    claim
}

/// Fills in which organisations of the map the limit means.
pub(crate) fn resolve(senders: &mut Senders, organisations: &[Organisation]) {
    let meant =
        |o: &&Organisation| senders.kinds.contains(&o.kind) || senders.named.contains(&o.id);
    senders.organisations = Arc::new(
        organisations
            .iter()
            .filter(meant)
            .map(|o| o.id.clone())
            .collect(),
    );
}

/// How much senders may hear: `kind:gp=status-only`, `from:huisarts=full`.
pub(crate) fn levels(written: &[&str]) -> SenderLevels {
    let mut levels = SenderLevels::default();
    for (sender, level) in written.iter().map(|text| text.split_once('=').unwrap()) {
        let level = Level::from_code(level).unwrap();
        match sender.split_once(':').unwrap() {
            ("kind", kind) => levels.kinds.insert(read(kind), level),
            (_, id) => levels.named.insert(read(id), level),
        };
    }
    levels
}

/// A signal: its topics joined by `+`, then `age:`, `youngest:`, `area:` (or `outside:`, a postcode) and `before:` when they are known, an urgency when
/// it is not normal, and `from:` when it is not the kraamzorg (`from:nobody` when somebody merely
/// asks).
pub(crate) fn signal(text: &str) -> Facts {
    let mut words = text.split_whitespace();
    let topics = words.next().unwrap().split('+').map(read).collect();
    let mut facts = Facts {
        topics: Topics::from_list(topics).unwrap(),
        particulars: Particulars::default(),
        sender: Some(read("kraamzorg")),
    };
    let particulars = &mut facts.particulars;
    for word in words {
        match word.split_once(':') {
            Some(("age", age)) => particulars.age = Some(read(age)),
            Some(("youngest", age)) => particulars.youngest = Some(read(age)),
            Some(("before", day)) => particulars.before = Some(read(day)),
            Some(("area", area)) => particulars.residence = Some(Residence::Area(read(area))),
            Some(("outside", digits)) => {
                particulars.residence = Some(Residence::Outside(read(digits)));
            }
            Some(("from", "nobody")) => facts.sender = None,
            Some(("from", sender)) => facts.sender = Some(read(sender)),
            _ => particulars.urgency = Urgency::from_code(word).unwrap(),
        }
    }
    facts
}

/// An emergency line for these ages (`all`, or a range) at these hours (`always`, `office`,
/// `outside`).
pub(crate) fn line(call: &str, ages: &str, hours: &str) -> EmergencyLine {
    EmergencyLine {
        call: call.into(),
        organisation: None,
        when: Text {
            nl: "gevaar".into(),
            en: "danger".into(),
        },
        topics: None,
        ages: (ages != "all").then(|| read(ages)),
        hours: Hours::from_code(hours),
        place: Some(place(10)),
    }
}

/// A Monday in office time.
pub(crate) const OFFICE: &str = "2026-11-23T10:15";
/// The day of that moment.
pub(crate) fn today() -> Day {
    read("2026-11-23")
}

/// The Saturday night after it.
pub(crate) const OUTSIDE: &str = "2026-11-28T22:00";

/// A moment on the clocks of Waterdam.
pub(crate) fn at(local: &str) -> Moment {
    Zone::AMSTERDAM.read(local).unwrap()
}

/// What the text says, as any of our types.
pub(crate) fn read<T: FromStr>(text: &str) -> T {
    text.parse()
        .unwrap_or_else(|_| panic!("cannot read {text}"))
}

fn topic(code: &str) -> TopicIx {
    TopicIx(
        TOPICS
            .iter()
            .zip(0..)
            .find(|((id, ..), _)| *id == code)
            .unwrap()
            .1,
    )
}

fn area(code: &str) -> AreaIx {
    AreaIx(
        AREAS
            .iter()
            .zip(0..)
            .find(|((id, ..), _)| *id == code)
            .unwrap()
            .1,
    )
}

pub(crate) fn place(line: u32) -> MapPosition {
    MapPosition {
        file: "routes.yaml".into(),
        line,
        column: 1,
    }
}
