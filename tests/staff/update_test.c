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
             "build) printf 'warning\\t%%s/topics/a.md\\t4\\t2\\tune faute\\n' \"$2\"; echo pack "
             ">\"$4\" ;;\n"
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
    maker = (Maker){tool, &store.stopping, false};
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
    make_tool("[ \"$5\" = --lines ] || exit 3\n"
              "say() { printf '%s\\t%s\\t%d\\t%d\\t%s\\n' \"$@\"; }\n"
              "say fault \"$2/campus.yaml\" 3 0 'pas <de> date'\n"
              "say fault \"$2/trades/a.yaml\" 7 2 'rome : manque & autre'\n"
              "say warning \"$2/trades/b.yaml\" 9 0 'faute'\n"
              "say fault elsewhere/b.yaml 9 0 'faute'; say fault \"$2\" 1 0 'faute'\n"
              "say note \"$2/b.yaml\" 9 0 'avertissement : faute'; echo 3 familles; exit 1");
    expect(UPDATE_FAULTS, "Points à corriger\u00a0: 2.");
    const StaffView *v = view();
    assert_int_equal(v->fault_count, 2);
    assert_string_equal(v->fault[0].at, "campus.yaml, ligne 3\u00a0: pas <de> date");
    assert_string_equal(v->fault[1].at, "trades/a.yaml, ligne 7\u00a0: rome : manque & autre");
    assert_true(page_says("À corriger\u00a0: 2") && page_says("pas &lt;de> date"));
    assert_true(page_says("manque &amp; autre") && page_says("À relire"));
    assert_false(is_on_stick(FAULTS_PAGE ".part"));
    assert_false(store_waits(&store));
}

/* The list cannot be written: it is on the screen all the same. */
static void test_a_stick_that_takes_no_page(void **state) {
    (void)state;
    put_sources("azimut");
    char path[256];
    path_in(path, sizeof path, stick, FAULTS_PAGE);
    mkdir(path, 0755);
    make_tool("printf 'fault\\t%s/campus.yaml\\t3\\t0\\tpas de date\\n' \"$2\"\nexit 1");
    expect(UPDATE_FAULTS, "la liste n’est qu’ici");
    assert_int_equal(view()->fault_count, 1);
    assert_false(is_on_stick(FAULTS_PAGE ".part"));
}

/* A link on the stick leads nowhere that the kiosk would write. */
static void test_a_link_on_the_stick(void **state) {
    (void)state;
    char path[256], elsewhere[128];
    struct stat info;
    put_sources("azimut");
    path_in(path, sizeof path, stick, FAULTS_PAGE);
    path_in(elsewhere, sizeof elsewhere, work, "elsewhere");
    write_text(elsewhere, "of somebody");
    assert_int_equal(symlink(elsewhere, path), 0);
    expect(UPDATE_READY, "Contenu 3 vérifié");
    assert_int_equal(stat(elsewhere, &info), 0);
    assert_int_equal(info.st_size, strlen("of somebody"));
    assert_true(page_says("Rien à corriger"));
}

static void test_a_stick_that_is_pulled(void **state) {
    (void)state;
    put_sources("azimut");
    make_tool("rm \"$2/campus.yaml\"; printf 'fault\\t%s/campus.yaml\\t1\\t0\\tne peut pas être "
              "lu\\n' \"$2\"; exit 1");
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
    make_tool("exit 3");
    expect(UPDATE_REFUSED, "azimut-pack manque");
    make_tool("exit 1"); /* no fault, no pack: the disk */
    expect(UPDATE_REFUSED, "n’écrit plus");
}

/* While it builds, or when it looks at what it has built. */
static void test_a_compiler_that_crashes(void **state) {
    (void)state;
    put_sources("azimut");
    make_tool("kill -SEGV $$");
    expect(UPDATE_REFUSED, "s’est interrompu");
    make_tool("case $1 in label) kill -SEGV $$ ;; build) echo pack >\"$4\" ;; esac");
    expect(UPDATE_REFUSED, "s’est interrompu");
    assert_false(is_on_stick(FAULTS_PAGE));
    make_tool("case $1 in label) rm \"$0\"; exit 127 ;; build) echo pack >\"$4\" ;; esac");
    expect(UPDATE_REFUSED, "azimut-pack manque");
}

/* More than anybody reads, and a line that has no end. */
static void test_a_compiler_that_does_not_stop_talking(void **state) {
    (void)state;
    put_sources("azimut");
    make_tool(
        "i=0; while [ $i -lt 9000 ]; do i=$((i+1)); "
        "printf 'fault\\t%s/campus.yaml\\t%d\\t0\\tla même faute, encore une fois\\n' \"$2\" $i; "
        "done; exit 1");
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

/* Ends what is going on once the compiler has said its word. */
static void *give_up(void *said) {
    while (access(said, F_OK) != 0)
        usleep(1000);
    atomic_store(&store.stopping, true);
    return NULL;
}

static void test_what_it_said_until_then_has_an_end(void **state) {
    (void)state;
    Made *made = update.made;
    char said[128], script[256];
    pthread_t thread;
    path_in(said, sizeof said, work, "said");
    snprintf(script, sizeof script, "echo word; sleep 1; touch %s; exec sleep 1000", said);
    make_tool(script);
    memset(made->text, 'x', sizeof made->text - 1);
    assert_int_equal(pthread_create(&thread, NULL, give_up, said), 0);
    assert_int_equal(maker_build(&maker, work, "x", made), LOOK_NO_TOOL);
    pthread_join(thread, NULL);
    atomic_store(&store.stopping, false);
    assert_true(strlen(made->text) <= strlen("word\n"));
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

static int times_tried(void) {
    char path[256];
    struct stat info = {0};
    path_in(path, sizeof path, work, "tried");
    stat(path, &info);
    return (int)info.st_size;
}

/* All of it is copied each time: after a minute, an hour, a day. */
static void test_the_folder_is_left_alone(void **state) {
    (void)state;
    enum { HOUR = 60, DAY = 24 * HOUR };
    char script[256];
    snprintf(script, sizeof script, "printf . >>%s/tried; exit 3", work);
    make_tool(script);
    put_pack(updates, "c.pack", 3);
    for (int minute = 0; minute < 2 * DAY + HOUR; minute++) {
        update_watch(&update);
        assert_int_equal(times_tried(),
                         1 + (minute >= 1) + (minute >= 1 + HOUR) + (minute >= 1 + HOUR + DAY));
    }
    assert_int_equal(update_report(&update).refusal, REFUSED_NO_TOOL);
    put_pack(updates, "c.pack", 4);
    update_watch(&update);
    assert_int_equal(times_tried(), 5);
    make_compiler(4);
    update_watch(&update);
    assert_int_equal(update_report(&update).state, UPDATE_READY);
}

/* Over the same pack for the second time. */
static void test_a_pack_that_is_crashed_over(void **state) {
    (void)state;
    make_tool("kill -SEGV $$");
    put_pack(updates, "c.pack", 3);
    update_watch(&update);
    assert_int_equal(update_report(&update).refusal, REFUSED_TOOL_FELL);
    update_watch(&update);
    assert_int_equal(update_report(&update).refusal, REFUSED_UNUSABLE);
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
        TEST(test_a_link_on_the_stick),
        TEST(test_a_stick_that_is_pulled),
        TEST(test_two_folders),
        TEST(test_both),
        TEST(test_no_compiler),
        TEST(test_a_compiler_that_crashes),
        TEST(test_a_compiler_that_does_not_stop_talking),
        TEST(test_a_compiler_that_hangs_is_given_up),
        TEST(test_what_it_said_until_then_has_an_end),
        TEST(test_the_folder),
        TEST(test_the_folder_is_left_alone),
        TEST(test_a_pack_that_is_crashed_over),
        TEST(test_the_thread),
    };
    return cmocka_run_group_tests(tests, depot_setup, depot_teardown);
}
