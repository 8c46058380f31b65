/* azimut-stats: makes a report of a statistics file, puts several together, sends them to a
   server, imagines one. */
#include "base/command_line.h"
#include "base/message.h"
#include "tools/stats/push.h"
#include "content/pack.h"
#include "report/merge.h"
#include "tools/stats/reporting.h"
#include "tools/stats/simulate.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define VISITS_MAX 100000000

typedef struct StatsOrder {
    const char *pack, *out, *live, *html, *csv, *language;
    uint64_t visits, seed;
    Millis from, to, against_from, against_to;
} StatsOrder;

static int fail(const Error *error) {
    fprintf(stderr, "azimut-stats: %s\n", error->text);
    return EXIT_FAILURE;
}

/* ---- options --------------------------------------------------------------------------------- */

static bool read_month(const char *text, void *field, Error *error) {
    Period period;
    if (!period_parse(text, &period) || period.kind != PERIOD_MONTH)
        return error_set(error, "%s n’est pas un mois ; l’écrire année-mois, par exemple 2026-03",
                         text);
    *(Millis *)field = period.start;
    return period_is_plausible(period.start) ||
           error_set(error, "%s est hors des années où une borne compte, de 2020 à 2099", text);
}

/* The month named is in it. */
static bool read_last_month(const char *text, void *field, Error *error) {
    if (!read_month(text, field, error))
        return false;
    *(Millis *)field = period_months_before(*(Millis *)field, -1);
    return true;
}

static bool read_against(const char *text, void *self, Error *error) {
    StatsOrder *o = self;
    return reporting_months(text, &o->against_from, &o->against_to) ||
           error_set(error, "%s n’est ni un mois ni des mois ; écrire 2026-03 ou 2026-03..2026-05",
                     text);
}

static bool read_number(const char *text, uint64_t most, uint64_t *number, Error *error) {
    return option_number(text, 0, most, number) ||
           error_set(error, "%s n’est pas un nombre qui convient ici", text);
}

static bool read_visits(const char *text, void *field, Error *error) {
    return read_number(text, VISITS_MAX, field, error);
}

static bool read_seed(const char *text, void *field, Error *error) {
    return read_number(text, UINT64_MAX / 4, field, error);
}

static const Command COMMANDS[] = {
    COMMAND("report", "FILE...",
            "a page, tables or sentences from the figures of one kiosk or of many"),
    COMMAND("merge", "OUT FILE...", "puts the figures of many kiosks together, each period once"),
    COMMAND("push", "postgresql://ACCOUNT@SERVER/BASE FILE...",
            "sends to a server what it has not yet"),
    COMMAND("schema", "", "prints the SQL that makes the base ready for push"),
    COMMAND("simulate", "", "imagines the figures of a kiosk"),
};
enum { REPORT, MERGE, PUSH, SCHEMA, SIMULATE, COMMAND_COUNT };

#define FIELD(name) offsetof(StatsOrder, name)

static const Option OPTIONS[] = {
    OPTION("html", "OUT", option_text, FIELD(html), "writes the page", "report", OPTION_FREE),
    OPTION("csv", "DIR", option_text, FIELD(csv), "writes the tables, for a spreadsheet", "report",
           OPTION_FREE),
    OPTION("lang", "CODE", option_language, FIELD(language),
           "the language of the report: one of the program or of --pack", "report", OPTION_FREE),
    OPTION("pack", "FILE", option_text, FIELD(pack),
           "the content that the figures are about, in its languages; simulate needs it",
           "report simulate", OPTION_FREE),
    OPTION("visits", "N", read_visits, FIELD(visits), "how many visits there were", "simulate",
           OPTION_NEEDED),
    OPTION("seed", "N", read_seed, FIELD(seed),
           "what chance begins with: the same seed, the same bytes", "simulate", OPTION_FREE),
    OPTION("o", "OUT", option_text, FIELD(out), "writes what such a kiosk would have exported",
           "simulate", OPTION_NEEDED),
    OPTION("live", "FILE", option_text, FIELD(live),
           "writes the kiosk's own file, for azimut --stats", "simulate", OPTION_OR),
    OPTION("from", "YYYY-MM", read_month, FIELD(from), "the first month", "report simulate",
           OPTION_FREE),
    OPTION("to", "YYYY-MM", read_last_month, FIELD(to), "the last month", "report simulate",
           OPTION_FREE),
    OPTION("against", "YYYY-MM[..YYYY-MM]", read_against, 0, "the months it is compared with",
           "report", OPTION_FREE),
};

static const CommandLine LINE = {"azimut-stats", COMMANDS, COMMAND_COUNT, OPTIONS,
                                 sizeof OPTIONS / sizeof *OPTIONS};

/* ---- commands -------------------------------------------------------------------------------- */

/* A pack brings the words of its languages. */
static bool choose_language(const StatsOrder *o, Arena *arena, Lang *lang, Error *error) {
    static Pack pack;
    return (!o->pack || pack_load(o->pack, arena, &pack, error)) &&
           langs_choose(o->language, lang, error);
}

static int report(int count, char **files, const StatsOrder *o) {
    Error error;
    Arena arena = {0};
    Reporting reporting = {.file = files,
                           .file_count = count,
                           .html = o->html,
                           .csv = o->csv,
                           .wish = {o->from, o->to, o->against_from, o->against_to}};
    bool good =
        choose_language(o, &arena, &reporting.lang, &error) && reporting_run(&reporting, &error);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : fail(&error);
}

static int merge(int count, char **files) {
    Error error;
    MergeCount merged;
    if (!merge_files(files[0], files + 1, count - 1, &merged, &error))
        return fail(&error);
    printf(message("%d bornes, %d périodes ajoutées, %d déjà là\n"), merged.kiosks, merged.added,
           merged.repeated);
    return EXIT_SUCCESS;
}

/* A file that is refused holds up no other. */
static int push(int count, char **files, Push *to) {
    int status = EXIT_SUCCESS;
    for (int i = 0; i < count && push_is_connected(to); i++) {
        Error error;
        PushCount pushed;
        if (push_file(to, files[i], &pushed, &error))
            printf(message("%s : %lld périodes ajoutées, %lld déjà là\n"), files[i],
                   (long long)pushed.added, (long long)pushed.repeated);
        else
            status = fail(&error);
    }
    return status;
}

static int push_to(const char *url, int count, char **files) {
    Error error;
    Push *to = push_open(url, &error);
    if (!to)
        return fail(&error);
    int status = push(count, files, to);
    push_close(to);
    return status;
}

static int print_schema(void) {
    push_print_schema(stdout);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Without --from and --to, a school year: no clock decides what comes out. Only a live file ends
   now, so that a kiosk started on it today has the year before today to show. */
static void choose_months(StatsOrder *o) {
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    if (!o->to && o->live)
        o->to = ((Millis)now + local.tm_gmtoff) * 1000;
    else if (!o->to)
        civil_parse("2026-09-01", &o->to);
    if (!o->from)
        o->from = period_months_before(o->to, 12);
}

static int imagine(StatsOrder *o) {
    static Pack pack;
    Arena arena = {0};
    Error error;
    choose_months(o);
    Simulation simulation = {&pack, (int64_t)o->visits, o->seed, o->from, o->to, o->out, o->live};
    bool good = pack_load(o->pack, &arena, &pack, &error) && simulate(&simulation, &error);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : fail(&error);
}

/* A report needs both or neither, an imagined year may begin or end where it does. */
static bool are_in_order(const StatsOrder *o, bool both, Error *error) {
    if (both && !o->from != !o->to)
        return error_set(error, "%s manque", o->from ? "--to" : "--from");
    if (o->against_to && !o->to)
        return error_set(error, "--against va avec --from et --to");
    return !o->from || !o->to || o->from < o->to || error_set(error, "--from vient après --to");
}

static int run(const Operands *operands, StatsOrder *o) {
    int count = operands->count;
    char **file = operands->at;
    switch (operands->command - COMMANDS) {
    case REPORT:
        return report(count, file, o);
    case MERGE:
        return merge(count, file);
    case PUSH:
        return push_to(file[0], count - 1, file + 1);
    case SCHEMA:
        return print_schema();
    default:
        return imagine(o);
    }
}

static bool is_complete(const StatsOrder *o, const Command *command, Error *error) {
    if (command == &COMMANDS[SIMULATE] && !o->pack)
        return error_set(error, "--pack manque");
    return are_in_order(o, command == &COMMANDS[REPORT], error);
}

int main(int argc, char **argv) {
    StatsOrder order = {0};
    Operands operands;
    Error error;
    int status;
    if (!command_line_begin(&LINE, argc, argv, &order, &operands, &status))
        return status;
    if (!is_complete(&order, operands.command, &error))
        return command_line_refuse(&LINE, error.text);
    return run(&operands, &order);
}
