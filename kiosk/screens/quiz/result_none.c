/* Where no trade is suggested: three doors instead, a gesture, the places, somebody to talk to; and
   where other interests are at home. */
#include "screens/common/way.h"
#include "screens/quiz/result_sides.h"

/* ---- a door ---------------------------------------------------------------------------------- */

typedef struct Door {
    StringId says;
    Slice more;
    Icon icon;
    Action action;
} Door;

/* A picture over the words where there are columns, beside them else. */
static Node *add_door(ResultView v, Node *row, Door door) {
    Node *card = widget_item(v.page, row, BUTTON_PLAIN, ITEM_PICTURE, door.action);
    card->radius = RADIUS_CARD;
    card->grow = 1;
    card->spoken = tr(v.page, door.says);
    if (!v.page->form.side_by_side)
        return card;
    card->flow = FLOW_COLUMN;
    card->align = ALIGN_STRETCH;
    card->gap = SPACE_12;
    card->pad_y = SPACE_12;
    return card;
}

static void size_picture(const Page *page, Node *picture) {
    common_size_picture(picture, page->form.side_by_side);
    picture->drop_rank = 3;
}

static void add_door_words(ResultView v, Node *card, Door door) {
    Node *line = widget_line(v.page, card, SPACE_20);
    line->grow = card->flow == FLOW_ROW;
    Node *words = widget_share(v.page, line, 1, SPACE_4);
    Type type = v.page->form.name_below;
    if (v.page->form.ample) /* pictures of one height */
        words->min_h = page_lines(v.page, type, 1) + page_lines(v.page, TYPE_SMALL, 2);
    widget_label(v.page, words, type, PAINT_INK, tr(v.page, door.says));
    if (door.more.len)
        widget_label(v.page, words, TYPE_SMALL, PAINT_INK2, door.more)->drop_rank = 1;
    widget_does(v.page, line, door.icon);
}

/* One of the quiz's drawings of people who help each other; NULL where it has not as many. */
static Node *add_people(ResultView v, Node *parent, int which) {
    const Pack *pack = v.k->pack;
    for (int i = 0; i < pack->item_count; i++)
        if (v.k->bank->item[i].dimension == QUIZ_HELPING && which-- == 0)
            return widget_drawing(
                v.page, parent, pack->item[i].picture,
                widget_fill(v.page, tr(v.page, STR_DRAWING), tr_text(v.page, pack->item[i].text)));
    return NULL;
}

/* ---- the three ------------------------------------------------------------------------------- */

static void add_films(ResultView v, Node *row) {
    const Pack *pack = v.k->pack;
    Door door = {STR_DOOR_GESTURE,
                 tr_number(v.page, STR_VIDEO_COUNT, pack->clip_count),
                 ICON_play_arrow,
                 {TAP_GO, SCREEN_videos}};
    Node *card = add_door(v, row, door);
    size_picture(v.page, widget_picture(v.page, card, pack->clip[0].poster,
                                        tr_text(v.page, pack->clip[0].line)));
    add_door_words(v, card, door);
}

static void add_trades(ResultView v, Node *row) {
    const Trade *trade = &v.k->pack->trade[0];
    Door door = {STR_TRADES,
                 tr_number(v.page, STR_TRADE_COUNT, v.k->pack->trade_count),
                 common_trade_icon(v.k),
                 {TAP_GO, SCREEN_families}};
    Node *card = add_door(v, row, door);
    size_picture(v.page, widget_drawing(v.page, card, trade->picture, tr_text(v.page, trade->alt)));
    add_door_words(v, card, door);
}

static void add_tour(ResultView v, Node *row) {
    Door door = {STR_DOOR_TOUR, tr(v.page, STR_DOOR_TOUR_LEAD), ICON_place, {TAP_GO, SCREEN_map}};
    Node *card = add_door(v, row, door);
    size_picture(v.page, way_overview(v.page, card, v.k));
    add_door_words(v, card, door);
}

static void add_talk(ResultView v, Node *row) {
    const Campus *campus = &v.k->pack->campus;
    Door door = {
        STR_TALK, tr_text(v.page, campus->advice_where), ICON_forum, {TAP_SIDE, SIDE_TALK}};
    Node *card = add_door(v, row, door);
    /* the first explain something to each other; upright they stand above all doors */
    Node *drawing = add_people(v, card, v.page->form.side_by_side ? 0 : 2);
    if (drawing)
        size_picture(v.page, drawing);
    add_door_words(v, card, door);
}

static void add_doors(ResultView v, Node *row) {
    if (v.k->pack->clip_count)
        add_films(v, row);
    else if (v.k->pack->trade_count)
        add_trades(v, row);
    if (v.k->plan)
        add_tour(v, row);
    add_talk(v, row);
}

/* ---- below them ------------------------------------------------------------------------------ */

static void add_button(ResultView v, Node *row, Icon icon, StringId label, Action action) {
    bool words = v.page->form.enlarged; /* need the width */
    Node *button = widget_button(v.page, row, BUTTON_PLAIN, words ? ICON_NONE : icon,
                                 tr(v.page, label), action);
    button->pad_x = SPACE_12;
    button->least = TARGET_MIN + SPACE_8;
}

static void add_ways(ResultView v) {
    int columns = v.page->form.ample ? 4 : 2;
    bool profile = v.r->kind == RESULT_NOTHING; /* else there is nothing to draw */
    Node *row = widget_grid(v.page, v.frame.controls, profile ? columns : 3, PLATE_GAP);
    add_button(v, row, ICON_replay, STR_AGAIN_SHORT, (Action){TAP_AGAIN, 0});
    if (profile)
        add_button(v, row, ICON_bar_chart, STR_RESULT_PROFILE, (Action){TAP_SIDE, SIDE_PROFILE});
    add_button(v, row, ICON_qr_code, STR_RESULT_TAKE, (Action){TAP_SIDE, SIDE_TAKE});
    add_button(v, row, ICON_close, STR_ERASE_VISIT, (Action){DO_DONE, 0});
}

static void add_part(ResultView v, Node *row, StringId heading, StringId text) {
    Node *part = widget_share(v.page, row, form_share(&v.page->form, 1), 0);
    part->drop_rank = 1;
    widget_text(v.page, part, TYPE_LABEL, tr(v.page, heading));
    widget_quiet(v.page, part, TYPE_SMALL, result_about(v, text));
}

/* What this kiosk is for, or why it is no fault; and where other interests are at home. */
static void add_parts(ResultView v) {
    Node *parent = v.page->form.free_above ? v.frame.reading : v.frame.controls;
    Node *row = widget_pair(v.page, parent, GUTTER);
    if (v.r->kind == RESULT_TOO_FEW)
        add_part(v, row, STR_TOO_FEW_WHY, STR_TOO_FEW_TEXT);
    else if (!v.page->form.tight) /* where there is room for one of the two */
        add_part(v, row, STR_NOTHING_WHAT, STR_NOTHING_WHAT_TEXT);
    add_part(v, row, STR_NOTHING_OTHERS, STR_OTHERS_TEXT);
}

/* Upright, what is above the reach line is a picture. */
static void add_sight(ResultView v) {
    Node *drawing = add_people(v, v.frame.reading, 0);
    if (!drawing)
        return;
    drawing->radius = RADIUS_CARD;
    drawing->min_h = PICTURE_ABOVE;
    drawing->least = PICTURE_SMALL_LEAST;
    drawing->drop_rank = 3;
    drawing->grow = 1;
}

void result_none(ResultView v) {
    const Form *form = &v.page->form;
    if (!form->side_by_side)
        add_sight(v);
    Node *row = widget_pair(v.page, v.frame.controls, form->side_by_side ? GUTTER : PLATE_GAP);
    row->grow = 1;
    add_doors(v, row);
    add_parts(v);
    add_ways(v);
}
