/* The bytes of the videos: read where they lie, and not one of them believed without its hash. */
#include "content/chunks.h"

#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"
#include "tools/pack/write.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BYTES (2 * CHUNK_BYTES + 777)

static char path[] = "/tmp/azimut-chunks-XXXXXX";
static unsigned char *video;
static Arena memory;
static Pack pack;
static Chunks *chunks;
static Error error;

static Cue cues[] = {{500, 2500, {{"Bonjour", 7}, {"", 0}}}};
static Slice paragraphs[] = {{"Une image.", 10}};

static void name_no_film(Pack *written) {
    for (int i = 0; i < written->lab_machine_count; i++)
        written->lab_machine[i].clip = -1;
}

/* The campus with a clip whose bytes are noise: nobody decodes it here. */
static void write_pack(void) {
    Arena arena = {0};
    Pack written;
    char campus[512];
    snprintf(campus, sizeof campus, "%s/campus.pack", world_build());
    assert_true(pack_load(campus, &arena, &written, &error));
    LocalText words = {{LIT("Un"), LIT("One")}};
    Clip clip = {.id = LIT("bruit"),
                 .licence = LIT("CC0"),
                 .title = words,
                 .line = words,
                 .credit = words,
                 .place = words,
                 .codec = LIT("h264"),
                 .duration = 3000,
                 .width = 320,
                 .height = 180,
                 .bytes = BYTES,
                 .chunk_count = 3,
                 .signs_of = -1};
    clip.chunk_hash = arena_alloc(&arena, 3 * CHUNK_HASH);
    for (int i = 0; i < 3; i++)
        crypto_hash_sha256(clip.chunk_hash[i], video + i * CHUNK_BYTES,
                           i < 2 ? CHUNK_BYTES : BYTES - 2 * CHUNK_BYTES);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        clip.cue[lang] = cues;
        clip.text[lang] = paragraphs;
        clip.cue_count[lang] = clip.text_count[lang] = 1;
    }
    Clip two[2] = {clip, clip};
    two[1].id = LIT("encore");
    written.clip = two;
    name_no_film(&written);
    written.clip_count = written.film_count = 2;
    FilmSource film = {.bytes = {(const char *)video, BYTES}}, films[2] = {film, film};
    assert_true(pack_write(&written, films, NULL, path, &error));
    arena_free(&arena);
}

/* What the kiosk would refuse is not written: the builder asks the kiosk's own reader. */
static void test_a_pack_that_would_be_refused(void **state) {
    (void)state;
    static char text[5000];
    Arena arena = {0};
    Pack written;
    char campus[512], beside[64];
    snprintf(campus, sizeof campus, "%s/campus.pack", world_build());
    assert_true(pack_load(campus, &arena, &written, &error));
    written.clip_count = written.film_count = 0;
    name_no_film(&written);
    memset(text, 'x', sizeof text);
    written.trade[3].text.in[LANG_FR] = (Slice){text, sizeof text};
    assert_false(pack_write(&written, NULL, NULL, path, &error));
    assert_non_null(strstr(error.text, "la borne refuserait ce pack"));
    assert_non_null(strstr(error.text, "table text: a text longer than a page may show: trade/"));
    snprintf(beside, sizeof beside, "%s.part", path);
    assert_int_equal(access(beside, F_OK), -1);
    arena_free(&arena);
}

/* A film that is another by the time it is copied: no pack, and nothing half-written. */
static void test_a_film_that_changed(void **state) {
    (void)state;
    Arena arena = {0};
    Pack written;
    struct stat info;
    char campus[512], beside[64];
    snprintf(campus, sizeof campus, "%s/campus.pack", world_build());
    assert_true(pack_load(campus, &arena, &written, &error));
    assert_int_equal(stat(campus, &info), 0);
    name_no_film(&written);
    written.clip_count = written.film_count = 1;
    FilmSource film = {.path = campus, .stamp = stamp_of(&info)};
    film.stamp.part[4]--;
    assert_false(pack_write(&written, &film, NULL, path, &error));
    assert_non_null(strstr(error.text, "le film a changé entre-temps ; recommencer"));
    snprintf(beside, sizeof beside, "%s.part", path);
    assert_int_equal(access(beside, F_OK), -1);
    arena_free(&arena);
}

static void open_all(void) {
    arena_reset(&memory);
    if (!pack_load(path, &memory, &pack, &error))
        fail_msg("%s", error.text);
    chunks = chunks_open(path, &pack, &error);
    assert_non_null(chunks);
}

static void change(const char *sql) {
    sqlite3 *db;
    write_pack();
    assert_int_equal(chmod(path, 0600), 0);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static int read_at(int clip, int64_t offset) {
    static unsigned char got[5000];
    int count = chunks_read(chunks, clip, offset, got, sizeof got);
    if (count > 0)
        assert_memory_equal(got, video + offset, (size_t)count);
    return count;
}

static void test_bytes_are_the_video(void **state) {
    (void)state;
    write_pack();
    open_all();
    for (int64_t offset = 0; offset < BYTES;) {
        int count = read_at(1, offset);
        assert_true(count > 0);
        offset += count;
    }
    assert_int_equal(read_at(0, BYTES), 0);
    assert_int_equal(read_at(0, CHUNK_BYTES - 10), 10); /* never over the edge of a chunk */
    assert_int_equal(read_at(0, -1), -1);
    assert_int_equal(read_at(2, 0), -1);
    assert_int_equal(read_at(-1, 0), -1);
    chunks_close(chunks);
}

/* The clip with the damage stops there; the other one and the rest of the pack know nothing of it.
 */
static void test_damage_harms_its_clip_only(void **state) {
    (void)state;
    static const char *const CHANGES[] = {
        "DELETE FROM clip_chunk WHERE id = 1",
        "UPDATE clip_chunk SET id = 9 WHERE id = 1",
        "UPDATE clip_chunk SET sha256 = zeroblob(32) WHERE id = 1",
        "UPDATE clip_chunk SET sha256 = x'00' WHERE id = 1",
        "UPDATE clip_chunk SET data = zeroblob(1048576) WHERE id = 1",
        "UPDATE clip_chunk SET data = substr(data, 1, 1000) WHERE id = 1",
        "UPDATE clip_chunk SET data = CAST(data || x'00' AS BLOB) WHERE id = 1",
    };
    for (size_t i = 0; i < sizeof CHANGES / sizeof *CHANGES; i++) {
        change(CHANGES[i]);
        open_all();
        assert_int_equal(pack.clip_count, 2);
        assert_true(read_at(0, 100) > 0);
        assert_int_equal(read_at(0, CHUNK_BYTES + 100), -1);
        assert_true(read_at(0, 2 * CHUNK_BYTES) > 0);
        assert_true(read_at(1, CHUNK_BYTES + 100) > 0);
        chunks_close(chunks);
    }
}

static void test_records_that_make_no_sense(void **state) {
    (void)state;
    static const char *const CHANGES[] = {
        "UPDATE clip SET bytes = 0",
        "UPDATE clip SET bytes = 9000000000000",
        "UPDATE clip SET sha256 = x'00'",
        "UPDATE clip SET trade = 'aucun'",
        "UPDATE clip SET poster = 'aucune'",
        "UPDATE clip SET duration_ms = -5",
        "UPDATE clip_cue SET end_ms = start_ms",
        "DELETE FROM clip_cue WHERE lang = 'fr'",
        "DELETE FROM clip_text WHERE lang = 'fr'",
        "UPDATE clip_cue SET lang = 'de' WHERE lang = 'en'",
    };
    for (size_t i = 0; i < sizeof CHANGES / sizeof *CHANGES; i++) {
        change(CHANGES[i]);
        arena_reset(&memory);
        if (pack_load(path, &memory, &pack, &error))
            fail_msg("taken: %s", CHANGES[i]);
        assert_int_equal(pack.clip_count, 0);
        assert_non_null(strstr(error.text, "clip"));
    }
}

/* The pack on the disk is replaced while the kiosk runs: what was opened stays. */
static void test_a_pack_that_is_replaced(void **state) {
    (void)state;
    write_pack();
    open_all();
    change("DELETE FROM clip_chunk");
    assert_true(read_at(0, CHUNK_BYTES) > 0);
    chunks_close(chunks);
}

static int begin(void **state) {
    (void)state;
    int fd = mkstemp(path);
    video = malloc(BYTES);
    if (fd < 0 || !video || sodium_init() < 0)
        return -1;
    close(fd);
    for (int i = 0; i < BYTES; i++)
        video[i] = (unsigned char)(i * 2654435761u >> 13);
    return 0;
}

static int end(void **state) {
    (void)state;
    unlink(path);
    free(video);
    arena_free(&memory);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_film_that_changed),
        cmocka_unit_test(test_a_pack_that_would_be_refused),
        cmocka_unit_test(test_bytes_are_the_video),
        cmocka_unit_test(test_damage_harms_its_clip_only),
        cmocka_unit_test(test_records_that_make_no_sense),
        cmocka_unit_test(test_a_pack_that_is_replaced),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
