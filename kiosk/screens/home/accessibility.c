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
    case TAP_LETTERS:
        set->letters = (Letters)action.arg;
        break;
    case TAP_SPACED:
        set->spaced = action.arg;
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
        *set = (Settings){.lang = k->settings.lang, .voice = k->settings.voice};
        break;
    case TAP_PAGE:
        ((AccessibilityState *)state)->page = action.arg;
        return (Step){0};
    default:
        return (Step){0};
    }
    return step;
}

typedef struct Setting {
    Icon icon;
    StringId name;
    int token, value;
    StringId choice[STEP_COUNT];
    int choices;
    int share; /* of a row with another; 0: it has its own */
} Setting;

static Node *add_setting(Page *page, Node *list, Setting setting) {
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
        Node *plate =
            widget_choice(page, row, choice, setting.value == i, (Action){setting.token, i});
        plate->pad_x = 0; /* three words of any language stand beside each other */
        plate->gap = SPACE_4;
    }
    return group;
}

/* More languages than two have a page of their own. */
static Node *add_languages(Page *page, Node *list, Setting setting) {
    if (setting.choices <= 2)
        return add_setting(page, list, setting);
    LanguageButton lang = frame_language(page, true);
    setting.choices = 0;
    Node *group = add_setting(page, list, setting);
    widget_button(page, group->last, BUTTON_PLAIN, ICON_translate, lang.name, lang.action)->spoken =
        lang.spoken;
    return group;
}

static void add_settings(Page *page, Node *list, const Settings *now) {
    const Setting settings[] = {
        {ICON_translate, STR_ACCESSIBILITY_LANG, TAP_LANG, now->lang, {0}, langs()->count, 4},
        {ICON_notes,
         STR_ACCESSIBILITY_LINES,
         TAP_SPACED,
         now->spaced,
         {STR_LINES_USUAL, STR_LINES_SPACED},
         2,
         6},
        {ICON_format_size,
         STR_ACCESSIBILITY_SIZE,
         TAP_STEP,
         (int)now->step,
         {STR_SIZE_1, STR_SIZE_2, STR_SIZE_3, STR_SIZE_4, STR_SIZE_5},
         STEP_COUNT,
         0},
        {ICON_text_fields,
         STR_ACCESSIBILITY_LETTERS,
         TAP_LETTERS,
         (int)now->letters,
         {STR_LETTERS_USUAL, STR_LETTERS_COMFORT, STR_LETTERS_DYSLEXIC},
         LETTERS_COUNT,
         0},
        {ICON_contrast,
         STR_ACCESSIBILITY_COLOURS,
         TAP_THEME,
         (int)now->theme,
         {
#define THEME(name, key) STR_##name,
#include "ui/themes.def"
#undef THEME
         },
         THEME_COUNT,
         0},
        {ICON_accessible,
         STR_ACCESSIBILITY_HEIGHT,
         TAP_SEATED,
         now->seated,
         {STR_STANDING, STR_SEATED},
         2,
         5},
        {ICON_touch_app,
         STR_ACCESSIBILITY_TOUCH,
         TAP_STEADY,
         now->steady,
         {STR_TOUCH_USUAL, STR_TOUCH_STEADY},
         2,
         6},
        {ICON_animation,
         STR_ACCESSIBILITY_MOTION,
         TAP_STILL,
         now->still,
         {STR_MOTION_ON, STR_MOTION_OFF},
         2,
         4},
        {ICON_timer,
         STR_ACCESSIBILITY_TIME,
         TAP_PATIENT,
         now->patient,
         {STR_TIME_1, STR_TIME_3},
         2,
         5},
    };
    /* Where words are as usual two short ones stand side by side, and all are in sight. */
    Node *beside = NULL;
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        bool second = beside != NULL, half = settings[i].share && !page->form.enlarged;
        if (half && !second)
            beside = widget_row(page, list, SPACE_28);
        Node *parent = half ? beside : list;
        bool language = settings[i].token == TAP_LANG;
        Node *group = (language ? add_languages : add_setting)(page, parent, settings[i]);
        group->grow = half ? settings[i].share : 0;
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
