# The first page and the list of cases.

home-title = Write a letter for someone whose rights were taken
home-description = Choose a case, write in your own words, print the letter and post it.
home-call = Write a letter for someone whose rights were taken.
home-lead = { $count ->
    [0] No case is waiting for a letter today.
    [one] One case is open. Write in your own words, print it and post it. It takes ten minutes, a sheet of paper and a stamp.
   *[other] Choose one of { $shown } open cases, write in your own words, print it and post it. It takes ten minutes, a sheet of paper and a stamp.
}
home-write = Write a letter
home-pack = Print a pack for a group
home-counted = What was posted
home-since = Posted since { $date }
home-campaign = All numbers of “{ $campaign }”
home-waiting = Waiting for a letter
home-all-cases = { $count ->
    [one] The one open case
   *[other] All { $shown } open cases
}
home-did = What letters did
home-all-outcomes = Every outcome, with its source
home-did-too = Setbacks and deaths are listed too:
home-did-mourned = those who died
home-signed = what many signed together
home-did-note = A cancelled stamp is a case whose main demand was met.

heading-letters = letters
heading-cards = cards
heading-other = e-mails and signatures
counted-how = { $online } counted online one by one, { $reported } reported by groups. Read on { $as_of } UTC.

counted-people = { $count ->
    [one] At least one person took part in what was reported.
   *[other] At least { $shown } people took part in what was reported.
}

cases-title = Cases
cases-description = Everyone we write for: those who wait for a letter, and those whose main demand was met.
cases-waiting = Waiting for a letter: { $shown }
cases-resting = No letter can be sent now: { $shown }
cases-met = Main demand met: { $shown }
