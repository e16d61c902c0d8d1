//! What checking a damaged register finds, by signal.

use std::collections::BTreeMap;

use crate::domain::signal_id::SignalId;
use crate::register::audit::verify::{FindingKind, FindingSink, RegisterFinding};

#[derive(Default)]
pub(super) struct Survey {
    pub unsound: BTreeMap<i64, (Option<SignalId>, FindingKind)>,
    pub unreadable: Vec<(i64, i64)>,
    pub proven: BTreeMap<i64, u32>,
    pub lost_steps: Vec<(i64, i64)>,
    pub lost_exports: Vec<(i64, i64)>,
    /// A finding that must name its row or step does not: then nobody knows what is sound.
    pub misses_a_row: bool,
}

impl Survey {
    pub(super) fn range(&mut self, first: Option<i64>, until: Option<i64>) -> Option<(i64, i64)> {
        self.misses_a_row |= first.is_none();
        first.map(|first| (first, until.unwrap_or(first)))
    }
}

impl FindingSink for Survey {
    fn add(&mut self, seq: Option<i64>, finding: RegisterFinding) {
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
            (FindingKind::NoSignal, None, _) => {
                let range = self.range(row, None);
                self.unsound
                    .extend(range.map(|(seq, _)| (seq, (None, kind))));
            }
            (FindingKind::Unreadable, None, Some("signal")) => {
                let range = self.range(row, until);
                self.unreadable.extend(range);
            }
            (FindingKind::Export | FindingKind::ExportMissing, None, _)
            | (FindingKind::Unreadable, None, Some("export")) => {
                let range = self.range(row, until);
                self.lost_exports.extend(range);
            }
            (FindingKind::StepMissing, None, _) => {
                let range = self.range(step, until);
                self.lost_steps.extend(range);
            }
            (kind, None, _) => self.misses_a_row |= names_a_signal(kind),
        }
    }

    fn proven(&mut self, seq: i64) {
        *self.proven.entry(seq).or_default() += 1;
    }

    fn wrong_shared_row(&mut self, seq: i64, signal: Option<SignalId>, kind: FindingKind) {
        self.unsound.entry(seq).or_insert((signal, kind));
    }

    fn skips_io_errors(&self) -> bool {
        true
    }
}

/// Whether a finding of this kind is about a signal or a receipt, and so must name its row.
///
/// The others do not go over into the new register: faults of the file, its indexes and the schema.
/// A shared row is reported for each signal that refers to it, and signals with unreadable steps or
/// events one by one.
fn names_a_signal(kind: FindingKind) -> bool {
    match kind {
        FindingKind::Damage
        | FindingKind::Dangling
        | FindingKind::SchemaMissing
        | FindingKind::SchemaChanged
        | FindingKind::SchemaUnknown
        | FindingKind::Unreadable
        | FindingKind::Grounds
        | FindingKind::GroundsUnknown
        | FindingKind::AsWas
        | FindingKind::AsWasUnknown => false,
        FindingKind::NoSignal
        | FindingKind::Value
        | FindingKind::Story
        | FindingKind::NotAllowed
        | FindingKind::Standing
        | FindingKind::Order
        | FindingKind::StepMissing
        | FindingKind::Seal
        | FindingKind::Words
        | FindingKind::WordsMissing
        | FindingKind::WordsUnknown
        | FindingKind::Facts
        | FindingKind::FactsMissing
        | FindingKind::FactsUnknown
        | FindingKind::Contact
        | FindingKind::ContactMissing
        | FindingKind::ContactUnknown
        | FindingKind::AsWasMissing
        | FindingKind::GroundsMissing
        | FindingKind::Export
        | FindingKind::ExportMissing
        | FindingKind::ReceiptLost
        | FindingKind::ReceiptChanged => true,
    }
}
