#include "tools/pack/recording_sound.h"

#include "tools/pack/recording_whole.h"
#include "video/recording.h"

#include <math.h>

#define HEARD 0.01f   /* the loudest sample of what is heard at all: -40 dB */
#define AT_MOST 0.98f /* as loud as a file can say, or nearly so */
#define CLIPPED 500   /* one sample of so many there: speech has next to none */

typedef struct Listening {
    int64_t samples, loudest;
    float peak;
} Listening;

static bool listen(void *self, const float *stereo, int frames) {
    Listening *l = self;
    for (int i = 0; i < 2 * frames; i++) {
        float size = fabsf(stereo[i]);
        l->peak = size > l->peak ? size : l->peak;
        l->loudest += size >= AT_MOST;
    }
    l->samples += 2 * (int64_t)frames;
    return true;
}

static void say_closed(Report *report, Slice file, const RecordingEnd *end) {
    if (end->file == CONTAINER_NO_LIBRARY)
        report_fault(report, file, 1,
                     "ce son ne peut pas être lu sur cet ordinateur : FFmpeg manque ; l’installer");
    else if (end->file == CONTAINER_CODEC)
        report_fault(report, file, 1,
                     "la borne ne lit pas le codec %s : il faut un WAV de 16 ou 24 bits, ou un Ogg "
                     "Opus ou Vorbis ; l’enregistrer de nouveau",
                     end->codec);
    else
        report_fault(report, file, 1,
                     "ce fichier n’est ni un WAV ni un Ogg, ou il est abîmé ; l’enregistrer de "
                     "nouveau");
}

static void say_fault(Report *report, Slice file, const RecordingEnd *end) {
    switch (end->fault) {
    case RECORDING_FINE:
        break;
    case RECORDING_CLOSED:
        say_closed(report, file, end);
        break;
    case RECORDING_BROKEN:
        report_fault(report, file, 1,
                     "ce son ne se lit pas jusqu’au bout ; l’enregistrer de nouveau");
        break;
    case RECORDING_EMPTY:
        report_fault(report, file, 1, "ce son est vide ; l’enregistrer de nouveau");
        break;
    case RECORDING_LONG:
        report_fault(report, file, 1,
                     "ce son dure plus de %d s ; n’y garder que la phrase, sans silence autour",
                     RECORDING_MS_MAX / 1000);
        break;
    }
}

static void check_loudness(Report *report, Slice file, const Listening *l) {
    if (l->peak < HEARD)
        report_fault(report, file, 1,
                     "on n’entend rien dans ce son ; l’enregistrer de nouveau, plus fort");
    else if (l->loudest * CLIPPED > l->samples)
        report_warn(report, file, 1, 0,
                    "ce son sature : il est trop fort et la voix grésille ; l’enregistrer de "
                    "nouveau, moins fort");
}

static void look_anew(Report *own, Slice file, Slice bytes) {
    Listening l = {0};
    Error error;
    if (!recording_is_whole(bytes)) { /* whatever a decoder says of the rest follows from it */
        report_fault(own, file, 1,
                     "ce son est coupé : le fichier finit avant la phrase ; le copier ou "
                     "l’enregistrer de nouveau");
        return;
    }
    RecordingEnd end = recording_decode(bytes, (RecordingSink){&l, listen}, &error);
    say_fault(own, file, &end);
    if (!end.fault)
        check_loudness(own, file, &l);
}

bool recording_look(Verdicts *verdicts, Report *report, Arena *arena, Slice file, Slice bytes) {
    unsigned char key[VERDICT_KEY];
    Report own = {0};
    Slice found;
    verdict_key("recording whole", bytes.at, (size_t)bytes.len, key);
    if (verdict_recall(verdicts, key, report, arena, file, &found))
        return true;
    look_anew(&own, file, bytes);
    bool good = own.faults == 0;
    if (good) /* FFmpeg may come later: a fault is looked at again */
        verdict_keep(verdicts, key, &own, LIT("good"));
    verdict_say(report, file, &own);
    report_free(&own);
    return good;
}
