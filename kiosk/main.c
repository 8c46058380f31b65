/* Azimut: options and wiring, nothing else. */
#include "app/loop.h"
#include "app/options.h"
#include "app/script.h"
#include "app/transcript.h"
#include "base/log.h"
#include "stats/stats.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define INSTALLED_PACK "/usr/share/azimut/campus.pack"
#define PATH_BYTES 4096

typedef struct Program {
    Options options;
    Arena pack_memory;
    Pack pack;
    Chunks *chunks; /* the bytes of its videos */
    bool has_pack;
    Glass *glass;
    App app;
    FILE *transcript;
    Stats *stats;
    Tally tally;        /* of the visit that is going on */
    Millis civil_shift; /* local time minus the steady clock */
} Program;

static int fail(const char *what) {
    fprintf(stderr, "azimut: %s\n", what);
    return EXIT_FAILURE;
}

/* ---- the pack: the one asked for, else the one built in ------------------------------------------------------------------ */

static bool try_pack(Program *p, const char *path) {
    Fault fault;
    arena_reset(&p->pack_memory);
    p->has_pack = pack_load(path, &p->pack_memory, &p->pack, &fault);
    if (!p->has_pack)
        log_line("pack", "%s", fault.text);
    if (p->has_pack && p->pack.clip_count && !(p->chunks = chunks_open(path, &p->pack, &fault)))
        log_line("video", "%s", fault.text);
    return p->has_pack;
}

/* The pack that lies beside the program, as after `make`, or else the installed one. */
static void built_in_pack(char path[PATH_BYTES]) {
    ssize_t len = readlink("/proc/self/exe", path, PATH_BYTES - 32);
    path[len > 0 ? len : 0] = 0;
    char *slash = strrchr(path, '/');
    if (slash)
        strcpy(slash, "/campus.pack");
    if (!slash || access(path, R_OK) != 0)
        strcpy(path, INSTALLED_PACK);
}

static void load_pack(Program *p) {
    char path[PATH_BYTES];
    if (p->options.pack && try_pack(p, p->options.pack))
        return;
    built_in_pack(path);
    if (!try_pack(p, path))
        log_line("pack", "no content to show, the calm page stands");
}

/* ---- facts ----------------------------------------------------------------------------------------------------------------- */

static uint32_t draw_below(void *self, uint32_t bound) {
    (void)self;
    return randombytes_uniform(bound);
}

static Slice *ids_of_trades(Program *p) {
    Slice *ids = arena_array(&p->pack_memory, Slice, p->pack.trade_count + 1);
    for (int i = 0; i < p->pack.trade_count; i++)
        ids[i] = p->pack.trade[i].id;
    return ids;
}

static Slice *ids_of_topics(Program *p) {
    Slice *ids = arena_array(&p->pack_memory, Slice, p->pack.topic_count + 1);
    for (int i = 0; i < p->pack.topic_count; i++)
        ids[i] = p->pack.topic[i].id;
    return ids;
}

static void open_stats(Program *p) {
    StatsKeys keys = {ids_of_trades(p), ids_of_topics(p), p->pack.trade_count, p->pack.topic_count};
    p->stats = stats_open(p->options.stats, keys, (StatsDraw){draw_below, NULL});
    tally_begin(&p->tally);
}

static void count_visit(void *self, EndReason reason, Settings settings) {
    Program *p = self;
    stats_count(p->stats, &p->tally, reason, settings.lang, p->civil_shift + p->app.now);
    sodium_memzero(&p->tally, sizeof p->tally);
    tally_begin(&p->tally);
}

static void note_fact(void *self, Fact fact) {
    Program *p = self;
    tally_note(&p->tally, fact);
    if (p->transcript)
        transcript_fact(p->transcript, p->has_pack ? &p->pack : NULL, fact);
}

/* ---- the clock --------------------------------------------------------------------------------------------------------------- */

static Millis local_now(const Options *options) {
    if (options->has_now)
        return options->now;
    struct tm tm;
    time_t now = time(NULL);
    localtime_r(&now, &tm);
    return ((Millis)now + tm.tm_gmtoff) * 1000;
}

/* ---- running ----------------------------------------------------------------------------------------------------------------- */

static void begin_app(Program *p) {
    const Options *o = &p->options;
    app_begin(&p->app, (AppSetup){.pack = p->has_pack ? &p->pack : NULL,
                                  .typeface = glass_typeface(p->glass),
                                  .initial = o->initial,
                                  .width = glass_width(p->glass),
                                  .height = glass_height(p->glass),
                                  .seed = o->has_seed ? o->seed : (uint64_t)time(NULL) << 16,
                                  .now = glass_now(p->glass),
                                  .sink = {p, note_fact, count_visit}});
}

static int run_script(Program *p) {
    const Options *o = &p->options;
    if (o->transcript && !(p->transcript = fopen(o->transcript, "w")))
        return fail("the transcript cannot be written");
    p->civil_shift = o->has_now ? o->now : 0;
    begin_app(p);
    Fault fault;
    ScriptRun run = {&p->app, p->glass, o->script, o->shots, p->transcript, p->civil_shift};
    bool good = script_run(&run, &fault);
    app_end(&p->app);
    if (p->transcript)
        fclose(p->transcript);
    return good ? EXIT_SUCCESS : fail(fault.text);
}

static int run_window(Program *p) {
    FILE *record = p->options.record ? fopen(p->options.record, "w") : NULL;
    if (p->options.record && !record)
        log_line("record", "%s cannot be written", p->options.record);
    p->civil_shift = local_now(&p->options) - glass_now(p->glass);
    begin_app(p);
    LoopSpec loop = {&p->app, p->glass, p->civil_shift, record};
    loop_run(&loop);
    app_end(&p->app);
    if (record)
        fclose(record);
    return EXIT_SUCCESS;
}

static int run(Program *p) {
    Fault fault;
    const Options *o = &p->options;
    load_pack(p);
    p->glass = glass_open((GlassSpec){.width = o->width, .height = o->height, .twin = o->headless, .pack = p->has_pack ? &p->pack : NULL,
                                    .chunks = p->chunks, .sound_delay_ms = o->sound_delay_ms}, &fault);
    if (!p->glass)
        return fail(fault.text);
    open_stats(p);
    int status = o->headless ? run_script(p) : run_window(p);
    stats_close(p->stats);
    glass_close(p->glass);
    chunks_close(p->chunks);
    return status;
}

int main(int argc, char **argv) {
    static Program program;
    Fault fault;
    if (sodium_init() < 0)
        return fail("no random numbers to be had");
    if (!options_read(argc, argv, &program.options, &fault)) {
        fprintf(stderr, "azimut: %s\n%s", fault.text, OPTIONS_USAGE);
        return 2;
    }
    if (program.options.help) {
        fputs(OPTIONS_USAGE, stdout);
        return EXIT_SUCCESS;
    }
    int status = run(&program);
    arena_free(&program.pack_memory);
    return status;
}
