/* A stick with a pack, with sources, with both, with neither; and what the staff reads of it. The
   compiler is a script that says what the test wants. */
#include "staff/content_words.h"
#include "staff/faults_page.h"

#include "support/depot.h"
#include "support/test.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char work[64], stick[96], mounts[96], tool[96], updates[96], folder[96];
static Store store;
static Update update;
static Maker maker;
static Signer signer;

static void path_in(char *path, size_t room, const char *in, const char *name) {
    snprintf(path, room, "%s/%s", in, name);
}

static void write_text(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void write_in(const char *in, const char *name, const char *text) {
    char path[256];
    path_in(path, sizeof path, in, name);
    write_text(path, text);
}

/* Says the same whatever it is asked. */
static void make_tool(const char *script) {
    char text[1024];
    snprintf(text, sizeof text, "#!/bin/sh\n%s\n", script);
    write_text(tool, text);
    assert_int_equal(chmod(tool, 0755), 0);
}

#define LABEL                                                                                      \
    "azimut id=forges version=%d size=1300 format=8 not-before=2026-11-27 expires=2026-11-29"

/* One that makes a pack of a folder, and knows its label. */
static void make_compiler(int version) {
    char script[512];
    snprintf(script, sizeof script,
             "case $1 in\nlabel) echo '" LABEL "' ;;\n"
             "build) echo \"$2/topics/a.md:4:2: avertissement : une faute\"; echo pack >\"$4\" ;;\n"
             "esac",
             version);
    make_tool(script);
}

static void begin(void) {
    char path[DISK_PATH];
    store_open(&store, (StoreSpec){.folder = folder,
                                   .key = depot_key,
                                   .format = DEPOT_FORMAT,
                                   .disk = &DISK_REAL,
                                   .look = maker_look,
                                   .looker = &maker});
    store_begin(&store, "boot", DEPOT_TODAY, path);
    update_begin(&update,
                 (UpdateSpec){.store = &store,
                              .updates = updates,
                              .maker = &maker,
                              .mounts = mounts,
                              .sticks = "/tmp/",
                              .in_turn = true},
                 DEPOT_TODAY);
}

static void end(void) {
    update_end(&update);
    store_end(&store);
    store_close(&store);
}

static int start(void **state) {
    (void)state;
    char line[160];
    snprintf(work, sizeof work, "/tmp/azimut-update-XXXXXX");
    assert_non_null(mkdtemp(work));
    path_in(stick, sizeof stick, work, "stick");
    path_in(mounts, sizeof mounts, work, "mounts");
    path_in(tool, sizeof tool, work, "azimut-pack");
    path_in(updates, sizeof updates, work, "updates");
    path_in(folder, sizeof folder, work, "packs");
    mkdir(stick, 0755);
    mkdir(updates, 0755);
    snprintf(line, sizeof line, "/dev/sdz1 %s vfat rw 0 0\n", stick);
    write_text(mounts, line);
    signer = signer_new(1);
    maker = (Maker){tool, &store.stopping};
    make_compiler(3);
    begin();
    return 0;
}

static int stop(void **state) {
    (void)state;
    char command[128];
    end();
    snprintf(command, sizeof command, "rm -rf %s", work);
    return system(command);
}

static void put_pack(const char *in, const char *name, int version) {
    char from[DISK_PATH], to[256], beside[DISK_PATH];
    Label label = depot_label(version);
    depot_put(name, &label, version, &signer, from);
    path_in(to, sizeof to, in, name);
    assert_int_equal(rename(from, to), 0);
    strcat(from, ".minisig");
    snprintf(beside, sizeof beside, "%s.minisig", to);
    assert_int_equal(rename(from, beside), 0);
}

static void put_sources(const char *name) {
    char path[256];
    path_in(path, sizeof path, stick, name);
    mkdir(path, 0755);
    write_in(path, "campus.yaml", "id: forges\n");
}

/* What the area would show, in French. */
static const StaffView *view(void) {
    static StaffView view;
    static ContentWords words;
    content_words_free(&words);
    words = (ContentWords){0};
    content_words(&words, &store, &update, DEPOT_TODAY, &view);
    return &view;
}

static void expect(UpdateState state, const char *says) {
    update_ask(&update);
    assert_int_equal(update_report(&update).state, state);
    Slice said = view()->update[LANG_FIRST];
    if (slice_find(said, slice_from(says)) < 0)
        fail_msg("« %s » is not in « " SLICE_FMT " »", says, SLICE_ARG(said));
}

static bool is_on_stick(const char *name) {
    char path[256];
    path_in(path, sizeof path, stick, name);
    return access(path, F_OK) == 0;
}

static bool page_says(const char *words) {
    char path[256], text[8192] = "";
    path_in(path, sizeof path, stick, FAULTS_PAGE);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = 0;
    return strstr(text, words) != NULL;
}

/* ---- sticks ---------------------------------------------------------------------------------- */

static void test_no_stick(void **state) {
    (void)state;
    write_text(mounts, "");
    expect(UPDATE_NO_STICK, "Aucune clé USB trouvée");
}

static void test_nothing_on_it(void **state) {
    (void)state;
    put_sources("azimut");
    unlink(mounts);
    expect(UPDATE_NO_STICK, "Aucune clé");
    char line[160];
    snprintf(line, sizeof line, "/dev/sdz1 %s vfat ro 0 0\n", updates);
    write_text(mounts, line);
    expect(UPDATE_NOTHING, "Rien à prendre");
}

static void test_a_signed_pack(void **state) {
    (void)state;
    put_pack(stick, "c.pack", 3);
    expect(UPDATE_READY, "Contenu 3 vérifié");
    assert_true(store_waits(&store));
    assert_false(view()->can_go_back); /* not while one waits */
    end();
    begin();
    assert_string_equal(view()->store_shown[LANG_FIRST].at,
                        "Contenu 3 à l’essai depuis 00:00\u202f; celui d’origine est gardé.");
    assert_true(view()->can_go_back);
    store_healthy(&store);
    assert_true(slice_has_prefix(view()->store_shown[LANG_FIRST], LIT("Contenu 3 en place")));
    expect(UPDATE_REFUSED, "c.pack\u00a0: Cette borne l’a déjà.");
}

/* Of every refusal a sentence that names the file and what to do. */
static void test_every_refusal_is_said(void **state) {
    (void)state;
    for (int refusal = 1; refusal < REFUSED_COUNT; refusal++) {
        update.report =
            (UpdateReport){.state = UPDATE_REFUSED, .refusal = (Refusal)refusal, .name = "c.pack"};
        for (int lang = 0; lang < langs()->count; lang++) {
            Slice said = view()->update[lang];
            assert_true(slice_has_prefix(said, LIT("c.pack")));
            assert_true(said.len > 25 && said.len < 180);
        }
    }
}

static void test_an_altered_pack(void **state) {
    (void)state;
    put_pack(stick, "c.pack", 3);
    char path[256];
    path_in(path, sizeof path, stick, "c.pack");
    assert_int_equal(truncate(path, 100), 0);
    expect(UPDATE_REFUSED, "c.pack\u00a0: Le fichier n’a pas la longueur signée");
    path_in(path, sizeof path, stick, "c.pack.minisig");
    unlink(path);
    expect(UPDATE_REFUSED, "Il manque la signature");
}

/* ---- sources --------------------------------------------------------------------------------- */

static void test_good_sources(void **state) {
    (void)state;
    put_sources("forges");
    write_in(stick, FAULTS_PAGE, "an old one");
    expect(UPDATE_READY, "Contenu 3 vérifié");
    assert_true(page_says("Rien à corriger"));
    assert_true(page_says("ligne\u00a04")); /* what could be better is said all the same */
    end();
    begin();
    assert_int_equal(store.running.version, 3);
    assert_false(store.running.is_signed);
    expect(UPDATE_REFUSED, "Cette borne l’a déjà");
}

static void test_sources_with_faults(void **state) {
    (void)state;
    put_sources("azimut");
    make_tool("echo \"$2/campus.yaml:3: pas <de> date\"\n"
              "echo \"$2/trades/a.yaml:7:2: rome : manque & autre\"\n"
              "echo \"$2/trades/b.yaml:9: avertissement : faute\"\nexit 1");
    expect(UPDATE_FAULTS, "Points à corriger\u00a0: 2.");
    const StaffView *v = view();
    assert_int_equal(v->fault_count, 2);
    assert_string_equal(v->fault[0].at, "campus.yaml, ligne 3\u00a0: pas <de> date");
    assert_string_equal(v->fault[1].at, "trades/a.yaml, ligne 7\u00a0: rome : manque & autre");
    assert_true(page_says("À corriger\u00a0: 2") && page_says("pas &lt;de> date"));
    assert_true(page_says("manque &amp; autre") && page_says("À relire"));
    assert_false(is_on_stick(".a-corriger.part"));
    assert_false(store_waits(&store));
}

/* The list cannot be written: it is on the screen all the same. */
static void test_a_stick_that_takes_no_page(void **state) {
    (void)state;
    put_sources("azimut");
    char path[256];
    path_in(path, sizeof path, stick, FAULTS_PAGE);
    mkdir(path, 0755);
    make_tool("echo \"$2/campus.yaml:3: pas de date\"\nexit 1");
    expect(UPDATE_FAULTS, "la liste n’est qu’ici");
    assert_int_equal(view()->fault_count, 1);
    assert_false(is_on_stick(".a-corriger.part"));
}

static void test_a_stick_that_is_pulled(void **state) {
    (void)state;
    put_sources("azimut");
    make_tool("rm \"$2/campus.yaml\"; echo \"$2/campus.yaml:1: ne peut pas être lu\"; exit 1");
    expect(UPDATE_GONE, "La clé a été retirée");
    assert_int_equal(view()->fault_count, 0);
}

static void test_two_folders(void **state) {
    (void)state;
    put_sources("one");
    put_sources("two");
    expect(UPDATE_MANY, "n’en laisser qu’un");
}

/* What is signed comes first; when it is no news, the sources do. */
static void test_both(void **state) {
    (void)state;
    put_sources("forges");
    put_pack(stick, "c.pack", 3);
    expect(UPDATE_READY, "Contenu 3 vérifié");
    assert_true(store_ledger(&store).next.is_signed);
    end();
    begin();
    make_compiler(4);
    expect(UPDATE_READY, "Contenu 4 vérifié");
    assert_false(store_ledger(&store).next.is_signed);
}

/* ---- the compiler ---------------------------------------------------------------------------- */

static void test_no_compiler(void **state) {
    (void)state;
    put_sources("azimut");
    unlink(tool);
    expect(UPDATE_REFUSED, "azimut-pack manque");
    make_tool("kill -SEGV $$");
    expect(UPDATE_REFUSED, "azimut-pack manque");
    make_tool("exit 1"); /* no fault, no pack: the disk */
    expect(UPDATE_REFUSED, "n’écrit plus");
}

/* More than anybody reads, and a line that has no end. */
static void test_a_compiler_that_does_not_stop_talking(void **state) {
    (void)state;
    put_sources("azimut");
    make_tool("i=0; while [ $i -lt 9000 ]; do i=$((i+1)); "
              "echo \"$2/campus.yaml:$i: encore une faute, et toujours la même\"; done; exit 1");
    expect(UPDATE_FAULTS, "Points à corriger\u00a0: 400.");
    make_tool("head -c 900000 /dev/zero | tr '\\0' x; exit 1");
    expect(UPDATE_REFUSED, "n’écrit plus");
}

static void test_a_compiler_that_hangs_is_given_up(void **state) {
    (void)state;
    Label label;
    make_tool("exec sleep 1000");
    atomic_store(&store.stopping, true);
    assert_int_equal(maker_look(&maker, "x", &label), LOOK_NO_TOOL);
    atomic_store(&store.stopping, false);
}

/* ---- the folder that something else fills ---------------------------------------------------- */

static void test_the_folder(void **state) {
    (void)state;
    assert_int_equal(update_report(&update).state, UPDATE_IDLE);
    put_pack(updates, "c.pack", 3);
    end();
    begin();
    assert_int_equal(update_report(&update).state, UPDATE_READY);
    end();
    begin();
    assert_int_equal(store.running.version, 3);
    assert_int_equal(update_report(&update).state, UPDATE_IDLE); /* the same one again: no word */
    put_pack(updates, "c.pack", 2);
    end();
    begin();
    assert_int_equal(update_report(&update).refusal, REFUSED_OLDER);
    update_forget(&update); /* nobody has seen it yet */
    assert_true(slice_find(view()->update[LANG_FIRST], LIT("Plus ancien")) > 0);
}

/* Beside the page: the same by a thread, which ends when it is told to. */
static void test_the_thread(void **state) {
    (void)state;
    UpdateSpec spec = update.spec;
    spec.in_turn = false;
    update_end(&update);
    atomic_store(&store.stopping, false);
    put_pack(stick, "c.pack", 3);
    update_begin(&update, spec, DEPOT_TODAY);
    update_tick(&update, DEPOT_TODAY);
    update_ask(&update);
    for (int i = 0; i < 2000; i++) {
        UpdateReport report = update_report(&update);
        if (!update_runs(&report))
            break;
        usleep(10000);
    }
    assert_int_equal(update_report(&update).state, UPDATE_READY);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
    const struct CMUnitTest tests[] = {
        TEST(test_no_stick),
        TEST(test_nothing_on_it),
        TEST(test_a_signed_pack),
        TEST(test_every_refusal_is_said),
        TEST(test_an_altered_pack),
        TEST(test_good_sources),
        TEST(test_sources_with_faults),
        TEST(test_a_stick_that_takes_no_page),
        TEST(test_a_stick_that_is_pulled),
        TEST(test_two_folders),
        TEST(test_both),
        TEST(test_no_compiler),
        TEST(test_a_compiler_that_does_not_stop_talking),
        TEST(test_a_compiler_that_hangs_is_given_up),
        TEST(test_the_folder),
        TEST(test_the_thread),
    };
    return cmocka_run_group_tests(tests, depot_setup, depot_teardown);
}
