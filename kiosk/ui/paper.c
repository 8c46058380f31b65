#include "ui/paper.h"

/* The smallest words are 28 pixels of the drawing: 11 points, as large as in a good book. */
#define PAPER_SCALE 1.65

void paper_begin(Page *page, Arena *arena, const Typeface *typeface, Settings settings,
                 TextStep step) {
    Settings own = {.lang = settings.lang,
                    .letters = settings.letters,
                    .spaced = settings.spaced,
                    .step = step,
                    .step_free = settings.step_free};
    page_begin(page, arena, typeface, own, PAPER_WIDTH, PAPER_HEIGHT);
    page->scale = PAPER_SCALE;
    page->root->fill = PAINT_SURFACE;
}
