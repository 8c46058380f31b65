#include "tools/pack/shapes.h"

#include "tools/pack/records.h"

#include <string.h>

static const struct {
    RecordId record;
    const char *key;
    Shape shape;
    int of;
} SHAPED[] = {
#define SHAPED(record, key, shape, of) {RECORD_##record, key, SHAPE_##shape, of},
#define WITHIN(...)
#include "tools/pack/keys.def"
#undef SHAPED
#undef WITHIN
};

static const struct {
    RecordId record;
    const char *group, *key;
    Shape shape;
} GROUPED[] = {
#define SHAPED(...)
#define WITHIN(record, group, key, shape) {RECORD_##record, group, key, SHAPE_##shape},
#include "tools/pack/keys.def"
#undef SHAPED
#undef WITHIN
};

static Shape shape_of_kind(FieldKind kind) {
    switch (kind) {
    case FIELD_WORDS:
    case FIELD_PHRASE:
        return SHAPE_WORDS;
    case FIELD_INT:
    case FIELD_LONG:
    case FIELD_REAL:
        return SHAPE_NUMBER;
    case FIELD_FLAG:
        return SHAPE_FLAG;
    case FIELD_DATE:
        return SHAPE_DATE;
    case FIELD_ICON:
    case FIELD_TONE:
    case FIELD_CHOICE:
    case FIELD_REF:
    case FIELD_PLACE:
        return SHAPE_PICK;
    case FIELD_CHOICES:
        return SHAPE_PICKS;
    case FIELD_REFS:
    case FIELD_PLACES:
    case FIELD_ZONES:
        return SHAPE_PICK_ROWS;
    case FIELD_LIST:
        return SHAPE_ROWS;
    default:
        return SHAPE_TEXT;
    }
}

static Shape shape_of_key(RecordId record, const char *key, RecordId *of) {
    for (size_t i = 0; i < sizeof SHAPED / sizeof *SHAPED; i++)
        if (SHAPED[i].record == record && strcmp(SHAPED[i].key, key) == 0) {
            *of = (RecordId)SHAPED[i].of;
            return SHAPED[i].shape;
        }
    *of = records_within(record, slice_from(key));
    return *of == RECORD_COUNT ? SHAPE_RAW : SHAPE_ROWS;
}

static bool names_others(const Field *field) {
    return field->kind == FIELD_REF || field->kind == FIELD_REFS || field->kind == FIELD_LIST;
}

Shape shape_of_field(RecordId record, const Field *field, RecordId *of) {
    if (field->kind == FIELD_KEY)
        return shape_of_key(record, field->key, of);
    *of = names_others(field) ? (RecordId)field->of : RECORD_COUNT;
    return shape_of_kind(field->kind);
}

const char *shape_within(RecordId record, const char *group, int index, Shape *shape) {
    for (size_t i = 0; i < sizeof GROUPED / sizeof *GROUPED; i++)
        if (GROUPED[i].record == record && strcmp(GROUPED[i].group, group) == 0 && !index--) {
            *shape = GROUPED[i].shape;
            return GROUPED[i].key;
        }
    return NULL;
}
