## De kaart, getoond

map-show-counts = { $organisations } organisaties met { $responsibilities } verantwoordelijkheden. Wat niemand opvolgt en wat betwist is, is voor { $coordinator }.
map-show-areas = Gebieden
map-show-organisations = Organisaties
map-show-topics = Onderwerpen
map-show-privacy-officer = Alle woorden van alle signalen krijgt alleen { $organisation }, met een reden.
map-show-general-promises = Waar een verantwoordelijkheid niets eigens belooft
map-show-confirm = de melder zegt of dat klopt: { $term }
map-show-hears = Hoort als melder
map-show-handover = Waar een verantwoordelijkheid niets over het gezin zegt
map-show-levels = Wat melders hoogstens horen, wie het ook opvolgt
map-show-also = ook: { $words }
map-show-formerly = voorheen: { $codes }
map-show-from = vanaf { $day }
map-show-until = tot en met { $day }
map-show-days = Is er
map-show-former-codes = Voorheen
map-show-coordinator = coördinator { $coordinator }
map-show-owned = { $count ->
    [0] volgt niets op
   *[other] volgt op: { $count }
  }
map-show-more = Meer: seinhuis kaart toon --gebied PLAATS, --onderwerp ONDERWERP, --eigenaar ORGANISATIE, of --alles.
map-show-none = Er is niets afgesproken dat hierbij past.
map-show-topic = Waarover
map-show-owner = Eigenaar
map-show-for = Voor
map-show-feedback = Terugkoppeling
map-show-every-topic = elk onderwerp
map-show-status-only-within = { $term }, alleen de status
map-show-not-yet = pas vanaf { $day }
map-show-lapsed = vervallen: gold tot en met { $day }
map-show-code = Code
map-show-no-contact = geen contact op de kaart
map-show-checked = Nagekeken op
map-show-coordinates = Coördineert
map-show-senders-apart = Melders apart
map-show-apart = ja: ieder leest wat die zelf meldde
map-show-apart-office = ja: ieder leest wat die zelf meldde; alles wordt gelezen door { $office }
map-show-whole-map = de hele kaart
map-show-owns-nothing = Deze organisatie heeft niet afgesproken iets op te volgen.
map-show-owns = { $count ->
    [one] Heeft één verantwoordelijkheid:
   *[other] Heeft { $count } verantwoordelijkheden:
  }
map-show-promises = zegt of ze het oppakken: { $accept }; terugkoppeling: { $feedback }
map-show-acute-promises = acuut: zegt of ze het oppakken: { $accept }; terugkoppeling: { $feedback }
map-show-status-only = de melder hoort dat er iets is gedaan, niet wat
map-show-leads = neemt de regie als een signaal meer van deze onderwerpen heeft
map-show-priority = voorrang { $priority }
map-show-involves = betrekt: { $organisations }
map-show-involved = Leest mee als een van deze eigenaar is:

help-map-show = De kaart tonen: gebieden, organisaties en onderwerpen, of wie heeft afgesproken wat op te volgen
help-map-show-more = Zonder optie wat de kaart bevat. Met --gebied, --onderwerp of --eigenaar wat daar is afgesproken, zoals het er staat; wie één signaal opvolgt,
    zegt seinhuis wie. Met --eigenaar alleen alles over die organisatie.

    Voorbeeld: seinhuis kaart toon --gebied waterdam --onderwerp parenting
help-map-show--area = Wie wat opvolgt in dit gebied, met wat erin ligt en eromheen
help-map-show--topic = Wie dit onderwerp opvolgt, met zijn delen en waar het deel van is
help-map-show--owner = Wat deze organisatie opvolgt
help-map-show--all = Alles wat op de hele kaart is afgesproken
map-show-escalation = Alarmen
