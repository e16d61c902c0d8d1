//! Answers for a spreadsheet: the JSON, laid flat.

use std::io::{self, Write};

use serde_json::Value;

use crate::domain::invariant::Invariant as _;
use crate::output::escape;

/// One line per row under a heading of field names, with commas and CRLF (RFC 4180).
///
/// Every field is quoted, so that a semicolon in one is no border to a spreadsheet that splits on
/// those.
///
/// A field of a field is named with a point (`owner.name`); a list becomes its values with `; `
/// between them.
pub struct CsvWriter<'o> {
    fields: Vec<String>,
    writer: ::csv::Writer<&'o mut dyn Write>,
}

impl<'o> CsvWriter<'o> {
    /// A sheet with these fields. Without a field it has no heading either.
    ///
    /// # Errors
    /// What `out` says.
    pub fn begin<S: Into<String>>(
        fields: impl IntoIterator<Item = S>,
        out: &'o mut dyn Write,
    ) -> io::Result<Self> {
        let mut writer = ::csv::WriterBuilder::new();
        let writer = writer
            .quote_style(::csv::QuoteStyle::Always)
            .terminator(::csv::Terminator::CRLF)
            .from_writer(out);
        let mut sheet = Self {
            fields: fields.into_iter().map(Into::into).collect(),
            writer,
        };
        if !sheet.fields.is_empty() {
            sheet.writer.write_record(&sheet.fields)?;
        }
        sheet.writer.flush()?;
        Ok(sheet)
    }

    /// One more row: of its fields, those that the heading names.
    ///
    /// # Errors
    /// What `out` says.
    pub fn row(&mut self, row: &Value) -> io::Result<()> {
        let flat = flattened("", row);
        let cells = self.fields.iter().map(|name| {
            flat.iter()
                .find(|(field, _)| field == name)
                .map_or("", |(_, cell)| cell.as_str())
        });
        self.writer.write_record(cells)?;
        self.writer.flush()
    }
}

/// A whole sheet, with every field that any of its rows has.
#[must_use]
pub fn written(rows: &[Value]) -> String {
    let mut fields: Vec<String> = Vec::new();
    for (name, _) in rows.iter().flat_map(|row| flattened("", row)) {
        if !fields.contains(&name) {
            fields.push(name);
        }
    }
    let mut text = Vec::new();
    CsvWriter::begin(fields, &mut text)
        .and_then(|mut sheet| rows.iter().try_for_each(|row| sheet.row(row)))
        .certain("writing to memory does not fail");
    String::from_utf8(text).certain("what is written is text")
}

fn flattened(prefix: &str, value: &Value) -> Vec<(String, String)> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(key, value)| {
                if prefix.is_empty() {
                    flattened(key, value)
                } else {
                    flattened(&format!("{prefix}.{key}"), value)
                }
            })
            .collect(),
        Value::Array(items) => {
            let text: Vec<String> = items
                .iter()
                .map(|item| {
                    if item.is_object() {
                        item.to_string()
                    } else {
                        scalar(item)
                    }
                })
                .collect();
            vec![(prefix.to_owned(), escape::cell(&text.join("; ")))]
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            vec![(prefix.to_owned(), escape::cell(&scalar(value)))]
        }
    }
}

fn scalar(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_of_fields_get_columns_and_formulas_an_apostrophe() {
        let rows = [
            json!({"id": "K7M4Q2X8", "owner": {"name": "=JGZ"}, "topics": ["a", "b"], "age": null}),
            json!({"id": "x,y"}),
        ];
        let lines = [
            r#""id","owner.name","topics","age""#,
            r#""K7M4Q2X8","'=JGZ","a; b","""#,
            r#""x,y","","","""#,
            "",
        ];
        assert_eq!(written(&rows), lines.join("\r\n"));
    }

    #[test]
    fn where_a_spreadsheet_splits_on_semicolons_no_formula_starts_either() {
        let rows = [json!({"id": "1;=1+1", "topics": ["a", "=1+1"], "said": "b\n\"+1"})];
        assert_eq!(
            written(&rows),
            "\"id\",\"topics\",\"said\"\r\n\"1;'=1+1\",\"a;' =1+1\",\"b '\"\"+1\"\r\n"
        );
    }

    #[test]
    fn nothing_is_written_of_no_rows() {
        assert_eq!(written(&[]), "");
    }
}
