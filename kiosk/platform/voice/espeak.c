#include "platform/voice/espeak.h"

#include <dlfcn.h>
#include <espeak-ng/speak_lib.h>
#include <string.h>

#define LIBRARY "libespeak-ng.so.1"
#define BUFFER_MS 60 /* made at a time: the first samples come after so much */
enum { WORDS_A_MINUTE_SLOW = 125, WORDS_A_MINUTE = 165, WORDS_A_MINUTE_FAST = 240 };

static struct {
#define ESPEAK(name) __typeof__(name) *name;
#include "platform/voice/espeak.def"
#undef ESPEAK
} lib;

static void *library;
static int sample_rate;

/* What is being said: the library's callback has no argument of ours. */
static struct {
    EspeakSink sink;
    Slice text;
    int sign, byte; /* the code point reached, and where it begins */
    bool over;
} now;

/* ---- words ----------------------------------------------------------------------------------- */

/* Positions are counted in code points from 1; words come in order, mostly. */
static int byte_of(int sign) {
    if (sign < now.sign) {
        now.sign = 1;
        now.byte = 0;
    }
    Slice rest = slice_cut(now.text, now.byte, now.text.len);
    for (; now.sign < sign && rest.len; now.sign++)
        utf8_next(&rest);
    now.byte = now.text.len - rest.len;
    return now.byte;
}

static void tell_word(const espeak_EVENT *event) {
    int from = byte_of(event->text_position), to = byte_of(event->text_position + event->length);
    if (to > from)
        now.sink.word(now.sink.self, from, to, (int64_t)event->audio_position * sample_rate / 1000);
}

static int on_samples(short *samples, int count, espeak_EVENT *event) {
    for (; event && event->type != espeakEVENT_LIST_TERMINATED; event++)
        if (event->type == espeakEVENT_WORD)
            tell_word(event);
    if (samples && count > 0)
        now.over |= !now.sink.samples(now.sink.self, samples, count);
    return now.over;
}

/* ---- loading --------------------------------------------------------------------------------- */

static bool find_functions(Error *error) {
#define ESPEAK(name)                                                                               \
    *(void **)&lib.name = dlsym(library, #name);                                                   \
    if (!lib.name)                                                                                 \
        return error_set(error, "no voice: eSpeak NG has no " #name);
#include "platform/voice/espeak.def"
#undef ESPEAK
    return true;
}

int espeak_load(Error *error) {
    if (sample_rate)
        return sample_rate;
    library = library ? library : dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);
    if (!library) {
        error_set(error, "no voice: %s", dlerror());
        return 0;
    }
    if (!find_functions(error))
        return 0;
    int rate = lib.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MS, NULL,
                                     espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0) {
        error_set(error, "no voice: eSpeak NG does not find its data");
        return 0;
    }
    lib.espeak_SetSynthCallback(on_samples);
    return sample_rate = rate;
}

void espeak_unload(void) {
    if (sample_rate)
        lib.espeak_Terminate();
    sample_rate = 0;
}

/* ---- speaking -------------------------------------------------------------------------------- */

static int words_a_minute(SpeechRate rate) {
    static const int WORDS[] = {WORDS_A_MINUTE_SLOW, WORDS_A_MINUTE, WORDS_A_MINUTE_FAST};
    return WORDS[rate - RATE_SLOW];
}

/* "pt-BR" is "pt-br" there; of "fr-simple" the language is enough. */
static bool set_voice(const char *lang) {
    char name[32] = "";
    size_t len = strcspn(lang, "-");
    for (size_t i = 0; i < sizeof name - 1 && lang[i]; i++) {
        bool capital = lang[i] >= 'A' && lang[i] <= 'Z';
        name[i] = (char)(capital ? lang[i] - 'A' + 'a' : lang[i]);
        name[i + 1] = 0;
    }
    if (lib.espeak_SetVoiceByName(name) == EE_OK)
        return true;
    name[len < sizeof name ? len : 0] = 0;
    return lib.espeak_SetVoiceByName(name) == EE_OK;
}

bool espeak_say(Slice text, const char *lang, SpeechRate rate, EspeakSink sink) {
    now.sink = sink;
    now.text = text;
    now.sign = 1;
    now.byte = 0;
    now.over = false;
    if (!set_voice(lang))
        return false;
    lib.espeak_SetParameter(espeakRATE, words_a_minute(rate), 0);
    lib.espeak_Synth(text.at, (size_t)text.len + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL,
                     NULL);
    return true;
}
