#include "support/pack_copy.h"

#include "support/test.h"
#include "support/world.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

PackCopy pack_copy;

static char folder[] = "/tmp/azimut-pack-XXXXXX";

void pack_copy_put(const unsigned char *bytes, long count) {
    unlink(pack_copy.path);
    FILE *file = fopen(pack_copy.path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, (size_t)count, file), (size_t)count);
    fclose(file);
}

bool pack_copy_load(void) {
    arena_reset(&pack_copy.arena);
    return pack_load(pack_copy.path, &pack_copy.arena, &pack_copy.pack, &pack_copy.error);
}

void pack_copy_refused(const char *because) {
    assert_false(pack_copy_load());
    assert_int_equal(pack_copy.pack.trade_count, 0);
    if (!strstr(pack_copy.error.text, because))
        fail_msg("\"%s\" does not say \"%s\"", pack_copy.error.text, because);
    assert_non_null(strstr(pack_copy.error.text, pack_copy.path));
}

void pack_copy_change(const char *sql) {
    sqlite3 *db;
    char *message = NULL;
    pack_copy_put(pack_copy.good, pack_copy.good_bytes);
    assert_int_equal(sqlite3_open(pack_copy.path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
    sqlite3_close(db);
}

static bool take(const char *name) {
    FILE *file = fopen(name, "rb");
    if (!file)
        return false;
    fseek(file, 0, SEEK_END);
    pack_copy.good_bytes = ftell(file);
    rewind(file);
    free(pack_copy.good);
    pack_copy.good = malloc((size_t)pack_copy.good_bytes);
    size_t got = fread(pack_copy.good, 1, (size_t)pack_copy.good_bytes, file);
    fclose(file);
    return got == (size_t)pack_copy.good_bytes;
}

/* Without the bytes of its films, which are looked at when they are played, and in two languages of
   seven: hundreds of packs are made of it. */
int pack_copy_setup(void **state) {
    (void)state;
    char name[512];
    snprintf(name, sizeof name, "%s/campus.pack", world_build());
    snprintf(pack_copy.path, sizeof pack_copy.path, "%s/x.pack", mkdtemp(folder));
    if (!take(name))
        return -1;
    static const char *const IN_LANGUAGES[] = {"text", "clip_cue", "clip_text", "clip_told",
                                               "topic_block"};
    char sql[1024] = "DELETE FROM clip_chunk; DELETE FROM language WHERE ord > 1;";
    for (size_t i = 0; i < sizeof IN_LANGUAGES / sizeof *IN_LANGUAGES; i++)
        snprintf(sql + strlen(sql), sizeof sql - strlen(sql),
                 "DELETE FROM %s WHERE lang NOT IN ('fr', 'en');", IN_LANGUAGES[i]);
    pack_copy_change(strcat(sql, "VACUUM"));
    return take(pack_copy.path) ? 0 : -1;
}

int pack_copy_teardown(void **state) {
    (void)state;
    unlink(pack_copy.path);
    rmdir(folder);
    free(pack_copy.good);
    arena_free(&pack_copy.arena);
    return 0;
}
