# Sourced: programs from the system's packages.

apt_install() {
    local options=(-y -q --no-install-recommends -o DPkg::Lock::Timeout=600)
    export DEBIAN_FRONTEND=noninteractive
    # The lists on a machine may be missing or old; they are fetched when an installation fails without them.
    apt-get install "${options[@]}" "$@" || { apt-get update -q && apt-get install "${options[@]}" "$@"; }
}

# need_packages PACKAGE...: installs them where we may, else says what to install.
need_packages() {
    [ $# -gt 0 ] || return 0
    may_install || fail "please install what Debian calls: $*"
    step "installing $*" apt_install "$@" || fail "could not install: $*"
}

# Where PostgreSQL keeps the programs that are not for everybody's PATH; empty without PostgreSQL.
postgres_programs() {
    local folder
    if has pg_ctl && has initdb; then
        dirname "$(command -v initdb)"
        return
    fi
    for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin | sort -rV); do
        [ -x "$folder/initdb" ] && printf '%s\n' "$folder" && return
    done
    return 0
}

# The library that gives a program another clock; empty without it.
faketime_library() {
    local file
    for file in /usr/lib/*/faketime/libfaketimeMT.so.1 /usr/lib*/faketime/libfaketimeMT.so.1; do
        [ -r "$file" ] && printf '%s\n' "$file" && return
    done
    return 0
}

find_chromium() {
    local name
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        has "$name" && command -v "$name" && return
    done
    return 0
}

# What every build needs besides Rust: a linker and a C compiler (SQLite is compiled in).
need_build_packages() {
    has cc || need_packages gcc libc6-dev
}

need_test_packages() {
    local missing=()
    [ -n "${PILLARBOX_TEST_POSTGRES:-}" ] || [ -n "$(postgres_programs)" ] || missing+=(postgresql)
    [ -x "${CHROMIUM_PATH:-}" ] || [ -n "$(find_chromium)" ] || missing+=(chromium)
    has qpdf || missing+=(qpdf)
    has pdftotext || missing+=(poppler-utils)
    has node || missing+=(nodejs)
    has npm || missing+=(npm)
    need_packages "${missing[@]}"
    # without it one fault is left out, and the summary says so
    [ -n "$(faketime_library)" ] || ! may_install || step "installing faketime" apt_install faketime || true
    export CHROMIUM_PATH=${CHROMIUM_PATH:-$(find_chromium)}
}
