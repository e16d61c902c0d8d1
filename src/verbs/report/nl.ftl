## Questions

prompt-sender = Voor welke organisatie werk je?
prompt-topic = Waar gaat het over?
prompt-about-whom = Om wie gaat het? Leeftijd en postcode:
prompt-help-about-whom = bijvoorbeeld: 34, 3012    5 dagen, 3012    weet je het niet: ?
prompt-youngest = Jongste kind in huis?
prompt-help-youngest = een leeftijd, of: geen. Weet je het niet: Enter
prompt-urgency = Hoe snel moet er iets gebeuren?
prompt-urgency-acute = nu: er is gevaar
prompt-urgency-urgent = binnen een paar dagen
prompt-urgency-normal = gewoon
prompt-urgency-fyi = alleen zodat jullie het weten
prompt-seen = Wat heb je gezien of gehoord?
prompt-discussed = Heb je dit met het gezin besproken?
prompt-why-not-discussed = Waarom niet, in een paar woorden?
prompt-why-without-consent = Waarom meld je het toch, in een paar woorden?
prompt-help-why-not-discussed = Enter is klaar, Esc stopt; leeg gaat terug naar de keuze. Geen namen, geen geboortedatum, geen BSN.
status-remember-as = Niet meer vragen? seinhuis instellingen zet as { $organisation }

help-report = Een signaal vastleggen, en meteen horen wie de opvolging doet
help-report-more = Zegt wie eigenaar is, waarom, hoe je hen bereikt en wanneer je hoort wat ermee is gedaan. In een terminal vraagt het wat nog ontbreekt.
    Schrijf wat je zag, niet wie het zijn: geen namen, geen geboortedatum, geen BSN. Wat je achter een optie typt, kan in de geschiedenis van je terminal blijven staan; met - wordt het uit standaardinvoer gelezen, of laat het programma het vragen.

    Nu gevaar? Bel eerst 112, of Veilig Thuis 0800-2000.

    Voorbeeld: seinhuis meld --onderwerp parenting --leeftijd "5 dagen" --gebied 3012 --besproken --gezien -
help-report--topic = Waar het over gaat: een of meer onderwerpen, het belangrijkste eerst
help-report--age = De leeftijd van de persoon om wie het gaat: 34, 8m, "5 dagen", ongeboren; laat weg als je het niet weet
help-report--area = Waar die persoon staat ingeschreven: een postcode (alleen de 4 cijfers tellen), een gebied of gemeente
help-report--youngest = De leeftijd van het jongste kind in huis, of: geen; laat weg als je het niet weet
help-report--before = De dag waarop er iets gaat gebeuren, zoals een uitzetting: je hoort het ervoor
help-report--urgency = Hoe snel er iets moet gebeuren
help-report--seen = Wat je zag of hoorde: feiten, in je eigen woorden
help-report--edit = De editor openen voor wat je zag
help-report--goes_well = Wat goed gaat
help-report--helpers = Wie er al helpt
help-report--own_words = Hoe de bewoner het zelf zegt
help-report--discussed = Je hebt dit signaal met het gezin besproken
help-report--not_discussed = Je hebt het niet met het gezin besproken, om deze reden
help-report--consent = Of het gezin het ermee eens is; niet gevraagd als je dit weglaat. Alleen samen met --besproken
help-report--because = Waarom je het toch meldt als het gezin het er niet mee eens is. Alleen samen met --toestemming nee
help-report--contact = Hoe de eigenaar jou bereikt; anders het contact van je organisatie
help-report--reference = Het nummer uit je eigen systeem: twee keer hetzelfde wordt één keer vastgelegd
help-report--told = Je hebt de eigenaar verteld over welk gezin het gaat
help-report--id = Het nummer van het signaal, om een melding te herhalen waarvan je niet weet of die is vastgelegd

## The answer

report-recorded = Signaal { $id } is vastgelegd.
report-already = Signaal { $id } was al vastgelegd. Er is niets opnieuw vastgelegd. Het is nu: { $state }.
report-story = Wat er is gebeurd: seinhuis toon { $id }
report-other-reason = Waarom dit de eigenaar van { $id } is, is vastgelegd door een ander programma of een latere versie. Het staat in: seinhuis toon { $id } --vorm json
report-no-message-call = Ze krijgen geen bericht: bel ze, of ze zien het in hun lijst.
report-no-message-say = Ze krijgen geen bericht: doe wat bij Bereikbaar staat.
report-no-message = Ze krijgen geen bericht: ze zien het in hun lijst.
route-nothing-recorded = Er is niets vastgelegd. Dit zou de eigenaar zijn.
