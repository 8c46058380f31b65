#include "platform/page/shapes.h"

#include "platform/paint/triangles.h"

#include <math.h>
#include <stdlib.h>

#define CORNERS_MAX 6
#define HATCH 14 /* between two lines of a cut */

struct Shapes {
    const Ground *ground;
    Plates *plates;
    Triangles triangles;
};

Shapes *shapes_open(const Ground *ground, Plates *plates) {
    Shapes *shapes = calloc(1, sizeof *shapes);
    if (!shapes)
        abort();
    shapes->ground = ground;
    shapes->plates = plates;
    return shapes;
}

void shapes_close(Shapes *shapes) {
    if (!shapes)
        return;
    triangles_free(&shapes->triangles);
    free(shapes);
}

static uint32_t colour(const Page *page, Paint paint) {
    return theme_paint(page->settings.theme, paint);
}

/* What may be painted now: the part of the page that is repaired. */
static SDL_Rect clip_of(const Shapes *shapes, Box extent) {
    SDL_Rect clip;
    SDL_RenderGetClipRect(shapes->ground->renderer, &clip);
    Box seen = clip.w ? box_meet(extent, (Box){clip.x, clip.y, clip.w, clip.h}) : extent;
    return (SDL_Rect){seen.x, seen.y, seen.w, seen.h};
}

/* A convex shape of one colour, its slanting edges made soft by a thin line of it. */
static void fill_shape(Shapes *shapes, const SDL_FPoint *corner, int count, uint32_t argb) {
    int32_t order[3 * (CORNERS_MAX - 2)] = {0};
    for (int i = 0; i + 2 < count; i++) {
        order[3 * i] = 0;
        order[3 * i + 1] = i + 1;
        order[3 * i + 2] = i + 2;
    }
    triangles_shape(&shapes->triangles, corner, order, 3 * (count - 2), argb);
    for (int i = 0; i < count; i++)
        triangles_line(&shapes->triangles, corner[i], corner[(i + 1) % count], 1, argb);
}

/* ---- levels ---------------------------------------------------------------------------------- */

static void draw_corners(Shapes *shapes, const SDL_FPoint *unit, int count, Box box,
                         uint32_t argb) {
    SDL_FPoint corner[CORNERS_MAX];
    float half = (float)box.w / 2, x = (float)box.x + half, y = (float)box.y + half;
    for (int i = 0; i < count; i++)
        corner[i] = (SDL_FPoint){x + half * unit[i].x, y + half * unit[i].y};
    fill_shape(shapes, corner, count, argb);
}

static void draw_level(Shapes *shapes, const Page *page, const Node *node, Box box) {
    static const SDL_FPoint HEXAGON[] = {{-1, 0}, {-.52f, -.9f}, {.52f, -.9f},
                                         {1, 0},  {.52f, .9f},   {-.52f, .9f}};
    static const SDL_FPoint DIAMOND[] = {{-1.12f, 0}, {0, -1.12f}, {1.12f, 0}, {0, 1.12f}};
    uint32_t argb = colour(page, node->ink);
    int in = box.w / 12;
    switch (node->graphic.level) {
    case LEVEL_CIRCLE:
        plates_draw(shapes->plates, box, (PlateStyle){.radius = box.w / 2, .fill = argb});
        break;
    case LEVEL_SQUARE:
        plates_draw(shapes->plates, box_grow(box, -in),
                    (PlateStyle){.radius = page_px(page, SPACE_4), .fill = argb});
        break;
    case LEVEL_HEXAGON:
        draw_corners(shapes, HEXAGON, 6, box, argb);
        break;
    case LEVEL_DIAMOND:
        draw_corners(shapes, DIAMOND, 4, box, argb);
        break;
    }
}

/* ---- bricks ---------------------------------------------------------------------------------- */

/* A dovetail that opens from left to right; turned, towards smaller x, which count below 0. */
typedef struct Dovetail {
    float left, right, middle; /* x, x, y */
    float foot, tip;           /* half its height, left and right */
    bool turned;
} Dovetail;

static void draw_dovetail(Shapes *shapes, Dovetail d, uint32_t fill, uint32_t line, float width) {
    float left = d.turned ? -d.left : d.left, right = d.turned ? -d.right : d.right;
    SDL_FPoint corner[] = {{left, d.middle - d.foot},
                           {right, d.middle - d.tip},
                           {right, d.middle + d.tip},
                           {left, d.middle + d.foot}};
    fill_shape(shapes, corner, 4, fill);
    for (int i = 0; i < 3; i++)
        triangles_line(&shapes->triangles, corner[i], corner[i + 1], width, line);
    triangles_draw(&shapes->triangles);
}

/* Half the height of the tenon where it has come so far. */
static float tenon_at(int along) {
    return BRICK_TENON_FOOT +
           (float)(BRICK_TENON_TIP - BRICK_TENON_FOOT) * (float)along / BRICK_TENON;
}

/* The socket is cut out of the brick, and the tenon of the one before lies in it. */
static void draw_joint(Shapes *shapes, const Page *page, const Node *node, Box box) {
    const BrickJoint *joint = &node->graphic.brick;
    float unit = (float)page->scale,
          border = (float)page_px(page, theme_border(page->settings.theme));
    float scale = unit * fminf(1, (float)box.h / unit / 110);
    bool turned = node->turned;
    float left = turned ? -(float)(box.x + box.w) : (float)box.x;
    float middle = (float)box.y + (float)box.h / 2;
    float mouth = tenon_at(joint->gap) + BRICK_CLEARANCE;
    Dovetail socket = {left,
                       left + BRICK_SOCKET * unit,
                       middle,
                       mouth * scale,
                       (tenon_at(joint->gap + BRICK_SOCKET) + BRICK_CLEARANCE) * scale,
                       turned};
    draw_dovetail(shapes, socket, colour(page, PAINT_BG), colour(page, node->border), border);
    float foot = left - (float)joint->gap * unit - border;
    Dovetail tenon = {foot,
                      foot + border + BRICK_TENON * unit,
                      middle,
                      BRICK_TENON_FOOT * scale,
                      BRICK_TENON_TIP * scale,
                      turned};
    draw_dovetail(shapes, tenon, colour(page, joint->before), colour(page, joint->before_line),
                  border);
}

/* Section lines: nothing is on it yet. */
static void draw_cut(Shapes *shapes, const Page *page, Box box) {
    int inset = page_px(page, SPACE_8), high = page_px(page, BRICK_CUT);
    int step = page_px(page, HATCH), top = box.y + inset / 2;
    uint32_t argb = colour(page, PAINT_LINE);
    for (int x = box.x + inset; x + high < box.x + box.w - inset && step > 0; x += step)
        triangles_line(&shapes->triangles, (SDL_FPoint){(float)x, (float)(box.y + high)},
                       (SDL_FPoint){(float)(x + high), (float)top}, 1, argb);
    triangles_draw(&shapes->triangles);
    int thin = page_px(page, HAIRLINE);
    ground_fill(shapes->ground, colour(page, PAINT_PRIMARY),
                (SDL_Rect){box.x, box.y + high, box.w, thin > 0 ? thin : 1});
}

static void draw_rail(Shapes *shapes, const Page *page, Box box, int gap) {
    int reach = page_px(page, gap) / 2 + 1;
    ground_fill(
        shapes->ground, colour(page, PAINT_PRIMARY),
        (SDL_Rect){box.x - reach, box.y + box.h, box.w + 2 * reach, page_px(page, BRICK_RAIL)});
}

static void draw_brick(Shapes *shapes, const Page *page, const Node *node, Box box) {
    const BrickJoint *joint = &node->graphic.brick;
    if (joint->cut)
        draw_cut(shapes, page, box);
    if (joint->bench)
        draw_rail(shapes, page, box, joint->gap);
    if (joint->joins)
        draw_joint(shapes, page, node, box);
}

/* ---- lines around ---------------------------------------------------------------------------- */

static void draw_dashes(Shapes *shapes, const Page *page, const Node *node, Box box) {
    int dash = page_px(page, DASH), thin = page_px(page, theme_border(page->settings.theme));
    uint32_t argb = colour(page, node->ink);
    for (int x = 0; x < box.w && dash > 0; x += 2 * dash) {
        int wide = x + dash > box.w ? box.w - x : dash;
        ground_fill(shapes->ground, argb, (SDL_Rect){box.x + x, box.y, wide, thin});
        ground_fill(shapes->ground, argb, (SDL_Rect){box.x + x, box.y + box.h - thin, wide, thin});
    }
    for (int y = 0; y < box.h && dash > 0; y += 2 * dash) {
        int high = y + dash > box.h ? box.h - y : dash;
        ground_fill(shapes->ground, argb, (SDL_Rect){box.x, box.y + y, thin, high});
        ground_fill(shapes->ground, argb, (SDL_Rect){box.x + box.w - thin, box.y + y, thin, high});
    }
}

static void draw_ring(Shapes *shapes, const Page *page, const Node *node, Box box) {
    plates_draw(shapes->plates, box,
                (PlateStyle){.radius = page_px(page, node->radius),
                             .border = page_px(page, RING_WIDTH),
                             .fill = colour(page, node->fill),
                             .border_colour = colour(page, PAINT_INK)});
}

/* ---- the back of a card ---------------------------------------------------------------------- */

#define BACK_WHOLE 1000 /* of CardBack.open */

static void draw_mark_lines(Shapes *shapes, const Page *page, Box box, int reach) {
    int thin = page_px(page, SPACE_4), x = box.x + box.w / 2, y = box.y + box.h / 2;
    uint32_t line = colour(page, PAINT_ON_SLAB2);
    ground_fill(shapes->ground, line, (SDL_Rect){x - reach, y - thin / 2, 2 * reach, thin});
    ground_fill(shapes->ground, line, (SDL_Rect){x - thin / 2, y - reach, thin, 2 * reach});
}

static void draw_ring_around(Shapes *shapes, const Page *page, Box box, int radius, Paint fill) {
    int x = box.x + box.w / 2 - radius, y = box.y + box.h / 2 - radius;
    plates_draw(shapes->plates, (Box){x, y, 2 * radius, 2 * radius},
                (PlateStyle){.radius = radius,
                             .border = page_px(page, SPACE_4),
                             .fill = colour(page, fill),
                             .border_colour = colour(page, PAINT_ON_SLAB2)});
}

static void draw_mesh(Shapes *shapes, const Page *page, Box box) {
    int mesh = page_px(page, PAPER_SQUARE);
    uint32_t line = colour(page, PAINT_SLAB_LINE);
    for (int x = mesh; x < box.w && mesh > 0; x += mesh)
        ground_fill(shapes->ground, line, (SDL_Rect){box.x + x, box.y, 1, box.h});
    for (int y = mesh; y < box.h && mesh > 0; y += mesh)
        ground_fill(shapes->ground, line, (SDL_Rect){box.x, box.y + y, box.w, 1});
}

/* Drawing paper in blue with a centre mark; what of it has gone up is not drawn. */
static void draw_back(Shapes *shapes, const Page *page, const Node *node, Box box) {
    int shorter = box.w < box.h ? box.w : box.h;
    plates_draw(shapes->plates, box,
                (PlateStyle){.radius = page_px(page, node->radius),
                             .border = page_px(page, theme_border(page->settings.theme)),
                             .fill = colour(page, PAINT_SLAB),
                             .border_colour = colour(page, PAINT_SLAB_LINE)});
    draw_mesh(shapes, page, box);
    if (node->graphic.back.low) /* a square where the lines begin */
        box = (Box){node->turned ? box.x + box.w - box.h : box.x, box.y, box.h, box.h};
    draw_ring_around(shapes, page, box, shorter / 4, PAINT_SLAB);
    draw_mark_lines(shapes, page, box, shorter * 3 / 10);
    draw_ring_around(shapes, page, box, shorter / 14, PAINT_ACCENT);
}

static void draw_shutter(Shapes *shapes, const Page *page, const Node *node, Box box) {
    SDL_Renderer *renderer = shapes->ground->renderer;
    SDL_Rect before;
    SDL_RenderGetClipRect(renderer, &before);
    Box seen = box;
    seen.h = box.h - (int)((long)box.h * node->graphic.back.open / BACK_WHOLE);
    SDL_Rect clip = clip_of(shapes, seen);
    if (clip.w <= 0 || clip.h <= 0)
        return;
    SDL_RenderSetClipRect(renderer, &clip);
    draw_back(shapes, page, node, box);
    SDL_RenderSetClipRect(renderer, before.w ? &before : NULL);
}

/* Outline, shade and cut corners of a card whose picture goes to its edges. */
static void draw_frame(Shapes *shapes, const Page *page, const Node *node, Box box) {
    plates_draw(shapes->plates, box,
                (PlateStyle){.radius = page_px(page, node->radius),
                             .border = page_px(page, theme_border(page->settings.theme)),
                             .edge = node->edge ? page_px(page, EDGE_HEIGHT) : 0,
                             .border_colour = colour(page, node->ink),
                             .edge_colour = colour(page, node->edge),
                             .around = colour(page, PAINT_BG)});
}

Box shapes_extent(const Page *page, const Node *node, Box box) {
    if (node->graphic.kind == GRAPHIC_LEVEL)
        return box_grow(box, box.w / 8);
    int side = page_px(page, node->graphic.brick.gap + SPACE_4);
    box.x -= side;
    box.w += 2 * side;
    box.h += node->graphic.brick.bench ? page_px(page, BRICK_RAIL) : 0;
    return box;
}

void shapes_draw(Shapes *shapes, const Page *page, const Node *node, Box box) {
    triangles_begin(&shapes->triangles, shapes->ground,
                    clip_of(shapes, shapes_extent(page, node, box)));
    switch (node->graphic.kind) {
    case GRAPHIC_LEVEL:
        draw_level(shapes, page, node, box);
        break;
    case GRAPHIC_BRICK:
        draw_brick(shapes, page, node, box);
        break;
    case GRAPHIC_DASHES:
        draw_dashes(shapes, page, node, box);
        break;
    case GRAPHIC_RING:
        draw_ring(shapes, page, node, box);
        break;
    case GRAPHIC_BACK:
        draw_shutter(shapes, page, node, box);
        break;
    case GRAPHIC_FRAME:
        draw_frame(shapes, page, node, box);
        break;
    default:
        break;
    }
    triangles_draw(&shapes->triangles);
}
