/* A way on paper: its steps in words, one below the other. */
#include "screens/common/printed.h"
#include "screens/common/way.h"
#include "screens/map/map_state.h"

static void add_row(Page *page, Node *body, Icon icon, Type type, Slice words) {
    Node *row = widget_line(page, body, SPACE_20);
    widget_icon(page, row, TYPE_ICON, icon, PAINT_INK)->least = ICON_LEAST;
    widget_text(page, widget_share(page, row, 1, 0), type, words);
}

/* "1. Sortir par la droite" */
static void add_step(const Kiosk *k, Page *page, Node *body, const Itinerary *way, int i) {
    const Decision *d = &way->decisions.decision[i];
    Slice words = text_of_decision(k->plan, d, way->space, k->settings.lang, page->arena);
    add_row(page, body, way_icon(k->plan, d), TYPE_BODY,
            arena_printf(page->arena, "%d. " SLICE_FMT, i + 1, SLICE_ARG(words)));
}

void map_printed(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way) {
    Node *body =
        printed_begin(page, k, tr(page, STR_GO_THERE), map_end_name(k, page, map_leg(s).to));
    widget_text(page, body, TYPE_UI, map_summary(s, k, page, way));
    for (int i = 0; i < way->notices.count; i++)
        add_row(page, body, ICON_warning, TYPE_LABEL, way->notices.text[i]);
    for (int i = 0; i < way->decisions.count; i++)
        add_step(k, page, body, way, i);
    Node *map = map_of_start(s, k, page, body, way);
    map->min_h = MAP_SMALL;
    map->grow = 1;
    map->drop_rank = 1;
    printed_end(page, body, map_letter(s, k, page, way), false);
}
