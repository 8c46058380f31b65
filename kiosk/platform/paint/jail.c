#include "platform/paint/jail.h"

#include <errno.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Memory, locks, the clock, chance, the end. */
static const int GRANTED[] = {
    SCMP_SYS(brk),          SCMP_SYS(munmap),          SCMP_SYS(mremap),
    SCMP_SYS(madvise),      SCMP_SYS(futex),           SCMP_SYS(exit),
    SCMP_SYS(exit_group),   SCMP_SYS(rt_sigreturn),    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(restart_syscall), SCMP_SYS(getpid),
    SCMP_SYS(gettid),       SCMP_SYS(getrandom),
};

/* What a library asks in good faith, and goes on without. */
static const int REFUSED[] = {
    SCMP_SYS(open),  SCMP_SYS(openat), SCMP_SYS(access),     SCMP_SYS(faccessat),
    SCMP_SYS(stat),  SCMP_SYS(fstat),  SCMP_SYS(newfstatat), SCMP_SYS(read),
    SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close),      SCMP_SYS(sysinfo),
};

/* A sanitizer looks into its own process before it says what it found: these, and what is refused
   else. */
static const int WATCHED[] = {
    SCMP_SYS(readlink),     SCMP_SYS(readlinkat),     SCMP_SYS(lseek),       SCMP_SYS(sigaltstack),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(sched_yield), SCMP_SYS(getrlimit),
    SCMP_SYS(prlimit64),    SCMP_SYS(ioctl),          SCMP_SYS(pipe2),       SCMP_SYS(mprotect),
    SCMP_SYS(mmap),         SCMP_SYS(prctl),
};

static bool rule(scmp_filter_ctx filter, uint32_t action, const int *calls, size_t count) {
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        int fault = seccomp_rule_add(filter, action, calls[i], 0);
        good = good && (fault == 0 || fault == -EDOM); /* a machine may not have that call at all */
    }
    return good;
}

/* Memory that is no code, and never becomes any. */
static bool grant_data(scmp_filter_ctx filter) {
    struct scmp_arg_cmp no_code = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, no_code) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, no_code) == 0;
}

static bool add_rules(scmp_filter_ctx filter, bool watched) {
    uint32_t asked = watched ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EACCES);
    return rule(filter, SCMP_ACT_ALLOW, GRANTED, COUNT(GRANTED)) &&
           rule(filter, asked, REFUSED, COUNT(REFUSED)) &&
           (watched ? rule(filter, SCMP_ACT_ALLOW, WATCHED, COUNT(WATCHED)) : grant_data(filter));
}

bool jail_enter(bool watched) {
    if (prctl(PR_GET_SECCOMP) < 0)
        return true;
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    bool good = filter && add_rules(filter, watched) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return good;
}
