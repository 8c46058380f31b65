/* The accessibility drawer: every setting in plain sight, its effect at once on the page behind it.
 */
#include "screens/common/part.h"

enum {
    TAP_LANG = 1,
    TAP_STEP,
    TAP_THEME,
    TAP_SEATED,
    TAP_STILL,
    TAP_PATIENT,
    TAP_STEADY,
    TAP_RESET,
    TAP_PAGE
};

typedef struct EaseState {
    int page;
} EaseState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    ((EaseState *)state)->page = 0;
}

static Step act(void *state, const Kiosk *k, Action action) {
    Step step = {.sets = true, .settings = k->settings};
    Settings *set = &step.settings;
    switch (action.token) {
    case TAP_LANG:
        set->lang = (Lang)action.arg;
        break;
    case TAP_STEP:
        set->step = (TextStep)action.arg;
        break;
    case TAP_THEME:
        set->theme = (ThemeId)action.arg;
        break;
    case TAP_SEATED:
        set->seated = set->step_free =
            action.arg; /* who sits is led without steps, until told otherwise */
        break;
    case TAP_STILL:
        set->still = action.arg;
        break;
    case TAP_PATIENT:
        set->patient = action.arg;
        break;
    case TAP_STEADY:
        set->steady = action.arg;
        break;
    case TAP_RESET:
        *set = (Settings){.lang = k->settings.lang};
        break;
    case TAP_PAGE:
        ((EaseState *)state)->page = action.arg;
        return (Step){0};
    default:
        return (Step){0};
    }
    return step;
}

typedef struct Setting {
    Icon icon;
    Word name;
    int token, value;
    Word choice[3];
    int choices;
} Setting;

static Node *add_setting(Page *page, Node *list, Setting setting) {
    Node *group = widget_column(page, list, SPACE_4);
    Node *name = widget_line(page, group, SPACE_12);
    widget_icon(page, name, TYPE_SMALL_ICON, setting.icon,
                PAINT_INK); /* no higher than its words */
    widget_heading(page, name, TYPE_LABEL, widget_say(page, setting.name));
    Node *row = widget_row(page, group, TARGET_GAP);
    for (int i = 0; i < setting.choices; i++) {
        bool language = setting.token == TAP_LANG;
        Slice choice =
            language ? slice_from(langs()->name[i]) : widget_say(page, setting.choice[i]);
        widget_choice(page, row, choice, setting.value == i, (Action){setting.token, i});
    }
    return group;
}

static void add_settings(Page *page, Node *list, const Settings *now) {
    const Setting settings[] = {
        {ICON_translate, WORD_EASE_LANG, TAP_LANG, now->lang, {0}, langs()->count},
        {ICON_format_size,
         WORD_EASE_SIZE,
         TAP_STEP,
         (int)now->step,
         {WORD_SIZE_1, WORD_SIZE_2, WORD_SIZE_3},
         3},
        {ICON_contrast,
         WORD_EASE_COLOURS,
         TAP_THEME,
         (int)now->theme,
         {
#define THEME(name, key) WORD_##name,
#include "ui/themes.def"
#undef THEME
         },
         THEME_COUNT},
        {ICON_accessible,
         WORD_EASE_HEIGHT,
         TAP_SEATED,
         now->seated,
         {WORD_STANDING, WORD_SEATED},
         2},
        {ICON_animation,
         WORD_EASE_MOTION,
         TAP_STILL,
         now->still,
         {WORD_MOTION_ON, WORD_MOTION_OFF},
         2},
        {ICON_timer, WORD_EASE_TIME, TAP_PATIENT, now->patient, {WORD_TIME_1, WORD_TIME_3}, 2},
        {ICON_touch_app,
         WORD_EASE_TOUCH,
         TAP_STEADY,
         now->steady,
         {WORD_TOUCH_USUAL, WORD_TOUCH_STEADY},
         2},
    };
    /* Then two short ones stand side by side, and all are in sight. */
    bool pairs = !page->form.enlarged;
    Node *beside = NULL;
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        bool time = settings[i].token == TAP_PATIENT;
        bool one_of_two = pairs && (time || settings[i].token == TAP_STILL);
        if (one_of_two && !beside)
            beside = widget_row(page, list, SPACE_28);
        Node *group = add_setting(page, one_of_two ? beside : list, settings[i]);
        group->grow = one_of_two ? 4 + time : 0; /* its words are the longer ones */
    }
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const EaseState *s = state;
    Node *panel = frame_drawer(page, widget_say(page, WORD_EASE));
    widget_heading(page, panel, TYPE_H2, widget_say(page, WORD_EASE));
    Node *list = widget_pages(page, panel, SPACE_8, s->page);
    add_settings(page, list, &k->settings);
    widget_pager_line(page, panel, ALIGN_CENTER, list, TAP_PAGE);
    Node *foot = widget_row(page, panel, PLATE_GAP);
    Node *close = widget_button(page, foot, BUTTON_PRIMARY, ICON_close,
                                widget_say(page, WORD_CLOSE), (Action){DO_CLOSE, 0});
    close->grow = 1;
    Node *reset = widget_button(page, foot, BUTTON_PLAIN, ICON_replay, widget_say(page, WORD_RESET),
                                (Action){TAP_RESET, 0});
    reset->grow = 0;
}

const Screen screen_ease = {
    .name = "ease",
    .state_size = sizeof(EaseState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
