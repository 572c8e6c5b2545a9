# Sourced: a PostgreSQL of the tests' own, gone afterwards.

postgres_folder=

# Starts a temporary cluster and exports its address as PILLARBOX_TEST_POSTGRES, unless that names a server already.
start_postgres() {
    [ -z "${PILLARBOX_TEST_POSTGRES:-}" ] || return 0
    local port
    postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/pillarbox-postgres-XXXXXX")
    # initdb refuses root.
    ! is_root || chown "$(postgres_user)" "$postgres_folder"
    step "PostgreSQL, new cluster" as_postgres initdb -D "$postgres_folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync ||
        return 1
    for _ in 1 2 3; do
        port=$(free_port)
        if step "PostgreSQL on port $port" as_postgres pg_ctl -D "$postgres_folder/data" -l "$postgres_folder/log" -w \
            -o "-p $port -k $postgres_folder -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200" start; then
            export PILLARBOX_TEST_POSTGRES=postgres://postgres@127.0.0.1:$port/postgres
            return 0
        fi
    done
    return 1
}

stop_postgres() {
    [ -n "$postgres_folder" ] || return 0
    as_postgres pg_ctl -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$postgres_folder"
    postgres_folder=
}

postgres_user() { if id postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi; }

as_postgres() {
    local program
    program=$(postgres_programs)/$1
    shift
    # From a folder that the other user may enter.
    if is_root; then (cd / && runuser -u "$(postgres_user)" -- "$program" "$@"); else "$program" "$@"; fi
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}
