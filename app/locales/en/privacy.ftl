# What happens with what you type.

privacy-title = What happens with what you type
privacy-description = No letter, name or address that you type is stored. What is counted names nobody.
privacy-lead = No letter that you write here, and no name or address of yours, is stored. You need no account, and what is counted names nobody.
privacy-letter = Your letter
privacy-letter-browser = Where the page shows your letter as it will print, the PDF is made on your device too, with “Download the PDF”. Your text, your name and your address are then not sent anywhere.
privacy-letter-server = Where it does not, as in a browser without scripting, the button says “Make the PDF”. When you press it, your text, your name and your address go to our server over the same connection as every page. The server sets the letter, sends the PDF back and forgets all of it. It is not stored, not logged and not read by anybody.
privacy-letter-device = You decide what happens with the file: it lies on your device, and only you print and post it.
privacy-count = The count
privacy-count-kept = When you say that you posted something, we keep the case, what it was, how many, the day, and the country if you gave one. No name, no e-mail address, no text.
privacy-count-reference = The receipt has a reference that only you get to see. With it a wrong number can be corrected. It does not lead back to you.
privacy-groups = Groups
privacy-groups-kept = For a group we keep what was in its packs (cases, numbers, paper), the name the group gave itself, its country, and its reports: numbers, days and a remark for staff. Please name no person in any of them. A class reports one number for each case and no pupil. Whoever holds a pack’s code can see what is in the pack and report for it.
privacy-groups-list = A group stands on the page of groups only when staff and the group agree.
privacy-machine = Your device
privacy-machine-address = Your internet address is not stored. The server needs it to answer, as every server does.
privacy-machine-sender = So that a machine cannot count a million letters, the server tells connections apart: for seven days it keeps with each counted action a scrambled mark. It is made from the address with a key that is thrown away when the day is over; after that nobody can find the address from it, not even we.
privacy-machine-cookies = You get no cookies, and nothing is loaded from other companies.
privacy-staff = People who work here
privacy-staff-kept = Staff have accounts: an e-mail address or name, what they may do, a password of which only a hash is kept, and a record of what they changed. While they are signed in, their browser holds one cookie.
privacy-demonstration = This is a demonstration
