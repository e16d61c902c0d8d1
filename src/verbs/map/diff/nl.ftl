## Wat een andere kaart verandert (map diff)

diff-nothing-for-senders = Voor melders verandert er niets.
diff-same-owners = Geen signaal krijgt een andere eigenaar.
diff-kind-owner = Een andere eigenaar
diff-kind-gap-appears = Gaten die ontstaan
diff-kind-gap-vanishes = Gaten die verdwijnen
diff-kind-dispute-appears = Wat betwist wordt
diff-kind-dispute-vanishes = Wat niet meer betwist is
diff-kind-norms = De eigenaar blijft, de afspraak verandert
diff-leads = Wie regisseur is, als een signaal meer van deze onderwerpen heeft
diff-coordinators = Wie coördinator is: eigenaar van wat niemand op zich neemt, en beslist bij betwisting
diff-contacts = Contact
diff-others = Ook anders
diff-nobody = niemand
diff-no-lead = niemand (de eigenaar van het eerste onderwerp is eigenaar)
diff-disputed = betwist: { $claimants }
diff-or = of, als dat eerder is,
diff-accept = zegt of ze het oppakken binnen: { $change }
diff-feedback = terugkoppeling aan de melder binnen: { $change }
diff-level = wat de melder mag horen: { $change }
diff-handover = hoe de eigenaar hoort om welk gezin het gaat: { $change }
diff-level-full = wat er is gedaan
diff-level-status-only = alleen dat er iets is gedaan
diff-involved = betrokken: { $change }
diff-added = nieuw, { $what }: { $value }
diff-removed = niet meer, { $what }: { $value }
diff-of = { $what } van { $of }
diff-nothing = niets
diff-yes = ja
diff-no = nee
diff-in-office-hours = op kantooruren
diff-open = { $count ->
    [one] Het open signaal dat een andere eigenaar zou krijgen
   *[other] Van de { $count } open signalen zouden deze een andere eigenaar krijgen
}
diff-open-none = { $count ->
    [0] Er zijn geen open signalen.
    [one] Het ene open signaal houdt zijn eigenaar.
   *[other] Alle { $count } open signalen houden hun eigenaar.
}
diff-open-moves-rule = { $id }: { $old } → { $new }
diff-open-moves-gap = { $id }: { $old } → { $new }, als coördinator: niemand neemt het op zich
diff-open-moves-dispute = { $id }: { $old } → { $new }, als coördinator: het is betwist
diff-open-unknown = { $id }: blijft bij { $old }, want de nieuwe kaart kent dit niet: { $what }
diff-open-hint = Niets verhuist vanzelf. Als de nieuwe kaart in gebruik is, kan de coördinator die opnieuw laten beslissen:
diff-open-command = seinhuis omleiden { $ids } --reden "…"
fact-map-name = naam van de kaart
fact-map-id = id van de kaart
fact-timezone = tijdzone
fact-holidays = Nederlandse feestdagen zijn vrij
fact-closed-day = dag waarop niemand werkt
fact-open-day = dag waarop wordt gewerkt
fact-office-hours = kantooruren
fact-privacy-officer = wie alle woorden mag krijgen
fact-accept-within = algemene afspraak om te zeggen of ze het oppakken
fact-acute-accept-within = algemene afspraak om te zeggen of ze het oppakken als het acuut is
fact-acute-feedback-within = algemene afspraak voor terugkoppeling als het acuut is
fact-feedback-within = algemene afspraak over terugkoppeling
fact-confirm-within = tijd voor de melder om te bevestigen
fact-handover = hoe een eigenaar hoort om welk gezin het gaat
fact-escalation-step = alarm
fact-call-in-danger = noodnummer
fact-call-in-danger-order = volgorde van de noodnummers
fact-topic = onderwerp
fact-topic-name = naam
fact-topic-also = andere woorden
fact-topic-valid-from = eerste dag
fact-topic-valid-until = laatste dag
fact-topic-formerly = eerdere codes
fact-topic-part-of = onderwerp erboven
fact-area = gebied
fact-area-name = naam
fact-area-also = andere namen
fact-area-valid-from = eerste dag
fact-area-valid-until = laatste dag
fact-area-formerly = eerdere codes
fact-area-code = gemeentecode
fact-area-within = gebied eromheen
fact-postcodes = gebied
fact-organisation = organisatie
fact-organisation-name = naam
fact-organisation-kind = soort
fact-organisation-valid-from = eerste dag
fact-organisation-valid-until = laatste dag
fact-organisation-formerly = eerdere codes
fact-phone = telefoon
fact-email = e-mail
fact-reachable = bereikbaar
fact-senders-apart = melders apart gehouden
fact-office = kantoor dat alles leest

help-map-diff = Vertellen wat er voor melders verandert als een andere kaart de plaats van deze inneemt
help-map-diff-more = Voor welke signalen een andere organisatie eigenaar is, welke gaten en betwistingen ontstaan of verdwijnen, welke afspraken en contacten veranderen; vanaf vandaag, en later als dat nu al bekend is. Niets verhuist vanzelf. De afsluitcode is 0, of er nu iets verandert of niet.

    Voorbeeld: seinhuis kaart verschil routes.yaml routes-2027.yaml --open
help-map-diff--old = De kaart zoals die is: een bestand of een map
help-map-diff--new = De kaart zoals die wordt: een bestand of een map
help-map-diff--open = Ook vertellen welke open signalen in het register onder de nieuwe kaart een andere eigenaar zouden krijgen
