/* azimut-stats: makes a report of a statistics file, puts several together, sends them to a
   server, imagines one. */
#include "tools/stats/push.h"
#include "report/merge.h"
#include "tools/stats/reporting.h"
#include "tools/stats/simulate.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct Options {
    const char *pack, *out, *live, *html, *csv;
    Lang lang;
    int64_t visits;
    uint64_t seed;
    Millis from, to, against_from, against_to;
} Options;

static int usage(void) {
    fputs(
        "usage: azimut-stats report FILE... [--html OUT] [--csv DIR] [--lang fr|en]\n"
        "                           [--from YYYY-MM --to YYYY-MM [--against YYYY-MM[..YYYY-MM]]]\n"
        "       azimut-stats merge OUT FILE...\n"
        "       azimut-stats push postgresql://ACCOUNT@SERVER/BASE FILE...\n"
        "       azimut-stats schema   (the SQL that makes the base ready for push)\n"
        "       azimut-stats simulate --pack FILE --visits N --seed N -o OUT|--live FILE\n"
        "                             [--from YYYY-MM] [--to YYYY-MM]\n",
        stderr);
    return 2;
}

static int fail(const Fault *fault) {
    fprintf(stderr, "azimut-stats: %s\n", fault->text);
    return EXIT_FAILURE;
}

/* A usage error with a name; then comes the usage. */
static bool wrong(const char *what, const char *why) {
    fprintf(stderr, "azimut-stats: %s %s\n", what, why);
    return false;
}

/* ---- options --------------------------------------------------------------------------------------------------------------------- */

static bool read_month(const char *text, Millis *start) {
    Period period;
    if (!period_parse(text, &period) || period.kind != PERIOD_MONTH)
        return wrong(text, "n’est pas un mois ; l’écrire année-mois, par exemple 2026-03");
    *start = period.start;
    return period_is_plausible(period.start) ||
           wrong(text, "est hors des années où une borne compte, de 2020 à 2099");
}

static bool read_number(const char *text, uint64_t most, uint64_t *number) {
    char *end;
    *number = strtoull(text, &end, 10);
    bool good = *text >= '0' && *text <= '9' && !*end && *number <= most;
    return good || wrong(text, "n’est pas un nombre qui convient ici");
}

static bool take(int option, const char *value, Options *o) {
    uint64_t number = 0;
    bool good = true;
    switch (option) {
    case 'p':
        o->pack = value;
        return true;
    case 'o':
        o->out = value;
        return true;
    case 'L':
        o->live = value;
        return true;
    case 'h':
        o->html = value;
        return true;
    case 'c':
        o->csv = value;
        return true;
    case 'v':
        good = read_number(value, 100000000, &number);
        o->visits = (int64_t)number;
        return good;
    case 's':
        return read_number(value, UINT64_MAX / 4, &o->seed);
    case 'f':
        return read_month(value, &o->from);
    case 't':
        good = read_month(value, &o->to);
        o->to = period_months_before(o->to, -1); /* the month named is in it */
        return good;
    case 'a':
        return reporting_months(value, &o->against_from, &o->against_to) ||
               wrong(value, "n’est ni un mois ni des mois ; écrire 2026-03 ou 2026-03..2026-05");
    case 'l':
        o->lang = strcmp(value, "en") == 0 ? LANG_EN : LANG_FR;
        return strcmp(value, "en") == 0 || strcmp(value, "fr") == 0 ||
               wrong(value, "n’est pas une langue du rapport ; écrire fr ou en");
    default:
        return false;
    }
}

static bool read_options(int argc, char **argv, Options *o) {
    static const struct option LONG[] = {{"pack", 1, NULL, 'p'}, {"visits", 1, NULL, 'v'}, {"seed", 1, NULL, 's'},
                                         {"html", 1, NULL, 'h'}, {"csv", 1, NULL, 'c'},    {"lang", 1, NULL, 'l'},
                                         {"from", 1, NULL, 'f'}, {"to", 1, NULL, 't'},
                                         {"against", 1, NULL, 'a'}, {"live", 1, NULL, 'L'},
                                         {NULL, 0, NULL, 0}};
    *o = (Options){.visits = -1};
    optind = 2;
    for (int option; (option = getopt_long(argc, argv, "o:", LONG, NULL)) != -1;)
        if (!take(option, optarg, o))
            return false;
    return true;
}

/* ---- commands ---------------------------------------------------------------------------------------------------------------------- */

static int report(int count, char **files, const Options *o) {
    Fault fault;
    Reporting reporting = {files, count, o->html, o->csv, o->lang,
                           {o->from, o->to, o->against_from, o->against_to}};
    if (o->against_to && !o->to)
        return usage();
    return reporting_run(&reporting, &fault) ? EXIT_SUCCESS : fail(&fault);
}

static int merge(int count, char **files) {
    Fault fault;
    MergeCount merged;
    if (!merge_files(files[0], files + 1, count - 1, &merged, &fault))
        return fail(&fault);
    printf("%d bornes, %d périodes ajoutées, %d déjà là\n", merged.kiosks, merged.added, merged.repeated);
    return EXIT_SUCCESS;
}

/* A file that is refused holds up no other. */
static int push(int count, char **files, Push *to) {
    int status = EXIT_SUCCESS;
    for (int i = 0; i < count && push_is_connected(to); i++) {
        Fault fault;
        PushCount pushed;
        if (push_file(to, files[i], &pushed, &fault))
            printf("%s : %" PRId64 " périodes ajoutées, %" PRId64 " déjà là\n", files[i],
                   pushed.added, pushed.repeated);
        else
            status = fail(&fault);
    }
    return status;
}

static int push_to(const char *url, int count, char **files) {
    Fault fault;
    Push *to = push_open(url, &fault);
    if (!to)
        return fail(&fault);
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
static void choose_months(Options *o) {
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

static int imagine(Options *o) {
    static Pack pack;
    Arena arena = {0};
    Fault fault;
    choose_months(o);
    Simulation simulation = {&pack, o->visits, o->seed, o->from, o->to, o->out, o->live};
    bool good = pack_load(o->pack, &arena, &pack, &fault) && simulate(&simulation, &fault);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : fail(&fault);
}

/* A report needs both or neither, an imagined year may begin or end where it does. */
static bool are_in_order(const Options *o, bool both) {
    if (both && !o->from != !o->to)
        return wrong(o->from ? "--to" : "--from", "manque");
    return !o->from || !o->to || o->from < o->to || wrong("--from", "vient après --to");
}

int main(int argc, char **argv) {
    Options o;
    if (argc < 2 || !read_options(argc, argv, &o) ||
        !are_in_order(&o, strcmp(argv[1], "report") == 0))
        return usage();
    int left = argc - optind;
    if (strcmp(argv[1], "report") == 0 && left >= 1 && !o.from == !o.to)
        return report(left, argv + optind, &o);
    if (strcmp(argv[1], "merge") == 0 && left >= 2)
        return merge(left, argv + optind);
    if (strcmp(argv[1], "push") == 0 && left >= 2)
        return push_to(argv[optind], left - 1, argv + optind + 1);
    if (strcmp(argv[1], "schema") == 0 && left == 0)
        return print_schema();
    bool somewhere = o.out || o.live;
    if (strcmp(argv[1], "simulate") == 0 && left == 0 && o.pack && somewhere && o.visits >= 0)
        return imagine(&o);
    return usage();
}
