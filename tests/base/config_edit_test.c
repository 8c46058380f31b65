/* A configuration whose values change while everything else stays as somebody wrote it; and a disk
 * that fails or loses power while it is written. */
#include "base/config_edit.h"

#include "support/test.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[64], path[96], part[112];

/* ---- a disk that loses power: these stand before libc's own ---------------------------------- */

static int fuse;    /* the call at which the power goes; 0: never */
static int calls;   /* so far */
static bool synced; /* what was written last */

static void burn(void) {
    if (fuse && ++calls == fuse)
        _exit(0);
}

ssize_t write(int fd, const void *bytes, size_t count) {
    burn();
    synced = false;
    return syscall(SYS_write, fd, bytes, count);
}

int fsync(int fd) {
    burn();
    synced = true;
    return (int)syscall(SYS_fsync, fd);
}

/* A name that reaches the disk before the bytes do: garbage stands under it. */
int rename(const char *from, const char *to) {
    burn();
    if (!synced)
        (void)!truncate(from, 7);
    return (int)syscall(SYS_rename, from, to);
}

/* ---- files ----------------------------------------------------------------------------------- */

static int setup(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/azimut-edit-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/azimut.conf", folder);
    snprintf(part, sizeof part, "%s.part", path);
    fuse = calls = 0;
    return 0;
}

static int teardown(void **state) {
    (void)state;
    unlink(path);
    unlink(part);
    rmdir(part);
    return rmdir(folder);
}

static void put(const char *text) {
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
}

static void assert_file(const char *wanted) {
    char text[CONFIG_BYTES_MAX] = "";
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = 0;
    fclose(file);
    assert_string_equal(text, wanted);
}

static ConfigEdit edit;

static void load(const char *text) {
    Error error;
    put(text);
    assert_true(config_edit_load(&edit, path, &error));
}

static bool save(void) {
    FilePart file;
    return file_begin(&file, path, edit.text, strlen(edit.text), 0644) && file_finish(&file);
}

/* ---- values ---------------------------------------------------------------------------------- */

static void test_only_the_value_changes(void **state) {
    (void)state;
    load("# how this kiosk is set up\n"
         "\n"
         "  lang =fr   # the campus's own\n"
         "odd-key = kept as it is\n"
         "this is no line at all\n"
         "pin = /var/lib/azimut/pin\r\n"
         "theme = clair");
    assert_true(config_edit_set(&edit, "lang", "en"));
    assert_true(config_edit_set(&edit, "pin", "/srv/pin"));
    assert_true(config_edit_set(&edit, "theme", "sombre"));
    assert_true(save());
    assert_file("# how this kiosk is set up\n"
                "\n"
                "  lang =en   # the campus's own\n"
                "odd-key = kept as it is\n"
                "this is no line at all\n"
                "pin = /srv/pin\r\n"
                "theme = sombre");
}

static void test_a_new_key_stands_below_its_example(void **state) {
    (void)state;
    load("# which of the plan's kiosks\n#kiosk = hall\n\n# volume, from 0 to 100\nstill = yes");
    assert_true(config_edit_set(&edit, "kiosk", "etage-1"));
    assert_true(config_edit_set(&edit, "volume", "60"));
    assert_string_equal(edit.text, "# which of the plan's kiosks\n#kiosk = hall\nkiosk = etage-1\n"
                                   "\n# volume, from 0 to 100\nstill = yes\nvolume = 60\n");
}

static void test_what_a_key_has(void **state) {
    (void)state;
    char value[16];
    load("a = 1 # one\n#b = 2\nc =\nopen = 1-5 08:00-18:00#x\nd = a=b\n");
    assert_true(config_edit_get(&edit, "a", value, sizeof value));
    assert_string_equal(value, "1");
    assert_true(config_edit_get(&edit, "d", value, sizeof value));
    assert_string_equal(value, "a=b");
    assert_false(config_edit_get(&edit, "b", value, sizeof value));
    assert_false(config_edit_get(&edit, "c", value, sizeof value));
    assert_false(config_edit_get(&edit, "open", value, sizeof value)); /* no room for it */
    assert_true(config_edit_set(&edit, "c", "3"));
    assert_true(config_edit_get(&edit, "c", value, sizeof value));
    assert_string_equal(value, "3");
    assert_true(config_edit_set(&edit, "a", NULL));
    assert_false(config_edit_get(&edit, "a", value, sizeof value));
    assert_string_equal(edit.text, "#b = 2\nc = 3\nopen = 1-5 08:00-18:00#x\nd = a=b\n");
}

static void test_the_mark_of_an_editor(void **state) {
    (void)state;
    load("\xEF\xBB\xBFlang = fr\n");
    assert_true(config_edit_set(&edit, "lang", "en"));
    assert_string_equal(edit.text, "\xEF\xBB\xBFlang = en\n");
    assert_true(config_edit_mute(&edit, 1));
    assert_string_equal(edit.text, "\xEF\xBB\xBF# lang = en\n");
}

static void test_a_line_is_muted_once(void **state) {
    (void)state;
    load("a = 1\nnonsense\n\n# said\n");
    assert_true(config_edit_mute(&edit, 2));
    assert_string_equal(edit.text, "a = 1\n# nonsense\n\n# said\n");
    for (int row = 2; row <= 9; row++)
        assert_false(config_edit_mute(&edit, row));
    assert_false(config_edit_mute(&edit, 0));
}

static void test_a_full_file_stays_as_it_is(void **state) {
    (void)state;
    static char text[CONFIG_BYTES_MAX];
    memset(text, '#', sizeof text - 8);
    memcpy(text + sizeof text - 16, "\na = 1\n", 7);
    load(text);
    snprintf(text, sizeof text, "%s", edit.text);
    assert_false(config_edit_set(&edit, "a", "a value that is too long for what is left"));
    assert_false(config_edit_set(&edit, "volume", "100"));
    assert_string_equal(edit.text, text);
}

/* ---- files that are none --------------------------------------------------------------------- */

static void test_what_cannot_be_read(void **state) {
    (void)state;
    Error error;
    assert_true(config_edit_load(&edit, path, &error)); /* not there: empty */
    assert_string_equal(edit.text, "");
    assert_int_equal(mkdir(path, 0700), 0);
    assert_false(config_edit_load(&edit, path, &error));
    rmdir(path);
    assert_int_equal(mkfifo(path, 0600), 0); /* is not waited for */
    assert_false(config_edit_load(&edit, path, &error));
    unlink(path);
    FILE *file = fopen(path, "w");
    for (int i = 0; i < CONFIG_BYTES_MAX; i++)
        putc('#', file);
    fclose(file);
    assert_false(config_edit_load(&edit, path, &error));
    file = fopen(path, "w");
    fwrite("a\0b", 1, 3, file);
    fclose(file);
    assert_false(config_edit_load(&edit, path, &error));
    assert_string_equal(edit.text, "");
}

/* ---- a disk that fails ----------------------------------------------------------------------- */

static void test_owner_and_rights_stay(void **state) {
    (void)state;
    struct stat info;
    load("a = 1\n");
    assert_int_equal(chmod(path, 0640), 0);
    assert_true(config_edit_set(&edit, "a", "2"));
    assert_true(save());
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0640);
    assert_file("a = 2\n");
}

/* As where the configuration of a system that is read only lies on another disk: the link stays,
   whether or not there is something behind it yet. */
static void test_a_link_stays_one(void **state) {
    (void)state;
    char target[96];
    struct stat info;
    snprintf(target, sizeof target, "%s/elsewhere", folder);
    for (int relative = 0; relative < 2; relative++) {
        assert_int_equal(symlink(relative ? "elsewhere" : target, path), 0);
        for (int turn = 0; turn < 2; turn++) {
            snprintf(edit.text, sizeof edit.text, "turn = %d\n", turn);
            assert_true(save());
            assert_int_equal(lstat(path, &info), 0);
            assert_true(S_ISLNK(info.st_mode));
            assert_file(edit.text);
        }
        unlink(path);
        assert_int_equal(unlink(target), 0);
    }
}

static void test_a_full_disk(void **state) {
    (void)state;
    struct rlimit was, little = {12, 12};
    load("a = 1\n");
    assert_true(config_edit_set(&edit, "a", "a value with more bytes than there are"));
    getrlimit(RLIMIT_FSIZE, &was);
    little.rlim_max = was.rlim_max;
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &little);
    bool saved = save();
    setrlimit(RLIMIT_FSIZE, &was);
    assert_false(saved);
    assert_file("a = 1\n");
    assert_int_equal(access(part, F_OK), -1); /* nothing is left behind */
}

static void test_a_folder_that_cannot_be_written(void **state) {
    (void)state;
    FilePart file;
    load("a = 1\n");
    assert_int_equal(mkdir(part, 0700), 0); /* root may write anywhere else */
    assert_false(save());
    assert_file("a = 1\n");
    assert_false(file_begin(&file, "/proc/azimut.conf", "a = 2\n", 6, 0644));
    assert_false(file_begin(&file, "/nowhere/azimut.conf", "a = 2\n", 6, 0644));
    assert_int_equal(errno, ENOENT);
    assert_false(file_begin(&file, folder, "a = 2\n", 6, 0644));
    assert_int_equal(errno, EISDIR);
}

/* The power goes at each call in turn: the old file or the new one, whole, and in the end the new
   one. */
static void test_a_power_cut_at_every_step(void **state) {
    (void)state;
    static const char OLD[] = "a = 1\n# kept\n", NEW[] = "a = 2\n# kept\n";
    bool done = false;
    int cuts = 0;
    for (int at = 1; !done; at++, cuts++) {
        load(OLD);
        assert_true(config_edit_set(&edit, "a", "2"));
        pid_t child = fork();
        if (child == 0) {
            fuse = at;
            _exit(save() ? 42 : 1);
        }
        int status;
        waitpid(child, &status, 0);
        done = WEXITSTATUS(status) == 42;
        assert_true(done || WEXITSTATUS(status) == 0);
        assert_true(config_edit_load(&edit, path, &(Error){{0}}));
        assert_true(strcmp(edit.text, NEW) == 0 || (!done && strcmp(edit.text, OLD) == 0));
        assert_true(at < 20);
    }
    assert_int_equal(cuts, 5); /* written, synced, renamed, the folder synced, and not at all */
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_only_the_value_changes),
        TEST(test_a_new_key_stands_below_its_example),
        TEST(test_what_a_key_has),
        TEST(test_the_mark_of_an_editor),
        TEST(test_a_line_is_muted_once),
        TEST(test_a_full_file_stays_as_it_is),
        TEST(test_what_cannot_be_read),
        TEST(test_owner_and_rights_stay),
        TEST(test_a_link_stays_one),
        TEST(test_a_full_disk),
        TEST(test_a_folder_that_cannot_be_written),
        TEST(test_a_power_cut_at_every_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
