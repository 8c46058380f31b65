/* A course in short: what it asks, its blocks as a row of bricks, when it begins. */
#include "map/directions_text.h"
#include "screens/train/course_parts.h"
#include "train/offers.h"

enum { BLOCKS_MAX = 24, LEAST_HOURS = 70 };

/* ---- facts ----------------------------------------------------------------------------------- */

Slice course_duration(CourseView v) {
    Slice said = tr_text(v.page, v.course->duration);
    if (said.len)
        return said;
    return v.course->hours ? tr_number(v.page, STR_HOURS_OF, v.course->hours) : LIT("");
}

static void add_fact(CourseView v, Node *row, StringId name, Slice words) {
    if (!words.len)
        return;
    Node *box = widget_panel(v.page, row);
    box->grow = row->flow == FLOW_ROW;
    box->gap = 0;
    box->pad_x = SPACE_20;
    box->pad_y = SPACE_8;
    widget_quiet(v.page, box, TYPE_SMALL, tr(v.page, name));
    widget_text(v.page, box, TYPE_LABEL, words);
}

void course_facts(CourseView v, Node *parent) {
    bool beside = v.page->form.roomy || (v.page->form.side_by_side && !v.page->form.largest);
    Node *row = beside ? widget_row(v.page, parent, PLATE_GAP) : parent;
    add_fact(v, row, STR_TO_ENTER, tr_text(v.page, v.course->entry));
    add_fact(v, row, STR_DURATION, course_duration(v));
    add_fact(v, row, STR_WHO_PAYS, tr_text(v.page, v.course->price));
}

/* ---- bricks ---------------------------------------------------------------------------------- */

/* The blocks that it teaches: those it names, else all of its certification. */
static int blocks_of(CourseView v, int *block, int most) {
    int count = 0;
    for (int b = 0; b < v.k->pack->skill_block_count && count < most; b++)
        if (course_teaches(v.k->pack, v.s->course, b))
            block[count++] = b;
    return count;
}

/* Two days give no block of 210 hours, they only touch it; nor one of which the register says no
   hours, so that it counts as the smallest that is taught. */
static bool gives_whole(CourseView v, const int *block, int count) {
    int hours = 0;
    for (int i = 0; i < count; i++) {
        int said = v.k->pack->skill_block[block[i]].hours;
        hours += said ? said : LEAST_HOURS;
    }
    return !v.course->hours || v.course->hours >= hours;
}

static Slice bricks_words(CourseView v, const int *block, int count) {
    bool alone = true;
    for (int i = 0; i < count; i++)
        alone &= v.k->pack->skill_block[block[i]].alone;
    if (!gives_whole(v, block, count))
        return tr_number(v.page, STR_BLOCKS_TOUCHED, count);
    StringId words = alone ? STR_BLOCKS_ALONE : STR_BLOCKS_COUNT;
    return count == 1 ? tr(v.page, STR_ONE_BLOCK) : tr_number(v.page, words, count);
}

static void add_bricks_heading(CourseView v, Node *parent, const int *block, int count) {
    Node *head = widget_line(v.page, parent, SPACE_20);
    head->keep = true;
    widget_heading(v.page, head, TYPE_UI, bricks_words(v, block, count))->grow = 1;
    if (v.page->form.roomy)
        widget_quiet(v.page, head, TYPE_SMALL, tr(v.page, STR_TOUCH_BLOCK));
}

void course_bricks(CourseView v, Node *parent) {
    int block[BLOCKS_MAX], count = blocks_of(v, block, BLOCKS_MAX);
    if (!count)
        return;
    add_bricks_heading(v, parent, block, count);
    int columns = brick_columns(v.page, count);
    bool whole = gives_whole(v, block, count);
    for (int i = 0; i < count; i += columns) {
        Node *row = widget_grid(v.page, parent, columns, TARGET_GAP);
        for (int at = i; at < i + columns && at < count; at++)
            add_block_brick(v.page, row, &v.k->pack->skill_block[block[at]],
                            (BrickSpec){.first = at == i, .touched = !whole},
                            (Action){TAP_BLOCK, block[at]});
    }
}

bool course_has_bricks(CourseView v) {
    int block[1];
    return blocks_of(v, block, 1) > 0;
}

/* ---- sessions -------------------------------------------------------------------------------- */

static Slice session_words(CourseView v, const CourseSession *session) {
    Page *page = v.page;
    Slice parts[3] = {session->seats ? tr_number(page, STR_SESSION_SEATS, session->seats) : LIT(""),
                      LIT(""), tr_text(page, session->note)};
    if (session->open_until)
        parts[1] = widget_fill(page, tr(page, STR_SIGN_UP_UNTIL),
                               text_of_date(session->open_until, v.k->settings.lang, page->arena));
    Slice all = LIT("");
    for (int i = 0; i < 3; i++)
        all = tr_beside(page, all, parts[i]);
    return all;
}

int course_sessions(CourseView v, Node *parent, int most) {
    int shown = 0, more = 0;
    Cells cells = course_cells(v, parent, v.page->form.ample ? 2 : 1);
    course_heading(v, parent, tr(v.page, v.k->doubtful ? STR_CLOCK_DOUBT : STR_NEXT_STARTS));
    for (int i = 0; i < v.course->session_count; i++) {
        const CourseSession *session = &v.course->session[i];
        if (!course_session_told(v.k, session))
            continue;
        if (shown == most) {
            more++;
            continue;
        }
        shown++;
        add_told(v.page, course_cell(&cells), ICON_event,
                 text_of_date(session->begins, v.k->settings.lang, v.page->arena),
                 session_words(v, session));
    }
    if (!shown)
        add_told(v.page, parent, ICON_event, tr(v.page, STR_NO_START), tr(v.page, STR_ASK_DESK));
    return more;
}
