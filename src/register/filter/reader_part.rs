//! Which signals a reader may know of, and what of them, as conditions of a search:
//! [`crate::domain::access`] in SQL.

use crate::domain::access::{Reach, Reader, SentReach};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::words::PersonName;
use crate::register::dialect::{self, OrganisationPlaces};
use crate::register::filter::parameters::Parameters;
use crate::register::filter::{Filter, Group, Search};

/// Where the expression of [`crate::register::list::ListRow`] for what a status-only sender reported
/// goes in a select list.
const AS_REPORTED: &str = "{as_reported}";

/// Likewise, for whether a colleague sent it from whom the reader is kept apart.
const OF_COLLEAGUE: &str = "{of_colleague}";

/// What part a reader has in the signals of a search. Each excludes what those before it find, but
/// for the last two: they divide all signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReaderPart {
    /// It owns the signal.
    Owner,
    /// It sent it.
    Sender,
    /// It decides what nobody owns.
    Coordinator,
    /// It is involved.
    Involved,
    /// It was asked to take it over.
    Proposed,
    /// It has the rights of a coordinator where the signal is, which names another.
    CoordinatorOfArea,
    /// It sent the signal and hears the status only.
    StatusOnlySender,
    /// Whatever other part, or none.
    AnyOther,
}

/// What the reader may know of the signals of a search.
pub(super) struct Knowledge<'f> {
    /// The reader, who may be a status-only sender of some; `None` when it is of none.
    status_only: Option<&'f OrganisationCodes>,
    /// The reader, when it is kept apart from colleagues who may have sent some.
    apart: Option<(&'f OrganisationCodes, Option<&'f PersonName>)>,
}

impl Search {
    /// The tables that are walked.
    pub fn from(&self) -> &'static str {
        match self.part {
            Some(ReaderPart::Involved) => "FROM reader AS part CROSS JOIN signal",
            Some(
                ReaderPart::Owner
                | ReaderPart::Sender
                | ReaderPart::Coordinator
                | ReaderPart::Proposed
                | ReaderPart::CoordinatorOfArea
                | ReaderPart::StatusOnlySender
                | ReaderPart::AnyOther,
            )
            | None => "FROM signal",
        }
    }

    /// The columns of the phase and of the running promise, in the index that is walked.
    pub fn phase_and_due(&self) -> [&'static str; 2] {
        if self.part == Some(ReaderPart::Involved) {
            ["part.phase_now", "part.due_now"]
        } else {
            ["phase", "due"]
        }
    }
}

impl Filter {
    /// The parts by which the reader finds signals of this group; none when the filter itself finds
    /// but those that the reader may know of, or nobody in particular reads.
    pub(super) fn parts(&self, group: Group) -> Vec<ReaderPart> {
        use ReaderPart::{
            AnyOther, Coordinator, CoordinatorOfArea, Involved, Owner, Proposed, Sender,
            StatusOnlySender,
        };
        let Some(Reader {
            organisation,
            reach,
            sent: _,
            coordinates,
        }) = &self.reader
        else {
            return vec![];
        };
        let of_area = (!coordinates.is_empty()).then_some(CoordinatorOfArea);
        let waiting_for = self.waiting_for.as_ref().map(|(whom, _)| whom);
        let asked = [self.owner.as_ref(), self.sender.as_ref(), waiting_for];
        // A question about what this reader may not know of some looks at those apart, so that the
        // others are found by the index of that question.
        let by_index = !self.areas.is_empty() || !self.topics.is_empty();
        let divides = by_index && waiting_for.is_none();
        match (reach, group) {
            (Reach::OwnSignals, _) if asked.contains(&Some(organisation)) => vec![],
            (Reach::OwnSignals, Group::Unanswered) => {
                let parts = [Owner, Sender, Coordinator, Involved, Proposed];
                parts.into_iter().chain(of_area).collect()
            }
            (Reach::OwnSignals, Group::Answered | Group::Ended) => {
                let parts = [Owner, Sender, Coordinator, Involved];
                parts.into_iter().chain(of_area).collect()
            }
            (Reach::AllSignals, _) if divides => vec![StatusOnlySender, AnyOther],
            (Reach::AllSignals | Reach::AllWords, _) => vec![],
        }
    }

    /// The condition that the reader has the part of this search.
    pub(super) fn part_condition(&self, search: &Search, with: &mut Parameters) -> Option<String> {
        let (part, reader) = (search.part?, self.reader.as_ref()?);
        let who = with.who(&reader.organisation);
        let not = |columns: &[&str]| {
            let all: Vec<String> = columns.iter().map(|column| who.is_not(column)).collect();
            all.join(" AND ")
        };
        let not_proposed = who.is_not("coalesce(proposed, '')");
        let not_involved = format!("NOT {}", dialect::is_involved(&who));
        Some(match part {
            ReaderPart::Owner => who.is("owner"),
            ReaderPart::Sender => format!("{} AND {}", who.is("sender"), not(&["owner"])),
            ReaderPart::Coordinator => {
                format!(
                    "{} AND {}",
                    who.is("coordinator"),
                    not(&["owner", "sender"])
                )
            }
            ReaderPart::Involved => format!(
                "signal.seq = part.signal AND {} AND part.role = 'involved' \
                 AND part.until_event IS NULL AND {}{}",
                who.is("part.organisation"),
                not(&["owner", "sender", "coordinator"]),
                once_each(&who)
            ),
            ReaderPart::Proposed => format!(
                "{} AND {} AND {not_involved}",
                who.is("proposed"),
                not(&["owner", "sender", "coordinator"])
            ),
            ReaderPart::CoordinatorOfArea => format!(
                "{} AND {} AND {not_proposed} AND {not_involved}",
                with.one_of("area", &reader.coordinates),
                not(&["coordinator", "owner", "sender"])
            ),
            ReaderPart::StatusOnlySender => dialect::is_status_only_sender(&who),
            ReaderPart::AnyOther => format!("NOT ({})", dialect::is_status_only_sender(&who)),
        })
    }

    /// What the reader may know of what this search finds.
    pub(super) fn knowledge(&self, search: &Search) -> Knowledge<'_> {
        let reads_less = match search.part {
            Some(ReaderPart::Sender | ReaderPart::StatusOnlySender) | None => true,
            Some(
                ReaderPart::Owner
                | ReaderPart::Coordinator
                | ReaderPart::Involved
                | ReaderPart::Proposed
                | ReaderPart::CoordinatorOfArea
                | ReaderPart::AnyOther,
            ) => false,
        };
        let reader = self.reader.as_ref().filter(|reader| match reader.reach {
            Reach::OwnSignals | Reach::AllSignals => reads_less,
            Reach::AllWords => false,
        });
        Knowledge {
            status_only: reader.map(|reader| &reader.organisation),
            apart: reader.and_then(apart),
        }
    }

    /// The select list of this search: with what a status-only sender reported, and in the order of
    /// the index that is walked.
    pub(super) fn columns(&self, columns: &str, search: &Search, with: &mut Parameters) -> String {
        let known = self.knowledge(search);
        let columns = columns.replace(AS_REPORTED, &known.as_reported(with));
        let columns = columns.replace(OF_COLLEAGUE, &known.of_colleague(with));
        match (search.part, columns.strip_suffix(", seq")) {
            (Some(ReaderPart::Involved), Some(columns)) => {
                let columns = columns.replace(", due,", ", part.due_now AS due,");
                format!("{columns}, part.signal AS seq")
            }
            _ => columns,
        }
    }

    /// Whether this organisation itself reads.
    pub(super) fn reads_as(&self, organisation: &OrganisationCodes) -> bool {
        let reader = self.reader.as_ref();
        reader.is_some_and(|reader| reader.organisation == *organisation)
    }
}

/// Who has several codes may be involved by more than one: such a signal is found by one of them.
fn once_each(who: &OrganisationPlaces) -> String {
    let Some(other) = who.has_several().then(|| who.is("other.organisation")) else {
        return String::new();
    };
    format!(
        " AND NOT EXISTS (SELECT 1 FROM reader AS other WHERE other.signal = part.signal AND {other} \
         AND other.role = 'involved' AND other.until_event IS NULL AND other.organisation < part.organisation)"
    )
}

/// The organisation and the person who read, when they are kept apart from colleagues. Whoever reads
/// all signals does not read them as a colleague.
fn apart(reader: &Reader) -> Option<(&OrganisationCodes, Option<&PersonName>)> {
    match (&reader.sent, reader.reach) {
        (SentReach::Own(person), Reach::OwnSignals) => {
            Some((&reader.organisation, person.as_ref()))
        }
        (SentReach::All, _) | (_, Reach::AllSignals | Reach::AllWords) => None,
    }
}

impl Filter {
    /// Whether the reader is kept apart from colleagues who may have sent what this finds.
    pub(super) fn is_of_apart_reader(&self) -> bool {
        self.reader.as_ref().and_then(apart).is_some()
    }
}

impl Knowledge<'_> {
    /// The condition that it is no signal of a colleague from whom the reader is kept apart.
    pub fn not_of_colleague(&self, with: &mut Parameters) -> Option<String> {
        let of_colleague = self.colleague_condition(with)?;
        Some(format!("NOT ({of_colleague})"))
    }

    fn colleague_condition(&self, with: &mut Parameters) -> Option<String> {
        let (who, person) = self.apart?;
        let who = with.who(who);
        let person = person.map(|person| with.place(person.as_str()));
        Some(dialect::is_of_colleague(&who, person.as_deref()))
    }

    fn of_colleague(&self, with: &mut Parameters) -> String {
        match self.colleague_condition(with) {
            Some(of_colleague) => format!("CASE WHEN {of_colleague} THEN 'yes' ELSE 'no' END"),
            None => "'no'".to_owned(),
        }
    }

    /// The column, of a status-only sender as it was at the report: as this table has it.
    pub fn first(&self, column: &str, table: &str, with: &mut Parameters) -> String {
        let Some(status_only) = self.condition(with) else {
            return column.to_owned();
        };
        let number = if table == "event" { "number" } else { "event" };
        format!(
            "CASE WHEN {status_only} THEN \
             (SELECT {table}.{column} FROM {table} WHERE {table}.signal = seq AND {table}.{number} = 1) \
             ELSE {column} END"
        )
    }

    /// The condition that the reader may know all of where the signal stands.
    pub fn all(&self, with: &mut Parameters) -> Option<String> {
        let status_only = self.condition(with)?;
        Some(format!("NOT ({status_only})"))
    }

    /// The condition that the reader is a status-only sender.
    fn condition(&self, with: &mut Parameters) -> Option<String> {
        let who = with.who(self.status_only?);
        Some(dialect::is_status_only_sender(&who))
    }

    /// What a status-only sender reported and was told then, else NULL.
    fn as_reported(&self, with: &mut Parameters) -> String {
        let Some(status_only) = self.condition(with) else {
            return "NULL".to_owned();
        };
        let reported = dialect::as_reported();
        format!("CASE WHEN {status_only} THEN {reported} END")
    }
}
