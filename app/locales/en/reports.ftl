# Reports of groups, from the code on their pack.

code-title = Report what you posted
code-lead = Type the code that stands on your pack’s cover and on its tally sheet.
code-wrong-title = No pack has this code
code-wrong-lead = Look at it once more: it has eight letters and digits, such as K7QF-2M9D. There is no I, L, O or U in it. It stands on the cover and on the tally sheet.
code-label = Code of the pack
code-help = Eight letters and digits. Capitals and the hyphen do not matter.
code-go = Go on
code-to-groups = What groups do here

report-title = How many did we post?
report-lead = Count what left the evening for the letter box. The pack’s own numbers stand here to begin with: change them to what was really posted, and empty what there was none of.
report-lead-school = One number for the class for each case: what was really posted. The pack’s own numbers stand here to begin with. No names, no pupils, no other numbers.
report-lead-again = You reported from this pack before: those numbers stand below. Change what was wrong. The new report takes the place of the old one.
report-of = { $title }, pack { $code }. It is counted in “{ $campaign }”.
report-closed = This campaign takes no reports any more. Ask your section to enter your numbers.
report-numbers = Your numbers
report-in-pack = { $count ->
    [one] one letter in the pack
   *[other] { $shown } letters in the pack
}
report-case-gone = A case that is not public any more
report-from = First day
report-to = Last day
report-to-help = The day on which the last of them was posted.
report-group-help = As it should stand on the report. Please no person’s name.
report-country = Where is the group?
report-basis = How did you count?
basis-counted = Counted one by one
basis-estimated = Estimated
basis-at-least = At least so many
report-note = Anything that staff should know
report-note-help = Only staff read it. Please name nobody. You may leave it empty.
report-kept = We keep the numbers, the days, the group’s name and your remark. No names of people.
report-look = Look at it once more
report-review-title = Is this right?
report-review-lead = { $count ->
    [one] One action will be counted.
   *[other] { $shown } actions will be counted.
}
report-review-again = You reported { $before } before. Now it is { $after }: the new report takes the place of the old one.
report-review-same = The numbers are the same as before.
report-review-changes = What changes
report-review-days = From { $from } to { $to }. { $basis }.
report-before = Before
report-now = Now
report-send = Count it
report-change = Change something

report-thanks = { $count ->
    [one] One action of your group is counted.
   *[other] { $shown } actions of your group are counted.
}
report-thanks-replaced = A later report took the place of this one. It counts nothing any more.
report-thanks-newer = See the newer report
report-thanks-again = Report again from this pack
report-reference-note = Keep the reference if a number must be corrected later.

report-people = How many people took part?
report-people-help = You may leave it empty. People are never added to the letters.
report-review-people = { $count ->
    [one] By one person. People are not part of the number above.
   *[other] By { $shown } people. People are not part of the number above.
}
report-thanks-people = People who took part
report-table-have = Your numbers stand in a table already?
report-table-how = Choose its file or paste it. Its first row names the columns: case, kind and quantity; language and people may be there too. Each further row is a case and a kind. Then only the table counts, not the numbers above. All of it is taken or nothing, and before it counts you see what it changes.
report-table-sample =
    case,kind,quantity
    Rita Karasartova,letter,18
    Rita Karasartova,card,4
report-table-file = File
report-table-file-help = Saved as CSV UTF-8, with commas, semicolons or tabs.
report-table = Or paste the table
report-table-help = Up to 2,000 rows. A row without a number is passed over. A point or a comma before three digits stands for thousands: 1.200 is one thousand two hundred.
report-table-row = Row { $row }, { $column }
