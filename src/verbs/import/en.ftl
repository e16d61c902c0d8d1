# import: its answer, and what can be wrong with a file and its rows.
form-csv = table
form-jsonl = lines of JSON
import-checking = Checking
import-recording = Recording
import-recorded = { $count ->
    [one] 1 signal recorded.
   *[other] { $count } signals recorded.
 }
import-would-be = { $count ->
    [one] Nothing was recorded. 1 signal could be.
   *[other] Nothing was recorded. { $count } signals could be.
 }
import-already = { $count ->
    [one] 1 was there already and was not recorded again.
   *[other] { $count } were there already and were not recorded again.
 }
import-withdrawn = { $count ->
    [one] 1 of those was withdrawn then, and stays so.
   *[other] { $count } of those were withdrawn then, and stay so.
 }
import-not-told = { $count ->
    [one] Of 1 of those you may not read who owns it.
   *[other] Of { $count } of those you may not read who owns them.
 }
import-earlier = { $count ->
    [one] 1 was recorded when this file was imported before.
   *[other] { $count } were recorded when this file was imported before.
 }
import-rejected = { $count ->
    [one] 1 row was turned down.
   *[other] { $count } rows were turned down.
 }
import-rejects = They stand in { $path }, each with why. Mend them there and import that file. It holds words about families: delete it afterwards.
import-owners = Who owns the follow-up:
import-more-owners = and { $count } more owners; --format csv lists every signal with its owner.
import-acute = { $count ->
    [one] 1 signal in this file is acute. Recording it is not enough: call.
   *[other] { $count } signals in this file are acute. Recording them is not enough: call.
 }
import-not-needed = { $count ->
    [one] In 1 signal the words seem to hold an e-mail address, a telephone number or a date. A signal does not need it.
   *[other] In { $count } signals the words seem to hold an e-mail address, a telephone number or a date. A signal does not need it.
 }
import-row = row { $row }: { $what }
import-row-column = row { $row }, { $column }: { $what }
import-more-faults = … and { $count } more. With --format json all of them are told.
import-file-empty = There is nothing in it.
import-workbook = This is a workbook. Save the sheet in your spreadsheet as "CSV UTF-8", and import that.
import-file-mixed = Some lines tell a report, others a whole history ("events"). Import them as two files.
import-same-field = Two columns are { $column }.
import-missing-columns = It has no column { $columns }.
import-no-such-column = It has no column "{ $column }" (--map).
import-no-columns = Lines of JSON have keys and no columns: leave --map out, and give the keys our names.
import-unknown-column = Column { $number }, "{ $heading }", is not known.
import-endless-row = Row { $row } has no end within 4 million characters. A quotation mark that is never closed does that.
import-quote-unclosed = Row { $row }: the quotation mark on line { $line } opens a text, and none closes it.
import-quote-text-behind = Row { $row }: more text stands behind the text between quotation marks that begins on line { $line }. Perhaps the mark that should close it is missing. Within such a text a mark is written twice: "".
import-quote-space-before = Row { $row }: on line { $line } a space stands before the quotation mark that opens a text. Leave the space out.
unfit-missing = Nothing stands here, and something must.
unfit-unknown-topic = The map has no such topic.
unfit-unknown-area = The map has no such area.
unfit-ambiguous-topic = In the map this stands for more than one topic ({ $codes }): write the code.
unfit-ambiguous-area = In the map this stands for more than one area ({ $codes }): write the code.
unfit-ambiguous-organisation = In the map this stands for more than one organisation ({ $codes }): write the code.
unfit-unknown-postcode = This postcode lies in no area of the map.
unfit-unknown-organisation = The map has no such organisation.
unfit-too-many-topics = A signal has at most 12 topics.
unfit-not-an-age = This is no age: write 34, 8m, "5 days", newborn or unborn.
unfit-not-a-youngest-child = The youngest child in the home is an age, like 8m or "5 days", or: none.
unfit-not-a-later-day = This is no day after that of the report: write 2026-11-27 or 27-11-2026.
unfit-not-a-choice = Choose one of these: { $names }.
unfit-not-yes-or-no = Write yes or no.
unfit-not-a-moment = Write a moment as 2026-11-23 or 2026-11-23T10:15, with all four digits of the year.
unfit-in-the-future = This moment has yet to come.
unfit-too-long-ago = This is before { $year }: nothing was reported so long ago. Write when it was reported, or leave it empty: then it is now.
unfit-not-an-id = A signal's number is like K7M4-Q2X8.
unfit-discussed-and-why-not = It was discussed with the family, and yet it says why not.
unfit-consent-to-the-unknown = It was not discussed with the family, and yet it says whether they agree.
unfit-why-and-not-refused = It says why it was reported all the same, and not that the family does not agree (consent: no).
unfit-again = Row { $row } has the same.
unfit-fields = It has { $found } fields under { $expected } headings.
unfit-not-utf-8 = The text is not UTF-8: save the file as "CSV UTF-8".
unfit-not-json = This is no JSON object, from character { $column } on.
unfit-unknown-key = It has a key that is not known.
unfit-repeated-key = It has the same key twice.
unfit-not-a-text = The value is not a text: put it in quotation marks.
unfit-impossible = This history cannot have happened so: it was changed, or is damaged.
unfit-impossible-event = This history cannot have happened so, from event { $event } on: it was changed, or is damaged.
unfit-unknown-importer = Event { $event } says that this history was brought in before, by an organisation that is neither in the map nor a coordinator of this signal.
unfit-without-words = The words are missing. Only what was exported with --with-words can be read back.
unfit-id-taken = Another signal has this number already.
unfit-reference-taken = Signal { $id } has this reference already, with other content. Is this another signal? Give it a reference of its own.
unfit-other-story = This signal is there already, and went on otherwise than this history tells.
error-import-file = The file cannot be imported; nothing was recorded.
error-import-rows = { $count ->
    [one] 1 of { $of } rows cannot be imported; nothing was recorded.
   *[other] { $count } of { $of } rows cannot be imported; nothing was recorded.
 }
error-file-not-read = { $path } cannot be read.
error-rejects-not-named = The good rows were recorded, but the file of the others could not be written.
error-many-not-shown = It was recorded, but the answer could not be shown.
hint-import-rows = Mend the rows, or use --keep-good: it records the others, and writes these to a file that can be mended and imported again.
hint-import-columns = Columns are: { $known }. Another name is told with --map "their column=field"; --map "their column=" leaves a column out.
error-import-differs = This file was imported before in another way: by another map, with other options, or when other rows of it were right. Then { $done } of { $of } reports were recorded; now none was.
hint-import-quote = Close the text with a quotation mark, or take this one away; a mark within a text is written twice ("").
hint-import-differs = Import it with the map and the options of then: it goes on where it was. Or use --anew: rows without a reference or an id are then recorded once more.
error-import-stopped = { $done } of { $of } reports are recorded; the others are not.
error-import-stopped-not-known = At least { $done } of { $of } reports are recorded; whether the next ones are is not known.
hint-import-stopped = Run the same command: it goes on where it stopped.
error-import-other-run = Another run is recording this file: { $done } of { $of } reports are recorded.
hint-import-other-run = Wait until it is done, and then run the same command: it says what is recorded.
hint-import-again = Import the same file again: what has a reference or an id is not recorded twice.
expected-mapping = Write --map "their column=field", for example --map "Leefgebied=topics"; nothing behind the = leaves the column out.
