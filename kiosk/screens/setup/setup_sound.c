/* How loud videos are, with a chime to hear it by. */
#include "screens/setup/setup_parts.h"

#define STEP_PERCENT 10
#define LOUDEST 100

static int volume_of(const SetupState *s, const Kiosk *k) {
    return s->answers.volume >= 0 ? s->answers.volume : k->setup->volume;
}

static Step act(SetupState *s, const Kiosk *k, Action action) {
    (void)k;
    s->answers.volume = action.arg;
    return setup_try(s, SETUP_SOUND);
}

static int within(int percent) {
    return percent < 0 ? 0 : percent > LOUDEST ? LOUDEST : percent;
}

static void view(const SetupState *s, const Kiosk *k, Page *page, Frame frame) {
    if (k->setup->volume < 0) {
        widget_text(page, frame.controls, TYPE_BODY, tr(page, STR_STAFF_NO_SPEAKER));
        widget_stretch(page, frame.controls);
        return;
    }
    int now = volume_of(s, k);
    Slice level = tr_number(page, STR_PERCENT, now);
    setup_stepper(page, frame.controls,
                  (SetupStepper){.name = tr(page, STR_STAFF_VOLUME),
                                 .value = level,
                                 .less = {SETUP_TAP, within(now - STEP_PERCENT)},
                                 .more = {SETUP_TAP, within(now + STEP_PERCENT)},
                                 .no_less = now == 0,
                                 .no_more = now == LOUDEST});
    widget_meter(page, frame.controls, (Meter){now, LOUDEST, 0}, PAINT_PRIMARY, level)->height =
        METER_HIGH;
    widget_button(page, frame.controls, BUTTON_PLAIN, ICON_music_note, tr(page, STR_SETUP_CHIME),
                  (Action){SETUP_TAP, now});
    widget_stretch(page, frame.controls);
}

const SetupPage setup_sound = {STR_SETUP_SOUND, STR_SETUP_SOUND_LEAD, act, view};
