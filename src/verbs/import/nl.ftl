## Uitvoer

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
import-withdrawn = { $count ->
    [one] 1 daarvan was toen ingetrokken, en blijft dat.
   *[other] { $count } daarvan waren toen ingetrokken, en blijven dat.
 }
import-not-told = { $count ->
    [one] Van 1 daarvan mag je niet lezen van wie het is.
   *[other] Van { $count } daarvan mag je niet lezen van wie ze zijn.
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
import-more-owners = en nog { $count } eigenaren; --vorm csv noemt elk signaal met zijn eigenaar.
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
import-more-faults = … en nog { $count }. Met --vorm json worden ze allemaal genoemd.
import-file-empty = Er staat niets in.
import-workbook = Dit is een werkmap. Bewaar het blad in je spreadsheet als "CSV UTF-8", en lees dat in.
import-file-mixed = Op sommige regels staat een melding, op andere een hele geschiedenis ("events"). Lees ze in als twee bestanden.
import-same-field = Twee kolommen zijn { $column }.
import-missing-columns = Er is geen kolom { $columns }.
import-no-such-column = Er is geen kolom "{ $column }" (--kolom).
import-no-columns = Regels met JSON hebben sleutels en geen kolommen: laat --kolom weg, en geef de sleutels onze namen.
import-unknown-column = Kolom { $number }, "{ $heading }", is niet bekend.
import-endless-row = Rij { $row } eindigt niet binnen 4 miljoen tekens. Dat komt door een aanhalingsteken dat nergens sluit.
import-quote-unclosed = Rij { $row }: het aanhalingsteken op regel { $line } opent een tekst, en geen ander sluit die.
import-quote-text-behind = Rij { $row }: achter de tekst tussen aanhalingstekens die op regel { $line } begint, staat nog meer tekst. Misschien ontbreekt het teken dat die tekst moet sluiten. Binnen zo'n tekst schrijf je het teken twee keer: "".
import-quote-space-before = Rij { $row }: op regel { $line } staat een spatie voor het aanhalingsteken dat een tekst opent. Laat die spatie weg.
unfit-missing = Hier staat niets, en dat moet wel.
unfit-unknown-topic = De kaart kent dit onderwerp niet.
unfit-unknown-area = De kaart kent dit gebied niet.
unfit-ambiguous-topic = In de kaart staat dit bij meer dan één onderwerp ({ $codes }): schrijf de code.
unfit-ambiguous-area = In de kaart staat dit bij meer dan één gebied ({ $codes }): schrijf de code.
unfit-ambiguous-organisation = In de kaart staat dit bij meer dan één organisatie ({ $codes }): schrijf de code.
unfit-unknown-postcode = Deze postcode ligt in geen gebied van de kaart.
unfit-unknown-organisation = De kaart kent deze organisatie niet.
unfit-too-many-topics = Een signaal heeft hooguit 12 onderwerpen.
unfit-not-an-age = Dit is geen leeftijd: schrijf 34, 8m, "5 dagen", pasgeboren of ongeboren.
unfit-not-a-youngest-child = Het jongste kind in huis is een leeftijd, zoals 8m of "5 dagen", of: geen.
unfit-not-a-later-day = Dit is geen dag na die van de melding: schrijf 2026-11-27 of 27-11-2026.
unfit-not-a-choice = Kies een van deze: { $names }.
unfit-not-yes-or-no = Schrijf ja of nee.
unfit-not-a-moment = Schrijf een moment als 2026-11-23 of 2026-11-23T10:15, met het jaar in vier cijfers.
unfit-in-the-future = Dit moment moet nog komen.
unfit-too-long-ago = Dit is vóór { $year }: zo lang geleden is er niets gemeld. Schrijf wanneer het gemeld is, of laat het leeg: dan telt nu.
unfit-not-an-id = Het nummer van een signaal is zoals K7M4-Q2X8.
unfit-discussed-and-why-not = Het is met het gezin besproken, en toch staat er waarom niet.
unfit-consent-to-the-unknown = Het is niet met het gezin besproken, en toch staat er of ze het ermee eens zijn.
unfit-why-and-not-refused = Er staat waarom het toch is gemeld, en niet dat het gezin het er niet mee eens is (consent: nee).
unfit-again = In rij { $row } staat hetzelfde.
unfit-fields = Er staan { $found } velden onder { $expected } kopjes.
unfit-not-utf-8 = De tekst is geen UTF-8: bewaar het bestand als "CSV UTF-8".
unfit-not-json = Dit is geen JSON-object, vanaf teken { $column }.
unfit-unknown-key = Er staat een sleutel in die niet bekend is.
unfit-repeated-key = Dezelfde sleutel staat er twee keer in.
unfit-not-a-text = Dit is geen tekst: zet het tussen aanhalingstekens.
unfit-impossible = Deze geschiedenis kan niet zo zijn gegaan: ze is veranderd of beschadigd.
unfit-impossible-event = Deze geschiedenis kan niet zo zijn gegaan, vanaf gebeurtenis { $event }: ze is veranderd of beschadigd.
unfit-unknown-importer = Gebeurtenis { $event } zegt dat deze geschiedenis eerder is ingelezen, door een organisatie die niet op de kaart staat en dit signaal niet coördineert.
unfit-without-words = De woorden ontbreken. Alleen wat met --met-woorden is uitgevoerd, kan worden ingelezen.
unfit-id-taken = Een ander signaal heeft dit nummer al.
unfit-reference-taken = Signaal { $id } heeft dit kenmerk al, met een andere inhoud. Is dit een ander signaal? Geef het dan een eigen kenmerk.
unfit-other-story = Dit signaal is er al, en ging anders verder dan in deze geschiedenis staat.
error-import-file = Het bestand kan niet worden ingelezen; er is niets vastgelegd.
error-import-rows = { $count ->
    [one] 1 van { $of } rijen kan niet worden ingelezen; er is niets vastgelegd.
   *[other] { $count } van { $of } rijen kunnen niet worden ingelezen; er is niets vastgelegd.
 }
error-file-not-read = { $path } kan niet worden gelezen.
error-rejects-not-named = De goede rijen zijn vastgelegd, maar het bestand met de andere kon niet worden geschreven.
error-many-not-shown = Het is vastgelegd, maar het antwoord kon niet worden getoond.
hint-import-rows = Verbeter de rijen, of gebruik --goede-vastleggen: dan worden de andere vastgelegd, en deze komen in een bestand dat je kunt verbeteren en inlezen.
hint-import-columns = Kolommen heten: { $known }. Een andere naam geef je op met --kolom "hun kolom=veld"; met --kolom "hun kolom=" laat je een kolom weg.
error-import-differs = Dit bestand is eerder anders ingelezen: met een andere kaart, met andere opties, of toen er andere rijen goed waren. Toen zijn er { $done } van { $of } vastgelegd; nu niets.
hint-import-quote = Zet achter de tekst een aanhalingsteken, of haal dit weg; binnen een tekst schrijf je er twee ("").
hint-import-differs = Lees het in met de kaart en de opties van toen: dan gaat het verder waar het was. Of gebruik --opnieuw: dan worden rijen zonder kenmerk of nummer nog een keer vastgelegd.
error-import-stopped = { $done } van { $of } meldingen zijn vastgelegd; de andere niet.
error-import-stopped-not-known = Zeker { $done } van { $of } meldingen zijn vastgelegd; of de volgende dat ook zijn, is niet bekend.
hint-import-stopped = Geef dezelfde opdracht: dan gaat het verder waar het stopte.
error-import-other-run = Iemand anders leest dit bestand ook in: { $done } van { $of } meldingen zijn vastgelegd.
hint-import-other-run = Wacht tot dat klaar is en geef dan dezelfde opdracht: die zegt wat is vastgelegd.
hint-import-again = Lees hetzelfde bestand nog eens in: wat een reference of id heeft, wordt niet twee keer vastgelegd.
expected-mapping = Schrijf --kolom "hun kolom=veld", bijvoorbeeld --kolom "Onderwerp=topics"; met niets achter de = laat je de kolom weg.

help-import = De signalen uit een bestand vastleggen: CSV of regels met JSON
help-import-more = Elke rij wordt gecontroleerd en er wordt beslist wie eigenaar is, voordat er iets wordt vastgelegd. Kan er één niet, dan wordt er geen vastgelegd, en staat er per rij en kolom wat er mis is. Met --goede-vastleggen worden de andere wel vastgelegd, en komen deze in een bestand dat je kunt verbeteren en inlezen. Twee keer inlezen legt niets twee keer vast, als de rijen een reference of id hebben.
    De kolommen heten zoals in JSON: @columns. Topics, seen, en discussed of why_not_discussed moeten er zijn. Een afspraak loopt vanaf reported_at, of vanaf nu. Wat `export --vorm jsonl --met-woorden` schreef, wordt ingelezen met alles wat er is gebeurd. Meer dan 20.000 meldingen en stappen worden in delen vastgelegd, zodat niemand die intussen meldt lang wacht; wat werd afgebroken, gaat verder met dezelfde opdracht.

    Voorbeeld: seinhuis inlezen signalen.csv --kolom "Onderwerp=topics" --kolom "Naam=" --alleen-kijken
help-import--file = Het bestand; - of niets voor standaardinvoer
help-import--mappings = Een kolom van het bestand en het veld dat het is; met niets achter de = telt de kolom niet mee
help-import--from = Wat het bestand is; anders wordt het gezien aan het begin
help-import--keep_good = De rijen vastleggen die kunnen, en de andere in een bestand zetten
help-import--rejects = Het bestand voor de rijen die niet kunnen; anders de naam van het bestand met .rejects voor het einde
help-import--dry_run = Alleen controleren, en tonen wie waarvan eigenaar zou zijn
help-import--anew = Een bestand nog eens vastleggen dat eerder helemaal of deels is ingelezen
