/* Puts together what lies on a stick. Knows no page of the kiosk. */
#include "staff/gather.h"

#include "base/log.h"
#include "report/merge.h"
#include "report/report.h"

#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_BYTES 4200
#define TOGETHER "Toutes les bornes"

bool gather_report(const char *file, const char *folder, Error *error) {
    Arena arena = {0};
    Figures *figures = arena_new(&arena, Figures);
    bool good = figures_read(file, (FiguresWish){0}, &arena, figures, error) &&
                report_write_all(folder, figures, &arena, error);
    arena_free(&arena);
    return good;
}

/* Adds one file after the other, so that one that is damaged spoils nothing. Returns how many
 * kiosks there are. */
static int put_together(const char *together, const char *own, const glob_t *found) {
    char *files[2] = {(char *)own, NULL};
    MergeCount merged = {0};
    Error error;
    if (!merge_files(together, files, 1, &merged, &error)) {
        log_line("export", "%s", error.text);
        return 0;
    }
    for (size_t i = 0; i < found->gl_pathc; i++) {
        MergeCount more;
        files[0] = (char *)together;
        files[1] = found->gl_pathv[i];
        if (merge_files(together, files, 2, &more, &error))
            merged = more;
        else
            log_line("export", "left out: %s", error.text);
    }
    return merged.kiosks;
}

static bool find_files(const char *stick, glob_t *found) {
    char pattern[PATH_BYTES];
    *found = (glob_t){0};
    snprintf(pattern, sizeof pattern, "%s/*/" GATHER_FILE, stick);
    return glob(pattern, GLOB_NOSORT, NULL, found) == 0 && found->gl_pathc > 0;
}

int gather_together(const char *stick, const char *own, const char *together) {
    glob_t found;
    int kiosks = find_files(stick, &found) ? put_together(together, own, &found) : 0;
    globfree(&found);
    return kiosks;
}

static bool gather_into(const char *folder, const char *stick, const char *own, Error *error) {
    char together[PATH_BYTES + 32];
    snprintf(together, sizeof together, "%s/" GATHER_FILE, folder);
    if (mkdir(folder, 0755) != 0)
        return error_set(error, "%.200s : ne s’écrit pas : %s", folder, error_why(errno));
    if (gather_together(stick, own, together) > 1)
        return gather_report(together, folder, error);
    unlink(together);
    rmdir(folder);
    return true;
}

bool gather_kiosks(const char *stick, const char *own, const char *into, Error *error) {
    char folder[PATH_BYTES];
    snprintf(folder, sizeof folder, "%s/" TOGETHER, into);
    return gather_into(folder, stick, own, error);
}
