#include "tools/studio/progress.h"

#include "tools/sources/po.h"
#include "tools/studio/html.h"

#include <string.h>
#include <sys/stat.h>

enum { FILES_MOST = 16 };

typedef struct Progress {
    Slice code; /* "de" */
    int done, all, fuzzy;
    Slice trouble; /* the file is none: why */
} Progress;

/* "trade/soudage name", "trade_fact/soudage/0 label": whose words are they? */
static bool is_of(Slice context, const char *table, Slice id) {
    Slice rest = context;
    if (!id.len)
        return true;
    if (!slice_has_prefix(rest, slice_from(table)))
        return false;
    int slash = slice_find(rest, LIT("/"));
    rest = slice_cut(rest, slash + 1, rest.len);
    if (slash < 0 || !slice_has_prefix(rest, id))
        return false;
    return rest.len == id.len || rest.at[id.len] == ' ' || rest.at[id.len] == '/';
}

static void count(const PoFile *file, const char *table, Slice id, Progress *p) {
    for (int i = 0; i < file->count; i++) {
        const PoText *text = &file->text[i];
        if (!is_of(text->context, table, id))
            continue;
        p->all++;
        p->fuzzy += text->fuzzy;
        p->done += text->target.len && !text->fuzzy;
    }
}

/* A file is read once, as long as it stays as it is: some have thousands of texts. Under the lock
   of the studio. */
typedef struct Known {
    char path[PATH_MAX];
    struct timespec changed;
    off_t size;
    Arena arena;
    PoFile file;
} Known;
static Known known[FILES_MOST];

static Known *known_of(const char *path) {
    int at = 0;
    while (at + 1 < FILES_MOST && known[at].path[0] && strcmp(known[at].path, path) != 0)
        at++;
    return &known[at];
}

static const PoFile *read_file(const char *path, Error *error) {
    struct stat info = {0};
    Known *k = known_of(path);
    stat(path, &info);
    if (strcmp(k->path, path) == 0 && k->size == info.st_size &&
        memcmp(&k->changed, &info.st_mtim, sizeof k->changed) == 0)
        return &k->file;
    arena_free(&k->arena);
    k->path[0] = 0;
    if (!po_read(path, &k->arena, &k->file, error))
        return NULL;
    snprintf(k->path, sizeof k->path, "%s", path);
    k->changed = info.st_mtim;
    k->size = info.st_size;
    return &k->file;
}

void progress_forget(void) {
    for (int i = 0; i < FILES_MOST; i++)
        arena_free(&known[i].arena);
}

static int read_all(Desk *d, RecordId kind, Slice id, Progress **progress) {
    Slice *names;
    int files = folder_list(d, "lang", ".po", &names), all = 0;
    *progress = arena_array(d->arena, Progress, files + 1);
    for (int i = 0; i < files; i++) {
        char path[PATH_MAX];
        const PoFile *file = NULL;
        Error error;
        Progress *p = &(*progress)[all];
        *p = (Progress){.code = names[i]};
        Slice name = arena_printf(d->arena, "lang/" SLICE_FMT ".po", SLICE_ARG(names[i]));
        if (folder_path(d, name, path, &error))
            file = read_file(path, &error);
        if (file)
            count(file, record_of(kind)->table, id, p);
        else
            p->trouble = arena_copy(d->arena, slice_from(error.text));
        all++;
    }
    return all;
}

static void put_row(Desk *d, const Progress *p) {
    html_format(d, "<tr><th scope=\"row\">");
    html_text(d, p->code);
    html_format(d, "</th>");
    if (p->trouble.len) {
        html_in(d, "td colspan=\"2\"", p->trouble);
        html_format(d, "</tr>");
        return;
    }
    html_format(d, "<td><progress max=\"%d\" value=\"%d\"></progress></td><td>%d / %d",
                p->all ? p->all : 1, p->done, p->done, p->all);
    if (p->fuzzy) {
        html_format(d, " (%d ", p->fuzzy);
        html_word(d, STUDIO_FUZZY);
        html_format(d, ")");
    }
    html_format(d, "</td></tr>");
}

void progress_put(Desk *d, RecordId kind, Slice id) {
    Progress *progress;
    int count = read_all(d, kind, id, &progress);
    if (!count)
        return;
    html_format(d, "<table class=\"progress\">");
    html_word_in(d, "caption", STUDIO_TRANSLATED);
    for (int i = 0; i < count; i++)
        put_row(d, &progress[i]);
    html_format(d, "</table>");
}
