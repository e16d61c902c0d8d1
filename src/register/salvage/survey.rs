//! What looking through a damaged register finds, signal by signal.

use std::collections::BTreeMap;

use crate::domain::signal_id::SignalId;
use crate::register::audit::verify::{FindingSink, Kind, RegisterFinding};

/// What looking through it found, signal by signal.
#[derive(Default)]
pub(super) struct Survey {
    pub unsound: BTreeMap<i64, (Option<SignalId>, Kind)>,
    pub unreadable: Vec<(i64, i64)>,
    pub proven: BTreeMap<i64, u32>,
    pub lost_steps: Vec<(i64, i64)>,
    pub lost_exports: Vec<(i64, i64)>,
    /// Something was found of which the row or the step is not said: then what is sound is not
    /// known.
    pub misses_a_row: bool,
}

impl Survey {
    /// These rows or steps, from and to.
    pub(super) fn range(&mut self, first: Option<i64>, until: Option<i64>) -> Option<(i64, i64)> {
        self.misses_a_row |= first.is_none();
        first.map(|first| (first, until.unwrap_or(first)))
    }
}

impl FindingSink for Survey {
    fn found(&mut self, seq: Option<i64>, finding: RegisterFinding) {
        let RegisterFinding {
            kind,
            signal,
            row,
            until,
            step,
            name,
            ..
        } = finding;
        match (kind, seq, name.as_deref()) {
            (_, Some(seq), _) => {
                self.unsound.entry(seq).or_insert((signal, kind));
            }
            (Kind::NoSignal, None, _) => {
                let range = self.range(row, None);
                self.unsound
                    .extend(range.map(|(seq, _)| (seq, (None, kind))));
            }
            (Kind::Unreadable, None, Some("signal")) => {
                let range = self.range(row, until);
                self.unreadable.extend(range);
            }
            (Kind::Export | Kind::ExportMissing, None, _)
            | (Kind::Unreadable, None, Some("export")) => {
                let range = self.range(row, until);
                self.lost_exports.extend(range);
            }
            (Kind::StepMissing, None, _) => {
                let range = self.range(step, until);
                self.lost_steps.extend(range);
            }
            // What is wrong with the file, its indexes and the schema does not go over into the new
            // register. What many events share is told again of each signal that has it, and signals
            // whose steps or events cannot be read are told one by one.
            (
                Kind::Damage
                | Kind::Dangling
                | Kind::SchemaMissing
                | Kind::SchemaChanged
                | Kind::SchemaUnknown
                | Kind::Unreadable
                | Kind::Grounds
                | Kind::GroundsUnknown
                | Kind::AsWas
                | Kind::AsWasUnknown,
                None,
                _,
            ) => {}
            (
                Kind::Value
                | Kind::Story
                | Kind::NotAllowed
                | Kind::Standing
                | Kind::Order
                | Kind::Seal
                | Kind::Words
                | Kind::WordsMissing
                | Kind::WordsUnknown
                | Kind::Facts
                | Kind::FactsMissing
                | Kind::FactsUnknown
                | Kind::Contact
                | Kind::ContactMissing
                | Kind::ContactUnknown
                | Kind::AsWasMissing
                | Kind::GroundsMissing
                | Kind::ReceiptLost
                | Kind::ReceiptChanged,
                None,
                _,
            ) => self.misses_a_row = true,
        }
    }

    fn proven(&mut self, seq: i64) {
        *self.proven.entry(seq).or_default() += 1;
    }

    fn shares(&mut self, seq: i64, signal: Option<SignalId>, kind: Kind) {
        self.unsound.entry(seq).or_insert((signal, kind));
    }

    fn passes_failures(&self) -> bool {
        true
    }
}
