#include "tools/studio/versions.h"

#include "tools/studio/child.h"
#include "tools/studio/copies.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { SHOWN_MOST = 200 };

/* Hooks and signatures are for programmers; a name is needed even where nobody has set one. */
static Child git_into(Desk *d, const char *path, const char *const *arguments) {
    static const char *const BEFORE[] = {
        "git", "--literal-pathspecs",  "-c", "core.hooksPath=/dev/null",
        "-c",  "commit.gpgsign=false", "-c", "core.quotepath=false",
        "-c",  "core.fsmonitor=false"};
    const char *all[64];
    int count = 0;
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++)
        all[count++] = BEFORE[i];
    for (int i = 0; arguments[i] && count < 62; i++)
        all[count++] = arguments[i];
    all[count] = NULL;
    if (path)
        return child_run_into(d->arena, d->studio->folder, path, all);
    return child_run(d->arena, d->studio->folder, LIT(""), all);
}

static Child git(Desk *d, const char *const *arguments) {
    return git_into(d, NULL, arguments);
}
#define GIT(d, ...) git((d), (const char *const[]){__VA_ARGS__, NULL})

bool versions_by_git(Desk *d) {
    Child inside = GIT(d, "rev-parse", "--is-inside-work-tree");
    if (inside.status != 0 || !slice_is(slice_trim(inside.said), "true"))
        return false;
    return GIT(d, "check-ignore", "-q", ".").status != 0;
}

/* The author whom git knows, or this studio. */
static bool commit(Desk *d, Slice file, Slice what, Error *error) {
    const char *name = arena_copy(d->arena, file).at, *text = arena_copy(d->arena, what).at;
    bool known = GIT(d, "config", "user.email").status == 0;
    Child added = GIT(d, "add", "-A", "--", name);
    Child done = added;
    if (added.status == 0 && GIT(d, "diff", "--cached", "--quiet", "--", name).status == 0)
        return true; /* nothing is other than it was */
    if (added.status == 0 && known)
        done = GIT(d, "commit", "-q", "-m", text, "--only", "--", name);
    else if (added.status == 0)
        done = GIT(d, "-c", "user.name=Azimut Studio", "-c", "user.email=studio@localhost",
                   "commit", "-q", "-m", text, "--only", "--", name);
    return done.status == 0 || studio_refuse(d, error, STUDIO_NO_VERSION, file,
                                             arena_copy(d->arena, slice_trim(done.wrong)).at);
}

/* Or so it must be taken for: what cannot be looked at may be there. */
static bool is_there(Desk *d, Slice file) {
    char path[PATH_MAX];
    Error error;
    return folder_path(d, file, path, &error) &&
           (access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR));
}

/* What somebody else has changed meanwhile is a version of its own. */
bool versions_before(Desk *d, Slice file, Slice what, Error *error) {
    if (!versions_by_git(d))
        return copies_keep(d, file, what, error);
    Slice before = studio_sentence(d->arena, d->lang, STUDIO_DID_BEFORE, file, LIT(""));
    return !is_there(d, file) || commit(d, file, before, error);
}

bool versions_after(Desk *d, Slice file, Slice what, Error *error) {
    return !versions_by_git(d) || commit(d, file, what, error);
}

/* ---- what there is --------------------------------------------------------------------------- */

static Slice cut_off(Slice *rest, const char *end) {
    int at = slice_find(*rest, slice_from(end));
    Slice part = slice_cut(*rest, 0, at < 0 ? rest->len : at);
    *rest = slice_cut(*rest, at < 0 ? rest->len : at + (int)strlen(end), rest->len);
    return part;
}

/* "id\tparents\tdate\tmessage\nfile\nfile\n" behind each 0x01. */
static Version version_in(Desk *d, Slice text) {
    Version v = {.file = NULL};
    v.id = cut_off(&text, "\t");
    v.first = !cut_off(&text, "\t").len;
    v.when = cut_off(&text, "\t");
    v.what = cut_off(&text, "\n");
    while (text.len) {
        Slice file = slice_trim(cut_off(&text, "\n"));
        if (file.len)
            *LIST_ADD(d->arena, v.file, v.count) = file;
    }
    return v;
}

int versions_list(Desk *d, Version **versions) {
    int count = 0;
    *versions = NULL;
    if (!versions_by_git(d))
        return copies_list(d, versions);
    Child log =
        GIT(d, "log", "-n", "200", "--relative", "--name-only", "--no-renames",
            "--date=format:%Y-%m-%d %H:%M", "--format=%x01%h%x09%p%x09%ad%x09%s", "--", ".");
    Slice rest = log.said;
    cut_off(&rest, "\x01");
    while (rest.len && count < SHOWN_MOST)
        *LIST_ADD(d->arena, *versions, count) = version_in(d, cut_off(&rest, "\x01"));
    return count;
}

static bool is_commit(Slice id) {
    for (int i = 0; i < id.len; i++)
        if (!strchr("0123456789abcdef", id.at[i]))
            return false;
    return id.len >= 4 && id.len <= 40;
}

static bool no_such(Desk *d, Slice id, Child child, Error *error) {
    if (child.status < 0 || slice_trim(child.wrong).len)
        return studio_refuse(d, error, STUDIO_NOT_READ, id,
                             arena_copy(d->arena, slice_trim(child.wrong)).at);
    return studio_refuse(d, error, STUDIO_NO_SUCH, id, "");
}

/* Everything is asked for by itself: an answer that fails for another reason is not "it was not
   there", which would take the file away. Filters, so that it is as it was checked out. */
static bool git_file(Desk *d, Slice id, Slice file, const char *path, bool *there, Error *error) {
    const char *before = arena_printf(d->arena, SLICE_FMT "^", SLICE_ARG(id)).at;
    const char *named = arena_copy(d->arena, file).at;
    Child known =
        GIT(d, "rev-parse", "--verify", "-q", arena_printf(d->arena, "%s{commit}", before).at);
    if (known.status != 0)
        return no_such(d, id, known, error);
    Child listed = GIT(d, "ls-tree", "--name-only", before, "--", named);
    *there = slice_trim(listed.said).len > 0;
    if (listed.status != 0)
        return no_such(d, id, listed, error);
    if (!*there)
        return true;
    Child got =
        git_into(d, path,
                 (const char *const[]){"cat-file", "--filters",
                                       arena_printf(d->arena, "%s:./%s", before, named).at, NULL});
    return got.status == 0 || no_such(d, id, got, error);
}

bool versions_file(Desk *d, Slice id, Slice file, char path[PATH_MAX], bool *there, Error *error) {
    if (!folder_path(d, file, path, error))
        return false;
    if (!versions_by_git(d))
        return copies_file(d, id, file, path, there, error);
    if (!is_commit(id))
        return studio_refuse(d, error, STUDIO_NO_SUCH, id, "");
    snprintf(path, PATH_MAX, "%.4000s/before", d->studio->work);
    return git_file(d, id, file, path, there, error);
}
