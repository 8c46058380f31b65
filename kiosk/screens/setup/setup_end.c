/* All of it at a glance, each on a plate that leads back to it. */
#include "screens/setup/setup_parts.h"

static Step act(SetupState *s, const Kiosk *k, Action action) {
    (void)k;
    return setup_go(s, (SetupStep)action.arg);
}

/* What was answered, on a plate that leads back to where it is asked. */
static void add_answer(Page *page, Node *list, SetupStep step, StringId name, Slice value) {
    Node *item = widget_item(page, list, BUTTON_PLAIN, ITEM_LINES, (Action){SETUP_TAP, (int)step});
    Node *words = widget_share(page, item, 1, 0);
    widget_label(page, words, TYPE_SMALL, PAINT_INK2, tr(page, name));
    widget_label(page, words, TYPE_LABEL, PAINT_INK, value);
}

static Slice code_says(const SetupState *s, const Kiosk *k, Page *page) {
    StringId kept = k->setup->has_code ? STR_SETUP_CODE_SAME : STR_SETUP_CODE_NOT;
    return tr(page, s->answers.code[0] ? STR_SETUP_CODE_NEW : kept);
}

static void add_glance(const SetupState *s, const Kiosk *k, Page *page, Node *list) {
    const SetupAnswers *a = &s->answers;
    int kiosk = setup_place_of(s, k);
    add_answer(page, list, SETUP_STEP_LANGUAGE, STR_SETUP_LANGUAGE,
               slice_from(langs()->name[a->lang]));
    add_answer(page, list, SETUP_STEP_TURN, STR_SETUP_TURN, setup_turn_name(page, a->turned));
    add_answer(page, list, SETUP_STEP_TOUCH, STR_SETUP_TOUCH,
               tr(page, affine_is_none(&a->touch) ? STR_SETUP_TOUCH_PLAIN : STR_SETUP_TOUCH_SET));
    if (kiosk != PLAN_NONE)
        add_answer(page, list, SETUP_STEP_PLACE, STR_SETUP_PLACE, setup_place_name(k, page, kiosk));
    add_answer(page, list, SETUP_STEP_HOURS, STR_SETUP_HOURS, setup_hours_name(s, page));
    add_answer(page, list, SETUP_STEP_CODE, STR_SETUP_CODE, code_says(s, k, page));
    if (a->volume >= 0)
        add_answer(page, list, SETUP_STEP_SOUND, STR_SETUP_SOUND,
                   tr_number(page, STR_PERCENT, a->volume));
    add_answer(page, list, SETUP_STEP_ZONE, STR_SETUP_ZONE, setup_zone_name(page, a->zone));
}

/* What came of writing, or what will. */
static Slice says(const SetupView *setup, Page *page) {
    static const StringId FAULTS[] = {
        [SETUP_NO_ROOM] = STR_SETUP_NO_ROOM,
        [SETUP_NO_RIGHT] = STR_SETUP_NO_RIGHT,
        [SETUP_NO_FILE] = STR_SETUP_NO_FILE,
    };
    if (setup->written)
        return tr(page, STR_SETUP_WRITTEN);
    if (setup->fault)
        return widget_fill(page, tr(page, FAULTS[setup->fault]), slice_from(setup->file));
    return setup->muted ? tr_number(page, STR_SETUP_MUTED, setup->muted) : (Slice){0};
}

static void view(const SetupState *s, const Kiosk *k, Page *page, Frame frame) {
    int columns = page->form.enlarged ? page->form.wide_columns : page->form.columns;
    Slice words = says(k->setup, page);
    if (words.len)
        common_signed_line(page, page->form.room_above ? frame.reading : frame.controls,
                           k->setup->written ? LIT("check") : LIT("warning"), words);
    Node *list = setup_list(page, frame.controls, s, columns);
    add_glance(s, k, page, list);
}

const SetupPage setup_end = {STR_SETUP_END, STR_SETUP_END_LEAD, act, view};
