//! From bytes to text: UTF-8, or UTF-16 as Windows writes it.

use std::borrow::Cow;

use crate::domain::invariant::{at, number};
use crate::map_file::yaml::fault::{Fault, YamlProblem};
use crate::map_file::yaml::spanned::Position;
use crate::map_file::yaml::{MAX_BYTES, excerpt};

/// The text of a YAML file: not too large, and without NUL.
///
/// # Errors
/// [`YamlProblem::TooLarge`], or [`YamlProblem::NotText`] with the place where the text ends.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(too_large());
    }
    let text = decoded(bytes)?;
    match text.split_once('\0') {
        Some((readable, _)) => Err(broken_after(readable)),
        None => Ok(text),
    }
}

/// Decodes a text. A byte order mark gives the encoding, and is not part of the text.
///
/// # Errors
/// [`YamlProblem::NotText`] with the place where the text ends, or [`YamlProblem::TooLarge`] when
/// UTF-16 becomes too long.
pub fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    Ok(match bytes {
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf_16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf_16(rest, u16::from_be_bytes)?),
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(utf_8(rest)?),
        _ => Cow::Borrowed(utf_8(bytes)?),
    })
}

fn utf_8(bytes: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(bytes).map_err(|error| {
        let readable = at(bytes, ..error.valid_up_to());
        broken_after(&String::from_utf8_lossy(readable))
    })
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Fault> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match c {
            Ok(_) if text.len() >= MAX_BYTES => return Err(too_large()),
            Ok(c) => text.push(c),
            Err(_) => return Err(broken_after(&text)),
        }
    }
    if odd.is_empty() {
        Ok(text)
    } else {
        Err(broken_after(&text))
    }
}

fn too_large() -> Fault {
    Fault {
        problem: YamlProblem::TooLarge {
            most_bytes: MAX_BYTES,
        },
        at: None,
        excerpt: None,
    }
}

fn broken_after(readable: &str) -> Fault {
    Fault {
        problem: YamlProblem::NotText,
        at: Some(end_of(readable)),
        excerpt: None,
    }
}

/// The place right after a text.
pub(super) fn end_of(readable: &str) -> Position {
    let (lines, last) =
        excerpt::lines(readable).fold((0, ""), |(count, _), line| (count + 1, line));
    Position {
        line: number(lines.max(1)),
        column: number(last.chars().count() + 1),
    }
}
