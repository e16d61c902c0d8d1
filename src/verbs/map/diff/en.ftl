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
diff-handover = how the owner hears which family it is: { $change }
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
fact-privacy-officer = who may be given all words
fact-accept-within = general promise to say whether they take it on
fact-acute-accept-within = general promise to say whether they take it on, when it is acute
fact-acute-feedback-within = general promise of feedback, when it is acute
fact-feedback-within = general promise of feedback
fact-confirm-within = time for the sender to confirm
fact-handover = how an owner hears which family it is
fact-escalation-step = alarm
fact-call-in-danger = emergency line
fact-call-in-danger-order = order of the emergency lines
fact-topic = topic
fact-topic-name = name
fact-topic-also = other words
fact-topic-part-of = topic above
fact-area = area
fact-area-name = name
fact-area-also = other names
fact-area-code = municipality code
fact-area-within = area around
fact-postcodes = area
fact-organisation = organisation
fact-organisation-name = name
fact-organisation-kind = kind
fact-phone = telephone
fact-email = e-mail
fact-reachable = hours
