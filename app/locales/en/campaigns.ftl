# The page of a campaign.

campaign-open = Open: letters are counted here today.
campaign-closed-on = Closed: this campaign ended in { $date }.
campaign-closed = Closed: this campaign takes no letters today.
campaign-closed-but = Some of its cases still wait for a letter.
campaign-to-cases = See the open cases
campaign-from = From
campaign-until = to
campaign-no-end = with no closing day
campaign-organiser = Run by { $name }
campaign-cases = { $count ->
    [one] One case
   *[other] { $shown } cases
}
campaign-to-totals = { $count ->
    [one] 1 action counted here so far
   *[other] { $shown } actions counted here so far
}
campaign-totals = Counted here
campaign-by-kind = By kind
campaign-by-channel = By the way it was counted
campaign-by-case = By case
campaign-unnamed-cases = Cases that are not public any more
ledger-actions = Actions
ledger-all = All
ledger-kind = Kind
ledger-channel = How
ledger-case = Case
channel-online = Counted online, one by one
channel-reported = Reported by groups
campaign-windows = When people took part
window-where = Where
window-from = From
window-until = To
campaign-figures = Figures that others published
campaign-figures-note = These are not our counts. They stand as their sources give them and are never added to the numbers above.
figure-what = Figure
figure-value = Number
figure-unit = Of what
figure-counted = { $value }
figure-estimated = about { $value }
figure-at-least = at least { $value }
campaign-goals = What was aimed at
goal-text = Aim
campaign-notes = What is unsure
