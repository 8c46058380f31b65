/* For the files that make up the index of a search: saying under which words a record is found. */
#pragma once

#include "content/pack.h"
#include "search/sought.h"

/* What a word weighs where it stands, see SEARCH_NAME; above 50 it need not be typed whole. */
enum {
    OF_NAME = SEARCH_NAME,
    OF_TERM = 90, /* another word for the same thing */
    OF_ACRONYM = 85,
    OF_LINE = 75,  /* what is said of it in a line, what it is a part of */
    OF_OTHER = 60, /* what it goes with */
    OF_TEXT = 50,
    OF_MARK = 35 /* what many things have in common: it only tells two of a name apart */
};

/* One word found in one record. */
typedef struct Finding {
    Slice word;
    int record, weight;
    unsigned langs; /* in which it stands there */
} Finding;

/* A phrase, with a blank before and after it, that brings in all words for the same thing. */
typedef struct Trigger {
    SoughtId id;
    Slice wanted;
} Trigger;

typedef struct Index {
    const Pack *pack;
    Arena *arena, scratch;
    SearchRecord *record;
    Finding *finding;
    int records, record_room, count, room;
    unsigned langs;     /* in which is said what is said now */
    Slice names, terms; /* of the record at hand, see SearchRecord */
    Slice said;         /* its names and its other words, blanks around each */
    Trigger *trigger;   /* in the order of their ids; made when first wanted */
    int triggers;
} Index;

/* A record begins, words of it are said, it ends. */
SearchRecord *index_next(Index *x);
void index_begin(Index *x, Target target);
void index_end(Index *x);

void index_text(Index *x, Slice text, int weight); /* the same in all languages */
void index_text_in(Index *x, int lang, Slice text, int weight);
void index_words(Index *x, const LocalText *words, int weight);
void index_sought(Index *x, SoughtId words, int weight);
void index_name(Index *x, Slice name);
void index_names(Index *x, const LocalText *names);
void index_sought_names(Index *x, SoughtId names);
void index_also(Index *x, const LocalText *also); /* phrases with commas between */
void index_sought_also(Index *x, SoughtId also);
void index_acronym(Index *x, const LocalText *words);
void index_same_things(Index *x);

void index_records(Index *x); /* every record that has a page, and pages of lists */
void index_places(Index *x);
