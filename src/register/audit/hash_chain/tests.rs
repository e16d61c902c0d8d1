//! That seals tell what differs apart, and nothing else.

use super::*;

const COLUMNS: [&str; 3] = ["a", "b", "seal"];

fn row(texts: &[Option<&'static str>]) -> Vec<NamedValue<'static>> {
    let values = texts.iter().map(|text| SqlValue::from(*text));
    COLUMNS.into_iter().zip(values).collect()
}

#[test]
fn no_two_rows_that_differ_have_the_same_seal() {
    let rows = [
        row(&[]),
        row(&[Some("a")]),
        row(&[None, Some("a")]),
        row(&[Some("a"), Some("b")]),
        row(&[Some("ab")]),
        row(&[Some("")]),
        vec![("a", SqlValue::Integer(0))],
    ];
    let mut seals: Vec<String> = Vec::new();
    for row in &rows {
        seals.extend(
            [
                Seal::of_event(Seal::NONE, row, None),
                Seal::of_event(Seal::NONE, row, Some(Seal::NONE)),
                Seal::of_event(Seal([1; 16]), row, None),
                Seal::of_facts(row, &SqlValue::Null, None),
                Seal::of_facts(row, &"a".into(), None),
                Seal::of_facts(row, &SqlValue::Null, Some(Seal::NONE)),
                Seal::of_contact(row),
                Seal::of_export(Seal::NONE, row),
            ]
            .map(|seal| seal.to_string()),
        );
        seals.push(Seal::of_words(std::slice::from_ref(row)).to_string());
    }
    seals.extend(
        [
            Seal::of_decision("a", "b"),
            Seal::of_decision("ab", ""),
            Seal::of_decision("", "ab"),
            Seal::of_as_was("a", None, None),
            Seal::of_as_was("a", Some(""), None),
            Seal::of_as_was("a", None, Some("")),
            Seal::of_schema("a"),
        ]
        .map(|seal| seal.to_string()),
    );
    let count = seals.len();
    seals.sort();
    seals.dedup();
    assert_eq!(seals.len(), count);
}

/// Else a value that could be guessed would be sealed unsalted as soon as its column is called
/// otherwise.
#[test]
fn what_no_seal_goes_over_are_columns_of_its_row() {
    use crate::register::event_row::EventRow;
    use crate::register::row::RowColumns as _;
    use crate::register::tables::{ContactRow, ExportRow, FactsRow, WordsRow};
    let of_event = [&[SEAL_OF_FACTS], NOT_OF_EVENT, NOT_OF_EVENT_WITH_FACTS].concat();
    for (left_out, columns) in [
        (KEY_OF_EVENT, FactsRow::COLUMNS),
        (KEY_OF_EVENT, ContactRow::COLUMNS),
        (KEY_OF_EVENT, WordsRow::COLUMNS),
        (NOT_OF_EXPORT, ExportRow::COLUMNS),
        (&of_event, EventRow::COLUMNS),
    ] {
        for column in left_out {
            assert!(columns.contains(column), "{column} of {columns:?}");
        }
    }
}

#[test]
fn a_column_that_is_added_and_empty_or_stands_elsewhere_changes_no_seal() {
    let before = row(&[Some("a")]);
    let after = [
        row(&[Some("a"), None]),
        vec![("c", SqlValue::Null), ("a", "a".into())],
    ];
    for after in after {
        assert_eq!(Seal::of_contact(&before), Seal::of_contact(&after));
    }
}

#[test]
fn the_seal_itself_is_not_sealed() {
    let with = |seal| row(&[Some("a"), None, Some(seal)]);
    let of = |seal| Seal::of_event(Seal::NONE, &with(seal), None);
    assert_eq!(of("x"), of("y"));
}

#[test]
fn a_seal_is_read_as_it_is_written() {
    let seal = Seal::of_decision("map", "{}");
    assert_eq!(seal.to_string().parse(), Ok(seal));
    for text in [
        "",
        "00",
        "+0000000000000000000000000000000",
        &"0".repeat(33),
    ] {
        assert_eq!(text.parse::<Seal>(), Err(NotASeal), "{text}");
    }
}

#[test]
fn no_two_salts_are_the_same() {
    let (mut one, mut other) = (Salts::new().unwrap(), Salts::new().unwrap());
    let salts: Vec<Seal> = (0..2 * BATCH_SALTS)
        .flat_map(|_| [one.next(), other.next()])
        .collect();
    assert!(
        (1..salts.len()).all(|n| !salts[..n].contains(&salts[n])),
        "{salts:?}"
    );
}
