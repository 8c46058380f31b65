#include "voice/reader.h"

#include <string.h>

void reader_begin(Reader *reader) {
    *reader = (Reader){.memory.locked = true, .past.locked = true};
}

/* A serial is never used again: what was said last must not be taken for what comes. */
void reader_wipe(Reader *reader) {
    arena_wipe(&reader->memory);
    arena_wipe(&reader->past);
    *reader =
        (Reader){.memory = reader->memory, .past = reader->past, .serial = reader->serial + 1};
}

void reader_end(Reader *reader) {
    arena_free(&reader->memory);
    arena_free(&reader->past);
}

/* ---- what is said ---------------------------------------------------------------------------- */

static void begin_saying(Reader *reader, int most) {
    arena_wipe(&reader->memory);
    reader->saying = arena_array(&reader->memory, Saying, most + 1);
    reader->count = reader->at = 0;
    reader->serial++;
    reader->rings = false;
    reader->word_from = reader->word_to = 0;
}

static void add_saying(Reader *reader, Slice text, Lang lang, uint64_t id) {
    reader->saying[reader->count++] = (Saying){arena_copy(&reader->memory, text), lang, id};
}

static void add_sentence(Reader *reader, const Sentence *s) {
    add_saying(reader, s->said, s->lang, s->id);
}

void reader_hush(Reader *reader) {
    begin_saying(reader, 0);
}

void reader_read(Reader *reader, const Sentences *page, int from, int most) {
    begin_saying(reader, page->count);
    for (int i = from; i >= 0 && i < page->count && reader->count < most; i++)
        if (i == from || !page->at[i].aside)
            add_sentence(reader, &page->at[i]);
}

void reader_read_node(Reader *reader, const Sentences *page, const Node *node) {
    begin_saying(reader, page->count);
    for (int i = 0; i < page->count; i++)
        if (page->at[i].node == node)
            add_sentence(reader, &page->at[i]);
}

void reader_say(Reader *reader, Slice text, Lang lang, bool rings) {
    begin_saying(reader, 1);
    add_saying(reader, text, lang, 0);
    reader->rings = rings;
}

void reader_ring(Reader *reader) {
    reader->rings = true;
}

/* Words of a moment are forgotten while the list stays, so that the last sentence can be had again.
 */
void reader_repeat(Reader *reader) {
    if (!reader->count)
        return;
    if (reader->at == reader->count)
        reader->at--;
    reader->serial++;
    reader->word_from = reader->word_to = 0;
}

/* ---- what is new ----------------------------------------------------------------------------- */

static bool is_known(const Reader *reader, uint64_t id) {
    for (int i = 0; i < reader->known_count; i++)
        if (reader->known[i] == id)
            return true;
    return false;
}

void reader_know(Reader *reader, const Sentences *page) {
    arena_wipe(&reader->past);
    reader->known = arena_array(&reader->past, uint64_t, page->count + 1);
    reader->known_count = page->count;
    for (int i = 0; i < page->count; i++)
        reader->known[i] = page->at[i].id;
}

static bool is_news(const Reader *reader, const Sentence *s, bool live) {
    return !s->aside && (!live || s->live) && !is_known(reader, s->id);
}

void reader_news(Reader *reader, const Sentences *page, bool live) {
    int count = 0;
    for (int i = 0; i < page->count; i++)
        count += is_news(reader, &page->at[i], live);
    if (!count)
        return;
    if (!live && !is_known(reader, page->at[page->first].id)) { /* it is another page, then */
        reader_read(reader, page, page->first, READ_ALL);
        return;
    }
    begin_saying(reader, page->count);
    for (int i = 0; i < page->count; i++)
        if (is_news(reader, &page->at[i], live))
            add_sentence(reader, &page->at[i]);
}

/* ---- where one is ---------------------------------------------------------------------------- */

bool reader_speaks(const Reader *reader) {
    return reader->at < reader->count;
}

static const Saying *saying_now(const Reader *reader) {
    return reader_speaks(reader) ? &reader->saying[reader->at] : NULL;
}

static const Saying *saying_last(const Reader *reader) {
    const Saying *now = saying_now(reader);
    return now || !reader->count ? now : &reader->saying[reader->count - 1];
}

int reader_at(const Reader *reader, const Sentences *page) {
    const Saying *last = saying_last(reader);
    return last && last->id ? sentences_find(page, last->id) : -1;
}

static int next_in_turn(const Sentences *page, int at, int by) {
    for (int i = at + by; i >= 0 && i < page->count; i += by)
        if (!page->at[i].aside)
            return i;
    return at;
}

void reader_step(Reader *reader, const Sentences *page, int by) {
    int at = reader_at(reader, page);
    reader_read(reader, page, at < 0 ? page->first : next_in_turn(page, at, by), READ_ALL);
}

/* ---- the voice ------------------------------------------------------------------------------- */

static void go_on(Reader *reader) {
    reader->at++;
    reader->serial++;
    reader->rings = false;
    reader->word_from = reader->word_to = 0;
}

bool reader_heard(Reader *reader, SpeechReport report) {
    if (report.serial != reader->serial || !reader_speaks(reader))
        return false;
    if (report.done) {
        go_on(reader);
        return true;
    }
    bool moved = report.from != reader->word_from || report.to != reader->word_to;
    reader->word_from = report.from;
    reader->word_to = report.to;
    return moved;
}

SpeechWish reader_wish(const Reader *reader, const VoiceSettings *voice,
                       const Recordings *recordings) {
    const Saying *now = saying_now(reader);
    Recorded recorded = {{0}, {0}};
    if (!now)
        return (SpeechWish){0};
    if (voice->rate == RATE_USUAL)
        recorded = recordings_find(recordings, now->lang, now->text);
    return (SpeechWish){.serial = reader->serial,
                        .text = now->text,
                        .lang = langs()->code[now->lang],
                        .recorded = recorded,
                        .rate = voice->rate,
                        .loudness = voice->loudness,
                        .paused = voice->paused,
                        .rings = reader->rings};
}

static const SentenceWord *word_heard(const Reader *reader, const Sentence *s) {
    for (int i = 0; i < s->word_count && reader->word_to > reader->word_from; i++)
        if (s->word[i].said_end > reader->word_from && s->word[i].said < reader->word_to)
            return &s->word[i];
    return NULL;
}

void reader_mark(const Reader *reader, const Sentences *page) {
    int at = saying_now(reader) ? reader_at(reader, page) : -1;
    if (at < 0)
        return;
    const Sentence *s = &page->at[at];
    const SentenceWord *word = word_heard(reader, s);
    s->node->mark = (ReadMark){.on = true, .from = s->from, .to = s->to};
    if (!word)
        return;
    word->node->mark.word_from = word->from;
    word->node->mark.word_to = word->to;
}
