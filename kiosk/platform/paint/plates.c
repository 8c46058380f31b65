#include "platform/paint/plates.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define KINDS_MAX 64 /* different plates; a page has under ten */

/* The smallest plate of a style: four corners and nothing between. */
typedef struct Corners {
    PlateStyle style;
    uint32_t *pixels;
    SDL_Texture *texture; /* NULL until a renderer has to draw them */
} Corners;

struct Plates {
    const Ground *ground;
    Corners kind[KINDS_MAX];
    int count, next;
};

Plates *plates_open(const Ground *ground) {
    Plates *plates = calloc(1, sizeof *plates);
    if (!plates)
        abort();
    plates->ground = ground;
    return plates;
}

static void drop(Corners *kind) {
    free(kind->pixels);
    if (kind->texture)
        SDL_DestroyTexture(kind->texture);
    *kind = (Corners){.texture = NULL};
}

void plates_forget(Plates *plates) {
    for (int i = 0; i < plates->count; i++)
        drop(&plates->kind[i]);
    plates->count = plates->next = 0;
}

void plates_close(Plates *plates) {
    if (!plates)
        return;
    plates_forget(plates);
    free(plates);
}

/* ---- the corners ----------------------------------------------------------------------------- */

/* Unlike fmax and fmin no calls: a large ring has a hundred thousand pixels. */
static double larger(double a, double b) {
    return a > b ? a : b;
}

static double smaller(double a, double b) {
    return a < b ? a : b;
}

/* How much of the pixel at (x, y) a rounded box covers, 0 to 1: distance to its outline, softened
 * over a pixel. */
static double coverage(double x, double y, double left, double top, double right, double bottom,
                       double radius) {
    double dx = larger(larger(left + radius - x, x - (right - radius)), 0);
    double dy = larger(larger(top + radius - y, y - (bottom - radius)), 0);
    double square = dx * dx + dy * dy, inner = larger(radius - 1, 0), outer = radius + 1;
    if (square <= inner * inner || square >= outer * outer) /* far from it */
        return square <= inner * inner;
    return smaller(larger(0.5 - (sqrt(square) - radius), 0), 1);
}

static void lay_over(double *rgba, uint32_t colour, double cover) {
    double alpha = cover * (double)(colour >> 24) / 255.0;
    for (int i = 0; i < 3; i++)
        rgba[i] = rgba[i] * (1 - alpha) + (double)(colour >> (16 - 8 * i) & 0xFF) * alpha;
    rgba[3] = rgba[3] * (1 - alpha) + alpha;
}

static uint32_t packed(const double *rgba) {
    if (rgba[3] <= 0)
        return 0;
    uint32_t pixel = (uint32_t)(rgba[3] * 255 + 0.5) << 24;
    for (int i = 0; i < 3; i++)
        pixel |= (uint32_t)(smaller(rgba[i] / rgba[3], 255) + 0.5) << (16 - 8 * i);
    return pixel;
}

/* How much of a pixel lies within the plate, drawn in by so much, and above its foot. */
static double within(const PlateStyle *s, double x, double y, double in, double foot) {
    double side = 2 * s->radius, height = side + s->edge;
    return coverage(x, y, in, in, side - in, height - in - foot, larger(s->radius - in, 0));
}

static void lay_beside(double *rgba, uint32_t colour, double cover) {
    for (int i = 0; i < 3; i++)
        rgba[i] += (double)(colour >> (16 - 8 * i) & 0xFF) * cover;
    rgba[3] += cover;
}

/* Of a pixel each layer has its part, none lies over another, and the picture keeps the rest. */
static uint32_t hollow_pixel(const PlateStyle *s, double x, double y) {
    double rgba[4] = {0}, outer = within(s, x, y, 0, 0), inner = within(s, x, y, s->border, 0);
    lay_beside(rgba, s->around, 1 - outer);
    lay_beside(rgba, s->border_colour, outer - inner);
    if (s->edge)
        lay_beside(rgba, s->edge_colour, inner - within(s, x, y, s->border, s->edge));
    return packed(rgba);
}

static uint32_t pixel_of(const PlateStyle *s, double x, double y) {
    double rgba[4] = {0};
    if (s->around)
        return hollow_pixel(s, x, y);
    if (s->border)
        lay_over(rgba, s->border_colour, within(s, x, y, 0, 0));
    if (s->edge)
        lay_over(rgba, s->edge_colour, within(s, x, y, s->border, 0));
    if (s->fill)
        lay_over(rgba, s->fill, within(s, x, y, s->border, s->edge));
    return packed(rgba);
}

static uint32_t *draw_corners(const PlateStyle *s) {
    int side = 2 * s->radius, height = side + s->edge;
    uint32_t *pixels = calloc((size_t)side * (size_t)height, sizeof *pixels);
    for (int y = 0; pixels && y < height; y++)
        for (int x = 0; x < s->radius; x++) /* both sides are alike */
            pixels[y * side + x] = pixels[(y + 1) * side - 1 - x] = pixel_of(s, x + 0.5, y + 0.5);
    return pixels;
}

static SDL_Texture *texture_of(SDL_Renderer *renderer, Corners *corners) {
    int side = 2 * corners->style.radius, height = side + corners->style.edge;
    if (corners->texture || !corners->pixels)
        return corners->texture;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(corners->pixels, side, height, 32,
                                                              side * 4, SDL_PIXELFORMAT_ARGB8888);
    if (surface)
        corners->texture = SDL_CreateTextureFromSurface(renderer, surface);
    SDL_FreeSurface(surface);
    if (corners->texture)
        SDL_SetTextureBlendMode(corners->texture, SDL_BLENDMODE_BLEND);
    return corners->texture;
}

static Corners *corners_of(Plates *plates, const PlateStyle *style) {
    for (int i = 0; i < plates->count; i++)
        if (memcmp(&plates->kind[i].style, style, sizeof *style) == 0)
            return &plates->kind[i];
    Corners *kind = &plates->kind[plates->next];
    if (plates->count == KINDS_MAX)
        drop(kind);
    else
        plates->count++;
    plates->next = (plates->next + 1) % KINDS_MAX;
    *kind = (Corners){.style = *style, .pixels = draw_corners(style)};
    return kind;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static void fill(const Ground *ground, uint32_t colour, int x, int y, int w, int h) {
    if (colour >> 24 && w > 0 && h > 0)
        ground_fill(ground, colour, (SDL_Rect){x, y, w, h});
}

static void draw_sides(const Ground *ground, Box b, const PlateStyle *s) {
    int r = s->radius, line = s->border, edge = s->edge, between = b.h - 2 * r - edge;
    fill(ground, s->fill, b.x + r, b.y + line, b.w - 2 * r, b.h - 2 * line - edge);
    fill(ground, s->fill, b.x + line, b.y + r, r - line, between);
    fill(ground, s->fill, b.x + b.w - r, b.y + r, r - line, between);
    if (line) {
        fill(ground, s->border_colour, b.x + r, b.y, b.w - 2 * r, line);
        fill(ground, s->border_colour, b.x + r, b.y + b.h - line, b.w - 2 * r, line);
        fill(ground, s->border_colour, b.x, b.y + r, line, between);
        fill(ground, s->border_colour, b.x + b.w - line, b.y + r, line, between);
    }
    fill(ground, s->edge_colour, b.x + r, b.y + b.h - line - edge, b.w - 2 * r, edge);
}

/* The one that begins at (x, y) of the corners, to where `box` is. */
static void draw_corner(const Ground *ground, Corners *corners, int x, int y, SDL_Rect box) {
    int side = 2 * corners->style.radius;
    SDL_Rect from = {x, y, box.w, box.h};
    SDL_Texture *texture = NULL;
    if (ground->surface && corners->pixels)
        ground_lay(ground, corners->pixels + y * side + x, side, 0, box);
    else if ((texture = texture_of(ground->renderer, corners)))
        SDL_RenderCopy(ground->renderer, texture, &from, &box);
}

static void draw_corner_parts(const Ground *ground, Corners *corners, Box b) {
    const PlateStyle *s = &corners->style;
    int r = s->radius, low = r + s->edge, right = b.x + b.w - r, bottom = b.y + b.h - low;
    draw_corner(ground, corners, 0, 0, (SDL_Rect){b.x, b.y, r, r});
    draw_corner(ground, corners, r, 0, (SDL_Rect){right, b.y, r, r});
    draw_corner(ground, corners, 0, r, (SDL_Rect){b.x, bottom, r, low});
    draw_corner(ground, corners, r, r, (SDL_Rect){right, bottom, r, low});
}

void plates_draw(Plates *plates, Box box, PlateStyle style) {
    int shorter = box.w < box.h ? box.w : box.h;
    if (shorter <= 0)
        return;
    if (style.edge > shorter)
        style.edge = shorter;
    if (style.radius * 2 > shorter - style.edge)
        style.radius = (shorter - style.edge) / 2;
    draw_sides(plates->ground, box, &style);
    if (style.radius)
        draw_corner_parts(plates->ground, corners_of(plates, &style), box);
}
