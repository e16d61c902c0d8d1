shell-bash = most Linux systems
shell-zsh = macOS
shell-fish = completes by itself
shell-powershell = Windows
man-manual = Manual of seinhuis
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-version = VERSION
man-exit = EXIT STATUS
man-exit-0 = Done, and shown.
man-exit-1 = Failed; nothing was recorded; try again.
man-exit-2 = The command line is not right; nothing was done.
man-exit-3 = Refused by a rule of the work; nothing was recorded.
man-exit-4 = The map is invalid, or a check or test of it failed.
man-exit-5 = There is no such signal.
man-exit-6 = Work is waiting (with --exit-code, from escalate, or rows were turned down).
man-exit-7 = Not known whether it was recorded; the error gives the command to repeat.
man-exit-8 = Recorded, but the answer could not be shown.
man-exit-9 = The register is damaged, newer, or not ours; it was left untouched.
man-written = { $count ->
    [one] There is one page in { $folder }.
   *[other] There are { $count } pages in { $folder }.
}
