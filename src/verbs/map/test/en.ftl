cases-invalid = { $count ->
    [one] The cases have a fault.
   *[other] The cases have { $count } faults.
}
cases-no-such-file = There are no cases at "{ $path }".
cases-none-in-folder = The folder "{ $path }" holds no file that ends in .test.yaml.
cases-hint-format = docs/map-tests.md explains every key.
cases-hint-example = Write down what you agreed, one case for each story; for example:
    cases:
      - name: A mother cries, and the baby is five days old
        signal:
          from: kraamzorg-de-wieg
          topics: [parenting/attachment]
          age: 5 days
          area: waterdam-noord
        expect:
          owner: jgz-waterdam
          feedback_by: 2 working days
tested-all-agreed = { $cases ->
    [one] 1 case, as agreed.
   *[other] { $cases } cases, all as agreed.
}
tested-some-differ = { $cases ->
    [one] The one case is not as agreed.
   *[other] Of { $cases } cases, { $failed ->
        [one] 1 is not as agreed.
       *[other] { $failed } are not as agreed.
    }
}
tested-expected = expected
tested-decided = the map says
tested-because = This is what the map says, and why:
tested-why-not = Why not { $organisation }:
tested-gave-way-to-priority = claims it ({ $place }), but the claim of { $to } has a higher priority
tested-gave-way-to-narrower = claims it ({ $place }), but the claim of { $to } is narrower
tested-claims-it-too = claims it too, beside { $others }; { $coordinator } decides
tested-owns-topic = owns { $topic }
tested-claims-topic-too = claims { $topic } too
tested-first-topic-decides = { $has }, but the first topic of the signal decides
tested-another-leads = { $has }, but { $leaders } leads all topics of the signal together
tested-several-lead = { $has }, but { $leaders } each lead all topics of the signal together
tested-fits-but-for = fits, but for { $criterion }: { $failed } ({ $place })
tested-fits-other-days = fits, but on other days: { $failed } ({ $place })
tested-does-not-fit = does not fit: { $failed } ({ $place })
tested-but-for-topic = the topic
tested-but-for-age = the age
tested-but-for-youngest = the youngest child
tested-but-for-area = the area
tested-but-for-urgency = the urgency
tested-but-for-sender = the sender
tested-but-for-hours = the hours
tested-reads-along = reads along, as was agreed with the owner
tested-coordinates = coordinates here, and owns only what nobody owns and what several claim
tested-not-about = has agreed to own nothing of { $topic }
tested-outside = the person lives outside the map ({ $postcode }): nothing that was agreed holds there
tested-command = To ask again:
tested-nobody = nobody
tested-no-call = no number
tested-yes = yes
tested-no = no
aspect-owner = owner
aspect-basis = basis
aspect-claimants = claimants
aspect-involved = involved
aspect-involves = involved, at least
aspect-accept_by = accepts by
aspect-feedback_by = feedback by
aspect-level = level
aspect-leads = one leads
aspect-handover = which family
aspect-emergency = call first
level-full = full
level-status-only = status only
coverage-all-tried = { $all ->
    [one] The one responsibility of the map was tried in a case.
   *[other] All { $all } responsibilities of the map were tried in a case.
}
coverage-tried = Of { $all } responsibilities, { $tried } were tried in a case. These were not:
coverage-unnamed = No case names: { $topics }.
