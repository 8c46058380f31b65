/* What the app itself does with a visit, for its own parts. */
#pragma once

#include "app/app.h"

bool app_is_calm(const App *app); /* nothing to show but the calm page */
Millis app_local_time(const App *app);
HoursNow app_opening(const App *app); /* of the campus, as far as the clock is believed */

/* ---- the visit: app.c ---- */
void app_begin_waiting(App *app); /* for the next one */
void app_begin_visit(App *app);   /* somebody is here; nothing when that is known */
void app_end_visit(App *app, EndReason reason);
void app_note(App *app, Fact fact);
void app_enter(App *app, ScreenId screen, int arg);
void app_ask_setup(App *app, SetupAsk ask, const SetupAnswers *answers);
void app_begin_guard(App *app); /* other things are to be touched now */

/* ---- navigation: steps.c ---- */
void app_take_action(App *app, Action action); /* of the frame, or of the screen on top */
void app_take_step(App *app, Step step);
void app_go_to(App *app, ScreenId screen, int arg);
/* Lays a drawer or a question over the page. `by`: the control that asked for it; none when the
   kiosk itself asks. A question over a drawer keeps the drawer's. */
void app_cover(App *app, ScreenId screen, Action by);
void app_uncover(App *app); /* takes away what lies over the page */

/* ---- time: passing.c ---- */
Idle app_idle(const App *app);
void app_wake(App *app); /* from sleep: nobody is here yet */

/* ---- short sounds: earcon.c ---- */
void app_click(App *app); /* a control is about to act */
void app_chord(App *app); /* a page has come that is worth one */

/* ---- the printer: printing.c ---- */
void app_print(App *app);            /* what the screen on top has for paper */
void app_look_for_printer(App *app); /* while somebody is here */
void app_forget_printed(App *app);
void app_go_on_from_print(App *app); /* something else is done: what became of a sheet is old */
PrintView app_print_view(const App *app);

/* ---- the voice: speech.c ---- */
void app_begin_voice(App *app); /* of the next visit */
void app_speak(App *app, SpeechCause cause);
bool app_would_tell_others(const App *app);          /* what is nobody else's, by the loudspeaker */
void app_answer_aloud(App *app);                     /* the question about that is closed */
void app_read(App *app, Page *page, Sentences *all); /* a page was built */
void app_ring(App *app);                             /* a soft bell: something is asked */
void app_count_down(App *app, int seconds);
Millis app_speech_wakes_at(const App *app);
bool app_take_speech_action(App *app, Action action);
void app_explore(App *app, Touch touch);
bool app_listen_key(App *app, KeyName key);            /* false: it means what it always means */
bool app_found_blind(App *app);                        /* the page that waits was left by a key */
void app_choose(App *app, const Node *node, Point at); /* a touch that means this control */
