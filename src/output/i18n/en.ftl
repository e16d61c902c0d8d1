## Labels

label-error = error:
label-cause = because:
label-hint = hint:
label-warning = warning:
label-follow-up = Follow-up
label-reach = Reach
label-because = Because
label-involved = Involved
or = or
yes = yes
no = no
discussed-agreed = yes, and they agree
discussed-not-agreed = yes, but they do not agree
consent-yes = yes
consent-no = no
consent-not-asked = not asked
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
criterion-youngest = the youngest child in the home
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
outcome-informed = told that something is done
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
party-claimant = the organisation that claims it
party-answerer = who recorded the answer
party-confirmer = who says whether the answer is right
party-author = who took the last step
part-seen = Seen:
part-goes-well = Goes well:
part-helpers = Already helps:
part-own-words = In their own words:
part-why-not-discussed = Not discussed, because:
part-handed-to = To:
part-why-without-consent = Reported all the same, because:
not-needed-email = Your text seems to hold an e-mail address. It is not needed here.
not-needed-phone = Your text seems to hold a telephone number. It is not needed here.
not-needed-date = Your text seems to hold a date. A birth date is not needed here.
age-unborn = unborn
age-year-letter = y
age-unknown = age unknown
youngest-unknown = no child in the home, or not known
area-unknown = place unknown
place-outside = { $postcode } (outside the map)
contact-always = day and night

## The decision

limit-topic = { $values }
limit-age = age { $values }
limit-youngest = youngest child in the home { $values }
limit-area = { $values }
limit-urgency = { $values }
limit-sender = from { $values }
limit-hours = { $values }
limits-none = for every signal
promise-accept = They say whether they take it on by
promise-feedback = You hear what was done with it by
handover-call = { $owner } does not know yet which family this is. Call { $reach } and name { $id }.
handover-email = { $owner } does not know yet which family this is. Ask them to call you, by e-mail to { $reach }: name { $id } and no family.
handover-would-call = { $owner } hears from you which family it is: you call { $reach }.
handover-would-email = { $owner } hears from you which family it is: you ask them to call you, by e-mail to { $reach }.
handover-way-call = the sender calls and tells which family it is
handover-way-form = the sender tells in a form which family it is
handover-way-none = the owner knows which family it is
plainly-gap = Nobody has agreed to own this. The coordinator ({ $coordinator }) owns it and finds out who will.
plainly-gap-as-told = With what is known now, there is nobody who has agreed to own this. The coordinator ({ $coordinator }) owns it and finds out who will.
plainly-near = These came near:
    { $near }
plainly-outside = Postcode { $postcode } lies outside the map: nobody has agreed about it here. The coordinator ({ $coordinator }) owns it and finds out whose it is. Is the postcode right?
plainly-dispute = Several organisations have agreed to own this: { $claimants }. The coordinator ({ $coordinator }) decides, and owns it until then.
plainly-status-only = You will hear that something is done with it, not what: the owner may not say more.
plainly-topic-gaps = Nobody has agreed to own this part: { $topics }. The coordinator ({ $coordinator }) reads along and finds out who will.
plainly-would-help = You left something open. It would be surer with: { $criteria }. Once you know it, tell the owner: seinhuis reply.
near-limit = only { $limit }
near-unknown = only { $limit }, and that is not known here
near-not-yet = from { $day }
near-lapsed = until { $day }
receipt = Receipt { $receipt }: proof that this is recorded
emergency-heading = Danger now? Call first:
emergency-topic-heading = Call about this first:
emergency-closed-now = { $hours }; closed now
emergency-call-too = Recording this is not enough. Call:
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
region-several-of = several topics together: { $topics }
region-area-known = any place
region-age-known = any age
region-youngest-known = a child in the home
region-or-area-unknown = { $areas } or place unknown
region-or-age-unknown = { $ages } or age unknown
region-or-youngest-unknown = { $ages }, or none, or not known
region-not = not { $what }
region-more = { $named } and { $count } more
region-from = from { $day }
region-until = until and including { $day }

## Terms

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
promise-late = ({ $days ->
    [0] late
    [one] 1 working day late
   *[other] { $days } working days late
  })
