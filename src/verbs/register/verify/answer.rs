//! The answer to `register verify`: whether the register is sound, and if not, what is wrong where.

use serde::Serialize;
use serde_json::Value;

use crate::domain::codes::CodeEnum as _;
use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::output::table::Table;
use crate::register::{Receipt, ReceiptStatus, RegisterFinding, VerifyReport};

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct VerifyView {
    place: String,
    sound: bool,
    signals: u64,
    steps: u64,
    receipt: Option<Receipt>,
    receipts: Vec<ProvenReceipt>,
    findings: Vec<RegisterFinding>,
    more: u64,
}

/// A receipt, and whether its step is still there.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ProvenReceipt {
    receipt: Receipt,
    step: u64,
    proof: ReceiptStatus,
}

impl VerifyView {
    #[must_use]
    pub fn new(place: String, verified: VerifyReport) -> Self {
        Self {
            place,
            sound: verified.is_sound(),
            signals: verified.signals,
            steps: verified.steps,
            receipt: verified.last,
            receipts: verified
                .receipts
                .into_iter()
                .map(|(receipt, proof)| ProvenReceipt {
                    step: receipt.step,
                    receipt,
                    proof,
                })
                .collect(),
            findings: verified.findings,
            more: verified.more,
        }
    }
}

impl Answer for VerifyView {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(self.findings.iter().map(Data::json).collect())
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        if self.findings.is_empty() {
            return self.below(screen);
        }
        let findings: Vec<String> = self
            .findings
            .iter()
            .map(|finding| finding_text(finding, screen))
            .collect();
        format!("{}\n\n{}", findings.join("\n"), self.below(screen))
    }

    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        let findings = &self.findings;
        let headings = [
            "finding-heading-kind",
            "finding-heading-place",
            "finding-heading-what",
        ];
        (!findings.is_empty()).then(|| Table {
            headings: headings.map(|key| screen.tr0(key)).to_vec(),
            rows: findings
                .iter()
                .map(|finding| row(finding, screen).to_vec())
                .collect(),
            plain: findings.iter().map(plain).collect(),
            below: self.below(screen),
            ..Table::default()
        })
    }

    fn exit(&self) -> Exit {
        if self.sound {
            Exit::Done
        } else {
            Exit::RegisterUnfit
        }
    }
}

impl VerifyView {
    /// The text below the findings, if any.
    fn below(&self, screen: &RenderContext<'_>) -> String {
        let path = escape::line(&self.place);
        let holds = [
            ("path", (&path).into()),
            ("signals", self.signals.into()),
            ("steps", self.steps.into()),
        ];
        let mut text = Vec::new();
        if self.sound {
            text.push(screen.tr("verified-sound", &holds));
        } else {
            let count = self.findings.len() as u64 + self.more;
            let found = [("path", (&path).into()), ("count", count.into())];
            text.push(screen.tr("verified-unsound", &found));
            if self.more > 0 {
                text.push(screen.tr1("verified-more", "count", self.findings.len()));
            }
            text.push(screen.tr("verified-holds", &holds));
        }
        self.add_receipts(&mut text, screen);
        if !self.sound {
            text.push(screen.tr1("verified-what-now", "path", &path));
        } else if let Some(last) = self.receipt {
            text.push(screen.tr1("verified-keep", "receipt", last.to_string()));
        }
        text.join("\n")
    }

    fn add_receipts(&self, text: &mut Vec<String>, screen: &RenderContext<'_>) {
        for proven in &self.receipts {
            if proven.proof == ReceiptStatus::There {
                text.push(screen.tr1("verified-there", "receipt", proven.receipt.to_string()));
            }
        }
        let mut proofs = self.receipts.iter().map(|proven| proven.proof);
        if proofs.clone().any(|proof| proof == ReceiptStatus::Lost) {
            text.push(screen.tr1("verified-ends", "steps", self.steps));
        }
        // A receipt that does not hold may have been typed wrong.
        if proofs.any(|proof| proof != ReceiptStatus::There) {
            text.push(screen.tr0("verified-typed"));
        }
    }
}

fn finding_text(finding: &RegisterFinding, screen: &RenderContext<'_>) -> String {
    let [_, place, what] = row(finding, screen);
    if place.is_empty() {
        what
    } else {
        format!("{place}: {what}")
    }
}

/// A finding for a person: its code, its place, and what is wrong.
#[must_use]
pub fn row(finding: &RegisterFinding, screen: &RenderContext<'_>) -> [String; 3] {
    let what = screen.label("finding", finding.kind);
    let what = match &finding.message {
        Some(message) => format!("{what}: {}", escape::line(message)),
        None => what,
    };
    [finding.kind.code().to_owned(), place(finding, screen), what]
}

/// The signal, its event and its step; or the table and its row.
fn place(finding: &RegisterFinding, screen: &RenderContext<'_>) -> String {
    let RegisterFinding {
        kind: _,
        signal,
        event,
        step,
        name,
        row,
        until,
        message: _,
    } = finding;
    let mut parts: Vec<String> = signal.iter().map(ToString::to_string).collect();
    let by_signal = signal.is_some() && name.as_deref() == Some("signal");
    match (name, row) {
        _ if by_signal => {}
        (Some(name), Some(row)) => {
            let args = [
                ("name", escape::line(name).into()),
                ("row", rows_text(*row, *until).into()),
            ];
            parts.push(screen.tr("finding-row", &args));
        }
        (Some(name), None) => parts.push(escape::line(name)),
        (None, _) => {}
    }
    if let Some(event) = *event {
        parts.push(screen.tr1("finding-event", "number", event));
    }
    if let Some(step) = *step {
        // With a row, the range is of rows.
        let steps = rows_text(step, until.filter(|_| row.is_none()));
        parts.push(screen.tr1("finding-step", "number", steps));
    }
    parts.join(", ")
}

/// `3`, `3–7`, or `3–…` when the end is not known.
#[must_use]
pub fn rows_text(from: i64, until: Option<i64>) -> String {
    match until {
        None => from.to_string(),
        Some(i64::MAX) => format!("{from}–…"),
        Some(until) => format!("{from}–{until}"),
    }
}

fn plain(finding: &RegisterFinding) -> Vec<String> {
    let RegisterFinding {
        kind,
        signal,
        event,
        step,
        name,
        row,
        until,
        message,
    } = finding;
    vec![
        kind.code().to_owned(),
        text_or_empty(signal.as_ref()),
        text_or_empty(event.as_ref()),
        text_or_empty(step.as_ref()),
        text_or_empty(name.as_ref()),
        text_or_empty(row.as_ref()),
        text_or_empty(until.as_ref()),
        text_or_empty(message.as_ref()),
    ]
}

pub fn text_or_empty(value: Option<&impl ToString>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::i18n::{Language, Texts};

    fn below(proof: ReceiptStatus) -> String {
        let texts = Texts::new(Language::En);
        let screen = RenderContext {
            texts: &texts,
            map: None,
            as_they_were: None,
            now: "2026-11-23T10:15:00Z".parse().unwrap(),
            width: Some(80),
            colour: false,
        };
        let verified = VerifyReport {
            signals: 1,
            steps: 42,
            last: None,
            findings: vec![],
            more: 0,
            receipts: vec![("42-3f9a-c01b-77d2-0e5c".parse().unwrap(), proof)],
        };
        VerifyView::new("register.db".to_owned(), verified).below(&screen)
    }

    #[test]
    fn a_receipt_that_does_not_hold_may_be_a_slip_of_the_hand() {
        assert!(below(ReceiptStatus::Changed).contains("typed right"));
        assert!(below(ReceiptStatus::Lost).contains("typed right"));
        assert!(!below(ReceiptStatus::There).contains("typed right"));
    }
}
