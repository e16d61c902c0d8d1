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
tested-claims-it-too = maakt ook aanspraak, naast { $others }; { $coordinator } beslist
tested-owns-topic = volgt { $topic } op
tested-claims-topic-too = maakt ook aanspraak op { $topic }
tested-first-topic-decides = { $has }, maar het eerste onderwerp van het signaal beslist
tested-another-leads = { $has }, maar { $leaders } heeft de regie over alle onderwerpen van het signaal
tested-several-lead = { $has }, maar { $leaders } hebben elk de regie over alle onderwerpen van het signaal
tested-fits-but-for = past, op { $criterion } na: { $failed } ({ $place })
tested-fits-other-days = past, maar op andere dagen: { $failed } ({ $place })
tested-does-not-fit = past niet: { $failed } ({ $place })
tested-but-for-topic = het onderwerp
tested-but-for-age = de leeftijd
tested-but-for-youngest = het jongste kind
tested-but-for-area = het gebied
tested-but-for-urgency = de urgentie
tested-but-for-sender = de melder
tested-but-for-hours = het tijdstip
tested-reads-along = leest mee, zoals met de eigenaar is afgesproken
tested-coordinates = coördineert hier, en volgt alleen op wat niemand of meer dan één opvolgt
tested-not-about = heeft niet afgesproken iets van { $topic } op te volgen
tested-outside = de persoon woont buiten de kaart ({ $postcode }): daar geldt niets van wat is afgesproken
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
aspect-handover = welk gezin
aspect-emergency = bel eerst
level-full = volledig
level-status-only = alleen dát

help-map-test = Beslissen over de gevallen die jullie hebben afgesproken, en laten zien waar de kaart iets anders zegt
help-map-test-more =
    De gevallen staan naast de kaart: routes.test.yaml naast routes.yaml, *.test.yaml in een map met bestanden. docs/map-tests.md vertelt hoe je ze opschrijft. Eindigt met 4 als een geval niet is zoals afgesproken.

    Voorbeeld: seinhuis kaart toets --dekking
help-map-test--path = Het bestand met gevallen, of een map met zulke bestanden; anders wat naast de kaart staat
help-map-test--coverage = Ook de verantwoordelijkheden en onderwerpen noemen die in geen geval voorkomen
coverage-all-tried = { $all ->
    [one] De ene verantwoordelijkheid van de kaart komt in een geval voor.
   *[other] Alle { $all } verantwoordelijkheden van de kaart komen in een geval voor.
}
coverage-tried = Van { $all } verantwoordelijkheden komen er { $tried } in een geval voor. Deze niet:
coverage-unnamed = Geen geval noemt: { $topics }.
