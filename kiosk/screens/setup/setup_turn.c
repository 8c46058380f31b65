/* How the display hangs. Turned, it may be that nobody can read or touch it: it turns back by
   itself unless somebody touches it, anywhere. */
#include "screens/setup/setup_parts.h"

#define TRIAL_MS 15000

enum { TAP_TURN = SETUP_TAP, TAP_KEEP };

static const StringId NAMES[] = {STR_SETUP_TURN_0, STR_SETUP_TURN_90, STR_SETUP_TURN_180,
                                 STR_SETUP_TURN_270};

Slice setup_turn_name(Page *page, int degrees) {
    return tr(page, NAMES[degrees / 90 % 4]);
}

/* The glass may not know that it was turned: it is told by the crosses, which are touched anywhere.
 */
static Step keep(SetupState *s, const Kiosk *k) {
    s->turn = (SetupTurn){0};
    setup_go(s, SETUP_STEP_TOUCH);
    setup_crosses_begin(s, k);
    return (Step){.turns = true};
}

static Step act(SetupState *s, const Kiosk *k, Action action) {
    if (s->turn.until)
        return action.token == TAP_KEEP ? keep(s, k) : (Step){0};
    if (action.token != TAP_TURN || action.arg == s->answers.turned)
        return (Step){0};
    if (k->setup->turns)
        s->turn = (SetupTurn){k->now + TRIAL_MS, s->answers.turned};
    s->answers.turned = action.arg;
    return setup_try(s, SETUP_TURN);
}

Step setup_turn_tick(SetupState *s, const Kiosk *k) {
    if (k->now < s->turn.until)
        return (Step){0};
    s->answers.turned = s->turn.before;
    s->turn = (SetupTurn){0};
    Step step = setup_try(s, SETUP_TURN);
    step.turns = true;
    return step;
}

void setup_turn_trial(const SetupState *s, const Kiosk *k, Page *page) {
    Millis left = s->turn.until - k->now;
    int seconds = (int)(left > 0 ? (left + 999) / 1000 : 0);
    Slice words = tr_number(page, STR_SETUP_TURN_TRIAL, seconds);
    Node *cover = widget_cover(page, tr(page, STR_SETUP_TURN_KEEP), (Action){TAP_KEEP, 0});
    Node *ground = widget_middle(page, cover);
    ground->gap = SPACE_28;
    ground->pad_x = page->form.margin;
    widget_heading(page, ground, TYPE_H1, tr(page, STR_SETUP_TURN_KEEP))->align = ALIGN_CENTER;
    widget_text(page, ground, TYPE_BODY, words)->align = ALIGN_CENTER;
    widget_countdown(page, ground, seconds);
    page_wake(page, k->now + (left > 0 ? (left - 1) % 1000 + 1 : 1));
}

static void view(const SetupState *s, const Kiosk *k, Page *page, Frame frame) {
    Node *grid = widget_grid(page, frame.controls, 2, TARGET_GAP);
    grid->grow = 1;
    grid->row_max = ROW_BADGE;
    for (int degrees = 0; degrees < 360; degrees += 90)
        setup_choice(page, grid, setup_turn_name(page, degrees), s->answers.turned == degrees,
                     degrees);
    if (!k->setup->turns)
        widget_text(page, frame.controls, TYPE_SMALL, tr(page, STR_SETUP_TURN_LATER));
}

const SetupPage setup_turn = {STR_SETUP_TURN, STR_SETUP_TURN_LEAD, act, view};
