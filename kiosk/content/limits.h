/* How much of everything a pack may hold: more than any campus needs, and little enough that
   reading it is soon done. */
#pragma once

/* Above what azimut-pack builds; the quiz has its own, see quiz/bank.h: 512 trades, 128 questions.
 */
enum {
    TEXT_BYTES_MAX = 4000,       /* of one text, or of a list of the words of a language */
    RECORD_BYTES_MAX = 96 << 20, /* of all that is read, pictures included, films not */
    RELATED_MAX = 8, /* from here to CUE_TEXTS_MAX: that hang on one record, beside content.def */
    BLOCKS_MAX = 400,
    CUES_MAX = 2000,
    CUE_TEXTS_MAX = 80
};

int limits_rows(const char *table); /* the rows it may have */
