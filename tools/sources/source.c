#include "tools/sources/source.h"

#include "base/error.h"
#include "base/message.h"
#include "tools/sources/signs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <uninorm.h>
#include <unistd.h>

Slice source_path(Arena *arena, Slice folder, const char *name) {
    return arena_printf(arena, SLICE_FMT "/%s", SLICE_ARG(folder), name);
}

static bool is_foreign(Slice sign, uint32_t code) {
    return code == 0xFFFD && !utf8_valid(sign);
}

static bool is_control(uint32_t code) {
    return code < 0x20 && code != '\n' && code != '\r' && code != '\t';
}

/* False where a text cannot be read on. */
static bool check_sign(Report *report, Slice path, int line, Slice sign, uint32_t before) {
    Slice rest = sign;
    uint32_t code = utf8_next(&rest);
    if (is_foreign(sign, code))
        report_fault(report, path, line,
                     "ce fichier n’est pas en UTF-8 ; l’enregistrer de nouveau en UTF-8");
    else if (is_control(code))
        report_fault(report, path, line,
                     "un caractère invisible (code %u) est dans le texte ; l’effacer", code);
    else if (sign_hidden(code, before))
        report_fault(report, path, line, "%s", sign_mend(&report->arena, code).at);
    return !is_foreign(sign, code) && !is_control(code);
}

static bool check_text(Report *report, Slice path, Slice bytes) {
    uint32_t before = 0;
    int line = 1;
    for (Slice rest = bytes; rest.len;) {
        Slice from = rest;
        uint32_t code = utf8_next(&rest);
        Slice sign = slice_cut(from, 0, from.len - rest.len);
        bool plain = code >= ' ' && code < 0x7F;
        if (!plain && !check_sign(report, path, line, sign, before))
            return false;
        line += code == '\n';
        before = code;
    }
    return true;
}

/* Does a file beside it have its name with another ending? */
static bool is_misnamed(const Report *report, Slice path) {
    int from = path.len;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    Slice name = slice_cut(path, from, path.len);
    return report_explains(report, name.at, LIT(""));
}

static bool read_all(Report *report, Arena *arena, Slice path, int most, Slice *bytes) {
    struct stat info;
    FILE *file = stat(path.at, &info) == 0 && S_ISREG(info.st_mode) ? fopen(path.at, "rb") : NULL;
    if (!file && errno == ENOENT && is_misnamed(report, path))
        return false;
    if (!file) {
        report_fault(report, path, 1, "ce fichier ne peut pas être lu : %s",
                     errno ? error_why(errno) : message("ce n’est pas un fichier"));
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

/* Most files have no sign that could be the accent of another. */
static bool is_plain(Slice bytes) {
    for (int i = 0; i < bytes.len; i++)
        if ((unsigned char)bytes.at[i] > 0xC9) /* U+0300 begins with 0xCC */
            return false;
    return true;
}

/* Letters and their accents as one sign each, however the system that wrote them does it. */
Slice source_composed(Arena *arena, Slice bytes) {
    size_t len = 0;
    const uint8_t *text = (const uint8_t *)bytes.at;
    if (is_plain(bytes))
        return bytes;
    uint8_t *made = u8_normalize(UNINORM_NFC, text, (size_t)bytes.len, NULL, &len);
    Slice copy = made ? arena_copy(arena, (Slice){(const char *)made, (int)len}) : bytes;
    free(made);
    return copy;
}

/* As old systems end their lines. */
static void mend_line_ends(Slice bytes) {
    char *at = (char *)(uintptr_t)bytes.at;
    for (int i = 0; i < bytes.len; i++)
        if (at[i] == '\r' && (i + 1 == bytes.len || at[i + 1] != '\n'))
            at[i] = '\n';
}

static bool take_text(Report *report, Arena *arena, Slice path, Slice *bytes) {
    if (slice_has_prefix(*bytes, LIT("\xEF\xBB\xBF")))
        *bytes = slice_cut(*bytes, 3, bytes->len);
    mend_line_ends(*bytes);
    if (!check_text(report, path, *bytes))
        return false;
    *bytes = source_composed(arena, *bytes);
    return true;
}

bool source_read(Report *report, Arena *arena, Slice path, int most, bool text, Slice *bytes) {
    errno = 0;
    if (report_knows(report, path))
        return false;
    bool good = read_all(report, arena, path, most, bytes) &&
                (!text || take_text(report, arena, path, bytes));
    if (!good)
        report_broken(report, path);
    return good;
}

/* ---- tried ----------------------------------------------------------------------------------- */

static const YamlNode *tried(const Report *report, Slice path) {
    const SourceTrial *trial = report->trial;
    for (int i = 0; trial && i < trial->count; i++)
        if (slice_equal(trial->path[i], path))
            return trial->root[i];
    return NULL;
}

bool source_is_there(const Report *report, Slice path) {
    return tried(report, path) || access(path.at, F_OK) == 0;
}

const YamlNode *source_yaml(Report *report, Arena *arena, Slice path, int most) {
    const YamlNode *root = tried(report, path);
    Slice bytes;
    if (root || !source_read(report, arena, path, most, true, &bytes))
        return root;
    return yaml_read(report, arena, path, bytes);
}

/* ---- lists ----------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b) {
    return strcmp(((const Slice *)a)->at, ((const Slice *)b)->at);
}

int source_list(Arena *arena, Slice folder, const char *ending, Slice **names) {
    int count = 0;
    *names = arena_array(arena, Slice, 1);
    DIR *dir = opendir(folder.at);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        size_t len = strlen(entry->d_name), end = strlen(ending);
        if (entry->d_name[0] != '.' && len > end && strcmp(entry->d_name + len - end, ending) == 0)
            *LIST_ADD(arena, *names, count) = arena_copy(arena, slice_from(entry->d_name));
    }
    if (dir)
        closedir(dir);
    if (count)
        qsort(*names, (size_t)count, sizeof **names, by_name);
    return count;
}

static bool is_listed(const Slice *names, int count, Slice name) {
    for (int i = 0; i < count; i++)
        if (slice_equal(names[i], name))
            return true;
    return false;
}

int source_list_yaml(const Report *report, Arena *arena, Slice folder, Slice **names) {
    int count = source_list(arena, folder, ".yaml", names);
    for (int i = 0; report->trial && i < report->trial->count; i++) {
        Slice path = report->trial->path[i];
        Slice name = slice_cut(path, folder.len + 1, path.len);
        bool within = slice_has_prefix(path, folder) && path.len > folder.len + 1 &&
                      path.at[folder.len] == '/' && slice_find(name, LIT("/")) < 0;
        if (within && !is_listed(*names, count, name))
            *LIST_ADD(arena, *names, count) = arena_copy(arena, name);
    }
    if (report->trial && count)
        qsort(*names, (size_t)count, sizeof **names, by_name);
    return count;
}
