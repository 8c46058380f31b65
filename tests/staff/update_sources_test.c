/* A stick with sources, alone or beside a pack: what the compiler says of them is told, whatever
   becomes of it. */
#include "staff/faults_page.h"

#include "support/test.h"
#include "support/updates.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool page_says(const char *words) {
    char path[256], text[8192] = "";
    updates_path(path, sizeof path, updates.stick, FAULTS_PAGE);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = 0;
    return strstr(text, words) != NULL;
}

static void test_good_sources(void **state) {
    (void)state;
    updates_put_sources("forges");
    updates_write_in(updates.stick, FAULTS_PAGE, "an old one");
    updates_expect(UPDATE_READY, "Contenu 3 vérifié");
    assert_true(page_says("Rien à corriger"));
    assert_true(page_says("ligne\u00a04")); /* what could be better is said all the same */
    updates_end();
    updates_begin();
    assert_int_equal(updates.store.running.version, 3);
    assert_false(updates.store.running.is_signed);
    updates_expect(UPDATE_REFUSED, "Cette borne l’a déjà");
}

static void test_sources_with_faults(void **state) {
    (void)state;
    updates_put_sources("azimut");
    updates_make_tool(
        "[ \"$5\" = --lines ] || exit 3\n"
        "say() { printf '%s\\t%s\\t%d\\t%d\\t%s\\n' \"$@\"; }\n"
        "say fault \"$2/campus.yaml\" 3 0 'pas <de> date'\n"
        "say fault \"$2/trades/a.yaml\" 7 2 'rome : manque & autre'\n"
        "say warning \"$2/trades/b.yaml\" 9 0 'faute'\n"
        "say fault elsewhere/b.yaml 9 0 'faute'; say fault \"$2\" 1 0 'faute'\n"
        "say note \"$2/b.yaml\" 9 0 'avertissement : faute'; echo 3 familles; exit 1");
    updates_expect(UPDATE_FAULTS, "Points à corriger\u00a0: 2.");
    const StaffView *v = updates_view();
    assert_int_equal(v->fault_count, 2);
    assert_string_equal(v->fault[0].at, "campus.yaml, ligne 3\u00a0: pas <de> date");
    assert_string_equal(v->fault[1].at, "trades/a.yaml, ligne 7\u00a0: rome : manque & autre");
    assert_true(page_says("À corriger\u00a0: 2") && page_says("pas &lt;de> date"));
    assert_true(page_says("manque &amp; autre") && page_says("À relire"));
    assert_false(updates_is_on_stick(FAULTS_PAGE ".part"));
    assert_false(store_waits(&updates.store));
}

/* The list cannot be written: it is on the screen all the same. */
static void test_a_stick_that_takes_no_page(void **state) {
    (void)state;
    updates_put_sources("azimut");
    char path[256];
    updates_path(path, sizeof path, updates.stick, FAULTS_PAGE);
    mkdir(path, 0755);
    updates_make_tool("printf 'fault\\t%s/campus.yaml\\t3\\t0\\tpas de date\\n' \"$2\"\nexit 1");
    updates_expect(UPDATE_FAULTS, "la liste n’est qu’ici");
    assert_int_equal(updates_view()->fault_count, 1);
    assert_false(updates_is_on_stick(FAULTS_PAGE ".part"));
}

/* A link on the stick leads nowhere that the kiosk would write. */
static void test_a_link_on_the_stick(void **state) {
    (void)state;
    char path[256], elsewhere[128];
    struct stat info;
    updates_put_sources("azimut");
    updates_path(path, sizeof path, updates.stick, FAULTS_PAGE);
    updates_path(elsewhere, sizeof elsewhere, updates.work, "elsewhere");
    updates_write(elsewhere, "of somebody");
    assert_int_equal(symlink(elsewhere, path), 0);
    updates_expect(UPDATE_READY, "Contenu 3 vérifié");
    assert_int_equal(stat(elsewhere, &info), 0);
    assert_int_equal(info.st_size, strlen("of somebody"));
    assert_true(page_says("Rien à corriger"));
}

static void test_a_stick_that_is_pulled(void **state) {
    (void)state;
    updates_put_sources("azimut");
    updates_make_tool(
        "rm \"$2/campus.yaml\"; printf 'fault\\t%s/campus.yaml\\t1\\t0\\tne peut pas être "
        "lu\\n' \"$2\"; exit 1");
    updates_expect(UPDATE_GONE, "La clé a été retirée");
    assert_int_equal(updates_view()->fault_count, 0);
}

static void test_two_folders(void **state) {
    (void)state;
    updates_put_sources("one");
    updates_put_sources("two");
    updates_expect(UPDATE_MANY, "n’en laisser qu’un");
}

/* What is signed comes first; when it is no news, the sources do. */
static void test_both(void **state) {
    (void)state;
    updates_put_sources("forges");
    updates_put_pack(updates.stick, "c.pack", 3);
    updates_expect(UPDATE_READY, "Contenu 3 vérifié");
    assert_true(store_ledger(&updates.store).next.is_signed);
    updates_end();
    updates_begin();
    updates_make_compiler(4);
    updates_expect(UPDATE_READY, "Contenu 4 vérifié");
    assert_false(store_ledger(&updates.store).next.is_signed);
}

/* ---- the compiler ---------------------------------------------------------------------------- */

static void test_no_compiler(void **state) {
    (void)state;
    updates_put_sources("azimut");
    unlink(updates.tool);
    updates_expect(UPDATE_REFUSED, "azimut-pack manque");
    updates_make_tool("exit 3");
    updates_expect(UPDATE_REFUSED, "azimut-pack manque");
    updates_make_tool("exit 1"); /* no fault, no pack: the disk */
    updates_expect(UPDATE_REFUSED, "n’écrit plus");
}

/* While it builds, or when it looks at what it has built. */
static void test_a_compiler_that_crashes(void **state) {
    (void)state;
    updates_put_sources("azimut");
    updates_make_tool("kill -SEGV $$");
    updates_expect(UPDATE_REFUSED, "s’est interrompu");
    updates_make_tool("case $1 in label) kill -SEGV $$ ;; build) echo pack >\"$4\" ;; esac");
    updates_expect(UPDATE_REFUSED, "s’est interrompu");
    assert_false(updates_is_on_stick(FAULTS_PAGE));
    updates_make_tool("case $1 in label) rm \"$0\"; exit 127 ;; build) echo pack >\"$4\" ;; esac");
    updates_expect(UPDATE_REFUSED, "azimut-pack manque");
}

/* More than anybody reads, and a line that has no end. */
static void test_a_compiler_that_does_not_stop_talking(void **state) {
    (void)state;
    updates_put_sources("azimut");
    updates_make_tool(
        "i=0; while [ $i -lt 9000 ]; do i=$((i+1)); "
        "printf 'fault\\t%s/campus.yaml\\t%d\\t0\\tla même faute, encore une fois\\n' \"$2\" $i; "
        "done; exit 1");
    updates_expect(UPDATE_FAULTS, "Points à corriger\u00a0: 400.");
    updates_make_tool("head -c 900000 /dev/zero | tr '\\0' x; exit 1");
    updates_expect(UPDATE_REFUSED, "n’écrit plus");
}

static void test_a_compiler_that_hangs_is_given_up(void **state) {
    (void)state;
    Label label;
    updates_make_tool("exec sleep 1000");
    atomic_store(&updates.store.stopping, true);
    assert_int_equal(maker_look(&updates.maker, "x", &label), LOOK_NO_TOOL);
    atomic_store(&updates.store.stopping, false);
}

/* Ends what is going on once the compiler has said its word. */
static void *give_up(void *said) {
    while (access(said, F_OK) != 0)
        usleep(1000);
    atomic_store(&updates.store.stopping, true);
    return NULL;
}

static void test_what_it_said_until_then_has_an_end(void **state) {
    (void)state;
    Made *made = updates.update.made;
    char said[128], script[256];
    pthread_t thread;
    updates_path(said, sizeof said, updates.work, "said");
    snprintf(script, sizeof script, "echo word; sleep 1; touch %s; exec sleep 1000", said);
    updates_make_tool(script);
    memset(made->text, 'x', sizeof made->text - 1);
    assert_int_equal(pthread_create(&thread, NULL, give_up, said), 0);
    assert_int_equal(maker_build(&updates.maker, updates.work, "x", "fr", made), LOOK_NO_TOOL);
    pthread_join(thread, NULL);
    atomic_store(&updates.store.stopping, false);
    assert_true(strlen(made->text) <= strlen("word\n"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        UPDATE_TEST(test_good_sources),
        UPDATE_TEST(test_sources_with_faults),
        UPDATE_TEST(test_a_stick_that_takes_no_page),
        UPDATE_TEST(test_a_link_on_the_stick),
        UPDATE_TEST(test_a_stick_that_is_pulled),
        UPDATE_TEST(test_two_folders),
        UPDATE_TEST(test_both),
        UPDATE_TEST(test_no_compiler),
        UPDATE_TEST(test_a_compiler_that_crashes),
        UPDATE_TEST(test_a_compiler_that_does_not_stop_talking),
        UPDATE_TEST(test_a_compiler_that_hangs_is_given_up),
        UPDATE_TEST(test_what_it_said_until_then_has_an_end),
    };
    return cmocka_run_group_tests(tests, depot_setup, depot_teardown);
}
