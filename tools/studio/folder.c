#include "tools/studio/folder.h"

#include "base/file.h"
#include "tools/sources/source.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { YAML_MOST = 8 << 20, FILE_MOST = 64 << 20 };

bool folder_id(Slice id) {
    for (int i = 0; i < id.len; i++)
        if (!isalnum((unsigned char)id.at[i]) && (!i || !strchr("-_", id.at[i])))
            return false;
    return id.len > 0 && id.len <= 80;
}

bool folder_new_id(Slice id) {
    for (int i = 0; i < id.len; i++)
        if (isupper((unsigned char)id.at[i]) || id.at[i] == '_')
            return false;
    return folder_id(id);
}

/* ---- paths ----------------------------------------------------------------------------------- */

/* Parts with a name of their own, no "..", nothing hidden. */
static bool is_plain(Slice file) {
    if (!file.len || file.len > 400 || memchr(file.at, 0, (size_t)file.len))
        return false;
    for (int i = 0; i < file.len; i++) {
        bool begins = !i || file.at[i - 1] == '/';
        bool odd = file.at[i] == '.' || file.at[i] == '/' || file.at[i] == '-';
        if ((begins && odd) || (unsigned char)file.at[i] < ' ' || file.at[i] == '\\')
            return false;
    }
    return file.at[file.len - 1] != '/';
}

static bool lies_within(const Studio *s, const char *real) {
    size_t len = strlen(s->folder);
    return strncmp(real, s->folder, len) == 0 && (real[len] == '/' || !real[len]);
}

/* Of a file that is not there yet, the nearest folder that is. */
static bool is_ours(const Studio *s, const char *path) {
    char real[PATH_MAX], part[PATH_MAX];
    struct stat info;
    snprintf(part, sizeof part, "%s", path);
    while (lstat(part, &info) != 0) {
        char *slash = strrchr(part, '/');
        if (!slash || slash == part)
            return false;
        *slash = 0;
    }
    return realpath(part, real) && lies_within(s, real);
}

bool folder_path(const Desk *d, Slice file, char path[PATH_MAX], Error *error) {
    if (!is_plain(file))
        return studio_refuse(d, error, STUDIO_BAD_NAME, file, "");
    int len = snprintf(path, PATH_MAX, "%s/" SLICE_FMT, d->studio->folder, SLICE_ARG(file));
    if (len >= PATH_MAX || !is_ours(d->studio, path))
        return studio_refuse(d, error, STUDIO_LEADS_OUTSIDE, file, "");
    return true;
}

/* ---- reading --------------------------------------------------------------------------------- */

static void hash_of(Slice bytes, char hash[FOLDER_HASH]) {
    unsigned char sum[16];
    crypto_generichash(sum, sizeof sum, (const unsigned char *)bytes.at, (size_t)bytes.len, NULL,
                       0);
    sodium_bin2hex(hash, FOLDER_HASH, sum, sizeof sum);
}

static bool read_whole(Desk *d, const char *path, Slice *bytes) {
    int64_t size;
    int fd = file_open(path, &size);
    if (fd < 0 && errno == ELOOP) { /* a link that stays within the folder, as folder_path saw */
        char real[PATH_MAX];
        fd = realpath(path, real) && lies_within(d->studio, real) ? file_open(real, &size) : -1;
    }
    if (fd < 0)
        return false;
    errno = size > FILE_MOST ? EFBIG : 0;
    char *memory = size > FILE_MOST ? NULL : arena_alloc(d->arena, (size_t)size + 1);
    ssize_t got = memory ? read(fd, memory, (size_t)size) : -1;
    close(fd);
    *bytes = (Slice){memory, (int)got};
    return got >= 0;
}

bool folder_bytes(Desk *d, Slice file, Slice *bytes, Error *error) {
    char path[PATH_MAX];
    *bytes = LIT("");
    return folder_path(d, file, path, error) &&
           (read_whole(d, path, bytes) ||
            studio_refuse(d, error, STUDIO_NOT_READ, file, error_why(errno)));
}

/* The bytes as the tools read them, so that what is changed is where they say. */
static void read_yaml(Desk *d, const char *path, Source *source) {
    Slice name = arena_copy(d->arena, slice_from(path)), text;
    Report report = {0};
    if (source_read(&report, d->arena, name, YAML_MOST, true, &text)) {
        source->bytes = text;
        source->root = yaml_read(&report, d->arena, name, text);
    }
    if (!source->root && report.count) {
        source->broken = arena_copy(d->arena, report.entry[0].message);
        source->broken_line = report.entry[0].line;
    }
    report_free(&report);
}

bool folder_read(Desk *d, Slice file, Source *source, Error *error) {
    char path[PATH_MAX];
    Slice raw;
    *source = (Source){.file = file, .bytes = LIT(""), .hash = "-"};
    if (!folder_path(d, file, path, error))
        return false;
    if (!read_whole(d, path, &raw)) {
        bool missing = errno == ENOENT || errno == ENOTDIR;
        return missing || studio_refuse(d, error, STUDIO_NOT_READ, file, error_why(errno));
    }
    source->there = true;
    source->bytes = raw;
    hash_of(raw, source->hash);
    if (file.len > 5 && memcmp(file.at + file.len - 5, ".yaml", 5) == 0)
        read_yaml(d, path, source);
    return true;
}

int folder_list(Desk *d, const char *folder, const char *ending, Slice **names) {
    char path[PATH_MAX];
    Error error;
    if (!folder_path(d, slice_from(folder), path, &error))
        return 0;
    int count = source_list(d->arena, arena_copy(d->arena, slice_from(path)), ending, names);
    for (int i = 0; i < count; i++) {
        Slice name = slice_cut((*names)[i], 0, (*names)[i].len - (int)strlen(ending));
        (*names)[i] = arena_copy(d->arena, name);
    }
    return count;
}

/* ---- writing --------------------------------------------------------------------------------- */

static void make_folder_of(const char *path) {
    char part[PATH_MAX];
    snprintf(part, sizeof part, "%s", path);
    *strrchr(part, '/') = 0;
    mkdir(part, 0777);
}

bool folder_write(Desk *d, Slice file, Slice bytes, Error *error) {
    char path[PATH_MAX];
    FilePart part;
    if (!folder_path(d, file, path, error))
        return false;
    make_folder_of(path);
    if (file_begin(&part, path, bytes.at, (size_t)bytes.len, 0644) && file_finish(&part))
        return true;
    return studio_refuse(d, error, errno == ENOSPC ? STUDIO_DISK_FULL : STUDIO_NOT_WRITTEN, file,
                         error_why(errno));
}

bool folder_copy(const char *from, const char *to) {
    char bytes[1 << 16];
    ssize_t got = 0;
    errno = 0;
    int in = open(from, O_RDONLY | O_CLOEXEC);
    int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644);
    bool good = in >= 0 && out >= 0;
    while (good && (got = read(in, bytes, sizeof bytes)) > 0)
        good = write(out, bytes, (size_t)got) == got;
    good = good && got == 0 && fsync(out) == 0;
    int why = errno;
    if (in >= 0)
        close(in);
    if (out >= 0)
        close(out);
    errno = why ? why : ENOSPC; /* a disk that took a part of it says nothing */
    return good;
}

bool folder_take(Desk *d, Slice file, const char *from, Error *error) {
    char path[PATH_MAX];
    if (!folder_path(d, file, path, error))
        return false;
    make_folder_of(path);
    const char *part = arena_printf(d->arena, "%s.part", path).at;
    if (file_may_take(path) && folder_copy(from, part) && rename(part, path) == 0)
        return true;
    int why = errno;
    unlink(part);
    return studio_refuse(d, error, why == ENOSPC ? STUDIO_DISK_FULL : STUDIO_NOT_WRITTEN, file,
                         error_why(why));
}

bool folder_remove(Desk *d, Slice file, Error *error) {
    char path[PATH_MAX];
    return folder_path(d, file, path, error) &&
           (unlink(path) == 0 ||
            studio_refuse(d, error, STUDIO_NOT_WRITTEN, file, error_why(errno)));
}
