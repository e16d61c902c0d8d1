//! YAML as text from others: strict, within limits, and with the place of every value. The only
//! room that knows the YAML reader.
//!
//! [`read`] gives a value or one [`Fault`]: the reader stops at the first thing that is not right.
//! What a value *means* is for its own room to judge, which is why [`Spanned`] keeps the place
//! and [`excerpt()`] shows it.

mod excerpt;
mod fault;
mod spanned;
mod text;

use serde::de::DeserializeOwned;
use serde_yaml::budget::Budget;
use serde_yaml::options::{AliasLimits, DuplicateKeyPolicy, MergeKeyPolicy, Options};

pub use excerpt::{brief, escaped, excerpt};
pub use fault::{Fault, Shape, YamlProblem};
pub use spanned::{Entries, Items, MOST_ENTRIES, Optional, Position, Spanned};
pub use text::{decoded, text};

/// The most bytes that a file may have.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// Reads one YAML document: UTF-8, or UTF-16 with a byte order mark.
///
/// Equal keys, unknown tags, merge keys (`<<`), a second document and `yes` for `true` are faults.
/// Types that deny unknown fields get an unknown key told with the nearest known one.
///
/// # Errors
/// The first [`Fault`], with its place and an excerpt.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Fault> {
    let text = text(bytes)?;
    // To the reader nothing is a mapping without keys, which a type may take for a value.
    if nothing_but_remarks(&text) {
        return Err(Fault {
            problem: YamlProblem::Empty,
            at: None,
            excerpt: None,
        });
    }
    if let Some(fault) = names_tags(&text) {
        return Err(fault);
    }
    serde_yaml::from_str_with_options(&text, options())
        .map_err(|error| Fault::from_reader(&error, &text))
}

/// A line that begins with `%TAG`. No tag is known, and the reader keeps as many names for them as
/// there are lines.
fn names_tags(text: &str) -> Option<Fault> {
    const DIRECTIVE: &str = "%TAG";
    let before = text
        .match_indices(DIRECTIVE)
        .filter_map(|(at, _)| text.get(..at));
    let above = before
        .into_iter()
        .find(|before| before.is_empty() || before.ends_with(['\n', '\r']))?;
    let at = text::end_of(above);
    Some(Fault {
        problem: YamlProblem::UnknownTag {
            tag: DIRECTIVE.to_owned(),
        },
        at: Some(at),
        excerpt: excerpt(text, at),
    })
}

fn nothing_but_remarks(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some(remark) = rest.strip_prefix('#') {
        rest = remark
            .find(['\n', '\r'])
            .and_then(|end| remark.get(end..))
            .unwrap_or_default()
            .trim_start();
    }
    rest.is_empty()
}

/// Room for 100,000 responsibilities and more; no room for nesting or repeating that no person
/// writes.
fn options() -> Options {
    serde_yaml::options! {
        budget: budget(),
        duplicate_keys: DuplicateKeyPolicy::Error,
        merge_keys: MergeKeyPolicy::Error,
        alias_limits: alias_limits(),
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        reject_unsupported_tags: true,
        reject_tagged_field_names: true,
        with_snippet: false,
    }
}

fn budget() -> Option<Budget> {
    serde_yaml::budget! {
        max_reader_input_bytes: Some(MOST_BYTES),
        max_events: 8_000_000,
        max_nodes: 5_000_000,
        max_total_scalar_bytes: MOST_BYTES * 2 / 3,
        max_depth: 32,
        flow_nesting_limit: 32,
        max_documents: 2,
        max_aliases: 10_000,
        max_anchors: 10_000,
        max_recorded_anchor_events: 200_000,
        max_recorded_anchor_bytes: 4 * 1024 * 1024,
        enforce_alias_anchor_ratio: false,
    }
}

fn alias_limits() -> AliasLimits {
    serde_yaml::alias_limits! {
        max_total_replayed_events: 200_000,
        max_replay_stack_depth: 8,
    }
}

#[cfg(test)]
mod tests;
