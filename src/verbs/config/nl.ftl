## Settings

config-file = Bestand met instellingen: { $file }
config-not-set = niet ingesteld
config-source-flag = optie
config-source-variable = variabele
config-source-file = bestand
config-source-folder = in deze map
config-source-default = standaard
config-written = { $key } is nu { $value } (in { $file }).

help-config = Tonen welke instellingen gelden en waarom, of er een zetten
help-config-more = Volgorde: optie, SEINHUIS_*-variabele, bestand met instellingen, standaard.

    Voorbeeld: seinhuis instellingen zet as kraamzorg-de-wieg
help-config-set = Eén instelling in het bestand met instellingen zetten
help-config-set--key = Welke: routes, register, as, person, contact, lang, format of color
help-config-set--value = Wat het wordt
