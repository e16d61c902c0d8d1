help-map = De kaart nagaan, toetsen en vergelijken
help-map-more = Voorbeeld: seinhuis kaart controleer routes.yaml
help-map-schema = Het JSON Schema van de kaart tonen, zodat een editor die aanvult en nakijkt
help-map-schema-more = Schrijf het in een bestand naast de kaart en noem dat op de eerste regel van de kaart:
    "# yaml-language-server: $schema=routes.schema.json"

    Voorbeeld: seinhuis kaart schema > routes.schema.json
