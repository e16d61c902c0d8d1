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
column-place = Buiten de kaart
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
waits-transfer-end = wachten, of het overdragen stoppen
waits-family-known = welk gezin?
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
list-unknown-areas = { $count ->
    [one] Eén signaal is uit een gebied dat de kaart van vandaag niet kent
   *[other] { $count } signalen zijn uit gebieden die de kaart van vandaag niet kent
 }: seinhuis lijst --niet-op-kaart
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

help-list = Tonen wat onbeantwoord is, de oudste afspraak eerst
help-list-more = De signalen waarin jouw organisatie een rol heeft: die zij meldde, waarvan zij de opvolging doet of coördinator is, waarbij zij betrokken is, of die haar gevraagd is over te nemen. De coördinator van de kaart ziet ze allemaal. Toont nooit woorden over een gezin. Naar een ander programma schrijft het kolommen met tabs en ISO-datums.

    Voorbeeld: seinhuis lijst --te-doen
help-list--inbox = Die op jouw organisatie wachten, met wat je nu kunt doen
help-list--mine = Die jouw organisatie meldde, ook met een antwoord dat je nog niet hebt bevestigd
help-list--owner = Waarvan deze organisatie de opvolging doet
help-list--sender = Die deze organisatie meldde
help-list--waiting_for = Die op deze organisatie wachten: om op te pakken, terug te koppelen, te antwoorden, over te nemen, te bevestigen of te sluiten
help-list--area = In dit gebied, en wat erin ligt
help-list--topic = Over dit onderwerp, en wat eronder valt
help-list--late = Waarvan de afspraak voorbij is
help-list--not_in_map = Waarvan de kaart van vandaag de eigenaar, het gebied of een leefgebied niet kent
help-list--silent = Waarmee al zoveel werkdagen of langer niets gebeurde
help-list--basis = Die volgens de kaart een gat zijn of betwist, of op grond van een afspraak één eigenaar kregen
help-list--state = Die zo staan; onbeantwoord is aangeboden en opgepakt
help-list--since = Gemeld op of na deze dag: 2026-11-23
help-list--closed = Die klaar zijn, gesloten of ingetrokken, het nieuwste eerst
help-list--sort = In deze volgorde
help-list--limit = Hooguit zoveel
help-list--columns = Deze kolommen, in deze volgorde
help-list--count = Alleen hoeveel het er zijn
help-list--exit_code = Eindigen met code 6 als er iets op de lijst staat
list-of-colleague = gemeld door een collega
