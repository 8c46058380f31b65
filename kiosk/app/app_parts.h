/* What the app itself does with a visit, for its own parts: app.c does it, input.c asks for it. */
#pragma once

#include "app/app.h"

bool app_is_calm(const App *app);              /* nothing to show but the calm page */
void app_wake(App *app);                       /* from sleep: nobody is here yet */
void app_begin_visit(App *app);                /* somebody is here; nothing when that is known */
void app_take_action(App *app, Action action); /* of the frame, or of the screen on top */
void app_take_step(App *app, Step step);
void app_go_to(App *app, ScreenId screen, int arg);
void app_uncover(App *app); /* takes away what lies over the page */
