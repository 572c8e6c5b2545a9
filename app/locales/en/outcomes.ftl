# What letters did.

outcomes-title = What letters did
outcomes-description = What became of everyone we wrote for: freed, acquitted, still waiting, worse off or dead. Every line with its date and its source.
outcomes-lead = { $count ->
    [0] What became of everyone we wrote for.
    [one] One main demand was met. Here it is, with all that stayed open, became worse or came too late.
   *[other] { $shown } main demands were met. Here they are, with all that stayed open, became worse or came too late.
}
outcomes-caution = A change that follows letters is seldom their work alone: the people concerned, their families, lawyers and neighbours work for it every day.
outcomes-ways = On this page
outcomes-met = Main demand met
outcomes-met-note = A cancelled stamp: what was asked above all has happened. The mark says what and when.
outcomes-mourned = Those who died
outcomes-mourned-note = A black edge, no postmark. Where letters can still be written, they ask for the truth.
outcomes-to-edition = The edition and its cases
outcomes-figures = What was published
outcomes-figures-note = Figures of others, as their sources give them. None of them was counted here.
outcomes-cases = What became of each case
outcomes-beyond = In no edition
outcomes-standing = Newest known:
outcomes-signed = Open letters and statements
outcomes-signed-note = What many asked for together, in public, with everyone who signed.
became-met = Main demand met
became-changed = Changed, main demand not met
became-nothing-known = No change known since
joint-signed = { $count ->
    [one] signed by one
   *[other] signed by { $shown }
}
