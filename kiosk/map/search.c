#include "map/search.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#define QUERY_BYTES 128
#define QUERY_WORDS 8
#define FOLD_BYTES 512

/* What a word is worth where it matches. */
enum {
    WORTH_REF = 120,
    WORTH_WORD = 100,
    WORTH_FRONT = 80,
    WORTH_INSIDE = 40,
    WORTH_ALIKE = 30,
    WORTH_TERM_PERCENT = 90
};

/* How much must be typed before a match inside a word, one slip and two slips of the finger are
   believed, and a slip in a word that is not typed to its end: "cap" is no "handicap", "garer" no
   "galerie". */
enum {
    INSIDE_LETTERS = 4,
    SLIP_LETTERS = 4,
    FRONT_SLIP_LETTERS = 6,
    TWO_SLIPS_LETTERS = 7,
    WORD_LETTERS = 24
};

/* One way to call a place: folded words. */
typedef struct Entry {
    int space;
    Slice words;
    bool term; /* not its own name */
} Entry;

struct Search {
    const Plan *plan;
    int level;    /* where the asker stands: of a lift's doors, the ones on this floor are meant */
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
    [SPACE_ENTRANCE] = "entree entrees sortie sorties porte entrance exit exits way out door",
    [SPACE_PARKING] = "parking stationnement voiture velo velos garage car park bike",
    [SPACE_STORAGE] = "magasin reserve outils store tools",
};

/* Words for one thing: a place whose name has one of them, before the stroke, is found by all. */
static const char *const SAME_THING[] = {
    "infirmerie infirmier infirmiere docteur medecin soins malade nurse doctor infirmary first aid",
    "scolaire cpe surveillant surveillante surveillants pion pions absence absences retard school "
    "life",
    "mediatheque bibliotheque cdi documentaliste library",
    "direction directeur directrice proviseur proviseure principal head headmaster headteacher",
    "administration | secretariat secretaire inscription inscriptions",
    "formateurs professeurs profs enseignants teachers trainers staff",
    "entreprises employeur employeurs companies employers",
    "foyer detente pause lounge",
    "orientation psychologue psy counsellor",
    "femmes dames ladies",
    "hommes messieurs gents",
    "vestiaires vestiaire casier casiers lockers",
};

enum { SAME_THINGS = sizeof SAME_THING / sizeof *SAME_THING };

static const char STEP_FREE_WORDS[] =
    "accessible accessibles handicap handicape pmr fauteuil roulant wheelchair disabled";

/* ---- folding --------------------------------------------------------------------------------- */

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
    uint8_t *folded =
        u8_casefold((const uint8_t *)text.at, (size_t)text.len, NULL, UNINORM_NFKD, plain, &len);
    if (!folded)
        return 0;
    for (Slice rest = {(const char *)folded, (int)len}; rest.len;) {
        uint32_t code = utf8_next(&rest);
        if (code == 0x153 ||
            code == 0xE6) { /* oe and ae are letters of their own to Unicode, not to a keyboard */
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

/* ---- building -------------------------------------------------------------------------------- */

/* Entries in whatever order they come. */
typedef struct SearchGathering {
    Arena *arena;
    Entry *entry;
    int count, room;
} SearchGathering;

static Entry *next_entry(SearchGathering *g) {
    if (g->count == g->room) {
        g->room = g->room ? 2 * g->room : 256;
        Entry *more = arena_array(g->arena, Entry, g->room);
        if (g->count)
            memcpy(more, g->entry, sizeof *more * (size_t)g->count);
        g->entry = more;
    }
    return &g->entry[g->count++];
}

static void add(SearchGathering *g, int space, Slice words, bool term) {
    char folded[FOLD_BYTES];
    int len = search_fold(words, folded, sizeof folded);
    if (len)
        *next_entry(g) = (Entry){space, arena_copy(g->arena, (Slice){folded, len}), term};
}

static void add_words(SearchGathering *g, int space, const LocalText *words) {
    for (int lang = 0; lang < langs()->count; lang++)
        add(g, space, words->in[lang], true);
}

static bool next_word(Slice *rest, Slice *word) {
    *rest = slice_trim(*rest);
    int blank = slice_find(*rest, LIT(" "));
    *word = slice_cut(*rest, 0, blank < 0 ? rest->len : blank);
    *rest = slice_cut(*rest, word->len, rest->len);
    return word->len > 0;
}

static bool has_word(Slice words, Slice wanted) {
    Slice word;
    while (next_word(&words, &word))
        if (slice_equal(word, wanted))
            return true;
    return false;
}

static bool share_a_word(Slice one, Slice other) {
    Slice word;
    while (next_word(&one, &word))
        if (has_word(other, word))
            return true;
    return false;
}

static Slice before_stroke(Slice words) {
    int stroke = slice_find(words, LIT("|"));
    return stroke < 0 ? words : slice_cut(words, 0, stroke);
}

/* Entries [first, count) are the place's own names. */
static void add_same_things(SearchGathering *g, int space, int first) {
    int end = g->count;
    for (int i = 0; i < SAME_THINGS; i++)
        for (int e = first; e < end; e++)
            if (share_a_word(g->entry[e].words, before_stroke(slice_from(SAME_THING[i])))) {
                add(g, space, slice_from(SAME_THING[i]), true);
                break;
            }
}

static void add_place(SearchGathering *g, const Plan *plan, int space) {
    const PlanSpace *place = &plan->space[space];
    int before = g->count;
    add(g, space, place->ref, false);
    for (int lang = 0; lang < langs()->count; lang++)
        add(g, space, place->name.plain.in[lang], false);
    add_same_things(g, space, before);
    if (place->step_free)
        add(g, space, slice_from(STEP_FREE_WORDS), true);
    if (g->count == before) /* without a name, its kind is all there is to find it by */
        add(g, space, slice_from(plan_kind_tag(place->kind)), true);
}

/* What a plan says of single places; of those that one is not led to, nothing. */
static void gather(SearchGathering *g, const Plan *plan, const SearchWords *more, int more_count) {
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
static void sort(Search *s, const SearchGathering *g) {
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
    SearchGathering g = {.arena = arena};
    if (KIND_WORDS[kind])
        add(&g, PLAN_NONE, slice_from(KIND_WORDS[kind]), true);
    for (int i = 0; i < plan->term_count; i++)
        if (plan->term[i].of_kind && plan->term[i].index == kind)
            add_words(&g, PLAN_NONE, &plan->term[i].word);
    s->of_kind[kind] = g.entry;
    s->of_kind_count[kind] = g.count;
}

Search *search_new(const Plan *plan, int level, const SearchWords *more, int more_count,
                   Arena *arena) {
    Search *s = arena_new(arena, Search);
    s->plan = plan;
    s->level = level;
    SearchGathering g = {.arena = arena};
    gather(&g, plan, more, more_count);
    sort(s, &g);
    for (int kind = 0; kind < SPACE_KIND_COUNT; kind++)
        gather_kind(s, arena, kind);
    return s;
}

/* ---- finding --------------------------------------------------------------------------------- */

/* What people say around the thing they look for. */
static const char SAID_AROUND[] =
    "ou est sont se trouve trouvent trouver comment aller je cherche voudrais veux vais va pour le "
    "la les l un une des du de d a au aux en il y "
    "t et vous plait svp merci mon ma mes quel quelle bonjour s c qu que "
    "where is are can the an to find get how do i m looking for please at of can go my hello there";

/* What nearly every place is: "salle des profs" is found without it. */
static const char OF_ANY_PLACE[] = "salle bureau espace lieu room office place";

static int least(int a, int b) {
    return a < b ? a : b;
}

/* How many letters are wrong, missing, too many or swapped with their neighbour, between `typed`
   and the nearest beginning of `word` (it may not be typed to its end): optimal string alignment,
   Wagner and Fischer 1974, Boytsov 2011. */
static int slips(Slice typed, Slice word) {
    int row[3][WORD_LETTERS + 1] = {{0}}, *before = row[0], *above = row[1], *now = row[2];
    for (int j = 0; j <= word.len; j++)
        above[j] = j;
    for (int i = 1; i <= typed.len; i++) {
        now[0] = i;
        for (int j = 1; j <= word.len; j++) {
            bool same = typed.at[i - 1] == word.at[j - 1];
            now[j] = least(above[j - 1] + !same, least(above[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && typed.at[i - 1] == word.at[j - 2] &&
                typed.at[i - 2] == word.at[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
        int *oldest = before;
        before = above, above = now, now = oldest;
    }
    int best = typed.len, from = typed.len < FRONT_SLIP_LETTERS ? word.len : 0;
    for (int j = from; j <= word.len; j++)
        best = least(best, above[j]);
    return best;
}

/* The first letter is hardly ever wrong; where it is swapped with the second, the second is its
 * like. */
static bool begin_alike(Slice typed, Slice word) {
    return typed.at[0] == word.at[0] || (typed.at[0] == word.at[1] && typed.at[1] == word.at[0]);
}

static int likeness(Slice typed, Slice word) {
    if (typed.len < SLIP_LETTERS || word.len < SLIP_LETTERS || typed.len > WORD_LETTERS ||
        word.len > WORD_LETTERS)
        return 0;
    int allowed = typed.len < TWO_SLIPS_LETTERS ? 1 : 2,
        count = begin_alike(typed, word) ? slips(typed, word) : allowed + 1;
    return count <= allowed ? WORTH_ALIKE / count : 0;
}

typedef enum Strictness { AS_TYPED, WITH_SLIPS } Strictness;

static int worth_of_word(Slice typed, Slice word, bool term, Strictness how) {
    if (slice_equal(typed, word))
        return WORTH_WORD;
    if (slice_has_prefix(word, typed))
        return WORTH_FRONT;
    if (!term && typed.len >= INSIDE_LETTERS && slice_find(word, typed) >= 0)
        return WORTH_INSIDE;
    bool digits = typed.at[0] >= '0' && typed.at[0] <= '9';
    return digits || how == AS_TYPED ? 0 : likeness(typed, word);
}

static int best_in(Slice typed, const Entry *entry, Strictness how) {
    Slice rest = entry->words, word;
    int best = 0;
    while (next_word(&rest, &word)) {
        int worth = worth_of_word(typed, word, entry->term, how);
        best = worth > best ? worth : best;
    }
    return entry->term ? best * WORTH_TERM_PERCENT / 100 : best;
}

/* What is looked for, taken apart once, and how well each word of it matches the terms of each
   kind: the same for all its places. */
typedef struct Query {
    Slice whole, word[QUERY_WORDS];
    int count;
    int kind[SPACE_KIND_COUNT][QUERY_WORDS];
} Query;

static bool is_number(Slice word) {
    return word.at[0] >= '0' && word.at[0] <= '9';
}

static int best_among(Slice typed, const Entry *entry, int count, Strictness how) {
    int best = 0;
    for (int e = 0; e < count; e++) {
        int worth = best_in(typed, &entry[e], how);
        best = worth > best ? worth : best;
    }
    return best;
}

/* Entries [first, end) are of one place: every word typed must be found in one of them, or among
   the terms of its kind, save a letter before a number. */
static int score(const Search *s, int first, int end, const Query *q, Strictness how) {
    const int *of_kind = q->kind[s->plan->space[s->entry[first].space].kind];
    int sum = 0;
    for (int w = 0; w < q->count; w++) {
        int best = best_among(q->word[w], s->entry + first, end - first, how);
        bool letter = q->word[w].len == 1 && w + 1 < q->count && is_number(q->word[w + 1]);
        best = of_kind[w] > best ? of_kind[w] : best;
        if (!best && !letter)
            return 0;
        sum += best;
    }
    for (int e = first; e < end; e++)
        if (slice_equal(s->entry[e].words, q->whole))
            sum += s->entry[e].term ? 0 : WORTH_REF;
    return sum / q->count;
}

static bool goes_before(const Plan *plan, SearchHit a, SearchHit b) {
    if (a.score != b.score)
        return a.score > b.score;
    return plan->space[a.space].priority < plan->space[b.space].priority;
}

/* Of a lift's doors on several floors one is enough. */
static int same_shaft(const Plan *plan, const SearchHit *hit, int count, int space) {
    int connector = plan->space[space].connector;
    for (int i = 0; i < count && connector != PLAN_NONE; i++)
        if (plan->space[hit[i].space].connector == connector)
            return i;
    return PLAN_NONE;
}

static int floors_away(const Search *s, int space) {
    return abs(s->plan->space[space].level - s->level);
}

static int insert(const Search *s, SearchHit *hit, int count, int most, SearchHit new) {
    int at = same_shaft(s->plan, hit, count, new.space);
    if (at != PLAN_NONE) {
        if (floors_away(s, new.space) < floors_away(s, hit[at].space))
            hit[at].space = new.space;
        return count;
    }
    for (at = count; at > 0 && goes_before(s->plan, new, hit[at - 1]);)
        at--;
    if (at == most)
        return count;
    int kept = count < most ? count : most - 1;
    memmove(hit + at + 1, hit + at, sizeof *hit * (size_t)(kept - at));
    hit[at] = new;
    return kept + 1;
}

static void match_kinds(const Search *s, Query *q, Strictness how) {
    for (int kind = 0; kind < SPACE_KIND_COUNT; kind++)
        for (int w = 0; w < q->count; w++)
            q->kind[kind][w] =
                best_among(q->word[w], s->of_kind[kind], s->of_kind_count[kind], how);
}

static int find_all(const Search *s, Query *q, Strictness how, SearchHit *hit, int most) {
    int hits = 0;
    match_kinds(s, q, how);
    for (int first = 0, end; first < s->count; first = end) {
        for (end = first + 1; end < s->count && s->entry[end].space == s->entry[first].space;)
            end++;
        int points = score(s, first, end, q, how);
        if (points)
            hits = insert(s, hit, hits, most, (SearchHit){s->entry[first].space, points});
    }
    return hits;
}

/* "où est le CDI": what is said around the thing goes, unless nothing else was typed; "a 4" is a
 * door. */
static void drop(Query *q, const char *said) {
    int kept = 0;
    for (int i = 0; i < q->count; i++) {
        bool door = q->word[i].len == 1 && i + 1 < q->count && is_number(q->word[i + 1]);
        if (door || !has_word(slice_from(said), q->word[i]))
            q->word[kept++] = q->word[i];
    }
    q->count = kept ? kept : q->count;
}

int search_find(const Search *s, Slice query, SearchHit *hit, int most) {
    char folded[QUERY_BYTES];
    Query q = {.whole = {folded, search_fold(query, folded, sizeof folded)}};
    Slice rest = q.whole;
    while (q.count < QUERY_WORDS && next_word(&rest, &q.word[q.count]))
        q.count++;
    if (q.whole.len < SEARCH_LEAST_LETTERS)
        return 0;
    drop(&q, SAID_AROUND);
    int hits = find_all(s, &q, AS_TYPED, hit, most);
    if (!hits) {
        drop(&q, OF_ANY_PLACE);
        hits = find_all(s, &q, AS_TYPED, hit, most);
    }
    return hits ? hits : find_all(s, &q, WITH_SLIPS, hit, most);
}
