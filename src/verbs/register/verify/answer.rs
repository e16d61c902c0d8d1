//! The answer to `register verify`: whether the register is sound, and else what is wrong and
//! where.

use serde_json::{Value, json};

use crate::domain::codes::CodeEnum as _;
use crate::domain::signal_id::SignalId;
use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::output::table::Table;
use crate::register::{Proof, Receipt, RegisterFinding, Verified};

/// What was found in the register at this path.
#[derive(Debug)]
pub struct VerifyView {
    /// Where it is.
    pub path: String,
    /// What was found.
    pub verified: Verified,
}

impl Data for VerifyView {
    fn json(&self) -> Value {
        let Verified {
            signals,
            steps,
            last,
            findings,
            more,
            receipts,
        } = &self.verified;
        let proven = |(receipt, proof): &(Receipt, Proof)| json!({ "receipt": receipt.to_string(), "step": receipt.step, "proof": proof.code() });
        json!({
            "place": self.path,
            "sound": self.verified.is_sound(),
            "signals": signals,
            "steps": steps,
            "receipt": last.map(|receipt| receipt.to_string()),
            "receipts": receipts.iter().map(proven).collect::<Vec<_>>(),
            "findings": findings.iter().map(finding).collect::<Vec<_>>(),
            "more": more,
        })
    }
}

impl Answer for VerifyView {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(self.verified.findings.iter().map(finding).collect())
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let describe = |finding: &RegisterFinding| {
            let [_, place, what] = row(finding, screen);
            if place.is_empty() {
                what
            } else {
                format!("{place}: {what}")
            }
        };
        let findings = self
            .verified
            .findings
            .iter()
            .map(describe)
            .collect::<Vec<_>>()
            .join("\n");
        if findings.is_empty() {
            self.below(screen)
        } else {
            format!("{findings}\n\n{}", self.below(screen))
        }
    }

    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        let findings = &self.verified.findings;
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
        if self.verified.is_sound() {
            Exit::Done
        } else {
            Exit::RegisterUnfit
        }
    }
}

impl VerifyView {
    /// What is said below the findings, if there are any.
    fn below(&self, screen: &RenderContext<'_>) -> String {
        let Verified {
            signals,
            steps,
            last,
            findings,
            more,
            receipts,
        } = &self.verified;
        let path = escape::line(&self.path);
        let holds = [
            ("path", (&path).into()),
            ("signals", (*signals).into()),
            ("steps", (*steps).into()),
        ];
        let mut said = Vec::new();
        if findings.is_empty() {
            said.push(screen.tr("verified-sound", &holds));
        } else {
            let count = findings.len() as u64 + more;
            said.push(screen.tr(
                "verified-unsound",
                &[("path", (&path).into()), ("count", count.into())],
            ));
            if *more > 0 {
                said.push(screen.tr("verified-more", &[("count", findings.len().into())]));
            }
            said.push(screen.tr("verified-holds", &holds));
        }
        for (receipt, _) in receipts.iter().filter(|(_, proof)| *proof == Proof::There) {
            said.push(screen.tr("verified-there", &[("receipt", receipt.to_string().into())]));
        }
        if receipts.iter().any(|(_, proof)| *proof == Proof::Lost) {
            said.push(screen.tr("verified-ends", &[("steps", (*steps).into())]));
        }
        if receipts.iter().any(|(_, proof)| *proof != Proof::There) {
            said.push(screen.tr0("verified-typed"));
        }
        if !findings.is_empty() {
            said.push(screen.tr("verified-what-now", &[("path", (&path).into())]));
        } else if let Some(last) = last {
            said.push(screen.tr("verified-keep", &[("receipt", last.to_string().into())]));
        }
        said.join("\n")
    }
}

/// A finding as data.
#[must_use]
pub fn finding(finding: &RegisterFinding) -> Value {
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
    json!({
        "finding": kind.code(), "signal": signal.as_ref().map(SignalId::as_str), "event": event, "step": step, "name": name, "row": row,
        "until": until, "message": message,
    })
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
            let verified = Verified {
                signals: 1,
                steps: 42,
                last: None,
                findings: vec![],
                more: 0,
                receipts,
            };
            VerifyView {
                path: "register.db".to_owned(),
                verified,
            }
            .below(&screen)
        };
        assert!(
            said(Proof::Changed).contains("typed right")
                && said(Proof::Lost).contains("typed right")
        );
        assert!(!said(Proof::There).contains("typed right"));
    }
}
