#include "platform/video/earcon_player.h"

#include "platform/video/speaker.h"
#include "video/earcons.h"

#include <stdlib.h>

struct EarconPlayer {
    Speaker *speaker;
    EarconMix mix;
    unsigned serial;   /* of the wish that was heard last */
    atomic_bool there; /* the device has asked for samples */
    bool open;
};

static void fill(void *self, float *stereo, int frames) {
    EarconPlayer *player = self;
    atomic_store(&player->there, true);
    earcons_mix(&player->mix, stereo, frames);
}

EarconPlayer *earcon_player_open(void) {
    EarconPlayer *player = calloc(1, sizeof *player);
    if (!player)
        abort();
    player->speaker = speaker_open(fill, player);
    return player;
}

void earcon_player_close(EarconPlayer *player) {
    if (!player)
        return;
    speaker_close(player->speaker);
    free(player);
}

void earcon_player_rest(EarconPlayer *player) {
    speaker_rest(player->speaker);
    atomic_store(&player->there, false);
    player->open = false;
}

/* A click says that a touch was heard now: while the device is being opened it comes too late, and
   is left out. */
static bool comes_in_time(const EarconPlayer *player, EarconWish wish) {
    return wish.which != EARCON_CLICK || atomic_load(&player->there);
}

void earcon_player_follow(EarconPlayer *player, EarconWish wish) {
    if (wish.hush) {
        player->serial = wish.serial;
        earcon_player_rest(player);
        return;
    }
    if (wish.serial != player->serial) {
        player->serial = wish.serial;
        player->open = true;
        if (comes_in_time(player, wish))
            earcons_begin(&player->mix, wish);
    }
    if (player->open)
        speaker_play(player->speaker, true, true);
    else
        speaker_rest(player->speaker); /* also again: it was just being opened */
}
