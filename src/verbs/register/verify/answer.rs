//! The answer to `register verify`: whether the register is sound, and else what is wrong and
//! where.

use serde::Serialize;
use serde_json::Value;

use crate::domain::codes::CodeEnum as _;
use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::output::table::Table;
use crate::register::{Receipt, ReceiptStatus, RegisterFinding, VerifyReport};

/// What was found in a register.
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

/// A receipt, and what became of its step.
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
        (!findings.is_empty()).then(|| Table {
            headings: [
                "finding-heading-kind",
                "finding-heading-place",
                "finding-heading-what",
            ]
            .map(|key| screen.tr0(key))
            .to_vec(),
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
    /// What is said below the findings, if there are any.
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
                let shown = [("count", self.findings.len().into())];
                text.push(screen.tr("verified-more", &shown));
            }
            text.push(screen.tr("verified-holds", &holds));
        }
        self.add_receipts(&mut text, screen);
        if !self.sound {
            text.push(screen.tr("verified-what-now", &[("path", (&path).into())]));
        } else if let Some(last) = self.receipt {
            text.push(screen.tr("verified-keep", &[("receipt", last.to_string().into())]));
        }
        text.join("\n")
    }

    fn add_receipts(&self, text: &mut Vec<String>, screen: &RenderContext<'_>) {
        for proven in &self.receipts {
            if proven.proof == ReceiptStatus::There {
                let receipt = [("receipt", proven.receipt.to_string().into())];
                text.push(screen.tr("verified-there", &receipt));
            }
        }
        if self
            .receipts
            .iter()
            .any(|proven| proven.proof == ReceiptStatus::Lost)
        {
            text.push(screen.tr("verified-ends", &[("steps", self.steps.into())]));
        }
        // A receipt that does not hold may have been typed wrong.
        if self
            .receipts
            .iter()
            .any(|proven| proven.proof != ReceiptStatus::There)
        {
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

/// A finding for a person: its code, where it is, and what it is.
#[must_use]
pub fn row(finding: &RegisterFinding, screen: &RenderContext<'_>) -> [String; 3] {
    let what = screen.label("finding", finding.kind);
    let what = match &finding.message {
        Some(message) => format!("{what}: {}", escape::line(message)),
        None => what,
    };
    [finding.kind.code().to_owned(), place(finding, screen), what]
}

/// Where it is: the signal, its event and its step; or the table and its row.
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
    let numbers = |from: i64| until.map_or_else(|| from.to_string(), |until| ended(from, until));
    let mut said: Vec<String> = signal.iter().map(ToString::to_string).collect();
    let by_signal = signal.is_some() && name.as_deref() == Some("signal");
    match (name, row) {
        _ if by_signal => {}
        (Some(name), Some(row)) => {
            said.push(screen.tr(
                "finding-row",
                &[
                    ("name", escape::line(name).into()),
                    ("row", numbers(*row).into()),
                ],
            ));
        }
        (Some(name), None) => said.push(escape::line(name)),
        (None, _) => {}
    }
    said.extend(event.map(|event| screen.tr("finding-event", &[("number", event.into())])));
    said.extend(step.map(|step| {
        screen.tr(
            "finding-step",
            &[(
                "number",
                if row.is_some() {
                    step.to_string()
                } else {
                    numbers(step)
                }
                .into(),
            )],
        )
    }));
    said.join(", ")
}

/// From one number to another, or to wherever it ends.
fn ended(from: i64, until: i64) -> String {
    if until == i64::MAX {
        format!("{from}–…")
    } else {
        format!("{from}–{until}")
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
    let text = |value: Option<String>| value.unwrap_or_default();
    vec![
        kind.code().to_owned(),
        text(signal.map(|id| id.to_string())),
        text(event.map(|number| number.to_string())),
        text(step.map(|number| number.to_string())),
        text(name.clone()),
        text(row.map(|number| number.to_string())),
        text(until.map(|number| number.to_string())),
        text(message.clone()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::i18n::{Language, Texts};

    #[test]
    fn a_receipt_that_does_not_hold_may_be_a_slip_of_the_hand() {
        let texts = Texts::new(Language::En);
        let screen = RenderContext {
            texts: &texts,
            map: None,
            now: "2026-11-23T10:15:00Z".parse().unwrap(),
            width: Some(80),
            colour: false,
        };
        let said = |proof| {
            let receipts = vec![("42-3f9a-c01b-77d2-0e5c".parse().unwrap(), proof)];
            let verified = VerifyReport {
                signals: 1,
                steps: 42,
                last: None,
                findings: vec![],
                more: 0,
                receipts,
            };
            VerifyView::new("register.db".to_owned(), verified).below(&screen)
        };
        assert!(
            said(ReceiptStatus::Changed).contains("typed right")
                && said(ReceiptStatus::Lost).contains("typed right")
        );
        assert!(!said(ReceiptStatus::There).contains("typed right"));
    }
}
