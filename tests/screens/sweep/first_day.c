/* The first day, with everything it can have to ask and to say. */
#include "screens/sweep/sweep.h"

#include "support/world.h"
#include "screens/setup/setup_parts.h"
#include "setup/zones.h"
#include "ui/inspect.h"

static SetupView first_day;

static const SetupView *first_day_view(void *self) {
    (void)self;
    return &first_day;
}

static void first_day_ask(void *self, SetupAsk ask, const SetupAnswers *answers) {
    (void)self, (void)ask, (void)answers;
}

static void fill_first_day(void) {
    first_day = (SetupView){.by_itself = true,
                            .turns = true,
                            .has_code = true,
                            .sets_clock = true,
                            .volume = 60,
                            .muted = 12,
                            .file = "/etc/azimut/azimut.conf",
                            .now = {.volume = 60, .zone = "America/Miquelon", .turned = 270}};
    first_day.now.week = week_usual();
    first_day.now.week.day[1].to = 17 * 60;
    first_day.now.week.day[3] = (WeekDay){true, 22 * 60, 2 * 60};
    first_day.zone_count = zones_list(ZONES_FOLDER, "", first_day.zone);
}

static void a_step(View v, SetupStep step) {
    world.app.visit.at = SCREEN_setup;
    SetupState *s = visit_state(&world.app.visit, SCREEN_setup);
    s->step = (int)step;
    s->page = 0;
    sweep_turning(v);
}

/* What stands in place of a page leads nowhere: a touch anywhere does, or time. */
static void expect_no_way_out(View v) {
    world.app.dirty = true;
    Findings found = page_inspect(app_page(&world.app));
    if (found.count != 1 || slice_find(found.finding[0].text, LIT("no way to leave")) < 0)
        sweep_inspect(v);
}

static void the_odd_pages(View v, SetupState *s) {
    s->turn.until = world.app.now + 15000;
    expect_no_way_out(v);
    s->turn.until = 0;
    for (s->touch.cross = 0; s->touch.cross <= SETUP_CROSSES; s->touch.cross++) {
        s->touch.until = world.app.now + 30000;
        expect_no_way_out(v);
    }
    s->touch = (SetupTouch){0};
}

static void every_result(View v, SetupState *s) {
    for (int i = CROSSES_NONE; i <= CROSSES_LATE; i++) {
        s->touch.result = (CrossResult)i;
        s->touch.off = 12;
        a_step(v, SETUP_STEP_TOUCH);
    }
    for (int i = CODE_ASKED; i <= CODE_WEAK; i++) {
        s->code.result = (CodeResult)i;
        a_step(v, SETUP_STEP_CODE);
    }
    for (int i = SETUP_WELL; i <= SETUP_NO_FILE; i++) {
        first_day.fault = (SetupFault)i;
        a_step(v, SETUP_STEP_END);
    }
    for (int i = CLOCK_UNTOUCHED; i <= CLOCK_NOT_SET; i++) {
        first_day.clock = (SetupClock)i;
        a_step(v, SETUP_STEP_CLOCK);
    }
}

/* On a machine that can do nothing of it. */
static void the_poor_machine(View v, SetupState *s) {
    first_day.turns = first_day.has_code = first_day.sets_clock = false;
    first_day.volume = s->answers.volume = -1;
    first_day.zone_count = first_day.muted = 0;
    s->answers.week = (Week){0};
    world.app.setup.wayfinder.plan = NULL;
    s->sure = true;
    for (int step = 0; step < SETUP_STEPS; step++)
        a_step(v, (SetupStep)step);
    s->answers.keeps_hours = true;
    a_step(v, SETUP_STEP_HOURS);
}

void sweep_first_day(View v) {
    fill_first_day();
    sweep_begin(v);
    world.app.setup.setup = (SetupDesk){NULL, first_day_view, first_day_ask};
    world_go(SCREEN_setup, 0);
    SetupState *s = visit_state(&world.app.visit, SCREEN_setup);
    for (int step = 0; step < SETUP_STEPS; step++)
        a_step(v, (SetupStep)step);
    every_result(v, s);
    the_odd_pages(v, s);
    the_poor_machine(v, s);
    world_end();
}
