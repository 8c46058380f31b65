#!/bin/bash
# Many kiosks for years on one PostgreSQL server, and the same files merged by SQLite: how long it
# takes, how large it gets, how soon a dashboard has its answer; and whether every sum is right.
# Two kiosks are simulated as they are, the others are copies of them with a name of their own. They
# have few visitors, which saves time: a release has all its cells however many came.
# usage: tools/bench/fleet.sh BUILD KIOSKS (an even number)
set -eu
. tests/support/postgres.sh
build=$1
kiosks=$2
stats=$build/azimut-stats
work=$(mktemp -d -p "${TMPDIR:-/tmp}")
trap 'postgres_stop immediate; rm -rf "$work"' EXIT

# ---- five years of two kiosks: a kiosk forgets after 25 months, so two years at a time -----------
simulate() { # SEED FROM TO
    "$stats" simulate --pack "$build/campus.pack" --visits 1000 --seed "$1" --from "$2" --to "$3" \
        -o "$work/part-$1-$2.db"
}
for seed in 1 2; do
    simulate "$seed" 2021-09 2023-08
    simulate "$seed" 2023-09 2025-08
    simulate "$seed" 2025-09 2026-08
done
"$stats" merge "$work/two.db" "$work"/part-*.db >/dev/null
rm "$work"/part-*

# A hundred kiosks a file, or what is left of them.
copies=$((kiosks / 2))
files=0
for first in $(seq 0 50 $((copies - 1))); do
    last=$((first + 49 < copies - 1 ? first + 49 : copies - 1))
    files=$((files + 1))
    cp "$work/two.db" "$work/file-$files.db"
    sqlite3 "$work/file-$files.db" "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;
        CREATE TEMP TABLE one AS SELECT * FROM released;
        CREATE TEMP TABLE copy AS WITH RECURSIVE c(i) AS
            (SELECT $first UNION ALL SELECT i + 1 FROM c WHERE i < $last) SELECT i FROM c;
        CREATE TEMP TABLE name AS SELECT row_number() OVER () - 1 AS nr, id FROM kiosk;
        DELETE FROM released; DELETE FROM kiosk; DELETE FROM stop;
        INSERT INTO kiosk SELECT printf('%016x', 2 * i + nr), 0 FROM copy, name;
        INSERT INTO released SELECT tbl, period, printf('%016x', 2 * i + nr), dict, n
            FROM one JOIN name ON kiosk = id, copy ORDER BY 1, 2, 3;
        COMMIT" >/dev/null
done

line() { # NAME VALUE UNIT PEER
    awk -v n="$1" -v v="$2" -v u="$3" -v p="$4" 'BEGIN {
        printf "%-28s %12s %-8s %12s %8s\n", n, v, u, p, (p + 0 > 0) ? sprintf("%.2f", v / p) : "-" }'
}
now() { date +%s%N; }
seconds() { awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.2f", (to - from) / 1e9 }'; }

# ---- sent, added up, and merged ------------------------------------------------------------------
postgres_start "$work" -c shared_buffers=512MB -c max_wal_size=4GB -c checkpoint_timeout=15min
psql -Xq "$(postgres_url admin postgres)" -c 'CREATE DATABASE fleet'
base=$(postgres_url admin fleet)
sql() { psql -XqAt -v ON_ERROR_STOP=1 "$base" -c "$1"; }
"$stats" schema | psql -Xq -v ON_ERROR_STOP=1 "$base"
push() { "$stats" push "$base" "$work"/file-*.db >"$work/said"; }
line name value unit sqlite
begun=$(now)
push
sent=$(seconds "$begun")
sql 'VACUUM ANALYZE'
begun=$(now)
"$stats" merge "$work/all.db" "$work"/file-*.db >/dev/null
line push_s "$sent" s "$(seconds "$begun")"
size=$(sql "SELECT pg_database_size('fleet') / 1000000")
line size_mb "$size" MB "$(($(stat -c %s "$work/all.db") / 1000000))"
begun=$(now)
push
line push_again_s "$(seconds "$begun")" s -
begun=$(now)
sql 'SELECT azimut.sum_up()' >/dev/null
line sum_up_all_s "$(seconds "$begun")" s -
sql 'VACUUM ANALYZE azimut.month_sum'
sql "INSERT INTO azimut.touched VALUES ('2026-06-01')"
begun=$(now)
sql 'SELECT azimut.sum_up()' >/dev/null
line sum_up_a_month_s "$(seconds "$begun")" s -

# ---- what dashboards ask; the peer is the report of the merged file ------------------------------
begun=$(now)
"$stats" report "$work/all.db" --html "$work/all.html"
report=$(seconds "$begun")
ask() { # NAME PEER SQL
    begun=$(now)
    sql "$3" >/dev/null
    line "$1" "$(seconds "$begun")" s "$2"
}
ask five_years_by_month_s "$report" 'SELECT month, subject, key, value, margin FROM azimut.month'
ask a_year_of_trades_s - "SELECT names->>'fr', sum(n), azimut.margin(sum(variance)) FROM azimut.month
    WHERE subject = 'opened' AND month >= '2025-09-01' GROUP BY 1 ORDER BY 2 DESC"
ask a_kiosk_by_month_s - "SELECT * FROM azimut.kiosk_month WHERE kiosk = '0000000000000007'"
ask a_kiosk_by_day_s - "SELECT * FROM azimut.kiosk_day WHERE kiosk = '0000000000000007'"
ask a_day_of_all_s - "SELECT sum(visits) FROM azimut.kiosk_day WHERE day = '2026-06-10'"
ask late_kiosks_s - 'SELECT * FROM azimut.kiosk_state ORDER BY days_since DESC LIMIT 20'

# ---- every sum, told by the two ------------------------------------------------------------------
"$stats" push "$base" "$work/two.db" >/dev/null 2>&1
wrong=$(sql "WITH two AS (SELECT subject, key, sum(n) AS n FROM azimut.cell
        WHERE kiosk IN (SELECT id FROM azimut.kiosk ORDER BY nr DESC LIMIT 2) GROUP BY 1, 2)
    SELECT count(*) FROM (SELECT subject, key, sum(n) AS n FROM azimut.month GROUP BY 1, 2) a
    FULL JOIN two USING (subject, key) WHERE a.n IS DISTINCT FROM $copies * two.n")
line rows "$(sql 'SELECT count(*) FROM azimut.released')" rows -
line sums_that_are_wrong "$wrong" sums -
[ "$wrong" = 0 ]
