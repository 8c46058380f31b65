/* One course: what it is and how one gets in, its blocks as a row of bricks, when it begins, who
   pays, what became of those before, what comes after it, and the desk where one signs up. */
#include "map/directions_text.h"
#include "screens/train/train_parts.h"
#include "train/figures.h"
#include "train/offers.h"

enum { TAP_BLOCK = 1, TAP_PAGE, TAP_COURSE, TAP_TRADE, TAP_PLACE, TAP_GO, TAP_TAKE, TAP_DESK };

#define LONG_NAME 36 /* letters from which the title is set smaller */
#define SESSIONS_ON_SHEET 2
#define SESSIONS_SHOWN 12
#define SIMILAR_SHOWN 3

typedef struct CourseState {
    int course, page;
    bool taking; /* the code is shown by itself */
} CourseState;

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
    case TAP_TAKE:
        s->taking = action.arg;
        s->page = 0;
        break;
    case TAP_BLOCK:
        return (Step){.go = SCREEN_certification, .arg = action.arg};
    case TAP_COURSE:
        return course_open(action.arg);
    case TAP_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_PLACE:
    case TAP_GO:
        return common_follow((Target){TARGET_PLACE, action.arg});
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
    bool taken = s->taking;
    s->taking = false;
    s->page = taken ? 0 : s->page;
    return taken;
}

/* What several parts of the page are made from. */
typedef struct CourseView {
    const CourseState *s;
    const Kiosk *k;
    const Course *course;
    Page *page;
} CourseView;

/* With room enough a part lies on a sheet of its own; else its lines go on to the next page. */
static Node *add_sheet(CourseView v, Node *parent) {
    if (!v.page->form.roomy)
        return parent;
    Node *sheet = widget_panel(v.page, parent);
    sheet->pad_x = SPACE_20;
    sheet->pad_y = SPACE_12;
    sheet->gap = SPACE_8;
    sheet->grow = parent->flow == FLOW_ROW;
    return sheet;
}

static void add_heading(CourseView v, Node *parent, Slice words) {
    widget_heading(v.page, parent, TYPE_UI, words)->keep = true;
}

/* ---- facts ----------------------------------------------------------------------------------- */

static Slice duration_words(CourseView v) {
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

static void add_facts(CourseView v, Node *parent) {
    Node *row = v.page->form.roomy ? widget_row(v.page, parent, PLATE_GAP) : parent;
    add_fact(v, row, STR_TO_ENTER, tr_text(v.page, v.course->entry));
    add_fact(v, row, STR_DURATION, duration_words(v));
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

static void add_bricks_heading(CourseView v, Node *parent, const int *block, int count) {
    bool alone = true;
    for (int i = 0; i < count; i++)
        alone &= v.k->pack->skill_block[block[i]].alone;
    Node *head = widget_line(v.page, parent, SPACE_20);
    head->keep = true;
    StringId words = alone ? STR_BLOCKS_ALONE : STR_BLOCKS_COUNT;
    Slice said = count == 1 ? tr(v.page, STR_ONE_BLOCK) : tr_number(v.page, words, count);
    widget_heading(v.page, head, TYPE_UI, said)->grow = 1;
    if (v.page->form.roomy)
        widget_quiet(v.page, head, TYPE_SMALL, tr(v.page, STR_TOUCH_BLOCK));
}

enum { BLOCKS_MAX = 24 };

static void add_bricks(CourseView v, Node *parent) {
    int block[BLOCKS_MAX], count = blocks_of(v, block, BLOCKS_MAX);
    if (!count)
        return;
    add_bricks_heading(v, parent, block, count);
    int columns = brick_columns(v.page, count);
    for (int i = 0; i < count; i += columns) {
        Node *row = widget_grid(v.page, parent, columns, TARGET_GAP);
        for (int at = i; at < i + columns && at < count; at++)
            add_block_brick(v.page, row, &v.k->pack->skill_block[block[at]],
                            (BrickSpec){.first = at == i}, (Action){TAP_BLOCK, block[at]});
    }
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
        if (parts[i].len)
            all = arena_printf(page->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all),
                               all.len ? " · " : "", SLICE_ARG(parts[i]));
    return all;
}

/* On a sheet few of them have room. */
static void add_sessions(CourseView v, Node *parent) {
    Node *sheet = add_sheet(v, parent);
    add_heading(v, sheet, tr(v.page, STR_NEXT_STARTS));
    int shown = 0, most = v.page->form.roomy ? SESSIONS_ON_SHEET : SESSIONS_SHOWN, more = 0;
    for (int i = 0; i < v.course->session_count; i++) {
        const CourseSession *session = &v.course->session[i];
        if (!session_is_open(session, v.k->today))
            continue;
        if (shown == most) {
            more++;
            continue;
        }
        shown++;
        add_told(v.page, sheet, ICON_event,
                 text_of_date(session->begins, v.k->settings.lang, v.page->arena),
                 session_words(v, session));
    }
    if (more)
        widget_quiet(v.page, sheet, TYPE_SMALL, tr_number(v.page, STR_MORE_STARTS, more))
            ->drop_rank = 1;
    if (!shown)
        add_told(v.page, sheet, ICON_event, tr(v.page, STR_NO_START), tr(v.page, STR_ASK_DESK));
}

/* ---- those before ---------------------------------------------------------------------------- */

static Slice scope_words(const Page *page, int scope) {
    static const StringId WORDS[] = {[SCOPE_SCHOOL] = STR_SCOPE_SCHOOL,
                                     [SCOPE_REGION] = STR_SCOPE_REGION,
                                     [SCOPE_COUNTRY] = STR_SCOPE_COUNTRY};
    return tr(page, WORDS[scope]);
}

/* "Ici · 48 personnes sorties en 2022-2023 · InserJeunes, 2025" */
static Slice source_words(const Page *page, const CourseFigure *figure) {
    Slice who = scope_words(page, figure->scope);
    if (figure->people)
        who = arena_printf(page->arena, SLICE_FMT " · " SLICE_FMT, SLICE_ARG(who),
                           SLICE_ARG(tr_number(page, STR_PEOPLE, figure->people)));
    if (figure->cohort.len)
        who = arena_printf(page->arena, SLICE_FMT " · " SLICE_FMT, SLICE_ARG(who),
                           SLICE_ARG(widget_fill(page, tr(page, STR_COHORT), figure->cohort)));
    return arena_printf(page->arena, SLICE_FMT " · " SLICE_FMT ", %d", SLICE_ARG(who),
                        SLICE_ARG(figure->source), figure->year);
}

static void add_share(CourseView v, Node *row, const CourseFigure *figure, StringId words) {
    int value = (int)(figure->value + .5);
    Node *column = row->flow == FLOW_ROW ? widget_share(v.page, row, 1, SPACE_4)
                                         : widget_column(v.page, row, SPACE_4);
    widget_label(v.page, column, TYPE_H2, PAINT_INK, tr_number(v.page, STR_PERCENT, value));
    widget_meter(v.page, column, (Meter){value, 100, 0}, PAINT_PRIMARY, (Slice){0});
    widget_text(v.page, column, TYPE_SMALL, tr(v.page, words));
}

/* Beside the first of them only what is about the same people. */
static void add_shares(CourseView v, Node *sheet, int most) {
    static const struct {
        FigureKind what;
        StringId words;
    } SHARES[] = {{FIGURE_IN_WORK, STR_IN_WORK},
                  {FIGURE_STUDYING, STR_STUDYING},
                  {FIGURE_OTHER_WAYS, STR_OTHER_WAYS}};
    const CourseFigure *first = NULL;
    Node *row = v.page->form.roomy ? widget_row(v.page, sheet, SPACE_28) : sheet;
    for (int i = 0; i < most; i++) {
        const CourseFigure *figure = course_figure(v.course, SHARES[i].what);
        if (!figure || (first && !figures_agree(first, figure)))
            continue;
        first = first ? first : figure;
        add_share(v, row, figure, SHARES[i].words);
    }
    if (first)
        widget_quiet(v.page, sheet, TYPE_SMALL, source_words(v.page, first));
}

/* "1 480": thousands apart, as the language sets them. */
static Slice euros(const Page *page, double value) {
    int whole = (int)(value + .5);
    Slice figure = whole < 1000 ? arena_printf(page->arena, "%d", whole)
                                : arena_printf(page->arena, "%d" SLICE_FMT "%03d", whole / 1000,
                                               SLICE_ARG(tr(page, STR_THOUSANDS)), whole % 1000);
    return widget_fill(page, tr(page, STR_EUROS), figure);
}

static void add_pay(CourseView v, Node *sheet) {
    const CourseFigure *pay = course_figure(v.course, FIGURE_PAY);
    if (!pay)
        return;
    Page *page = v.page;
    const CourseFigure *low = course_figure(v.course, FIGURE_PAY_LOW),
                       *high = course_figure(v.course, FIGURE_PAY_HIGH),
                       *others = course_figure(v.course, FIGURE_PAY_OF_LEVEL);
    widget_text(page, sheet, TYPE_LABEL,
                widget_fill(page, tr(page, STR_PAY), euros(page, pay->value)));
    if (low && high && figures_agree(low, pay) && figures_agree(high, pay))
        widget_text(page, sheet, TYPE_SMALL,
                    widget_fill(page,
                                widget_fill(page, tr(page, STR_PAY_HALF), euros(page, low->value)),
                                euros(page, high->value)));
    if (others)
        widget_text(page, sheet, TYPE_SMALL,
                    widget_fill(page, tr(page, STR_PAY_OF_LEVEL), euros(page, others->value)));
    widget_quiet(page, sheet, TYPE_SMALL, source_words(page, pay));
}

static bool has_shares(const Course *course) {
    return course_figure(course, FIGURE_IN_WORK) || course_figure(course, FIGURE_STUDYING) ||
           course_figure(course, FIGURE_OTHER_WAYS);
}

static void add_those_before(CourseView v, Node *parent) {
    if (!has_shares(v.course))
        return;
    Node *sheet = add_sheet(v, parent);
    add_heading(v, sheet, tr(v.page, STR_THOSE_BEFORE));
    add_shares(v, sheet, 3);
}

static void add_pay_sheet(CourseView v, Node *parent) {
    if (!course_figure(v.course, FIGURE_PAY))
        return;
    Node *sheet = add_sheet(v, parent);
    add_pay(v, sheet);
}

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

static void add_entry(CourseView v, Node *parent) {
    Slice hard = pressure_words(v);
    add_told(v.page, parent, ICON_exit_to_app, course_route(v.page, v.course),
             hard.len ? hard : tr_text(v.page, v.course->entry));
}

/* What those words are made from. */
static void add_wishes(CourseView v, Node *parent) {
    if (course_pressure(v.course) == PRESSURE_UNKNOWN)
        return;
    const CourseFigure *wishes = course_figure(v.course, FIGURE_WISHES),
                       *places = course_figure(v.course, FIGURE_PLACES);
    add_told(v.page, parent, ICON_bar_chart,
             tr_numbers(v.page, STR_WISHES_PLACES, (int)wishes->value, (int)places->value),
             source_words(v.page, wishes));
}

/* ---- and then -------------------------------------------------------------------------------- */

static void add_if_said(CourseView v, Node *parent, Icon icon, StringId name, LocalText words) {
    Slice said = tr_text(v.page, words);
    if (said.len)
        add_told(v.page, parent, icon, tr(v.page, name), said);
}

static void add_open_days(CourseView v, Node *parent) {
    for (int i = 0; i < v.course->open_days.count; i++) {
        const CampusEvent *event = &v.k->pack->campus_event[v.course->open_days.at[i]];
        if (event_is_over(event, v.k->today))
            continue;
        Slice day = text_of_date(event->begins, v.k->settings.lang, v.page->arena);
        add_told(v.page, parent, ICON_event, tr(v.page, STR_OPEN_DAY),
                 arena_printf(v.page->arena, SLICE_FMT " · " SLICE_FMT, SLICE_ARG(day),
                              SLICE_ARG(tr_text(v.page, event->title))));
    }
}

static void add_partner(CourseView v, Node *parent) {
    if (v.course->partner < 0)
        return;
    const Partner *partner = &v.k->pack->partner[v.course->partner];
    add_told(v.page, parent, ICON_handshake,
             widget_fill(v.page, tr(v.page, STR_WITH), tr_text(v.page, partner->name)),
             tr_text(v.page, partner->what));
}

static void add_course_button(CourseView v, Node *parent, int course) {
    const Course *other = &v.k->pack->course[course];
    Slice words = arena_printf(v.page->arena, SLICE_FMT " · " SLICE_FMT,
                               SLICE_ARG(course_kind(v.page, v.k, course)),
                               SLICE_ARG(tr_text(v.page, other->name)));
    add_way_on(v.page, parent, course_icon(v.k, course), words, (Action){TAP_COURSE, course});
}

static void add_next(CourseView v, Node *parent) {
    add_if_said(v, parent, ICON_trending_up, STR_AND_THEN, v.course->after);
    if (!v.course->next.count)
        return;
    add_heading(v, parent, tr(v.page, STR_GO_ON_WITH));
    for (int i = 0; i < v.course->next.count; i++)
        add_course_button(v, parent, v.course->next.at[i]);
}

/* Others of the same family, those that begin next first. */
static void add_similar(CourseView v, Node *parent) {
    OfferFilter filter = {CATALOGUE_CAMPUS, OFFER_ANY, OFFER_ANY,
                          course_family(v.k->pack, v.s->course), 0};
    int *list, count = offers_list(v.k->pack, filter, v.k->today, v.page->arena, &list), shown = 0;
    for (int i = 0; i < count && shown < SIMILAR_SHOWN; i++) {
        if (list[i] == v.s->course)
            continue;
        if (!shown++)
            add_heading(v, parent, tr(v.page, STR_SIMILAR));
        add_course_button(v, parent, list[i]);
    }
}

static void add_trades(CourseView v, Node *parent) {
    if (!v.course->trades.count)
        return;
    add_heading(v, parent, tr(v.page, STR_LEADS_TO_TRADES));
    for (int i = 0; i < v.course->trades.count; i++) {
        int trade = v.course->trades.at[i];
        add_way_on(v.page, parent, ICON_engineering,
                   tr_text(v.page, v.k->pack->trade[trade].short_name), (Action){TAP_TRADE, trade});
    }
}

static void add_inter(CourseView v, Node *parent) {
    if (v.course->catalogue != CATALOGUE_INTER)
        return;
    add_if_said(v, parent, ICON_business, STR_WHOSE_EMPLOYEES, v.course->companies);
    if (v.course->least_group)
        add_told(v.page, parent, ICON_groups, tr(v.page, STR_GROUP),
                 tr_number(v.page, STR_LEAST_GROUP, v.course->least_group));
    add_if_said(v, parent, ICON_create, STR_WRITE_TO, v.course->write_to);
}

/* ---- the desk -------------------------------------------------------------------------------- */

static Slice code_says(CourseView v) {
    CodeText text = {.len = 0};
    Page *page = v.page;
    code_text_put(&text, tr_text(page, v.k->pack->campus.name));
    code_text_put(&text, arena_printf(page->arena, SLICE_FMT " · " SLICE_FMT,
                                      SLICE_ARG(course_kind(page, v.k, v.s->course)),
                                      SLICE_ARG(tr_text(page, v.course->name))));
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

static void add_take(CourseView v, Node *parent) {
    widget_button(v.page, parent, BUTTON_PLAIN, ICON_qr_code, tr(v.page, STR_TAKE_HOME),
                  (Action){TAP_TAKE, true});
}

/* Beside the page: the desk, the way there, the code itself. */
static void add_desk_panel(CourseView v, Node *parent) {
    Node *panel = widget_panel(v.page, parent);
    panel->grow = 1;
    panel->gap = TARGET_GAP;
    desk_plate(v.page, panel, v.k, v.course->desk, TAP_DESK);
    desk_go(v.page, panel, v.k, v.course->desk, TAP_GO);
    widget_stretch(v.page, panel);
    Node *middle = widget_column(v.page, panel, SPACE_8);
    middle->align = ALIGN_CENTER;
    widget_code(v.page, middle, code_says(v), CODE_PANEL, tr(v.page, STR_CODE_TO_TAKE))->least =
        CODE_LEAST;
}

/* Below it: the desk beside what turns the page, and two buttons. */
static void add_desk_foot(CourseView v, Frame frame, Node *body) {
    widget_pager(v.page, desk_head(v.page, frame, v.k, v.course->desk, TAP_DESK), body, TAP_PAGE);
    Node *row = widget_grid(v.page, frame.controls, 2, PLATE_GAP);
    desk_go(v.page, row, v.k, v.course->desk, TAP_GO);
    add_take(v, row);
}

/* ---- the page -------------------------------------------------------------------------------- */

/* Two sheets side by side where the page is wide. */
static void add_sheets(CourseView v, Node *parent) {
    Node *pair = v.page->form.ample ? widget_row(v.page, parent, PLATE_GAP) : parent;
    add_sessions(v, pair);
    add_those_before(v, pair);
}

/* Large words on a low screen: the title stands alone. */
static void add_line(CourseView v, Node *body) {
    Slice line = tr_text(v.page, v.course->line);
    if (line.len)
        widget_text(v.page, body, TYPE_SMALL, line);
}

/* Upright what is only read stands above the reach line: the facts, or those and the sheets. */
static Node *add_body(CourseView v, Node *parent, bool facts, bool above) {
    Node *body = widget_pages(v.page, parent, TARGET_GAP, v.s->page);
    if (v.page->form.shallow)
        add_line(v, body);
    if (!facts)
        add_facts(v, body);
    add_entry(v, body);
    add_bricks(v, body);
    if (!above)
        add_sheets(v, body);
    add_pay_sheet(v, body);
    add_wishes(v, body);
    add_inter(v, body);
    add_if_said(v, body, ICON_savings, STR_HELP_WITH_MONEY, v.course->help);
    add_if_said(v, body, ICON_hub, STR_SECONDE, v.course->seconde);
    add_open_days(v, body);
    add_partner(v, body);
    add_next(v, body);
    add_trades(v, body);
    add_similar(v, body);
    return body;
}

/* The next start beside what turns the page: it stands on every one of them. */
static void add_foot(CourseView v, Node *parent, Node *body) {
    Node *foot = widget_line(v.page, parent, SPACE_20);
    Node *next = widget_share(v.page, foot, 1, 0);
    if (v.page->form.ample && course_next_session(v.course, v.k->today) >= 0)
        add_told(v.page, next, ICON_event, tr(v.page, STR_NEXT_START),
                 course_next_start(v.page, v.k, v.s->course));
    widget_pager(v.page, foot, body, TAP_PAGE);
}

static void add_tag(CourseView v, Node *show) {
    Node *line = widget_line(v.page, show, SPACE_20);
    course_tag(v.page, line, v.k, v.s->course);
    Node *rest = widget_share(v.page, line, 1, 0);
    rest->drop_rank = 1;
    widget_quiet(v.page, rest, TYPE_SMALL,
                 arena_printf(v.page->arena, SLICE_FMT " · " SLICE_FMT,
                              SLICE_ARG(course_mode(v.page, v.course->mode)),
                              SLICE_ARG(course_place(v.page, v.k, v.s->course))));
}

static void add_name(CourseView v, Node *parent) {
    Slice name = tr_text(v.page, v.course->name), line = tr_text(v.page, v.course->line);
    bool small = v.page->form.enlarged || utf8_count(name) > LONG_NAME;
    widget_heading(v.page, parent, small ? TYPE_H2 : TYPE_H1, name);
    if (line.len && !v.page->form.shallow)
        widget_quiet(v.page, parent, v.page->form.lead, line)->drop_rank = 1;
}

static void add_title(CourseView v, Node *show) {
    add_tag(v, show);
    add_name(v, show);
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

static void view_wide(CourseView v, Frame frame) {
    Page *page = v.page;
    Node *row = widget_halves(page, frame.controls, SPACE_28);
    Node *left = widget_share(page, row, 13, TARGET_GAP);
    add_tag(v, frame.reading);
    add_name(v, page->form.ample ? widget_column(page, left, SPACE_8) : frame.reading);
    Node *body = add_body(v, left, false, false);
    Node *right = widget_share(page, row, 6, TARGET_GAP);
    if (page->form.ample) {
        add_desk_panel(v, right);
    } else {
        if (page->form.low)
            desk_line(page, frame.reading, v.k, v.course->desk);
        else
            desk_plate(page, right, v.k, v.course->desk, TAP_DESK);
        desk_go(page, right, v.k, v.course->desk, TAP_GO);
        add_take(v, right);
    }
    add_foot(v, page->form.ample ? left : right, body);
}

static void view_tall(CourseView v, Frame frame) {
    bool above = v.page->form.roomy, facts = above || v.page->form.low;
    if (facts)
        add_facts(v, frame.reading);
    if (above) {
        add_sheets(v, widget_share(v.page, frame.reading, 1, PLATE_GAP));
    }
    Node *body = add_body(v, frame.controls, facts, above);
    add_desk_foot(v, frame, body);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const CourseState *s = state;
    CourseView v = {s, k, &k->pack->course[s->course], page};
    Slice crumb =
        arena_printf(page->arena, SLICE_FMT " › " SLICE_FMT, SLICE_ARG(tr(page, STR_COURSES)),
                     SLICE_ARG(course_kind(page, k, s->course)));
    Frame frame =
        common_frame_of(page, k, page->form.side_by_side ? crumb : (Slice){0}, has_example(v));
    if (s->taking || !page->form.side_by_side)
        add_title(v, frame.reading);
    if (s->taking) {
        add_code_page(page, frame, code_says(v), s->page, TAP_PAGE);
    } else if (page->form.side_by_side) {
        view_wide(v, frame);
    } else {
        view_tall(v, frame);
    }
}

const Screen screen_course = {
    .name = "course",
    .state_size = sizeof(CourseState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
