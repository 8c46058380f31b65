#include "tools/media/drawing.h"

#include "tools/media/drawing_parts.h"
#include "tools/media/svg_style.h"

#include <math.h>

#define EM 16 /* when nobody says how large letters are */

/* The viewBox or, where there is none, what width and height say without percentages. */
static void read_view(Drawing *d) {
    const char *box = svg_attribute(d->root, "viewBox");
    double number[4] = {0};
    SvgMeasure nothing = {0, 0, EM};
    Slice rest = slice_from(box);
    for (int i = 0; box && i < 4 && svg_take_number(&rest, &number[i]); i++)
        svg_skip_blanks(&rest);
    if (!box) {
        svg_length(slice_from(svg_attribute(d->root, "width")), &nothing, SVG_ACROSS, &number[2]);
        svg_length(slice_from(svg_attribute(d->root, "height")), &nothing, SVG_DOWN, &number[3]);
    }
    d->view = (SvgBox){number[0], number[1], number[0] + number[2], number[1] + number[3]};
    d->measure = (SvgMeasure){number[2], number[3], EM};
}

bool drawing_tell(Report *report, Arena *arena, Slice file, Slice bytes, Slice *told) {
    Drawing d = {.source = {report, arena, file}};
    SvgState state = {.matrix = {1, 0, 0, 0, 1, 0}};
    int before = report->faults;
    d.root = svg_read(&d.source, bytes);
    *told = bytes;
    if (!d.root)
        return false;
    bool plain = svg_is_plain(d.root) && svg_attribute(d.root, "viewBox");
    svg_apply_styles(&d.source, d.root);
    read_view(&d);
    drawing_walk(&d, d.root, &state);
    if (report->faults == before && !d.shapes)
        DRAWING_FAULT(&d, d.root->line, "rien n’est visible dans ce dessin ; montrer ses calques");
    if (report->faults == before && !plain)
        *told = drawing_write(&d);
    return report->faults == before;
}
