## Questions, and what a run says before its answer

prompt-nothing-found = Nothing found – Enter shows everything
prompt-together = All that you typed; the first one is the main topic
prompt-help-choose = arrows move, typing searches, Enter chooses, Esc stops
prompt-help-words = Enter is done, Esc stops. No names, no birth date, no BSN.
prompt-stopped = (stopped)
prompt-reason = Why?
prompt-edit-again = Enter opens your text again.
prompt-help-edit-again = Enter opens the editor, Esc stops. Closing the text unchanged stops too.
status-trial-register = This is a trial register: it was made with SEINHUIS_NOW set. Nothing in it is real.
status-map-of-folder = The map is { $path }, because you are in that folder. To keep this map wherever you are: seinhuis config set routes routes.yaml
status-other-map = This register is recorded with the map "{ $of_register }", and now you use the map "{ $of_today }". In another map the same code can be another organisation. Is this the right map from now on? Then type: seinhuis register info --accept-map
status-no-register = There is no register at { $path } yet.
status-editor = The editor is open. Save and close it to go on.
