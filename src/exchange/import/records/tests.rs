//! Rows as they are cut.

use std::io::{Cursor, Read};

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::domain::invariant::at_mut;

/// Gives one byte at a time, as a slow pipe does.
struct Slow(Cursor<Vec<u8>>);

impl Read for Slow {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let one = buffer.len().min(1);
        self.0.read(at_mut(buffer, ..one))
    }
}

type Rows = Vec<(u64, Vec<String>)>;

fn rows(bytes: DecodedFile, delimiter: u8) -> Result<Rows, FileFault> {
    let (mut records, mut record) = (Records::new(bytes, delimiter), ByteRecord::new());
    let mut rows = Vec::new();
    loop {
        match records.next(&mut record) {
            Ok(None) => return Ok(rows),
            Ok(Some(row)) => {
                let text = |field: &[u8]| String::from_utf8(field.to_vec()).unwrap();
                rows.push((row, record.iter().map(text).collect()));
            }
            Err(SourceError::File(mut faults)) => return Err(faults.remove(0)),
            Err(SourceError::Input(error)) => panic!("{error}"),
        }
    }
}

fn cut(text: &str) -> Result<Rows, FileFault> {
    let at_once = DecodedFile::of(Box::new(Cursor::new(text.as_bytes().to_vec()))).unwrap();
    let slowly = DecodedFile::of(Box::new(Slow(Cursor::new(text.into())))).unwrap();
    let (at_once, slowly) = (rows(at_once, b','), rows(slowly, b','));
    assert_eq!(at_once, slowly, "it does not matter how fast bytes come");
    at_once
}

fn row(number: u64, fields: &[&str]) -> (u64, Vec<String>) {
    (number, fields.iter().map(|field| (*field).into()).collect())
}

#[rstest]
#[case::plain("a,b\nc,d\n", vec![row(1, &["a", "b"]), row(2, &["c", "d"])])]
#[case::without_an_end("a,b\nc,", vec![row(1, &["a", "b"]), row(2, &["c", ""])])]
#[case::of_windows("a,b\r\nc,d\r\n", vec![row(1, &["a", "b"]), row(2, &["c", "d"])])]
#[case::of_an_old_mac("a\rb\r", vec![row(1, &["a"]), row(2, &["b"])])]
#[case::lines_in_a_text("\"a\r\nb\nc\",d\ne", vec![row(1, &["a\r\nb\nc", "d"]), row(2, &["e"])])]
#[case::a_delimiter_in_a_text("\"a,b\",c", vec![row(1, &["a,b", "c"])])]
#[case::two_marks_are_one("\"a\"\"b\",\"\"\"\"", vec![row(1, &["a\"b", "\""])])]
#[case::nothing_in_marks("\"\",\"\"\n\"\"", vec![row(1, &["", ""]), row(2, &[""])])]
#[case::marks_within_words("5\" of 6\",\"b\"", vec![row(1, &["5\" of 6\"", "b"])])]
#[case::rows_without_anything("a\n\n\r\nb", vec![row(1, &["a"]), row(2, &[""]), row(3, &[""]), row(4, &["b"])])]
#[case::nothing("", vec![])]
fn a_table_is_cut_into(#[case] text: &str, #[case] expected: Rows) {
    assert_eq!(cut(text), Ok(expected));
}

#[rstest]
#[case::at_the_end("a,b\nc,\"d\ne,f", QuoteFault::Unclosed, 2, 2)]
#[case::behind_two_marks("a\n\"b\"\"\nc", QuoteFault::Unclosed, 2, 2)]
#[case::until_the_next_one("a,b\nc,\"d\ne,\"f\"", QuoteFault::TextAfter, 2, 2)]
#[case::behind_a_text("a,\"b\"c\n", QuoteFault::TextAfter, 1, 1)]
#[case::behind_a_text_with_lines("\"a\r\nb\"\n\n\"c\rd\" ,e", QuoteFault::TextAfter, 3, 4)]
#[case::behind_spaces("a\nb, \"c, d\"", QuoteFault::SpaceBefore, 2, 2)]
fn a_mark_in_the_wrong_place_is_told_with_its_row_and_line(
    #[case] text: &str,
    #[case] fault: QuoteFault,
    #[case] row: u64,
    #[case] line: u64,
) {
    assert_eq!(cut(text), Err(FileFault::Misquoted { fault, row, line }));
}

#[test]
fn another_delimiter_is_not_text() {
    for delimiter in [b';', b'\t'] {
        let text = format!("\"a{0}b\"{0}c,d", char::from(delimiter));
        let bytes = DecodedFile::of(Box::new(Cursor::new(text))).unwrap();
        let expected = row(1, &[&format!("a{}b", char::from(delimiter)), "c,d"]);
        assert_eq!(rows(bytes, delimiter), Ok(vec![expected]));
    }
}

proptest! {
    #[test]
    fn what_another_program_writes_is_cut_as_it_was(
        table in prop::collection::vec(prop::collection::vec("[a-c\",\r\n ]{0,6}", 1..4), 0..6)
    ) {
        let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for fields in &table {
            writer.write_record(fields).unwrap();
        }
        let written = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let expected: Rows = (1..).zip(table).collect();
        prop_assert_eq!(cut(&written), Ok(expected));
    }

    #[test]
    fn what_is_not_refused_is_what_a_forgiving_reader_reads(text in "[ab\",\r\n ]{0,16}") {
        if let Ok(cut) = cut(&text) {
            let forgiving = ::csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes())
                .into_records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
                .filter(|fields| fields.iter().any(|field| !field.is_empty()));
            let ours = cut.into_iter().map(|(_, fields)| fields);
            let ours = ours.filter(|fields| fields.iter().any(|field| !field.is_empty()));
            prop_assert_eq!(ours.collect::<Vec<_>>(), forgiving.collect::<Vec<_>>());
        }
    }
}
