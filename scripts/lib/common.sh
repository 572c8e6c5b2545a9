# Sourced by the scripts: where things are, and how steps are told.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root" || exit 1
target=${CARGO_TARGET_DIR:-$root/target}
case $target in /*) ;; *) target=$root/$target ;; esac
export CARGO_TARGET_DIR=$target
site=$target/site
logs=$target/test-logs
cache=${XDG_CACHE_HOME:-$HOME/.cache}/pillarbox

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# seconds since the given moment (a value of $EPOCHREALTIME), one decimal
since() {
    local start=${1/[.,]/} now=${EPOCHREALTIME/[.,]/}
    local tenths=$(((now - start) / 100000))
    printf '%d.%d s' $((tenths / 10)) $((tenths % 10))
}

# step NAME COMMAND...: runs it and says how long it took. The output goes to a log, whose end is shown when it fails;
# with live_output=1 on a terminal it is shown as it comes.
step() {
    local name=$1 start=$EPOCHREALTIME status=0 log
    shift
    if [ "${live_output:-}" = 1 ] && [ -t 2 ]; then
        say "$name ..."
        "$@" || status=$?
    else
        mkdir -p "$logs"
        log=$logs/$(printf '%s' "$name" | tr -c 'a-zA-Z0-9' '-').log
        "$@" >"$log" 2>&1 || status=$?
    fi
    if [ $status = 0 ]; then
        say "$name: $(since "$start")"
    else
        say "$name: failed after $(since "$start")"
        [ -z "${log:-}" ] || { tail -n 60 "$log"; say "(all of it: $log)"; }
    fi
    return $status
}

is_root() { [ "$(id -u)" = 0 ]; }
# Only there do the scripts install anything beyond the target folder and the cache.
may_install() { is_root && [ -e /etc/debian_version ] && command -v apt-get >/dev/null; }
has() { command -v "$1" >/dev/null 2>&1; }
