/* What was found when a film or a picture was looked at is kept, so that it is looked at once: by
   the hash of its bytes and of this program with all its libraries (of films: player.h). One small
   database of the user's (XDG_CACHE_HOME/azimut/verdicts.db); several programs may use it at once.
   Without one, or with one that is damaged, everything is looked at anew, and the sentences are the
   same. */
#pragma once

#include "tools/sources/report.h"

#include <stdbool.h>

enum { VERDICT_KEY = 32 };

typedef struct Verdicts Verdicts;

Verdicts *verdicts_open(void); /* NULL: there is no place for one */
void verdicts_close(Verdicts *verdicts);

/* The key of bytes that are looked at as `what`; of this program as it is. */
void verdict_key(const char *what, const void *bytes, size_t count, unsigned char *key);

/* Says again what was said of `key`, at `file`, and fills `found`, in the arena. False: nothing is
   known. `verdicts` may be NULL here and below. */
bool verdict_recall(Verdicts *verdicts, const unsigned char *key, Report *report, Arena *arena,
                    Slice file, Slice *found);
void verdict_keep(Verdicts *verdicts, const unsigned char *key, const Report *said, Slice found);

/* All entries of `said`, at `file`. */
void verdict_say(Report *report, Slice file, const Report *said);
