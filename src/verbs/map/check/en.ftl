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
check-some-signals-also-acute = some signals, acute ones too · { $topics }
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
check-acute-unowned = It is not agreed who owns this when it is acute.
check-do-acute-unowned = Agree who takes acute signals about this, and write it under "owns"; or admit it under "open_points". Until then { $coordinator } owns them.
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
check-word-of-topics = "{ $word }" stands for more than one topic: { $topics }.
check-word-of-areas = "{ $word }" stands for more than one area: { $areas }.
check-word-of-organisations = "{ $word }" is the name of more than one organisation: { $codes }.
check-do-ambiguous-word = Who types this word has to choose; but when it is the code or the name of one of them, that one is taken. Leave it with one of the two, or with none.
check-do-ambiguous-name = Who types this name still has to choose. Give one of the two a longer name.
check-unsourced-promise = { $organisations } promises a term here, without saying where that was agreed.
check-do-unsourced-promise = Write the covenant, law or decision at "because".
check-accept-after-feedback = { $organisations } promises feedback here before saying whether they take it on.
check-map-accept-after-feedback = The map promises feedback before an owner has to say whether they take it on.
check-do-accept-after-feedback = Make "accept_within" no longer than "feedback_within". Until then the earlier day counts for both.
check-slow-acute = { $organisations } promises here to say only after the day itself whether they take on an acute signal.
check-map-slow-acute = The map gives owners longer than the day itself to say whether they take on an acute signal.
check-do-slow-acute = Write "accept_within: at once" under "acute", or leave it out.
check-idle-acute-promise = { $organisations } promises a term for acute signals here, and this responsibility is not for those.
check-do-idle-acute-promise = Remove "acute", or add acute to "urgency".
check-idle-promise = { $organisations } promises a term here that never holds: this responsibility is for acute signals only, and for those only what stands under "acute" counts.
check-do-idle-promise = Write the term under "acute", or remove it.
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
check-ensures-format = Every file is YAML in the format of the map, and where files are named, those are there.
check-ensures-missing-key = Every key that must be there is there.
check-ensures-given-twice = What holds for the whole map is given once.
check-ensures-same-code = No two topics, areas, organisations or municipalities have the same code, and a former code has one heir.
check-ensures-unknown-reference = Whatever is named exists in the map, on the days on which it is needed.
check-ensures-ambiguous-sender = No word under senders or levels is both a kind and an organisation.
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
check-ensures-acute-unowned = One organisation has agreed to own every acute signal.
check-ensures-gap-when-unknown = Also when the age or the place is not known, somebody has agreed to own it.
check-ensures-shadowed = No responsibility always gives way to narrower ones.
check-ensures-outranked = No responsibility always gives way to a higher priority.
check-ensures-duplicate = No organisation has agreed to the same twice.
check-ensures-unowned-topic = Every topic is owned by somebody, for some signal at least.
check-ensures-unheard-sender = Every kind of sender reaches an owner, for some signal at least.
check-ensures-lapsed = No responsibility has passed its last day.
check-ensures-lapsing = No responsibility passes its last day within 60 days, unless the next one stands ready.
check-ensures-unchecked-contact = The contact of owners, coordinators and emergency lines was checked within a year.
check-ensures-ambiguous-word = A word or name stands for one topic, one area or one organisation.
check-ensures-unsourced-promise = A promise of its own says where it was agreed.
check-ensures-accept-after-feedback = Nobody promises feedback before saying whether they take it on.
check-ensures-slow-acute = Whoever gets an acute signal says on the same day whether they take it on.
check-ensures-idle-promise = Every promise is for signals that its responsibility is for.
check-ensures-no-emergency-line = The map names whom to call in danger, for every age at every hour.
check-ensures-open-point-lapsed = No open point has passed its last day.
check-ensures-open-point-idle = Every open point is about a dispute or a gap that is there.
