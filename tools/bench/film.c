/* Times videos from inside the kiosk: a tap to the first picture, winding, ten seconds of playing
   in CPU time of the program and of the display server, what a clip weighs, what opening and
   closing leaves behind; and the bare decoding of the same film by the same library. usage: film
   PACK [PID-OF-THE-DISPLAY-SERVER] */
#include "app/app.h"
#include "app/bank.h"
#include "base/memory.h"
#include "video/container.h"
#include "content/chunks.h"
#include "platform/window/display.h"
#include "tools/bench/took.h"
#include "tools/bench/weighs.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define OPENINGS 40
#define WINDINGS 40
#define CLOSINGS 2000
#define FINGER_MS 80 /* how long a quick finger rests on the glass */
#define ROUNDS 3
#define PLAY_MS 10000
#define REST_MS 150 /* nobody touches again sooner */

static double own_cpu(void) {
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
           (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

static double cpu_of(const char *pid) {
    char path[64];
    unsigned long user = 0, system = 0;
    snprintf(path, sizeof path, "/proc/%s/stat", pid ? pid : "self");
    FILE *in = pid ? fopen(path, "r") : NULL;
    if (in && fscanf(in, "%*d (%*[^)]) %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user,
                     &system) != 2)
        user = system = 0;
    if (in)
        fclose(in);
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

static int descriptors(void) {
    int count = 0;
    DIR *dir = opendir("/proc/self/fd");
    while (dir && readdir(dir))
        count++;
    if (dir)
        closedir(dir);
    return count;
}

/* ---- the kiosk, driven from here ------------------------------------------------------------- */

typedef struct BenchStage {
    App app;
    Display *display;
    Millis ahead;      /* of the glass: the app's clock, for which a page has stood long enough */
    double touched_ms; /* when the finger was lifted last */
} BenchStage;

/* What the clock and the video bring stands on the glass when this is over. */
static VideoReport show(BenchStage *s) {
    app_time(&s->app, display_now(s->display) + s->ahead, 600);
    VideoReport video = display_video(s->display);
    app_video(&s->app, video);
    display_show(s->display, app_page(&s->app), app_take_motion(&s->app));
    app_seen(&s->app, display_seen(s->display) + s->ahead);
    return video;
}

/* One turn of the loop: the page, and a wait until something is due. */
static VideoReport seek_id(BenchStage *s, Millis most) {
    VideoReport video = show(s);
    display_wait(s->display, most);
    return video;
}

static void play_for(BenchStage *s, double ms) {
    for (double until = ms_of(CLOCK_MONOTONIC) + ms; ms_of(CLOCK_MONOTONIC) < until;)
        seek_id(s, (Millis)(until - ms_of(CLOCK_MONOTONIC)) + 1);
}

static const Node *find(BenchStage *s, const char *label) {
    const Page *page = app_page(&s->app);
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) &&
            slice_find(page_label(page, page->shown[i]), slice_from(label)) == 0)
            return page->shown[i];
    fprintf(stderr, "film: nothing is called %s\n", label);
    exit(1);
}

/* A page that has just come hears nobody; waiting for that is not what is timed. */
static void touch(BenchStage *s, Point at, double finger_ms) {
    show(s);
    s->ahead += app_deaf_for(&s->app);
    show(s);
    app_touch(&s->app, (Touch){TOUCH_PRESS, at});
    play_for(s, finger_ms);
    s->touched_ms = ms_of(CLOCK_MONOTONIC);
    app_touch(&s->app, (Touch){TOUCH_RELEASE, at});
}

static void tap_for(BenchStage *s, const char *label, double finger_ms) {
    const Node *node = find(s, label);
    touch(s, (Point){node->box.x + node->box.w / 2, node->box.y + node->box.h / 2}, finger_ms);
}

static void tap(BenchStage *s, const char *label) {
    tap_for(s, label, 0);
}

/* Milliseconds from the finger's lifting until a picture of what it asked for stands on the glass.
 */
static double until_shown(BenchStage *s) {
    while (ms_of(CLOCK_MONOTONIC) - s->touched_ms < 3000) {
        VideoReport video = show(s);
        if (video.seek_id == page_video_wish(app_page(&s->app)).seek_id &&
            video.status == VIDEO_SHOWING)
            return ms_of(CLOCK_MONOTONIC) - s->touched_ms;
        display_wait(s->display, 20);
    }
    return -1;
}

/* ---- the floor ------------------------------------------------------------------------------- */

typedef struct Bytes {
    Chunks *chunks;
    int clip;
} Bytes;

static int read_bytes(void *self, int64_t offset, void *to, int count) {
    Bytes *b = self;
    return chunks_read(b->chunks, b->clip, offset, to, count);
}

/* CPU seconds of decoding what is played. */
static double decode_alone(Chunks *chunks, const Pack *pack) {
    Bytes bytes = {chunks, 0};
    Container c;
    Error error;
    if (!container_open(&c, (ByteSource){&bytes, pack->clip[0].bytes, read_bytes}, NULL, NULL,
                        &error))
        exit(1);
    double since = own_cpu();
    AVCodecContext *decoder = container_decoder(c.video->codecpar, 1, &error);
    AVPacket *packet = libav.av_packet_alloc();
    AVFrame *frame = libav.av_frame_alloc();
    for (bool more = true; more && container_read(&c, packet) >= 0; libav.av_packet_unref(packet)) {
        if (packet->stream_index != c.video->index)
            continue;
        more = container_us(&c, c.video, packet->pts) < PLAY_MS * 1000;
        libav.avcodec_send_packet(decoder, packet);
        while (libav.avcodec_receive_frame(decoder, frame) >= 0)
            libav.av_frame_unref(frame);
    }
    double took = own_cpu() - since;
    libav.av_packet_free(&packet);
    libav.av_frame_free(&frame);
    libav.avcodec_free_context(&decoder);
    container_close(&c);
    return took;
}

/* ---- figures --------------------------------------------------------------------------------- */

static void report_median(const char *name, double *took, int count) {
    took_sort(took, count);
    printf("%s %.2f\n", name, took[count / 2]);
}

static void time_openings(BenchStage *s, const char *name, const char *title, double finger_ms) {
    double took[OPENINGS];
    for (int i = 0; i < OPENINGS; i++) {
        play_for(s, REST_MS);
        tap_for(s, title, finger_ms);
        took[i] = until_shown(s);
        tap(s, "Retour");
    }
    report_median(name, took, OPENINGS);
}

/* From pressing "Lecture" on a clip that stands there, opened and paused, to its running on. */
static void time_preopened(BenchStage *s, const char *title) {
    double took[OPENINGS];
    for (int i = 0; i < OPENINGS; i++) {
        tap(s, title);
        until_shown(s);
        play_for(s, REST_MS);
        tap(s, "Lecture");
        while (seek_id(s, 1).at == 0 && ms_of(CLOCK_MONOTONIC) - s->touched_ms < 3000)
            ;
        took[i] = ms_of(CLOCK_MONOTONIC) - s->touched_ms;
        tap(s, "Retour");
    }
    report_median("video_preopened_p50_ms", took, OPENINGS);
}

static void time_windings(BenchStage *s) {
    double took[WINDINGS];
    uint32_t random = 7;
    for (int i = 0; i < WINDINGS; i++) {
        const Node *bar = find(s, "Avancer");
        random = random * 1664525u + 1013904223u;
        touch(s, (Point){bar->box.x + (int)(random >> 8) % bar->box.w, bar->box.y + bar->box.h / 2},
              0);
        took[i] = until_shown(s);
    }
    report_median("video_wind_p50_ms", took, WINDINGS);
}

/* Decoding alone and playing take turns, so that a machine that slows down slows both. */
static void time_playing(BenchStage *s, const char *server, Chunks *chunks, const Pack *pack) {
    double bare = 0, own = 0, theirs = 0;
    int dropped = display_dropped(s->display);
    for (int round = 0; round < ROUNDS; round++) {
        tap(s, "Pause");
        play_for(s, REST_MS);
        bare += decode_alone(chunks, pack);
        tap(s, "Rejouer");
        until_shown(s);
        own -= own_cpu();
        theirs -= cpu_of(server);
        play_for(s, PLAY_MS);
        own += own_cpu();
        theirs += cpu_of(server);
    }
    printf("video_bare_cpu_s %.2f\n", bare / ROUNDS);
    printf("video_own_cpu_s %.2f\n", own / ROUNDS);
    printf("video_cpu_s %.2f\n", (own + theirs) / ROUNDS);
    printf("video_dropped %d\n", display_dropped(s->display) - dropped);
}

static void weigh(BenchStage *s, const char *title) {
    play_for(s, 300);
    long gallery = weighs_kb("Pss:");
    tap(s, title);
    until_shown(s);
    play_for(s, 3000);
    printf("video_weight_mb %.2f\n", (double)(weighs_kb("Pss:") - gallery) / 1024.0);
}

static void open_and_close(BenchStage *s, const char *title) {
    long weight = 0;
    int open = 0;
    for (int i = 0; i < CLOSINGS; i++) {
        tap(s, title);
        if (i % 20 == 0)
            until_shown(s); /* most are left before they have opened */
        tap(s, "Retour");
        if (i == CLOSINGS / 10) {
            weight = weighs_kb("Pss:");
            open = descriptors();
        }
    }
    printf("video_growth_mb %.2f\n", (double)(weighs_kb("Pss:") - weight) / 1024.0);
    printf("video_descriptors %d\n", descriptors() - open);
}

int main(int argc, char **argv) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    memory_settle();
    static Arena memory;
    static Pack pack;
    static QuizBank bank;
    static BenchStage stage;
    Error error;
    if (argc < 2 || !pack_load(argv[1], &memory, &pack, &error) ||
        !bank_from(&pack, &bank, &error) || !pack.clip_count) {
        fprintf(stderr, "%s\n", argc < 2 ? "usage: film PACK [PID]" : error.text);
        return 2;
    }
    const char *server = argc > 2 ? argv[2] : NULL, *title = pack.clip[0].title.in[LANG_FIRST].at;
    Chunks *chunks = chunks_open(argv[1], &pack, &error);
    stage.display =
        display_open((DisplaySpec){.pack = &pack, .chunks = chunks, .sound_delay_ms = 40}, &error);
    signal(SIGTERM, SIG_DFL); /* SDL would make an input of it */
    if (!chunks || !stage.display) {
        fprintf(stderr, "%s\n", error.text);
        return 1;
    }
    app_begin(&stage.app, (AppSetup){.pack = &pack,
                                     .bank = &bank,
                                     .typeface = display_typeface(stage.display),
                                     .width = display_width(stage.display),
                                     .height = display_height(stage.display),
                                     .seed = 7,
                                     .now = display_now(stage.display)});
    tap(&stage, "Commencer");
    tap(&stage, "Tous les gestes");
    play_for(&stage, 500);                 /* the slide and the posters */
    stage.app.visit.settings.still = true; /* else the slide is what is timed… */
    weigh(&stage, title);
    tap(&stage, "Lecture"); /* …and a still page waits to be told to play */
    printf("video_box %dx%d\n", page_video(app_page(&stage.app))->box.w,
           page_video(app_page(&stage.app))->box.h);
    time_playing(&stage, server, chunks, &pack);
    time_windings(&stage);
    tap(&stage, "Retour");
    time_openings(&stage, "video_open_p50_ms", title, 0);
    time_openings(&stage, "video_open_finger_p50_ms", title, FINGER_MS);
    time_preopened(&stage, title);
    open_and_close(&stage, title);
    app_end(&stage.app);
    display_close(stage.display);
    chunks_close(chunks);
    return 0;
}
