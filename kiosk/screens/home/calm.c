/* Something is wrong and the visitor need not know what: a calm page with a human way on. */
#include "screens/common/common.h"

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state, (void)k, (void)action;
    return (Step){0};
}

static void view(const void *state, const Kiosk *k, Page *page) {
    (void)state, (void)k;
    Node *ground = frame_bare(page, SPACE_96);
    widget_heading(page, ground, TYPE_H1, tr(page, STR_CALM));
    widget_text(page, ground, TYPE_BODY, tr(page, STR_CALM_LEAD));
    widget_emblem(page, ground)->grow = 1;
    Node *row = widget_row(page, ground, 0);
    row->justify = ALIGN_END;
    LanguageButton lang = frame_language(page, false);
    widget_button(page, row, BUTTON_PLAIN, ICON_translate, lang.name, lang.action);
}

const Screen screen_calm = {.name = "calm", .wait = WAIT_NEVER, .act = act, .view = view};
