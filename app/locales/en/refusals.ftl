# What is wrong with a form, and what to do. `detail` is "none" where there is nothing more to say.

refused-fields = { $count ->
    [one] One thing needs another look
   *[other] { $shown } things need another look
}
refused-whole = This was not taken
refused-sent-before = This form was sent before with other answers, and those are counted. If this is another letter, send the form once more: it has a new number now.
refused-too-many = { $count ->
    [one] Very much came from your connection in a short time, so this was not taken. Nothing was lost: what you typed stands below. Wait a minute, then send it again.
   *[other] Very much came from your connection in a short time, so this was not taken. Nothing was lost: what you typed stands below. Wait { $shown } minutes, then send it again.
} Are you many in one place, such as a school? Then report all of it together: a pack’s code leads to the form for that.
refused-later = It is not possible just now. Nothing was lost and nothing was counted: what you typed stands below. Send it again in a moment.

rule-required = This is needed: please fill it in.
rule-format = Check how it is written.
rule-one-to-ten-thousand = Give a whole number from 1 to 10,000. More than that is a group’s report.
rule-not-in-the-future = Give the day on which it was posted, today at the latest.
rule-not-before-the-campaign = Give a day on or after the campaign’s first day.
rule-campaign-closed = This campaign is closed. Choose a case of one that is open.
rule-unknown-campaign = There is no such campaign. Open the case’s page again and start from there.
rule-unknown-case = This case is not part of the campaign. Open the case’s page again and start from there.
rule-unknown-group = There is no such group. Check its name or leave it out.
rule-case-not-written = Nobody writes for this case now. Choose another case.
rule-no-cards = None of these cases takes cards. Leave the cards out, or add a case that takes some.
rule-no-address = No address is known yet for the office of this case, so no letter can be made. Choose another case.
rule-no-text-in-language = { $detail ->
    [none] This case has no text in that language. Choose another language, or write the letter’s text yourself.
   *[other] This case has a text in: { $detail }. Choose one of these languages, or write the letter’s text yourself.
}
rule-kind-not-counted = This campaign does not count that kind. Choose another.
rule-country-code = Choose a country from the list, or leave it open.
rule-too-long = { $detail ->
    [none] This is too long: please shorten it.
   *[other] This is too long: { $detail } characters at most.
}
rule-too-short = { $detail ->
    [none] This is too short: please make it longer.
   *[other] This is too short: { $detail } characters at least.
}
rule-not-the-same = This is not the same as above. Type it once more.
rule-easily-guessed = This is easily guessed: it contains your own name, or only a few different characters. Choose another.
rule-ends-before-it-begins = The last day lies before the first. Change one of them.
rule-unknown-word = Choose one of those offered.
rule-not-printable = { $detail ->
    [none] One character cannot be printed. Take it out or write it another way.
   *[other] This character cannot be printed: { $detail }. Take it out or write it another way.
}
rule-font-missing = { $detail ->
    [none] The typeface for one character is not here, so it cannot be printed. That is no fault of yours: write it in another script, or tell whoever runs this site.
   *[other] The typeface for { $detail } is not here, so it cannot be printed. That is no fault of yours: write it in another script, or tell whoever runs this site.
}
rule-no-room-for-lines = { $detail ->
    [none] These are more lines than there is room for. Put some together or leave some out.
   *[other] These are more lines than there is room for ({ $detail }). Put some together or leave some out.
}
rule-address-too-long = { $detail ->
    [none] The address has more lines than this envelope’s window has room for. Choose another envelope, such as one without a window.
   *[other] The address has more lines than this envelope’s window has room for ({ $detail }). Choose another envelope, such as one without a window.
}
rule-address-too-wide = { $detail ->
    [none] The address is too wide for this envelope’s window. Choose another envelope, such as one without a window.
   *[other] The address is too wide for this envelope’s window: { $detail }. Choose another envelope, such as one without a window.
}
rule-off-the-sheet = { $detail ->
    [none] So far to the side the labels would be printed beside their sheet. Choose a smaller offset.
   *[other] { $detail }
}
rule-does-not-fit = { $detail ->
    [none] This does not fit on the paper. Please shorten it.
   *[other] Line { $detail } does not fit on the paper. Please shorten it.
}
rule-one-to-five-thousand = { $detail ->
    [none] Give a whole number from 1 to 5,000.
   *[other] These are { $detail } letters in all. A pack has at most 5,000: make two packs.
}
rule-nothing-chosen = Choose at least one.
rule-stands-twice = This stands there twice. Leave it out here or there.
rule-one-to-ten-million = Give a whole number from 1 to 10,000,000, or leave it empty.
rule-not-before-the-first-day = The last day lies before the first. Please look at both.
rule-not-after-the-campaign = { $detail ->
    [none] Give a day on or before the campaign’s last day.
   *[other] The campaign ended on { $detail }: give that day or an earlier one.
}
rule-reports-closed = This campaign takes no reports now. Ask its staff whether they still take yours.
rule-day-not-over = Choose a day that is over.
rule-nothing-kept = Nothing had been counted by then. Choose a later day.
rule-group-or-section = Say which group, or which section, reports.
rule-unknown-section = There is no such section. Name it by its country’s two letters, such as de, or centre.
rule-unknown-report = There is no such earlier report. Open the report page from your pack again.
rule-replaced-before = That report was replaced meanwhile. Open the report page from your pack again: it then starts from the newest numbers.
rule-too-many-lines = At most 2,000 lines go into one report. Send the rest in another one.
rule-only-until = { $detail ->
    [none] For this case only what was done before the change is counted.
   *[other] For this case only what was posted until { $detail } is counted. Report that with { $detail } as the last day, and leave the case out here.
}
rule-no-messages = Nobody passes messages on for this case. Leave them out.
rule-unknown-receipt = Nothing was counted under this reference. Check it on the receipt.
rule-too-many = { $detail ->
    [none] This is too much at once. Narrow it down.
   *[other] This is more than { $detail } at once. Narrow it down and do it in parts.
}
rule-count-changed = { $detail ->
    [none] The count has changed meanwhile. Look at it again.
   *[other] The count is { $detail } now. Look at it again, then confirm.
}
rule-undone-before = This is undone already. Nothing is left to do.
rule-no-lines = No row has a number above 0. Put in how many it were, then send it again.
rule-burst-more-than = Give 1 or more.
rule-burst-minutes = Give 1 to 1,440 minutes, which is a day.
rule-too-many-cells = This row has more cells than the table has columns. Put a number with a comma in quotation marks, or write it without the comma.
rule-unclosed-quote = This row opens a quotation mark that is never closed. Close it, or take it out.
rule-no-column = The first row has to name this column: case, kind and quantity are needed.
rule-unknown-field = This is not one of the fields. Leave it out.
rule-id-ahead-of-time = The clock of the device that sent this is wrong. Set it, open the page again and send it once more.
rule-not-uuid7 = This form has lost its number. Open the page again and send it once more.
rule-not-text = This file cannot be read as text. Save the sheet as “CSV UTF-8” and send that file.
rule-unknown-sender = Where this came from is not known: that is kept for seven days, and only of what was counted online. Choose by time and country instead.
rule-one-line-only = This receipt has several lines. Send a later report in its place, or take all of it back.
rule-corrected-since = The same entry was corrected again later. Undo the later correction first.
rule-clock-differs = The clock of the sender and ours differ by more than a quarter of an hour. Set it, and send it again.
