## YAML files

yaml-too-large = The file is larger than { $mib } MiB; more is not read.
yaml-not-text = The file is no text from here on: write it as UTF-8.
yaml-empty = There is nothing in the file.
yaml-unknown-key = The key "{ $word }" is not known here.
yaml-known-keys = Known here: { $known }.
yaml-missing-key = The key "{ $key }" is missing here.
yaml-repeated-key = The key "{ $key }" stands here for the second time.
yaml-repeated-key-unnamed = A key stands here for the second time.
yaml-expected-list = A list belongs here, between brackets: [one, two].
yaml-expected-mapping = Keys with values belong here, as in "name: value".
yaml-expected-text = A word or text belongs here.
yaml-expected-truth = Either true or false belongs here.
yaml-expected-number = A whole number belongs here.
yaml-expected-text-or-translations = A text belongs here, or one per language: {"{"}nl: …, en: …{"}"}.
yaml-unknown-choice = "{ $word }" is not one of the choices here.
yaml-tab = A tab stands here: indent with spaces.
yaml-indentation = This line does not begin where it should: put it straight below the keys or items it belongs with.
yaml-second-colon = A second colon stands here: put the text between quotes, or begin the line where its neighbours begin.
yaml-no-colon = A colon is missing: a line is "key: value" or "- item".
yaml-bracket = Here or just above, a bracket or brace is not closed, or was never opened.
yaml-no-comma = A comma is missing between two items.
yaml-quote = A quotation mark is not closed.
yaml-after-quote = Something stands after the closing quotation mark.
yaml-escape = Between double quotes the backslash has a meaning: use single quotes, or write it twice.
yaml-unexpected-character = A value cannot begin with "{ $character }": put it between quotes.
yaml-several-documents = A second document begins here (---): one file holds one.
yaml-unknown-tag = The tag "{ $tag }" is not known.
yaml-merge-key = The merge key << is not used here: write the keys out.
yaml-unknown-anchor = This refers (*) to a name that was not given before (&).
yaml-over-limit = This is nested or repeated more than the program allows.
yaml-too-many = More than { $most } stand in one list or under one key: more is not read.
yaml-other = This is no valid YAML: { $detail }.

## The map

map-invalid = { $count ->
    [one] The map has a fault.
   *[other] The map has { $count } faults.
}
map-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
map-did-you-mean = Did you mean "{ $word }"?
map-choices = Choose from: { $choices }.
map-hint-format = docs/routes-yaml.md explains every key of the map.
map-hint-routes = Name the map with --routes, or with SEINHUIS_ROUTES.
map-no-such-file = There is no map at "{ $path }".
map-no-permission = "{ $path }" may not be read by you.
map-no-yaml-in-folder = The folder "{ $path }" holds no file that ends in .yaml or .yml.
map-unreadable = "{ $path }" cannot be read: { $reason }.
map-too-large = The map is larger than { $mib } MiB; more is not read.
map-link-to-nowhere = "{ $path }" is a link to nowhere.
map-empty-file = There is nothing in this file. Write in it what was agreed, or take it away: who has agreed nothing needs no file.
map-file-not-there = The file "{ $file }" is not in the folder. Put it back, or take its name out of "files".
map-file-beside-the-map = The map is this file alone, and "{ $file }" is named here. Put that file beside it and name the folder (--routes), or take the name out of "files".
map-file-without-end = The last line of this file is not "...". Is the file whole? Then write that line: every file of this map ends with it, so that half a file is seen.
map-file-not-named = "{ $file }" is in the folder and not in this list. Add it here: "{ $file }"; or take the file away.
map-missing-key = The map lacks the key "{ $key }".
map-missing-key-of = "{ $of }" lacks the key "{ $key }".
map-given-twice = "{ $key }" was given already, in { $first }.
map-same-code = { $called ->
    [topic] The topic "{ $code }" was given already, in { $first }.
    [area] The area "{ $code }" was given already, in { $first }.
    [municipality] The municipality code "{ $code }" was given already, in { $first }.
    [case] The case "{ $code }" was given already, in { $first }.
   *[organisation] The organisation "{ $code }" was given already, in { $first }.
}
map-two-heirs = "{ $code }" stands under "formerly" already, in { $first }: a code has one heir.
map-still-present = "{ $code }" stands under "formerly", and is itself still a code of the map, in { $first }: give that one a "valid_until", or leave it out here.
map-heir-not-there = "{ $code }" ends, and this heir is not there on the day after it, { $day }.
map-outside-whole = "{ $code }" is there on days on which "{ $whole }", of which it is a part, is not.
map-no-coordinator = "{ $organisation }" is the coordinator of the map, and is not there on all days: not on { $day }. A coordinator who ends needs an heir, under "formerly".
map-own-former-code = "{ $code }" is the code itself: under "formerly" stand earlier codes and those of others.
map-unknown-version = "seinhuis: { $found }" is a version of the format that this program does not know; it knows version 1.
map-not-a-code = { $called ->
    [map] "{ $text }" is not an id: small letters, digits and hyphens, at most 64. What the map is called stands at "name".
    [municipality] "{ $text }" is not a municipality code: GM and four digits.
    [topic] "{ $text }" is not a code for a topic: small letters, digits and hyphens. A part of a topic stands under its "parts".
   *[organisation] "{ $text }" is not a code: small letters, digits and hyphens, at most 64.
}
map-ambiguous = { $called ->
    [topic] In the map "{ $word }" stands for more than one topic ({ $codes }): write the code.
    [area] In the map "{ $word }" stands for more than one area ({ $codes }): write the code.
   *[organisation] In the map "{ $word }" stands for more than one organisation ({ $codes }): write the code.
}
map-unknown = { $called ->
    [topic] The map has no topic "{ $code }".
    [area] The map has no area "{ $code }".
    [kind] The map has no organisation of the kind "{ $code }".
    [sender] The map has no organisation or kind of organisation "{ $code }".
    [municipality] The map has no municipality "{ $code }".
   *[organisation] The map has no organisation "{ $code }".
}
map-ambiguous-sender = "{ $code }" is the code of an organisation and also a kind: give one of them another name.
map-not-a-choice = "{ $text }" is not a choice for "{ $key }".
map-not-ages = "{ $text }" is not a range of ages in years or months: write 0-4, 18+, unborn-4, 0-18m or 17y6m-23, the youngest first.
map-not-an-age = "{ $text }" is not an age: write 34, 8m, 5 days, 17y10m or unborn.
map-not-a-moment = "{ $text }" is not a moment: write it as 2026-11-28T22:00, with all four digits of the year.
map-not-a-later-day = "{ $text }" is not after the day of the case: nothing can be promised before it.
map-neither-day-nor-term = "{ $text }" is neither a day nor a term: write 2026-11-27, or 2 working days, 14 days, 6 weeks or at once.
map-too-many-topics = A signal has { $most } topics at most.
map-nothing-expected = Nothing is expected here: name at least the "owner".
map-not-a-term = "{ $text }" is not a term: write 2 working days, 14 days, 6 weeks or at once, at most a year.
map-not-a-day = "{ $text }" is not a day: write it as 2026-11-27.
map-not-a-clock-time = "{ $text }" is not a time: write it as 08:30.
map-not-weekdays = "{ $text }" is not a day of the week: write mon-fri, or a list such as [mon, tue, thu].
map-not-a-zone = "{ $text }" is not a time zone of Europe: write Europe/Amsterdam.
map-not-postcodes = "{ $text }" is not a postcode of four digits, nor a range such as 3000-3019.
map-not-a-phone = "{ $text }" is not a telephone number.
map-not-an-email = "{ $text }" is not an e-mail address.
map-hidden-character = "{ $key }" holds a character that cannot be seen ({ $character }): take it out.
map-empty-text = "{ $key }" is empty.
map-too-long-text = "{ $key }" has more than { $most } characters.
map-empty-list = The list "{ $key }" is empty: leave the key out, or fill it.
map-postcode-as-name = "{ $text }" reads as a postcode, and cannot be the code or name of an area: write it under "postcodes", and give the area a name.
map-unusable-word = "{ $text }" cannot stand under "also": a comma or semicolon separates words, and a postcode or an age is no name of a place. Write each word by itself, or take this one out.
map-empty-responsibility = Nothing stands in this responsibility, so it would claim every signal: fill it, or take it out.
map-dispute-or-gap = An open point is a "dispute" or a "gap": write one of the two.
map-empty-open-point = This open point does not say which signals it is about, so it would hide everything: write "topics", "areas" or another limit.
map-area-cycle = These areas lie within each other: { $chain }.
map-shared-postcode = Postcode { $postcode } already belongs to "{ $one }", in { $first }. It can only belong to "{ $other }" too when one area lies in the other ("within").
map-validity-reversed = It ends on { $until }, before it begins on { $from }.
map-office-hours-reversed = The offices close at { $to }, not after they open at { $from } on the same day. An office that is open until midnight closes at "24:00".
map-closed-and-open = { $day } is a closed day and also an open day.
map-empty-contact = The contact of "{ $organisation }" has neither "phone" nor "email".
map-not-a-person = "{ $word }" cannot be who somebody is, as the setting "person" says: a name of one line, without a citizen service number.
map-office-of-all = "office" says who of "{ $organisation }" reads all that is kept apart, so it needs "senders_apart: true".
map-owner-without-contact = "{ $organisation }" owns something, so it needs a "contact".
map-told-without-contact = "{ $organisation }" is told of alarms, so it needs a "contact".
map-not-working-days = "{ $text }" is not a number of working days: write 1 working day, 3 working days or at once, at most 255.
map-same-step = This step is there already, in { $first }: name everybody who is told in one step.
map-nothing-to-take-over = After "confirm" there is nothing to take over: the sender has the answer. Leave "takes_over" out.
map-nothing-to-say = With "how: none" the sender is told nothing: leave "say" out, or write another "how".
map-coordinator-without-contact = "{ $organisation }" coordinates, so it needs a "contact".

## The register

register-missing = There is no register at { $path } yet.
register-missing-hint = Record a first signal with seinhuis report, or give the right path with --register.
register-directory = { $path } is a folder, not a register.
register-directory-hint = Give the path of a file with --register.
register-not-a-database = { $path } is not a register of seinhuis; it was left as it is.
register-not-a-database-hint = Give the path of the register with --register.
register-foreign = { $path } belongs to another program; it was left as it is.
register-foreign-hint = Give the path of the register with --register.
register-unreleased = The register { $path } was made by another unreleased version of seinhuis. It was left as it is.
register-unreleased-hint = Export it with that version (seinhuis export --format jsonl --with-words), and import the file here into a new register.
register-not-a-trial = SEINHUIS_NOW is set, and { $path } is no trial register: nothing was recorded.
register-not-a-trial-hint = Take the variable SEINHUIS_NOW away and try again. To try something at another time, name a new file with --register: it becomes a trial register.
register-newer = The register { $path } was made by a newer seinhuis (version { $version } of the register; this program knows up to { $known }). It was left as it is.
register-newer-hint = Install the newest seinhuis and try again.
register-damaged = The register { $path } is damaged; it was left as it is.
register-damaged-hint = Do not use it any further, and tell who looks after it. With seinhuis register restore they put a backup back; without one, seinhuis register salvage takes over what is sound.
register-damaged-signal = What is stored about signal { $id } is not right: its story does not fit where it stands.
register-damaged-signal-hint = Tell who looks after the register: seinhuis register verify tells all that is wrong with it.
register-damaged-row = The register holds a signal that cannot be read.
register-damaged-row-hint = Tell who looks after the register: seinhuis register verify tells all that is wrong with it.
register-no-permission = You may not use { $path }.
register-no-permission-hint = Ask the owner of the file for access, or give another path with --register.
register-read-only = Nothing can be written to { $path }, so nothing was recorded.
register-read-only-hint = Make the file and its folder writable, or give another path with --register.
register-full = The disk of { $path } is full; nothing was recorded.
register-full-hint = Make room on the disk and give the same command again.
register-busy = Other programs kept the register { $path } busy for too long; nothing was recorded.
register-busy-hint = Wait a moment and give the same command again.
register-not-durable = The disk of { $path } cannot keep a register safe in a power cut (it offers { $journal }, { $needs } is needed).
register-not-durable-hint = Put the register on a disk of this computer, not on a network drive.
register-engine-too-old = This program uses { $engine } { $version }, which can lose data; { $needs } or later is needed.
register-engine-too-old-hint = Install a seinhuis that brings its own { $engine }.
register-id-taken = The number { $id } already belongs to another signal; nothing was recorded.
register-id-taken-hint = Give the command without --id: then a free number is chosen.
reference-taken = You sent signal { $id } with this reference before, with other content. What you wrote now is not recorded.
reference-taken-hint = Does it belong to that signal? Then seinhuis show { $id } tells how to add it, such as with reply or amend. Is it another signal? Then give it a reference of its own (--reference).
withdrawn-before = You sent this before, with the same content, and withdrew it: signal { $id }. Nothing was recorded.
withdrawn-before-hint = To report it all the same, give it another --reference, or none, and no --id. What happened then: seinhuis show { $id }.
reference-given-away = The reference of this signal is now that of signal { $id }: its withdrawal can no longer be undone. Nothing was recorded.
reference-given-away-hint = Go on with that signal; seinhuis show { $id } tells what you can do with it.
register-second-lock = The register refused to record this, although seinhuis allowed it. That is a fault in seinhuis; nothing was recorded.
register-second-lock-hint = Report this fault, with the text above, to the makers of seinhuis.
register-fault = seinhuis met something that cannot be. That is a fault in seinhuis; nothing was recorded.
register-fault-hint = Report this fault, with the text above, to the makers of seinhuis.
register-no-randomness = The system has no random numbers to give; nothing was recorded.
register-no-randomness-hint = Try again. If it happens once more, show this message to your IT staff.
register-failed = The register { $path } cannot be used now; nothing was recorded.
register-failed-hint = Try again. If it happens once more, show this message to your IT staff.
register-not-known = It is not known whether this was recorded in { $path }.
register-not-known-hint = Give the same command again, with the same number: nothing is recorded twice.

## Errors

error-config = The configuration file { $path } is not right.
error-config-unreadable = The configuration file { $path } cannot be read or written.
error-no-such-check = There is no check "{ $name }".
error-check-needed = "{ $name }" cannot be skipped: without that check there is no map.
error-bad-setting = "{ $value }" is not a value for { $key }.
because-setting-variable = It comes from the variable { $place }.
because-setting-file = It comes from the configuration file, { $place }.
error-unknown-setting = There is no setting "{ $key }".
error-not-text = What { $what } holds is not readable text (UTF-8). Nothing was done.
error-no-home = No home folder was found to keep things in.
error-bad-now = SEINHUIS_NOW holds "{ $value }", which is not a moment like 2026-11-23T10:00:00+01:00.
error-no-person = { $organisation } keeps its senders apart, and it is not known who you are. Nobody but the office could follow this signal.
error-no-identity = It is not known for which organisation you act.
error-histories-for-coordinator = Signals with their whole story are brought in by the coordinator of the map alone: { $coordinator }. Nothing was recorded.
hint-histories-for-coordinator = Is that you? Then add --as { $coordinator }.
error-unknown-topic = The map has no topic "{ $typed }".
error-unknown-area = The map has no area "{ $typed }".
error-unknown-postcode = Postcode { $typed } lies in no area of the map.
error-unknown-organisation = The map has no organisation "{ $typed }" ({ $option }).
error-ambiguous-topic = In the map "{ $typed }" stands for more than one topic: { $names }.
error-ambiguous-area = In the map "{ $typed }" stands for more than one area: { $names }.
error-ambiguous-organisation = In the map "{ $typed }" stands for more than one organisation: { $names } ({ $option }).
error-words = The text behind { $option } cannot be recorded; nothing was recorded.
error-may-not-read = Signal { $id } is not yours to read.
error-no-such-signal = There is no signal "{ $typed }".
error-none-of-several = Nothing was recorded: for { $count } of { $of } signals it is not possible.
error-ambiguous = Several signals begin with { $typed }.
error-missing = Something is missing: { $options }.
error-bad-value = What stands behind { $option } will not do.
error-picture-too-large = The picture would have { $topics } topics and { $organisations } organisations: too many for one sheet of paper.
error-file-not-written = { $path } cannot be written.
error-in-the-way-link = { $path } is a link. Nothing was written, here or where it leads.
error-in-the-way-folder = { $path } is a folder; nothing was written.
error-in-the-way-no-file = { $path } is no ordinary file, but for example a device; nothing was written.
error-in-the-way-database = { $path } is a register or another database; nothing was written.
error-in-the-way-other-file = { $path } is there already, and this command did not make it. Nothing was written.
hint-in-the-way = Type another name behind { $option }, for example { $free }. Only what the same command made before is replaced.
error-cancelled = Stopped; nothing was recorded.
error-fault = This is a fault in seinhuis; nothing was recorded.
error-fault-not-known = This is a fault in seinhuis. It is not known whether anything was recorded.
because-fault = What must always hold does not hold at { $place }.
hint-fault-look = Look first, with seinhuis list or seinhuis show, whether it was recorded; repeat the command only when it was not.
error-input = Your input could not be read.
error-spool = The rows could not be kept in a temporary file, or not be read back from it.
error-editor = The editor "{ $command }" did not end well; nothing was recorded.
error-no-random = The system gives no random numbers; nothing was recorded.
error-not-shown = Signal { $id } is recorded, but the answer could not be shown.
error-answer-lost = The answer could not be shown.
because-may-read = It is read by its sender, its owner, its coordinator, and who is involved or asked to take it over.
because-ambiguous = These: { $ids }.
because-party-alone = This is for { $party }.
because-party = This is for { $party }: { $who }.
words-empty = It is empty.
words-too-long = It has { $characters } characters; { $most } is the most.
words-far-too-long = It has far more than { $most } characters; that is the most.
words-control = It holds a control character, which may steer a screen.
words-hidden = It holds a character that cannot be seen or that turns the direction of the text.
words-combining = It holds more accents on top of each other than any language has.
words-bsn = It holds a BSN.
hint-config-keys = These may stand in it: routes, register, cache, as, contact, lang, format, color.
hint-checks = seinhuis map check --list names all checks.
hint-one-of = Choose from: { $known }.
because-which-map = This is about the map { $path }.
hint-many-codes = There are { $count } to choose from; seinhuis map show names them all.
hint-plain-path = Give it again, in plain letters and digits.
hint-set-variable = Say where, with { $variable }.
hint-identity = Give --as ORGANISATION, or once and for all: seinhuis config set as ORGANISATION
hint-did-you-mean = Did you mean { $near }?
hint-type-code = Type the code between the brackets, for example { $option } { $code }
hint-find-area = Find the place by its postcode, for example --area 3004, or by the municipality that it lies in.
hint-leave-area-out = Leave the place out to see those of all places.
hint-words-too-long = Say what the owner needs to begin; the rest you tell when they call.
hint-type-again = Type the text again instead of pasting it.
hint-no-bsn = Leave the BSN out; who needs it asks for it.
hint-sent-by-colleague = It is read by who sent it, and by the office that the map names. Who you are: seinhuis config
hint-person = seinhuis config set person NAME says who you are: always the same name.
hint-acute-not-accepted = Call the owner and ask them to take it on: seinhuis show { $id } has the number. In danger now: 112.
hint-undo-last = What you did last with it can still be undone, within 24 hours of it: seinhuis undo { $id }
hint-as = seinhuis config shows for which organisation you work.
hint-list = seinhuis list shows what is unanswered; a number has eight characters, the first four are enough.
hint-more-characters = Type more characters of the number.
hint-missing = Add it. At a terminal seinhuis asks for it (without --no-input).
hint-editor = Set EDITOR to an editor that you have, or type the words behind the command.
hint-repeat-with-id = Repeat the same command with --id { $id }: it is never recorded twice.
hint-look-first = Look first whether it stands in the story, and repeat the command only when it does not: seinhuis show { $id }
hint-show = seinhuis show { $id }
hint-instead = With { $id } you can now: { $verbs }. More: seinhuis show { $id }
hint-reply-instead = Say it to the owner, who ends it with feedback: seinhuis reply { $id } "…"
hint-claimant-suggests = Leave out --to. Say in words whom you think of.
hint-transfer-end = End that first: seinhuis transfer end { $id }
hint-handed-to = Say it with --to: an organisation, or words such as "the GP".
hint-handed-over = Leave out --to, or choose --outcome handed-over.
hint-outcome = Say it with --outcome.
hint-heard-status-only = seinhuis heard { $id }
hint-amend-topics = The owner can name other topics: seinhuis amend { $id } --topics …
hint-assign = seinhuis assign { $id } --to ORGANISATION
hint-involve = seinhuis involve { $id } --organisation { $organisation }
hint-status-only = Leave the words out and give --status-only.
hint-smaller-picture = Choose an area with --area, or a topic with --topic.
hint-owners = Choose an organisation that owns something in the map.
expected-age = An age is a number of years (34), or like 8m, "5 days", "six weeks", 17y10m, newborn or unborn.
expected-youngest = The youngest child in the home is an age, like "5 days", 8m or 12, or: none.
expected-consent-when-discussed = Whether the family agrees goes with --discussed alone.
expected-because-when-refused = This goes with --consent no alone.
expected-later-day = A day after today, such as 2026-11-27 or 27-11-2026.
expected-topics = A signal has at most 12 topics.
expected-moment = A moment is like 2026-11-28T22:00, with all four digits of the year.
expected-day = A day is like 2026-11-23.
expected-one-dash = Only one text can be read from standard input.
expected-one-of-each = One age and one place, please. The youngest child in the home is asked for next. For example: 34, 3012
expected-one-place = One place, please: where the person it is about is registered. For example: --area 3012
expected-about-whom = This is no age and no place of the map. For example: 34, 3012
expected-receipt = A receipt is like 42-3f9a-c01b-77d2-0e5c: the number of a step and sixteen letters and digits. It stands below the answer to a report.
expected-id = A signal's number is like K7M4-Q2X8: eight letters and digits.
io-not-found = It is not there.
io-permission = You have no permission for it.
io-broken-pipe = The program that was to read it has stopped.
io-full = The disk is full.
io-read-only = It can only be read.
io-directory = It is a folder.
io-not-text = It is not text (UTF-8 or UTF-16).

## Refusals

refused-not-yours = You have no part in signal { $id } that allows this.
refused-wrong-state = Signal { $id } is { $state }. This can be done only when it is: { $needs }.
refused-sent-by-colleague = A colleague sent signal { $id } ({ $standing }). Your organisation keeps senders apart, so you know no more of it.
refused-coordinator-cannot-decline = What comes to the coordinator is assigned, not declined.
refused-already-owner = { $organisation } already owns signal { $id }.
refused-already-involved = { $organisation } can already read signal { $id }.
refused-nobody-involved = Nobody is involved in signal { $id }.
refused-not-involved = { $organisation } is not involved in signal { $id }.
refused-has-replied = { $organisation } wrote something in signal { $id } and goes on reading it.
refused-claims = { $organisation } claims signal { $id } and reads it until somebody has taken it on.
refused-claimant-suggests = { $id } is disputed: whoever does not claim it suggests nobody.
refused-already-proposed = { $organisation } has already been asked to take over signal { $id }.
refused-nothing-proposed = Nobody is asked to take over signal { $id }.
refused-transfer-open = { $organisation } is asked to take over signal { $id } and has not said yet.
refused-handed-to-nobody = It is not said to whom signal { $id } was handed over.
refused-handed-to-somebody = To whom signal { $id } was handed over goes with the outcome "handed over to others" alone.
refused-family-known = { $organisation } already knows which family signal { $id } is about.
refused-acute-not-accepted = Signal { $id } is about danger, and nobody has taken it on yet. It is not done with a call.
refused-outcome-missing = It is not said what became of signal { $id }.
refused-heard-status-only = Of signal { $id } you may hear that something is done, not what; so you can record no more.
refused-not-oneself = Nobody involves herself in signal { $id }: a coordinator reads the words only of what she owns.
refused-not-connected = { $organisation } has no part in signal { $id } and cannot be asked.
refused-no-such-question = No question { $number } in signal { $id } waits for you.
refused-nothing-changed = Signal { $id } already says so.
refused-nothing-corrected = Signal { $id } already says so: of an age the whole months are kept, of a place the area.
refused-corrects-status-only = Of signal { $id } you may hear that something is done, not what is known of it; so the owner puts it right.
refused-status-only = Of signal { $id } the sender may only hear that something is done.
refused-nothing-to-undo = Nothing can be undone on signal { $id }: only your own last step can, and no report, transfer, family-known, reroute or reopen.
refused-undo-too-late = The last step with signal { $id } was taken more than 24 hours ago and can no longer be undone.
refused-undo-to-who-is-gone = The last step with signal { $id } cannot be undone: { $organisation } had it before, and the map no longer has that organisation.
refused-confirm-still-runs = { $organisation } can still say until { $day } whether what was told about { $id } is right.
refused-alarm-not-due = The promise that this alarm about { $id } is for is not broken.
refused-already-escalated = This alarm about { $id } has already been sounded.
refused-nothing-is-late = No promise about { $id } is broken.
refused-no-longer-in-map = The map of today does not know { $codes }, and so cannot decide again about { $id }.
refused-owns-nothing = { $organisation } has agreed to own nothing, so { $id } cannot go there.
refused-only-from = { $organisation } takes signals only from: { $may }.
