#include "platform/page/graphics.h"

#include "platform/page/code.h"
#include "platform/page/day_bar.h"

#include <math.h>

#define RULE_CURSOR 14 /* half its width */

static uint32_t colour(const Page *page, Paint paint) {
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

static Drawn *picture_of(Brush *brush, const Page *page, const Node *node) {
    GraphicKind kind = node->graphic.kind;
    bool whole = kind == GRAPHIC_EMBLEM || kind == GRAPHIC_DRAWING;
    VideoFit fit = kind == GRAPHIC_VIDEO ? node->graphic.video.fit : (VideoFit){0};
    return pictures_get(brush->pictures,
                        (PictureWish){.picture = index_of(&node->graphic),
                                      .w = node->box.w,
                                      .h = node->box.h,
                                      .radius = whole ? 0 : page_px(page, node->radius),
                                      .theme = page->settings.theme,
                                      .fit = whole,
                                      .focus_x = fit.focus_x,
                                      .focus_y = fit.focus_y});
}

static bool is_picture(const Node *node) {
    bool film = node->graphic.kind == GRAPHIC_VIDEO && !node->graphic.video.beside;
    return film || graphic_is_picture(node->graphic);
}

static void draw_picture(Brush *brush, const Page *page, const Node *node, Box box) {
    Drawn *picture = picture_of(brush, page, node);
    int fade = graphic_is_picture(node->graphic) ? node->graphic.picture.fade : 0;
    if (!picture && node->graphic.kind == GRAPHIC_PICTURE && !fade)
        plates_draw(
            brush->plates, box,
            (PlateStyle){.radius = page_px(page, node->radius), .fill = colour(page, PAINT_SOFT)});
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

/* Where a part of that width lies, reckoned from the left, on a page that may be turned. */
static int side(const Brush *brush, int x, int w) {
    return brush->sides ? brush->sides - x - w : x;
}

static void fill(Brush *brush, uint32_t argb, int x, int y, int w, int h) {
    ground_fill(&brush->ground, argb, (SDL_Rect){side(brush, x, w), y, w, h});
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
                    (Box){side(brush, box.x + i * (width + gap), width), box.y + box.h - height,
                          width, height},
                    (PlateStyle){.radius = page_px(page, 5), .fill = colour(page, paint)});
    }
}

static void draw_cursor(Brush *brush, const Page *page, int x, int y) {
    int half = page_px(page, RULE_CURSOR), tall = page_px(page, 24);
    uint32_t argb = colour(page, PAINT_ACCENT);
    SDL_Color c = {(Uint8)(argb >> 16), (Uint8)(argb >> 8), (Uint8)argb, 255};
    x = side(brush, x, 0);
    SDL_Vertex corner[3] = {{{(float)x, (float)y}, c, {0, 0}},
                            {{(float)(x + half), (float)(y + tall)}, c, {0, 0}},
                            {{(float)(x - half), (float)(y + tall)}, c, {0, 0}}};
    SDL_RenderGeometry(brush->ground.renderer, NULL, corner, 3, NULL, 0);
}

/* A steel rule: every mark a question, every fifth a longer one. Where the end may come any time
 * the line is broken. */
static void draw_rule_line(Brush *brush, const Page *page, Rule rule, Box line) {
    int firm = rule.firm ? line.w * rule.firm / rule.total : line.w;
    fill(brush, colour(page, PAINT_LINE), line.x, line.y, firm, line.h);
    int dash = page_px(page, 12);
    for (int x = line.x + firm; x < line.x + line.w && dash > 0; x += 2 * dash)
        fill(brush, colour(page, PAINT_LINE), x, line.y,
             x + dash > line.x + line.w ? line.x + line.w - x : dash, line.h);
}

/* One mark of the rule; the one that stands out is as tall as it is wide. */
static void draw_mark(Brush *brush, const Page *page, Rule rule, int i, Box at) {
    bool out = i + 1 == rule.out;
    int tall = page_px(page, out ? 22 : i % 5 == 0 ? 18 : 9), wide = out ? page_px(page, 8) : at.w;
    Paint paint = out ? PAINT_ACCENT : i <= rule.at ? PAINT_PRIMARY : PAINT_LINE;
    fill(brush, colour(page, paint), at.x - (wide - at.w) / 2, at.y - tall, wide, tall + at.w);
}

static void draw_rule(Brush *brush, const Page *page, const Node *node, Box box) {
    int base = box.y + box.h / 2 - page_px(page, 4), thin = page_px(page, 2),
        thick = page_px(page, 8);
    thin = thin > 0 ? thin : 1;
    Rule rule = node->graphic.rule;
    int reached = (box.w - thin) * rule.at / rule.total;
    draw_rule_line(brush, page, rule, (Box){box.x, base + thick / 4, box.w, thick / 2});
    fill(brush, colour(page, PAINT_PRIMARY), box.x, base, reached, thick);
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
        uint32_t argb = colour(page, rim ? PAINT_SURFACE : PAINT_INK);
        fill(brush, argb, from - rim, box.y + (box.h - thin) / 2 - rim, to - from + 2 * rim,
             thin + 2 * rim);
        fill(brush, argb, from - rim, box.y + (box.h - tall) / 2 - rim, thin + 2 * rim,
             tall + 2 * rim);
        fill(brush, argb, to - thin - rim, box.y + (box.h - tall) / 2 - rim, thin + 2 * rim,
             tall + 2 * rim);
    }
}

static void draw_meter(Brush *brush, const Page *page, const Node *node, Box box) {
    Paint track = page->settings.theme == THEME_CLAIR ? PAINT_EDGE : PAINT_SOFT;
    fill(brush, colour(page, track), box.x, box.y, box.w, box.h);
    Meter meter = node->graphic.meter;
    int filled = (int)((long)box.w * meter.value / meter.total);
    fill(brush, colour(page, node->ink), box.x, box.y, filled, box.h);
    draw_doubt(brush, page, meter, box);
}

static void draw_track(Brush *brush, const Page *page, Track track, Box box) {
    int knob = page_px(page, 36), thick = page_px(page, 12), y = box.y + (box.h - thick) / 2,
        ring = page_px(page, 4);
    int x = track.total > 0 ? (int)((long)(box.w - knob) * track.at / track.total) : 0;
    plates_draw(brush->plates, (Box){box.x, y, box.w, thick},
                (PlateStyle){.radius = thick / 2, .fill = colour(page, PAINT_LINE)});
    plates_draw(brush->plates, (Box){box.x, y, x + knob / 2, thick},
                (PlateStyle){.radius = thick / 2, .fill = colour(page, PAINT_PRIMARY)});
    plates_draw(brush->plates, (Box){box.x + x, box.y + (box.h - knob) / 2, knob, knob},
                (PlateStyle){.radius = knob / 2,
                             .border = ring,
                             .fill = colour(page, PAINT_ACCENT),
                             .border_colour = colour(page, PAINT_PRIMARY)});
}

static void draw_badge(Brush *brush, const Page *page, Box box) {
    int side = box.w < box.h ? box.w : box.h;
    plates_draw(
        brush->plates, (Box){box.x, box.y, side, side},
        (PlateStyle){.radius = side / 2,
                     .fill = colour(page, page->settings.theme == THEME_CONTRASTE ? PAINT_ON_PRIMARY
                                                                                  : PAINT_ACCENT)});
    Paint ink = page->settings.theme == THEME_CONTRASTE ? PAINT_PRIMARY : PAINT_ON_ACCENT;
    int size = side * 3 / 4;
    uint32_t argb = colour(page, ink);
    TextLook look = {.face = FACE_ICON, .size = size};
    const TextImage *tick = texts_get(brush->texts, look, icon_glyph(ICON_check), argb);
    if (tick)
        texts_draw(brush->texts, tick, box.x + (side - tick->width) / 2,
                   box.y + (side - tick->height) / 2, argb);
}

static void draw_hatch(Brush *brush, const Page *page, Box box) {
    uint32_t argb = colour(page, PAINT_LINE);
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
    uint32_t ink = colour(page, PAINT_INK);
    thin = thin > 0 ? thin : 1;
    fill(brush, colour(page, PAINT_ACCENT), x - mid / 2, y - mid / 2, mid, mid);
    fill(brush, ink, x - long_side / 2, y - thin / 2, long_side, thin);
    fill(brush, ink, x - thin / 2, y - long_side / 2, thin, long_side);
}

static void draw_graphic(Brush *brush, const Page *page, const Node *node, Box box) {
    switch (node->graphic.kind) {
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
        code_draw(brush->ground.renderer, node->graphic.code, box);
        break;
    case GRAPHIC_MAP:
        map_painter_draw(brush->maps, page, node, box);
        break;
    case GRAPHIC_VIDEO:
        draw_video(brush, page, node, box);
        break;
    case GRAPHIC_TRACK:
        draw_track(brush, page, node->graphic.track, box);
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
                (PlateStyle){.radius = page_px(page, node->radius) + gap + width,
                             .border = width,
                             .fill = colour(page, PAINT_BG),
                             .border_colour = colour(page, PAINT_FOCUS)});
}

/* ---- what is being said ---------------------------------------------------------------------- */

/* Which part of a line lies between two bytes of the text of its node. */
static Slice part_of(const Node *node, const TextLine *line, int from, int to) {
    int at = (int)(line->text.at - node->text.at), end = at + line->text.len;
    from = from > at ? from : at;
    to = to < end ? to : end;
    return from < to ? slice_cut(node->text, from, to) : (Slice){0};
}

/* Four bars: other words may stand so near that a plate would cover them. */
static void draw_bars_around(Brush *brush, const Page *page, Box box) {
    int width = page_px(page, FOCUS_WIDTH);
    Box ring = box_grow(box, page_px(page, FOCUS_GAP) + width);
    uint32_t argb = colour(page, PAINT_FOCUS);
    fill(brush, argb, ring.x, ring.y, ring.w, width);
    fill(brush, argb, ring.x, ring.y + ring.h - width, ring.w, width);
    fill(brush, argb, ring.x, ring.y, width, ring.h);
    fill(brush, argb, ring.x + ring.w - width, ring.y, width, ring.h);
}

/* Around the lines of the sentence; of what is no text, around all of it. */
static void draw_sentence(Brush *brush, const Page *page, const Node *node, Box box) {
    int leading = node->line_px, first = -1, last = -1;
    for (int i = 0; i < node->block.line_count && node->mark.to > node->mark.from; i++)
        if (part_of(node, &node->block.line[i], node->mark.from, node->mark.to).len) {
            first = first < 0 ? i : first;
            last = i;
        }
    if (first < 0) {
        draw_focus(brush, page, node, box);
        return;
    }
    box.y += page_px(page, node->pad_y) + first * leading;
    box.h = (last - first + 1) * leading;
    draw_bars_around(brush, page, box);
}

/* ---- text ------------------------------------------------------------------------------------ */

static int line_x(const Node *node, Box box, int width) {
    if (node->align == ALIGN_CENTER)
        return box.x + (box.w - width) / 2;
    bool right = (node->align == ALIGN_END) != node->turned;
    return right ? box.x + box.w - width : box.x;
}

/* An icon that points along the page is turned with it. */
static TextLook look_of(const Page *page, const Node *node) {
    bool icon = node->icon != ICON_NONE;
    bool leftward = icon ? node->turned && icon_turns(node->icon) : langs_leftward(node->lang);
    return (TextLook){page_face(page, node->type), node->font_px, leftward};
}

/* The word that is heard, once more on amber: over the line, so that its ink is right everywhere.
 */
static void draw_word(Brush *brush, const Page *page, const Node *node, const TextLine *line,
                      Box at) {
    Slice word = part_of(node, line, node->mark.word_from, node->mark.word_to);
    TextLook look = look_of(page, node);
    uint32_t ink = colour(page, PAINT_ON_ACCENT);
    const TextImage *image = word.len ? texts_get(brush->texts, look, word, ink) : NULL;
    if (!image)
        return;
    Slice before = {line->text.at, (int)(word.at - line->text.at)};
    int passed = text_width(page->typeface, look.face, look.size, before);
    int x = look.leftward ? at.x + at.w - passed - image->width : at.x + passed;
    int pad = page_px(page, SPACE_4);
    plates_draw(brush->plates, (Box){x - pad, at.y, image->width + 2 * pad, at.h},
                (PlateStyle){.radius = page_px(page, SPACE_8), .fill = colour(page, PAINT_ACCENT)});
    texts_draw(brush->texts, image, x, texts_top(image, at.y, at.h), ink);
}

static void draw_lines(Brush *brush, const Page *page, const Node *node, Box box) {
    TextLook look = look_of(page, node);
    int leading = node->line_px;
    int y = box.y + page_px(page, node->pad_y);
    uint32_t argb = colour(page, node->ink);
    for (int i = 0; i < node->block.line_count; i++, y += leading) {
        const TextLine *line = &node->block.line[i];
        const TextImage *image = texts_get(brush->texts, look, line->text, argb);
        if (!image)
            continue;
        int x = line_x(node, box, image->width);
        texts_draw(brush->texts, image, x, texts_top(image, y, leading), argb);
        if (node->mark.word_to > node->mark.word_from)
            draw_word(brush, page, node, line, (Box){x, y, image->width, leading});
    }
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
        draw_sentence(brush, page, node, box);
    else if (node->focused)
        draw_focus(brush, page, node, box);
    if (node->fill || node->border)
        draw_plate(brush, page, node, box);
    brush->sides = runs_along(node) ? 2 * box.x + box.w : 0;
    if (node->graphic.kind)
        draw_graphic(brush, page, node, box);
    brush->sides = 0;
    if (node->block.line_count)
        draw_lines(brush, page, node, box);
}

/* ---- comparing ------------------------------------------------------------------------------- */

static uint64_t mix(uint64_t look, uint64_t value) {
    return (look ^ value) * 0x9E3779B97F4A7C15u ^ (look >> 29);
}

static uint64_t mix_all(uint64_t look, const int *part, int count) {
    for (int i = 0; i < count; i++)
        look = mix(look, (uint64_t)(uint32_t)part[i]);
    return look;
}

/* What a graphic is drawn from, as far as it is seen. */
static uint64_t mix_graphic(uint64_t look, const Graphic *g) {
    switch (g->kind) {
    case GRAPHIC_BARS:
        return mix_all(look, (int[]){g->bars.lit, g->bars.total}, 2);
    case GRAPHIC_RULE:
        return mix_all(look, (int[]){g->rule.at, g->rule.total, g->rule.firm, g->rule.out}, 4);
    case GRAPHIC_METER:
        return mix_all(look, (int[]){g->meter.value, g->meter.total, g->meter.doubt}, 3);
    case GRAPHIC_TRACK:
        return mix_all(look, (int[]){g->track.at, g->track.total}, 2);
    case GRAPHIC_PICTURE:
    case GRAPHIC_DRAWING:
    case GRAPHIC_EMBLEM:
        return mix_all(look, (int[]){g->picture.index, g->picture.fade}, 2);
    case GRAPHIC_VIDEO:
        return mix_all(look, (int[]){g->video.poster, g->video.fit.focus_x, g->video.fit.focus_y},
                       3);
    case GRAPHIC_CODE:
        return slice_hash(g->code, look);
    case GRAPHIC_MAP:
        return mix(look, view_look(g->map));
    case GRAPHIC_DAY:
        return day_bar_look(look, g->day);
    case GRAPHIC_AIM:
        return mix_all(look, (int[]){g->aim.x, g->aim.y}, 2);
    case GRAPHIC_BACK:
        return mix_all(look, (int[]){g->back.open, g->back.low}, 2);
    case GRAPHIC_LEVEL:
        return mix(look, (uint64_t)g->level);
    case GRAPHIC_BRICK:
        return mix_all(look, (int[]){g->brick.joins, (int)g->brick.before, g->brick.cut}, 3);
    default:
        return look;
    }
}

uint64_t graphics_look(Brush *brush, const Page *page, const Node *node) {
    const int parts[] = {node->box.x,
                         node->box.y,
                         node->box.w,
                         node->box.h,
                         (int)node->fill,
                         (int)node->border,
                         (int)node->ink,
                         (int)node->edge,
                         node->radius,
                         (int)node->type,
                         (int)node->align,
                         (int)node->graphic.kind,
                         node->pressed,
                         node->parent_pressed,
                         node->focused,
                         node->mark.on,
                         node->mark.from,
                         node->mark.to,
                         node->mark.word_from,
                         node->mark.word_to,
                         (int)page->settings.theme,
                         (int)page->settings.step,
                         (int)page->settings.letters,
                         node->font_px,
                         (int)node->lang,
                         node->turned};
    uint64_t look = 1;
    look = mix_all(look, parts, (int)(sizeof parts / sizeof *parts));
    for (int i = 0; i < node->block.line_count; i++)
        look = slice_hash(node->block.line[i].text, look);
    if (is_picture(node))
        look = mix(look, picture_of(brush, page, node) != NULL);
    return mix_graphic(look, &node->graphic);
}
