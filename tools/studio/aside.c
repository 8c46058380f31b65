#include "tools/studio/aside.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 1000 };

/* "originals/essai.mp4", "originals/essai-2.mp4". */
static bool free_name(Desk *d, Slice file, char path[PATH_MAX], Error *error) {
    int from = file.len, dot;
    while (from > 0 && file.at[from - 1] != '/')
        from--;
    for (dot = file.len; dot > from && file.at[dot - 1] != '.';)
        dot--;
    dot = dot > from + 1 ? dot - 1 : file.len;
    Slice stem = slice_cut(file, from, dot), ending = slice_cut(file, dot, file.len);
    for (int i = 1; i < TRIES; i++) {
        const char *number = i > 1 ? arena_printf(d->arena, "-%d", i).at : "";
        Slice name = arena_printf(d->arena, "originals/" SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(stem),
                                  number, SLICE_ARG(ending));
        if (!folder_path(d, name, path, error))
            return false;
        if (access(path, F_OK) != 0)
            return true;
    }
    return studio_refuse(d, error, STUDIO_TAKEN, file, "");
}

static void make_home(const char *path) {
    char home[PATH_MAX];
    int end = 0;
    for (int i = 0; path[i]; i++)
        end = path[i] == '/' ? i : end;
    snprintf(home, sizeof home, "%.*s", end, path);
    mkdir(home, 0777);
}

bool aside_put(Desk *d, Slice file, Aside *aside, Error *error) {
    if (!folder_path(d, file, aside->from, error) || !free_name(d, file, aside->to, error))
        return false;
    make_home(aside->to);
    return rename(aside->from, aside->to) == 0 ||
           studio_refuse(d, error, STUDIO_NOT_WRITTEN, file, error_why(errno));
}

bool aside_back(const Aside *aside) {
    return rename(aside->to, aside->from) == 0;
}
