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
map-unknown-version = "seinhuis: { $found }" is a version of the format that this program does not know; it knows version 1.
map-not-a-code = { $called ->
    [municipality] "{ $text }" is not a municipality code: GM and four digits.
    [topic] "{ $text }" is not a code for a topic: small letters, digits and hyphens. A part of a topic stands under its "parts".
   *[organisation] "{ $text }" is not a code: small letters, digits and hyphens, at most 64.
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
map-not-ages = "{ $text }" is not a range of ages: write 0-4, 18+, unborn-4 or 17y6m-23, the youngest first.
map-not-an-age = "{ $text }" is not an age: write 34, 8m, 5 days, 17y10m or unborn.
map-not-a-moment = "{ $text }" is not a moment: write it as 2026-11-28T22:00.
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
map-empty-responsibility = Nothing stands in this responsibility, so it would claim every signal: fill it, or take it out.
map-dispute-or-gap = An open point is a "dispute" or a "gap": write one of the two.
map-empty-open-point = This open point does not say which signals it is about, so it would hide everything: write "topics", "areas" or another limit.
map-area-cycle = These areas lie within each other: { $chain }.
map-shared-postcode = Postcode { $postcode } already belongs to "{ $one }", in { $first }. It can only belong to "{ $other }" too when one area lies in the other ("within").
map-validity-reversed = It ends on { $until }, before it begins on { $from }.
map-office-hours-reversed = The offices close at { $to }, not after they open at { $from }.
map-closed-and-open = { $day } is a closed day and also an open day.
map-empty-contact = The contact of "{ $organisation }" has neither "phone" nor "email".
map-owner-without-contact = "{ $organisation }" owns something, so it needs a "contact".
map-told-without-contact = "{ $organisation }" is told of alarms, so it needs a "contact".
map-not-working-days = "{ $text }" is not a number of working days: write 1 working day, 3 working days or at once, at most 255.
map-same-step = This step is there already, in { $first }: name everybody who is told in one step.
map-nothing-to-take-over = After "confirm" there is nothing to take over: the sender has the answer. Leave "takes_over" out.
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
## Labels
label-error = error:
label-cause = because:
label-hint = hint:
label-warning = warning:
label-follow-up = Follow-up
label-reach = Reach
label-because = Because
label-involved = Involved
label-about = About
label-sender = Sent by
label-reference = Reference
label-discussed = Discussed with the family
label-question = Question
question-waits = question { $number } waits for { $of }
label-proposed = Asked to take it over
label-promise = Promise
or = or
yes = yes
no = no
nobody-now = nobody at the moment

## Days and months
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
weekday-short-mon = Mon
weekday-short-tue = Tue
weekday-short-wed = Wed
weekday-short-thu = Thu
weekday-short-fri = Fri
weekday-short-sat = Sat
weekday-short-sun = Sun
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Codes
state-offered = offered
state-accepted = taken on
state-answered = answered
state-closed = closed
state-withdrawn = withdrawn
basis-rule = agreed
basis-gap = gap
basis-dispute = dispute
urgency-acute = acute
urgency-urgent = urgent
urgency-normal = normal
urgency-fyi = for information
hours-office = in office hours
hours-outside = outside office hours
criterion-topic = the topic
criterion-age = the age of the person
criterion-area = where the person lives
criterion-urgency = how urgent it is
criterion-sender = who sends it
criterion-hours = the time
decline-other-area = another area
decline-other-age = another age
decline-other-topic = another subject
decline-runs-elsewhere = others are already busy with it
decline-too-little-known = too little is known
decline-no-capacity = no capacity now
decline-no-ground = no legal ground
outcome-taken-up = taken up
outcome-already-known = already known
outcome-help-started = help has started
outcome-handed-over = handed over to others
outcome-family-declined = the family does not want it
outcome-not-reached = nobody could be reached
outcome-not-needed = nothing was needed
outcome-something-else-found = it turned out to be something else
outcome-partly = partly done
channel-phone = by telephone
channel-in-person = face to face
channel-email = by e-mail
channel-message = by secured message
channel-letter = by letter
channel-here = to be read here
party-sender = the sender
party-owner = the owner
party-coordinator = the coordinator
party-involved = those involved
party-proposed = the organisation asked to take it over
part-seen = Seen:
part-goes-well = Goes well:
part-helpers = Already helps:
part-own-words = In their own words:
part-why-not-discussed = Not discussed, because:
not-needed-email = Your text seems to hold an e-mail address. It is not needed here.
not-needed-phone = Your text seems to hold a telephone number. It is not needed here.
not-needed-date = Your text seems to hold a date. A birth date is not needed here.
age-unborn = unborn
age-year-letter = y
age-months = { $months ->
    [0] younger than a month
    [one] 1 month
   *[other] { $months } months
  }
age-years-and-months = { $months ->
    [one] { $years } years and 1 month
   *[other] { $years } years and { $months } months
  }
age-years = { $years } years
age-unknown = age unknown
area-unknown = place unknown
contact-always = day and night

## The decision
limit-topic = { $values }
limit-age = age { $values }
limit-area = { $values }
limit-urgency = { $values }
limit-sender = from { $values }
limit-hours = { $values }
limits-none = for every signal
promise-accept = They say whether they take it on by
promise-feedback = You hear what was done with it by
plainly-gap = Nobody has agreed to own this. The coordinator ({ $coordinator }) owns it and finds out who will.
plainly-gap-as-told = With what is known now, there is nobody who has agreed to own this. The coordinator ({ $coordinator }) owns it and finds out who will.
plainly-near = These came near:
    { $near }
plainly-dispute = Several organisations have agreed to own this: { $claimants }. The coordinator ({ $coordinator }) decides, and owns it until then.
plainly-status-only = You will hear that something is done with it, not what: the owner may not say more.
plainly-topic-gaps = Nobody has agreed to own this part: { $topics }. The coordinator ({ $coordinator }) reads along and finds out who will.
plainly-would-help = You left something open. It would be surer with: { $criteria }. Once you know it, tell the owner: seinhuis reply.
near-limit = only { $limit }
near-unknown = only { $limit }, and that is not known here
near-not-yet = from { $day }
near-lapsed = until { $day }
receipt = Receipt { $receipt }: proof that this is recorded
report-recorded = Signal { $id } recorded.
report-already = Signal { $id } had been recorded before. Nothing was recorded again.
report-differs = With this reference you had sent signal { $id } before, with other content. What you wrote now is not recorded. Do you want to add something? seinhuis reply { $id }
route-nothing-recorded = Nothing was recorded. This is who would own it.
emergency-heading = Danger now? Call first:
emergency-112 = direct danger
emergency-veilig-thuis = Veilig Thuis: violence or abuse, day and night

## Regions: many signals at once
region-whole-topic = all of { $name }
region-topic-itself = { $name } itself (not its parts)
region-whole-area = all of { $name }
region-area-itself = { $name } itself (not the areas in it)
region-but = { $name } (not: { $others })
region-every-topic-but = every topic but { $others }
region-everywhere-but = everywhere but { $others }
region-everyone-but = from everyone but { $others }
region-several = { $topics } together
region-area-known = any place
region-age-known = any age
region-or-area-unknown = { $areas } or place unknown
region-or-age-unknown = { $ages } or age unknown
region-not = not { $what }
region-more = { $named } and { $count } more
region-from = from { $day }
region-until = until and including { $day }

## Steps
step-accept = { $by } has taken on { $id }. { $sender } hears what was done with it by { $feedback }.
step-decline = { $by } has declined { $id }: { $reason }. It goes to { $owner }, who says by { $day } whether they take it on. { $sender } still hears by { $feedback }.
step-transfer-propose = { $by } has asked { $other } to take over { $id }. Until they take it, { $owner } owns it.
step-transfer-take = { $by } has taken over { $id }. { $sender } still hears what was done with it by { $feedback }.
step-transfer-refuse = { $by } does not take over { $id }. { $owner } still owns it.
step-assign = { $by } has assigned { $id } to { $other }, who says by { $day } whether they take it on. { $sender } still hears by { $feedback }.
step-reroute = { $by } had the map decide again about { $id }. It goes from { $from } to { $owner }, who says by { $day } whether they take it on. { $sender } still hears by { $feedback }.
step-involve = { $other } can now read { $id } and add to it. { $owner } still owns it.
step-ask = { $by } has put a question to { $other } about { $id }. The promise runs on: feedback by { $feedback }.
step-reply = { $by } has replied to { $id }.
step-amend = The topics of { $id } are changed. { $owner } still owns it, and { $sender } sees what it turned out to be.
step-feedback-interim = { $by } has told { $sender } how far { $id } is. The end of it follows by { $feedback }.
step-feedback = { $by } has told { $sender } what became of { $id }. { $sender } has until { $day } to say whether it is right.
step-feedback-status-only = { $by } has told { $sender } that something was done with { $id }. { $sender } has until { $day } to say whether it is right.
step-confirm = { $by } has seen the feedback on { $id } and finds it right. The signal is closed.
step-reject = { $by } finds the feedback on { $id } not right. { $owner } takes it up again; feedback by { $feedback }.
step-close = { $id } is closed. { $sender } has not confirmed the feedback; that stays visible.
step-reopen = { $id } is taken up again by { $owner }. { $sender } hears by { $feedback }.
step-withdraw = { $by } has taken back { $id }.
step-escalate = An alarm was sounded about { $id }.

## Rerouting
reroute-would-move = { $id } would go from { $from } to { $owner }, who would say by { $day } whether they take it on. { $sender } would still hear by { $feedback }.
reroute-stays = { $id } stays with { $owner }: the map of today says the same.
reroute-status-only = { $sender } hears from now on that something is done, not what: the new owner may not say more.
reroute-nothing-recorded = Nothing was recorded.

## The list
column-id = Signal
column-state = State
column-due = Promise
column-late = Late
column-late_days = Days late
column-accept_by = Take on by
column-feedback_by = Feedback by
column-confirm_by = Confirm by
column-owner = Owner
column-sender = Sent by
column-next = What now
column-waiting_for = Waits for
column-basis = Ground
column-urgency = How soon
column-topics = About
column-area = Area
column-declines = Times declined
column-proposed = Transfer to
column-reported_at = Reported
column-last_at = Last step
column-silent_days = Days silent
order-due = oldest promise first
order-reported = newest first
order-last = longest silent first
order-owner = by owner
order-sender = by sender
order-area = by area
order-urgency = most urgent first
waits-accept = take on or decline
waits-accept-or-assign = take on or assign
waits-assign = decide who owns it
waits-feedback = give feedback
waits-transfer-take = take over or refuse
waits-reply = answer a question
waits-confirm = say whether it is right
waits-close = may be closed
list-late = { $day }, { $days ->
    [0] late
    [one] 1 day late
   *[other] { $days } days late
  }
list-is-late = late
list-declined = { $count ->
    [one] declined once
   *[other] declined { $count } times
  }
list-proposed = transfer proposed
list-asked = question open
list-silent = silent { $days } days
list-none-fits = No signal fits this.
list-none-sent = No signal of yours is still open.
list-none-waits = Nothing waits for you.
list-empty = Nothing is unanswered.
list-more = There are more than these { $count }.
list-sum = { $count ->
    [one] 1 signal
   *[other] { $count } signals
  }{ $late ->
    [0] {"."}
   *[other] , of which { $late } late. Days late or silent are working days.
  }

## The story
show-heading = Signal { $id }: { $state }
show-own-part = You read what you wrote and what you were asked. More may not be told.
show-without-words = The words are read by the sender, the owner and those involved.
show-next = You can now:
promise-now-accept = { $day }: they say whether they take it on
promise-now-feedback = { $day }: feedback to the sender
promise-now-confirm = { $day }: the sender says whether the feedback is right
promise-confirmed = kept: the sender has seen the feedback and finds it right
promise-unconfirmed = feedback was given; the sender has not confirmed it
promise-withdrawn = the sender took the signal back
promise-late = ({ $days ->
    [0] late
    [one] 1 working day late
   *[other] { $days } working days late
  })
event-reported = { $by } sent the signal. { $basis ->
    [agreed] Follow-up: { $to }.
   *[other] Follow-up: { $to }, as coordinator ({ $basis }).
  }
event-accepted = { $by } took it on.
event-declined = { $by } declined: { $reason }. It went to { $to }.
event-transfer-proposed = { $by } asked { $to } to take it over.
event-transfer-taken = { $by } took it over.
event-transfer-refused = { $by } did not take it over.
event-taken-over = { $by } took it over.
event-assigned = { $by } assigned it to { $to }.
event-rerouted = { $by } had the map decide again. { $basis ->
    [agreed] Follow-up: { $to }.
   *[other] Follow-up: { $to }, as coordinator ({ $basis }).
  }
event-involved = { $by } involved { $to }.
event-asked = { $by } asked { $to } (question { $number }).
event-replied = { $question ->
    [0] { $by } added something.
   *[other] { $by } replied to question { $question }.
  }
event-amended = { $by } changed the topics: { $topics }.
event-feedback-interim = { $level ->
    [status-only] { $by } told the sender that it is being worked on ({ $channel }). More may not be told.
   *[other] { $by } told the sender how far it is ({ $channel }).
  }
event-feedback-final = { $level ->
    [status-only] { $by } told the sender ({ $channel }): { $outcome }. More may not be told.
   *[other] { $by } told the sender ({ $channel }): { $outcome }.
  }
event-confirmed = { $by } has seen the feedback and finds it right.
event-rejected = { $by } finds the feedback not right. New promise: { $feedback_by }.
event-closed-unconfirmed = { $by } closed it without confirmation of the sender.
event-reopened = { $by } had it taken up again. New promise: { $feedback_by }.
event-withdrawn = { $by } took the signal back.
event-escalated = { $promise ->
    [accept] Alarm: by { $promised } the owner had not said whether they take it on.
    [feedback] Alarm: by { $promised } the sender had not heard what was done.
   *[confirm] Alarm: by { $promised } the sender had not said whether the feedback is right.
} Told: { $told }.
next-accept = seinhuis accept { $id }  take it on
next-decline = seinhuis decline { $id } --reason …  say that it is not for you
next-transfer-propose = seinhuis transfer propose { $id } --to …  ask another to take it over
next-transfer-take = seinhuis transfer take { $id }  take it over
next-transfer-refuse = seinhuis transfer refuse { $id }  leave it with its owner
next-assign = seinhuis assign { $id } --to …  decide who owns it
next-reroute = seinhuis reroute { $id } --reason …  let the map of today decide again
next-involve = seinhuis involve { $id } --organisation …  let another read and add
next-ask = seinhuis ask { $id }  put a question
next-reply = seinhuis reply { $id }  reply, or add something
next-amend = seinhuis amend { $id } --add …  add a topic
next-feedback-interim = seinhuis feedback { $id } --interim  tell how far it is
next-feedback = seinhuis feedback { $id }  tell what became of it
next-confirm = seinhuis confirm { $id }  say that it is right
next-reject = seinhuis reject { $id }  say that it is not right
next-close = seinhuis close { $id }  close it without confirmation
next-reopen = seinhuis reopen { $id }  have it taken up again
next-withdraw = seinhuis withdraw { $id }  take it back
next-escalate = seinhuis escalate  sound the next alarm

## Questions
prompt-help-choose = arrows move, typing searches, Enter chooses, Esc stops
prompt-help-words = Enter is done, Esc stops. No names, no birth date, no BSN.
prompt-stopped = (stopped)
prompt-sender = Which organisation do you work for?
prompt-topic = What is it about?
prompt-about-whom = About whom? Age and postcode:
prompt-help-about-whom = for example: 34, 3012    5 days, 3012    not known: ?
prompt-urgency = How soon must something happen?
prompt-urgency-acute = now: there is danger
prompt-urgency-urgent = within days
prompt-urgency-normal = the usual time
prompt-urgency-fyi = only so that you know
prompt-seen = What did you see or hear?
prompt-discussed = Did you discuss this with the family?
prompt-discussed-yes = yes
prompt-discussed-no = no
prompt-why-not-discussed = Why not, in a few words?
prompt-help-why-not-discussed = Enter is done, Esc stops; empty goes back to yes or no. No names, no birth date, no BSN.
prompt-reason = Why?
prompt-question = What do you want to know?
prompt-reply = What is your reply?
prompt-reject = What is not right?
prompt-feedback = What may the sender know of what was done?
prompt-outcome = What became of it?
prompt-channel = How do you tell the sender?
prompt-edit-again = Enter opens your text again.
prompt-help-edit-again = Enter opens the editor, Esc stops. Closing the text unchanged stops too.
status-remember-as = Not to be asked again: seinhuis config set as { $organisation }
status-nothing-to-write = The sender of { $id } may only hear that something is done, not what. So you need to write nothing.
status-trial-register = This is a trial register: it was made with SEINHUIS_NOW set. Nothing in it is real.
status-no-register = There is no register at { $path } yet.
status-editor = The editor is open. Save and close it to go on.

## Settings
config-file = Configuration file: { $file }
config-not-set = not set
config-source-flag = option
config-source-variable = variable
config-source-file = configuration file
config-source-default = default
config-written = { $key } is now { $value } (in { $file }).

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
error-no-identity = It is not known for which organisation you act.
error-unknown-topic = The map has no topic "{ $typed }".
error-unknown-area = The map has no area "{ $typed }".
error-unknown-postcode = Postcode { $typed } lies in no area of the map.
error-unknown-organisation = The map has no organisation "{ $typed }" ({ $option }).
error-words = The text behind { $option } cannot be recorded; nothing was recorded.
error-may-not-read = Signal { $id } is not yours to read.
error-no-such-signal = There is no signal "{ $typed }".
error-none-of-several = Nothing was recorded: for { $count } of { $of } signals it is not possible.
error-ambiguous = Several signals begin with { $typed }.
error-missing = Something is missing: { $options }.
error-bad-value = What stands behind { $option } cannot be read.
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
because-may-read = It is read by: { $may }.
because-ambiguous = These: { $ids }.
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
hint-leave-area-out = Leave the place out when you do not know it; the program says what it would need.
hint-words-too-long = Say what the owner needs to begin; the rest you tell when they call.
hint-type-again = Type the text again instead of pasting it.
hint-no-bsn = Leave the BSN out; who needs it asks for it.
hint-as = seinhuis config shows for which organisation you work.
hint-list = seinhuis list shows what is unanswered; a number has eight characters, the first four are enough.
hint-more-characters = Type more characters of the number.
hint-missing = Add it. At a terminal seinhuis asks for it (without --no-input).
hint-editor = Set EDITOR to an editor that you have, or type the words behind the command.
hint-repeat-with-id = Repeat the same command with --id { $id }: it is never recorded twice.
hint-look-first = Look first whether it stands in the story, and repeat the command only when it does not: seinhuis show { $id }
hint-show = seinhuis show { $id }
hint-amend-topics = The owner can name other topics: seinhuis amend { $id } --topics …
hint-assign = seinhuis assign { $id } --to ORGANISATION
hint-involve = seinhuis involve { $id } --organisation { $organisation }
hint-status-only = Leave the words out and give --status-only.
hint-smaller-picture = Choose an area with --area, or a topic with --topic.
hint-owners = Choose an organisation that owns something in the map.
expected-age = An age is a number of years (34), or like 8m, "5 days", 17y10m or unborn.
expected-topics = A signal has at most 12 topics.
expected-moment = A moment is like 2026-11-28T22:00.
expected-day = A day is like 2026-11-23.
expected-one-dash = Only one text can be read from standard input.
expected-one-of-each = One age and one place, please. For example: 34, 3012
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
refused-coordinator-cannot-decline = What comes to the coordinator is assigned, not declined.
refused-already-owner = { $organisation } already owns signal { $id }.
refused-already-involved = { $organisation } can already read signal { $id }.
refused-not-oneself = Nobody involves herself in signal { $id }: a coordinator reads the words only of what she owns.
refused-not-connected = { $organisation } has no part in signal { $id } and cannot be asked.
refused-no-such-question = No question { $number } in signal { $id } waits for you.
refused-nothing-changed = Signal { $id } already has these topics.
refused-status-only = Of signal { $id } the sender may only hear that something is done.
refused-confirm-still-runs = The sender of { $id } can still confirm until { $day }.
refused-alarm-not-due = The promise that this alarm about { $id } is for is not broken.
refused-already-escalated = This alarm about { $id } has already been sounded.
refused-nothing-is-late = No promise about { $id } is broken.
refused-no-longer-in-map = The map of today does not know { $codes }, and so cannot decide again about { $id }.
refused-owns-nothing = { $organisation } has agreed to own nothing, so { $id } cannot go there.
refused-only-from = { $organisation } takes signals only from: { $may }.

## Help
help-usage = Usage:
value-name = NAME
value-path = PATH
value-old = OLD
value-new = NEW
value-file = FILE
value-organisation = ORGANISATION
value-format = FORMAT
value-language = LANGUAGE
value-when = WHEN
value-picture = PICTURE
value-topic = TOPIC
value-age = AGE
value-place = PLACE
value-urgency = URGENCY
value-words = WORDS
value-reason = REASON
value-contact = CONTACT
value-number = NUMBER
value-basis = BASIS
value-days = DAYS
value-order = ORDER
value-column = COLUMN
value-signal = SIGNAL
value-question = QUESTION
value-outcome = OUTCOME
value-channel = CHANNEL
value-state = STATE
value-day = DAY
value-moment = MOMENT
value-form = FORM
value-mapping = COLUMN=FIELD
value-setting = SETTING
value-value = VALUE
value-shell = SHELL
value-folder = FOLDER
value-receipt = RECEIPT
value-backup = BACKUP
help-usage-options = [OPTIONS]
help-usage-command = <COMMAND>
help-heading-options = Options
help-heading-values = What it takes
help-heading-commands = Commands
help-heading-global = Options that every command takes
help-group-daily = Every day
help-group-professional = For who sends or follows up
help-group-coordinator = For the coordinator
help-group-it = For who looks after map and register
help-choices = one of: { $values }
help-help = Show this help
help-version = Show the version
first-page-more = seinhuis COMMAND --help tells more about a command.

## Mistakes on the command line
usage-unknown-option = There is no option { $typed } here.
usage-unknown-command = There is no command "{ $typed }".
usage-unknown-command-unsaid = There is no such command.
usage-missing-command = Say what to do.
usage-missing = Something is missing: { $names }.
usage-bad-choice = "{ $typed }" is not a value for { $option }.
usage-bad-choice-unsaid = What stands behind { $option } is not a value for it.
usage-no-value = { $option } needs a value.
usage-too-many = There is more on the line than { $option } takes.
usage-conflict = { $option } does not go together with { $other }.
usage-repeated = { $option } can be given only once.
usage-stray-word = There is more here than this command takes. A text of several words goes between quotes: "…".
usage-other = The command line cannot be read.
usage-hint-help = seinhuis { $command } --help

## Checking the map
checked-map = The map "{ $name }": { $organisations } organisations with { $responsibilities } responsibilities, { $topics } topics, { $areas } areas.
checked-nothing = Nothing found.
checked-found = Found: { $counts }.
checked-unreadable = The map cannot be used like this: { $counts }. Once this is mended, check it again: the other checks come only then.
checked-skipped = Skipped: { $names }.
check-count-error = { $count ->
    [one] 1 error
   *[other] { $count } errors
  }
check-count-warning = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
  }
check-count-note = { $count ->
    [one] 1 note
   *[other] { $count } notes
  }
severity-error = error
severity-warning = warning
severity-note = note
check-and = and
check-label-where = Where
check-label-claims = Claims
check-label-first = Goes first
check-label-same = Also here
check-label-known = Known
check-label-do = Do this
check-label-see = See it
check-some-signals = some signals · { $topics }
check-every-topic = every topic
check-more-regions = { $count ->
    [one] and 1 part more
   *[other] and { $count } parts more
  }
check-dispute = { $organisations } have each agreed to own this.
check-dispute-known = { $organisations } have each agreed to own this. That is known, and may be open until and including { $day }.
check-do-dispute = Agree together who owns this. Then give that organisation a higher priority, or make one of the claims narrower. Until then { $coordinator } decides, signal by signal.
check-gap = Nobody has agreed to own this.
check-gap-known = Nobody has agreed to own this. That is known, and may be open until and including { $day }.
check-do-gap = Agree who owns this, and write it with that organisation under "owns". Until then { $coordinator } owns it.
check-gap-when-age-unknown = When the sender does not say how old somebody is, nobody has agreed to own this.
check-gap-when-place-unknown = When the sender does not say in which district or municipality somebody lives, nobody has agreed to own this.
check-do-gap-when-unknown = This need not be a fault: { $coordinator } owns it then. A responsibility without "ages" or "areas" holds also when the sender does not know.
check-shadowed = This responsibility of { $organisations } never holds: a narrower one always goes first.
check-do-shadowed = Remove it, or make it differ from what goes first.
check-outranked = This responsibility of { $organisations } never holds: another one always has a higher priority.
check-do-outranked = Remove it, or give it a higher priority than what goes first.
check-duplicate = { $organisations } has agreed to the same before: it stands there twice.
check-do-duplicate = Keep one, with the right terms and source.
check-unowned-topic = Nobody owns anything of the topic "{ $topic }".
check-do-unowned-topic = Agree who owns this, and write it with that organisation under "owns"; or remove the topic. Until then { $coordinator } owns it.
check-unheard-sender = What { $organisations } reports never has an owner: no responsibility holds for the kind "{ $kind }".
check-do-unheard-sender = Add the kind "{ $kind }" to "senders" with whoever owns this, or remove that limit there.
check-lapsed = This responsibility of { $organisations } held until and including { $day }.
check-do-lapsed = Extend it at "valid_until" when the agreement goes on; else remove it.
check-lapsing = This responsibility of { $organisations } holds until and including { $day }. After that there is a gap.
check-lapsing-covered = This responsibility of { $organisations } holds until and including { $day }. After that another one owns it.
check-do-lapsing = Ask whether the agreement goes on, and extend it at "valid_until".
check-do-lapsing-covered = Ask whether the agreement goes on. If so, extend it at "valid_until".
check-never-checked = Nobody has noted that the contact of { $organisations } is right.
check-checked-long-ago = Whether the contact of { $organisations } is right was not checked for more than a year: the last time was { $day }.
check-checked-in-future = The contact of { $organisations } is said to be checked on { $day }, and that day is still to come.
check-do-unchecked-contact = Phone or mail what stands there, and write the day at "checked_on".
check-unsourced-promise = { $organisations } promises a term here, without saying where that was agreed.
check-do-unsourced-promise = Write the covenant, law or decision at "because".
check-no-own-emergency-line = The map names no emergency line. Only 112 is said now.
check-no-emergency-line = For { $ages }, { $hours }, the map names no emergency line.
check-do-no-emergency-line = Write at "emergency" who is called in danger, Veilig Thuis too, and leave out "ages" and "hours" for a number that always holds.
check-open-point-lapsed = This open point was to be settled by { $day }.
check-do-open-point-lapsed = Settle it and remove this open point; or agree on a new day and write that at "until".
check-open-point-idle = What this open point names is not (or no longer) so in the map.
check-do-open-point-idle = If it is settled, remove the open point. If not, see whether its limits are right.
check-heading-name = Check
check-heading-severity = Is a
check-heading-ensures = Sees to it that
checks-skipping = Skip one with --allow NAME. Those up to and including unclear-open-point cannot be skipped: without them there is no map.
check-ensures-format = Every file is YAML in the format of the map.
check-ensures-missing-key = Every key that must be there is there.
check-ensures-given-twice = What holds for the whole map is given once.
check-ensures-same-code = No two topics, areas, organisations or municipalities have the same code.
check-ensures-unknown-reference = Whatever is named exists in the map.
check-ensures-ambiguous-sender = No word under senders is both a kind and an organisation.
check-ensures-bad-value = Every value can be read: ages, days, terms, telephone numbers.
check-ensures-empty-responsibility = Every responsibility says something.
check-ensures-reversed = Nothing ends before it begins.
check-ensures-area-cycle = No area lies within itself.
check-ensures-shared-postcode = A postcode stands in one area, and in the areas around it.
check-ensures-missing-contact = Who owns something can be reached.
check-ensures-coordinator-without-contact = Who coordinates can be reached.
check-ensures-unclear-open-point = An open point says what is open, and for which signals.
check-ensures-dispute = No two organisations have agreed to own the same signal.
check-ensures-gap = Somebody has agreed to own every signal.
check-ensures-gap-when-unknown = Also when the age or the place is not known, somebody has agreed to own it.
check-ensures-shadowed = No responsibility always gives way to narrower ones.
check-ensures-outranked = No responsibility always gives way to a higher priority.
check-ensures-duplicate = No organisation has agreed to the same twice.
check-ensures-unowned-topic = Every topic is owned by somebody, for some signal at least.
check-ensures-unheard-sender = Every kind of sender reaches an owner, for some signal at least.
check-ensures-lapsed = No responsibility has passed its last day.
check-ensures-lapsing = No responsibility passes its last day within 60 days, unless the next one stands ready.
check-ensures-unchecked-contact = The contact of owners, coordinators and emergency lines was checked within a year.
check-ensures-unsourced-promise = A promise of its own says where it was agreed.
check-ensures-no-emergency-line = The map names whom to call in danger, for every age at every hour.
check-ensures-open-point-lapsed = No open point has passed its last day.
check-ensures-open-point-idle = Every open point is about a dispute or a gap that is there.

## What another map changes (map diff)
diff-nothing-for-senders = Nothing changes for senders.
diff-same-owners = No signal gets another owner.
diff-kind-owner = Another owner
diff-kind-gap-appears = Gaps that appear
diff-kind-gap-vanishes = Gaps that vanish
diff-kind-dispute-appears = Disputes that appear
diff-kind-dispute-vanishes = Disputes that vanish
diff-kind-norms = The owner stays, the agreement changes
diff-leads = Who takes the lead, when a signal has several of these topics
diff-coordinators = Who coordinates: owns what nobody owns, and decides disputes
diff-contacts = Contacts
diff-others = Also different
diff-nobody = nobody
diff-no-lead = nobody (the owner of the first topic owns it)
diff-disputed = disputed: { $claimants }
diff-or = or, if sooner,
diff-accept = says whether they take it on within: { $change }
diff-feedback = feedback to the sender within: { $change }
diff-level = what the sender may hear: { $change }
diff-level-full = what was done
diff-level-status-only = only that something was done
diff-involved = involved: { $change }
diff-added = new { $what }: { $value }
diff-removed = no longer there, { $what }: { $value }
diff-of = { $what } of { $of }
diff-nothing = nothing
diff-yes = yes
diff-no = no
diff-in-office-hours = in office hours
diff-open = { $count ->
    [one] The open signal that would get another owner
   *[other] Of the { $count } open signals these would get another owner
}
diff-open-none = { $count ->
    [0] There are no open signals.
    [one] The one open signal keeps its owner.
   *[other] All { $count } open signals keep their owner.
}
diff-open-moves-rule = { $id }: { $old } → { $new }
diff-open-moves-gap = { $id }: { $old } → { $new }, as coordinator: nobody owns it
diff-open-moves-dispute = { $id }: { $old } → { $new }, as coordinator: it is disputed
diff-open-unknown = { $id }: stays with { $old }, since the new map does not know { $what }
diff-open-hint = Nothing moves by itself. Once the new map is in use, the coordinator can have it decide again:
diff-open-command = seinhuis reroute { $ids } --reason "…"
fact-map-name = name of the map
fact-timezone = time zone
fact-holidays = Dutch holidays are free
fact-closed-day = day on which nobody works
fact-open-day = day on which is worked
fact-office-hours = office hours
fact-accept-within = general promise to say whether they take it on
fact-feedback-within = general promise of feedback
fact-confirm-within = time for the sender to confirm
fact-escalation-step = alarm
fact-call-in-danger = emergency line
fact-call-in-danger-order = order of the emergency lines
fact-topic = topic
fact-topic-name = name
fact-topic-part-of = topic above
fact-area = area
fact-area-name = name
fact-area-code = municipality code
fact-area-within = area around
fact-postcodes = area
fact-organisation = organisation
fact-organisation-name = name
fact-organisation-kind = kind
fact-phone = telephone
fact-email = e-mail
fact-reachable = hours

## Testing the map

cases-invalid = { $count ->
    [one] The cases have a fault.
   *[other] The cases have { $count } faults.
}
cases-no-such-file = There are no cases at "{ $path }".
cases-none-in-folder = The folder "{ $path }" holds no file that ends in .test.yaml.
cases-hint-format = docs/map-tests.md explains every key.
cases-hint-example = Write down what you agreed, one case for each story; for example:
    cases:
      - name: A mother cries, and the baby is five days old
        signal:
          from: kraamzorg-de-wieg
          topics: [parenting/attachment]
          age: 5 days
          area: waterdam-noord
        expect:
          owner: jgz-waterdam
          feedback_by: 2 working days
tested-all-agreed = { $cases ->
    [one] 1 case, as agreed.
   *[other] { $cases } cases, all as agreed.
}
tested-some-differ = { $cases ->
    [one] The one case is not as agreed.
   *[other] Of { $cases } cases, { $failed ->
        [one] 1 is not as agreed.
       *[other] { $failed } are not as agreed.
    }
}
tested-expected = expected
tested-decided = the map says
tested-because = This is what the map says, and why:
tested-why-not = Why not { $organisation }:
tested-gave-way-to-priority = claims it ({ $place }), but the claim of { $to } has a higher priority
tested-gave-way-to-narrower = claims it ({ $place }), but the claim of { $to } is narrower
tested-claims-it-too = claims it, but is not the only one
tested-does-not-lead = owns { $topic }, but { $owner } leads all topics of the signal together
tested-not-the-first-topic = owns { $topic }, but the first topic of the signal decides
tested-reads-along = reads along, as was agreed with the owner
tested-not-near = nothing that it owns in the map comes near this signal
tested-command = To ask again:
tested-nobody = nobody
tested-no-call = no number
tested-yes = yes
tested-no = no
aspect-owner = owner
aspect-basis = basis
aspect-claimants = claimants
aspect-involved = involved
aspect-involves = involved, at least
aspect-accept_by = accepts by
aspect-feedback_by = feedback by
aspect-level = level
aspect-leads = one leads
aspect-emergency = call first
level-full = full
level-status-only = status only
## The map, shown
map-show-counts = { $organisations } organisations with { $responsibilities } responsibilities. What nobody owns and what is disputed is for { $coordinator }.
map-show-areas = Areas
map-show-organisations = Organisations
map-show-topics = Topics
map-show-coordinator = coordinator { $coordinator }
map-show-owned = { $count ->
    [0] owns nothing
   *[other] owns: { $count }
  }
map-show-more = More: seinhuis map show --area PLACE, --topic TOPIC, --owner ORGANISATION, or --all.
map-show-none = Nothing that is agreed fits this.
map-show-topic = About
map-show-owner = Owner
map-show-for = For
map-show-feedback = Feedback in
map-show-every-topic = every topic
map-show-status-only-within = { $term }, status only
map-show-not-yet = only from { $day }
map-show-lapsed = lapsed: held until and including { $day }
map-show-code = Code
map-show-no-contact = no contact in the map
map-show-checked = Checked on
map-show-coordinates = Coordinates
map-show-whole-map = the whole map
map-show-owns-nothing = It has agreed to own nothing.
map-show-owns = { $count ->
    [one] It has one responsibility:
   *[other] It has { $count } responsibilities:
  }
map-show-promises = says whether they take it on: { $accept }; feedback: { $feedback }
map-show-status-only = the sender hears that something was done, not what
map-show-leads = takes the lead when a signal has several of these topics
map-show-priority = priority { $priority }
map-show-involves = involves: { $organisations }
map-show-involved = It reads along when one of these owns:
term-at-once = at once
term-working-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
term-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
term-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
coverage-all-tried = { $all ->
    [one] The one responsibility of the map was tried in a case.
   *[other] All { $all } responsibilities of the map were tried in a case.
}
coverage-tried = Of { $all } responsibilities, { $tried } were tried in a case. These were not:
coverage-unnamed = No case names: { $topics }.

## The map, drawn
graph-title = Who owns what: { $what }
graph-subtitle = As agreed on { $day }. Map { $digest }.
graph-size = { $topics } topics and { $organisations } organisations.
graph-nobody = Nobody
graph-all-ages = all ages
graph-gap = gap { $ages }
graph-dispute = dispute { $ages }
graph-elsewhere = elsewhere in { $area }
graph-some = sometimes { $ages }
graph-written = The picture is in { $file }. It shows gaps in { $gaps } topics and disputes in { $disputes }.
graph-legend-own = owns, for these ages
graph-legend-leads = owns and leads, where no specialist does
graph-legend-above = as in the topic above
graph-legend-dispute = dispute: several own
graph-legend-gap = gap: nobody owns
graph-legend-cells = Ages run until the birthday. Where a square says no more, all urgencies, senders and hours are meant. "Sometimes": it hangs on urgency, sender or hour.
graph-legend-known = Gaps and disputes are those of signals of which age and place are known. The coordinator owns them until they are settled.
picture-svg = for a browser and for paper
picture-mermaid = for pages that draw it themselves
picture-dot = for Graphviz

## The overview
overview-title = What there is to learn
overview-since = reported from { $day } on
overview-until = reported until { $day }
overview-counted-on = counted on { $day }
overview-empty = No signals were reported that fit this.
overview-gap = Gap: nobody has agreed to own these
overview-dispute = Dispute: several have agreed to own these
overview-no-longer = { $owner }: { $says } (no longer in the map)
overview-other-topics = topics with few signals
overview-how-long = How long until the sender hears
overview-how-long-about = By what was agreed and by topic, in the order of the map. Days are working days, from the report to the first feedback on how it ended.
overview-came-of-it = What came of it
overview-came-of-it-about = What the sender made of the feedback, and what was found.
overview-bounces = Where signals bounce
overview-bounces-about = How they left the first owner that the map named, and why.
overview-became = What turned out to be something else
overview-became-about = From the topic of the report to a topic that was added later.
overview-signals = Signals
overview-days-bar = Days
overview-days = { overview-read-middle }
overview-promised = Promise
overview-late = { overview-read-late }
overview-came-back = Not right
overview-came-back-is = the sender rejected the feedback, or the signal was reopened
overview-something-else = Something else
overview-something-else-is = the feedback says that something else was found
overview-unseen = Not seen
overview-unseen-is = closed without a word of the sender
overview-bounced = Bounced
overview-share-bar = Share
overview-of-signals = Of signals
overview-declined = declined, { $reason }
overview-transfer-taken = taken over by another
overview-assigned = assigned to another
overview-rerouted = given to another by a later map
overview-read = How to read it
overview-read-middle = Middle (half)
overview-read-middle-is = the middle number of days, and between which days half of the signals lie
overview-read-late = Late
overview-read-late-is = feedback after the promised day, or none yet although that day has passed
overview-read-bar = █ ▒ │
overview-read-bar-is = until the middle; until three quarters; the promise
overview-read-few-is = fewer than five, or none
overview-read-nearly-is = all of twenty, or all but fewer than five
overview-read-withheld-is = too few signals to tell
overview-read-about = No total includes what is not told. This is about what was agreed, not about how well anybody works.
overview-page-contents = On this page
overview-page-chart-days = Working days until feedback. { $what }
overview-page-chart-days-row = { $topic }: { $signals } signals. Half have feedback within { $middle } working days, and half lie between { $low } and { $high }. Promised: { $promised }.
overview-page-chart-days-none = { $topic }: { $signals } signals. Too few have feedback to tell how long it took.
overview-page-chart-bounces = Where signals bounce. { $what }
overview-page-chart-bounces-row = { $topic }: { $signals } of { $of }.
overview-page-chart-became = { overview-became }
overview-page-chart-became-row = { $topic }: { $signals } signals.
overview-page-topic = Topic
overview-page-how = How
overview-page-from = Reported as
overview-page-to = Turned out
overview-page-axis = working days
overview-page-too-few = Fewer than five signals: nothing is told of them.
overview-page-legend-half = half of the signals
overview-page-legend-middle = the middle one
overview-page-legend-promise = the promise
overview-page-made = Made by seinhuis from the map “{ $map }” and the register. No names, no words and no single signals stand on it.
overview-written = The page is in { $file }. Open it in a browser; it needs no network.

## Whether the register is sound
verified-sound = The register { $path } is sound: { $signals } { $signals ->
    [one] signal
   *[other] signals
}, { $steps } { $steps ->
    [one] step
   *[other] steps
}. Everything is there as it was recorded.
verified-unsound = Something is wrong with the register { $path }: { $count ->
    [one] 1 thing.
   *[other] { $count } things.
}
verified-more = The first { $count } stand above.
verified-holds = { $path } holds { $signals } { $signals ->
    [one] signal
   *[other] signals
} and { $steps } { $steps ->
    [one] step
   *[other] steps
}, as far as it can be read.
verified-there = The step of receipt { $receipt } is still there.
verified-typed = First see whether the receipt was typed right, and whether it is of this register.
verified-ends = The register ends at step { $steps }. Perhaps an old copy was put back.
verified-keep = Receipt of the last step: { $receipt }
    Keep it. With --receipt { $receipt } you can see later whether everything up to here is still there.
verified-what-now = Record nothing more in this register, and leave the file as it is. Tell who looks after the register. They put a backup back in a new place:
      seinhuis register restore BACKUP --register NEW
    Without a good backup they take over what is sound, into a new register:
      seinhuis register salvage { $path } NEW
finding-heading-kind = Code
finding-heading-place = Where
finding-heading-what = What
finding-row = { $name } { $row }
finding-event = event { $number }
finding-step = step { $number }
finding-damage = the database finds damage
finding-dangling = rows refer to something that is not there
finding-schema-missing = this table, index or trigger is missing
finding-schema-changed = this table, index or trigger is not as it must be
finding-schema-unknown = this does not belong in a register
finding-unreadable = cannot be read
finding-value = holds a value that cannot stand there
finding-no-signal = this signal is not there, but an event of it is
finding-story = it cannot have happened like this
finding-not-allowed = this could not be done, or not by this organisation
finding-standing = the signal does not stand where its events leave it
finding-order = does not stand in the order of recording
finding-step-missing = missing between other steps
finding-seal = is not what was recorded
finding-words = the words are not what was written
finding-words-missing = the words are gone
finding-words-unknown = words stand there that belong to no event
finding-facts = the facts about the person are not what was recorded
finding-facts-missing = the facts about the person are gone
finding-facts-unknown = facts stand there that belong to no event
finding-contact = how to reach the sender is not what was recorded
finding-contact-missing = how to reach the sender is gone
finding-contact-unknown = a contact stands there that belongs to no event
finding-grounds = the reason of a decision is not what was recorded
finding-grounds-missing = the reason of the decision is gone
finding-grounds-unknown = a reason stands there that belongs to no decision
finding-as-was = the name or the phone of the organisation is not what was recorded
finding-as-was-missing = the name of the organisation is gone
finding-as-was-unknown = the name of an organisation stands there that belongs to no event
finding-export = the trace of an export is not what was recorded
finding-export-missing = the trace of an export is gone
finding-receipt-lost = the step of this receipt is not there
finding-receipt-changed = another step stands there than that of this receipt

## Backups, and what is taken over from a damaged register
kept-backup = The backup of { $from } is in { $to }: { $signals } { $signals ->
    [one] signal
   *[other] signals
} and { $steps } { $steps ->
    [one] step
   *[other] steps
}, and everything is sound.
kept-backup-now = Only you can read this file. It holds words about families: keep it safe.
kept-register = The register is in { $to }, from the backup { $from }: { $signals } { $signals ->
    [one] signal
   *[other] signals
} and { $steps } { $steps ->
    [one] step
   *[other] steps
}, and everything is sound.
kept-register-now = What was recorded after the backup is not in it. Receipts from before stay valid.
kept-receipt = Receipt of the last step: { $receipt }
salvaged-taken = Taken over from { $old } into { $new }: { $signals } { $signals ->
    [one] signal
   *[other] signals
} and { $steps } { $steps ->
    [one] step
   *[other] steps
}.
salvaged-left = The signals above were not taken over. Keep the old register; ask the senders to report them again.
salvaged-lost-steps = These steps are gone, and it is not known of which signals: { $steps }.
salvaged-lost-exports = Of these exports with words no trace was taken over: { $exports }.
salvaged-unproven = Of { $count ->
    [one] 1 signal that was taken over
   *[other] { $count } signals that were taken over
} nothing proves that it is unchanged, since a step before it is gone. The story does hold.
salvaged-now = Receipts of the old register do not hold for the new one. { $old } was not changed.
salvaged-heading-left = Not taken over
salvaged-place = place { $place }

## About the register
register-place = Place
register-schema = Schema
register-draft = draft, until the first release
register-trial = trial register
register-engine = Engine
register-size = Size
register-kilobytes = { $count } KiB
register-signals = Signals
register-exports = Exports with words
register-no-exports = never
register-exports-last = { $times ->
    [one] once: { $day }, { $clock }, on behalf of { $by }, { $count ->
        [one] of 1 signal
       *[other] of { $count } signals
    }
   *[other] { $times } times, last on { $day }, { $clock }, on behalf of { $by }, { $count ->
        [one] of 1 signal
       *[other] of { $count } signals
    }
}

## Exports
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
status-words-leave = this export holds what people wrote in { $count ->
    [one] 1 signal
   *[other] { $count } signals
}. The register keeps that it was made, on behalf of { $by }.
error-export-form = Say in which form the signals are to be written.
hint-export-form = Type a file with --output that ends in .xlsx, .csv or .jsonl; or, for another program, --format jsonl or --format csv.
error-register-there = { $path } is there already. Nothing is ever overwritten.
hint-register-there = Give a new name, or first put away what is there, with all that belongs to it (-wal and -shm).
error-register-unsound = Something is wrong with { $path }. Nothing was made.
hint-register-unsound = See what is wrong with seinhuis register verify --register { $path }. Take over what is sound with seinhuis register salvage { $path } NEW.
error-file-exists = { $path } is there already; nothing was written.
hint-file-exists = Choose another name, or remove the file first.
error-words-for-coordinator = What people wrote leaves the register on behalf of the coordinator alone.
hint-words-for-coordinator = Let the coordinator do it (--as { $coordinator }), or leave --with-words out.
error-words-on-screen = What people wrote about families does not go to the screen.
hint-words-on-screen = Write it to a file with --output, or let another program read it: seinhuis export --with-words --format jsonl | program
error-events-are-in-it = --events is for CSV.
hint-events-are-in-it = A workbook, JSON and JSONL always hold the events: leave --events out.
error-too-many-rows = A workbook has no room for { $rows } rows; nothing was written.
hint-too-many-rows = Choose fewer signals, for example with --since; or write .csv or .jsonl, which have no end.

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
unfit-unknown-postcode = This postcode lies in no area of the map.
unfit-unknown-organisation = The map has no such organisation.
unfit-too-many-topics = A signal has at most 12 topics.
unfit-not-an-age = This is no age: write 34, 8m, "5 days" or unborn.
unfit-not-a-choice = Choose one of these: { $names }.
unfit-not-yes-or-no = Write yes or no.
unfit-not-a-moment = Write a moment as 2026-11-23 or 2026-11-23T10:15.
unfit-in-the-future = This moment has yet to come.
unfit-not-an-id = A signal's number is like K7M4-Q2X8.
unfit-discussed-and-why-not = It was discussed with the family, and yet it says why not.
unfit-again = Row { $row } has the same.
unfit-fields = It has { $found } fields under { $expected } headings.
unfit-not-utf-8 = The text is not UTF-8: save the file as "CSV UTF-8".
unfit-not-json = This is no JSON object, from character { $column } on.
unfit-unknown-key = It has a key that is not known.
unfit-repeated-key = It has the same key twice.
unfit-not-a-text = The value is not a text: put it in quotation marks.
unfit-impossible = This history cannot have happened so: it was changed, or is damaged.
unfit-impossible-event = This history cannot have happened so, from event { $event } on: it was changed, or is damaged.
unfit-without-words = The words are missing. Only what was exported with --with-words can be read back.
unfit-id-taken = Another signal has this number already.
unfit-reference-taken = Signal { $id } has this reference already, with other content.
unfit-other-story = This signal is there already, and went on otherwise than this history tells.
error-import-file = The file cannot be imported; nothing was recorded.
error-import-rows = { $count ->
    [one] 1 of { $of } rows cannot be imported; nothing was recorded.
   *[other] { $count } of { $of } rows cannot be imported; nothing was recorded.
 }
error-file-not-read = { $path } cannot be read.
error-rejects-not-named = The good rows were recorded, but the file of the others could not be written.
error-many-not-shown = Signals were recorded, but the answer could not be shown.
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
## Alarms about broken promises
escalate-reason = Taken over automatically: a promise about this signal had been broken for too long.
status-no-escalation = The map has no "escalation": no alarm ever sounds. docs/routes-yaml.md tells how to add one.
hint-alarms-again = Look first with seinhuis escalate --again whether it was recorded, and then do it again: no alarm sounds twice.
label-broken = Late
label-tell = Tell
escalated-none = No new alarm.
escalated-done = { $count ->
    [one] One alarm sounded.
   *[other] { $count } alarms sounded.
}
escalated-would = { $count ->
    [one] One alarm would sound. Nothing was recorded.
   *[other] { $count } alarms would sound. Nothing was recorded.
}
escalated-again = { $count ->
    [0] No alarm sounded today about a signal that is still open.
    [one] One alarm sounded today about a signal that is still open.
   *[other] { $count } alarms sounded today about signals that are still open.
}
escalated-signal = { $id }, reported by { $sender }
escalated-promise = { $promise ->
    [accept] { $owner } would say whether they take it on, by { $day }
    [feedback] { $sender } would hear from { $owner } what was done, by { $day }
   *[confirm] { $sender } would say whether the feedback is right, by { $day }
}
escalated-taken = { $coordinator } takes it over
escalated-no-contact = no contact in the map
escalated-late = { $count ->
    [0] No promise is late.
    [one] A promise is late about one signal: seinhuis list --late --state offered,accepted,answered
   *[other] Promises are late about { $count } signals: seinhuis list --late --state offered,accepted,answered
}
escalated-more = More alarms wait: run it again.
escalation-step = { $after } after { $promise ->
    [accept] the promise to say whether they take it on
    [feedback] the promise of feedback
   *[confirm] the time to confirm
}: told to { $tell }
escalation-takes-over = the coordinator takes it over
map-show-escalation = Alarms

## The manual, and what shells complete
shell-bash = most Linux systems
shell-zsh = macOS
shell-fish = completes by itself
shell-powershell = Windows
man-manual = Manual of seinhuis
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-version = VERSION
man-exit = EXIT STATUS
man-exit-0 = Done, and shown.
man-exit-1 = Failed; nothing was recorded; try again.
man-exit-2 = The command line is not right; nothing was done.
man-exit-3 = Refused by a rule of the work; nothing was recorded.
man-exit-4 = The map is invalid, or a check or test of it failed.
man-exit-5 = There is no such signal.
man-exit-6 = Work is waiting (with --exit-code, from escalate, or rows were turned down).
man-exit-7 = Not known whether it was recorded; the error gives the command to repeat.
man-exit-8 = Recorded, but the answer could not be shown.
man-exit-9 = The register is damaged, newer, or not ours; it was left untouched.
man-written = { $count ->
    [one] There is one page in { $folder }.
   *[other] There are { $count } pages in { $folder }.
}
