/* azimut-fleet: which kiosk needs a technician, and for what. */
#include "base/command_line.h"
#include "base/file.h"
#include "base/message.h"
#include "tools/fleet/page.h"
#include "tools/fleet/text.h"

#include <sodium.h>
#include <stdlib.h>
#include <time.h>

#define SILENT_MOST 366

typedef struct FleetOrder {
    const char *html, *language, *expected;
    Millis today;
    int silent_days;
} FleetOrder;

static int fail(const char *what) {
    fprintf(stderr, "azimut-fleet: %s\n", what);
    return EXIT_FAILURE;
}

static bool read_days(const char *text, void *field, Error *error) {
    uint64_t days;
    if (!option_number(text, 1, SILENT_MOST, &days))
        return error_set(error, "%s n’est pas un nombre de jours, de 1 à %d", text, SILENT_MOST);
    *(int *)field = (int)days;
    return true;
}

static const Command COMMANDS[] = {COMMAND(
    "report", "DIR", "says of each kiosk whose file lies below the folder how its machine is")};

static const Option OPTIONS[] = {
    OPTION("html", "OUT", option_text, offsetof(FleetOrder, html), "writes the page, for paper too",
           NULL, OPTION_FREE),
    OPTION("lang", "CODE", option_language, offsetof(FleetOrder, language),
           "the language: fr or en", NULL, OPTION_FREE),
    OPTION("silent", "DAYS", read_days, offsetof(FleetOrder, silent_days),
           "after so many days without a file a kiosk is red: 3", NULL, OPTION_FREE),
    OPTION("expect", "FILE", option_text, offsetof(FleetOrder, expected),
           "the kiosks that there are, one name a line: one of which no file has come is red", NULL,
           OPTION_FREE),
    OPTION("now", "ISO8601", option_moment, offsetof(FleetOrder, today),
           "today, instead of the clock's", NULL, OPTION_FREE),
};

static const CommandLine LINE = {"azimut-fleet", COMMANDS, 1, OPTIONS,
                                 sizeof OPTIONS / sizeof *OPTIONS};

static Millis today(const FleetOrder *order) {
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    Millis when = order->today ? order->today : ((Millis)now + local.tm_gmtoff) * 1000;
    return civil_midnight(when);
}

static bool write_page(const char *path, const FleetView *view, Error *error) {
    char *bytes = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&bytes, &size);
    fleet_page(memory, view);
    fclose(memory);
    bool good = file_put(path, bytes, size, 0644, error);
    free(bytes);
    return good;
}

static bool report(const char *folder, const FleetOrder *order, Arena *arena, Error *error) {
    Fleet fleet;
    Expected expected;
    FleetView view = {.fleet = &fleet, .arena = arena};
    if (!langs_choose(order->language, &view.lang, error) ||
        (order->expected && !expected_read(order->expected, arena, &expected, error)) ||
        !fleet_read(folder, today(order), order->expected ? &expected : NULL, arena, &fleet, error))
        return false;
    view.diagnosis = judge_fleet(&fleet, order->silent_days, arena);
    fleet_text(stdout, &view);
    return (fflush(stdout) == 0 || error_set(error, "la sortie ne s’écrit pas")) &&
           (!order->html || write_page(order->html, &view, error));
}

int main(int argc, char **argv) {
    FleetOrder order = {.silent_days = SILENT_DAYS};
    Operands operands;
    Arena arena = {0};
    Error error;
    int status;
    if (!command_line_begin(&LINE, argc, argv, &order, &operands, &status))
        return status;
    if (sodium_init() < 0)
        return fail(message("libsodium ne s’ouvre pas"));
    bool good = report(operands.at[0], &order, &arena, &error);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : fail(error.text);
}
