## Checking the map

checked-map = De kaart "{ $name }": { $organisations } organisaties met { $responsibilities } verantwoordelijkheden, { $topics } onderwerpen, { $areas } gebieden.
checked-nothing = Niets gevonden.
checked-found = Gevonden: { $counts }.
checked-unreadable = De kaart kan zo niet worden gebruikt: { $counts }. Is dit verbeterd, controleer hem dan opnieuw: de andere controles volgen dan pas.
checked-skipped = Overgeslagen: { $names }.
check-count-error = { $count ->
    [one] 1 fout
   *[other] { $count } fouten
  }
check-count-warning = { $count ->
    [one] 1 waarschuwing
   *[other] { $count } waarschuwingen
  }
check-count-note = { $count ->
    [one] 1 opmerking
   *[other] { $count } opmerkingen
  }
severity-error = fout
severity-warning = waarschuwing
severity-note = opmerking
check-and = en
check-label-where = Waar
check-label-claims = Claims
check-label-first = Gaat voor
check-label-same = Ook hier
check-label-known = Bekend
check-label-do = Doe dit
check-label-see = Kijk zelf
check-some-signals = sommige signalen · { $topics }
check-some-signals-also-acute = sommige signalen, ook acute · { $topics }
check-every-topic = elk onderwerp
check-more-regions = { $count ->
    [one] en nog 1 deel
   *[other] en nog { $count } delen
  }
check-dispute = { $organisations } hebben ieder afgesproken dit op te volgen.
check-dispute-known = { $organisations } hebben ieder afgesproken dit op te volgen. Dat is bekend, en mag open zijn tot en met { $day }.
check-do-dispute = Spreek samen af wie dit opvolgt. Geef die organisatie dan een hogere voorrang (priority), of maak een van de claims smaller. Tot dan beslist { $coordinator }, signaal voor signaal.
check-gap = Niemand heeft afgesproken dit op te volgen.
check-gap-known = Niemand heeft afgesproken dit op te volgen. Dat is bekend, en mag open zijn tot en met { $day }.
check-do-gap = Spreek af wie dit opvolgt, en schrijf het bij die organisatie onder "owns". Tot dan is { $coordinator } eigenaar.
check-acute-unowned = Er is niet afgesproken wie dit oppakt als het acuut is.
check-do-acute-unowned = Spreek af wie acute signalen hierover opvolgt, en schrijf het onder "owns"; of zet het bij "open_points". Tot dan is { $coordinator } eigenaar.
check-gap-when-age-unknown = Zegt de melder niet hoe oud iemand is, dan heeft niemand afgesproken dit op te volgen.
check-gap-when-place-unknown = Zegt de melder niet in welke wijk of gemeente iemand woont, dan heeft niemand afgesproken dit op te volgen.
check-do-gap-when-unknown = Dit hoeft geen fout te zijn: { $coordinator } is dan eigenaar. Een verantwoordelijkheid zonder "ages" of "areas" geldt ook als de melder dat niet weet.
check-shadowed = Deze verantwoordelijkheid van { $organisations } geldt nooit: een smallere gaat altijd voor.
check-do-shadowed = Haal haar weg, of maak haar anders dan wat voorgaat.
check-outranked = Deze verantwoordelijkheid van { $organisations } geldt nooit: een andere heeft altijd meer voorrang (priority).
check-do-outranked = Haal haar weg, of geef haar een hogere voorrang (priority) dan wat voorgaat.
check-duplicate = { $organisations } heeft ditzelfde al afgesproken: het staat er twee keer.
check-do-duplicate = Houd er een, met de juiste termijnen en bron.
check-unowned-topic = Niemand volgt iets op van het onderwerp "{ $topic }".
check-do-unowned-topic = Spreek af wie dit opvolgt, en schrijf het bij die organisatie onder "owns"; of haal het onderwerp weg. Tot dan is { $coordinator } eigenaar.
check-unheard-sender = Wat { $organisations } meldt, heeft nooit een eigenaar: geen verantwoordelijkheid geldt voor de soort "{ $kind }".
check-do-unheard-sender = Zet de soort "{ $kind }" bij "senders" van wie dit opvolgt, of haal die grens daar weg.
check-lapsed = Deze verantwoordelijkheid van { $organisations } gold tot en met { $day }.
check-do-lapsed = Verleng haar bij "valid_until" als de afspraak doorloopt; haal haar anders weg.
check-lapsing = Deze verantwoordelijkheid van { $organisations } geldt tot en met { $day }. Daarna is er een gat.
check-lapsing-covered = Deze verantwoordelijkheid van { $organisations } geldt tot en met { $day }. Daarna volgt een ander het op.
check-do-lapsing = Vraag of de afspraak doorloopt, en verleng haar bij "valid_until".
check-do-lapsing-covered = Vraag of de afspraak doorloopt. Zo ja, verleng haar bij "valid_until".
check-ending-topic = Het onderwerp { $topic } is er tot en met { $day }, en heeft geen opvolger.
check-ending-area = Het gebied { $areas } is er tot en met { $day }, en heeft geen opvolger.
check-ending-organisation = { $organisations } is er tot en met { $day }, en heeft geen opvolger.
check-do-ending = Zet de code onder "formerly" bij de opvolger. Zonder opvolger gaan de open signalen naar de coördinator van de kaart.
check-never-checked = Niemand heeft vastgelegd dat het contact van { $organisations } klopt.
check-checked-long-ago = Of het contact van { $organisations } klopt, is meer dan een jaar niet nagegaan: voor het laatst op { $day }.
check-checked-in-future = Het contact van { $organisations } zou zijn nagegaan op { $day }, en die dag moet nog komen.
check-do-unchecked-contact = Bel of mail met wat er staat, en schrijf de dag bij "checked_on".
check-word-of-topics = "{ $word }" staat bij meer dan één onderwerp: { $topics }.
check-word-of-areas = "{ $word }" staat bij meer dan één gebied: { $areas }.
check-word-of-organisations = "{ $word }" is de naam van meer dan één organisatie: { $codes }.
check-do-ambiguous-word = Wie dit woord typt, moet nog kiezen; maar is het de code of de naam van één van de twee, dan geldt die. Laat het staan bij één van de twee, of bij geen.
check-do-ambiguous-name = Wie deze naam typt, moet nog kiezen. Geef een van de twee een langere naam.
check-unsourced-promise = { $organisations } belooft hier een termijn, en er staat niet bij waar dat is afgesproken.
check-do-unsourced-promise = Schrijf bij "because" het convenant, de wet of het besluit.
check-accept-after-feedback = { $organisations } belooft hier terugkoppeling vóór de dag waarop ze zeggen of ze het oppakken.
check-map-accept-after-feedback = De kaart belooft terugkoppeling vóór de dag waarop een eigenaar zegt of die het oppakt.
check-do-accept-after-feedback = Maak "accept_within" niet langer dan "feedback_within". Tot dan telt de vroegste dag voor allebei.
check-slow-acute = { $organisations } belooft hier pas na de dag zelf te zeggen of ze een acuut signaal oppakken.
check-map-slow-acute = De kaart geeft eigenaren langer dan de dag zelf om te zeggen of ze een acuut signaal oppakken.
check-do-slow-acute = Schrijf onder "acute": "accept_within: at once", of laat het weg.
check-idle-acute-promise = { $organisations } belooft hier een termijn voor acute signalen, en daar is deze verantwoordelijkheid niet voor.
check-do-idle-acute-promise = Haal "acute" weg, of zet acute bij "urgency".
check-idle-promise = { $organisations } belooft hier een termijn die nooit geldt: deze verantwoordelijkheid is alleen voor acute signalen, en daarvoor telt alleen wat onder "acute" staat.
check-do-idle-promise = Schrijf de termijn onder "acute", of haal die weg.
check-no-own-emergency-line = De kaart noemt geen noodnummer. Alleen 112 wordt nu gezegd.
check-no-emergency-line = Voor { $ages }, { $hours }, noemt de kaart geen noodnummer.
check-do-no-emergency-line = Schrijf bij "emergency" wie er gebeld wordt bij gevaar, ook Veilig Thuis, en laat "ages" en "hours" weg bij een nummer dat altijd geldt.
check-open-point-lapsed = Dit open punt zou uiterlijk { $day } zijn opgelost.
check-do-open-point-lapsed = Los het op en haal dit open punt weg; of spreek een nieuwe dag af en schrijf die bij "until".
check-open-point-idle = Wat dit open punt noemt, is in de kaart niet (meer) zo.
check-do-open-point-idle = Is het opgelost, haal het open punt dan weg. Zo niet, kijk dan of de grenzen kloppen.
check-heading-name = Controle
check-heading-severity = Is een
check-heading-ensures = Let erop dat
checks-skipping = Overslaan kan met --overslaan NAAM. De controles tot en met unclear-open-point kunnen niet worden overgeslagen: zonder die is er geen kaart.
check-ensures-format = Elk bestand is YAML in de vorm van de kaart, en waar bestanden zijn genoemd, zijn die er.
check-ensures-missing-key = Elk woord dat er moet zijn, is er.
check-ensures-given-twice = Wat voor de hele kaart geldt, staat er een keer.
check-ensures-same-code = Geen twee onderwerpen, gebieden, organisaties of gemeenten hebben dezelfde code, en een eerdere code heeft één opvolger.
check-ensures-unknown-reference = Alles wat wordt genoemd, bestaat in de kaart, op de dagen waarop het nodig is.
check-ensures-ambiguous-sender = Geen woord bij senders of levels is een soort en ook een organisatie.
check-ensures-bad-value = Elke waarde is te lezen: leeftijden, dagen, termijnen, telefoonnummers.
check-ensures-empty-responsibility = Elke verantwoordelijkheid zegt iets.
check-ensures-reversed = Niets eindigt voordat het begint.
check-ensures-area-cycle = Geen gebied ligt in zichzelf.
check-ensures-shared-postcode = Een postcode staat in een gebied, en in de gebieden eromheen.
check-ensures-missing-contact = Wie iets opvolgt, is te bereiken.
check-ensures-coordinator-without-contact = Wie coördineert, is te bereiken.
check-ensures-unclear-open-point = Een open punt zegt wat er open is, en om welke signalen het gaat.
check-ensures-dispute = Geen twee organisaties hebben afgesproken hetzelfde signaal op te volgen.
check-ensures-gap = Voor elk signaal heeft iemand afgesproken het op te volgen.
check-ensures-acute-unowned = Voor elk acuut signaal heeft één organisatie afgesproken het op te volgen.
check-ensures-gap-when-unknown = Ook als de leeftijd of de plaats niet bekend is, heeft iemand afgesproken het op te volgen.
check-ensures-shadowed = Geen verantwoordelijkheid wijkt altijd voor smallere.
check-ensures-outranked = Geen verantwoordelijkheid wijkt altijd voor een hogere voorrang.
check-ensures-duplicate = Geen organisatie heeft twee keer hetzelfde afgesproken.
check-ensures-unowned-topic = Elk onderwerp wordt door iemand opgevolgd, al is het voor een deel.
check-ensures-unheard-sender = Elke soort melder vindt een eigenaar, al is het voor een deel.
check-ensures-lapsed = Geen verantwoordelijkheid is voorbij haar laatste dag.
check-ensures-lapsing = Geen verantwoordelijkheid loopt binnen 60 dagen af, tenzij de volgende klaarstaat.
check-ensures-ending = Geen onderwerp, gebied of organisatie eindigt binnen 60 dagen zonder opvolger.
check-ensures-unchecked-contact = Het contact van wie opvolgt, coördineert of een noodnummer heeft, is binnen een jaar nagegaan.
check-ensures-ambiguous-word = Een woord of naam hoort bij één onderwerp, één gebied of één organisatie.
check-ensures-unsourced-promise = Een eigen termijn zegt waar die is afgesproken.
check-ensures-accept-after-feedback = Niemand belooft terugkoppeling vóór de dag waarop ze zeggen of ze het oppakken.
check-ensures-slow-acute = Wie een acuut signaal krijgt, zegt dezelfde dag of die het oppakt.
check-ensures-idle-promise = Elke belofte is voor signalen waar de verantwoordelijkheid voor is.
check-ensures-no-emergency-line = De kaart noemt wie je belt bij gevaar, voor elke leeftijd op elk uur.
check-ensures-open-point-lapsed = Geen open punt is voorbij zijn laatste dag.
check-ensures-open-point-idle = Elk open punt gaat over iets wat er echt is.

help-map-check = Alles vinden wat er mis is met de kaart: betwist, gaten, claims die nooit gelden, oude contacten
help-map-check-more = Bij elke vondst staat waar ze staat, om welke signalen het gaat, wat je kunt doen, en een opdracht die het laat zien. Bij fouten is de afsluitcode 4; met --streng ook bij waarschuwingen.

    Voorbeeld: seinhuis kaart controleer routes.yaml --streng
help-map-check--path = De kaart; anders die van --kaart
help-map-check--list = Vertellen welke controles er zijn en waar elke op let, en niets controleren
help-map-check--allow = Deze controle overslaan; vaker, voor meer controles
help-map-check--strict = Ook bij een waarschuwing afsluiten met code 4
