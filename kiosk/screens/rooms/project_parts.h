/* The four sides of the project told, a file each; project.c puts them together, all on one page
   where they have the room. */
#pragma once

#include "map/view.h"
#include "screens/common/common.h"

enum {
    TAP_TAB = 1,
    TAP_PAGE,
    TAP_DATE,    /* index of the milestone */
    TAP_SHEET,   /* index of the sheet */
    TAP_DESK,    /* index of the desk */
    TAP_ALL,     /* SheetPage: what a sheet has become */
    TAP_PARTNER, /* index of the partner */
};

typedef enum ProjectTab { TAB_DATES, TAB_SHEETS, TAB_MONEY, TAB_WHO, PROJECT_TABS } ProjectTab;

typedef struct ProjectView {
    int tab, page;
    bool apart; /* one side by itself, though there is room for all of them */
    int date;   /* the milestone that is looked at */
    int sheet;  /* the one that is read; -1: none */
} ProjectView;

typedef struct ProjectPage {
    const ProjectView *s;
    const Kiosk *k;
    Page *page;
    Frame frame;
    bool whole; /* everything is on it */
} ProjectPage;

/* Each fills the page above its tabs, and answers the node that a pager turns, or NULL. */
Node *project_dates(ProjectPage p);
Node *project_sheets(ProjectPage p);
Node *project_money(ProjectPage p);
Node *project_who(ProjectPage p);

/* ---- what they are made of ------------------------------------------------------------------- */

void project_plan(ProjectPage p, Node *parent); /* as it stood at the date that is looked at */
Node *project_timeline(ProjectPage p, Node *parent, int columns);
void project_told(ProjectPage p, Node *parent); /* that date, in a sentence or two */

/* The sheets that a source describes, to be touched, and those that none does. */
int project_described_count(const Pack *pack);
Node *project_described(ProjectPage p, Node *parent, int columns);
void project_abreast(ProjectPage p, Node *parent); /* the same, in one row */
void project_silent(ProjectPage p, Node *parent);

Target project_target(int sheet_page);

void project_bars(ProjectPage p, Node *parent); /* of who gave what */
void project_partner(ProjectPage p, Node *parent, int partner);
