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
    [one] A promise is late about one signal: seinhuis list --as { $coordinator } --late --state offered,accepted,answered
   *[other] Promises are late about { $count } signals: seinhuis list --as { $coordinator } --late --state offered,accepted,answered
}
escalated-more = More alarms wait: run it again.
escalation-step = { $after } after { $promise ->
    [accept] the promise to say whether they take it on
    [feedback] the promise of feedback
   *[confirm] the time to confirm
}: told to { $tell }
escalation-takes-over = the coordinator takes it over
