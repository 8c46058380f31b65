#include "platform/paint/plates.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define KINDS_MAX 64 /* different plates; a page has under ten */

typedef struct Corners {
    PlateStyle style;
    SDL_Texture *texture; /* the smallest plate of this style: four corners and nothing between */
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

void plates_forget(Plates *plates) {
    for (int i = 0; i < plates->count; i++)
        SDL_DestroyTexture(plates->kind[i].texture);
    plates->count = plates->next = 0;
}

void plates_close(Plates *plates) {
    if (!plates)
        return;
    plates_forget(plates);
    free(plates);
}

/* ---- the corners ----------------------------------------------------------------------------- */

/* How much of the pixel at (x, y) a rounded box covers, 0 to 1: distance to its outline, softened
 * over a pixel. */
static double coverage(double x, double y, double left, double top, double right, double bottom,
                       double radius) {
    double dx = fmax(fmax(left + radius - x, x - (right - radius)), 0);
    double dy = fmax(fmax(top + radius - y, y - (bottom - radius)), 0);
    double outside = sqrt(dx * dx + dy * dy) - radius;
    return fmin(fmax(0.5 - outside, 0), 1);
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
    uint32_t pixel = (uint32_t)lround(rgba[3] * 255) << 24;
    for (int i = 0; i < 3; i++)
        pixel |= (uint32_t)lround(fmin(rgba[i] / rgba[3], 255)) << (16 - 8 * i);
    return pixel;
}

static uint32_t pixel_of(const PlateStyle *s, int side, double x, double y) {
    double rgba[4] = {0}, radius = s->radius, b = s->border;
    if (s->edge)
        lay_over(rgba, s->edge_colour, coverage(x, y, 0, s->edge, side, side + s->edge, radius));
    if (b > 0)
        lay_over(rgba, s->border_colour, coverage(x, y, 0, 0, side, side, radius));
    if (s->fill)
        lay_over(rgba, s->fill, coverage(x, y, b, b, side - b, side - b, fmax(radius - b, 0)));
    return packed(rgba);
}

static SDL_Texture *draw_corners(SDL_Renderer *renderer, const PlateStyle *s) {
    int side = 2 * s->radius, height = side + s->edge;
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, side, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!surface)
        return NULL;
    for (int y = 0; y < height; y++) {
        uint32_t *row = (uint32_t *)((char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        for (int x = 0; x < side; x++)
            row[x] = pixel_of(s, side, x + 0.5, y + 0.5);
    }
    SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, surface);
    SDL_FreeSurface(surface);
    if (texture)
        SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    return texture;
}

static SDL_Texture *corners_of(Plates *plates, const PlateStyle *style) {
    for (int i = 0; i < plates->count; i++)
        if (memcmp(&plates->kind[i].style, style, sizeof *style) == 0)
            return plates->kind[i].texture;
    Corners *kind = &plates->kind[plates->next];
    if (plates->count == KINDS_MAX)
        SDL_DestroyTexture(kind->texture);
    else
        plates->count++;
    plates->next = (plates->next + 1) % KINDS_MAX;
    *kind = (Corners){*style, draw_corners(plates->ground->renderer, style)};
    return kind->texture;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static void fill(const Ground *ground, uint32_t colour, int x, int y, int w, int h) {
    if (colour >> 24 && w > 0 && h > 0)
        ground_fill(ground, colour, (SDL_Rect){x, y, w, h});
}

static void draw_sides(const Ground *ground, Box b, const PlateStyle *s) {
    int r = s->radius, line = s->border;
    fill(ground, s->fill, b.x + r, b.y + line, b.w - 2 * r, b.h - 2 * line);
    fill(ground, s->fill, b.x + line, b.y + r, r - line, b.h - 2 * r);
    fill(ground, s->fill, b.x + b.w - r, b.y + r, r - line, b.h - 2 * r);
    if (line) {
        fill(ground, s->border_colour, b.x + r, b.y, b.w - 2 * r, line);
        fill(ground, s->border_colour, b.x + r, b.y + b.h - line, b.w - 2 * r, line);
        fill(ground, s->border_colour, b.x, b.y + r, line, b.h - 2 * r);
        fill(ground, s->border_colour, b.x + b.w - line, b.y + r, line, b.h - 2 * r);
    }
    if (s->edge)
        fill(ground, s->edge_colour, b.x + r, b.y + b.h, b.w - 2 * r, s->edge);
}

static void draw_corner_parts(SDL_Renderer *renderer, SDL_Texture *corners, Box b,
                              const PlateStyle *s) {
    int r = s->radius, low = r + s->edge, right = b.x + b.w - r, bottom = b.y + b.h - r;
    SDL_RenderCopy(renderer, corners, &(SDL_Rect){0, 0, r, r}, &(SDL_Rect){b.x, b.y, r, r});
    SDL_RenderCopy(renderer, corners, &(SDL_Rect){r, 0, r, r}, &(SDL_Rect){right, b.y, r, r});
    SDL_RenderCopy(renderer, corners, &(SDL_Rect){0, r, r, low}, &(SDL_Rect){b.x, bottom, r, low});
    SDL_RenderCopy(renderer, corners, &(SDL_Rect){r, r, r, low},
                   &(SDL_Rect){right, bottom, r, low});
}

void plates_draw(Plates *plates, Box box, PlateStyle style) {
    int shorter = box.w < box.h ? box.w : box.h;
    if (shorter <= 0)
        return;
    if (style.radius * 2 > shorter)
        style.radius = shorter / 2;
    draw_sides(plates->ground, box, &style);
    SDL_Texture *corners = style.radius ? corners_of(plates, &style) : NULL;
    if (corners)
        draw_corner_parts(plates->ground->renderer, corners, box, &style);
}
