/* Under which words each record is found. */
#include "content/record.h"
#include "content/target.h"
#include "tools/pack/search_index_parts.h"
#include "tools/pack/search_words.h"

static void add_trades(Index *x, const Indices *trades, int weight) {
    for (int i = 0; i < trades->count; i++) {
        const Trade *trade = &x->pack->trade[trades->at[i]];
        index_words(x, &trade->short_name, weight);
        index_words(x, &trade->name, weight);
        index_words(x, &trade->also, weight < OF_OTHER ? weight : OF_OTHER);
    }
}

static void add_place_name(Index *x, int space) {
    if (space == PLAN_NONE)
        return;
    index_text(x, x->pack->plan.space[space].ref, OF_OTHER);
    index_words(x, &x->pack->plan.space[space].name.plain, OF_TEXT);
}

/* "Famille métal", "métiers du métal": there is no page of a family, its trades are what is meant.
 */
static Slice phrases_of_family(Index *x, int lang, Slice name) {
    Slice before = sought_in(lang, SOUGHT_OF_FAMILY), all = LIT("");
    while (before.len && name.len) {
        int comma = slice_find(before, LIT(","));
        Slice word = slice_trim(slice_cut(before, 0, comma < 0 ? before.len : comma));
        all = arena_printf(&x->scratch, SLICE_FMT SLICE_FMT " " SLICE_FMT ",", SLICE_ARG(all),
                           SLICE_ARG(word), SLICE_ARG(name));
        before = slice_cut(before, comma < 0 ? before.len : comma + 1, before.len);
    }
    return all;
}

static void add_family(Index *x, const Family *family) {
    LocalText phrases = {0};
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        phrases.in[lang] = phrases_of_family(x, lang, family->name.in[lang]);
    index_words(x, &family->name, OF_LINE);
    index_also(x, &phrases);
}

static void index_trade(Index *x, int at) {
    const Trade *t = &x->pack->trade[at];
    index_begin(x, (Target){TARGET_TRADE, at});
    index_names(x, &t->short_name);
    index_names(x, &t->name);
    index_text(x, t->rome, OF_TERM);
    add_family(x, &x->pack->family[t->family]);
    index_words(x, &t->line, OF_LINE);
    index_words(x, &t->text, OF_TEXT);
    for (int i = 0; i < t->fact_count; i++)
        index_words(x, &t->fact[i].value, OF_TEXT);
    for (int i = 0; i < t->way_count; i++)
        index_words(x, &t->way[i].text, OF_TEXT);
    for (int kind = 0; kind < POINT_KIND_COUNT; kind++)
        for (int i = 0; i < t->point_count[kind]; i++)
            index_words(x, &t->point[kind][i].text, OF_TEXT);
    index_also(x, &t->also);
    index_end(x);
}

static void index_topic(Index *x, int at) {
    const Topic *t = &x->pack->topic[at];
    index_begin(x, (Target){TARGET_TOPIC, at});
    index_names(x, &t->title);
    index_words(x, &t->lead, OF_LINE);
    for (int lang = 0; lang < x->pack->lang.count; lang++)
        for (int i = 0; i < t->block_count[lang]; i++)
            index_text_in(x, lang, t->block[lang][i].text,
                          t->block[lang][i].kind == BLOCK_HEADING ? OF_LINE : OF_TEXT);
    index_end(x);
}

static void add_certification(Index *x, int at, int weight) {
    const Certification *c = &x->pack->certification[at];
    index_sought(x, CERTIFICATION_WORDS[c->kind], OF_TERM);
    index_words(x, &c->name, weight);
    index_words(x, &c->short_name, weight);
    index_text(x, c->rncp, OF_TERM);
    index_acronym(x, &c->name);
}

static void index_certification(Index *x, int at) {
    const Certification *c = &x->pack->certification[at];
    index_begin(x, (Target){TARGET_CERTIFICATION, at});
    index_names(x, &c->short_name);
    index_names(x, &c->name);
    add_certification(x, at, OF_TERM);
    add_trades(x, &c->trades, OF_OTHER);
    for (int b = c->first_block; b < c->first_block + c->block_count; b++)
        index_words(x, &x->pack->skill_block[b].name, OF_TEXT);
    index_also(x, &c->also);
    index_end(x);
}

static void index_block(Index *x, int at) {
    const SkillBlock *b = &x->pack->skill_block[at];
    index_begin(x, (Target){TARGET_BLOCK, at});
    index_names(x, &b->short_name);
    index_names(x, &b->name);
    index_text(x, b->id, OF_TERM);
    index_words(x, &x->pack->certification[b->certification].short_name, OF_OTHER);
    index_words(x, &b->evidence, OF_TEXT);
    index_end(x);
}

static void add_chosen(Index *x, unsigned chosen, const SoughtId *words, int count) {
    for (int i = 0; i < count; i++)
        if (chosen & 1U << i)
            index_sought(x, words[i], OF_OTHER);
}

static void index_course(Index *x, int at) {
    const Course *c = &x->pack->course[at];
    index_begin(x, (Target){TARGET_COURSE, at});
    index_names(x, &c->name);
    if (c->certification >= 0)
        add_certification(x, c->certification, OF_TERM);
    index_words(x, &c->line, OF_LINE);
    add_chosen(x, c->audience, AUDIENCE_WORDS, AUDIENCE_BACK_TO_SCHOOL + 1);
    index_sought(x, MODE_WORDS[c->mode], OF_LINE);
    index_sought(x, ROUTE_WORDS[c->route], OF_LINE);
    add_trades(x, &c->trades, OF_LINE);
    index_words(x, &c->seconde, OF_LINE);
    index_words(x, &c->price, OF_LINE);
    index_words(x, &c->entry, OF_TEXT);
    index_words(x, &c->companies, OF_OTHER);
    if (c->partner >= 0)
        index_words(x, &x->pack->partner[c->partner].name, OF_OTHER);
    add_place_name(x, c->place);
    index_also(x, &c->also);
    index_end(x);
}

static void index_desk(Index *x, int at) {
    const HelpDesk *d = &x->pack->desk[at];
    index_begin(x, (Target){TARGET_DESK, at});
    index_names(x, &d->name);
    for (int i = 0; i < d->says_count; i++)
        index_words(x, &d->says[i].text, OF_LINE);
    for (int i = 0; i < d->bring_count; i++)
        index_words(x, &d->bring[i].text, OF_TEXT);
    add_place_name(x, d->place);
    index_also(x, &d->also);
    index_end(x);
}

static void index_lab(Index *x, int at) {
    const Lab *lab = &x->pack->lab[at];
    index_begin(x, (Target){TARGET_LAB, at});
    index_names(x, &lab->name);
    index_words(x, &lab->line, OF_LINE);
    index_words(x, &lab->rules, OF_TEXT);
    for (int m = 0; m < x->pack->lab_machine_count; m++)
        if (x->pack->lab_machine[m].lab == at)
            index_words(x, &x->pack->lab_machine[m].name, OF_LINE);
    add_place_name(x, lab->place);
    index_also(x, &lab->also);
    index_end(x);
}

static void index_machine(Index *x, int at) {
    const LabMachine *m = &x->pack->lab_machine[at];
    index_begin(x, (Target){TARGET_MACHINE, at});
    index_names(x, &m->name);
    index_words(x, &m->does, OF_LINE);
    index_words(x, &m->materials, OF_LINE);
    index_words(x, &x->pack->lab[m->lab].name, OF_OTHER);
    add_trades(x, &m->trades, OF_TEXT);
    index_also(x, &m->also);
    index_end(x);
}

static void index_project(Index *x, int at) {
    const LabProject *p = &x->pack->lab_project[at];
    index_begin(x, (Target){TARGET_PROJECT, at});
    index_names(x, &p->title);
    for (int i = 0; i < p->step_count; i++)
        index_words(x, &p->step[i].text, OF_TEXT);
    for (int i = 0; i < p->machines.count; i++)
        index_words(x, &x->pack->lab_machine[p->machines.at[i]].name, OF_OTHER);
    index_words(x, &x->pack->lab[p->lab].name, OF_OTHER);
    index_also(x, &p->also);
    index_end(x);
}

static void index_video(Index *x, int at) {
    const Clip *c = &x->pack->clip[at];
    index_begin(x, (Target){TARGET_VIDEO, at});
    index_names(x, &c->title);
    index_words(x, &c->line, OF_LINE);
    index_words(x, &x->pack->trade[c->trade].short_name, OF_LINE);
    index_words(x, &x->pack->trade[c->trade].name, OF_LINE);
    index_end(x);
}

static void index_partner(Index *x, int at) {
    const Partner *p = &x->pack->partner[at];
    index_begin(x, (Target){TARGET_PARTNER, at});
    index_names(x, &p->name);
    index_words(x, &p->what, OF_LINE);
    add_trades(x, &p->trades, OF_TEXT);
    index_also(x, &p->also);
    index_end(x);
}

static void index_event(Index *x, int at) {
    const CampusEvent *e = &x->pack->campus_event[at];
    index_begin(x, (Target){TARGET_EVENT, at});
    index_names(x, &e->title);
    index_words(x, &e->note, OF_LINE);
    add_trades(x, &e->trades, OF_TEXT);
    add_place_name(x, e->place);
    index_also(x, &e->also);
    index_end(x);
}

static void index_internship(Index *x, int at) {
    const Internship *i = &x->pack->internship[at];
    Indices trade = {(int[]){i->trade}, 1};
    index_begin(x, (Target){TARGET_INTERNSHIP, at});
    index_names(x, &i->company);
    index_sought(x, SOUGHT_INTERNSHIP, OF_TERM);
    index_sought(x, INTERNSHIP_WORDS[i->kind], OF_TERM);
    add_trades(x, &trade, OF_TERM);
    index_words(x, &i->line, OF_LINE);
    index_words(x, &i->town, OF_LINE);
    index_also(x, &i->also);
    index_end(x);
}

static void index_word(Index *x, int at) {
    const GlossaryEntry *g = &x->pack->glossary[at];
    index_begin(x, (Target){TARGET_WORD, at});
    index_names(x, &g->word);
    index_names(x, &g->spelled);
    index_also(x, &g->also);
    index_words(x, &g->text, OF_TEXT);
    index_end(x);
}

/* ---- pages of a list ------------------------------------------------------------------------- */

static bool has_inter(const Pack *pack) {
    for (int i = 0; i < pack->course_count; i++)
        if (pack->course[i].catalogue >= 0)
            return true;
    return false;
}

static void index_page(Index *x, TargetKind kind, bool there) {
    if (!there)
        return;
    index_begin(x, (Target){kind, 0});
    index_sought_names(x, PAGE_NAMES[kind]);
    index_sought_also(x, PAGE_ALSO[kind]);
    if (kind == TARGET_TRADES)
        index_also(x, &x->pack->campus.also);
    index_end(x);
}

/* Bricks have no page of their own: they are put together on that of the pathway. */
static void index_pathway(Index *x) {
    const Pack *pack = x->pack;
    if (!pack->module_count)
        return;
    index_begin(x, (Target){TARGET_PATHWAY, 0});
    index_sought_names(x, PAGE_NAMES[TARGET_PATHWAY]);
    index_sought_also(x, PAGE_ALSO[TARGET_PATHWAY]);
    for (int i = 0; i < pack->module_count; i++)
        index_words(x, &pack->module[i].name, OF_TERM);
    for (int i = 0; i < pack->pathway_count; i++)
        index_words(x, &pack->pathway[i].name, OF_LINE);
    index_end(x);
}

static void index_pages(Index *x) {
    const Pack *pack = x->pack;
    index_page(x, TARGET_QUIZ, target_has_page(pack, TARGET_QUIZ));
    index_page(x, TARGET_DUEL, target_has_page(pack, TARGET_DUEL));
    index_page(x, TARGET_TRADES, pack->trade_count);
    index_page(x, TARGET_COURSES, pack->course_count);
    index_pathway(x);
    index_page(x, TARGET_INTER, has_inter(pack));
    index_page(x, TARGET_INTERNSHIPS, pack->internship_count);
    index_page(x, TARGET_DESKS, target_has_page(pack, TARGET_DESKS));
}

/* Pages whose names an author writes. */
static void index_named_page(Index *x, TargetKind kind, const LocalText *title,
                             const LocalText *lead) {
    index_begin(x, (Target){kind, 0});
    index_names(x, title);
    index_words(x, lead, OF_LINE);
    index_sought_also(x, PAGE_ALSO[kind]);
    index_end(x);
}

static void index_named_pages(Index *x) {
    const Pack *pack = x->pack;
    if (target_has_page(pack, TARGET_BACK))
        index_named_page(x, TARGET_BACK, &pack->back_to_school[0].title,
                         &pack->back_to_school[0].lead);
    if (target_has_page(pack, TARGET_STORY))
        index_named_page(x, TARGET_STORY, &pack->project_told[0].title,
                         &pack->project_told[0].lead);
}

void index_records(Index *x) {
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
    index_pages(x);
    index_named_pages(x);
}
