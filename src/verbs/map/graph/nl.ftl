## De kaart, getekend

graph-title = Wie volgt wat op: { $what }
graph-subtitle = Zoals afgesproken op { $day }. Kaart { $digest }.
graph-size = { $topics } onderwerpen en { $organisations } organisaties.
graph-nobody = Niemand
graph-all-ages = alle leeftijden
graph-gap = gat { $ages }
graph-dispute = betwist { $ages }
graph-elsewhere = elders in { $area }
graph-some = soms { $ages }
graph-status-only = alleen de status
graph-acute = acuut: { $term }
graph-handover-call = gezin telefonisch
graph-handover-form = gezin per formulier
graph-handover-none = kent het gezin
graph-written = De tekening staat in { $file }. Ze toont gaten in { $gaps } onderwerpen en betwiste signalen in { $disputes }.
graph-legend-own = volgt op, voor deze leeftijden
graph-legend-leads = volgt op en neemt de regie, waar geen specialist het doet
graph-legend-above = als bij het onderwerp erboven
graph-legend-dispute = betwist: meerdere volgen op
graph-legend-gap = gat: niemand volgt op
graph-legend-cells = Leeftijden lopen tot de verjaardag. Staat er niet meer in een vak, dan geldt het voor alle signalen. "Soms": het hangt af van jongste kind, urgentie, melder of uur.
graph-legend-known = Gaten en betwiste signalen zijn die waarvan leeftijd en plaats bekend zijn. De coördinator is eigenaar tot het is opgelost.
picture-svg = voor een browser en op papier
picture-mermaid = voor pagina's die zelf tekenen
picture-dot = voor Graphviz

help-map-graph = De kaart tekenen: onderwerpen en wie ze opvolgt, met gaten en betwiste signalen gemerkt
help-map-graph-more = De afspraken zijn die van vandaag, zoals ze er staan. Gaten en betwiste signalen zijn volledig, voor signalen waarvan leeftijd en plaats bekend zijn.
    Van een kaart die te groot is voor één vel papier wordt één gebied getekend.

    Voorbeeld: seinhuis kaart teken --gebied waterdam --naar waterdam.svg
help-map-graph--area = Alleen dit gebied, met wat erin ligt
help-map-graph--topic = Alleen dit onderwerp, met zijn delen
help-map-graph--picture = Wat voor tekening; svg als dit ontbreekt
help-map-graph--output = In dit bestand schrijven, niet op het scherm; een oudere tekening die seinhuis maakte, wordt vervangen
