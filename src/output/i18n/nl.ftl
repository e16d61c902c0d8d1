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
map-hint-routes = Noem de kaart met --routes, of met SEINHUIS_ROUTES.
map-no-such-file = Er is geen kaart op "{ $path }".
map-no-permission = Je mag "{ $path }" niet lezen.
map-no-yaml-in-folder = In de map "{ $path }" staat geen bestand dat eindigt op .yaml of .yml.
map-unreadable = "{ $path }" kan niet worden gelezen: { $reason }.
map-too-large = De kaart is groter dan { $mib } MiB; meer wordt niet gelezen.
map-missing-key = In de kaart ontbreekt "{ $key }".
map-missing-key-of = Bij "{ $of }" ontbreekt "{ $key }".
map-given-twice = "{ $key }" is al gegeven, in { $first }.
map-same-code = { $called ->
    [topic] Het leefgebied "{ $code }" is er al, in { $first }.
    [area] Het gebied "{ $code }" is er al, in { $first }.
    [municipality] De gemeentecode "{ $code }" is er al, in { $first }.
    [case] Het geval "{ $code }" is er al, in { $first }.
   *[organisation] De organisatie "{ $code }" is er al, in { $first }.
}
map-unknown-version = "seinhuis: { $found }" is een versie van de kaart die dit programma niet kent; het kent versie 1.
map-not-a-code = { $called ->
    [municipality] "{ $text }" is geen gemeentecode: GM en vier cijfers.
    [topic] "{ $text }" is geen code voor een leefgebied: kleine letters, cijfers en streepjes. Een deel van een leefgebied staat onder "parts".
   *[organisation] "{ $text }" is geen code: kleine letters, cijfers en streepjes, hoogstens 64.
}
map-unknown = { $called ->
    [topic] De kaart heeft geen leefgebied "{ $code }".
    [area] De kaart heeft geen gebied "{ $code }".
    [kind] De kaart heeft geen organisatie van de soort "{ $code }".
    [sender] De kaart heeft geen organisatie of soort organisatie "{ $code }".
    [municipality] De kaart heeft geen gemeente "{ $code }".
   *[organisation] De kaart heeft geen organisatie "{ $code }".
}
map-ambiguous-sender = "{ $code }" is de code van een organisatie en ook een soort: geef een van de twee een andere naam.
map-not-a-choice = "{ $text }" is geen keuze voor "{ $key }".
map-not-ages = "{ $text }" is geen leeftijd van-tot: schrijf 0-4, 18+, unborn-4 of 17y6m-23, de jongste eerst.
map-not-an-age = "{ $text }" is geen leeftijd: schrijf 34, 8m, 5 days, 17y10m of unborn.
map-not-a-moment = "{ $text }" is geen moment: schrijf het als 2026-11-28T22:00.
map-neither-day-nor-term = "{ $text }" is geen dag en geen termijn: schrijf 2026-11-27, of 2 working days, 14 days, 6 weeks of at once.
map-too-many-topics = Een signaal heeft hoogstens { $most } leefgebieden.
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
map-empty-responsibility = In deze verantwoordelijkheid staat niets, dus ze zou elk signaal opeisen: vul haar, of haal haar weg.
map-dispute-or-gap = Een open punt is een "dispute" (betwist) of een "gap" (gat): schrijf een van de twee.
map-empty-open-point = Dit open punt zegt niet om welke signalen het gaat, dus het zou alles verbergen: schrijf "topics", "areas" of een andere grens.
map-area-cycle = Deze gebieden liggen in elkaar: { $chain }.
map-shared-postcode = Postcode { $postcode } hoort al bij "{ $one }", in { $first }. Ook bij "{ $other }" kan alleen als het ene gebied in het andere ligt ("within").
map-validity-reversed = Dit eindigt op { $until }, vóór het begint op { $from }.
map-office-hours-reversed = Het kantoor sluit om { $to }, niet later dan het opent om { $from }.
map-closed-and-open = { $day } is een gesloten dag en ook een open dag.
map-empty-contact = Het contact van "{ $organisation }" heeft geen "phone" en geen "email".
map-owner-without-contact = "{ $organisation }" is ergens eigenaar van, dus is een "contact" nodig.
map-told-without-contact = "{ $organisation }" krijgt bericht van alarmen, dus is een "contact" nodig.
map-not-working-days = "{ $text }" is geen aantal werkdagen: schrijf 1 working day, 3 working days of at once, hoogstens 255.
map-same-step = Deze stap is er al, in { $first }: zet bij één stap iedereen die bericht krijgt.
map-nothing-to-take-over = Na "confirm" valt er niets over te nemen: de melder heeft het antwoord al. Laat "takes_over" weg.
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
register-id-taken-hint = Geef de opdracht zonder --id: dan wordt een vrij nummer gekozen.
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
## Labels
label-error = fout:
label-cause = want:
label-hint = tip:
label-warning = let op:
label-follow-up = Opvolging
label-reach = Bereikbaar
label-because = Omdat
label-involved = Betrokken
label-about = Over
label-sender = Melder
label-reference = Kenmerk
label-discussed = Besproken met het gezin
label-question = Vraag
question-waits = vraag { $number } wacht op { $of }
label-proposed = Gevraagd over te nemen
label-promise = Afspraak
or = of
yes = ja
no = nee
nobody-now = op dit moment niemand

## Days and months
weekday-mon = maandag
weekday-tue = dinsdag
weekday-wed = woensdag
weekday-thu = donderdag
weekday-fri = vrijdag
weekday-sat = zaterdag
weekday-sun = zondag
weekday-short-mon = ma
weekday-short-tue = di
weekday-short-wed = wo
weekday-short-thu = do
weekday-short-fri = vr
weekday-short-sat = za
weekday-short-sun = zo
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
month-short-1 = jan
month-short-2 = feb
month-short-3 = mrt
month-short-4 = apr
month-short-5 = mei
month-short-6 = jun
month-short-7 = jul
month-short-8 = aug
month-short-9 = sep
month-short-10 = okt
month-short-11 = nov
month-short-12 = dec

## Codes
state-offered = aangeboden
state-accepted = opgepakt
state-answered = beantwoord
state-closed = afgesloten
state-withdrawn = ingetrokken
basis-rule = afgesproken
basis-gap = gat
basis-dispute = betwist
urgency-acute = acuut
urgency-urgent = dringend
urgency-normal = normaal
urgency-fyi = ter informatie
hours-office = binnen kantooruren
hours-outside = buiten kantooruren
criterion-topic = het leefgebied
criterion-age = de leeftijd van de persoon
criterion-area = waar de persoon woont
criterion-urgency = hoe dringend het is
criterion-sender = wie het meldt
criterion-hours = het tijdstip
decline-other-area = ander gebied
decline-other-age = andere leeftijd
decline-other-topic = ander onderwerp
decline-runs-elsewhere = anderen zijn er al mee bezig
decline-too-little-known = er is te weinig bekend
decline-no-capacity = nu geen plek
decline-no-ground = geen wettelijke grond
outcome-taken-up = opgepakt
outcome-already-known = al bekend
outcome-help-started = hulp is gestart
outcome-handed-over = overgedragen aan anderen
outcome-family-declined = het gezin wil het niet
outcome-not-reached = niemand kunnen bereiken
outcome-not-needed = er was niets nodig
outcome-something-else-found = het bleek iets anders
outcome-partly = deels gelukt
channel-phone = telefonisch
channel-in-person = in een gesprek
channel-email = per e-mail
channel-message = per beveiligd bericht
channel-letter = per brief
channel-here = hier te lezen
party-sender = de melder
party-owner = de eigenaar
party-coordinator = de coördinator
party-involved = wie betrokken is
party-proposed = de organisatie die is gevraagd het over te nemen
part-seen = Gezien:
part-goes-well = Gaat goed:
part-helpers = Helpt al:
part-own-words = In eigen woorden:
part-why-not-discussed = Niet besproken, omdat:
not-needed-email = In je tekst lijkt een e-mailadres te staan. Dat is hier niet nodig.
not-needed-phone = In je tekst lijkt een telefoonnummer te staan. Dat is hier niet nodig.
not-needed-date = In je tekst lijkt een datum te staan. Een geboortedatum is hier niet nodig.
age-unborn = ongeboren
age-year-letter = j
age-months = { $months ->
    [0] jonger dan een maand
    [one] 1 maand
   *[other] { $months } maanden
  }
age-years-and-months = { $months ->
    [one] { $years } jaar en 1 maand
   *[other] { $years } jaar en { $months } maanden
  }
age-years = { $years } jaar
age-unknown = leeftijd onbekend
area-unknown = plaats onbekend
contact-always = dag en nacht

## The decision
limit-topic = { $values }
limit-age = leeftijd { $values }
limit-area = { $values }
limit-urgency = { $values }
limit-sender = van { $values }
limit-hours = { $values }
limits-none = voor elk signaal
promise-accept = Zij laten weten of ze het oppakken, uiterlijk
promise-feedback = Je hoort wat ermee is gedaan, uiterlijk
plainly-gap = Niemand heeft afgesproken dit op te volgen. De coördinator ({ $coordinator }) is eigenaar en zoekt uit wie het oppakt.
plainly-gap-as-told = Met wat nu bekend is, is er niemand die heeft afgesproken dit op te volgen. De coördinator ({ $coordinator }) is eigenaar en zoekt uit wie het oppakt.
plainly-near = Deze kwamen in de buurt:
    { $near }
plainly-dispute = Meerdere organisaties hebben afgesproken dit op te volgen: { $claimants }. De coördinator ({ $coordinator }) beslist en is tot dan eigenaar.
plainly-status-only = Je hoort dát er iets mee is gedaan, niet wat: meer mag de eigenaar niet zeggen.
plainly-topic-gaps = Niemand heeft afgesproken dit deel op te volgen: { $topics }. De coördinator ({ $coordinator }) leest mee en zoekt uit wie het oppakt.
plainly-would-help = Je hebt iets opengelaten. Het zou zekerder zijn met: { $criteria }. Weet je het later wel, vertel het dan de eigenaar: seinhuis antwoord.
near-limit = alleen { $limit }
near-unknown = alleen { $limit }, en dat is hier niet bekend
near-not-yet = vanaf { $day }
near-lapsed = tot en met { $day }
receipt = Ontvangstbewijs { $receipt }: bewijs dat dit is vastgelegd
report-recorded = Signaal { $id } is vastgelegd.
report-already = Signaal { $id } was al vastgelegd. Er is niets opnieuw vastgelegd.
report-differs = Met dit kenmerk had je signaal { $id } al gemeld, met een andere inhoud. Wat je nu schreef, is niet vastgelegd. Wil je iets aanvullen? seinhuis antwoord { $id }
route-nothing-recorded = Er is niets vastgelegd. Dit zou de eigenaar zijn.
emergency-heading = Nu gevaar? Bel eerst:
emergency-112 = direct gevaar
emergency-veilig-thuis = Veilig Thuis: geweld of mishandeling, dag en nacht

## Regions: many signals at once
region-whole-topic = alles van { $name }
region-topic-itself = { $name } zelf (niet de onderdelen)
region-whole-area = heel { $name }
region-area-itself = { $name } zelf (niet de gebieden erin)
region-but = { $name } (niet: { $others })
region-every-topic-but = elk leefgebied behalve { $others }
region-everywhere-but = overal behalve { $others }
region-everyone-but = van iedereen behalve { $others }
region-several = { $topics } samen
region-area-known = elke plaats
region-age-known = elke leeftijd
region-or-area-unknown = { $areas } of plaats onbekend
region-or-age-unknown = { $ages } of leeftijd onbekend
region-not = niet { $what }
region-more = { $named } en nog { $count }
region-from = vanaf { $day }
region-until = tot en met { $day }

## Steps
step-accept = { $by } heeft { $id } opgepakt. { $sender } hoort uiterlijk { $feedback } wat ermee is gedaan.
step-decline = { $by } heeft { $id } afgewezen: { $reason }. Het gaat naar { $owner }; die laat uiterlijk { $day } weten of ze het oppakken. { $sender } hoort nog steeds uiterlijk { $feedback } iets.
step-transfer-propose = { $by } heeft { $other } gevraagd { $id } over te nemen. Tot zij dat doen, blijft { $owner } eigenaar.
step-transfer-take = { $by } heeft { $id } overgenomen. { $sender } hoort nog steeds uiterlijk { $feedback } wat ermee is gedaan.
step-transfer-refuse = { $by } neemt { $id } niet over. { $owner } blijft eigenaar.
step-assign = { $by } heeft { $id } toegewezen aan { $other }; die laat uiterlijk { $day } weten of ze het oppakken. { $sender } hoort nog steeds uiterlijk { $feedback } iets.
step-reroute = { $by } liet de kaart opnieuw beslissen over { $id }. Het gaat van { $from } naar { $owner }; die laat uiterlijk { $day } weten of ze het oppakken. { $sender } hoort nog steeds uiterlijk { $feedback } iets.
step-involve = { $other } kan { $id } nu lezen en aanvullen. { $owner } blijft eigenaar.
step-ask = { $by } heeft { $other } een vraag gesteld over { $id }. De afspraak loopt door: terugkoppeling uiterlijk { $feedback }.
step-reply = { $by } heeft gereageerd op { $id }.
step-amend = De leefgebieden van { $id } zijn aangepast. { $owner } blijft eigenaar, en { $sender } ziet wat het bleek te zijn.
step-feedback-interim = { $by } heeft { $sender } verteld hoe ver het is met { $id }. De afloop volgt uiterlijk { $feedback }.
step-feedback = { $by } heeft { $sender } verteld wat er met { $id } is gedaan. { $sender } heeft tot en met { $day } om te laten weten of het klopt.
step-feedback-status-only = { $by } heeft { $sender } verteld dat er iets met { $id } is gedaan. { $sender } heeft tot en met { $day } om te laten weten of het klopt.
step-confirm = { $by } heeft de terugkoppeling op { $id } gezien en vindt dat het klopt. Het signaal is afgesloten.
step-reject = { $by } vindt dat de terugkoppeling op { $id } niet klopt. { $owner } pakt het weer op; terugkoppeling uiterlijk { $feedback }.
step-close = { $id } is afgesloten. { $sender } heeft de terugkoppeling niet bevestigd; dat blijft zichtbaar.
step-reopen = { $id } wordt weer opgepakt door { $owner }. { $sender } hoort uiterlijk { $feedback } iets.
step-withdraw = { $by } heeft { $id } ingetrokken.
step-escalate = Er is een alarm gegeven over { $id }.

## Rerouting
reroute-would-move = { $id } zou van { $from } naar { $owner } gaan; die zou uiterlijk { $day } laten weten of ze het oppakken. { $sender } zou nog steeds uiterlijk { $feedback } iets horen.
reroute-stays = { $id } blijft bij { $owner }: de kaart van nu zegt hetzelfde.
reroute-status-only = { $sender } hoort voortaan dát er iets is gedaan, niet wat: meer mag de nieuwe eigenaar niet zeggen.
reroute-nothing-recorded = Er is niets vastgelegd.

## The list
column-id = Signaal
column-state = Stand
column-due = Afspraak
column-late = Te laat
column-late_days = Dagen te laat
column-accept_by = Oppakken uiterlijk
column-feedback_by = Terugkoppelen uiterlijk
column-confirm_by = Bevestigen uiterlijk
column-owner = Eigenaar
column-sender = Melder
column-next = Wat nu
column-waiting_for = Wacht op
column-basis = Grond
column-urgency = Hoe snel
column-topics = Over
column-area = Gebied
column-declines = Keer afgewezen
column-proposed = Overdracht aan
column-reported_at = Gemeld
column-last_at = Laatste stap
column-silent_days = Dagen stil
order-due = de oudste afspraak eerst
order-reported = het nieuwste eerst
order-last = het langst stil eerst
order-owner = per eigenaar
order-sender = per melder
order-area = per gebied
order-urgency = het dringendste eerst
waits-accept = oppakken of afwijzen
waits-accept-or-assign = oppakken of toewijzen
waits-assign = beslissen wie eigenaar is
waits-feedback = terugkoppelen
waits-transfer-take = overnemen of weigeren
waits-reply = vraag beantwoorden
waits-confirm = zeggen of het klopt
waits-close = kan worden gesloten
list-late = { $day }, { $days ->
    [0] te laat
    [one] 1 dag te laat
   *[other] { $days } dagen te laat
  }
list-is-late = te laat
list-declined = { $count } keer afgewezen
list-proposed = overdracht gevraagd
list-asked = vraag open
list-silent = { $days } dagen stil
list-none-fits = Er is geen signaal dat hierbij past.
list-none-sent = Van jullie is er geen signaal dat nog openstaat.
list-none-waits = Er wacht niets op jullie.
list-empty = Er is niets onbeantwoord.
list-more = Er zijn er meer dan deze { $count }.
list-sum = { $count ->
    [one] 1 signaal
   *[other] { $count } signalen
  }{ $late ->
    [0] {"."}
   *[other] , waarvan { $late } te laat. Dagen te laat of stil zijn werkdagen.
  }

## The story
show-heading = Signaal { $id }: { $state }
show-own-part = Je leest wat je zelf schreef en wat jou is gevraagd. Meer mag niet worden verteld.
show-without-words = De woorden zijn te lezen voor de melder, de eigenaar en wie betrokken is.
show-next = Je kunt nu:
promise-now-accept = { $day }: zij laten weten of ze het oppakken
promise-now-feedback = { $day }: terugkoppeling aan de melder
promise-now-confirm = { $day }: de melder laat weten of de terugkoppeling klopt
promise-confirmed = nagekomen: de melder heeft de terugkoppeling gezien en vindt dat het klopt
promise-unconfirmed = er is teruggekoppeld; de melder heeft dat niet bevestigd
promise-withdrawn = de melder heeft het signaal ingetrokken
promise-late = ({ $days ->
    [0] te laat
    [one] 1 werkdag te laat
   *[other] { $days } werkdagen te laat
  })
event-reported = { $by } meldde het signaal. { $basis ->
    [afgesproken] Opvolging: { $to }.
   *[other] Opvolging: { $to }, als coördinator ({ $basis }).
  }
event-accepted = { $by } heeft het opgepakt.
event-declined = { $by } wees het af: { $reason }. Het ging naar { $to }.
event-transfer-proposed = { $by } vroeg { $to } het over te nemen.
event-transfer-taken = { $by } nam het over.
event-transfer-refused = { $by } nam het niet over.
event-taken-over = { $by } nam het over.
event-assigned = { $by } wees het toe aan { $to }.
event-rerouted = { $by } liet de kaart opnieuw beslissen. { $basis ->
    [afgesproken] Opvolging: { $to }.
   *[other] Opvolging: { $to }, als coördinator ({ $basis }).
  }
event-involved = { $by } betrok { $to } erbij.
event-asked = { $by } vroeg aan { $to } (vraag { $number }).
event-replied = { $question ->
    [0] { $by } vulde iets aan.
   *[other] { $by } antwoordde op vraag { $question }.
  }
event-amended = { $by } paste de leefgebieden aan: { $topics }.
event-feedback-interim = { $level ->
    [status-only] { $by } vertelde de melder dat eraan wordt gewerkt ({ $channel }). Meer mag niet worden gezegd.
   *[other] { $by } vertelde de melder hoe ver het is ({ $channel }).
  }
event-feedback-final = { $level ->
    [status-only] { $by } vertelde de melder ({ $channel }): { $outcome }. Meer mag niet worden gezegd.
   *[other] { $by } vertelde de melder ({ $channel }): { $outcome }.
  }
event-confirmed = { $by } heeft de terugkoppeling gezien en vindt dat het klopt.
event-rejected = { $by } vindt dat de terugkoppeling niet klopt. Nieuwe afspraak: { $feedback_by }.
event-closed-unconfirmed = { $by } sloot het af zonder bevestiging van de melder.
event-reopened = { $by } liet het weer oppakken. Nieuwe afspraak: { $feedback_by }.
event-withdrawn = { $by } trok het signaal in.
event-escalated = { $promise ->
    [accept] Alarm: op { $promised } had de eigenaar nog niet gezegd of die het oppakt.
    [feedback] Alarm: op { $promised } had de melder nog niet gehoord wat ermee is gedaan.
   *[confirm] Alarm: op { $promised } had de melder nog niet gezegd of de terugkoppeling klopt.
} Bericht aan: { $told }.
next-accept = seinhuis oppakken { $id }  het oppakken
next-decline = seinhuis afwijzen { $id } --reason …  zeggen dat het niet voor jullie is
next-transfer-propose = seinhuis overdragen voorstellen { $id } --to …  een ander vragen het over te nemen
next-transfer-take = seinhuis overdragen overnemen { $id }  het overnemen
next-transfer-refuse = seinhuis overdragen weigeren { $id }  het bij de eigenaar laten
next-assign = seinhuis toewijzen { $id } --to …  beslissen wie eigenaar is
next-reroute = seinhuis omleiden { $id } --reason …  de kaart van nu opnieuw laten beslissen
next-involve = seinhuis betrekken { $id } --organisation …  een ander laten lezen en aanvullen
next-ask = seinhuis vraag { $id }  een vraag stellen
next-reply = seinhuis antwoord { $id }  antwoorden of iets aanvullen
next-amend = seinhuis aanpassen { $id } --add …  een leefgebied toevoegen
next-feedback-interim = seinhuis terugkoppelen { $id } --interim  vertellen hoe ver het is
next-feedback = seinhuis terugkoppelen { $id }  vertellen wat ermee is gedaan
next-confirm = seinhuis bevestigen { $id }  zeggen dat het klopt
next-reject = seinhuis klopt-niet { $id }  zeggen dat het niet klopt
next-close = seinhuis sluiten { $id }  afsluiten zonder bevestiging
next-reopen = seinhuis heropenen { $id }  het weer laten oppakken
next-withdraw = seinhuis intrekken { $id }  het signaal intrekken
next-escalate = seinhuis escalate  het volgende alarm geven

## Questions
prompt-help-choose = pijltjes bewegen, typen zoekt, Enter kiest, Esc stopt
prompt-help-words = Enter is klaar, Esc stopt. Geen namen, geen geboortedatum, geen BSN.
prompt-stopped = (gestopt)
prompt-sender = Voor welke organisatie werk je?
prompt-topic = Waar gaat het over?
prompt-about-whom = Over wie? Leeftijd en postcode:
prompt-help-about-whom = bijvoorbeeld: 34, 3012    5 dagen, 3012    weet je het niet: ?
prompt-urgency = Hoe snel moet er iets gebeuren?
prompt-urgency-acute = nu: er is gevaar
prompt-urgency-urgent = binnen een paar dagen
prompt-urgency-normal = gewoon
prompt-urgency-fyi = alleen zodat jullie het weten
prompt-seen = Wat heb je gezien of gehoord?
prompt-discussed = Heb je dit met het gezin besproken?
prompt-discussed-yes = ja
prompt-discussed-no = nee
prompt-why-not-discussed = Waarom niet, in een paar woorden?
prompt-help-why-not-discussed = Enter is klaar, Esc stopt; leeg gaat terug naar ja of nee. Geen namen, geen geboortedatum, geen BSN.
prompt-reason = Waarom?
prompt-question = Wat wil je weten?
prompt-reply = Wat is je antwoord?
prompt-reject = Wat klopt er niet?
prompt-feedback = Wat mag de melder weten over wat er is gedaan?
prompt-outcome = Wat is ervan geworden?
prompt-channel = Hoe vertel je het de melder?
prompt-edit-again = Enter opent je tekst weer.
prompt-help-edit-again = Enter opent de editor, Esc stopt. Sluit je de tekst zonder te wijzigen, dan stopt het ook.
status-remember-as = Niet meer vragen? seinhuis instellingen zet as { $organisation }
status-nothing-to-write = De melder van { $id } mag alleen horen dát er iets is gedaan, niet wat. Je hoeft dus niets te schrijven.
status-trial-register = Dit is een oefenregister: het is gemaakt terwijl SEINHUIS_NOW gezet was. Niets erin is echt.
status-no-register = Er is nog geen register op { $path }.
status-editor = De editor staat open. Bewaar en sluit het bestand om verder te gaan.

## Settings
config-file = Bestand met instellingen: { $file }
config-not-set = niet ingesteld
config-source-flag = optie
config-source-variable = variabele
config-source-file = bestand
config-source-default = standaard
config-written = { $key } is nu { $value } (in { $file }).

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
error-no-identity = Het is niet bekend namens welke organisatie je werkt.
error-unknown-topic = De kaart kent geen leefgebied "{ $typed }".
error-unknown-area = De kaart kent geen gebied "{ $typed }".
error-unknown-postcode = Postcode { $typed } ligt in geen gebied van de kaart.
error-unknown-organisation = De kaart kent geen organisatie "{ $typed }" ({ $option }).
error-words = De tekst bij { $option } kan niet worden vastgelegd; er is niets vastgelegd.
error-may-not-read = Signaal { $id } mag je niet lezen.
error-no-such-signal = Er is geen signaal "{ $typed }".
error-none-of-several = Er is niets vastgelegd: bij { $count } van { $of } signalen kan het niet.
error-ambiguous = Meerdere signalen beginnen met { $typed }.
error-missing = Er ontbreekt iets: { $options }.
error-bad-value = Wat bij { $option } staat, kan niet worden gelezen.
error-picture-too-large = De tekening zou { $topics } leefgebieden en { $organisations } organisaties hebben: te veel voor één vel papier.
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
because-may-read = Lezen mogen: { $may }.
because-ambiguous = Deze: { $ids }.
because-party = Dit is voor { $party }: { $who }.
words-empty = Er staat niets.
words-too-long = Er staan { $characters } tekens; { $most } is het meeste.
words-far-too-long = Er staan veel meer dan { $most } tekens; dat is het meeste.
words-control = Er staat een stuurteken in, dat een scherm kan verstoren.
words-hidden = Er staat een teken in dat je niet ziet of dat de tekst omdraait.
words-combining = Er staan meer accenten op elkaar dan een taal heeft.
words-bsn = Er staat een BSN in.
hint-config-keys = Dit mag erin staan: routes, register, cache, as, contact, lang, format, color.
hint-checks = seinhuis kaart controleer --list noemt alle controles.
hint-one-of = Kies uit: { $known }.
because-which-map = Het gaat om de kaart { $path }.
hint-many-codes = Er zijn er { $count }; seinhuis kaart toon noemt ze allemaal.
hint-plain-path = Geef het opnieuw, met gewone letters en cijfers.
hint-set-variable = Geef met { $variable } aan waar.
hint-identity = Geef --as ORGANISATIE, of voorgoed: seinhuis instellingen zet as ORGANISATIE
hint-did-you-mean = Bedoel je { $near }?
hint-leave-area-out = Laat de plaats weg als je die niet weet; het programma zegt wat het zou moeten weten.
hint-words-too-long = Schrijf wat de eigenaar nodig heeft om te beginnen; de rest vertel je als zij bellen.
hint-type-again = Typ de tekst opnieuw in plaats van te plakken.
hint-no-bsn = Laat het BSN weg; wie het nodig heeft, vraagt erom.
hint-as = seinhuis instellingen laat zien voor welke organisatie je werkt.
hint-list = seinhuis lijst laat zien wat onbeantwoord is; een nummer heeft acht tekens, de eerste vier zijn genoeg.
hint-more-characters = Typ meer tekens van het nummer.
hint-missing = Vul het aan. In een terminal vraagt seinhuis erom (zonder --no-input).
hint-editor = Zet EDITOR op een editor die je hebt, of typ de woorden achter de opdracht.
hint-repeat-with-id = Herhaal dezelfde opdracht met --id { $id }: het wordt nooit dubbel vastgelegd.
hint-look-first = Kijk eerst of het in het verhaal staat, en herhaal de opdracht alleen als het er niet staat: seinhuis toon { $id }
hint-show = seinhuis toon { $id }
hint-amend-topics = De eigenaar kan andere leefgebieden noemen: seinhuis aanpassen { $id } --topics …
hint-assign = seinhuis toewijzen { $id } --to ORGANISATIE
hint-involve = seinhuis betrekken { $id } --organisation { $organisation }
hint-status-only = Laat de woorden weg en geef --status-only.
hint-smaller-picture = Kies een gebied met --area, of een leefgebied met --topic.
hint-owners = Kies een organisatie die op de kaart ergens eigenaar van is.
expected-age = Een leeftijd is een aantal jaren (34), of zoals 8m, "5 dagen", 17j10m of ongeboren.
expected-topics = Een signaal heeft hooguit 12 leefgebieden.
expected-moment = Een moment schrijf je als 2026-11-28T22:00.
expected-day = Een dag schrijf je als 2026-11-23.
expected-one-dash = Er kan maar één tekst uit standaardinvoer worden gelezen.
expected-one-of-each = Eén leeftijd en één plaats graag. Bijvoorbeeld: 34, 3012
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
refused-coordinator-cannot-decline = Wat bij de coördinator komt, wordt toegewezen en niet afgewezen.
refused-already-owner = { $organisation } is al eigenaar van signaal { $id }.
refused-already-involved = { $organisation } kan signaal { $id } al lezen.
refused-not-oneself = Niemand betrekt zichzelf bij signaal { $id }: een coördinator leest alleen de woorden van wat van haar is.
refused-not-connected = { $organisation } heeft geen deel aan signaal { $id } en kan niets worden gevraagd.
refused-no-such-question = Er wacht geen vraag { $number } in signaal { $id } op jullie.
refused-nothing-changed = Signaal { $id } heeft deze leefgebieden al.
refused-status-only = Over signaal { $id } mag de melder alleen horen dát er iets is gedaan.
refused-confirm-still-runs = De melder van { $id } kan nog bevestigen tot en met { $day }.
refused-alarm-not-due = De afspraak waar dit alarm over { $id } voor is, is niet te laat.
refused-already-escalated = Dit alarm over { $id } is al gegeven.
refused-nothing-is-late = Er is geen afspraak over { $id } gebroken.
refused-no-longer-in-map = De kaart van nu kent { $codes } niet, en kan dus niet opnieuw beslissen over { $id }.
refused-owns-nothing = { $organisation } heeft niet afgesproken iets op te volgen, dus { $id } kan daar niet heen.
refused-only-from = { $organisation } neemt alleen signalen aan van: { $may }.

## Mistakes on the command line
usage-unknown-option = Een optie { $typed } is er hier niet.
usage-unknown-command = Er is geen opdracht "{ $typed }".
usage-unknown-command-unsaid = Zo'n opdracht is er niet.
usage-missing-command = Zeg wat er moet gebeuren.
usage-missing = Er ontbreekt iets: { $names }.
usage-bad-choice = "{ $typed }" kan niet bij { $option }.
usage-bad-choice-unsaid = Wat bij { $option } staat, kan daar niet.
usage-no-value = Bij { $option } hoort een waarde.
usage-too-many = Er staat meer dan { $option } aankan.
usage-conflict = { $option } gaat niet samen met { $other }.
usage-repeated = { $option } kan maar één keer.
usage-stray-word = Er staat meer dan deze opdracht vraagt. Een tekst van meer woorden zet je tussen aanhalingstekens: "…".
usage-other = De opdracht kan niet worden gelezen.
usage-hint-help = seinhuis { $command } --help

## Checking the map
checked-map = De kaart "{ $name }": { $organisations } organisaties met { $responsibilities } verantwoordelijkheden, { $topics } leefgebieden, { $areas } gebieden.
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
check-every-topic = elk leefgebied
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
check-gap-when-age-unknown = Zegt de melder niet hoe oud iemand is, dan heeft niemand afgesproken dit op te volgen.
check-gap-when-place-unknown = Zegt de melder niet in welke wijk of gemeente iemand woont, dan heeft niemand afgesproken dit op te volgen.
check-do-gap-when-unknown = Dit hoeft geen fout te zijn: { $coordinator } is dan eigenaar. Een verantwoordelijkheid zonder "ages" of "areas" geldt ook als de melder dat niet weet.
check-shadowed = Deze verantwoordelijkheid van { $organisations } geldt nooit: een smallere gaat altijd voor.
check-do-shadowed = Haal haar weg, of maak haar anders dan wat voorgaat.
check-outranked = Deze verantwoordelijkheid van { $organisations } geldt nooit: een andere heeft altijd meer voorrang (priority).
check-do-outranked = Haal haar weg, of geef haar een hogere voorrang (priority) dan wat voorgaat.
check-duplicate = { $organisations } heeft ditzelfde al afgesproken: het staat er twee keer.
check-do-duplicate = Houd er een, met de juiste termijnen en bron.
check-unowned-topic = Niemand volgt iets op van het leefgebied "{ $topic }".
check-do-unowned-topic = Spreek af wie dit opvolgt, en schrijf het bij die organisatie onder "owns"; of haal het leefgebied weg. Tot dan is { $coordinator } eigenaar.
check-unheard-sender = Wat { $organisations } meldt, heeft nooit een eigenaar: geen verantwoordelijkheid geldt voor de soort "{ $kind }".
check-do-unheard-sender = Zet de soort "{ $kind }" bij "senders" van wie dit opvolgt, of haal die grens daar weg.
check-lapsed = Deze verantwoordelijkheid van { $organisations } gold tot en met { $day }.
check-do-lapsed = Verleng haar bij "valid_until" als de afspraak doorloopt; haal haar anders weg.
check-lapsing = Deze verantwoordelijkheid van { $organisations } geldt tot en met { $day }. Daarna is er een gat.
check-lapsing-covered = Deze verantwoordelijkheid van { $organisations } geldt tot en met { $day }. Daarna volgt een ander het op.
check-do-lapsing = Vraag of de afspraak doorloopt, en verleng haar bij "valid_until".
check-do-lapsing-covered = Vraag of de afspraak doorloopt. Zo ja, verleng haar bij "valid_until".
check-never-checked = Niemand heeft vastgelegd dat het contact van { $organisations } klopt.
check-checked-long-ago = Of het contact van { $organisations } klopt, is meer dan een jaar niet nagegaan: voor het laatst op { $day }.
check-checked-in-future = Het contact van { $organisations } zou zijn nagegaan op { $day }, en die dag moet nog komen.
check-do-unchecked-contact = Bel of mail met wat er staat, en schrijf de dag bij "checked_on".
check-unsourced-promise = { $organisations } belooft hier een termijn, en er staat niet bij waar dat is afgesproken.
check-do-unsourced-promise = Schrijf bij "because" het convenant, de wet of het besluit.
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
checks-skipping = Overslaan kan met --allow NAAM. De controles tot en met unclear-open-point kunnen niet worden overgeslagen: zonder die is er geen kaart.
check-ensures-format = Elk bestand is YAML in de vorm van de kaart.
check-ensures-missing-key = Elk woord dat er moet zijn, is er.
check-ensures-given-twice = Wat voor de hele kaart geldt, staat er een keer.
check-ensures-same-code = Geen twee leefgebieden, gebieden, organisaties of gemeenten hebben dezelfde code.
check-ensures-unknown-reference = Alles wat wordt genoemd, bestaat in de kaart.
check-ensures-ambiguous-sender = Geen woord bij senders is een soort en ook een organisatie.
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
check-ensures-gap-when-unknown = Ook als de leeftijd of de plaats niet bekend is, heeft iemand afgesproken het op te volgen.
check-ensures-shadowed = Geen verantwoordelijkheid wijkt altijd voor smallere.
check-ensures-outranked = Geen verantwoordelijkheid wijkt altijd voor een hogere voorrang.
check-ensures-duplicate = Geen organisatie heeft twee keer hetzelfde afgesproken.
check-ensures-unowned-topic = Elk leefgebied wordt door iemand opgevolgd, al is het voor een deel.
check-ensures-unheard-sender = Elke soort melder vindt een eigenaar, al is het voor een deel.
check-ensures-lapsed = Geen verantwoordelijkheid is voorbij haar laatste dag.
check-ensures-lapsing = Geen verantwoordelijkheid loopt binnen 60 dagen af, tenzij de volgende klaarstaat.
check-ensures-unchecked-contact = Het contact van wie opvolgt, coördineert of een noodnummer heeft, is binnen een jaar nagegaan.
check-ensures-unsourced-promise = Een eigen termijn zegt waar die is afgesproken.
check-ensures-no-emergency-line = De kaart noemt wie je belt bij gevaar, voor elke leeftijd op elk uur.
check-ensures-open-point-lapsed = Geen open punt is voorbij zijn laatste dag.
check-ensures-open-point-idle = Elk open punt gaat over iets wat er echt is.

## Wat een andere kaart verandert (map diff)
diff-nothing-for-senders = Voor melders verandert er niets.
diff-same-owners = Geen signaal krijgt een andere eigenaar.
diff-kind-owner = Een andere eigenaar
diff-kind-gap-appears = Gaten die ontstaan
diff-kind-gap-vanishes = Gaten die verdwijnen
diff-kind-dispute-appears = Wat betwist wordt
diff-kind-dispute-vanishes = Wat niet meer betwist is
diff-kind-norms = De eigenaar blijft, de afspraak verandert
diff-leads = Wie regisseur is, als een signaal meer van deze leefgebieden heeft
diff-coordinators = Wie coördinator is: eigenaar van wat niemand op zich neemt, en beslist bij betwisting
diff-contacts = Contact
diff-others = Ook anders
diff-nobody = niemand
diff-no-lead = niemand (de eigenaar van het eerste leefgebied is eigenaar)
diff-disputed = betwist: { $claimants }
diff-or = of, als dat eerder is,
diff-accept = zegt of ze het oppakken binnen: { $change }
diff-feedback = terugkoppeling aan de melder binnen: { $change }
diff-level = wat de melder mag horen: { $change }
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
diff-open-command = seinhuis omleiden { $ids } --reason "…"
fact-map-name = naam van de kaart
fact-timezone = tijdzone
fact-holidays = Nederlandse feestdagen zijn vrij
fact-closed-day = dag waarop niemand werkt
fact-open-day = dag waarop wordt gewerkt
fact-office-hours = kantooruren
fact-accept-within = algemene afspraak om te zeggen of ze het oppakken
fact-feedback-within = algemene afspraak over terugkoppeling
fact-confirm-within = tijd voor de melder om te bevestigen
fact-escalation-step = alarm
fact-call-in-danger = noodnummer
fact-call-in-danger-order = volgorde van de noodnummers
fact-topic = leefgebied
fact-topic-name = naam
fact-topic-part-of = leefgebied erboven
fact-area = gebied
fact-area-name = naam
fact-area-code = gemeentecode
fact-area-within = gebied eromheen
fact-postcodes = gebied
fact-organisation = organisatie
fact-organisation-name = naam
fact-organisation-kind = soort
fact-phone = telefoon
fact-email = e-mail
fact-reachable = bereikbaar

## De kaart toetsen

cases-invalid = { $count ->
    [one] In de gevallen zit een fout.
   *[other] In de gevallen zitten { $count } fouten.
}
cases-no-such-file = Er zijn geen gevallen op "{ $path }".
cases-none-in-folder = In "{ $path }" staat geen bestand dat op .test.yaml eindigt.
cases-hint-format = docs/map-tests.md legt elk woord uit.
cases-hint-example = Schrijf op wat jullie hebben afgesproken, een geval voor elk verhaal; bijvoorbeeld:
    cases:
      - name: Een moeder huilt, en de baby is vijf dagen oud
        signal:
          from: kraamzorg-de-wieg
          topics: [parenting/attachment]
          age: 5 days
          area: waterdam-noord
        expect:
          owner: jgz-waterdam
          feedback_by: 2 working days
tested-all-agreed = { $cases ->
    [one] 1 geval, zoals afgesproken.
   *[other] { $cases } gevallen, allemaal zoals afgesproken.
}
tested-some-differ = { $cases ->
    [one] Het ene geval is niet zoals afgesproken.
   *[other] Van { $cases } gevallen { $failed ->
        [one] is er 1 niet zoals afgesproken.
       *[other] zijn er { $failed } niet zoals afgesproken.
    }
}
tested-expected = verwacht
tested-decided = de kaart zegt
tested-because = Dit zegt de kaart, en daarom:
tested-why-not = Waarom niet { $organisation }:
tested-gave-way-to-priority = maakt aanspraak ({ $place }), maar { $to } heeft voorrang
tested-gave-way-to-narrower = maakt aanspraak ({ $place }), maar die van { $to } is nauwer
tested-claims-it-too = maakt aanspraak, maar is niet de enige
tested-does-not-lead = volgt { $topic } op, maar { $owner } heeft de regie over alle leefgebieden van het signaal
tested-not-the-first-topic = volgt { $topic } op, maar het eerste leefgebied van het signaal beslist
tested-reads-along = leest mee, zoals met de eigenaar is afgesproken
tested-not-near = niets wat deze organisatie in de kaart opvolgt, komt in de buurt
tested-command = Om het nog eens te vragen:
tested-nobody = niemand
tested-no-call = geen nummer
tested-yes = ja
tested-no = nee
aspect-owner = eigenaar
aspect-basis = grond
aspect-claimants = aanspraak
aspect-involved = betrokken
aspect-involves = minstens betrokken
aspect-accept_by = oppakken
aspect-feedback_by = terugkoppeling
aspect-level = niveau
aspect-leads = regie
aspect-emergency = bel eerst
level-full = volledig
level-status-only = alleen dát
## De kaart, getoond
map-show-counts = { $organisations } organisaties met { $responsibilities } verantwoordelijkheden. Wat niemand opvolgt en wat betwist is, is voor { $coordinator }.
map-show-areas = Gebieden
map-show-organisations = Organisaties
map-show-topics = Leefgebieden
map-show-coordinator = coördinator { $coordinator }
map-show-owned = { $count ->
    [0] volgt niets op
   *[other] volgt op: { $count }
  }
map-show-more = Meer: seinhuis kaart toon --area PLAATS, --topic LEEFGEBIED, --owner ORGANISATIE, of --all.
map-show-none = Er is niets afgesproken dat hierbij past.
map-show-topic = Waarover
map-show-owner = Eigenaar
map-show-for = Voor
map-show-feedback = Terugkoppeling
map-show-every-topic = elk leefgebied
map-show-status-only-within = { $term }, alleen de status
map-show-not-yet = pas vanaf { $day }
map-show-lapsed = vervallen: gold tot en met { $day }
map-show-code = Code
map-show-no-contact = geen contact op de kaart
map-show-checked = Nagekeken op
map-show-coordinates = Coördineert
map-show-whole-map = de hele kaart
map-show-owns-nothing = Deze organisatie heeft niet afgesproken iets op te volgen.
map-show-owns = { $count ->
    [one] Heeft één verantwoordelijkheid:
   *[other] Heeft { $count } verantwoordelijkheden:
  }
map-show-promises = zegt of ze het oppakken: { $accept }; terugkoppeling: { $feedback }
map-show-status-only = de melder hoort dat er iets is gedaan, niet wat
map-show-leads = neemt de regie als een signaal meer van deze leefgebieden heeft
map-show-priority = voorrang { $priority }
map-show-involves = betrekt: { $organisations }
map-show-involved = Leest mee als een van deze eigenaar is:
term-at-once = meteen
term-working-days = { $count ->
    [one] 1 werkdag
   *[other] { $count } werkdagen
}
term-days = { $count ->
    [one] 1 dag
   *[other] { $count } dagen
}
term-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weken
}
coverage-all-tried = { $all ->
    [one] De ene verantwoordelijkheid van de kaart komt in een geval voor.
   *[other] Alle { $all } verantwoordelijkheden van de kaart komen in een geval voor.
}
coverage-tried = Van { $all } verantwoordelijkheden komen er { $tried } in een geval voor. Deze niet:
coverage-unnamed = Geen geval noemt: { $topics }.

## De kaart, getekend
graph-title = Wie volgt wat op: { $what }
graph-subtitle = Zoals afgesproken op { $day }. Kaart { $digest }.
graph-size = { $topics } leefgebieden en { $organisations } organisaties.
graph-nobody = Niemand
graph-all-ages = alle leeftijden
graph-gap = gat { $ages }
graph-dispute = betwist { $ages }
graph-elsewhere = elders in { $area }
graph-some = soms { $ages }
graph-written = De tekening staat in { $file }. Ze toont gaten in { $gaps } leefgebieden en betwiste signalen in { $disputes }.
graph-legend-own = volgt op, voor deze leeftijden
graph-legend-leads = volgt op en neemt de regie, waar geen specialist het doet
graph-legend-above = als bij het leefgebied erboven
graph-legend-dispute = betwist: meerdere volgen op
graph-legend-gap = gat: niemand volgt op
graph-legend-cells = Leeftijden lopen tot de verjaardag. Staat er niet meer in een vak, dan geldt het voor elke urgentie, elke melder en elk uur. "Soms": het hangt af van urgentie, melder of uur.
graph-legend-known = Gaten en betwiste signalen zijn die waarvan leeftijd en plaats bekend zijn. De coördinator is eigenaar tot het is opgelost.
picture-svg = voor een browser en op papier
picture-mermaid = voor pagina's die zelf tekenen
picture-dot = voor Graphviz

## The overview
overview-title = Wat er te leren valt
overview-since = gemeld vanaf { $day }
overview-until = gemeld tot en met { $day }
overview-counted-on = geteld op { $day }
overview-empty = Er zijn geen signalen gemeld die hierbij passen.
overview-gap = Gat: niemand heeft afgesproken deze op te volgen
overview-dispute = Betwist: meerdere hebben afgesproken deze op te volgen
overview-no-longer = { $owner }: { $says } (staat niet meer in de kaart)
overview-other-topics = leefgebieden met weinig signalen
overview-how-long = Hoe lang het duurt tot de melder iets hoort
overview-how-long-about = Per afspraak en per leefgebied, in de volgorde van de kaart. Dagen zijn werkdagen, van de melding tot de eerste terugkoppeling over de afloop.
overview-came-of-it = Wat ervan werd
overview-came-of-it-about = Wat de melder van de terugkoppeling vond, en wat er bleek.
overview-bounces = Waar signalen afketsen
overview-bounces-about = Hoe ze weggingen bij de eerste eigenaar die de kaart noemde, en waarom.
overview-became = Wat iets anders bleek te zijn
overview-became-about = Van het leefgebied van de melding naar een leefgebied dat er later bij kwam.
overview-signals = Signalen
overview-days-bar = Dagen
overview-days = { overview-read-middle }
overview-promised = Afspraak
overview-late = { overview-read-late }
overview-came-back = Klopt niet
overview-came-back-is = de melder wees de terugkoppeling af, of het signaal is heropend
overview-something-else = Iets anders
overview-something-else-is = volgens de terugkoppeling bleek er iets anders aan de hand
overview-unseen = Niet gezien
overview-unseen-is = afgesloten zonder dat de melder iets liet weten
overview-bounced = Afgeketst
overview-share-bar = Aandeel
overview-of-signals = Van signalen
overview-declined = afgewezen, { $reason }
overview-transfer-taken = overgenomen door een ander
overview-assigned = toegewezen aan een ander
overview-rerouted = omgeleid door een latere kaart
overview-read = Zo lees je dit
overview-read-middle = Midden (helft)
overview-read-middle-is = het middelste aantal dagen, en tussen welke dagen de helft van de signalen ligt
overview-read-late = Te laat
overview-read-late-is = terugkoppeling na de afgesproken dag, of nog geen terwijl die dag voorbij is
overview-read-bar = █ ▒ │
overview-read-bar-is = tot het midden; tot driekwart; de afspraak
overview-read-few-is = minder dan vijf, of geen
overview-read-nearly-is = alle twintig, of op minder dan vijf na alle
overview-read-withheld-is = te weinig signalen om iets te zeggen
overview-read-about = Wat niet wordt getoond, telt in geen enkel totaal mee. Dit gaat over wat er is afgesproken, niet over hoe goed iemand werkt.
overview-page-contents = Op deze pagina
overview-page-chart-days = Werkdagen tot de terugkoppeling. { $what }
overview-page-chart-days-row = { $topic }: { $signals } signalen. De helft heeft binnen { $middle } werkdagen terugkoppeling, en de helft ligt tussen { $low } en { $high }. Afgesproken: { $promised }.
overview-page-chart-days-none = { $topic }: { $signals } signalen. Te weinig hebben terugkoppeling om te zeggen hoe lang het duurde.
overview-page-chart-bounces = Waar signalen afketsen. { $what }
overview-page-chart-bounces-row = { $topic }: { $signals } van { $of }.
overview-page-chart-became = { overview-became }
overview-page-chart-became-row = { $topic }: { $signals } signalen.
overview-page-topic = Leefgebied
overview-page-how = Hoe
overview-page-from = Gemeld als
overview-page-to = Bleek te zijn
overview-page-axis = werkdagen
overview-page-too-few = Minder dan vijf signalen: daarover wordt niets getoond.
overview-page-legend-half = de helft van de signalen
overview-page-legend-middle = het midden
overview-page-legend-promise = de afspraak
overview-page-made = Gemaakt door seinhuis uit de kaart “{ $map }” en het register. Er staan geen namen, geen woorden en geen losse signalen op.
overview-written = De pagina staat in { $file }. Open die in een browser; er is geen netwerk voor nodig.

## Whether the register is sound
verified-sound = Het register { $path } is in orde: { $signals } { $signals ->
    [one] signaal
   *[other] signalen
}, { $steps } { $steps ->
    [one] stap
   *[other] stappen
}. Alles staat er zoals het is vastgelegd.
verified-unsound = Er klopt iets niet in het register { $path }: { $count ->
    [one] 1 ding.
   *[other] { $count } dingen.
}
verified-more = De eerste { $count } staan hierboven.
verified-holds = In { $path } staan { $signals } { $signals ->
    [one] signaal
   *[other] signalen
} en { $steps } { $steps ->
    [one] stap
   *[other] stappen
}, voor zover het te lezen is.
verified-there = De stap van ontvangstbewijs { $receipt } staat er nog.
verified-typed = Kijk eerst of het ontvangstbewijs goed is overgetypt, en of het van dit register is.
verified-ends = Het register eindigt bij stap { $steps }. Misschien is een oude kopie teruggezet.
verified-keep = Ontvangstbewijs van de laatste stap: { $receipt }
    Bewaar het. Met --receipt { $receipt } zie je later of alles tot hier er nog staat.
verified-what-now = Leg niets meer vast in dit register en verander niets aan het bestand. Vertel het wie het register beheert. Die zet een back-up terug op een nieuwe plek:
      seinhuis register terugzetten BACK-UP --register NIEUW
    Is er geen goede back-up, dan neemt die in een nieuw register over wat in orde is:
      seinhuis register redden { $path } NIEUW
finding-heading-kind = Code
finding-heading-place = Waar
finding-heading-what = Wat
finding-row = { $name } { $row }
finding-event = gebeurtenis { $number }
finding-step = stap { $number }
finding-damage = de database vindt een beschadiging
finding-dangling = rijen verwijzen naar iets wat er niet is
finding-schema-missing = deze tabel, index of trigger ontbreekt
finding-schema-changed = deze tabel, index of trigger is anders dan hij hoort te zijn
finding-schema-unknown = dit hoort niet in een register
finding-unreadable = niet te lezen
finding-value = er staat een waarde die daar niet kan staan
finding-no-signal = dit signaal is er niet, maar er is wel een gebeurtenis van
finding-story = zo kan het niet zijn gegaan
finding-not-allowed = dit kon niet, of niet door deze organisatie
finding-standing = het signaal staat niet waar zijn gebeurtenissen het brengen
finding-order = staat niet in de volgorde van vastleggen
finding-step-missing = ontbreekt tussen andere stappen
finding-seal = is niet wat er is vastgelegd
finding-words = de woorden zijn niet wat er is opgeschreven
finding-words-missing = de woorden zijn weg
finding-words-unknown = er staan woorden die bij geen gebeurtenis horen
finding-facts = de feiten over de persoon zijn niet wat er is vastgelegd
finding-facts-missing = de feiten over de persoon zijn weg
finding-facts-unknown = er staan feiten die bij geen gebeurtenis horen
finding-contact = hoe de melder te bereiken is, is niet wat er is vastgelegd
finding-contact-missing = hoe de melder te bereiken is, is weg
finding-contact-unknown = er staat een contact dat bij geen gebeurtenis hoort
finding-grounds = de reden van een beslissing is niet wat er is vastgelegd
finding-grounds-missing = de reden van de beslissing is weg
finding-grounds-unknown = er staat een reden die bij geen beslissing hoort
finding-as-was = de naam of de telefoon van de organisatie is niet wat er is vastgelegd
finding-as-was-missing = de naam van de organisatie is weg
finding-as-was-unknown = er staat een naam van een organisatie die bij geen gebeurtenis hoort
finding-export = het spoor van een uitvoer is niet wat er is vastgelegd
finding-export-missing = het spoor van een uitvoer is weg
finding-receipt-lost = de stap van dit ontvangstbewijs is er niet
finding-receipt-changed = er staat een andere stap dan die van dit ontvangstbewijs

## Backups, and what is taken over from a damaged register
kept-backup = De back-up van { $from } staat in { $to }: { $signals } { $signals ->
    [one] signaal
   *[other] signalen
} en { $steps } { $steps ->
    [one] stap
   *[other] stappen
}, en alles is in orde.
kept-backup-now = Alleen jij kunt dit bestand lezen. Er staan woorden over gezinnen in: bewaar het veilig.
kept-register = Het register staat in { $to }, uit de back-up { $from }: { $signals } { $signals ->
    [one] signaal
   *[other] signalen
} en { $steps } { $steps ->
    [one] stap
   *[other] stappen
}, en alles is in orde.
kept-register-now = Wat na de back-up is vastgelegd, staat er niet in. Ontvangstbewijzen van daarvoor blijven gelden.
kept-receipt = Ontvangstbewijs van de laatste stap: { $receipt }
salvaged-taken = Overgenomen van { $old } in { $new }: { $signals } { $signals ->
    [one] signaal
   *[other] signalen
} en { $steps } { $steps ->
    [one] stap
   *[other] stappen
}.
salvaged-left = De signalen hierboven zijn niet overgenomen. Bewaar het oude register; vraag de melders om ze opnieuw te melden.
salvaged-lost-steps = Deze stappen zijn weg, van welke signalen is niet bekend: { $steps }.
salvaged-lost-exports = Van deze uitvoer met woorden is geen spoor overgenomen: { $exports }.
salvaged-unproven = Van { $count ->
    [one] 1 overgenomen signaal
   *[other] { $count } overgenomen signalen
} is niet te bewijzen dat er niets is veranderd, want een stap ervoor is weg. Het verhaal klopt wel.
salvaged-now = Ontvangstbewijzen van het oude register gelden niet voor het nieuwe. Aan { $old } is niets veranderd.
salvaged-heading-left = Niet overgenomen
salvaged-place = plaats { $place }

## About the register
register-place = Plek
register-schema = Schema
register-draft = concept, tot de eerste uitgave
register-trial = oefenregister
register-engine = Motor
register-size = Grootte
register-kilobytes = { $count } KiB
register-signals = Signalen
register-exports = Uitvoer met woorden
register-no-exports = nog nooit
register-exports-last = { $times ->
    [one] één keer: { $day }, { $clock }, namens { $by }, { $count ->
        [one] van 1 signaal
       *[other] van { $count } signalen
    }
   *[other] { $times } keer, het laatst op { $day }, { $clock }, namens { $by }, { $count ->
        [one] van 1 signaal
       *[other] van { $count } signalen
    }
}

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
status-words-leave = in deze uitvoer staat wat mensen schreven bij { $count ->
    [one] 1 signaal
   *[other] { $count } signalen
}. Het register onthoudt dat hij is gemaakt, namens { $by }.
error-export-form = Zeg in welke vorm de signalen moeten worden geschreven.
hint-export-form = Noem met --output een bestand dat eindigt op .xlsx, .csv of .jsonl; of, voor een ander programma, --format jsonl of --format csv.
error-register-there = { $path } bestaat al. Er wordt nooit iets overschreven.
hint-register-there = Geef een nieuwe naam, of zet eerst weg wat er staat, met alles wat erbij hoort (-wal en -shm).
error-register-unsound = Er klopt iets niet in { $path }. Er is niets gemaakt.
hint-register-unsound = Kijk wat er mis is met seinhuis register controleer --register { $path }. Neem over wat in orde is met seinhuis register redden { $path } NIEUW.
error-file-exists = { $path } bestaat al. Er is niets geschreven.
hint-file-exists = Kies een andere naam, of gooi dat bestand eerst weg.
error-words-for-coordinator = Wat mensen schreven, gaat alleen namens de coördinator uit het register.
hint-words-for-coordinator = Laat de coördinator het doen (--as { $coordinator }), of laat --with-words weg.
error-words-on-screen = Wat mensen over gezinnen schreven, komt niet op het scherm.
hint-words-on-screen = Schrijf het met --output in een bestand, of laat een ander programma het lezen: seinhuis uitvoer --with-words --format jsonl | programma
error-events-are-in-it = --events is voor CSV.
hint-events-are-in-it = In een werkmap, JSON en JSONL staan de gebeurtenissen altijd: laat --events weg.
error-too-many-rows = In een werkmap is geen plaats voor { $rows } regels. Er is niets geschreven.
hint-too-many-rows = Kies minder signalen, bijvoorbeeld met --since, of schrijf .csv of .jsonl: daar past alles in.

# import: het antwoord, en wat er mis kan zijn met een bestand en de rijen ervan.
form-csv = tabel
form-jsonl = regels met JSON
import-checking = Controleren
import-recording = Vastleggen
import-recorded = { $count ->
    [one] 1 signaal vastgelegd.
   *[other] { $count } signalen vastgelegd.
 }
import-would-be = { $count ->
    [one] Er is niets vastgelegd. 1 signaal kan worden vastgelegd.
   *[other] Er is niets vastgelegd. { $count } signalen kunnen worden vastgelegd.
 }
import-already = { $count ->
    [one] 1 was er al en is niet nog eens vastgelegd.
   *[other] { $count } waren er al en zijn niet nog eens vastgelegd.
 }
import-earlier = { $count ->
    [one] 1 is vastgelegd toen dit bestand eerder werd ingelezen.
   *[other] { $count } zijn vastgelegd toen dit bestand eerder werd ingelezen.
 }
import-rejected = { $count ->
    [one] 1 rij is niet vastgelegd.
   *[other] { $count } rijen zijn niet vastgelegd.
 }
import-rejects = Die staan in { $path }, elk met de reden. Verbeter ze daar en lees dat bestand in. Er staan woorden over gezinnen in: gooi het daarna weg.
import-owners = Wie de opvolging doet:
import-more-owners = en nog { $count } eigenaren; --format csv noemt elk signaal met zijn eigenaar.
import-acute = { $count ->
    [one] 1 signaal in dit bestand is acuut. Vastleggen is niet genoeg: bel zelf.
   *[other] { $count } signalen in dit bestand zijn acuut. Vastleggen is niet genoeg: bel zelf.
 }
import-not-needed = { $count ->
    [one] In 1 signaal lijkt een e-mailadres, een telefoonnummer of een datum te staan. Dat is in een signaal niet nodig.
   *[other] In { $count } signalen lijkt een e-mailadres, een telefoonnummer of een datum te staan. Dat is in een signaal niet nodig.
 }
import-row = rij { $row }: { $what }
import-row-column = rij { $row }, { $column }: { $what }
import-more-faults = … en nog { $count }. Met --format json worden ze allemaal genoemd.
import-file-empty = Er staat niets in.
import-workbook = Dit is een werkmap. Bewaar het blad in je spreadsheet als "CSV UTF-8", en lees dat in.
import-file-mixed = Op sommige regels staat een melding, op andere een hele geschiedenis ("events"). Lees ze in als twee bestanden.
import-same-field = Twee kolommen zijn { $column }.
import-missing-columns = Er is geen kolom { $columns }.
import-no-such-column = Er is geen kolom "{ $column }" (--map).
import-no-columns = Regels met JSON hebben sleutels en geen kolommen: laat --map weg, en geef de sleutels onze namen.
import-unknown-column = Kolom { $number }, "{ $heading }", is niet bekend.
import-endless-row = Rij { $row } eindigt niet binnen 4 miljoen tekens. Dat komt door een aanhalingsteken dat nergens sluit.
import-quote-unclosed = Rij { $row }: het aanhalingsteken op regel { $line } opent een tekst, en geen ander sluit die.
import-quote-text-behind = Rij { $row }: achter de tekst tussen aanhalingstekens die op regel { $line } begint, staat nog meer tekst. Misschien ontbreekt het teken dat die tekst moet sluiten. Binnen zo'n tekst schrijf je het teken twee keer: "".
import-quote-space-before = Rij { $row }: op regel { $line } staat een spatie voor het aanhalingsteken dat een tekst opent. Laat die spatie weg.
unfit-missing = Hier staat niets, en dat moet wel.
unfit-unknown-topic = De kaart kent dit leefgebied niet.
unfit-unknown-area = De kaart kent dit gebied niet.
unfit-unknown-postcode = Deze postcode ligt in geen gebied van de kaart.
unfit-unknown-organisation = De kaart kent deze organisatie niet.
unfit-too-many-topics = Een signaal heeft hooguit 12 leefgebieden.
unfit-not-an-age = Dit is geen leeftijd: schrijf 34, 8m, "5 dagen" of ongeboren.
unfit-not-a-choice = Kies een van deze: { $names }.
unfit-not-yes-or-no = Schrijf ja of nee.
unfit-not-a-moment = Schrijf een moment als 2026-11-23 of 2026-11-23T10:15.
unfit-in-the-future = Dit moment moet nog komen.
unfit-not-an-id = Het nummer van een signaal is zoals K7M4-Q2X8.
unfit-discussed-and-why-not = Het is met het gezin besproken, en toch staat er waarom niet.
unfit-again = In rij { $row } staat hetzelfde.
unfit-fields = Er staan { $found } velden onder { $expected } kopjes.
unfit-not-utf-8 = De tekst is geen UTF-8: bewaar het bestand als "CSV UTF-8".
unfit-not-json = Dit is geen JSON-object, vanaf teken { $column }.
unfit-unknown-key = Er staat een sleutel in die niet bekend is.
unfit-repeated-key = Dezelfde sleutel staat er twee keer in.
unfit-not-a-text = Dit is geen tekst: zet het tussen aanhalingstekens.
unfit-impossible = Deze geschiedenis kan niet zo zijn gegaan: ze is veranderd of beschadigd.
unfit-impossible-event = Deze geschiedenis kan niet zo zijn gegaan, vanaf gebeurtenis { $event }: ze is veranderd of beschadigd.
unfit-without-words = De woorden ontbreken. Alleen wat met --with-words is uitgevoerd, kan worden ingelezen.
unfit-id-taken = Een ander signaal heeft dit nummer al.
unfit-reference-taken = Signaal { $id } heeft dit kenmerk al, met een andere inhoud.
unfit-other-story = Dit signaal is er al, en ging anders verder dan in deze geschiedenis staat.
error-import-file = Het bestand kan niet worden ingelezen; er is niets vastgelegd.
error-import-rows = { $count ->
    [one] 1 van { $of } rijen kan niet worden ingelezen; er is niets vastgelegd.
   *[other] { $count } van { $of } rijen kunnen niet worden ingelezen; er is niets vastgelegd.
 }
error-file-not-read = { $path } kan niet worden gelezen.
error-rejects-not-named = De goede rijen zijn vastgelegd, maar het bestand met de andere kon niet worden geschreven.
error-many-not-shown = Er zijn signalen vastgelegd, maar het antwoord kon niet worden getoond.
hint-import-rows = Verbeter de rijen, of gebruik --keep-good: dan worden de andere vastgelegd, en deze komen in een bestand dat je kunt verbeteren en inlezen.
hint-import-columns = Kolommen heten: { $known }. Een andere naam geef je op met --map "hun kolom=veld"; met --map "hun kolom=" laat je een kolom weg.
error-import-differs = Dit bestand is eerder anders ingelezen: met een andere kaart, met andere opties, of toen er andere rijen goed waren. Toen zijn er { $done } van { $of } vastgelegd; nu niets.
hint-import-quote = Zet achter de tekst een aanhalingsteken, of haal dit weg; binnen een tekst schrijf je er twee ("").
hint-import-differs = Lees het in met de kaart en de opties van toen: dan gaat het verder waar het was. Of gebruik --anew: dan worden rijen zonder kenmerk of nummer nog een keer vastgelegd.
error-import-stopped = { $done } van { $of } meldingen zijn vastgelegd; de andere niet.
error-import-stopped-not-known = Zeker { $done } van { $of } meldingen zijn vastgelegd; of de volgende dat ook zijn, is niet bekend.
hint-import-stopped = Geef dezelfde opdracht: dan gaat het verder waar het stopte.
error-import-other-run = Iemand anders leest dit bestand ook in: { $done } van { $of } meldingen zijn vastgelegd.
hint-import-other-run = Wacht tot dat klaar is en geef dan dezelfde opdracht: die zegt wat is vastgelegd.
hint-import-again = Lees hetzelfde bestand nog eens in: wat een reference of id heeft, wordt niet twee keer vastgelegd.
expected-mapping = Schrijf --map "hun kolom=veld", bijvoorbeeld --map "Leefgebied=topics"; met niets achter de = laat je de kolom weg.

## Help
help-usage = Gebruik:
value-name = NAAM
value-path = PAD
value-old = OUD
value-new = NIEUW
value-file = BESTAND
value-organisation = ORGANISATIE
value-format = VORM
value-language = TAAL
value-when = WANNEER
value-picture = TEKENING
value-topic = LEEFGEBIED
value-age = LEEFTIJD
value-place = PLAATS
value-urgency = SPOED
value-words = WOORDEN
value-reason = REDEN
value-contact = CONTACT
value-number = NUMMER
value-basis = GROND
value-days = DAGEN
value-order = VOLGORDE
value-column = KOLOM
value-signal = SIGNAAL
value-question = VRAAG
value-outcome = UITKOMST
value-channel = WEG
value-state = STAND
value-day = DAG
value-moment = MOMENT
value-form = SOORT
value-mapping = KOLOM=VELD
value-setting = INSTELLING
value-value = WAARDE
value-shell = SHELL
value-folder = MAP
value-backup = BACK-UP
value-receipt = BEWIJS
help-usage-options = [OPTIES]
help-usage-command = <OPDRACHT>
help-heading-options = Opties
help-heading-values = Wat erbij hoort
help-heading-commands = Opdrachten
help-heading-global = Opties bij elke opdracht
help-group-daily = Elke dag
help-group-professional = Voor wie meldt of opvolgt
help-group-coordinator = Voor de coördinator
help-group-it = Voor wie kaart en register beheert
help-choices = een van: { $values }
help-help = Deze hulp tonen
help-version = De versie tonen
first-page-more = seinhuis OPDRACHT --help vertelt meer over een opdracht.

## Alarms about broken promises
escalate-reason = Automatisch overgenomen: een afspraak over dit signaal was te lang voorbij.
status-no-escalation = Op de kaart staat geen "escalation": er gaat nooit een alarm. docs/routes-yaml.md vertelt hoe het erop komt.
hint-alarms-again = Kijk eerst met seinhuis alarmeren --again of het is vastgelegd, en doe het daarna opnieuw: geen alarm gaat twee keer.
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
    [one] Over één signaal is een afspraak te laat: seinhuis lijst --late --state offered,accepted,answered
   *[other] Over { $count } signalen is een afspraak te laat: seinhuis lijst --late --state offered,accepted,answered
}
escalated-more = Er wachten nog meer alarmen: doe het opnieuw.
escalation-step = { $after } na { $promise ->
    [accept] de afspraak om te zeggen of ze het oppakken
    [feedback] de afspraak om terug te koppelen
   *[confirm] de tijd om te bevestigen
}: bericht aan { $tell }
escalation-takes-over = de coördinator neemt het over
map-show-escalation = Alarmen

## The manual, and what shells complete
shell-bash = de meeste Linux-systemen
shell-zsh = macOS
shell-fish = vult vanzelf aan
shell-powershell = Windows
man-manual = Handleiding van seinhuis
man-name = NAAM
man-synopsis = GEBRUIK
man-description = WAT HET DOET
man-version = VERSIE
man-exit = AFSLUITCODE
man-exit-0 = Gedaan, en getoond.
man-exit-1 = Mislukt; er is niets vastgelegd; probeer het opnieuw.
man-exit-2 = De opdracht klopt niet; er is niets gedaan.
man-exit-3 = Een regel van het werk staat het niet toe; er is niets vastgelegd.
man-exit-4 = De kaart is ongeldig, of een controle of toets ervan is niet goed.
man-exit-5 = Er is geen signaal met dit nummer.
man-exit-6 = Er wacht werk (met --exit-code, bij alarmeren, of er zijn rijen afgewezen).
man-exit-7 = Niet bekend of het is vastgelegd; de fout noemt de opdracht om te herhalen.
man-exit-8 = Vastgelegd, maar het antwoord kon niet worden getoond.
man-exit-9 = Het register is beschadigd, nieuwer of niet van ons; er is niets aan veranderd.
man-written = { $count ->
    [one] Er staat één pagina in { $folder }.
   *[other] Er staan { $count } pagina's in { $folder }.
}

## Help in Dutch; in English the help stands with the commands
help = Brengt een signaal over een huishouden bij wie de opvolging doet, en zorgt dat je hoort wat ervan wordt.
help-global-routes = De kaart: een YAML-bestand, of een map met zulke bestanden
help-global-register = Het register: waar signalen worden bewaard
help-global-acting_as = De organisatie waarvoor je werkt
help-global-format = Hoe het antwoord wordt geschreven: table, json, jsonl of csv
help-global-lang = De taal van het scherm: nl of en
help-global-color = Kleur: auto, never of always
help-global-no_color = Geen kleur
help-global-quiet = Niets zeggen behalve het antwoord en fouten
help-global-no_input = Nooit iets vragen, ook niet in een terminal

help-report = Een signaal vastleggen, en meteen horen wie de opvolging doet
help-report-more = Zegt wie eigenaar is, waarom, hoe je hen bereikt en wanneer je hoort wat ermee is gedaan. In een terminal vraagt het wat nog ontbreekt.
    Schrijf wat je zag, niet wie het zijn: geen namen, geen geboortedatum, geen BSN. Wat je achter een optie typt, kan in de geschiedenis van je terminal blijven staan; met - wordt het uit standaardinvoer gelezen, of laat het programma het vragen.

    Nu gevaar? Bel eerst 112, of Veilig Thuis 0800-2000.

    Voorbeeld: seinhuis meld --topic parenting --age "5 dagen" --area 3012 --discussed --seen -
help-report--topic = Waar het over gaat: een of meer leefgebieden, het belangrijkste eerst
help-report--age = De leeftijd van de persoon om wie het gaat: 34, 8m, "5 dagen", ongeboren; laat weg als je het niet weet
help-report--area = Waar die persoon staat ingeschreven: een postcode (alleen de 4 cijfers tellen), een gebied of gemeente
help-report--urgency = Hoe snel er iets moet gebeuren
help-report--seen = Wat je zag of hoorde: feiten, in je eigen woorden
help-report--edit = De editor openen voor wat je zag
help-report--goes_well = Wat goed gaat
help-report--helpers = Wie er al helpt
help-report--own_words = Hoe de bewoner het zelf zegt
help-report--discussed = Je hebt dit signaal met het gezin besproken
help-report--not_discussed = Je hebt het niet met het gezin besproken, om deze reden
help-report--contact = Hoe de eigenaar jou bereikt; anders het contact van je organisatie
help-report--reference = Het nummer uit je eigen systeem: twee keer hetzelfde wordt één keer vastgelegd
help-report--id = Het nummer van het signaal, om een melding te herhalen waarvan je niet weet of die is vastgelegd

help-list = Tonen wat onbeantwoord is, de oudste afspraak eerst
help-list-more = Toont nooit woorden over een gezin. Naar een ander programma schrijft het kolommen met tabs en ISO-datums.

    Voorbeeld: seinhuis lijst --inbox
help-list--inbox = Die op jouw organisatie wachten, met wat je nu kunt doen
help-list--mine = Die jouw organisatie meldde, ook met een antwoord dat je nog niet hebt bevestigd
help-list--owner = Waarvan deze organisatie de opvolging doet
help-list--sender = Die deze organisatie meldde
help-list--waiting_for = Die op deze organisatie wachten: om op te pakken, terug te koppelen, te antwoorden, over te nemen, te bevestigen of te sluiten
help-list--area = In dit gebied, en wat erin ligt
help-list--topic = Over dit leefgebied, en wat eronder valt
help-list--late = Waarvan de afspraak voorbij is
help-list--silent = Waarmee al zoveel werkdagen of langer niets gebeurde
help-list--basis = Die volgens de kaart een gat zijn of betwist, of op grond van een afspraak één eigenaar kregen
help-list--state = Die zo staan; onbeantwoord is offered en accepted
help-list--since = Gemeld op of na deze dag: 2026-11-23
help-list--closed = Die klaar zijn, gesloten of ingetrokken, het nieuwste eerst
help-list--sort = In deze volgorde
help-list--limit = Hooguit zoveel
help-list--columns = Deze kolommen, in deze volgorde
help-list--count = Alleen hoeveel het er zijn
help-list--exit_code = Eindigen met code 6 als er iets op de lijst staat

help-feedback = De melder vertellen wat er van een signaal is geworden
help-feedback-more = Met --interim vertel je hoe ver het is; de afspraak loopt door. Anders is het de afloop: die heeft een uitkomst, en de melder laat weten of het klopt.
    Mag je alleen zeggen dát er iets is gedaan? Zeg dat eerlijk, met --status-only. In een terminal vraagt het wat nog ontbreekt.

    Voorbeeld: seinhuis terugkoppelen K7M4 --outcome help-started --by phone "Zij heeft donderdag een afspraak"
help-feedback--id = Het nummer van het signaal, of de eerste vier tekens ervan
help-feedback--outcome = Wat ervan is geworden
help-feedback--by = Hoe je het de melder vertelt
help-feedback--interim = Hoe ver het is, nog niet de afloop
help-feedback--status_only = Je mag alleen zeggen dat er iets is gedaan
help-feedback--edit = De editor openen voor de woorden
help-feedback--words = Wat er is gedaan; - leest standaardinvoer

help-confirm = Zeggen dat je de terugkoppeling hebt gezien en dat die klopt
help-confirm-more = Alleen hiermee, door de melder, is een signaal helemaal afgesloten. Klopt het niet? Gebruik dan klopt-niet.

    Voorbeeld: seinhuis bevestigen K7M4
help-confirm--id = { help-feedback--id }
help-confirm--words = Een woord terug aan de eigenaar; - leest standaardinvoer

help-route = Zeggen wie eigenaar zou zijn, en niets vastleggen
help-route-more = Zonder --as telt alleen mee wat voor elke melder openstaat.

    Voorbeeld: seinhuis wie --topic parenting --age 0 --area 3012
help-route--topic = { help-report--topic }
help-route--age = { help-report--age }
help-route--area = { help-report--area }
help-route--urgency = { help-report--urgency }
help-route--at = Op een ander moment dan nu: 2026-11-28T22:00

help-show = Een signaal tonen: hoe het staat, en alles wat ermee gebeurde
help-show-more = De melder, de eigenaar en wie betrokken is lezen de woorden. De coördinator leest het verhaal zonder de woorden.

    Voorbeeld: seinhuis toon K7M4
help-show--id = { help-feedback--id }

help-accept = Een signaal oppakken
help-accept-more = Je zegt dat jouw organisatie het opvolgt. De afspraak over terugkoppeling aan de melder loopt door.

    Voorbeeld: seinhuis oppakken K7M4
help-accept--id = { help-feedback--id }

help-decline = Zeggen dat een signaal niet voor jullie is, en voor wie wel
help-decline-more = Daarmee houdt het nooit op: het gaat naar de organisatie die je voorstelt. Stel je niemand voor, of is het al eens afgewezen, dan beslist de coördinator.

    Voorbeeld: seinhuis afwijzen K7M4 --reason other-area --to cjg-veenbroek
help-decline--id = { help-feedback--id }
help-decline--reason = Waarom
help-decline--to = De organisatie die eigenaar zou moeten zijn; laat weg als je het niet weet
help-decline--words = Een toelichting voor de volgende eigenaar; - leest standaardinvoer

help-transfer = Een signaal overdragen: voorstellen, overnemen of weigeren
help-transfer-more = De eigenaar blijft eigenaar tot de andere organisatie het overneemt. Ook de afspraak met de melder blijft.

    Voorbeeld: seinhuis overdragen voorstellen K7M4 --to ggz-rijnmeer
help-transfer-propose = Een andere organisatie vragen een signaal over te nemen
help-transfer-propose--id = { help-feedback--id }
help-transfer-propose--to = De organisatie die je het vraagt
help-transfer-propose--words = Waarom; - leest standaardinvoer
help-transfer-take = Een signaal overnemen dat jullie is voorgesteld
help-transfer-take--id = { help-feedback--id }
help-transfer-refuse = Een signaal dat jullie is voorgesteld bij de eigenaar laten
help-transfer-refuse--id = { help-feedback--id }
help-transfer-refuse--words = { help-transfer-propose--words }

help-involve = Nog een organisatie laten lezen en aanvullen
help-involve-more = De eigenaar blijft dezelfde. Wie betrokken is, leest wat er staat en kan antwoorden.

    Voorbeeld: seinhuis betrekken K7M4 --organisation schuldhulp-waterdam
help-involve--id = { help-feedback--id }
help-involve--organisation = De organisatie die mag lezen en aanvullen

help-ask = De melder een vraag stellen
help-ask-more = De klok van de afspraak loopt door. Met --of vraag je het aan wie betrokken is.

    Voorbeeld: seinhuis vraag K7M4 "Is het gezin 's ochtends thuis?"
help-ask--id = { help-feedback--id }
help-ask--of = Aan wie, als het niet de melder is
help-ask--edit = De editor openen voor de vraag
help-ask--question = De vraag; - leest standaardinvoer

help-reply = Een vraag beantwoorden, of iets aanvullen
help-reply-more = Beantwoordt de oudste vraag die op jullie wacht. Is er geen vraag, dan vult het aan wat je schrijft.

    Voorbeeld: seinhuis antwoord K7M4 "Ja, tot elf uur"
help-reply--id = { help-feedback--id }
help-reply--question = Het nummer van de vraag in het verhaal, als er meer wachten
help-reply--edit = De editor openen voor het antwoord
help-reply--words = Het antwoord; - leest standaardinvoer

help-amend = Leefgebieden wijzigen als het over iets anders blijkt te gaan
help-amend-more = De eigenaar blijft dezelfde; de eigenaren van de nieuwe leefgebieden worden betrokken, en de melder ziet het.

    Voorbeeld: seinhuis aanpassen K7M4 --add language/literacy "Hij kan de brieven niet lezen"
help-amend--id = { help-feedback--id }
help-amend--add = Een leefgebied om toe te voegen
help-amend--topics = Alle leefgebieden opnieuw, het belangrijkste eerst
help-amend--words = Wat het bleek te zijn; - leest standaardinvoer

help-reject = Zeggen dat de terugkoppeling niet klopt
help-reject-more = De eigenaar pakt het signaal weer op, met een nieuwe afspraak aan jou.

    Voorbeeld: seinhuis klopt-niet K7M4 "Niemand heeft het gezin gesproken"
help-reject--id = { help-feedback--id }
help-reject--edit = De editor openen voor de woorden
help-reject--words = Wat er niet klopt; - leest standaardinvoer

help-reopen = Een afgesloten signaal weer laten oppakken
help-reopen-more = De melder krijgt een nieuwe afspraak.

    Voorbeeld: seinhuis heropenen K7M4 "De hulp is gestopt"
help-reopen--id = { help-feedback--id }
help-reopen--edit = De editor openen voor de reden
help-reopen--reason = Waarom; - leest standaardinvoer

help-withdraw = Een signaal intrekken dat je zelf meldde
help-withdraw-more = Voor een signaal dat nog niet is beantwoord. De reden blijft in het verhaal staan.

    Voorbeeld: seinhuis intrekken K7M4 "Dubbel gemeld"
help-withdraw--id = { help-feedback--id }
help-withdraw--edit = { help-reopen--edit }
help-withdraw--reason = { help-reopen--reason }

help-assign = Beslissen wie eigenaar is van een signaal (coördinator)
help-assign-more = Voor een gat, een betwist signaal, of een signaal dat twee keer is afgewezen. De organisatie krijgt het aangeboden en laat weten of ze het oppakt; de afspraak met de melder blijft.

    Voorbeeld: seinhuis toewijzen K7M4 --to cjg-waterdam "Telefonisch met beide afgesproken"
help-assign--id = { help-feedback--id }
help-assign--to = De organisatie die eigenaar wordt
help-assign--edit = { help-reopen--edit }
help-assign--reason = Waarom deze organisatie; - leest standaardinvoer

help-reroute = De kaart opnieuw laten beslissen over open signalen (coördinator)
help-reroute-more = Voor na een wijziging van de kaart: niets verhuist vanzelf. De nieuwe eigenaar krijgt het signaal aangeboden en laat weten of ze het oppakt; de afspraak met de melder blijft. Een signaal waarvoor de kaart dezelfde eigenaar noemt, blijft waar het is. Van meerdere signalen gaan ze allemaal, of geen.

    Voorbeeld: seinhuis omleiden K7M4 9F3R --reason "De wijkteams doen dit sinds 1 januari"
help-reroute--ids = De nummers van de signalen, of de eerste vier tekens ervan
help-reroute--reason = Waarom de kaart opnieuw beslist; - leest standaardinvoer
help-reroute--edit = { help-reopen--edit }
help-reroute--dry_run = Alleen laten zien wat er zou verhuizen, en niets vastleggen

help-overview = Laten zien wat er valt te leren van wat is gemeld (coördinator)
help-overview-more = Voor elke verantwoordelijkheid in de kaart en elk leefgebied: hoeveel signalen, hoe lang tot de terugkoppeling, waar signalen afketsen, en wat iets anders bleek te zijn; en welke leefgebieden niemand opvolgt, of meerdere. Het is geen ranglijst. Aantallen onder de vijf worden niet getoond, en geen woorden.

    Voorbeeld: seinhuis overzicht --since 2026-01-01 --area waterdam --html overzicht.html
help-overview--since = Gemeld op of na deze dag: 2026-11-23
help-overview--until = Gemeld op of voor deze dag: 2026-12-31
help-overview--area = In dit gebied, met wat erin ligt
help-overview--topic = Met dit als belangrijkste leefgebied, of een deel ervan
help-overview--html = Ook in dit bestand schrijven, als pagina in beide talen met grafieken, voor een browser en voor papier; een oudere pagina die seinhuis maakte, wordt vervangen

help-close = Een signaal afsluiten zonder dat de melder heeft bevestigd
help-close-more = Alleen als de dag om te bevestigen voorbij is. Het blijft zichtbaar als niet bevestigd.

    Voorbeeld: seinhuis sluiten K7M4
help-close--id = { help-feedback--id }

help-map = De kaart nagaan, toetsen en vergelijken
help-map-more = Voorbeeld: seinhuis kaart controleer routes.yaml
help-map-check = Alles vinden wat er mis is met de kaart: betwist, gaten, claims die nooit gelden, oude contacten
help-map-check-more = Bij elke vondst staat waar ze staat, om welke signalen het gaat, wat je kunt doen, en een opdracht die het laat zien. Bij fouten is de afsluitcode 4; met --strict ook bij waarschuwingen.

    Voorbeeld: seinhuis kaart controleer routes.yaml --strict
help-map-check--path = De kaart; anders die van --routes
help-map-show = De kaart tonen: gebieden, organisaties en leefgebieden, of wie heeft afgesproken wat op te volgen
help-map-show-more = Zonder optie wat de kaart bevat. Met --area, --topic of --owner wat daar is afgesproken, zoals het er staat; wie één signaal opvolgt,
    zegt seinhuis wie. Met --owner alleen alles over die organisatie.

    Voorbeeld: seinhuis kaart toon --area waterdam --topic parenting
help-map-show--area = Wie wat opvolgt in dit gebied, met wat erin ligt en eromheen
help-map-show--topic = Wie dit leefgebied opvolgt, met zijn delen en waar het deel van is
help-map-show--owner = Wat deze organisatie opvolgt
help-map-show--all = Alles wat op de hele kaart is afgesproken
help-map-graph = De kaart tekenen: leefgebieden en wie ze opvolgt, met gaten en betwiste signalen gemerkt
help-map-graph-more = De afspraken zijn die van vandaag, zoals ze er staan. Gaten en betwiste signalen zijn volledig, voor signalen waarvan leeftijd en plaats bekend zijn.
    Van een kaart die te groot is voor één vel papier wordt één gebied getekend.

    Voorbeeld: seinhuis kaart teken --area waterdam --output waterdam.svg
help-map-graph--area = Alleen dit gebied, met wat erin ligt
help-map-graph--topic = Alleen dit leefgebied, met zijn delen
help-map-graph--picture = Wat voor tekening; svg als dit ontbreekt
help-map-graph--output = In dit bestand schrijven, niet op het scherm; een oudere tekening die seinhuis maakte, wordt vervangen
help-map-schema = Het JSON Schema van de kaart tonen, zodat een editor die aanvult en nakijkt
help-map-schema-more = Schrijf het in een bestand naast de kaart en noem dat op de eerste regel van de kaart:
    "# yaml-language-server: $schema=routes.schema.json"

    Voorbeeld: seinhuis kaart schema > routes.schema.json
help-map-check--list = Vertellen welke controles er zijn en waar elke op let, en niets controleren
help-map-check--allow = Deze controle overslaan; vaker, voor meer controles
help-map-check--strict = Ook bij een waarschuwing afsluiten met code 4
help-map-diff = Vertellen wat er voor melders verandert als een andere kaart de plaats van deze inneemt
help-map-diff-more = Voor welke signalen een andere organisatie eigenaar is, welke gaten en betwistingen ontstaan of verdwijnen, welke afspraken en contacten veranderen; vanaf vandaag, en later als dat nu al bekend is. Niets verhuist vanzelf. De afsluitcode is 0, of er nu iets verandert of niet.

    Voorbeeld: seinhuis kaart verschil routes.yaml routes-2027.yaml --open
help-map-diff--old = De kaart zoals die is: een bestand of een map
help-map-diff--new = De kaart zoals die wordt: een bestand of een map
help-map-diff--open = Ook vertellen welke open signalen in het register onder de nieuwe kaart een andere eigenaar zouden krijgen
help-map-test = Beslissen over de gevallen die jullie hebben afgesproken, en laten zien waar de kaart iets anders zegt
help-map-test-more =
    De gevallen staan naast de kaart: routes.test.yaml naast routes.yaml, *.test.yaml in een map met bestanden. docs/map-tests.md vertelt hoe je ze opschrijft. Eindigt met 4 als een geval niet is zoals afgesproken.

    Voorbeeld: seinhuis kaart toets --coverage
help-map-test--path = Het bestand met gevallen, of een map met zulke bestanden; anders wat naast de kaart staat
help-map-test--coverage = Ook de verantwoordelijkheden en leefgebieden noemen die in geen geval voorkomen

help-import = De signalen uit een bestand vastleggen: CSV of regels met JSON
help-import-more = Elke rij wordt gecontroleerd en er wordt beslist wie eigenaar is, voordat er iets wordt vastgelegd. Kan er één niet, dan wordt er geen vastgelegd, en staat er per rij en kolom wat er mis is. Met --keep-good worden de andere wel vastgelegd, en komen deze in een bestand dat je kunt verbeteren en inlezen. Twee keer inlezen legt niets twee keer vast, als de rijen een reference of id hebben.
    De kolommen heten zoals in JSON: @columns. Topics, seen, en discussed of why_not_discussed moeten er zijn. Een afspraak loopt vanaf reported_at, of vanaf nu. Wat `export --format jsonl --with-words` schreef, wordt ingelezen met alles wat er is gebeurd. Meer dan 20.000 meldingen en stappen worden in delen vastgelegd, zodat niemand die intussen meldt lang wacht; wat werd afgebroken, gaat verder met dezelfde opdracht.

    Voorbeeld: seinhuis inlezen signalen.csv --map "Leefgebied=topics" --map "Naam=" --dry-run
help-import--file = Het bestand; - of niets voor standaardinvoer
help-import--mappings = Een kolom van het bestand en het veld dat het is; met niets achter de = telt de kolom niet mee
help-import--from = Wat het bestand is; anders wordt het gezien aan het begin
help-import--keep_good = De rijen vastleggen die kunnen, en de andere in een bestand zetten
help-import--rejects = Het bestand voor de rijen die niet kunnen; anders de naam van het bestand met .rejects voor het einde
help-import--dry_run = Alleen controleren, en tonen wie waarvan eigenaar zou zijn
help-import--anew = Een bestand nog eens vastleggen dat eerder helemaal of deels is ingelezen

help-register = Het register beheren: wat erin zit, of het in orde is, back-ups
help-register-more = Voorbeeld: seinhuis register info
help-register-info = Vertellen waar het register staat, welke versie het is, hoe groot, en hoeveel signalen erin zitten
help-register-info-more = Voorbeeld: seinhuis register info
help-register-verify = Kijken of alles in het register staat zoals het is vastgelegd
help-register-verify-more = Er verandert niets, en anderen kunnen doorwerken. Elke rij wordt vergeleken met zijn zegel, elk signaal met wat ermee is gebeurd, en de database controleert zichzelf. Klopt er iets niet, dan staat er wat en waar, en is de afsluitcode 9.

    De laatste stappen kunnen verdwijnen zonder spoor, bijvoorbeeld als een oude kopie is teruggezet. Bewaar het ontvangstbewijs dat je hier krijgt, of dat bij een melding kwam: met --receipt zie je of die stap er nog staat.

    Voorbeeld: seinhuis register controleer --receipt 42-3f9a-c01b-77d2-0e5c
help-register-verify--receipts = Kijken of de stap van dit ontvangstbewijs er nog staat; vaker voor meer
help-register-backup = Het register, zoals het nu is, in een nieuw bestand zetten dat op zichzelf compleet is
help-register-backup-more = Anderen kunnen intussen doorwerken. De back-up wordt nagekeken voor hij zijn naam krijgt: klopt er iets niet in het register, dan komt er geen back-up en is de afsluitcode 9. Alleen jij kunt het bestand lezen; er staan woorden over gezinnen in.

    Een kopie die op een andere manier is gemaakt, is geen back-up: de nieuwste signalen kunnen nog in het logboek naast het register staan.

    Voorbeeld: seinhuis register reservekopie /backup/seinhuis-2026-11-23.db
help-register-backup--file = Het nieuwe bestand
help-register-restore = Een back-up terugzetten als register, op een nieuwe plek
help-register-restore-more = Er wordt nooit iets overschreven: op de plek van --register mag nog niets staan. Zet een beschadigd register eerst weg, met wat ernaast staat (-wal en -shm). De back-up wordt nagekeken voor het register er staat; is die niet in orde, dan komt er geen register en is de afsluitcode 9.

    Ontvangstbewijzen van voor de back-up blijven gelden. Wat erna is vastgelegd, zit er niet in.

    Voorbeeld: seinhuis register terugzetten /backup/seinhuis-2026-11-23.db --register nieuw.db
help-register-restore--backup = De back-up
help-register-salvage = Uit een beschadigd register overnemen wat in orde is, in een nieuw register
help-register-salvage-more = Voor als er geen goede back-up is. Elk signaal dat te lezen is en klopt, wordt overgenomen met alles wat ermee is gebeurd; van elk ander signaal staat er waarom niet. Aan het oude register verandert niets: bewaar het.

    Het nieuwe register geeft nieuwe ontvangstbewijzen: die van het oude gelden er niet voor. De afsluitcode is 9 als niet alles is overgenomen.

    Voorbeeld: seinhuis register redden beschadigd.db nieuw.db
help-register-salvage--old = Het beschadigde register
help-register-salvage--new = Het nieuwe register

help-escalate = Alarm geven over afspraken die te laat zijn: de nachtelijke taak
help-escalate-more =
    Op de kaart staat wanneer er een alarm gaat, wie bericht krijgt, en wanneer de coördinator een signaal overneemt ("escalation"). Elke stap gaat één keer per afspraak, hoe vaak dit ook draait. Het werkt namens de coördinator van elk signaal, dus zonder --as. Het verstuurt zelf niets: het zegt wie bericht moet krijgen en hoe je hen bereikt, als JSONL of CSV een regel per bericht. Nooit een woord over een gezin.

    Is het antwoord verloren gegaan (afsluitcode 7 of 8), dan vertelt --again het nog een keer.

    De afsluitcode is 6 als een afspraak te laat is en iemand iets moet doen, en 0 als er niets te laat is.

    Voorbeeld: seinhuis alarmeren --format jsonl
help-escalate--dry_run = Alleen laten zien welke alarmen er zouden gaan; niets vastleggen
help-escalate--again = Nog een keer vertellen welke alarmen vandaag zijn gegeven over signalen die nog open zijn; niets vastleggen
help-export = Signalen en hun verloop in een bestand schrijven: werkmap, CSV of JSONL
help-export-more = Het eind van de naam zegt in welke vorm: .xlsx (een blad met signalen en een met gebeurtenissen), .csv (voor een Nederlandse spreadsheet) of .jsonl (dat leest seinhuis inlezen terug). Het bestand moet nieuw zijn, en alleen jij kunt het lezen. Zonder --output gaat het naar de standaarduitvoer, in de vorm van --format: csv, jsonl of json.

    Zonder filter zijn het alle signalen, ook die geëindigd zijn.

    Wat mensen schreven, hoe je hen bereikt en hun eigen nummers blijven eruit, tenzij de coördinator erom vraagt met --with-words. Dat wordt gezegd, en het register onthoudt wanneer het gebeurde, namens wie, en van hoeveel signalen.

    Voorbeeld: seinhuis uitvoer --since 2026-01-01 --output signalen.xlsx
help-export--owner = Waarvan deze organisatie de opvolging doet
help-export--sender = Die deze organisatie meldde
help-export--area = In dit gebied, en wat erin ligt
help-export--topic = Over dit leefgebied, en wat eronder valt
help-export--late = Waarvan de afspraak voorbij is
help-export--waiting_for = Die op deze organisatie wachten: om op te pakken, terug te koppelen, te antwoorden, over te nemen, te bevestigen of te sluiten
help-export--silent = Waarmee al zoveel werkdagen of langer niets gebeurde
help-export--basis = Die volgens de kaart een gat zijn of betwist, of op grond van een afspraak één eigenaar kregen
help-export--state = Die zo staan; onbeantwoord is offered en accepted
help-export--since = Gemeld op of na deze dag: 2026-11-23
help-export--output = In dit nieuwe bestand schrijven: .xlsx, .csv of .jsonl
help-export--events = In CSV een regel voor elke gebeurtenis, niet voor elk signaal
help-export--with_words = Ook wat mensen schreven; het register onthoudt dat je dit deed

help-config = Tonen welke instellingen gelden en waarom, of er een zetten
help-config-more = Volgorde: optie, SEINHUIS_*-variabele, bestand met instellingen, standaard.

    Voorbeeld: seinhuis instellingen zet as kraamzorg-de-wieg
help-config-set = Eén instelling in het bestand met instellingen zetten
help-config-set--key = Welke: routes, register, as, contact, lang, format of color
help-config-set--value = Wat het wordt

help-completions = Een script tonen waarmee je shell aanvult wat je typt
help-completions-more =
    Opdrachten, opties, codes van de kaart en nummers van open signalen. Het script vraagt tijdens het typen aan seinhuis zelf wat er kan, en blijft dus kloppen als de kaart verandert. Het leest de kaart en het register uit je instellingen, schrijft niets, en toont nooit woorden over een gezin.

    Bash: zet in ~/.bashrc de regel: source <(seinhuis completions bash)

    Zsh: zet in ~/.zshrc, na compinit, de regel: source <(seinhuis completions zsh)

    Fish: seinhuis completions fish > ~/.config/fish/completions/seinhuis.fish

    PowerShell: zet in $PROFILE de regel: seinhuis completions powershell | Out-String | Invoke-Expression

    Voorbeeld: seinhuis aanvullen bash
help-completions--shell = Voor welke shell
help-man = De handleiding tonen, of er voor elke opdracht een pagina van schrijven
help-man-more = De pagina's zijn in de taal van het scherm. Eén pagina meteen lezen: seinhuis handleiding | man -l -

    Voorbeeld: seinhuis handleiding --output /usr/local/share/man/nl/man1
help-man--output = Voor elke opdracht een pagina schrijven in deze map, die wordt gemaakt als ze er niet is; oudere pagina's die seinhuis maakte, worden vervangen
