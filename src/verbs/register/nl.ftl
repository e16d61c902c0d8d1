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
    Bewaar het. Met --bewijs { $receipt } zie je later of alles tot hier er nog staat.
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
register-map = Kaart
register-no-map = nog geen: er is niets vastgelegd
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

help-register = Het register beheren: wat erin zit, of het in orde is, back-ups
help-register-more = Voorbeeld: seinhuis register info
help-register-info = Vertellen waar het register staat, welke versie het is, hoe groot, en hoeveel signalen erin zitten
help-register-info-more = Een register onthoudt met welke kaart er het eerst is vastgelegd. Wie vastlegt met een kaart met een andere id (zonder id: een andere naam), wordt gewaarschuwd, tot je die kaart goedkeurt.

    Voorbeeld: seinhuis register info
help-register-info--accept_map = De kaart van vandaag is voortaan de goede: niet meer waarschuwen
help-register-verify = Kijken of alles in het register staat zoals het is vastgelegd
help-register-verify-more = Er verandert niets, en anderen kunnen doorwerken. Elke rij wordt vergeleken met zijn zegel, elk signaal met wat ermee is gebeurd, en de database controleert zichzelf. Klopt er iets niet, dan staat er wat en waar, en is de afsluitcode 9.

    De laatste stappen kunnen verdwijnen zonder spoor, bijvoorbeeld als een oude kopie is teruggezet. Bewaar het ontvangstbewijs dat je hier krijgt, of dat bij een melding kwam: met --bewijs zie je of die stap er nog staat.

    Voorbeeld: seinhuis register controleer --bewijs 42-3f9a-c01b-77d2-0e5c
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
