# Staff's counts.

counts-title = Counts
counts-filters = What to count
counts-campaign = Campaign
counts-from-country = Written from
counts-from = First day
counts-to = Last day
counts-kinds = Kinds
counts-cases = Cases
counts-channel = Counted
counts-section = Section
counts-by = Rows
counts-show = Show
counts-all-countries = All countries
counts-all-channels = Online and reported
counts-all-sections = All sections
counts-all-kinds = All kinds
counts-all-cases = All cases
counts-some-kinds = { $count ->
    [one] One kind
   *[other] { $shown } kinds
}
counts-some-cases = { $count ->
    [one] One case
   *[other] { $shown } cases
}
counts-unsaid = Not said
counts-centre = International centre
by-case = Case
by-country = Country
by-case-country = Case and country
by-kind = Kind
by-section = Section
by-day = Day
state-draft = draft
state-in-review = in review
state-published = not public today
state-paused = paused
state-withdrawn = withdrawn
state-archived = archived

counts-all = Actions
counts-as-of = as of { $day }, { $time } UTC
counts-compared = { $percent } % on the last edition’s same day
counts-online = Counted online
counts-online-how = each with a receipt
counts-reported = Reported by groups
counts-reported-how = in their reports
counts-inexact = Not counted one by one
counts-inexact-how = { $estimated } estimated, { $least } at least

counts-days = Actions by day
counts-days-wide = Actions, each bar { $days } days
counts-before = the last edition
counts-days-words = From { $from } to { $to } there were { $actions } actions. The most, { $most }, stand at { $day }.
counts-as-table = The same as a table
counts-day = Day
counts-first-day = First day
counts-case-in = Case in
counts-written-from = Written from
counts-letters = Letters
counts-cards = Cards
counts-other = Other
counts-online-short = Online
counts-reported-short = Reported
counts-of-them-inexact = { $shown } of them not one by one
counts-none = Nothing was counted under these filters. Widen them, or choose another campaign.
counts-csv = These numbers as a CSV file
counts-how = Letters are those in own words and printed ones; cards are cards and messages of solidarity; other are e-mails, signatures and public messages. Cases that are not public are marked; supporters see neither their names nor their numbers.

counts-people = { $count ->
    [one] In the whole campaign at least one person took part in what was reported. People are not part of any number here.
   *[other] In the whole campaign at least { $shown } people took part in what was reported. People are not part of any number here.
}
counts-to-snapshots = What we said on an earlier day
snapshots-title = What we said on a day
snapshots-lead = The totals as they stood when a day ended (UTC). What was corrected or reported later is not in them.
snapshots-on = Day
snapshots-look = Show it
snapshots-none = Nothing was kept of this day in this campaign. Choose a day that is over, and on which the campaign ran.
snapshots-kept = as it was kept on { $at } UTC
snapshots-now = What is counted now
