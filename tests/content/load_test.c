/* A pack is not to be trusted: whatever lies at its path, the kiosk says why it cannot use it and
 * goes on. */
#include "content/held.h"
#include "content/record.h"
#include "support/languages.h"
#include "support/pack_copy.h"
#include "support/test.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FLIPS 600

static void test_the_campus_pack_is_whole(void **state) {
    (void)state;
    pack_copy_put(pack_copy.good, pack_copy.good_bytes);
    assert_true(pack_copy_load());
    assert_int_equal(pack_copy.pack.trade_count, 24);
    assert_int_equal(pack_copy.pack.item_count, 72);
    for (int t = 0; t < pack_copy.pack.trade_count; t++) {
        const Trade *trade = &pack_copy.pack.trade[t];
        assert_int_equal(trade->fact_count, 3);
        assert_true(trade->way_count > 0 && trade->related_count > 0);
        for (int kind = 0; kind < POINT_KIND_COUNT; kind++)
            assert_true(trade->point_count[kind] > 0);
    }
}

static void test_what_is_no_pack(void **state) {
    (void)state;
    unlink(pack_copy.path);
    pack_copy_refused("cannot be opened");
    pack_copy_put((const unsigned char *)"", 0);
    pack_copy_refused("too short");
    static unsigned char zeros[40000];
    pack_copy_put(zeros, sizeof zeros);
    pack_copy_refused("does not begin like an SQLite file");
    unlink(pack_copy.path);
    assert_int_equal(mkfifo(pack_copy.path, 0600), 0);
    pack_copy_refused("not a regular file");
    unlink(pack_copy.path);
    assert_int_equal(mkdir(pack_copy.path, 0700), 0);
    pack_copy_refused("not a regular file");
    rmdir(pack_copy.path);
    assert_int_equal(symlink("/etc/passwd", pack_copy.path), 0);
    pack_copy_refused("cannot be opened: a link; name the file itself");
    unlink(pack_copy.path);
}

static void test_truncated_anywhere(void **state) {
    (void)state;
    for (long bytes = 0; bytes < pack_copy.good_bytes; bytes += 4096) {
        pack_copy_put(pack_copy.good, bytes);
        pack_copy_refused(bytes < 100 ? "too short" : "truncated");
    }
    unsigned char *longer = calloc(1, (size_t)pack_copy.good_bytes + 1);
    memcpy(longer, pack_copy.good, (size_t)pack_copy.good_bytes);
    pack_copy_put(longer, pack_copy.good_bytes + 1);
    free(longer);
    pack_copy_refused("truncated or with something added");
}

/* One bit wrong somewhere: refused or read, but never a crash and never a half-filled pack. */
static void test_damaged_anywhere(void **state) {
    (void)state;
    unsigned char *bytes = malloc((size_t)pack_copy.good_bytes);
    uint64_t random = 88172645463325252u;
    int refused = 0;
    for (int i = 0; i < FLIPS; i++) {
        random ^= random << 13, random ^= random >> 7, random ^= random << 17;
        memcpy(bytes, pack_copy.good, (size_t)pack_copy.good_bytes);
        long limit = i % 2 ? pack_copy.good_bytes
                           : 16 * 16384; /* the schema and the first pages are hit often */
        bytes[random % (uint64_t)limit] ^= (unsigned char)(1 << (random >> 60 & 7));
        pack_copy_put(bytes, pack_copy.good_bytes);
        if (!pack_copy_load()) {
            refused++;
            assert_true(pack_copy.error.text[0] && pack_copy.pack.trade_count == 0);
        } else {
            assert_int_equal(pack_copy.pack.trade_count, 24);
        }
    }
    free(bytes);
    print_message("%d of %d refused\n", refused, FLIPS);
    assert_true(refused > FLIPS / 60);
}

static void test_another_format_or_program(void **state) {
    (void)state;
    pack_copy_change("PRAGMA user_version=1000");
    pack_copy_refused("built by a newer version");
    pack_copy_change("PRAGMA user_version=0");
    pack_copy_refused("build it again");
    pack_copy_change("PRAGMA application_id=1");
    pack_copy_refused("not a pack of this kiosk");
}

static void test_another_schema(void **state) {
    (void)state;
    static const char *const changes[] = {
        "ALTER TABLE chart RENAME TO chart2; CREATE VIEW chart AS SELECT * FROM chart2",
        "CREATE TRIGGER t AFTER INSERT ON chart BEGIN DELETE FROM trade; END",
        "CREATE TABLE more(x)",
        "CREATE INDEX i ON trade(rome)",
        "DROP TABLE chart",
        "ALTER TABLE trade ADD COLUMN salary TEXT",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        pack_copy_change(changes[i]);
        pack_copy_refused("holds other tables");
    }
}

/* What was looked at is what is read, even if another file has taken its name meanwhile. */
static void test_a_file_that_is_swapped(void **state) {
    (void)state;
    char name[16];
    sqlite3 *db;
    sqlite3_stmt *stmt;
    pack_copy_change("DELETE FROM campus");
    int fd = open(pack_copy.path, O_RDONLY | O_CLOEXEC);
    pack_copy_change("PRAGMA user_version=1000");
    snprintf(name, sizeof name, "%d", fd);
    assert_int_equal(sqlite3_open_v2(name, &db, SQLITE_OPEN_READONLY, held_files()->zName),
                     SQLITE_OK);
    close(fd);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT 1 FROM campus", -1, &stmt, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
    sqlite3_finalize(stmt);
    assert_int_equal(sqlite3_exec(db, "DELETE FROM trade", NULL, NULL, NULL), SQLITE_READONLY);
    sqlite3_close(db);
}

/* What was not translated is said in the first language; what was translated as nothing stays so.
 */
static void test_a_language_that_lacks_words(void **state) {
    (void)state;
    pack_copy_change(
        "INSERT INTO language VALUES(2, 'pt-BR', 'Português');"
        "INSERT INTO text VALUES('trade/soudage', 'name', 'pt-BR', 'Soldador, soldadora');"
        "INSERT INTO text VALUES('trade/soudage', 'line', 'pt-BR', '');"
        "DELETE FROM text WHERE owner='campus/clermont' AND lang='en';"
        "DELETE FROM topic_block WHERE lang='en'; DELETE FROM clip_cue WHERE lang='en'");
    assert_true(pack_copy_load());
    assert_int_equal(pack_copy.pack.lang.count, 3);
    assert_string_equal(pack_copy.pack.lang.name[2], "Português");
    assert_int_equal(langs_find(langs(), LIT("pt-BR")), 2);
    const Trade *trade =
        &pack_copy.pack.trade[record_find(&pack_copy.pack, RECORD_trade, LIT("soudage"))];
    assert_true(slice_is(trade->name.in[2], "Soldador, soldadora"));
    assert_int_equal(trade->line.in[2].len, 0);
    assert_true(slice_equal(trade->text.in[2], trade->text.in[LANG_FR]));
    assert_true(slice_equal(pack_copy.pack.campus.name.in[LANG_EN],
                            pack_copy.pack.campus.name.in[LANG_FR]));
    for (int lang = LANG_EN; lang < 3; lang++) {
        assert_ptr_equal(pack_copy.pack.topic[0].block[lang],
                         pack_copy.pack.topic[0].block[LANG_FR]);
        assert_ptr_equal(pack_copy.pack.clip[0].cue[lang], pack_copy.pack.clip[0].cue[LANG_FR]);
    }
    assert_ptr_not_equal(pack_copy.pack.clip[0].text[LANG_EN],
                         pack_copy.pack.clip[0].text[LANG_FR]);
    assert_true(pack_copy.pack.clip[0].text_count[2] > 0);
}

/* A pack may have only trades, or only a map. */
/* What one can learn there stands on trades and places. */
static const char *without_training(const char *and_what) {
    static char sql[8192];
    snprintf(sql, sizeof sql, "%s", and_what);
    for (int id = RECORD_certification; id < RECORD_COUNT; id++) {
        const char *table = record_of((RecordId)id)->table;
        snprintf(sql + strlen(sql), sizeof sql - strlen(sql),
                 "DELETE FROM %s; DELETE FROM text WHERE owner LIKE '%s/%%';", table, table);
    }
    return sql;
}

static void test_half_a_pack(void **state) {
    (void)state;
    static const char *const MAP[] = {"plan",    "level", "zone", "connector",   "space",
                                      "ring",    "node",  "edge", "closure",     "landmark",
                                      "kiosk",   "event", "term", "space_trade", "machine",
                                      "finding", NULL};
    char sql[2048] =
        "DELETE FROM topic_block WHERE target LIKE '%/%' OR target IN ('desks', 'story', "
        "'back-to-school');"; /* buttons that lead there */
    for (int i = 0; MAP[i]; i++)
        snprintf(sql + strlen(sql), sizeof sql - strlen(sql),
                 "DELETE FROM %s; DELETE FROM text WHERE owner LIKE '%s/%%';", MAP[i], MAP[i]);
    pack_copy_change(without_training(sql));
    assert_true(pack_copy_load());
    assert_true(pack_copy.pack.trade_count == 24 && pack_copy.pack.plan.space_count == 0);
    pack_copy_change(without_training("DELETE FROM topic_block WHERE target LIKE '%/%';"));
    assert_false(pack_copy_load()); /* a button still leads to a story that is not told */
    pack_copy_change(without_training(
        "DELETE FROM trade; DELETE FROM family; DELETE FROM topic; DELETE FROM topic_block; "
        "DELETE FROM space_trade; DELETE FROM item;"
        "DELETE FROM clip; DELETE FROM clip_cue; DELETE FROM clip_told; DELETE FROM clip_text; "
        "DELETE FROM clip_chunk;"
        "DELETE FROM text WHERE owner LIKE 'trade%' OR owner LIKE 'family/%' OR owner LIKE "
        "'topic/%' OR owner LIKE 'item/%'"
        " OR owner LIKE 'clip/%';"));
    assert_true(pack_copy_load());
    assert_true(pack_copy.pack.trade_count == 0 && pack_copy.pack.plan.space_count > 100 &&
                pack_copy.pack.plan.kiosk_count == 2);
}

/* A journal planted beside a pack would be played back into it by an ordinary opening. */
static void test_a_planted_journal_is_not_looked_at(void **state) {
    (void)state;
    char journal[80];
    pack_copy_put(pack_copy.good, pack_copy.good_bytes);
    snprintf(journal, sizeof journal, "%s-wal", pack_copy.path);
    FILE *file = fopen(journal, "wb");
    for (int i = 0; i < 20000; i++)
        fputc(i & 255, file);
    fclose(file);
    assert_true(pack_copy_load());
    unlink(journal);
    struct stat info;
    assert_int_equal(stat(journal, &info), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_campus_pack_is_whole),
        cmocka_unit_test(test_what_is_no_pack),
        cmocka_unit_test(test_truncated_anywhere),
        cmocka_unit_test(test_damaged_anywhere),
        cmocka_unit_test(test_another_format_or_program),
        cmocka_unit_test(test_another_schema),
        cmocka_unit_test(test_a_file_that_is_swapped),
        cmocka_unit_test(test_a_language_that_lacks_words),
        cmocka_unit_test(test_half_a_pack),
        cmocka_unit_test(test_a_planted_journal_is_not_looked_at),
    };
    return cmocka_run_group_tests(tests, pack_copy_setup, pack_copy_teardown);
}
