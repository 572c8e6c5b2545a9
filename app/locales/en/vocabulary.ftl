# The words of the closed sets.

kind-letter = Letter in own words
kind-printed-letter = Printed letter, signed
kind-card = Card or postcard
kind-email = E-mail
kind-petition-signature = Signature under a petition
kind-social-post = Public message
kind-solidarity-message = Message of solidarity

status-acquitted = Acquitted
status-appeal-pending = Convicted, appeal open
status-at-risk = At risk
status-awaiting-justice = Waiting for justice
status-campaign-ongoing = The struggle goes on
status-convicted = Convicted
status-detained = Detained
status-died-in-custody = Died in custody
status-disappeared = Disappeared
status-freed = Free
status-killed = Killed
status-on-trial = On trial
status-prosecuted = Prosecuted
status-relocated = In safety
status-retrial = To be tried again

outcome-freed = Freed
outcome-released = Released, case not over
outcome-acquitted = Acquitted
outcome-conviction-overturned = Conviction overturned
outcome-commuted = Sentence commuted
outcome-suspended = Sentence suspended
outcome-pardoned = Pardoned
outcome-charges-dropped = Charges dropped
outcome-relocated = Brought to safety
outcome-conditions-improved = Better conditions
outcome-law-changed = A law was changed
outcome-recognition = The wrong was recognised
outcome-setback = Setback
outcome-died = Died

# As short as a postmark's ring needs it.
postmark-freed = Freed
postmark-released = Released
postmark-acquitted = Acquitted
postmark-conviction-overturned = Overturned
postmark-commuted = Commuted
postmark-suspended = Suspended
postmark-pardoned = Pardoned
postmark-charges-dropped = Dropped
postmark-relocated = Safe
postmark-conditions-improved = Improved
postmark-law-changed = Law changed
postmark-recognition = Recognised
postmark-setback = Setback
postmark-died = Died
