/* What may be the matter with a file of statistics. */
#pragma once

/* What stands between the numbers and the file. */
typedef enum BookTrouble {
    BOOK_GOOD,
    BOOK_LATER,   /* busy, full, no memory, no right: may pass, to be tried again */
    BOOK_TAKEN,   /* another kiosk counts into it */
    BOOK_NEWER,   /* a newer version wrote it: left as it is */
    BOOK_DAMAGED, /* no database, corrupt, somebody else's: moved aside when it is opened */
    BOOK_GONE,    /* removed or replaced while it was in use */
} BookTrouble;
