## The story

show-heading = Signaal { $id }: { $state }
show-own-part = Je leest wat je zelf schreef en wat jou is gevraagd. Meer mag niet worden verteld.
show-proposal = Je leest waarom je wordt gevraagd het over te nemen. De andere woorden zijn te lezen voor de melder, de eigenaar en wie betrokken is.
show-without-words = De woorden zijn te lezen voor de melder, de eigenaar en wie betrokken is.
show-next = Je kunt nu:
promise-now-accept = { $day }: zij laten weten of ze het oppakken
promise-now-feedback = { $day }: terugkoppeling aan de melder
promise-now-confirm = { $day }: de melder laat weten of de terugkoppeling klopt
promise-now-confirm-heard = { $day }: de eigenaar laat weten of dat is verteld
promise-confirmed = nagekomen: de terugkoppeling is gezien en klopt
promise-unconfirmed = er is teruggekoppeld; dat is niet bevestigd
promise-withdrawn = de melder heeft het signaal ingetrokken
event-reported = { $by } meldde het signaal. { $basis ->
    [afgesproken] Opvolging: { $to }.
   *[other] Opvolging: { $to }, als coördinator ({ $basis }).
  }
event-accepted = { $by } heeft het opgepakt.
event-family-known = { $to } weet over welk gezin het gaat.
event-declined = { $by } wees het af: { $reason }. Het ging naar { $to }.
event-claim-declined = { $by } vindt het niet langer van zichzelf: { $reason }.
event-transfer-proposed = { $by } vroeg { $to } het over te nemen.
event-transfer-taken = { $by } nam het over.
event-transfer-refused = { $by } nam het niet over.
event-transfer-ended = { $by } vroeg niemand meer het over te nemen.
event-taken-over = { $by } nam het over.
event-assigned = { $by } wees het toe aan { $to }.
event-rerouted = { $by } liet de kaart opnieuw beslissen. { $basis ->
    [afgesproken] Opvolging: { $to }.
   *[other] Opvolging: { $to }, als coördinator ({ $basis }).
  }
event-involved = { $by } betrok { $to } erbij.
event-uninvolved = { $by } betrekt { $to } er niet meer bij.
event-asked = { $by } vroeg aan { $to } (vraag { $number }).
event-replied = { $question ->
    [0] { $by } vulde iets aan.
   *[other] { $by } antwoordde op vraag { $question }.
  }
event-amended = { $by } paste de onderwerpen aan: { $topics }.
event-corrected = { $by } verbeterde: { $what }.
event-corrected-to = { $by } verbeterde: { $what }. Opvolging: { $to }.
corrected-age = leeftijd { $now } (was { $was })
corrected-youngest = { $now } (was { $was })
corrected-area = { $now } (was { $was })
corrected-urgency = { $now } (was { $was })
corrected-before = vóór { $now } (was { $was })
fact-unknown = niet bekend
event-feedback-interim = { $level ->
    [status-only] { $by } vertelde de melder dat eraan wordt gewerkt ({ $channel }). Meer mag niet worden gezegd.
   *[other] { $by } vertelde de melder hoe ver het is ({ $channel }).
  }
event-feedback-final = { $level ->
    [status-only] { $by } vertelde de melder ({ $channel }): { $outcome }. Meer mag niet worden gezegd.
   *[other] { $by } vertelde de melder ({ $channel }): { $outcome }.
  }
event-heard = { $by } legde vast wat hun is verteld ({ $channel }): { $outcome }.
event-answered = De melder kreeg terugkoppeling ({ $channel }). Meer mag niet worden gezegd.
event-by-owner-then = De eigenaar van toen
event-confirmed = { $by } zegt dat het klopt.
event-rejected = { $by } zegt dat het niet klopt. Nieuwe afspraak: { $feedback_by }.
event-rejected-to = { $by } zegt dat het niet klopt. Opvolging: { $to }. Afspraak: { $feedback_by }.
event-closed-unconfirmed = { $by } sloot het af; niemand zei of het klopt.
event-reopened = { $by } liet het weer oppakken. Nieuwe afspraak: { $feedback_by }.
event-reopened-to = { $by } liet het weer oppakken. Opvolging: { $to }. Nieuwe afspraak: { $feedback_by }.
event-withdrawn = { $by } trok het signaal in.
event-undone = { $by } maakte ongedaan: { $what }.
event-crossed-out = Ongedaan gemaakt: { $event }
event-coordinator-changed = { $coordinator } coördineert dit van nu af aan, volgens de kaart van die dag.
event-imported = { $by } las dit signaal in uit een ander register, met alles wat er al mee gebeurd was.
event-escalated = { $promise ->
    [accept] Alarm: op { $promised } had de eigenaar nog niet gezegd of die het oppakt.
    [feedback] Alarm: op { $promised } had de melder nog niet gehoord wat ermee is gedaan.
   *[confirm] Alarm: op { $promised } had niemand nog gezegd of de terugkoppeling klopt.
}{ $count ->
    [0] {""}
   *[other] {" "}Bericht aan: { $told }.
  }
next-accept = seinhuis oppakken { $id }  het oppakken
next-family-known = seinhuis gezin-bekend { $id }  zeggen dat het gezin bekend is
next-decline = seinhuis afwijzen { $id } --reden …  zeggen dat het niet voor jullie is
next-decline-claim = seinhuis afwijzen { $id } --reden …  zeggen dat het niet van jullie is
next-transfer-propose = seinhuis overdragen voorstellen { $id } --aan …  een ander vragen het over te nemen
next-transfer-take = seinhuis overdragen overnemen { $id }  het overnemen
next-transfer-refuse = seinhuis overdragen weigeren { $id }  het bij de eigenaar laten
next-transfer-end = seinhuis overdragen stoppen { $id }  het niemand meer vragen
next-assign = seinhuis toewijzen { $id } --aan …  beslissen wie eigenaar is
next-reroute = seinhuis omleiden { $id } --reden …  de kaart van nu opnieuw laten beslissen
next-involve = seinhuis betrekken { $id } --organisatie …  een ander laten lezen en aanvullen
next-uninvolve = seinhuis betrekken { $id } --stop --organisatie …  een ander niet meer laten lezen
next-ask = seinhuis vraag { $id }  een vraag stellen
next-reply = seinhuis antwoord { $id }  antwoorden of iets aanvullen
next-amend = seinhuis aanpassen { $id } --erbij …  een onderwerp toevoegen
next-correct = seinhuis aanpassen { $id } --leeftijd …  leeftijd, plaats of spoed verbeteren
next-feedback-interim = seinhuis terugkoppelen { $id } --tussentijds  vertellen hoe ver het is
next-feedback = seinhuis terugkoppelen { $id }  vertellen wat ermee is gedaan
next-heard = seinhuis gehoord { $id }  vastleggen wat je is verteld
next-confirm = seinhuis bevestigen { $id }  zeggen dat het klopt
next-reject = seinhuis klopt-niet { $id }  zeggen dat het niet klopt
next-close = seinhuis sluiten { $id }  afsluiten zonder bevestiging
next-reopen = seinhuis heropenen { $id }  het weer laten oppakken
next-withdraw = seinhuis intrekken { $id }  het signaal intrekken
next-undo = seinhuis ongedaan { $id }  je laatste stap ongedaan maken
next-escalate = seinhuis escalate  het volgende alarm geven

help-show = Een signaal tonen: hoe het staat, en alles wat ermee gebeurde
help-show-more = De melder, de eigenaar en wie betrokken is lezen de woorden. De coördinator, en wie wordt gevraagd het over te nemen, leest het verhaal zonder de woorden. Een melder die alleen mag horen dát er iets is gedaan, leest wat van hemzelf is.

    Voorbeeld: seinhuis toon K7M4
help-show--id = { help-feedback--id }

## The heading

label-about = Over
label-sender = Melder
label-reference = Kenmerk
label-discussed = Besproken met het gezin
label-question = Vraag
question-waits = vraag { $number } wacht op { $of }
label-proposed = Gevraagd over te nemen
label-family = Welk gezin
family-unknown = { $owner } weet het nog niet
label-promise = Afspraak
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
youngest-none = geen kind in huis
ages-of = leeftijden van { $day }
before-day = vóór { $day }
