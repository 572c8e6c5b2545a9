# Staff's doors and their start page.

nav-counts = Counts
nav-public = Public pages
staff-signed-in = { $name }, { $role }
staff-sign-in = Sign in
staff-sign-out = Sign out
staff-title = Staff
staff-lead = Good to see you, { $name }.
staff-counts-what = What was done so far, by case, kind, country and day, with a file for a spreadsheet.
role-reader = reads counts
role-counter = reads and corrects counts
role-editor = edits content
role-admin = admin

sign-in-login = E-mail or name
sign-in-password = Password
sign-in-needed = This page is for staff. Sign in, and you are led to it.
sign-in-set = Your password is set. Sign in with it.
sign-in-out = You are signed out.
sign-in-refused = Nobody was signed in
sign-in-wrong = This e-mail or name and this password do not belong together. Check both and try again.
sign-in-wait = { $count ->
    [one] There were too many wrong passwords. Wait a minute, then try again.
   *[other] There were too many wrong passwords. Wait { $shown } minutes, then try again.
}
sign-in-too-many = { $count ->
    [one] There were too many tries from your connection. Wait a minute, then try again.
   *[other] There were too many tries from your connection. Wait { $shown } minutes, then try again.
}
sign-in-later = It is not possible just now. Try again in a moment.
sign-in-no-tls = Signing in needs a safe connection. Whoever runs this site has to serve it over https and set its address (PILLARBOX_BASE_URL) accordingly.
sign-in-lost = No password, or lost it? Whoever runs this site can give you a link to set a new one.
sign-in-nobody-else = To write a letter you need no account.

welcome-title = Welcome
welcome-lead = Hello, { $name }. Choose a password, and your account is ready.
welcome-login-help = This is what you sign in with.
welcome-password = Password
welcome-password-help = At least { $shortest } characters. A few words that nobody would guess are better than a short riddle.
welcome-again = The same password again
welcome-set = Set the password
welcome-gone = This link was used already or is too old. Ask whoever gave it to you for a new one.

denied-title = Not with this account
denied-text = Your account may not do this. If it should, ask whoever runs this site.
