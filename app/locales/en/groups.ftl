# Groups.

groups-title = Groups
groups-description = Print a pack of letters for a writing evening, and report what you posted.
groups-lead = A group, a class or a circle of friends writes together: print a pack, hold the evening, post the letters, say how many there were.
groups-print = Before the evening
groups-print-text = Choose cases and numbers. You get one file with a cover, a sheet about each case, the letters and a tally sheet. It works on any printer and needs no network on the evening.
groups-print-go = Print a pack
groups-report = After the evening
groups-report-text = Type the code from the pack, or scan it on the tally sheet.
groups-school = At school
groups-school-text = A class reports one number for each case. No pupil’s name is asked for or kept, and there is no account.
groups-listed = Groups that are listed
groups-group = Group
groups-posted = Counted in “{ $campaign }”
group-reports = Reports
group-corrected = corrected: { $shown } count now
group-replaced = replaced by a later one
