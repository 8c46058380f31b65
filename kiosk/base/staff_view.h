/* What the staff area shows and asks for, as plain data: the app fills it, no screen knows where it
 * comes from. */
#pragma once

#include "base/lang.h"

#include <stdbool.h>

enum {
    STAFF_CHARTS = 16,
    STAFF_BARS = 10,
    STAFF_COLUMNS = 31,
    STAFF_SPANS = 4,
    STAFF_NOTES = 3,
    STAFF_PROBLEMS = 6,
    STAFF_DIGITS = 6,
    STAFF_OTHERS = 16,
};

typedef struct StaffBar {
    Slice label, value;   /* value: "1 234 ± 81", "< 11" */
    int per_mille, doubt; /* of the longest bar with its margin; doubt: the margin. 0: not shown */
    int letter;           /* 1 to 6: R, I, A, S, E, C in their colours */
} StaffBar;

typedef struct StaffChart {
    Slice title, sentence;
    StaffBar bar[STAFF_COLUMNS]; /* STAFF_BARS of them, unless they are columns */
    int bar_count;
    bool upright; /* a course of time: columns */
} StaffChart;

typedef struct StaffSpan {
    Slice name, dates;
    StaffChart chart[STAFF_CHARTS];
    int chart_count;
    bool earlier, later;     /* another of the same length lies before, or after */
    Slice note[STAFF_NOTES]; /* what was written of its days, the latest first */
    int note_count;
} StaffSpan;

/* What a span is compared with: the same days at the first of the other kiosks, or at a further
 * one. */
typedef enum StaffAgainst {
    AGAINST_BEFORE,
    AGAINST_YEAR,
    AGAINST_OTHER,
    AGAINST_COUNT = AGAINST_OTHER + STAFF_OTHERS
} StaffAgainst;

/* Whether the figures of other kiosks were found on a stick: they are looked for when they are
 * asked for. */
typedef enum StaffOthers { OTHERS_UNASKED, OTHERS_READING, OTHERS_NONE, OTHERS_THERE } StaffOthers;

/* ASK_FIGURES: a span, as many of its lengths ago, beside another; packed into one number. */
static inline int staff_choice(int span, int back, StaffAgainst against) {
    return (back * AGAINST_COUNT + (int)against) * STAFF_SPANS + span;
}

typedef enum StaffExport {
    EXPORT_IDLE,
    EXPORT_RUNNING,
    EXPORT_DONE,
    EXPORT_NO_STICK,
    EXPORT_FAILED,
    EXPORT_NO_FIGURES
} StaffExport;

/* Whether the staff can set the clock, and what became of it. */
typedef enum StaffClock {
    STAFF_CLOCK_FIXED,
    STAFF_CLOCK_FREE,
    STAFF_CLOCK_SET,
    STAFF_CLOCK_REFUSED
} StaffClock;

typedef struct StaffView {
    bool has_pin, pin_unreadable, open;
    bool counts; /* false: it was started without a statistics file */
    bool figures_read;
    int tries_left, wait_seconds;    /* wait_seconds: before the next try */
    const StaffSpan *span[LANG_MAX]; /* span_count of each */
    int span_count;
    StaffOthers others;
    Slice other[LANG_MAX][STAFF_OTHERS]; /* what they are called */
    int other_count;
    Slice content[LANG_MAX]; /* version and age of the content; empty when none opens */
    Slice problem[STAFF_PROBLEMS][LANG_MAX];
    int problem_count;
    StaffExport exported;
    Slice exported_to; /* folder */
    bool updates;      /* there is a store for content that comes later */
    bool updating, can_go_back;
    Slice store_shown[LANG_MAX]; /* which content is shown, tried and kept */
    Slice store_event[LANG_MAX]; /* what became of one that is not shown; empty: nothing */
    Slice update[LANG_MAX];      /* how the last update went, or what to do for one */
    const Slice *fault;          /* what there is to mend in the sources on the stick */
    int fault_count;
    int volume; /* 0 to 100, -1 without a loudspeaker */
    StaffClock clock;
} StaffView;

/* What a screen may ask the app to do; ASK_SHUT comes from the app itself when a visit ends.
   ASK_NOTE: how many days ago, and what is to be noted of that day. ASK_CLOCK: the local time, in
   minutes since 1970. */
typedef enum StaffAsk {
    ASK_NOTHING,
    ASK_PIN,
    ASK_EXPORT,
    ASK_VOLUME,
    ASK_RESTART,
    ASK_QUIT,
    ASK_SHUT,
    ASK_FIGURES,
    ASK_NOTE,
    ASK_CLOCK,
    ASK_UPDATE,
    ASK_GO_BACK
} StaffAsk;
