#include "staff/other_kiosks.h"

#include "staff/gather.h"
#include "staff/usb_stick.h"
#include "base/log.h"

#include <stdio.h>
#include <unistd.h>

#define PATH_BYTES 4200

/* The id of the kiosk whose export this is; an export has one. */
static bool find_own(OtherKiosks *o, const char *own, Error *error) {
    Figures *alone = arena_new(&o->memory, Figures);
    if (!figures_read(own, (FiguresWish){0}, &o->memory, alone, error) || alone->kiosks != 1)
        return false;
    for (o->own = 0; o->own < o->figures->kiosks; o->own++)
        if (slice_equal(o->figures->kiosk[o->own].key, alone->kiosk[0].key))
            return true;
    return false;
}

static bool read_all(OtherKiosks *o, const char *own, const char *together, Error *error) {
    char stick[USB_STICK_PATH];
    Figures *figures = arena_new(&o->memory, Figures);
    if (!usb_stick_find(o->spec.mounts, o->spec.sticks, R_OK, stick) ||
        !stats_export(o->spec.stats, own, error) || gather_together(stick, own, together) < 2 ||
        !figures_read(together, (FiguresWish){0}, &o->memory, figures, error))
        return false;
    o->figures = figures;
    return figures->apart && find_own(o, own, error);
}

static void *read_thread(void *self) {
    OtherKiosks *o = self;
    char own[PATH_BYTES], together[PATH_BYTES];
    Error error = {.text = ""};
    snprintf(own, sizeof own, "%.4100s.own", o->spec.scratch);
    snprintf(together, sizeof together, "%.4100s.together", o->spec.scratch);
    if (!read_all(o, own, together, &error)) {
        o->figures = NULL;
        if (error.text[0])
            log_line("export", "%s", error.text);
    }
    unlink(own);
    unlink(together);
    atomic_store(&o->done, true);
    return NULL;
}

static void end_thread(OtherKiosks *o) {
    if (o->begun)
        pthread_join(o->thread, NULL);
    o->begun = false;
}

void other_kiosks_ask(OtherKiosks *o, OtherKiosksSpec spec) {
    if (o->begun)
        return;
    other_kiosks_forget(o);
    o->spec = spec;
    atomic_store(&o->done, false);
    o->begun = spec.scratch && pthread_create(&o->thread, NULL, read_thread, o) == 0;
    o->state = o->begun ? OTHERS_READING : OTHERS_NONE;
}

StaffOthers other_kiosks_state(OtherKiosks *o) {
    if (o->begun && atomic_load(&o->done)) {
        end_thread(o);
        o->state = o->figures ? OTHERS_THERE : OTHERS_NONE;
    }
    return o->state;
}

void other_kiosks_forget(OtherKiosks *o) {
    end_thread(o);
    o->state = OTHERS_UNASKED;
    o->figures = NULL;
    arena_free(&o->memory);
}

int other_kiosks_at(const OtherKiosks *o, int other) {
    int at = other + (other >= o->own);
    return o->figures && at < o->figures->kiosks ? at : -1;
}
