#include "tools/pack/write.h"

#include "base/file.h"
#include "base/message.h"
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
    writer_expect(w, sqlite3_exec(w->db, sql, NULL, NULL, NULL), SQLITE_OK);
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

static void write_cues(Writer *w, const char *table, Slice clip, Slice lang, const Cue *cue,
                       int count) {
    for (int i = 0; i < count; i++)
        insert(w, table, "ttiiitt", clip, lang, i, (int)cue[i].start, (int)cue[i].end,
               cue[i].line[0], cue[i].line[1]);
}

static void write_clip_texts(Writer *w, const Clip *c, int lang) {
    Slice code = slice_from(w->lang->code[lang]);
    write_cues(w, "clip_cue", c->id, code, c->cue[lang], c->cue_count[lang]);
    write_cues(w, "clip_told", c->id, code, c->told[lang], c->told_count[lang]);
    for (int i = 0; i < c->text_count[lang]; i++)
        insert(w, "clip_text", "ttit", c->id, code, i, c->text[lang][i]);
}

static Slice hash_slice(const unsigned char *hash) {
    return (Slice){(const char *)hash, CHUNK_HASH};
}

static int bytes_in(const Clip *c, int chunk) {
    int64_t rest = c->bytes - (int64_t)chunk * CHUNK_BYTES;
    return rest < CHUNK_BYTES ? (int)rest : CHUNK_BYTES;
}

static bool copy_chunks(Writer *w, const Clip *c, FilmReader *film, int ord) {
    for (int i = 0; i < c->chunk_count; i++) {
        Slice chunk;
        if (!film_chunk(film, (int64_t)i * CHUNK_BYTES, bytes_in(c, i), &chunk))
            return false;
        insert(w, "clip_chunk", "ibb", (int)PACK_CHUNK_ID(ord, i), hash_slice(c->chunk_hash[i]),
               chunk);
    }
    return true;
}

static void write_chunks(Writer *w, const Clip *c, const FilmSource *film, int ord) {
    FilmReader reader;
    bool good = film_open(&reader, film) && copy_chunks(w, c, &reader, ord);
    const char *changed = message("le film a changé entre-temps ; recommencer");
    const char *why = errno ? error_why(errno) : changed;
    if (film_close(&reader) && good)
        return;
    w->failed = true;
    error_set(&w->film, "%s : %s", film->path, good ? changed : why);
}

static void write_languages(Writer *w) {
    for (int lang = 0; lang < w->lang->count; lang++)
        insert(w, "language", "itt", lang, slice_from(w->lang->code[lang]),
               slice_from(w->lang->name[lang]));
}

/* With those that show others in sign language. */
static void write_clips(Writer *w, const Pack *p) {
    Pack whole = *p;
    whole.clip_count = p->film_count;
    insert_list(w, &whole, RECORD_clip);
}

static bool stands_alone(int id) {
    return record_of((RecordId)id)->owner == RECORD_COUNT;
}

/* What is large comes first: a page more or less of words behind it moves none of its pages, and
   whoever has the edition before fetches little (tools/bench/delta.sh). */
static void write_large(Writer *w, const Pack *p, const FilmSource *film) {
    for (int i = 0; i < p->film_count; i++) {
        meter_at(w->meter, message("copie des films"), i + 1, p->film_count);
        meter_show(w->meter, p->clip[i].id, METER_NO_PART);
        write_chunks(w, &p->clip[i], &film[i], i);
    }
    insert_list(w, p, RECORD_picture);
    insert_list(w, p, RECORD_recording);
}

static bool is_large(int id) {
    return id == RECORD_picture || id == RECORD_recording || id == RECORD_clip;
}

static void write_records(Writer *w, const Pack *p, const FilmSource *film) {
    write_large(w, p, film);
    write_languages(w);
    for (int i = 0; i < p->said_count; i++)
        insert_said(w, &p->said[i]);
    for (int id = 0; id < RECORD_COUNT; id++)
        if (stands_alone(id) && !is_large(id))
            insert_list(w, p, (RecordId)id);
    write_clips(w, p);
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

static void say_why(const Writer *w, const char *path, Error *error) {
    if (w->film.text[0])
        *error = w->film;
    else
        error_set(error, "%s : %s", path, w->why);
}

static bool write_file(const Pack *pack, const FilmSource *film, MeterLine *meter, const char *path,
                       Error *error) {
    Writer w = {.lang = &pack->lang, .meter = meter};
    char sql[128];
    unlink(path);
    if (sqlite3_open_v2(path, &w.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
        SQLITE_OK) {
        int system = sqlite3_system_errno(w.db);
        error_set(error, "%s : %s", path, error_why(system ? system : ENOENT));
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
    write_records(&w, &with, film);
    arena_free(&arena);
    insert_end(&w);
    run(&w, "COMMIT");
    if (w.failed)
        say_why(&w, path, error);
    sqlite3_close(w.db);
    return !w.failed;
}

/* Whatever limits the kiosk has, it has said here already: it is its own reader that reads. The
   languages of what it has read go with it, those of what is written are spoken again. */
static bool is_taken(const Pack *written, const char *path, Error *error) {
    static Pack pack;
    Arena arena = {0};
    Error found;
    bool taken = pack_load(path, &arena, &pack, &found);
    arena_free(&arena);
    langs_use(&written->lang, written->said, written->said_count);
    langs_use_stand_ins(written->stand_in, written->stand_in_count);
    return taken || error_set(error, "la borne refuserait ce pack : %.250s", found.text);
}

static bool sync_file(const char *path) {
    int fd = open(path, O_RDONLY);
    bool good = fd >= 0 && fchmod(fd, 0444) == 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return good;
}

/* Whoever reads a draft at once finds out whether it can be read, and does not need it after the
   power was gone. */
static bool is_finished(const char *path, bool draft) {
    return draft || sync_file(path);
}

static bool write_whole(const Pack *pack, const FilmSource *film, MeterLine *meter,
                        const char *path, bool draft, Error *error) {
    char beside[PATH_BYTES];
    snprintf(beside, sizeof beside, "%s.part", path);
    if (!file_may_take(path))
        return error_set(error, "%s : %s", path, error_why(errno));
    if (!write_file(pack, film, meter, beside, error) ||
        (!draft && !is_taken(pack, beside, error))) {
        unlink(beside);
        return false;
    }
    if (is_finished(beside, draft) && rename(beside, path) == 0)
        return true;
    error_set(error, "%s : %s", path, error_why(errno));
    unlink(beside);
    return false;
}

bool pack_write(const Pack *pack, const FilmSource *film, MeterLine *meter, const char *path,
                Error *error) {
    return write_whole(pack, film, meter, path, false, error);
}

bool pack_draft(const Pack *pack, const FilmSource *film, MeterLine *meter, const char *path,
                Error *error) {
    return write_whole(pack, film, meter, path, true, error);
}
