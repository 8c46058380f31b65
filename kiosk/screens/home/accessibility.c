/* The accessibility drawer: every setting in plain sight, its effect at once on the page behind it.
 */
#include "screens/common/common.h"

enum {
    TAP_LANG = 1,
    TAP_STEP,
    TAP_LETTERS,
    TAP_SPACED,
    TAP_THEME,
    TAP_SEATED,
    TAP_STILL,
    TAP_PATIENT,
    TAP_STEADY,
    TAP_RESET,
    TAP_PAGE
};

typedef struct AccessibilityState {
    int page;
} AccessibilityState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    ((AccessibilityState *)state)->page = 0;
}

/* False: that is no setting. */
static bool set_one(Settings *set, int token, int value) {
    switch (token) {
    case TAP_LANG:
        set->lang = (Lang)value;
        return true;
    case TAP_STEP:
        set->step = (TextStep)value;
        return true;
    case TAP_LETTERS:
        set->letters = (Letters)value;
        return true;
    case TAP_SPACED:
        set->spaced = value;
        return true;
    case TAP_THEME:
        set->theme = (ThemeId)value;
        return true;
    case TAP_SEATED: /* who sits is led without steps, until told otherwise */
        set->seated = set->step_free = value;
        return true;
    case TAP_STILL:
        set->still = value;
        return true;
    case TAP_PATIENT:
        set->patient = value;
        return true;
    case TAP_STEADY:
        set->steady = value;
        return true;
    default:
        return false;
    }
}

static Step act(void *state, const Kiosk *k, Action action) {
    Step step = {.sets = true, .settings = k->settings};
    if (action.token == TAP_RESET)
        step.settings = (Settings){.lang = k->settings.lang, .voice = k->settings.voice};
    else if (!set_one(&step.settings, action.token, action.arg))
        step = (Step){0};
    if (action.token == TAP_PAGE)
        ((AccessibilityState *)state)->page = action.arg;
    return step;
}

/* ---- what can be set ------------------------------------------------------------------------- */

typedef struct Setting {
    Icon icon;
    StringId name;
    int token;
    StringId choice[STEP_COUNT];
    int choices;
    int share; /* of a row with another; 0: it has its own */
} Setting;

/* Which languages there are, only the pack knows. */
static const Setting SETTINGS[] = {
    {ICON_translate, STR_ACCESSIBILITY_LANG, TAP_LANG, {0}, 0, 4},
    {ICON_notes, STR_ACCESSIBILITY_LINES, TAP_SPACED, {STR_LINES_USUAL, STR_LINES_SPACED}, 2, 6},
    {ICON_format_size,
     STR_ACCESSIBILITY_SIZE,
     TAP_STEP,
     {STR_SIZE_1, STR_SIZE_2, STR_SIZE_3, STR_SIZE_4, STR_SIZE_5},
     STEP_COUNT,
     0},
    {ICON_text_fields,
     STR_ACCESSIBILITY_LETTERS,
     TAP_LETTERS,
     {STR_LETTERS_USUAL, STR_LETTERS_COMFORT, STR_LETTERS_DYSLEXIC},
     LETTERS_COUNT,
     0},
    {ICON_contrast,
     STR_ACCESSIBILITY_COLOURS,
     TAP_THEME,
     {
#define THEME(name, key) STR_##name,
#include "ui/themes.def"
#undef THEME
     },
     THEME_COUNT,
     0},
    {ICON_accessible, STR_ACCESSIBILITY_HEIGHT, TAP_SEATED, {STR_STANDING, STR_SEATED}, 2, 5},
    {ICON_touch_app,
     STR_ACCESSIBILITY_TOUCH,
     TAP_STEADY,
     {STR_TOUCH_USUAL, STR_TOUCH_STEADY},
     2,
     6},
    {ICON_animation, STR_ACCESSIBILITY_MOTION, TAP_STILL, {STR_MOTION_ON, STR_MOTION_OFF}, 2, 4},
    {ICON_timer, STR_ACCESSIBILITY_TIME, TAP_PATIENT, {STR_TIME_1, STR_TIME_3}, 2, 5},
};

static int value_of(const Settings *now, int token) {
    switch (token) {
    case TAP_LANG:
        return now->lang;
    case TAP_STEP:
        return (int)now->step;
    case TAP_LETTERS:
        return (int)now->letters;
    case TAP_SPACED:
        return now->spaced;
    case TAP_THEME:
        return (int)now->theme;
    case TAP_SEATED:
        return now->seated;
    case TAP_STILL:
        return now->still;
    case TAP_PATIENT:
        return now->patient;
    default:
        return now->steady;
    }
}

/* ---- the page -------------------------------------------------------------------------------- */

static Node *add_setting(Page *page, Node *list, Setting setting, int value) {
    Node *group = widget_column(page, list, SPACE_4);
    Node *name = widget_line(page, group, SPACE_12);
    widget_icon(page, name, TYPE_SMALL_ICON, setting.icon,
                PAINT_INK); /* no higher than its words */
    Node *label = widget_heading(page, name, TYPE_LABEL, tr(page, setting.name));
    label->min_h = page_lines(page, TYPE_LABEL, 1);
    bool many = setting.choices > 3 && page->form.enlarged; /* they need two rows */
    Node *row =
        many ? widget_grid(page, group, 3, TARGET_GAP) : widget_row(page, group, TARGET_GAP);
    for (int i = 0; i < setting.choices; i++) {
        bool language = setting.token == TAP_LANG;
        Slice choice = language ? slice_from(langs()->name[i]) : tr(page, setting.choice[i]);
        Node *plate = widget_choice(page, row, choice, value == i, (Action){setting.token, i});
        plate->pad_x = 0; /* three words of any language stand beside each other */
        plate->gap = SPACE_4;
    }
    return group;
}

/* More languages than two have a page of their own. */
static Node *add_languages(Page *page, Node *list, Setting setting, int value) {
    setting.choices = langs()->count;
    if (setting.choices <= 2)
        return add_setting(page, list, setting, value);
    LanguageButton lang = frame_language(page, true);
    setting.choices = 0;
    Node *group = add_setting(page, list, setting, value);
    widget_button(page, group->last, BUTTON_PLAIN, ICON_translate, lang.name, lang.action)->spoken =
        lang.spoken;
    return group;
}

/* Where words are as usual two short ones stand side by side, and all are in sight. */
static void add_settings(Page *page, Node *list, const Settings *now) {
    Node *beside = NULL;
    for (size_t i = 0; i < sizeof SETTINGS / sizeof *SETTINGS; i++) {
        Setting setting = SETTINGS[i];
        bool second = beside != NULL, half = setting.share && !page->form.enlarged;
        if (half && !second)
            beside = widget_row(page, list, SPACE_28);
        Node *parent = half ? beside : list;
        int value = value_of(now, setting.token);
        bool language = setting.token == TAP_LANG;
        Node *group = (language ? add_languages : add_setting)(page, parent, setting, value);
        group->grow = half ? setting.share : 0;
        if (second)
            beside = NULL;
    }
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const AccessibilityState *s = state;
    Node *panel = frame_drawer(page, tr(page, STR_ACCESSIBILITY));
    Node *heading = widget_heading(page, panel, TYPE_H2, tr(page, STR_ACCESSIBILITY));
    heading->min_h = page_lines(page, TYPE_H2, 1); /* what follows stays within reach */
    Node *list = widget_pages(page, panel, SPACE_8, s->page);
    add_settings(page, list, &k->settings);
    widget_pager_line(page, panel, ALIGN_CENTER, list, TAP_PAGE);
    Node *foot = widget_row(page, panel, PLATE_GAP);
    Node *close = widget_button(page, foot, BUTTON_PRIMARY, ICON_close, tr(page, STR_CLOSE),
                                (Action){DO_CLOSE, 0});
    close->grow = 1;
    Node *reset = widget_button(page, foot, BUTTON_PLAIN, ICON_replay, tr(page, STR_RESET),
                                (Action){TAP_RESET, 0});
    reset->grow = 0;
}

const Screen screen_accessibility = {
    .name = "accessibility",
    .state_size = sizeof(AccessibilityState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
