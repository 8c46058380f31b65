#include "platform/page/day_bar.h"

#define HOUR 60

/* Where the parts of the bar lie on the glass. */
typedef struct Dial {
    DayInk ink;
    const Page *page;
    const DayBar *day;
    Box bar;
    bool turned;      /* the day runs from right to left, as the page does */
    int words_toward; /* how far the hours written so far reach, along the day */
} Dial;

static uint32_t colour(const Dial *d, Paint paint) {
    return theme_paint(d->page->settings.theme, paint);
}

static void fill(const Dial *d, Paint paint, int x, int y, int w, int h) {
    ground_fill(d->ink.ground, colour(d, paint), (SDL_Rect){x, y, w > 0 ? w : 1, h > 0 ? h : 1});
}

static int x_of(const Dial *d, int minute) {
    int along = (int)((long)d->bar.w * (minute - d->day->from) / (d->day->to - d->day->from));
    return d->turned ? d->bar.x + d->bar.w - along : d->bar.x + along;
}

static int line_of(const Dial *d) {
    return page_px(d->page, theme_border(d->page->settings.theme));
}

static void draw_frame(const Dial *d) {
    Box bar = d->bar;
    int line = line_of(d);
    fill(d, PAINT_LINE, bar.x, bar.y, bar.w, bar.h);
    fill(d, PAINT_BG, bar.x + line, bar.y + line, bar.w - 2 * line, bar.h - 2 * line);
}

static void draw_spans(const Dial *d) {
    for (int i = 0; i < d->day->count; i++) {
        int from = x_of(d, d->day->span[i].from), to = x_of(d, d->day->span[i].to);
        int left = d->turned ? to : from, right = d->turned ? from : to;
        fill(d, PAINT_OPEN, left, d->bar.y, right - left, d->bar.h);
    }
}

static void draw_ticks(const Dial *d) {
    int thin = page_px(d->page, HAIRLINE), tall = page_px(d->page, DAY_TICK);
    for (int minute = d->day->from; minute <= d->day->to; minute += HOUR) {
        int x = x_of(d, minute);
        x -= x == d->bar.x + d->bar.w ? thin : 0;
        fill(d, PAINT_LINE, x, d->bar.y + d->bar.h, thin, minute % (2 * HOUR) ? tall / 2 : tall);
    }
}

/* An hour that would run into the one before it is left to the sentence beside the bar. */
static void write_hour(Dial *d, Slice words, int minute) {
    int size = page_px(d->page, theme_size(TYPE_SMALL, d->page->settings.step));
    uint32_t ink = colour(d, PAINT_INK);
    TextLook look = {.face = FACE_REGULAR, .size = size};
    const TextImage *image = texts_get(d->ink.texts, look, words, ink);
    if (!image)
        return;
    int x = x_of(d, minute) - image->width / 2, last = d->bar.x + d->bar.w - image->width;
    x = x < d->bar.x ? d->bar.x : x > last ? last : x;
    int begins = d->turned ? d->bar.x + d->bar.w - x - image->width : x - d->bar.x;
    if (begins < d->words_toward)
        return;
    d->words_toward = begins + image->width + size / 2;
    int y = d->bar.y + d->bar.h + page_px(d->page, DAY_TICK + DAY_TEXT_GAP);
    texts_draw(d->ink.texts, image, x, y, ink);
}

static void write_hours(Dial *d) {
    d->words_toward = 0;
    for (int i = 0; i < d->day->count; i++) {
        write_hour(d, d->day->span[i].begins, d->day->span[i].from);
        write_hour(d, d->day->span[i].ends, d->day->span[i].to);
    }
}

static void draw_now(const Dial *d) {
    if (d->day->now < d->day->from || d->day->now > d->day->to)
        return;
    int x = x_of(d, d->day->now), half = page_px(d->page, DAY_MARK) * 3 / 5,
        wide = page_px(d->page, SPACE_4);
    uint32_t argb = colour(d, PAINT_ACCENT);
    SDL_Color c = {(Uint8)(argb >> 16), (Uint8)(argb >> 8), (Uint8)argb, 255};
    float top = (float)(d->bar.y - page_px(d->page, DAY_MARK)), foot = (float)d->bar.y;
    SDL_Vertex corner[3] = {{{(float)(x - half), top}, c, {0, 0}},
                            {{(float)(x + half), top}, c, {0, 0}},
                            {{(float)x, foot}, c, {0, 0}}};
    SDL_RenderGeometry(d->ink.ground->renderer, NULL, corner, 3, NULL, 0);
    fill(d, PAINT_ACCENT, x - wide / 2, d->bar.y, wide, d->bar.h);
}

void day_bar_draw(DayInk ink, const Page *page, const Node *node, Box box) {
    Dial dial = {.ink = ink,
                 .page = page,
                 .day = node->graphic.day,
                 .turned = node->turned,
                 .bar = {box.x, box.y + page_px(page, DAY_MARK), box.w, page_px(page, DAY_BAR)}};
    draw_frame(&dial);
    draw_spans(&dial);
    draw_ticks(&dial);
    write_hours(&dial);
    draw_now(&dial);
}

uint64_t day_bar_look(uint64_t look, const DayBar *day) {
    const int parts[] = {day->from, day->to, day->now, day->count};
    look = slice_hash((Slice){(const char *)parts, (int)sizeof parts}, look);
    for (int i = 0; i < day->count; i++) {
        const int ends[] = {day->span[i].from, day->span[i].to};
        look = slice_hash((Slice){(const char *)ends, (int)sizeof ends}, look);
        look = slice_hash(day->span[i].ends, slice_hash(day->span[i].begins, look));
    }
    return look;
}
