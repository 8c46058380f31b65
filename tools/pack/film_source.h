/* The bytes of a film on their way into a pack: those that were looked at, or none. */
#pragma once

#include "base/slice.h"
#include "tools/pack/stamp.h"

/* Where the bytes of a film are: in memory, or in a file with this stamp. */
typedef struct FilmSource {
    Slice bytes;
    const char *path; /* NULL: in memory */
    FileStamp stamp;
} FilmSource;

typedef struct FilmReader {
    const FilmSource *source;
    int fd; /* -1: in memory */
    char *chunk;
} FilmReader;

/* Chunk by chunk. False: it cannot be read, or is another by now; errno says why, 0 for the
   latter. */
bool film_open(FilmReader *reader, const FilmSource *source);
bool film_chunk(FilmReader *reader, int64_t at, int count, Slice *chunk);
bool film_close(FilmReader *reader);
