#include "tools/pack/strings.h"

#include "content/record.h"

static const ProgramText OWN[] = {
#define STR(name, ...) {"ui/" #name, {__VA_ARGS__}},
#include "ui.def"
#undef STR
#define REPORT(name, ...) {"report/" #name, {__VA_ARGS__}},
#include "report.def"
#undef REPORT
#define DATE(name, ...) {"date/" #name, {__VA_ARGS__}},
#include "date.def"
#undef DATE
#define WAY(name, ...) {"way/" #name, {__VA_ARGS__}},
#include "way.def"
#undef WAY
#define PLAN(name, ...) {"plan/" #name, {__VA_ARGS__}},
#include "plan.def"
#undef PLAN
#define NOUN(name, ...) {"noun/" #name, {__VA_ARGS__}},
#include "noun.def"
#undef NOUN
#define SPEECH(name, ...) {"speech/" #name, {__VA_ARGS__}},
#include "speech.def"
#undef SPEECH
#define SEARCH(name, ...) {"search/" #name, {__VA_ARGS__}},
#include "search.def"
#undef SEARCH
};
enum { OWN_COUNT = sizeof OWN / sizeof *OWN };

/* The language of the remark; -1 if authors write only one. */
static Lang second(void) {
    return langs()->written > 1 ? 1 : -1;
}

static Slice one_text(const Strings *s, Slice owner, const char *field, Slice source,
                      Slice remark) {
    if (!source.len)
        return (Slice){0};
    Slice context = arena_printf(s->arena, SLICE_FMT " %s", SLICE_ARG(owner), field);
    return s->text(s->self, context, source, remark);
}

static void one_field(const Strings *s, Slice owner, const char *field, LocalText *words) {
    Slice remark = second() < 0 ? LIT("") : words->in[second()];
    if (words->in[s->to].len)
        return; /* the plan says it, or the program made it */
    Slice text = one_text(s, owner, field, words->in[LANG_FIRST], remark);
    if (text.at)
        words->in[s->to] = text;
}

/* ---- records --------------------------------------------------------------------------------- */

static void each_field(const Strings *s, const Record *record, Slice owner, char *at) {
    for (int f = 0; f < record->field_count; f++) {
        const Field *field = &record->field[f];
        if (field_has_words(field))
            one_field(s, owner, field->column, (LocalText *)(void *)(at + field->offset));
    }
}

static void each_child(const Strings *s, const Record *record, Slice id, char *owner) {
    for (int word = 0; word < (record->by ? record->words : 1); word++) {
        int count = ((int *)(void *)(owner + record->list_count))[word];
        char *first = ((char **)(void *)(owner + record->list))[word];
        for (int i = 0; i < count; i++)
            each_field(s, record, record_child(record, id, word, i, s->arena),
                       first + (size_t)i * record->size);
    }
}

static void each_record(const Strings *s, Pack *pack, RecordId of) {
    const Record *record = record_of(of);
    for (int i = 0; i < record_count(record, pack); i++) {
        char *at = (char *)(uintptr_t)record_at(record, pack, i);
        Slice id = *(const Slice *)(const void *)(at + record->field[0].offset);
        each_field(s, record, record_owner(record, id, s->arena), at);
        for (int child = 0; child < RECORD_COUNT; child++)
            if (record_of((RecordId)child)->owner == of)
                each_child(s, record_of((RecordId)child), id, at);
    }
}

/* ---- what is read at length ------------------------------------------------------------------ */

static Slice row_name(const Strings *s, const char *table, Slice id, int row) {
    return arena_printf(s->arena, "%s/" SLICE_FMT "/%d", table, SLICE_ARG(id), row);
}

/* The further language has the blocks of the first, with other texts. */
static void each_block(const Strings *s, Topic *topic) {
    int count = topic->block_count[0];
    Block *block = arena_array(s->arena, Block, count + 1);
    for (int i = 0; i < count; i++) {
        block[i] = topic->block[0][i];
        bool both = second() >= 0 && i < topic->block_count[second()];
        Slice remark = both ? topic->block[second()][i].text : LIT("");
        Slice text =
            one_text(s, row_name(s, "topic_block", topic->id, i), "text", block[i].text, remark);
        block[i].text = text.at ? text : LIT(""); /* the first language stands in */
    }
    topic->block[s->to] = block;
    topic->block_count[s->to] = count;
}

/* Of a caption both lines are one text. */
static Slice lines_of(const Strings *s, Cue *const *list, const int *count, Lang lang, int i) {
    if (lang < 0 || i >= count[lang])
        return LIT("");
    const Cue *cue = &list[lang][i];
    return cue->line[1].len ? arena_printf(s->arena, SLICE_FMT "\n" SLICE_FMT,
                                           SLICE_ARG(cue->line[0]), SLICE_ARG(cue->line[1]))
                            : cue->line[0];
}

static Cue with_lines(Cue cue, Slice lines) {
    int end = slice_find(lines, LIT("\n"));
    cue.line[0] = slice_cut(lines, 0, end < 0 ? lines.len : end);
    cue.line[1] = end < 0 ? LIT("") : slice_cut(lines, end + 1, lines.len);
    return cue;
}

/* Captions, or what is told of the pictures. */
static void each_cue(const Strings *s, const char *table, Slice clip, Cue **list, int *count) {
    Cue *cue = arena_array(s->arena, Cue, count[LANG_FIRST] + 1);
    for (int i = 0; i < count[LANG_FIRST]; i++) {
        Slice text = one_text(s, row_name(s, table, clip, i), "text",
                              lines_of(s, list, count, LANG_FIRST, i),
                              lines_of(s, list, count, second(), i));
        cue[i] = with_lines(list[LANG_FIRST][i], text.at ? text : LIT(""));
    }
    list[s->to] = cue;
    count[s->to] = count[LANG_FIRST];
}

static void each_caption(const Strings *s, Clip *clip) {
    each_cue(s, "clip_cue", clip->id, clip->cue, clip->cue_count);
    each_cue(s, "clip_told", clip->id, clip->told, clip->told_count);
}

static void each_paragraph(const Strings *s, Clip *clip) {
    int count = clip->text_count[0];
    Slice *paragraph = arena_array(s->arena, Slice, count + 1);
    for (int i = 0; i < count; i++) {
        bool both = second() >= 0 && i < clip->text_count[second()];
        Slice remark = both ? clip->text[second()][i] : LIT("");
        Slice text =
            one_text(s, row_name(s, "clip_text", clip->id, i), "text", clip->text[0][i], remark);
        paragraph[i] = text.at ? text : LIT("");
    }
    clip->text[s->to] = paragraph;
    clip->text_count[s->to] = count;
}

/* ---- the plan -------------------------------------------------------------------------------- */

static Slice plan_name(const Strings *s, const char *what, int row) {
    return arena_printf(s->arena, "%s/%d", what, row);
}

static Slice plan_id(const Strings *s, const char *what, Slice id) {
    return arena_printf(s->arena, "%s/" SLICE_FMT, what, SLICE_ARG(id));
}

static void each_form(const Strings *s, Slice owner, PlanName *name) {
    one_field(s, owner, "name", &name->plain);
    one_field(s, owner, "the", &name->the);
    one_field(s, owner, "of", &name->of);
    one_field(s, owner, "to", &name->to);
    one_field(s, owner, "at", &name->at);
}

static void each_space(const Strings *s, PlanSpace *space) {
    Slice owner = plan_id(s, "space", space->id);
    each_form(s, owner, &space->name);
    one_field(s, owner, "hours", &space->hours);
}

static void each_level(const Strings *s, PlanLevel *level) {
    Slice owner = plan_name(s, "level", level->hundredths);
    one_field(s, owner, "ref", &level->ref);
    each_form(s, owner, &level->name);
}

static void each_event(const Strings *s, PlanEvent *event, int row) {
    Slice owner = plan_name(s, "event", row);
    one_field(s, owner, "title", &event->title);
    one_field(s, owner, "note", &event->note);
}

static void each_place(const Strings *s, Plan *p) {
    one_field(s, LIT("plan"), "name", &p->name);
    for (int i = 0; i < p->level_count; i++)
        each_level(s, &p->level[i]);
    for (int i = 0; i < p->zone_count; i++)
        one_field(s, plan_id(s, "zone", p->zone[i].id), "name", &p->zone[i].name);
    for (int i = 0; i < p->connector_count; i++)
        each_form(s, plan_name(s, "connector", i), &p->connector[i].name);
    for (int i = 0; i < p->space_count; i++)
        each_space(s, &p->space[i]);
}

static void each_thing(const Strings *s, Plan *p) {
    for (int i = 0; i < p->closure_count; i++)
        one_field(s, plan_name(s, "closure", i), "reason", &p->closure[i].reason);
    for (int i = 0; i < p->landmark_count; i++)
        each_form(s, plan_name(s, "landmark", i), &p->landmark[i].name);
    for (int i = 0; i < p->event_count; i++)
        each_event(s, &p->event[i], i);
    for (int i = 0; i < p->term_count; i++)
        one_field(s, plan_name(s, "term", i), "word", &p->term[i].word);
    for (int i = 0; i < p->machine_count; i++)
        one_field(s, plan_name(s, "machine", i), "name", &p->machine[i].name);
}

/* ---- the program ----------------------------------------------------------------------------- */

void strings_own_begin(Pack *pack, Arena *arena) {
    pack->said = arena_array(arena, LangSaid, OWN_COUNT + 2);
    pack->said_count = OWN_COUNT;
    for (int i = 0; i < OWN_COUNT; i++)
        pack->said[i].id = slice_from(OWN[i].id);
}

const ProgramText *strings_program(Slice id) {
    for (int i = 0; i < OWN_COUNT; i++)
        if (slice_is(id, OWN[i].id))
            return &OWN[i];
    return NULL;
}

/* In the language itself, or where the program does not speak it, in the program's first. */
static Slice own_text(const ProgramText *words, Lang lang) {
    int own = langs()->own[lang];
    return slice_from(words->in[own < 0 ? 0 : own]);
}

void strings_own(Pack *pack, const Strings *s) {
    for (int i = 0; i < OWN_COUNT; i++) {
        Slice id = slice_from(OWN[i].id), source = own_text(&OWN[i], LANG_FIRST);
        Slice remark = second() < 0 ? LIT("") : own_text(&OWN[i], second());
        Slice text = s->text(s->self, id, source, remark);
        if (text.at)
            pack->said[i].words.in[s->to] = text;
    }
}

/* ---- the whole ------------------------------------------------------------------------------- */

void strings_each(Pack *pack, const Strings *strings) {
    for (int id = 0; id < RECORD_COUNT; id++)
        if (record_of((RecordId)id)->owner == RECORD_COUNT)
            each_record(strings, pack, (RecordId)id);
    for (int i = 0; i < pack->topic_count; i++)
        each_block(strings, &pack->topic[i]);
    for (int i = 0; i < pack->clip_count; i++) {
        each_caption(strings, &pack->clip[i]);
        each_paragraph(strings, &pack->clip[i]);
    }
    each_place(strings, &pack->plan);
    each_thing(strings, &pack->plan);
}
