/* Times what the search does after each letter that is typed, on a campus of 2,000 courses, beside
   a plain MATCH of FTS5 over the same texts: prefixes, no slips of the finger, no kinds. */
#include "search/search.h"
#include "tools/pack/search_index.h"
#include "tools/bench/took.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { COURSES = 2000, HITS = 400, TIMES_MAX = 4000, ROUNDS = 20 };

static const char *const LEVEL[] = {"CAP", "Bac pro", "BTS", "Titre professionnel", "Licence"};
static const char *const WHAT[] = {
    "soudage",   "usinage",     "maintenance", "électricité", "chaudronnerie", "plasturgie",
    "robotique", "conception",  "logistique",  "qualité",     "impression",    "chimie",
    "mécanique", "automatisme", "câblage",     "métrologie",  "menuiserie",    "charpente",
    "plomberie", "maçonnerie",  "peinture",    "carrosserie", "fonderie",      "forge"};
static const char *const OF[] = {"des systèmes",    "de production",     "industrielle",
                                 "connectée",       "des installations", "en atelier",
                                 "sur chantier",    "aéronautique",      "automobile",
                                 "agroalimentaire", "ferroviaire"};
static const char *const TYPED[] = {"bac pro maintenance", "soudage industrielle",
                                    "plastrugie",          "l'electricite en atelier",
                                    "bts conception zzzz", "ou est la metrologie"};

static Slice name_of(Arena *arena, int i) {
    int what = i % 24, of = i / 24 % 11, level = i / 264 % 5;
    return arena_printf(arena, "%s %s %s %d", LEVEL[level], WHAT[what], OF[of], i);
}

static void make_courses(Pack *pack, Arena *arena) {
    langs_own(&pack->lang);
    pack->course = arena_array(arena, Course, COURSES);
    pack->course_count = COURSES;
    for (int i = 0; i < COURSES; i++) {
        Course *course = &pack->course[i];
        course->id = arena_printf(arena, "course-%d", i);
        course->certification = course->partner = course->place = -1;
        course->name.in[0] = course->name.in[1] = name_of(arena, i);
        course->line.in[0] = course->line.in[1] =
            arena_printf(arena, "Apprendre %s %s, pas à pas, avec des gens du métier.",
                         WHAT[(i * 7) % 24], OF[(i * 5) % 11]);
    }
}

/* ---- after each letter ------------------------------------------------------------------------
 */

static int time_search(const Pack *pack, Arena *arena, double *took) {
    static SearchHit hit[HITS];
    const Search *search = search_new(pack, 0, arena);
    int count = 0;
    for (int round = 0; round < ROUNDS; round++)
        for (size_t q = 0; q < sizeof TYPED / sizeof *TYPED; q++)
            for (Slice typed = {TYPED[q], 2}; TYPED[q][typed.len - 1]; typed.len++) {
                double since = ms_of(CLOCK_PROCESS_CPUTIME_ID);
                search_find(search, LANG_FIRST, typed, hit, HITS);
                took[count++] = ms_of(CLOCK_PROCESS_CPUTIME_ID) - since;
            }
    return count;
}

static void fill_fts(sqlite3 *db, const Pack *pack) {
    sqlite3_stmt *insert;
    sqlite3_exec(db,
                 "CREATE VIRTUAL TABLE f USING fts5(name, line, prefix='2 3',"
                 " tokenize='unicode61 remove_diacritics 2'); BEGIN",
                 NULL, NULL, NULL);
    sqlite3_prepare_v2(db, "INSERT INTO f VALUES(?,?)", -1, &insert, NULL);
    for (int i = 0; i < COURSES; i++) {
        Slice name = pack->course[i].name.in[0], line = pack->course[i].line.in[0];
        sqlite3_bind_text(insert, 1, name.at, name.len, SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, line.at, line.len, SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
}

/* Every word of it quoted, the last one a prefix. */
static void match_of(Slice typed, char *out) {
    *out++ = '"';
    for (int i = 0; i < typed.len; i++) {
        char sign = typed.at[i] == '\'' ? ' ' : typed.at[i];
        if (sign == ' ')
            *out++ = '"';
        *out++ = sign;
        if (sign == ' ')
            *out++ = '"';
    }
    *out++ = '"';
    *out++ = '*';
    *out = 0;
}

static int time_fts(const Pack *pack, double *took) {
    sqlite3 *db;
    sqlite3_stmt *match;
    char words[256];
    int count = 0;
    sqlite3_open(":memory:", &db);
    fill_fts(db, pack);
    sqlite3_prepare_v2(db, "SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT 400", -1,
                       &match, NULL);
    for (int round = 0; round < ROUNDS; round++)
        for (size_t q = 0; q < sizeof TYPED / sizeof *TYPED; q++)
            for (Slice typed = {TYPED[q], 2}; TYPED[q][typed.len - 1]; typed.len++) {
                double since = ms_of(CLOCK_PROCESS_CPUTIME_ID);
                match_of(typed, words);
                sqlite3_bind_text(match, 1, words, -1, SQLITE_STATIC);
                while (sqlite3_step(match) == SQLITE_ROW)
                    ;
                sqlite3_reset(match);
                took[count++] = ms_of(CLOCK_PROCESS_CPUTIME_ID) - since;
            }
    sqlite3_finalize(match);
    sqlite3_close(db);
    return count;
}

static void tell(const char *name, double *took, int count) {
    took_sort(took, count);
    printf("%s_p50_ms %.3f\n%s_p99_ms %.3f\n", name, took[count / 2], name, took[count * 99 / 100]);
}

int main(void) {
    static Pack pack;
    static double took[TIMES_MAX];
    Arena arena = {0};
    make_courses(&pack, &arena);
    double since = ms_of(CLOCK_PROCESS_CPUTIME_ID);
    search_index_make(&pack, &arena);
    printf("search_index_ms %.1f\n", ms_of(CLOCK_PROCESS_CPUTIME_ID) - since);
    tell("search_letter", took, time_search(&pack, &arena, took));
    tell("fts5_letter", took, time_fts(&pack, took));
    arena_free(&arena);
    return 0;
}
