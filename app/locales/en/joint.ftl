# Open letters and statements: what many signed together.

open-letter-kind = Open letter
open-letter-ask = What it asks
open-letter-since = What happened since
open-letter-reasons = Why
open-letter-signatories = { $count ->
    [one] One signatory
   *[other] { $shown } signatories
}
open-letter-order = In the order of signature.
open-letter-unchecked = Nobody here has checked who may sign for an organisation: the list stands as its source prints it.
open-letter-some-checked = Of { $checked } of them somebody here has checked that they may sign; the others stand as the source prints them.
open-letter-all-checked = Of every one of them somebody here has checked that they may sign.
signatory-number = No.
signatory-name = Signed by
signatory-country = Country, where given
signatory-checked = Checked by { $by } on { $date }

statement-kind = Joint statement
statement-demands = What it asks
statement-organisations = { $count ->
    [one] By one organisation
   *[other] By { $shown } organisations
}
statement-to = To { $name }
statement-see-also = See also
person-name = Name
person-role = Who it is
person-asked = What is asked
asked-release = Release
asked-lift-probation = Lift the probation
asked-release-and-drop-charges = Release, and drop the charges
asked-end-harassment = End the harassment
asked-welcomed = Already happened, and is welcomed

record-sources-joint = Everything on this page rests on these. The sentences are our own, the names are spelled as the sources print them.
