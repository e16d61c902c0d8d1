//! The findings about a register.

use serde::Serialize;

use crate::domain::codes::code_enum;
use crate::domain::signal_id::SignalId;

code_enum! {
    /// What is wrong. The codes are English and stay.
    FindingKind {
        /// The database engine finds a page, a row or an index damaged.
        Damage = "damage",
        /// Rows refer to others that are not there.
        Dangling = "dangling",
        /// A table, an index or a trigger is missing.
        SchemaMissing = "schema-missing",
        /// A table, an index or a trigger is another than it must be.
        SchemaChanged = "schema-changed",
        /// A table, an index or a trigger does not belong in a register.
        SchemaUnknown = "schema-unknown",
        /// Rows of a table cannot be read.
        Unreadable = "unreadable",
        /// A row holds a value that cannot stand there.
        Value = "value",
        /// An event is of a signal that is not there.
        NoSignal = "no-signal",
        /// The events of a signal do not tell a story that could have happened.
        Story = "story",
        /// An organisation did what it may not, or when it could not.
        NotAllowed = "not-allowed",
        /// A signal, or who reads it, does not stand where its events leave it.
        Standing = "standing",
        /// Signals, or the events of one, do not stand in the order in which they were recorded.
        Order = "order",
        /// Steps are missing between others.
        StepMissing = "step-missing",
        /// An event is not what was sealed.
        Seal = "seal",
        /// What was written is not what was sealed.
        Words = "words",
        /// What was written is gone.
        WordsMissing = "words-missing",
        /// Words stand there that no event sealed.
        WordsUnknown = "words-unknown",
        /// The facts about the person, or what was agreed about them, are not what was sealed.
        Facts = "facts",
        /// The facts are gone.
        FactsMissing = "facts-missing",
        /// Facts stand there that no event sealed.
        FactsUnknown = "facts-unknown",
        /// How to reach who sent it is not what was sealed.
        Contact = "contact",
        /// How to reach who sent it is gone.
        ContactMissing = "contact-missing",
        /// A contact that no event sealed.
        ContactUnknown = "contact-unknown",
        /// The grounds of a decision are not what was sealed.
        Grounds = "grounds",
        /// The grounds of a decision are gone.
        GroundsMissing = "grounds-missing",
        /// Grounds stand there that no decision has.
        GroundsUnknown = "grounds-unknown",
        /// What an organisation was called is not what was sealed.
        AsWas = "as-was",
        /// What an organisation was called is gone.
        AsWasMissing = "as-was-missing",
        /// A name that no event has.
        AsWasUnknown = "as-was-unknown",
        /// The trace of an export is not what was sealed.
        Export = "export",
        /// The trace of an export is gone.
        ExportMissing = "export-missing",
        /// The step of a receipt is not there.
        ReceiptLost = "receipt-lost",
        /// The step of a receipt is another, or another went before it.
        ReceiptChanged = "receipt-changed",
    }
}

/// A fault and its place. Holds numbers, codes and table names, never a word about a family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RegisterFinding {
    #[serde(rename = "finding")]
    pub kind: FindingKind,
    pub signal: Option<SignalId>,
    /// The number of the event within its signal.
    pub event: Option<u32>,
    pub step: Option<i64>,
    /// The table, index or trigger.
    pub name: Option<String>,
    /// The first or only row: the number of a decision or export, or the `seq` of a signal.
    pub row: Option<i64>,
    /// The last row or step, when there are several.
    pub until: Option<i64>,
    /// The engine's technical message.
    pub message: Option<String>,
}

impl RegisterFinding {
    pub(in crate::register) fn of(kind: FindingKind) -> Self {
        Self {
            kind,
            signal: None,
            event: None,
            step: None,
            name: None,
            row: None,
            until: None,
            message: None,
        }
    }

    pub(in crate::register) fn signal(self, signal: Option<SignalId>) -> Self {
        Self { signal, ..self }
    }

    pub(in crate::register) fn event(self, event: u32) -> Self {
        Self {
            event: Some(event),
            ..self
        }
    }

    pub(in crate::register) fn step(self, step: i64) -> Self {
        Self {
            step: Some(step),
            ..self
        }
    }

    pub(in crate::register) fn steps(self, steps: (i64, i64)) -> Self {
        Self {
            until: (steps.1 > steps.0).then_some(steps.1),
            ..self.step(steps.0)
        }
    }

    pub(in crate::register) fn row(self, name: &str, row: i64) -> Self {
        Self {
            name: Some(name.to_owned()),
            row: Some(row),
            ..self
        }
    }

    pub(in crate::register) fn rows(self, name: &str, rows: (i64, i64)) -> Self {
        Self {
            until: (rows.1 > rows.0).then_some(rows.1),
            ..self.row(name, rows.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_or_step_has_no_last_beside_it() {
        let of = || RegisterFinding::of(FindingKind::Unreadable);
        assert_eq!(
            (of().steps((4, 4)).step, of().steps((4, 4)).until),
            (Some(4), None)
        );
        assert_eq!(
            (of().steps((4, 9)).step, of().steps((4, 9)).until),
            (Some(4), Some(9))
        );
        assert_eq!(
            (
                of().rows("signal", (4, 4)).row,
                of().rows("signal", (4, 4)).until
            ),
            (Some(4), None)
        );
        assert_eq!(
            (
                of().rows("signal", (4, 9)).row,
                of().rows("signal", (4, 9)).until
            ),
            (Some(4), Some(9))
        );
    }
}
