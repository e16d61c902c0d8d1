## Alarms about broken promises

escalate-reason = Automatisch overgenomen: een afspraak over dit signaal was te lang voorbij.
status-no-escalation = Op de kaart staat geen "escalation": er gaat nooit een alarm. docs/routes-yaml.md vertelt hoe het erop komt.
hint-alarms-again = Kijk eerst met seinhuis alarmeren --nog-eens of het is vastgelegd, en doe het daarna opnieuw: geen alarm gaat twee keer.
label-broken = Te laat
label-tell = Bericht aan
escalated-none = Er is geen nieuw alarm.
escalated-done = { $count ->
    [one] Er is één alarm gegeven.
   *[other] Er zijn { $count } alarmen gegeven.
}
escalated-would = { $count ->
    [one] Er zou één alarm worden gegeven. Er is niets vastgelegd.
   *[other] Er zouden { $count } alarmen worden gegeven. Er is niets vastgelegd.
}
escalated-again = { $count ->
    [0] Vandaag is er geen alarm gegeven over een signaal dat nog open is.
    [one] Vandaag is één alarm gegeven over een signaal dat nog open is.
   *[other] Vandaag zijn { $count } alarmen gegeven over signalen die nog open zijn.
}
escalated-signal = { $id }, gemeld door { $sender }
escalated-promise = { $promise ->
    [accept] { $owner } zou zeggen of ze het oppakken, uiterlijk { $day }
    [feedback] { $sender } zou van { $owner } horen wat ermee is gedaan, uiterlijk { $day }
   *[confirm] { $sender } zou zeggen of de terugkoppeling klopt, uiterlijk { $day }
}
escalated-taken = { $coordinator } neemt het over
escalated-no-contact = geen contact op de kaart
escalated-late = { $count ->
    [0] Geen enkele afspraak is te laat.
    [one] Over één signaal is een afspraak te laat: seinhuis lijst --namens { $coordinator } --te-laat --stand aangeboden,opgepakt,beantwoord
   *[other] Over { $count } signalen is een afspraak te laat: seinhuis lijst --namens { $coordinator } --te-laat --stand aangeboden,opgepakt,beantwoord
}
escalated-more = Er wachten nog meer alarmen: doe het opnieuw.
escalation-step = { $after } na { $promise ->
    [accept] de afspraak om te zeggen of ze het oppakken
    [feedback] de afspraak om terug te koppelen
   *[confirm] de tijd om te bevestigen
}: bericht aan { $tell }
escalation-takes-over = de coördinator neemt het over

help-escalate = Alarm geven over afspraken die te laat zijn: de nachtelijke taak
help-escalate-more =
    Op de kaart staat wanneer er een alarm gaat, wie bericht krijgt, en wanneer de coördinator een signaal overneemt ("escalation"). Elke stap gaat één keer per afspraak, hoe vaak dit ook draait. Het werkt namens de coördinator van elk signaal, dus zonder --namens. Het verstuurt zelf niets: het zegt wie bericht moet krijgen en hoe je hen bereikt, als JSONL of CSV een regel per bericht. Nooit een woord over een gezin.

    Is het antwoord verloren gegaan (afsluitcode 7 of 8), dan vertelt --nog-eens het nog een keer.

    De afsluitcode is 6 als een afspraak te laat is en iemand iets moet doen, en 0 als er niets te laat is.

    Voorbeeld: seinhuis alarmeren --vorm jsonl
help-escalate--dry_run = Alleen laten zien welke alarmen er zouden gaan; niets vastleggen
help-escalate--again = Nog een keer vertellen welke alarmen vandaag zijn gegeven over signalen die nog open zijn; niets vastleggen
