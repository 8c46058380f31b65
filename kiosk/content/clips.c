/* Reads the tables of the videos; the pictures and sounds themselves stay in the file. */
#include "content/reading.h"

/* Captions, or what is told of the pictures: the same rows. */
static void take_cue(PackReading *r, Clip *clip, bool told) {
    int lang = lang_of(r, text_at(r, 1));
    Cue **list = told ? &clip->told[lang] : &clip->cue[lang];
    int *count = told ? &clip->told_count[lang] : &clip->cue_count[lang];
    Cue cue = {
        int_at(r, 2, 0, CLIP_MS_MAX), int_at(r, 3, 1, CLIP_MS_MAX), {text_at(r, 4), text_at(r, 5)}};
    if (cue.end <= cue.start || (*count && cue.start < (*list)[*count - 1].end))
        fail(r, "captions that overlap in", clip->id);
    *list = grown(r, *list, *count, CUES_MAX, sizeof cue);
    (*list)[(*count)++] = cue;
}

static void read_cues(PackReading *r, const char *table, const char *sql) {
    if (!begin_rows(r, table, sql))
        return;
    bool told = strcmp(table, "clip_told") == 0;
    while (next_row(r))
        take_cue(r, &r->pack->clip[find(r, RECORD_clip, text_at(r, 0))], told);
    end_rows(r);
}

static void read_texts(PackReading *r) {
    if (!begin_rows(r, "clip_text",
                    "SELECT clip, lang, text FROM clip_text ORDER BY clip, lang, ord"))
        return;
    while (next_row(r)) {
        Clip *clip = &r->pack->clip[find(r, RECORD_clip, text_at(r, 0))];
        int lang = lang_of(r, text_at(r, 1)), *count = &clip->text_count[lang];
        clip->text[lang] = grown(r, clip->text[lang], *count, CUE_TEXTS_MAX, sizeof(Slice));
        clip->text[lang][(*count)++] = text_at(r, 2);
    }
    end_rows(r);
}

/* A chunk that is missing or misplaced breaks its clip when it is played, and nothing else. */
static void read_hashes(PackReading *r) {
    int rows = 0;
    if (!begin_rows(r, "clip_chunk", "SELECT id, sha256 FROM clip_chunk"))
        return;
    while (next_row(r)) {
        if (++rows > limits_rows("clip_chunk"))
            fail(r, "more rows than a pack may have", LIT(""));
        sqlite3_int64 id = sqlite3_column_int64(r->row, 0);
        int seq = (int)(id & 0xFFFF);
        if (id < 0 || id >> 16 >= r->pack->film_count ||
            sqlite3_column_bytes(r->row, 1) != CHUNK_HASH)
            continue;
        Clip *clip = &r->pack->clip[id >> 16];
        if (seq < clip->chunk_count)
            memcpy(clip->chunk_hash[seq], sqlite3_column_blob(r->row, 1), CHUNK_HASH);
    }
    end_rows(r);
}

/* The first language stands in, for all captions or for one. */
static void share_cues(PackReading *r, Cue *cues[LANG_MAX], int count[LANG_MAX], Lang lang) {
    bool none = !count[lang];
    if (none) {
        cues[lang] = cues[0];
        count[lang] = count[0];
    }
    for (int i = 0; i < count[lang] && i < count[0]; i++) {
        const Cue *first = &cues[0][i];
        Cue missing = {0}, *cue = none ? &missing : &cues[lang][i];
        if (!cue->line[0].len)
            texts_stand_in(r, &cue->line[1], first->line[1], lang);
        texts_stand_in(r, &cue->line[0], first->line[0], lang);
    }
}

static void share_text(PackReading *r, Clip *clip, Lang lang) {
    bool none = !clip->text_count[lang];
    if (none) {
        clip->text[lang] = clip->text[0];
        clip->text_count[lang] = clip->text_count[0];
    }
    for (int i = 0; i < clip->text_count[lang] && i < clip->text_count[0]; i++) {
        Slice missing = LIT(""), *text = none ? &missing : &clip->text[lang][i];
        texts_stand_in(r, text, clip->text[0][i], lang);
    }
}

static void check_clips(PackReading *r) {
    r->table = "clip";
    for (int c = 0; c < r->pack->clip_count; c++) {
        Clip *clip = &r->pack->clip[c];
        if (!clip->cue_count[0] || !clip->text_count[0])
            fail(r, "no captions or no transcript for", clip->id);
        if (!pack_gesture_fits(clip))
            fail(r, "a gesture that is not within", clip->id);
        for (int lang = 1; lang < r->pack->lang.count; lang++) {
            share_cues(r, clip->cue, clip->cue_count, lang);
            share_cues(r, clip->told, clip->told_count, lang);
            share_text(r, clip, lang);
        }
    }
}

static void make_hashes(PackReading *r, Clip *clip) {
    clip->chunk_count = (int)((clip->bytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
    clip->chunk_hash = arena_alloc(r->arena, (size_t)clip->chunk_count * CHUNK_HASH);
}

/* What shows another film in sign language stands behind all others, and is no film of its own. */
static void set_apart(PackReading *r) {
    Pack *p = r->pack;
    p->film_count = p->clip_count;
    while (p->clip_count && p->clip[p->clip_count - 1].signs_of >= 0)
        p->clip_count--;
    for (int c = 0; c < p->film_count; c++) {
        Clip *clip = &p->clip[c];
        if (clip->signs_of >= (c < p->clip_count ? 0 : p->clip_count))
            fail(r, "no film to stand beside for", clip->id);
        else if (c >= p->clip_count)
            p->clip[clip->signs_of].signed_by = c + 1;
    }
}

void clips_read(PackReading *r) {
    Pack *p = r->pack;
    records_read_list(r, RECORD_clip);
    for (int c = 0; c < p->clip_count && !r->failed; c++)
        make_hashes(r, &p->clip[c]);
    if (!r->failed)
        set_apart(r);
    if (r->failed || !p->clip_count)
        return;
#define CUES(table)                                                                                \
    read_cues(r, table,                                                                            \
              "SELECT clip, lang, start_ms, end_ms, first, second FROM " table                     \
              " ORDER BY clip, lang, ord")
    CUES("clip_cue");
    CUES("clip_told");
#undef CUES
    read_texts(r);
    read_hashes(r);
    check_clips(r);
}
