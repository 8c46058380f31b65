/* Reads columns that choose from a list, name other records, places or zones, or say when. */
#include "content/reading.h"

#include "map/opening_hours.h"

#define DATE_LEAST ((Millis)-5364662400000) /* 1800-01-01 */
#define DATE_MOST ((Millis)7258118400000)   /* 2200-01-01 */
#define WORDS_MOST 64                       /* in one column */

/* ---- one ------------------------------------------------------------------------------------- */

static Millis date_at(PackReading *r, const Field *field, int column) {
    Millis when = sqlite3_column_int64(r->row, column);
    bool said = when != 0;
    if ((!said && !field->may) || when < DATE_LEAST || when > DATE_MOST)
        fail(r, "no such date", LIT(""));
    return when;
}

static int choice_at(PackReading *r, const Field *field, Slice word) {
    int found = choice_find((ChoiceId)field->of, word);
    if (found < 0 && (word.len || !field->may))
        fail(r, "no such choice:", word);
    return found;
}

static int ref_at(PackReading *r, const Field *field, Slice id) {
    return !id.len && field->may ? -1 : find(r, (RecordId)field->of, id);
}

static int place_at(PackReading *r, Slice id) {
    int found = id.len ? ids_find(&r->space, id) : PLAN_NONE;
    if (id.len && found < 0)
        fail(r, "no such place:", id);
    return found;
}

static int zone_at(PackReading *r, Slice id) {
    for (int i = 0; i < r->pack->plan.zone_count; i++)
        if (slice_equal(r->pack->plan.zone[i].id, id))
            return i;
    fail(r, "no such zone:", id);
    return 0;
}

static OpeningHours hours_at_column(PackReading *r, Slice text) {
    PlanHours row[HOURS_ROWS_MAX];
    OpeningHours hours = {.text = text, .count = hours_parse(text, row)};
    if (hours.count < 0) {
        fail(r, "hours that cannot be read:", text);
        hours.count = 0;
    }
    hours.row = arena_array(r->arena, PlanHours, hours.count + 1);
    memcpy(hours.row, row, sizeof *row * (size_t)hours.count);
    return hours;
}

/* ---- several, with a blank between ----------------------------------------------------------- */

static Slice next_word(Slice *rest) {
    int end = slice_find(*rest, LIT(" "));
    Slice word = slice_cut(*rest, 0, end < 0 ? rest->len : end);
    *rest = slice_cut(*rest, end < 0 ? rest->len : end + 1, rest->len);
    return word;
}

static unsigned choices_at(PackReading *r, const Field *field, Slice text) {
    unsigned chosen = 0;
    while (text.len && !r->failed) {
        int found = choice_at(r, field, next_word(&text));
        chosen |= found < 0 ? 0 : 1U << found;
    }
    return chosen;
}

static int index_of(PackReading *r, const Field *field, Slice word) {
    if (field->kind == FIELD_REFS)
        return find(r, (RecordId)field->of, word);
    return field->kind == FIELD_ZONES ? zone_at(r, word) : place_at(r, word);
}

static Indices indices_at(PackReading *r, const Field *field, Slice text) {
    int at[WORDS_MOST], count = 0;
    while (text.len && !r->failed) {
        if (count == WORDS_MOST)
            fail(r, "more than a record may name:", LIT(""));
        else
            at[count++] = index_of(r, field, next_word(&text));
    }
    Indices indices = {arena_array(r->arena, int, count + 1), count};
    memcpy(indices.at, at, sizeof *at * (size_t)count);
    return indices;
}

void value_read(PackReading *r, const Field *field, int column, void *to) {
    bool dated = field->kind == FIELD_DATE || field->kind == FIELD_MOMENT;
    Slice text = dated ? LIT("") : text_at(r, column);
    switch (field->kind) {
    case FIELD_CHOICE:
        *(int *)to = choice_at(r, field, text);
        break;
    case FIELD_CHOICES:
        *(unsigned *)to = choices_at(r, field, text);
        break;
    case FIELD_REF:
        *(int *)to = ref_at(r, field, text);
        break;
    case FIELD_PLACE:
        *(int *)to = place_at(r, text);
        break;
    case FIELD_HOURS:
        *(OpeningHours *)to = hours_at_column(r, text);
        break;
    case FIELD_REFS:
    case FIELD_PLACES:
    case FIELD_ZONES:
        *(Indices *)to = indices_at(r, field, text);
        break;
    default:
        *(Millis *)to = date_at(r, field, column);
        break;
    }
}
