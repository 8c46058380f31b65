#include "support/film.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Film read_whole(const char *path) {
    Film film = {0};
    FILE *in = fopen(path, "rb");
    if (!in)
        fail_msg("no film at %s", path);
    fseek(in, 0, SEEK_END);
    film.size = ftell(in);
    rewind(in);
    film.bytes = malloc((size_t)film.size);
    if (fread(film.bytes, 1, (size_t)film.size, in) != (size_t)film.size)
        fail_msg("%s cannot be read", path);
    fclose(in);
    return film;
}

Film film_make(const char *arguments, const char *ending) {
    char folder[] = "/tmp/azimut-film-XXXXXX", path[64], command[2048];
    if (!mkdtemp(folder))
        fail_msg("no folder for a film");
    snprintf(path, sizeof path, "%s/film%s", folder, ending);
    snprintf(command, sizeof command, "ffmpeg -nostdin -v error -y %s %s", arguments, path);
    if (system(command) != 0)
        fail_msg("%s", command);
    Film film = read_whole(path);
    unlink(path);
    rmdir(folder);
    return film;
}

void film_free(Film *film) {
    free(film->bytes);
    *film = (Film){0};
}

static int read_film(void *self, int64_t offset, void *to, int count) {
    Film *film = self;
    if (film->bad_from && offset + count > film->bad_from)
        return -1;
    int64_t rest = film->size - offset;
    int got = rest < count ? (int)(rest > 0 ? rest : 0) : count;
    memcpy(to, film->bytes + offset, (size_t)got);
    return got;
}

ByteSource film_source(Film *film) {
    return (ByteSource){film, film->size, read_film};
}
