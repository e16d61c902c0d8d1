//! Answers of very many rows: read while they are written, never all in memory.

use std::io::{self, Write};

use serde_json::Value;

use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data, Format};
use crate::output::screen::RenderContext;
use crate::output::{csv, escape, table};
use crate::register::RegisterError;

/// Why an answer was not written to its end.
#[derive(Debug)]
pub enum Unwritten {
    /// A closed pipe, a full disk.
    Out(io::Error),
    Register(RegisterError),
}

impl From<io::Error> for Unwritten {
    fn from(error: io::Error) -> Self {
        Unwritten::Out(error)
    }
}

impl From<RegisterError> for Unwritten {
    fn from(error: RegisterError) -> Self {
        Unwritten::Register(error)
    }
}

/// Takes each row. After it failed no further row is handed over, and the whole fails with its
/// error.
pub type RowSink<'e, T> = dyn FnMut(T) -> io::Result<()> + 'e;

/// The rows of an answer that can have very many of them.
pub trait RowStream {
    /// The fields that each row has, in order: the heading of the CSV. A field of a field is named
    /// with a point, as in `owner.name`.
    fn fields(&self) -> Vec<&'static str>;

    /// Hands over each row as a JSON object, in order.
    ///
    /// # Errors
    /// `each` fails, or the register.
    fn objects(&mut self, each: &mut RowSink<'_, Value>) -> Result<(), Unwritten>;

    /// Hands over each row as the cells of a line in a pipe: codes and ISO dates, in columns that
    /// never move.
    ///
    /// # Errors
    /// `each` fails, or the register.
    fn lines(&mut self, each: &mut RowSink<'_, Vec<String>>) -> Result<(), Unwritten>;

    /// How the run ends once they are written.
    fn exit(&self) -> Exit {
        Exit::Done
    }
}

/// An answer that is these rows and nothing more, in every form except a table at a terminal, which
/// needs all its rows at once.
pub struct Streamed<R>(pub R);

impl<R: RowStream> Data for Streamed<R> {
    /// Never asked for: the answer is its rows.
    fn json(&self) -> Value {
        Value::Null
    }
}

impl<R: RowStream> Answer for Streamed<R> {
    fn many(&mut self) -> Option<&mut dyn RowStream> {
        Some(&mut self.0)
    }

    fn exit(&self) -> Exit {
        self.0.exit()
    }

    /// Never asked for: the answer is its rows.
    fn sentences(&self, _screen: &RenderContext<'_>) -> String {
        String::new()
    }
}

/// Writes the rows in this form.
///
/// # Errors
/// What was written then ends with a whole row; an array of JSON lacks its end.
pub fn write(
    rows: &mut dyn RowStream,
    format: Format,
    out: &mut dyn Write,
) -> Result<(), Unwritten> {
    let mut page = RowBuffer {
        rows: Vec::new(),
        out,
    };
    match format {
        Format::Table => rows.lines(&mut |cells| {
            writeln!(page, "{}", table::line(&cells))?;
            page.flush()
        })?,
        Format::Jsonl => rows.objects(&mut |row| {
            writeln!(page, "{}", escape::json(&row.to_string()))?;
            page.flush()
        })?,
        Format::Json => write_array(rows, &mut page)?,
        Format::Csv => {
            let mut sheet = csv::CsvWriter::begin(rows.fields(), &mut page)?;
            rows.objects(&mut |row| sheet.row(&row))?;
        }
    }
    Ok(page.end()?)
}

/// Writes the array as serde_json would write the whole of it.
fn write_array(rows: &mut dyn RowStream, page: &mut RowBuffer<'_>) -> Result<(), Unwritten> {
    let mut before = "[\n  ";
    rows.objects(&mut |row| {
        let row = escape::json(&serde_json::to_string_pretty(&row)?).replace('\n', "\n  ");
        write!(page, "{before}{row}")?;
        before = ",\n  ";
        page.flush()
    })?;
    page.write_all(if before.starts_with('[') {
        b"[]\n"
    } else {
        b"\n]\n"
    })?;
    Ok(())
}

/// Gathers whole rows before they go out, so that a short answer is written whole or not at all.
struct RowBuffer<'o> {
    rows: Vec<u8>,
    out: &'o mut dyn Write,
}

/// Bytes.
const BUFFER_SIZE: usize = 64 * 1024;

impl RowBuffer<'_> {
    fn end(self) -> io::Result<()> {
        let Self { rows, out } = self;
        out.write_all(&rows)?;
        out.flush()
    }
}

impl Write for RowBuffer<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.rows.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Called after each row; writes the rows when there are enough of them.
    fn flush(&mut self) -> io::Result<()> {
        if self.rows.len() >= BUFFER_SIZE {
            self.out.write_all(&self.rows)?;
            self.rows.clear();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;
    use serde_json::json;

    /// So many rows, after which the register fails.
    struct Numbers {
        count: usize,
        fails: bool,
    }

    impl Numbers {
        fn each<T>(
            &self,
            text: impl Fn(usize) -> T,
            each: &mut RowSink<'_, T>,
        ) -> Result<(), Unwritten> {
            (0..self.count).try_for_each(|n| each(text(n)))?;
            if self.fails {
                Err(RegisterError::DamagedSignal { id: None }.into())
            } else {
                Ok(())
            }
        }
    }

    impl RowStream for Numbers {
        fn fields(&self) -> Vec<&'static str> {
            vec!["n", "of.a", "none"]
        }

        fn objects(&mut self, each: &mut RowSink<'_, Value>) -> Result<(), Unwritten> {
            self.each(
                |n| json!({"n": n, "of": {"a": "\u{202e}=1"}, "none": null}),
                each,
            )
        }

        fn lines(&mut self, each: &mut RowSink<'_, Vec<String>>) -> Result<(), Unwritten> {
            self.each(|n| vec![n.to_string(), "a\tb".to_owned()], each)
        }
    }

    fn written(count: usize, fails: bool, format: Format) -> (Result<(), Unwritten>, String) {
        let mut out = Vec::new();
        let done = write(&mut Numbers { count, fails }, format, &mut out);
        (done, String::from_utf8(out).unwrap())
    }

    #[rstest]
    #[case::a_pipe(Format::Table, "0\ta b\n1\ta b\n")]
    #[case::lines(
        Format::Jsonl,
        "{\"n\":0,\"of\":{\"a\":\"\\u202e=1\"},\"none\":null}\n{\"n\":1,\"of\":{\"a\":\"\\u202e=1\"},\"none\":null}\n"
    )]
    #[case::a_sheet(
        Format::Csv,
        "\"n\",\"of.a\",\"none\"\r\n\"0\",\"\\u{202e}=1\",\"\"\r\n\"1\",\"\\u{202e}=1\",\"\"\r\n"
    )]
    fn rows_are_written_one_by_one(#[case] format: Format, #[case] text: &str) {
        let (done, sentence) = written(2, false, format);
        assert!(done.is_ok());
        assert_eq!(sentence, text);
    }

    #[test]
    fn an_array_reads_as_if_it_had_been_written_in_one_go() {
        for count in [0, 1, 3] {
            let (_, text) = written(count, false, Format::Json);
            let value: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(
                text,
                escape::json(&serde_json::to_string_pretty(&value).unwrap()) + "\n"
            );
        }
    }

    #[rstest]
    #[case(Format::Table)]
    #[case(Format::Jsonl)]
    #[case(Format::Csv)]
    fn a_register_that_fails_halfway_leaves_whole_rows_and_of_a_short_answer_nothing(
        #[case] format: Format,
    ) {
        let (done, text) = written(9, true, format);
        assert!(matches!(done, Err(Unwritten::Register(_))));
        assert_eq!(text, "");
        let (_, whole) = written(20_000, false, format);
        let (_, text) = written(20_000, true, format);
        assert!(text.len() >= BUFFER_SIZE && whole.starts_with(&text) && text.ends_with('\n'));
    }

    #[test]
    fn an_array_of_which_the_register_fails_is_no_json() {
        let (_, text) = written(20_000, true, Format::Json);
        assert!(text.len() >= BUFFER_SIZE && serde_json::from_str::<Value>(&text).is_err());
    }

    #[test]
    fn who_takes_no_more_is_told_apart_from_a_register_that_fails() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        for count in [2, 20_000] {
            let done = write(
                &mut Numbers {
                    count,
                    fails: count > 2,
                },
                Format::Jsonl,
                &mut Closed,
            );
            assert!(
                matches!(done, Err(Unwritten::Out(error)) if error.kind() == io::ErrorKind::BrokenPipe)
            );
        }
    }
}
