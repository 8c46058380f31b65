/* The map on the glass: the same view paints the same pixels, a full turn is no turn, a still map
 * is not painted again. */
#include "platform/page/painter.h"

#include "map/view.h"
#include "platform/map/map_names.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

enum { WIDTH = 960, HEIGHT = 540 };

static Arena arena;
static SDL_Surface *surface;
static SDL_Renderer *renderer;
static Painter *painter;
static Easel *easel;

static int setup(void **state) {
    int status = world_setup(state);
    easel = easel_open(&world.pack);
    surface = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_XRGB8888);
    renderer = SDL_CreateSoftwareRenderer(surface);
    painter = painter_open((PainterSpec){.renderer = renderer,
                                         .surface = surface,
                                         .fonts = world.fonts,
                                         .easel = easel,
                                         .patient = true});
    return status || !painter;
}

static int teardown(void **state) {
    painter_close(painter);
    easel_close(easel);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(surface);
    arena_free(&arena);
    return world_teardown(state);
}

/* Paints the view alone; answers whether anything had to be painted. */
static bool paint(const MapView *view) {
    static Page page[2];
    static Typeface typeface;
    static int next;
    next = 1 - next;
    typeface = fonts_typeface(world.fonts);
    page_begin(&page[next], &arena, &typeface, (Settings){0}, WIDTH, HEIGHT);
    page_add(&page[next], page[next].root,
             (Node){.role = ROLE_IMAGE, .graphic = {GRAPHIC_MAP, .map = view}, .fill = PAINT_BG});
    page_layout(&page[next]);
    bool painted = painter_paint(painter, &page[next]);
    if (painted)
        painter_present(painter);
    return painted;
}

static uint64_t picture(const MapView *view) {
    paint(view);
    SDL_Surface *shot = painter_shot(painter);
    uint64_t hash = slice_hash((Slice){shot->pixels, shot->h * shot->pitch}, 1);
    SDL_FreeSurface(shot);
    return hash;
}

static MapView view_at(int level) {
    return (MapView){.plan = &world.pack.plan,
                     .level = level,
                     .kiosk = 0,
                     .chosen = PLAN_NONE,
                     .frame = world.pack.plan.box,
                     .here = LIT("Vous êtes ici")};
}

static void test_the_same_view_is_the_same_picture(void **state) {
    (void)state;
    MapView view = view_at(0), other = view_at(1);
    uint64_t first = picture(&view);
    assert_true(picture(&other) != first);
    assert_true(picture(&view) == first);
}

static void test_a_full_turn_gives_the_identical_picture(void **state) {
    (void)state;
    MapView view = view_at(0);
    uint64_t first = picture(&view);
    CameraBounds bounds = view_bounds(&view, WIDTH, HEIGHT);
    for (int i = 0; i < 24; i++) {
        Camera turned = camera_turn(view_camera(&view, WIDTH, HEIGHT), 15,
                                    (Pixel){WIDTH / 2.0, HEIGHT / 2.0}, &bounds);
        view.moving = true;
        view.pose = view_pose(&view, turned);
        assert_true(i == 23 || picture(&view) != first);
    }
    view.moving = false;
    view.pose.east_mm = view.pose.north_mm = view.pose.closer =
        0; /* what is left of rounding is far below a millimetre */
    assert_true(picture(&view) == first);
}

static void test_a_still_map_is_not_painted_again(void **state) {
    (void)state;
    MapView view = view_at(2);
    paint(&view);
    assert_false(paint(&view));
    view.pose.closer = 0.1;
    assert_true(paint(&view));
}

static void test_a_map_far_away_or_much_too_close_does_no_harm(void **state) {
    (void)state;
    const MapPose poses[] = {{.closer = 12},
                             {.closer = -12},
                             {.east_mm = 1e9},
                             {.closer = 9, .turned_deg = 33},
                             {.closer = 5, .north_mm = -1e7}};
    for (size_t i = 0; i < sizeof poses / sizeof *poses; i++) {
        MapView view = view_at(0);
        view.pose = poses[i];
        assert_true(paint(&view));
    }
}

/* Names where no room has space for one: the first of the plan stand on plates over the walls. */
static void test_small_rooms_have_names_by_importance(void **state) {
    (void)state;
    static MapNames names;
    int plates = 0;
    for (int level = 0; level < world.pack.plan.level_count; level++) {
        MapView view = view_at(level);
        Camera c = view_camera(&view, 900, 560);
        map_names_measure(&names, &view, world.fonts, (NameSizes){36, 43, 40, 32, 52, 4});
        map_names_place(&names, &view, &c, NULL, 0);
        for (int i = 0; i < names.spots; i++)
            plates += names.form[names.spot[i].space][names.spot[i].form].look == NAME_PLATE;
    }
    assert_true(plates > 0);
    map_names_free(&names);
}

/* A stand has its sign on its day, and none when the open day is over. */
static void test_what_is_over_has_no_sign(void **state) {
    (void)state;
    static MapNames names;
    static const char *const DAYS[] = {"2018-03-17", "2026-11-23"};
    for (int over = 0; over < 2; over++) {
        MapView view = view_at(0);
        int stands = 0;
        assert_true(civil_parse(DAYS[over], &view.when));
        map_names_measure(&names, &view, world.fonts, (NameSizes){36, 43, 40, 32, 52, 4});
        for (int i = 0; i < names.count; i++)
            stands += slice_has_prefix(view.plan->space[names.wish[i].space].id, LIT("stand-"));
        assert_int_equal(stands, over ? 0 : 3);
    }
    map_names_free(&names);
}

/* 480 rooms alike: the names are of all parts of the building, not of one corner; a cafeteria among
   them has one. */
static void test_names_of_equal_rooms_are_spread(void **state) {
    (void)state;
    enum { ROOMS = 480, ROW = 24, CAFETERIA = 7 };
    static PlanSpace space[ROOMS];
    static MapNames names;
    Plan plan = {.space = space, .space_count = ROOMS};
    int part[4] = {0};
    for (int i = 0; i < ROOMS; i++)
        space[i] = (PlanSpace){.name.plain = {{LIT("Salle de classe"), LIT("Classroom")}},
                               .kind = i == CAFETERIA ? SPACE_CAFETERIA : SPACE_CLASSROOM,
                               .connector = PLAN_NONE,
                               .zone = PLAN_NONE,
                               .place = true,
                               .priority = 3,
                               .area_dm2 = 3000 + i % 7,
                               .anchor = {i % ROW * 5000, i / ROW * 6000}};
    map_names_measure(&names, &(MapView){.plan = &plan}, world.fonts,
                      (NameSizes){36, 43, 40, 32, 52, 4});
    for (int i = 0; i < ROOMS; i++)
        for (int f = 0; f < LABEL_FORMS; f++)
            if (names.form[i][f].look == NAME_PLATE && names.form[i][f].line[0].len)
                part[(i % ROW >= ROW / 2) + 2 * (i / ROW >= ROOMS / ROW / 2)]++;
    for (int i = 0; i < 4; i++)
        assert_in_range(part[i], 2, 4);
    assert_int_equal(names.form[CAFETERIA][2].look, NAME_PLATE);
    map_names_free(&names);
}

/* All of the kind that is lit are there, and none of them stands for another. */
static void test_what_is_lit_is_shown(void **state) {
    (void)state;
    static MapNames names;
    MapView view = view_at(0);
    view.lit = SPACE_STAIRS;
    Camera c = view_camera(&view, 1020, 680);
    map_names_measure(&names, &view, world.fonts, (NameSizes){24, 29, 40, 32, 52, 4});
    map_names_place(&names, &view, &c, NULL, 0);
    int lit = 0, stairs = 0;
    for (int i = 0; i < view.plan->space_count; i++)
        stairs += view.plan->space[i].kind == SPACE_STAIRS && view.plan->space[i].level == 0;
    for (int i = 0; i < names.spots; i++)
        lit += names.form[names.spot[i].space][names.spot[i].form].look == NAME_LIT;
    assert_true(stairs > 1);
    assert_int_equal(lit, stairs);
    map_names_free(&names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_view_is_the_same_picture),
        cmocka_unit_test(test_a_full_turn_gives_the_identical_picture),
        cmocka_unit_test(test_a_still_map_is_not_painted_again),
        cmocka_unit_test(test_small_rooms_have_names_by_importance),
        cmocka_unit_test(test_names_of_equal_rooms_are_spread),
        cmocka_unit_test(test_what_is_over_has_no_sign),
        cmocka_unit_test(test_what_is_lit_is_shown),
        cmocka_unit_test(test_a_map_far_away_or_much_too_close_does_no_harm),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
