#include "tools/pack/search_index.h"

#include "content/target.h"
#include "search/fold.h"
#include "search/search.h"
#include "tools/pack/search_words.h"

#include <stdlib.h>
#include <string.h>

/* What a word weighs where it stands, see SEARCH_NAME; above 50 it need not be typed whole. */
enum {
    OF_NAME = SEARCH_NAME,
    OF_TERM = 90, /* another word for the same thing */
    OF_ACRONYM = 85,
    OF_LINE = 75,  /* what is said of it in a line, what it is a part of */
    OF_OTHER = 60, /* what it goes with */
    OF_TEXT = 50
};

enum { ACRONYM_LETTERS = 3, ACRONYM_MOST = 12 };

/* One word found in one record. */
typedef struct Finding {
    Slice word;
    int record, weight;
} Finding;

typedef struct Index {
    const Pack *pack;
    Arena *arena, scratch;
    SearchRecord *record;
    Finding *finding;
    int records, record_room, count, room;
    Slice names, said; /* of the record at hand: its names, and its terms too, blanks around each */
} Index;

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

static void add_text(Index *x, Slice text, int weight) {
    if (text.len)
        add_folded(x, folded(x, text), weight);
}

static void add_words(Index *x, const LocalText *words, int weight) {
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        if (!lang || words->in[lang].at != words->in[0].at)
            add_text(x, words->in[lang], weight);
}

static void add_list(Index *x, const char *words, int weight) {
    if (words)
        add_text(x, slice_from(words), weight);
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

static void add_name(Index *x, Slice text) {
    Slice name = folded(x, text);
    if (!name.len)
        return;
    x->names = arena_printf(&x->scratch, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(x->names),
                            x->names.len ? "|" : "", SLICE_ARG(name));
    add_folded(x, name, OF_NAME);
    add_acronym(x, name);
}

static void add_names(Index *x, const LocalText *words) {
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        if (!lang || !slice_equal(words->in[lang], words->in[0]))
            add_name(x, words->in[lang]);
}

/* ---- words for the same thing ---------------------------------------------------------------- */

static Slice take_phrase(Slice *list, char between) {
    int end = slice_find(*list, (Slice){&between, 1});
    Slice phrase = slice_trim(slice_cut(*list, 0, end < 0 ? list->len : end));
    *list = slice_cut(*list, end < 0 ? list->len : end + 1, list->len);
    return phrase;
}

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
        add_text(x, all, OF_TERM);
}

static void add_same_things(Index *x) {
    Slice said = x->said;
    for (int i = 0; SAME_THING[i]; i++) {
        add_same_thing(x, slice_from(SAME_THING[i]));
        x->said = said; /* one thing does not lead to the next */
    }
}

/* ---- records --------------------------------------------------------------------------------- */

static SearchRecord *next_record(Index *x) {
    if (x->records == x->record_room) {
        x->record_room = x->record_room ? 2 * x->record_room : 256;
        SearchRecord *more = arena_array(x->arena, SearchRecord, x->record_room);
        if (x->records)
            memcpy(more, x->record, sizeof *more * (size_t)x->records);
        x->record = more;
    }
    x->names = x->said = LIT("");
    return &x->record[x->records++];
}

static void begin(Index *x, TargetKind kind, int index) {
    Target target = {kind, index};
    *next_record(x) =
        (SearchRecord){.id = target_write(x->pack, target, x->arena), .target = target, .kind = -1};
    add_list(x, TARGET_WORDS[kind], OF_OTHER);
}

static void end(Index *x) {
    add_same_things(x);
    x->record[x->records - 1].names = arena_copy(x->arena, x->names);
}

static void add_trades(Index *x, const Indices *trades, int weight) {
    for (int i = 0; i < trades->count; i++) {
        const Trade *trade = &x->pack->trade[trades->at[i]];
        add_words(x, &trade->short_name, weight);
        add_words(x, &trade->name, weight);
    }
}

static void add_place_name(Index *x, int space) {
    if (space == PLAN_NONE)
        return;
    add_text(x, x->pack->plan.space[space].ref, OF_OTHER);
    add_words(x, &x->pack->plan.space[space].name.plain, OF_TEXT);
}

static void index_trade(Index *x, int at) {
    const Trade *t = &x->pack->trade[at];
    begin(x, TARGET_TRADE, at);
    add_names(x, &t->short_name);
    add_names(x, &t->name);
    add_text(x, t->rome, OF_TERM);
    add_words(x, &x->pack->family[t->family].name, OF_LINE);
    add_words(x, &t->line, OF_LINE);
    add_words(x, &t->text, OF_TEXT);
    for (int i = 0; i < t->way_count; i++)
        add_words(x, &t->way[i].text, OF_TEXT);
    for (int kind = 0; kind < POINT_KIND_COUNT; kind++)
        for (int i = 0; i < t->point_count[kind]; i++)
            add_words(x, &t->point[kind][i].text, OF_TEXT);
    end(x);
}

static void index_topic(Index *x, int at) {
    const Topic *t = &x->pack->topic[at];
    begin(x, TARGET_TOPIC, at);
    add_names(x, &t->title);
    add_words(x, &t->lead, OF_LINE);
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        for (int i = 0; i < t->block_count[lang]; i++)
            add_text(x, t->block[lang][i].text,
                     t->block[lang][i].kind == BLOCK_HEADING ? OF_LINE : OF_TEXT);
    end(x);
}

static void add_certification(Index *x, int at, int weight) {
    const Certification *c = &x->pack->certification[at];
    add_list(x, CERTIFICATION_WORDS[c->kind], OF_TERM);
    add_words(x, &c->name, weight);
    add_words(x, &c->short_name, weight);
    add_text(x, c->rncp, OF_TERM);
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        add_acronym(x, folded(x, c->name.in[lang]));
}

static void index_certification(Index *x, int at) {
    const Certification *c = &x->pack->certification[at];
    begin(x, TARGET_CERTIFICATION, at);
    add_names(x, &c->short_name);
    add_names(x, &c->name);
    add_certification(x, at, OF_TERM);
    add_trades(x, &c->trades, OF_OTHER);
    for (int b = c->first_block; b < c->first_block + c->block_count; b++)
        add_words(x, &x->pack->skill_block[b].name, OF_TEXT);
    end(x);
}

static void index_block(Index *x, int at) {
    const SkillBlock *b = &x->pack->skill_block[at];
    begin(x, TARGET_BLOCK, at);
    add_names(x, &b->short_name);
    add_names(x, &b->name);
    add_text(x, b->id, OF_TERM);
    add_words(x, &x->pack->certification[b->certification].short_name, OF_OTHER);
    add_words(x, &b->evidence, OF_TEXT);
    end(x);
}

static void add_chosen(Index *x, unsigned chosen, const char *const *words, int count) {
    for (int i = 0; i < count; i++)
        if (chosen & 1U << i)
            add_list(x, words[i], OF_OTHER);
}

static void index_course(Index *x, int at) {
    const Course *c = &x->pack->course[at];
    begin(x, TARGET_COURSE, at);
    add_names(x, &c->name);
    if (c->certification >= 0)
        add_certification(x, c->certification, OF_TERM);
    add_words(x, &c->line, OF_LINE);
    add_chosen(x, c->audience, AUDIENCE_WORDS, AUDIENCE_BACK_TO_SCHOOL + 1);
    add_list(x, MODE_WORDS[c->mode], OF_LINE);
    add_list(x, ROUTE_WORDS[c->route], OF_LINE);
    add_trades(x, &c->trades, OF_LINE);
    add_words(x, &c->seconde, OF_LINE);
    add_words(x, &c->entry, OF_TEXT);
    add_words(x, &c->companies, OF_OTHER);
    if (c->partner >= 0)
        add_words(x, &x->pack->partner[c->partner].name, OF_OTHER);
    add_place_name(x, c->place);
    end(x);
}

static void index_desk(Index *x, int at) {
    const HelpDesk *d = &x->pack->desk[at];
    begin(x, TARGET_DESK, at);
    add_names(x, &d->name);
    for (int i = 0; i < d->says_count; i++)
        add_words(x, &d->says[i].text, OF_LINE);
    for (int i = 0; i < d->bring_count; i++)
        add_words(x, &d->bring[i].text, OF_TEXT);
    add_place_name(x, d->place);
    end(x);
}

static void index_lab(Index *x, int at) {
    const Lab *lab = &x->pack->lab[at];
    begin(x, TARGET_LAB, at);
    add_names(x, &lab->name);
    add_words(x, &lab->line, OF_LINE);
    add_words(x, &lab->rules, OF_TEXT);
    for (int m = 0; m < x->pack->lab_machine_count; m++)
        if (x->pack->lab_machine[m].lab == at)
            add_words(x, &x->pack->lab_machine[m].name, OF_LINE);
    add_place_name(x, lab->place);
    end(x);
}

static void index_machine(Index *x, int at) {
    const LabMachine *m = &x->pack->lab_machine[at];
    begin(x, TARGET_MACHINE, at);
    add_names(x, &m->name);
    add_words(x, &m->does, OF_LINE);
    add_words(x, &m->materials, OF_LINE);
    add_words(x, &x->pack->lab[m->lab].name, OF_OTHER);
    add_trades(x, &m->trades, OF_TEXT);
    end(x);
}

static void index_project(Index *x, int at) {
    const LabProject *p = &x->pack->lab_project[at];
    begin(x, TARGET_PROJECT, at);
    add_names(x, &p->title);
    for (int i = 0; i < p->step_count; i++)
        add_words(x, &p->step[i].text, OF_TEXT);
    for (int i = 0; i < p->machines.count; i++)
        add_words(x, &x->pack->lab_machine[p->machines.at[i]].name, OF_OTHER);
    add_words(x, &x->pack->lab[p->lab].name, OF_OTHER);
    end(x);
}

static void index_video(Index *x, int at) {
    const Clip *c = &x->pack->clip[at];
    begin(x, TARGET_VIDEO, at);
    add_names(x, &c->title);
    add_words(x, &c->line, OF_LINE);
    add_words(x, &x->pack->trade[c->trade].short_name, OF_LINE);
    add_words(x, &x->pack->trade[c->trade].name, OF_LINE);
    end(x);
}

static void index_partner(Index *x, int at) {
    const Partner *p = &x->pack->partner[at];
    begin(x, TARGET_PARTNER, at);
    add_names(x, &p->name);
    add_words(x, &p->what, OF_LINE);
    add_trades(x, &p->trades, OF_TEXT);
    end(x);
}

static void index_event(Index *x, int at) {
    const CampusEvent *e = &x->pack->campus_event[at];
    begin(x, TARGET_EVENT, at);
    add_names(x, &e->title);
    add_words(x, &e->note, OF_LINE);
    add_trades(x, &e->trades, OF_TEXT);
    add_place_name(x, e->place);
    end(x);
}

static void index_internship(Index *x, int at) {
    const Internship *i = &x->pack->internship[at];
    Indices trade = {(int[]){i->trade}, 1};
    begin(x, TARGET_INTERNSHIP, at);
    add_names(x, &i->company);
    add_list(x, "stage offre internship placement", OF_TERM);
    add_list(x, INTERNSHIP_WORDS[i->kind], OF_LINE);
    add_trades(x, &trade, OF_LINE);
    add_words(x, &i->line, OF_LINE);
    add_words(x, &i->town, OF_LINE);
    end(x);
}

static void index_word(Index *x, int at) {
    const GlossaryEntry *g = &x->pack->glossary[at];
    begin(x, TARGET_WORD, at);
    add_names(x, &g->word);
    add_names(x, &g->spelled);
    add_words(x, &g->also, OF_TERM);
    add_words(x, &g->text, OF_TEXT);
    end(x);
}

/* ---- places ---------------------------------------------------------------------------------- */

static void add_terms(Index *x, bool of_kind, int index) {
    const Plan *plan = &x->pack->plan;
    for (int i = 0; i < plan->term_count; i++)
        if (plan->term[i].of_kind == of_kind && plan->term[i].index == index)
            add_words(x, &plan->term[i].word, OF_TERM);
}

static void add_of_place(Index *x, int at) {
    const Plan *plan = &x->pack->plan;
    add_terms(x, false, at);
    for (int i = 0; i < plan->machine_count; i++)
        if (plan->machine[i].space == at)
            add_words(x, &plan->machine[i].name, OF_TERM);
    for (int i = 0; i < plan->link_count; i++)
        if (plan->link[i].space == at)
            add_words(x, &x->pack->trade[plan->link[i].trade].name, OF_TERM);
}

static void index_place(Index *x, int at) {
    const PlanSpace *place = &x->pack->plan.space[at];
    if (!place->place)
        return;
    begin(x, TARGET_PLACE, at);
    int before = x->count;
    add_name(x, place->ref);
    add_names(x, &place->name.plain);
    add_same_things(x);
    add_of_place(x, at);
    if (place->step_free)
        add_list(x, STEP_FREE_WORDS, OF_TERM);
    if (x->count == before) /* without a name, its kind is all there is to find it by */
        add_list(x, plan_kind_tag(place->kind), OF_TERM);
    x->record[x->records - 1].names = arena_copy(x->arena, x->names);
}

/* What all places of a kind share is kept once. */
static void index_kind(Index *x, int kind) {
    *next_record(x) =
        (SearchRecord){.id = arena_printf(x->arena, "kind/%s", plan_kind_tag((SpaceKind)kind)),
                       .names = LIT(""),
                       .kind = kind};
    add_list(x, KIND_WORDS[kind], OF_TERM);
    add_terms(x, true, kind);
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

static void gather(Index *x) {
    static const struct {
        RecordId of;
        void (*index)(Index *x, int at);
    } LISTS[] = {{RECORD_glossary, index_word},
                 {RECORD_course, index_course},
                 {RECORD_certification, index_certification},
                 {RECORD_skill_block, index_block},
                 {RECORD_trade, index_trade},
                 {RECORD_topic, index_topic},
                 {RECORD_desk, index_desk},
                 {RECORD_lab, index_lab},
                 {RECORD_lab_machine, index_machine},
                 {RECORD_lab_project, index_project},
                 {RECORD_clip, index_video},
                 {RECORD_partner, index_partner},
                 {RECORD_campus_event, index_event},
                 {RECORD_internship, index_internship}};
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++)
        for (int at = 0; at < record_count(record_of(LISTS[i].of), x->pack); at++)
            LISTS[i].index(x, at);
    for (int at = 0; at < x->pack->plan.space_count; at++)
        index_place(x, at);
    for (int kind = 0; kind < SPACE_KIND_COUNT && x->pack->plan.space_count; kind++)
        index_kind(x, kind);
}

void search_index_make(Pack *pack, Arena *arena) {
    Index x = {.pack = pack, .arena = arena};
    gather(&x);
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
