//! Answers of very many rows: read while they are written, and never held together.

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
    /// Where it was written to takes no more: a closed pipe, a full disk.
    Out(io::Error),
    /// The register could not be read any further.
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

/// What is done with each row. Once it fails no further row is handed over, and its failure is what
/// the whole fails with.
pub type RowSink<'e, T> = dyn FnMut(T) -> io::Result<()> + 'e;

/// The rows of an answer that can have very many of them.
pub trait RowStream {
    /// The names of the fields of every row, in order, whatever the rows hold: the heading of the
    /// CSV. A field of a field is named with a point, as in `owner.name`.
    fn fields(&self) -> Vec<&'static str>;

    /// Hands over each row as a JSON object, in order.
    ///
    /// # Errors
    /// What `each` says, or what went wrong with the register.
    fn objects(&mut self, each: &mut RowSink<'_, Value>) -> Result<(), Unwritten>;

    /// Hands over each row as the cells of a line in a pipe, in order: codes and ISO dates, in
    /// columns that stay.
    ///
    /// # Errors
    /// What `each` says, or what went wrong with the register.
    fn lines(&mut self, each: &mut RowSink<'_, Vec<String>>) -> Result<(), Unwritten>;

    /// How the run ends once they are written.
    fn exit(&self) -> Exit {
        Exit::Done
    }
}

/// The answer that is these rows and nothing more: for every form but a table at a terminal, which
/// is drawn from all its rows.
pub struct Streamed<R>(pub R);

impl<R: RowStream> Data for Streamed<R> {
    /// Not asked for: there is nothing beside the rows.
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

    /// Not asked for: there is nothing beside the rows.
    fn sentences(&self, _screen: &RenderContext<'_>) -> String {
        String::new()
    }
}

/// Writes the rows in this form. When it fails, what has gone out ends with a whole row; an array
/// of JSON then lacks its end.
///
/// # Errors
/// [`Unwritten`].
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
        Format::Json => array(rows, &mut page)?,
        Format::Csv => {
            let mut sheet = csv::CsvWriter::begin(rows.fields(), &mut page)?;
            rows.objects(&mut |row| sheet.row(&row))?;
        }
    }
    Ok(page.end()?)
}

/// Written as serde_json writes a whole array for people to read.
fn array(rows: &mut dyn RowStream, page: &mut RowBuffer<'_>) -> Result<(), Unwritten> {
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

/// Gathers whole rows before they go out, so that a short answer is told whole or not at all.
struct RowBuffer<'o> {
    rows: Vec<u8>,
    out: &'o mut dyn Write,
}

/// Bytes that are gathered before they go out.
const FULL: usize = 64 * 1024;

impl RowBuffer<'_> {
    /// What is left goes out.
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

    /// A row ends here: a full page goes out.
    fn flush(&mut self) -> io::Result<()> {
        if self.rows.len() >= FULL {
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
        assert!(text.len() >= FULL && whole.starts_with(&text) && text.ends_with('\n'));
    }

    #[test]
    fn an_array_of_which_the_register_fails_is_no_json() {
        let (_, text) = written(20_000, true, Format::Json);
        assert!(text.len() >= FULL && serde_json::from_str::<Value>(&text).is_err());
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
