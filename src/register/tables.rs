//! The rows of the register's tables, each defined once. The schema documents their columns.

use crate::domain::age::Age;
use crate::domain::alarm::Promise;
use crate::domain::codes::{AreaId, OrganisationId, ResponsibilityId, code_enum};
use crate::domain::event::{Basis, Channel, DeclineReason, EventKind, Level, Outcome, Via};
use crate::domain::signal::{Part, Particulars, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::time::{Day, Moment};
use crate::domain::words::{ContactLine, ExternalReference, Words};
use crate::register::audit::hash_chain::Seal;
use crate::register::row::row;

row! {
    /// What happened. `None` where its kind has no value.
    pub(super) struct EventRow in "event" {
        signal: i64,
        number: u32,
        kind: EventKind,
        at: Moment,
        by_organisation: OrganisationId,
        via: Via,
        as_was: Option<i64>,
        id: Option<SignalId>,
        to_organisation: Option<OrganisationId>,
        suggested: Option<OrganisationId>,
        decline_reason: Option<DeclineReason>,
        question: Option<u32>,
        topics: Option<Topics>,
        involved: Option<Vec<OrganisationId>>,
        basis: Option<Basis>,
        coordinator: Option<OrganisationId>,
        outcome: Option<Outcome>,
        channel: Option<Channel>,
        level: Option<Level>,
        promise: Option<Promise>,
        promised: Option<Day>,
        after_days: Option<u8>,
        informed: Option<Vec<OrganisationId>>,
        accept_by: Option<Day>,
        feedback_by: Option<Day>,
        confirm_by: Option<Day>,
        responsibility: Option<ResponsibilityId>,
        grounds: Option<i64>,
        facts: Option<Seal>,
        contact: Option<Seal>,
        words: Option<Seal>,
        step: i64,
        seal: Seal,
    }
}

row! {
    pub(super) struct FactsRow in "facts" {
        signal: i64,
        event: u32,
        reference: Option<ExternalReference>,
        age_months: Option<Age>,
        area: Option<AreaId>,
        urgency: Urgency,
        discussed: bool,
        salt: Seal,
    }
}

impl FactsRow {
    /// `(signal, event)`: the key of its event.
    pub fn of(
        (signal, event): (i64, u32),
        reference: Option<ExternalReference>,
        particulars: &Particulars,
        discussed: bool,
        salt: Seal,
    ) -> Self {
        let Particulars { age, area, urgency } = particulars;
        Self {
            signal,
            event,
            reference,
            age_months: *age,
            area: area.clone(),
            urgency: *urgency,
            discussed,
            salt,
        }
    }

    pub fn particulars(&self) -> Particulars {
        Particulars {
            age: self.age_months,
            area: self.area.clone(),
            urgency: self.urgency,
        }
    }
}

row! {
    pub(super) struct ContactRow in "contact" {
        signal: i64,
        event: u32,
        text: ContactLine,
        salt: Seal,
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
    }
}

row! {
    /// The trace of an export with words.
    pub(super) struct ExportRow in "export" {
        number: i64,
        at: Moment,
        by_organisation: OrganisationId,
        signals: i64,
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
    /// A signal as its events left it. The database makes this row.
    pub(super) struct SignalRow {
        seq: i64,
        id: SignalId,
        sender: OrganisationId,
        reference: Option<ExternalReference>,
        reported_at: Moment,
        age_months: Option<Age>,
        area: Option<AreaId>,
        urgency: Urgency,
        topics: Topics,
        state: State,
        owner: OrganisationId,
        coordinator: OrganisationId,
        basis: Basis,
        level: Level,
        accept_by: Option<Day>,
        feedback_by: Day,
        confirm_by: Option<Day>,
        proposed: Option<OrganisationId>,
        declines: u32,
        questions: u32,
        events: u32,
        last_at: Moment,
    }
}

code_enum! {
    /// Why an organisation reads a signal, other than as sender, owner or coordinator.
    Role {
        /// It may read and add.
        Involved = "involved",
        /// It was asked something.
        Asked = "asked",
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
    }
}
