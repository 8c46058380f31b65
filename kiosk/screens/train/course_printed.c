/* A course on paper: when it begins, how one gets in, where one signs up. */
#include "map/directions_text.h"
#include "screens/common/opening.h"
#include "screens/common/printed.h"
#include "screens/train/course_parts.h"

/* The desk, its room and its floor, and when somebody is there. */
static void add_desk(CourseView v, Node *body) {
    const HelpDesk *desk = &v.k->pack->desk[v.course->desk];
    Page *page = v.page;
    Node *lines = widget_column(page, body, 0);
    widget_text(page, lines, TYPE_LABEL, tr(page, STR_PRINT_DESK));
    widget_text(page, lines, TYPE_BODY, tr_text(page, desk->name));
    if (v.k->plan && desk->place != PLAN_NONE)
        widget_text(
            page, lines, TYPE_BODY,
            tr_beside(page, text_of_place(v.k->plan, desk->place, v.k->settings.lang, page->arena),
                      text_of_where(v.k->plan, desk->place, v.k->settings.lang)));
    Slice hours = opening_sentence(page, desk->opening);
    if (hours.len)
        widget_text(page, lines, TYPE_SMALL, hours);
}

void course_printed(CourseView v, Slice code, bool example) {
    Page *page = v.page;
    const Course *c = v.course;
    Node *body =
        printed_begin(page, v.k, course_kind(page, v.k, v.s->course), tr_text(page, c->name));
    Slice line = tr_text(page, c->line);
    if (line.len)
        widget_text(page, body, TYPE_BODY, line)->drop_rank = 2;
    widget_text(
        page, body, TYPE_H3,
        widget_fill(page, tr(page, STR_CODE_STARTS), course_next_start(page, v.k, v.s->course)));
    printed_line(page, body, STR_TO_ENTER,
                 tr_beside(page, tr_text(page, c->entry), course_route(page, c)));
    printed_line(page, body, STR_DURATION, course_duration(v));
    printed_line(page, body, STR_WHO_PAYS, tr_text(page, c->price));
    printed_line(page, body, STR_WRITE_TO, tr_text(page, c->write_to));
    add_desk(v, body);
    printed_end(page, body, code, example);
}
