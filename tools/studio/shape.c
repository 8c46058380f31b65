#include "tools/studio/shape.h"

#include "tools/pack/records.h"
#include "tools/sources/endings.h"
#include "tools/studio/places.h"

#include <stdlib.h>
#include <string.h>

/* "three or four lines [64]"; of one of several, as far as the next of them. */
static int signs_in(const char *doc, const char *key) {
    const char *from = key ? strstr(doc, key) : doc;
    const char *bracket = from ? strchr(from, '[') : NULL, *next = from ? strchr(from, ',') : NULL;
    return bracket && (!key || !next || bracket < next) ? atoi(bracket + 1) : 0;
}

static bool may_be_missing(const FormField *f) {
    const Field *field = f->field;
    bool rows = f->shape == SHAPE_ROWS || f->shape == SHAPE_PICK_ROWS || f->shape == SHAPE_PICKS;
    if (field->kind == FIELD_KEY)
        return strncmp(field->doc, "may be left out", 15) == 0;
    return field->may || field->kind == FIELD_FLAG || (rows && field->least == 0);
}

static FormField form_field(RecordId record, const Field *field) {
    FormField f = {.key = field->key, .record = record, .field = field};
    bool key = field->kind == FIELD_KEY;
    f.shape = shape_of_field(record, field, &f.of);
    f.may = may_be_missing(&f);
    if (key && f.shape != SHAPE_RAW && f.shape != SHAPE_ROWS)
        f.most = signs_in(field->doc, NULL);
    else if (!key && (f.shape == SHAPE_TEXT || f.shape == SHAPE_WORDS))
        f.most = (int)field->most;
    f.least = key ? 0 : field->least;
    f.largest = key ? 0 : field->most;
    return f;
}

int shape_fields(Desk *d, RecordId record, FormField **fields) {
    const Record *r = record_of(record);
    int count = 0;
    *fields = NULL;
    for (int i = 0; i < r->field_count; i++)
        if (r->field[i].key)
            *LIST_ADD(d->arena, *fields, count) = form_field(record, &r->field[i]);
    return count;
}

static const Field *field_called(RecordId record, const char *key) {
    const Record *r = record_of(record);
    for (int i = 0; i < r->field_count; i++)
        if (r->field[i].key && strcmp(r->field[i].key, key) == 0)
            return &r->field[i];
    return NULL;
}

int shape_group(Desk *d, RecordId record, const char *group, FormField **fields) {
    const Field *whole = field_called(record, group);
    int count = 0;
    Shape shape;
    *fields = NULL;
    for (const char *key; (key = shape_within(record, group, count, &shape));)
        *LIST_ADD(d->arena, *fields, count) = (FormField){.key = key,
                                                          .shape = shape,
                                                          .record = record,
                                                          .field = whole,
                                                          .of = RECORD_COUNT,
                                                          .group = group,
                                                          .most = signs_in(whole->doc, key),
                                                          .may = true};
    return count;
}

/* ---- choices --------------------------------------------------------------------------------- */

typedef struct Choosing {
    Desk *d;
    Choice *choice;
    int count;
} Choosing;

static void add(Choosing *c, Slice value, Slice label) {
    *LIST_ADD(c->d->arena, c->choice, c->count) = (Choice){value, label};
}

static void add_named(Choosing *c, const char *const *names) {
    for (int i = 0; names[i]; i++)
        add(c, slice_from(names[i]), slice_from(names[i]));
}

static void add_words(Choosing *c, ChoiceId list) {
    const char *const *words = choice_words(list);
    for (int i = 0; words[i]; i++)
        add(c, slice_from(words[i]), studio_choice(c->d->lang, list, words[i]));
}

/* "soudage · Soudeur, soudeuse". */
static void add_record(Choosing *c, Slice id, Slice title) {
    Slice label = title.len ? arena_printf(c->d->arena, SLICE_FMT " · " SLICE_FMT, SLICE_ARG(title),
                                           SLICE_ARG(id))
                            : id;
    if (id.len)
        add(c, id, label);
}

/* Those that stand within records of another kind: blocks of skills by their code. */
static void add_within(Choosing *c, RecordId of) {
    const char *key = record_of(of)->field[0].key;
    for (int i = 0; menu_line(i); i++) {
        RecordId owner = menu_line(i)->kind;
        const Record *r = record_of(owner);
        for (int f = 0; f < r->field_count; f++) {
            const char *list_key = r->field[f].key;
            if (!list_key || records_within(owner, slice_from(list_key)) != of)
                continue;
            Kind kind = kind_read(c->d, owner);
            for (int e = 0; e < kind.count; e++) {
                const YamlNode *list = yaml_get(kind.entry[e].map, list_key);
                for (const YamlNode *map = list ? list->first : NULL; map; map = map->next) {
                    const YamlNode *id = yaml_get(map, key);
                    if (id)
                        add_record(c, id->text, record_title(c->d, map));
                }
            }
        }
    }
}

static void add_records(Choosing *c, RecordId of) {
    if (!menu_line_of(of)) {
        add_within(c, of);
        return;
    }
    Kind kind = kind_read(c->d, of);
    for (int i = 0; i < kind.count; i++)
        add_record(c, kind.entry[i].id, kind.entry[i].title);
}

static void add_pictures(Choosing *c) {
    for (int i = 0; ENDINGS_OF_PICTURES[i]; i++) {
        Slice *names;
        int count = folder_list(c->d, "pictures", ENDINGS_OF_PICTURES[i], &names);
        for (int n = 0; n < count; n++)
            add(c, names[n], names[n]);
    }
}

static void add_places(Choosing *c, bool zones) {
    Place *place;
    int count = places_read(c->d, zones, &place);
    for (int i = 0; i < count; i++)
        add_record(c, place[i].id, place[i].name);
}

static const char *const ICONS[] = {
#define ICON(name, ...) #name,
#define TURNS(name, ...) #name,
#include "ui/icons.def"
#undef ICON
#undef TURNS
    NULL};

static const char *const TONES[] = {
#define PAINT(...)
#define TONE(name, word, ...) word,
#define OWN(...)
#define MARK(...)
#define VEIL(...)
#include "ui/paints.def"
#undef PAINT
#undef TONE
#undef OWN
#undef MARK
#undef VEIL
    NULL};

static const char *const LETTERS[] = {"R", "I", "A", "S", "E", "C", NULL};

static void choose_key(Choosing *c, const FormField *f) {
    if (f->of == RECORD_facet || f->of == RECORD_trade)
        add_records(c, f->of);
    else
        add_named(c, LETTERS);
}

int shape_choices(Desk *d, const FormField *f, Choice **choices) {
    Choosing c = {.d = d};
    FieldKind kind = f->field->kind;
    if (kind == FIELD_KEY)
        choose_key(&c, f);
    else if (kind == FIELD_ICON)
        add_named(&c, ICONS);
    else if (kind == FIELD_TONE)
        add_named(&c, TONES);
    else if (kind == FIELD_CHOICE || kind == FIELD_CHOICES)
        add_words(&c, (ChoiceId)f->field->of);
    else if (kind == FIELD_PLACE || kind == FIELD_PLACES || kind == FIELD_ZONES)
        add_places(&c, kind == FIELD_ZONES);
    else if (f->of == RECORD_picture)
        add_pictures(&c);
    else
        add_records(&c, f->of);
    *choices = c.choice;
    return c.count;
}
