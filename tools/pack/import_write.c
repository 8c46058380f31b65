#include "tools/pack/import_parts.h"

#include "base/error.h"
#include "base/file.h"
#include "tools/pack/schema_value.h"
#include "tools/sources/source.h"
#include "tools/sources/yaml_edit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES_MAX = 4096, FILE_BYTES_MAX = 64 << 20 };

typedef struct Writing {
    Import *import;
    ImportFile *file;
    int count;
} Writing;

static Slice stem_of(const Import *import, RecordId id) {
    Slice file = slice_from(schema_file_of(id));
    return source_path(import->arena, import->folder,
                       arena_copy(import->arena, slice_cut(file, 0, file.len - 5)).at);
}

static void add_file(Writing *w, Slice path, Slice text) {
    if (w->count == FILES_MAX)
        report_fault(w->import->report, path, 1, "trop de fichiers à la fois");
    else
        w->file[w->count++] = (ImportFile){path, text};
}

/* ---- a file each ----------------------------------------------------------------------------- */

static Slice id_of(RecordId id, const YamlNode *map) {
    return yaml_get(map, record_of(id)->field[0].key)->text;
}

/* The remarks that a file begins with. */
static Slice remarks_of(Slice text) {
    int end = 0;
    while (end < text.len && text.at[end] == '#') {
        int line = slice_find(slice_cut(text, end, text.len), LIT("\n"));
        end = line < 0 ? text.len : end + line + 1;
    }
    return slice_cut(text, 0, end);
}

static bool read_list(Writing *w, Slice path, Slice *text) {
    *text = LIT("");
    return access(path.at, F_OK) != 0 ||
           source_read(w->import->report, w->import->arena, path, FILE_BYTES_MAX, true, text);
}

static Slice remark_line(Writing *w, const char *remark) {
    return remark ? arena_printf(w->import->arena, "# %s\n", remark) : LIT("");
}

/* With the remarks that stood above it. */
static void write_alone(Writing *w, RecordId id, const RecordDraft *d, Slice folder,
                        const char *remark) {
    Arena *arena = w->import->arena;
    Slice was = LIT("");
    Slice path = d->home.len ? d->home
                             : arena_printf(arena, SLICE_FMT "/" SLICE_FMT ".yaml",
                                            SLICE_ARG(folder), SLICE_ARG(id_of(id, d->map)));
    if (d->home.len && !read_list(w, path, &was))
        return;
    Slice above = d->home.len ? remarks_of(was) : remark_line(w, remark);
    Slice text = yaml_text(arena, d->map, true);
    add_file(w, path, arena_printf(arena, SLICE_FMT SLICE_FMT, SLICE_ARG(above), SLICE_ARG(text)));
}

/* ---- a list ---------------------------------------------------------------------------------- */

/* Where the line begins, from 1; the end of the text for one beyond it. */
static int line_begin(Slice text, int line) {
    int at = 0;
    for (; line > 1 && at < text.len; at++)
        line -= text.at[at] == '\n';
    return at;
}

/* The dash of a record may stand above its first key. */
static int record_begin(Slice text, int line) {
    while (line > 1) {
        int at = line_begin(text, line);
        if (at < text.len && text.at[at] == '-')
            break;
        line--;
    }
    return line_begin(text, line);
}

/* Blank lines and remarks before the next record belong to that one. */
static int record_end(Slice text, int begin, int next) {
    int end = next;
    while (end > begin) {
        int line = end - 1;
        while (line > begin && text.at[line - 1] != '\n')
            line--;
        Slice said = slice_trim(slice_cut(text, line, end));
        if (line == begin || (said.len && said.at[0] != '#'))
            break;
        end = line;
    }
    return end;
}

static const RecordDraft *draft_named(RecordId id, const RecordDrafts *d, Slice name) {
    for (int i = 0; i < d->count; i++)
        if (d->draft[i].over && slice_equal(id_of(id, d->draft[i].map), name))
            return &d->draft[i];
    return NULL;
}

static void put(FILE *out, Slice text) {
    fwrite(text.at, 1, (size_t)text.len, out);
}

/* The text of a list file with the records that are laid over it in their places. */
static void put_edited(Writing *w, RecordId id, const RecordDrafts *d, Slice was,
                       const YamlNode *root, FILE *out) {
    int at = 0;
    for (const YamlNode *map = root ? root->first : NULL; map; map = map->next) {
        const YamlNode *name = yaml_get(map, record_of(id)->field[0].key);
        const RecordDraft *draft = name ? draft_named(id, d, name->text) : NULL;
        if (!draft)
            continue;
        int begin = record_begin(was, map->line);
        int next = map->next ? record_begin(was, map->next->line) : was.len;
        put(out, slice_cut(was, at, begin));
        put(out, yaml_text(w->import->arena, draft->map, false));
        at = record_end(was, begin, next);
    }
    put(out, slice_cut(was, at, was.len));
    if (was.len && was.at[was.len - 1] != '\n')
        put(out, LIT("\n"));
}

static bool write_list(Writing *w, RecordId id, const RecordDrafts *d, Slice path, bool all,
                       const char *remark) {
    Arena *arena = w->import->arena;
    Slice was;
    char *bytes;
    size_t size;
    if (!read_list(w, path, &was))
        return false;
    FILE *out = open_memstream(&bytes, &size);
    if (!out)
        abort();
    put_edited(w, id, d, was, was.len ? yaml_read(w->import->report, arena, path, was) : NULL, out);
    for (int i = 0; i < d->count && all; i++)
        if (d->draft[i].over && !d->draft[i].home.len) {
            put(out, remark_line(w, remark));
            put(out, yaml_text(arena, d->draft[i].map, false));
        }
    fclose(out);
    add_file(w, path, arena_copy(arena, (Slice){bytes, (int)size}));
    free(bytes);
    return true;
}

/* ---- lists ----------------------------------------------------------------------------------- */

static bool is_folder(Slice path) {
    struct stat info;
    return stat(path.at, &info) == 0 && S_ISDIR(info.st_mode);
}

/* New records go where the folder of their kind is, if there is one. */
static bool prepare(Writing *w, RecordId id, const RecordDrafts *d, const char *remark) {
    Slice stem = stem_of(w->import, id);
    Slice list = arena_printf(w->import->arena, SLICE_FMT ".yaml", SLICE_ARG(stem));
    bool folder = is_folder(stem), listed = false;
    for (int i = 0; i < d->count; i++) {
        const RecordDraft *draft = &d->draft[i];
        if (!draft->over)
            continue;
        w->import->written++;
        w->import->added += !draft->home.len;
        if (draft->stem.len || (folder && !draft->home.len))
            write_alone(w, id, draft, stem, remark);
        else
            listed = true;
    }
    return !listed || write_list(w, id, d, list, !folder, remark);
}

/* ---- files ----------------------------------------------------------------------------------- */

static bool say_not_written(Writing *w, const ImportFile *file) {
    report_fault(w->import->report, file->path, 1, "ce fichier ne s’écrit pas : %s",
                 error_why(errno));
    return false;
}

static bool begin_file(Writing *w, const ImportFile *file, FilePart *part) {
    return file_begin(part, file->path.at, file->text.at, (size_t)file->text.len, 0644) ||
           say_not_written(w, file);
}

/* All lie beside before the first takes its place. */
static bool write_files(Writing *w) {
    FilePart *part = arena_array(w->import->arena, FilePart, w->count + 1);
    int begun = 0;
    while (begun < w->count && begin_file(w, &w->file[begun], &part[begun]))
        begun++;
    bool good = begun == w->count;
    int done = 0;
    while (good && done < begun) {
        good = file_finish(&part[done]) || say_not_written(w, &w->file[done]);
        done += good;
    }
    for (int i = done; i < begun; i++)
        file_abandon(&part[i]);
    for (int i = 0; i < done && !good; i++) /* so that nobody is told that nothing is written */
        report_warn(w->import->report, w->file[i].path, 1, 0, "ce fichier, lui, est écrit");
    w->import->partly = !good && done;
    return good;
}

bool import_write_files(Import *import, ImportFile *file, int count) {
    return write_files(&(Writing){import, file, count});
}

bool import_write(Import *import, const RecordDrafts *drafts) {
    Writing w = {.import = import, .file = arena_array(import->arena, ImportFile, FILES_MAX)};
    bool good = true;
    for (int i = 0; i < import->count && good; i++)
        good = prepare(&w, import->over[i].id, &drafts[import->over[i].id], import->over[i].remark);
    return good && import->report->faults == 0 && write_files(&w);
}
