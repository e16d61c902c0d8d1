exported-without-words = In { $file }: { $signals ->
    [one] 1 signal
   *[other] { $signals } signals
} with { $events ->
    [one] 1 event
   *[other] { $events } events
}, without what people wrote.
exported-with-words = In { $file }: { $signals ->
    [one] 1 signal
   *[other] { $signals } signals
} with { $events ->
    [one] 1 event
   *[other] { $events } events
}, with what people wrote.
exported-private = Only you can open this file.
exported-remove = Remove it when you no longer need it.
status-words-leave = this export of { $count ->
    [one] 1 signal
   *[other] { $count } signals
} holds { $all ->
    [true] everything that people wrote. The register keeps that it was made, on behalf of { $by }, and why.
   *[false] what people wrote, as far as { $by } may read it. The register keeps that it was made.
}
error-export-form = Say in which form the signals are to be written.
hint-export-form = Type a file with --output that ends in .xlsx, .csv or .jsonl; or, for another program, --format jsonl or --format csv.
error-register-there = { $path } is there already. Nothing is ever overwritten.
hint-register-there = Give a new name, or first put away what is there, with all that belongs to it (-wal and -shm).
error-register-unsound = Something is wrong with { $path }. Nothing was made.
hint-register-unsound = See what is wrong with seinhuis register verify --register { $path }. Take over what is sound with seinhuis register salvage { $path } NEW.
error-file-exists = { $path } is there already; nothing was written.
hint-file-exists = Choose another name, or remove the file first.
error-words-for-privacy-officer = All words of all signals are given to the privacy officer of the map alone.
hint-words-for-privacy-officer = Let the privacy officer do it: --as { $officer }.
hint-no-privacy-officer = The map names none (privacy_officer), so nobody is given them.
hint-own-words = Without --because the words that your organisation may read are in it.
error-words-on-screen = What people wrote about families does not go to the screen.
hint-words-on-screen = Write it to a file with --output, or let another program read it: seinhuis export --with-words --format jsonl | program
error-events-are-in-it = --events is for CSV.
hint-events-are-in-it = A workbook, JSON and JSONL always hold the events: leave --events out.
error-too-many-rows = A workbook has no room for { $rows } rows; nothing was written.
hint-too-many-rows = Choose fewer signals, for example with --since; or write .csv or .jsonl, which have no end.
