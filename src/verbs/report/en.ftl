prompt-sender = Which organisation do you work for?
prompt-topic = What is it about?
prompt-about-whom = About whom? Age and postcode:
prompt-help-about-whom = for example: 34, 3012    5 days, 3012    not known: ?
prompt-youngest = Youngest child in the home?
prompt-help-youngest = an age, or: none. Not known: Enter
prompt-urgency = How soon must something happen?
prompt-urgency-acute = now: there is danger
prompt-urgency-urgent = within days
prompt-urgency-normal = the usual time
prompt-urgency-fyi = only so that you know
prompt-seen = What did you see or hear?
prompt-discussed = Did you discuss this with the family?
prompt-why-not-discussed = Why not, in a few words?
prompt-why-without-consent = Why do you report it all the same, in a few words?
prompt-help-why-not-discussed = Enter is done, Esc stops; empty goes back to the choice. No names, no birth date, no BSN.
status-remember-as = Not to be asked again: seinhuis config set as { $organisation }

## The answer

report-recorded = Signal { $id } recorded.
report-already = Signal { $id } had been recorded before. Nothing was recorded again. It is now: { $state }.
report-story = What has happened: seinhuis show { $id }
report-other-reason = Why this is the owner of { $id } was recorded by another program or a later version. It stands in: seinhuis show { $id } --format json
report-no-message-call = They get no message: call them, or they see it in their list.
report-no-message-say = They get no message: do what stands under Reach.
report-no-message = They get no message: they see it in their list.
route-nothing-recorded = Nothing was recorded. This is who would own it.
