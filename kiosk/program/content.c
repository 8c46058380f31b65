#include "program/program.h"

#include "app/spot.h"
#include "base/log.h"
#include "base/look.h"
#include "content/schema.h"

#include <errno.h>
#include <string.h>

#define INSTALLED_PACK "/usr/share/azimut/campus.pack"
#define INSTALLED_TOOL "/usr/bin/azimut-pack"

/* ---- the pack: the one asked for, else the one built in -------------------------------------- */

static bool try_pack(Program *p, const char *path) {
    Error error;
    arena_reset(&p->pack_memory);
    p->has_pack = false;
    if (!pack_load(path, &p->pack_memory, &p->pack, &error))
        log_line("pack", "%s", error.text);
    else if (!bank_from(&p->pack, &p->bank, &error))
        log_line("pack", "%s: %s", path, error.text);
    else
        p->has_pack = true;
    if (p->has_pack && p->pack.clip_count && !(p->chunks = chunks_open(path, &p->pack, &error)))
        log_line("video", "%s", error.text);
    return p->has_pack;
}

/* ---- content that came later ----------------------------------------------------------------- */

/* Another whenever the machine has started anew. */
static void boot_id(char id[LEDGER_BOOT]) {
    FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");
    if (!file || !fgets(id, LEDGER_BOOT, file))
        strcpy(id, "?");
    id[strcspn(id, "\n")] = 0;
    if (file)
        fclose(file);
}

/* Beside the program, as after `make`, or where `make install` puts it. */
static void find_near(char path[PATH_BYTES], const char *beside, const char *installed,
                      const char *usual) {
    if (!near_program((const char *const[]){beside, installed, NULL}, path))
        strcpy(path, usual);
}

static void find_tool(Program *p) {
    find_near(p->tool, "/azimut-pack", "/../bin/azimut-pack", INSTALLED_TOOL);
}

static void find_built_in(Program *p) {
    find_near(p->built_in, "/campus.pack", "/../share/azimut/campus.pack", INSTALLED_PACK);
}

void program_open_store(Program *p) {
    find_built_in(p);
    find_tool(p);
    p->maker = (Maker){p->tool, &p->store.stopping, false};
    store_open(&p->store, (StoreSpec){.folder = p->options.packs,
                                      .key = p->options.key,
                                      .format = PACK_FORMAT,
                                      .built_in = p->options.pack ? p->options.pack : p->built_in,
                                      .disk = &DISK_REAL,
                                      .look = maker_look,
                                      .looker = &p->maker});
    if (p->store.trouble)
        log_line("store", "%s: %s", p->options.packs, strerror(p->store.trouble));
}

/* In good order: that is no crash of what is shown. */
void program_close_store(Program *p) {
    store_end(&p->store);
    store_close(&p->store);
}

/* One that does not open is given up for the one before it. */
static bool load_from_store(Program *p) {
    char boot[LEDGER_BOOT], path[DISK_PATH];
    boot_id(boot);
    while (store_begin(&p->store, boot, program_local_now(p), path)) {
        if (try_pack(p, path))
            return true;
        store_failed(&p->store);
    }
    return false;
}

void program_begin_updates(Program *p) {
    if (!p->options.packs)
        return;
    p->proven_at = p->app.now + STORE_HEALTHY_MS;
    update_begin(&p->update,
                 (UpdateSpec){.store = &p->store,
                              .updates = p->options.updates,
                              .maker = &p->maker,
                              .mounts = MOUNTS,
                              .in_turn = p->options.script},
                 program_now(p));
}

void program_end_updates(Program *p) {
    if (!p->options.packs)
        return;
    update_end(&p->update);
    program_close_store(p);
}

/* What came in is shown from the next start on, and nobody is there to miss a visit by it. */
void program_turn(void *self, bool nobody) {
    Program *p = self;
    update_tick(&p->update, program_now(p));
    if (p->app.now >= p->proven_at && store_on_trial(&p->store)) {
        store_healthy(&p->store);
        p->proven_at = p->app.now + STORE_HEALTHY_MS; /* should that not have been written */
    }
    if (nobody && store_waits(&p->store))
        p->desk.leave = LEAVE_RESTART;
}

/* ---- the pack that is shown ------------------------------------------------------------------ */

static void load_pack(Program *p) {
    if (p->options.calm || p->options.edit || (p->options.packs && load_from_store(p)))
        return;
    if (p->options.pack && try_pack(p, p->options.pack))
        return;
    find_built_in(p);
    if (!try_pack(p, p->built_in))
        log_line("pack", "no content to show, the calm page stands");
}

/* Which languages there are, only the pack knows. */
static void choose_language(Options *o) {
    int lang = o->lang ? langs_find(langs(), slice_from(o->lang)) : 0;
    if (lang < 0)
        log_line("pack", "no language is called %s, the first one is shown", o->lang);
    o->initial.lang = lang < 0 ? 0 : lang;
}

/* What is made of a pack once, so that nobody waits for it. */
static void make_ready(Program *p) {
    p->wayfinder = wayfinder_from(&p->pack, p->options.kiosk, &p->pack_memory);
    p->recordings = recorded_in(&p->pack, &p->pack_memory);
}

/* All that comes from the pack. */
void *program_load(void *self) {
    Program *p = self;
    load_pack(p);
    if (!p->options.edit) /* its languages are known when it is built */
        choose_language(&p->options);
    if (p->has_pack)
        make_ready(p);
    return NULL;
}

/* ---- a folder that is being written ---------------------------------------------------------- */

/* All that comes of one pack, so that it can be put back. */
typedef struct Shown {
    Pack pack;
    QuizBank bank;
    Chunks *chunks;
    bool has_pack;
    Look look;
} Shown;

static Shown shown_now(const Program *p) {
    return (Shown){p->pack, p->bank, p->chunks, p->has_pack, look_now()};
}

/* A pack that does not open has left nothing of the languages, nor of the look. */
static void put_back(Program *p, const Shown *was) {
    p->pack = was->pack;
    p->bank = was->bank;
    p->chunks = was->chunks;
    p->has_pack = was->has_pack;
    look_use(was->look);
    if (!p->has_pack)
        return;
    langs_use(&p->pack.lang, p->pack.said, p->pack.said_count);
    langs_use_stand_ins(p->pack.stand_in, p->pack.stand_in_count);
}

static void exchange_memory(Program *p) {
    Arena memory = p->before_memory;
    p->before_memory = p->pack_memory;
    p->pack_memory = memory;
}

static void begin_language(Program *p, const Shown *was) {
    if (was->has_pack)
        return;
    choose_language(&p->options);
    p->app.setup.initial.lang = p->options.initial.lang;
}

static bool show_built(void *self, const char *path) {
    Program *p = self;
    static Shown was;
    was = shown_now(p);
    exchange_memory(p);
    p->chunks = NULL;
    display_empty(p->display); /* nobody reads the one before from now on */
    bool good = try_pack(p, path);
    if (good) {
        chunks_close(was.chunks);
        make_ready(p);
        begin_language(p, &was);
    } else {
        exchange_memory(p);
        put_back(p, &was);
    }
    display_fill(p->display, &p->pack, p->chunks);
    if (good)
        app_renew(&p->app, &p->pack, was.has_pack ? &was.pack : NULL, p->wayfinder, p->recordings);
    return good;
}

static void turn_window(void *self) {
    Program *p = self;
    const Options *o = &p->options;
    bool lies = display_width(p->display) > display_height(p->display);
    bool same = lies == (o->width > o->height);
    display_empty(p->display);
    display_resize(p->display, same ? o->height : o->width, same ? o->width : o->height);
    display_fill(p->display, p->has_pack ? &p->pack : NULL, p->chunks);
    app_resize(&p->app, display_width(p->display), display_height(p->display));
}

static void shift_time(void *self, Millis by) {
    Program *p = self;
    p->civil_shift += by;
    app_clock(&p->app, p->civil_shift, false);
}

static void nudge(void *self) {
    display_nudge(((Program *)self)->display);
}

const Companion *program_begin_edit(Program *p) {
    const Options *o = &p->options;
    if (!o->edit)
        return NULL;
    find_tool(p);
    EditHost host = {p, &p->app, show_built, turn_window, shift_time, nudge};
    p->edit = edit_begin((EditSpec){o->edit, p->tool, o->lang, o->script, host});
    if (!p->edit)
        log_line("edit", "there is no room for a pack: %s", strerror(errno));
    p->beside = edit_companion(p->edit);
    return p->edit ? &p->beside : NULL;
}
