#include "print/lp.h"

#include "base/errand.h"
#include "base/slice.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define ASK_S 10 /* a print service that takes longer for a word does not answer */
#define ANSWER 8192

/* ---- what they answer ------------------------------------------------------------------------ */

/* Their words come in English (see ask), names as the installer chose them. */
static Slice next_line(Slice *text) {
    int stop = slice_find(*text, LIT("\n")), end = stop < 0 ? text->len : stop;
    Slice line = slice_cut(*text, 0, end);
    *text = slice_cut(*text, stop < 0 ? end : end + 1, text->len);
    return line;
}

static Slice next_word(Slice *line) {
    *line = slice_trim(*line);
    int stop = slice_find(*line, LIT(" ")), end = stop < 0 ? line->len : stop;
    Slice word = slice_cut(*line, 0, end);
    *line = slice_trim(slice_cut(*line, end, line->len));
    return word;
}

static bool has(Slice text, const char *part) {
    return slice_find(text, slice_from(part)) >= 0;
}

static bool skip(Slice *line, Slice words) {
    bool begins = slice_has_prefix(*line, words);
    *line = begins ? slice_cut(*line, words.len, line->len) : *line;
    return begins;
}

static bool keep(Slice word, char out[LP_NAME]) {
    snprintf(out, LP_NAME, SLICE_FMT, SLICE_ARG(word));
    return word.len > 0 && word.len < LP_NAME;
}

bool lp_read_default(const char *text, char name[LP_NAME]) {
    for (Slice rest = slice_from(text); rest.len;) {
        Slice line = next_line(&rest);
        if (skip(&line, LIT("system default destination: ")))
            return keep(next_word(&line), name);
    }
    return false;
}

bool lp_read_request(const char *text, char job[LP_NAME]) {
    for (Slice rest = slice_from(text); rest.len;) {
        Slice line = next_line(&rest);
        if (skip(&line, LIT("request id is ")))
            return keep(next_word(&line), job);
    }
    return false;
}

bool lp_read_listed(const char *text, const char *job) {
    for (Slice rest = slice_from(text); rest.len;) {
        Slice line = next_line(&rest);
        if (slice_is(next_word(&line), job))
            return true;
    }
    return false;
}

/* What keeps paper from coming, as RFC 8011 names it (printer-state-reasons): an error always does;
   these whatever they are called, unless it is a warning only. */
static bool is_in_the_way(Slice reason) {
    static const char *const REASONS[] = {"offline",     "shutdown",     "paused",    "media-empty",
                                          "media-jam",   "media-needed", "door-open", "cover-open",
                                          "toner-empty", "timed-out",    NULL};
    if (has(reason, "-warning"))
        return false;
    for (int i = 0; REASONS[i]; i++)
        if (slice_has_prefix(reason, slice_from(REASONS[i])))
            return true;
    return has(reason, "-error");
}

static Slice obstacle(Slice alerts) {
    while (alerts.len) {
        Slice reason = next_word(&alerts);
        if (is_in_the_way(reason))
            return reason;
    }
    return (Slice){0};
}

/* What `lpstat -l -p NAME -a NAME` says. */
bool lp_read_ready(const char *text, const char *printer, char why[LP_WHY]) {
    bool enabled = false, accepts = false;
    Slice barred = {0};
    for (Slice rest = slice_from(text); rest.len;) {
        Slice line = next_line(&rest), words = line;
        bool about = skip(&words, LIT("printer ")) && slice_is(next_word(&words), printer);
        enabled |= about && has(words, "enabled since");
        Slice accepting = line;
        accepts |= slice_is(next_word(&accepting), printer) &&
                   slice_has_prefix(accepting, LIT("accepting"));
        Slice alerts = slice_trim(line);
        if (skip(&alerts, LIT("Alerts:")))
            barred = obstacle(alerts);
    }
    const char *says = enabled ? "takes no jobs" : "is not there, or disabled";
    snprintf(why, LP_WHY, "%s" SLICE_FMT, barred.len ? "" : says, SLICE_ARG(barred));
    return enabled && accepts && !barred.len;
}

/* ---- asking ---------------------------------------------------------------------------------- */

/* In English, whatever the machine speaks, and of no other printer than was said. */
static char *plain[8];

void lp_begin(void) {
    static char *const NAMES[] = {"PATH", "HOME", "USER", "CUPS_SERVER", NULL};
    static char kept[sizeof NAMES / sizeof *NAMES][1024];
    int count = 0;
    plain[count++] = (char *)(uintptr_t) "LC_ALL=C";
    for (int i = 0; NAMES[i]; i++) {
        const char *value = getenv(NAMES[i]);
        if (value && snprintf(kept[i], sizeof *kept, "%s=%s", NAMES[i], value) < (int)sizeof *kept)
            plain[count++] = kept[i];
    }
    plain[count] = NULL;
}

static int ask(const atomic_bool *gives_up, char *const *command, int in, char answer[ANSWER]) {
    Errand errand = {.command = command,
                     .environment = plain,
                     .in = in,
                     .complains = true,
                     .seconds = ASK_S,
                     .gives_up = gives_up};
    return errand_run(&errand, answer, ANSWER);
}

/* The first line of what it said, or that it said nothing. */
static void tell_why(const char *program, int status, const char *answer, char why[LP_WHY]) {
    Slice rest = slice_from(answer), line = next_line(&rest);
    if (status == ERRAND_TOO_SLOW)
        snprintf(why, LP_WHY, "%s does not answer", program);
    else if (status == ERRAND_NOT_RUN || status == 127)
        snprintf(why, LP_WHY, "%s cannot be started: is cups-client installed?", program);
    else
        snprintf(why, LP_WHY, "%s ended with %d: " SLICE_FMT, program, status, SLICE_ARG(line));
}

#define ARG(text) ((char *)(uintptr_t)(text))

/* The name that the machine's own printer has now. */
static bool find_printer(const Lp *lp, char name[LP_NAME], char why[LP_WHY]) {
    char answer[ANSWER];
    char *const command[] = {ARG("lpstat"), ARG("-d"), NULL};
    snprintf(name, LP_NAME, "%s", lp->printer);
    if (strcmp(lp->printer, LP_DEFAULT) != 0)
        return true;
    int status = ask(lp->gives_up, command, 0, answer);
    if (status)
        tell_why("lpstat", status, answer, why);
    else if (!lp_read_default(answer, name))
        snprintf(why, LP_WHY, "no printer is the default one: lpoptions -d NAME");
    return !status && lp_read_default(answer, name);
}

bool lp_is_ready(const Lp *lp, char why[LP_WHY]) {
    char name[LP_NAME], answer[ANSWER];
    if (!find_printer(lp, name, why))
        return false;
    char *const command[] = {ARG("lpstat"), ARG("-l"), ARG("-p"), name, ARG("-a"), name, NULL};
    int status = ask(lp->gives_up, command, 0, answer);
    if (status)
        tell_why("lpstat", status, answer, why);
    return !status && lp_read_ready(answer, name, why);
}

/* In memory, without a name: nothing of it comes to a disk by the kiosk's doing. */
static int file_of(const void *document, size_t bytes) {
    int file = memfd_create("print", MFD_CLOEXEC);
    const char *at = document;
    while (file >= 0 && bytes) {
        ssize_t wrote = write(file, at, bytes);
        if (wrote <= 0) {
            close(file);
            return -1;
        }
        at += wrote;
        bytes -= (size_t)wrote;
    }
    if (file >= 0)
        lseek(file, 0, SEEK_SET);
    return file;
}

bool lp_send(const Lp *lp, const void *document, size_t bytes, char job[LP_NAME],
             char why[LP_WHY]) {
    char name[LP_NAME], answer[ANSWER];
    if (!find_printer(lp, name, why))
        return false;
    /* On the paper that the installer chose: a printer without A5 refuses a sheet that asks for it,
       and CUPS then drops it as if it were printed. */
    char *const command[] = {ARG("lp"), ARG("-d"),          name, ARG("-t"), ARG("Azimut"),
                             ARG("-o"), ARG("fit-to-page"), NULL};
    int file = file_of(document, bytes);
    if (file < 0) {
        snprintf(why, LP_WHY, "no memory for a sheet");
        return false;
    }
    int status = ask(lp->gives_up, command, file, answer);
    close(file);
    if (!status && lp_read_request(answer, job))
        return true;
    tell_why("lp", status, answer, why);
    return false;
}

static bool list(const Lp *lp, const char *which, char answer[ANSWER]) {
    char name[LP_NAME], why[LP_WHY];
    if (!find_printer(lp, name, why))
        return false;
    char *const command[] = {ARG("lpstat"), ARG("-W"), ARG(which), ARG("-o"), name, NULL};
    return ask(lp->gives_up, command, 0, answer) == 0;
}

LpJob lp_look(const Lp *lp, const char *job) {
    char answer[ANSWER];
    if (!list(lp, "not-completed", answer))
        return LP_JOB_UNKNOWN;
    return lp_read_listed(answer, job) ? LP_JOB_GOES_ON : LP_JOB_OVER;
}

bool lp_keeps(const Lp *lp, const char *job) {
    char answer[ANSWER];
    return list(lp, "completed", answer) && lp_read_listed(answer, job);
}

void lp_cancel(const char *job) {
    char answer[ANSWER];
    char *const command[] = {ARG("cancel"), ARG(job), NULL};
    ask(NULL, command, 0, answer);
}
