/* For the files that make up the index of a search: saying under which words a record is found. */
#pragma once

#include "content/pack.h"

/* What a word weighs where it stands, see SEARCH_NAME; above 50 it need not be typed whole. */
enum {
    OF_NAME = SEARCH_NAME,
    OF_TERM = 90, /* another word for the same thing */
    OF_ACRONYM = 85,
    OF_LINE = 75,  /* what is said of it in a line, what it is a part of */
    OF_OTHER = 60, /* what it goes with */
    OF_TEXT = 50
};

/* One word found in one record. */
typedef struct Finding {
    Slice word;
    int record, weight;
} Finding;

typedef struct Index {
    const Pack *pack;
    Arena *arena, scratch;
    SearchRecord *record;
    Finding *finding;
    int records, record_room, count, room;
    Slice names, terms; /* of the record at hand, see SearchRecord */
    Slice said;         /* its names and its other words, blanks around each */
} Index;

/* A record begins, words of it are said, it ends. */
SearchRecord *index_next(Index *x);
void index_begin(Index *x, Target target);
void index_end(Index *x);

void index_text(Index *x, Slice text, int weight);
void index_words(Index *x, const LocalText *words, int weight);
void index_list(Index *x, const char *words, int weight); /* NULL: none */
void index_name(Index *x, Slice name);
void index_names(Index *x, const LocalText *names);
void index_also(Index *x, const LocalText *also); /* phrases with commas between */
void index_also_list(Index *x, const char *also);
void index_acronym(Index *x, const LocalText *words);
void index_same_things(Index *x);

void index_records(Index *x); /* every record that has a page, and pages of lists */
void index_places(Index *x);
