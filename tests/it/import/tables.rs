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
#[case::empty_rows_before(format!("\n,,\r\n{HEADINGS}{GOOD}").into_bytes())]
#[case::empty_rows_before_semicolons(format!("\n \n;;\n{HEADINGS}{GOOD}").replace(',', ";").into_bytes())]
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
#[case::when_the_offices_open("23-11-2026", "2026-11-23T08:30:00+01:00")]
#[case::when_they_do_not("22-11-2026", "2026-11-22T00:00:00+01:00")]
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

#[rstest]
#[case::never_closed(
    "parenting,yes,\"Cold\nfinances,yes,Debts.\n",
    "Row 2: the quotation mark on line 2 opens a text, and none closes it."
)]
#[case::closed_by_that_of_another(
    "parenting,yes,\"Cold\nfinances,yes,\"Debts.\"\n",
    "Row 2: more text stands behind the text between quotation marks that begins on line 2."
)]
#[case::behind_rows_of_lines(
    "parenting,yes,\"Cold\nand wet.\"\n\nfinances,yes,\"Debts",
    "Row 4: the quotation mark on line 5 opens a text"
)]
#[case::with_text_behind(
    "parenting,yes,\"Cold\" and wet.\n",
    "Row 2: more text stands behind the text"
)]
#[case::with_a_space_before(
    "parenting,yes, \"Cold, wet\"\n",
    "Row 2: on line 2 a space stands before the quotation mark"
)]
fn no_two_rows_are_read_as_one(#[case] rows: &str, #[case] told: &str) {
    let table = format!("topics,discussed,seen\n{rows}");
    for text in [
        table.clone(),
        table.replace(',', ";"),
        table.replace(',', "\t"),
    ] {
        for bytes in [
            text.clone().into_bytes(),
            [vec![0xff, 0xfe], utf_16(&text)].concat(),
        ] {
            let world = school().file("in.csv", bytes);
            for more in [vec![], vec!["--keep-good"]] {
                let run = world.run([vec!["import", "in.csv"], more].concat());
                run.exit(2).told(told).no_answer();
                run.never_shows("Cold").never_shows("Debts");
            }
            world.holds_nothing();
        }
    }
}

#[test]
fn text_between_quotation_marks_may_have_lines_and_words_may_have_marks() {
    let rows = "topics,discussed,seen\r\nparenting,yes,\"Cold, \"\"wet\"\"\r\nand dark.\"\r\nfinances,yes,A 19\" screen.\r\n";
    let world = school();
    world.run_with_input(rows.as_bytes(), ["import"]).exit(0);
    let words: Vec<String> = world
        .signals()
        .iter()
        .map(|signal| world.run(["show", signal["id"].as_str().unwrap()]).out)
        .collect();
    let all = words.join("\n");
    assert!(
        all.contains("Cold, \"wet\"") && all.contains("A 19\" screen."),
        "{all}"
    );
}

#[test]
fn a_row_has_the_number_that_a_spreadsheet_shows() {
    let rows = "\r\ntopics,discussed,seen\r\n\r\nparenting,yes,\"Cold\r\n\r\nand wet.\"\r\n\r\n,,\r\nparentign,yes,x\r\n";
    let world = school();
    let told = world.run_with_input(rows.as_bytes(), ["import", "--format=json"]);
    assert_eq!(
        told.exit(2).error_json()["rows"],
        json!([{"row": 7, "column": "topics", "kind": "unknown-topic"}])
    );
    let good = rows.replace("parentign", "parenting");
    let told = world.run_with_input(good.as_bytes(), ["import", "--format=jsonl"]);
    let row = |line: &str| serde_json::from_str::<Value>(line).unwrap()["row"].clone();
    let rows: Vec<Value> = told.exit(0).out.lines().map(row).collect();
    assert_eq!(rows, [json!(4), json!(7)]);
}

#[test]
fn a_heading_with_a_delimiter_does_not_choose_it() {
    let table = "\"a;b;c;d\",topics,discussed,seen\nx,parenting,yes,Cold.\n";
    school()
        .run_with_input(table.as_bytes(), ["import", "--map=a;b;c;d="])
        .exit(0)
        .said("1 signal recorded.");
}
