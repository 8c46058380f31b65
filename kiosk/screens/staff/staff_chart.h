/* One chart of the staff area's figures, as the report has it. */
#pragma once

#include "screens/common/common.h"

/* Onto the page or pages of `body`; the dates stand in its head where there is room. */
void staff_add_chart(Page *page, Node *body, const StaffChart *chart, Slice dates);
