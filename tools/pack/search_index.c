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
    x->finding[x->count++] = (Finding){stem, x->records - 1, weight, x->langs};
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

/* Where a language has no text of its own the first one stands in. */
static unsigned langs_that_say(const Index *x, const LocalText *words, int lang) {
    unsigned langs = 1u << lang;
    for (int other = 1; other < x->pack->lang.count && !lang; other++)
        if (!words->in[other].len || words->in[other].at == words->in[0].at)
            langs |= 1u << other;
    return langs;
}

typedef void Saying(Index *x, Slice text, int weight);

static void say_each(Index *x, const LocalText *words, Saying *saying, int weight) {
    unsigned all = x->langs;
    for (int lang = 0; lang < x->pack->lang.count; lang++) {
        x->langs = langs_that_say(x, words, lang);
        if (!lang || words->in[lang].at != words->in[0].at)
            saying(x, words->in[lang], weight);
    }
    x->langs = all;
}

static LocalText sought(const Index *x, SoughtId id) {
    LocalText words = {0};
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        words.in[lang] = sought_in(lang, id);
    return words;
}

void index_text_in(Index *x, int lang, Slice text, int weight) {
    unsigned all = x->langs;
    x->langs = 1u << lang;
    index_text(x, text, weight);
    x->langs = all;
}

void index_words(Index *x, const LocalText *words, int weight) {
    say_each(x, words, index_text, weight);
}

void index_sought(Index *x, SoughtId id, int weight) {
    LocalText words = sought(x, id);
    index_words(x, &words, weight);
}

static bool gives_no_letter(const Index *x, Slice word) {
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        if (fold_has(sought_in(lang, SOUGHT_UNLETTERED), word))
            return true;
    return false;
}

/* "mspc" for "Maintenance des systèmes de production connectés". */
static void add_acronym(Index *x, Slice words) {
    char letters[ACRONYM_MOST];
    int count = 0;
    Slice word;
    while (fold_next(&words, &word) && count < ACRONYM_MOST)
        if (!gives_no_letter(x, word) && (unsigned char)word.at[0] < 0x80)
            letters[count++] = word.at[0];
    if (count >= ACRONYM_LETTERS)
        add_word(x, arena_copy(&x->scratch, (Slice){letters, count}), OF_ACRONYM);
}

static void say_acronym(Index *x, Slice text, int weight) {
    (void)weight;
    add_acronym(x, folded(x, text));
}

void index_acronym(Index *x, const LocalText *words) {
    say_each(x, words, say_acronym, OF_ACRONYM);
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

static void say_name(Index *x, Slice text, int weight) {
    (void)weight;
    index_name(x, text);
}

void index_names(Index *x, const LocalText *words) {
    say_each(x, words, say_name, OF_NAME);
}

/* ---- other words for it ---------------------------------------------------------------------- */

static Slice take_phrase(Slice *list, char between) {
    int end = slice_find(*list, (Slice){&between, 1});
    Slice phrase = slice_trim(slice_cut(*list, 0, end < 0 ? list->len : end));
    *list = slice_cut(*list, end < 0 ? list->len : end + 1, list->len);
    return phrase;
}

static void say_also(Index *x, Slice also, int weight) {
    while (also.len) {
        Slice phrase = folded(x, take_phrase(&also, ','));
        if (phrase.len)
            join(x, &x->terms, phrase, said_light);
        add_folded(x, phrase, weight);
    }
}

void index_also(Index *x, const LocalText *also) {
    say_each(x, also, say_also, OF_TERM);
}

void index_sought_also(Index *x, SoughtId id) {
    LocalText words = sought(x, id);
    index_also(x, &words);
}

static void say_names(Index *x, Slice names, int weight) {
    (void)weight;
    while (names.len)
        index_name(x, take_phrase(&names, ','));
}

void index_sought_names(Index *x, SoughtId id) {
    LocalText words = sought(x, id);
    say_each(x, &words, say_names, OF_NAME);
}

/* ---- words for the same thing ---------------------------------------------------------------- */

static void add_triggers(Index *x, SoughtId id, Slice all) {
    Slice phrases = take_phrase(&all, '|');
    while (phrases.len) {
        Slice phrase = folded(x, take_phrase(&phrases, ','));
        Slice wanted = arena_printf(&x->scratch, " " SLICE_FMT " ", SLICE_ARG(phrase));
        *LIST_ADD(&x->scratch, x->trigger, x->triggers) = (Trigger){id, wanted};
    }
}

/* By the languages of the program: a word of one more would name another thing in these. */
static void gather_triggers(Index *x) {
    for (int id = SOUGHT_NONE + 1; id < SOUGHT_COUNT; id++)
        for (int lang = 0; lang < x->pack->lang.count; lang++)
            if (langs()->own[lang] >= 0 &&
                slice_has_prefix(slice_from(sought_name((SoughtId)id)), LIT("search/SAME_")))
                add_triggers(x, (SoughtId)id, sought_in(lang, (SoughtId)id));
}

void index_same_things(Index *x) {
    Slice said = x->said;
    SoughtId last = SOUGHT_NONE;
    if (!x->trigger)
        gather_triggers(x);
    for (int i = 0; i < x->triggers; i++) {
        const Trigger *trigger = &x->trigger[i];
        if (trigger->id == last || slice_find(said, trigger->wanted) < 0)
            continue;
        index_sought(x, last = trigger->id, OF_TERM);
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
    index_sought(x, TARGET_WORDS[target.kind], OF_LINE);
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

static int put_hit(unsigned char *to, const Finding *f, unsigned langs) {
    to[0] = (unsigned char)f->weight;
    to[1] = (unsigned char)f->record;
    to[2] = (unsigned char)(f->record >> 8);
    to[3] = (unsigned char)(f->record >> 16);
    to[SEARCH_HIT_LANGS] = (unsigned char)langs;
    return SEARCH_HIT_BYTES;
}

/* The word that begins at `first`, with all it is found in, in each language by what weighs most;
   answers where the next one begins. */
static int take_word(Index *x, int first, SearchWord *word) {
    const Finding *f = x->finding;
    int end = first, bytes = 0;
    unsigned known = 0;
    while (end < x->count && slice_equal(f[end].word, f[first].word))
        end++;
    unsigned char *hits = arena_alloc(x->arena, (size_t)(end - first) * SEARCH_HIT_BYTES);
    for (int i = first; i < end; i++) {
        bool again = i > first && f[i].record == f[i - 1].record;
        unsigned more = f[i].langs & ~(again ? known : 0);
        known = again ? known | more : more;
        if (more && again && f[i].weight == hits[bytes - SEARCH_HIT_BYTES])
            hits[bytes - SEARCH_HIT_BYTES + SEARCH_HIT_LANGS] |= (unsigned char)more;
        else if (more)
            bytes += put_hit(hits + bytes, &f[i], more);
    }
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
    Index x = {.pack = pack, .arena = arena, .langs = (1u << pack->lang.count) - 1};
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
