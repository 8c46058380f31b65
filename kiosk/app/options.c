#include "app/options.h"

#include "base/civil.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SOUND_DELAY_USUAL 40 /* two buffers of 1024 samples; a television or a wireless speaker takes longer */
#define SOUND_DELAY_MAX 1000
#define DISPLAYS 64

const char OPTIONS_USAGE[] =
    "usage: azimut [--pack F] [--stats F] [--window WxH | --display N] [--renderer NAME]\n"
    "              [--lang CODE] [--theme clair|sombre|contraste] [--text 1|1.25|1.5] [--seated]\n"
    "              [--still] [--pin F [--set-pin]]\n"
    "              [--now ISO8601] [--seed N] [--record F] [--kiosk ID] [--sound-delay MS]\n"
    "              [--calibrate]\n"
    "              [[--headless] --script F [--shots DIR] [--transcript F]]\n";

enum {
    OPT_PACK = 1,
    OPT_STATS,
    OPT_WINDOW,
    OPT_LANG,
    OPT_THEME,
    OPT_TEXT,
    OPT_SEATED,
    OPT_STILL,
    OPT_NOW,
    OPT_SEED,
    OPT_RECORD,
    OPT_KIOSK,
    OPT_PIN,
    OPT_SOUND_DELAY,
    OPT_SET_PIN,
    OPT_HEADLESS,
    OPT_SCRIPT,
    OPT_SHOTS,
    OPT_TRANSCRIPT,
    OPT_HELP,
    OPT_DISPLAY,
    OPT_RENDERER,
    OPT_CALIBRATE
};

static const struct option LONG[] = {
    {"pack", required_argument, NULL, OPT_PACK},     {"stats", required_argument, NULL, OPT_STATS},
    {"window", required_argument, NULL, OPT_WINDOW}, {"lang", required_argument, NULL, OPT_LANG},
    {"theme", required_argument, NULL, OPT_THEME},   {"text", required_argument, NULL, OPT_TEXT},
    {"seated", no_argument, NULL, OPT_SEATED},       {"still", no_argument, NULL, OPT_STILL},
    {"now", required_argument, NULL, OPT_NOW},       {"seed", required_argument, NULL, OPT_SEED},
    {"record", required_argument, NULL, OPT_RECORD}, {"kiosk", required_argument, NULL, OPT_KIOSK},
    {"headless", no_argument, NULL, OPT_HEADLESS},
    {"record", required_argument, NULL, OPT_RECORD}, {"headless", no_argument, NULL, OPT_HEADLESS},
    {"sound-delay", required_argument, NULL, OPT_SOUND_DELAY},
    {"script", required_argument, NULL, OPT_SCRIPT}, {"shots", required_argument, NULL, OPT_SHOTS},
    {"display", required_argument, NULL, OPT_DISPLAY},
    {"calibrate", no_argument, NULL, OPT_CALIBRATE},
    {"renderer", required_argument, NULL, OPT_RENDERER},
    {"pin", required_argument, NULL, OPT_PIN},       {"set-pin", no_argument, NULL, OPT_SET_PIN},
    {"transcript", required_argument, NULL, OPT_TRANSCRIPT}, {"help", no_argument, NULL, OPT_HELP},
    {NULL, 0, NULL, 0},
};

static bool one_of(const char *text, const char *const *names, int count, int *index) {
    for (int i = 0; i < count; i++)
        if (strcmp(text, names[i]) == 0) {
            *index = i;
            return true;
        }
    return false;
}

static bool read_window(const char *text, Options *o) {
    char end;
    return sscanf(text, "%dx%d%c", &o->width, &o->height, &end) == 2 && o->width >= 320 && o->height >= 320 &&
           o->width <= 8192 && o->height <= 8192;
}

static bool read_display(const char *text, Options *o) {
    char *end;
    long display = strtol(text, &end, 10);
    o->display = (int)display;
    return *text && !*end && display >= 0 && display < DISPLAYS;
}

static bool read_seed(const char *text, Options *o) {
    char *end;
    o->seed = strtoull(text, &end, 10);
    o->has_seed = true;
    return *text && !*end && *text != '-';
}

static bool read_now(const char *text, Options *o) {
    o->has_now = true;
    return civil_parse(text, &o->now);
}

static bool read_delay(const char *text, Options *o) {
    char *end;
    long ms = strtol(text, &end, 10);
    o->sound_delay_ms = (int)ms;
    return *text && !*end && ms >= 0 && ms <= SOUND_DELAY_MAX;
}

static bool read_value(int option, const char *value, Options *o) {
    static const char *const THEMES[] = {"clair", "sombre", "contraste"}, *const STEPS[] = {"1", "1.25", "1.5"};
    int index = 0;
    switch (option) {
    case OPT_WINDOW:
        return read_window(value, o);
    case OPT_DISPLAY:
        return read_display(value, o);
    case OPT_NOW:
        return read_now(value, o);
    case OPT_SEED:
        return read_seed(value, o);
    case OPT_SOUND_DELAY:
        return read_delay(value, o);
    case OPT_LANG:
        o->lang = value;
        return true;
    case OPT_THEME:
        if (!one_of(value, THEMES, THEME_COUNT, &index))
            return false;
        o->initial.theme = (ThemeId)index;
        return true;
    case OPT_TEXT:
        if (!one_of(value, STEPS, STEP_COUNT, &index))
            return false;
        o->initial.step = (TextStep)index;
        return true;
    default:
        return false;
    }
}

static bool take(int option, const char *value, Options *o) {
    switch (option) {
    case OPT_PACK:
        o->pack = value;
        return true;
    case OPT_STATS:
        o->stats = value;
        return true;
    case OPT_PIN:
        o->pin = value;
        return true;
    case OPT_CALIBRATE:
        return o->calibrate = true;
    case OPT_SET_PIN:
        return o->set_pin = true;
    case OPT_RECORD:
        o->record = value;
        return true;
    case OPT_RENDERER:
        o->renderer = value;
        return true;
    case OPT_KIOSK:
        o->kiosk = value;
        return true;
    case OPT_SCRIPT:
        o->script = value;
        return true;
    case OPT_SHOTS:
        o->shots = value;
        return true;
    case OPT_TRANSCRIPT:
        o->transcript = value;
        return true;
    case OPT_HEADLESS:
        return o->headless = true;
    case OPT_SEATED:
        return o->initial.seated = o->initial.step_free = true;
    case OPT_STILL:
        return o->initial.still = true;
    case OPT_HELP:
        return o->help = true;
    default:
        return read_value(option, value, o);
    }
}

bool options_read(int argc, char **argv, Options *options, Fault *fault) {
    *options = (Options){.sound_delay_ms = SOUND_DELAY_USUAL};
    opterr = 0;
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "", LONG, NULL)) != -1;) {
        if (option == '?')
            return fault_set(fault, "unknown option or missing value: %s", argv[optind - 1]);
        if (!take(option, optarg, options))
            return fault_set(fault, "not understood: %s", optarg ? optarg : "");
    }
    if (optind < argc)
        return fault_set(fault, "not an option: %s", argv[optind]);
    if (options->set_pin && !options->pin)
        return fault_set(fault, "--set-pin needs --pin: the file of the code");
    if (options->headless && !options->script)
        return fault_set(fault, "--headless needs --script: what is to be done");
    if (options->display && options->width)
        return fault_set(fault, "--display is for the full screen, --window for a window");
    if (options->record && (options->stats || options->pin))
        return fault_set(fault, "--record writes down every touch: not with --stats or --pin");
    return true;
}
