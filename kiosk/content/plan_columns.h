/* The columns of plan.def by name: COL_space_level is where a row of the table space has its level,
   when it is selected as PLAN_SELECT says and when it is written. */
#pragma once

#define PLAN_TABLE(table) enum { COL_##table##_ord,
#define COLUMN(table, column, type) COL_##table##_##column,
#define UNIQUE(table, column) COL_##table##_##column,
#define PLAN_END(table)                                                                            \
    COLUMNS_##table                                                                                \
    }                                                                                              \
    ;
#include "content/plan.def"
