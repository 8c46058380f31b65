/* Where a visit stands, as somebody may wish it who looks at pages and is no visitor: on a screen
   in a certain state, seen in a certain way, over content that is another since just now. Counts
   nothing. */
#pragma once

#include "app/app.h"

/* The screen as it is entered with `arg`; with a state, as large as the screen's, in that state. */
void app_put(App *app, ScreenId screen, int arg, const void *state);

/* This visit, and those that come after it, are seen that way. */
void app_see(App *app, Settings settings);

/* The content is another now, in the place where the app has borrowed pack and bank from; `was` is
   what the pack held before, alive until the next page; NULL: there was none. The page
   stays what it is when every list has the same records; else the one on the glass is found again
   by its id, with the rest of the visit forgotten; else home. */
void app_renew(App *app, const Pack *pack, const Pack *was, Wayfinder wayfinder,
               Recordings recordings);
