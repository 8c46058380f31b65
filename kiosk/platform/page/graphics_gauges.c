/* What says how far and how much: bars, a rule, a meter, a track. */
#include "platform/page/graphics_parts.h"

void graphics_bars(Brush *brush, const Page *page, const Node *node, Box box) {
    Bars bars = node->graphic.bars;
    int gap = box.w / (bars.total * 4 - 1), width = (box.w - gap * (bars.total - 1)) / bars.total;
    bool chosen = node->ink == PAINT_ON_PRIMARY;
    for (int i = 0; i < bars.total; i++) {
        int height = box.h * (i + 1) / bars.total;
        bool lit = i < bars.lit;
        Paint paint = lit      ? (chosen ? PAINT_ON_PRIMARY : PAINT_PRIMARY)
                      : chosen ? PAINT_PRIMARY_EDGE
                               : PAINT_EDGE;
        if (page->settings.theme == THEME_CONTRASTE && !lit)
            paint = chosen ? PAINT_PRIMARY_EDGE : PAINT_SOFT;
        if (page->settings.theme == THEME_SOMBRE && !lit && !chosen)
            paint = PAINT_LINE;
        plates_draw(brush->plates,
                    (Box){graphics_side(brush, box.x + i * (width + gap), width),
                          box.y + box.h - height, width, height},
                    (PlateStyle){.radius = page_px(page, 5), .fill = graphics_colour(page, paint)});
    }
}

static void draw_cursor(Brush *brush, const Page *page, int x, int y) {
    int half = page_px(page, RULE_CURSOR), tall = page_px(page, 24);
    uint32_t argb = graphics_colour(page, PAINT_ACCENT);
    SDL_Color c = {(Uint8)(argb >> 16), (Uint8)(argb >> 8), (Uint8)argb, 255};
    x = graphics_side(brush, x, 0);
    SDL_Vertex corner[3] = {{{(float)x, (float)y}, c, {0, 0}},
                            {{(float)(x + half), (float)(y + tall)}, c, {0, 0}},
                            {{(float)(x - half), (float)(y + tall)}, c, {0, 0}}};
    SDL_RenderGeometry(brush->ground.renderer, NULL, corner, 3, NULL, 0);
}

/* A steel rule: every mark a question, every fifth a longer one. Where the end may come any time
 * the line is broken. */
static void draw_rule_line(Brush *brush, const Page *page, Rule rule, Box line) {
    int firm = rule.firm ? line.w * rule.firm / rule.total : line.w;
    graphics_fill(brush, graphics_colour(page, PAINT_LINE), line.x, line.y, firm, line.h);
    int dash = page_px(page, 12);
    for (int x = line.x + firm; x < line.x + line.w && dash > 0; x += 2 * dash)
        graphics_fill(brush, graphics_colour(page, PAINT_LINE), x, line.y,
                      x + dash > line.x + line.w ? line.x + line.w - x : dash, line.h);
}

/* One mark of the rule; the one that stands out is as tall as it is wide. */
static void draw_mark(Brush *brush, const Page *page, Rule rule, int i, Box at) {
    bool out = i + 1 == rule.out;
    int tall = page_px(page, out ? 22 : i % 5 == 0 ? 18 : 9), wide = out ? page_px(page, 8) : at.w;
    Paint paint = out ? PAINT_ACCENT : i <= rule.at ? PAINT_PRIMARY : PAINT_LINE;
    graphics_fill(brush, graphics_colour(page, paint), at.x - (wide - at.w) / 2, at.y - tall, wide,
                  tall + at.w);
}

void graphics_rule(Brush *brush, const Page *page, const Node *node, Box box) {
    int base = box.y + box.h / 2 - page_px(page, 4), thin = page_px(page, 2),
        thick = page_px(page, 8);
    thin = thin > 0 ? thin : 1;
    Rule rule = node->graphic.rule;
    int reached = (box.w - thin) * rule.at / rule.total;
    draw_rule_line(brush, page, rule, (Box){box.x, base + thick / 4, box.w, thick / 2});
    graphics_fill(brush, graphics_colour(page, PAINT_PRIMARY), box.x, base, reached, thick);
    for (int i = 0; i <= rule.total; i++)
        draw_mark(brush, page, rule, i,
                  (Box){box.x + (box.w - thin) * i / rule.total, base, thin, thin});
    draw_cursor(brush, page, box.x + reached, base + page_px(page, 4));
}

static int meter_x(Meter meter, Box box, int value) {
    value = value < 0 ? 0 : value > meter.total ? meter.total : value;
    return box.x + (int)((long)box.w * value / meter.total);
}

/* A whisker: from where the value may be to where it may be. */
static void draw_doubt(Brush *brush, const Page *page, Meter meter, Box box) {
    int from = meter_x(meter, box, meter.value - meter.doubt);
    int to = meter_x(meter, box, meter.value + meter.doubt);
    int thin = page_px(page, 4), tall = box.h + page_px(page, 8);
    if (!meter.doubt)
        return;
    for (int rim = 1; rim >= 0; rim--) { /* a light rim keeps it apart from the bar's own colour */
        uint32_t argb = graphics_colour(page, rim ? PAINT_SURFACE : PAINT_INK);
        graphics_fill(brush, argb, from - rim, box.y + (box.h - thin) / 2 - rim,
                      to - from + 2 * rim, thin + 2 * rim);
        graphics_fill(brush, argb, from - rim, box.y + (box.h - tall) / 2 - rim, thin + 2 * rim,
                      tall + 2 * rim);
        graphics_fill(brush, argb, to - thin - rim, box.y + (box.h - tall) / 2 - rim,
                      thin + 2 * rim, tall + 2 * rim);
    }
}

void graphics_meter(Brush *brush, const Page *page, const Node *node, Box box) {
    Paint track = page->settings.theme == THEME_CLAIR ? PAINT_EDGE : PAINT_SOFT;
    graphics_fill(brush, graphics_colour(page, track), box.x, box.y, box.w, box.h);
    Meter meter = node->graphic.meter;
    int filled = (int)((long)box.w * meter.value / meter.total);
    graphics_fill(brush, graphics_colour(page, node->ink), box.x, box.y, filled, box.h);
    draw_doubt(brush, page, meter, box);
}

void graphics_track(Brush *brush, const Page *page, Track track, Box box) {
    int knob = page_px(page, 36), thick = page_px(page, 12), y = box.y + (box.h - thick) / 2,
        ring = page_px(page, 4);
    int x = track.total > 0 ? (int)((long)(box.w - knob) * track.at / track.total) : 0;
    plates_draw(brush->plates, (Box){box.x, y, box.w, thick},
                (PlateStyle){.radius = thick / 2, .fill = graphics_colour(page, PAINT_LINE)});
    plates_draw(brush->plates, (Box){box.x, y, x + knob / 2, thick},
                (PlateStyle){.radius = thick / 2, .fill = graphics_colour(page, PAINT_PRIMARY)});
    plates_draw(brush->plates, (Box){box.x + x, box.y + (box.h - knob) / 2, knob, knob},
                (PlateStyle){.radius = knob / 2,
                             .border = ring,
                             .fill = graphics_colour(page, PAINT_ACCENT),
                             .border_colour = graphics_colour(page, PAINT_PRIMARY)});
}
