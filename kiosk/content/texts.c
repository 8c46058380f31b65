/* Reads the languages of a pack and all that it says in them; records then take what is theirs. */
#include "content/reading.h"

#include "content/schema.h"

#include <stdlib.h>

/* ---- languages ------------------------------------------------------------------------------- */

static void read_languages(PackReading *r) {
    LangList *list = &r->pack->lang;
    if (!begin_rows(r, "language", "SELECT code, name FROM language ORDER BY ord"))
        return;
    while (next_row(r)) {
        Slice code = text_at(r, 0), name = text_at(r, 1);
        if (!langs_add(list, code, name))
            fail(r, "a language too many, twice or without a name:", code);
    }
    end_rows(r);
    if (!list->count)
        fail(r, "it speaks no language", LIT(""));
}

/* ---- texts ----------------------------------------------------------------------------------- */

static void *doubled(PackReading *r, void *list, int count, size_t size) {
    if (count & (count - 1) || count == 1) /* full at 2, 4, 8… */
        return list;
    void *more = arena_alloc(&r->scratch, size * (size_t)(count ? 2 * count : 2));
    if (count)
        memcpy(more, list, size * (size_t)count);
    return more;
}

/* What one field of one owner is called here. */
static Slice key_of(PackReading *r, Slice owner, Slice field) {
    return arena_printf(&r->scratch, SLICE_FMT " " SLICE_FMT, SLICE_ARG(owner), SLICE_ARG(field));
}

static Slice borrowed(PackReading *r, int column) {
    const char *at = (const char *)sqlite3_column_text(r->row, column);
    return (Slice){at ? at : "", sqlite3_column_bytes(r->row, column)};
}

/* Rows of one field stand together; compared before it is copied. */
static bool is_next_language(PackReading *r, const TextField *field) {
    Slice owner = borrowed(r, 0), name = borrowed(r, 1), key = field->key;
    return key.len == owner.len + 1 + name.len &&
           slice_equal(slice_cut(key, 0, owner.len), owner) &&
           slice_equal(slice_cut(key, owner.len + 1, key.len), name);
}

static void new_field(PackReading *r) {
    PackTexts *t = &r->texts;
    t->field = doubled(r, t->field, t->field_count, sizeof *t->field);
    Slice owner = text_at(r, 0), name = text_at(r, 1);
    t->field[t->field_count++] = (TextField){key_of(r, owner, name), t->row_count, 0, false};
}

/* What the program says may have lines, in a file of the report, and forms that count. */
static bool is_clean_in_parts(Slice text) {
    int begin = 0;
    for (int i = 0; i < text.len; i++)
        if (text.at[i] == '\n' || text.at[i] == LANG_FORM_END[0]) {
            if (!is_clean(slice_cut(text, begin, i)))
                return false;
            begin = i + 1;
        }
    return is_clean(slice_cut(text, begin, text.len));
}

static Slice value_at(PackReading *r, int column) {
    Slice text = borrowed(r, column);
    if (!slice_is(borrowed(r, 0), TEXT_OF_PROGRAM))
        return text_at(r, column);
    if (!is_clean_in_parts(text))
        fail(r, "a text with signs that cannot be shown", LIT(""));
    return arena_copy(r->arena, text);
}

static void read_text(PackReading *r) {
    PackTexts *t = &r->texts;
    if (!t->field_count || !is_next_language(r, &t->field[t->field_count - 1]))
        new_field(r);
    if (borrowed(r, 3).len > TEXT_BYTES_MAX)
        fail(r, "a text longer than a page may show:", t->field[t->field_count - 1].key);
    TextRow row = {lang_of(r, borrowed(r, 2)), value_at(r, 3)};
    t->row = doubled(r, t->row, t->row_count, sizeof *t->row);
    t->row[t->row_count++] = row;
    t->field[t->field_count - 1].rows++;
}

/* Those come in the order of their ids. */
static void take_said(PackReading *r) {
    static const Slice OWNER = {TEXT_OF_PROGRAM " ", sizeof TEXT_OF_PROGRAM};
    const PackTexts *t = &r->texts;
    r->pack->said = arena_array(r->arena, LangSaid, t->field_count + 1);
    for (int i = 0; i < t->field_count && !r->failed; i++) {
        Slice key = t->field[i].key;
        if (!slice_equal(slice_cut(key, 0, OWNER.len), OWNER))
            continue;
        Slice id = arena_copy(r->arena, slice_cut(key, OWNER.len, key.len));
        LocalText words = texts_take(r, LIT(TEXT_OF_PROGRAM), id.at);
        r->pack->said[r->pack->said_count++] = (LangSaid){id, words};
    }
}

void texts_read(PackReading *r) {
    PackTexts *t = &r->texts;
    read_languages(r);
    if (!begin_rows(r, "text", "SELECT owner, field, lang, value FROM text ORDER BY owner, field"))
        return;
    while (next_row(r)) {
        if (t->row_count == limits_rows("text"))
            fail(r, "more rows than a pack may have", LIT(""));
        else
            read_text(r);
    }
    end_rows(r);
    if (!t->field_count) /* what has no text at all has none to be found */
        t->field = arena_array(&r->scratch, TextField, 1);
    t->find = ids_of(&r->scratch, &t->field->key, sizeof *t->field, t->field_count);
    take_said(r);
}

static void note_stand_in(PackReading *r, Slice text, Lang lang) {
    PackTexts *t = &r->texts;
    if (!text.len)
        return;
    t->stand_in = doubled(r, t->stand_in, t->stand_in_count, sizeof *t->stand_in);
    t->stand_in[t->stand_in_count++] = (LangStandIn){text.at, 1u << lang};
}

static void stand_in(PackReading *r, LocalText *words) {
    for (int lang = 1; lang < r->pack->lang.count; lang++)
        if (!words->in[lang].at) {
            words->in[lang] = words->in[0];
            note_stand_in(r, words->in[0], lang);
        }
}

void texts_stand_in(PackReading *r, Slice *text, Slice first, Lang lang) {
    if (text->len || !first.len)
        return;
    *text = first;
    note_stand_in(r, first, lang);
}

static int by_address(const void *a, const void *b) {
    uintptr_t one = (uintptr_t)((const LangStandIn *)a)->at,
              two = (uintptr_t)((const LangStandIn *)b)->at;
    return (one > two) - (one < two);
}

/* A text that stands in for several languages is there once. */
static void merge_equal(Pack *p) {
    int kept = 0;
    for (int i = 1; i < p->stand_in_count; i++)
        if (p->stand_in[i].at == p->stand_in[kept].at)
            p->stand_in[kept].langs |= p->stand_in[i].langs;
        else
            p->stand_in[++kept] = p->stand_in[i];
    p->stand_in_count = kept + 1;
}

static void keep_stand_ins(PackReading *r) {
    Pack *p = r->pack;
    int count = r->texts.stand_in_count;
    p->stand_in = arena_array(r->arena, LangStandIn, count + 1);
    p->stand_in_count = count;
    if (!count)
        return;
    memcpy(p->stand_in, r->texts.stand_in, sizeof *p->stand_in * (size_t)count);
    qsort(p->stand_in, (size_t)count, sizeof *p->stand_in, by_address);
    merge_equal(p);
}

LocalText texts_take(PackReading *r, Slice owner, const char *field) {
    PackTexts *t = &r->texts;
    LocalText words = {{LIT("")}};
    int found = r->failed ? -1 : ids_find(&t->find, key_of(r, owner, slice_from(field)));
    for (int i = 0; found >= 0 && i < t->field[found].rows; i++) {
        TextRow row = t->row[t->field[found].first + i];
        words.in[row.lang] = row.value;
    }
    if (found >= 0)
        t->field[found].taken = true;
    stand_in(r, &words);
    return words;
}

void texts_end(PackReading *r) {
    const PackTexts *t = &r->texts;
    keep_stand_ins(r);
    r->table = "text";
    for (int i = 0; i < t->field_count && !r->failed; i++)
        if (!t->field[i].taken)
            fail(r, "what it belongs to is not there, or has it twice:", t->field[i].key);
}
