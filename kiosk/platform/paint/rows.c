#include "platform/paint/rows.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#define BOXES 4096 /* gathered before they are drawn */

static void *room_for(void *list, int *room, int count, size_t each) {
    if (count <= *room)
        return list;
    *room = count * 2 > 256 ? count * 2 : 256;
    list = realloc(list, each * (size_t)*room);
    if (!list)
        abort();
    return list;
}

void rows_begin(Rows *r, const Ground *ground, SDL_Rect clip) {
    r->ground = ground;
    clip.h =
        clip.h > 0 ? clip.h : 0; /* SDL's own intersection of two that do not meet is below 0 */
    r->clip = clip;
    r->first = room_for(r->first, &r->first_room, clip.h + 1, sizeof *r->first);
    for (int i = 0; i < clip.h; i++)
        r->first[i] = 0;
    r->spans = 1;
    r->top = clip.h;
    r->bottom = 0;
}

void rows_free(Rows *r) {
    free(r->box);
    free(r->span);
    free(r->first);
    *r = (Rows){0};
}

/* ---- boxes ----------------------------------------------------------------------------------- */

void rows_draw(Rows *r) {
    if (r->boxes)
        ground_fill_all(r->ground, r->colour, r->box, r->boxes);
    r->boxes = 0;
}

void rows_box(Rows *r, SDL_FRect box, uint32_t argb) {
    if (argb != r->colour)
        rows_draw(r);
    r->colour = argb;
    r->box = room_for(r->box, &r->box_room, r->boxes + 1, sizeof *r->box);
    r->box[r->boxes++] = box;
}

/* ---- shapes ---------------------------------------------------------------------------------- */

/* In its place among the spans of its row, one with those it touches. */
static void add_span(Rows *r, int row, int left, int right) {
    r->span = room_for(r->span, &r->span_room, r->spans + 1, sizeof *r->span);
    int *link = &r->first[row];
    while (*link && r->span[*link].right < left)
        link = &r->span[*link].next;
    while (*link && r->span[*link].left <= right) {
        RowSpan met = r->span[*link];
        left = met.left < left ? met.left : left;
        right = met.right > right ? met.right : right;
        *link = met.next;
    }
    r->span[r->spans] = (RowSpan){left, right, *link};
    *link = r->spans++;
    r->top = row < r->top ? row : r->top;
    r->bottom = row + 1 > r->bottom ? row + 1 : r->bottom;
}

/* Where the middle of a row meets the edges. */
static void cut(const SDL_FPoint *p, int count, float middle, float *left, float *right) {
    *left = INFINITY;
    *right = -INFINITY;
    for (int i = 0; i < count; i++) {
        SDL_FPoint a = p[i], b = p[i + 1 < count ? i + 1 : 0];
        if ((a.y <= middle) == (b.y <= middle))
            continue;
        if (a.y > b.y) { /* the same edge gives the same figure, whichever of its two pieces asks */
            SDL_FPoint swap = a;
            a = b;
            b = swap;
        }
        float x = a.x + (b.x - a.x) * ((middle - a.y) / (b.y - a.y));
        *left = fminf(*left, x);
        *right = fmaxf(*right, x);
    }
}

void rows_piece(Rows *r, const SDL_FPoint *p, int count) {
    float top = p[0].y, bottom = top, clip_left = (float)r->clip.x,
          clip_right = (float)(r->clip.x + r->clip.w);
    for (int i = 1; i < count; i++) {
        top = fminf(top, p[i].y);
        bottom = fmaxf(bottom, p[i].y);
    }
    top = fmaxf(ceilf(top - 0.5f), (float)r->clip.y);
    bottom = fminf(bottom, (float)(r->clip.y + r->clip.h));
    for (float y = top; y + 0.5f < bottom; y++) {
        float left, right;
        cut(p, count, y + 0.5f, &left, &right);
        left = ceilf(fmaxf(left, clip_left) - 0.5f);
        right = ceilf(fminf(right, clip_right) - 0.5f);
        if (right > left)
            add_span(r, (int)y - r->clip.y, (int)left, (int)right);
    }
}

/* Whether a row is as the one above it, whose spans are the last boxes. */
static bool goes_on(const Rows *r, int row, int above) {
    int at = r->boxes - above;
    for (int s = r->first[row]; s; s = r->span[s].next, at++)
        if (at == r->boxes || r->box[at].x != (float)r->span[s].left ||
            r->box[at].w != (float)(r->span[s].right - r->span[s].left))
            return false;
    return at == r->boxes;
}

void rows_end_shape(Rows *r, uint32_t argb) {
    if (argb != r->colour || r->boxes > BOXES)
        rows_draw(r);
    for (int row = r->top, above = 0; row < r->bottom; row++) {
        if (above && goes_on(r, row, above)) {
            for (int i = r->boxes - above; i < r->boxes; i++)
                r->box[i].h++;
        } else {
            above = 0;
            for (int s = r->first[row]; s; s = r->span[s].next, above++)
                rows_box(r,
                         (SDL_FRect){(float)r->span[s].left, (float)(r->clip.y + row),
                                     (float)(r->span[s].right - r->span[s].left), 1},
                         argb);
        }
        r->first[row] = 0;
    }
    r->spans = 1;
    r->top = r->clip.h;
    r->bottom = 0;
}
