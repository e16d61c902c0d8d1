## Uitvoer

exported-without-words = In { $file }: { $signals ->
    [one] 1 signaal
   *[other] { $signals } signalen
} met { $events ->
    [one] 1 gebeurtenis
   *[other] { $events } gebeurtenissen
}, zonder wat mensen schreven.
exported-with-words = In { $file }: { $signals ->
    [one] 1 signaal
   *[other] { $signals } signalen
} met { $events ->
    [one] 1 gebeurtenis
   *[other] { $events } gebeurtenissen
}, met wat mensen schreven.
exported-private = Alleen jij kunt dit bestand openen.
exported-remove = Gooi het weg als je het niet meer nodig hebt.
status-words-leave = in deze uitvoer van { $count ->
    [one] 1 signaal
   *[other] { $count } signalen
} staat { $all ->
    [true] alles wat mensen schreven. Het register onthoudt dat hij is gemaakt, namens { $by }, en waarom.
   *[false] wat mensen schreven, voor zover { $by } dat mag lezen. Het register onthoudt dat hij is gemaakt.
}
error-export-form = Zeg in welke vorm de signalen moeten worden geschreven.
hint-export-form = Noem met --naar een bestand dat eindigt op .xlsx, .csv of .jsonl; of, voor een ander programma, --vorm jsonl of --vorm csv.
error-register-there = { $path } bestaat al. Er wordt nooit iets overschreven.
hint-register-there = Geef een nieuwe naam, of zet eerst weg wat er staat, met alles wat erbij hoort (-wal en -shm).
error-register-unsound = Er klopt iets niet in { $path }. Er is niets gemaakt.
hint-register-unsound = Kijk wat er mis is met seinhuis register controleer --register { $path }. Neem over wat in orde is met seinhuis register redden { $path } NIEUW.
error-file-exists = { $path } bestaat al. Er is niets geschreven.
hint-file-exists = Kies een andere naam, of gooi dat bestand eerst weg.
error-words-for-privacy-officer = Alle woorden van alle signalen krijgt alleen de privacyfunctionaris van de kaart.
hint-words-for-privacy-officer = Laat de privacyfunctionaris het doen: --namens { $officer }.
hint-no-privacy-officer = De kaart noemt er geen (privacy_officer), dus niemand krijgt ze.
hint-own-words = Zonder --omdat staan de woorden erin die jouw organisatie mag lezen.
error-words-on-screen = Wat mensen over gezinnen schreven, komt niet op het scherm.
hint-words-on-screen = Schrijf het met --naar in een bestand, of laat een ander programma het lezen: seinhuis uitvoer --met-woorden --vorm jsonl | programma
error-events-are-in-it = --gebeurtenissen is voor CSV.
hint-events-are-in-it = In een werkmap, JSON en JSONL staan de gebeurtenissen altijd: laat --gebeurtenissen weg.
error-too-many-rows = In een werkmap is geen plaats voor { $rows } regels. Er is niets geschreven.
hint-too-many-rows = Kies minder signalen, bijvoorbeeld met --vanaf, of schrijf .csv of .jsonl: daar past alles in.

help-export = Signalen met hun verloop in een bestand: werkmap, CSV of JSONL
help-export-more = Het eind van de naam zegt in welke vorm: .xlsx (een blad met signalen en een met gebeurtenissen), .csv (voor een Nederlandse spreadsheet) of .jsonl (dat leest seinhuis inlezen terug). Het bestand moet nieuw zijn, en alleen jij kunt het lezen. Zonder --naar gaat het naar de standaarduitvoer, in de vorm van --vorm: csv, jsonl of json.

    Zonder filter zijn het alle signalen waarin jouw organisatie een rol heeft, ook die geëindigd zijn, voor zover zij dat mag lezen; voor de coördinator van de kaart alle signalen.

    Wat mensen schreven, hoe je hen bereikt en hun eigen nummers blijven eruit, tenzij je erom vraagt met --met-woorden: dan staat erin wat jouw organisatie mag lezen. Dat wordt gezegd, en het register onthoudt wanneer het gebeurde, namens wie, en van hoeveel signalen. Alle woorden van alle signalen krijgt alleen de privacyfunctionaris van de kaart, met --omdat.

    Voorbeeld: seinhuis uitvoer --vanaf 2026-01-01 --naar signalen.xlsx
help-export--owner = Waarvan deze organisatie de opvolging doet
help-export--sender = Die deze organisatie meldde
help-export--area = In dit gebied, en wat erin ligt
help-export--topic = Over dit onderwerp, en wat eronder valt
help-export--late = Waarvan de afspraak voorbij is
help-export--waiting_for = Die op deze organisatie wachten: om op te pakken, terug te koppelen, te antwoorden, over te nemen, te bevestigen of te sluiten
help-export--not_in_map = Waarvan de kaart van vandaag de eigenaar, het gebied of een leefgebied niet kent
help-export--silent = Waarmee al zoveel werkdagen of langer niets gebeurde
help-export--basis = Die volgens de kaart een gat zijn of betwist, of op grond van een afspraak één eigenaar kregen
help-export--state = Die zo staan; onbeantwoord is aangeboden en opgepakt
help-export--since = Gemeld op of na deze dag: 2026-11-23
help-export--output = In dit nieuwe bestand schrijven: .xlsx, .csv of .jsonl
help-export--events = In CSV een regel voor elke gebeurtenis, niet voor elk signaal
help-export--with_words = Ook wat mensen schreven, voor zover jouw organisatie het mag lezen; het register onthoudt dat je dit deed
help-export--because = Waarom alle woorden van alle signalen nodig zijn, voor de privacyfunctionaris van de kaart; het register onthoudt de reden
