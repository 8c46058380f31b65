/* Azimut: options and wiring, nothing else. */
#include "app/bank.h"
#include "setup/setup_service.h"
#include "setup/zones.h"
#include "staff/staff_service.h"
#include "app/keys.h"
#include "app/loop.h"
#include "app/options.h"
#include "replay/script.h"
#include "replay/transcript.h"
#include "base/clock.h"
#include "base/helper.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/service.h"
#include "base/version.h"
#include "content/schema.h"
#include "health/machine.h"
#include "health/nightly.h"
#include "platform/video/chime.h"
#include "platform/video/mixer.h"
#include "platform/window/stop.h"
#include "stats/stats.h"

#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define PIN_USUAL "/var/lib/azimut/pin"
#define INSTALLED_PACK "/usr/share/azimut/campus.pack"
#define INSTALLED_TOOL "/usr/bin/azimut-pack"
#define MOUNTS "/proc/mounts"
#define PATH_BYTES 4096
/* EX_TEMPFAIL: the staff wishes the program to be started again; who started it does that. */
#define EXIT_RESTART 75

typedef struct Program {
    Options options;
    Arena pack_memory;
    Pack pack;
    QuizBank bank;
    Chunks *chunks; /* the bytes of its videos */
    bool has_pack;
    Wayfinder wayfinder; /* to the places of its plan */
    Display *display;
    App app;
    FILE *transcript;
    Stats *stats;
    VisitCounts counts; /* of the visit that is going on */
    Millis civil_shift; /* local time minus the steady clock */
    ClockWatch clock;
    Nightly nightly; /* writes what the machine says of itself */
    Store store;
    Maker maker; /* looks into what comes into the store */
    Update update;
    Millis proven_at; /* of the steady clock: healthy until then, a trial is over */
    StaffService desk;
    SetupService first_day;
    char tool[PATH_BYTES];  /* azimut-pack */
    char shown[PATH_BYTES]; /* file in which the staff area is handed its figures */
} Program;

static int fail(const char *what) {
    fprintf(stderr, "azimut: %s\n", what);
    return EXIT_FAILURE;
}

/* ---- the pack: the one asked for, else the one built in -------------------------------------- */

static bool try_pack(Program *p, const char *path) {
    Error error;
    arena_reset(&p->pack_memory);
    p->has_pack = false;
    if (!pack_load(path, &p->pack_memory, &p->pack, &error))
        log_line("pack", "%s", error.text);
    else if (!bank_from(&p->pack, &p->bank, &error))
        log_line("pack", "%s: %s", path, error.text);
    else
        p->has_pack = true;
    if (p->has_pack && p->pack.clip_count && !(p->chunks = chunks_open(path, &p->pack, &error)))
        log_line("video", "%s", error.text);
    return p->has_pack;
}

/* ---- the clock ------------------------------------------------------------------------------- */

/* The day on which the content was last edited: where a script without a date plays, and what a
   clock that lost its battery is surely behind. */
static Millis content_day(const Program *p) {
    char dated[16];
    Millis day = 0;
    snprintf(dated, sizeof dated, SLICE_FMT, SLICE_ARG(p->pack.campus.dated));
    return p->has_pack && civil_parse(dated, &day) ? day : 0;
}

/* What the computer's clock says. */
static Millis raw_local_now(void) {
    struct tm tm;
    time_t now = time(NULL);
    localtime_r(&now, &tm);
    return ((Millis)now + tm.tm_gmtoff) * 1000;
}

static Millis local_now(const Program *p) {
    if (p->options.has_now)
        return p->options.now;
    Millis local = raw_local_now();
    return local < content_day(p) ? content_day(p) : local;
}

/* The app's clock starts at 0 with a script and with the glass's own in a window; `civil_shift`
 * makes local time of it. */
static Millis civil_now(const Program *p) {
    return p->civil_shift + p->app.now;
}

/* Set by systemd-timesyncd when a time server has answered. */
#define SYNCED "/run/systemd/timesync/synchronized"
#define FIRST_KIOSK "2000-01-01" /* before it there was none */

static Millis now_of(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (Millis)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool clock_is_ours(const Program *p) {
    return !p->options.script && !p->options.has_now;
}

/* A time that was given may lie before the content: whoever gave it meant it. */
static void begin_clock(Program *p) {
    Millis floor = content_day(p), first = 0, now = civil_now(p);
    civil_parse(FIRST_KIOSK, &first);
    if (!clock_is_ours(p) && now >= first && now < floor)
        floor = now;
    clock_begin(&p->clock, floor);
}

static bool look_at_clock(Program *p) {
    Millis wall = now_of(CLOCK_REALTIME);
    ClockSight sight = {wall, raw_local_now(), now_of(CLOCK_BOOTTIME), access(SYNCED, F_OK) == 0};
    if (!clock_is_ours(p))
        sight = (ClockSight){civil_now(p), civil_now(p), p->app.now, false};
    return clock_look(&p->clock, sight);
}

/* Summer time and a clock that was put right are noticed within the minute. */
static void begin_minute(void *self) {
    Program *p = self;
    if (clock_is_ours(p))
        p->civil_shift = local_now(p) - p->app.now;
    app_clock(&p->app, p->civil_shift, !look_at_clock(p));
}

/* A program of the installer's does it, who decides who may. */
static bool set_clock(void *self, Millis local) {
    Program *p = self;
    char wish[32];
    Civil c = civil_from(local);
    snprintf(wish, sizeof wish, "%04d-%02d-%02d %02d:%02d:%02d", c.year, c.month, c.day, c.hour,
             c.minute, c.second);
    if (!helper_ended_well(helper_start(p->options.set_clock, wish)))
        return false;
    if (!clock_is_ours(p)) /* it goes on from there */
        p->civil_shift = local - p->app.now;
    clock_was_set(&p->clock);
    begin_minute(p);
    return true;
}

/* ---- content that came later ----------------------------------------------------------------- */

/* What lies beside the program, as after `make`, or where `make install` puts it. */
static bool near_program(const char *beside, const char *installed, char path[PATH_BYTES]) {
    const char *const places[] = {beside, installed};
    ssize_t len = readlink("/proc/self/exe", path, PATH_BYTES - 64);
    path[len > 0 ? len : 0] = 0;
    char *slash = strrchr(path, '/');
    for (int i = 0; slash && i < 2; i++) {
        strcpy(slash, places[i]);
        if (access(path, R_OK) == 0)
            return true;
    }
    return false;
}

/* Another whenever the machine has started anew. */
static void boot_id(char id[LEDGER_BOOT]) {
    FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");
    if (!file || !fgets(id, LEDGER_BOOT, file))
        strcpy(id, "?");
    id[strcspn(id, "\n")] = 0;
    if (file)
        fclose(file);
}

static void open_store(Program *p) {
    if (!near_program("/azimut-pack", "/../bin/azimut-pack", p->tool))
        strcpy(p->tool, INSTALLED_TOOL);
    p->maker = (Maker){p->tool, &p->store.stopping};
    store_open(&p->store, (StoreSpec){.folder = p->options.packs,
                                      .key = p->options.key,
                                      .format = PACK_FORMAT,
                                      .disk = &DISK_REAL,
                                      .look = maker_look,
                                      .looker = &p->maker});
    if (p->store.trouble)
        log_line("store", "%s: %s", p->options.packs, strerror(p->store.trouble));
}

/* In good order: that is no crash of what is shown. */
static void close_store(Program *p) {
    store_end(&p->store);
    store_close(&p->store);
}

/* One that does not open is given up for the one before it. */
static bool load_from_store(Program *p) {
    char boot[LEDGER_BOOT], path[DISK_PATH];
    boot_id(boot);
    while (store_begin(&p->store, boot, local_now(p), path)) {
        if (try_pack(p, path))
            return true;
        store_failed(&p->store);
    }
    return false;
}

static void begin_updates(Program *p) {
    if (!p->options.packs)
        return;
    p->proven_at = p->app.now + STORE_HEALTHY_MS;
    update_begin(&p->update,
                 (UpdateSpec){.store = &p->store,
                              .updates = p->options.updates,
                              .maker = &p->maker,
                              .mounts = MOUNTS,
                              .in_turn = p->options.script},
                 civil_now(p));
}

static void end_updates(Program *p) {
    if (!p->options.packs)
        return;
    update_end(&p->update);
    close_store(p);
}

/* What came in is shown from the next start on, and nobody is there to miss a visit by it. */
static void take_turn(void *self, bool nobody) {
    Program *p = self;
    update_tick(&p->update, civil_now(p));
    if (p->app.now >= p->proven_at && store_on_trial(&p->store)) {
        store_healthy(&p->store);
        p->proven_at = p->app.now + STORE_HEALTHY_MS; /* should that not have been written */
    }
    if (nobody && store_waits(&p->store))
        p->desk.leave = LEAVE_RESTART;
}

/* ---- the pack that is shown ------------------------------------------------------------------ */

static void built_in_pack(char path[PATH_BYTES]) {
    if (!near_program("/campus.pack", "/../share/azimut/campus.pack", path))
        strcpy(path, INSTALLED_PACK);
}

static void load_pack(Program *p) {
    char path[PATH_BYTES];
    if (p->options.calm || (p->options.packs && load_from_store(p)))
        return;
    if (p->options.pack && try_pack(p, p->options.pack))
        return;
    built_in_pack(path);
    if (!try_pack(p, path))
        log_line("pack", "no content to show, the calm page stands");
}

/* Which languages there are, only the pack knows. */
static void choose_language(Options *o) {
    int lang = o->lang ? langs_find(langs(), slice_from(o->lang)) : 0;
    if (lang < 0)
        log_line("pack", "no language is called %s, the first one is shown", o->lang);
    o->initial.lang = lang < 0 ? 0 : lang;
}

/* All that comes from the pack. */
static void *load_content(void *self) {
    Program *p = self;
    load_pack(p);
    choose_language(&p->options);
    if (p->has_pack)
        p->wayfinder = wayfinder_from(&p->pack, p->options.kiosk, &p->pack_memory);
    return NULL;
}

/* ---- facts ----------------------------------------------------------------------------------- */

static uint32_t draw_below(void *self, uint32_t bound) {
    (void)self;
    return randombytes_uniform(bound);
}

static void open_stats(Program *p) {
    StatsKeys keys = keys_from(&p->pack, p->options.calibrate, &p->pack_memory);
    p->stats = stats_open((StatsSpec){p->options.stats,
                                      keys,
                                      {draw_below, NULL},
                                      civil_now(p),
                                      .own_thread = !p->options.script});
    (void)sodium_mlock(&p->counts,
                       sizeof p->counts); /* not into the swap, where the system allows it */
    visit_counts_begin(&p->counts);
}

static void end_visit(void *self, EndReason reason, Settings settings, bool counted) {
    Program *p = self;
    if (counted)
        stats_count(p->stats, &p->counts, reason, settings.lang, civil_now(p));
    sodium_memzero(&p->counts, sizeof p->counts);
    visit_counts_begin(&p->counts);
}

static void note_fact(void *self, Fact fact) {
    Program *p = self;
    visit_counts_note(&p->counts, keys_fact(&p->pack, fact));
    if (p->transcript)
        transcript_fact(p->transcript, p->has_pack ? &p->pack : NULL, fact);
}

/* ---- the machine ----------------------------------------------------------------------------- */

/* Asked from the export's thread as well: each of these is one word. */
static HealthNow health_now(Program *p) {
    StatsState state = stats_state(p->stats);
    return (HealthNow){.local = civil_now(p),
                       .clock_trusted = p->clock.trusted,
                       .content_in_trial = p->options.packs && store_on_trial(&p->store),
                       .storage_writable = state == STATS_WELL || state == STATS_CLOCK_AHEAD};
}

static const char *kiosk_name(const Program *p) {
    static char host[HEALTH_TEXT];
    if (p->options.kiosk)
        return p->options.kiosk;
    return gethostname(host, sizeof host - 1) == 0 ? host : "";
}

static void begin_health(Program *p) {
    HealthReport *known = &p->nightly.known;
    p->nightly.beside = p->options.stats;
    p->nightly.folder = p->options.stats ? p->options.health : NULL;
    health_name(kiosk_name(p), known->kiosk);
    snprintf(known->program, sizeof known->program, "%s", AZIMUT_VERSION);
    known->content_version = p->has_pack ? p->pack.campus.version : HEALTH_UNKNOWN;
    if (p->has_pack)
        snprintf(known->content_dated, sizeof known->content_dated, SLICE_FMT,
                 SLICE_ARG(p->pack.campus.dated));
    if (p->nightly.folder)
        nightly_begin(&p->nightly, civil_now(p));
}

static bool put_health(void *self, const char *folder, Error *error) {
    Program *p = self;
    return nightly_write(&p->nightly, folder, health_now(p), error);
}

static bool storage_is_full(void *self) {
    const Program *p = self;
    return nightly_disk_percent(&p->nightly) >= MACHINE_FULL_PERCENT;
}

static void begin_hour(void *self) {
    Program *p = self;
    nightly_look(&p->nightly, health_now(p));
    stats_tick(p->stats, civil_now(p));
}

/* ---- the staff ------------------------------------------------------------------------------- */

static void begin_desk(Program *p) {
    if (p->options.stats)
        snprintf(p->shown, sizeof p->shown, "%.4000s.shown", p->options.stats);
    staff_service_begin(
        &p->desk, (StaffServiceSpec){.pin = p->options.pin,
                                     .mounts = MOUNTS,
                                     .scratch = p->options.stats ? p->shown : NULL,
                                     .pack = p->has_pack ? &p->pack : NULL,
                                     .store = p->options.packs ? &p->store : NULL,
                                     .update = p->options.packs ? &p->update : NULL,
                                     .stats = p->stats,
                                     .now = &p->app.now,
                                     .civil_shift = &p->civil_shift,
                                     .volume = mixer_volume,
                                     .set_volume = mixer_set_volume,
                                     .set_clock = p->options.set_clock ? set_clock : NULL,
                                     .put_health = p->options.stats ? put_health : NULL,
                                     .storage_is_full = p->options.stats ? storage_is_full : NULL,
                                     .self = p});
}

/* ---- the first day --------------------------------------------------------------------------- */

static void set_zone(void *self, const char *zone) {
    Program *p = self;
    const char *name = *zone ? zone : p->options.timezone;
    if (name)
        setenv("TZ", name, 1);
    else
        unsetenv("TZ");
    tzset();
    begin_minute(p);
}

static void turn_display(void *self, int degrees) {
    display_turn(((Program *)self)->display, degrees);
}

static void set_touch(void *self, Affine touch) {
    display_set_touch(((Program *)self)->display, touch);
}

static void play_chime(void *self) {
    if (!((Program *)self)->options.headless)
        chime_play();
}

/* A script's loudness is its own, whatever the machine has. */
static int staged_percent = 50;

static int staged_volume(void) {
    return staged_percent;
}

static bool set_staged_volume(int percent) {
    staged_percent = percent;
    return true;
}

static void restart(void *self) {
    ((Program *)self)->desk.leave = LEAVE_RESTART;
}

static void begin_first_day(Program *p) {
    const char *config = options_config(&p->options);
    bool staged = p->options.headless;
    if (!config)
        return;
    setup_service_begin(
        &p->first_day,
        (SetupServiceSpec){.config = config,
                           .model = OPTIONS_MODEL,
                           .pin = p->options.pin ? p->options.pin : PIN_USUAL,
                           .zones = ZONES_FOLDER,
                           .by_itself = p->options.setup,
                           .turns = display_turns(p->display),
                           .check = options_check,
                           .self = p,
                           .turn = turn_display,
                           .touch = set_touch,
                           .volume = staged ? staged_volume : mixer_volume,
                           .set_volume = staged ? set_staged_volume : mixer_set_volume,
                           .chime = play_chime,
                           .set_zone = set_zone,
                           .set_clock = p->options.set_clock ? set_clock : NULL,
                           .restart = restart});
}

/* What the configuration says of the machine. */
static void settle_machine(Program *p) {
    const Options *o = &p->options;
    if (o->rotate >= 0)
        display_turn(p->display, o->rotate);
    display_set_touch(p->display, o->touch);
    if (o->volume >= 0 && !o->headless)
        mixer_set_volume(o->volume);
}

static bool read_code(const char *ask, char code[64]) {
    fputs(ask, stderr);
    if (!fgets(code, 64, stdin))
        code[0] = 0;
    code[strcspn(code, "\r\n")] = 0;
    return code[0];
}

/* Whoever may write the file is the machine's owner: that is also the way back when a code is
 * forgotten. */
static int set_pin(const char *file) {
    char code[64], again[64];
    Error error;
    if (!read_code("Nouveau code (six chiffres) : ", code) ||
        !read_code("Encore une fois : ", again) || strcmp(code, again) != 0)
        return fail("les deux codes ne sont pas les mêmes, rien n’est changé");
    if (!pin_set(file, code, &error))
        return fail(error.text);
    fputs("Le code est enregistré. La borne le prend au prochain démarrage.\n", stderr);
    return EXIT_SUCCESS;
}

/* For azimut-night, which reads the same configuration and wakes the machine in time. */
static int tell_until_open(const Program *p) {
    Millis now = p->options.has_now ? p->options.now : raw_local_now();
    HoursNow hours = hours_of_rows(p->options.open, p->options.open_count, now);
    if (!hours.open && hours.until == PLAN_NEVER)
        return fail("it never opens");
    printf("%lld\n", hours.open ? 0LL : (long long)(hours.until - now) / 1000);
    return EXIT_SUCCESS;
}

/* ---- running --------------------------------------------------------------------------------- */

static void begin_app(Program *p) {
    const Options *o = &p->options;
    app_begin(&p->app,
              (AppSetup){.pack = p->has_pack ? &p->pack : NULL,
                         .bank = &p->bank,
                         .wayfinder = p->wayfinder,
                         .typeface = display_typeface(p->display),
                         .initial = o->initial,
                         .calibrates = o->calibrate,
                         .width = display_width(p->display),
                         .height = display_height(p->display),
                         .seed = o->has_seed ? o->seed : (uint64_t)time(NULL) << 16,
                         .now = display_now(p->display),
                         .civil_shift = p->civil_shift,
                         .doubtful = !look_at_clock(p),
                         .open = p->options.open,
                         .open_count = p->options.open_count,
                         .sink = {p, note_fact, end_visit, begin_hour, begin_minute},
                         .staff = {&p->desk, o->pin ? staff_service_view : NULL, staff_service_ask},
                         .setup = {&p->first_day, options_config(o) ? setup_service_view : NULL,
                                   setup_service_ask},
                         .sets_up = o->setup});
}

static int run_script(Program *p) {
    const Options *o = &p->options;
    if (o->transcript && !(p->transcript = fopen(o->transcript, "w")))
        return fail("the transcript cannot be written");
    begin_app(p);
    Error error;
    ScriptRun run = {&p->app, p->display, o->script, o->shots, p->transcript, &p->civil_shift};
    bool good = script_run(&run, &error);
    app_end(&p->app);
    if (p->transcript)
        fclose(p->transcript);
    return good ? EXIT_SUCCESS : fail(error.text);
}

static int run_window(Program *p) {
    FILE *record = p->options.record ? fopen(p->options.record, "w") : NULL;
    if (p->options.record && !record)
        log_line("record", "%s cannot be written", p->options.record);
    begin_app(p);
    LoopSpec loop = {.app = &p->app,
                     .display = p->display,
                     .civil_shift = &p->civil_shift,
                     .leave = &p->desk.leave,
                     .self = p,
                     .turn = p->options.packs ? take_turn : NULL,
                     .record = record};
    bool wished = loop_run(&loop);
    service_stops();
    app_end(&p->app);
    if (record)
        fclose(record);
    return wished ? EXIT_SUCCESS : fail("the display is gone");
}

static Program *lost; /* the one that has visitors; NULL: nothing is to be saved */

/* The display is gone and Xlib ends the program: what the visitors did until now is counted all the
   same. */
static void lose(void) {
    if (!lost)
        return;
    app_end(&lost->app);
    stats_close(lost->stats);
    if (lost->options.packs)
        store_end(&lost->store);
}

static Display *display_for(const Program *p, Easel *easel, Error *error) {
    const Options *o = &p->options;
    return display_open((DisplaySpec){.width = o->width,
                                      .height = o->height,
                                      .display = o->display,
                                      .renderer = o->renderer,
                                      .give_up = stop_wished,
                                      .lost = lose,
                                      .headless = o->headless,
                                      .staged = o->script,
                                      .later = true,
                                      .easel = easel,
                                      .power = o->screen_power,
                                      .sound_delay_ms = o->sound_delay_ms},
                        error);
}

/* The pack is read while the window opens: most of that is waiting for the display. */
static bool open_display(Program *p, Easel *easel, Error *error) {
    pthread_t content;
    bool beside = pthread_create(&content, NULL, load_content, p) == 0;
    p->display = display_for(p, easel, error);
    if (beside)
        pthread_join(content, NULL);
    else
        load_content(p);
    if (p->display)
        display_fill(p->display, p->has_pack ? &p->pack : NULL, p->chunks);
    return p->display != NULL;
}

static int run(Program *p) {
    Error error;
    const Options *o = &p->options;
    service_begin();
    Easel *easel = easel_open(&p->pack); /* forks: before there are threads */
    if (!o->script)
        stop_begin();
    if (o->packs)
        open_store(p);
    if (!open_display(p, easel, &error)) {
        chunks_close(p->chunks);
        if (o->packs)
            close_store(p);
        return fail(error.text);
    }
    p->civil_shift = o->has_now ? o->now : content_day(p);
    if (!o->script)
        p->civil_shift = local_now(p) - display_now(p->display);
    p->app.now = display_now(p->display);
    begin_clock(p);
    open_stats(p);
    begin_health(p);
    begin_updates(p);
    begin_desk(p);
    settle_machine(p);
    begin_first_day(p);
    lost = p;
    int status = o->script ? run_script(p) : run_window(p);
    lost = NULL;
    stop_end();
    chime_end();
    staff_service_end(&p->desk);
    end_updates(p);
    stats_close(p->stats);
    display_close(p->display);
    chunks_close(p->chunks);
    return status;
}

/* What a visitor did is in memory while they are here: it must not land in a file when we crash. */
static void leave_no_dump(void) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__ /* which looks into its own process */
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

/* A journal's last lines are what a technician looks at: the mistake, and no list of options. */
static int refuse_file(const Error *why) {
    fail(why->text);
    return EXIT_USAGE;
}

int main(int argc, char **argv) {
    static Program program;
    Error error;
    if (sodium_init() < 0)
        return fail("no random numbers to be had");
    Asked asked = options_read(argc, argv, &program.options, &error);
    if (asked == ASKED_WRONGLY && program.options.fault.text[0])
        return refuse_file(&error);
    if (asked == ASKED_WRONGLY)
        return command_line_refuse(&KIOSK_LINE, error.text);
    if (asked != ASKED_COMMAND) {
        command_line_tell(&KIOSK_LINE, asked);
        return EXIT_SUCCESS;
    }
    if (program.options.timezone)
        setenv("TZ", program.options.timezone, 1);
    if (program.options.fault.text[0])
        log_line("setup", "%s", program.options.fault.text);
    if (program.options.set_pin)
        return set_pin(program.options.pin);
    if (program.options.until_open)
        return tell_until_open(&program);
    leave_no_dump();
    memory_settle();
    int status = run(&program);
    arena_free(&program.pack_memory);
    return program.desk.leave == LEAVE_RESTART ? EXIT_RESTART : status;
}
