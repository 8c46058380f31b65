/* Something is wrong and the visitor need not know what: a calm page with a human way on. */
#include "screens/common/part.h"

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state, (void)k, (void)action;
    return (Step){0};
}

static void view(const void *state, const Kiosk *k, Page *page) {
    (void)state, (void)k;
    int margin = page->tall ? MARGIN_TALL : MARGIN_WIDE;
    Node *ground = page_add(page, page->root,
                            (Node){.graphic = GRAPHIC_PAPER, .pad_x = margin, .pad_y = SPACE_96, .gap = SPACE_28});
    widget_heading(page, ground, TYPE_H1, widget_say(page, WORD_CALM));
    widget_text(page, ground, TYPE_BODY, widget_say(page, WORD_CALM_LEAD));
    page_add(page, ground, (Node){.role = ROLE_IMAGE, .graphic = GRAPHIC_EMBLEM, .grow = 1,
                                  .spoken = widget_say(page, WORD_EMBLEM)});
    Node *row = page_add(page, ground, (Node){.flow = FLOW_ROW, .justify = ALIGN_END});
    Lang other = langs_next(page->settings.lang);
    widget_button(page, row, BUTTON_PLAIN, ICON_translate, word_in(other, WORD_LANGUAGE_NAME), (Action){DO_LANG, other});
}

const Screen screen_calm = {.name = "calm", .wait = WAIT_NEVER, .act = act, .view = view};
