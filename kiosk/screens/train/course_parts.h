/* The sides of a course's page, a file each; course.c puts them together. */
#pragma once

#include "screens/train/train_parts.h"

enum {
    TAP_BLOCK = 1,
    TAP_PAGE,
    TAP_TAB,
    TAP_COURSE,
    TAP_TRADE,
    TAP_GO,
    TAP_TAKE,
    TAP_DESK,
    TAP_PRINT,
};

/* With usual words the blocks stand among what is told in short, and the links after what comes
   after. */
typedef enum CourseTab {
    TAB_BRIEF,
    TAB_BLOCKS,
    TAB_ENTRY,
    TAB_AFTER,
    TAB_LINKS,
    COURSE_TABS
} CourseTab;

typedef struct CourseState {
    int course, tab, page;
    bool taking; /* the code is shown by itself */
} CourseState;

/* What its parts are made from. */
typedef struct CourseView {
    const CourseState *s;
    const Kiosk *k;
    const Course *course;
    Page *page;
} CourseView;

/* A grid that grows by a row whenever one is full: a paged column may part between two rows. */
typedef struct Cells {
    Page *page;
    Node *parent, *row;
    int columns, count;
} Cells;

Cells course_cells(CourseView v, Node *parent, int columns);
Node *course_cell(Cells *cells);

/* With room enough a part lies on a sheet of its own; else its lines go on to the next page. */
Node *course_sheet(CourseView v, Node *parent);
void course_heading(CourseView v, Node *parent, Slice words);

/* ---- in short -------------------------------------------------------------------------------- */

Slice course_duration(CourseView v);
void course_facts(CourseView v, Node *parent);
void course_bricks(CourseView v, Node *parent);
bool course_has_bricks(CourseView v);

/* The next ones, at most so many; how many more there are. */
int course_sessions(CourseView v, Node *parent, int most);

/* On paper; `example`: something it says was invented. */
void course_printed(CourseView v, Slice code, bool example);

/* ---- figures --------------------------------------------------------------------------------- */

void course_those_before(CourseView v, Node *parent);
void course_pay(CourseView v, Node *parent);
bool course_has_pay(CourseView v);
bool course_has_shares(CourseView v);
Slice course_source(const Page *page, const CourseFigure *figure);

/* ---- getting in, going on -------------------------------------------------------------------- */

void course_entry(CourseView v, Node *parent);

/* What became of those before is `told` there where it does not stand on every page. */
void course_after(CourseView v, Node *parent, bool told);
bool course_tells_after(CourseView v);
void course_links(CourseView v, Node *parent);
bool course_has_links(CourseView v);
