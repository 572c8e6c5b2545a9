# What is printed: the sheets of a pack.

sheet-demonstration = A demonstration. Facts come from public sources; it is not connected with any organisation, and nobody named here was asked. Check an address and a status before you post.
sheet-code = QR code: { $address }
sheet-report = Report what you posted: scan, or { $address }
sheet-case-page = The case on line, with every source: { $address }
sheet-stamp = Stamp: { $name }, { $country } { $edition }

sheet-cover = Letter pack
sheet-cover-coded = Letter pack { $code }
sheet-number = No.
sheet-write-for = Write for
sheet-to = To
sheet-country = Country
sheet-letters = Letters
sheet-pages = Pages
sheet-all = All
sheet-beside = { $name } { $pages }
sheet-besides = Besides, by page: { $parts }.
sheet-case-sheets = Case sheets
sheet-set = Set { $number }
sheet-printing = Print it so
sheet-print-both = { $paper }, both sides, flip on the long edge.
sheet-print-one = { $paper }, one side.
sheet-paper-a4 = A4
sheet-paper-letter = US Letter
sheet-print-scale = At 100 %, never “fit to page”: measure the bar below.
sheet-print-window = First print page { $page } and lay it behind a window envelope: the whole address must show.
sheet-ruler = 100 mm
sheet-posting = Post it so
sheet-post-to = To { $country }
sheet-rate-abroad = { $count }, international rate
sheet-rate-inland = { $count }, inland rate
sheet-rate-unknown = { $count }
sheet-cases = { $count ->
    [one] The case is
   *[other] The { $shown } cases are
}
sheet-as-of = { $cases } as of { $date }.
sheet-check-code = If one has changed since, the code above says so.
sheet-check = Look at the case’s page before you post: it says if something has changed.
sheet-paper-needed = Sheets of paper: { $count }.
sheet-envelope = Envelopes: { $envelope }.

sheet-standing = { $country }. { $status }, as of { $date }
sheet-shortened = This is shortened: the whole story stands on the case’s page.
sheet-asks = What we ask
sheet-address = Write to
sheet-begin = Begin: { $salutation }
sheet-advice = How to write
sheet-advice-polite = Polite, in your own words, one page.
sheet-advice-ask = The full name, and one clear ask.
sheet-advice-who = Say who you are. Name and town are enough.
sheet-points = What to say, in your own words (cut off before posting)

sheet-tally = Tally sheet
sheet-tally-coded = Tally sheet, pack { $code }
sheet-tally-heading = How many did we post?
sheet-tally-intro = One stroke for each. Count a letter written by hand and a signed printed letter apart.
sheet-case = Case
sheet-kind-letter = By hand
sheet-kind-printed-letter = Printed, signed
sheet-kind-card = Cards
sheet-kind-petition-signature = Petition lines
sheet-sum = Sum
sheet-place-and-date = Place and date
sheet-counted-by = Counted by

sheet-test = Test sheet
sheet-test-window = Print this sheet first, at 100 %. Fold it at the marks and put it into the envelope: the whole address must show in the window, also when you shake it. Then measure the bar.
sheet-test-ruler = Print this sheet first, at 100 %, and measure the bar: it must be 100 mm long.
sheet-labels = Labels
sheet-labels-test = Print this page on plain paper, at 100 %, and hold it against the labels. If it is off, give the offset in millimetres.
sheet-envelopes = Envelopes
sheet-name = Name
sheet-first-name = First name
sheet-town = Town
sheet-signature = Signature
sheet-sign-up = Sign-up sheet
sheet-sign-up-heading = Write with us again
sheet-sign-up-intro = Leave a first name and a way to reach you if you would like to hear of the next evening. Write only what you do not mind others at this table reading.
sheet-reach = E-mail or telephone
sheet-sign-up-foot = This sheet stays with the group, is used for nothing else and is torn up after the next evening.
sheet-petition = Petition
sheet-petition-label = For { $name }
sheet-petition-heading = To the { $office }
sheet-petition-asks = We who sign below ask you
sheet-petition-foot = Name and town are enough. Count the lines at the end of the evening and send the sheets to the office above.
sheet-cards = Cards
sheet-card-label = A card for
sheet-card-address = Send it to
sheet-card-rules = Please keep to this
sheet-card-short = Short and encouraging; nothing about politics or an organisation.
sheet-card-read = Assume that others read it too.
sheet-poster = Poster
sheet-poster-heading = Write for { $name }
sheet-poster-where = Where
sheet-poster-when = When
