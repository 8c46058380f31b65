/* Who reads a page aloud: what is said now, what comes next, where one goes back to. Keeps its own
   copy of the words, because pages are built anew while a sentence is said. Knows no clock: what
   the voice has done is told by reports. */
#pragma once

#include "base/speech.h"
#include "ui/settings.h"
#include "voice/recordings.h"
#include "voice/sentences.h"

typedef struct Saying {
    Slice text;
    Lang lang;
    uint64_t id; /* of the sentence; 0: it is on no page */
} Saying;

typedef struct Reader {
    Arena memory;           /* of what follows */
    Saying *saying;         /* one after the other */
    int count, at;          /* all are said when `at` is `count` */
    unsigned serial;        /* of what is said now */
    bool rings;             /* a bell before it */
    int word_from, word_to; /* what of it is heard, in bytes */
    Arena past;             /* of what is known */
    uint64_t *known;        /* what the page said that was seen last */
    int known_count;
} Reader;

void reader_begin(Reader *reader);
void reader_wipe(Reader *reader); /* nothing of a visit stays */
void reader_end(Reader *reader);

void reader_hush(Reader *reader);
/* From that sentence of the page on (an index), all that is not aside; `most` sentences. */
enum { READ_ALL = 1 << 20 };
void reader_read(Reader *reader, const Sentences *page, int from, int most);
void reader_read_node(Reader *reader, const Sentences *page, const Node *node);
void reader_say(Reader *reader, Slice text, Lang lang, bool rings); /* the text is copied */
void reader_ring(Reader *reader);                                   /* before what is said now */
void reader_repeat(Reader *reader); /* the sentence of now, or the last one */

/* What the page says that was not known is read. With `live`, only what is. */
void reader_news(Reader *reader, const Sentences *page, bool live);
void reader_know(Reader *reader, const Sentences *page);

/* The sentence that is said now, or was last, on this page; -1: it is not there. */
int reader_at(const Reader *reader, const Sentences *page);
void reader_step(Reader *reader, const Sentences *page, int by); /* -1: one back, 1: one on */

/* True when something else is said from now on, or another word is heard. */
bool reader_heard(Reader *reader, SpeechReport report);
bool reader_speaks(const Reader *reader);
/* With the recording of the sentence, if there is one; at another rate than it was spoken at, a
   voice that is made is clearer than a recording that is stretched. */
SpeechWish reader_wish(const Reader *reader, const VoiceSettings *voice,
                       const Recordings *recordings);
void reader_mark(const Reader *reader, const Sentences *page); /* on the nodes */
