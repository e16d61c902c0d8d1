## The manual, and what shells complete

shell-bash = de meeste Linux-systemen
shell-zsh = macOS
shell-fish = vult vanzelf aan
shell-powershell = Windows
man-manual = Handleiding van seinhuis
man-name = NAAM
man-synopsis = GEBRUIK
man-description = WAT HET DOET
man-version = VERSIE
man-exit = AFSLUITCODE
man-exit-0 = Gedaan, en getoond.
man-exit-1 = Mislukt; er is niets vastgelegd; probeer het opnieuw.
man-exit-2 = De opdracht klopt niet; er is niets gedaan.
man-exit-3 = Een regel van het werk staat het niet toe; er is niets vastgelegd.
man-exit-4 = De kaart is ongeldig, of een controle of toets ervan is niet goed.
man-exit-5 = Er is geen signaal met dit nummer.
man-exit-6 = Er wacht werk (met --afsluitcode, bij alarmeren, of er zijn rijen afgewezen).
man-exit-7 = Niet bekend of het is vastgelegd; de fout noemt de opdracht om te herhalen.
man-exit-8 = Vastgelegd, maar het antwoord kon niet worden getoond.
man-exit-9 = Het register is beschadigd, nieuwer of niet van ons; er is niets aan veranderd.
man-written = { $count ->
    [one] Er staat één pagina in { $folder }.
   *[other] Er staan { $count } pagina's in { $folder }.
}

help-man = De handleiding tonen, of per opdracht een pagina schrijven
help-man-more = De pagina's zijn in de taal van het scherm. Eén pagina meteen lezen: seinhuis handleiding | man -l -

    Voorbeeld: seinhuis handleiding --naar /usr/local/share/man/nl/man1
help-man--output = Voor elke opdracht een pagina schrijven in deze map, die wordt gemaakt als ze er niet is; oudere pagina's die seinhuis maakte, worden vervangen
