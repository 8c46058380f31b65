/* Whoever breaks off at the question for a password has a terminal as it was. */
#include "tools/pack/secret_key.h"

#include "support/test.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

static int keeper; /* the other one, held open beside the program */
static int master; /* the person's end of a terminal */

/* As a program that a person started at a terminal of its own. */
static pid_t ask_at_terminal(void) {
    int slave;
    assert_int_equal(openpty(&master, &slave, NULL, NULL, NULL), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        Error error;
        login_tty(slave);
        _exit(secret_key_make("/no/such/folder/key", false, &error) ? 0 : 3);
    }
    keeper = slave;
    return child;
}

static bool echoes(void) {
    struct termios terminal;
    assert_int_equal(tcgetattr(master, &terminal), 0);
    return terminal.c_lflag & ECHO;
}

static void close_terminal(void) {
    close(keeper);
    close(master);
}

static void wait_until_it_asks(void) {
    for (int i = 0; i < 2000 && echoes(); i++)
        usleep(5000);
    assert_false(echoes());
}

/* Ctrl-C, or from elsewhere: it ends by that signal, as if nothing were in its way. */
static void break_off(int by) {
    int status;
    pid_t child = ask_at_terminal();
    wait_until_it_asks();
    if (by == SIGINT)
        assert_int_equal(write(master, "\003", 1), 1);
    else
        assert_int_equal(kill(child, by), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), by);
    assert_true(echoes());
    close_terminal();
}

static void test_breaking_off_leaves_the_terminal_as_it_was(void **state) {
    (void)state;
    break_off(SIGINT);
    break_off(SIGTERM);
    break_off(SIGHUP);
}

static void test_an_answer_leaves_it_as_it_was(void **state) {
    (void)state;
    int status;
    pid_t child = ask_at_terminal();
    wait_until_it_asks();
    assert_int_equal(write(master, "\n", 1), 1); /* no password: refused */
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 3);
    assert_true(echoes());
    close_terminal();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_breaking_off_leaves_the_terminal_as_it_was),
        cmocka_unit_test(test_an_answer_leaves_it_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
