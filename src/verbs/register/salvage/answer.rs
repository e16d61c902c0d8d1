//! The answer to `register salvage`: what was taken over, and each signal that was not.

use serde_json::{Value, json};

use crate::domain::codes::CodeEnum as _;
use crate::domain::signal_id::SignalId;
use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::output::table::Table;
use crate::register::{Left, Receipt, Salvaged};

/// What became of a damaged register.
#[derive(Debug)]
pub struct SalvageView {
    /// Where it is.
    pub old: String,
    /// Where the new register is.
    pub new: String,
    /// What was taken over and what was not.
    pub salvaged: Salvaged,
    /// The receipt of the last step of the new register.
    pub receipt: Option<Receipt>,
}

impl Data for SalvageView {
    fn json(&self) -> Value {
        let Salvaged {
            taken,
            steps,
            unproven,
            left,
            lost_steps,
            exports,
            lost_exports,
        } = &self.salvaged;
        let ranges = |ranges: &[(i64, i64)]| {
            ranges
                .iter()
                .map(|(first, last)| json!({ "from": first, "until": last }))
                .collect::<Vec<_>>()
        };
        json!({
            "place": self.new, "of": self.old, "signals": taken, "steps": steps,
            "receipt": self.receipt.map(|receipt| receipt.to_string()),
            "exports": exports,
            "unproven": unproven.iter().map(SignalId::as_str).collect::<Vec<_>>(),
            "left": left.iter().map(row).collect::<Vec<_>>(),
            "lost_steps": ranges(lost_steps),
            "lost_exports": ranges(lost_exports),
        })
    }
}

impl Answer for SalvageView {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(self.salvaged.left.iter().map(row).collect())
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let describe = |left: &Left| describe(left, screen).join("  ");
        self.salvaged
            .left
            .iter()
            .map(describe)
            .chain([self.below(screen)])
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        let left = &self.salvaged.left;
        (!left.is_empty()).then(|| Table {
            headings: [
                "salvaged-heading-left",
                "finding-heading-kind",
                "finding-heading-what",
            ]
            .map(|key| screen.tr0(key))
            .to_vec(),
            rows: left.iter().map(|left| describe(left, screen)).collect(),
            plain: left.iter().map(plain).collect(),
            below: self.below(screen),
            ..Table::default()
        })
    }

    fn has_recorded(&self) -> bool {
        true
    }

    fn exit(&self) -> Exit {
        if self.salvaged.is_all() {
            Exit::Done
        } else {
            Exit::RegisterUnfit
        }
    }
}

impl SalvageView {
    fn below(&self, screen: &RenderContext<'_>) -> String {
        let Salvaged {
            taken,
            steps,
            unproven,
            left,
            lost_steps,
            exports: _,
            lost_exports,
        } = &self.salvaged;
        let (old, new) = (escape::line(&self.old), escape::line(&self.new));
        let args = [
            ("old", (&old).into()),
            ("new", (&new).into()),
            ("signals", (*taken).into()),
            ("steps", (*steps).into()),
        ];
        let mut said = vec![screen.tr("salvaged-taken", &args)];
        said.extend((!left.is_empty()).then(|| screen.tr0("salvaged-left")));
        said.extend((!lost_steps.is_empty()).then(|| {
            screen.tr(
                "salvaged-lost-steps",
                &[("steps", ranges(lost_steps).into())],
            )
        }));
        said.extend((!lost_exports.is_empty()).then(|| {
            screen.tr(
                "salvaged-lost-exports",
                &[("exports", ranges(lost_exports).into())],
            )
        }));
        said.extend(
            (!unproven.is_empty())
                .then(|| screen.tr("salvaged-unproven", &[("count", unproven.len().into())])),
        );
        said.push(screen.tr("salvaged-now", &args));
        said.extend(
            self.receipt
                .map(|last| screen.tr("kept-receipt", &[("receipt", last.to_string().into())])),
        );
        said.join("\n")
    }
}

/// At most some of them: `3, 7–9, …`.
fn ranges(ranges: &[(i64, i64)]) -> String {
    const MOST: usize = 10;
    let describe = |(first, last): &(i64, i64)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        }
    };
    let mut said: Vec<String> = ranges.iter().take(MOST).map(describe).collect();
    said.extend((ranges.len() > MOST).then(|| "…".to_owned()));
    said.join(", ")
}

fn row(left: &Left) -> Value {
    let Left {
        id,
        place,
        until,
        why,
    } = left;
    json!({ "signal": id.as_ref().map(SignalId::as_str), "place": place, "until": until, "why": why.code() })
}

fn describe(left: &Left, screen: &RenderContext<'_>) -> Vec<String> {
    let Left {
        id,
        place,
        until,
        why,
    } = left;
    let who = match (id, until) {
        (Some(id), _) => id.to_string(),
        (None, None) => screen.tr("salvaged-place", &[("place", place.to_string().into())]),
        (None, Some(i64::MAX)) => {
            screen.tr("salvaged-place", &[("place", format!("{place}–…").into())])
        }
        (None, Some(until)) => screen.tr(
            "salvaged-place",
            &[("place", format!("{place}–{until}").into())],
        ),
    };
    vec![who, why.code().to_owned(), screen.label("finding", *why)]
}

fn plain(left: &Left) -> Vec<String> {
    let Left {
        id,
        place,
        until,
        why,
    } = left;
    let text = |value: Option<String>| value.unwrap_or_default();
    vec![
        text(id.map(|id| id.to_string())),
        place.to_string(),
        text(until.map(|until| until.to_string())),
        why.code().to_owned(),
    ]
}
