/* Reads the tables of the videos; the pictures and sounds themselves stay in the file. */
#include "content/reading.h"

static void read_cues(PackReading *r) {
    if (!begin_rows(r, "clip_cue",
                    "SELECT clip, lang, start_ms, end_ms, first, second FROM clip_cue ORDER BY "
                    "clip, lang, ord"))
        return;
    while (next_row(r)) {
        Clip *clip = &r->pack->clip[find(r, RECORD_clip, text_at(r, 0))];
        int lang = lang_of(r, text_at(r, 1)), *count = &clip->cue_count[lang];
        Cue cue = {int_at(r, 2, 0, CLIP_MS_MAX),
                   int_at(r, 3, 1, CLIP_MS_MAX),
                   {text_at(r, 4), text_at(r, 5)}};
        if (cue.end <= cue.start || (*count && cue.start < clip->cue[lang][*count - 1].end))
            fail(r, "captions that overlap in", clip->id);
        clip->cue[lang] = grown(r, clip->cue[lang], *count, CUES_MAX, sizeof cue);
        clip->cue[lang][(*count)++] = cue;
    }
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
        if (id < 0 || id >> 16 >= r->pack->clip_count ||
            sqlite3_column_bytes(r->row, 1) != CHUNK_HASH)
            continue;
        Clip *clip = &r->pack->clip[id >> 16];
        if (seq < clip->chunk_count)
            memcpy(clip->chunk_hash[seq], sqlite3_column_blob(r->row, 1), CHUNK_HASH);
    }
    end_rows(r);
}

/* The first language stands in, for all captions or for one. */
static void share_captions(PackReading *r, Clip *clip, Lang lang) {
    bool none = !clip->cue_count[lang];
    if (none) {
        clip->cue[lang] = clip->cue[0];
        clip->cue_count[lang] = clip->cue_count[0];
    }
    for (int i = 0; i < clip->cue_count[lang] && i < clip->cue_count[0]; i++) {
        const Cue *first = &clip->cue[0][i];
        Cue missing = {0}, *cue = none ? &missing : &clip->cue[lang][i];
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
        for (int lang = 1; lang < r->pack->lang.count; lang++) {
            share_captions(r, clip, lang);
            share_text(r, clip, lang);
        }
    }
}

static void make_hashes(PackReading *r, Clip *clip) {
    clip->chunk_count = (int)((clip->bytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
    clip->chunk_hash = arena_alloc(r->arena, (size_t)clip->chunk_count * CHUNK_HASH);
}

void clips_read(PackReading *r) {
    Pack *p = r->pack;
    records_read_list(r, RECORD_clip);
    for (int c = 0; c < p->clip_count && !r->failed; c++)
        make_hashes(r, &p->clip[c]);
    if (r->failed || !p->clip_count)
        return;
    read_cues(r);
    read_texts(r);
    read_hashes(r);
    check_clips(r);
}
