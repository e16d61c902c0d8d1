//! What must not be in two rows.

use super::*;

#[test]
fn a_number_is_no_reference_of_an_organisation_that_is_called_id() {
    let id: SignalId = "K7M4-Q2X8".parse().unwrap();
    let (_, number) = number(id);
    let (_, reference) = of_sender("id", id.as_str());
    assert_ne!(number, reference);
}
