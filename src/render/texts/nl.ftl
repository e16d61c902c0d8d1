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
map-did-you-mean = Bedoelt u "{ $word }"?
map-choices = Kies uit: { $choices }.
map-hint-format = docs/routes-yaml.md legt elk woord van de kaart uit.
map-hint-routes = Noem de kaart met --routes, of met SEINHUIS_ROUTES.
map-no-such-file = Er is geen kaart op "{ $path }".
map-no-permission = U mag "{ $path }" niet lezen.
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
map-area-cycle = Deze gebieden liggen in elkaar: { $chain }.
map-validity-reversed = Dit eindigt op { $until }, vóór het begint op { $from }.
map-office-hours-reversed = Het kantoor sluit om { $to }, niet later dan het opent om { $from }.
map-closed-and-open = { $day } is een gesloten dag en ook een open dag.
map-empty-contact = Het contact van "{ $organisation }" heeft geen "phone" en geen "email".
map-owner-without-contact = "{ $organisation }" is ergens eigenaar van, dus is een "contact" nodig.
map-coordinator-without-contact = "{ $organisation }" coördineert, dus is een "contact" nodig.
