# Saying that letters were posted, and the receipt.

posted-title = Posted for { $name }
posted-lead = Say what you posted. It is counted in “{ $campaign }”.
posted-nowhere = No campaign counts letters for this case today.
posted-back = Back to the case
posted-kind = What was it?
posted-quantity = How many?
posted-quantity-help = A number from 1 to 10,000.
posted-day = On which day?
posted-country = From which country?
posted-country-none = I would rather not say
posted-country-help = You may leave it open. It helps to see where letters come from.
posted-kept = We keep the case, what it was, how many, the day and the country. Nothing about you.
posted-send = Count it

receipt-title = Thank you
receipt-counted = { $what } for { $name } counted.
receipt-counted-unnamed = { $what } counted.
receipt-corrected = { $count ->
    [0] Staff have taken this back since: it counts nothing now. Whoever runs this campaign can tell you why.
   *[other] Staff have corrected this since: { $shown } of it count now. Whoever runs this campaign can tell you why.
}
receipt-day = Day
receipt-reference = Reference
receipt-reference-note = This page is yours alone. Keep the reference if a number must be corrected later.
receipt-total = Counted so far
receipt-next = One more letter?
receipt-next-link = Read about { $name }

counted-letter = { $count ->
    [one] One letter
   *[other] { $shown } letters
}
counted-printed-letter = { $count ->
    [one] One printed letter
   *[other] { $shown } printed letters
}
counted-card = { $count ->
    [one] One card
   *[other] { $shown } cards
}
counted-email = { $count ->
    [one] One e-mail
   *[other] { $shown } e-mails
}
counted-petition-signature = { $count ->
    [one] One signature
   *[other] { $shown } signatures
}
counted-social-post = { $count ->
    [one] One public message
   *[other] { $shown } public messages
}
counted-solidarity-message = { $count ->
    [one] One message of solidarity
   *[other] { $shown } messages of solidarity
}
