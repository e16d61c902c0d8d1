//! The rows of the register's tables, each defined once. The schema documents their columns.

use crate::domain::age::{Age, YoungestChild};
use crate::domain::codes::{AreaId, OrganisationId, code_enum};
use crate::domain::discussed::{Consent, Discussed, DiscussedKeys};
use crate::domain::event::{Basis, Level};
use crate::domain::residence::{AreaAndPlace, Postcode, Residence};
use crate::domain::signal::{Circumstances, Part, Particulars, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::time::{Day, Moment};
use crate::domain::words::{ContactLine, ExternalReference, PersonName, Words};
use crate::register::audit::hash_chain::{Salts, Seal};
use crate::register::row::{DecodeError, row};

row! {
    pub(super) struct FactsRow in "facts" {
        signal: i64,
        event: u32,
        reference: Option<ExternalReference>,
        age_months: Option<Age>,
        youngest_months: Option<YoungestChild>,
        area: Option<AreaId>,
        place: Option<Postcode>,
        urgency: Urgency,
        before_day: Option<Day>,
        discussed: bool,
        consent: Consent,
        salt: Seal,
    }
}

impl FactsRow {
    /// `(signal, event)`: the key of its event.
    pub fn of(
        (signal, event): (i64, u32),
        reference: Option<ExternalReference>,
        circumstances: &Circumstances,
        salt: Seal,
    ) -> Self {
        let Circumstances {
            particulars:
                Particulars {
                    age,
                    youngest,
                    residence,
                    urgency,
                    before,
                },
            discussed,
        } = circumstances;
        let DiscussedKeys { discussed, consent } = discussed.keys();
        Self {
            signal,
            event,
            reference,
            age_months: *age,
            youngest_months: *youngest,
            area: residence.as_ref().and_then(Residence::area).cloned(),
            place: residence.as_ref().and_then(Residence::place),
            urgency: *urgency,
            before_day: *before,
            discussed,
            consent,
            salt,
        }
    }

    /// # Errors
    /// [`DecodeError`]: a family agrees or not with what it does not know.
    pub fn circumstances(&self) -> Result<Circumstances, DecodeError> {
        let keys = DiscussedKeys {
            discussed: self.discussed,
            consent: self.consent,
        };
        Ok(Circumstances {
            particulars: Particulars {
                age: self.age_months,
                youngest: self.youngest_months,
                residence: Residence::of(self.area.clone(), self.place)
                    .map_err(|AreaAndPlace| DecodeError)?,
                urgency: self.urgency,
                before: self.before_day,
            },
            discussed: Discussed::of(keys).ok_or(DecodeError)?,
        })
    }
}

row! {
    /// Who of the organisation did it, and the person to reach: one of both at least.
    pub(super) struct ContactRow in "contact" {
        signal: i64,
        event: u32,
        person: Option<PersonName>,
        text: Option<ContactLine>,
        salt: Seal,
    }
}

impl ContactRow {
    /// `None` when nobody is named.
    pub fn of(
        (signal, event): (i64, u32),
        person: Option<&PersonName>,
        text: Option<ContactLine>,
        salts: &mut Salts,
    ) -> Option<Self> {
        let is_named = person.is_some() || text.is_some();
        is_named.then(|| Self {
            signal,
            event,
            person: person.cloned(),
            text,
            salt: salts.next(),
        })
    }
}

row! {
    pub(super) struct WordsRow in "words" {
        signal: i64,
        event: u32,
        part: Part,
        text: Words,
        salt: Seal,
    }
}

row! {
    /// Why the map decided.
    pub(super) struct DecisionRecordRow in "grounds" {
        number: i64,
        seal: Seal,
        map_digest: String,
        reason: String,
    }
}

row! {
    /// What an organisation was called when it did something.
    pub(super) struct AsWasRow in "as_was" {
        number: i64,
        seal: Seal,
        name: String,
        phone: Option<String>,
        email: Option<String>,
    }
}

row! {
    /// The trace of an export with words.
    pub(super) struct ExportRow in "export" {
        number: i64,
        at: Moment,
        by_organisation: OrganisationId,
        signals: i64,
        because: Option<Words>,
        seal: Seal,
    }
}

row! {
    /// How far the import of a file is.
    pub(super) struct ImportRunRow in "import_run" {
        file: Seal,
        options: Seal,
        row_numbers: Seal,
        done: i64,
    }
}

row! {
    /// Which map the register is recorded with.
    pub(super) struct MapRow in "map" {
        one: i64,
        id: String,
    }
}

row! {
    /// A signal as its events left it. The database makes this row.
    pub(super) struct SignalRow {
        seq: i64,
        id: SignalId,
        sender: OrganisationId,
        sent_by: Option<PersonName>,
        reference: Option<ExternalReference>,
        reported_at: Moment,
        age_months: Option<Age>,
        youngest_months: Option<YoungestChild>,
        area: Option<AreaId>,
        place: Option<Postcode>,
        urgency: Urgency,
        before_day: Option<Day>,
        topics: Topics,
        state: State,
        owner: OrganisationId,
        coordinator: OrganisationId,
        basis: Basis,
        level: Level,
        accept_by: Option<Day>,
        feedback_by: Day,
        confirm_by: Option<Day>,
        answered_by: Option<OrganisationId>,
        family_known: bool,
        proposed: Option<OrganisationId>,
        declines: u32,
        questions: u32,
        events: u32,
        last_at: Moment,
    }
}

code_enum! {
    /// Why an organisation reads a signal that is neither its sender, its owner nor its coordinator.
    Role {
        /// It may read and add.
        Involved = "involved",
        /// It was asked something.
        Asked = "asked",
        /// It claims the signal, in a dispute.
        Claimant = "claimant",
    }
}

row! {
    /// Who reads a signal, from which event to which. The database makes this row.
    pub(super) struct ReaderRow {
        signal: i64,
        organisation: OrganisationId,
        role: Role,
        from_event: u32,
        until_event: Option<u32>,
        /// The phase of the signal and the promise that runs, beside who is involved.
        phase_now: Option<String>,
        due_now: Option<Day>,
    }
}
