# Sourced: a PostgreSQL server of its own in a temporary folder, heard on a Unix socket only, and
# gone with the script. Knows no statistics. PostgreSQL refuses to be root: it runs as `postgres`
# then, else as whoever runs the script.
# shellcheck shell=bash
postgres_folder=
postgres_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)

postgres_as() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else
        "$@"
    fi
}

# postgres_start FOLDER [-c SETTING=VALUE]… : the server and its socket are in FOLDER/pg.
postgres_start() {
    postgres_folder=$1/pg
    shift
    [ -n "$postgres_bin" ] || { echo "postgresql is missing"; return 1; }
    if [ ! -d "$postgres_folder" ]; then
        chmod 711 "$(dirname "$postgres_folder")"
        mkdir "$postgres_folder"
        [ "$(id -u)" -ne 0 ] || chown postgres:postgres "$postgres_folder"
        postgres_as "$postgres_bin/initdb" -D "$postgres_folder/data" -U admin -A trust -E UTF8 \
            --no-locale --no-sync >/dev/null || return 1
    fi
    (cd / && postgres_as "$postgres_bin/postgres" -D "$postgres_folder/data" \
        -c listen_addresses= -c unix_socket_directories="$postgres_folder" "$@" \
        >"$postgres_folder.log" 2>&1) &
    until "$postgres_bin/pg_isready" -q -h "$postgres_folder"; do
        kill -0 $! 2>/dev/null || { cat "$postgres_folder.log"; return 1; }
        sleep 0.1
    done
}

# postgres_stop fast|immediate: after its work, or as a power cut would; waits until it is gone.
postgres_stop() {
    [ -f "$postgres_folder/data/postmaster.pid" ] || return 0
    (cd / && postgres_as "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -m "$1" -w stop) \
        >/dev/null
}

# The address of a database for an account, as azimut-stats and psql take it.
postgres_url() { # ACCOUNT BASE
    echo "postgresql://$1@/$2?host=$(printf '%s' "$postgres_folder" | sed 's|/|%2F|g')"
}
