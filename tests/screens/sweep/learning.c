/* Learning here: lists that are narrowed in too many ways to try all of them. */
#include "screens/sweep/sweep.h"

#include "support/test.h"
#include "support/world.h"
#include "train/bricks.h"

/* What the pathway keeps first. */
typedef struct PathwayMarks {
    unsigned char mark[1];
} PathwayMarks;

/* The first control whose label has both in it. */
static void tap_named(Slice name, Slice also) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        Slice label = page_can_act(node) ? page_label(page, node) : LIT("");
        if (slice_find(label, name) >= 0 && slice_find(label, also) >= 0) {
            world_tap(node);
            return;
        }
    }
    fail_msg("nothing to touch is called " SLICE_FMT, SLICE_ARG(name));
}

/* Between what a chip is about and what is chosen of it: "#, #" without its places. */
static Slice comma(View v) {
    Slice listed = string_in(v.settings.lang, STR_LISTED);
    return slice_cut(listed, 1, listed.len - 1);
}

static void tap_on(View v, StringId word, Slice also) {
    tap_named(string_in(v.settings.lang, word), also);
}

void sweep_catalogue(View v) {
    static const StringId CHIPS[] = {STR_CHIP_LEVEL, STR_CHIP_MODE, STR_CHIP_FAMILY,
                                     STR_CHIP_BEFORE};
    sweep_begin(v);
    world_go(SCREEN_catalogue, 0);
    sweep_turning(v);
    for (int i = form_is_roomy(v.settings); i < 4; i++) { /* there each level is a button */
        tap_on(v, CHIPS[i], comma(v));
        sweep_turning(v);
        tap_on(v, CHIPS[i], comma(v));
    }
    world_go(SCREEN_catalogue, 3); /* narrowed to a level */
    sweep_turning(v);
    world_end();
}

static void the_shared_courses(View v) {
    sweep_begin(v);
    world_go(SCREEN_inter, 0);
    sweep_turning(v);
    tap_on(v, STR_CHIP_MONTH, comma(v));
    sweep_turning(v);
    tap_on(v, STR_CHIP_MONTH, comma(v));
    tap_on(v, STR_TAKE_HOME, LIT(""));
    sweep_turning(v);
    world_end();
}

static void the_internships(View v) {
    sweep_begin(v);
    world_go(SCREEN_internships, 0);
    sweep_turning(v);
    tap_on(v, STR_CHIP_TRADE, comma(v));
    sweep_turning(v);
    tap_on(v, STR_CHIP_TRADE, comma(v));
    tap_on(v, STR_HOW_IT_GOES, LIT(""));
    sweep_turning(v);
    world_end();
    for (int offer = 0; offer < world.pack.internship_count; offer += 4)
        sweep_explore(v, SCREEN_internship, offer);
}

/* Empty, with something missing, with all there is, and before all of it is replaced. */
static void the_pathway(View v) {
    sweep_begin(v);
    world_go(SCREEN_pathway, 0);
    sweep_turning(v);
    for (int module = 0; module < world.pack.module_count; module++) {
        world_go(SCREEN_pathway, 0);
        if (!world.pack.module[module].needs.count)
            continue;
        PathwayMarks *marks = visit_state(&world.app.visit, SCREEN_pathway);
        marks->mark[module] = BRICK_WANT;
        sweep_turning(v);
        tap_on(v, STR_ADD_IT, LIT(""));
        sweep_turning(v);
        break;
    }
    tap_on(v, STR_READY_PATHWAYS, LIT(""));
    sweep_turning(v);
    tap_named(world.pack.pathway[world.pack.pathway_count - 1].name.in[v.settings.lang], LIT(""));
    sweep_inspect(v);
    tap_on(v, STR_REPLACE, LIT(""));
    sweep_turning(v);
    tap_on(v, STR_TAKE_HOME, LIT(""));
    sweep_turning(v);
    world_end();
}

void sweep_learning(View v) {
    sweep_catalogue(v);
    the_shared_courses(v);
    the_internships(v);
    the_pathway(v);
    for (int course = 0; course < world.pack.course_count; course += 5)
        sweep_explore(v, SCREEN_course, course);
    for (int block = 0; block < world.pack.skill_block_count; block += 9)
        sweep_explore(v, SCREEN_certification, block);
}
