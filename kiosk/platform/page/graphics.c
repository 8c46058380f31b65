#include "platform/page/graphics.h"

#include "platform/page/code.h"

#include <math.h>

#define RULE_CURSOR 14 /* half its width */

static uint32_t colour(const Page *page, Paint paint) {
    return theme_paint(page->settings.theme, paint);
}

bool graphics_paints(const Node *node) {
    return node->fill || node->border || node->block.line_count || node->graphic || node->focused;
}

/* A pressed plate and all on it sink a little. */
static int sink(const Page *page, const Node *node) {
    return node->sunk || node->pressed ? page_px(page, PRESS_SHIFT) : 0;
}

Box graphics_extent(const Page *page, const Node *node) {
    Box box = node->box;
    if (node->block.line_count) { /* accents and descenders reach out of tight lines */
        int reach = node->font_px / 3;
        box.y -= reach;
        box.h += 2 * reach;
    }
    if (node->edge)
        box.h += page_px(page, EDGE_HEIGHT);
    if (node->graphic == GRAPHIC_RULE) /* its cursor hangs out at the ends */
        box = box_grow(box, page_px(page, RULE_CURSOR));
    if (node->focused)
        box = box_grow(box, page_px(page, FOCUS_GAP + FOCUS_WIDTH));
    return node->sunk ? box_grow(box, page_px(page, PRESS_SHIFT)) : box;
}

/* ---- pictures ---------------------------------------------------------------------------------------------------------- */

static SDL_Texture *picture_of(Brush *brush, const Page *page, const Node *node) {
    bool emblem = node->graphic == GRAPHIC_EMBLEM, whole = emblem || node->graphic == GRAPHIC_DRAWING;
    return pictures_get(brush->pictures, (PictureWish){.picture = emblem ? PICTURE_EMBLEM : node->value,
                                                       .w = node->box.w,
                                                       .h = node->box.h,
                                                       .radius = whole ? 0 : page_px(page, node->radius),
                                                       .theme = page->settings.theme,
                                                       .fit = whole});
}

static bool is_picture(const Node *node) {
    return node->graphic == GRAPHIC_PICTURE || node->graphic == GRAPHIC_VIDEO || node->graphic == GRAPHIC_DRAWING || node->graphic == GRAPHIC_EMBLEM;
}

static void draw_picture(Brush *brush, const Page *page, const Node *node, Box box) {
    SDL_Texture *picture = picture_of(brush, page, node);
    if (!picture && node->graphic == GRAPHIC_PICTURE && !node->fade)
        plates_draw(brush->plates, box,
                    (PlateStyle){.radius = page_px(page, node->radius), .fill = colour(page, PAINT_SOFT)});
    if (!picture)
        return;
    SDL_SetTextureBlendMode(picture, SDL_BLENDMODE_BLEND);
    SDL_SetTextureAlphaMod(picture, (Uint8)(255 - node->fade));
    SDL_RenderCopy(brush->ground.renderer, picture, NULL, &(SDL_Rect){box.x, box.y, box.w, box.h});
}

/* The clip, or its poster until it shows. */
static void draw_video(Brush *brush, const Page *page, const Node *node, Box box) {
    if (!cinema_due(brush->cinema, node->film.clip) || !cinema_draw(brush->cinema, box))
        draw_picture(brush, page, node, box);
}

/* ---- drawn parts ------------------------------------------------------------------------------------------------------- */

static void fill(Brush *brush, uint32_t argb, int x, int y, int w, int h) {
    ground_fill(&brush->ground, argb, (SDL_Rect){x, y, w, h});
}

static void draw_paper(Brush *brush, const Page *page, Box box) {
    int mesh = page_px(page, PAPER_SQUARE);
    uint32_t line = colour(page, PAINT_GRID);
    for (int x = box.x; x < box.x + box.w && mesh > 0; x += mesh)
        fill(brush, line, x, box.y, 1, box.h);
    for (int y = box.y; y < box.y + box.h && mesh > 0; y += mesh)
        fill(brush, line, box.x, y, box.w, 1);
}

static void draw_bars(Brush *brush, const Page *page, const Node *node, Box box) {
    int gap = box.w / (node->total * 4 - 1), width = (box.w - gap * (node->total - 1)) / node->total;
    bool chosen = node->ink == PAINT_ON_PRIMARY;
    for (int i = 0; i < node->total; i++) {
        int height = box.h * (i + 1) / node->total;
        bool lit = i < node->value;
        Paint paint = lit ? (chosen ? PAINT_ON_PRIMARY : PAINT_PRIMARY) : chosen ? PAINT_PRIMARY_EDGE : PAINT_EDGE;
        if (page->settings.theme == THEME_CONTRASTE && !lit)
            paint = chosen ? PAINT_PRIMARY_EDGE : PAINT_SOFT;
        if (page->settings.theme == THEME_SOMBRE && !lit && !chosen)
            paint = PAINT_LINE;
        plates_draw(brush->plates, (Box){box.x + i * (width + gap), box.y + box.h - height, width, height},
                    (PlateStyle){.radius = page_px(page, 5), .fill = colour(page, paint)});
    }
}

static void draw_cursor(Brush *brush, const Page *page, int x, int y) {
    int half = page_px(page, RULE_CURSOR), tall = page_px(page, 24);
    uint32_t argb = colour(page, PAINT_ACCENT);
    SDL_Color c = {(Uint8)(argb >> 16), (Uint8)(argb >> 8), (Uint8)argb, 255};
    SDL_Vertex corner[3] = {{{(float)x, (float)y}, c, {0, 0}},
                            {{(float)(x + half), (float)(y + tall)}, c, {0, 0}},
                            {{(float)(x - half), (float)(y + tall)}, c, {0, 0}}};
    SDL_RenderGeometry(brush->ground.renderer, NULL, corner, 3, NULL, 0);
}

/* A steel rule: every mark a question, every fifth a longer one. Where the end may come any time the line is broken. */
static void draw_rule_line(Brush *brush, const Page *page, const Node *node, Box line) {
    int firm = node->firm ? line.w * node->firm / node->total : line.w;
    fill(brush, colour(page, PAINT_LINE), line.x, line.y, firm, line.h);
    int dash = page_px(page, 12);
    for (int x = line.x + firm; x < line.x + line.w && dash > 0; x += 2 * dash)
        fill(brush, colour(page, PAINT_LINE), x, line.y, x + dash > line.x + line.w ? line.x + line.w - x : dash, line.h);
}

/* One mark of the rule; the one that stands out is as tall as it is wide. */
static void draw_mark(Brush *brush, const Page *page, const Node *node, int i, Box at) {
    bool out = i + 1 == node->mark;
    int tall = page_px(page, out ? 22 : i % 5 == 0 ? 18 : 9), wide = out ? page_px(page, 8) : at.w;
    Paint paint = out ? PAINT_ACCENT : i <= node->value ? PAINT_PRIMARY : PAINT_LINE;
    fill(brush, colour(page, paint), at.x - (wide - at.w) / 2, at.y - tall, wide, tall + at.w);
}

static void draw_rule(Brush *brush, const Page *page, const Node *node, Box box) {
    int base = box.y + box.h / 2 - page_px(page, 4), thin = page_px(page, 2), thick = page_px(page, 8);
    thin = thin > 0 ? thin : 1;
    int reached = (box.w - thin) * node->value / node->total;
    draw_rule_line(brush, page, node, (Box){box.x, base + thick / 4, box.w, thick / 2});
    fill(brush, colour(page, PAINT_PRIMARY), box.x, base, reached, thick);
    for (int i = 0; i <= node->total; i++)
        draw_mark(brush, page, node, i,
                  (Box){box.x + (box.w - thin) * i / node->total, base, thin, thin});
    draw_cursor(brush, page, box.x + reached, base + page_px(page, 4));
}

static int meter_x(const Node *node, Box box, int value) {
    value = value < 0 ? 0 : value > node->total ? node->total : value;
    return box.x + (int)((long)box.w * value / node->total);
}

/* A whisker: from where the value may be to where it may be. */
static void draw_doubt(Brush *brush, const Page *page, const Node *node, Box box) {
    int from = meter_x(node, box, node->value - node->doubt), to = meter_x(node, box, node->value + node->doubt);
    int thin = page_px(page, 4), tall = box.h + page_px(page, 8);
    if (!node->doubt)
        return;
    for (int rim = 1; rim >= 0; rim--) { /* a light rim keeps it apart from the bar's own colour */
        uint32_t argb = colour(page, rim ? PAINT_SURFACE : PAINT_INK);
        fill(brush, argb, from - rim, box.y + (box.h - thin) / 2 - rim, to - from + 2 * rim, thin + 2 * rim);
        fill(brush, argb, from - rim, box.y + (box.h - tall) / 2 - rim, thin + 2 * rim, tall + 2 * rim);
        fill(brush, argb, to - thin - rim, box.y + (box.h - tall) / 2 - rim, thin + 2 * rim, tall + 2 * rim);
    }
}

static void draw_meter(Brush *brush, const Page *page, const Node *node, Box box) {
    Paint track = page->settings.theme == THEME_CLAIR ? PAINT_EDGE : PAINT_SOFT;
    fill(brush, colour(page, track), box.x, box.y, box.w, box.h);
    fill(brush, colour(page, node->ink), box.x, box.y, (int)((long)box.w * node->value / node->total), box.h);
    draw_doubt(brush, page, node, box);
}

static void draw_track(Brush *brush, const Page *page, const Node *node, Box box) {
    int knob = page_px(page, 36), thick = page_px(page, 12), y = box.y + (box.h - thick) / 2, ring = page_px(page, 4);
    int x = node->total > 0 ? (int)((long)(box.w - knob) * node->value / node->total) : 0;
    plates_draw(brush->plates, (Box){box.x, y, box.w, thick}, (PlateStyle){.radius = thick / 2, .fill = colour(page, PAINT_LINE)});
    plates_draw(brush->plates, (Box){box.x, y, x + knob / 2, thick}, (PlateStyle){.radius = thick / 2, .fill = colour(page, PAINT_PRIMARY)});
    plates_draw(brush->plates, (Box){box.x + x, box.y + (box.h - knob) / 2, knob, knob},
                (PlateStyle){.radius = knob / 2, .border = ring, .fill = colour(page, PAINT_ACCENT),
                             .border_colour = colour(page, PAINT_PRIMARY)});
}

static void draw_badge(Brush *brush, const Page *page, Box box) {
    int side = box.w < box.h ? box.w : box.h;
    plates_draw(brush->plates, (Box){box.x, box.y, side, side},
                (PlateStyle){.radius = side / 2,
                             .fill = colour(page, page->settings.theme == THEME_CONTRASTE ? PAINT_ON_PRIMARY : PAINT_ACCENT)});
    Paint ink = page->settings.theme == THEME_CONTRASTE ? PAINT_PRIMARY : PAINT_ON_ACCENT;
    int size = side * 3 / 4;
    const TextImage *tick = texts_get(brush->texts, FACE_ICON, size, icon_glyph(ICON_check), colour(page, ink));
    if (tick)
        SDL_RenderCopy(brush->ground.renderer, tick->texture, NULL,
                       &(SDL_Rect){box.x + (side - tick->width) / 2, box.y + (side - tick->height) / 2, tick->width,
                                   tick->height});
}

static void draw_hatch(Brush *brush, const Page *page, Box box) {
    uint32_t argb = colour(page, PAINT_LINE);
    SDL_SetRenderDrawColor(brush->ground.renderer, (Uint8)(argb >> 16), (Uint8)(argb >> 8),
                           (Uint8)argb, 255);
    int step = page_px(page, 24);
    for (int at = step; at < box.w + box.h && step > 0; at += step) {
        int x1 = at < box.h ? box.x : box.x + at - box.h, y1 = at < box.h ? box.y + at : box.y + box.h - 1;
        int x2 = at < box.w ? box.x + at : box.x + box.w - 1, y2 = at < box.w ? box.y : box.y + at - box.w;
        SDL_RenderDrawLine(brush->ground.renderer, x1, y1, x2, y2);
    }
}

static void draw_graphic(Brush *brush, const Page *page, const Node *node, Box box) {
    switch (node->graphic) {
    case GRAPHIC_NONE:
        break;
    case GRAPHIC_PAPER:
        draw_paper(brush, page, box);
        break;
    case GRAPHIC_BARS:
        draw_bars(brush, page, node, box);
        break;
    case GRAPHIC_RULE:
        draw_rule(brush, page, node, box);
        break;
    case GRAPHIC_METER:
        draw_meter(brush, page, node, box);
        break;
    case GRAPHIC_PICTURE:
    case GRAPHIC_DRAWING:
    case GRAPHIC_EMBLEM:
        draw_picture(brush, page, node, box);
        break;
    case GRAPHIC_BADGE:
        draw_badge(brush, page, box);
        break;
    case GRAPHIC_HATCH:
        draw_hatch(brush, page, box);
        break;
    case GRAPHIC_CODE:
        code_draw(brush->ground.renderer, node->code, box);
        break;
    case GRAPHIC_MAP:
        map_painter_draw(brush->maps, page, node, box);
        break;
    case GRAPHIC_VIDEO:
        draw_video(brush, page, node, box);
        break;
    case GRAPHIC_TRACK:
        draw_track(brush, page, node, box);
        break;
    }
}

/* ---- plates and text ----------------------------------------------------------------------------------------------------- */

static void draw_plate(Brush *brush, const Page *page, const Node *node, Box box) {
    uint32_t ground = colour(page, node->fill);
    if (!node->radius && !node->border && !node->edge) {
        if (node->fill)
            fill(brush, ground, box.x, box.y, box.w, box.h);
        return;
    }
    int border = node->border ? page_px(page, theme_border(page->settings.theme)) : 0;
    plates_draw(brush->plates, box,
                (PlateStyle){.radius = page_px(page, node->radius),
                             .border = node->border && border < 1 ? 1 : border,
                             .edge = node->edge && !node->pressed ? page_px(page, EDGE_HEIGHT) : 0,
                             .fill = ground,
                             .border_colour = colour(page, node->border),
                             .edge_colour = colour(page, node->edge)});
}

static void draw_focus(Brush *brush, const Page *page, const Node *node, Box box) {
    int gap = page_px(page, FOCUS_GAP), width = page_px(page, FOCUS_WIDTH);
    plates_draw(brush->plates, box_grow(box, gap + width),
                (PlateStyle){.radius = page_px(page, node->radius) + gap + width, .border = width, .fill = colour(page, PAINT_BG),
                             .border_colour = colour(page, PAINT_FOCUS)});
}

static int line_x(const Node *node, Box box, int width) {
    if (node->align == ALIGN_CENTER)
        return box.x + (box.w - width) / 2;
    return node->align == ALIGN_END ? box.x + box.w - width : box.x;
}

static void draw_lines(Brush *brush, const Page *page, const Node *node, Box box) {
    const TypeSpec *type = &THEME_TYPE[node->type];
    int size = node->font_px, leading = size * type->leading / 100;
    int y = box.y + page_px(page, node->pad_y);
    for (int i = 0; i < node->block.line_count; i++, y += leading) {
        const TextLine *line = &node->block.line[i];
        const TextImage *image = texts_get(brush->texts, type->face, size, line->text, colour(page, node->ink));
        if (!image)
            continue;
        int x = line_x(node, box, image->width), top = y + (leading - image->height) / 2;
        SDL_RenderCopy(brush->ground.renderer, image->texture, NULL,
                       &(SDL_Rect){x, top, image->width, image->height});
    }
}

void graphics_draw(Brush *brush, const Page *page, const Node *node) {
    Box box = node->box;
    box.y += sink(page, node);
    if (node->focused)
        draw_focus(brush, page, node, box);
    if (node->fill || node->border)
        draw_plate(brush, page, node, box);
    if (node->graphic)
        draw_graphic(brush, page, node, box);
    if (node->block.line_count)
        draw_lines(brush, page, node, box);
}

/* ---- comparing ------------------------------------------------------------------------------------------------------------ */

static uint64_t mix(uint64_t look, uint64_t value) {
    return (look ^ value) * 0x9E3779B97F4A7C15u ^ (look >> 29);
}

uint64_t graphics_look(Brush *brush, const Page *page, const Node *node) {
    const int parts[] = {node->box.x, node->box.y, node->box.w, node->box.h, (int)node->fill, (int)node->border,
                         (int)node->ink, (int)node->edge, node->radius, (int)node->type, (int)node->align,
                         (int)node->graphic, node->value, node->total, node->firm, node->doubt,
                         node->mark, node->fade, node->pressed, node->sunk, node->focused,
                         (int)page->settings.theme, (int)page->settings.step, node->font_px};
    uint64_t look = 1;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        look = mix(look, (uint64_t)(uint32_t)parts[i]);
    for (int i = 0; i < node->block.line_count; i++)
        look = slice_hash(node->block.line[i].text, look);
    if (node->code.len)
        look = slice_hash(node->code, look);
    if (is_picture(node))
        look = mix(look, picture_of(brush, page, node) != NULL);
    if (node->graphic == GRAPHIC_MAP)
        look = mix(look, view_look(node->map));
    return look;
}
