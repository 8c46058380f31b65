/* A pack that is being harmed, for the files that harm it. */
#pragma once

#include "soak/harm.h"

#include <sqlite3.h>

typedef struct HarmWork {
    const char *path;
    sqlite3 *db; /* NULL where bytes are harmed */
    uint64_t random;
    int turn;
    char *how;
    size_t how_bytes;
} HarmWork;

/* xorshift64*: the same mutants everywhere. */
unsigned harm_below(HarmWork *w, unsigned bound);
void harm_die(const char *what, const char *why) __attribute__((noreturn));
void harm_say(HarmWork *w, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What the tables refuse has harmed nothing: the pack is then as it was. */
void harm_run(sqlite3 *db, const char *format, ...) __attribute__((format(printf, 2, 3)));
long long harm_number(sqlite3 *db, const char *sql);

void harm_pages(HarmWork *w);

/* ---- harm_tables.c ---- */
void harm_schema(HarmWork *w);
void harm_columns(HarmWork *w);
void harm_captions(HarmWork *w);
void harm_rows(HarmWork *w);

/* ---- harm_media.c ---- */
void harm_pictures(HarmWork *w);
void harm_videos(HarmWork *w);
