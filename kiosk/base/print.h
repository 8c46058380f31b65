/* What pages are told of the printer. */
#pragma once

#include <stdbool.h>

enum { PRINT_SHEETS = 3 }; /* a visit */

typedef enum PrintState { PRINT_NOTHING, PRINT_BUSY, PRINT_DONE, PRINT_FAILED } PrintState;

typedef struct PrintView {
    bool there;       /* a printer is attached, and takes jobs */
    PrintState state; /* of the last sheet of this visit */
    int made;         /* sheets of this visit */
} PrintView;
