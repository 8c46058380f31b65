/* One course: in short, how one gets in, what comes after it, and the desk where one signs up. With
   usual words its blocks and dates stand on its first page; larger ones have a tab for each. */
#include "screens/common/printed.h"
#include "screens/train/course_parts.h"

#define LONG_NAME 36 /* letters from which the title is set smaller */

enum { SESSIONS_ON_SHEET = 2, SESSIONS_IN_LINES = 4, SESSIONS_TOLD = 12 };

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(CourseState *)state = (CourseState){.course = arg};
}

static Step act(void *state, const Kiosk *k, Action action) {
    CourseState *s = state;
    switch (action.token) {
    case TAP_PAGE:
        s->page = action.arg;
        break;
    case TAP_TAB:
        s->tab = action.arg;
        s->page = 0;
        break;
    case TAP_TAKE:
        train_take(&s->taking, &s->page);
        break;
    case TAP_BLOCK:
        return (Step){.go = SCREEN_certification, .arg = action.arg};
    case TAP_COURSE:
        return course_open(action.arg);
    case TAP_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_GO:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_PRINT:
        return print_step();
    case TAP_DESK:
        return common_open(k, (Target){TARGET_DESK, action.arg});
    default:
        break;
    }
    return (Step){0};
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    CourseState *s = state;
    return train_leave(&s->taking, &s->page);
}

/* ---- parts ----------------------------------------------------------------------------------- */

Cells course_cells(CourseView v, Node *parent, int columns) {
    return (Cells){v.page, parent, parent, columns, 0};
}

Node *course_cell(Cells *cells) {
    if (cells->columns > 1 && cells->count++ % cells->columns == 0)
        cells->row = widget_grid(cells->page, cells->parent, cells->columns, TARGET_GAP);
    return cells->row;
}

Node *course_sheet(CourseView v, Node *parent) {
    if (!v.page->form.roomy)
        return parent;
    Node *sheet = widget_panel(v.page, parent);
    sheet->pad_x = SPACE_20;
    sheet->pad_y = SPACE_12;
    sheet->gap = SPACE_8;
    sheet->grow = parent->flow == FLOW_ROW;
    return sheet;
}

void course_heading(CourseView v, Node *parent, Slice words) {
    widget_heading(v.page, parent, TYPE_UI, words)->keep = true;
}

/* ---- tabs ------------------------------------------------------------------------------------ */

static const TabName TABS[COURSE_TABS] = {
    [TAB_BRIEF] = {STR_COURSE_BRIEF, ICON_article},
    [TAB_BLOCKS] = {STR_COURSE_BLOCKS, ICON_extension},
    [TAB_ENTRY] = {STR_COURSE_ENTRY, ICON_exit_to_app},
    [TAB_AFTER] = {STR_COURSE_AFTER, ICON_trending_up},
    [TAB_LINKS] = {STR_COURSE_LINKS, ICON_arrow_forward},
};

/* Upright what is only read may stand above the reach line, what is touched may not. */
static bool parts_links(CourseView v) {
    return !v.page->form.roomy && !v.page->form.side_by_side;
}

static bool has_tab(CourseView v, int tab) {
    switch (tab) {
    case TAB_BLOCKS:
        return !v.page->form.roomy && course_has_bricks(v);
    case TAB_AFTER:
        return course_tells_after(v) || (!parts_links(v) && course_has_links(v));
    case TAB_LINKS:
        return parts_links(v) && course_has_links(v);
    default:
        return true;
    }
}

/* The words may have been enlarged, or not any more, since it was chosen. */
static int tab_of(CourseView v) {
    return has_tab(v, v.s->tab) ? v.s->tab : TAB_BRIEF;
}

static void add_tabs(CourseView v, Node *parent) {
    bool square = v.page->form.side_by_side && !v.page->form.ample;
    Node *row = square ? widget_grid(v.page, parent, 2, TARGET_GAP)
                       : widget_row(v.page, parent, TARGET_GAP);
    for (int tab = 0; tab < COURSE_TABS; tab++)
        if (has_tab(v, tab))
            widget_tab(v.page, row, TABS[tab], false, tab == tab_of(v), (Action){TAP_TAB, tab})
                ->grow = 1;
}

/* ---- what a tab tells ------------------------------------------------------------------------ */

static void add_starts(CourseView v, Node *parent) {
    Node *sheet = course_sheet(v, parent);
    int most = v.page->form.roomy ? SESSIONS_ON_SHEET : SESSIONS_IN_LINES,
        more = course_sessions(v, sheet, most);
    Slice later =
        more == 1 ? tr(v.page, STR_ONE_MORE_START) : tr_number(v.page, STR_MORE_STARTS, more);
    if (more)
        widget_quiet(v.page, sheet, TYPE_SMALL, later)->drop_rank = 1;
}

/* Large words on a low screen: the title stands alone. */
static void add_line(CourseView v, Node *body) {
    Slice line = tr_text(v.page, v.course->line);
    if (line.len)
        widget_text(v.page, body, TYPE_SMALL, line);
}

/* Upright, with usual words, facts, dates and figures stand above. */
static bool stands_above(CourseView v) {
    return v.page->form.roomy && !v.page->form.ample;
}

/* What lasts some days is chosen by its date: that comes before the bricks, on the first page. */
static void tell_brief(CourseView v, Node *body) {
    bool by_date = v.course->mode == MODE_SHORT;
    if (v.page->form.shallow)
        add_line(v, body);
    if (!stands_above(v))
        course_facts(v, body);
    if (by_date && !stands_above(v))
        add_starts(v, body);
    if (v.page->form.roomy)
        course_bricks(v, body);
    if (!by_date && !stands_above(v))
        add_starts(v, body);
}

/* All of the dates, where the first page had no room for them. */
static void tell_entry(CourseView v, Node *body) {
    course_entry(v, body);
    int most = v.page->form.roomy ? SESSIONS_ON_SHEET : SESSIONS_IN_LINES, open = 0;
    for (int i = 0; i < v.course->session_count; i++)
        open += course_session_told(v.k, &v.course->session[i]);
    if (open > most)
        course_sessions(v, body, SESSIONS_TOLD);
}

static void tell_after(CourseView v, Node *body) {
    course_after(v, body, !stands_above(v));
    if (!parts_links(v))
        course_links(v, body);
}

static Node *add_body(CourseView v, Node *parent) {
    static void (*const TELL[COURSE_TABS])(CourseView, Node *) = {[TAB_BRIEF] = tell_brief,
                                                                  [TAB_BLOCKS] = course_bricks,
                                                                  [TAB_ENTRY] = tell_entry,
                                                                  [TAB_AFTER] = tell_after,
                                                                  [TAB_LINKS] = course_links};
    Node *body = widget_pages(v.page, parent, TARGET_GAP, v.s->page);
    TELL[tab_of(v)](v, body);
    return body;
}

/* ---- the desk -------------------------------------------------------------------------------- */

static Slice code_says(CourseView v) {
    CodeText text = {.len = 0};
    Page *page = v.page;
    code_text_put(&text, tr_text(page, v.k->pack->campus.name));
    code_text_put(
        &text, tr_beside(page, course_kind(page, v.k, v.s->course), tr_text(page, v.course->name)));
    code_text_put(&text, widget_fill(page, tr(page, STR_CODE_STARTS),
                                     course_next_start(page, v.k, v.s->course)));
    code_text_put(&text, tr_text(page, v.course->entry));
    code_text_put(&text, course_route(page, v.course));
    Slice write_to = tr_text(page, v.course->write_to);
    if (write_to.len)
        code_text_put(&text, widget_fill(page, tr(page, STR_CODE_WRITE_TO), write_to));
    put_desk(&text, page, v.k, v.course->desk);
    if (v.course->illustrative)
        code_text_put(&text, tr(page, STR_EXAMPLE_CONFIRM));
    return code_text_of(&text, page->arena);
}

/* A sign alone where it shares a row with the way there. */
static void add_take(CourseView v, Node *parent) {
    bool words = !v.page->form.side_by_side;
    Node *take =
        widget_button(v.page, parent, BUTTON_PLAIN, ICON_qr_code,
                      words ? tr(v.page, STR_TAKE_HOME) : (Slice){0}, (Action){TAP_TAKE, 0});
    take->spoken = tr(v.page, STR_TAKE_HOME);
}

/* Beside the page: the desk, the way there, the code itself. */
static void add_desk_panel(CourseView v, Node *parent) {
    Node *panel = widget_panel(v.page, parent);
    panel->grow = 1;
    panel->gap = TARGET_GAP;
    panel->pad_y = SPACE_28; /* the plate within reach */
    desk_plate(v.page, panel, v.k, v.course->desk, TAP_DESK);
    desk_go(v.page, panel, v.k, v.course->desk, TAP_GO);
    widget_stretch(v.page, panel);
    Node *middle = widget_column(v.page, panel, SPACE_4);
    middle->align = ALIGN_CENTER;
    Node *code =
        widget_code(v.page, middle, code_says(v), CODE_PANEL, tr(v.page, STR_CODE_TO_TAKE));
    code->least = print_button(v.page, panel, v.k, TAP_PRINT) ? CODE_SMALL : CODE_LEAST;
}

/* ---- the page -------------------------------------------------------------------------------- */

static void add_tag(CourseView v, Node *show) {
    Node *line = widget_line(v.page, show, SPACE_20);
    course_tag(v.page, line, v.k, v.s->course);
    Node *rest = widget_share(v.page, line, 1, 0);
    rest->drop_rank = 1;
    Slice mode = course_mode(v.page, v.course->mode),
          place = course_place(v.page, v.k, v.s->course);
    bool said = slice_equal(mode, course_kind(v.page, v.k, v.s->course)); /* by the tag */
    widget_quiet(v.page, rest, TYPE_SMALL, said ? place : tr_beside(v.page, mode, place));
}

static void add_title(CourseView v, Node *show) {
    Slice name = tr_text(v.page, v.course->name), line = tr_text(v.page, v.course->line);
    bool small = v.page->form.enlarged || utf8_count(name) > LONG_NAME;
    add_tag(v, show);
    widget_heading(v.page, show, small ? TYPE_H2 : TYPE_H1, name);
    if (line.len && !v.page->form.shallow)
        widget_quiet(v.page, show, v.page->form.lead, line)->drop_rank = 1;
}

static bool has_example(CourseView v) {
    const Course *c = v.course;
    bool example = c->illustrative || v.k->pack->desk[c->desk].illustrative;
    for (int i = 0; i < c->session_count; i++)
        example |= c->session[i].illustrative;
    for (int i = 0; i < c->figure_count; i++)
        example |= c->figure[i].illustrative;
    return example;
}

/* What is only read may stand above the reach line, so both sides begin below the header. */
static void view_ample(CourseView v, Frame frame) {
    frame.reading->min_h = 0;
    frame.controls->pad_y = SPACE_8;
    Node *row = widget_halves(v.page, frame.controls, SPACE_28);
    Node *left = widget_share(v.page, row, 13, SPACE_8);
    add_title(v, widget_column(v.page, left, SPACE_4));
    Node *below = widget_share(v.page, left, 1, TARGET_GAP);
    Node *body = add_body(v, below);
    widget_pager_line(v.page, below, ALIGN_END, body, TAP_PAGE);
    Node *right = widget_share(v.page, row, 6, TARGET_GAP);
    add_desk_panel(v, right);
    add_tabs(v, right);
}

/* Where there is little height the desk is read beside the title. */
static void view_wide(CourseView v, Frame frame) {
    bool above = v.page->form.low || v.page->form.largest;
    add_title(v, frame.reading);
    if (above)
        desk_line(v.page, frame.reading, v.k, v.course->desk);
    Node *row = widget_halves(v.page, frame.controls, SPACE_28);
    Node *body = add_body(v, widget_share(v.page, row, 13, TARGET_GAP));
    Node *right = widget_share(v.page, row, 6, TARGET_GAP);
    if (!above)
        desk_plate(v.page, right, v.k, v.course->desk, TAP_DESK);
    Node *keys = widget_row(v.page, right, TARGET_GAP);
    Node *go = desk_go(v.page, keys, v.k, v.course->desk, TAP_GO);
    if (go)
        go->grow = 1;
    add_take(v, keys);
    add_tabs(v, right);
    widget_pager_line(v.page, right, ALIGN_END, body, TAP_PAGE);
}

static bool is_only_read(CourseView v) {
    int tab = tab_of(v);
    return !v.page->form.roomy && tab != TAB_BLOCKS && tab != TAB_LINKS;
}

/* What is only read of a tab stands above the reach line, and goes on below it. */
static Node *add_body_tall(CourseView v, Frame frame) {
    if (stands_above(v)) {
        Node *above = widget_share(v.page, frame.reading, 1, PLATE_GAP);
        course_facts(v, above);
        add_starts(v, above);
        course_those_before(v, above);
    }
    if (!is_only_read(v))
        return add_body(v, frame.controls);
    frame.reading->grow = 1;
    frame.controls->grow = 0;
    return add_body(v, frame.reading);
}

static void view_tall(CourseView v, Frame frame) {
    add_title(v, frame.reading);
    Node *body = add_body_tall(v, frame);
    Node *head = desk_head(v.page, frame, v.k, v.course->desk, TAP_DESK);
    widget_pager(v.page, head, body, TAP_PAGE);
    Node *row = widget_grid(v.page, frame.controls, 2, PLATE_GAP);
    desk_go(v.page, row, v.k, v.course->desk, TAP_GO);
    add_take(v, row);
    add_tabs(v, frame.controls);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const CourseState *s = state;
    CourseView v = {s, k, &k->pack->course[s->course], page};
    Slice crumb =
        arena_printf(page->arena, SLICE_FMT " › " SLICE_FMT, SLICE_ARG(tr(page, STR_COURSES)),
                     SLICE_ARG(course_kind(page, k, s->course)));
    Frame frame =
        common_frame_of(page, k, page->form.side_by_side ? crumb : (Slice){0}, has_example(v));
    if (s->taking) {
        add_title(v, frame.reading);
        Node *column = add_code_page(page, frame, code_says(v), s->page, TAP_PAGE);
        print_button(page, column, k, TAP_PRINT);
    } else if (page->form.ample) {
        view_ample(v, frame);
    } else if (page->form.side_by_side) {
        view_wide(v, frame);
    } else {
        view_tall(v, frame);
    }
}

static void sheet(const void *state, const Kiosk *k, Page *page) {
    const CourseState *s = state;
    CourseView v = {s, k, &k->pack->course[s->course], page};
    course_printed(v, code_says(v), has_example(v));
}

const Screen screen_course = {
    .name = "course",
    .state_size = sizeof(CourseState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
    .sheet = sheet,
};
