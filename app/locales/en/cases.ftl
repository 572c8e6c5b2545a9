# The page of a case.

case-aliases = Also written: { $names }
case-on-paper = Printed from { $address }: every source, what is unsure and the newest state stand there.
case-paused = This case is paused. Please do not write now: a letter could do harm.

fact-status = Status
fact-as-of = as of { $date }
fact-country = Case in
fact-themes = For
fact-editions = Campaign
fact-total = Posted
fact-actions = { $count ->
    [one] 1 action
   *[other] { $shown } actions
}
fact-actions-in = counted in “{ $campaign }”
fact-posted = You posted one? Say so

ask-title = What we ask
ask-title-met = What we asked
ask-to = To
ask-write = Write to this office
ask-others = Another office that can be written to
ask-mourned-title = Write for the truth
ask-met = The main demand is met, so no letter is needed any more. The page stays for the record.
ask-paused = This case is paused: nobody writes now.
ask-archived = This case is kept for the record: nobody writes any more.
ask-no-address = No address known yet
ask-no-address-why = We know whom to ask, but no postal address that a source has printed. So there is no letter to write yet. The office:
address-printed = Address printed { $date } by
address-printed-undated = Address printed, without a date, by
address-checked = Staff checked it on { $date }.
address-unchecked = Staff have not checked it since.

record-events = What happened, when
record-outcomes = What changed
record-unsure = What is unsure
record-sources = Sources
record-sources-note = Everything on this page rests on these. The sentences are our own. Nobody named here was asked by us.
