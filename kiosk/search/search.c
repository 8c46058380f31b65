#include "search/search.h"

#include "search/fold.h"
#include "search/likeness.h"
#include "search/search_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
    WORTH_WHOLE = 120,    /* what was typed is all of a name, */
    WORTH_TERM = 70,      /* all of another word for it, */
    WORTH_BARE = 65,      /* with what is said around it left out, */
    WORTH_BEGINNING = 15, /* or the beginning of a name */
    WORTH_SHARE = 10,     /* of the words of its name, those that were typed */
    WORTH_BESIDE = 95,    /* most of a misspelt word, beside one that is right */
    KEPT_PERCENT = 45,    /* of the worth of the best: what is worth less was not meant */
    TEXT_WORTH = 50,      /* of what stands in a text */
    GOOD_WORTH = 58,      /* from here on it is likely what was meant */
    ALL_LANGS = (1u << LANG_MAX) - 1
};

/* The order of a page: between equals a word explained comes first. */
static const int TURN[TARGET_KIND_COUNT] = {
    [TARGET_WORD] = 1,    [TARGET_COURSE] = 2,      [TARGET_CERTIFICATION] = 3, [TARGET_TRADE] = 4,
    [TARGET_LAB] = 5,     [TARGET_MACHINE] = 6,     [TARGET_PLACE] = 7,         [TARGET_DESK] = 8,
    [TARGET_PARTNER] = 9, [TARGET_TOPIC] = 10,      [TARGET_PROJECT] = 11,      [TARGET_VIDEO] = 12,
    [TARGET_EVENT] = 13,  [TARGET_INTERNSHIP] = 14, [TARGET_BLOCK] = 15};

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
    s->near = near_new(arena);
    s->level = level;
    s->best = arena_array(arena, unsigned char, count *QUERY_WORDS + 1);
    s->most = arena_array(arena, int, QUERY_WORDS);
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

/* ---- all words ------------------------------------------------------------------------------- */

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

/* Where it is misspelt it says less of whether a thing was meant, but not of which: beside a word
   that is right it weighs nearly as much. */
static int worth_beside(const Search *s, const Query *q, int w, int worth) {
    bool right = false;
    for (int other = 0; other < q->count; other++)
        right |= s->most[other] >= WORTH_WORD;
    bool misspelt = s->most[w] < WORTH_FRONT; /* it is not the beginning of one, either */
    return right && misspelt && worth && worth == s->most[w] ? WORTH_BESIDE : worth;
}

/* Every word typed must be found, save a letter before a number ("salle s 105") and as many as may
   be missing. What has only little of one is not what was meant: "bac pro industriel" is no BTS
   after a bac pro. */
static int worth_of_all(const Search *s, int record, const Query *q, int may_miss, bool beside) {
    int sum = 0, least = WORTH_WORD, missing = 0;
    bool goes_by = false;
    for (int w = 0; w < q->count; w++) {
        int worth = worth_of(s, record, w);
        worth = beside ? worth_beside(s, q, w, worth) : worth;
        bool door = query_is_door(q, w);
        missing += !worth && !door;
        goes_by |= query_goes_by(q, w, worth);
        least = worth < least && !door ? worth : least;
        sum += worth;
    }
    if (missing)
        return missing <= may_miss && goes_by ? sum / q->count : 0;
    return (sum / q->count + least) / 2;
}

/* Of names with a stroke between. */
static int worth_among(Slice names, Slice whole, int of_whole, int of_beginning) {
    int best = 0;
    while (names.len) {
        int stroke = slice_find(names, LIT("|")), end = stroke < 0 ? names.len : stroke;
        Slice name = slice_cut(names, 0, end);
        if (slice_equal(name, whole))
            return of_whole;
        if (slice_has_prefix(name, whole))
            best = of_beginning;
        names = slice_cut(names, stroke < 0 ? names.len : end + 1, names.len);
    }
    return best;
}

static int worth_of_whole(const SearchRecord *r, const Query *q) {
    int name = worth_among(r->names, q->bare, WORTH_WHOLE, WORTH_BEGINNING);
    int term = worth_among(r->terms, q->light, WORTH_TERM, 0);
    if (!term)
        term = worth_among(r->terms, q->bare, WORTH_BARE, 0);
    return name > term ? name : term;
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

static Candidate candidate(const Search *s, int record, int worth, int score, const Query *q) {
    const SearchRecord *r = &s->pack->search_record[record];
    bool place = r->target.kind == TARGET_PLACE;
    score += worth_of_whole(r, q);
    if (!place || s->best[record * QUERY_WORDS]) /* places of a kind are alike */
        score += share_of_name(s, record, q);
    return (Candidate){record, worth, score, TURN[r->target.kind],
                       place ? s->pack->plan.space[r->target.arg].priority : 0};
}

void search_forget(const Search *s) {
    if (s)
        near_forget(s->near);
}

/* All that have every word, best first; what is worth far less than the best was not meant. */
static int collect(const Search *s, const Query *q, int may_miss) {
    int count = 0, most = 0, kept = 0;
    for (int i = 0; i < s->pack->search_record_count; i++) {
        bool shared = s->pack->search_record[i].kind >= 0; /* by all places of a kind */
        int worth = !shared ? worth_of_all(s, i, q, may_miss, false) : 0;
        if (worth)
            s->found[count++] = candidate(s, i, worth, worth_of_all(s, i, q, may_miss, true), q);
        most = worth > most ? worth : most;
    }
    for (int i = 0; i < count; i++)
        if (s->found[i].worth * 100 >= most * KEPT_PERCENT)
            s->found[kept++] = s->found[i];
    qsort(s->found, (size_t)kept, sizeof *s->found, best_first);
    return kept;
}

static void note_words(const Search *s, const Query *q, Strictness how) {
    memset(s->best, 0, (size_t)s->pack->search_record_count * QUERY_WORDS);
    for (int w = 0; w < q->count; w++) {
        match_word(s, q, w, how);
        s->most[w] = 0;
        for (int i = 0; i < s->pack->search_record_count; i++) {
            int worth = s->best[i * QUERY_WORDS + w];
            s->most[w] = worth > s->most[w] ? worth : s->most[w];
        }
    }
}

static int find_all(const Search *s, const Query *q, Strictness how) {
    if (!q->count)
        return 0;
    note_words(s, q, how);
    return collect(s, q, 0);
}

/* ---- from strict to loose -------------------------------------------------------------------- */

static bool is_known(const Search *s, const Query *q, int w) {
    bool known = query_is_door(q, w);
    for (int i = 0; i < s->pack->search_record_count && !known; i++)
        known = s->best[i * QUERY_WORDS + w];
    return known;
}

/* Does every word typed stand somewhere, though nothing has them all? */
static bool all_known(const Search *s, const Query *q) {
    for (int w = 0; w < q->count; w++)
        if (!is_known(s, q, w))
            return false;
    return true;
}

/* What has all but so many of the words, if that is something to go by. */
static int find_without(const Search *s, const Query *q, int missing) {
    if (q->count < 2)
        return 0;
    note_words(s, q, AS_TYPED);
    return collect(s, q, missing);
}

static int find_without_one(const Search *s, const Query *q) {
    return find_without(s, q, 1);
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

static int find_joined(const Search *s, const Query *q) {
    Query joined;
    query_join(q, &joined);
    return q->count > 1 ? find_all(s, &joined, AS_TYPED) : 0;
}

static int find_with_slips(const Search *s, const Query *q, const Query *bare) {
    int count = find_all(s, q, WITH_SLIPS);
    return count || bare->count == q->count ? count : find_all(s, bare, WITH_SLIPS);
}

/* Where each word is known by itself a slip of the finger is no likelier than a word too many, but
   it may fit better: "sale de métrologie". */
static int find_loosely(const Search *s, const Query *q, const Query *bare) {
    find_all(s, q, AS_TYPED);
    bool known = all_known(s, q);
    int count = find_with_slips(s, q, bare), worth = best_worth(s, count);
    if (count && !known)
        return count;
    int fewer = find_without_one(s, q);
    return count && best_worth(s, fewer) < worth ? find_with_slips(s, q, bare) : fewer;
}

/* What has all words somewhere in its text is no better than what is called by one of them. */
static int find_strictly(const Search *s, const Query *q, const Query *bare) {
    int count = find_better(s, q, bare);
    if (count && best_worth(s, count) > TEXT_WORTH)
        return count;
    int fewer = count ? find_without_one(s, q) : find_joined(s, q);
    if (fewer || !count)
        return fewer;
    return find_better(s, q, bare);
}

/* In the language of the page; else, to the letter, in another usual one; only then is a slip of
   the finger more likely, and only then yet another language. */
static int find_somehow(const Search *s, Query *q) {
    static int (*const FIND[])(const Search *, const Query *, const Query *) = {find_strictly,
                                                                                find_loosely};
    unsigned own = q->langs, usual = query_usual_langs() & ~own,
             others = ALL_LANGS & ~(own | usual);
    const unsigned langs[] = {own, usual, own, usual, others, others};
    static const int HOW[] = {0, 0, 1, 1, 0, 1};
    int count = 0;
    for (int way = 0; way < 6 && !count; way++) {
        Query bare = *q;
        q->langs = bare.langs = langs[way];
        q->to_the_letter = bare.to_the_letter = way == 1;
        query_drop_anything(&bare);
        count = FIND[HOW[way]](s, q, &bare);
    }
    return count;
}

/* ---- what stands nowhere --------------------------------------------------------------------- */

static bool goes_by(const Search *s, const Query *q, int w) {
    for (int i = 0; i < s->pack->search_record_count; i++)
        if (query_goes_by(q, w, s->best[i * QUERY_WORDS + w]))
            return true;
    return false;
}

/* Words that stand nowhere, whatever the language and the slips. Answers whether there were any and
   what is left says something: after a year to come whatever it is. */
static bool drop_stray(const Search *s, Query *q) {
    unsigned kept = 0, own = q->langs;
    bool years = true, says = false;
    q->langs = ALL_LANGS;
    note_words(s, q, WITH_SLIPS);
    for (int w = 0; w < q->count; w++) {
        bool known = is_known(s, q, w);
        kept |= known ? 1u << w : 0;
        says |= known && goes_by(s, q, w);
        years &= known || query_is_year(q->word[w]);
    }
    bool dropped = kept != (1u << q->count) - 1;
    q->langs = own;
    if (kept && dropped)
        query_keep(q, kept);
    return kept && dropped && (says || years);
}

/* What has half of the words or more. */
static int find_half(const Search *s, Query *q) {
    const unsigned langs[] = {q->langs, query_usual_langs() & ~q->langs};
    int count = 0;
    for (int i = 0; i < 2 && !count; i++) {
        q->langs = langs[i];
        count = find_without(s, q, q->count / 2);
    }
    return count;
}

static int find_what_matters(const Search *s, Query *q) {
    unsigned own = q->langs;
    int count = find_somehow(s, q);
    if (count)
        return count;
    q->langs = own;
    count = drop_stray(s, q) ? find_somehow(s, q) : 0;
    if (count)
        return count;
    q->langs = own;
    return find_half(s, q);
}

static bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

Slice search_missing_number(const Search *s, Slice query) {
    enum { FIGURES = 4 }; /* fewer are a door, a level, an age */
    for (int from = 0, end; from < query.len; from = end + 1) {
        for (end = from; end < query.len && is_digit(query.at[end]);)
            end++;
        Slice number = slice_cut(query, from, end);
        bool is_long = number.len >= FIGURES && !query_is_year(number);
        if (is_long && !match_begins(s->pack, number))
            return number;
    }
    return (Slice){0};
}

static void drop_word(Query *q, Slice word) {
    unsigned kept = 0;
    for (int w = 0; w < q->count; w++)
        kept |= slice_equal(q->word[w], word) ? 0 : 1u << w;
    query_keep(q, kept);
}

/* Beside a number that nothing has: not others that have one, only what is called so. */
static int find_beside(const Search *s, Query *q, Slice number) {
    int kept = 0;
    drop_word(q, number);
    int count = find_strictly(s, q, q);
    for (int i = 0; i < count; i++)
        if (s->found[i].worth >= WORTH_WORD)
            s->found[kept++] = s->found[i];
    return kept;
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

static int write_hits(const Search *s, int found, bool elsewhere, SearchHit *hit, int most) {
    int count = 0;
    for (int i = 0; i < found; i++) {
        Target target = s->pack->search_record[s->found[i].record].target;
        SearchHit new = {target, s->found[i].score, elsewhere};
        int shaft = same_shaft(s, hit, count, new.target);
        if (shaft < 0 && count < most)
            hit[count++] = new;
        else if (shaft >= 0 &&
                 floors_away(s, new.target.arg) < floors_away(s, hit[shaft].target.arg))
            hit[shaft].target = new.target;
    }
    return count;
}

int search_find(const Search *s, Lang lang, Slice query, SearchHit *hit, int most) {
    Query q;
    query_read(&q, query, 1u << lang);
    if (q.typed.len < SEARCH_LEAST_LETTERS)
        return 0;
    Slice number = search_missing_number(s, query);
    int found = number.len ? find_beside(s, &q, number) : find_what_matters(s, &q);
    return write_hits(s, found, q.langs != 1u << lang, hit, most);
}
