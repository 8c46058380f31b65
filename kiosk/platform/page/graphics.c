#include "platform/page/graphics_parts.h"

#include "platform/page/code.h"
#include "platform/page/day_bar.h"

uint32_t graphics_colour(const Page *page, Paint paint) {
    return theme_paint(page->settings.theme, paint);
}

bool graphics_paints(const Node *node) {
    return node->fill || node->border || node->block.line_count || node->graphic.kind ||
           node->focused || node->mark.on;
}

/* A pressed plate and all on it sink a little. */
static int sink(const Page *page, const Node *node) {
    return node->parent_pressed || node->pressed ? page_px(page, PRESS_SHIFT) : 0;
}

Box graphics_extent(const Page *page, const Node *node) {
    Box box = node->box;
    if (node->block.line_count) { /* accents and descenders reach out of tight lines */
        int reach = node->font_px / 3;
        box.y -= reach;
        box.h += 2 * reach;
    }
    if (node->graphic.kind == GRAPHIC_RULE) /* its cursor hangs out at the ends */
        box = box_grow(box, page_px(page, RULE_CURSOR));
    if (node->graphic.kind == GRAPHIC_LEVEL || node->graphic.kind == GRAPHIC_BRICK)
        box = shapes_extent(page, node, box);
    if (node->focused || node->mark.on)
        box = box_grow(box, page_px(page, FOCUS_GAP + FOCUS_WIDTH));
    return node->parent_pressed ? box_grow(box, page_px(page, PRESS_SHIFT)) : box;
}

/* ---- pictures -------------------------------------------------------------------------------- */

static int index_of(const Graphic *graphic) {
    switch (graphic->kind) {
    case GRAPHIC_EMBLEM:
        return PICTURE_EMBLEM;
    case GRAPHIC_VIDEO:
        return graphic->video.poster;
    default:
        return graphic->picture.index;
    }
}

Drawn *graphics_picture(Brush *brush, const Page *page, const Node *node) {
    GraphicKind kind = node->graphic.kind;
    bool whole = kind == GRAPHIC_EMBLEM || kind == GRAPHIC_DRAWING;
    VideoFit fit = kind == GRAPHIC_VIDEO ? node->graphic.video.fit : (VideoFit){0};
    return pictures_get(
        brush->pictures,
        (PictureWish){.picture = index_of(&node->graphic),
                      .w = node->box.w,
                      .h = node->box.h,
                      .radius = kind == GRAPHIC_EMBLEM ? 0 : page_px(page, node->radius),
                      .theme = page->settings.theme,
                      .fit = whole,
                      .focus_x = fit.focus_x,
                      .focus_y = fit.focus_y});
}

bool graphics_is_picture(const Node *node) {
    bool film = node->graphic.kind == GRAPHIC_VIDEO && !node->graphic.video.beside;
    return film || graphic_is_picture(node->graphic);
}

static void draw_picture(Brush *brush, const Page *page, const Node *node, Box box) {
    Drawn *picture = graphics_picture(brush, page, node);
    int fade = graphic_is_picture(node->graphic) ? node->graphic.picture.fade : 0;
    if (!picture && node->graphic.kind == GRAPHIC_PICTURE && !fade)
        plates_draw(brush->plates, box,
                    (PlateStyle){.radius = page_px(page, node->radius),
                                 .fill = graphics_colour(page, PAINT_SOFT)});
    if (picture)
        pictures_show(brush->pictures, picture, box.x, box.y, fade);
}

static bool draw_film(VideoView *view, const Video *video, Box box) {
    return view && video_view_due(view, video->wish.clip) && video_view_draw(view, video->fit, box);
}

/* The clip, or its poster until it shows; what stands beside one has none. */
static void draw_video(Brush *brush, const Page *page, const Node *node, Box box) {
    const Video *video = &node->graphic.video;
    if (!draw_film(video->beside ? brush->signs : brush->view, video, box) && !video->beside)
        draw_picture(brush, page, node, box);
}

/* ---- drawn parts ----------------------------------------------------------------------------- */

int graphics_side(const Brush *brush, int x, int w) {
    return brush->sides ? brush->sides - x - w : x;
}

void graphics_fill(Brush *brush, uint32_t argb, int x, int y, int w, int h) {
    ground_fill(&brush->ground, argb, (SDL_Rect){graphics_side(brush, x, w), y, w, h});
}

static void draw_paper(Brush *brush, const Page *page, Box box) {
    int mesh = page_px(page, PAPER_SQUARE);
    uint32_t line = graphics_colour(page, PAINT_GRID);
    for (int x = box.x; x < box.x + box.w && mesh > 0; x += mesh)
        graphics_fill(brush, line, x, box.y, 1, box.h);
    for (int y = box.y; y < box.y + box.h && mesh > 0; y += mesh)
        graphics_fill(brush, line, box.x, y, box.w, 1);
}

static void draw_badge(Brush *brush, const Page *page, Box box) {
    int side = box.w < box.h ? box.w : box.h;
    plates_draw(brush->plates, (Box){box.x, box.y, side, side},
                (PlateStyle){.radius = side / 2,
                             .fill = graphics_colour(page, page->settings.theme == THEME_CONTRASTE
                                                               ? PAINT_ON_PRIMARY
                                                               : PAINT_ACCENT)});
    Paint ink = page->settings.theme == THEME_CONTRASTE ? PAINT_PRIMARY : PAINT_ON_ACCENT;
    int size = side * 3 / 4;
    uint32_t argb = graphics_colour(page, ink);
    TextLook look = {.face = FACE_ICON, .size = size};
    const TextImage *tick = texts_get(brush->texts, look, icon_glyph(ICON_check), argb);
    if (tick)
        texts_draw(brush->texts, tick, box.x + (side - tick->width) / 2,
                   box.y + (side - tick->height) / 2, argb);
}

static void draw_hatch(Brush *brush, const Page *page, Box box) {
    uint32_t argb = graphics_colour(page, PAINT_LINE);
    SDL_SetRenderDrawColor(brush->ground.renderer, (Uint8)(argb >> 16), (Uint8)(argb >> 8),
                           (Uint8)argb, 255);
    int step = page_px(page, 24);
    for (int at = step; at < box.w + box.h && step > 0; at += step) {
        int x1 = at < box.h ? box.x : box.x + at - box.h,
            y1 = at < box.h ? box.y + at : box.y + box.h - 1;
        int x2 = at < box.w ? box.x + at : box.x + box.w - 1,
            y2 = at < box.w ? box.y : box.y + at - box.w;
        SDL_RenderDrawLine(brush->ground.renderer, x1, y1, x2, y2);
    }
}

/* Two hairs that meet, and a square around where they do. */
static void draw_aim(Brush *brush, const Page *page, const Node *node, Box box) {
    int long_side = page_px(page, AIM_LENGTH), thin = page_px(page, SPACE_4),
        mid = page_px(page, SPACE_20);
    int x = box.x + box.w * node->graphic.aim.x / 1000,
        y = box.y + box.h * node->graphic.aim.y / 1000;
    uint32_t ink = graphics_colour(page, PAINT_INK);
    thin = thin > 0 ? thin : 1;
    graphics_fill(brush, graphics_colour(page, PAINT_ACCENT), x - mid / 2, y - mid / 2, mid, mid);
    graphics_fill(brush, ink, x - long_side / 2, y - thin / 2, long_side, thin);
    graphics_fill(brush, ink, x - thin / 2, y - long_side / 2, thin, long_side);
}

static void draw_graphic(Brush *brush, const Page *page, const Node *node, Box box) {
    switch (node->graphic.kind) {
    case GRAPHIC_NONE:
        break;
    case GRAPHIC_PAPER:
        draw_paper(brush, page, box);
        break;
    case GRAPHIC_BARS:
        graphics_bars(brush, page, node, box);
        break;
    case GRAPHIC_RULE:
        graphics_rule(brush, page, node, box);
        break;
    case GRAPHIC_METER:
        graphics_meter(brush, page, node, box);
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
        code_draw(brush->ground.renderer, node->graphic.code, box);
        break;
    case GRAPHIC_MAP:
        map_painter_draw(brush->maps, page, node, box);
        break;
    case GRAPHIC_VIDEO:
        draw_video(brush, page, node, box);
        break;
    case GRAPHIC_TRACK:
        graphics_track(brush, page, node->graphic.track, box);
        break;
    case GRAPHIC_DAY:
        day_bar_draw((DayInk){&brush->ground, brush->texts}, page, node, box);
        break;
    case GRAPHIC_AIM:
        draw_aim(brush, page, node, box);
        break;
    case GRAPHIC_LEVEL:
    case GRAPHIC_BRICK:
    case GRAPHIC_DASHES:
    case GRAPHIC_RING:
    case GRAPHIC_BACK:
    case GRAPHIC_FRAME:
        shapes_draw(brush->shapes, page, node, box);
        break;
    }
}

/* ---- plates and text ------------------------------------------------------------------------- */

static void draw_plate(Brush *brush, const Page *page, const Node *node, Box box) {
    uint32_t ground = graphics_colour(page, node->fill);
    if (!node->radius && !node->border && !node->edge) {
        if (node->fill)
            graphics_fill(brush, ground, box.x, box.y, box.w, box.h);
        return;
    }
    int border = node->border ? page_px(page, theme_border(page->settings.theme)) : 0;
    plates_draw(brush->plates, box,
                (PlateStyle){.radius = page_px(page, node->radius),
                             .border = node->border && border < 1 ? 1 : border,
                             .edge = node->edge && !node->pressed ? page_px(page, EDGE_HEIGHT) : 0,
                             .fill = ground,
                             .border_colour = graphics_colour(page, node->border),
                             .edge_colour = graphics_colour(page, node->edge)});
}

void graphics_focus(Brush *brush, const Page *page, const Node *node, Box box) {
    int gap = page_px(page, FOCUS_GAP), width = page_px(page, FOCUS_WIDTH);
    plates_draw(brush->plates, box_grow(box, gap + width),
                (PlateStyle){.radius = page_px(page, node->radius) + gap + width,
                             .border = width,
                             .fill = graphics_colour(page, PAINT_BG),
                             .border_colour = graphics_colour(page, PAINT_FOCUS)});
}

/* What says how far or how much goes the way that lines are read. */
static bool runs_along(const Node *node) {
    GraphicKind kind = node->graphic.kind;
    return node->turned && (kind == GRAPHIC_BARS || kind == GRAPHIC_RULE || kind == GRAPHIC_METER);
}

void graphics_draw(Brush *brush, const Page *page, const Node *node) {
    Box box = node->box;
    box.y += sink(page, node);
    if (node->mark.on)
        graphics_sentence(brush, page, node, box);
    else if (node->focused)
        graphics_focus(brush, page, node, box);
    if (node->fill || node->border)
        draw_plate(brush, page, node, box);
    brush->sides = runs_along(node) ? 2 * box.x + box.w : 0;
    if (node->graphic.kind)
        draw_graphic(brush, page, node, box);
    brush->sides = 0;
    if (node->block.line_count)
        graphics_lines(brush, page, node, box);
}
