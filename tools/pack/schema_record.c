#include "tools/pack/schema_record.h"

#include "tools/pack/schema_value.h"
#include "ui/theme.h"

#include <stdio.h>

#define KEYS_MAX 64
#define RANGE_WORTH_SAYING 1000

bool schema_is_marked(const YamlNode *map, const char *key) {
    const YamlNode *list = yaml_get(map, "illustrative");
    const YamlNode *word = list && list->kind == YAML_LIST ? list->first : NULL;
    for (; word; word = word->next)
        if (slice_is(word->text, key))
            return true;
    return false;
}

static void mark(const Record *record, char *element) {
    for (int f = 0; f < record->field_count; f++)
        if (slice_is(LIT("illustrative"), record->field[f].column ? record->field[f].column : ""))
            *(bool *)(element + record->field[f].offset) = true;
}

static void read_list(const YamlSchema *s, const YamlNode *map, const Field *field,
                      const Pack *pack, char *to) {
    const Record *of = record_of(field->of);
    bool may = field->least == 0 && !yaml_get(map, field->key);
    const YamlNode *list =
        may ? NULL : schema_list(s, map, field->key, (int)field->least, (int)field->most);
    int *count = (int *)(void *)(to + field->count), room = list ? list->count + 1 : 1;
    char *element = arena_alloc(s->arena, of->size * (size_t)room);
    *(char **)(void *)(to + field->offset) = element;
    for (const YamlNode *node = list ? list->first : NULL; node; node = node->next) {
        schema_record(s, node, field->of, pack, element);
        if (schema_is_marked(map, field->key))
            mark(of, element);
        element += of->size;
        ++*count;
    }
}

static void read_field(const YamlSchema *s, const YamlNode *map, const Field *field,
                       const Pack *pack, char *record) {
    void *to = record + field->offset;
    int most = (int)field->most;
    switch (field->kind) {
    case FIELD_ID:
        *(Slice *)to = schema_id(s, map, field->key);
        break;
    case FIELD_CODE:
        *(Slice *)to = schema_code(s, map, field->key, most);
        break;
    case FIELD_TEXT:
        *(Slice *)to = schema_text(s, map, field->key, most);
        break;
    case FIELD_WORDS:
        *(LocalText *)to = schema_words(s, map, field->key, most);
        break;
    case FIELD_PHRASE:
        *(LocalText *)to = schema_phrase(s, map, field->key, most);
        break;
    case FIELD_INT:
        *(int *)to = schema_int(s, map, field->key, (int)field->least, most);
        break;
    case FIELD_REAL:
        *(double *)to = schema_number(s, map, field->key, field->least, field->most);
        break;
    case FIELD_FLAG:
        *(bool *)to = schema_flag(s, map, field->key);
        break;
    case FIELD_ICON:
        *(Slice *)to = schema_icon(s, map, field->key);
        break;
    case FIELD_TONE:
        *(Slice *)to = schema_one_of(s, map, field->key, THEME_TONE);
        break;
    case FIELD_DATE:
    case FIELD_MOMENT:
    case FIELD_CHOICE:
    case FIELD_CHOICES:
    case FIELD_REF:
    case FIELD_REFS:
    case FIELD_PLACE:
    case FIELD_PLACES:
    case FIELD_ZONES:
    case FIELD_HOURS:
        schema_value(s, map, field, pack, to);
        break;
    case FIELD_LIST:
        read_list(s, map, field, pack, record);
        break;
    case FIELD_KEY:
    case FIELD_LONG:
    case FIELD_BLOB:
    case FIELD_HASH:
        break;
    }
}

static void leave_out(const Field *field, void *to) {
    if (field->kind == FIELD_REF || field->kind == FIELD_PLACE || field->kind == FIELD_CHOICE)
        *(int *)to = -1;
}

static void check_keys(const YamlSchema *s, const YamlNode *map, const Record *record) {
    const char *known[KEYS_MAX + 1] = {NULL};
    int count = 0;
    for (int f = 0; f < record->field_count && count < KEYS_MAX; f++)
        if (record->field[f].key)
            known[count++] = record->field[f].key;
    schema_keys(s, map, known);
}

void schema_record(const YamlSchema *s, const YamlNode *map, RecordId id, const Pack *pack,
                   void *to) {
    const Record *record = record_of(id);
    check_keys(s, map, record);
    for (int f = 0; f < record->field_count; f++) {
        const Field *field = &record->field[f];
        if (field->key && field->may && !yaml_get(map, field->key))
            leave_out(field, (char *)to + field->offset);
        else if (field->key)
            read_field(s, map, field, pack, to);
    }
}

/* ---- for authors ----------------------------------------------------------------------------- */

static void print_limits(const Field *field) {
    if (field->kind == FIELD_TEXT || field->kind == FIELD_ID || field->kind == FIELD_CODE ||
        field_has_words(field))
        printf(" [%g]", field->most);
}

/* Where the range is only there against nonsense, it is nothing to read. */
static void print_range(const Field *field) {
    bool number = field->kind == FIELD_INT || field->kind == FIELD_REAL;
    if (number && field->most <= RANGE_WORTH_SAYING)
        printf(", from %g to %g", field->least, field->most);
}

static void print_tones(void) {
    for (int i = 0; THEME_TONE[i]; i++)
        printf("%s%s", !i ? "" : THEME_TONE[i + 1] ? ", " : " or ", THEME_TONE[i]);
}

static void print_choices(const Field *field) {
    bool choice = field->kind == FIELD_CHOICE || field->kind == FIELD_CHOICES;
    const char *const *word = choice ? choice_words((ChoiceId)field->of) : NULL;
    if (choice)
        printf("%s", field->kind == FIELD_CHOICE ? ": one of" : ": a list of");
    for (int i = 0; choice && word[i]; i++)
        printf("%s `%s`", i ? "," : "", word[i]);
}

/* Files of their own are named where the author must look. */
static void print_home(const Field *field) {
    bool several = field->kind == FIELD_REFS, refers = several || field->kind == FIELD_REF;
    const char *file = refers ? schema_file_of((RecordId)field->of) : "";
    if (refers && field->of >= RECORD_certification)
        printf(" (%s %s)", several ? "a list, of" : "of", file);
    else if (several)
        printf(" (a list)");
}

static bool may_be_missing(const Field *field) {
    bool list = field->kind == FIELD_REFS || field->kind == FIELD_CHOICES ||
                field->kind == FIELD_PLACES || field->kind == FIELD_ZONES;
    return field->may || (list && field->least == 0);
}

static void print_doc(const Field *field) {
    printf("%s%s", may_be_missing(field) ? "may be left out: " : "", field->doc);
    print_home(field);
    print_choices(field);
    print_range(field);
}

static void print_list(const Field *field) {
    const Record *of = record_of((RecordId)field->of);
    if (field->least == field->most)
        printf("exactly %g of ", field->least);
    else
        printf("%g to %g of ", field->least, field->most);
    for (int f = 0; f < of->field_count; f++) {
        printf("%s`%s`", f ? ", " : "", of->field[f].key);
        print_limits(&of->field[f]);
        printf(" (");
        print_doc(&of->field[f]);
        printf(")");
    }
}

void schema_record_print(RecordId id) {
    const Record *record = record_of(id);
    printf("| key | what |\n|---|---|\n");
    for (int f = 0; f < record->field_count; f++) {
        const Field *field = &record->field[f];
        if (!field->key)
            continue;
        printf("| `%s`", field->key);
        print_limits(field);
        printf(" | ");
        if (field->kind == FIELD_LIST)
            print_list(field);
        else if (field->kind == FIELD_TONE)
            print_tones();
        else
            print_doc(field);
        printf(" |\n");
    }
}
