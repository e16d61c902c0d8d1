map-show-counts = { $organisations } organisations with { $responsibilities } responsibilities. What nobody owns and what is disputed is for { $coordinator }.
map-show-areas = Areas
map-show-organisations = Organisations
map-show-topics = Topics
map-show-privacy-officer = All words of all signals are given to { $organisation } alone, with a reason.
map-show-general-promises = Where a responsibility promises nothing of its own
map-show-confirm = the sender says whether that is right: { $term }
map-show-hears = As a sender hears
map-show-handover = Where a responsibility says nothing of the family
map-show-levels = What senders hear at most, whoever owns
map-show-also = also: { $words }
map-show-formerly = formerly: { $codes }
map-show-from = from { $day }
map-show-until = until and including { $day }
map-show-days = Is there
map-show-former-codes = Formerly
map-show-coordinator = coordinator { $coordinator }
map-show-owned = { $count ->
    [0] owns nothing
   *[other] owns: { $count }
  }
map-show-more = More: seinhuis map show --area PLACE, --topic TOPIC, --owner ORGANISATION, or --all.
map-show-none = Nothing that is agreed fits this.
map-show-topic = About
map-show-owner = Owner
map-show-for = For
map-show-feedback = Feedback in
map-show-every-topic = every topic
map-show-status-only-within = { $term }, status only
map-show-not-yet = only from { $day }
map-show-lapsed = lapsed: held until and including { $day }
map-show-code = Code
map-show-no-contact = no contact in the map
map-show-checked = Checked on
map-show-coordinates = Coordinates
map-show-senders-apart = Senders apart
map-show-apart = yes: each reads what they sent themselves
map-show-apart-office = yes: each reads what they sent themselves; all of it is read by { $office }
map-show-whole-map = the whole map
map-show-owns-nothing = It has agreed to own nothing.
map-show-owns = { $count ->
    [one] It has one responsibility:
   *[other] It has { $count } responsibilities:
  }
map-show-promises = says whether they take it on: { $accept }; feedback: { $feedback }
map-show-acute-promises = acute: says whether they take it on: { $accept }; feedback: { $feedback }
map-show-status-only = the sender hears that something was done, not what
map-show-leads = takes the lead when a signal has several of these topics
map-show-priority = priority { $priority }
map-show-involves = involves: { $organisations }
map-show-involved = It reads along when one of these owns:
map-show-escalation = Alarms
