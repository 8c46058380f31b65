#include "platform/paint/picture_draw.h"

#include "content/image.h"
#include "platform/paint/drawing_paper.h"
#include "ui/drawing.h"

#include <SDL2/SDL_image.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COVERS_FROM 0.85 /* of a drawing that covers its box so much is seen */

__asm__(".section .rodata\n"
        ".global azimut_emblem, azimut_emblem_bytes\n"
        "azimut_emblem:\n.incbin \"assets/gears.svg\"\n1:\n.balign 4\n"
        "azimut_emblem_bytes:\n.long 1b - azimut_emblem\n.previous\n");
extern const char azimut_emblem[];
extern const int azimut_emblem_bytes;

/* ---- what nanosvg would take amiss, blanked in place ----------------------------------------- */

/* It draws elements that stand in comments. */
static void blank_comments(char *svg) {
    for (char *from = svg, *to; (from = strstr(from, "<!--")) && (to = strstr(from + 4, "-->"));
         from = to + 3)
        memset(from, ' ', (size_t)(to + 3 - from));
}

static bool is_named(const char *at, const char *end, const char *name) {
    size_t len = strlen(name);
    return (size_t)(end - at) > len && memcmp(at, name, len) == 0 && strchr(" \t\r\n=", at[len]) &&
           strchr(" \t\r\n", at[-1]);
}

/* Width and height of the root, in whatever unit: the size of a drawing is its viewBox. */
static void blank_size(char *tag, char *end) {
    for (char *at = tag + 1; at < end; at++) {
        char *value = at + strcspn(at, "\"'");
        char *last = value < end ? memchr(value + 1, *value, (size_t)(end - value - 1)) : NULL;
        if (!last)
            return;
        at += strspn(at, " \t\r\n");
        if (is_named(at, end, "width") || is_named(at, end, "height"))
            memset(at, ' ', (size_t)(last + 1 - at));
        at = last;
    }
}

/* ---- decoding -------------------------------------------------------------------------------- */

/* Frees what it is passed, which may be NULL. */
static SDL_Surface *as_argb(SDL_Surface *any) {
    SDL_Surface *argb = any ? SDL_ConvertSurfaceFormat(any, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(any);
    return argb;
}

static SDL_Surface *draw_svg(Slice data, const Image *image, int width, ThemeId theme) {
    char *svg = malloc((size_t)data.len + 1);
    if (!svg)
        return NULL;
    memcpy(svg, data.at, (size_t)data.len);
    svg[data.len] = 0;
    drawing_recolour(svg, (size_t)data.len, theme);
    blank_comments(svg);
    blank_size(svg + image->root, svg + image->root_end);
    SDL_RWops *bytes = SDL_RWFromConstMem(svg, data.len);
    SDL_Surface *drawn = IMG_LoadSizedSVG_RW(bytes, width, 0);
    SDL_RWclose(bytes);
    free(svg);
    return as_argb(drawn);
}

static SDL_Surface *decode(Slice data, const Image *image) {
    SDL_RWops *bytes = SDL_RWFromConstMem(data.at, data.len);
    SDL_Surface *whole = image->kind == IMAGE_PNG ? IMG_LoadPNG_RW(bytes) : IMG_LoadJPG_RW(bytes);
    SDL_RWclose(bytes);
    return as_argb(whole);
}

/* ---- the surface wished for ------------------------------------------------------------------ */

static void round_corner(SDL_Surface *s, int radius, int corner_x, int corner_y) {
    for (int y = 0; y < radius; y++)
        for (int x = 0; x < radius; x++) {
            double dx = radius - x - 0.5, dy = radius - y - 0.5;
            double cover = fmin(fmax(radius - sqrt(dx * dx + dy * dy) + 0.5, 0), 1);
            int px = corner_x ? s->w - 1 - x : x, py = corner_y ? s->h - 1 - y : y;
            uint32_t *pixel = (uint32_t *)((char *)s->pixels + (ptrdiff_t)py * s->pitch) + px;
            *pixel = (*pixel & 0xFFFFFF) | (uint32_t)lround((*pixel >> 24) * cover) << 24;
        }
}

static void round_corners(SDL_Surface *out, int radius) {
    bool fits = radius * 2 < out->w && radius * 2 < out->h;
    for (int corner = 0; corner < 4 && fits && radius > 0; corner++)
        round_corner(out, radius, corner & 1, corner >> 1);
}

/* A length within 1 and `most`. */
static int within(double length, int most) {
    return length < 1 ? 1 : length > most ? most : (int)lround(length);
}

/* Where a part begins that has a point of the whole, in hundredths, as near to its middle as can
   be. */
static int part_from(int whole, int part, int focus) {
    int from = whole * (focus ? focus : 50) / 100 - part / 2;
    from = from > whole - part ? whole - part : from;
    return from < 0 ? 0 : from;
}

/* The part of a picture `from` that is seen, and where, when it is drawn w x h in the middle of
   `out`: what hangs over is cut off before it is scaled, not after. */
static void stretch(SDL_Surface *from, SDL_Surface *out, double w, double h,
                    const PictureWish *wish) {
    double seen_w = fmin(1, out->w / w), seen_h = fmin(1, out->h / h);
    SDL_Rect part = {.w = within(from->w * seen_w, from->w),
                     .h = within(from->h * seen_h, from->h)};
    SDL_Rect to = {.w = within(w, out->w), .h = within(h, out->h)};
    part.x = part_from(from->w, part.w, wish->focus_x);
    part.y = part_from(from->h, part.h, wish->focus_y);
    to.x = (out->w - to.w) / 2;
    to.y = (out->h - to.h) / 2;
    SDL_SoftStretchLinear(from, &part, out, &to);
}

static void lay(SDL_Surface *drawn, SDL_Surface *out, SDL_Rect to) {
    SDL_SetSurfaceBlendMode(drawn, SDL_BLENDMODE_NONE);
    SDL_BlitSurface(drawn, NULL, out, &to);
}

static void lay_in_middle(SDL_Surface *drawn, SDL_Surface *out) {
    lay(drawn, out,
        (SDL_Rect){(out->w - drawn->w) / 2, (out->h - drawn->h) / 2, drawn->w, drawn->h});
}

/* How wide the whole picture becomes: height leads when covering, width when fitting. */
static int width_wished(const Image *image, const PictureWish *wish, bool fit) {
    double across = (double)image->width / image->height;
    bool wide = wish->h * across >= wish->w;
    return wide == fit ? wish->w : (int)ceil(wish->h * across);
}

static bool is_bearable(const Image *image, int width) {
    return (double)width * width * image->height / image->width <= PICTURE_PIXELS_MAX;
}

/* ---- drawings -------------------------------------------------------------------------------- */

/* Little of a drawing is lost when it covers its box. */
static bool loses_little(const Image *image, const PictureWish *wish) {
    double across = (double)image->width / image->height, box = (double)wish->w / wish->h;
    return fmin(across, box) / fmax(across, box) >= COVERS_FROM;
}

static bool draw_covering(const PictureSource *source, const Image *image, const PictureWish *wish,
                          SDL_Surface *out) {
    int width = width_wished(image, wish, false);
    if (!loses_little(image, wish) || !is_bearable(image, width))
        return false;
    SDL_Surface *from = draw_svg(source->data, image, width, wish->theme);
    bool covers = from && drawing_paper(from).found;
    if (covers)
        lay_in_middle(from, out);
    SDL_FreeSurface(from);
    return covers;
}

/* A drawing on squared paper covers its box if little of it is lost, and else its paper goes on to
   the edges; any other stands in the middle. */
static bool draw_whole(const PictureSource *source, const Image *image, const PictureWish *wish,
                       SDL_Surface *out) {
    if (draw_covering(source, image, wish, out))
        return true;
    SDL_Surface *from = draw_svg(source->data, image, width_wished(image, wish, true), wish->theme);
    if (!from)
        return false;
    DrawingPaper paper = drawing_paper(from);
    SDL_Rect to = drawing_paper_place(&paper, from, out->w, out->h);
    lay(from, out, to);
    if (paper.found)
        drawing_paper_continue(&paper, out, to);
    SDL_FreeSurface(from);
    return true;
}

/* ---- any picture ----------------------------------------------------------------------------- */

static bool draw_any(const PictureSource *source, const Image *image, const PictureWish *wish,
                     SDL_Surface *out) {
    int width = width_wished(image, wish, wish->fit);
    double height = (double)width * image->height / image->width, pixels = width * height;
    bool drawing = image->kind == IMAGE_SVG, bearable = is_bearable(image, width);
    int drawn_width = bearable ? width : (int)(width * sqrt(PICTURE_PIXELS_MAX / pixels));
    SDL_Surface *from = drawing ? draw_svg(source->data, image, drawn_width, wish->theme)
                                : decode(source->data, image);
    if (!from)
        return false;
    if (drawing && bearable)
        lay_in_middle(from, out);
    else
        stretch(from, out, width, height, wish);
    SDL_FreeSurface(from);
    return true;
}

static bool draw(const PictureSource *source, const Image *image, const PictureWish *wish,
                 SDL_Surface *out) {
    bool whole = wish->fit && image->kind == IMAGE_SVG &&
                 is_bearable(image, width_wished(image, wish, true));
    bool good = (whole ? draw_whole : draw_any)(source, image, wish, out);
    round_corners(out, wish->radius);
    return good;
}

/* ---- the door -------------------------------------------------------------------------------- */

PictureSource picture_emblem(void) {
    return (PictureSource){{azimut_emblem, azimut_emblem_bytes}, 980, 912};
}

bool picture_fits(const PictureWish *wish) {
    return wish->w > 0 && wish->h > 0 && wish->w <= PICTURE_SIDE_MAX &&
           wish->h <= PICTURE_SIDE_MAX && wish->w * wish->h <= PICTURE_PIXELS_MAX;
}

bool picture_draw(const PictureSource *source, const PictureWish *wish, uint32_t *pixels,
                  Error *error) {
    Image image;
    if (!picture_fits(wish))
        return error_set(error, "wished for at %d x %d", wish->w, wish->h);
    ImageError found = image_look(source->data, &image);
    if (found)
        return error_set(error, "it %s", image_error_text(found));
    if (image.width != source->width || image.height != source->height)
        return error_set(error, "it is %d x %d, its record says %d x %d", image.width, image.height,
                         source->width, source->height);
    SDL_Surface *out = SDL_CreateRGBSurfaceWithFormatFrom(pixels, wish->w, wish->h, 32, wish->w * 4,
                                                          SDL_PIXELFORMAT_ARGB8888);
    bool good = out && draw(source, &image, wish, out);
    SDL_FreeSurface(out);
    return good || error_set(error, "%s", SDL_GetError());
}
