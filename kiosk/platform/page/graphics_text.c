/* The lines of a node, and what is being said of them. */
#include "platform/page/graphics_parts.h"

/* ---- what is being said ---------------------------------------------------------------------- */

/* Which part of a line lies between two bytes of the text of its node. */
static Slice part_of(const Node *node, const TextLine *line, int from, int to) {
    int at = (int)(line->text.at - node->text.at), end = at + line->text.len;
    from = from > at ? from : at;
    to = to < end ? to : end;
    return from < to ? slice_cut(node->text, from, to) : (Slice){0};
}

/* Four bars: other words may stand so near that a plate would cover them. */
static void draw_bars_around(Brush *brush, const Page *page, Box box) {
    int width = page_px(page, FOCUS_WIDTH);
    Box ring = box_grow(box, page_px(page, FOCUS_GAP) + width);
    uint32_t argb = graphics_colour(page, PAINT_FOCUS);
    graphics_fill(brush, argb, ring.x, ring.y, ring.w, width);
    graphics_fill(brush, argb, ring.x, ring.y + ring.h - width, ring.w, width);
    graphics_fill(brush, argb, ring.x, ring.y, width, ring.h);
    graphics_fill(brush, argb, ring.x + ring.w - width, ring.y, width, ring.h);
}

void graphics_sentence(Brush *brush, const Page *page, const Node *node, Box box) {
    int leading = node->line_px, first = -1, last = -1;
    for (int i = 0; i < node->block.line_count && node->mark.to > node->mark.from; i++)
        if (part_of(node, &node->block.line[i], node->mark.from, node->mark.to).len) {
            first = first < 0 ? i : first;
            last = i;
        }
    if (first < 0) {
        graphics_focus(brush, page, node, box);
        return;
    }
    box.y += page_px(page, node->pad_y) + first * leading;
    box.h = (last - first + 1) * leading;
    draw_bars_around(brush, page, box);
}

/* ---- text ------------------------------------------------------------------------------------ */

static int line_x(const Node *node, Box box, int width) {
    if (node->align == ALIGN_CENTER)
        return box.x + (box.w - width) / 2;
    bool right = (node->align == ALIGN_END) != node->turned;
    return right ? box.x + box.w - width : box.x;
}

/* An icon that points along the page is turned with it. */
static TextLook look_of(const Page *page, const Node *node) {
    bool icon = node->icon != ICON_NONE;
    bool leftward = icon ? node->turned && icon_turns(node->icon) : langs_leftward(node->lang);
    return (TextLook){page_face(page, node->type), node->font_px, leftward};
}

/* The word that is heard, once more on amber: over the line, so that its ink is right everywhere.
 */
static void draw_word(Brush *brush, const Page *page, const Node *node, const TextLine *line,
                      Box at) {
    Slice word = part_of(node, line, node->mark.word_from, node->mark.word_to);
    TextLook look = look_of(page, node);
    uint32_t ink = graphics_colour(page, PAINT_ON_ACCENT);
    const TextImage *image = word.len ? texts_get(brush->texts, look, word, ink) : NULL;
    if (!image)
        return;
    Slice before = {line->text.at, (int)(word.at - line->text.at)};
    int passed = text_width(page->typeface, look.face, look.size, before);
    int x = look.leftward ? at.x + at.w - passed - image->width : at.x + passed;
    int pad = page_px(page, SPACE_4);
    plates_draw(brush->plates, (Box){x - pad, at.y, image->width + 2 * pad, at.h},
                (PlateStyle){.radius = page_px(page, SPACE_8),
                             .fill = graphics_colour(page, PAINT_ACCENT)});
    texts_draw(brush->texts, image, x, texts_top(image, at.y, at.h), ink);
}

void graphics_lines(Brush *brush, const Page *page, const Node *node, Box box) {
    TextLook look = look_of(page, node);
    int leading = node->line_px;
    int y = box.y + page_px(page, node->pad_y);
    uint32_t argb = graphics_colour(page, node->ink);
    for (int i = 0; i < node->block.line_count; i++, y += leading) {
        const TextLine *line = &node->block.line[i];
        const TextImage *image = texts_get(brush->texts, look, line->text, argb);
        if (!image)
            continue;
        int x = line_x(node, box, image->width);
        texts_draw(brush->texts, image, x, texts_top(image, y, leading), argb);
        if (node->mark.word_to > node->mark.word_from)
            draw_word(brush, page, node, line, (Box){x, y, image->width, leading});
    }
}
