//! The codes that the program knows, by the name that the schemas give their lists.

use std::fs;

use seinhuis::domain::alarm::Promise;
use seinhuis::domain::codes::CodeEnum;
use seinhuis::domain::discussed::Consent;
use seinhuis::domain::event::{Basis, Channel, DeclineReason, EventKind, Level, Outcome};
use seinhuis::domain::lifecycle::Verb;
use seinhuis::domain::signal::Urgency;
use seinhuis::domain::signal_state::State;
use seinhuis::domain::time::Weekday;
use seinhuis::errors::setting::{KEYS, SettingSource};
use seinhuis::exchange::import::Field;
use seinhuis::exit_code::Exit;
use seinhuis::map_analysis::check::{Check, Severity};
use seinhuis::map_analysis::compare::{ChangeKind, FactKind};
use seinhuis::map_analysis::expectation::Aspect;
use seinhuis::routing::criterion::Criterion;
use seinhuis::routing::explanation::{FailedCode, Superseded, WhyInvolved};
use seinhuis::routing::handover::HandoverWay;
use seinhuis::routing::map::{ContactHours, Hours, StillOpen};
use seinhuis::verbs::completions::Shell;

fn all<C: CodeEnum>() -> Vec<String> {
    C::ALL
        .iter()
        .map(|choice| choice.code().to_owned())
        .collect()
}

/// The codes that a file of the program gives to the variants of an enum, in their order:
/// `Event::Accepted => "accepted"`.
fn written(file: &str, variants: &str) -> Vec<String> {
    let source = fs::read_to_string(file).unwrap();
    let code = |line: &str| {
        Some(
            line.trim()
                .strip_prefix(variants)?
                .split_once("=> ")?
                .1
                .trim_start_matches('(')
                .strip_prefix('"')?
                .to_owned(),
        )
    };
    let codes: Vec<String> = source
        .lines()
        .filter_map(code)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    assert!(codes.len() > 1, "{file} gives codes to {variants}");
    codes
}

/// Every list of codes in docs/schemas/.
pub fn of_the_program() -> Vec<(&'static str, Vec<String>)> {
    let unfit = written("src/errors/import.rs", "FieldError::")
        .into_iter()
        .map(|code| code.trim_start_matches("unfit-").to_owned());
    vec![
        ("state", all::<State>()),
        ("basis", all::<Basis>()),
        ("urgency", all::<Urgency>()),
        ("handover-way", all::<HandoverWay>()),
        ("level", all::<Level>()),
        ("step", all::<Verb>()),
        ("event-code", all::<EventKind>()),
        ("outcome", all::<Outcome>()),
        ("decline-reason", all::<DeclineReason>()),
        ("channel", all::<Channel>()),
        ("promise", all::<Promise>()),
        ("criterion", all::<Criterion>()),
        ("consent", all::<Consent>()),
        ("hours", all::<Hours>()),
        ("contact-hours", all::<ContactHours>()),
        ("why-involved", all::<WhyInvolved>()),
        ("gave-way", all::<Superseded>()),
        ("failed", all::<FailedCode>()),
        (
            "validity",
            written("src/map_parts/valid_days.rs", "Validity::"),
        ),
        (
            "form",
            written("src/exchange/export/mod.rs", "ExportFormat::"),
        ),
        (
            "bounce",
            written("src/overview/outcome_history.rs", "Bounce::"),
        ),
        (
            "setting",
            KEYS.iter().map(|key| (*key).to_owned()).collect(),
        ),
        ("source", all::<SettingSource>()),
        ("check", all::<Check>()),
        (
            "check-of-a-map-that-can-be-used",
            Check::ALL
                .iter()
                .filter(|check| check.may_be_skipped())
                .map(|check| check.code().to_owned())
                .collect(),
        ),
        ("severity", all::<Severity>()),
        ("finding", all::<seinhuis::register::FindingKind>()),
        ("proof", all::<seinhuis::register::ReceiptStatus>()),
        ("aspect", all::<Aspect>()),
        ("change-kind", all::<ChangeKind>()),
        ("fact-kind", all::<FactKind>()),
        (
            "weekday",
            Weekday::ALL
                .iter()
                .map(|day| day.code().to_owned())
                .collect(),
        ),
        ("still-open", all::<StillOpen>()),
        ("shell", all::<Shell>()),
        (
            "exit",
            Exit::ALL
                .iter()
                .map(|exit| exit.code().to_string())
                .collect(),
        ),
        ("column", all::<Field>()),
        (
            "row-kind",
            unfit
                .chain(written("src/errors/cli_error/words.rs", "WordsRefused::"))
                .collect(),
        ),
        // What a line of several kinds is about: each has its own part of the schema.
        (
            "table",
            ["given", "bounced", "became"].map(str::to_owned).to_vec(),
        ),
        (
            "part",
            ["change", "lead", "coordinator", "fact", "signal"]
                .map(str::to_owned)
                .to_vec(),
        ),
    ]
}
