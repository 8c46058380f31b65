/* How a node looks, as one number: equal ones paint equal pixels. */
#include "platform/page/graphics_parts.h"

#include "platform/page/day_bar.h"

static uint64_t mix(uint64_t look, uint64_t value) {
    return (look ^ value) * 0x9E3779B97F4A7C15u ^ (look >> 29);
}

static uint64_t mix_all(uint64_t look, const int *part, int count) {
    for (int i = 0; i < count; i++)
        look = mix(look, (uint64_t)(uint32_t)part[i]);
    return look;
}

/* What a graphic is drawn from, as far as it is seen. */
static uint64_t mix_graphic(uint64_t look, const Graphic *g) {
    switch (g->kind) {
    case GRAPHIC_BARS:
        return mix_all(look, (int[]){g->bars.lit, g->bars.total}, 2);
    case GRAPHIC_RULE:
        return mix_all(look, (int[]){g->rule.at, g->rule.total, g->rule.firm, g->rule.out}, 4);
    case GRAPHIC_METER:
        return mix_all(look, (int[]){g->meter.value, g->meter.total, g->meter.doubt}, 3);
    case GRAPHIC_TRACK:
        return mix_all(look, (int[]){g->track.at, g->track.total}, 2);
    case GRAPHIC_PICTURE:
    case GRAPHIC_DRAWING:
    case GRAPHIC_EMBLEM:
        return mix_all(look, (int[]){g->picture.index, g->picture.fade}, 2);
    case GRAPHIC_VIDEO:
        return mix_all(look, (int[]){g->video.poster, g->video.fit.focus_x, g->video.fit.focus_y},
                       3);
    case GRAPHIC_CODE:
        return slice_hash(g->code, look);
    case GRAPHIC_MAP:
        return mix(look, view_look(g->map));
    case GRAPHIC_DAY:
        return day_bar_look(look, g->day);
    case GRAPHIC_AIM:
        return mix_all(look, (int[]){g->aim.x, g->aim.y}, 2);
    case GRAPHIC_BACK:
        return mix_all(look, (int[]){g->back.open, g->back.low}, 2);
    case GRAPHIC_LEVEL:
        return mix(look, (uint64_t)g->level);
    case GRAPHIC_BRICK:
        return mix_all(look, (int[]){g->brick.joins, (int)g->brick.before, g->brick.cut}, 3);
    default:
        return look;
    }
}

uint64_t graphics_look(Brush *brush, const Page *page, const Node *node) {
    const int parts[] = {node->box.x,
                         node->box.y,
                         node->box.w,
                         node->box.h,
                         (int)node->fill,
                         (int)node->border,
                         (int)node->ink,
                         (int)node->edge,
                         node->radius,
                         (int)node->type,
                         (int)node->align,
                         (int)node->graphic.kind,
                         node->pressed,
                         node->parent_pressed,
                         node->focused,
                         node->mark.on,
                         node->mark.from,
                         node->mark.to,
                         node->mark.word_from,
                         node->mark.word_to,
                         (int)page->settings.theme,
                         (int)page->settings.step,
                         (int)page->settings.letters,
                         node->font_px,
                         (int)node->lang,
                         node->turned};
    uint64_t look = 1;
    look = mix_all(look, parts, (int)(sizeof parts / sizeof *parts));
    for (int i = 0; i < node->block.line_count; i++)
        look = slice_hash(node->block.line[i].text, look);
    if (graphics_is_picture(node))
        look = mix(look, graphics_picture(brush, page, node) != NULL);
    return mix_graphic(look, &node->graphic);
}
