//! A signal as the command that asks who would own it, ready to paste into a shell.

use crate::domain::signal::{Facts, Particulars, Urgency};
use crate::domain::time::{Moment, Zone};
use crate::output::wrap::columns;

/// `seinhuis route` for this signal: the words of the command, each option with its value, quoted
/// for a shell where needed.
///
/// `map` is the map to name when it is not the default one; `at` is `None` for the moment of the
/// run.
pub fn route_command(facts: &Facts, at: Option<(Moment, Zone)>, map: Option<&str>) -> Vec<String> {
    let Facts {
        topics,
        particulars:
            Particulars {
                age,
                youngest,
                residence,
                urgency,
                before,
            },
        sender,
    } = facts;
    let topics: Vec<&str> = topics.iter().map(|topic| topic.as_str()).collect();
    let urgency = (*urgency != Urgency::default()).then(|| urgency.to_string());
    let options = [
        ("--routes", map.map(str::to_owned)),
        ("--as", sender.as_ref().map(ToString::to_string)),
        ("--topic", Some(topics.join(","))),
        ("--age", age.map(|age| age.to_string())),
        ("--youngest", youngest.map(|age| age.to_string())),
        ("--area", residence.as_ref().map(ToString::to_string)),
        ("--urgency", urgency),
        ("--before", before.map(|day| day.to_string())),
        (
            "--at",
            at.map(|(at, zone)| format!("{}T{}", zone.day(at), zone.clock(at))),
        ),
    ];
    let options = options
        .into_iter()
        .filter_map(|(option, value)| Some(format!("{option} {}", quoted(&value?))));
    std::iter::once("seinhuis route".to_owned())
        .chain(options)
        .collect()
}

/// The words on lines of at most `width` columns, each but the last ending in a backslash.
pub fn in_lines(words: &[String], width: Option<usize>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if width.is_none_or(|width| columns(line) + columns(word) + 3 <= width) => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) => {
                line.push_str(" \\");
                lines.push(format!("  {word}"));
            }
            None => lines.push(word.clone()),
        }
    }
    lines
}

fn quoted(value: &str) -> String {
    if !value.is_empty() && value.chars().all(is_plain) {
        value.to_owned()
    } else {
        format!("'{}'", value.replace('\'', r"'\''"))
    }
}

/// Whether no shell gives the character a meaning.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_./,:@+~".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_take_apart_is_quoted() {
        assert_eq!(quoted("waterdam-noord"), "waterdam-noord");
        assert_eq!(quoted("5 days"), "'5 days'");
        assert_eq!(quoted("my map's.yaml"), r"'my map'\''s.yaml'");
    }

    #[test]
    fn a_long_command_goes_on_after_a_backslash() {
        let words = ["seinhuis route", "--topic parenting", "--age 5"].map(str::to_owned);
        assert_eq!(
            in_lines(&words, None),
            ["seinhuis route --topic parenting --age 5"]
        );
        assert_eq!(
            in_lines(&words, Some(35)),
            ["seinhuis route --topic parenting \\", "  --age 5"]
        );
    }
}
