/* When a short sound is wished for: never unless the campus wants them, never while nobody is here,
 * and never beside a film or the voice. */
#include "app/app_parts.h"

/* A film that moves without a sound, as at home, takes nothing from them. */
static bool is_hushed(const App *app) {
    VideoWish film = page_video_wish(&app->page[app->shown]);
    bool heard = film.clip != VIDEO_NO_CLIP && film.percent > 0;
    return heard || app_listens(app) || app_speech_wish(app).serial;
}

static void wish(App *app, Earcon which) {
    bool waits = app->visit.at == SCREEN_attract || app->visit.at == SCREEN_asleep;
    if (!app->setup.sounds || waits || is_hushed(app))
        return;
    app->earcon.serial++;
    app->earcon.which = which;
}

void app_click(App *app) {
    wish(app, EARCON_CLICK);
}

void app_chord(App *app) {
    wish(app, EARCON_CHORD);
}

EarconWish app_earcon(const App *app) {
    EarconWish said = app->earcon;
    said.hush = is_hushed(app);
    return said;
}
