#include "tools/pack/new.h"

#include "base/arena.h"
#include "base/near.h"
#include "base/nearest.h"
#include "search/fold.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAMES_MAX 32
#define ID_BYTES 41 /* content.def: an id has 40 signs */
#define CAMPUS_FILE "campus.yaml"
#define ID_KEY "id: "

typedef struct Copying {
    Arena arena;
    const char *folder; /* the new one */
    Error *error;
    bool made; /* the folder was not there before */
} Copying;

static const char *joined(Copying *c, const char *folder, const char *name) {
    return arena_printf(&c->arena, "%s/%s", folder, name).at;
}

static bool fail(Copying *c, const char *path) {
    return error_set(c->error, "%s : %s", path, error_why(errno));
}

static bool is_hidden(const char *name) {
    return name[0] == '.';
}

/* ---- which there are ------------------------------------------------------------------------- */

/* With the program, where `make install` puts them, or beside it, where `make` does. */
static bool find_all(char path[NEAR_BYTES]) {
    return near_program((const char *const[]){"/../share/azimut/new", "/new", "/../new", NULL},
                        path);
}

/* Sorted; NULL after the last. */
static const char *const *list_names(Copying *c, const char *path) {
    const char **name = arena_array(&c->arena, const char *, NAMES_MAX + 1);
    struct dirent **entry = NULL;
    int count = scandir(path, &entry, NULL, alphasort), kept = 0;
    for (int i = 0; i < count; i++) {
        if (!is_hidden(entry[i]->d_name) && kept < NAMES_MAX)
            name[kept++] = arena_copy(&c->arena, slice_from(entry[i]->d_name)).at;
        free(entry[i]);
    }
    free(entry);
    return name;
}

static bool say_unknown(Copying *c, const char *from, const char *const *name) {
    const char *near = nearest_word(slice_from(from), name);
    Slice all = LIT("");
    for (int i = 0; name[i]; i++)
        all = arena_printf(&c->arena, SLICE_FMT "%s%s", SLICE_ARG(all), i ? ", " : "", name[i]);
    if (near)
        return error_set(c->error,
                         "--from %.40s : aucun campus de départ ne s’appelle ainsi ; est-ce « %s » "
                         "? il y a : " SLICE_FMT,
                         from, near, SLICE_ARG(all));
    return error_set(
        c->error, "--from %.40s : aucun campus de départ ne s’appelle ainsi ; il y a : " SLICE_FMT,
        from, SLICE_ARG(all));
}

static const char *find_source(Copying *c, const char *from) {
    char path[NEAR_BYTES];
    if (!find_all(path)) {
        error_set(c->error, "share/azimut/new manque à côté du programme ; le réinstaller");
        return NULL;
    }
    const char *const *name = list_names(c, path);
    for (int i = 0; name[i]; i++)
        if (strcmp(name[i], from) == 0)
            return joined(c, arena_copy(&c->arena, slice_from(path)).at, from);
    say_unknown(c, from, name);
    return NULL;
}

/* ---- the folder ------------------------------------------------------------------------------ */

static bool is_empty(const char *folder) {
    DIR *dir = opendir(folder);
    bool empty = dir != NULL;
    for (struct dirent *entry; dir && (entry = readdir(dir));)
        empty &= strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    if (dir)
        closedir(dir);
    return empty;
}

static bool make_folder(Copying *c) {
    struct stat info;
    c->made = mkdir(c->folder, 0777) == 0;
    if (c->made)
        return true;
    if (errno == ENOENT)
        return error_set(
            c->error, "%s : le dossier où il doit être n’existe pas ; le créer d’abord", c->folder);
    if (errno != EEXIST)
        return fail(c, c->folder);
    if (lstat(c->folder, &info) != 0)
        return fail(c, c->folder);
    if (S_ISLNK(info.st_mode))
        return error_set(c->error, "%s : c’est un lien ; nommer le dossier lui-même", c->folder);
    if (!S_ISDIR(info.st_mode))
        return error_set(c->error, "%s : c’est un fichier ; nommer un dossier nouveau", c->folder);
    if (access(c->folder, R_OK | W_OK | X_OK) != 0)
        return fail(c, c->folder);
    if (!is_empty(c->folder))
        return error_set(c->error, "%s : ce dossier n’est pas vide ; nommer un dossier nouveau",
                         c->folder);
    return true;
}

/* Small letters, figures and hyphens of the folder's own name; false when it has none. */
static bool take_id(Copying *c, char id[ID_BYTES]) {
    char whole[PATH_MAX], folded[FOLD_BYTES];
    if (!realpath(c->folder, whole))
        return fail(c, c->folder);
    int len = fold(slice_from(strrchr(whole, '/') + 1), folded, sizeof folded);
    Slice rest = {folded, len}, word;
    int used = 0;
    while (fold_next(&rest, &word) && used + word.len + 1 < ID_BYTES) {
        if (word.at[0] & 0x80) /* letters that an id has not */
            continue;
        if (used)
            id[used++] = '-';
        memcpy(id + used, word.at, (size_t)word.len);
        used += word.len;
    }
    id[used] = 0;
    return used > 0 || error_set(c->error,
                                 "%s : ce nom n’a ni lettre ni chiffre, ou il est trop long ; le "
                                 "pack porte le nom du dossier",
                                 c->folder);
}

/* ---- the files ------------------------------------------------------------------------------- */

static bool write_all(int file, const char *bytes, size_t count) {
    while (count) {
        ssize_t written = write(file, bytes, count);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        count -= (size_t)written;
    }
    return true;
}

/* A full disk may say so only when the file is closed. */
static bool put(Copying *c, const char *path, Slice bytes) {
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool good = file >= 0 && write_all(file, bytes.at, (size_t)bytes.len);
    int why = errno;
    if (file >= 0 && close(file) != 0 && good) {
        why = errno;
        good = false;
    }
    errno = why;
    return good || fail(c, path);
}

/* Ours, and small; a link among them is followed, so that the sources have each picture once. */
static bool get(Copying *c, const char *path, Slice *bytes) {
    FILE *file = fopen(path, "rbe");
    struct stat info;
    bool good = file && fstat(fileno(file), &info) == 0 && S_ISREG(info.st_mode);
    if (good) {
        char *at = arena_array(&c->arena, char, (int)info.st_size + 1);
        *bytes = (Slice){at, (int)fread(at, 1, (size_t)info.st_size, file)};
        good = bytes->len == info.st_size;
    }
    if (file)
        fclose(file);
    return good || fail(c, path);
}

static bool copy_file(Copying *c, const char *from, const char *to) {
    Slice bytes;
    return get(c, from, &bytes) && put(c, to, bytes);
}

static bool copy_folder(Copying *c, const char *from, const char *to);

/* The campus itself comes last: a folder without it is no campus yet. */
static bool copy_one(Copying *c, const char *from, const char *to, const char *name) {
    struct stat info;
    const char *source = joined(c, from, name), *target = joined(c, to, name);
    if (is_hidden(name) || strcmp(name, CAMPUS_FILE) == 0)
        return true;
    if (stat(source, &info) != 0)
        return fail(c, source);
    if (!S_ISDIR(info.st_mode))
        return copy_file(c, source, target);
    return (mkdir(target, 0777) == 0 || fail(c, target)) && copy_folder(c, source, target);
}

static bool copy_folder(Copying *c, const char *from, const char *to) {
    DIR *dir = opendir(from);
    if (!dir)
        return fail(c, from);
    bool good = true;
    for (struct dirent *entry; good && (entry = readdir(dir));)
        good = copy_one(c, from, to, entry->d_name);
    closedir(dir);
    return good;
}

static bool write_campus(Copying *c, const char *from, const char *id) {
    Slice text;
    if (!get(c, joined(c, from, CAMPUS_FILE), &text))
        return false;
    int at = slice_find(text, LIT("\n" ID_KEY)) + 1;
    Slice before = slice_cut(text, 0, at), after = slice_cut(text, at, text.len);
    after = slice_cut(after, slice_find(after, LIT("\n")), after.len);
    return put(c, joined(c, c->folder, CAMPUS_FILE),
               arena_printf(&c->arena, SLICE_FMT ID_KEY "%s" SLICE_FMT, SLICE_ARG(before), id,
                            SLICE_ARG(after)));
}

/* ---- back to nothing ------------------------------------------------------------------------- */

/* Whatever stands in it was made here: it was new, or empty. */
static void remove_all(Copying *c, const char *folder) {
    DIR *dir = opendir(folder);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        const char *path = joined(c, folder, entry->d_name);
        if (is_hidden(entry->d_name) || unlink(path) == 0)
            continue;
        remove_all(c, path);
        rmdir(path);
    }
    if (dir)
        closedir(dir);
}

bool new_campus(const char *folder, const char *from, Error *error) {
    Copying c = {.error = error};
    char id[ID_BYTES];
    Slice path = slice_from(folder);
    while (path.len > 1 && path.at[path.len - 1] == '/') /* mkdir of a link and a slash differs */
        path.len--;
    c.folder = arena_copy(&c.arena, path).at;
    const char *source = find_source(&c, from);
    bool begun = source && make_folder(&c);
    bool good = begun && take_id(&c, id) && copy_folder(&c, source, c.folder) &&
                write_campus(&c, source, id);
    if (begun && !good) {
        remove_all(&c, c.folder);
        if (c.made)
            rmdir(c.folder);
    }
    arena_free(&c.arena);
    return good;
}
