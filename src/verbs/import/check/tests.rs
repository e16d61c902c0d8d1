//! Rows on their way, where something is missing that no file can take away.

use std::io::Cursor;

use super::*;
use crate::exchange::import::{DecodedFile, ImportFormat};
use crate::map_file;

const ROW: &str = "parenting,yes,Tired.\n";

/// Checks these rows while the system has no random numbers; gives what is wrong with them.
fn without_numbers(rows: &str) -> Result<Vec<RowFault>, CliError> {
    let routes = include_bytes!("../../../../routes.yaml").to_vec();
    let map = map_file::of_bytes("routes.yaml", routes).unwrap();
    let now: crate::domain::time::Moment = "2026-11-23T09:15:00.000Z".parse().unwrap();
    let sender = "kraamzorg-de-wieg".parse().ok();
    let parser = RowParser::new(&map, now, sender, &|| None);
    let table = format!("topics,discussed,seen,id\n{rows}").replace(".\n", ".,\n");
    let bytes = DecodedFile::of(Box::new(Cursor::new(table))).unwrap();
    let source = ImportSource::open(bytes, ImportFormat::Table, &[], true).unwrap();
    let mut faults = Vec::new();
    let found = check(
        source,
        &parser,
        &map,
        workers(&map, None).unwrap(),
        &mut |_, checked| {
            if let CheckedRow::Faulty(found) = checked {
                faults.extend(found);
            }
            Ok(())
        },
    );
    found.map(|_| faults)
}

#[test]
fn without_random_numbers_the_run_stops_and_no_row_is_blamed() {
    assert!(matches!(without_numbers(ROW), Err(CliError::IdUnavailable)));
    assert!(matches!(
        without_numbers(&ROW.repeat(1000)),
        Err(CliError::IdUnavailable)
    ));
}

#[test]
fn what_is_wrong_with_a_row_is_told_without_random_numbers_too() {
    let faults = without_numbers("parentign,perhaps,Tired.\n").unwrap();
    let fields: Vec<Option<Field>> = faults.iter().map(|fault| fault.field).collect();
    assert_eq!(fields, [Some(Field::Topics), Some(Field::Discussed)]);
    let own_number = "parenting,yes,Tired,K7M4-Q2X8\n";
    assert_eq!(without_numbers(own_number).unwrap(), []);
}

#[test]
fn a_number_is_no_reference_of_an_organisation_that_is_called_id() {
    let id: SignalId = "K7M4-Q2X8".parse().unwrap();
    let reference = ExternalReference::new(id.as_str()).unwrap();
    let values = unique_values(Some(id), &"id".parse().unwrap(), Some(&reference));
    assert_eq!(values.len(), 2);
    assert_ne!(values[0].1, values[1].1);
}
