#!/usr/bin/env bash
# Sounds the alarms that are due, and writes a message for each organisation to tell in a folder, from where a mail program sends them.
#
#   nightly.sh OUTBOX
#
# Run it as often as you like: no alarm sounds twice, and a message that is in OUTBOX, or in OUTBOX/sent, is not written again. When a run was
# cut short after the alarms sounded, the next one on the same day writes what it left out. It ends as seinhuis did: docs/exit-codes.md.
set -euo pipefail

outbox=${1:?"usage: nightly.sh OUTBOX"}
mkdir -p "$outbox"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Adds the messages to $work/messages, one JSON object on a line. Tries again where the manual of the exit codes says so.
escalate() {
  local try
  for try in 1 2 3; do
    ended=0
    seinhuis escalate --format jsonl "$@" >> "$work/messages" || ended=$?
    case $ended in
      0 | 6 | 8) return ;;                              # nothing is late; work is waiting; recorded, and told again below
      1 | 7) sleep "${RETRY_AFTER:-$((try * 60))}" ;;   # failed, or not known: repeating it is safe
      *) exit "$ended" ;;                               # the command, the map or the register needs a person; it was said why
    esac
  done
  exit "$ended"
}

escalate
# Everything that sounded today: also what an earlier run did not live to tell.
escalate --again

text='"(([^"\\]|\\.)*)"'
while IFS= read -r message; do
  [[ $message =~ \"id\":\"([0-9A-Z]{8})\",\"promise\":\"([a-z]+)\",\"promised\":\"([0-9-]+)\",\"after\":([0-9]+) ]] || continue
  id=${BASH_REMATCH[1]} promise=${BASH_REMATCH[2]} promised=${BASH_REMATCH[3]} after=${BASH_REMATCH[4]}
  [[ $message =~ \"sender\":\{\"id\":\"[a-z0-9-]+\",\"name\":$text ]] && sender=${BASH_REMATCH[1]}
  [[ $message =~ \"owner\":\{\"id\":\"[a-z0-9-]+\",\"name\":$text ]] && owner=${BASH_REMATCH[1]}
  [[ $message =~ \"tell\":\{\"id\":\"([a-z0-9-]+)\",\"name\":$text ]] && tell=${BASH_REMATCH[1]} name=${BASH_REMATCH[2]}
  to=
  [[ $message =~ \"email\":$text ]] && to=${BASH_REMATCH[1]}
  shown="${id:0:4}-${id:4}"
  case $promise in
    accept) what="$owner zou uiterlijk $promised zeggen of ze signaal $shown oppakken." ;;
    feedback) what="$owner zou uiterlijk $promised laten horen wat er met signaal $shown is gedaan." ;;
    confirm) what="$sender zou uiterlijk $promised zeggen of de terugkoppeling op signaal $shown klopt." ;;
    *) continue ;;
  esac
  if [[ $message == *'"taken_over":true'* ]]; then
    what+=$'\nDe coördinator neemt het over.'
  fi
  file="$id-$promise-$promised-$after-$tell.txt"
  if [[ -e $outbox/$file || -e $outbox/sent/$file ]]; then
    continue
  fi
  # Whole, or not at all. No word about the family is in it: who may read those looks with `seinhuis show`.
  printf 'To: %s\nSubject: Signaal %s is te laat\n\nAan %s\n\n%s\n\nKijk met: seinhuis toon %s\n' "${to:-$tell}" "$shown" "$name" "$what" "$shown" > "$work/$file"
  mv "$work/$file" "$outbox/$file"
done < "$work/messages"

exit "$ended"
