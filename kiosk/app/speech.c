/* The voice of a visit: when it speaks, about what, and what a finger or a key means to somebody
   who listens. A first touch says what lies under the finger, two quick ones choose it. */
#include "app/focus.h"
#include "app/app_parts.h"
#include "voice/speech_words.h"

#include <stdlib.h>

#define TWICE_MS 700 /* between two touches that choose */
#define TAP_MS 600   /* a longer one looks around */
#define NEAR 96      /* two touches this far apart mean the same */
#define WARNING_SECONDS 10
#define DUCKED 4 /* a film that is spoken over is a quarter as loud */

static VoiceSettings *voice_of(App *app) {
    return &app->visit.settings.voice;
}

bool app_listens(const App *app) {
    return app->visit.begun && app->visit.settings.voice.state == VOICE_ON;
}

static Sentences *heard(App *app) {
    return &app->sentences[app->shown];
}

/* ---- beginning and end ----------------------------------------------------------------------- */

/* As the kiosk is configured, where there is anything to be heard. */
static VoiceState voice_at_first(const App *app) {
    if (!app->setup.speaks)
        return VOICE_NONE;
    return app->setup.initial.voice.state == VOICE_ON ? VOICE_ON : VOICE_OFF;
}

void app_begin_voice(App *app) {
    voice_of(app)->state = voice_at_first(app);
    reader_wipe(&app->reader);
    app->explore = (Explore){0};
    app->cause = SPEAK_PAGE;
}

void app_can_speak(App *app, bool speaks) {
    if (speaks == app->setup.speaks)
        return;
    app->setup.speaks = speaks;
    voice_of(app)->state = voice_at_first(app);
    reader_hush(&app->reader);
    app->dirty = true;
}

void app_speak(App *app, SpeechCause cause) {
    if (cause > app->cause)
        app->cause = cause;
}

static void turn_on(App *app, bool on) {
    voice_of(app)->state = on ? VOICE_ON : VOICE_OFF;
    voice_of(app)->paused = false;
    reader_hush(&app->reader);
    app_speak(app, SPEAK_PAGE);
    app->dirty = true;
}

/* ---- before others hear it ------------------------------------------------------------------- */

bool app_would_tell_others(const App *app) {
    const VoiceSettings *voice = &app->visit.settings.voice;
    bool asked = voice->aloud || app->headset || app->visit.over;
    return app_listens(app) && screen_get(app->visit.at)->personal && !asked;
}

/* Closed without an answer it stays silent. */
void app_answer_aloud(App *app) {
    if (!voice_of(app)->aloud && !app->headset)
        turn_on(app, false);
}

static void uncover_aloud(App *app) {
    if (app->visit.over != SCREEN_aloud)
        return;
    app_uncover(app);
    app_speak(app, SPEAK_PAGE);
}

/* ---- a page that was built ------------------------------------------------------------------- */

/* One that only moves in a window is no matter. */
static bool shows_film(const Page *page) {
    const Node *film = page_video(page);
    return film && !film->inert && !film->aside && !film->graphic.video.wish.paused;
}

static void read_page(App *app, const Page *page, const Sentences *all) {
    switch (app->cause) {
    case SPEAK_PAGE:
        reader_read(&app->reader, all, all->first, shows_film(page) ? 1 : READ_ALL);
        break;
    case SPEAK_TITLE:
        reader_read(&app->reader, all, all->first, 1);
        break;
    case SPEAK_NEWS:
        reader_news(&app->reader, all, false);
        break;
    case SPEAK_NOTHING:
        reader_news(&app->reader, all, true);
        break;
    }
    if (app->rings)
        reader_ring(&app->reader);
}

/* By keys one stands on what is said. */
static void follow_by_keys(App *app, const Page *page, const Sentences *all) {
    int at = app->visit.by_keys ? reader_at(&app->reader, all) : -1;
    int focus = at < 0 ? -1 : focus_of(page, all->at[at].node);
    if (focus >= 0)
        app->visit.focus = focus;
}

static void quieten_film(Page *page) {
    for (int i = 0; i < page->shown_count; i++)
        if (page->shown[i]->graphic.kind == GRAPHIC_VIDEO)
            page->shown[i]->graphic.video.wish.percent /= DUCKED;
}

/* Is the description of a film being said, and nothing else? */
static bool tells_pictures(const App *app) {
    return app->telling == app->reader.serial && reader_speaks(&app->reader);
}

/* Whoever asked for it hears it, with the voice on or off, as long as the film plays. */
static void tell_pictures(App *app, const Page *page) {
    uint64_t told = page->telling.len ? slice_hash(page->telling, 0) : 0;
    if (told && told != app->told) {
        reader_say(&app->reader, page->telling, langs_of(page->settings.lang, page->telling),
                   false);
        app->telling = app->reader.serial;
    } else if (tells_pictures(app) && !shows_film(page)) {
        reader_hush(&app->reader);
    }
    app->told = told;
}

void app_read(App *app, Page *page, Sentences *all) {
    *all = (Sentences){0};
    if (!app_listens(app)) {
        tell_pictures(app, page);
        if (reader_speaks(&app->reader))
            quieten_film(page);
        return;
    }
    *all = sentences_of(page->arena, page);
    read_page(app, page, all);
    reader_know(&app->reader, all);
    reader_mark(&app->reader, all);
    follow_by_keys(app, page, all);
    tell_pictures(app, page);
    if (reader_speaks(&app->reader))
        quieten_film(page);
    app->cause = SPEAK_NOTHING;
    app->rings = false;
}

/* The first language stands in, and is said as such. */
static Lang lang_that_has(const App *app, SpeechWord word) {
    Lang lang = app->visit.settings.lang;
    return speech_rule(lang, word).len ? lang : LANG_FIRST;
}

/* ---- the visit is about to end --------------------------------------------------------------- */

/* Heard by everybody where there is a loudspeaker. */
void app_ring(App *app) {
    app->rings = app_listens(app);
    if (!app->rings && voice_of(app)->state == VOICE_OFF)
        reader_say(&app->reader, (Slice){0}, app->visit.settings.lang, true);
}

void app_count_down(App *app, int seconds) {
    bool told = app->seconds_told && app->seconds_told <= WARNING_SECONDS;
    app->seconds_told = seconds;
    if (seconds > WARNING_SECONDS || told || voice_of(app)->state == VOICE_NONE)
        return;
    Lang lang = lang_that_has(app, SPEECH_TEN_SECONDS);
    Slice words = app_listens(app) ? speech_word(lang, SPEECH_TEN_SECONDS) : (Slice){0};
    reader_say(&app->reader, words, lang, true);
}

/* ---- what the voice has done ----------------------------------------------------------------- */

void app_speech(App *app, SpeechReport report) {
    bool tells = tells_pictures(app); /* then the film is as loud again when all is said */
    app->speech = report;
    if (reader_heard(&app->reader, report))
        app->dirty |= app_listens(app) || tells;
    bool busy = app_listens(app) && reader_speaks(&app->reader) && !voice_of(app)->paused;
    if (busy && app->visit.over != SCREEN_still_there)
        app->visit.touched = app->now; /* the waiting begins when all is said */
}

SpeechWish app_speech_wish(const App *app) {
    const Recordings *recordings = &app->setup.recordings;
    SpeechWish wish = reader_wish(&app->reader, &app->visit.settings.voice, recordings);
    wish.soon = app->visit.begun && app->visit.settings.voice.state != VOICE_NONE;
    wish.some_recorded = recordings->count > 0;
    if (!wish.lang)
        wish.lang = langs()->code[app->visit.settings.lang];
    return wish;
}

Millis app_speech_wakes_at(const App *app) {
    bool now = app->speech.serial == app->reader.serial && reader_speaks(&app->reader);
    return now && app->speech.wake ? app->now + app->speech.wake : 0;
}

/* ---- what the strip asks for ----------------------------------------------------------------- */

static void set_rate(App *app, int rate) {
    voice_of(app)->rate = (SpeechRate)rate;
    reader_repeat(&app->reader); /* the sentence of now, at once at the new speed */
}

static void set_loudness(App *app, int by) {
    int loudness = voice_of(app)->loudness + by;
    if (loudness < SPEECH_QUIETEST || loudness > SPEECH_LOUDEST)
        return;
    voice_of(app)->loudness = loudness;
}

static void pause(App *app) {
    voice_of(app)->paused = !voice_of(app)->paused;
    if (!voice_of(app)->paused && !reader_speaks(&app->reader))
        reader_repeat(&app->reader);
}

static void step(App *app, int by) {
    voice_of(app)->paused = false;
    reader_step(&app->reader, heard(app), by);
}

bool app_take_speech_action(App *app, Action action) {
    switch (action.token) {
    case DO_LISTEN:
        turn_on(app, voice_of(app)->state != VOICE_ON);
        break;
    case DO_SPEECH_PAUSE:
        pause(app);
        break;
    case DO_SPEECH_STEP:
        step(app, action.arg);
        break;
    case DO_SPEECH_RATE:
        set_rate(app, action.arg);
        break;
    case DO_SPEECH_LOUDNESS:
        set_loudness(app, action.arg);
        break;
    case DO_ALOUD:
        voice_of(app)->aloud = true;
        uncover_aloud(app);
        break;
    default:
        return false;
    }
    app->dirty = true;
    return true;
}

/* ---- a finger that listens ------------------------------------------------------------------- */

static void say_under(App *app, Point at) {
    const Page *page = app_page(app);
    const Sentences *all = heard(app);
    int under = sentences_under(all, page, at);
    uint64_t id = under < 0 ? 0 : all->at[under].id;
    if (id == app->explore.under)
        return;
    app->explore.under = id;
    app->dirty = true;
    if (!id)
        return;
    voice_of(app)->paused = false;
    reader_read_node(&app->reader, all, all->at[under].node);
}

static bool near(const App *app, Point a, Point b) {
    int reach = page_px(&app->page[app->shown], NEAR);
    return abs(a.x - b.x) < reach && abs(a.y - b.y) < reach;
}

static void begin_exploring(App *app, Point at) {
    Explore *e = &app->explore;
    e->again = e->tapped_at && app->now - e->tapped_at <= TWICE_MS && near(app, at, e->from);
    e->from = at;
    e->since = app->now;
    if (e->again)
        return;
    e->under = 0;
    say_under(app, at);
}

static void end_exploring(App *app, Point at) {
    Explore *e = &app->explore;
    bool tapped = app->now - e->since <= TAP_MS && near(app, at, e->from);
    const Node *node = page_hit(app_page(app), e->from);
    bool chosen = tapped && e->again && node;
    e->tapped_at = tapped && !chosen ? app->now : 0;
    e->again = false;
    if (chosen)
        app_choose(app, node, at);
}

void app_explore(App *app, Touch touch) {
    app->dirty = true;
    if (touch.kind == TOUCH_PRESS)
        begin_exploring(app, touch.at);
    else if (touch.kind == TOUCH_MOVE && !near(app, touch.at, app->explore.from))
        say_under(app, touch.at);
    else if (touch.kind == TOUCH_RELEASE)
        end_exploring(app, touch.at);
}

/* ---- keys ------------------------------------------------------------------------------------ */

static int focused_sentence(App *app, const Page *page) {
    int at = reader_at(&app->reader, heard(app));
    const Node *node = at < 0 ? focus_node(page, app->visit.focus) : NULL;
    return node ? sentences_of_node(heard(app), node) : at;
}

/* The next control in the order of reading, round and round. */
static void walk(App *app, int by) {
    const Page *page = app_page(app);
    const Sentences *all = heard(app);
    int at = focused_sentence(app, page), from = at < 0 ? all->first : at;
    const Node *now = all->count ? all->at[from].node : NULL;
    for (int tries = 0, i = from; tries < all->count; tries++) {
        i = (i + by + all->count) % all->count;
        if (!all->at[i].control || all->at[i].node == now || focus_of(page, all->at[i].node) < 0)
            continue;
        app->visit.focus = focus_of(page, all->at[i].node);
        reader_read_node(&app->reader, all, all->at[i].node);
        return;
    }
}

static void say_help(App *app) {
    Lang lang = lang_that_has(app, SPEECH_HELP);
    reader_say(&app->reader, speech_word(lang, SPEECH_HELP), lang, false);
}

bool app_listen_key(App *app, KeyName key) {
    if (key != KEY_ENTER && key != KEY_BACK && key != KEY_LOUDER && key != KEY_QUIETER)
        voice_of(app)->paused = false;
    switch (key) {
    case KEY_NEXT:
    case KEY_RIGHT:
        walk(app, 1);
        break;
    case KEY_BEFORE:
    case KEY_LEFT:
        walk(app, -1);
        break;
    case KEY_DOWN:
        step(app, 1);
        break;
    case KEY_UP:
        step(app, -1);
        break;
    case KEY_REPEAT:
        reader_repeat(&app->reader);
        break;
    case KEY_HELP:
        say_help(app);
        break;
    case KEY_LOUDER:
        set_loudness(app, 1);
        break;
    case KEY_QUIETER:
        set_loudness(app, -1);
        break;
    case KEY_NONE:
    case KEY_ENTER:
    case KEY_BACK:
        return false;
    }
    return true;
}

/* Somebody who sees nothing of the page that waits finds the voice by any key, or by plugging in:
   EN 301 549, 5.2. */
bool app_found_blind(App *app) {
    if (app->visit.at != SCREEN_attract || voice_of(app)->state == VOICE_NONE)
        return false;
    voice_of(app)->state = VOICE_ON;
    app->visit.by_keys = true;
    app_take_action(app, (Action){DO_WAKE, 0});
    return true;
}

/* Whatever page the visitor before has left. */
void app_plugged(App *app) {
    app->headset = true;
    uncover_aloud(app);
    if (app_is_asleep(app))
        app_wake(app);
    if (app->visit.over == SCREEN_still_there)
        app_uncover(app);
    app->visit.touched = app->now;
    if (app_found_blind(app) || voice_of(app)->state != VOICE_OFF)
        return;
    app->visit.by_keys = true;
    turn_on(app, true);
}

void app_has_headset(App *app) {
    app->headset = true;
}

/* What was said into it is not said on by the loudspeaker. */
void app_unplugged(App *app) {
    app->headset = false;
    reader_hush(&app->reader);
    app->dirty = true;
}
