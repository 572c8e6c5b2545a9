# Staff's pages of reports and corrections.

nav-reports = Reports
nav-corrections = Corrections
staff-reports-what = What groups and sections reported, what a later report changed.
staff-corrections-what = Take back what was counted by mistake, after a look at how much it is, and put it back.

reports-title = Reports
reports-lead = What groups and sections said they did, the newest first. A later report takes an earlier one’s place; both stay on record.
reports-none = Nobody has reported anything yet.
reports-who = Who
reports-days = Done on
reports-from-to = { $from } to { $to }
reports-basis = How
reports-counted = Received
reports-replaced = replaced
reports-taken-back = taken back
reports-corrected = corrected
reports-newer = Newer reports
reports-older = Older reports

reports-grace = Days after its end on which a campaign still takes reports
reports-grace-help = 0 to 366. Online nothing is counted any more after the last day.
reports-grace-set = Set it
reports-grace-done = Done. It holds from now on.
reports-grace-wrong = Give a whole number of days from 0 to 366.

staff-report-title = Report of { $who }
staff-report-replaced = A later report took this one’s place: it counts nothing any more.
staff-report-counts = { $count ->
    [0] This report was taken back: it counts nothing now.
   *[other] This report was corrected: { $shown } actions of it count now.
}
staff-report-corrections = See the corrections
staff-report-later = See the later one
staff-report-replaces = It took the place of an earlier report.
staff-report-earlier = See the earlier one
staff-report-before = Before
staff-report-difference = Difference
staff-report-lines = Its lines
staff-report-pack = Pack
staff-report-note = Note
staff-report-take-back = Take this report back
staff-report-all = All reports

corrections-title = Corrections
corrections-lead = Nothing is deleted. A correction is an entry of its own that takes back what another one counted; it can be undone.
corrections-one = One receipt
corrections-receipt = Reference on the receipt
corrections-receipt-help = Of an action or of a whole report.
corrections-many = All that fit a rule
corrections-case = Case
corrections-kind = Kind
corrections-any = Any
corrections-group = Group, by its name in addresses
corrections-done-from = Done on or after
corrections-done-to = Done on or before
corrections-counted-from = Counted from (UTC)
corrections-counted-to = Counted until (UTC)
corrections-at-least = Of at least so many at once
corrections-to = How many it really was
corrections-to-help = Leave this empty to take all of it back. Otherwise only the difference is taken back or added.
corrections-same-sender = Sent from the same place as the action on this receipt, that day
corrections-burst-more = Part of a burst: more than so many from one place
corrections-burst-minutes = … within so many minutes
corrections-would-add = This adds { $actions } to { $entries }
corrections-do-add = Add { $actions }
corrections-busy = Much from one place
corrections-busy-lead = More than 50 entries from one place on one day. That may be a school, or a machine. Which place it is nobody can tell; what came from it is known for seven days.
corrections-busy-span = { $from } to { $to }
corrections-busy-all = All of it
corrections-look = See how much it is
corrections-would = This takes back { $entries }, { $actions }
corrections-nothing = Nothing that still counts fits this. Look at the fields again.
corrections-entries = { $count ->
    [one] 1 entry
   *[other] { $shown } entries
}
corrections-reason = Why
corrections-remark = Remark
corrections-remark-help = For others on the staff. No names of supporters.
corrections-do = Take back { $actions }
corrections-none = Nothing was corrected yet.
corrections-made = What was corrected
corrections-at = When (UTC)
corrections-what = What
corrections-changed = Totals changed by
corrections-undoes = Undoes the correction of { $at }
corrections-undoes-earlier = Undoes an earlier correction
corrections-report = Report { $reference } came in an earlier one’s place
corrections-of-receipt = Receipt { $reference }
corrections-to-number = Receipt { $reference }, set to { $number }
corrections-from = from { $day }
corrections-until = until { $day }
corrections-who = Who
corrections-how-many = Entries
corrections-back = Put back
corrections-undo = Undo
corrections-undo-what = Undo the correction of { $at }
corrected-done = Done. The totals went down; below you can undo it.
corrected-undone = Undone. The totals are what they were before it.
reason-counted-twice = Counted twice
reason-mistake = A mistake in number, case or day
reason-test = Sent to try the site out
reason-not-genuine = Not done by anybody
reason-replaced = A later report took its place
reason-asked = Its sender asked for it
reason-undone = A correction was undone
