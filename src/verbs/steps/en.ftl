step-accept = { $by } has taken on { $id }. { $sender } hears what was done with it by { $feedback }.
step-family-known = { $other } knows which family { $id } is about.
step-decline = { $by } has declined { $id }: { $reason }. It goes to { $owner }, who says by { $day } whether they take it on. { $sender } still hears by { $feedback }.
step-decline-claim = { $by } does not claim { $id }: { $reason }. { $owner } still owns it, and { $by } goes on reading it.
step-transfer-propose = { $by } has asked { $other } to take over { $id }. Until they take it, { $owner } owns it.
step-transfer-take = { $by } has taken over { $id }. { $sender } still hears what was done with it by { $feedback }.
step-transfer-refuse = { $by } does not take over { $id }. { $owner } still owns it.
step-transfer-end = { $by } asks nobody any longer to take over { $id }. { $owner } owns it.
step-assign = { $by } has assigned { $id } to { $other }, who says by { $day } whether they take it on. { $sender } still hears by { $feedback }.
step-reroute = { $by } had the map decide again about { $id }. It goes from { $from } to { $owner }, who says by { $day } whether they take it on. { $sender } still hears by { $feedback }.
step-involve = { $other } can now read { $id } and add to it. { $owner } still owns it.
step-uninvolve = { $other } can no longer read { $id }.
step-ask = { $by } has put a question to { $other } about { $id }. The promise runs on: feedback by { $feedback }.
step-reply = { $by } has replied to { $id }.
step-amend = The topics of { $id } are changed. { $owner } still owns it, and { $sender } sees what it turned out to be.
step-feedback-interim = { $by } has told { $sender } how far { $id } is. The end of it follows by { $feedback }.
step-feedback = { $by } has told { $sender } what became of { $id }. { $sender } has until { $day } to say whether it is right.
step-feedback-status-only = { $by } has told { $sender } that something was done with { $id }. { $sender } has until { $day } to say whether it is right.
step-heard = { $by } has recorded what they were told about { $id }. { $owner } has until { $day } to say whether it is right.
step-confirm = { $by } finds the feedback on { $id } right. The signal is closed.
step-reject = { $by } finds the feedback on { $id } not right. { $owner } takes it up again; feedback by { $feedback }.
step-close = { $id } is closed. { $sender } has not confirmed the feedback; that stays visible.
step-reopen = { $id } is taken up again by { $owner }. { $sender } hears by { $feedback }.
step-withdraw = { $by } has taken back { $id }.
step-escalate = An alarm was sounded about { $id }.

## Questions

prompt-question = What do you want to know?
prompt-reply = What is your reply?
prompt-reject = What is not right?
prompt-feedback = What may the sender know of what was done?
prompt-outcome = What became of it?
prompt-handed-to = To whom was it handed over?
prompt-help-handed-to = An organisation, or words such as "the GP" · Esc stops
prompt-channel = How do you tell the sender?
status-nothing-to-write = The sender of { $id } may only hear that something is done, not what. So you need to write nothing.
