#include "tools/pack/search_index.h"

#include "content/target.h"
#include "search/fold.h"
#include "search/said.h"
#include "tools/pack/search_index_parts.h"
#include "tools/pack/search_words.h"

#include <stdlib.h>
#include <string.h>

enum { ACRONYM_LETTERS = 3, ACRONYM_MOST = 12 };

/* ---- saying words of the record at hand ------------------------------------------------------ */

static void add_word(Index *x, Slice word, int weight) {
    if (x->count == x->room) {
        x->room = x->room ? 2 * x->room : 4096;
        Finding *more = arena_array(&x->scratch, Finding, x->room);
        if (x->count)
            memcpy(more, x->finding, sizeof *more * (size_t)x->count);
        x->finding = more;
    }
    Slice stem = fold_stem(word);
    x->finding[x->count++] = (Finding){stem, x->records - 1, weight};
}

/* A piece of a text that can be folded at once, off its front. */
static Slice take_piece(Slice *text) {
    int end = text->len;
    if (end > FOLD_TEXT_BYTES)
        for (end = FOLD_TEXT_BYTES; end > 1 && text->at[end] != ' ';)
            end--;
    Slice piece = slice_cut(*text, 0, end);
    *text = slice_cut(*text, end, text->len);
    return piece;
}

static Slice folded(Index *x, Slice text) {
    char memory[FOLD_BYTES];
    Slice whole = LIT("");
    while (text.len) {
        int len = fold(take_piece(&text), memory, sizeof memory);
        whole = arena_printf(&x->scratch, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(whole),
                             whole.len && len ? " " : "", len, memory);
    }
    return whole;
}

static void add_folded(Index *x, Slice words, int weight) {
    Slice word;
    if (weight >= OF_TERM)
        x->said = arena_printf(&x->scratch, SLICE_FMT " " SLICE_FMT " ", SLICE_ARG(x->said),
                               SLICE_ARG(words));
    while (fold_next(&words, &word))
        add_word(x, word, weight);
}

void index_text(Index *x, Slice text, int weight) {
    if (text.len)
        add_folded(x, folded(x, text), weight);
}

void index_words(Index *x, const LocalText *words, int weight) {
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        if (!lang || words->in[lang].at != words->in[0].at)
            index_text(x, words->in[lang], weight);
}

void index_list(Index *x, const char *words, int weight) {
    if (words)
        index_text(x, slice_from(words), weight);
}

/* "mspc" for "Maintenance des systèmes de production connectés". */
static void add_acronym(Index *x, Slice words) {
    char letters[ACRONYM_MOST];
    int count = 0;
    Slice word;
    while (fold_next(&words, &word) && count < ACRONYM_MOST)
        if (!fold_has(slice_from(SMALL_WORDS), word) && (unsigned char)word.at[0] < 0x80)
            letters[count++] = word.at[0];
    if (count >= ACRONYM_LETTERS)
        add_word(x, arena_copy(&x->scratch, (Slice){letters, count}), OF_ACRONYM);
}

void index_acronym(Index *x, const LocalText *words) {
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        add_acronym(x, folded(x, words->in[lang]));
}

/* Behind those of a list, with a stroke between; as said_bare or said_light has them. */
static void join(Index *x, Slice *list, Slice words, int (*without)(Slice, char *, int)) {
    char memory[FOLD_BYTES];
    Slice said = {memory, without(words, memory, sizeof memory)};
    *list = arena_printf(&x->scratch, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(*list),
                         list->len ? "|" : "", SLICE_ARG(said));
}

void index_name(Index *x, Slice text) {
    Slice name = folded(x, text);
    if (!name.len)
        return;
    join(x, &x->names, name, said_bare);
    add_folded(x, name, OF_NAME);
    add_acronym(x, name);
}

void index_names(Index *x, const LocalText *words) {
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        if (!lang || !slice_equal(words->in[lang], words->in[0]))
            index_name(x, words->in[lang]);
}

/* ---- other words for it ---------------------------------------------------------------------- */

static Slice take_phrase(Slice *list, char between) {
    int end = slice_find(*list, (Slice){&between, 1});
    Slice phrase = slice_trim(slice_cut(*list, 0, end < 0 ? list->len : end));
    *list = slice_cut(*list, end < 0 ? list->len : end + 1, list->len);
    return phrase;
}

static void add_also(Index *x, Slice also) {
    while (also.len) {
        Slice phrase = folded(x, take_phrase(&also, ','));
        if (phrase.len)
            join(x, &x->terms, phrase, said_light);
        add_folded(x, phrase, OF_TERM);
    }
}

void index_also(Index *x, const LocalText *also) {
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        if (!lang || also->in[lang].at != also->in[0].at)
            add_also(x, also->in[lang]);
}

void index_also_list(Index *x, const char *also) {
    if (also)
        add_also(x, slice_from(also));
}

/* ---- words for the same thing ---------------------------------------------------------------- */

static bool is_said(Index *x, Slice phrase) {
    Slice wanted = arena_printf(&x->scratch, " " SLICE_FMT " ", SLICE_ARG(phrase));
    return slice_find(x->said, wanted) >= 0;
}

static void add_same_thing(Index *x, Slice all) {
    Slice rest = all, triggers = take_phrase(&rest, '|');
    bool said = false;
    while (triggers.len && !said)
        said = is_said(x, take_phrase(&triggers, ','));
    if (said)
        index_text(x, all, OF_TERM);
}

void index_same_things(Index *x) {
    Slice said = x->said;
    for (int i = 0; SAME_THING[i]; i++) {
        add_same_thing(x, slice_from(SAME_THING[i]));
        x->said = said; /* one thing does not lead to the next */
    }
}

/* ---- records --------------------------------------------------------------------------------- */

SearchRecord *index_next(Index *x) {
    if (x->records == x->record_room) {
        x->record_room = x->record_room ? 2 * x->record_room : 256;
        SearchRecord *more = arena_array(x->arena, SearchRecord, x->record_room);
        if (x->records)
            memcpy(more, x->record, sizeof *more * (size_t)x->records);
        x->record = more;
    }
    x->names = x->terms = x->said = LIT("");
    return &x->record[x->records++];
}

void index_begin(Index *x, Target target) {
    *index_next(x) =
        (SearchRecord){.id = target_write(x->pack, target, x->arena), .target = target, .kind = -1};
    index_list(x, TARGET_WORDS[target.kind], OF_LINE);
}

void index_end(Index *x) {
    SearchRecord *record = &x->record[x->records - 1];
    index_same_things(x);
    record->names = arena_copy(x->arena, x->names);
    record->terms = arena_copy(x->arena, x->terms);
}

/* ---- words ----------------------------------------------------------------------------------- */

static int compare_words(Slice a, Slice b) {
    int order = memcmp(a.at, b.at, (size_t)(a.len < b.len ? a.len : b.len));
    return order ? order : a.len - b.len;
}

/* The heaviest first, so that it is the one that stays. */
static int in_order(const void *a, const void *b) {
    const Finding *f = a, *g = b;
    int order = compare_words(f->word, g->word);
    if (order)
        return order;
    return f->record != g->record ? f->record - g->record : g->weight - f->weight;
}

static int put_hit(unsigned char *to, const Finding *f) {
    to[0] = (unsigned char)f->weight;
    to[1] = (unsigned char)f->record;
    to[2] = (unsigned char)(f->record >> 8);
    to[3] = (unsigned char)(f->record >> 16);
    return SEARCH_HIT_BYTES;
}

/* The word that begins at `first`, with all it is found in; answers where the next one begins. */
static int take_word(Index *x, int first, SearchWord *word) {
    const Finding *f = x->finding;
    int end = first, bytes = 0;
    while (end < x->count && slice_equal(f[end].word, f[first].word))
        end++;
    unsigned char *hits = arena_alloc(x->arena, (size_t)(end - first) * SEARCH_HIT_BYTES);
    for (int i = first; i < end; i++)
        if (i == first || f[i].record != f[i - 1].record)
            bytes += put_hit(hits + bytes, &f[i]);
    *word = (SearchWord){arena_copy(x->arena, f[first].word), {(const char *)hits, bytes}};
    return end;
}

static int words_of(const Index *x) {
    int count = 0;
    for (int i = 0; i < x->count; i++)
        count += !i || !slice_equal(x->finding[i].word, x->finding[i - 1].word);
    return count;
}

void search_index_make(Pack *pack, Arena *arena) {
    Index x = {.pack = pack, .arena = arena};
    index_records(&x);
    index_places(&x);
    if (x.count)
        qsort(x.finding, (size_t)x.count, sizeof *x.finding, in_order);
    SearchWord *word = arena_array(arena, SearchWord, words_of(&x) + 1);
    int count = 0;
    for (int at = 0; at < x.count; count++)
        at = take_word(&x, at, &word[count]);
    pack->search_record = x.record;
    pack->search_record_count = x.records;
    pack->search_word = word;
    pack->search_word_count = count;
    arena_free(&x.scratch);
}
