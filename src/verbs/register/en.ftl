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
register-map = Map
register-no-map = none yet: nothing is recorded
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
