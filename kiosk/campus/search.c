#include "campus/search.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#define QUERY_BYTES 128
#define QUERY_WORDS 8
#define FOLD_BYTES 512

/* What a word is worth where it matches. */
enum { WORTH_REF = 120, WORTH_WORD = 100, WORTH_FRONT = 80, WORTH_INSIDE = 40, WORTH_ALIKE = 30, WORTH_TERM_PERCENT = 90 };

/* One way to call a place: folded words. */
typedef struct Entry {
    int space;
    Slice words;
    bool term; /* not its own name */
} Entry;

struct Search {
    const Plan *plan;
    Entry *entry; /* place by place */
    int count;
    Entry *of_kind[SPACE_KIND_COUNT]; /* terms that all places of a kind share */
    int of_kind_count[SPACE_KIND_COUNT];
};

/* What people call kinds of places in both languages, whatever the plan says. */
static const char *const KIND_WORDS[SPACE_KIND_COUNT] = {
    [SPACE_WORKSHOP] = "atelier machines workshop",
    [SPACE_FABLAB] = "fablab fab lab makerspace imprimante 3d printer",
    [SPACE_DESIGNLAB] = "design lab studio",
    [SPACE_GALLERY] = "galerie exposition metiers exhibition gallery",
    [SPACE_RECEPTION] = "accueil renseignements reception information desk",
    [SPACE_GUIDANCE] = "orientation conseiller conseillere stage stages careers advice internships",
    [SPACE_OFFICE] = "bureau administration office",
    [SPACE_CLASSROOM] = "salle cours classe classroom room",
    [SPACE_PROJECT] = "salle projet project room",
    [SPACE_COMPUTER] = "informatique ordinateur ordinateurs computer computers it",
    [SPACE_LABORATORY] = "laboratoire mesures laboratory",
    [SPACE_AUDITORIUM] = "amphi amphitheatre conference auditorium lecture theatre",
    [SPACE_MEETING] = "reunion meeting",
    [SPACE_LIBRARY] = "bibliotheque cdi documentation livres library books",
    [SPACE_CAFETERIA] = "cantine cafeteria self repas manger restaurant cafe food lunch canteen",
    [SPACE_LOUNGE] = "foyer detente pause salon lounge break",
    [SPACE_CHANGING] = "vestiaire vestiaires douche casiers changing lockers shower",
    [SPACE_TOILETS] = "toilettes wc sanitaires cabinets toilet toilets restroom bathroom loo",
    [SPACE_STAIRS] = "escalier stairs staircase",
    [SPACE_LIFT] = "ascenseur lift elevator",
    [SPACE_ESCALATOR] = "escalator escalier mecanique",
    [SPACE_STORAGE] = "magasin reserve outils store tools",
};

static const char STEP_FREE_WORDS[] = "accessible accessibles handicap handicape pmr fauteuil roulant wheelchair disabled";

/* ---- folding ------------------------------------------------------------------------------------------------------------------ */

typedef enum Sort { SORT_BLANK, SORT_LETTER, SORT_DIGIT } Sort;

static Sort sort_of(uint32_t code) {
    if (code >= '0' && code <= '9')
        return SORT_DIGIT;
    return uc_is_alpha(code) ? SORT_LETTER : SORT_BLANK;
}

typedef struct Folder {
    char *out;
    int len, size;
    Sort last;
} Folder;

static void put(Folder *f, uint32_t code) {
    char bytes[4];
    Sort sort = sort_of(code);
    if (sort == SORT_BLANK) {
        f->last = SORT_BLANK;
        return;
    }
    int count = utf8_encode(code, bytes), gap = f->len && sort != f->last;
    if (f->len + gap + count > f->size)
        return;
    if (gap)
        f->out[f->len++] = ' ';
    memcpy(f->out + f->len, bytes, (size_t)count);
    f->len += count;
    f->last = sort;
}

static bool is_mark(uint32_t code) {
    return code >= 0x300 && code <= 0x36F;
}

int search_fold(Slice text, char *out, int size) {
    uint8_t plain[FOLD_BYTES];
    size_t len = sizeof plain;
    Folder f = {out, 0, size, SORT_BLANK};
    if (text.len > FOLD_BYTES / 3)
        text.len = FOLD_BYTES / 3;
    uint8_t *folded = u8_casefold((const uint8_t *)text.at, (size_t)text.len, NULL, UNINORM_NFKD, plain, &len);
    if (!folded)
        return 0;
    for (Slice rest = {(const char *)folded, (int)len}; rest.len;) {
        uint32_t code = utf8_next(&rest);
        if (code == 0x153 || code == 0xE6) { /* oe and ae are letters of their own to Unicode, not to a keyboard */
            put(&f, code == 0x153 ? 'o' : 'a');
            code = 'e';
        }
        if (!is_mark(code))
            put(&f, code);
    }
    if (folded != plain)
        free(folded);
    return f.len;
}

/* ---- building ----------------------------------------------------------------------------------------------------------------- */

/* Entries in whatever order they come. */
typedef struct Gathering {
    Arena *arena;
    Entry *entry;
    int count;
} Gathering;

static void add(Gathering *g, int space, Slice words, bool term) {
    char folded[FOLD_BYTES];
    int len = search_fold(words, folded, sizeof folded);
    if (len)
        g->entry[g->count++] = (Entry){space, arena_copy(g->arena, (Slice){folded, len}), term};
}

static void add_words(Gathering *g, int space, const Words *words) {
    for (int lang = 0; lang < LANG_COUNT; lang++)
        add(g, space, words->in[lang], true);
}

static void add_place(Gathering *g, const Plan *plan, int space) {
    const PlanSpace *place = &plan->space[space];
    int before = g->count;
    add(g, space, place->ref, false);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        add(g, space, place->name.plain.in[lang], false);
    if (place->step_free)
        add(g, space, slice_from(STEP_FREE_WORDS), true);
    if (g->count == before) /* without a name, its kind is all there is to find it by */
        add(g, space, slice_from(plan_kind_tag(place->kind)), true);
}

/* What a plan says of single places; of those that one is not led to, nothing. */
static void gather(Gathering *g, const Plan *plan, const SearchWords *more, int more_count) {
    for (int i = 0; i < plan->space_count; i++)
        if (plan->space[i].place)
            add_place(g, plan, i);
    for (int i = 0; i < plan->term_count; i++)
        if (!plan->term[i].of_kind && plan->space[plan->term[i].index].place)
            add_words(g, plan->term[i].index, &plan->term[i].word);
    for (int i = 0; i < plan->machine_count; i++)
        if (plan->space[plan->machine[i].space].place)
            add_words(g, plan->machine[i].space, &plan->machine[i].name);
    for (int i = 0; i < more_count; i++)
        if (plan->space[more[i].space].place)
            add_words(g, more[i].space, &more[i].words);
}

/* Into the order of their places, each keeping its turn. */
static void sort(Search *s, const Gathering *g) {
    int *next = arena_array(g->arena, int, s->plan->space_count + 1);
    for (int i = 0; i < g->count; i++)
        next[g->entry[i].space + 1]++;
    for (int i = 0; i < s->plan->space_count; i++)
        next[i + 1] += next[i];
    s->entry = arena_array(g->arena, Entry, g->count + 1);
    for (int i = 0; i < g->count; i++)
        s->entry[next[g->entry[i].space]++] = g->entry[i];
    s->count = g->count;
}

static void gather_kind(Search *s, Arena *arena, int kind) {
    const Plan *plan = s->plan;
    Gathering g = {arena, arena_array(arena, Entry, 1 + LANG_COUNT * plan->term_count), 0};
    if (KIND_WORDS[kind])
        add(&g, PLAN_NONE, slice_from(KIND_WORDS[kind]), true);
    for (int i = 0; i < plan->term_count; i++)
        if (plan->term[i].of_kind && plan->term[i].index == kind)
            add_words(&g, PLAN_NONE, &plan->term[i].word);
    s->of_kind[kind] = g.entry;
    s->of_kind_count[kind] = g.count;
}

Search *search_new(const Plan *plan, const SearchWords *more, int more_count, Arena *arena) {
    Search *s = arena_new(arena, Search);
    s->plan = plan;
    int words = plan->term_count + plan->machine_count + more_count;
    Gathering g = {arena, arena_array(arena, Entry, plan->space_count * 4 + LANG_COUNT * words), 0};
    gather(&g, plan, more, more_count);
    sort(s, &g);
    for (int kind = 0; kind < SPACE_KIND_COUNT; kind++)
        gather_kind(s, arena, kind);
    return s;
}

/* ---- finding ------------------------------------------------------------------------------------------------------------------ */

static bool next_word(Slice *rest, Slice *word) {
    *rest = slice_trim(*rest);
    int blank = slice_find(*rest, LIT(" "));
    *word = slice_cut(*rest, 0, blank < 0 ? rest->len : blank);
    *rest = slice_cut(*rest, word->len, rest->len);
    return word->len > 0;
}

static int shared_trigrams(Slice a, Slice b) {
    int shared = 0;
    for (int i = 0; i + 3 <= a.len; i++)
        shared += slice_find(b, slice_cut(a, i, i + 3)) >= 0;
    return shared;
}

/* One letter wrong, missing, too many or two swapped, in a word long enough. */
static bool one_slip(Slice a, Slice b) {
    int front = 0, back = 0, shorter = a.len < b.len ? a.len : b.len, diff = abs(a.len - b.len);
    while (front < shorter && a.at[front] == b.at[front])
        front++;
    while (back < shorter - front && a.at[a.len - 1 - back] == b.at[b.len - 1 - back])
        back++;
    int rest_a = a.len - front - back, rest_b = b.len - front - back;
    bool swapped = rest_a == 2 && rest_b == 2 && a.at[front] == b.at[front + 1] && a.at[front + 1] == b.at[front];
    return diff <= 1 && (swapped || (rest_a <= 1 && rest_b <= 1));
}

static int likeness(Slice typed, Slice word) {
    if (typed.len < 4 || word.len < 4)
        return 0;
    Slice front = word.len > typed.len ? slice_cut(word, 0, typed.len) : word; /* it may not be typed to its end */
    if (one_slip(typed, word) || one_slip(typed, front))
        return WORTH_ALIKE;
    int most = typed.len - 2, shared = shared_trigrams(typed, word);
    return 2 * shared >= most + 1 && most >= 3 ? WORTH_ALIKE * shared / (most + 1) : 0;
}

static int worth_of_word(Slice typed, Slice word) {
    if (slice_equal(typed, word))
        return WORTH_WORD;
    if (slice_has_prefix(word, typed))
        return WORTH_FRONT;
    bool digits = typed.at[0] >= '0' && typed.at[0] <= '9';
    if (typed.len >= 3 && slice_find(word, typed) >= 0)
        return WORTH_INSIDE;
    return digits ? 0 : likeness(typed, word);
}

static int best_in(Slice typed, const Entry *entry) {
    Slice rest = entry->words, word;
    int best = 0;
    while (next_word(&rest, &word)) {
        int worth = worth_of_word(typed, word);
        best = worth > best ? worth : best;
    }
    return entry->term ? best * WORTH_TERM_PERCENT / 100 : best;
}

/* What is typed, and how well each word of it matches the terms of each kind: the same for all its places. */
typedef struct Query {
    Slice words, typed[QUERY_WORDS];
    int count;
    int kind[SPACE_KIND_COUNT][QUERY_WORDS];
} Query;

static int best_among(Slice typed, const Entry *entry, int count) {
    int best = 0;
    for (int e = 0; e < count; e++) {
        int worth = best_in(typed, &entry[e]);
        best = worth > best ? worth : best;
    }
    return best;
}

/* Entries [first, end) are of one place: every word typed must be found in one of them, or among the terms of its kind, save a
   letter before a number. */
static int score(const Search *s, int first, int end, const Query *q) {
    const int *of_kind = q->kind[s->plan->space[s->entry[first].space].kind];
    int sum = 0;
    for (int w = 0; w < q->count; w++) {
        int best = best_among(q->typed[w], s->entry + first, end - first);
        bool letter = q->typed[w].len == 1 && w + 1 < q->count && q->typed[w + 1].at[0] <= '9';
        best = of_kind[w] > best ? of_kind[w] : best;
        if (!best && !letter)
            return 0;
        sum += best;
    }
    for (int e = first; e < end; e++)
        if (slice_equal(s->entry[e].words, q->words))
            sum += s->entry[e].term ? 0 : WORTH_REF;
    return sum / q->count;
}

static bool goes_before(const Plan *plan, SearchHit a, SearchHit b) {
    if (a.score != b.score)
        return a.score > b.score;
    return plan->space[a.space].priority < plan->space[b.space].priority;
}

static int insert(const Plan *plan, SearchHit *hit, int count, int most, SearchHit new) {
    int at = count;
    while (at > 0 && goes_before(plan, new, hit[at - 1]))
        at--;
    if (at == most)
        return count;
    int kept = count < most ? count : most - 1;
    memmove(hit + at + 1, hit + at, sizeof *hit * (size_t)(kept - at));
    hit[at] = new;
    return kept + 1;
}

static void read_query(const Search *s, Query *q) {
    Slice rest = q->words;
    while (q->count < QUERY_WORDS && next_word(&rest, &q->typed[q->count]))
        q->count++;
    for (int kind = 0; kind < SPACE_KIND_COUNT; kind++)
        for (int w = 0; w < q->count; w++)
            q->kind[kind][w] = best_among(q->typed[w], s->of_kind[kind], s->of_kind_count[kind]);
}

int search_find(const Search *s, Slice query, SearchHit *hit, int most) {
    char folded[QUERY_BYTES];
    Query q = {.words = {folded, search_fold(query, folded, sizeof folded)}};
    int hits = 0;
    if (q.words.len < SEARCH_LEAST_LETTERS)
        return 0;
    read_query(s, &q);
    for (int first = 0, end; first < s->count; first = end) {
        for (end = first + 1; end < s->count && s->entry[end].space == s->entry[first].space;)
            end++;
        int points = score(s, first, end, &q);
        if (points)
            hits = insert(s->plan, hit, hits, most, (SearchHit){s->entry[first].space, points});
    }
    return hits;
}
