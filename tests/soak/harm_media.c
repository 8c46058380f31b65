/* Harms pictures and films; the hashes of films are put right. */
#include "soak/harm_parts.h"

#include "content/pack.h"

#include <SDL2/SDL_image.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

/* ---- pictures -------------------------------------------------------------------------------- */

static int sample(HarmWork *w, int kind, unsigned char *bytes, int most, int *width, int *height) {
    *width = 40 + (int)harm_below(w, 300), *height = 40 + (int)harm_below(w, 200);
    if (*width > 8 * *height || harm_below(w, 20) == 0)
        *width = 4000, *height = 3900;
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(
        0, *width, *height, 24, kind == 2 ? SDL_PIXELFORMAT_BGR24 : SDL_PIXELFORMAT_RGB24);
    SDL_RWops *to = SDL_RWFromMem(bytes, most);
    SDL_Rect half = {*width / 4, *height / 4, *width / 2, *height / 2};
    SDL_FillRect(s, &half, harm_below(w, 1 << 24));
    if (kind == 0 ? IMG_SavePNG_RW(s, to, 0) : IMG_SaveJPG_RW(s, to, 0, 80))
        harm_die("a sample picture", SDL_GetError());
    int size = (int)SDL_RWtell(to);
    SDL_RWclose(to);
    SDL_FreeSurface(s);
    return size;
}

static void harm_bytes(HarmWork *w, unsigned char *bytes, int *size) {
    for (int hits = (int)harm_below(w, 6); hits && *size > 8; hits--) {
        int at = (int)harm_below(w, (unsigned)(harm_below(w, 2) && *size > 80 ? 80 : *size)),
            kind = (int)harm_below(w, 8);
        if (kind == 0)
            *size = at + 1;
        else if (kind < 4)
            bytes[at] ^= (unsigned char)(1u << harm_below(w, 8));
        else if (kind < 6)
            bytes[at] = (unsigned char)harm_below(w, 256);
        else
            for (int i = at; i < at + 4 && i < *size; i++)
                bytes[i] = 0xFF;
    }
}

/* A drawing of random elements with random numbers, some of them far out. */
static int scribble(HarmWork *w, unsigned char *bytes, size_t most) {
    static const char *const SHAPE[] = {"<path d='M%s %sL%s %sQ%s %s 9 9T%s %sA%s 9 0 1 0 %s 9z' ",
                                        "<rect x='%s' y='%s' width='%s' height='%s' rx='%s' ",
                                        "<circle cx='%s' cy='%s' r='%s' ",
                                        "<ellipse cx='%s' cy='%s' rx='%s' ry='%s' ",
                                        "<polyline points='%s,%s %s,%s %s,%s' ",
                                        "<g transform='matrix(%s %s %s %s %s %s)' ",
                                        "<g transform='rotate(%s) scale(%s) skewX(%s)' ",
                                        "<line x1='%s' y1='%s' x2='%s' "};
    static const char *const NUMBER[] = {"0",   "1",      "3.5",  "99",     "-40", "960",
                                         "1e5", "-99999", "1e-9", "999999", "1e7", "1e38",
                                         "nan", "50%",    "3em",  "-",      ""};
    char *at = (char *)bytes, *end = at + most - 600;
    int open = 0;
    at += sprintf(at, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='%s %s 300 200'>",
                  NUMBER[harm_below(w, 6)], NUMBER[harm_below(w, 6)]);
    for (int shapes = 1 + (int)harm_below(w, 300); shapes && at < end; shapes--) {
        const char *n[12], *form = SHAPE[harm_below(w, sizeof SHAPE / sizeof *SHAPE)];
        for (int i = 0; i < 12; i++)
            n[i] = NUMBER[harm_below(w, harm_below(w, 4) ? 10 : sizeof NUMBER / sizeof *NUMBER)];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        at += sprintf(at, form, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]);
#pragma GCC diagnostic pop
        at += sprintf(at,
                      "stroke='#0B4A7F' stroke-width='%s' stroke-dasharray='%s %s' "
                      "stroke-linejoin='round' opacity='%s'%s>",
                      n[10], n[11], NUMBER[harm_below(w, 8)], NUMBER[harm_below(w, 3)],
                      form[1] == 'g' ? "" : "/");
        open += form[1] == 'g';
    }
    while (open-- > 0 && at < end + 500)
        at += sprintf(at, "</g>");
    at += sprintf(at, "</svg>");
    return (int)(at - (char *)bytes);
}

static int own_drawing(HarmWork *w, unsigned char *bytes, int most) {
    sqlite3_stmt *stmt;
    sqlite3_prepare_v2(w->db, "SELECT data FROM picture WHERE kind='svg' LIMIT 1 OFFSET ?", -1,
                       &stmt, NULL);
    sqlite3_bind_int(stmt, 1, (int)harm_below(w, 60));
    int size = sqlite3_step(stmt) == SQLITE_ROW ? sqlite3_column_bytes(stmt, 0) : 0;
    size = size < most ? size : most;
    if (size)
        memcpy(bytes, sqlite3_column_blob(stmt, 0), (size_t)size);
    sqlite3_finalize(stmt);
    return size;
}

void harm_pictures(HarmWork *w) {
    static unsigned char bytes[3 << 20];
    static const char *const KIND[] = {"png", "jpeg", "svg", "scribble"};
    int kind = (int)harm_below(w, 4), width = 960, height = 640;
    int size = kind < 2    ? sample(w, kind, bytes, sizeof bytes, &width, &height)
               : kind == 2 ? own_drawing(w, bytes, sizeof bytes)
                           : scribble(w, bytes, 400000);
    if (kind == 3)
        width = 300, height = 200;
    if (kind < 3)
        harm_bytes(w, bytes, &size);
    sqlite3_stmt *stmt;
    sqlite3_prepare_v2(w->db,
                       "UPDATE picture SET data=?, width=?, height=? WHERE ord = (SELECT ord FROM "
                       "picture LIMIT 1 OFFSET ?)",
                       -1, &stmt, NULL);
    sqlite3_bind_blob(stmt, 1, bytes, size, SQLITE_STATIC);
    sqlite3_bind_int(stmt, 2, harm_below(w, 20) ? width : 1 + (int)harm_below(w, 20000));
    sqlite3_bind_int(stmt, 3, harm_below(w, 20) ? height : 1 + (int)harm_below(w, 20000));
    sqlite3_bind_int(stmt, 4, (int)harm_below(w, 8));
    sqlite3_step(stmt);
    sqlite3_finalize(stmt);
    harm_say(w, "%s of %d bytes, %d x %d", KIND[kind], size, width, height);
}

/* ---- films ----------------------------------------------------------------------------------- */

void harm_videos(HarmWork *w) {
    sqlite3_stmt *stmt;
    static unsigned char bytes[CHUNK_BYTES];
    int rows = (int)harm_number(w->db, "SELECT count(*) FROM clip_chunk");
    sqlite3_prepare_v2(w->db, "SELECT id, data FROM clip_chunk LIMIT 1 OFFSET ?", -1, &stmt, NULL);
    sqlite3_bind_int(stmt, 1, (int)harm_below(w, (unsigned)rows));
    if (sqlite3_step(stmt) != SQLITE_ROW)
        harm_die("clip_chunk", "no rows");
    long long id = sqlite3_column_int64(stmt, 0);
    int size = sqlite3_column_bytes(stmt, 1), whole = size;
    memcpy(bytes, sqlite3_column_blob(stmt, 1), (size_t)size);
    sqlite3_finalize(stmt);
    for (int i = 1 + (int)harm_below(w, 4); i; i--)
        harm_bytes(w, bytes, &size);
    bool cut = harm_below(w, 4) == 0, honest = harm_below(w, 8) != 0;
    size = cut ? size : whole;
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, bytes, (unsigned long long)size);
    sqlite3_prepare_v2(w->db, "UPDATE clip_chunk SET data=?, sha256=iif(?, ?, sha256) WHERE id=?",
                       -1, &stmt, NULL);
    sqlite3_bind_blob(stmt, 1, bytes, size, SQLITE_STATIC);
    sqlite3_bind_int(stmt, 2, honest);
    sqlite3_bind_blob(stmt, 3, hash, sizeof hash, SQLITE_STATIC);
    sqlite3_bind_int64(stmt, 4, id);
    sqlite3_step(stmt);
    sqlite3_finalize(stmt);
    harm_say(w, "chunk %lld of %d bytes%s%s", id, size, cut ? ", cut" : "",
             honest ? "" : ", with the wrong hash");
}
