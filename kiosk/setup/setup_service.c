#include "setup/setup_service.h"

#include "base/log.h"
#include "setup/zones.h"
#include "staff/pin.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MUTED_MOST 40
#define CONFIG_MODE 0644
#define VALUE_BYTES CONFIG_BYTES_MAX /* no value is longer than the file */

_Static_assert((int)SETUP_CODE_DIGITS == (int)PIN_DIGITS, "a code is a code");

bool setup_code_is_weak(const char *code) {
    return pin_is_weak(code);
}

/* ---- the file as it is ----------------------------------------------------------------------- */

/* Lines that would keep the kiosk from starting are kept, as comments. */
static bool mute_faults(SetupService *s) {
    Error error;
    int row = 0;
    while (s->spec.check && !s->spec.check(s->edit.text, &row, &error)) {
        log_line("setup", "%s", error.text);
        if (s->view.muted == MUTED_MOST || !config_edit_mute(&s->edit, row))
            return false;
        s->view.muted++;
    }
    return true;
}

static void load(SetupService *s) {
    Error error;
    bool first = access(s->spec.config, F_OK) != 0 && s->spec.model;
    if (!config_edit_load(&s->edit, first ? s->spec.model : s->spec.config, &error))
        log_line("setup", "%s", error.text);
    mute_faults(s);
}

static const char *value_of(const SetupService *s, const char *key, char value[VALUE_BYTES]) {
    value[0] = 0;
    config_edit_get(&s->edit, key, value, VALUE_BYTES);
    return value;
}

static int number_of(const SetupService *s, const char *key, int otherwise) {
    char value[VALUE_BYTES];
    return *value_of(s, key, value) ? atoi(value) : otherwise;
}

static void copy(char *to, size_t size, const char *from) {
    snprintf(to, size, "%.*s", (int)size - 1, from);
}

static void read_hours(SetupService *s, SetupAnswers *a) {
    char value[VALUE_BYTES];
    a->keeps_hours = !week_read(value_of(s, "open", value), &a->week);
}

static void read_answers(SetupService *s) {
    char value[VALUE_BYTES];
    SetupAnswers *a = &s->view.now;
    int lang = langs_find(langs(), slice_from(value_of(s, "lang", value)));
    *a = (SetupAnswers){.lang = lang < 0 ? LANG_FIRST : lang,
                        .turned = number_of(s, "rotate", 0),
                        .touch = AFFINE_NONE,
                        .volume = number_of(s, "volume", s->volume)};
    affine_read(value_of(s, "touch-matrix", value), &a->touch);
    copy(a->kiosk, sizeof a->kiosk, value_of(s, "kiosk", value));
    copy(a->zone, sizeof a->zone, value_of(s, "timezone", value));
    read_hours(s, a);
}

static const char *pin_path(const SetupService *s, char value[VALUE_BYTES]) {
    return *value_of(s, "pin", value) ? value : s->spec.pin;
}

static bool has_code(const SetupService *s) {
    char value[VALUE_BYTES];
    const char *path = pin_path(s, value);
    return path && access(path, F_OK) == 0;
}

void setup_service_begin(SetupService *s, SetupServiceSpec spec) {
    *s = (SetupService){.spec = spec};
    s->volume = spec.volume ? spec.volume() : -1;
    load(s);
    read_answers(s);
    s->view.by_itself = spec.by_itself;
    s->view.turns = spec.turns;
    s->view.has_code = has_code(s);
    s->view.sets_clock = spec.set_clock != NULL;
    s->view.volume = s->volume;
    s->view.zone_count = zones_list(spec.zones, s->view.now.zone, s->view.zone);
    copy(s->view.file, sizeof s->view.file, spec.config);
}

const SetupView *setup_service_view(void *self) {
    return &((SetupService *)self)->view;
}

/* ---- the file as it will be ------------------------------------------------------------------ */

static bool put_number(ConfigEdit *edit, const char *key, int number) {
    char text[16];
    snprintf(text, sizeof text, "%d", number);
    return config_edit_set(edit, key, text);
}

static bool put_machine(SetupService *s, const SetupAnswers *a) {
    char touch[AFFINE_TEXT];
    affine_print(&a->touch, touch);
    config_edit_set(&s->edit, "setup", NULL); /* once it is done, it does not come back */
    return put_number(&s->edit, "rotate", a->turned) &&
           config_edit_set(&s->edit, "touch-matrix", touch) &&
           (a->volume < 0 || put_number(&s->edit, "volume", a->volume)) &&
           (!a->zone[0] || config_edit_set(&s->edit, "timezone", a->zone));
}

static bool put_campus(SetupService *s, const SetupAnswers *a) {
    char hours[WEEK_TEXT];
    week_print(&a->week, hours);
    return config_edit_set(&s->edit, "lang", langs()->code[a->lang]) &&
           (!a->kiosk[0] || config_edit_set(&s->edit, "kiosk", a->kiosk)) &&
           (a->keeps_hours || config_edit_set(&s->edit, "open", hours[0] ? hours : NULL));
}

/* A code is of no use when the kiosk does not know where it is. */
static bool put_pin(SetupService *s, const SetupAnswers *a) {
    char value[VALUE_BYTES];
    return !a->code[0] || *value_of(s, "pin", value) || !s->spec.pin ||
           config_edit_set(&s->edit, "pin", s->spec.pin);
}

static SetupFault fault_of(int why) {
    switch (why) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return SETUP_NO_ROOM;
    case EROFS:
    case EACCES:
    case EPERM:
        return SETUP_NO_RIGHT;
    default:
        return SETUP_NO_FILE;
    }
}

/* The code goes first, while the file lies beside, whole: whatever fails, no half of it is read. */
static bool set_code(const SetupService *s, const SetupAnswers *a) {
    char value[VALUE_BYTES];
    Error error;
    const char *path = pin_path(s, value);
    if (!a->code[0] || !path || pin_set(path, a->code, &error))
        return true;
    int why = errno;
    log_line("setup", "%s", error.text);
    errno = why;
    return false;
}

static bool put_file(SetupService *s, const SetupAnswers *a) {
    FilePart file;
    if (!put_machine(s, a) || !put_campus(s, a) || !put_pin(s, a) || !mute_faults(s)) {
        errno = EINVAL;
        return false;
    }
    if (!file_begin(&file, s->spec.config, s->edit.text, strlen(s->edit.text), CONFIG_MODE))
        return false;
    if (set_code(s, a))
        return file_finish(&file);
    file_abandon(&file);
    return false;
}

static void write_all(SetupService *s, const SetupAnswers *a) {
    errno = 0;
    s->view.written = put_file(s, a);
    s->view.fault = s->view.written ? SETUP_WELL : fault_of(errno);
    if (!s->view.written) {
        log_line("setup", "%s is not written: %s", s->spec.config, strerror(errno));
        return;
    }
    s->tried = false;
    if (s->spec.restart)
        s->spec.restart(s->spec.self);
}

/* ---- what is tried at once ------------------------------------------------------------------- */

static void turn(const SetupService *s, const SetupAnswers *a) {
    if (s->spec.turns && s->spec.turn)
        s->spec.turn(s->spec.self, a->turned);
}

static void touch(const SetupService *s, const SetupAnswers *a) {
    if (s->spec.touch)
        s->spec.touch(s->spec.self, a->touch);
}

static void set_zone(const SetupService *s, const SetupAnswers *a) {
    if (s->spec.set_zone)
        s->spec.set_zone(s->spec.self, a->zone);
}

static void sound(SetupService *s, const SetupAnswers *a) {
    if (s->spec.set_volume && s->spec.set_volume(a->volume))
        s->view.volume = s->spec.volume();
    if (s->spec.chime)
        s->spec.chime(s->spec.self);
}

static void set_clock(SetupService *s, const SetupAnswers *a) {
    bool set = s->spec.set_clock && s->spec.set_clock(s->spec.self, a->clock);
    s->view.clock = set ? CLOCK_SET : CLOCK_NOT_SET;
}

/* All but the clock, which nobody wants wrong again. */
static void undo(SetupService *s) {
    if (!s->tried)
        return;
    s->tried = false;
    turn(s, &s->view.now);
    touch(s, &s->view.now);
    set_zone(s, &s->view.now);
    if (s->spec.set_volume && s->volume >= 0)
        s->spec.set_volume(s->volume);
}

void setup_service_ask(void *self, SetupAsk ask, const SetupAnswers *answers) {
    SetupService *s = self;
    s->tried |= ask != SETUP_LEAVE;
    if (ask == SETUP_TURN)
        turn(s, answers);
    else if (ask == SETUP_TOUCH)
        touch(s, answers);
    else if (ask == SETUP_SOUND)
        sound(s, answers);
    else if (ask == SETUP_TIME_ZONE)
        set_zone(s, answers);
    else if (ask == SETUP_CLOCK)
        set_clock(s, answers);
    else if (ask == SETUP_WRITE)
        write_all(s, answers);
    else if (ask == SETUP_LEAVE)
        undo(s);
}
