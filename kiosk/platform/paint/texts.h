/* Lines of text as textures, made once and kept while they are used. */
#pragma once

#include "platform/paint/fonts.h"

typedef struct Texts Texts;

typedef struct TextImage {
    SDL_Texture *texture;
    int width, height, ascent;
} TextImage;

Texts *texts_open(SDL_Renderer *renderer, Fonts *fonts);
void texts_close(Texts *texts);
void texts_forget(Texts *texts); /* every texture is lost: the renderer says so */

/* NULL when the line is empty or cannot be drawn; valid until the next texts_age. */
const TextImage *texts_get(Texts *texts, Face face, int size, Slice line, uint32_t colour);

/* Is it there already? Drawing one for the first time takes as long as copying a hundred. */
bool texts_ready(Texts *texts, Face face, int size, Slice line, uint32_t colour);

/* Once a frame: what has not been used for long makes room. */
void texts_age(Texts *texts);
