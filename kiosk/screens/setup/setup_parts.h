/* The pages of the first day: what each of them is to the sequence, and the state they share. */
#pragma once

#include "screens/common/common.h"

typedef enum SetupStep {
    SETUP_STEP_LANGUAGE,
    SETUP_STEP_TURN,
    SETUP_STEP_TOUCH,
    SETUP_STEP_PLACE,
    SETUP_STEP_HOURS,
    SETUP_STEP_CODE,
    SETUP_STEP_SOUND,
    SETUP_STEP_ZONE,
    SETUP_STEP_CLOCK,
    SETUP_STEP_END,
    SETUP_STEPS
} SetupStep;

enum { SETUP_CROSSES = 4 };

/* Tokens; those from SETUP_TAP on are the page's own. */
enum { SETUP_NEXT = 1, SETUP_QUIT, SETUP_TURN_PAGE, SETUP_TAP };

typedef struct SetupTurn {
    Millis until; /* the display is turned back then; 0: nothing is on trial */
    int before;   /* how it stood */
} SetupTurn;

typedef enum CrossResult { CROSSES_NONE, CROSSES_GOOD, CROSSES_FAR, CROSSES_LATE } CrossResult;

typedef struct SetupTouch {
    uint32_t squares;              /* touched */
    Millis until;                  /* the crosses are given up then; 0: they are not shown */
    int cross;                     /* touched so far; SETUP_CROSSES: one more, to be sure */
    AffinePoint at[SETUP_CROSSES]; /* where the touches were */
    Affine before;
    int off; /* pixels by which one touch missed its cross */
    CrossResult result;
} SetupTouch;

typedef struct SetupHours {
    int day;  /* whose hour is in the hand */
    bool end; /* when it shuts; else when it opens */
} SetupHours;

typedef enum CodeResult { CODE_ASKED, CODE_AGAIN, CODE_TAKEN, CODE_DIFFERS, CODE_WEAK } CodeResult;

typedef struct SetupCode {
    int digits;
    char typed[SETUP_CODE_DIGITS + 1], first[SETUP_CODE_DIGITS + 1];
    CodeResult result;
} SetupCode;

typedef struct SetupState {
    int step, page;
    bool sure; /* leaving waits for a second touch */
    bool left; /* that has come */
    SetupAnswers answers;
    SetupTurn turn;
    SetupTouch touch;
    SetupHours hours;
    SetupCode code;
} SetupState;

typedef struct SetupPage {
    StringId title, lead;
    Step (*act)(SetupState *s, const Kiosk *k, Action action); /* for the page's own tokens */
    void (*view)(const SetupState *s, const Kiosk *k, Page *page, Frame frame);
} SetupPage;

extern const SetupPage setup_language, setup_turn, setup_touch, setup_place, setup_hours,
    setup_code, setup_sound, setup_zone, setup_clock, setup_end;

Step setup_go(SetupState *s, SetupStep step);
Step setup_try(SetupState *s, SetupAsk ask); /* with the answers as they are */

/* A list of choices on as many pages as it takes. */
Node *setup_list(Page *page, Node *parent, const SetupState *s, int columns);
Node *setup_choices(Page *page, Node *parent, const SetupState *s);
void setup_choice(Page *page, Node *list, Slice label, bool chosen, int arg);

/* "− 08:00 +": two plates and what they change. */
typedef struct SetupStepper {
    Slice name, value;
    Action less, more;
    bool no_less, no_more;
} SetupStepper;

void setup_stepper(Page *page, Node *parent, SetupStepper stepper);

/* What stands in place of the pages while a display is turned, or crosses are touched. */
void setup_turn_trial(const SetupState *s, const Kiosk *k, Page *page);
Step setup_turn_tick(SetupState *s, const Kiosk *k);
void setup_crosses(const SetupState *s, const Kiosk *k, Page *page);
void setup_crosses_begin(SetupState *s, const Kiosk *k);
Step setup_crosses_touch(SetupState *s, const Kiosk *k, Gesture gesture);
Step setup_crosses_tick(SetupState *s, const Kiosk *k);

/* As the page that sums up says them. */
Slice setup_turn_name(Page *page, int degrees);
Slice setup_place_name(const Kiosk *k, Page *page, int kiosk);
int setup_place_of(const SetupState *s, const Kiosk *k); /* PLAN_NONE: the plan has none */
Slice setup_hours_name(const SetupState *s, Page *page);
Slice setup_zone_name(Page *page, const char *zone);
