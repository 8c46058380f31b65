/* How long it takes from a touch on a real page to the first sample that is handed to the sound
   device, in every language of a pack; what the page loses by it; what a spoken second costs. The
   device is a pipe with the pace of a sound card, read by a thread that looks at the clock. Beside
   each figure eSpeak NG alone with the same words. usage: voice PACK [RECORDING] */
#include "app/app.h"
#include "app/bank.h"
#include "platform/voice/espeak.h"
#include "platform/window/display.h"
#include "tools/bench/took.h"

#include <SDL2/SDL.h>
#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TOUCHES = 9, READ_MS = 2000, QUIET_MS = 120, SETTLE_MS = 700, TEXT_BYTES = 2000 };

typedef struct Bench {
    App *app;
    Display *display;
    const Pack *pack;
    const QuizBank *bank;
    unsigned spare, serials; /* serials of what is wished for without an app, and by one */
    double longest;          /* turn of the loop */
} Bench;

/* ---- the device ------------------------------------------------------------------------------ */

static char pipe_name[] = "/tmp/azimut-bench-XXXXXX";
static char pipe_path[64];
static atomic_llong heard_us; /* when it first was not silent since it was set to 0 */

static long long now_us(void) {
    return (long long)(ms_of(CLOCK_MONOTONIC) * 1000);
}

static bool is_silent(const float *samples, int count) {
    for (int i = 0; i < count; i++)
        if (fabsf(samples[i]) > 1e-4f)
            return false;
    return true;
}

static void listen(int from) {
    float samples[2048];
    for (ssize_t got; (got = read(from, samples, sizeof samples)) > 0;)
        if (!atomic_load(&heard_us) && !is_silent(samples, (int)got / (int)sizeof *samples))
            atomic_store(&heard_us, now_us());
}

/* The device is opened and closed as the kiosk likes. */
static void *be_device(void *none) {
    for (int from; (from = open(pipe_path, O_RDONLY)) >= 0;) {
        listen(from);
        close(from);
    }
    return none;
}

static bool open_device(void) {
    pthread_t thread;
    if (!mkdtemp(pipe_name))
        return false;
    snprintf(pipe_path, sizeof pipe_path, "%s/sound", pipe_name);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", pipe_path, 1);
    return mkfifo(pipe_path, 0600) == 0 && pthread_create(&thread, NULL, be_device, NULL) == 0;
}

static void close_device(void) {
    unlink(pipe_path);
    rmdir(pipe_name);
}

static bool read_sound(const char *path, Arena *memory, Slice *sound) {
    enum { MOST = 1 << 20 };
    char *bytes = arena_alloc(memory, MOST);
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    *sound = (Slice){bytes, (int)fread(bytes, 1, MOST, file)};
    fclose(file);
    return sound->len > 0;
}

/* ---- the kiosk, as its own loop does it ------------------------------------------------------ */

static Millis turn(Bench *b) {
    double since = ms_of(CLOCK_THREAD_CPUTIME_ID);
    app_time(b->app, display_now(b->display), 600);
    const Page *page = app_page(b->app);
    display_speak(b->display, app_speech_wish(b->app));
    display_show(b->display, page, app_take_motion(b->app));
    app_seen(b->app, display_seen(b->display));
    SpeechReport report = display_speech(b->display);
    app_speech(b->app, report);
    double took = ms_of(CLOCK_THREAD_CPUTIME_ID) - since;
    b->longest = took > b->longest ? took : b->longest;
    return report.wake;
}

static void turn_for(Bench *b, double ms) {
    for (double until = ms_of(CLOCK_MONOTONIC) + ms; ms_of(CLOCK_MONOTONIC) < until;) {
        Millis wake = turn(b);
        SDL_Delay(wake && wake < 50 ? (Uint32)wake : 50);
    }
}

/* Nothing is wished for, and what was is out of the device. */
static void hush(Bench *b) {
    display_speak(b->display, (SpeechWish){0});
    SDL_Delay(QUIET_MS);
    atomic_store(&heard_us, 0);
}

static double until_heard(Bench *b, double since, SpeechWish wish) {
    while (!atomic_load(&heard_us)) {
        display_speak(b->display, wish);
        SpeechReport report = display_speech(b->display);
        SDL_Delay(report.wake && report.wake < 5 ? (Uint32)report.wake : 5);
    }
    return (double)atomic_load(&heard_us) / 1000 - since;
}

static void begin(Bench *b, Lang lang) {
    Settings settings = {.lang = lang, .voice = {.state = VOICE_ON}};
    app_begin(b->app, (AppSetup){.pack = b->pack,
                                 .bank = b->bank,
                                 .typeface = display_typeface(b->display),
                                 .initial = settings,
                                 .width = display_width(b->display),
                                 .height = display_height(b->display),
                                 .seed = 7,
                                 .now = display_now(b->display),
                                 .speaks = true});
    b->app->reader.serial = b->serials += 1000; /* one is never used again, by no app */
    app_open(b->app, (Target){TARGET_TRADE, 0});
}

/* ---- from the touch to the sound ------------------------------------------------------------- */

/* The middle of one of two controls in turn, so that each touch says something else. */
static Point somewhere(const Page *page, int turn) {
    Point found = {0, 0};
    for (int i = 0, count = 0; i < page->shown_count && count <= turn % 2; i++) {
        const Node *node = page->shown[i];
        if (!page_can_act(node) || node->role == ROLE_BOX || node->aside)
            continue;
        found = (Point){node->box.x + node->box.w / 2, node->box.y + node->box.h / 2};
        count++;
    }
    return found;
}

typedef struct Touched {
    double heard_ms;
    char text[TEXT_BYTES]; /* that was said */
} Touched;

static void touch(Bench *b, int which, Touched *touched) {
    Point at = somewhere(app_page(b->app), which);
    hush(b);
    double since = ms_of(CLOCK_MONOTONIC);
    app_now(b->app, display_now(b->display));
    app_touch(b->app, (Touch){.kind = TOUCH_PRESS, .at = at});
    turn(b);
    SpeechWish wish = app_speech_wish(b->app);
    snprintf(touched->text, sizeof touched->text, SLICE_FMT, SLICE_ARG(wish.text));
    touched->heard_ms = until_heard(b, since, wish);
    app_touch(b->app, (Touch){.kind = TOUCH_RELEASE, .at = at});
}

/* ---- what reading costs ---------------------------------------------------------------------- */

/* Milliseconds of a processor for a second in which the page is read, its words lighting up. */
static double cpu_of_reading(Bench *b) {
    double cpu = ms_of(CLOCK_PROCESS_CPUTIME_ID), since = ms_of(CLOCK_MONOTONIC);
    turn_for(b, READ_MS);
    return (ms_of(CLOCK_PROCESS_CPUTIME_ID) - cpu) / (ms_of(CLOCK_MONOTONIC) - since) * 1000;
}

/* ---- eSpeak NG alone ------------------------------------------------------------------------- */

typedef struct Alone {
    double first_ms;
    long samples;
} Alone;

static bool take_samples(void *self, const int16_t *mono, int count) {
    Alone *alone = self;
    for (int i = 0; i < count && !alone->first_ms; i++)
        if (mono[i])
            alone->first_ms = ms_of(CLOCK_MONOTONIC);
    alone->samples += count;
    return true;
}

static void take_word(void *self, int from, int to, int64_t at) {
    (void)self, (void)from, (void)to, (void)at;
}

static Alone say_alone(const char *text, const char *lang) {
    Alone alone = {0};
    double since = ms_of(CLOCK_MONOTONIC);
    espeak_say(slice_from(text), lang, RATE_USUAL, (EspeakSink){&alone, take_samples, take_word});
    alone.first_ms -= since;
    return alone;
}

static double cpu_alone(const char *text, const char *lang, int rate) {
    double cpu = ms_of(CLOCK_PROCESS_CPUTIME_ID);
    Alone alone = say_alone(text, lang);
    return (ms_of(CLOCK_PROCESS_CPUTIME_ID) - cpu) / ((double)alone.samples / rate + 1e-9);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* The least of what the same took several times: whatever else a machine does only adds. */
static double least(const double *took, int count) {
    double found = took[0];
    for (int i = 1; i < count; i++)
        found = took[i] < found ? took[i] : found;
    return found;
}

typedef struct Figures {
    double touch, worst, turn, cpu;
    char text[2][TEXT_BYTES];
} Figures;

static void measure(Bench *b, Lang lang, Figures *f) {
    static Touched touched;
    double took[TOUCHES];
    begin(b, lang);
    turn_for(b, SETTLE_MS);
    hush(b);
    b->longest = 0; /* from here on nothing slides */
    f->cpu = cpu_of_reading(b);
    for (int i = 0; i < TOUCHES; i++) {
        touch(b, i, &touched);
        took[i] = touched.heard_ms;
        strcpy(f->text[i % 2], touched.text);
    }
    took_sort(took, TOUCHES);
    f->touch = took[TOUCHES / 2];
    f->worst = took[TOUCHES - 1];
    f->turn = b->longest;
    app_end(b->app);
}

/* From the touch that opens a page to its title, sliding in or not. */
static double open_page(Bench *b, int trade) {
    double since = ms_of(CLOCK_MONOTONIC);
    app_open(b->app, (Target){TARGET_TRADE, trade});
    turn(b);
    return until_heard(b, since, app_speech_wish(b->app));
}

/* The device is closed and, in a new process, nothing is loaded. */
static double first_of_visit(Bench *b) {
    display_rest(b->display);
    SDL_Delay(QUIET_MS);
    begin(b, LANG_FIRST);
    atomic_store(&heard_us, 0);
    double took = open_page(b, 0);
    hush(b);
    app_end(b->app);
    return took;
}

static double page_change(Bench *b) {
    double took[TOUCHES];
    begin(b, LANG_FIRST);
    turn_for(b, SETTLE_MS);
    for (int i = 0; i < TOUCHES; i++) {
        hush(b);
        took[i] = open_page(b, 1 + i % 2);
    }
    hush(b);
    app_end(b->app);
    took_sort(took, TOUCHES);
    return took[TOUCHES / 2];
}

static void time_recorded(Bench *b, Slice sound) {
    double took[TOUCHES];
    for (int i = 0; i < TOUCHES; i++) {
        hush(b);
        SpeechWish wish = {.serial = ++b->spare,
                           .text = LIT("Bonjour."),
                           .lang = langs()->code[LANG_FIRST],
                           .recorded = {LIT("bench"), sound}};
        took[i] = until_heard(b, ms_of(CLOCK_MONOTONIC), wish);
    }
    printf("voice_recorded_first_ms %.1f\n", took[0]);
    took_sort(took, TOUCHES);
    printf("voice_recorded_ms %.1f\n", took[TOUCHES / 2]);
}

static void print_language(const char *lang, const Figures *f, int rate) {
    double first[TOUCHES], cpu[TOUCHES];
    say_alone("a", lang);
    for (int i = 0; i < TOUCHES; i++) {
        first[i] = say_alone(f->text[i % 2], lang).first_ms;
        cpu[i] = cpu_alone(f->text[i % 2], lang, rate);
    }
    took_sort(first, TOUCHES);
    printf("in %s touch %.1f %.2f\n", lang, f->touch, first[TOUCHES / 2]);
    printf("in %s cpu %.1f %.2f\n", lang, f->cpu, least(cpu, TOUCHES));
}

static void run(Bench *b, Slice sound) {
    static Figures figures[LANG_MAX];
    double worst = 0, longest = 0;
    printf("voice_first_ever_ms %.1f\n", first_of_visit(b));
    printf("voice_first_of_visit_ms %.1f\n", first_of_visit(b));
    printf("voice_page_ms %.1f\n", page_change(b));
    for (int lang = 0; lang < langs()->count; lang++) {
        measure(b, lang, &figures[lang]);
        worst = fmax(worst, figures[lang].worst);
        longest = fmax(longest, figures[lang].turn);
    }
    printf("voice_touch_worst_ms %.1f\n", worst);
    printf("voice_turn_worst_ms %.1f\n", longest);
    if (sound.len)
        time_recorded(b, sound);
    display_close(b->display); /* with the voice: from one thread only */
    Error error;
    int rate = espeak_load(&error);
    for (int lang = 0; rate && lang < langs()->count; lang++)
        print_language(langs()->code[lang], &figures[lang], rate);
}

int main(int argc, char **argv) {
    static Arena memory;
    static Pack pack;
    static QuizBank bank;
    static App app;
    Error error;
    Slice sound = LIT("");
    if (argc < 2 || !pack_load(argv[1], &memory, &pack, &error) ||
        !bank_from(&pack, &bank, &error)) {
        fprintf(stderr, "%s\n", argc < 2 ? "usage: voice PACK [RECORDING]" : error.text);
        return 2;
    }
    if (argc > 2 && !read_sound(argv[2], &memory, &sound))
        return 2;
    if (!open_device())
        return 1;
    Display *display = display_open((DisplaySpec){.pack = &pack}, &error);
    if (!display) {
        fprintf(stderr, "%s\n", error.text);
        return 1;
    }
    Bench bench = {
        .app = &app, .display = display, .pack = &pack, .bank = &bank, .spare = 1u << 30};
    run(&bench, sound);
    close_device();
    return 0;
}
