## YAML files

yaml-too-large = The file is larger than { $mib } MiB; more is not read.
yaml-not-text = The file is no text from here on: write it as UTF-8.
yaml-empty = There is nothing in the file.
yaml-unknown-key = The key "{ $word }" is not known here.
yaml-known-keys = Known here: { $known }.
yaml-missing-key = The key "{ $key }" is missing here.
yaml-repeated-key = The key "{ $key }" stands here for the second time.
yaml-repeated-key-unnamed = A key stands here for the second time.
yaml-expected-list = A list belongs here, between brackets: [one, two].
yaml-expected-mapping = Keys with values belong here, as in "name: value".
yaml-expected-text = A word or text belongs here.
yaml-expected-truth = Either true or false belongs here.
yaml-expected-number = A whole number belongs here.
yaml-expected-text-or-translations = A text belongs here, or one per language: {"{"}nl: …, en: …{"}"}.
yaml-unknown-choice = "{ $word }" is not one of the choices here.
yaml-tab = A tab stands here: indent with spaces.
yaml-indentation = This line does not begin where it should: put it straight below the keys or items it belongs with.
yaml-second-colon = A second colon stands here: put the text between quotes, or begin the line where its neighbours begin.
yaml-no-colon = A colon is missing: a line is "key: value" or "- item".
yaml-bracket = Here or just above, a bracket or brace is not closed, or was never opened.
yaml-no-comma = A comma is missing between two items.
yaml-quote = A quotation mark is not closed.
yaml-after-quote = Something stands after the closing quotation mark.
yaml-escape = Between double quotes the backslash has a meaning: use single quotes, or write it twice.
yaml-unexpected-character = A value cannot begin with "{ $character }": put it between quotes.
yaml-several-documents = A second document begins here (---): one file holds one.
yaml-unknown-tag = The tag "{ $tag }" is not known.
yaml-merge-key = The merge key << is not used here: write the keys out.
yaml-unknown-anchor = This refers (*) to a name that was not given before (&).
yaml-over-limit = This is nested or repeated more than the program allows.
yaml-other = This is no valid YAML: { $detail }.

## The map

map-invalid = { $count ->
    [one] The map has a fault.
   *[other] The map has { $count } faults.
}
map-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
map-did-you-mean = Did you mean "{ $word }"?
map-choices = Choose from: { $choices }.
map-hint-format = docs/routes-yaml.md explains every key of the map.
map-hint-routes = Name the map with --routes, or with SEINHUIS_ROUTES.
map-no-such-file = There is no map at "{ $path }".
map-no-permission = "{ $path }" may not be read by you.
map-no-yaml-in-folder = The folder "{ $path }" holds no file that ends in .yaml or .yml.
map-unreadable = "{ $path }" cannot be read: { $reason }.
map-too-large = The map is larger than { $mib } MiB; more is not read.
map-missing-key = The map lacks the key "{ $key }".
map-missing-key-of = "{ $of }" lacks the key "{ $key }".
map-given-twice = "{ $key }" was given already, in { $first }.
map-same-code = { $called ->
    [topic] The topic "{ $code }" was given already, in { $first }.
    [area] The area "{ $code }" was given already, in { $first }.
    [municipality] The municipality code "{ $code }" was given already, in { $first }.
   *[organisation] The organisation "{ $code }" was given already, in { $first }.
}
map-unknown-version = "seinhuis: { $found }" is a version of the format that this program does not know; it knows version 1.
map-not-a-code = { $called ->
    [municipality] "{ $text }" is not a municipality code: GM and four digits.
    [topic] "{ $text }" is not a code for a topic: small letters, digits and hyphens. A part of a topic stands under its "parts".
   *[organisation] "{ $text }" is not a code: small letters, digits and hyphens, at most 64.
}
map-unknown = { $called ->
    [topic] The map has no topic "{ $code }".
    [area] The map has no area "{ $code }".
    [kind] The map has no organisation of the kind "{ $code }".
    [sender] The map has no organisation or kind of organisation "{ $code }".
    [municipality] The map has no municipality "{ $code }".
   *[organisation] The map has no organisation "{ $code }".
}
map-ambiguous-sender = "{ $code }" is the code of an organisation and also a kind: give one of them another name.
map-not-a-choice = "{ $text }" is not a choice for "{ $key }".
map-not-ages = "{ $text }" is not a range of ages: write 0-4, 18+, unborn-4 or 17y6m-23, the youngest first.
map-not-a-term = "{ $text }" is not a term: write 2 working days, 14 days, 6 weeks or at once, at most a year.
map-not-a-day = "{ $text }" is not a day: write it as 2026-11-27.
map-not-a-clock-time = "{ $text }" is not a time: write it as 08:30.
map-not-weekdays = "{ $text }" is not a day of the week: write mon-fri, or a list such as [mon, tue, thu].
map-not-a-zone = "{ $text }" is not a time zone of Europe: write Europe/Amsterdam.
map-not-postcodes = "{ $text }" is not a postcode of four digits, nor a range such as 3000-3019.
map-not-a-phone = "{ $text }" is not a telephone number.
map-not-an-email = "{ $text }" is not an e-mail address.
map-hidden-character = "{ $key }" holds a character that cannot be seen ({ $character }): take it out.
map-empty-text = "{ $key }" is empty.
map-too-long-text = "{ $key }" has more than { $most } characters.
map-empty-list = The list "{ $key }" is empty: leave the key out, or fill it.
map-empty-responsibility = Nothing stands in this responsibility, so it would claim every signal: fill it, or take it out.
map-area-cycle = These areas lie within each other: { $chain }.
map-validity-reversed = It ends on { $until }, before it begins on { $from }.
map-office-hours-reversed = The offices close at { $to }, not after they open at { $from }.
map-closed-and-open = { $day } is a closed day and also an open day.
map-empty-contact = The contact of "{ $organisation }" has neither "phone" nor "email".
map-owner-without-contact = "{ $organisation }" owns something, so it needs a "contact".
map-coordinator-without-contact = "{ $organisation }" coordinates, so it needs a "contact".
