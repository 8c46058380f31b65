/* The tab of the staff area about content: which is shown, and how another comes in. */
#pragma once

#include "screens/common/common.h"

typedef struct StaffContent {
    int page;
    bool sure; /* going back was touched once */
    Action update, back;
} StaffContent;

/* Answers with the list that may take several pages. */
Node *staff_content_add(StaffContent content, const Kiosk *k, Page *page, Frame frame);
