reroute-would-move = { $id } would go from { $from } to { $owner }, who would say by { $day } whether they take it on. { $sender } would still hear by { $feedback }.
reroute-stays = { $id } stays with { $owner }: the map of today says the same.
reroute-status-only = { $sender } hears from now on that something is done, not what: the new owner may not say more.
reroute-with-ages = Decided with the ages of { $day }. Are they others by now? seinhuis amend { $id } --age …
reroute-nothing-recorded = Nothing was recorded.
