/* Getting in: by which door, how hard it is, what it costs and who helps. And then: what one can go
   on to, where it leads, what is like it. */
#include "map/directions_text.h"
#include "screens/train/course_parts.h"
#include "train/figures.h"
#include "train/offers.h"

enum { SIMILAR_SHOWN = 3 };

/* ---- getting in ------------------------------------------------------------------------------ */

static Slice pressure_words(CourseView v) {
    switch (course_pressure(v.course)) {
    case PRESSURE_NONE:
        return tr(v.page, STR_PRESSURE_NONE);
    case PRESSURE_LOW:
        return tr(v.page, STR_PRESSURE_LOW);
    case PRESSURE_HIGH:
        return tr_number(v.page, STR_PRESSURE_HIGH, pressure_wishes(v.course));
    case PRESSURE_UNKNOWN:
        break;
    }
    return LIT("");
}

static void add_route(CourseView v, Cells *cells) {
    Slice hard = pressure_words(v);
    add_told(v.page, course_cell(cells), ICON_exit_to_app, course_route(v.page, v.course),
             hard.len ? hard : tr_text(v.page, v.course->entry));
}

/* What those words are made from. */
static void add_wishes(CourseView v, Cells *cells) {
    if (course_pressure(v.course) == PRESSURE_UNKNOWN)
        return;
    const CourseFigure *wishes = course_figure(v.course, FIGURE_WISHES),
                       *places = course_figure(v.course, FIGURE_PLACES);
    add_told(v.page, course_cell(cells), ICON_bar_chart,
             tr_numbers(v.page, STR_WISHES_PLACES, (int)wishes->value, (int)places->value),
             course_source(v.page, wishes));
}

static void add_if_said(CourseView v, Cells *cells, Icon icon, StringId name, LocalText words) {
    Slice said = tr_text(v.page, words);
    if (said.len)
        add_told(v.page, course_cell(cells), icon, tr(v.page, name), said);
}

static void add_open_days(CourseView v, Cells *cells) {
    for (int i = 0; i < v.course->open_days.count; i++) {
        const CampusEvent *event = &v.k->pack->campus_event[v.course->open_days.at[i]];
        if (event_is_over(event, v.k->today))
            continue;
        Slice day = text_of_date(event->begins, v.k->settings.lang, v.page->arena);
        add_told(v.page, course_cell(cells), ICON_event, tr(v.page, STR_OPEN_DAY),
                 tr_beside(v.page, day, tr_text(v.page, event->title)));
    }
}

static void add_partner(CourseView v, Cells *cells) {
    if (v.course->partner < 0)
        return;
    const Partner *partner = &v.k->pack->partner[v.course->partner];
    add_told(v.page, course_cell(cells), ICON_handshake,
             widget_fill(v.page, tr(v.page, STR_WITH), tr_text(v.page, partner->name)),
             tr_text(v.page, partner->what));
}

static void add_inter(CourseView v, Cells *cells) {
    if (v.course->catalogue != CATALOGUE_INTER)
        return;
    add_if_said(v, cells, ICON_business, STR_WHOSE_EMPLOYEES, v.course->companies);
    if (v.course->least_group)
        add_told(v.page, course_cell(cells), ICON_groups, tr(v.page, STR_GROUP),
                 tr_number(v.page, STR_LEAST_GROUP, v.course->least_group));
    add_if_said(v, cells, ICON_create, STR_WRITE_TO, v.course->write_to);
}

void course_entry(CourseView v, Node *parent) {
    Cells cells = course_cells(v, parent, v.page->form.roomy ? 2 : 1);
    add_route(v, &cells);
    add_wishes(v, &cells);
    add_inter(v, &cells);
    add_if_said(v, &cells, ICON_savings, STR_HELP_WITH_MONEY, v.course->help);
    add_if_said(v, &cells, ICON_hub, STR_SECONDE, v.course->seconde);
    add_open_days(v, &cells);
    add_partner(v, &cells);
}

/* ---- and then -------------------------------------------------------------------------------- */

static void add_course_button(CourseView v, Cells *cells, int course) {
    const Course *other = &v.k->pack->course[course];
    Slice words = tr_beside(v.page, course_kind(v.page, v.k, course), tr_text(v.page, other->name));
    add_way_on(v.page, course_cell(cells), course_icon(v.k, course), words,
               (Action){TAP_COURSE, course});
}

static void add_next(CourseView v, Node *parent) {
    if (!v.course->next.count)
        return;
    course_heading(v, parent, tr(v.page, STR_GO_ON_WITH));
    Cells cells = course_cells(v, parent, v.page->form.wide_columns);
    for (int i = 0; i < v.course->next.count; i++)
        add_course_button(v, &cells, v.course->next.at[i]);
}

/* Others of the same family, those that begin next first. */
static int similar_to(CourseView v, int similar[SIMILAR_SHOWN]) {
    OfferFilter filter = {CATALOGUE_CAMPUS, OFFER_ANY, OFFER_ANY,
                          course_family(v.k->pack, v.s->course), 0};
    int *list, count = offers_list(v.k->pack, filter, v.k->today, v.page->arena, &list), shown = 0;
    for (int i = 0; i < count && shown < SIMILAR_SHOWN; i++)
        if (list[i] != v.s->course)
            similar[shown++] = list[i];
    return shown;
}

static void add_similar(CourseView v, Node *parent) {
    int similar[SIMILAR_SHOWN], count = similar_to(v, similar);
    if (!count)
        return;
    course_heading(v, parent, tr(v.page, STR_SIMILAR));
    Cells cells = course_cells(v, parent, v.page->form.wide_columns);
    for (int i = 0; i < count; i++)
        add_course_button(v, &cells, similar[i]);
}

static void add_trades(CourseView v, Node *parent) {
    if (!v.course->trades.count)
        return;
    course_heading(v, parent, tr(v.page, STR_LEADS_TO_TRADES));
    Cells cells = course_cells(v, parent, v.page->form.even_columns);
    for (int i = 0; i < v.course->trades.count; i++) {
        int trade = v.course->trades.at[i];
        add_way_on(v.page, course_cell(&cells), common_trade_icon(v.k),
                   tr_text(v.page, v.k->pack->trade[trade].short_name), (Action){TAP_TRADE, trade});
    }
}

bool course_has_links(CourseView v) {
    int similar[SIMILAR_SHOWN];
    return v.course->next.count || v.course->trades.count || similar_to(v, similar);
}

void course_links(CourseView v, Node *parent) {
    add_next(v, parent);
    add_trades(v, parent);
    add_similar(v, parent);
}

bool course_tells_after(CourseView v) {
    bool before = course_has_pay(v) || course_has_shares(v);
    return before || tr_text(v.page, v.course->after).len;
}

void course_after(CourseView v, Node *parent, bool told) {
    Slice after = tr_text(v.page, v.course->after);
    if (after.len)
        add_told(v.page, parent, ICON_trending_up, tr(v.page, STR_AND_THEN), after);
    if (told)
        course_those_before(v, parent);
    course_pay(v, parent);
}
