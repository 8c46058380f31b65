#include "tools/pack/write.h"

#include "base/file.h"
#include "content/schema.h"
#include "content/target.h"
#include "tools/pack/plan_write.h"
#include "tools/pack/search_index.h"
#include "tools/pack/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_BYTES 4096

static void run(Writer *w, const char *sql) {
    w->failed |= sqlite3_exec(w->db, sql, NULL, NULL, NULL) != SQLITE_OK;
}

/* ---- records --------------------------------------------------------------------------------- */

static void write_trade(Writer *w, const Pack *pack, const Trade *t) {
    for (int i = 0; i < t->related_count; i++)
        insert(w, "trade_related", "tit", t->id, i, pack->trade[t->related[i]].id);
    for (int d = 0; d < pack_dimensions(pack); d++)
        insert(w, "trade_weight", "tir", t->id, d, t->weight[d]);
}

static void write_blocks(Writer *w, const Pack *pack, const Topic *t) {
    for (int lang = 0; lang < pack->lang.count; lang++)
        for (int i = 0; i < t->block_count[lang]; i++) {
            const Block *b = &t->block[lang][i];
            Slice leads = b->kind == BLOCK_CHART ? pack->chart[b->chart].id
                                                 : target_write(pack, b->target, &w->scratch);
            insert(w, "topic_block", "ttiittti", t->id, slice_from(pack->lang.code[lang]), i,
                   b->section, slice_from(BLOCK_KEY[b->kind]), b->text, leads,
                   (int)b->illustrative);
        }
}

static void write_correlations(Writer *w, const Pack *p) {
    for (int a = 0; a < pack_dimensions(p) && p->item_count; a++)
        for (int b = a + 1; b < pack_dimensions(p); b++)
            insert(w, "correlation", "iir", a, b, p->correlation[a][b]);
}

static void write_clip_texts(Writer *w, const Clip *c, int lang) {
    Slice code = slice_from(w->lang->code[lang]);
    for (int i = 0; i < c->cue_count[lang]; i++) {
        const Cue *cue = &c->cue[lang][i];
        insert(w, "clip_cue", "ttiiitt", c->id, code, i, (int)cue->start, (int)cue->end,
               cue->line[0], cue->line[1]);
    }
    for (int i = 0; i < c->text_count[lang]; i++)
        insert(w, "clip_text", "ttit", c->id, code, i, c->text[lang][i]);
}

static Slice hash_slice(const unsigned char *hash) {
    return (Slice){(const char *)hash, CHUNK_HASH};
}

static void write_chunks(Writer *w, const Clip *c, Slice video, int ord) {
    for (int i = 0; i < c->chunk_count; i++) {
        Slice chunk = slice_cut(video, i * CHUNK_BYTES,
                                i + 1 < c->chunk_count ? (i + 1) * CHUNK_BYTES : video.len);
        insert(w, "clip_chunk", "ibb", (int)PACK_CHUNK_ID(ord, i), hash_slice(c->chunk_hash[i]),
               chunk);
    }
}

static void write_languages(Writer *w) {
    for (int lang = 0; lang < w->lang->count; lang++)
        insert(w, "language", "itt", lang, slice_from(w->lang->code[lang]),
               slice_from(w->lang->name[lang]));
}

static bool stands_alone(int id) {
    return record_of((RecordId)id)->owner == RECORD_COUNT;
}

/* What is large comes first: a page more or less of words behind it moves none of its pages, and
   whoever has the edition before fetches little (tools/bench/delta.sh). */
static void write_large(Writer *w, const Pack *p, const Slice *video) {
    for (int i = 0; i < p->clip_count; i++)
        write_chunks(w, &p->clip[i], video[i], i);
    insert_list(w, p, RECORD_picture);
}

static void write_records(Writer *w, const Pack *p, const Slice *video) {
    write_large(w, p, video);
    write_languages(w);
    for (int i = 0; i < p->said_count; i++)
        insert_said(w, &p->said[i]);
    for (int id = 0; id < RECORD_COUNT; id++)
        if (stands_alone(id) && id != RECORD_picture)
            insert_list(w, p, (RecordId)id);
    for (int i = 0; i < p->trade_count; i++)
        write_trade(w, p, &p->trade[i]);
    write_correlations(w, p);
    for (int i = 0; i < p->topic_count; i++)
        write_blocks(w, p, &p->topic[i]);
    plan_write(w, p);
    for (int i = 0; i < p->clip_count; i++)
        for (int lang = 0; lang < w->lang->count; lang++)
            write_clip_texts(w, &p->clip[i], lang);
}

/* ---- the file -------------------------------------------------------------------------------- */

static bool write_file(const Pack *pack, const Slice *video, const char *path, Error *error) {
    Writer w = {.lang = &pack->lang};
    char sql[128];
    unlink(path);
    if (sqlite3_open_v2(path, &w.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
        SQLITE_OK) {
        error_set(error, "%s: %s", path, sqlite3_errmsg(w.db));
        sqlite3_close(w.db);
        return false;
    }
    snprintf(sql, sizeof sql,
             "PRAGMA page_size=%d; PRAGMA journal_mode=OFF; PRAGMA application_id=%d; PRAGMA "
             "user_version=%d",
             PACK_PAGE_BYTES, PACK_APPLICATION_ID, PACK_FORMAT);
    run(&w, sql);
    run(&w, "BEGIN");
    for (int i = 0; PACK_SCHEMA[i]; i++)
        run(&w, PACK_SCHEMA[i]);
    Arena arena = {0};
    Pack with = *pack; /* what it is found by is made of all else, when all else is there */
    search_index_make(&with, &arena);
    write_records(&w, &with, video);
    arena_free(&arena);
    insert_end(&w);
    run(&w, "COMMIT");
    if (w.failed)
        error_set(error, "%s: %s", path, sqlite3_errmsg(w.db));
    sqlite3_close(w.db);
    return !w.failed;
}

/* Whatever limits the kiosk has, it has said here already: it is its own reader that reads. */
static bool is_taken(const char *path, Error *error) {
    static Pack pack;
    Arena arena = {0};
    Error found;
    bool taken = pack_load(path, &arena, &pack, &found);
    arena_free(&arena);
    return taken || error_set(error, "la borne refuserait ce pack : %.250s", found.text);
}

static bool sync_file(const char *path) {
    int fd = open(path, O_RDONLY);
    bool good = fd >= 0 && fchmod(fd, 0444) == 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return good;
}

bool pack_write(const Pack *pack, const Slice *video, const char *path, Error *error) {
    char beside[PATH_BYTES];
    snprintf(beside, sizeof beside, "%s.part", path);
    if (!file_may_take(path))
        return error_set(error, "%s: %s", path, strerror(errno));
    if (!write_file(pack, video, beside, error) || !is_taken(beside, error)) {
        unlink(beside);
        return false;
    }
    if (sync_file(beside) && rename(beside, path) == 0)
        return true;
    error_set(error, "%s: %s", path, strerror(errno));
    unlink(beside);
    return false;
}
