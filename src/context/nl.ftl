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
status-no-register = Er is nog geen register op { $path }.
status-editor = De editor staat open. Bewaar en sluit het bestand om verder te gaan.
