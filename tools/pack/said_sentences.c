#include "tools/pack/said_sentences.h"

#include "content/ids.h"
#include "content/record.h"
#include "tools/pack/strings.h"
#include "voice/sentences.h"
#include "voice/speech_words.h"
#include "voice/spoken.h"

enum { WORDS_MAX = 64 };

typedef struct SaidSentence {
    Slice said, written;
} SaidSentence;

struct SaidSentences {
    Arena *arena;
    Lang lang;
    SaidSentence *at;
    int count;
    Ids find; /* by `said` */
};

/* ---- gathering ------------------------------------------------------------------------------- */

static Slice said_form(const SaidSentences *all, Slice text) {
    return sentence_without_stop(spoken_form(all->arena, all->lang, text).text);
}

static void add(SaidSentences *all, Slice text) {
    Slice said = said_form(all, text);
    if (said.len)
        *LIST_ADD(all->arena, all->at, all->count) = (SaidSentence){said, slice_trim(text)};
}

/* One that is filled in, counts or is a list of rules is said in no such words. */
static bool is_fixed(Slice text) {
    return slice_find(text, LIT("{")) < 0 && slice_find(text, LIT("|")) < 0 &&
           slice_find(text, LIT(LANG_FORM_END)) < 0;
}

/* Sentence by sentence; and as a whole, as on a button. */
static void add_text(SaidSentences *all, Slice text) {
    if (!text.len || !is_fixed(text))
        return;
    for (int from = 0, end; from < text.len; from = end) {
        end = sentence_end(text, from);
        add(all, slice_cut(text, from, end));
        if (from == 0 && end < text.len)
            add(all, text);
    }
}

static void add_field(SaidSentences *all, const Record *record, const char *at) {
    for (int f = 0; f < record->field_count; f++) {
        const Field *field = &record->field[f];
        if (field_has_words(field))
            add_text(all, ((const LocalText *)(const void *)(at + field->offset))->in[all->lang]);
    }
}

static void add_children(SaidSentences *all, const Record *record, const char *owner) {
    for (int word = 0; word < (record->by ? record->words : 1); word++) {
        int count = ((const int *)(const void *)(owner + record->list_count))[word];
        const char *first = ((char *const *)(const void *)(owner + record->list))[word];
        for (int i = 0; i < count; i++)
            add_field(all, record, first + (size_t)i * record->size);
    }
}

static void add_record(SaidSentences *all, const Pack *pack, RecordId of) {
    const Record *record = record_of(of);
    for (int i = 0; i < record_count(record, pack); i++) {
        const char *at = record_at(record, pack, i);
        add_field(all, record, at);
        for (int child = 0; child < RECORD_COUNT; child++)
            if (record_of((RecordId)child)->owner == of)
                add_children(all, record_of((RecordId)child), at);
    }
}

static void add_cues(SaidSentences *all, const Cue *cue, int count) {
    for (int i = 0; i < count; i++) {
        add_text(all, cue[i].line[0]);
        add_text(all, cue[i].line[1]);
        if (cue[i].line[1].len)
            add_text(all, arena_printf(all->arena, SLICE_FMT " " SLICE_FMT,
                                       SLICE_ARG(cue[i].line[0]), SLICE_ARG(cue[i].line[1])));
    }
}

static void add_long_texts(SaidSentences *all, const Pack *pack) {
    Lang lang = all->lang;
    for (int i = 0; i < pack->topic_count; i++)
        for (int b = 0; b < pack->topic[i].block_count[lang]; b++)
            add_text(all, pack->topic[i].block[lang][b].text);
    for (int i = 0; i < pack->clip_count; i++) {
        const Clip *clip = &pack->clip[i];
        add_cues(all, clip->cue[lang], clip->cue_count[lang]);
        add_cues(all, clip->told[lang], clip->told_count[lang]);
        for (int t = 0; t < clip->text_count[lang]; t++)
            add_text(all, clip->text[lang][t]);
    }
}

static void add_plan(SaidSentences *all, const Plan *plan) {
    Lang lang = all->lang;
    add_text(all, plan->name.in[lang]);
    for (int i = 0; i < plan->level_count; i++)
        add_text(all, plan->level[i].name.plain.in[lang]);
    for (int i = 0; i < plan->zone_count; i++)
        add_text(all, plan->zone[i].name.in[lang]);
    for (int i = 0; i < plan->space_count; i++) {
        add_text(all, plan->space[i].name.plain.in[lang]);
        add_text(all, plan->space[i].hours.in[lang]);
    }
    for (int i = 0; i < plan->machine_count; i++)
        add_text(all, plan->machine[i].name.in[lang]);
}

static Slice add_own(void *self, Slice context, Slice source, Slice remark) {
    SaidSentences *all = self;
    (void)source, (void)remark;
    add_text(all, langs_say(all->lang, strings_program(context)));
    return (Slice){0};
}

static void add_program(SaidSentences *all, const Pack *pack) {
    Pack none = *pack; /* nothing is put into it: nothing comes back */
    strings_own(&none, &(Strings){all, add_own, all->arena, all->lang});
}

SaidSentences *said_sentences(Arena *arena, const Pack *pack, Lang lang) {
    SaidSentences *all = arena_new(arena, SaidSentences);
    all->arena = arena;
    all->lang = lang;
    for (int id = 0; id < RECORD_COUNT; id++)
        if (record_of((RecordId)id)->owner == RECORD_COUNT)
            add_record(all, pack, (RecordId)id);
    add_long_texts(all, pack);
    add_plan(all, &pack->plan);
    add_program(all, pack);
    all->find = ids_of(arena, all->count ? &all->at[0].said : NULL, sizeof *all->at, all->count);
    return all;
}

/* ---- asking ---------------------------------------------------------------------------------- */

/* Each part between commas, or several of them together, is one. */
static bool is_said(const SaidSentences *all, Slice said) {
    if (ids_find(&all->find, said) >= 0)
        return true;
    for (int i = 0; i + 1 < said.len; i++)
        if (said.at[i] == ',' && said.at[i + 1] == ' ' &&
            ids_find(&all->find, slice_cut(said, 0, i)) >= 0 &&
            is_said(all, slice_cut(said, i + 2, said.len)))
            return true;
    return false;
}

bool said_has(const SaidSentences *all, Slice says) {
    return is_said(all, said_form(all, says));
}

static int words_of(Slice said, uint64_t key[WORDS_MAX]) {
    int count = 0;
    for (int from = 0, at = 0; at <= said.len && count < WORDS_MAX; at++) {
        if (at < said.len && said.at[at] != ' ')
            continue;
        if (at > from)
            key[count++] = slice_hash(slice_cut(said, from, at), 0);
        from = at + 1;
    }
    return count;
}

static int words_in_common(const uint64_t *a, int a_count, const uint64_t *b, int b_count) {
    int common = 0;
    for (int i = 0; i < a_count; i++)
        for (int j = 0; j < b_count; j++)
            if (a[i] == b[j]) {
                common++;
                break;
            }
    return common;
}

/* By half of the words of both, at least. */
Slice said_nearest(const SaidSentences *all, Slice says) {
    uint64_t wanted[WORDS_MAX], words[WORDS_MAX];
    int wanted_count = words_of(said_form(all, says), wanted);
    double best = 0.5;
    Slice nearest = LIT("");
    for (int i = 0; i < all->count; i++) {
        int count = words_of(all->at[i].said, words);
        double share = 2.0 * words_in_common(wanted, wanted_count, words, count) /
                       (wanted_count + count > 0 ? wanted_count + count : 1);
        if (share > best) {
            best = share;
            nearest = all->at[i].written;
        }
    }
    return nearest;
}
