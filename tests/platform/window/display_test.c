/* A real window: what it shows when a graphics processor loses its textures, what it takes for a
   wish to end, whose the keyboard is, and that its inputs carry the time at which they happened. */
#include "platform/window/display.h"

#include "support/test.h"
#include "support/world.h"
#include "support/xserver.h"

#include <SDL2/SDL_image.h>
#include <sanitizer/lsan_interface.h>
#include <string.h>
#include <unistd.h>

enum { WIDTH = 640, HEIGHT = 360 };

static Display *display;

static void open_display(DisplaySpec spec) {
    Error error;
    spec.pack = &world.pack;
    display = display_open(spec, &error);
    if (!display)
        fail_msg("%s", error.text);
}

static uint64_t picture(const Page *page) {
    Error error;
    char file[] = "/tmp/azimut-glass-XXXXXX";
    int out = mkstemp(file);
    assert_true(out >= 0);
    display_show(display, page, MOTION_NONE);
    assert_true(display_save(display, file, &error));
    SDL_Surface *shot = IMG_Load(file);
    uint64_t hash = slice_hash((Slice){shot->pixels, shot->h * shot->pitch}, 1);
    SDL_FreeSurface(shot);
    close(out);
    unlink(file);
    return hash;
}

/* Every texture is gone, as after a device that was lost. */
static void lose_textures(void) {
    typedef void (*DeleteTextures)(int, const unsigned *);
    DeleteTextures delete_textures = NULL;
    *(void **)&delete_textures = SDL_GL_GetProcAddress("glDeleteTextures");
    assert_non_null(delete_textures);
    for (unsigned name = 1; name < 5000; name++)
        delete_textures(1, &name);
}

static bool asks_for_painting(void) {
    for (int i = 0; i < 100; i++)
        if (display_wait(display, 20).kind == INPUT_REPAINT)
            return true;
    return false;
}

static void look_after(const char *renderer, Uint32 event, bool lost) {
    open_display(
        (DisplaySpec){.width = WIDTH, .height = HEIGHT, .staged = true, .renderer = renderer});
    world_begin((Settings){0}, WIDTH, HEIGHT);
    static const ScreenId SCREENS[] = {SCREEN_home, SCREEN_map, SCREEN_trades};
    for (int i = 0; i < 3; i++) {
        world_go(SCREENS[i], 0);
        const Page *page = app_page(&world.app);
        uint64_t before = picture(page);
        SDL_PumpEvents();
        SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
        if (lost)
            lose_textures();
        SDL_PushEvent(&(SDL_Event){.type = event});
        assert_true(asks_for_painting());
        assert_int_equal(picture(page), before);
    }
    world_end();
    display_close(display);
}

/* Mesa keeps something for ever, in modules that are gone when leaks are looked for: those of ours
 * show in software. */
static void look_after_mesa(const char *renderer, Uint32 event) {
    __lsan_disable();
    look_after(renderer, event, true);
    __lsan_enable();
}

static void test_lost_targets_are_painted_again(void **state) {
    (void)state;
    look_after("software", SDL_RENDER_TARGETS_RESET, false);
    look_after_mesa("opengl", SDL_RENDER_TARGETS_RESET);
    look_after_mesa("opengles2", SDL_RENDER_TARGETS_RESET);
}

static void test_a_lost_device_is_painted_again(void **state) {
    (void)state;
    look_after("software", SDL_RENDER_DEVICE_RESET, false);
    look_after_mesa("opengl", SDL_RENDER_DEVICE_RESET);
    look_after_mesa("opengles2", SDL_RENDER_DEVICE_RESET);
}

static bool ends_on(SDL_Event event) {
    SDL_PushEvent(&event);
    for (int i = 0; i < 100; i++) {
        InputKind kind = display_wait(display, 20).kind;
        if (kind == INPUT_QUIT || kind == INPUT_LOST)
            return true;
    }
    return false;
}

static SDL_Event closing(void) {
    SDL_Event event = {.type = SDL_WINDOWEVENT};
    event.window.event = SDL_WINDOWEVENT_CLOSE;
    return event;
}

static void test_nothing_that_a_visitor_can_do_ends_the_full_screen(void **state) {
    (void)state;
    open_display((DisplaySpec){0});
    assert_false(ends_on((SDL_Event){.type = SDL_QUIT}));
    assert_false(ends_on(closing()));
    display_close(display);
    open_display((DisplaySpec){.width = WIDTH, .height = HEIGHT});
    assert_true(ends_on(closing()));
    display_close(display);
}

/* What a second client is answered that wants the keyboard for itself. */
static Keyboard keyboard_until(Keyboard wanted) {
    Keyboard keyboard = xserver_keyboard();
    for (int i = 0; i < 100 && keyboard != wanted; i++) {
        display_wait(display, 20);
        keyboard = xserver_keyboard();
    }
    return keyboard;
}

static void test_the_keyboard_is_the_full_screen_s_own(void **state) {
    (void)state;
    open_display((DisplaySpec){.width = WIDTH, .height = HEIGHT});
    assert_int_equal(keyboard_until(KEYBOARD_FREE), KEYBOARD_FREE);
    display_close(display);
    open_display((DisplaySpec){0});
    assert_int_equal(keyboard_until(KEYBOARD_TAKEN), KEYBOARD_TAKEN);
    display_close(display);
    assert_int_equal(xserver_keyboard(), KEYBOARD_FREE);
}

/* SDL would wait for ever for a manager that was not there yet when it was asked. */
static void test_a_manager_that_is_just_starting(void **state) {
    (void)state;
    assert_true(xserver_manage_late());
    open_display((DisplaySpec){0});
    assert_non_null(display);
    display_close(display);
    xserver_stop_managing();
}

static void test_an_input_tells_when_it_happened(void **state) {
    (void)state;
    open_display((DisplaySpec){0});
    while (display_wait(display, 0).kind != INPUT_NONE)
        ;
    Millis pushed = display_now(display);
    SDL_Event event = {.type = SDL_FINGERDOWN};
    event.tfinger.x = event.tfinger.y = 1;
    SDL_PushEvent(&event);
    SDL_Delay(200); /* a page that takes long to paint */
    Input input = {0};
    for (int i = 0; i < 100 && input.kind != INPUT_TOUCH; i++)
        input = display_wait(display, 20);
    assert_int_equal(input.kind, INPUT_TOUCH);
    assert_true(input.when >= pushed && input.when < pushed + 150);
    assert_int_equal(input.touch.at.x, WIDTH - 1);
    assert_int_equal(input.touch.at.y, HEIGHT - 1);
    display_close(display);
}

static int setup(void **state) {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    return world_setup(state) || !xserver_begin("640x360x24");
}

static int teardown(void **state) {
    xserver_end();
    return world_teardown(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lost_targets_are_painted_again),
        cmocka_unit_test(test_a_lost_device_is_painted_again),
        cmocka_unit_test(test_nothing_that_a_visitor_can_do_ends_the_full_screen),
        cmocka_unit_test(test_the_keyboard_is_the_full_screen_s_own),
        cmocka_unit_test(test_a_manager_that_is_just_starting),
        cmocka_unit_test(test_an_input_tells_when_it_happened),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
