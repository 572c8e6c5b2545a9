# Writing a letter.

write-title = Write for { $name }
write-to = To the office: { $office }
write-other-office = Write to another office
write-other-office-note = Choose the office before you write. The page then starts afresh, with the right salutation.
write-salutation = Salutation
write-body = Your letter
write-body-help = A start is made. Change it, add your own words, take out what you would not say.
meter-empty = One page holds about { $lines } lines.
meter-fits = { $words } words. One page, about { $lines } lines left.
meter-too-long = { $words } words. About { $lines } lines too many for one page: the letter goes on to a second one.
write-demands = Ask for one thing, clearly
write-demands-note = What the campaign asks. Say it in your own words.
composer-tap = Tap to put a demand into your letter, then say it in your own words.
write-points = Points to make
write-points-note = Take the ones that matter to you. A letter in your own words is read; a copy is not.
write-reading = How it reads
write-rules = Please keep to this
write-rules-note = These rules protect the person you write for.
write-you = Your name
write-you-note = You may leave both empty. A name and a town are enough and carry more weight; give your whole address only if you would like an answer and it is safe for you.
write-name = Name
write-town = Town, or your whole address
write-town-help = One line for each part, the town last.
write-printing = Printing
write-profile = Envelope
profile-din5008-b = With a window (DIN long, DIN 5008)
profile-plain = Without a window
write-paper = Paper
paper-a4 = A4
paper-letter = US Letter
write-posted-from = Posted from
write-posted-from-none = I would rather not say
write-posted-from-help = The post of your country needs the name of the other country in a language it reads.
write-what-happens = Your text goes to our server, comes back as a PDF and is forgotten. It is not stored and nobody reads it.
write-make = Make the PDF
composer-title = Your letter as it will print
composer-see = See the page
composer-pages = { $count ->
    [one] One page.
   *[other] { $shown } pages.
}
composer-page = Page { $number } as it will print
composer-download = Download the PDF
composer-print = Print
composer-making = Making the PDF …
composer-made = The PDF is among your downloads.
composer-failed = The PDF could not be made just now. What you typed is still here: try again in a moment.
composer-stays = Everything on this page stays on this device: the PDF is made here and your text is not sent anywhere.
write-then = In the letter box?
write-then-text = Print the letter, sign it, post it. Then say so: every letter counts, and the numbers carry weight with the office.
write-then-today = I posted one letter today
write-then-other = Another number, day or kind
write-nobody-title = No letter for { $name } now
write-nobody-text = Nobody writes for this case at the moment. Others are waiting.
write-nobody-why = Read why
