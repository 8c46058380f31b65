/* The blocks of a certification as bricks. One lies open: what it teaches and how it is assessed,
   which trades use it, which courses teach it, and where. */
#include "map/directions_text.h"
#include "screens/train/train_parts.h"
#include "train/offers.h"

enum { TAP_BLOCK = 1, TAP_WALL, TAP_PAGE, TAP_COURSE, TAP_TRADE, TAP_PLACE };

#define LONG_NAME 40 /* letters from which the title is set smaller */

typedef struct BlockState {
    int block, wall, page;
} BlockState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(BlockState *)state = (BlockState){.block = arg};
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    BlockState *s = state;
    switch (action.token) {
    case TAP_BLOCK:
        s->block = action.arg;
        s->page = 0;
        break;
    case TAP_WALL:
        s->wall = action.arg;
        break;
    case TAP_PAGE:
        s->page = action.arg;
        break;
    case TAP_COURSE:
        return course_open(action.arg);
    case TAP_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_PLACE:
        return common_follow((Target){TARGET_PLACE, action.arg});
    default:
        break;
    }
    return (Step){0};
}

/* ---- the open block -------------------------------------------------------------------------- */

static void add_reading(const BlockState *s, const Kiosk *k, Page *page, Node *body) {
    const SkillBlock *block = &k->pack->skill_block[s->block];
    Slice evidence = tr_text(page, block->evidence);
    widget_heading(page, body, TYPE_H3, tr_text(page, block->name));
    add_told(page, body, ICON_fact_check, tr(page, STR_HOW_ASSESSED),
             evidence.len ? evidence : tr(page, STR_NOT_SAID));
    if (block->alone)
        add_told(page, body, ICON_verified, tr(page, STR_BY_ITSELF), tr(page, STR_BY_ITSELF_TEXT));
}

static void add_heading(Page *page, Node *body, StringId words) {
    widget_heading(page, body, TYPE_UI, tr(page, words))->keep = true;
}

/* No course has it now: where somebody knows. */
static void add_not_taught(const Kiosk *k, Page *page, Node *body) {
    int place = common_place_of_advice(k);
    add_told(page, body, ICON_school, tr(page, STR_TAUGHT_IN), tr(page, STR_NOT_TAUGHT_HERE));
    if (place != PLAN_NONE)
        add_way_on(page, body, ICON_place, tr(page, STR_GO_THERE), (Action){TAP_PLACE, place});
}

static void add_courses(const BlockState *s, const Kiosk *k, Page *page, Node *body) {
    bool any = false;
    for (int c = 0; c < k->pack->course_count; c++) {
        if (!course_teaches(k->pack, c, s->block) || course_is_past(&k->pack->course[c], k->today))
            continue;
        if (!any)
            add_heading(page, body, STR_TAUGHT_IN);
        any = true;
        add_way_on(
            page, body, course_icon(k, c),
            tr_beside(page, tr_text(page, k->pack->course[c].name), course_next_start(page, k, c)),
            (Action){TAP_COURSE, c});
    }
    if (!any)
        add_not_taught(k, page, body);
}

static void add_trades(const BlockState *s, const Kiosk *k, Page *page, Node *body) {
    int certification = k->pack->skill_block[s->block].certification;
    const Indices *trades = &k->pack->certification[certification].trades;
    if (!trades->count)
        return;
    add_heading(page, body, STR_USED_BY);
    for (int i = 0; i < trades->count; i++)
        add_way_on(page, body, common_trade_icon(k),
                   tr_text(page, k->pack->trade[trades->at[i]].short_name),
                   (Action){TAP_TRADE, trades->at[i]});
}

/* The rooms of the modules that are a part of it and of the courses that teach it, each once. */
static bool is_room(const BlockState *s, const Kiosk *k, int space) {
    for (int m = 0; m < k->pack->module_count; m++) {
        const Module *module = &k->pack->module[m];
        for (int i = 0; module->block == s->block && i < module->rooms.count; i++)
            if (module->rooms.at[i] == space)
                return true;
    }
    for (int c = 0; c < k->pack->course_count; c++)
        if (k->pack->course[c].place == space && course_teaches(k->pack, c, s->block))
            return true;
    return false;
}

static void add_rooms(const BlockState *s, const Kiosk *k, Page *page, Node *body) {
    bool any = false;
    for (int space = 0; k->plan && space < k->plan->space_count; space++) {
        if (!k->plan->space[space].place || !is_room(s, k, space))
            continue;
        if (!any)
            add_heading(page, body, STR_IN_ROOM);
        any = true;
        add_way_on(page, body, ICON_place,
                   text_of_place(k->plan, space, k->settings.lang, page->arena),
                   (Action){TAP_PLACE, space});
    }
}

/* ---- the page -------------------------------------------------------------------------------- */

static Node *add_wall(const BlockState *s, const Kiosk *k, Page *page, Node *hand) {
    const SkillBlock *open = &k->pack->skill_block[s->block];
    const Certification *certification = &k->pack->certification[open->certification];
    int columns = brick_columns(page, certification->block_count);
    int rows = page->form.roomy && !page->form.side_by_side ? 2 : 1;
    CardGrid cards = {columns, TARGET_GAP, ROW_AS_IT_IS, rows};
    Node *grid = widget_cards(page, hand, cards, s->wall);
    grid->grow = 0;
    BrickLook before = BRICK_OPEN;
    for (int i = 0; i < certification->block_count; i++) {
        int block = certification->first_block + i;
        BrickLook look = block == s->block ? BRICK_OWNED : BRICK_OPEN;
        Node *brick =
            add_block_brick(page, grid, &k->pack->skill_block[block],
                            (BrickSpec){.look = look, .before = before, .first = i % columns == 0},
                            (Action){TAP_BLOCK, block});
        brick->role = ROLE_CHOICE;
        before = look;
    }
    return grid;
}

static void add_title(Page *page, Node *show, const Certification *certification) {
    Slice name = tr_text(page, certification->name);
    bool small = page->form.enlarged || utf8_count(name) > LONG_NAME;
    certification_tag(page, show, certification);
    widget_heading(page, show, small ? TYPE_H2 : TYPE_H1, name);
    if (!certification->rncp.len || langs_simple(page->settings.lang))
        return;
    Slice number = widget_fill(page, tr(page, STR_REGISTERED), certification->rncp);
    widget_quiet(page, show, TYPE_SMALL, number)->drop_rank = 1;
}

static void add_ways_on(const BlockState *s, const Kiosk *k, Page *page, Node *body) {
    add_courses(s, k, page, body);
    add_trades(s, k, page, body);
    add_rooms(s, k, page, body);
}

/* With room enough what is read stands beside what leads on, or above the reach line. */
static Node *add_body(const BlockState *s, const Kiosk *k, Page *page, Frame frame) {
    Node *parent = frame.controls;
    if (page->form.ample) {
        Node *row = widget_halves(page, frame.controls, SPACE_44);
        add_reading(s, k, page, widget_share(page, row, 1, SPACE_12));
        parent = widget_share(page, row, 1, 0);
    } else if (page->form.roomy) {
        Node *sheet = widget_panel(page, frame.reading);
        sheet->grow = 1;
        add_reading(s, k, page, sheet);
    }
    Node *body = widget_pages(page, parent, TARGET_GAP, s->page);
    if (!page->form.roomy)
        add_reading(s, k, page, body);
    add_ways_on(s, k, page, body);
    return body;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const BlockState *s = state;
    const SkillBlock *block = &k->pack->skill_block[s->block];
    const Certification *certification = &k->pack->certification[block->certification];
    Frame frame = common_frame_of(page, k, tr(page, STR_COURSES),
                                  block->illustrative || certification->illustrative);
    add_title(page, frame.reading, certification);
    Node *wall = add_wall(s, k, page, frame.controls);
    Node *body = add_body(s, k, page, frame);
    Node *foot = widget_row(page, frame.controls, PLATE_GAP);
    widget_pager(page, foot, wall, TAP_WALL);
    widget_stretch(page, foot);
    widget_pager(page, foot, body, TAP_PAGE);
}

const Screen screen_certification = {
    .name = "certification",
    .state_size = sizeof(BlockState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
