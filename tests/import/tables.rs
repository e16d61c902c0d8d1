//! Tables as other programs write them.

use super::*;

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn their_columns_are_told_by_hand() {
    let theirs = "Naam,Leefgebied,Besproken,Gezien\nJansen,parenting,ja,Moe.\n";
    let world = school().file("in.csv", theirs);
    let run = world.run(["import", "in.csv"]);
    run.exit(2)
        .told("Column 1, \"Naam\", is not known.")
        .told("--map \"their column=field\"");
    let mapped = [
        "import",
        "in.csv",
        "--map=leefgebied=topics",
        "--map=Besproken=discussed",
        "--map=Gezien=seen",
    ];
    world
        .run(mapped)
        .exit(2)
        .told("\"Naam\"")
        .never_shows("Leefgebied\"");
    world
        .run(mapped.into_iter().chain(["--map=Naam="]))
        .exit(0)
        .said("1 signal recorded.");
    world
        .run(["import", "in.csv", "--map=Elders=seen"])
        .exit(2)
        .told("It has no column \"Elders\" (--map).");
    world
        .run(["import", "in.csv", "--map=Naam=name"])
        .exit(2)
        .told("Write --map");
    world
        .run_with_input(b"seen,seen\n", ["import"])
        .exit(2)
        .told("Two columns are seen.");
    world
        .run_with_input(b"topics,age\n", ["import"])
        .exit(2)
        .told("It has no column discussed, seen.");
}

#[rstest]
#[case::semicolons(format!("{HEADINGS}{GOOD}").replace(',', ";").into_bytes())]
#[case::tabs(format!("{HEADINGS}{GOOD}").replace(',', "\t").into_bytes())]
#[case::a_mark_and_line_ends_of_windows([b"\xef\xbb\xbf".to_vec(), format!("{HEADINGS}{GOOD}").replace('\n', "\r\n").into_bytes()].concat())]
#[case::utf_16([vec![0xff, 0xfe], utf_16(&format!("{HEADINGS}{GOOD}"))].concat())]
#[case::empty_rows_behind(format!("{HEADINGS}{GOOD},,,,,,\n\n").into_bytes())]
fn a_table_is_read_as_spreadsheets_write_it(#[case] bytes: Vec<u8>) {
    let world = school();
    world
        .run_with_input(&bytes, ["import", "-"])
        .exit(0)
        .said("1 signal recorded.");
    assert_eq!(world.signals()[0]["owner"], "jgz-waterdam");
}

#[rstest]
#[case::nothing(b"".to_vec(), "There is nothing in it.")]
#[case::old_windows(b"topics,discussed,seen\nparenting,yes,caf\xe9\n".to_vec(), "row 2, seen: The text is not UTF-8")]
#[case::old_windows_in_utf_16([vec![0xff, 0xfe], utf_16("topics,discussed,seen\nparenting,yes,caf"), vec![0x00, 0xd8], utf_16("\n")].concat(), "row 2, seen: The text is not UTF-8")]
#[case::a_quote_without_end([b"topics,discussed,seen\nparenting,yes,\"".to_vec(), vec![b'x'; 5 << 20]].concat(), "Row 2 has no end")]
#[case::a_line_without_end([b"{\"seen\":\"".to_vec(), vec![b'x'; 5 << 20]].concat(), "Row 1 has no end")]
fn a_file_that_is_no_table_is_told(#[case] bytes: Vec<u8>, #[case] told: &str) {
    let world = school();
    world.run_with_input(&bytes, ["import"]).exit(2).told(told);
    world.holds_nothing();
}

#[rstest]
#[case("23-11-2026", "2026-11-23T00:00:00+01:00")]
#[case("3/2/2026 08:05", "2026-02-03T08:05:00+01:00")]
fn a_day_is_read_as_dutch_spreadsheets_write_it(#[case] written: &str, #[case] read: &str) {
    let world = school();
    let rows = format!("topics,discussed,seen,reported_at\nparenting,ja,Moe.,{written}\n");
    world.run_with_input(rows.as_bytes(), ["import"]).exit(0);
    assert_eq!(world.signals()[0]["reported_at"], read);
}

#[test]
fn a_workbook_is_told_to_be_one() {
    school()
        .run_with_input(b"PK\x03\x04 and so on", ["import"])
        .exit(2)
        .told("This is a workbook.");
}
