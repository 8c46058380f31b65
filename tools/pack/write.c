#include "write.h"

#include "base/file.h"
#include "plan_write.h"
#include "writer.h"

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

/* ---- records -------------------------------------------------------------------------------------------------------------------- */

static void write_campus(Writer *w, const Campus *c) {
    insert(w, "campus", "titwwwwwit", c->id, c->version, c->dated, c->name, c->headline, c->lead, c->advice_where,
           c->advice_when, (int)c->advice_illustrative, c->site);
}

static Slice kind_of(Slice data) {
    if (slice_has_prefix(data, LIT("\x89PNG")))
        return LIT("png");
    return slice_has_prefix(data, LIT("\xFF\xD8")) ? LIT("jpeg") : LIT("svg");
}

static void write_points(Writer *w, const Trade *t) {
    static const char *const KINDS[POINT_KIND_COUNT] = {"tool", "gesture", "like", "hard", "block"};
    for (int kind = 0; kind < POINT_KIND_COUNT; kind++)
        for (int i = 0; i < t->point_count[kind]; i++)
            insert(w, "trade_point", "ttiwi", t->id, slice_from(KINDS[kind]), i, t->point[kind][i].text,
                   (int)t->point[kind][i].illustrative);
}

static void write_trade(Writer *w, const Pack *pack, int ord) {
    const Trade *t = &pack->trade[ord];
    insert(w, "trade", "itttwwwwtw", ord, t->id, pack->family[t->family].id, t->rome, t->name, t->short_name, t->line,
           t->text, pack->picture[t->picture].id, t->alt);
    for (int i = 0; i < t->fact_count; i++)
        insert(w, "trade_fact", "tiwwi", t->id, i, t->fact[i].label, t->fact[i].value, (int)t->fact[i].illustrative);
    write_points(w, t);
    for (int i = 0; i < t->way_count; i++)
        insert(w, "trade_way", "tiiwi", t->id, i, t->way[i].level, t->way[i].text, (int)t->way[i].illustrative);
    for (int i = 0; i < t->related_count; i++)
        insert(w, "trade_related", "tit", t->id, i, pack->trade[t->related[i]].id);
    for (int d = 0; d < PACK_DIMENSIONS; d++)
        insert(w, "trade_weight", "tir", t->id, d, t->weight[d]);
}

static Slice target_text(const Pack *pack, const Block *block, char *memory, size_t size) {
    switch (block->target.kind) {
    case TARGET_QUIZ:
        return LIT("quiz");
    case TARGET_TRADES:
        return LIT("trades");
    case TARGET_LEVEL:
        return (Slice){memory, snprintf(memory, size, "level/%d", block->target.arg)};
    case TARGET_TRADE:
        return (Slice){memory, snprintf(memory, size, "trade/" SLICE_FMT, SLICE_ARG(pack->trade[block->target.arg].id))};
    case TARGET_TOPIC:
        return (Slice){memory, snprintf(memory, size, "topic/" SLICE_FMT, SLICE_ARG(pack->topic[block->target.arg].id))};
    case TARGET_PLACE:
        return (Slice){memory, snprintf(memory, size, "place/" SLICE_FMT, SLICE_ARG(pack->plan.space[block->target.arg].id))};
    case TARGET_NONE:
        break;
    }
    return block->kind == BLOCK_CHART ? pack->chart[block->chart].id : LIT("");
}

static void write_topic(Writer *w, const Pack *pack, int ord) {
    static const char *const KINDS[BLOCK_KIND_COUNT] = {"heading", "text", "point", "button", "chart"};
    const Topic *t = &pack->topic[ord];
    insert(w, "topic", "itwwtti", ord, t->id, t->title, t->lead, t->icon, t->tone, (int)t->illustrative);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int i = 0; i < t->block_count[lang]; i++) {
            const Block *b = &t->block[lang][i];
            char memory[64];
            insert(w, "topic_block", "ttiittti", t->id, slice_from(LANG_CODE[lang]), i, b->section,
                   slice_from(KINDS[b->kind]), b->text, target_text(pack, b, memory, sizeof memory), (int)b->illustrative);
        }
}

static void write_chart(Writer *w, const Chart *c, int ord) {
    insert(w, "chart", "itwww", ord, c->id, c->title, c->unit, c->note);
    for (int i = 0; i < c->bar_count; i++)
        insert(w, "chart_bar", "tiwr", c->id, i, c->bar[i].label, c->bar[i].value);
}

static void write_quiz(Writer *w, const Pack *p) {
    for (int i = 0; i < p->item_count; i++)
        insert(w, "item", "itiwtrrr", i, p->item[i].id, p->item[i].dimension, p->item[i].text, p->picture[p->item[i].picture].id,
               p->item[i].loading, p->item[i].mean, p->item[i].variance);
    for (int a = 0; a < PACK_DIMENSIONS && p->item_count; a++)
        for (int b = a + 1; b < PACK_DIMENSIONS; b++)
            insert(w, "correlation", "iir", a, b, p->correlation[a][b]);
}

static void write_clip_texts(Writer *w, const Clip *c, int lang) {
    Slice code = slice_from(LANG_CODE[lang]);
    for (int i = 0; i < c->cue_count[lang]; i++) {
        const Cue *cue = &c->cue[lang][i];
        insert(w, "clip_cue", "ttiiitt", c->id, code, i, (int)cue->start, (int)cue->end, cue->line[0], cue->line[1]);
    }
    for (int i = 0; i < c->text_count[lang]; i++)
        insert(w, "clip_text", "ttit", c->id, code, i, c->text[lang][i]);
}

static Slice hash_slice(const unsigned char *hash) {
    return (Slice){(const char *)hash, CHUNK_HASH};
}

static void write_clip(Writer *w, const Pack *pack, Slice film, int ord) {
    const Clip *c = &pack->clip[ord];
    insert(w, "clip", "itwwwwtttiiiiiitib", ord, c->id, c->title, c->line, c->place, c->credit, c->licence,
           pack->trade[c->trade].id, pack->picture[c->poster].id, (int)c->muted, (int)c->attract, (int)c->illustrative,
           (int)c->duration, c->width, c->height, c->codec, (int)c->bytes, hash_slice(c->sha256));
    for (int lang = 0; lang < LANG_COUNT; lang++)
        write_clip_texts(w, c, lang);
    for (int i = 0; i < c->chunk_count; i++) {
        Slice chunk = slice_cut(film, i * CHUNK_BYTES, i + 1 < c->chunk_count ? (i + 1) * CHUNK_BYTES : film.len);
        insert(w, "clip_chunk", "ibb", (int)PACK_CHUNK_ID(ord, i), hash_slice(c->chunk_hash[i]), chunk);
    }
}

static void write_records(Writer *w, const Pack *p, const Slice *film) {
    write_campus(w, &p->campus);
    for (int i = 0; i < p->picture_count; i++)
        insert(w, "picture", "ittiib", i, p->picture[i].id, kind_of(p->picture[i].data), p->picture[i].width,
               p->picture[i].height, p->picture[i].data);
    for (int i = 0; i < p->family_count; i++)
        insert(w, "family", "itwtt", i, p->family[i].id, p->family[i].name, p->family[i].icon, p->family[i].tone);
    for (int i = 0; i < p->trade_count; i++)
        write_trade(w, p, i);
    write_quiz(w, p);
    for (int i = 0; i < p->topic_count; i++)
        write_topic(w, p, i);
    for (int i = 0; i < p->chart_count; i++)
        write_chart(w, &p->chart[i], i);
    plan_write(w, p);
    for (int i = 0; i < p->clip_count; i++)
        write_clip(w, p, film[i], i);
}

/* ---- the file -------------------------------------------------------------------------------------------------------------------- */

static bool write_file(const Pack *pack, const Slice *film, const char *path, Fault *fault) {
    Writer w = {0};
    char sql[128];
    unlink(path);
    if (sqlite3_open_v2(path, &w.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK) {
        fault_set(fault, "%s: %s", path, sqlite3_errmsg(w.db));
        sqlite3_close(w.db);
        return false;
    }
    snprintf(sql, sizeof sql, "PRAGMA page_size=%d; PRAGMA journal_mode=OFF; PRAGMA application_id=%d; PRAGMA user_version=%d",
             PACK_PAGE_BYTES, PACK_APPLICATION_ID, PACK_FORMAT);
    run(&w, sql);
    run(&w, "BEGIN");
    for (int i = 0; PACK_SCHEMA[i]; i++)
        run(&w, PACK_SCHEMA[i]);
    write_records(&w, pack, film);
    insert_end(&w);
    run(&w, "COMMIT");
    if (w.failed)
        fault_set(fault, "%s: %s", path, sqlite3_errmsg(w.db));
    sqlite3_close(w.db);
    return !w.failed;
}

/* Whatever limits the kiosk has, it has said here already: it is its own reader that reads. */
static bool is_taken(const char *path, Fault *fault) {
    static Pack pack;
    Arena arena = {0};
    Fault found;
    bool taken = pack_load(path, &arena, &pack, &found);
    arena_free(&arena);
    return taken || fault_set(fault, "la borne refuserait ce pack : %.250s", found.text);
}

static bool sync_file(const char *path) {
    int fd = open(path, O_RDONLY);
    bool good = fd >= 0 && fchmod(fd, 0444) == 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return good;
}

bool pack_write(const Pack *pack, const Slice *film, const char *path, Fault *fault) {
    char beside[PATH_BYTES];
    snprintf(beside, sizeof beside, "%s.part", path);
    if (!file_may_take(path))
        return fault_set(fault, "%s: %s", path, strerror(errno));
    if (!write_file(pack, film, beside, fault) || !is_taken(beside, fault)) {
        unlink(beside);
        return false;
    }
    if (sync_file(beside) && rename(beside, path) == 0)
        return true;
    fault_set(fault, "%s: %s", path, strerror(errno));
    unlink(beside);
    return false;
}
