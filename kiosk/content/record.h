/* The records of content.def as data, so that one reader, one writer and one check do for all of
   them. */
#pragma once

#include "content/pack.h"

#include <stddef.h>

/* Named as their tables are. */
typedef enum RecordId {
#define ONE(Type, table) RECORD_##table,
#define RECORD(Type, table, ...) RECORD_##table,
#define CHILD(Type, table, ...) RECORD_##table,
#define CHILD_BY(Type, table, ...) RECORD_##table,
#define FIELD(...)
#define MAY(...)
#define LIST(...)
#define OTHER(...)
#define KEY(...)
#define END(...)
#define END_CHILD(...)
#define END_CHILD_BY(...)
#include "content/content.def"
    RECORD_COUNT
} RecordId;

/* Named as the lists of choices.def are. */
typedef enum ChoiceId {
#define CHOICES_OF(Type, list) CHOICE_##list,
#define ONE_OF(...)
#define END_CHOICES(...)
#include "content/choices.def"
    CHOICE_COUNT
} ChoiceId;

typedef enum FieldKind {
    FIELD_ID,
    FIELD_CODE, /* an id with capitals */
    FIELD_TEXT,
    FIELD_WORDS,
    FIELD_PHRASE,
    FIELD_INT,
    FIELD_LONG,
    FIELD_REAL,
    FIELD_FLAG,
    FIELD_ICON,
    FIELD_TONE,
    FIELD_DATE,
    FIELD_MOMENT,
    FIELD_CHOICE,
    FIELD_CHOICES,
    FIELD_REF,
    FIELD_REFS,
    FIELD_PLACE,
    FIELD_PLACES,
    FIELD_ZONES,
    FIELD_HOURS,
    FIELD_BLOB,
    FIELD_HASH,
    FIELD_LIST, /* no column: a list of another record */
    FIELD_KEY   /* no column: a key that is read in a way of its own */
} FieldKind;

typedef struct Field {
    FieldKind kind;
    const char *column; /* NULL: none */
    const char *key;    /* of the author; NULL: the builder finds the value itself */
    size_t offset;      /* of the member */
    size_t count;       /* offset of the member that counts a FIELD_LIST */
    double least, most; /* signs of a text, range of a number, elements of a list */
    /* RecordId of what a FIELD_REF refers to or a FIELD_LIST is made of; ChoiceId of a choice */
    int of;
    bool may;        /* the author may leave it out */
    const char *doc; /* for authors, in English */
} Field;

typedef struct Record {
    const char *table;
    size_t size;
    int rows; /* at most: in the table or, of a child, on one record */
    const Field *field;
    int field_count;
    RecordId owner; /* of a child, the record it hangs on; else RECORD_COUNT */
    const char *by; /* column of a child whose lists are told apart by a word; else NULL */
    const char *const *word;
    int words;
    size_t list, list_count; /* in the owner or, of others, in Pack */
} Record;

const Record *record_of(RecordId id);
const Record *record_named(Slice table); /* NULL: none */

/* The values of trade_point.kind. */
extern const char *const POINT_KEY[POINT_KIND_COUNT];
extern const char *const BLOCK_KEY[BLOCK_KIND_COUNT]; /* of topic_block.kind */

int field_columns(const Field *field); /* that it takes in its table: words stand in another */
bool field_has_words(const Field *field);

/* The words of a list of choices.def, NULL after the last, in the order of its enum. */
const char *const *choice_words(ChoiceId id);
int choice_find(ChoiceId id, Slice word); /* -1: none */

/* "level, illustrative"; lives in the arena. */
Slice record_columns(const Record *record, Arena *arena);

/* Whose words they are in the table text: "trade/soudage", "trade_point/soudage/tool/0" for a child
   of the record called `owner`. They live in the arena. */
Slice record_owner(const Record *record, Slice id, Arena *arena);
Slice record_child(const Record *record, Slice owner, int word, int index, Arena *arena);

/* What a record's list holds in its owner: the pack, or the record that a child hangs on. */
int record_count(const Record *record, const void *owner);
const void *record_at(const Record *record, const void *owner, int index);

/* The record of a list in Pack that is called `id`; -1 for none. Slow: for builders. */
int record_find(const Pack *pack, RecordId of, Slice id);
