#include "platform/map/map_draw.h"

static ZoneLook look_of(const MapDraw *d, const PlanSpace *s) {
    return d->view->zone && s->zone != PLAN_NONE ? (ZoneLook)d->view->zone[s->zone] : ZONE_BY_DATE;
}

bool map_opens(const MapDraw *d, const PlanSpace *s) {
    return look_of(d, s) == ZONE_OPENS;
}

bool map_is_ghost(const MapDraw *d, const PlanSpace *s) {
    if (look_of(d, s) != ZONE_BY_DATE)
        return look_of(d, s) == ZONE_SHUT;
    return s->zone != PLAN_NONE &&
           plan_space_shut(d->plan, (int)(s - d->plan->space), d->view->when).bar == BAR_ZONE;
}

int map_words_size(const MapDraw *d) {
    return page_px(d->page, theme_size(TYPE_LABEL, d->page->settings.step));
}

TextLook map_words_look(const MapDraw *d, Face face, int size) {
    bool leftward = langs_leftward(d->view->lang) && face != FACE_ICON;
    return (TextLook){.face = face, .size = size, .leftward = leftward};
}

int map_words(const MapDraw *d, Face face, int size, Slice words, int x, int middle_y, Paint ink) {
    uint32_t argb = map_colour(d, ink);
    const TextImage *image = texts_get(d->p->texts, map_words_look(d, face, size), words, argb);
    if (!image)
        return 0;
    texts_draw(d->p->texts, image, x, texts_top(image, middle_y, 0), argb);
    return image->width;
}

int map_words_width(const MapDraw *d, Face face, int size, Slice words) {
    Typeface typeface = fonts_typeface(d->p->fonts);
    return typeface.advance(typeface.self, face, size, words);
}

void map_plate(MapDraw *d, Box box, Paint fill) {
    plates_draw(d->p->plates, box,
                (PlateStyle){.radius = page_px(d->page, 10),
                             .fill = map_colour(d, fill),
                             .border = page_px(d->page, 2),
                             .border_colour = map_colour(d, PAINT_SURFACE)});
    map_take(d, box);
}

/* In the theme of few colours yellow is what is looked for, so the way there takes another. */
bool map_is_stark(const MapDraw *d) {
    return d->page->settings.theme == THEME_CONTRASTE;
}
