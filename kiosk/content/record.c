#include "content/record.h"

#include <pthread.h>

#define MADE NULL

const char *const POINT_KEY[POINT_KIND_COUNT] = {"tool", "gesture", "like", "hard", "block"};
const char *const BLOCK_KEY[BLOCK_KIND_COUNT] = {"heading", "text", "point", "button", "chart"};

/* clang-format off: one list a line */
static const char *const *const choices[CHOICE_COUNT] = {
#define CHOICES_OF(Type, list) [CHOICE_##list] = (const char *const[]) {
#define ONE_OF(name, word) word,
#define END_CHOICES(Type, list)                                                                    \
    NULL                                                                                           \
    }                                                                                              \
    ,
#include "content/choices.def"
};
/* clang-format on */

const char *const *choice_words(ChoiceId id) {
    return choices[id];
}

int choice_find(ChoiceId id, Slice word) {
    for (int i = 0; choices[id][i]; i++)
        if (slice_is(word, choices[id][i]))
            return i;
    return -1;
}

static Record records[RECORD_COUNT];

static void add(RecordId id, Record record, const Field *field, size_t bytes) {
    record.field = field;
    record.field_count = (int)(bytes / sizeof *field);
    records[id] = record;
}

/* A block for each record, so that its fields know the type whose members they are. */
/* clang-format off: the pieces only make a whole together */
static void describe(void) {
#define BEGIN(Type, table_, ...)                                                                   \
    {                                                                                              \
        typedef Type This;                                                                         \
        const RecordId id = RECORD_##table_;                                                       \
        const Record record = {.table = #table_, .size = sizeof(Type), __VA_ARGS__};               \
        static const Field field[] = {
#define ONE(Type, table_)                                                                          \
    BEGIN(Type, table_, .rows = 1, .owner = RECORD_COUNT, .list = offsetof(Pack, table_))
#define RECORD(Type, table_, rows_)                                                                \
    BEGIN(Type, table_, .rows = rows_, .owner = RECORD_COUNT, .list = offsetof(Pack, table_),      \
          .list_count = offsetof(Pack, table_##_count))
#define CHILD(Type, table_, Parent, owner_, list_, rows_)                                          \
    BEGIN(Type, table_, .rows = rows_, .owner = RECORD_##owner_, .list = offsetof(Parent, list_),  \
          .list_count = offsetof(Parent, list_##_count))
#define CHILD_BY(Type, table_, Parent, owner_, list_, by_, words_, rows_)                          \
    BEGIN(Type, table_, .rows = rows_, .owner = RECORD_##owner_, .list = offsetof(Parent, list_),  \
          .list_count = offsetof(Parent, list_##_count), .by = #by_, .word = words_,               \
          .words = (int)(sizeof words_ / sizeof *words_))
#define FIELD_OR_NOT(KIND, may_, member, column_, key_, least_, most_, of_, doc_)                  \
    {.kind = FIELD_##KIND,                                                                         \
     .column = #column_,                                                                           \
     .key = key_,                                                                                  \
     .offset = offsetof(This, member),                                                             \
     .least = least_,                                                                              \
     .most = (double)(most_),                                                                      \
     .of = of_,                                                                                    \
     .may = may_,                                                                                  \
     .doc = doc_},
#define FIELD(KIND, member, column_, key_, least_, most_, of_, doc_)                               \
    FIELD_OR_NOT(KIND, false, member, column_, key_, least_, most_, of_, doc_)
#define MAY(KIND, member, column_, key_, least_, most_, of_, doc_)                                 \
    FIELD_OR_NOT(KIND, true, member, column_, key_, least_, most_, of_, doc_)
#define LIST(Type, table_, member, key_, least_, most_, doc_)                                      \
    {.kind = FIELD_LIST,                                                                           \
     .key = key_,                                                                                  \
     .offset = offsetof(This, member),                                                             \
     .count = offsetof(This, member##_count),                                                      \
     .least = least_,                                                                              \
     .most = most_,                                                                                \
     .of = RECORD_##table_,                                                                        \
     .doc = doc_},
#define OTHER(declaration)
#define KEY(key_, doc_) {.kind = FIELD_KEY, .key = key_, .doc = doc_},
#define END(...)                                                                                   \
    }                                                                                              \
    ;                                                                                              \
    add(id, record, field, sizeof field);                                                          \
    }
#define END_CHILD END
#define END_CHILD_BY END
#include "content/content.def"
#undef BEGIN
}
/* clang-format on */

const Record *record_of(RecordId id) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, describe);
    return &records[id];
}

const Record *record_named(Slice table) {
    for (int id = 0; id < RECORD_COUNT; id++)
        if (slice_is(table, record_of((RecordId)id)->table))
            return record_of((RecordId)id);
    return NULL;
}

int record_count(const Record *record, const void *owner) {
    if (!record->list_count) /* a single one */
        return 1;
    return *(const int *)(const void *)((const char *)owner + record->list_count);
}

const void *record_at(const Record *record, const void *owner, int index) {
    if (!record->list_count)
        return (const char *)owner + record->list;
    const char *first = *(const char *const *)(const void *)((const char *)owner + record->list);
    return first + (size_t)index * record->size;
}

/* An id is the first field of whatever has one. */
int record_find(const Pack *pack, RecordId of, Slice id) {
    const Record *record = record_of(of);
    for (int i = 0; i < record_count(record, pack); i++) {
        const char *at = record_at(record, pack, i);
        if (slice_equal(*(const Slice *)(const void *)(at + record->field[0].offset), id))
            return i;
    }
    return -1;
}

/* ---- columns --------------------------------------------------------------------------------- */

int field_columns(const Field *field) {
    return field->column && !field_has_words(field);
}

bool field_has_words(const Field *field) {
    return field->kind == FIELD_WORDS || field->kind == FIELD_PHRASE;
}

Slice record_columns(const Record *record, Arena *arena) {
    Slice columns = LIT("");
    for (int f = 0; f < record->field_count; f++)
        if (field_columns(&record->field[f]))
            columns = arena_printf(arena, SLICE_FMT "%s%s", SLICE_ARG(columns),
                                   columns.len ? ", " : "", record->field[f].column);
    return columns;
}

/* ---- words ----------------------------------------------------------------------------------- */

Slice record_owner(const Record *record, Slice id, Arena *arena) {
    return arena_printf(arena, "%s/" SLICE_FMT, record->table, SLICE_ARG(id));
}

Slice record_child(const Record *record, Slice owner, int word, int index, Arena *arena) {
    const char *kind = record->by ? record->word[word] : "";
    return arena_printf(arena, "%s/" SLICE_FMT "%s%s/%d", record->table, SLICE_ARG(owner),
                        record->by ? "/" : "", kind, index);
}
