/* Lines of text as pictures, made once and kept while they are used: on a surface only how much of
   each pixel is covered, which is good for any colour; on a GPU a texture. */
#pragma once

#include "platform/paint/fonts.h"
#include "platform/paint/ground.h"

typedef struct Texts Texts;

typedef struct TextImage {
    int width, height;
    int above, line;      /* so much of it stands above a line of its face, which is so high */
    uint8_t *cover;       /* a byte a pixel; NULL with a texture */
    SDL_Texture *texture; /* in its colour */
} TextImage;

Texts *texts_open(const Ground *ground, Fonts *fonts);
void texts_close(Texts *texts);
void texts_forget(Texts *texts); /* every texture is lost: the renderer says so */

/* NULL when the line is empty or cannot be drawn; valid until the next texts_age. */
const TextImage *texts_get(Texts *texts, TextLook look, Slice line, uint32_t colour);

/* Its upper edge where a line of that height begins at y: lines of all faces have their baselines
   alike. */
int texts_top(const TextImage *image, int y, int leading);

/* In the colour it was asked for; x and y are its upper left corner. */
void texts_draw(const Texts *texts, const TextImage *image, int x, int y, uint32_t colour);

/* Is it there already? Drawing one for the first time takes as long as copying a hundred. */
bool texts_ready(Texts *texts, TextLook look, Slice line, uint32_t colour);

/* Once a frame: what has not been used for long makes room. */
void texts_age(Texts *texts);
