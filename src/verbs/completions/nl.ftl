help-completions = Een script tonen waarmee je shell aanvult wat je typt
help-completions-more =
    Opdrachten, opties, codes van de kaart en nummers van open signalen. Het script vraagt tijdens het typen aan seinhuis zelf wat er kan, en blijft dus kloppen als de kaart verandert. Het leest de kaart en het register uit je instellingen, schrijft niets, en toont nooit woorden over een gezin.

    Bash: zet in ~/.bashrc de regel: source <(seinhuis completions bash)

    Zsh: zet in ~/.zshrc, na compinit, de regel: source <(seinhuis completions zsh)

    Fish: seinhuis completions fish > ~/.config/fish/completions/seinhuis.fish

    PowerShell: zet in $PROFILE de regel: seinhuis completions powershell | Out-String | Invoke-Expression

    Voorbeeld: seinhuis aanvullen bash
help-completions--shell = Voor welke shell
