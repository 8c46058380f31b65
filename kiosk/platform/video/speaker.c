#include "platform/video/speaker.h"

#include "base/log.h"
#include "platform/video/audio_device.h"

#include <stdatomic.h>
#include <stdlib.h>

#define BUFFER 1024 /* samples; fewer run dry */

struct Speaker {
    SpeakerFill fill;
    void *self;
    SDL_Thread *thread; /* that opens or closes; NULL: nobody does */
    atomic_bool over;   /* its work is done: what it wrote may be read */
    bool wanted, on;    /* what it shall be, what it is or becomes */
    SDL_AudioDeviceID device;
    char why[128];
    bool plays, told;
};

static void on_samples(void *self, Uint8 *to, int bytes) {
    Speaker *speaker = self;
    speaker->fill(speaker->self, (float *)(void *)to, bytes / (int)(2 * sizeof(float)));
}

static void say_nothing(const char *file, int line, const char *function, int error,
                        const char *format, ...) {
    (void)file, (void)line, (void)function, (void)error, (void)format;
}

/* Where there is no sound card ALSA writes nine lines about it; the log says it in one. */
static void quieten_alsa(void) {
    typedef void (*Handler)(const char *, int, const char *, int, const char *, ...);
    int (*set)(Handler) = NULL;
    void *alsa = SDL_LoadObject("libasound.so.2"); /* kept: SDL uses the same */
    if (alsa)
        *(void **)&set = SDL_LoadFunction(alsa, "snd_lib_error_set_handler");
    if (set)
        set(say_nothing);
}

static int open_device(void *self) {
    Speaker *speaker = self;
    quieten_alsa();
    SDL_AudioSpec wish = {.freq = SPEAKER_RATE,
                          .format = AUDIO_F32SYS,
                          .channels = 2,
                          .samples = BUFFER,
                          .callback = on_samples,
                          .userdata = speaker};
    speaker->device = audio_device_open(&wish);
    if (!speaker->device)
        SDL_strlcpy(speaker->why, SDL_GetError(), sizeof speaker->why);
    atomic_store(&speaker->over, true);
    return 0;
}

static int close_device(void *self) {
    Speaker *speaker = self;
    audio_device_close(speaker->device);
    speaker->device = 0;
    atomic_store(&speaker->over, true);
    return 0;
}

/* Is what was told last done? */
static bool is_settled(Speaker *speaker) {
    if (speaker->thread && !atomic_load(&speaker->over))
        return false;
    SDL_WaitThread(speaker->thread, NULL);
    speaker->thread = NULL;
    return true;
}

static void turn(Speaker *speaker) {
    if (speaker->wanted == speaker->on || !is_settled(speaker))
        return;
    speaker->on = speaker->wanted;
    speaker->plays = false;
    atomic_store(&speaker->over, false);
    speaker->thread =
        SDL_CreateThread(speaker->on ? open_device : close_device, "speaker", speaker);
    if (!speaker->thread) /* then in silence, as without a device */
        atomic_store(&speaker->over, true);
}

Speaker *speaker_open(SpeakerFill fill, void *self) {
    Speaker *speaker = calloc(1, sizeof *speaker);
    if (!speaker)
        abort();
    speaker->fill = fill;
    speaker->self = self;
    return speaker;
}

void speaker_close(Speaker *speaker) {
    if (!speaker)
        return;
    SDL_WaitThread(speaker->thread, NULL);
    speaker->thread = NULL;
    if (speaker->on)
        close_device(speaker);
    free(speaker);
}

void speaker_rest(Speaker *speaker) {
    if (!speaker)
        return;
    speaker->wanted = false;
    turn(speaker);
}

bool speaker_opens(Speaker *speaker) {
    return speaker && speaker->wanted && !(speaker->on && is_settled(speaker));
}

void speaker_play(Speaker *speaker, bool plays, bool aloud) {
    if (!speaker)
        return;
    speaker->wanted |= plays && aloud;
    turn(speaker);
    if (!speaker->on || !is_settled(speaker))
        return;
    if (!speaker->device && !speaker->told)
        log_line("sound", "no sound device, videos play in silence: %s", speaker->why);
    speaker->told = true;
    if (speaker->device && plays != speaker->plays)
        SDL_PauseAudioDevice(speaker->device, !plays);
    speaker->plays = plays;
}
