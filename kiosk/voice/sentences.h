/* What a page says to somebody who listens: sentence by sentence, in the order in which it is read,
   each in its own language and with the place where it stands. */
#pragma once

#include "ui/page.h"

/* What is heard from `said` to `said_end` stands in the text of the node from `from` to `to`. */
typedef struct SentenceWord {
    int said, said_end;
    Node *node;
    int from, to;
} SentenceWord;

typedef struct Sentence {
    Slice said;
    Lang lang;
    uint64_t id; /* the same on the next page that says the same, and of no other of the page */
    Node *node;  /* that it is about */
    int from,
        to; /* where it stands in the text of that node; equal: it is all that the node says */
    bool control; /* that can be touched */
    bool heading, aside, live;
    SentenceWord *word;
    int word_count;
} Sentence;

typedef struct Sentences {
    Sentence *at;
    int count;
    int first; /* where one who arrives begins: the title */
} Sentences;

/* Where the sentence ends that begins at `from`, in bytes. */
int sentence_end(Slice text, int from);
Slice sentence_without_stop(Slice said); /* as what goes on has none */

Sentences sentences_of(Arena *arena, const Page *page);
int sentences_find(const Sentences *all, uint64_t id);         /* -1: it is not said here */
int sentences_of_node(const Sentences *all, const Node *node); /* its first; -1: it is silent */
int sentences_under(const Sentences *all, const Page *page, Point finger); /* -1: nothing there */
