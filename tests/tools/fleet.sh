#!/bin/bash
# Released files on a real PostgreSQL server: once each, whole or not at all, nothing that is open,
# no clone; an account that may only add; views that say what the report says. Starts the server.
set -u
. tests/support/postgres.sh
stats=$AZIMUT_BUILD/asan/azimut-stats
pack=$AZIMUT_BUILD/campus.pack
work=$(mktemp -d)
trap 'postgres_stop immediate; rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

postgres_start "$work" -c fsync=off || exit 1
base=$(postgres_url admin fleet)
sender=$(postgres_url sender fleet)
sql() { psql -XqAt -v ON_ERROR_STOP=1 "$base" -c "$1"; }
as() { psql -XqAt -v ON_ERROR_STOP=1 "$(postgres_url "$1" fleet)" -c "$2" 2>&1; } # ACCOUNT SQL
is() { # WHAT SQL EXPECTED
    said=$(sql "$2")
    [ "$said" = "$3" ] || fault "$1: $said, not $3"
}
push() { "$stats" push "$sender" "$@" >"$work/said" 2>"$work/err"; }
refused() { # WHY FILE… : exit 1, the file named, the reason said
    why=$1
    shift
    push "$@"
    [ $? -eq 1 ] || fault "$* is taken"
    grep -q "$why" "$work/err" || fault "$*: “$why” is not said: $(cat "$work/err")"
    grep -q Sanitizer "$work/err" && fault "$(cat "$work/err")"
}

psql -Xq "$(postgres_url admin postgres)" -c 'CREATE DATABASE fleet'
sql 'CREATE ROLE sender LOGIN; CREATE ROLE reader LOGIN; CREATE ROLE stranger LOGIN'
for kiosk in a:1:1500 b:2:900 clone:1:10; do
    IFS=: read -r name seed visits <<<"$kiosk"
    "$stats" simulate --pack "$pack" --visits "$visits" --seed "$seed" --from 2026-05 --to 2026-08 \
        -o "$work/$name.db" || fault "no $name"
done

# ---- before there is anything, and who may add ---------------------------------------------------
refused 'azimut-stats schema' "$work/a.db"
"$stats" schema >"$work/schema.sql"
psql -Xq -v ON_ERROR_STOP=1 "$base" -f "$work/schema.sql" || fault "the schema is refused"
subjects=$(sql 'SELECT count(*) FROM azimut.subject')
psql -Xq "$base" -f "$work/schema.sql" >/dev/null 2>&1
is "the schema twice" "SELECT count(*) FROM azimut.subject" "$subjects"
refused 'GRANT azimut_push' "$work/a.db"
sql 'GRANT azimut_push TO sender; GRANT azimut_read TO reader'

# ---- once each -----------------------------------------------------------------------------------
rows=$(sqlite3 "$work/a.db" 'SELECT count(*) FROM released')
push "$work/a.db" || fault "a file is refused: $(cat "$work/err")"
grep -q "a.db : $rows périodes ajoutées, 0 déjà là" "$work/said" ||
    fault "push says: $(cat "$work/said")"
digest() {
    sql "SELECT md5(string_agg(t, '/' ORDER BY t)) FROM (SELECT r::text AS t FROM azimut.released r
         UNION ALL SELECT r::text FROM azimut.kiosk r UNION ALL SELECT r::text FROM azimut.dict r
         UNION ALL SELECT r::text FROM azimut.label r
         UNION ALL SELECT r::text FROM azimut.stop r) t"
}
before=$(digest)
push "$work/a.db" || fault "a file is refused the second time: $(cat "$work/err")"
grep -q "a.db : 0 périodes ajoutées, $rows déjà là" "$work/said" ||
    fault "the second time: $(cat "$work/said")"
[ "$(digest)" = "$before" ] || fault "the same file twice changes something"

# Every cell as it is in the file: the whole of it, by way of the view.
cells() {
    sqlite3 "$1" "WITH RECURSIVE b(p, k, t, o, n, keys) AS (
        SELECT period, kiosk, tbl, 0, n, keys FROM released JOIN dict ON dict = id UNION ALL
        SELECT p, k, t, o + 1, n, substr(keys, instr(keys, char(10)) + 1) FROM b
        WHERE length(keys) > 0)
        SELECT k || '|' || t || '|' || p || '|' || substr(keys, 1, instr(keys, char(10)) - 1) || '|'
            || hex(substr(n, 4 * o + 1, 4)) FROM b WHERE length(keys) > 0" | LC_ALL=C sort
}
served() {
    sql "SELECT kiosk || '|' || subject || '|' || to_char(starts,
             CASE kind WHEN 'd' THEN 'YYYY-MM-DD' WHEN 'w' THEN 'IYYY-\"W\"IW'
             ELSE 'YYYY-MM' END) || '|' || key || '|'
             || upper(regexp_replace(lpad(to_hex(n), 8, '0'), '(..)(..)(..)(..)', '\4\3\2\1'))
         FROM azimut.cell" | LC_ALL=C sort
}
cells "$work/a.db" >"$work/sent"
served >"$work/served"
[ "$(wc -l <"$work/sent")" -gt 2000 ] || fault "there are hardly any cells to compare"
cmp -s "$work/sent" "$work/served" || fault "$(diff "$work/sent" "$work/served" | head -5)"

# ---- a clone, and what stands beside it ----------------------------------------------------------
refused "clone.db : la borne [0-9a-f]* a déjà une autre publication de activity pour 2026-05" \
    "$work/clone.db" "$work/b.db"
grep -q 'b.db : [0-9]* périodes ajoutées, 0' "$work/said" ||
    fault "a clone holds up the file beside it"
is "kiosks" 'SELECT count(*) FROM azimut.kiosk' 2
cells "$work/b.db" | LC_ALL=C sort -m - "$work/sent" >"$work/both"
served | cmp -s - "$work/both" || fault "a clone left something, or took something away"

# One number of one period changed, and one day of power cuts more.
cp "$work/a.db" "$work/changed.db"
sqlite3 "$work/changed.db" "UPDATE released SET n = CAST(x'2A000000' || substr(n, 5) AS BLOB)
    WHERE tbl = 'end' AND period = '2026-06-10'"
refused 'changed.db : .* de end pour 2026-06-10' "$work/changed.db"
cp "$work/a.db" "$work/stopped.db"
sqlite3 "$work/stopped.db" "INSERT INTO stop SELECT id, '2026-06-03', 3 FROM kiosk;
    INSERT INTO label SELECT 'note', '2026-06-03 ' || id, '', 'Voir Mme X', '' FROM kiosk;
    UPDATE label SET name = 'Soudage au laser'
    WHERE tbl = 'opened' AND key = 'soudage' AND lang = 'fr'"
sql "INSERT INTO azimut.subject (name, variance) VALUES ('note', 1)" # would take it if it came
push "$work/stopped.db" && push "$work/a.db" || fault "$(cat "$work/err")"
is "what a counselor noted" "SELECT count(*) FROM azimut.label WHERE name = 'Voir Mme X'" 0
is "power cuts" 'SELECT sum(stops) FROM azimut.kiosk_state' 3

# ---- what never leaves a kiosk, and what is no file of ours --------------------------------------
"$stats" simulate --pack "$pack" --visits 400 --seed 7 --live "$work/live.db" ||
    fault "no live file"
refused 'live.db : .*encore ouvertes' "$work/live.db"
cp "$work/a.db" "$work/open.db"
sqlite3 "$work/open.db" "INSERT INTO open SELECT tbl, '2026-08', dict, n FROM released LIMIT 1"
refused 'open.db : .*encore ouvertes' "$work/open.db"
cp "$work/a.db" "$work/newer.db"
printf '\0\0\0\143' | dd of="$work/newer.db" bs=1 seek=60 conv=notrunc 2>/dev/null
refused 'newer.db : .*version plus récente' "$work/newer.db"
for harm in "tbl = 'weather' WHERE tbl = 'topic'" "period = '2026-99' WHERE tbl = 'topic'" \
    "n = x'00' WHERE tbl = 'topic'"; do
    cp "$work/b.db" "$work/harmed.db"
    sqlite3 "$work/harmed.db" "UPDATE OR REPLACE released SET $harm"
    refused 'harmed.db : .*forme d’une publication' "$work/harmed.db"
done
cp "$work/b.db" "$work/other.db"
sqlite3 "$work/other.db" "UPDATE released SET kiosk = 'Jean Dupont'"
refused 'other.db : le serveur refuse' "$work/other.db"
refused 'missing.db' "$work/missing.db"
served | cmp -s - "$work/both" || fault "a refused file left something"

# ---- addresses -----------------------------------------------------------------------------------
for url in "http://x:secret@y/z" "postgresql://x:secret@[y/z" "fleet"; do
    "$stats" push "$url" "$work/a.db" 2>"$work/err"
    [ $? -eq 1 ] && grep -q 'ne se lit pas' "$work/err" || fault "$url: $(cat "$work/err")"
    grep -q secret "$work/err" && fault "a password is repeated"
done
"$stats" push "postgresql://sender@/fleet?host=$work" "$work/a.db" 2>"$work/err" &&
    fault "nobody answers"
grep -q 'ne répond pas' "$work/err" || fault "nobody answers: $(cat "$work/err")"
for wrong in "push" "push $sender" "schema $work/a.db"; do
    # shellcheck disable=SC2086
    "$stats" $wrong >/dev/null 2>"$work/usage"
    [ $? -eq 2 ] && grep -q '^usage' "$work/usage" || fault "\"$wrong\" is taken"
done
[ "$(wc -l <"$work/err")" = 1 ] || fault "more than a line: $(cat "$work/err")"

# ---- accounts: one adds and does nothing else, one reads, a stranger does neither ----------------
for forbidden in 'SELECT * FROM azimut.released' 'SELECT * FROM azimut.kiosk' \
    'DELETE FROM azimut.released' 'UPDATE azimut.kiosk SET id = id' 'TRUNCATE azimut.stop' \
    "INSERT INTO azimut.kiosk (id) VALUES ('0123456789abcdef')" 'DROP SCHEMA azimut CASCADE' \
    "SELECT azimut.forget('2099-01-01')" 'SELECT azimut.sum_up()' 'SET ROLE azimut_owner' \
    'BEGIN; SELECT azimut.begin_push(); SELECT * FROM pg_temp.incoming_released' \
    'BEGIN; SELECT azimut.begin_push();
     CREATE RULE r AS ON INSERT TO incoming_stop DO ALSO NOTHING'; do
    as sender "$forbidden" | grep -qE 'permission denied|must be owner' || fault "may: $forbidden"
done
as sender 'SELECT azimut.take()' | grep -q 'begin_push() vient' ||
    fault "takes what was never staged"
# A table of the sender's own in the place of a staging table.
as sender 'CREATE TEMP TABLE incoming_stop (kiosk text, day date, n int); SELECT azimut.take()' |
    grep -q 'begin_push() vient' || fault "takes from a table that is not its own"
for forbidden in 'DELETE FROM azimut.released' 'SELECT azimut.begin_push()'; do
    as reader "$forbidden" | grep -q 'permission denied' || fault "a reader may: $forbidden"
done
as stranger 'SELECT * FROM azimut.month' | grep -q 'permission denied' ||
    fault "a stranger may read"
# What does not go by way of azimut-stats has to have the form of a release, too.
stage="BEGIN; SELECT azimut.begin_push(); INSERT INTO incoming_dict VALUES (1, E'x\n');
       INSERT INTO incoming_released VALUES ('0123456789abcdef', "
for nonsense in "'end', 'd', '2026-06-01', 1, '{1,2}'" "'end', 'd', '2026-06-01', 2, '{1}'" \
    "'end', 'd', '2026-06-01', 1, '{NULL}'" "'rain', 'd', '2026-06-01', 1, '{1}'" \
    "'end', 'm', '2026-06-02', 1, '{1}'" "'end', 'w', '2026-06-02', 1, '{1}'"; do
    as sender "$stage $nonsense); SELECT azimut.take()" | grep -q 'pas la forme' ||
        fault "taken: $nonsense"
done

# ---- what dashboards read ------------------------------------------------------------------------
is "months to add up" 'SELECT count(*) FROM azimut.late' 5
sql "UPDATE azimut.kiosk SET name = 'Hall', region = 'Bretagne' WHERE nr = 1"
is "months added up" 'SELECT azimut.sum_up()' 5
is "months left" 'SELECT azimut.sum_up()' 0
[ "$(as reader 'SELECT count(*) > 100 FROM azimut.month')" = t ] || fault "a reader has no months"

# The margins of the report for as many noised cells: two a kiosk and day.
is "days and months agree" \
    "SELECT sum(visits) FROM azimut.kiosk_day WHERE day BETWEEN '2026-06-01' AND '2026-06-30'" \
    "$(sql "SELECT sum(n) FROM azimut.month WHERE subject = 'end' AND month = '2026-06-01'")"
is "the margin of a month" "SELECT azimut.margin(sum(variance)) FROM azimut.month
    WHERE subject = 'end' AND month = '2026-06-01'" 107
is "the margin of a day" \
    "SELECT azimut.margin(sum(variance)) FROM azimut.kiosk_day WHERE day = '2026-06-10'" 20
is "regions add up to all" \
    "SELECT count(*) FROM azimut.month m JOIN (SELECT subject, month, key, sum(n) AS n
    FROM azimut.region_month GROUP BY 1, 2, 3) r USING (subject, month, key) WHERE m.n <> r.n" 0
is "kiosks add up to all" \
    "SELECT count(*) FROM azimut.month m FULL JOIN (SELECT subject, month, key, sum(n) AS n
    FROM azimut.kiosk_month GROUP BY 1, 2, 3) r USING (subject, month, key)
    WHERE m.n IS DISTINCT FROM r.n" 0
is "a region" "SELECT string_agg(DISTINCT region, ',') FROM azimut.region_month" ,Bretagne
is "a week lies where its Thursday does" "SELECT azimut.month_of('w', '2026-04-27')" 2026-04-01
is "the name is the latest" \
    "SELECT DISTINCT names->>'fr' FROM azimut.month WHERE subject = 'opened' AND key = 'soudage'" \
    'Soudage au laser'
is "clips have names" "SELECT count(*) FROM azimut.month WHERE subject = 'video' AND NOT names ?& '{fr,en}'" 0
is "small numbers are masked" \
    "SELECT count(*) FROM azimut.month
     WHERE (n < 11) <> (value IS NULL) OR (n < 11) <> (masked = 1)" 0

# A region changes: its months are added up anew. What is forgotten is gone from them.
sql "UPDATE azimut.kiosk SET region = 'Normandie' WHERE nr = 1; SELECT azimut.sum_up()" >/dev/null
is "a kiosk that moved" \
    "SELECT string_agg(DISTINCT region, ',') FROM azimut.region_month" ,Normandie
sql "SELECT azimut.forget('2026-07-15'); SELECT azimut.sum_up()" >/dev/null
is "what is left" "SELECT min(month) FROM azimut.month" 2026-07-01
is "what is left of the cells" "SELECT min(month) FROM azimut.cell" 2026-07-01
push "$work/a.db" "$work/b.db" || fault "$(cat "$work/err")"
served | cmp -s - "$work/both" || fault "what was forgotten does not come back whole"

# ---- two at once, and a server that goes away in the middle --------------------------------------
sql 'TRUNCATE azimut.released, azimut.kiosk, azimut.dict, azimut.label, azimut.stop, azimut.touched'
"$stats" push "$sender" "$work/a.db" "$work/b.db" >"$work/one" 2>&1 &
one=$!
push "$work/b.db" "$work/a.db" || fault "beside another: $(cat "$work/err")"
wait $one || fault "beside another: $(cat "$work/one")"
served | cmp -s - "$work/both" || fault "two at once do not add up"

# The server's end of the connection is cut while a lock keeps the file half sent.
sql 'TRUNCATE azimut.released, azimut.kiosk, azimut.dict, azimut.label, azimut.stop, azimut.touched'
psql -Xq "$base" -c 'BEGIN' -c 'LOCK azimut.released' -c 'SELECT pg_sleep(60)' >/dev/null 2>&1 &
holder=$!
waits() {
    sql "SELECT count(*) FROM pg_stat_activity
         WHERE usename = 'sender' AND wait_event_type = 'Lock'"
}
locked() {
    sql "SELECT count(*) FROM pg_locks
         WHERE relation = 'azimut.released'::regclass AND mode = 'AccessExclusiveLock'"
}
await() { # WHAT: until it says 1, two minutes at most
    for _ in $(seq 1200); do
        [ "$($1)" = 1 ] && return
        sleep 0.1
    done
    fault "$1 has not come"
}
await locked
"$stats" push "$sender" "$work/a.db" "$work/b.db" >"$work/said" 2>"$work/err" &
pusher=$!
await waits
postgres_stop immediate
wait $pusher && fault "a server that goes is not noticed"
wait $holder
grep -q 'a.db : le serveur a disparu ; rien' "$work/err" ||
    fault "the server is gone: $(cat "$work/err" "$work/said")"
grep -q 'b.db' "$work/err" "$work/said" && fault "goes on without a server"
postgres_start "$work" -c fsync=off || exit 1
is "half of a file" 'SELECT count(*) FROM azimut.released' 0
is "half of a file" 'SELECT count(*) FROM azimut.kiosk' 0
push "$work/a.db" "$work/b.db" || fault "after the server came back: $(cat "$work/err")"
served | cmp -s - "$work/both" || fault "after the server came back something is missing"

# ---- the kiosk itself knows no server ------------------------------------------------------------
needs() { readelf -d "$AZIMUT_BUILD/$1" | grep -c 'NEEDED.*libpq'; }
[ "$(needs azimut-stats)" = 1 ] || fault "azimut-stats is not the one that is read here"
for program in azimut azimut-pack azimut-map azimut-quiz; do
    [ "$(needs $program)" = 0 ] || fault "$program is linked with libpq"
done
exit $status
