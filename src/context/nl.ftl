## Questions, and what a run says before its answer

prompt-nothing-found = Niets gevonden – Enter toont alles
prompt-together = Alles wat je typte; het eerste is het hoofdonderwerp
prompt-help-choose = pijltjes bewegen, typen zoekt, Enter kiest, Esc stopt
prompt-help-words = Enter is klaar, Esc stopt. Geen namen, geen geboortedatum, geen BSN.
prompt-stopped = (gestopt)
prompt-reason = Waarom?
prompt-edit-again = Enter opent je tekst weer.
prompt-help-edit-again = Enter opent de editor, Esc stopt. Sluit je de tekst zonder te wijzigen, dan stopt het ook.
status-trial-register = Dit is een oefenregister: het is gemaakt terwijl SEINHUIS_NOW gezet was. Niets erin is echt.
status-map-of-folder = De kaart is { $path }, omdat je in die map staat. Moet dit altijd de kaart zijn, waar je ook staat? Typ: seinhuis instellingen zet routes routes.yaml
status-other-map = Dit register is vastgelegd met de kaart "{ $of_register }", en nu gebruik je de kaart "{ $of_today }". In een andere kaart kan dezelfde code een andere organisatie zijn. Is dit voortaan de goede kaart? Typ dan: seinhuis register info --kaart-klopt
status-no-register = Er is nog geen register op { $path }.
status-editor = De editor staat open. Bewaar en sluit het bestand om verder te gaan.
