#include "platform/video/mixer.h"

#include <alsa/asoundlib.h>

static void silent(const char *file, int line, const char *function, int error, const char *format,
                   ...) {
    (void)file, (void)line, (void)function, (void)error, (void)format;
}

/* The first control that plays: "Master" on every card that has one. */
static snd_mixer_elem_t *first_control(snd_mixer_t *mixer) {
    for (snd_mixer_elem_t *elem = snd_mixer_first_elem(mixer); elem;
         elem = snd_mixer_elem_next(elem))
        if (snd_mixer_selem_has_playback_volume(elem))
            return elem;
    return NULL;
}

static snd_mixer_t *open_mixer(void) {
    snd_mixer_t *mixer = NULL;
    snd_lib_error_set_handler(silent);
    if (snd_mixer_open(&mixer, 0) < 0)
        return NULL;
    if (snd_mixer_attach(mixer, "default") >= 0 &&
        snd_mixer_selem_register(mixer, NULL, NULL) >= 0 && snd_mixer_load(mixer) >= 0)
        return mixer;
    snd_mixer_close(mixer);
    return NULL;
}

/* Reads the loudness, after setting it unless `percent` is below 0. */
static int turn(int percent) {
    snd_mixer_t *mixer = open_mixer();
    snd_mixer_elem_t *elem = mixer ? first_control(mixer) : NULL;
    long low = 0, high = 0, now = 0;
    if (elem && snd_mixer_selem_get_playback_volume_range(elem, &low, &high) == 0 && high > low) {
        if (percent >= 0)
            snd_mixer_selem_set_playback_volume_all(elem, low + (high - low) * percent / 100);
        snd_mixer_selem_get_playback_volume(elem, SND_MIXER_SCHN_FRONT_LEFT, &now);
    }
    if (mixer)
        snd_mixer_close(mixer);
    return high > low ? (int)((100 * (now - low) + (high - low) / 2) / (high - low)) : -1;
}

int mixer_volume(void) {
    return turn(-1);
}

bool mixer_set_volume(int percent) {
    return turn(percent < 0 ? 0 : percent > 100 ? 100 : percent) >= 0;
}
