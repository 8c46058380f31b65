#include "search/search.h"

#include "search/fold.h"
#include "search/likeness.h"

#include <stdlib.h>
#include <string.h>

#define QUERY_BYTES 128
#define QUERY_WORDS 8

enum {
    WORTH_WHOLE = 120,    /* what was typed is all of a name, */
    WORTH_BEGINNING = 15, /* or its beginning */
    WORTH_SHARE = 10,     /* of the words of its name, those that were typed */
    KEPT_PERCENT = 45,    /* of the worth of the best: what is worth less was not meant */
    GOOD_WORTH = 70,      /* from here on it is likely what was meant */
    TEXT_WEIGHT = 50,     /* what stands in a text is meant only by words as long as these */
    TEXT_LETTERS = 4,
    SLIPS_WEIGHT = 75, /* what weighs less is not guessed at, */
    SURE_WEIGHT = 90,  /* and of shorter words only what it is called */
    SURE_LETTERS = 6,
    NEAR_PERCENT = 40 /* of the letters of a word may be others in the nearest */
};

/* One way in which what was typed may be found, from the strictest to the loosest. */
typedef enum Strictness { AS_TYPED, WITH_SLIPS } Strictness;

typedef struct Candidate {
    int record, worth, score, turn, priority;
} Candidate;

struct Search {
    const Pack *pack;
    int level;                     /* where the asker stands */
    unsigned char *best;           /* worth of each word typed in each record, record by record */
    Candidate *found;              /* room for all of them */
    int *name_words;               /* of the shortest name of each */
    int of_kind[SPACE_KIND_COUNT]; /* the record of what places of a kind share; -1: none */
};

/* The order of a page: between equals a word explained comes first. */
static const int TURN[TARGET_KIND_COUNT] = {
    [TARGET_WORD] = 1,    [TARGET_COURSE] = 2,      [TARGET_CERTIFICATION] = 3, [TARGET_TRADE] = 4,
    [TARGET_LAB] = 5,     [TARGET_MACHINE] = 6,     [TARGET_PLACE] = 7,         [TARGET_DESK] = 8,
    [TARGET_PARTNER] = 9, [TARGET_TOPIC] = 10,      [TARGET_PROJECT] = 11,      [TARGET_VIDEO] = 12,
    [TARGET_EVENT] = 13,  [TARGET_INTERNSHIP] = 14, [TARGET_BLOCK] = 15};

/* What people say around the thing they look for. */
static const char SAID_AROUND[] =
    "ou est sont se trouve trouvent trouver comment aller je cherche voudrais veux vais va pour le "
    "la les l un une des du de d a au aux en il y e eme ieme nde et ce cet cette ces on avec sans "
    "t vous plait svp merci mon ma mes quel quelle quels quelles bonjour s c qu que quoi n ne pas "
    "sur dans par si ca veut dire signifie definition faire fait devenir etre quand combien "
    "horaire heure ouvert ouverte ouverture ferme prix cout coute salaire inscrire sinscrire "
    "where is are can the an to find get how do i m looking for please at of can go my hello there "
    "what does mean means when open opening hour price cost become in on with and or";

/* What nearly every record is: "salle des profs", "métier soudeur" are found without it, and a
   thing is not found by it alone when the rest is unknown. */
static const char OF_ANYTHING[] = "salle bureau espace lieu room office place formation metier cap "
                                  "bac pro bts titre diplome stage cour ecole lycee trade course "
                                  "training job apprentissage alternance atelier";

/* ---- building -------------------------------------------------------------------------------- */

static int shortest_name(Slice names) {
    int shortest = QUERY_WORDS;
    while (names.len) {
        int stroke = slice_find(names, LIT("|")), end = stroke < 0 ? names.len : stroke;
        int words = fold_count(slice_cut(names, 0, end));
        if (words && words < shortest)
            shortest = words;
        names = slice_cut(names, stroke < 0 ? names.len : end + 1, names.len);
    }
    return shortest;
}

Search *search_new(const Pack *pack, int level, Arena *arena) {
    Search *s = arena_new(arena, Search);
    int count = pack->search_record_count;
    s->pack = pack;
    s->level = level;
    s->best = arena_array(arena, unsigned char, count *QUERY_WORDS + 1);
    s->found = arena_array(arena, Candidate, count + 1);
    s->name_words = arena_array(arena, int, count + 1);
    for (int kind = 0; kind < SPACE_KIND_COUNT; kind++)
        s->of_kind[kind] = -1;
    for (int i = 0; i < count; i++) {
        s->name_words[i] = shortest_name(pack->search_record[i].names);
        if (pack->search_record[i].kind >= 0)
            s->of_kind[pack->search_record[i].kind] = i;
    }
    return s;
}

/* ---- one word -------------------------------------------------------------------------------- */

typedef struct Query {
    Slice whole, word[QUERY_WORDS];
    int count;
    char memory[QUERY_BYTES];
} Query;

static int hit_record(const unsigned char *at) {
    return at[1] | at[2] << 8 | at[3] << 16;
}

static void raise(const Search *s, int record, int w, int worth) {
    unsigned char *best = &s->best[record * QUERY_WORDS + w];
    if (worth > *best)
        *best = (unsigned char)worth;
}

/* Every record with that word, if it weighs enough there. Answers whether there was one. */
static bool take_hits(const Search *s, const SearchWord *word, int w, int worth, int least) {
    const unsigned char *at = (const unsigned char *)word->hits.at;
    bool any = false;
    for (int i = 0; i < word->hits.len; i += SEARCH_HIT_BYTES)
        if (at[i] >= least) {
            raise(s, hit_record(at + i), w, worth * at[i] / 100);
            any = true;
        }
    return any;
}

/* The first word of the pack that does not stand before `typed`. */
static int first_from(const Pack *pack, Slice typed) {
    int low = 0, high = pack->search_word_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        Slice word = pack->search_word[middle].id;
        int common = word.len < typed.len ? word.len : typed.len;
        int order = memcmp(word.at, typed.at, (size_t)common);
        if (order < 0 || (order == 0 && word.len < typed.len))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* In the texts only whole words and long beginnings count. */
static int least_weight(Slice typed, int worth) {
    return worth == WORTH_WORD || typed.len >= TEXT_LETTERS ? 1 : TEXT_WEIGHT + 1;
}

static bool match_as_typed(const Search *s, Slice typed, int w) {
    const Pack *pack = s->pack;
    bool any = false;
    for (int at = first_from(pack, typed); at < pack->search_word_count; at++) {
        int worth = worth_as_typed(typed, pack->search_word[at].id);
        if (!worth)
            break;
        any |= take_hits(s, &pack->search_word[at], w, worth, least_weight(typed, worth));
    }
    return any;
}

typedef int Likeness(Slice typed, Slice word);

static bool match_any(const Search *s, Slice typed, int w, Likeness *like, int least) {
    bool found = false;
    for (int i = 0; i < s->pack->search_word_count; i++) {
        int worth = like(typed, s->pack->search_word[i].id);
        if (worth)
            found |= take_hits(s, &s->pack->search_word[i], w, worth, least);
    }
    return found;
}

static bool is_vowel(char letter) {
    return memchr("aeiouyh", letter, 7) != NULL;
}

/* "lalternance", "datelier": typed without the apostrophe. */
static bool match_elided(const Search *s, Slice typed, int w) {
    bool elided = typed.len > 3 && (typed.at[0] == 'l' || typed.at[0] == 'd');
    return elided && is_vowel(typed.at[1]) && match_as_typed(s, slice_cut(typed, 1, typed.len), w);
}

static const SearchWord *word_called(const Pack *pack, Slice word) {
    int at = first_from(pack, word);
    bool there = at < pack->search_word_count && slice_equal(pack->search_word[at].id, word);
    return there ? &pack->search_word[at] : NULL;
}

/* "fablab" where "fab lab" is known: both halves must be in one record. */
static bool match_halves(const Search *s, Slice typed, int w) {
    enum { HALF_LETTERS = 3 };
    bool found = false;
    for (int cut = HALF_LETTERS; cut + HALF_LETTERS <= typed.len; cut++) {
        const SearchWord *left = word_called(s->pack, slice_cut(typed, 0, cut));
        const SearchWord *right = word_called(s->pack, fold_stem(slice_cut(typed, cut, typed.len)));
        const unsigned char *a = left ? (const unsigned char *)left->hits.at : NULL;
        const unsigned char *b = right ? (const unsigned char *)right->hits.at : NULL;
        const unsigned char *a_end = a ? a + left->hits.len : NULL;
        const unsigned char *b_end = b ? b + right->hits.len : NULL;
        while (a && b && a < a_end && b < b_end) {
            int x = hit_record(a), y = hit_record(b);
            if (x == y && a[0] >= SLIPS_WEIGHT && b[0] >= SLIPS_WEIGHT) {
                raise(s, x, w, a[0] < b[0] ? a[0] : b[0]);
                found = true;
            }
            a += x <= y ? SEARCH_HIT_BYTES : 0;
            b += y <= x ? SEARCH_HIT_BYTES : 0;
        }
    }
    return found;
}

static void match_word(const Search *s, Slice typed, int w, Strictness how) {
    Slice word = fold_stem(typed);
    bool found = match_as_typed(s, word, w);
    match_any(s, word, w, worth_inside, SEARCH_NAME);
    if (!found)
        found = match_halves(s, word, w) | match_elided(s, word, w);
    if (!found || how == WITH_SLIPS)
        match_any(s, word, w, worth_with_slips,
                  word.len < SURE_LETTERS ? SURE_WEIGHT : SLIPS_WEIGHT);
}

/* ---- all words ------------------------------------------------------------------------------- */

static bool is_number(Slice word) {
    return word.at[0] >= '0' && word.at[0] <= '9';
}

/* What all places of its kind share is said of each. */
static int worth_of(const Search *s, int record, int w) {
    const SearchRecord *r = &s->pack->search_record[record];
    int best = s->best[record * QUERY_WORDS + w];
    if (r->target.kind != TARGET_PLACE)
        return best;
    int of_kind = s->of_kind[s->pack->plan.space[r->target.arg].kind];
    int shared = of_kind < 0 ? 0 : s->best[of_kind * QUERY_WORDS + w];
    return shared > best ? shared : best;
}

/* Every word typed must be found, save a letter before a number ("salle s 105"). */
static int worth_of_all(const Search *s, int record, const Query *q) {
    int sum = 0;
    for (int w = 0; w < q->count; w++) {
        int worth = worth_of(s, record, w);
        bool letter = q->word[w].len == 1 && w + 1 < q->count && is_number(q->word[w + 1]);
        if (!worth && !letter)
            return 0;
        sum += worth;
    }
    return sum / q->count;
}

static int worth_of_name(Slice names, Slice whole) {
    int best = 0;
    while (names.len) {
        int stroke = slice_find(names, LIT("|")), end = stroke < 0 ? names.len : stroke;
        Slice name = slice_cut(names, 0, end);
        if (slice_equal(name, whole))
            return WORTH_WHOLE;
        if (slice_has_prefix(name, whole))
            best = WORTH_BEGINNING;
        names = slice_cut(names, stroke < 0 ? names.len : end + 1, names.len);
    }
    return best;
}

static int share_of_name(const Search *s, int record, const Query *q) {
    int words = s->name_words[record];
    return words > q->count ? WORTH_SHARE * q->count / words : WORTH_SHARE;
}

static int best_first(const void *a, const void *b) {
    const Candidate *x = a, *y = b;
    if (x->score != y->score)
        return y->score - x->score;
    if (x->turn != y->turn)
        return x->turn - y->turn;
    return x->priority != y->priority ? x->priority - y->priority : x->record - y->record;
}

static Candidate candidate(const Search *s, int record, int worth, const Query *q) {
    const SearchRecord *r = &s->pack->search_record[record];
    bool place = r->target.kind == TARGET_PLACE;
    int score = worth + worth_of_name(r->names, q->whole);
    if (!place || s->best[record * QUERY_WORDS]) /* places of a kind are alike */
        score += share_of_name(s, record, q);
    return (Candidate){record, worth, score, TURN[r->target.kind],
                       place ? s->pack->plan.space[r->target.arg].priority : 0};
}

/* All that have every word, best first; what is worth far less than the best was not meant. */
static int collect(const Search *s, const Query *q) {
    int count = 0, most = 0, kept = 0;
    for (int i = 0; i < s->pack->search_record_count; i++) {
        int worth = s->pack->search_record[i].kind < 0 ? worth_of_all(s, i, q) : 0;
        if (worth)
            s->found[count++] = candidate(s, i, worth, q);
        most = worth > most ? worth : most;
    }
    for (int i = 0; i < count; i++)
        if (s->found[i].worth * 100 >= most * KEPT_PERCENT)
            s->found[kept++] = s->found[i];
    qsort(s->found, (size_t)kept, sizeof *s->found, best_first);
    return kept;
}

static int find_all(const Search *s, const Query *q, Strictness how) {
    if (!q->count)
        return 0;
    memset(s->best, 0, (size_t)s->pack->search_record_count * QUERY_WORDS);
    for (int w = 0; w < q->count; w++)
        match_word(s, q->word[w], w, how);
    return collect(s, q);
}

/* ---- what was typed -------------------------------------------------------------------------- */

static bool is_door(const Query *q, int w) {
    return q->word[w].len == 1 && w + 1 < q->count && is_number(q->word[w + 1]);
}

/* "où est le CDI": what is said around the thing goes, unless nothing else was typed; "a 4" is a
 * door. */
static void drop(Query *q, const char *said) {
    int kept = 0;
    for (int i = 0; i < q->count; i++)
        if (is_door(q, i) || !(fold_has(slice_from(said), q->word[i]) ||
                               fold_has(slice_from(said), fold_stem(q->word[i]))))
            q->word[kept++] = q->word[i];
    q->count = kept ? kept : q->count;
}

static void read_query(Query *q, Slice typed) {
    *q = (Query){.count = 0};
    q->whole = (Slice){q->memory, fold(typed, q->memory, QUERY_BYTES)};
    Slice rest = q->whole;
    while (q->count < QUERY_WORDS && fold_next(&rest, &q->word[q->count]))
        q->count++;
    drop(q, SAID_AROUND);
}

/* "par coursup": a blank too many. */
static int find_joined(const Search *s, const Query *q) {
    Query joined = {.count = 1};
    int len = 0;
    for (int w = 0; w < q->count; w++) {
        memcpy(joined.memory + len, q->word[w].at, (size_t)q->word[w].len);
        len += q->word[w].len;
    }
    joined.whole = joined.word[0] = (Slice){joined.memory, len};
    return q->count > 1 ? find_all(s, &joined, AS_TYPED) : 0;
}

/* Without one word that nothing has, if something is left to go by. */
static int find_without_one(const Search *s, const Query *q) {
    for (int w = q->count - 1; w >= 0 && q->count > 1; w--) {
        Query rest = *q;
        memmove(rest.word + w, rest.word + w + 1, sizeof *rest.word * (size_t)(q->count - w - 1));
        rest.count--;
        int left = 0;
        for (int i = 0; i < rest.count; i++)
            left += rest.word[i].len >= TEXT_LETTERS &&
                    !fold_has(slice_from(OF_ANYTHING), fold_stem(rest.word[i]));
        int count = left ? find_all(s, &rest, AS_TYPED) : 0;
        if (count)
            return count;
    }
    return 0;
}

static int best_worth(const Search *s, int count) {
    int best = 0;
    for (int i = 0; i < count; i++)
        best = s->found[i].worth > best ? s->found[i].worth : best;
    return best;
}

/* All words; or, where they only stand somewhere in a text, what is left of them in a name. */
static int find_better(const Search *s, const Query *q, const Query *bare) {
    int count = find_all(s, q, AS_TYPED), worth = best_worth(s, count);
    if (worth >= GOOD_WORTH || bare->count == q->count)
        return count;
    count = find_all(s, bare, AS_TYPED);
    return best_worth(s, count) > worth ? count : find_all(s, q, AS_TYPED);
}

static int find_somehow(const Search *s, const Query *q) {
    Query bare = *q;
    drop(&bare, OF_ANYTHING);
    bool other = bare.count < q->count;
    int count = find_better(s, q, &bare);
    if (!count)
        count = find_joined(s, q);
    if (!count)
        count = find_all(s, q, WITH_SLIPS);
    if (!count && other)
        count = find_all(s, &bare, WITH_SLIPS);
    return count ? count : find_without_one(s, q);
}

/* ---- what is answered ------------------------------------------------------------------------ */

static int floors_away(const Search *s, int space) {
    return abs(s->pack->plan.space[space].level - s->level);
}

/* Of a lift's doors on several floors one is enough. */
static int same_shaft(const Search *s, const SearchHit *hit, int count, Target target) {
    const PlanSpace *space = s->pack->plan.space;
    int connector = target.kind == TARGET_PLACE ? space[target.arg].connector : PLAN_NONE;
    for (int i = 0; i < count && connector != PLAN_NONE; i++)
        if (hit[i].target.kind == TARGET_PLACE && space[hit[i].target.arg].connector == connector)
            return i;
    return -1;
}

int search_find(const Search *s, Slice query, SearchHit *hit, int most) {
    Query q;
    int count = 0;
    read_query(&q, query);
    if (q.whole.len < SEARCH_LEAST_LETTERS)
        return 0;
    int found = find_somehow(s, &q);
    for (int i = 0; i < found; i++) {
        SearchHit new = {s->pack->search_record[s->found[i].record].target, s->found[i].score};
        int shaft = same_shaft(s, hit, count, new.target);
        if (shaft < 0 && count < most)
            hit[count++] = new;
        else if (shaft >= 0 &&
                 floors_away(s, new.target.arg) < floors_away(s, hit[shaft].target.arg))
            hit[shaft].target = new.target;
    }
    return count;
}

/* ---- the nearest word ------------------------------------------------------------------------ */

static bool is_toilets(const Pack *pack, const SearchRecord *record) {
    if (record->target.kind == TARGET_PLACE)
        return pack->plan.space[record->target.arg].kind == SPACE_TOILETS;
    return record->kind >= 0;
}

/* The first record that has it in its name; -1 for none. */
static int named_by(const Search *s, const SearchWord *word) {
    const unsigned char *at = (const unsigned char *)word->hits.at;
    for (int i = 0; i < word->hits.len; i += SEARCH_HIT_BYTES) {
        int record = hit_record(at + i);
        if (at[i] == SEARCH_NAME && !is_toilets(s->pack, &s->pack->search_record[record]))
            return record;
    }
    return -1;
}

Slice search_nearest(const Search *s, Slice query, Target *of) {
    Query q;
    const Pack *pack = s->pack;
    Slice nearest = {0};
    int least = NEAR_PERCENT;
    read_query(&q, query);
    for (int w = 0; w < q.count; w++) {
        Slice typed = fold_stem(q.word[w]);
        for (int i = 0; typed.len >= TEXT_LETTERS - 1 && i < pack->search_word_count; i++) {
            const SearchWord *word = &pack->search_word[i];
            int percent = 100 * slips_between(typed, word->id) / typed.len;
            int record = percent < least && word->id.len > 2 ? named_by(s, word) : -1;
            if (record < 0)
                continue;
            least = percent;
            nearest = word->id;
            *of = pack->search_record[record].target;
        }
    }
    return nearest;
}

/* ---- titles ---------------------------------------------------------------------------------- */

static LocalText same_in_all(Slice text) {
    LocalText words = {0};
    for (int lang = 0; lang < LANG_MAX; lang++)
        words.in[lang] = text;
    return words;
}

static LocalText place_title(const PlanSpace *space) {
    if (space->name.plain.in[0].len)
        return space->name.plain;
    return same_in_all(space->ref.len ? space->ref : space->id);
}

static LocalText short_or_long(LocalText brief, LocalText whole) {
    return brief.in[0].len ? brief : whole;
}

LocalText search_title(const Pack *pack, Target target) {
    int at = target.arg;
    switch (target.kind) {
    case TARGET_TRADE:
        return pack->trade[at].name;
    case TARGET_TOPIC:
        return pack->topic[at].title;
    case TARGET_PLACE:
        return place_title(&pack->plan.space[at]);
    case TARGET_WORD:
        return pack->glossary[at].word;
    case TARGET_COURSE:
        return pack->course[at].name;
    case TARGET_CERTIFICATION:
        return short_or_long(pack->certification[at].short_name, pack->certification[at].name);
    case TARGET_BLOCK:
        return short_or_long(pack->skill_block[at].short_name, pack->skill_block[at].name);
    case TARGET_DESK:
        return pack->desk[at].name;
    case TARGET_LAB:
        return pack->lab[at].name;
    case TARGET_MACHINE:
        return pack->lab_machine[at].name;
    case TARGET_PROJECT:
        return pack->lab_project[at].title;
    case TARGET_VIDEO:
        return pack->clip[at].title;
    case TARGET_PARTNER:
        return pack->partner[at].name;
    case TARGET_EVENT:
        return pack->campus_event[at].title;
    case TARGET_INTERNSHIP:
        return pack->internship[at].company;
    default:
        return same_in_all(LIT(""));
    }
}

/* Signs between words, as far as names have them. */
static bool is_between(uint32_t code) {
    return code == ' ' || code == 0xA0 || code == ',' || code == '-' || code == '\'' ||
           code == 0x2019 || code == '(' || code == ')' || code == '/';
}

static Slice take_written(Slice *rest) {
    Slice at = *rest;
    int end = 0;
    while (at.len && !is_between(utf8_next(&at)))
        end = rest->len - at.len;
    Slice word = slice_cut(*rest, 0, end);
    *rest = at;
    return word;
}

Slice search_written(const Pack *pack, Target of, Slice word) {
    LocalText title = search_title(pack, of);
    for (int lang = 0; lang < pack->lang.count; lang++)
        for (Slice rest = title.in[lang]; rest.len;) {
            char memory[FOLD_BYTES];
            Slice written = take_written(&rest);
            Slice same = {memory, fold(written, memory, sizeof memory)};
            if (slice_equal(fold_stem(same), word))
                return written;
        }
    return word;
}
