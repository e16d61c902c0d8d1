//! Reads YAML from others: strictly, within limits, and with the place of every value. The only
//! module that knows the YAML library.
//!
//! [`read`] gives a value or one [`Fault`], the first. Other modules check what a value *means*, so
//! [`Spanned`] keeps its place and [`excerpt()`] shows it.

mod excerpt;
mod fault;
mod shape;
mod spanned;
mod text;

use serde::de::DeserializeOwned;
use serde_yaml::budget::Budget;
use serde_yaml::options::{AliasLimits, DuplicateKeyPolicy, MergeKeyPolicy, Options};

pub use excerpt::{brief, escaped, excerpt};
pub use fault::{Fault, YamlProblem};
pub use shape::Shape;
pub use spanned::{Entries, Items, MAX_ENTRIES, Optional, Position, Spanned};
pub use text::{decoded, text};

/// The most bytes of a file.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Reads one YAML document: UTF-8, or UTF-16 with a byte order mark.
///
/// Equal keys, unknown tags, merge keys (`<<`), a second document and `yes` for `true` are faults.
/// For types that deny unknown fields, the fault of an unknown key has the nearest known one.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Fault> {
    let text = text(bytes)?;
    // To the reader an empty file is a mapping without keys, which may be a value of the type.
    if has_only_comments(&text) {
        return Err(Fault {
            problem: YamlProblem::Empty,
            at: None,
            excerpt: None,
        });
    }
    if let Some(fault) = tag_directive(&text) {
        return Err(fault);
    }
    serde_yaml::from_str_with_options(&text, options())
        .map_err(|error| Fault::from_reader(&error, &text))
}

/// The fault of a line that begins with `%TAG`. No tag is known, and the reader's memory for their
/// names has no limit.
fn tag_directive(text: &str) -> Option<Fault> {
    const DIRECTIVE: &str = "%TAG";
    let above = text
        .match_indices(DIRECTIVE)
        .filter_map(|(at, _)| text.get(..at))
        .find(|above| above.is_empty() || above.ends_with(['\n', '\r']))?;
    let at = text::end_of(above);
    Some(Fault {
        problem: YamlProblem::UnknownTag {
            tag: DIRECTIVE.to_owned(),
        },
        at: Some(at),
        excerpt: excerpt(text, at),
    })
}

/// The mark of YAML for the end of a document.
const END: &str = "...";

/// Whether the last line, but for remarks, is the mark for the end of a document.
pub fn has_end(text: &str) -> bool {
    let is_remark = |text: &str| text.is_empty() || text.starts_with('#');
    let mut lines = text.rsplit(['\n', '\r']);
    let last = lines.find(|line| !is_remark(line.trim()));
    let after = last.and_then(|line| line.strip_prefix(END));
    after.is_some_and(|after| after.trim().is_empty() || after.starts_with([' ', '\t']))
}

/// The place right after the last line that has something.
pub fn end_of(text: &str) -> Position {
    text::end_of(text.trim_end())
}

fn has_only_comments(text: &str) -> bool {
    let mut lines = text.split(['\n', '\r']).map(str::trim_start);
    lines.all(|line| line.is_empty() || line.starts_with('#'))
}

/// Room for more than 100,000 responsibilities, and none for nesting or repetition that no person
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
        max_reader_input_bytes: Some(MAX_BYTES),
        max_events: 8_000_000,
        max_nodes: 5_000_000,
        max_total_scalar_bytes: MAX_BYTES * 2 / 3,
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
