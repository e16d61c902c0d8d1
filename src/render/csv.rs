//! Answers for a spreadsheet: the JSON, laid flat.

use serde_json::Value;

use super::harmless;

/// One line per row under a heading of field names, with commas and CRLF (RFC 4180).
///
/// Every field is quoted, so that a semicolon in one is no border to a spreadsheet that splits on those.
///
/// A field of a field is named with a point (`owner.name`); a list becomes its values with `; ` between them.
#[must_use]
pub fn written(rows: &[Value]) -> String {
    let flat: Vec<Vec<(String, String)>> = rows.iter().map(|row| laid_flat("", row)).collect();
    let mut heading: Vec<&str> = Vec::new();
    for (name, _) in flat.iter().flatten() {
        if !heading.contains(&name.as_str()) {
            heading.push(name);
        }
    }
    let mut writer = ::csv::WriterBuilder::new();
    let mut writer = writer.quote_style(::csv::QuoteStyle::Always).terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    let cell_of = |row: &Vec<(String, String)>, name: &str| row.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    let lines = flat.iter().map(|row| heading.iter().map(|name| cell_of(row, name)).collect::<Vec<_>>());
    let heading_line = heading.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    for line in std::iter::once(heading_line).filter(|line| !line.is_empty()).chain(lines) {
        // Writing to memory does not fail.
        let _ = writer.write_record(&line);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn laid_flat(prefix: &str, value: &Value) -> Vec<(String, String)> {
    match value {
        Value::Object(fields) => {
            let name = |key: &str| if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
            fields.iter().flat_map(|(key, value)| laid_flat(&name(key), value)).collect()
        }
        Value::Array(items) => {
            let told: Vec<String> = items.iter().map(|item| if item.is_object() { item.to_string() } else { scalar(item) }).collect();
            vec![(prefix.to_owned(), harmless::cell(&told.join("; ")))]
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => vec![(prefix.to_owned(), harmless::cell(&scalar(value)))],
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
        let rows = [json!({"id": "K7M4Q2X8", "owner": {"name": "=JGZ"}, "topics": ["a", "b"], "age": null}), json!({"id": "x,y"})];
        let lines = [r#""id","owner.name","topics","age""#, r#""K7M4Q2X8","'=JGZ","a; b","""#, r#""x,y","","","""#, ""];
        assert_eq!(written(&rows), lines.join("\r\n"));
    }

    #[test]
    fn where_a_spreadsheet_splits_on_semicolons_no_formula_starts_either() {
        let rows = [json!({"id": "1;=1+1", "topics": ["a", "=1+1"], "said": "b\n\"+1"})];
        assert_eq!(written(&rows), "\"id\",\"topics\",\"said\"\r\n\"1;'=1+1\",\"a;' =1+1\",\"b '\"\"+1\"\r\n");
    }

    #[test]
    fn nothing_is_written_of_no_rows() {
        assert_eq!(written(&[]), "");
    }
}
