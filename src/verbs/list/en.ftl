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
column-place = Outside the map
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
waits-transfer-end = wait, or end the transfer
waits-family-known = which family?
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
list-unknown-areas = { $count ->
    [one] One signal is of a place that the map of today does not know
   *[other] { $count } signals are of places that the map of today does not know
 }: seinhuis list --not-in-map
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
list-of-colleague = sent by a colleague
