#include "platform/window/display_parts.h"

#include "base/helper.h"
#include "base/log.h"
#include "base/memory.h"
#include "platform/page/proof.h"
#include "platform/window/stop.h"

#include <SDL2/SDL_image.h>
#include <stdlib.h>

/* ---- opening --------------------------------------------------------------------------------- */

static bool open_window(Display *display, DisplaySpec spec, Error *error) {
    WindowSpec window = {.width = spec.width,
                         .height = spec.height,
                         .display = spec.display,
                         .renderer = spec.renderer,
                         .give_up = spec.give_up,
                         .lost = spec.lost};
    if (!window_open(&display->window, window, error))
        return false;
    display->renderer = display->window.renderer;
    SDL_GetRendererOutputSize(display->renderer, &display->width, &display->height);
    return true;
}

static bool open_headless(Display *display, DisplaySpec spec, Error *error) {
    display->width = spec.width ? spec.width : 1920;
    display->height = spec.height ? spec.height : 1080;
    display->surface = SDL_CreateRGBSurfaceWithFormat(0, display->width, display->height, 32,
                                                      SDL_PIXELFORMAT_XRGB8888);
    display->renderer = display->surface ? SDL_CreateSoftwareRenderer(display->surface) : NULL;
    return display->renderer || error_set(error, "no surface of %dx%d: %s", display->width,
                                          display->height, SDL_GetError());
}

void display_rest(Display *display) {
    if (easel_mend(display->easel))
        painter_forget(display->painter); /* the pictures that were missing */
    video_view_rest(display->view);
    voice_rest(display->voice);
    earcon_player_rest(display->earcons);
    painter_rest(display->painter);
    display->rests = true;
}

/* A few milliseconds, with nobody waiting; else some 20 MB of holes stay for the year. */
static void give_back_memory(Display *display) {
    if (display->rests)
        memory_give_back();
    display->rests = false;
}

static void on_plugged(void *self, JackNews news) {
    SDL_UserEvent event = {.type = ((Display *)self)->plugged, .code = (Sint32)news};
    SDL_PushEvent(&(SDL_Event){.user = event});
}

static void watch_jack(Display *display) {
    display->plugged = SDL_RegisterEvents(1);
    display->jack = jack_open(on_plugged, display);
}

/* Fonts are looked for while the window opens: each waits for something else. */
typedef struct FontsSearch {
    Fonts *fonts;
    Error error;
} FontsSearch;

static int search_fonts(void *self) {
    FontsSearch *search = self;
    search->fonts = fonts_open(&search->error);
    return 0;
}

Display *display_open(DisplaySpec spec, Error *error) {
    Display *display = calloc(1, sizeof *display);
    if (!display)
        abort();
    /* Forks: before there are a display and threads. */
    display->easel = spec.easel ? spec.easel : easel_open(spec.pack);
    display->rests = true; /* as after a visit: reading a pack leaves holes too */
    FontsSearch search = {0};
    SDL_Thread *thread = SDL_CreateThread(search_fonts, "fonts", &search);
    bool shows = (spec.headless ? open_headless : open_window)(display, spec, error);
    if (thread)
        SDL_WaitThread(thread, NULL);
    else
        search_fonts(&search);
    display->fonts = search.fonts;
    if (!shows || !display->fonts) {
        if (shows)
            *error = search.error;
        display_close(display);
        return NULL;
    }
    display->staged = spec.headless || spec.staged;
    display->touch = AFFINE_NONE;
    display->sound_delay_ms = spec.sound_delay_ms;
    display->power = spec.power;
    display->speaks = spec.voice;
    display->keys = spec.keys ? *spec.keys : (Keypad){0};
    if (!display->staged)
        watch_jack(display);
    display->earcons = earcon_player_open();
    display->nudged = SDL_RegisterEvents(1);
    display->voice = voice_open((VoiceSpec){display->staged, spec.sound_delay_ms});
    if (!spec.later)
        display_fill(display, spec.pack, spec.chunks);
    return display;
}

void display_empty(Display *display) {
    video_view_close(display->view);
    beside_close(display->beside);
    painter_close(display->painter);
    display->view = NULL;
    display->beside = NULL;
    display->painter = NULL;
}

void display_fill(Display *display, const Pack *pack, Chunks *chunks) {
    VideoViewSpec spec = {.renderer = display->renderer,
                          .pack = pack,
                          .chunks = chunks,
                          .headless = display->staged,
                          .sound_delay_ms = display->sound_delay_ms};
    display->view = video_view_open(spec);
    display->beside = beside_open(spec);
    display->painter = painter_open((PainterSpec){.renderer = display->renderer,
                                                  .surface = display->surface,
                                                  .fonts = display->fonts,
                                                  .easel = display->easel,
                                                  .view = display->view,
                                                  .signs = beside_view(display->beside),
                                                  .patient = display->staged});
    if (display->staged) /* whose clock may have gone on before */
        display_set_time(display, display->now);
}

static void resize_surface(Display *display, int width, int height) {
    SDL_DestroyRenderer(display->renderer);
    SDL_FreeSurface(display->surface);
    Error error;
    if (!open_headless(display, (DisplaySpec){.width = width, .height = height}, &error))
        abort(); /* for want of memory */
}

void display_resize(Display *display, int width, int height) {
    if (display->surface)
        resize_surface(display, width, height);
    else
        SDL_SetWindowSize(display->window.window, width, height);
}

void display_nudge(Display *display) {
    SDL_PushEvent(&(SDL_Event){.type = display->nudged});
}

/* The one before has long ended, or is waited for: off never overtakes on. */
static void call_helper(Display *display, const char *word) {
    if (display->helper > 0)
        helper_ended_well(display->helper);
    display->helper = display->power ? helper_start(display->power, word) : 0;
}

void display_sleep(Display *display, bool asleep) {
    if (asleep == display->asleep)
        return;
    display->asleep = asleep;
    window_power(&display->window, !asleep);
    call_helper(display, asleep ? "off" : "on");
}

void display_close(Display *display) {
    if (!display)
        return;
    display_sleep(display, false);
    if (display->helper > 0)
        helper_ended_well(display->helper);
    jack_close(display->jack);
    voice_close(display->voice);
    earcon_player_close(display->earcons);
    display_empty(display);
    easel_close(display->easel);
    fonts_close(display->fonts);
    if (display->surface)
        SDL_DestroyRenderer(display->renderer);
    SDL_FreeSurface(display->surface);
    window_close(&display->window);
    SDL_Quit();
    free(display);
}

void display_set_touch(Display *display, Affine touch) {
    display->touch = touch;
}

bool display_turns(const Display *display) {
    return display->window.window && window_turns(&display->window);
}

void display_turn(Display *display, int degrees) {
    if (!display->window.window)
        return;
    if (!window_turn(&display->window, degrees))
        log_line("display", "it cannot be turned by %d degrees", degrees);
    SDL_GetRendererOutputSize(display->renderer, &display->width, &display->height);
    painter_forget(display->painter);
}

int display_width(const Display *display) {
    return display->width;
}

int display_height(const Display *display) {
    return display->height;
}

Typeface display_typeface(Display *display) {
    return fonts_typeface(display->fonts);
}

Millis display_now(const Display *display) {
    return display->staged ? display->now : (Millis)SDL_GetTicks64();
}

void display_set_time(Display *display, Millis now) {
    display->now = now;
    video_view_set_time(display->view, now);
    beside_set_time(display->beside, now);
    voice_set_time(display->voice, now);
}

/* ---- showing --------------------------------------------------------------------------------- */

/* A key ends the motion early; a finger that comes now meant the page that leaves, and is dropped
   (app/guard.h). */
static bool is_hurried(void) {
    SDL_PumpEvents();
    return SDL_HasEvent(SDL_KEYDOWN) || SDL_HasEvent(SDL_QUIT) || stop_wished();
}

static double ease_out(double t) {
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

static double ms_since(Uint64 begun) {
    return (double)(SDL_GetPerformanceCounter() - begun) / (double)SDL_GetPerformanceFrequency() *
           1000.0;
}

static void wait_until(Uint64 begun, double due_ms) {
    double early = due_ms - ms_since(begun);
    if (early > 0)
        SDL_Delay((Uint32)early);
}

static void slide(Display *display, bool back) {
    Uint64 begun = SDL_GetPerformanceCounter();
    double last = 0;
    display->slide = (DisplaySlide){0};
    for (double age = 0; age < MOTION_SLIDE_MS && !is_hurried(); age = ms_since(begun)) {
        painter_slide(display->painter, ease_out(age / MOTION_SLIDE_MS), back);
        double gap = ms_since(begun) - last;
        last += gap;
        display->slide.frames++;
        display->slide.longest_gap_ms =
            gap > display->slide.longest_gap_ms ? gap : display->slide.longest_gap_ms;
        voice_keep(display->voice);
        wait_until(begun, display->slide.frames * (1000.0 / 60.0));
    }
    painter_slide_end(display->painter, back);
}

DisplaySlide display_last_slide(const Display *display) {
    return display->slide;
}

void display_show(Display *display, const Page *page, Motion motion) {
    bool slides = motion != MOTION_NONE && display->window.window;
    if (slides)
        painter_slide_begin(display->painter); /* keeps what is seen, the picture of a video too */
    video_view_follow(display->view, page_video_wish(page)); /* opens while its page slides in */
    beside_follow(display->beside, page);
    beside_keep(display->beside, video_view_report(display->view));
    bool changed = painter_paint(display->painter, page);
    display->seen = display_now(display);
    if (slides)
        slide(display, (motion == MOTION_BACK) != page->form.mirrored);
    else if (changed)
        painter_present(display->painter);
    give_back_memory(display);
}

Millis display_seen(const Display *display) {
    return display->seen;
}

VideoReport display_video(Display *display) {
    VideoReport report = video_view_report(display->view);
    report.signs_away = !beside_keep(display->beside, report);
    return report;
}

void display_speak(Display *display, SpeechWish wish) {
    voice_follow(display->voice, wish);
}

SpeechReport display_speech(Display *display) {
    return voice_report(display->voice);
}

void display_sound(Display *display, EarconWish wish) {
    if (!display->staged)
        earcon_player_follow(display->earcons, wish);
}

bool display_can_speak(const Display *display) {
    return display->staged ? display->speaks : voice_is_there();
}

int display_dropped(const Display *display) {
    return video_view_dropped(display->view);
}

uint8_t *display_proof(Display *display, const Page *page) {
    return proof_of(page, display->fonts, display->easel);
}

bool display_save(Display *display, const char *file, Error *error) {
    SDL_Surface *shot = painter_shot(display->painter);
    bool saved = shot && IMG_SavePNG(shot, file) == 0;
    SDL_FreeSurface(shot);
    return saved || error_set(error, "%s cannot be written: %s", file, SDL_GetError());
}
