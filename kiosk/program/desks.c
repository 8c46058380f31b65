#include "program/program.h"

#include "platform/video/chime.h"
#include "platform/video/mixer.h"
#include "replay/transcript.h"
#include "setup/zones.h"
#include "ui/paper.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define PIN_USUAL "/var/lib/azimut/pin"

/* ---- the staff ------------------------------------------------------------------------------- */

void program_begin_staff(Program *p) {
    if (p->options.stats)
        snprintf(p->shown, sizeof p->shown, "%.4000s.shown", p->options.stats);
    staff_service_begin(
        &p->desk,
        (StaffServiceSpec){.pin = p->options.pin,
                           .mounts = MOUNTS,
                           .scratch = p->options.stats ? p->shown : NULL,
                           .pack = p->has_pack ? &p->pack : NULL,
                           .store = p->options.packs ? &p->store : NULL,
                           .update = p->options.packs ? &p->update : NULL,
                           .stats = p->stats,
                           .now = &p->app.now,
                           .civil_shift = &p->civil_shift,
                           .volume = mixer_volume,
                           .set_volume = mixer_set_volume,
                           .set_clock = p->options.set_clock ? program_set_clock : NULL,
                           .look_at_health = p->options.stats ? program_look_at_health : NULL,
                           .put_health = p->options.stats ? program_put_health : NULL,
                           .storage_is_full = p->options.stats ? program_storage_is_full : NULL,
                           .self = p});
}

/* ---- the first day --------------------------------------------------------------------------- */

static void set_zone(void *self, const char *zone) {
    Program *p = self;
    const char *name = *zone ? zone : p->options.timezone;
    if (name)
        setenv("TZ", name, 1);
    else
        unsetenv("TZ");
    tzset();
    program_minute(p);
}

static void turn_display(void *self, int degrees) {
    display_turn(((Program *)self)->display, degrees);
}

static void set_touch(void *self, Affine touch) {
    display_set_touch(((Program *)self)->display, touch);
}

static void play_chime(void *self) {
    if (!((Program *)self)->options.headless)
        chime_play();
}

/* A script's loudness is its own, whatever the machine has. */
static int staged_percent = 50;

static int staged_volume(void) {
    return staged_percent;
}

static bool set_staged_volume(int percent) {
    staged_percent = percent;
    return true;
}

static void restart(void *self) {
    ((Program *)self)->desk.leave = LEAVE_RESTART;
}

void program_begin_setup(Program *p) {
    const char *config = options_config(&p->options);
    bool staged = p->options.headless;
    if (!config)
        return;
    setup_service_begin(
        &p->first_day,
        (SetupServiceSpec){.config = config,
                           .model = options_model(),
                           .pin = p->options.pin ? p->options.pin : PIN_USUAL,
                           .zones = ZONES_FOLDER,
                           .by_itself = p->options.setup,
                           .turns = display_turns(p->display),
                           .check = options_check,
                           .self = p,
                           .turn = turn_display,
                           .touch = set_touch,
                           .volume = staged ? staged_volume : mixer_volume,
                           .set_volume = staged ? set_staged_volume : mixer_set_volume,
                           .chime = play_chime,
                           .set_zone = set_zone,
                           .set_clock = p->options.set_clock ? program_set_clock : NULL,
                           .restart = restart});
}

/* ---- the printer ----------------------------------------------------------------------------- */

void program_begin_printer(Program *p) {
    printer_begin(
        &p->printer,
        (PrinterSpec){.name = p->options.printer, .now = &p->app.now, .staged = p->options.script});
}

static PrintView print_view(void *self) {
    return printer_view(&((Program *)self)->printer);
}

static void look_for_printer(void *self) {
    printer_look(&((Program *)self)->printer);
}

static void forget_printed(void *self) {
    printer_forget(&((Program *)self)->printer);
}

static void print_page(void *self, const Page *page) {
    Program *p = self;
    PdfSheet sheet = {display_proof(p->display, page), PAPER_WIDTH, PAPER_HEIGHT, PAPER_DPI};
    if (p->transcript) {
        fputs("sheet ", p->transcript);
        transcript_page(p->transcript, page);
    }
    printer_print(&p->printer, sheet);
}

PrintDesk program_print_desk(Program *p) {
    if (!p->options.printer)
        return (PrintDesk){0};
    return (PrintDesk){p, print_view, look_for_printer, print_page, forget_printed};
}
