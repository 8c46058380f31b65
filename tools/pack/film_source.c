#include "tools/pack/film_source.h"

#include "content/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

bool film_open(FilmReader *r, const FilmSource *source) {
    struct stat info;
    *r = (FilmReader){source, -1, NULL};
    if (!source->path)
        return true;
    r->fd = open(source->path, O_RDONLY | O_CLOEXEC);
    if (r->fd < 0 || fstat(r->fd, &info) != 0)
        return false;
    errno = 0;
    r->chunk = malloc(CHUNK_BYTES);
    return r->chunk && stamp_is(&source->stamp, &info);
}

bool film_chunk(FilmReader *r, int64_t at, int count, Slice *chunk) {
    if (r->fd < 0) {
        *chunk = slice_cut(r->source->bytes, (int)at, (int)at + count);
        return true;
    }
    errno = 0;
    *chunk = (Slice){r->chunk, count};
    for (int got = 0; got < count;) {
        ssize_t more = pread(r->fd, r->chunk + got, (size_t)(count - got), at + got);
        if (more <= 0 && !(more < 0 && errno == EINTR))
            return false;
        got += more > 0 ? (int)more : 0;
    }
    return true;
}

bool film_close(FilmReader *r) {
    struct stat info;
    bool same = r->fd < 0 || (fstat(r->fd, &info) == 0 && stamp_is(&r->source->stamp, &info));
    if (r->fd >= 0)
        close(r->fd);
    free(r->chunk);
    return same;
}
