/* Harms a pack in thousands of ways and has the kiosk open each: it opens or refuses within two
   seconds and 200 MB, and what opens is walked page by page and drawn. A crash, a finding of a
   sanitizer or a limit passed keeps the pack and ends with 1. usage: pack_mutants BUILD FOLDER
   COUNT SEED */
#include "soak/harm.h"

#include "base/log.h"
#include "content/image.h"
#include "platform/page/painter.h"
#include "screens/common/common.h"
#include "screens/common/quiz_state.h"
#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WIDTH = 800, HEIGHT = 600, TURNS = 6, PLACES = 4 };

#define OPEN_S 2.0
#define OPEN_MB 200
#define WALK_S 120 /* of a whole walk, drawn: an end, not a wish */

#ifdef __SANITIZE_ADDRESS__
#define IS_PLAIN false /* a sanitizer takes more of both */
#else
#define IS_PLAIN true
#endif

/* What the process that tries a pack tells of it, in memory that both share. */
typedef struct Trial {
    bool opened;
    double open_s;
    long open_mb;
    int pages, pictures, lost;
    char error[320];
} Trial;

typedef struct Sum {
    int mutants, opened, refused, bad;
    double worst_s;
    long worst_mb, pages, pictures, lost;
} Sum;

static const char *const NAMES[HARM_CLASS_COUNT] = {"pages",    "schema", "columns", "rows",
                                                    "pictures", "films",  "captions"};
static const int SHARE[HARM_CLASS_COUNT] = {25, 5, 40, 5, 15, 5, 5}; /* of a hundred */

static Trial *trial;
static Pack good; /* its pictures are drawn no further */
static Arena good_memory;

/* ---- opening --------------------------------------------------------------------------------- */

static double cpu_s(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static long peak_mb(void) {
    char line[128];
    long kb = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "VmHWM: %ld", &kb) == 1)
            break;
    if (file)
        fclose(file);
    return kb / 1024;
}

/* All that the program does before it has a window. */
static bool open_pack(const char *path, Chunks **chunks) {
    Error error;
    bool opened = pack_load(path, &world.memory, &world.pack, &error) &&
                  bank_from(&world.pack, &world.bank, &error);
    if (opened) {
        world.wayfinder = wayfinder_from(&world.pack, NULL, &world.memory);
        *chunks = world.pack.clip_count ? chunks_open(path, &world.pack, &error) : NULL;
    }
    trial->open_s = cpu_s();
    trial->open_mb = peak_mb();
    trial->opened = opened;
    snprintf(trial->error, sizeof trial->error, "%s", opened ? "" : error.text);
    return opened;
}

/* ---- walking --------------------------------------------------------------------------------- */

typedef struct Walk {
    SDL_Surface *surface;
    SDL_Renderer *renderer;
    Easel *easel;
    VideoView *view;
    Painter *painter;
    Settings settings;
    int width, height;
    uint64_t seed;
    bool plays; /* films, for some seconds; else they are opened */
} Walk;

static void show(Walk *w) {
    world.app.dirty = true;
    const Page *page = app_page(&world.app);
    video_view_follow(w->view, page_video_wish(page));
    painter_paint(w->painter, page);
    painter_present(w->painter);
    trial->pages++;
}

/* The page as it is, and every further page of what is paged on it. */
static void show_turning(Walk *w) {
    for (int turns = 0; turns < TURNS; turns++) {
        show(w);
        const Node *next = world_next_page();
        if (!next)
            return;
        world_tap(next);
    }
}

static void begin(Walk *w) {
    world_begin(w->settings, w->width, w->height);
}

static void visit(Walk *w, ScreenId screen, int arg) {
    begin(w);
    world_go(screen, arg);
    show_turning(w);
    world_end();
}

static void visit_quiz(Walk *w) {
    begin(w);
    world_go(SCREEN_quiz, 0);
    QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
    for (int i = 0; !quiz_finished(&s->quiz); i++) {
        if (i % 8 == 0)
            show(w);
        quiz_answer(&s->quiz, world.app.setup.bank, (i + (int)w->seed) * 3 % 5, 3000);
    }
    world.app.visit.at = SCREEN_result;
    show_turning(w);
    world_end();
}

/* Opened, played for some seconds of the script's clock, its captions on. */
static void visit_clip(Walk *w, int clip) {
    begin(w);
    world_go(SCREEN_player, clip);
    for (Millis now = 0; now < (w->plays ? 4000 : 100); now += 500) {
        video_view_set_time(w->view, now);
        app_video(&world.app, video_view_report(w->view));
        show(w);
    }
    world_end();
    visit(w, SCREEN_transcript, clip);
    visit(w, SCREEN_video_end, clip);
}

static void visit_attract(Walk *w) {
    begin(w);
    for (int scene = 0; scene < 4; scene++) {
        show(w);
        world_pass(8000);
    }
    world_end();
}

static void visit_map(Walk *w) {
    const Plan *plan = &world.pack.plan;
    visit(w, SCREEN_map, 0);
    visit(w, SCREEN_find, 0);
    for (int list = 0; list < 4; list++)
        visit(w, SCREEN_places, list);
    for (int n = 0, space = (int)(w->seed % 7); n < PLACES && space < plan->space_count;
         space += 1 + plan->space_count / PLACES)
        if (plan->space[space].place) {
            visit(w, SCREEN_place, space);
            visit(w, SCREEN_map, space + 1);
            n++;
        }
}

/* Those that are not as in the good pack; the others have been drawn often enough. */
static void draw_pictures(Walk *w) {
    static uint32_t pixels[700 * 500];
    Error error;
    for (int i = 0; i < world.pack.picture_count; i++) {
        const Picture *a = &world.pack.picture[i],
                      *b = i < good.picture_count ? &good.picture[i] : NULL;
        if (b && slice_equal(a->data, b->data) && a->width == b->width && a->height == b->height)
            continue;
        trial->pictures++;
        PictureWish wish = {.picture = i,
                            .w = 700,
                            .h = 500,
                            .radius = 12,
                            .theme = w->settings.theme,
                            .fit = w->seed & 1};
        trial->lost += easel_draw(w->easel, &wish, pixels, &error) != EASEL_DRAWN;
    }
}

static void every_page(Walk *w) {
    visit_attract(w);
    visit(w, SCREEN_home, 0);
    for (int topic = 0; topic < world.pack.topic_count && topic < 8; topic++)
        visit(w, SCREEN_topic, topic);
    if (world.pack.plan.space_count)
        visit_map(w);
    if (world.pack.trade_count) {
        visit(w, SCREEN_families, 0);
        visit(w, SCREEN_trades, common_trades((TradeFilter){TRADES_ALL, 0}));
        for (int trade = 0; trade < world.pack.trade_count && trade < 12; trade++)
            visit(w, SCREEN_trade, trade);
    }
    if (world.pack.item_count)
        visit_quiz(w);
    if (world.pack.clip_count)
        visit(w, SCREEN_videos, 0);
    for (int clip = 0; clip < world.pack.clip_count && clip < 3; clip++)
        visit_clip(w, clip);
}

static void walk(uint64_t seed, bool plays, Chunks *chunks) {
    bool tall = seed & 4;
    Walk w = {.seed = seed,
              .plays = plays,
              .width = tall ? HEIGHT : WIDTH,
              .height = tall ? WIDTH : HEIGHT};
    w.settings =
        (Settings){.lang = (Lang)(seed % LANG_COUNT), .theme = (ThemeId)(seed % THEME_COUNT)};
    w.easel = easel_open(&world.pack);
    draw_pictures(&w);
    w.surface = SDL_CreateRGBSurfaceWithFormat(0, w.width, w.height, 32, SDL_PIXELFORMAT_XRGB8888);
    w.renderer = SDL_CreateSoftwareRenderer(w.surface);
    w.view = video_view_open((VideoViewSpec){
        .renderer = w.renderer, .pack = &world.pack, .chunks = chunks, .headless = true});
    Easel *none = easel_open(NULL); /* pages ask for every picture again and again */
    w.painter = painter_open((PainterSpec){.renderer = w.renderer,
                                           .surface = w.surface,
                                           .fonts = world.fonts,
                                           .easel = none,
                                           .view = w.view,
                                           .patient = true});
    every_page(&w);
    video_view_close(w.view);
    painter_close(w.painter);
    easel_close(none);
    easel_close(w.easel);
}

/* ---- one after the other --------------------------------------------------------------------- */

typedef enum How { HOW_OPENED, HOW_WALKED, HOW_PLAYED } How;

static void try_here(const char *path, uint64_t seed, How how) {
    Chunks *chunks = NULL;
    signal(SIGTERM, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    int quiet = open("/dev/null", O_WRONLY);
    dup2(quiet, STDERR_FILENO); /* a line a pack says nothing; sanitizers write to log_path */
    if (open_pack(path, &chunks) && how != HOW_OPENED) {
        alarm(WALK_S);
        walk(seed, how == HOW_PLAYED, chunks);
    }
    chunks_close(chunks);
    _exit(0);
}

static int try_apart(const char *path, uint64_t seed, How how) {
    int status = 0;
    *trial = (Trial){0};
    pid_t pid = fork();
    if (pid == 0)
        try_here(path, seed, how);
    waitpid(pid, &status, 0); /* glibc goes on with it after a signal */
    return status;
}

static void add(Sum *sum, int status, const char **complaint) {
    sum->mutants++;
    sum->opened += trial->opened;
    sum->refused += !trial->opened && trial->error[0];
    sum->pages += trial->pages;
    sum->pictures += trial->pictures;
    sum->lost += trial->lost;
    sum->worst_s = trial->open_s > sum->worst_s ? trial->open_s : sum->worst_s;
    sum->worst_mb = trial->open_mb > sum->worst_mb ? trial->open_mb : sum->worst_mb;
    *complaint = NULL;
    if (status)
        *complaint = WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "a sanitizer's finding";
    else if (!trial->opened && !trial->error[0])
        *complaint = "neither opened nor refused";
    else if (IS_PLAIN && trial->open_s > OPEN_S)
        *complaint = "more than two seconds";
    else if (IS_PLAIN && trial->open_mb > OPEN_MB)
        *complaint = "more than 200 MB";
    sum->bad += *complaint != NULL;
}

static void keep(const char *path, const char *folder, HarmClass what, uint64_t seed,
                 const char *how, const char *complaint) {
    char kept[512];
    snprintf(kept, sizeof kept, "%s/found-%s-%llu.pack", folder, NAMES[what],
             (unsigned long long)seed);
    printf("%s: %s: %s (%.2f s, %ld MB, %d pages, %s)\n", kept, how, complaint, trial->open_s,
           trial->open_mb, trial->pages, trial->error);
    rename(path, kept);
}

/* All classes in turn, so that whatever ends early has seen something of each. */
static HarmClass class_of(long i) {
    int at = (int)(i * 37 % 100), upto = 0;
    for (int c = 0; c < HARM_CLASS_COUNT; c++)
        if (at < (upto += SHARE[c]))
            return (HarmClass)c;
    return HARM_CAPTIONS;
}

static How how_far(HarmClass what, long i, long every) {
    if ((i + i / 100) % every)
        return HOW_OPENED;
    return what == HARM_VIDEOS ? HOW_PLAYED : HOW_WALKED;
}

static volatile sig_atomic_t enough;

static void stop(int sign) {
    (void)sign;
    enough = 1;
}

static int report(const Sum *sum) {
    int bad = 0;
    printf("%-9s %7s %7s %7s %9s %8s %8s %9s %6s %4s\n", "class", "mutants", "opened", "refused",
           "worst s", "worst MB", "pages", "pictures", "lost", "bad");
    for (int c = 0; c < HARM_CLASS_COUNT; c++, sum++) {
        printf("%-9s %7d %7d %7d %9.2f %8ld %8ld %9ld %6ld %4d\n", NAMES[c], sum->mutants,
               sum->opened, sum->refused, sum->worst_s, sum->worst_mb, sum->pages, sum->pictures,
               sum->lost, sum->bad);
        bad += sum->bad;
    }
    return bad > 0;
}

/* Fonts, and the good pack to compare with: once, before the processes that try the others are
   forked. */
static void get_ready(const char *base) {
    Error error;
    if (!(world.fonts = fonts_open(&error)) || !pack_load(base, &good_memory, &good, &error)) {
        fprintf(stderr, "pack_mutants: %s\n", error.text);
        exit(2);
    }
    trial = mmap(NULL, sizeof *trial, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (trial == MAP_FAILED || try_apart(base, 0, HOW_PLAYED) || !trial->opened || trial->lost) {
        fprintf(stderr, "pack_mutants: the good pack itself: %s\n",
                trial == MAP_FAILED ? "no memory" : trial->error);
        exit(2);
    }
    printf("the good pack: %.2f s, %ld MB, %d pages\n", trial->open_s, trial->open_mb,
           trial->pages);
    fflush(stdout);
}

int main(int argc, char **argv) {
    static Sum sum[HARM_CLASS_COUNT];
    char base[512], path[512], how[512];
    if (argc < 5 || sodium_init() < 0)
        return fprintf(stderr, "usage: pack_mutants BUILD FOLDER COUNT SEED [EVERY]\n"), 2;
    snprintf(path, sizeof path, "%s/campus.pack", argv[1]);
    snprintf(base, sizeof base, "%s/base.pack", argv[2]);
    harm_base(path, base);
    get_ready(base);
    snprintf(path, sizeof path, "%s/mutant.pack", argv[2]);
    long count = atol(argv[3]), every = argc > 5 ? atol(argv[5]) : 1;
    signal(SIGTERM, stop); /* says what it has found so far */
    signal(SIGINT, stop);
    for (long i = 0; i < count && !enough; i++) {
        HarmClass what = class_of(i);
        uint64_t seed = strtoull(argv[4], NULL, 10) * 1000003u + (uint64_t)i;
        const char *complaint;
        harm_make(base, path, (Harm){what, seed, sum[what].mutants}, how, sizeof how);
        add(&sum[what], try_apart(path, seed, how_far(what, i, every)), &complaint);
        if (complaint)
            keep(path, argv[2], what, seed, how, complaint);
        fflush(stdout);
    }
    unlink(path);
    return report(sum);
}
