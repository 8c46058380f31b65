#include "staff/maker.h"

#include "base/errand.h"
#include "base/log.h"
#include "base/message.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOOK_S 120
#define BUILD_S 900

static int run(const Maker *maker, char *const command[], int seconds, char *text, int room) {
    Errand errand = {.command = command, .seconds = seconds, .gives_up = maker->gives_up};
    return errand_run(&errand, text, room);
}

static StoreLook look_from(int status) {
    if (status == 0 || status == 1)
        return status == 0 ? LOOK_GOOD : LOOK_REFUSED;
    if (status == ERRAND_CRASHED || status == ERRAND_TOO_SLOW)
        return status == ERRAND_CRASHED ? LOOK_FELL : LOOK_SLOW;
    return LOOK_NO_TOOL;
}

/* ---- what it is asked ------------------------------------------------------------------------ */

StoreLook maker_look(const void *self, const char *pack, Label *label) {
    const Maker *maker = self;
    char text[1024] = "";
    char *const command[] = {(char *)(uintptr_t)maker->tool, "label", (char *)(uintptr_t)pack,
                             NULL};
    int status = run(maker, command, LOOK_S, text, sizeof text);
    StoreLook look = look_from(status);
    text[strcspn(text, "\n")] = 0;
    if (look > LOOK_REFUSED)
        log_line("store", "%s: ended with %d over a pack", command[0], status);
    return look == LOOK_GOOD && !label_read(text, label) ? LOOK_REFUSED : look;
}

/* What stands before the next tab. */
static Slice cut_column(Slice *line) {
    int tab = slice_find(*line, LIT("\t"));
    Slice column = slice_cut(*line, 0, tab < 0 ? line->len : tab);
    *line = slice_cut(*line, tab < 0 ? line->len : tab + 1, line->len);
    return column;
}

/* "fault" or "warning", FOLDER/file, line, column, words. */
static bool read_fault(Slice line, const char *folder, Fault *fault) {
    Slice kind = cut_column(&line), file = cut_column(&line), beginning = slice_from(folder);
    fault->warning = slice_is(kind, "warning");
    bool is_one = fault->warning || slice_is(kind, "fault");
    if (!is_one || !slice_has_prefix(file, beginning) || file.len <= beginning.len + 1)
        return false;
    fault->file = slice_cut(file, beginning.len + 1, file.len);
    fault->line = atoi(cut_column(&line).at);
    cut_column(&line);
    fault->words = line;
    return line.len;
}

static void read_faults(const char *folder, Made *made) {
    const char *at = made->text;
    while (*at && made->count < MAKER_FAULTS) {
        int length = (int)strcspn(at, "\n");
        Fault *fault = &made->fault[made->count];
        if (read_fault((Slice){at, length}, folder, fault)) {
            made->count++;
            made->faults += !fault->warning;
        }
        at += length + (at[length] == '\n');
    }
}

StoreLook maker_build(const Maker *maker, const char *folder, const char *pack, const char *lang,
                      Made *made) {
    char locale[32];
    made->lang = messages_code_for(lang);
    snprintf(locale, sizeof locale, "LC_ALL=%s", made->lang);
    char *const command[] = {(char *)(uintptr_t) "env",
                             locale,
                             (char *)(uintptr_t)maker->tool,
                             (char *)(uintptr_t) "build",
                             (char *)(uintptr_t)folder,
                             (char *)(uintptr_t) "-o",
                             (char *)(uintptr_t)pack,
                             (char *)(uintptr_t) "--lines",
                             (char *)(uintptr_t)(maker->draft ? "--draft" : NULL),
                             NULL};
    made->text[0] = 0;
    made->count = made->faults = 0;
    int status = run(maker, command, BUILD_S, made->text, sizeof made->text);
    read_faults(folder, made);
    StoreLook look = look_from(status);
    if (look > LOOK_REFUSED)
        log_line("store", "%s: ended with %d over a folder", maker->tool, status);
    return look;
}
