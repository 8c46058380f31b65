/* A process that draws can do nothing but draw: what a hostile picture would wish for ends it, or
   is refused. */
#include "platform/paint/jail.h"

#include "support/test.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { DIES = -1 };

typedef struct Wish {
    const char *name;
    long call, arg[6];
    int fault; /* what the system answers; 0: it is done; DIES: the process is ended */
} Wish;

/* Asked of the system itself: the sanitizers of this test have no part in it. */
static void ask(const Wish *wish) {
    const long *a = wish->arg;
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (!jail_enter(false))
        syscall(SYS_exit_group, 99);
    errno = 0;
    long answer = syscall(wish->call, a[0], a[1], a[2], a[3], a[4], a[5]);
    syscall(SYS_exit_group, answer < 0 ? errno : 0);
}

static void expect(const Wish *wish) {
    int status = 0;
    pid_t pid = fork();
    if (pid == 0)
        ask(wish);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    int end = WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS ? DIES : WEXITSTATUS(status);
    if (WIFSIGNALED(status) && end != DIES)
        fail_msg("%s: ended by signal %d", wish->name, WTERMSIG(status));
    if (end != wish->fault)
        fail_msg("%s: %d instead of %d", wish->name, end, wish->fault);
}

#define PAGE 4096
#define ANONYMOUS MAP_PRIVATE | MAP_ANONYMOUS

static void test_what_drawing_needs(void **state) {
    (void)state;
    static const Wish WISHES[] = {
        {"mmap", SYS_mmap, {0, PAGE, PROT_READ | PROT_WRITE, ANONYMOUS, -1, 0}, 0},
        {"brk", SYS_brk, {0}, 0},
        {"clock_gettime", SYS_clock_gettime, {CLOCK_MONOTONIC, 0}, EFAULT},
    };
    for (size_t i = 0; i < sizeof WISHES / sizeof *WISHES; i++)
        expect(&WISHES[i]);
}

static void test_what_is_refused(void **state) {
    (void)state;
    static const Wish WISHES[] = {
        {"openat", SYS_openat, {AT_FDCWD, (long)"/etc/passwd", O_RDONLY}, EACCES},
        {"read", SYS_read, {0}, EACCES},
        {"write", SYS_write, {STDERR_FILENO, (long)"x", 1}, EACCES},
    };
    for (size_t i = 0; i < sizeof WISHES / sizeof *WISHES; i++)
        expect(&WISHES[i]);
}

static void test_what_only_an_intruder_wishes(void **state) {
    (void)state;
    static const Wish WISHES[] = {
        {"socket", SYS_socket, {AF_INET, SOCK_STREAM, 0}, DIES},
        {"socket of this machine", SYS_socket, {AF_UNIX, SOCK_DGRAM, 0}, DIES},
        {"sendto", SYS_sendto, {3, 0, 0, 0, 0, 0}, DIES}, /* to the keeper */
        {"execve", SYS_execve, {(long)"/bin/sh", 0, 0}, DIES},
        {"clone", SYS_clone, {SIGCHLD, 0, 0, 0, 0}, DIES},
        {"ptrace", SYS_ptrace, {0}, DIES},
        {"kill", SYS_kill, {0, 0}, DIES},
        {"prctl", SYS_prctl, {PR_SET_DUMPABLE, 1}, DIES},
        {"unlinkat", SYS_unlinkat, {AT_FDCWD, (long)"/nowhere", 0}, DIES},
        {"process_vm_readv", SYS_process_vm_readv, {0}, DIES},
        {"memory that is code", SYS_mmap, {0, PAGE, PROT_READ | PROT_EXEC, ANONYMOUS, -1, 0}, DIES},
        {"memory that becomes code", SYS_mprotect, {0, PAGE, PROT_EXEC}, DIES},
    };
    for (size_t i = 0; i < sizeof WISHES / sizeof *WISHES; i++)
        expect(&WISHES[i]);
}

/* The other list, with which pictures are drawn in the tests, is wider, and has no way out either.
 */
static void test_watched(void **state) {
    (void)state;
    int status = 0;
    pid_t pid = fork();
    if (pid == 0) {
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        if (jail_enter(true))
            syscall(SYS_socket, AF_UNIX, SOCK_DGRAM, 0);
        syscall(SYS_exit_group, 99);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_drawing_needs),
        cmocka_unit_test(test_what_is_refused),
        cmocka_unit_test(test_what_only_an_intruder_wishes),
        cmocka_unit_test(test_watched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
