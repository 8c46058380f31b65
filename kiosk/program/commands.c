#include "base/message.h"
#include "program/program.h"

#include <stdlib.h>
#include <string.h>

static bool read_code(const char *ask, char code[64]) {
    fputs(message(ask), stderr);
    if (!fgets(code, 64, stdin))
        code[0] = 0;
    code[strcspn(code, "\r\n")] = 0;
    return code[0];
}

/* Whoever may write the file is the machine's owner: that is also the way back when a code is
 * forgotten. */
int program_set_pin(const char *file) {
    char code[64], again[64];
    Error error;
    if (!read_code(MESSAGE("Nouveau code (six chiffres) : "), code) ||
        !read_code(MESSAGE("Encore une fois : "), again) || strcmp(code, again) != 0)
        return program_fail(message("les deux codes ne sont pas les mêmes, rien n’est changé"));
    if (!pin_set(file, code, &error))
        return program_fail(error.text);
    fputs(message("Le code est enregistré. La borne le prend au prochain démarrage.\n"), stderr);
    return EXIT_SUCCESS;
}

/* For azimut-night, which reads the same configuration and wakes the machine in time. */
int program_tell_until_open(const Program *p) {
    Millis now = p->options.has_now ? p->options.now : program_raw_local_now();
    HoursNow hours = hours_of_rows(p->options.open, p->options.open_count, now);
    if (!hours.open && hours.until == PLAN_NEVER)
        return program_fail(message("it never opens"));
    printf("%lld\n", hours.open ? 0LL : (long long)(hours.until - now) / 1000);
    return EXIT_SUCCESS;
}
