#include "tools/sources/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define NAMES_MAX 2000

Slice source_path(Arena *arena, Slice folder, const char *name) {
    return arena_printf(arena, SLICE_FMT "/%s", SLICE_ARG(folder), name);
}

/* Of where `rest`, the end of `bytes`, begins. */
static int line_of(Slice bytes, Slice rest) {
    int line = 1;
    for (const char *c = bytes.at; c < rest.at; c++)
        line += *c == '\n';
    return line;
}

static bool check_text(Report *report, Slice path, Slice bytes) {
    for (Slice rest = bytes; rest.len;) {
        Slice before = rest;
        uint32_t code = utf8_next(&rest);
        if (code == 0xFFFD && !utf8_valid(slice_cut(before, 0, before.len - rest.len))) {
            report_fault(report, path, line_of(bytes, before),
                         "ce fichier n’est pas en UTF-8 ; l’enregistrer de nouveau en UTF-8");
            return false;
        }
        if (code < 0x20 && code != '\n' && code != '\r' && code != '\t') {
            report_fault(report, path, line_of(bytes, before),
                         "un caractère invisible (code %u) est dans le texte ; l’effacer", code);
            return false;
        }
    }
    return true;
}

static bool read_all(Report *report, Arena *arena, Slice path, int most, Slice *bytes) {
    struct stat info;
    FILE *file = stat(path.at, &info) == 0 && S_ISREG(info.st_mode) ? fopen(path.at, "rb") : NULL;
    if (!file) {
        report_fault(report, path, 1, "ce fichier ne peut pas être lu : %s",
                     errno ? strerror(errno) : "ce n’est pas un fichier");
        return false;
    }
    if (info.st_size > most) {
        fclose(file);
        report_fault(report, path, 1, "ce fichier est trop lourd : %ld octets, %d au plus",
                     (long)info.st_size, most);
        return false;
    }
    char *memory = arena_alloc(arena, (size_t)info.st_size + 1);
    *bytes = (Slice){memory, (int)fread(memory, 1, (size_t)info.st_size, file)};
    fclose(file);
    return true;
}

bool source_read(Report *report, Arena *arena, Slice path, int most, bool text, Slice *bytes) {
    errno = 0;
    if (!read_all(report, arena, path, most, bytes))
        return false;
    if (text && slice_has_prefix(*bytes, LIT("\xEF\xBB\xBF")))
        *bytes = slice_cut(*bytes, 3, bytes->len);
    return !text || check_text(report, path, *bytes);
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const Slice *)a)->at, ((const Slice *)b)->at);
}

int source_list(Arena *arena, Slice folder, const char *ending, Slice **names) {
    int count = 0;
    *names = arena_array(arena, Slice, NAMES_MAX);
    DIR *dir = opendir(folder.at);
    for (struct dirent *entry; dir && (entry = readdir(dir)) && count < NAMES_MAX;) {
        size_t len = strlen(entry->d_name), end = strlen(ending);
        if (entry->d_name[0] != '.' && len > end && strcmp(entry->d_name + len - end, ending) == 0)
            (*names)[count++] = arena_copy(arena, slice_from(entry->d_name));
    }
    if (dir)
        closedir(dir);
    if (count)
        qsort(*names, (size_t)count, sizeof **names, by_name);
    return count;
}
