show-heading = Signal { $id }: { $state }
show-own-part = You read what you wrote and what you were asked. More may not be told.
show-proposal = You read why you are asked to take it over. The other words are read by the sender, the owner and those involved.
show-without-words = The words are read by the sender, the owner and those involved.
show-next = You can now:
promise-now-accept = { $day }: they say whether they take it on
promise-now-feedback = { $day }: feedback to the sender
promise-now-confirm = { $day }: the sender says whether the feedback is right
promise-now-confirm-heard = { $day }: the owner says whether that is what was told
promise-confirmed = kept: the feedback was seen and is right
promise-unconfirmed = feedback was given; it was not confirmed
promise-withdrawn = the sender took the signal back
event-reported = { $by } sent the signal. { $basis ->
    [agreed] Follow-up: { $to }.
   *[other] Follow-up: { $to }, as coordinator ({ $basis }).
  }
event-accepted = { $by } took it on.
event-family-known = { $to } knows which family it is about.
event-declined = { $by } declined: { $reason }. It went to { $to }.
event-claim-declined = { $by } does not claim it: { $reason }.
event-transfer-proposed = { $by } asked { $to } to take it over.
event-transfer-taken = { $by } took it over.
event-transfer-refused = { $by } did not take it over.
event-transfer-ended = { $by } asked nobody any longer to take it over.
event-taken-over = { $by } took it over.
event-assigned = { $by } assigned it to { $to }.
event-rerouted = { $by } had the map decide again. { $basis ->
    [agreed] Follow-up: { $to }.
   *[other] Follow-up: { $to }, as coordinator ({ $basis }).
  }
event-involved = { $by } involved { $to }.
event-uninvolved = { $by } no longer involves { $to }.
event-asked = { $by } asked { $to } (question { $number }).
event-replied = { $question ->
    [0] { $by } added something.
   *[other] { $by } replied to question { $question }.
  }
event-amended = { $by } changed the topics: { $topics }.
event-corrected = { $by } put right: { $what }.
event-corrected-to = { $by } put right: { $what }. Follow-up: { $to }.
corrected-age = age { $now } (was { $was })
corrected-youngest = { $now } (was { $was })
corrected-area = { $now } (was { $was })
corrected-urgency = { $now } (was { $was })
corrected-before = before { $now } (was { $was })
fact-unknown = not known
event-feedback-interim = { $level ->
    [status-only] { $by } told the sender that it is being worked on ({ $channel }). More may not be told.
   *[other] { $by } told the sender how far it is ({ $channel }).
  }
event-feedback-final = { $level ->
    [status-only] { $by } told the sender ({ $channel }): { $outcome }. More may not be told.
   *[other] { $by } told the sender ({ $channel }): { $outcome }.
  }
event-heard = { $by } recorded what they were told ({ $channel }): { $outcome }.
event-answered = The sender had feedback ({ $channel }). More may not be told.
event-by-owner-then = The owner of that day
event-confirmed = { $by } says that it is right.
event-rejected = { $by } says that it is not right. New promise: { $feedback_by }.
event-rejected-to = { $by } says that it is not right. Follow-up: { $to }. Promise: { $feedback_by }.
event-closed-unconfirmed = { $by } closed it; nobody said whether it is right.
event-reopened = { $by } had it taken up again. New promise: { $feedback_by }.
event-reopened-to = { $by } had it taken up again. Follow-up: { $to }. New promise: { $feedback_by }.
event-withdrawn = { $by } took the signal back.
event-undone = { $by } undid: { $what }.
event-crossed-out = Undone: { $event }
event-coordinator-changed = { $coordinator } coordinates this from now on, by the map of that day.
event-imported = { $by } brought in this signal from another register, with all that had happened.
event-escalated = { $promise ->
    [accept] Alarm: by { $promised } the owner had not said whether they take it on.
    [feedback] Alarm: by { $promised } the sender had not heard what was done.
   *[confirm] Alarm: by { $promised } nobody had said whether the feedback is right.
}{ $count ->
    [0] {""}
   *[other] {" "}Told: { $told }.
  }
next-accept = seinhuis accept { $id }  take it on
next-family-known = seinhuis family-known { $id }  say that the family is known
next-decline = seinhuis decline { $id } --reason …  say that it is not for you
next-decline-claim = seinhuis decline { $id } --reason …  say that you do not claim it
next-transfer-propose = seinhuis transfer propose { $id } --to …  ask another to take it over
next-transfer-take = seinhuis transfer take { $id }  take it over
next-transfer-refuse = seinhuis transfer refuse { $id }  leave it with its owner
next-transfer-end = seinhuis transfer end { $id }  ask nobody any longer
next-assign = seinhuis assign { $id } --to …  decide who owns it
next-reroute = seinhuis reroute { $id } --reason …  let the map of today decide again
next-involve = seinhuis involve { $id } --organisation …  let another read and add
next-uninvolve = seinhuis involve { $id } --end --organisation …  let another read no longer
next-ask = seinhuis ask { $id }  put a question
next-reply = seinhuis reply { $id }  reply, or add something
next-amend = seinhuis amend { $id } --add …  add a topic
next-correct = seinhuis amend { $id } --age …  put age, place or urgency right
next-feedback-interim = seinhuis feedback { $id } --interim  tell how far it is
next-feedback = seinhuis feedback { $id }  tell what became of it
next-heard = seinhuis heard { $id }  record what you were told
next-confirm = seinhuis confirm { $id }  say that it is right
next-reject = seinhuis reject { $id }  say that it is not right
next-close = seinhuis close { $id }  close it without confirmation
next-reopen = seinhuis reopen { $id }  have it taken up again
next-withdraw = seinhuis withdraw { $id }  take it back
next-undo = seinhuis undo { $id }  undo your last step
next-escalate = seinhuis escalate  sound the next alarm

## The heading

label-about = About
label-sender = Sent by
label-reference = Reference
label-discussed = Discussed with the family
label-question = Question
question-waits = question { $number } waits for { $of }
label-proposed = Asked to take it over
label-family = Which family
family-unknown = { $owner } does not know yet
label-promise = Promise
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
youngest-none = no child in the home
ages-of = ages of { $day }
before-day = before { $day }
