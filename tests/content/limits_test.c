/* Records that make no sense, and more of them than a pack may hold: refused by name. */
#include "support/pack_copy.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static void test_records_that_make_no_sense(void **state) {
    (void)state;
    static const char *const changes[][2] = {
        {"UPDATE trade SET family='nulle-part' WHERE ord=3", "nulle-part"},
        {"UPDATE trade SET picture='aucune' WHERE ord=3", "aucune"},
        {"UPDATE trade_related SET other='aucun' WHERE ord=0", "aucun"},
        {"UPDATE topic_block SET target='trade/aucun' WHERE kind='button'", "aucun"},
        {"UPDATE topic_block SET target='lune' WHERE kind='button'", "leads nowhere"},
        {"UPDATE topic_block SET kind='video' WHERE ord=1", "video"},
        {"DELETE FROM trade_weight WHERE dimension=3", "all its weights"},
        {"UPDATE trade_weight SET weight=1e300 WHERE dimension=3", "weight"},
        {"UPDATE item SET dimension=16 WHERE ord=0", "item"},
        {"UPDATE item SET dimension=18 WHERE ord=0", "item"},
        {"DELETE FROM facet WHERE ord > 2", "facets"},
        {"UPDATE item SET variance=0 WHERE ord=0", "item"},
        {"UPDATE item SET picture='aucune' WHERE ord=0", "aucune"},
        {"DELETE FROM correlation WHERE a=2", "correlation"},
        {"UPDATE correlation SET r=1.5 WHERE a=2", "correlation"},
        {"UPDATE text SET value=CAST(x'C3' AS TEXT) WHERE owner='trade/soudage'", "table text"},
        {"UPDATE text SET owner='trade/aucun' WHERE owner='trade/soudage'", "trade/aucun"},
        {"INSERT INTO text SELECT owner, 'nickname', lang, value FROM text WHERE field='name'",
         "text: what it belongs to is not there"},
        {"INSERT INTO text SELECT owner, field, 'tlh', value FROM text WHERE field='name' AND "
         "lang='fr'",
         "tlh"},
        {"DELETE FROM text; DELETE FROM trade", "nothing is called"},
        {"DELETE FROM language", "speaks no language"},
        {"DELETE FROM language WHERE ord=0", "no such language: fr"},
        {"INSERT INTO language VALUES(2, 'x y', 'Klingon')", "language: a language"},
        {"INSERT INTO language VALUES(2, 'a-code-that-is-too-long', 'Klingon')", "language: a"},
        {"INSERT INTO language VALUES(2, 'tlh', '')", "language: a language"},
        {"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 8) "
         "INSERT INTO language SELECT i, 'q' || char(97 + i), 'Q' FROM n",
         "language: a language too many"},
        {"DELETE FROM campus", "campus"},
        {"DELETE FROM trade", "nothing is called"},
        {"DELETE FROM topic_block WHERE lang='fr'", "nothing to read"},
        {"DELETE FROM chart_bar", "without bars"},
        {"UPDATE clip SET loop_from=3600, loop_to=0 WHERE ord=0", "a gesture that is not within"},
        {"UPDATE clip SET loop_from=8, loop_to=3600 WHERE ord=0", "a gesture that is not within"},
        {"UPDATE clip SET loop_from=9, loop_to=8 WHERE ord=0", "a gesture that is not within"},
        {"UPDATE edge SET a=99999999 WHERE ord=3", "edge"},
        {"UPDATE edge SET b=-1 WHERE ord=3", "edge"},
        {"UPDATE edge SET length_mm=2000000000 WHERE ord=3", "edge"},
        {"UPDATE edge SET first_point=2000000, point_count=1 WHERE ord=3", "edge"},
        {"UPDATE edge SET kind=77 WHERE ord=3", "edge"},
        {"UPDATE edge SET fixed_ms=100000000", "table edge: a number out of range"},
        {"UPDATE node SET level=3 WHERE ord=0", "node"},
        {"UPDATE node SET x=2147483647 WHERE ord=0", "node"},
        {"UPDATE space SET kind='ballroom' WHERE ord=0", "ballroom"},
        {"UPDATE space SET corner_count=9999999 WHERE ord=0", "space"},
        {"UPDATE space SET node=199999 WHERE ord=0", "space"},
        {"UPDATE space SET node=-1 WHERE place=1", "without a node"},
        {"DELETE FROM ring WHERE space=5", "space"},
        {"UPDATE ring SET space=0 WHERE ord=9", "do not stand together"},
        {"UPDATE level SET corners=CAST(x'FFFFFFFF0000000000000000' AS BLOB) WHERE ord=0", "level"},
        {"UPDATE level SET vertices=CAST(x'00' AS BLOB) WHERE ord=1", "cut off"},
        {"UPDATE level SET hundredths=300 WHERE ord=0", "do not rise"},
        {"UPDATE plan SET lines=CAST(x'0900000000000000000000000000000000000000' AS BLOB)", "plan"},
        {"UPDATE zone SET opens='demain' WHERE ord=0", "demain"},
        {"UPDATE closure SET what=100000 WHERE ord=0", "closure"},
        {"UPDATE closure SET target=9 WHERE ord=0", "closure"},
        {"UPDATE kiosk SET bearing_cdeg=36000 WHERE ord=0", "kiosk"},
        {"UPDATE event SET space=-1 WHERE ord=0", "event"},
        {"UPDATE term SET kind='moon' WHERE ord=0", "moon"},
        {"UPDATE space_trade SET trade='pilotage' WHERE ord=0", "pilotage"},
        {"DELETE FROM space", "ring"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        pack_copy_change(changes[i][0]);
        pack_copy_refused(changes[i][1]);
    }
}

#define COUNTING "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "

/* Lists doubled their memory at every fourth row once, and every reference was looked for from the
   front. */
static void test_more_than_a_pack_may_hold(void **state) {
    (void)state;
    static const char *const changes[][2] = {
        {"INSERT INTO trade_fact SELECT 'soudage', 100 + i, 0 FROM n",
         "trade_fact: more rows for one"},
        {"INSERT INTO trade_point SELECT 'soudage', 'tool', 9 + i, 0 FROM n",
         "trade_point: more rows for one"},
        {"INSERT INTO trade_way SELECT 'soudage', 9 + i, 3, 0 FROM n",
         "trade_way: more rows for one"},
        {"INSERT INTO trade_moment SELECT 'soudage', 9 + i, 3, 0, picture, 0 FROM n, trade "
         "WHERE ord=0",
         "trade_moment: more rows for one"},
        {"INSERT INTO trade_related SELECT 'soudage', 9 + i, 'soudage' FROM n",
         "trade_related: more rows for one"},
        {"INSERT INTO topic_block SELECT id, 'fr', 900 + i, 0, 'text', 'a', '', 0 FROM n, topic "
         "WHERE ord=0",
         "topic_block: more rows for one"},
        {"INSERT INTO chart_bar SELECT id, 900 + i, 1 FROM n, chart WHERE ord=0",
         "chart_bar: more rows for one"},
        {"INSERT INTO clip_text SELECT id, 'fr', 900 + i, 'a' FROM n, clip WHERE ord=0",
         "clip_text: more rows for one"},
        {"INSERT INTO clip_cue SELECT id, 'fr', 900 + i, 2 * i + 700000, 2 * i + 700001, 'a', '' "
         "FROM n, clip WHERE ord=0",
         "clip_cue: more rows for one"},
        {"INSERT INTO trade SELECT 100 + i, 't' || i, family, rome, picture, conditions FROM n, "
         "trade WHERE ord=23",
         "trade: more rows than"},
        {"INSERT INTO family SELECT 100 + i, 'f' || i, 'c', 'd' FROM n", "family: more rows than"},
        {"INSERT INTO picture SELECT 200 + i, 'p' || i, 'svg', 3, 2, x'00' FROM n",
         "picture: more rows than"},
        {"INSERT INTO closure SELECT 100 + i, 0, 0, '', '' FROM n", "closure: more rows than"},
        {"INSERT INTO finding SELECT 100 + i, 'a', 'b' FROM n", "finding: more rows than"},
        {"UPDATE text SET value=printf('%.*c', 4001, 'x') WHERE owner='trade/soudage' AND "
         "lang='en'",
         "text: a text longer than a page may show: trade/soudage"},
        {"UPDATE text SET value=printf('%.*c', 3000000, 'x') WHERE owner='trade/soudage'",
         "text: a text longer than"},
        {"UPDATE campus SET dated=printf('%.*c', 5000000, 'x')", "campus: cannot be read"},
        {"INSERT INTO text SELECT 'trade/t' || i, 'f' || j, 'fr', 'a' FROM n, "
         "(SELECT ord AS j FROM picture LIMIT 21)",
         "text: more rows than"},
        {"UPDATE picture SET data=zeroblob(3900000)", "picture: more bytes than"},
        {"INSERT INTO recording SELECT i, 'r' || i, 'fr', 's' || i, 'v', 'l', x'00' FROM n",
         "recording: more rows than"},
        {"REPLACE INTO recording VALUES(0, 'r', 'fr', 's', 'v', 'l', zeroblob(2097153))",
         "recording: more bytes than it may have"},
        {"UPDATE plan SET points=zeroblob(4000000), lines=zeroblob(20)", "level"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        char sql[1024];
        bool many = strncmp(changes[i][0], "INSERT", 6) == 0;
        snprintf(sql, sizeof sql, COUNTING, 20000);
        snprintf(many ? sql + strlen(sql) : sql, 900, "%s", changes[i][0]);
        pack_copy_change(sql);
        pack_copy_refused(changes[i][1]);
        assert_true(pack_copy.arena.used < (size_t)110 << 20);
    }
}

/* More rows than anyone reads, in a table of which only the hashes are looked at: opened or
   refused, with an end. */
static void test_a_million_rows(void **state) {
    (void)state;
    char sql[512];
    snprintf(sql, sizeof sql,
             COUNTING "INSERT INTO clip_chunk SELECT 10000000 + i, x'', x'' FROM n", 1000000);
    pack_copy_change(sql);
    pack_copy_refused("more rows than");
    snprintf(sql, sizeof sql, COUNTING "INSERT INTO correlation SELECT 100 + i, 5, 0 FROM n",
             1000000);
    pack_copy_change(sql);
    assert_true(pack_copy_load() || strstr(pack_copy.error.text, "more work than") ||
                strstr(pack_copy.error.text, "damaged"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records_that_make_no_sense),
        cmocka_unit_test(test_more_than_a_pack_may_hold),
        cmocka_unit_test(test_a_million_rows),
    };
    return cmocka_run_group_tests(tests, pack_copy_setup, pack_copy_teardown);
}
