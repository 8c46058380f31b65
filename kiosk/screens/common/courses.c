#include "screens/common/courses.h"

#include "map/directions_text.h"
#include "screens/common/opening.h"

#define LONG_NAME 28 /* letters from which a name is set smaller */

Step course_open(int course) {
    return common_follow((Target){TARGET_COURSE, course});
}

/* ---- words ----------------------------------------------------------------------------------- */

static Slice certification_word(const Page *page, int kind) {
    static const StringId WORDS[] = {
        [CERTIFICATION_CAP] = STR_KIND_CAP,
        [CERTIFICATION_BAC_PRO] = STR_KIND_BAC_PRO,
        [CERTIFICATION_MC] = STR_KIND_MC,
        [CERTIFICATION_BTS] = STR_KIND_BTS,
        [CERTIFICATION_TITRE_PRO] = STR_KIND_TITRE_PRO,
        [CERTIFICATION_CQP] = STR_KIND_CQP,
        [CERTIFICATION_LICENCE_PRO] = STR_KIND_LICENCE_PRO,
        [CERTIFICATION_OTHER] = STR_KIND_OTHER,
    };
    return tr(page, WORDS[kind]);
}

static const Certification *certification_of(const Kiosk *k, int course) {
    int certification = k->pack->course[course].certification;
    return certification < 0 ? NULL : &k->pack->certification[certification];
}

Slice course_kind(const Page *page, const Kiosk *k, int course) {
    const Certification *certification = certification_of(k, course);
    return certification ? certification_word(page, certification->kind)
                         : tr(page, STR_KIND_COURSE);
}

Slice course_mode(const Page *page, int mode) {
    static const StringId WORDS[] = {[MODE_SCHOOL] = STR_MODE_SCHOOL,
                                     [MODE_ALTERNANCE] = STR_MODE_ALTERNANCE,
                                     [MODE_SHORT] = STR_MODE_SHORT,
                                     [MODE_MODULES] = STR_MODE_MODULES};
    return tr(page, WORDS[mode]);
}

Slice course_route(const Page *page, const Course *course) {
    static const StringId WORDS[] = {[ROUTE_DIRECT] = STR_ROUTE_DIRECT,
                                     [ROUTE_AFFELNET] = STR_ROUTE_AFFELNET,
                                     [ROUTE_PARCOURSUP] = STR_ROUTE_PARCOURSUP,
                                     [ROUTE_APPRENTICESHIP] = STR_ROUTE_APPRENTICESHIP,
                                     [ROUTE_COMPANY] = STR_ROUTE_COMPANY};
    return tr(page, WORDS[course->route]);
}

Slice course_next_start(const Page *page, const Kiosk *k, int course) {
    const Course *c = &k->pack->course[course];
    int next = course_next_session(c, k->today);
    if (k->doubtful && c->session_count)
        return tr(page, STR_CLOCK_DOUBT);
    return next < 0 ? tr(page, STR_NO_START)
                    : text_of_date(c->session[next].begins, k->settings.lang, page->arena);
}

bool course_session_told(const Kiosk *k, const CourseSession *session) {
    return k->doubtful || session_is_open(session, k->today);
}

Slice course_place(const Page *page, const Kiosk *k, int course) {
    const Course *c = &k->pack->course[course];
    if (k->plan && c->place != PLAN_NONE)
        return text_of_place(k->plan, c->place, k->settings.lang, page->arena);
    return tr_text(page, k->pack->desk[c->desk].name);
}

/* ---- signs ----------------------------------------------------------------------------------- */

static const Family *family_of(const Kiosk *k, int course) {
    const Indices *trades = &k->pack->course[course].trades;
    return trades->count ? &k->pack->family[k->pack->trade[trades->at[0]].family] : NULL;
}

Icon course_icon(const Kiosk *k, int course) {
    const Family *family = family_of(k, course);
    return family ? icon_named(family->icon) : ICON_school;
}

static Paint course_tone(const Kiosk *k, int course) {
    const Family *family = family_of(k, course);
    return family ? theme_tone(family->tone) : PAINT_SLATE;
}

static LevelShape shape_of(int kind) {
    switch (kind) {
    case CERTIFICATION_CAP:
    case CERTIFICATION_MC:
        return LEVEL_CIRCLE;
    case CERTIFICATION_BAC_PRO:
        return LEVEL_SQUARE;
    case CERTIFICATION_BTS:
    case CERTIFICATION_LICENCE_PRO:
        return LEVEL_HEXAGON;
    default:
        return LEVEL_DIAMOND;
    }
}

LevelShape level_shape(int level) {
    static const LevelShape SHAPES[] = {[3] = LEVEL_CIRCLE, LEVEL_SQUARE, LEVEL_HEXAGON};
    return level >= 3 && level <= 5 ? SHAPES[level] : LEVEL_DIAMOND;
}

Node *certification_tag(Page *page, Node *parent, const Certification *certification) {
    Node *tag = widget_line(page, parent, SPACE_12);
    widget_level(page, tag, shape_of(certification->kind), certification->level);
    widget_label(page, tag, TYPE_LABEL, PAINT_INK, certification_word(page, certification->kind));
    return tag;
}

Node *course_tag(Page *page, Node *parent, const Kiosk *k, int course) {
    const Certification *certification = certification_of(k, course);
    if (certification)
        return certification_tag(page, parent, certification);
    Node *tag = widget_line(page, parent, SPACE_12);
    widget_label(page, tag, TYPE_LABEL, PAINT_INK, tr(page, STR_KIND_COURSE));
    return tag;
}

/* ---- cards ----------------------------------------------------------------------------------- */

/* When, and the code on the door where. */
static void add_when_and_where(Page *page, Node *card, const Kiosk *k, int course) {
    Node *line = widget_line(page, card, SPACE_12);
    widget_icon(page, line, TYPE_SMALL_ICON, ICON_event, PAINT_PRIMARY)->drop_rank = 2;
    widget_label(page, line, TYPE_LABEL, PAINT_INK, course_next_start(page, k, course));
    int place = k->pack->course[course].place;
    if (!k->plan || place == PLAN_NONE || !k->plan->space[place].ref.len)
        return;
    widget_stretch(page, line);
    widget_icon(page, line, TYPE_SMALL_ICON, ICON_place, PAINT_PRIMARY)->drop_rank = 2;
    widget_label(page, line, TYPE_SMALL, PAINT_INK2, k->plan->space[place].ref);
}

static void add_name(Page *page, Node *parent, Slice name) {
    Type type = utf8_count(name) > LONG_NAME ? TYPE_UI : page->form.name;
    widget_label(page, parent, type, PAINT_INK, name);
}

static void fill_column(Page *page, Node *card, const Kiosk *k, int course) {
    Node *head = widget_line(page, card, SPACE_20);
    widget_badge(page, head, course_icon(k, course), course_tone(k, course), SPACE_64)->drop_rank =
        3;
    course_tag(page, head, k, course);
    add_name(page, card, tr_text(page, k->pack->course[course].name));
    add_when_and_where(page, card, k, course);
}

static void fill_row(Page *page, Node *card, const Kiosk *k, int course) {
    card->flow = FLOW_ROW;
    card->align = ALIGN_CENTER;
    card->gap = SPACE_20;
    card->pad_y = SPACE_8;
    widget_badge(page, card, course_icon(k, course), course_tone(k, course), SPACE_64)->drop_rank =
        3;
    Node *words = widget_share(page, card, 1, 0);
    add_name(page, words, tr_text(page, k->pack->course[course].name));
    Node *foot = widget_line(page, words, SPACE_12);
    widget_label(page, foot, TYPE_LABEL, PAINT_INK, course_next_start(page, k, course));
    Node *where = widget_share(page, foot, 1, 0);
    where->drop_rank = 1;
    widget_label(page, where, TYPE_SMALL, PAINT_INK2, course_place(page, k, course));
    course_tag(page, page->form.one_a_line && page->form.enlarged ? words : card, k, course)
        ->drop_rank = 2;
}

/* In half the width: the name has two lines, no sign stands beside it. */
static void fill_half(Page *page, Node *card, const Kiosk *k, int course) {
    card->gap = 0;
    card->pad_x = SPACE_12;
    card->pad_y = SPACE_4;
    card->justify = ALIGN_CENTER;
    widget_label(page, card, TYPE_UI, PAINT_INK, tr_text(page, k->pack->course[course].name));
    Node *foot = widget_line(page, card, SPACE_8);
    course_tag(page, foot, k, course)->drop_rank = 2;
    widget_stretch(page, foot);
    widget_label(page, foot, TYPE_SMALL, PAINT_INK2, course_next_start(page, k, course));
}

Node *course_card(Page *page, Node *parent, const Kiosk *k, CourseCard c, Action action) {
    int course = c.course;
    Node *card = widget_plate(page, parent, BUTTON_PLAIN, action);
    card->gap = SPACE_8;
    card->pad_x = SPACE_20;
    card->pad_y = SPACE_12;
    if (page->form.ample)
        fill_column(page, card, k, course);
    else if (c.half)
        fill_half(page, card, k, course);
    else
        fill_row(page, card, k, course);
    card->spoken = tr_list(
        page,
        tr_list(page, tr_text(page, k->pack->course[course].name), course_kind(page, k, course)),
        course_next_start(page, k, course));
    return card;
}

Node *course_offer(Page *page, Node *parent, const Kiosk *k, int course, Action action) {
    const Course *c = &k->pack->course[course];
    Node *card = widget_item(page, parent, BUTTON_PLAIN, ITEM_LINES, action);
    widget_badge(page, card, course_icon(k, course), course_tone(k, course), SPACE_64);
    Node *words = widget_share(page, card, 1, 0);
    Slice kind = course_kind(page, k, course), name = tr_text(page, c->name);
    widget_label(page, words, TYPE_UI, PAINT_INK, tr_beside(page, name, kind));
    Slice start = course_next_start(page, k, course), route = course_route(page, c);
    widget_label(page, words, TYPE_LABEL, PAINT_INK, tr_beside(page, start, route));
    Slice desk = tr_text(page, k->pack->desk[c->desk].name), place = course_place(page, k, course);
    bool same = slice_equal(desk, place);
    widget_quiet(page, words, TYPE_SMALL, same ? desk : tr_beside(page, desk, place));
    return card;
}

/* ---- desks ----------------------------------------------------------------------------------- */

static void fill_desk(Page *page, Node *line, const Kiosk *k, int desk) {
    if (page->form.roomy)
        widget_badge(page, line, ICON_forum, PAINT_TEAL, SPACE_64);
    Node *words = widget_share(page, line, 1, SPACE_4);
    Type type = page->form.roomy ? TYPE_H3 : TYPE_UI;
    widget_label(page, words, type, PAINT_INK, tr_text(page, k->pack->desk[desk].name));
    Slice now = opening_words(k, &k->pack->desk[desk].hours, page->arena);
    if (!now.len)
        return;
    Node *state = widget_line(page, words, SPACE_12);
    bool open = opening_of(k, &k->pack->desk[desk].hours).open;
    widget_icon(page, state, TYPE_SMALL_ICON, open ? ICON_check_circle : ICON_schedule,
                open ? PAINT_TEAL : PAINT_INK2);
    Node *said = widget_share(page, state, 1, 0);
    widget_label(page, said, TYPE_LABEL, PAINT_INK, now);
}

Node *desk_line(Page *page, Node *parent, const Kiosk *k, int desk) {
    Node *line = widget_line(page, parent, SPACE_20);
    fill_desk(page, line, k, desk);
    return line;
}

Node *desk_plate(Page *page, Node *parent, const Kiosk *k, int desk, int token) {
    Node *plate = widget_item(page, parent, BUTTON_PLAIN, ITEM_LINES, (Action){token, desk});
    fill_desk(page, plate, k, desk);
    return plate;
}

Node *desk_head(Page *page, Frame frame, const Kiosk *k, int desk, int token) {
    Node *head = widget_line(page, frame.controls, SPACE_20);
    Node *beside = widget_share(page, head, 1, 0);
    if (page->form.low)
        desk_line(page, frame.reading, k, desk);
    else
        desk_plate(page, beside, k, desk, token);
    return head;
}

/* Whole minutes from this kiosk, as the visitor goes; 0: there is no way. */
static int minutes_to(const Kiosk *k, int space) {
    if (!k->plan || !k->router || k->here == PLAN_NONE || k->plan->space[space].node == PLAN_NONE)
        return 0;
    RouteAsk ask = {k->plan->kiosk[k->here].node,
                    k->plan->space[space].node,
                    {k->settings.step_free},
                    k->today};
    Route route = route_find(k->router, ask);
    return route.found ? text_of_minutes(route.ms) : 0;
}

Node *desk_go(Page *page, Node *parent, const Kiosk *k, int desk, int token) {
    int place = k->pack->desk[desk].place;
    if (!k->plan || place == PLAN_NONE)
        return NULL;
    int minutes = minutes_to(k, place);
    Slice words = minutes ? tr_number(page, STR_GO_THERE_MINUTES, minutes) : tr(page, STR_GO_THERE);
    return widget_button(page, parent, BUTTON_PRIMARY, ICON_directions_walk, words,
                         (Action){token, place});
}
