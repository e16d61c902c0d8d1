## Labels

label-error = fout:
label-cause = want:
label-hint = tip:
label-warning = let op:
label-follow-up = Opvolging
label-reach = Bereikbaar
label-because = Omdat
label-involved = Betrokken
or = of
yes = ja
no = nee
discussed-agreed = ja, en ze vinden het goed
discussed-not-agreed = ja, maar ze zijn het er niet mee eens
consent-yes = ja
consent-no = nee
consent-not-asked = niet gevraagd
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
criterion-topic = het onderwerp
criterion-age = de leeftijd van de persoon
criterion-youngest = het jongste kind in huis
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
outcome-informed = gehoord dat er iets is gedaan
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
party-claimant = wie het van zichzelf vindt
party-answerer = wie het antwoord vastlegde
party-confirmer = wie zegt of het antwoord klopt
party-author = wie de laatste stap deed
part-seen = Gezien:
part-goes-well = Gaat goed:
part-helpers = Helpt al:
part-own-words = In eigen woorden:
part-why-not-discussed = Niet besproken, omdat:
part-handed-to = Aan:
part-why-without-consent = Toch gemeld, omdat:
not-needed-email = In je tekst lijkt een e-mailadres te staan. Dat is hier niet nodig.
not-needed-phone = In je tekst lijkt een telefoonnummer te staan. Dat is hier niet nodig.
not-needed-date = In je tekst lijkt een datum te staan. Een geboortedatum is hier niet nodig.
age-unborn = ongeboren
age-year-letter = j
age-unknown = leeftijd onbekend
youngest-unknown = geen kind in huis, of niet bekend
area-unknown = plaats onbekend
place-outside = { $postcode } (buiten de kaart)
contact-always = dag en nacht

## The decision

limit-topic = { $values }
limit-age = leeftijd { $values }
limit-youngest = jongste kind in huis { $values }
limit-area = { $values }
limit-urgency = { $values }
limit-sender = van { $values }
limit-hours = { $values }
limits-none = voor elk signaal
promise-accept = Zij laten weten of ze het oppakken, uiterlijk
promise-feedback = Je hoort wat ermee is gedaan, uiterlijk
handover-call = { $owner } weet nog niet om welk gezin het gaat. Bel { $reach } en noem { $id }.
handover-email = { $owner } weet nog niet om welk gezin het gaat. Vraag of ze je bellen, met een mail naar { $reach }: noem { $id }, en geen namen.
handover-would-call = { $owner } hoort van jou om welk gezin het gaat: je belt { $reach }.
handover-would-email = { $owner } hoort van jou om welk gezin het gaat: je vraagt of ze je bellen, met een mail naar { $reach }.
handover-way-call = de melder belt en zegt om welk gezin het gaat
handover-way-form = de melder zegt op een formulier om welk gezin het gaat
handover-way-none = de eigenaar weet zelf om welk gezin het gaat
plainly-gap = Niemand heeft afgesproken dit op te volgen. De coördinator ({ $coordinator }) is eigenaar en zoekt uit wie het oppakt.
plainly-gap-as-told = Met wat nu bekend is, is er niemand die heeft afgesproken dit op te volgen. De coördinator ({ $coordinator }) is eigenaar en zoekt uit wie het oppakt.
plainly-near = Deze kwamen in de buurt:
    { $near }
plainly-outside = Postcode { $postcode } ligt buiten de kaart: hierover heeft hier niemand iets afgesproken. De coördinator ({ $coordinator }) is eigenaar en zoekt uit bij wie het hoort. Klopt de postcode?
plainly-dispute = Meerdere organisaties hebben afgesproken dit op te volgen: { $claimants }. De coördinator ({ $coordinator }) beslist en is tot dan eigenaar.
plainly-status-only = Je hoort dát er iets mee is gedaan, niet wat: meer mag de eigenaar niet zeggen.
plainly-topic-gaps = Niemand heeft afgesproken dit deel op te volgen: { $topics }. De coördinator ({ $coordinator }) leest mee en zoekt uit wie het oppakt.
plainly-would-help = Je hebt iets opengelaten. Het zou zekerder zijn met: { $criteria }. Weet je het later wel, vertel het dan de eigenaar: seinhuis antwoord.
near-limit = alleen { $limit }
near-unknown = alleen { $limit }, en dat is hier niet bekend
near-not-yet = vanaf { $day }
near-lapsed = tot en met { $day }
receipt = Ontvangstbewijs { $receipt }: bewijs dat dit is vastgelegd
emergency-heading = Nu gevaar? Bel eerst:
emergency-topic-heading = Bel hierover eerst:
emergency-closed-now = { $hours }; nu gesloten
emergency-call-too = Vastleggen is niet genoeg. Bel:
emergency-112 = direct gevaar
emergency-veilig-thuis = Veilig Thuis: geweld of mishandeling, dag en nacht

## Regions: many signals at once

region-whole-topic = alles van { $name }
region-topic-itself = { $name } zelf (niet de onderdelen)
region-whole-area = heel { $name }
region-area-itself = { $name } zelf (niet de gebieden erin)
region-but = { $name } (niet: { $others })
region-every-topic-but = elk onderwerp behalve { $others }
region-everywhere-but = overal behalve { $others }
region-everyone-but = van iedereen behalve { $others }
region-several = { $topics } samen
region-several-of = meerdere onderwerpen samen: { $topics }
region-area-known = elke plaats
region-age-known = elke leeftijd
region-youngest-known = een kind in huis
region-or-area-unknown = { $areas } of plaats onbekend
region-or-age-unknown = { $ages } of leeftijd onbekend
region-or-youngest-unknown = { $ages }, of geen, of niet bekend
region-not = niet { $what }
region-more = { $named } en nog { $count }
region-from = vanaf { $day }
region-until = tot en met { $day }

## Terms

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
promise-late = ({ $days ->
    [0] te laat
    [one] 1 werkdag te laat
   *[other] { $days } werkdagen te laat
  })
