/* Reads the languages of a pack and all that it says in them; records then take what is theirs. */
#include "content/reading.h"

#include "content/schema.h"

/* ---- languages ------------------------------------------------------------------------------- */

static bool begins_with_own(const LangList *list) {
    for (int lang = 0; lang < LANG_COUNT; lang++)
        if (strcmp(list->code[lang], LANG_CODE[lang]) != 0)
            return false;
    return true;
}

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
    if (!begins_with_own(list))
        fail(r, "the languages do not begin with French and English", LIT(""));
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

static void read_text(PackReading *r) {
    PackTexts *t = &r->texts;
    if (!t->field_count || !is_next_language(r, &t->field[t->field_count - 1]))
        new_field(r);
    if (borrowed(r, 3).len > TEXT_BYTES_MAX)
        fail(r, "a text longer than a page may show:", t->field[t->field_count - 1].key);
    TextRow row = {lang_of(r, borrowed(r, 2)), text_at(r, 3)};
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

static void stand_in(const LangList *list, LocalText *words) {
    for (int lang = 1; lang < list->count; lang++)
        if (!words->in[lang].at)
            words->in[lang] = words->in[0];
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
    stand_in(&r->pack->lang, &words);
    return words;
}

void texts_end(PackReading *r) {
    const PackTexts *t = &r->texts;
    r->table = "text";
    for (int i = 0; i < t->field_count && !r->failed; i++)
        if (!t->field[i].taken)
            fail(r, "what it belongs to is not there, or has it twice:", t->field[i].key);
}
