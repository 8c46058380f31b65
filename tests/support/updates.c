#include "support/updates.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Updates updates;

void updates_path(char *path, size_t room, const char *in, const char *name) {
    snprintf(path, room, "%s/%s", in, name);
}

void updates_write(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

void updates_write_in(const char *in, const char *name, const char *text) {
    char path[256];
    updates_path(path, sizeof path, in, name);
    updates_write(path, text);
}

void updates_make_tool(const char *script) {
    char text[1024];
    snprintf(text, sizeof text, "#!/bin/sh\n%s\n", script);
    updates_write(updates.tool, text);
    assert_int_equal(chmod(updates.tool, 0755), 0);
}

#define LABEL                                                                                      \
    "azimut id=forges version=%d size=1300 format=8 not-before=2026-11-27 expires=2026-11-29"

void updates_make_compiler(int version) {
    char script[512];
    snprintf(script, sizeof script,
             "case $1 in\nlabel) echo '" LABEL "' ;;\n"
             "build) printf 'warning\\t%%s/topics/a.md\\t4\\t2\\tune faute\\n' \"$2\"; echo pack "
             ">\"$4\" ;;\n"
             "esac",
             version);
    updates_make_tool(script);
}

void updates_begin(void) {
    char path[DISK_PATH];
    store_open(&updates.store, (StoreSpec){.folder = updates.packs,
                                           .key = depot_key,
                                           .format = DEPOT_FORMAT,
                                           .disk = &DISK_REAL,
                                           .look = maker_look,
                                           .looker = &updates.maker});
    store_begin(&updates.store, "boot", DEPOT_TODAY, path);
    update_begin(&updates.update,
                 (UpdateSpec){.store = &updates.store,
                              .updates = updates.watched,
                              .maker = &updates.maker,
                              .mounts = updates.mounts,
                              .sticks = "/tmp/",
                              .in_turn = true},
                 DEPOT_TODAY);
}

void updates_end(void) {
    update_end(&updates.update);
    store_end(&updates.store);
    store_close(&updates.store);
}

int updates_setup(void **state) {
    (void)state;
    char line[160];
    snprintf(updates.work, sizeof updates.work, "/tmp/azimut-update-XXXXXX");
    assert_non_null(mkdtemp(updates.work));
    updates_path(updates.stick, sizeof updates.stick, updates.work, "stick");
    updates_path(updates.mounts, sizeof updates.mounts, updates.work, "mounts");
    updates_path(updates.tool, sizeof updates.tool, updates.work, "azimut-pack");
    updates_path(updates.watched, sizeof updates.watched, updates.work, "updates");
    updates_path(updates.packs, sizeof updates.packs, updates.work, "packs");
    mkdir(updates.stick, 0755);
    mkdir(updates.watched, 0755);
    snprintf(line, sizeof line, "/dev/sdz1 %s vfat rw 0 0\n", updates.stick);
    updates_write(updates.mounts, line);
    updates.signer = signer_new(1);
    updates.maker = (Maker){updates.tool, &updates.store.stopping, false};
    updates_make_compiler(3);
    updates_begin();
    return 0;
}

int updates_teardown(void **state) {
    (void)state;
    char command[128];
    updates_end();
    snprintf(command, sizeof command, "rm -rf %s", updates.work);
    return system(command);
}

void updates_put_pack(const char *in, const char *name, int version) {
    char from[DISK_PATH], to[256], beside[DISK_PATH];
    Label label = depot_label(version);
    depot_put(name, &label, version, &updates.signer, from);
    updates_path(to, sizeof to, in, name);
    assert_int_equal(rename(from, to), 0);
    strcat(from, ".minisig");
    snprintf(beside, sizeof beside, "%s.minisig", to);
    assert_int_equal(rename(from, beside), 0);
}

void updates_put_sources(const char *name) {
    char path[256];
    updates_path(path, sizeof path, updates.stick, name);
    mkdir(path, 0755);
    updates_write_in(path, "campus.yaml", "id: forges\n");
}

const StaffView *updates_view(void) {
    static StaffView view;
    static ContentWords words;
    content_words_free(&words);
    words = (ContentWords){0};
    content_words(&words, &updates.store, &updates.update, DEPOT_TODAY, &view);
    return &view;
}

void updates_expect(UpdateState state, const char *says) {
    update_ask(&updates.update, "fr");
    assert_int_equal(update_report(&updates.update).state, state);
    Slice said = updates_view()->update[LANG_FIRST];
    if (slice_find(said, slice_from(says)) < 0)
        fail_msg("« %s » is not in « " SLICE_FMT " »", says, SLICE_ARG(said));
}

bool updates_is_on_stick(const char *name) {
    char path[256];
    updates_path(path, sizeof path, updates.stick, name);
    return access(path, F_OK) == 0;
}
