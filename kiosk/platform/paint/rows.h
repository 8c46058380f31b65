/* Hard shapes on a surface in memory, as few boxes as they can be: what is filled box by box is
   filled as fast as memory goes. A shape is made of convex pieces that may touch and overlap; a
   pixel belongs to it when its middle does. */
#pragma once

#include "platform/paint/ground.h"

/* Pixels from left to right (not included) of one row; rows hold them in order. */
typedef struct RowSpan {
    int left, right, next;
} RowSpan;

typedef struct Rows {
    const Ground *ground;
    SDL_Rect clip;  /* nothing outside is made */
    SDL_FRect *box; /* of one colour, not yet drawn */
    int boxes, box_room;
    uint32_t colour;
    RowSpan *span; /* of the shape in hand; the first is none */
    int spans, span_room;
    int *first;                  /* span of each row of the clip; 0: none */
    int first_room, top, bottom; /* rows that have any */
} Rows;

void rows_begin(Rows *rows, const Ground *ground, SDL_Rect clip);
void rows_piece(Rows *rows, const SDL_FPoint *corner,
                int count);                              /* convex; joins the shape in hand */
void rows_end_shape(Rows *rows, uint32_t argb);          /* its colour, 0xAARRGGBB */
void rows_box(Rows *rows, SDL_FRect box, uint32_t argb); /* whole pixels, a shape of its own */
void rows_draw(Rows *rows);                              /* whatever was not drawn yet */
void rows_free(Rows *rows);
