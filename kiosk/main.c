/* Azimut: the command line; what it asks for stands in program/. */
#include "base/message.h"
#include "program/program.h"
#include "base/log.h"
#include "base/memory.h"

#include <sodium.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* EX_TEMPFAIL: the staff wishes the program to be started again; who started it does that. */
#define EXIT_RESTART 75

/* What a visitor did is in memory while they are here: it must not land in a file when we crash. */
static void leave_no_dump(void) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__ /* which looks into its own process */
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

/* A journal's last lines are what a technician looks at: the mistake, and no list of options. */
static int refuse_file(const Error *why) {
    program_fail(why->text);
    return EXIT_USAGE;
}

int main(int argc, char **argv) {
    static Program program;
    Error error;
    messages_speak_as_asked();
    if (sodium_init() < 0)
        return program_fail(message("no random numbers to be had"));
    Asked asked = options_read(argc, argv, &program.options, &error);
    if (asked == ASKED_WRONGLY && program.options.fault.text[0])
        return refuse_file(&error);
    if (asked == ASKED_WRONGLY)
        return command_line_refuse(&KIOSK_LINE, error.text);
    if (asked != ASKED_COMMAND) {
        command_line_tell(&KIOSK_LINE, asked);
        return EXIT_SUCCESS;
    }
    if (program.options.timezone)
        setenv("TZ", program.options.timezone, 1);
    if (program.options.fault.text[0])
        log_line("setup", "%s", program.options.fault.text);
    if (program.options.set_pin)
        return program_set_pin(program.options.pin);
    if (program.options.until_open)
        return program_tell_until_open(&program);
    messages_speak("en"); /* the log */
    leave_no_dump();
    memory_settle();
    int status = program_run(&program);
    arena_free(&program.pack_memory);
    arena_free(&program.before_memory);
    return program.desk.leave == LEAVE_RESTART ? EXIT_RESTART : status;
}
