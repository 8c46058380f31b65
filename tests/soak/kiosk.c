/* A year of the kiosk on a clock of its own: visits of random touches, hours in which nobody comes,
   films opened and left. What it holds at rest must not grow: memory, descriptors, threads,
   textures. Ends non-zero with the limits that were passed. usage: kiosk PACK SCRATCH-FOLDER
   [VISITS [TOUCHES-A-VISIT [ATTRACT-HOURS [FILM-OPENINGS]]]] */
#include "app/app.h"
#include "app/bank.h"
#include "app/keys.h"
#include "app/app_parts.h"
#include "base/memory.h"
#include "video/decoder.h"
#include "content/chunks.h"
#include "platform/window/display.h"
#include "stats/stats.h"
#include "tools/bench/weighs.h"

#include <SDL2/SDL.h>
#include <dirent.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { WIDTH = 640, HEIGHT = 360, MINUTE = 60000, HALF_PAST_TWO = 14 * 60 + 30 };
enum { FEW_TOUCHES = 1000, MANY_TOUCHES = 50000 };
enum { ALL_PICTURES_MS = 33, FEW_PICTURES_MS = 150 };

#define GROWTH_KB 1024 /* at rest, from the 1,000th touch on */
#define REST_KB                                                                                    \
    42000 /* the window's own pixels are not among these, nor are those of this program at full    \
             size */
#define BUSY_KB 75000
#define TEXTURES_REST 80 /* of the page that waits */
#define TEXTURES_MOST 1100

/* ---- what it holds --------------------------------------------------------------------------- */

static int textures, most_textures;

SDL_Texture *__real_SDL_CreateTexture(SDL_Renderer *renderer, Uint32 format, int access, int w,
                                      int h);
SDL_Texture *__wrap_SDL_CreateTexture(SDL_Renderer *renderer, Uint32 format, int access, int w,
                                      int h);
SDL_Texture *__real_SDL_CreateTextureFromSurface(SDL_Renderer *renderer, SDL_Surface *surface);
SDL_Texture *__wrap_SDL_CreateTextureFromSurface(SDL_Renderer *renderer, SDL_Surface *surface);
void __real_SDL_DestroyTexture(SDL_Texture *texture);
void __wrap_SDL_DestroyTexture(SDL_Texture *texture);

static SDL_Texture *count_texture(SDL_Texture *texture) {
    textures += texture != NULL;
    most_textures = textures > most_textures ? textures : most_textures;
    return texture;
}

SDL_Texture *__wrap_SDL_CreateTexture(SDL_Renderer *renderer, Uint32 format, int access, int w,
                                      int h) {
    return count_texture(__real_SDL_CreateTexture(renderer, format, access, w, h));
}

SDL_Texture *__wrap_SDL_CreateTextureFromSurface(SDL_Renderer *renderer, SDL_Surface *surface) {
    return count_texture(__real_SDL_CreateTextureFromSurface(renderer, surface));
}

void __wrap_SDL_DestroyTexture(SDL_Texture *texture) {
    textures -= texture != NULL;
    __real_SDL_DestroyTexture(texture);
}

static int entries(const char *folder) {
    int count = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *entry; dir && (entry = readdir(dir));)
        count += entry->d_name[0] != '.';
    if (dir)
        closedir(dir);
    return count;
}

/* Anonymous memory: what is read from files is shared with whoever reads the same. */
static long memory_kb(void) {
    return weighs_kb("Pss_Anon:");
}

typedef struct Held {
    long kb;
    int descriptors, threads, textures;
} Held;

static Held held(void) {
    return (Held){memory_kb(), entries("/proc/self/fd"), entries("/proc/self/task"), textures};
}

static int faults;

static void limit(const char *what, long value, long most) {
    bool good = value <= most;
    printf("%-34s %8ld  limit %8ld%s\n", what, value, most, good ? "" : "  PASSED");
    fflush(stdout);
    faults += !good;
}

static void compare(const char *phase, Held before, Held after) {
    char what[80];
    snprintf(what, sizeof what, "%s: growth, KB", phase);
    limit(what, after.kb - before.kb, GROWTH_KB);
    snprintf(what, sizeof what, "%s: descriptors more", phase);
    limit(what, after.descriptors - before.descriptors, 0);
    snprintf(what, sizeof what, "%s: threads more", phase);
    limit(what, after.threads - before.threads, 0);
    snprintf(what, sizeof what, "%s: textures at rest", phase);
    limit(what, after.textures, TEXTURES_REST);
}

/* ---- the kiosk, on a clock of its own -------------------------------------------------------- */

typedef struct Soaked {
    Arena memory;
    Pack pack;
    QuizBank bank;
    Chunks *chunks;
    Display *display;
    Stats *stats;
    VisitCounts counts;
    App app;
    Millis now;
    bool visited;
    long touches, ended, busiest_kb;
} Soaked;

static uint64_t random_state = 88172645463325252u;

static int below(int bound) {
    random_state ^= random_state << 13, random_state ^= random_state >> 7,
        random_state ^= random_state << 17;
    return (int)(random_state >> 33) % bound;
}

static uint32_t draw_below(void *self, uint32_t bound) {
    (void)self;
    return randombytes_uniform(bound);
}

static void note(void *self, Fact fact) {
    Soaked *s = self;
    visit_counts_note(&s->counts, keys_fact(&s->pack, fact));
}

static void end_visit(void *self, EndReason reason, Settings settings, bool counted) {
    Soaked *s = self;
    if (counted)
        stats_count(s->stats, &s->counts, reason, settings.lang, s->now);
    visit_counts_begin(&s->counts);
    s->ended++;
}

static void begin_hour(void *self) {
    Soaked *s = self;
    stats_tick(s->stats, s->now);
}

/* One turn of the kiosk's loop. */
static void seek_id(Soaked *s) {
    display_set_time(s->display, s->now);
    app_time(&s->app, s->now, (int)(s->now / MINUTE % (24 * 60)));
    app_video(&s->app, display_video(s->display));
    if (s->visited && !s->app.visit.begun)
        display_rest(s->display);
    s->visited = s->app.visit.begun;
    display_show(s->display, app_page(&s->app), MOTION_NONE);
    app_take_motion(&s->app);
    app_seen(&s->app, display_seen(s->display));
}

/* Lets time pass, whatever is due happening when it is: pages by themselves, and pictures of a
 * film. */
static void pass(Soaked *s, Millis ms) {
    for (Millis until = s->now + ms; s->now < until; seek_id(s)) {
        Millis wake = app_wake_at(&s->app), next = wake && wake < until ? wake : until;
        Millis picture = s->app.visit.begun ? FEW_PICTURES_MS : ALL_PICTURES_MS;
        if (video_plays(s->app.video) && next > s->now + picture)
            next = s->now + picture;
        s->now = next > s->now ? next : s->now + 1;
    }
}

static void begin(Soaked *s, const char *path, const char *folder) {
    static char file[4096];
    Error error = {{0}};
    if (!pack_load(path, &s->memory, &s->pack, &error) || !bank_from(&s->pack, &s->bank, &error) ||
        !(s->chunks = chunks_open(path, &s->pack, &error)) ||
        !(s->display = display_open((DisplaySpec){.width = WIDTH,
                                                  .height = HEIGHT,
                                                  .headless = true,
                                                  .pack = &s->pack,
                                                  .chunks = s->chunks},
                                    &error))) {
        fprintf(stderr, "%s\n", error.text);
        exit(2);
    }
    snprintf(file, sizeof file, "%.4000s/soak.db", folder);
    s->now = (Millis)20000 * 86400000 + HALF_PAST_TWO * MINUTE;
    StatsKeys keys = keys_from(&s->pack, PLAN_NONE, false, &s->memory);
    s->stats = stats_open((StatsSpec){
        .path = file, .keys = keys, .draw = {draw_below, NULL}, .now = s->now, .scratch = true});
    visit_counts_begin(&s->counts);
    app_begin(&s->app, (AppSetup){.pack = &s->pack,
                                  .bank = &s->bank,
                                  .wayfinder = wayfinder_from(&s->pack, NULL, &s->memory),
                                  .typeface = display_typeface(s->display),
                                  .width = WIDTH,
                                  .height = HEIGHT,
                                  .seed = 7,
                                  .now = s->now,
                                  .sink = {s, note, end_visit, begin_hour}});
    seek_id(s);
}

static void end(Soaked *s) {
    app_end(&s->app);
    stats_close(s->stats);
    display_close(s->display);
    chunks_close(s->chunks);
    arena_free(&s->memory);
}

/* ---- hands ----------------------------------------------------------------------------------- */

/* Mostly on a control, now and then anywhere. */
static Point somewhere(const Page *page) {
    for (int tries = 0; tries < 50 && below(12); tries++) {
        const Node *node = page->shown[below(page->shown_count)];
        if (page_can_act(node) && !box_empty(node->box) && node->action.token != DO_DONE)
            return (Point){node->box.x + below(node->box.w), node->box.y + below(node->box.h)};
    }
    return (Point){below(WIDTH), below(HEIGHT)};
}

static void touch(Soaked *s, TouchKind kind, Point at) {
    app_touch(&s->app, (Touch){.kind = kind, .at = at});
    seek_id(s);
}

static void one_touch(Soaked *s) {
    Point from = somewhere(app_page(&s->app)), to = from;
    touch(s, TOUCH_PRESS, from);
    if (!below(15)) { /* dragged */
        to = (Point){below(WIDTH), below(HEIGHT)};
        touch(s, TOUCH_MOVE, to);
    }
    touch(s, TOUCH_RELEASE, to);
    s->touches++;
    pass(s, 50 + below(400)); /* a new page is deaf for a while */
    if (!below(40))
        app_key(&s->app, (KeyName)(1 + below(KEY_BACK)));
    if (!below(200))
        pass(s, below(60000));
}

static void leave(Soaked *s) {
    while (s->app.visit.begun)
        pass(s, MINUTE);
    pass(s, 100);
}

static void visit(Soaked *s, int count) {
    for (int i = 0; i < count; i++)
        one_touch(s);
    long kb = s->touches % 10 ? 0 : memory_kb();
    s->busiest_kb = kb > s->busiest_kb ? kb : s->busiest_kb;
    leave(s);
}

static void soak_visits(Soaked *s, int visits, int count) {
    Held few = held(), many = few;
    bool has_few = false, has_many = false;
    for (int i = 0; i < visits; i++) {
        visit(s, count);
        if (!has_few && s->touches >= FEW_TOUCHES)
            few = held(), has_few = true;
        if (!has_many && s->touches >= MANY_TOUCHES)
            many = held(), has_many = true;
    }
    Held last = held();
    printf("%ld visits, %ld touches\n", s->ended, s->touches);
    if (has_many)
        limit("1,000th to 50,000th touch, KB", many.kb - few.kb, GROWTH_KB);
    compare("visits", few, last);
    limit("visits: at rest, KB", last.kb, REST_KB);
    limit("visits: busiest, KB", s->busiest_kb, BUSY_KB);
    limit("visits: most textures", most_textures, TEXTURES_MOST);
}

/* ---- nobody ---------------------------------------------------------------------------------- */

static void soak_attract(Soaked *s, int hours) {
    leave(s);
    pass(s, 10 * MINUTE);
    Held before = held();
    clock_t since = clock();
    pass(s, (Millis)hours * 60 * MINUTE);
    printf("%d hours of nobody: %.1f CPU-s an hour at %dx%d\n", hours,
           (double)(clock() - since) / CLOCKS_PER_SEC / hours, WIDTH, HEIGHT);
    compare("attract", before, held());
}

/* ---- films ----------------------------------------------------------------------------------- */

static void open_video(Soaked *s, int clip) {
    app_begin_visit(&s->app);
    app_go_to(&s->app, SCREEN_player, clip);
    seek_id(s);
    pass(s, below(20) ? below(200) : 3000);
    app_go_to(&s->app, SCREEN_videos, 0);
    seek_id(s);
}

static void soak_videos(Soaked *s, int openings) {
    Held before = {0};
    for (int i = 0; i < openings; i++) {
        open_video(s, below(s->pack.clip_count));
        if (i % 10 == 9)
            leave(s);
        if (i == openings / 10 / 10 * 10 + 9)
            before = held();
    }
    leave(s);
    printf("%d films opened\n", openings);
    compare("films", before, held());
}

typedef struct ClipBytes {
    Chunks *chunks;
    int clip;
} ClipBytes;

static int read_clip(void *self, int64_t offset, void *to, int count) {
    ClipBytes *bytes = self;
    return chunks_read(bytes->chunks, bytes->clip, offset, to, count);
}

static int64_t now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* The same with the threads of a real window, on the real clock: most are left before they have
 * opened. */
static void soak_threads(Soaked *s, int openings) {
    VideoSource source[16];
    ClipBytes bytes[16];
    static uint32_t pixels[320 * 180];
    int clips = s->pack.clip_count < 16 ? s->pack.clip_count : 16;
    for (int i = 0; i < clips; i++) {
        bytes[i] = (ClipBytes){s->chunks, i};
        source[i] = (VideoSource){
            "film", {&bytes[i], s->pack.clip[i].bytes, read_clip}, s->pack.clip[i].duration};
    }
    Held outside = held(), before = outside;
    Decoder *decoder = decoder_open((DecoderSpec){.source = source, .source_count = clips});
    for (int i = 0; i < openings; i++) {
        decoder_wish(decoder, (VideoWish){.clip = below(clips), .seek_id = i, .percent = 100},
                     now_us());
        SDL_Delay((Uint32)(below(10) ? below(10) : 150));
        if (decoder_due(decoder, now_us()).number)
            decoder_paint(decoder, pixels, 320 * 4, 320, 180);
        decoder_wish(decoder, (VideoWish){.clip = VIDEO_NO_CLIP}, now_us());
        if (i == openings / 10) {
            SDL_Delay(200);
            memory_give_back();
            before = held();
        }
    }
    SDL_Delay(200);
    memory_give_back();
    printf("%d films opened by threads\n", openings);
    compare("threads", before, held());
    decoder_close(decoder);
    limit("threads: left behind", held().threads - outside.threads, 0);
}

int main(int argc, char **argv) {
    static Soaked soaked;
    int number[4] = {10000, 100, 2, 2000};
    for (int i = 0; i < 4 && i + 3 < argc; i++)
        number[i] = atoi(argv[i + 3]);
    if (argc < 3 || sodium_init() < 0)
        return fputs("usage: kiosk PACK SCRATCH-FOLDER [VISITS [TOUCHES-A-VISIT [ATTRACT-HOURS "
                     "[FILM-OPENINGS]]]]\n",
                     stderr),
               2;
    memory_settle();
    begin(&soaked, argv[1], argv[2]);
    soak_visits(&soaked, number[0], number[1]);
    soak_attract(&soaked, number[2]);
    soak_videos(&soaked, number[3]);
    soak_threads(&soaked, number[3]);
    end(&soaked);
    limit("in the end: textures", textures, 0);
    return faults ? 1 : 0;
}
