help-route = Zeggen wie eigenaar zou zijn, en niets vastleggen
help-route-more = Zonder --namens telt alleen mee wat voor elke melder openstaat.

    Voorbeeld: seinhuis wie --onderwerp parenting --leeftijd 0 --gebied 3012
help-route--topic = { help-report--topic }
help-route--age = { help-report--age }
help-route--area = { help-report--area }
help-route--youngest = { help-report--youngest }
help-route--before = { help-report--before }
help-route--urgency = { help-report--urgency }
help-route--at = Op een ander moment dan nu: 2026-11-28T22:00. Een dag zonder tijd valt binnen kantooruren, als die dag ze heeft
