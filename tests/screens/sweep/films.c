#include "screens/sweep/sweep.h"

#include "support/world.h"

/* A clip before it shows, playing with every caption, paused in silence, and one that cannot be
 * shown. */
void sweep_clip(View v, int clip) {
    sweep_begin(v);
    world_go(SCREEN_player, clip);
    sweep_inspect(v);
    const Clip *c = &world.pack.clip[clip];
    int turn = page_video(app_page(&world.app))->graphic.video.wish.seek_id;
    for (int i = 0; i < c->cue_count[v.settings.lang]; i++) {
        app_video(&world.app, (VideoReport){clip, turn, VIDEO_SHOWING,
                                            c->cue[v.settings.lang][i].start, false, false});
        sweep_inspect(v);
    }
    if (!v.tall) { /* it began from edge to edge */
        sweep_tap(v, STR_SMALLER_PICTURE);
        sweep_inspect(v);
    }
    sweep_tap(v, STR_PAUSE);
    sweep_tap(v, STR_SOUND);
    sweep_tap(v, STR_CAPTIONS);
    sweep_inspect(v);
    sweep_tap(v, STR_LOUDER);
    sweep_inspect(v);
    app_video(&world.app, (VideoReport){clip, turn, VIDEO_BROKEN, 0, false, false});
    sweep_inspect(v);
    world_end();
}
