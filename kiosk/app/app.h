/* The kiosk without a window: takes touches, keys and the time, and has a page to show. The only
   place that navigates and counts. Knows nothing of SDL: a window, a script and a test drive it
   alike. */
#pragma once

#include "app/gesture.h"
#include "app/guard.h"
#include "app/wayfinder.h"
#include "app/idle.h"
#include "app/night.h"
#include "app/visit.h"
#include "base/earcon.h"
#include "content/pack.h"
#include "ui/input.h"
#include "voice/reader.h"

/* Who hears of a fact: the counters, a transcript. `ended` comes after the last fact of a visit; of
   one that is not counted, what was noted is to be forgotten. `minute` and `hour`: those of the
   day have changed. */
typedef struct FactSink {
    void *self;
    void (*note)(void *self, Fact fact);
    void (*ended)(void *self, EndReason reason, Settings settings, bool counted);
    void (*hour)(void *self);
    void (*minute)(void *self);
} FactSink;

/* Who does what the staff area asks for. `view` may be NULL: then there is no such area. */
typedef struct StaffDesk {
    void *self;
    const StaffView *(*view)(void *self);
    void (*ask)(void *self, StaffAsk ask, int arg, Slice text);
} StaffDesk;

/* Who does what the pages of the first day ask for. `view` may be NULL: there are none. */
typedef struct SetupDesk {
    void *self;
    const SetupView *(*view)(void *self);
    void (*ask)(void *self, SetupAsk ask, const SetupAnswers *answers);
} SetupDesk;

/* Where a sheet of a visitor's goes. `view` may be NULL: there is no printer. `print` borrows the
   page; `forget` comes when a visit is over. */
typedef struct PrintDesk {
    void *self;
    PrintView (*view)(void *self);
    void (*look)(void *self); /* is it there? Answered by a later view */
    void (*print)(void *self, const Page *page);
    void (*forget)(void *self);
} PrintDesk;

typedef struct AppSetup {
    const Pack *pack;      /* NULL: nothing to show but the calm page */
    const QuizBank *bank;  /* of that pack */
    Wayfinder wayfinder;   /* of that pack */
    Recordings recordings; /* of that pack */
    Typeface typeface;
    Settings initial;
    bool calibrates; /* one answer of a quiz is counted */
    int width, height;
    uint64_t seed;
    Millis now;         /* steady clock */
    Millis civil_shift; /* local civil time minus the steady clock */
    bool doubtful;      /* that time is not to be believed */
    PlanHours *open;    /* the opening hours of the campus, see hours.h */
    int open_count;     /* 0: not known */
    FactSink sink;
    StaffDesk staff;
    SetupDesk setup;
    PrintDesk printer;
    bool speaks;    /* the machine has a voice and a loudspeaker */
    bool sounds;    /* a click and a chord are wanted */
    bool sets_up;   /* begins with those pages, and stays there until they are left */
    bool unhurried; /* a visit lasts until it is ended: nobody is asked whether they are there */
} AppSetup;

/* What is to be said of the page that comes next. */
typedef enum SpeechCause { SPEAK_NOTHING, SPEAK_NEWS, SPEAK_TITLE, SPEAK_PAGE } SpeechCause;

/* A finger that listens: the first touch says what is there, a second one soon after chooses. */
typedef struct Explore {
    uint64_t under; /* the sentence that was said last */
    Point from;
    Millis since, tapped_at; /* 0: there was no first touch */
    bool again;
} Explore;

typedef struct App {
    AppSetup setup;
    Arena frame[2];
    Page page[2];
    int shown;  /* which of the two pages is on the glass */
    bool dirty; /* the state has changed since that page was built */
    Visit visit;
    uint64_t visits;
    Millis now;
    int minute_of_day;
    VideoReport video; /* how the video that the page declares stands */
    bool beside;       /* a second finger is on the glass, where two people play */
    GestureState gesture;
    Guard guard;
    int corner_taps; /* on the hidden corner, one after the other */
    Millis corner_since;
    bool ignore_touch; /* the rest of this touch does nothing: the page it began on is gone */
    Motion motion;
    Reader reader;
    Sentences sentences[2]; /* of the two pages, while somebody listens */
    SpeechReport speech;
    EarconWish earcon;
    SpeechCause cause;
    uint64_t told;    /* of a film's pictures, so as to say it once; */
    unsigned telling; /* what the reader calls it */
    bool headset;     /* is plugged in, as far as it was told */
    bool rings;       /* a bell before what is said next */
    int seconds_told;
    Explore explore;
} App;

void app_begin(App *app, AppSetup setup);
void app_end(App *app); /* ends the visit and frees */

void app_time(App *app, Millis now, int minute_of_day);      /* lets time pass */
void app_clock(App *app, Millis civil_shift, bool doubtful); /* the local time is another one */
void app_video(App *app, VideoReport video); /* what became of the video that the page declares */
void app_speech(App *app, SpeechReport report); /* what became of the words that are wished for */
SpeechWish app_speech_wish(const App *app);
EarconWish app_earcon(const App *app); /* the short sound that was wished for last */
bool app_listens(const App *app);      /* the voice speaks to this visitor */
void app_plugged(App *app);            /* a headset was plugged in, */
void app_unplugged(App *app);          /* pulled out, */
void app_has_headset(App *app);        /* was in before the kiosk began: nobody has come by it */
void app_can_speak(App *app, bool speaks); /* the sound device has come or gone */
/* What is told next happened then; what is due by itself waits for app_time. */
void app_now(App *app, Millis now);
void app_touch(App *app, Touch touch);
void app_key(App *app, KeyName key);
void app_type(App *app, char key); /* a key with a sign on it */
void app_resize(App *app, int width, int height);
void app_open(App *app, Target target); /* a page, without the way there: for scripts */

/* How long a touch would still be dropped, because the page has only just come. */
Millis app_deaf_for(const App *app);

const Page *app_page(App *app);       /* what is to be seen now; valid until the next but one */
void app_seen(App *app, Millis when); /* it is on the glass since then */
Motion app_take_motion(App *app);     /* how to get there; asked once */
Millis
app_wake_at(const App *app); /* when app_time must be called again; 0: not before the next touch */
Kiosk app_kiosk(const App *app);    /* what the screens may know now */
bool app_is_asleep(const App *app); /* nothing is to be seen: the display may be switched off */
const char *app_screen_name(const App *app);
