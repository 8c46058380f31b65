/* What an author's editor does to a folder is noticed; what it keeps for itself is not. */
#include "edit/watch.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Depot {
    char folder[64], path[256];
    Watch watch;
} Depot;

static Depot depot;

static const char *in(const char *name) {
    snprintf(depot.path, sizeof depot.path, "%s/%s", depot.folder, name);
    return depot.path;
}

static void save(const char *name) {
    FILE *file = fopen(in(name), "w");
    assert_non_null(file);
    fputs("saved\n", file);
    fclose(file);
}

static void move(const char *from, const char *to) {
    char old[256];
    snprintf(old, sizeof old, "%s", in(from));
    assert_int_equal(rename(old, in(to)), 0);
}

static int begin(void **state) {
    (void)state;
    strcpy(depot.folder, "/tmp/azimut-watch-XXXXXX");
    if (!mkdtemp(depot.folder) || mkdir(in("trades"), 0755) != 0)
        return -1;
    watch_begin(&depot.watch, depot.folder);
    return 0;
}

static int end(void **state) {
    (void)state;
    char command[128];
    watch_end(&depot.watch);
    snprintf(command, sizeof command, "rm -rf %s*", depot.folder);
    return system(command);
}

static void expect(bool stirred) {
    assert_int_equal(watch_stirred(&depot.watch), stirred);
    assert_false(watch_stirred(&depot.watch)); /* once */
}

static void test_what_is_saved_is_noticed_at_any_depth(void **state) {
    (void)state;
    expect(false);
    save("campus.yaml");
    expect(true);
    save("trades/a.yaml");
    expect(true);
    move("trades/a.yaml", "trades/b.yaml");
    expect(true);
    unlink(in("trades/b.yaml"));
    expect(true);
    chmod(in("campus.yaml"), 0);
    expect(true);
}

static void test_what_is_only_read_is_not(void **state) {
    (void)state;
    char line[16];
    save("campus.yaml");
    expect(true);
    FILE *file = fopen(in("campus.yaml"), "r");
    assert_non_null(fgets(line, sizeof line, file));
    fclose(file);
    expect(false);
}

static void test_an_editor_keeps_some_for_itself(void **state) {
    (void)state;
    save(".campus.yaml.swp");
    save("campus.yaml~");
    save("#campus.yaml#");
    expect(false);
    save(".new"); /* and saves by renaming */
    expect(false);
    move(".new", "campus.yaml");
    expect(true);
}

static void test_a_new_folder_is_watched_with_those_in_it(void **state) {
    (void)state;
    mkdir(in("lang"), 0755);
    mkdir(in("lang/more"), 0755);
    expect(true);
    save("lang/de.po");
    expect(true);
    save("lang/more/de.po");
    expect(true);
}

static void test_a_link_is_not_followed(void **state) {
    (void)state;
    char outside[80];
    snprintf(outside, sizeof outside, "%s-outside", depot.folder);
    mkdir(outside, 0755);
    assert_int_equal(symlink(outside, in("topics")), 0);
    expect(true);
    strcat(outside, "/a.md");
    fclose(fopen(outside, "w"));
    expect(false);
}

static void test_a_folder_that_goes_and_comes_back(void **state) {
    (void)state;
    char away[80];
    snprintf(away, sizeof away, "%s-away", depot.folder);
    assert_int_equal(rename(depot.folder, away), 0);
    expect(true);
    assert_false(depot.watch.there);
    assert_int_equal(rename(away, depot.folder), 0);
    expect(true);
    assert_true(depot.watch.there);
    save("trades/a.yaml");
    expect(true);
}

static void test_waiting_ends_with_a_save_and_with_the_time(void **state) {
    (void)state;
    assert_false(watch_wait(&depot.watch, -1, 0));
    save("campus.yaml");
    assert_true(watch_wait(&depot.watch, -1, -1));
    expect(true);
}

#define WATCH_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        WATCH_TEST(test_what_is_saved_is_noticed_at_any_depth),
        WATCH_TEST(test_what_is_only_read_is_not),
        WATCH_TEST(test_an_editor_keeps_some_for_itself),
        WATCH_TEST(test_a_new_folder_is_watched_with_those_in_it),
        WATCH_TEST(test_a_link_is_not_followed),
        WATCH_TEST(test_a_folder_that_goes_and_comes_back),
        WATCH_TEST(test_waiting_ends_with_a_save_and_with_the_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
