#include "tools/studio/copies.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { NUMBER_MOST = 999999, SHOWN_MOST = 200, READ_MOST = 1 << 16 };

static const char *home_of(const Desk *d) {
    return arena_printf(d->arena, "%s.versions", d->studio->folder).at;
}

static int highest(const char *home) {
    int most = 0;
    DIR *dir = opendir(home);
    for (struct dirent *entry; dir && (entry = readdir(dir));)
        if (atoi(entry->d_name) > most && atoi(entry->d_name) <= NUMBER_MOST)
            most = atoi(entry->d_name);
    if (dir)
        closedir(dir);
    return most;
}

static bool put(Desk *d, const char *folder, const char *name, Slice bytes) {
    FilePart part;
    const char *path = arena_printf(d->arena, "%s/%s", folder, name).at;
    return file_begin(&part, path, bytes.at, (size_t)bytes.len, 0644) && file_finish(&part);
}

/* What cannot be looked at may be there. */
static bool is_there(Desk *d, Slice file, const char *path, bool *there, Error *error) {
    *there = access(path, F_OK) == 0;
    return *there || errno == ENOENT || errno == ENOTDIR ||
           studio_refuse(d, error, STUDIO_NOT_READ, file, error_why(errno));
}

bool copies_keep(Desk *d, Slice file, Slice what, Error *error) {
    char when[32], path[PATH_MAX];
    time_t now = time(NULL);
    struct tm local;
    const char *home = home_of(d);
    bool there;
    if (!folder_path(d, file, path, error) || !is_there(d, file, path, &there, error))
        return false;
    strftime(when, sizeof when, "%Y-%m-%d %H:%M", localtime_r(&now, &local));
    bool good = mkdir(home, 0777) == 0 || errno == EEXIST;
    const char *own = arena_printf(d->arena, "%s/%06d", home, highest(home) + 1).at;
    Slice told = arena_printf(d->arena, "%s\n" SLICE_FMT "\n" SLICE_FMT "\n", when, SLICE_ARG(file),
                              SLICE_ARG(what));
    good = good && mkdir(own, 0777) == 0 &&
           (!there || folder_copy(path, arena_printf(d->arena, "%s/before", own).at)) &&
           put(d, own, "what.txt", told);
    return good || studio_refuse(d, error, errno == ENOSPC ? STUDIO_DISK_FULL : STUDIO_NO_VERSION,
                                 slice_from(home), error_why(errno));
}

static bool read_file(Desk *d, const char *path, Slice *bytes) {
    int64_t size;
    int fd = file_open(path, &size);
    if (fd < 0 || size > READ_MOST) {
        if (fd >= 0)
            close(fd);
        return false;
    }
    char *memory = arena_alloc(d->arena, (size_t)size + 1);
    ssize_t got = read(fd, memory, (size_t)size);
    close(fd);
    *bytes = (Slice){memory, (int)got};
    return got >= 0;
}

static Slice line_of(Slice *rest) {
    int end = slice_find(*rest, LIT("\n"));
    Slice line = slice_cut(*rest, 0, end < 0 ? rest->len : end);
    *rest = slice_cut(*rest, end < 0 ? rest->len : end + 1, rest->len);
    return line;
}

int copies_list(Desk *d, Version **versions) {
    const char *home = home_of(d);
    int count = 0;
    for (int number = highest(home); number > 0 && count < SHOWN_MOST; number--) {
        Slice told;
        if (!read_file(d, arena_printf(d->arena, "%s/%06d/what.txt", home, number).at, &told))
            continue;
        Version v = {.id = arena_printf(d->arena, "%06d", number), .count = 1};
        v.when = line_of(&told);
        v.file = arena_new(d->arena, Slice);
        v.file[0] = line_of(&told);
        v.what = line_of(&told);
        *LIST_ADD(d->arena, *versions, count) = v;
    }
    return count;
}

bool copies_file(Desk *d, Slice id, Slice file, char path[PATH_MAX], bool *there, Error *error) {
    Slice told;
    const char *home = home_of(d);
    bool good = id.len == 6 && strspn(id.at, "0123456789") >= 6 &&
                read_file(d, arena_printf(d->arena, "%s/%.6s/what.txt", home, id.at).at, &told);
    if (good)
        line_of(&told);
    if (!good || !slice_equal(line_of(&told), file))
        return studio_refuse(d, error, STUDIO_NO_SUCH, id, "");
    snprintf(path, PATH_MAX, "%.4000s/%.6s/before", home, id.at);
    return is_there(d, file, path, there, error);
}
