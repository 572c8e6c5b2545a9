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
