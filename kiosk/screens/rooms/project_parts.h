/* The four sides of the project told, a file each; project.c puts them together. */
#pragma once

#include "map/view.h"
#include "screens/common/common.h"

enum {
    TAP_TAB = 1,
    TAP_PAGE,
    TAP_DATE,    /* index of the milestone */
    TAP_SHEET,   /* index of the sheet */
    TAP_DESK,    /* index of the desk */
    TAP_PARTNER, /* index of the partner */
};

typedef enum ProjectTab { TAB_DATES, TAB_SHEETS, TAB_MONEY, TAB_WHO, PROJECT_TABS } ProjectTab;

typedef struct ProjectView {
    int tab, page;
    int date;  /* the milestone that is looked at */
    int sheet; /* the one that is read; -1: none */
} ProjectView;

typedef struct ProjectPage {
    const ProjectView *s;
    const Kiosk *k;
    Page *page;
    Frame frame;
} ProjectPage;

/* Each fills the page above its tabs, and answers the node that a pager turns, or NULL. */
Node *project_dates(ProjectPage p);
Node *project_sheets(ProjectPage p);
Node *project_money(ProjectPage p);
Node *project_who(ProjectPage p);

/* The bars of who gave what. */
void project_bars(ProjectPage p, Node *parent);
