/* All languages that the pack speaks, each called as it calls itself: plates of one size, no flags.
   With two the bar has a button for the other one, and nobody comes here. */
#include "screens/common/common.h"

#include <string.h>

enum { TAP_LANG = 1, TAP_PAGE };

typedef struct LanguagesState {
    int page;
    bool first; /* the visit begins with it */
} LanguagesState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(LanguagesState *)state = (LanguagesState){.first = arg == LANGUAGES_FIRST};
}

static Step act(void *state, const Kiosk *k, Action action) {
    LanguagesState *s = state;
    if (action.token == TAP_PAGE)
        s->page = action.arg;
    if (action.token != TAP_LANG)
        return (Step){0};
    Step step = {.go = s->first ? SCREEN_home : GO_BACK, .sets = true, .settings = k->settings};
    step.settings.lang = (Lang)action.arg;
    return step;
}

/* Empty where the language has no words of its own for it. */
static Slice own_words(Lang lang, StringId word) {
    Slice text = string_in(lang, word);
    return langs_of(lang, text) == lang ? text : (Slice){0};
}

static void add_words(Page *page, Node *plate, Lang lang, Type type, Slice words) {
    Node *label = widget_label(page, plate, type, plate->ink, words);
    label->align = ALIGN_CENTER;
    label->tongue = 1 + lang;
    label->drop_rank = type == TYPE_SMALL;
}

static void add_plate(Page *page, Node *grid, Lang lang) {
    ButtonLook look = widget_look(lang == page->settings.lang);
    Node *plate = widget_plate(page, grid, look, (Action){TAP_LANG, lang});
    Slice read = own_words(lang, STR_LANGUAGE_READ);
    plate->role = ROLE_CHOICE;
    plate->pad_x = plate->pad_y = SPACE_12;
    plate->justify = ALIGN_CENTER;
    add_words(page, plate, lang, page->form.huge ? TYPE_LABEL : TYPE_H2,
              slice_from(langs()->name[lang]));
    if (read.len && !page->form.largest) /* rather all languages on one page */
        add_words(page, plate, lang, TYPE_SMALL, read);
}

/* Facile is French and stands beside it. */
static bool is_first_spoken(Lang lang) {
    const char *first = langs()->code[LANG_FIRST];
    size_t len = strcspn(first, "-");
    return strcspn(langs()->code[lang], "-") == len && !memcmp(langs()->code[lang], first, len);
}

static void add_plates(Page *page, Node *grid, bool first_spoken) {
    for (int lang = 0; lang < langs()->count; lang++)
        if (is_first_spoken(lang) == first_spoken)
            add_plate(page, grid, lang);
}

/* "Bonjour", as each says it; once where two say the same. */
static void add_hellos(Page *page, Node *parent) {
    Node *row = widget_grid(page, parent, page->form.side_by_side ? LANG_MAX : 4, SPACE_12);
    row->drop_rank = 1;
    for (int lang = 0; lang < langs()->count; lang++) {
        Slice hello = own_words(lang, STR_LANGUAGE_HELLO);
        if (hello.len && (lang == LANG_FIRST || !is_first_spoken(lang)))
            widget_quiet(page, row, TYPE_BODY, hello)->tongue = 1 + lang;
    }
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const LanguagesState *s = state;
    Frame frame = common_frame(page, k, tr(page, STR_ACCESSIBILITY_LANG));
    widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_LANGUAGE_CHOOSE));
    common_scene(page, k, frame.reading);
    add_hellos(page, frame.controls);
    CardGrid cards = {page->form.button_columns, PLATE_GAP, ROW_RELATED, 0};
    Node *grid = widget_cards(page, frame.controls, cards, s->page);
    grid->grow = 1;
    add_plates(page, grid, true);
    add_plates(page, grid, false);
    widget_pager_line(page, frame.controls, ALIGN_END, grid, TAP_PAGE);
}

const Screen screen_languages = {
    .name = "languages",
    .state_size = sizeof(LanguagesState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
