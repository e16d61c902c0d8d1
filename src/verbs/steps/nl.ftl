## Steps

step-accept = { $by } heeft { $id } opgepakt. { $sender } hoort uiterlijk { $feedback } wat ermee is gedaan.
step-family-known = { $other } weet over welk gezin { $id } gaat.
step-decline = { $by } heeft { $id } afgewezen: { $reason }. Het gaat naar { $owner }; die laat uiterlijk { $day } weten of ze het oppakken. { $sender } hoort nog steeds uiterlijk { $feedback } wat ermee is gedaan.
step-declined-again = Het was al eens afgewezen; daarom gaat het nu naar de coördinator, die beslist wie eigenaar is.
step-decline-claim = { $by } vindt { $id } niet langer van zichzelf: { $reason }. { $owner } blijft eigenaar, en { $by } blijft het lezen.
step-transfer-propose = { $by } heeft { $other } gevraagd { $id } over te nemen. Tot zij dat doen, blijft { $owner } eigenaar.
step-transfer-propose-instead = { $by } heeft { $other } gevraagd { $id } over te nemen. { $before } wordt het niet langer gevraagd. Tot iemand het overneemt, blijft { $owner } eigenaar.
step-transfer-take = { $by } heeft { $id } overgenomen. { $sender } hoort nog steeds uiterlijk { $feedback } wat ermee is gedaan.
step-transfer-refuse = { $by } neemt { $id } niet over. { $owner } blijft eigenaar.
step-transfer-end = { $by } vraagt niemand meer { $id } over te nemen. { $owner } is eigenaar.
step-assign = { $by } heeft { $id } toegewezen aan { $other }; die laat uiterlijk { $day } weten of ze het oppakken. { $sender } hoort nog steeds uiterlijk { $feedback } wat ermee is gedaan.
step-reroute = { $by } liet de kaart opnieuw beslissen over { $id }. Het gaat van { $from } naar { $owner }; die laat uiterlijk { $day } weten of ze het oppakken. { $sender } hoort nog steeds uiterlijk { $feedback } wat ermee is gedaan.
step-involve = { $other } kan { $id } nu lezen en aanvullen. { $owner } blijft eigenaar.
step-uninvolve = { $other } kan { $id } niet meer lezen.
step-ask = { $by } heeft { $other } een vraag gesteld over { $id }. De afspraak loopt door: terugkoppeling uiterlijk { $feedback }.
step-reply = { $by } heeft gereageerd op { $id }.
step-amend = De onderwerpen van { $id } zijn aangepast. { $owner } blijft eigenaar, en { $sender } ziet wat het bleek te zijn.
step-correct = { $by } heeft de gegevens van { $id } verbeterd. { $owner } is eigenaar; { $sender } hoort uiterlijk { $feedback } wat ermee is gedaan.
step-correct-offered = { $by } heeft de gegevens van { $id } verbeterd. { $owner } blijft eigenaar en laat uiterlijk { $day } weten of ze het oppakken; { $sender } hoort uiterlijk { $feedback } wat ermee is gedaan.
step-now-read = Dit leest nu ook: { $names }.
step-now-coordinates = Vanaf nu coördineert { $coordinator } het.
step-correct-moved = { $by } heeft de gegevens van { $id } verbeterd. Het gaat naar { $owner }, die uiterlijk { $day } laat weten of ze het oppakken. { $sender } hoort uiterlijk { $feedback } wat ermee is gedaan.
step-correct-declined-again = Met deze gegevens is het voor een ander, en het was al eens afgewezen; daarom gaat het nu naar de coördinator, die beslist wie eigenaar is.
step-feedback-interim = { $by } heeft { $sender } verteld hoe ver het is met { $id }. De afloop volgt uiterlijk { $feedback }.
step-feedback = { $by } heeft { $sender } verteld wat er met { $id } is gedaan. { $sender } heeft tot en met { $day } om te laten weten of het klopt.
step-feedback-status-only = { $by } heeft { $sender } verteld dat er iets met { $id } is gedaan. { $sender } heeft tot en met { $day } om te laten weten of het klopt.
step-heard = { $by } heeft vastgelegd wat hun is verteld over { $id }, en hoeft niets meer te doen. { $owner } heeft tot en met { $day } om te zeggen of het klopt.
step-confirm = { $by } zegt dat het klopt wat er over { $id } is verteld. Het signaal is afgesloten.
step-reject = { $by } zegt dat het niet klopt wat er over { $id } is verteld. { $owner } pakt het weer op; terugkoppeling uiterlijk { $feedback }.
step-close = { $id } is afgesloten. { $confirmer } zei niet of het klopt wat er is verteld; dat blijft zichtbaar.
step-reopen = { $id } wordt weer opgepakt door { $owner }. { $sender } hoort uiterlijk { $feedback } wat ermee is gedaan.
step-withdraw = { $by } heeft { $id } ingetrokken.
step-undo = { $by } heeft bij { $id } ongedaan gemaakt: { $undone }. Het staat weer zoals voor die stap: { $state }.
undone-accepted = het oppakken
undone-declined = het afwijzen
undone-claim-declined = zeggen dat het niet bij hen hoort
undone-assigned = het toewijzen
undone-involved = het betrekken van een ander
undone-uninvolved = het niet meer betrekken van een ander
undone-asked = de vraag
undone-replied = het antwoord
undone-amended = de andere onderwerpen
undone-corrected = het verbeteren van de gegevens
undone-feedback-interim = de terugkoppeling over hoever het is
undone-feedback-final = de terugkoppeling
undone-heard = wat zij hoorden
undone-confirmed = dat de terugkoppeling klopt
undone-rejected = dat de terugkoppeling niet klopt
undone-closed-unconfirmed = het sluiten
undone-withdrawn = het intrekken
step-escalate = Er is een alarm gegeven over { $id }.

help-feedback = De melder vertellen wat er van een signaal is geworden
help-feedback-more = Met --tussentijds vertel je hoe ver het is; de afspraak loopt door. Anders is het de afloop: die heeft een uitkomst, en de melder laat weten of het klopt.
    Mag je alleen zeggen dát er iets is gedaan? Zeg dat eerlijk, met --zonder-inhoud. In een terminal vraagt het wat nog ontbreekt.
    Is het overgedragen? Zeg dan met --aan aan wie.

    Voorbeeld: seinhuis terugkoppelen K7M4 --uitkomst hulp-is-gestart --hoe telefonisch "Zij heeft donderdag een afspraak"
help-feedback--id = Het nummer van het signaal, of de eerste vier tekens ervan
help-feedback--outcome = Wat ervan is geworden
help-feedback--by = Hoe je het de melder vertelt
help-feedback--to = Aan wie het is overgedragen: een organisatie, of woorden zoals "de huisarts"
help-feedback--interim = Hoe ver het is, nog niet de afloop
help-feedback--status_only = Je mag alleen zeggen dat er iets is gedaan
help-feedback--edit = De editor openen voor de woorden
help-feedback--words = Wat er is gedaan; - leest standaardinvoer
help-confirm = Zeggen dat je de terugkoppeling hebt gezien en dat die klopt
help-confirm-more = Alleen hiermee, door de melder, is een signaal helemaal afgesloten. Klopt het niet? Gebruik dan klopt-niet.

    Voorbeeld: seinhuis bevestigen K7M4
help-confirm--id = { help-feedback--id }
help-confirm--words = Een woord terug aan de eigenaar; - leest standaardinvoer
help-accept = Een signaal oppakken
help-accept-more = Je zegt dat jouw organisatie het opvolgt. De afspraak over terugkoppeling aan de melder loopt door. Vinden meer organisaties het van zichzelf, dan is wie het het eerst oppakt eigenaar.

    Voorbeeld: seinhuis oppakken K7M4 --contact "Els, 06-555 01 20"
help-accept--id = { help-feedback--id }
help-accept--contact = Wie de melder kan bereiken: "Els, 06-555 01 20"
help-family-known = Zeggen dat de eigenaar weet over welk gezin het gaat
help-family-known-more = In het register staan geen namen: de eigenaar hoort telefonisch om welk gezin het gaat. Tot dan is dat de volgende stap van de eigenaar. De eigenaar legt het vast, of de melder die het heeft verteld.

    Voorbeeld: seinhuis gezin-bekend K7M4
help-family-known--id = { help-feedback--id }
help-decline = Zeggen dat een signaal niet voor jullie is, en voor wie wel
help-decline-more = Daarmee houdt het nooit op: het gaat naar de organisatie die je voorstelt. Stel je niemand voor, of is het al eens afgewezen, dan beslist de coördinator. Vinden meer organisaties het van zichzelf, dan zeg je zo dat het niet van jullie is; een ander noem je dan niet.

    Voorbeeld: seinhuis afwijzen K7M4 --reden ander-gebied --aan cjg-veenbroek
help-decline--id = { help-feedback--id }
help-decline--reason = Waarom
help-decline--to = De organisatie die eigenaar zou moeten zijn; laat weg als je het niet weet
help-decline--words = Een toelichting voor de volgende eigenaar; - leest standaardinvoer
help-transfer = Een signaal overdragen: voorstellen, overnemen, weigeren of stoppen
help-transfer-more = De eigenaar blijft eigenaar tot de andere organisatie het overneemt. Ook de afspraak met de melder blijft.

    Voorbeeld: seinhuis overdragen voorstellen K7M4 --aan ggz-rijnmeer
help-transfer-propose = Een andere organisatie vragen een signaal over te nemen
help-transfer-propose--id = { help-feedback--id }
help-transfer-propose--to = De organisatie die je het vraagt
help-transfer-propose--words = Waarom; - leest standaardinvoer
help-transfer-end = Het niet langer vragen
help-transfer-end--id = { help-feedback--id }
help-transfer-take = Een signaal overnemen dat jullie is voorgesteld
help-transfer-take--id = { help-feedback--id }
help-transfer-refuse = Een signaal dat jullie is voorgesteld bij de eigenaar laten
help-transfer-refuse--id = { help-feedback--id }
help-transfer-refuse--words = { help-transfer-propose--words }
help-involve = Nog een organisatie laten lezen en aanvullen, of niet meer
help-involve-more = De eigenaar blijft dezelfde. Wie betrokken is, leest wat er staat en kan antwoorden. Met --stop leest een organisatie het niet meer, tenzij die iets heeft geschreven.

    Voorbeeld: seinhuis betrekken K7M4 --organisatie schuldhulp-waterdam
help-involve--id = { help-feedback--id }
help-involve--organisation = De organisatie die mag lezen en aanvullen
help-involve--end = Zij lezen het niet meer
help-ask = De melder een vraag stellen
help-ask-more = De klok van de afspraak loopt door. Met --aan vraag je het aan wie betrokken is.

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
help-amend = Onderwerpen wijzigen, of verbeteren wat is gemeld
help-amend-more = Verbeteren gaat over leeftijd, plaats, spoed en dag. De onderwerpen zijn van de eigenaar: wie eigenaar is van een nieuw onderwerp wordt betrokken, en de melder ziet het. De gegevens verbeteren de eigenaar en de coördinator, en de melder zolang niemand het heeft opgepakt; dan beslist de kaart opnieuw. Wat is gemeld, blijft in het verhaal staan.

    Voorbeeld: seinhuis aanpassen K7M4 --leeftijd 18 "Hij was jarig"
help-amend--id = { help-feedback--id }
help-amend--add = Een onderwerp om toe te voegen
help-amend--topics = Alle onderwerpen opnieuw, het belangrijkste eerst
help-amend--age = De juiste leeftijd van de persoon om wie het gaat
help-amend--youngest = De juiste leeftijd van het jongste kind in huis, of: geen
help-amend--area = Waar die persoon toch blijkt te zijn ingeschreven
help-amend--urgency = Hoe snel er toch iets moet gebeuren
help-amend--before = De dag waarop er iets gaat gebeuren
help-amend--words = Wat het bleek te zijn; - leest standaardinvoer
help-heard = Vastleggen wat jou is verteld over een signaal dat je meldde
help-heard-more = De eigenaar belde je en legde het hier niet vast: dan doe jij dat. Het gaat van je lijst, en de eigenaar zegt of het klopt. Mag je alleen horen dát er iets is gedaan? Laat dan de uitkomst en de woorden weg.

    Voorbeeld: seinhuis gehoord K7M4 --uitkomst hulp-is-gestart "Zij heeft donderdag een afspraak"
help-heard--id = { help-feedback--id }
help-heard--outcome = { help-feedback--outcome }
help-heard--by = Hoe je het hoorde; telefonisch als je dit weglaat
help-heard--words = Wat jou is verteld; - leest standaardinvoer
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
help-withdraw-more = Voor een signaal dat nog niemand heeft opgepakt. Later zeg je het met antwoord, en rondt de eigenaar het af met een terugkoppeling. De reden blijft in het verhaal staan.

    Voorbeeld: seinhuis intrekken K7M4 "Dubbel gemeld"
help-withdraw--id = { help-feedback--id }
help-withdraw--edit = { help-reopen--edit }
help-withdraw--reason = { help-reopen--reason }

help-undo = Je eigen laatste stap met een signaal ongedaan maken
help-undo-more = Binnen 24 uur, zolang niemand anders iets met het signaal deed. De stap blijft doorgestreept in het verhaal staan; wat je erbij schreef, leest niemand anders meer. Niet ongedaan te maken zijn overdragen, gezin-bekend, omleiden en heropenen.

    Voorbeeld: seinhuis ongedaan K7M4
help-undo--id = { help-feedback--id }
help-assign = Beslissen wie eigenaar is van een signaal (coördinator)
help-assign-more = Voor een gat, een betwist signaal, of een signaal dat twee keer is afgewezen. De organisatie krijgt het aangeboden en laat weten of ze het oppakt; de afspraak met de melder blijft.

    Voorbeeld: seinhuis toewijzen K7M4 --aan cjg-waterdam "Telefonisch met beide afgesproken"
help-assign--id = { help-feedback--id }
help-assign--to = De organisatie die eigenaar wordt
help-assign--edit = { help-reopen--edit }
help-assign--reason = Waarom deze organisatie; - leest standaardinvoer
help-close = Een signaal afsluiten zonder dat de melder heeft bevestigd
help-close-more = Alleen als de dag om te bevestigen voorbij is. Het blijft zichtbaar als niet bevestigd.

    Voorbeeld: seinhuis sluiten K7M4
help-close--id = { help-feedback--id }

## Questions

prompt-question = Wat wil je weten?
prompt-reply = Wat is je antwoord?
prompt-reject = Wat klopt er niet?
prompt-feedback = Wat mag de melder weten over wat er is gedaan?
prompt-outcome = Wat is ervan geworden?
prompt-handed-to = Aan wie is het overgedragen?
prompt-help-handed-to = Een organisatie, of woorden zoals "de huisarts" · Esc stopt
prompt-channel = Hoe vertel je het de melder?
status-nothing-to-write = De melder van { $id } mag alleen horen dát er iets is gedaan, niet wat. Je hoeft dus niets te schrijven.
status-no-address = De kaart heeft geen e-mailadres van { $sender }. Is het daar aangekomen?
