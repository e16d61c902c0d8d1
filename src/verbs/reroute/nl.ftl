## Rerouting

reroute-would-move = { $id } zou van { $from } naar { $owner } gaan; die zou uiterlijk { $day } laten weten of ze het oppakken. { $sender } zou nog steeds uiterlijk { $feedback } iets horen.
reroute-stays = { $id } blijft bij { $owner }: de kaart van nu zegt hetzelfde.
reroute-status-only = { $sender } hoort voortaan dát er iets is gedaan, niet wat: meer mag de nieuwe eigenaar niet zeggen.
reroute-with-ages = Beslist met de leeftijden van { $day }. Zijn die intussen anders? seinhuis aanpassen { $id } --leeftijd …
reroute-nothing-recorded = Er is niets vastgelegd.

help-reroute = De kaart opnieuw laten beslissen over open signalen (coördinator)
help-reroute-more = Voor na een wijziging van de kaart: niets verhuist vanzelf. De nieuwe eigenaar krijgt het signaal aangeboden en laat weten of ze het oppakt; de afspraak met de melder blijft. Een signaal waarvoor de kaart dezelfde eigenaar noemt, blijft waar het is. Van meerdere signalen gaan ze allemaal, of geen.

    Voorbeeld: seinhuis omleiden K7M4 9F3R --reden "De wijkteams doen dit sinds 1 januari"
help-reroute--ids = De nummers van de signalen, of de eerste vier tekens ervan
help-reroute--reason = Waarom de kaart opnieuw beslist; - leest standaardinvoer
help-reroute--edit = { help-reopen--edit }
help-reroute--dry_run = Alleen laten zien wat er zou verhuizen, en niets vastleggen
