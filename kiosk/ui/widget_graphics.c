/* The widgets that draw: bars, meters, pictures, codes, maps and films. */
#include "ui/widget.h"

/* Whatever is shown in parts has one: painters divide by them. */
static int parts(int total) {
    return total > 0 ? total : 1;
}

Node *widget_bars(Page *page, Node *parent, BarsSize size, Bars bars, Paint ink) {
    static const struct {
        int width, height, least;
    } SIZES[] = {
        [BARS_HIGH] = {216, 150, 36},
        [BARS_BESIDE] = {128, 60, 36},
        [BARS_SOUND] = {240, 56, 0},
        [BARS_NEAR] = {56, 40, 28},
    };
    bars.total = parts(bars.total);
    return page_add(page, parent,
                    (Node){.graphic = {GRAPHIC_BARS, .bars = bars},
                           .ink = ink,
                           .width = SIZES[size].width,
                           .height = SIZES[size].height,
                           .least = SIZES[size].least});
}

Node *widget_meter(Page *page, Node *parent, Meter meter, Paint tone, Slice spoken) {
    meter.total = parts(meter.total);
    return page_add(page, parent,
                    (Node){.role = ROLE_PROGRESS,
                           .graphic = {GRAPHIC_METER, .meter = meter},
                           .ink = tone,
                           .height = METER_HEIGHT,
                           .spoken = spoken});
}

Node *widget_rule(Page *page, Node *parent, Rule rule, Slice spoken) {
    rule.total = parts(rule.total);
    return page_add(page, parent,
                    (Node){.role = ROLE_PROGRESS,
                           .graphic = {GRAPHIC_RULE, .rule = rule},
                           .height = SPACE_44,
                           .spoken = spoken});
}

Node *widget_track(Page *page, Node *parent, Track track, Action action) {
    return page_add(page, parent,
                    (Node){.role = ROLE_BUTTON,
                           .graphic = {GRAPHIC_TRACK, .track = track},
                           .grow = 1,
                           .min_h = TARGET_MIN + SPACE_8,
                           .action = action});
}

Node *widget_disc(Page *page, Node *parent, int side, Paint paint) {
    Node *disc = widget_block(page, parent, side, side, paint);
    disc->radius = side / 2;
    return disc;
}

void widget_switch(Page *page, Node *plate, bool on) {
    Node *track = widget_line(page, plate, 0);
    track->width = SWITCH_WIDTH;
    track->height = SWITCH_HEIGHT;
    track->radius = SWITCH_HEIGHT / 2;
    track->pad_x = track->pad_y = SPACE_4;
    track->justify = on ? ALIGN_END : ALIGN_START;
    track->fill = on ? PAINT_ON_PRIMARY : PAINT_SOFT;
    track->border = on ? PAINT_ON_PRIMARY : PAINT_INK2;
    widget_disc(page, track, SWITCH_HEIGHT - 2 * SPACE_4, on ? PAINT_PRIMARY : PAINT_INK2);
}

static Node *add_image(Page *page, Node *parent, Graphic graphic, Slice alt) {
    return page_add(page, parent, (Node){.role = ROLE_IMAGE, .graphic = graphic, .spoken = alt});
}

Node *widget_picture(Page *page, Node *parent, int picture, Slice alt) {
    return add_image(page, parent, (Graphic){GRAPHIC_PICTURE, .picture = {picture, 0}}, alt);
}

Node *widget_drawing(Page *page, Node *parent, int picture, Slice alt) {
    Graphic drawing = {GRAPHIC_DRAWING, .picture = {picture, 0}};
    Node *node = add_image(page, parent, drawing, alt);
    node->fill = PAINT_FIELD;
    return node;
}

Node *widget_emblem(Page *page, Node *parent) {
    return add_image(page, parent, (Graphic){.kind = GRAPHIC_EMBLEM}, tr(page, STR_EMBLEM));
}

Node *widget_map(Page *page, Node *parent, const MapView *view, Slice spoken) {
    Node *map = add_image(page, parent, (Graphic){GRAPHIC_MAP, .map = view}, spoken);
    map->fill = PAINT_BG;
    map->border = PAINT_LINE;
    map->grow = 1;
    return map;
}

Node *widget_video(Page *page, Node *parent, Video video, Slice alt) {
    Node *node = add_image(page, parent, (Graphic){GRAPHIC_VIDEO, .video = video}, alt);
    node->fill = PAINT_BAND;
    return node;
}

Node *widget_code(Page *page, Node *parent, Slice says, int side, Slice spoken) {
    Node *code = add_image(page, parent, (Graphic){GRAPHIC_CODE, .code = says}, spoken);
    code->width = code->height = side;
    return code;
}

Node *widget_level(Page *page, Node *parent, LevelShape shape, int level) {
    int side = page->form.level;
    Node *sign = page_add(page, parent,
                          (Node){.graphic = {GRAPHIC_LEVEL, .level = shape},
                                 .ink = PAINT_PRIMARY,
                                 .width = side,
                                 .height = side,
                                 .align = ALIGN_CENTER,
                                 .justify = ALIGN_CENTER});
    widget_label(page, sign, TYPE_LABEL, PAINT_ON_PRIMARY, arena_printf(page->arena, "%d", level));
    return sign;
}

Node *widget_day(Page *page, Node *parent, const DayBar *day, Slice spoken) {
    int words = page_lines(page, TYPE_SMALL, 1);
    Node *bar = add_image(page, parent, (Graphic){GRAPHIC_DAY, .day = day}, spoken);
    bar->height = DAY_MARK + DAY_BAR + DAY_TICK + DAY_TEXT_GAP + words;
    return bar;
}

/* ---- bricks ---------------------------------------------------------------------------------- */

static const struct {
    Paint fill, ink, line, edge;
} BRICKS[] = {
    [BRICK_OPEN] = {PAINT_SURFACE, PAINT_INK, PAINT_PEN, PAINT_SHADE},
    [BRICK_OWNED] = {PAINT_PRIMARY, PAINT_ON_PRIMARY, PAINT_PRIMARY_EDGE, PAINT_PRIMARY_EDGE},
    [BRICK_WISHED] = {PAINT_ACCENT, PAINT_ON_ACCENT, PAINT_ACCENT_EDGE, PAINT_ACCENT_EDGE},
};

Node *widget_brick(Page *page, Node *parent, BrickSpec spec, Action action) {
    BrickJoint joint = {.joins = !spec.first,
                        .before = BRICKS[spec.before].fill,
                        .before_line = BRICKS[spec.before].line,
                        .gap = TARGET_GAP,
                        .cut = spec.look == BRICK_OPEN,
                        .bench = spec.bench};
    return page_add(page, parent,
                    (Node){.role = ROLE_BUTTON,
                           .fill = BRICKS[spec.look].fill,
                           .border = BRICKS[spec.look].line,
                           .edge = spec.bench ? PAINT_NONE : BRICKS[spec.look].edge,
                           .ink = BRICKS[spec.look].ink,
                           .graphic = {GRAPHIC_BRICK, .brick = joint},
                           .radius = RADIUS_CHIP,
                           .min_h = TARGET_BUTTON,
                           .min_w = TARGET_BUTTON,
                           .pad_x = SPACE_28,
                           .pad_y = BRICK_CUT + SPACE_8,
                           .selected = spec.look != BRICK_OPEN,
                           .action = action});
}

/* Its words go with the first move. */
Node *widget_back(Page *page, Node *layer, CardBack look, Slice says, Action action) {
    Node *back = add_image(page, layer, (Graphic){GRAPHIC_BACK, .back = look}, says);
    back->radius = RADIUS_CARD;
    back->action = action;
    back->pad_y = look.low ? 0 : SPACE_28;
    back->justify = look.low ? ALIGN_CENTER : ALIGN_END;
    if (!look.open)
        widget_label(page, back, TYPE_H3, PAINT_ON_SLAB, says)->align = ALIGN_CENTER;
    return back;
}

Node *widget_dashed(Page *page, Node *parent) {
    return page_add(page, parent,
                    (Node){.graphic.kind = GRAPHIC_DASHES,
                           .ink = PAINT_LINE,
                           .pad_x = SPACE_20,
                           .pad_y = SPACE_12,
                           .gap = SPACE_12});
}

Node *widget_stamp(Page *page, Node *parent, BrickLook look, Stamp stamp, Action action) {
    ButtonLook button = look == BRICK_OWNED ? BUTTON_PRIMARY : BUTTON_ACCENT;
    Node *plate = widget_button(page, parent, button, stamp.icon, (Slice){0}, action);
    Node *words = widget_column(page, plate, 0);
    widget_label(page, words, TYPE_UI, plate->ink, stamp.label);
    if (stamp.in_hand && stamp.hint.len)
        widget_label(page, words, TYPE_SMALL, plate->ink, stamp.hint)->drop_rank = 1;
    plate->role = ROLE_CHOICE;
    plate->selected = stamp.in_hand;
    plate->spoken = stamp.label;
    if (stamp.in_hand)
        plate->graphic.kind = GRAPHIC_RING;
    return plate;
}

Node *widget_aim(Page *page, Aim aim, Slice spoken) {
    Node *node = add_image(page, page->root, (Graphic){GRAPHIC_AIM, .aim = aim}, spoken);
    node->draggable = true;
    return node;
}
