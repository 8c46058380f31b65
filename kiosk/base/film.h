/* What a page asks of a clip and what the kiosk hears of it: plain data, so that a page declares a
   video and nobody commands one. Knows nothing of decoding, of files or of glass. */
#pragma once

#include "base/civil.h"
#include "base/slice.h"

enum { FILM_NO_CLIP = -1 };

/* What is wished for. A new `turn` asks for `from` again (a seek, a replay); the same turn goes on
   from where it is, and so does the wish after an early one. */
typedef struct FilmWish {
    int clip; /* index in the pack, or FILM_NO_CLIP */
    int turn;
    Millis from;
    bool paused;
    bool early;  /* nobody sees it yet: a finger lies on what leads to it */
    int percent; /* loudness, 0 (silent) to 100 (as recorded) */
} FilmWish;

typedef enum FilmStatus {
    FILM_NONE,
    FILM_OPENING, /* no picture yet */
    FILM_SHOWING, /* playing, or paused on a picture */
    FILM_ENDED,
    FILM_BROKEN, /* it cannot be shown; the log says why */
} FilmStatus;

/* How the wish `clip`, `turn` stands. */
typedef struct FilmReport {
    int clip, turn;
    FilmStatus status;
    Millis at; /* what is seen and heard now, from the beginning of the clip */
    bool paused;
} FilmReport;

static inline bool film_plays(FilmReport film) {
    return film.status == FILM_SHOWING && !film.paused;
}
