#include "program/program.h"

#include "app/loop.h"
#include "replay/script.h"
#include "base/helper.h"
#include "base/log.h"
#include "base/service.h"
#include "platform/video/chime.h"
#include "platform/video/mixer.h"
#include "platform/window/stop.h"

#include <stdlib.h>
#include <time.h>

int program_fail(const char *what) {
    fprintf(stderr, "azimut: %s\n", what);
    return EXIT_FAILURE;
}

/* What the configuration says of the machine. */
static void settle_machine(Program *p) {
    const Options *o = &p->options;
    if (o->rotate >= 0)
        display_turn(p->display, o->rotate);
    display_set_touch(p->display, o->touch);
    helper_look(o->screen_power);
    helper_look(o->set_clock);
    if (o->volume >= 0 && !o->headless)
        mixer_set_volume(o->volume);
}

/* What an author does is counted by nobody, and the time is the author's. */
static FactSink sink_of(Program *p) {
    if (p->options.edit)
        return (FactSink){0};
    return (FactSink){p, program_note, program_end_visit, program_hour, program_minute};
}

static void begin_app(Program *p) {
    const Options *o = &p->options;
    app_begin(&p->app,
              (AppSetup){.pack = p->has_pack ? &p->pack : NULL,
                         .bank = &p->bank,
                         .wayfinder = p->wayfinder,
                         .recordings = p->recordings,
                         .typeface = display_typeface(p->display),
                         .initial = o->initial,
                         .calibrates = o->calibrate,
                         .sounds = o->sounds,
                         .width = display_width(p->display),
                         .height = display_height(p->display),
                         .seed = o->has_seed ? o->seed : (uint64_t)time(NULL) << 16,
                         .now = display_now(p->display),
                         .civil_shift = p->civil_shift,
                         .doubtful = !o->edit && !program_look_at_clock(p),
                         .open = p->options.open,
                         .open_count = p->options.open_count,
                         .sink = sink_of(p),
                         .unhurried = o->edit,
                         .staff = {&p->desk, o->pin ? staff_service_view : NULL, staff_service_ask},
                         .setup = {&p->first_day, options_config(o) ? setup_service_view : NULL,
                                   setup_service_ask},
                         .printer = program_print_desk(p),
                         .speaks = display_can_speak(p->display),
                         .sets_up = o->setup});
}

/* To its end, on a disk that may be full. */
static bool close_written(FILE *file) {
    bool good = !ferror(file);
    return fclose(file) == 0 && good;
}

static int run_script(Program *p) {
    const Options *o = &p->options;
    if (o->transcript && !(p->transcript = fopen(o->transcript, "w")))
        return program_fail("the transcript cannot be written");
    begin_app(p);
    Error error;
    ScriptRun run = {&p->app,         p->display,           o->script, o->shots, p->transcript,
                     &p->civil_shift, program_begin_edit(p)};
    bool good = script_run(&run, &error);
    edit_end(p->edit);
    app_end(&p->app);
    if (p->transcript && !close_written(p->transcript) && good)
        return program_fail("the transcript cannot be written to its end");
    return good ? EXIT_SUCCESS : program_fail(error.text);
}

static int run_window(Program *p) {
    FILE *record = p->options.record ? fopen(p->options.record, "w") : NULL;
    if (p->options.record && !record)
        log_line("record", "%s cannot be written", p->options.record);
    begin_app(p);
    LoopSpec loop = {.app = &p->app,
                     .display = p->display,
                     .civil_shift = &p->civil_shift,
                     .leave = &p->desk.leave,
                     .self = p,
                     .turn = p->options.packs ? program_turn : NULL,
                     .record = record,
                     .beside = program_begin_edit(p)};
    bool wished = loop_run(&loop);
    service_stops();
    edit_end(p->edit);
    app_end(&p->app);
    if (record && !close_written(record))
        log_line("record", "%s is not written to its end", p->options.record);
    return wished ? EXIT_SUCCESS : program_fail("the display is gone");
}

static Program *lost; /* the one that has visitors; NULL: nothing is to be saved */

/* The display is gone and Xlib ends the program: what the visitors did until now is counted all the
   same. */
static void lose(void) {
    if (!lost)
        return;
    app_end(&lost->app);
    stats_close(lost->stats);
    if (lost->options.packs)
        store_end(&lost->store);
}

static Display *display_for(const Program *p, Easel *easel, Error *error) {
    const Options *o = &p->options;
    return display_open((DisplaySpec){.width = o->width,
                                      .height = o->height,
                                      .display = o->display,
                                      .renderer = o->renderer,
                                      .give_up = stop_wished,
                                      .lost = lose,
                                      .headless = o->headless,
                                      .staged = o->script,
                                      .later = true,
                                      .easel = easel,
                                      .power = o->screen_power,
                                      .keys = &o->keys,
                                      .voice = o->initial.voice.state == VOICE_ON,
                                      .sound_delay_ms = o->sound_delay_ms},
                        error);
}

/* The pack is read while the window opens: most of that is waiting for the display. */
static bool open_display(Program *p, Easel *easel, Error *error) {
    pthread_t content;
    bool beside = pthread_create(&content, NULL, program_load, p) == 0;
    p->display = display_for(p, easel, error);
    if (beside)
        pthread_join(content, NULL);
    else
        program_load(p);
    if (p->display)
        display_fill(p->display, p->has_pack ? &p->pack : NULL, p->chunks);
    return p->display != NULL;
}

int program_run(Program *p) {
    Error error;
    const Options *o = &p->options;
    service_begin();
    Easel *easel = easel_open(&p->pack); /* forks: before there are threads */
    if (!o->script)
        stop_begin();
    if (o->packs)
        program_open_store(p);
    if (!open_display(p, easel, &error)) {
        chunks_close(p->chunks);
        if (o->packs)
            program_close_store(p);
        return program_fail(error.text);
    }
    stop_wakes();
    p->civil_shift = o->has_now ? o->now : program_content_day(p);
    if (!o->script)
        p->civil_shift = program_local_now(p) - display_now(p->display);
    p->app.now = display_now(p->display);
    program_begin_clock(p);
    program_open_stats(p);
    program_begin_health(p);
    program_begin_updates(p);
    program_begin_staff(p);
    settle_machine(p);
    program_begin_setup(p);
    program_begin_printer(p);
    lost = p;
    int status = o->script ? run_script(p) : run_window(p);
    lost = NULL;
    stop_end();
    chime_end();
    printer_end(&p->printer);
    staff_service_end(&p->desk);
    program_end_updates(p);
    stats_close(p->stats);
    display_close(p->display);
    chunks_close(p->chunks);
    return status;
}
