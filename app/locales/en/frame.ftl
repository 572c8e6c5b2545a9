# On every page: header, footer, troubles, numbers.

site = Pillarbox
# What stands between the thousands of a number.
thousands = ,
title = { $page } · Pillarbox
skip = Skip to content
nav = Main
nav-cases = Cases
nav-did = What letters did
nav-groups = Groups
foot-demonstration = Facts come from public sources. Not connected with any organisation.
foot-more = More about this demonstration
foot-typed = No letter, name or address that you type here is stored.
foot-privacy = What happens with what you type
source = Source
not-known = not known
unverified = not read in this source itself

not-found-title = There is nothing here
not-found-text = This address does not lead to a page. A letter may be missing in it, or the page may have moved.
gone-title = This page was withdrawn
gone-text = It stood here once and was taken down. Nothing more is said about it, because what is public can put somebody in danger.
later-title = Not just now
later-text = The site cannot read its records at this moment. Nothing was lost. Wait half a minute and load the page again.
broken-title = This did not work
broken-text = The mistake is ours, not yours, and nothing was changed. If it happens again, tell the people who run this site.
trouble-cases = See all cases
trouble-home = Go to the first page
