#include "platform/paint/drawing_paper.h"

#include <math.h>
#include <stdlib.h>

#define SQUARES 8 /* in the height of a drawing */
#define HALF (PAPER_LINE / 2)
#define ALIKE 12    /* of 255: by so much may a colour differ from what it is mixed of */
#define SHORTEST 64 /* of a smaller drawing lines cannot be told from the ground */

static uint32_t *pixel(const SDL_Surface *s, int x, int y) {
    return (uint32_t *)((char *)s->pixels + (ptrdiff_t)y * s->pitch) + x;
}

static int pixel_of(double at) {
    return (int)floor(at);
}

/* Between the two colours, channel by channel. */
static bool is_between(uint32_t colour, uint32_t a, uint32_t b) {
    for (int shift = 0; shift < 24; shift += 8) {
        int c = colour >> shift & 255, from = a >> shift & 255, to = b >> shift & 255;
        int low = from < to ? from : to, high = from < to ? to : from;
        if (c < low - ALIKE || c > high + ALIKE)
            return false;
    }
    return true;
}

/* Its middle one, for all of them are made of it and of the ground. */
static bool is_paper(const DrawingPaper *paper, uint32_t colour) {
    return is_between(colour, paper->ground, paper->across[HALF]) ||
           is_between(colour, paper->ground, paper->down[HALF]);
}

/* ---- finding it ------------------------------------------------------------------------------ */

/* The first square from a corner: it is free if its middle, its corner and the middles of its sides
   at the edge are of one colour. */
static bool is_free(const SDL_Surface *s, double mesh, bool right, bool low) {
    int x = pixel_of(right ? s->w - mesh / 2 : mesh / 2);
    int y = pixel_of(low ? s->h - mesh / 2 : mesh / 2);
    int edge_x = right ? s->w - 1 : 0, edge_y = low ? s->h - 1 : 0;
    uint32_t ground = *pixel(s, x, y);
    return ground >> 24 == 255 && *pixel(s, edge_x, y) == ground &&
           *pixel(s, x, edge_y) == ground && *pixel(s, edge_x, edge_y) == ground;
}

/* How its lines look where they end that square: both ways alike, and unlike the ground. */
static bool read_lines(DrawingPaper *paper, const SDL_Surface *s, bool right, bool low) {
    double mesh = paper->mesh;
    int x = pixel_of(right ? s->w - mesh / 2 : mesh / 2);
    int y = pixel_of(low ? s->h - mesh / 2 : mesh / 2);
    int line_x = pixel_of(right ? floor((s->w - 1) / mesh) * mesh : mesh);
    int line_y = pixel_of(low ? floor((s->h - 1) / mesh) * mesh : mesh);
    paper->ground = *pixel(s, x, y);
    for (int i = 0; i < PAPER_LINE; i++) {
        paper->across[i] = *pixel(s, x, line_y + i - HALF);
        paper->down[i] = *pixel(s, line_x + i - HALF, y);
    }
    uint32_t across = paper->across[HALF], down = paper->down[HALF];
    return is_between(across, down, down) && across != paper->ground && down != paper->ground;
}

static bool goes_on(const DrawingPaper *paper, const SDL_Surface *s, SDL_Rect edge) {
    for (int y = edge.y; y < edge.y + edge.h; y++)
        for (int x = edge.x; x < edge.x + edge.w; x++)
            if (!is_paper(paper, *pixel(s, x, y)))
                return true;
    return false;
}

DrawingPaper drawing_paper(const SDL_Surface *s) {
    DrawingPaper paper = {.mesh = (double)s->h / SQUARES};
    for (int corner = 0; corner < 4 && !paper.found && s->h >= SHORTEST && s->w >= s->h; corner++) {
        bool right = corner & 1, low = corner >> 1;
        paper.found = is_free(s, paper.mesh, right, low) && read_lines(&paper, s, right, low);
    }
    if (!paper.found)
        return paper;
    paper.left = goes_on(&paper, s, (SDL_Rect){0, 0, 1, s->h});
    paper.right = goes_on(&paper, s, (SDL_Rect){s->w - 1, 0, 1, s->h});
    paper.top = goes_on(&paper, s, (SDL_Rect){0, 0, s->w, 1});
    paper.bottom = goes_on(&paper, s, (SDL_Rect){0, s->h - 1, s->w, 1});
    return paper;
}

/* ---- continuing it --------------------------------------------------------------------------- */

static int place(int room, bool before, bool after) {
    if (before == after)
        return room / 2;
    return after ? room : 0;
}

SDL_Rect drawing_paper_place(const DrawingPaper *paper, const SDL_Surface *s, int w, int h) {
    return (SDL_Rect){place(w - s->w, paper->left, paper->right),
                      place(h - s->h, paper->top, paper->bottom), s->w, s->h};
}

/* Of a line of the paper, the pixel that lies so far from the drawing's first; the ground between
   them. */
static uint32_t line_at(const DrawingPaper *paper, const uint32_t *line, int at) {
    int off = at - pixel_of(round(at / paper->mesh) * paper->mesh) + HALF;
    return off >= 0 && off < PAPER_LINE ? line[off] : paper->ground;
}

void drawing_paper_continue(const DrawingPaper *paper, SDL_Surface *out, SDL_Rect drawn) {
    for (int y = 0; y < out->h; y++) {
        bool beside = y >= drawn.y && y < drawn.y + drawn.h;
        uint32_t across = line_at(paper, paper->across, y - drawn.y);
        for (int x = 0; x < out->w; x++) {
            if (beside && x == drawn.x)
                x += drawn.w;
            if (x >= out->w)
                break;
            uint32_t down = line_at(paper, paper->down, x - drawn.x);
            *pixel(out, x, y) = down == paper->ground ? across : down;
        }
    }
}
