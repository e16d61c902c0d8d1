# What both gates share; they read it with `.`. Nobody's own settings play along, each step tells its minutes, and the tree stays as
# it was.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for name in $(compgen -e | grep '^SEINHUIS_' || true); do unset "$name"; done
scratch=$(mktemp -d)
export SEINHUIS_CONFIG="$scratch/config.yaml" SEINHUIS_LANG=en
git status --porcelain > "$scratch/tree"

SECONDS=0 begun=0 doing=
table=()

minutes() { printf '%3d:%02d' $(($1 / 60)) $(($1 % 60)); }

end_step() {
  [ -n "$doing" ] || return 0
  local took
  took=$(minutes $((SECONDS - begun)))
  printf -- '-- %s minutes\n' "$took"
  table+=("$took  $doing")
  doing=
}

# Begins a step, and tells how long the one before took.
step() {
  end_step
  doing=$* begun=$SECONDS
  printf '\n== %s\n' "$doing"
}

# The last words of a gate, also of one that fails.
last_words() {
  local code=$?
  [ "$code" -eq 0 ] || doing="FAILED: $doing"
  end_step
  printf '\nMinutes of each step\n'
  printf '%s\n' ${table[@]+"${table[@]}"} "$(minutes "$SECONDS")  all of it"
  [ "$code" -ne 0 ] || printf '\nAll is well.\n'
  rm -rf "$scratch"
}
trap last_words EXIT

# The first block of commands in README.md, word for word, but for where the register is kept and what $1, a script for sed, changes.
first_command() {
  awk '/^```sh$/ { inside = 1; next } /^```$/ && inside { exit } inside' README.md > "$scratch/as-written"
  grep -q -- '--register demo.db' "$scratch/as-written"
  sed -e "s|--register demo.db|--register '$scratch/demo.db'|" -e "${1:-}" "$scratch/as-written" > "$scratch/first-command"
  cat "$scratch/first-command"
  bash -euo pipefail "$scratch/first-command" > "$scratch/answer"
  cat "$scratch/answer"
  grep -qE '^  Follow-up +JGZ Waterdam$' "$scratch/answer"
  grep -qE '^  You hear what was done with it by +(Mon|Tues|Wednes|Thurs|Fri)day [0-9]+ [A-Z]' "$scratch/answer"
}

the_tree_is_as_it_was() { git status --porcelain | diff "$scratch/tree" -; }
