/* What became of those before: work, studies, pay, each with where the figure comes from. */
#include "screens/train/course_parts.h"
#include "train/figures.h"

static Slice scope_words(const Page *page, int scope) {
    static const StringId WORDS[] = {[SCOPE_SCHOOL] = STR_SCOPE_SCHOOL,
                                     [SCOPE_REGION] = STR_SCOPE_REGION,
                                     [SCOPE_COUNTRY] = STR_SCOPE_COUNTRY};
    return tr(page, WORDS[scope]);
}

/* "Ici · 48 personnes sorties en 2022-2023 · InserJeunes, 2025" */
Slice course_source(const Page *page, const CourseFigure *figure) {
    Slice who = scope_words(page, figure->scope);
    if (figure->people)
        who = tr_beside(page, who, tr_number(page, STR_PEOPLE, figure->people));
    if (figure->cohort.len)
        who = tr_beside(page, who, widget_fill(page, tr(page, STR_COHORT), figure->cohort));
    Slice year = arena_printf(page->arena, "%d", figure->year);
    return tr_beside(page, who, tr_list(page, figure->source, year));
}

/* The figure above its bar; enlarged, beside what it is about. */
static void add_share(CourseView v, Node *row, const CourseFigure *figure, StringId words) {
    int value = (int)(figure->value + .5);
    bool beside = row->flow == FLOW_ROW;
    Node *column =
        beside ? widget_share(v.page, row, 1, SPACE_4) : widget_column(v.page, row, SPACE_4);
    Node *line = beside ? column : widget_line(v.page, column, SPACE_12);
    widget_label(v.page, line, beside ? TYPE_H2 : TYPE_UI, PAINT_INK,
                 tr_number(v.page, STR_PERCENT, value));
    if (!beside)
        widget_text(v.page, widget_share(v.page, line, 1, 0), TYPE_SMALL, tr(v.page, words));
    widget_meter(v.page, column, (Meter){value, 100, 0}, PAINT_PRIMARY, (Slice){0});
    if (beside)
        widget_text(v.page, column, TYPE_SMALL, tr(v.page, words));
}

/* Beside the first of them only what is about the same people. */
static void add_shares(CourseView v, Node *sheet) {
    static const struct {
        FigureKind what;
        StringId words;
    } SHARES[] = {{FIGURE_IN_WORK, STR_IN_WORK},
                  {FIGURE_STUDYING, STR_STUDYING},
                  {FIGURE_OTHER_WAYS, STR_OTHER_WAYS}};
    const CourseFigure *first = NULL;
    Node *row = v.page->form.roomy ? widget_row(v.page, sheet, SPACE_28) : sheet;
    for (int i = 0; i < 3; i++) {
        const CourseFigure *figure = course_figure(v.course, SHARES[i].what);
        if (!figure || (first && !figures_agree(first, figure)))
            continue;
        first = first ? first : figure;
        add_share(v, row, figure, SHARES[i].words);
    }
    if (first)
        widget_quiet(v.page, sheet, TYPE_SMALL, course_source(v.page, first));
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
    widget_quiet(page, sheet, TYPE_SMALL, course_source(page, pay));
}

bool course_has_shares(CourseView v) {
    return course_figure(v.course, FIGURE_IN_WORK) || course_figure(v.course, FIGURE_STUDYING) ||
           course_figure(v.course, FIGURE_OTHER_WAYS);
}

void course_those_before(CourseView v, Node *parent) {
    if (!course_has_shares(v))
        return;
    Node *sheet = course_sheet(v, parent);
    course_heading(v, sheet, tr(v.page, STR_THOSE_BEFORE));
    add_shares(v, sheet);
}

bool course_has_pay(CourseView v) {
    return course_figure(v.course, FIGURE_PAY) != NULL;
}

void course_pay(CourseView v, Node *parent) {
    if (course_has_pay(v))
        add_pay(v, course_sheet(v, parent));
}
