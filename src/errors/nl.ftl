## YAML-bestanden

yaml-too-large = Het bestand is groter dan { $mib } MiB; meer wordt niet gelezen.
yaml-not-text = Vanaf hier is het bestand geen tekst: sla het op als UTF-8.
yaml-empty = Er staat niets in het bestand.
yaml-unknown-key = Het woord "{ $word }" is hier onbekend.
yaml-known-keys = Wel bekend: { $known }.
yaml-missing-key = Hier ontbreekt "{ $key }".
yaml-repeated-key = "{ $key }" staat hier voor de tweede keer.
yaml-repeated-key-unnamed = Hetzelfde woord staat hier voor de tweede keer.
yaml-expected-list = Hier hoort een lijst, tussen haken: [een, twee].
yaml-expected-mapping = Hier horen woorden met een waarde, zoals "name: waarde".
yaml-expected-text = Hier hoort een woord of tekst.
yaml-expected-truth = Hier hoort true (waar) of false (onwaar).
yaml-expected-number = Hier hoort een heel getal.
yaml-expected-text-or-translations = Hier hoort een tekst, of een per taal: {"{"}nl: …, en: …{"}"}.
yaml-unknown-choice = "{ $word }" kan hier niet worden gekozen.
yaml-tab = Hier staat een tab: spring in met spaties.
yaml-indentation = Deze regel begint op de verkeerde plaats: zet hem recht onder de regels waar hij bij hoort.
yaml-second-colon = Hier staat een tweede dubbele punt: zet de tekst tussen aanhalingstekens, of begin de regel waar de andere beginnen.
yaml-no-colon = Er ontbreekt een dubbele punt: een regel is "woord: waarde" of "- onderdeel".
yaml-bracket = Hier of vlak hierboven is een haak of accolade niet gesloten, of nooit geopend.
yaml-no-comma = Er ontbreekt een komma tussen twee onderdelen.
yaml-quote = Een aanhalingsteken is niet gesloten.
yaml-after-quote = Er staat nog iets na het laatste aanhalingsteken.
yaml-escape = Tussen dubbele aanhalingstekens heeft de backslash een betekenis: gebruik enkele, of schrijf hem twee keer.
yaml-unexpected-character = Een waarde kan niet beginnen met "{ $character }": zet haar tussen aanhalingstekens.
yaml-several-documents = Hier begint een tweede document (---): in een bestand staat er één.
yaml-unknown-tag = Het label "{ $tag }" is onbekend.
yaml-merge-key = Samenvoegen met << kan hier niet: schrijf alles uit.
yaml-unknown-anchor = Dit verwijst (*) naar een naam die nog niet is gegeven (&).
yaml-over-limit = Dit is dieper genest of vaker herhaald dan het programma toestaat.
yaml-too-many = Er staan er meer dan { $most } in één lijst of onder één woord: meer wordt niet gelezen.
yaml-other = Dit is geen geldige YAML: { $detail }.

## De kaart

map-invalid = { $count ->
    [one] In de kaart zit een fout.
   *[other] In de kaart zitten { $count } fouten.
}
map-more = { $count ->
    [one] En nog één.
   *[other] En nog { $count }.
}
map-did-you-mean = Bedoel je "{ $word }"?
map-choices = Kies uit: { $choices }.
map-hint-format = docs/routes-yaml.md legt elk woord van de kaart uit.
map-hint-routes = Noem de kaart met --kaart, of met SEINHUIS_ROUTES.
map-no-such-file = Er is geen kaart op "{ $path }".
map-no-permission = Je mag "{ $path }" niet lezen.
map-no-yaml-in-folder = In de map "{ $path }" staat geen bestand dat eindigt op .yaml of .yml.
map-unreadable = "{ $path }" kan niet worden gelezen: { $reason }.
map-too-large = De kaart is groter dan { $mib } MiB; meer wordt niet gelezen.
map-link-to-nowhere = "{ $path }" is een koppeling die nergens heen gaat.
map-empty-file = Er staat niets in dit bestand. Schrijf erin wat is afgesproken, of haal het weg: wie niets heeft afgesproken, heeft geen bestand nodig.
map-file-not-there = Het bestand "{ $file }" staat niet in de map. Zet het terug, of haal de naam weg bij "files".
map-file-beside-the-map = De kaart is dit bestand alleen, en hier staat ook "{ $file }". Zet dat bestand ernaast en geef de map op (--kaart), of haal de naam weg bij "files".
map-file-without-end = De laatste regel van dit bestand is niet "...". Is het bestand compleet? Schrijf die regel er dan onder: elk bestand van deze kaart eindigt ermee, zodat een half bestand opvalt.
map-file-not-named = "{ $file }" staat in de map en niet in deze lijst. Zet het erbij: "{ $file }"; of haal het bestand weg.
map-missing-key = In de kaart ontbreekt "{ $key }".
map-missing-key-of = Bij "{ $of }" ontbreekt "{ $key }".
map-given-twice = "{ $key }" is al gegeven, in { $first }.
map-same-code = { $called ->
    [topic] Het onderwerp "{ $code }" is er al, in { $first }.
    [area] Het gebied "{ $code }" is er al, in { $first }.
    [municipality] De gemeentecode "{ $code }" is er al, in { $first }.
    [case] Het geval "{ $code }" is er al, in { $first }.
   *[organisation] De organisatie "{ $code }" is er al, in { $first }.
}
map-two-heirs = "{ $code }" staat al onder "formerly", in { $first }: een code heeft één opvolger.
map-still-present = "{ $code }" staat onder "formerly", en is zelf nog een code van de kaart, in { $first }: geef die een "valid_until", of haal ze hier weg.
map-heir-not-there = "{ $code }" eindigt, en deze opvolger is er niet op de dag erna, { $day }.
map-outside-whole = "{ $code }" is er op dagen waarop "{ $whole }", waar het deel van is, er niet is.
map-no-coordinator = "{ $organisation }" is de coördinator van de kaart, en is er niet op alle dagen: niet op { $day }. Een coördinator die eindigt heeft een opvolger nodig, onder "formerly".
map-own-former-code = "{ $code }" is de code zelf: onder "formerly" staan eerdere codes en die van anderen.
map-unknown-version = "seinhuis: { $found }" is een versie van de kaart die dit programma niet kent; het kent versie 1.
map-not-a-code = { $called ->
    [map] "{ $text }" is geen id: kleine letters, cijfers en streepjes, hoogstens 64. Hoe de kaart heet, staat bij "name".
    [municipality] "{ $text }" is geen gemeentecode: GM en vier cijfers.
    [topic] "{ $text }" is geen code voor een onderwerp: kleine letters, cijfers en streepjes. Een deel van een onderwerp staat onder "parts".
   *[organisation] "{ $text }" is geen code: kleine letters, cijfers en streepjes, hoogstens 64.
}
map-ambiguous = { $called ->
    [topic] "{ $word }" staat in de kaart bij meer dan één onderwerp ({ $codes }): schrijf de code.
    [area] "{ $word }" staat in de kaart bij meer dan één gebied ({ $codes }): schrijf de code.
   *[organisation] "{ $word }" staat in de kaart bij meer dan één organisatie ({ $codes }): schrijf de code.
}
map-unknown = { $called ->
    [topic] De kaart heeft geen onderwerp "{ $code }".
    [area] De kaart heeft geen gebied "{ $code }".
    [kind] De kaart heeft geen organisatie van de soort "{ $code }".
    [sender] De kaart heeft geen organisatie of soort organisatie "{ $code }".
    [municipality] De kaart heeft geen gemeente "{ $code }".
   *[organisation] De kaart heeft geen organisatie "{ $code }".
}
map-ambiguous-sender = "{ $code }" is de code van een organisatie en ook een soort: geef een van de twee een andere naam.
map-not-a-choice = "{ $text }" is geen keuze voor "{ $key }".
map-not-ages = "{ $text }" is geen leeftijd van-tot in jaren of maanden: schrijf 0-4, 18+, unborn-4, 0-18m of 17y6m-23, de jongste eerst.
map-not-an-age = "{ $text }" is geen leeftijd: schrijf 34, 8m, 5 days, 17y10m of unborn.
map-not-a-moment = "{ $text }" is geen moment: schrijf het als 2026-11-28T22:00, met het jaar in vier cijfers.
map-not-a-later-day = "{ $text }" komt niet na de dag van het geval: daarvoor kan niets meer worden beloofd.
map-neither-day-nor-term = "{ $text }" is geen dag en geen termijn: schrijf 2026-11-27, of 2 working days, 14 days, 6 weeks of at once.
map-too-many-topics = Een signaal heeft hoogstens { $most } onderwerpen.
map-nothing-expected = Hier wordt niets verwacht: noem op zijn minst de eigenaar ("owner").
map-not-a-term = "{ $text }" is geen termijn: schrijf 2 working days, 14 days, 6 weeks of at once, hoogstens een jaar.
map-not-a-day = "{ $text }" is geen dag: schrijf hem als 2026-11-27.
map-not-a-clock-time = "{ $text }" is geen tijd: schrijf hem als 08:30.
map-not-weekdays = "{ $text }" is geen dag van de week: schrijf mon-fri, of een lijst zoals [mon, tue, thu].
map-not-a-zone = "{ $text }" is geen tijdzone van Europa: schrijf Europe/Amsterdam.
map-not-postcodes = "{ $text }" is geen postcode van vier cijfers, en geen reeks zoals 3000-3019.
map-not-a-phone = "{ $text }" is geen telefoonnummer.
map-not-an-email = "{ $text }" is geen e-mailadres.
map-hidden-character = In "{ $key }" staat een teken dat niet te zien is ({ $character }): haal het weg.
map-empty-text = "{ $key }" is leeg.
map-too-long-text = "{ $key }" heeft meer dan { $most } tekens.
map-empty-list = De lijst "{ $key }" is leeg: laat het woord weg, of vul de lijst.
map-postcode-as-name = "{ $text }" is te lezen als een postcode, en kan geen code of naam van een gebied zijn: schrijf die onder "postcodes", en geef het gebied een naam.
map-unusable-word = "{ $text }" kan bij "also" niet: een komma of puntkomma scheidt woorden, en een postcode of een leeftijd is geen plaatsnaam. Schrijf elk woord apart, of haal dit weg.
map-empty-responsibility = In deze verantwoordelijkheid staat niets, dus ze zou elk signaal opeisen: vul haar, of haal haar weg.
map-dispute-or-gap = Een open punt is een "dispute" (betwist) of een "gap" (gat): schrijf een van de twee.
map-empty-open-point = Dit open punt zegt niet om welke signalen het gaat, dus het zou alles verbergen: schrijf "topics", "areas" of een andere grens.
map-area-cycle = Deze gebieden liggen in elkaar: { $chain }.
map-shared-postcode = Postcode { $postcode } hoort al bij "{ $one }", in { $first }. Ook bij "{ $other }" kan alleen als het ene gebied in het andere ligt ("within").
map-validity-reversed = Dit eindigt op { $until }, vóór het begint op { $from }.
map-office-hours-reversed = Het kantoor sluit om { $to }, niet later dan het opent om { $from } op dezelfde dag. Een kantoor dat tot middernacht open is, sluit om "24:00".
map-closed-and-open = { $day } is een gesloten dag en ook een open dag.
map-empty-contact = Het contact van "{ $organisation }" heeft geen "phone" en geen "email".
map-not-a-person = "{ $word }" kan niet zijn wie iemand is, zoals de instelling "person" zegt: een naam op één regel, zonder burgerservicenummer.
map-office-of-all = "office" zegt wie van "{ $organisation }" alles leest wat apart blijft, dus is "senders_apart: true" nodig.
map-owner-without-contact = "{ $organisation }" is ergens eigenaar van, dus is een "contact" nodig.
map-told-without-contact = "{ $organisation }" krijgt bericht van alarmen, dus is een "contact" nodig.
map-not-working-days = "{ $text }" is geen aantal werkdagen: schrijf 1 working day, 3 working days of at once, hoogstens 255.
map-same-step = Deze stap is er al, in { $first }: zet bij één stap iedereen die bericht krijgt.
map-nothing-to-take-over = Na "confirm" valt er niets over te nemen: de melder heeft het antwoord al. Laat "takes_over" weg.
map-nothing-to-say = Bij "how: none" krijgt de melder niets te lezen: laat "say" weg, of schrijf een andere "how".
map-coordinator-without-contact = "{ $organisation }" coördineert, dus is een "contact" nodig.

## The register

register-missing = Er is nog geen register op { $path }.
register-missing-hint = Leg een eerste signaal vast met seinhuis meld, of geef het goede pad met --register.
register-directory = { $path } is een map, geen register.
register-directory-hint = Geef het pad van een bestand met --register.
register-not-a-database = { $path } is geen register van seinhuis. Er is niets aan veranderd.
register-not-a-database-hint = Geef het pad van het register met --register.
register-foreign = { $path } is van een ander programma. Er is niets aan veranderd.
register-foreign-hint = Geef het pad van het register met --register.
register-unreleased = Het register { $path } is gemaakt met een andere, nooit uitgebrachte versie van seinhuis. Er is niets aan veranderd.
register-unreleased-hint = Voer het uit met die versie (seinhuis uitvoer --format jsonl --with-words) en lees het bestand hier in een nieuw register in.
register-not-a-trial = SEINHUIS_NOW is gezet, en { $path } is geen oefenregister: er is niets vastgelegd.
register-not-a-trial-hint = Haal de variabele SEINHUIS_NOW weg en probeer het opnieuw. Wil je iets op een ander moment proberen? Noem een nieuw bestand met --register: dat wordt een oefenregister.
register-newer = Het register { $path } is gemaakt met een nieuwere seinhuis (versie { $version } van het register; dit programma kent versie { $known }). Er is niets aan veranderd.
register-newer-hint = Installeer de nieuwste seinhuis en probeer het opnieuw.
register-damaged = Het register { $path } is beschadigd. Er is niets aan veranderd.
register-damaged-hint = Gebruik het niet verder, en vertel het wie het beheert. Die zet met seinhuis register terugzetten een back-up terug; zonder back-up neemt seinhuis register redden over wat in orde is.
register-damaged-signal = Wat er over signaal { $id } is opgeslagen klopt niet: het verhaal past niet bij de stand.
register-damaged-signal-hint = Vertel het wie het register beheert: seinhuis register controleer zegt wat er allemaal mis is.
register-damaged-row = In het register staat een signaal dat niet te lezen is.
register-damaged-row-hint = Vertel het wie het register beheert: seinhuis register controleer zegt wat er allemaal mis is.
register-no-permission = Je mag { $path } niet gebruiken.
register-no-permission-hint = Vraag de eigenaar van het bestand om toegang, of geef een ander pad met --register.
register-read-only = In { $path } kan niet worden geschreven. Er is niets vastgelegd.
register-read-only-hint = Zorg dat in het bestand en de map geschreven mag worden, of geef een ander pad met --register.
register-full = De schijf van { $path } is vol. Er is niets vastgelegd.
register-full-hint = Maak ruimte op de schijf en geef dezelfde opdracht opnieuw.
register-busy = Andere programma's hielden het register { $path } te lang bezet. Er is niets vastgelegd.
register-busy-hint = Wacht even en geef dezelfde opdracht opnieuw.
register-not-durable = De schijf van { $path } kan een register niet veilig bewaren als de stroom uitvalt (de schijf biedt { $journal }, nodig is { $needs }).
register-not-durable-hint = Zet het register op een schijf van deze computer, niet op een netwerkschijf.
register-engine-too-old = Dit programma gebruikt { $engine } { $version }. Daarmee kunnen gegevens verloren gaan; { $needs } of later is nodig.
register-engine-too-old-hint = Installeer een seinhuis die zijn eigen { $engine } meebrengt.
register-id-taken = Het nummer { $id } is al van een ander signaal. Er is niets vastgelegd.
register-id-taken-hint = Geef de opdracht zonder --nummer: dan wordt een vrij nummer gekozen.
reference-taken = Met dit kenmerk had je signaal { $id } al gemeld, met een andere inhoud. Wat je nu schreef, is niet vastgelegd.
reference-taken-hint = Hoort het bij dat signaal? Dan zegt seinhuis toon { $id } hoe je het toevoegt, bijvoorbeeld met antwoord of aanpassen. Is het een ander signaal? Geef het dan een eigen kenmerk (--kenmerk).
withdrawn-before = Dit had je al gemeld, met dezelfde inhoud, en weer ingetrokken: signaal { $id }. Er is niets vastgelegd.
withdrawn-before-hint = Wil je het toch melden? Geef dan een ander --kenmerk, of geen, en geen --nummer. Wat er toen gebeurde: seinhuis toon { $id }.
reference-given-away = Het kenmerk van dit signaal hoort nu bij signaal { $id }: het intrekken kan niet meer ongedaan worden gemaakt. Er is niets vastgelegd.
reference-given-away-hint = Ga verder met dat signaal; seinhuis toon { $id } zegt wat je ermee kunt.
register-second-lock = Het register weigerde dit vast te leggen, terwijl seinhuis het toestond. Dat is een fout in seinhuis. Er is niets vastgelegd.
register-second-lock-hint = Meld deze fout, met de tekst hierboven, aan de makers van seinhuis.
register-fault = Seinhuis kwam iets tegen dat niet kan. Dat is een fout in seinhuis. Er is niets vastgelegd.
register-fault-hint = Meld deze fout, met de tekst hierboven, aan de makers van seinhuis.
register-no-randomness = Het systeem heeft geen toevalsgetallen. Er is niets vastgelegd.
register-no-randomness-hint = Probeer het opnieuw. Gebeurt het nog een keer, laat deze melding dan aan je ICT-afdeling zien.
register-failed = Het register { $path } is nu niet te gebruiken. Er is niets vastgelegd.
register-failed-hint = Probeer het opnieuw. Gebeurt het nog een keer, laat deze melding dan aan je ICT-afdeling zien.
register-not-known = Het is niet bekend of dit is vastgelegd in { $path }.
register-not-known-hint = Geef dezelfde opdracht opnieuw, met hetzelfde nummer: er wordt niets dubbel vastgelegd.

## Errors

error-config = Het bestand met instellingen, { $path }, klopt niet.
error-config-unreadable = Het bestand met instellingen, { $path }, kan niet worden gelezen of geschreven.
error-no-such-check = Er is geen controle "{ $name }".
error-check-needed = "{ $name }" kan niet worden overgeslagen: zonder die controle is er geen kaart.
error-bad-setting = "{ $value }" kan niet bij { $key }.
because-setting-variable = Dit komt uit de variabele { $place }.
because-setting-file = Dit komt uit het bestand met instellingen, { $place }.
error-unknown-setting = Er is geen instelling "{ $key }".
error-not-text = Wat bij { $what } staat, is geen leesbare tekst (UTF-8). Er is niets gedaan.
error-no-home = Er is geen thuismap gevonden om iets in te bewaren.
error-bad-now = In SEINHUIS_NOW staat "{ $value }"; dat is geen moment zoals 2026-11-23T10:00:00+01:00.
error-no-person = { $organisation } houdt melders apart, en het is niet bekend wie je bent. Alleen het kantoor zou dit signaal kunnen volgen.
error-no-identity = Het is niet bekend namens welke organisatie je werkt.
error-histories-for-coordinator = Signalen met hun hele verhaal leest alleen de coördinator van de kaart in: { $coordinator }. Er is niets vastgelegd.
hint-histories-for-coordinator = Ben jij dat? Zet er dan --namens { $coordinator } bij.
error-unknown-topic = Het onderwerp "{ $typed }" staat niet in de afspraken.
error-unknown-area = De kaart kent geen gebied "{ $typed }".
error-unknown-postcode = Postcode { $typed } ligt in geen gebied van de kaart.
error-unknown-organisation = De kaart kent geen organisatie "{ $typed }" ({ $option }).
error-ambiguous-topic = "{ $typed }" staat in de kaart bij meer dan één onderwerp: { $names }.
error-ambiguous-area = "{ $typed }" staat in de kaart bij meer dan één gebied: { $names }.
error-ambiguous-organisation = "{ $typed }" staat in de kaart bij meer dan één organisatie: { $names } ({ $option }).
error-words = De tekst bij { $option } kan niet worden vastgelegd; er is niets vastgelegd.
error-may-not-read = Signaal { $id } mag je niet lezen.
error-no-such-signal = Er is geen signaal "{ $typed }".
error-none-of-several = Er is niets vastgelegd: bij { $count } van { $of } signalen kan het niet.
error-ambiguous = Meerdere signalen beginnen met { $typed }.
error-missing = Er ontbreekt iets: { $options }.
error-bad-value = Wat bij { $option } staat, kan hier niet.
error-picture-too-large = De tekening zou { $topics } onderwerpen en { $organisations } organisaties hebben: te veel voor één vel papier.
error-file-not-written = { $path } kan niet worden geschreven.
error-in-the-way-link = { $path } is een link. Er is niets geschreven, ook niet op de plek waar hij heen wijst.
error-in-the-way-folder = { $path } is een map. Er is niets geschreven.
error-in-the-way-no-file = { $path } is geen gewoon bestand, maar bijvoorbeeld een apparaat. Er is niets geschreven.
error-in-the-way-database = { $path } is een register of een andere database. Er is niets geschreven.
error-in-the-way-other-file = { $path } bestaat al, en is niet door deze opdracht gemaakt. Er is niets geschreven.
hint-in-the-way = Typ achter { $option } een andere naam, bijvoorbeeld { $free }. Alleen wat dezelfde opdracht eerder maakte, wordt vervangen.
error-cancelled = Gestopt; er is niets vastgelegd.
error-fault = Dit is een fout in seinhuis; er is niets vastgelegd.
error-fault-not-known = Dit is een fout in seinhuis. Het is niet bekend of er iets is vastgelegd.
because-fault = Wat altijd moet kloppen, klopt niet bij { $place }.
hint-fault-look = Kijk eerst met seinhuis lijst of seinhuis toon of het is vastgelegd. Herhaal de opdracht alleen als dat niet zo is.
error-input = Je invoer kon niet worden gelezen.
error-spool = De rijen konden niet in een tijdelijk bestand worden bewaard, of niet daaruit worden teruggelezen.
error-editor = De editor "{ $command }" is niet goed geëindigd; er is niets vastgelegd.
error-no-random = Het systeem geeft geen willekeurige getallen; er is niets vastgelegd.
error-not-shown = Signaal { $id } is vastgelegd, maar het antwoord kon niet worden getoond.
error-answer-lost = Het antwoord kon niet worden getoond.
because-may-read = Het wordt gelezen door de melder, de eigenaar, de coördinator, en wie betrokken is of gevraagd is het over te nemen.
because-ambiguous = Deze: { $ids }.
because-party-alone = Dit is voor { $party }.
because-party = Dit is voor { $party }: { $who }.
words-empty = Er staat niets.
words-too-long = Er staan { $characters } tekens; { $most } is het meeste.
words-far-too-long = Er staan veel meer dan { $most } tekens; dat is het meeste.
words-control = Er staat een stuurteken in, dat een scherm kan verstoren.
words-hidden = Er staat een teken in dat je niet ziet of dat de tekst omdraait.
words-combining = Er staan meer accenten op elkaar dan een taal heeft.
words-bsn = Er staat een BSN in.
hint-config-keys = Dit mag erin staan: routes, register, cache, as, contact, lang, format, color.
hint-checks = seinhuis kaart controleer --lijst noemt alle controles.
hint-one-of = Kies uit: { $known }.
because-which-map = Het gaat om de kaart { $path }.
hint-many-codes = Er zijn er { $count }; seinhuis kaart toon noemt ze allemaal.
hint-plain-path = Geef het opnieuw, met gewone letters en cijfers.
hint-set-variable = Geef met { $variable } aan waar.
hint-identity = Geef --namens ORGANISATIE, of voorgoed: seinhuis instellingen zet as ORGANISATIE
hint-did-you-mean = Bedoel je { $near }?
hint-type-code = Typ de code tussen de haakjes, bijvoorbeeld { $option } { $code }
hint-find-area = Zoek de plaats bij haar postcode, bijvoorbeeld --gebied 3004, of bij de gemeente waar zij in ligt.
hint-leave-area-out = Laat de plaats weg om die van alle plaatsen te zien.
hint-words-too-long = Schrijf wat de eigenaar nodig heeft om te beginnen; de rest vertel je als zij bellen.
hint-type-again = Typ de tekst opnieuw in plaats van te plakken.
hint-no-bsn = Laat het BSN weg; wie het nodig heeft, vraagt erom.
hint-sent-by-colleague = Wie het meldde leest het, en het kantoor dat op de kaart staat. Wie je zelf bent: seinhuis instellingen
hint-person = seinhuis instellingen zet person NAAM zegt wie je bent: steeds dezelfde naam.
hint-acute-not-accepted = Bel de eigenaar en vraag het op te pakken: seinhuis toon { $id } heeft het nummer. Gevaar nu: 112.
hint-undo-last = Wat je er het laatst mee deed, kun je tot 24 uur erna ongedaan maken: seinhuis ongedaan { $id }
hint-as = seinhuis instellingen laat zien voor welke organisatie je werkt.
hint-list = seinhuis lijst laat zien wat onbeantwoord is; een nummer heeft acht tekens, de eerste vier zijn genoeg.
hint-more-characters = Typ meer tekens van het nummer.
hint-missing = Vul het aan. In een terminal vraagt seinhuis erom (zonder --niets-vragen).
hint-editor = Zet EDITOR op een editor die je hebt, of typ de woorden achter de opdracht.
hint-repeat-with-id = Herhaal dezelfde opdracht met --nummer { $id }: het wordt nooit dubbel vastgelegd.
hint-look-first = Kijk eerst of het in het verhaal staat, en herhaal de opdracht alleen als het er niet staat: seinhuis toon { $id }
hint-show = seinhuis toon { $id }
hint-instead = Met { $id } kun je nu: { $verbs }. Meer: seinhuis toon { $id }
hint-reply-instead = Zeg het tegen de eigenaar, die het afrondt: seinhuis antwoord { $id } "…"
hint-claimant-suggests = Laat --aan weg. Zeg in woorden aan wie je denkt.
hint-transfer-end = Stop dat eerst: seinhuis overdragen stoppen { $id }
hint-handed-to = Zeg het met --aan: een organisatie, of woorden zoals "de huisarts".
hint-handed-over = Laat --aan weg, of kies --uitkomst overgedragen-aan-anderen.
hint-outcome = Zeg het met --uitkomst.
hint-heard-status-only = seinhuis gehoord { $id }
hint-amend-topics = De eigenaar kan andere onderwerpen noemen: seinhuis aanpassen { $id } --onderwerpen …
hint-assign = seinhuis toewijzen { $id } --aan ORGANISATIE
hint-involve = seinhuis betrekken { $id } --organisatie { $organisation }
hint-status-only = Laat de woorden weg en geef --zonder-inhoud.
hint-smaller-picture = Kies een gebied met --gebied, of een onderwerp met --onderwerp.
hint-owners = Kies een organisatie die op de kaart ergens eigenaar van is.
expected-age = Een leeftijd is een aantal jaren (34), of zoals 8m, "5 dagen", "zes weken", 17j10m, pasgeboren of ongeboren.
expected-youngest = Het jongste kind in huis is een leeftijd, zoals "5 dagen", 8m of 12, of: geen.
expected-consent-when-discussed = Of het gezin het ermee eens is, staat alleen samen met --besproken.
expected-because-when-refused = Dit staat alleen samen met --toestemming nee.
expected-later-day = Een dag na vandaag, zoals 2026-11-27 of 27-11-2026.
expected-topics = Een signaal heeft hooguit 12 onderwerpen.
expected-moment = Een moment schrijf je als 2026-11-28T22:00, met het jaar in vier cijfers.
expected-day = Een dag schrijf je als 2026-11-23.
expected-one-dash = Er kan maar één tekst uit standaardinvoer worden gelezen.
expected-one-of-each = Eén leeftijd en één plaats graag. Naar het jongste kind in huis wordt straks gevraagd. Bijvoorbeeld: 34, 3012
expected-one-place = Eén plaats graag: waar degene om wie het gaat staat ingeschreven. Bijvoorbeeld: --gebied 3012
expected-about-whom = Dit is geen leeftijd en geen plaats van de kaart. Bijvoorbeeld: 34, 3012
expected-receipt = Een ontvangstbewijs is zoals 42-3f9a-c01b-77d2-0e5c: het nummer van een stap en zestien letters en cijfers. Het staat onder het antwoord van een melding.
expected-id = Het nummer van een signaal is zoals K7M4-Q2X8: acht letters en cijfers.
io-not-found = Het is er niet.
io-permission = Je hebt er geen rechten voor.
io-broken-pipe = Het programma dat het zou lezen is gestopt.
io-full = De schijf is vol.
io-read-only = Het kan alleen worden gelezen.
io-directory = Het is een map.
io-not-text = Het is geen tekst (UTF-8 of UTF-16).

## Refusals

refused-not-yours = Jullie hebben geen deel aan signaal { $id } waarmee dit mag.
refused-wrong-state = Signaal { $id } is { $state }. Dit kan alleen als het zo is: { $needs }.
refused-sent-by-colleague = Een collega meldde signaal { $id } ({ $standing }). Je organisatie houdt melders apart, dus meer weet je er niet van.
refused-coordinator-cannot-decline = Wat bij de coördinator komt, wordt toegewezen en niet afgewezen.
refused-already-owner = { $organisation } is al eigenaar van signaal { $id }.
refused-already-involved = { $organisation } kan signaal { $id } al lezen.
refused-nobody-involved = Bij signaal { $id } is niemand betrokken.
refused-not-involved = { $organisation } is niet betrokken bij signaal { $id }.
refused-has-replied = { $organisation } heeft iets geschreven in signaal { $id } en blijft het lezen.
refused-claims = { $organisation } vindt signaal { $id } van zichzelf en leest het tot iemand het heeft opgepakt.
refused-claimant-suggests = Over { $id } zijn jullie het niet eens: zeg alleen dat het niet bij jullie hoort.
refused-already-proposed = { $organisation } is al gevraagd signaal { $id } over te nemen.
refused-nothing-proposed = Niemand is gevraagd signaal { $id } over te nemen.
refused-transfer-open = { $organisation } is gevraagd signaal { $id } over te nemen en heeft nog niets gezegd.
refused-handed-to-nobody = Er staat niet aan wie signaal { $id } is overgedragen.
refused-handed-to-somebody = Aan wie signaal { $id } is overgedragen, hoort alleen bij de uitkomst "overgedragen aan anderen".
refused-family-known = { $organisation } weet al over welk gezin signaal { $id } gaat.
refused-acute-not-accepted = Signaal { $id } gaat over gevaar en niemand heeft het nog opgepakt. Met een telefoontje is het niet klaar.
refused-outcome-missing = Er staat niet wat er met signaal { $id } is gebeurd.
refused-heard-status-only = Over signaal { $id } mag je horen dát er iets is gedaan, niet wat. Meer kun je dus niet vastleggen.
refused-not-oneself = Niemand betrekt zichzelf bij signaal { $id }: een coördinator leest alleen de woorden van wat van haar is.
refused-not-connected = { $organisation } heeft geen deel aan signaal { $id } en kan niets worden gevraagd.
refused-no-such-question = Er wacht geen vraag { $number } in signaal { $id } op jullie.
refused-nothing-changed = Zo staat het al in signaal { $id }.
refused-nothing-corrected = Zo staat het al in signaal { $id }: van een leeftijd worden de hele maanden bewaard, van een plaats het gebied.
refused-corrects-status-only = Over signaal { $id } mag je horen dát er iets is gedaan, niet wat er bekend is; dus verbetert de eigenaar het.
refused-status-only = Over signaal { $id } mag de melder alleen horen dát er iets is gedaan.
refused-nothing-to-undo = Op signaal { $id } kan niets ongedaan worden gemaakt: dat kan alleen met je eigen laatste stap, en niet met een melding, overdracht, gezin-bekend, omleiden of heropenen.
refused-undo-too-late = De laatste stap met signaal { $id } is meer dan 24 uur geleden en kan niet meer ongedaan worden gemaakt.
refused-undo-to-who-is-gone = De laatste stap met signaal { $id } kan niet ongedaan worden gemaakt: { $organisation } had het ervoor, en die organisatie staat niet meer in de kaart.
refused-confirm-still-runs = { $organisation } kan nog zeggen tot en met { $day } of het klopt wat er over { $id } is verteld.
refused-alarm-not-due = De afspraak waar dit alarm over { $id } voor is, is niet te laat.
refused-already-escalated = Dit alarm over { $id } is al gegeven.
refused-nothing-is-late = Er is geen afspraak over { $id } gebroken.
refused-no-longer-in-map = De kaart van nu kent { $codes } niet, en kan dus niet opnieuw beslissen over { $id }.
refused-owns-nothing = { $organisation } heeft niet afgesproken iets op te volgen, dus { $id } kan daar niet heen.
refused-only-from = { $organisation } neemt alleen signalen aan van: { $may }.
