/* The pad on which staff type their code. */
#pragma once

#include "screens/common/common.h"

typedef struct StaffPad {
    int digits, value; /* how many are typed, and what they make */
} StaffPad;

enum { PAD_DIGIT = 100, PAD_ERASE }; /* tokens */

/* The step of a touch on the pad; the sixth digit asks for the area. */
Step staff_pad_act(StaffPad *pad, Action action);
void staff_pad_view(const StaffPad *pad, const Kiosk *k, Page *page, Frame frame);
