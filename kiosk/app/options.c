#include "app/options.h"

#include "base/message.h"
#include "base/near.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Two buffers of 1024 samples; a television or a wireless speaker takes longer. */
#define SOUND_DELAY_USUAL 40
#define SOUND_DELAY_MAX 1000
#define DISPLAYS 64
#define EDIT_WIDTH 960 /* a window beside an editor, half as large as the drawing */
#define EDIT_HEIGHT 540
#define CONFIG_USUAL "/etc/azimut/azimut.conf"
#define COUNT(array) (int)(sizeof(array) / sizeof *(array))

/* ---- readers: each is given all options, and fills its own ----------------------------------- */

static bool read_window(const char *text, void *self, Error *error) {
    (void)error;
    Options *o = self;
    char end;
    o->display = 0; /* of the configuration file: what is read later goes before */
    return sscanf(text, "%dx%d%c", &o->width, &o->height, &end) == 2 && o->width >= 320 &&
           o->height >= 320 && o->width <= 8192 && o->height <= 8192;
}

static bool read_number(const char *text, uint64_t most, int *field) {
    uint64_t number;
    if (!option_number(text, 0, most, &number))
        return false;
    *field = (int)number;
    return true;
}

static bool read_display(const char *text, void *self, Error *error) {
    (void)error;
    Options *o = self;
    o->width = o->height = 0;
    return read_number(text, DISPLAYS - 1, &o->display);
}

static bool read_delay(const char *text, void *self, Error *error) {
    (void)error;
    return read_number(text, SOUND_DELAY_MAX, &((Options *)self)->sound_delay_ms);
}

static bool read_rotate(const char *text, void *self, Error *error) {
    (void)error;
    int degrees;
    if (!read_number(text, 270, &degrees) || degrees % 90)
        return false;
    ((Options *)self)->rotate = degrees;
    return true;
}

static bool read_touch(const char *text, void *self, Error *error) {
    return affine_read(text, &((Options *)self)->touch) ||
           error_set(error, "six numbers as of libinput's calibration matrix: 1 0 0 0 1 0");
}

static bool read_keys(const char *text, void *self, Error *error) {
    return keypad_read(&((Options *)self)->keys, slice_from(text), error);
}

static bool read_volume(const char *text, void *self, Error *error) {
    (void)error;
    return read_number(text, 100, &((Options *)self)->volume);
}

static bool read_seed(const char *text, void *self, Error *error) {
    (void)error;
    Options *o = self;
    return o->has_seed = option_number(text, 0, UINT64_MAX, &o->seed);
}

static bool read_now(const char *text, void *self, Error *error) {
    Options *o = self;
    return o->has_now = option_moment(text, &o->now, error);
}

static bool read_open(const char *text, void *self, Error *error) {
    Options *o = self;
    o->open_count = week_hours_parse(text, o->open, error);
    return o->open_count > 0;
}

static bool one_of(const char *text, const char *const *names, int count, int *index) {
    for (int i = 0; i < count; i++)
        if (strcmp(text, names[i]) == 0) {
            *index = i;
            return true;
        }
    return false;
}

static const char THEMES[] =
#define THEME(name, key) "|" key
#include "ui/themes.def"
#undef THEME
    ;

static bool read_renderer(const char *text, void *self, Error *error) {
    static const char *const NAMES[] = {"opengl", "opengles2", "software"};
    (void)error;
    int index;
    bool known = one_of(text, NAMES, COUNT(NAMES), &index);
    if (known)
        ((Options *)self)->renderer = NAMES[index];
    return known;
}

static bool read_theme(const char *text, void *self, Error *error) {
    static const char *const NAMES[] = {
#define THEME(name, key) key,
#include "ui/themes.def"
#undef THEME
    };
    (void)error;
    int index = 0;
    bool known = one_of(text, NAMES, THEME_COUNT, &index);
    ((Options *)self)->initial.theme = (ThemeId)index;
    return known;
}

static bool read_step(const char *text, void *self, Error *error) {
    static const char *const STEPS[] = {"1", "1.25", "1.5", "1.75", "2"};
    (void)error;
    int index = 0;
    bool known = one_of(text, STEPS, STEP_COUNT, &index);
    ((Options *)self)->initial.step = (TextStep)index;
    return known;
}

static bool read_seated(const char *text, void *self, Error *error) {
    (void)text, (void)error;
    Settings *initial = &((Options *)self)->initial;
    return initial->seated = initial->step_free = true;
}

static bool read_voice(const char *text, void *self, Error *error) {
    (void)text, (void)error;
    ((Options *)self)->initial.voice.state = VOICE_ON;
    return true;
}

/* A file that names one can be overruled. */
static bool read_printer(const char *text, void *self, Error *error) {
    (void)error;
    bool named = text[0] && text[0] != '-' && !strpbrk(text, " /#");
    ((Options *)self)->printer = strcmp(text, "none") == 0 ? NULL : text;
    return named;
}

/* ---- the list -------------------------------------------------------------------------------- */

#define TEXT(name, value, field, help)                                                             \
    OPTION(name, value, option_text, offsetof(Options, field), help, NULL, OPTION_FREE)
#define FLAG(name, field, help)                                                                    \
    OPTION(name, NULL, option_flag, offsetof(Options, field), help, NULL, OPTION_FREE)
#define READ(name, value, reader, help) OPTION(name, value, reader, 0, help, NULL, OPTION_FREE)

static const Option OPTIONS[] = {
    TEXT("config", "FILE", config, "where options stand too; without it, /etc/azimut/azimut.conf"),
    TEXT("pack", "FILE", pack, "the content; without it, the pack that lies beside the program"),
    TEXT("packs", "DIR", packs,
         "where content that comes later is kept; without it, there is none"),
    TEXT("key", "FILE", key,
         "the public key of whoever signs it; without it, none is taken signed"),
    TEXT("updates", "DIR", updates, "a folder that something else fills with signed content"),
    TEXT("stats", "FILE", stats, "where visits are counted; without it, nothing is counted"),
    TEXT("pin", "FILE", pin, "the code of the staff area; without it, there is none"),
    FLAG("set-pin", set_pin, "asks for a new code twice, writes it to the file of --pin and ends"),
    TEXT("health", "DIR", health,
         "where one signed file a night about the machine goes, for azimut-fleet; needs --stats"),
    READ("window", "WxH", read_window, "a window instead of the full screen"),
    OPTION("display", "N", read_display, 0,
           "which display it covers: 0, the primary one, or another", NULL, OPTION_OR),
    READ("renderer", "opengl|opengles2|software", read_renderer,
         "what draws; without it, a graphics processor where there is one"),
    TEXT("kiosk", "ID", kiosk, "which of the plan's kiosks this one is; without it, the first"),
    TEXT("lang", "CODE", lang,
         "the language of the pack that a visit begins with: fr, en or another"),
    READ("theme", THEMES + 1, read_theme, "the colours that a visit begins with"),
    READ("text", "1|1.25|1.5|1.75|2", read_step, "the size of text that a visit begins with"),
    READ("seated", NULL, read_seated, "controls within the reach of somebody who sits"),
    FLAG("still", initial.still, "no motion"),
    READ("voice", NULL, read_voice, "a visit begins with the voice, where there is a loudspeaker"),
    READ("rotate", "0|90|180|270", read_rotate,
         "turns the display clockwise, where that is the kiosk's to do (X11)"),
    READ("touch-matrix", "MATRIX", read_touch,
         "six numbers, as of libinput: from where the glass says to where it was touched"),
    READ("keys", "KEY=WHAT…", read_keys,
         "what the keys of a keypad mean, \"kp-6=next kp-5=act\": next, back, up, act, repeat, "
         "help…"),
    READ("volume", "0-100", read_volume, "the loudness to begin with; without it, as it is"),
    TEXT("timezone", "NAME", timezone, "as tzdata calls it; without it, the machine's"),
    READ("sound-delay", "MS", read_delay,
         "how late the loudspeakers are: 40, or more for a television or wireless ones"),
    FLAG("sounds", sounds,
         "a soft click at a touch and a chord with a result; else there are none"),
    FLAG("calm", calm, "out of service: the calm page and the door of the staff, nothing else"),
    FLAG("calibrate", calibrate, "also counts one answer of each quiz, to learn the quiz from"),
    READ("open", "HOURS", read_open,
         "when the campus is open, \"1-5 07:30-18:30; 6 09:00-12:30\": else the display sleeps"),
    FLAG("until-open", until_open,
         "prints in how many seconds the campus opens, 0 while it is open, and ends"),
    TEXT("screen-power", "PROGRAM", screen_power,
         "called with off and on where the display server cannot switch a display"),
    TEXT("set-clock", "PROGRAM", set_clock,
         "called with the local time that the staff have set; without it, they cannot"),
    READ("printer", "NAME|default|none", read_printer,
         "the printer for a result, a way or a course, as CUPS calls it; without it, none"),
    READ("now", "ISO8601", read_now, "the local time at the start, instead of the clock's"),
    READ("seed", "N", read_seed, "what chance begins with: the same seed, the same visit"),
    TEXT("record", "FILE", record, "writes the touches of a visit as a script"),
    TEXT("edit", "DIR", edit,
         "shows a folder of sources while it is written, and what is to be mended in it"),
    FLAG("setup", setup, "begins with the pages that write the configuration file"),
    FLAG("headless", headless, "plays a script without a display"),
    TEXT("script", "FILE", script,
         "plays the touches in the file, on a clock of its own, and ends"),
    TEXT("shots", "DIR", shots, "where a script's pictures go"),
    TEXT("transcript", "FILE", transcript, "what a person would notice while a script plays"),
};

static const Command KIOSK = {NULL, "", ""};

const CommandLine KIOSK_LINE = {"azimut", &KIOSK, 1, OPTIONS, COUNT(OPTIONS)};

static bool check(const Options *o, Error *error) {
    if (o->set_pin && !o->pin)
        return error_set(error, "--set-pin needs --pin: the file of the code");
    if (o->health && !o->stats && !o->calm)
        return error_set(error, "--health needs --stats: the kiosk's key lies beside that file");
    if (o->until_open && !o->open_count)
        return error_set(error, "--until-open needs --open: the hours");
    if (o->edit && (o->pack || o->packs || o->stats || o->calm || o->setup))
        return error_set(error, "--edit shows its folder and counts nothing: not with --pack, "
                                "--packs, --stats, --calm or --setup");
    if (o->headless && !o->script)
        return error_set(error, "--headless needs --script: what is to be done");
    if ((o->key || o->updates) && !o->packs)
        return error_set(error, "--key and --updates need --packs: where content is kept");
    if (o->updates && !o->key)
        return error_set(error, "--updates needs --key: nothing unsigned is taken from there");
    if (o->record && (o->stats || o->pin))
        return error_set(error, "--record writes down every touch: not with --stats or --pin");
    return true;
}

static const Options USUAL = {
    .sound_delay_ms = SOUND_DELAY_USUAL, .rotate = -1, .volume = -1, .touch = {1, 0, 0, 0, 1, 0}};

/* A script is played the same on every machine, and a folder shown so, unless it is said otherwise.
 */
const char *options_config(const Options *o) {
    return o->config || o->script || o->edit ? o->config : CONFIG_USUAL;
}

/* Beside the program, wherever both were put: .../bin/azimut, .../share/azimut-kiosk. */
const char *options_model(void) {
    static const char *const PLACES[] = {"/../share/azimut-kiosk/azimut.conf", NULL};
    static char path[NEAR_BYTES];
    return near_program(PLACES, path) ? path : OPTIONS_MODEL;
}

/* On the first day there is none yet: then what a first one begins as. */
static const char *config_to_read(const Options *o) {
    const char *path = options_config(o);
    if (path && (o->config || access(path, F_OK) == 0))
        return path;
    bool first = o->setup && !o->script && access(options_model(), F_OK) == 0;
    return first ? options_model() : NULL;
}

static Asked read_command_line(int argc, char **argv, Options *options, Error *error) {
    Operands none;
    Asked asked = command_line_read(&KIOSK_LINE, argc, argv, options, &none, error);
    const char *slash = strrchr(argv[0], '/');
    options->setup |= strcmp(slash ? slash + 1 : argv[0], "azimut-setup") == 0;
    return asked;
}

/* Which file it is, the command line says, and then it has the last word. Whoever comes to write
   the file need not have a good one, nor any. */
static bool read_config(const char *path, Options *options, Error *error) {
    bool setup = options->setup;
    *options = USUAL;
    if (config_read(&KIOSK_LINE, path, &options->read, options, error))
        return true;
    *options = USUAL;
    if (access(path, F_OK) == 0)
        options->fault = *error;
    return setup;
}

/* Out of service the mistake may be in the file; there is to be a picture all the same, an upright
   one, and a touch or a key is to be what it always is. */
static const char *const CALM_KEYS[] = {"renderer", "display",  "rotate", "touch-matrix",
                                        "keys",     "timezone", "lang",   "theme",
                                        "text",     "seated",   "still",  NULL};

static bool read_file(const char *path, Options *options, Error *error) {
    if (!options->calm)
        return read_config(path, options, error);
    *options = USUAL;
    config_glean(&KIOSK_LINE, path, CALM_KEYS, &options->read, options);
    return true;
}

Asked options_read(int argc, char **argv, Options *options, Error *error) {
    *options = USUAL;
    Asked asked = read_command_line(argc, argv, options, error);
    const char *path = asked == ASKED_COMMAND ? config_to_read(options) : NULL;
    if (path) {
        if (!read_file(path, options, error))
            return ASKED_WRONGLY;
        asked = read_command_line(argc, argv, options, error);
    }
    if (options->edit && !options->width) {
        options->width = EDIT_WIDTH;
        options->height = EDIT_HEIGHT;
    }
    if (options->calm) /* whatever it was that broke, it is left alone */
        options->pack = options->stats = options->packs = options->key = options->updates = NULL;
    return asked == ASKED_COMMAND && !check(options, error) ? ASKED_WRONGLY : asked;
}

bool options_check(const char *text, int *row, Error *error) {
    static const char NAME[] = "azimut.conf:";
    static Options options;
    options = USUAL;
    *row = 0;
    snprintf(options.read.text, sizeof options.read.text, "%s", text);
    if (config_take(&KIOSK_LINE, "azimut.conf", &options.read, &options, error))
        return check(&options, error);
    if (strncmp(error->text, NAME, sizeof NAME - 1) == 0)
        *row = atoi(error->text + sizeof NAME - 1);
    return false;
}
