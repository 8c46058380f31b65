#include "staff/pin.h"

#include "base/file.h"
#include "base/log.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define WAIT_FIRST                                                                                 \
    ((Millis)5 * 60 * 1000) /* after five wrong codes, then twice as long each time */
#define WAIT_MOST ((Millis)80 * 60 * 1000)
#define QUIET ((Millis)15 * 60 * 1000) /* without a try: one wait less, the next time */

_Static_assert(crypto_pwhash_STRBYTES <= PIN_HASH_BYTES, "the hash has room");

/* ---- the file: the hash on one line, the wrong codes on the next ----------------------------- */

static bool write_file(const char *path, const char *hash, int failed) {
    char text[PIN_HASH_BYTES + 32];
    FilePart file;
    snprintf(text, sizeof text, "%s\nfailed %d\n", hash, failed);
    return file_begin(&file, path, text, strlen(text), S_IRUSR | S_IWUSR) && file_finish(&file);
}

static void say_unreadable(Pin *pin, const char *why) {
    pin->hash[0] = 0;
    pin->unreadable = true;
    log_line("pin", "%s: %s: the staff area stays shut; azimut --pin FILE --set-pin sets a code",
             pin->path, why);
}

/* A pipe is not opened: it would keep the kiosk waiting. */
static FILE *open_file(const char *path) {
    return file_may_take(path) ? fopen(path, "r") : NULL;
}

static void read_file(Pin *pin) {
    FILE *file = open_file(pin->path);
    if (!file) {
        bool missing = errno == ENOENT;
        say_unreadable(pin, strerror(errno));
        pin->unreadable = !missing;
        return;
    }
    bool empty = !fgets(pin->hash, sizeof pin->hash, file);
    const char *why = ferror(file) ? strerror(errno) : "it is empty";
    pin->hash[strcspn(pin->hash, "\n")] = 0;
    if (fscanf(file, "failed %d", &pin->failed) != 1 || pin->failed < 0)
        pin->failed = 0;
    fclose(file);
    if (empty)
        say_unreadable(pin, why);
    else if (strncmp(pin->hash, crypto_pwhash_STRPREFIX, strlen(crypto_pwhash_STRPREFIX)) != 0)
        say_unreadable(pin, "it holds no code");
}

/* ---- waiting --------------------------------------------------------------------------------- */

static Millis wait_after(int failed) {
    int rounds = failed / PIN_TRIES;
    Millis wait = WAIT_FIRST;
    for (int i = 1; i < rounds && wait < WAIT_MOST; i++)
        wait *= 2;
    return failed && failed % PIN_TRIES == 0 ? wait : 0;
}

void pin_open(Pin *pin, const char *path, Millis now) {
    *pin = (Pin){.path = path};
    if (!path)
        return;
    read_file(pin);
    pin->quiet_since = now;
    pin->until = now + wait_after(pin->failed);
}

/* Wrong codes that still count: those of one wait fewer for each quiet quarter of an hour. */
static int failed_by(const Pin *pin, Millis now) {
    Millis quarters = (now - pin->quiet_since) / QUIET;
    return quarters * PIN_TRIES < pin->failed ? pin->failed - (int)quarters * PIN_TRIES : 0;
}

bool pin_is_set(const Pin *pin) {
    return pin->hash[0] != 0;
}

int pin_tries_left(const Pin *pin, Millis now) {
    return PIN_TRIES - failed_by(pin, now) % PIN_TRIES;
}

int pin_seconds_left(const Pin *pin, Millis now) {
    return pin->until > now ? (int)((pin->until - now + 999) / 1000) : 0;
}

bool pin_try(Pin *pin, const char digits[PIN_DIGITS + 1], Millis now) {
    if (!pin_is_set(pin) || pin_seconds_left(pin, now))
        return false;
    bool right = crypto_pwhash_str_verify(pin->hash, digits, PIN_DIGITS) == 0;
    int failed = right ? 0 : failed_by(pin, now) + 1;
    if (failed != pin->failed && !write_file(pin->path, pin->hash, failed))
        log_line("pin", "%s cannot be written: wrong codes are forgotten at a restart", pin->path);
    pin->failed = failed;
    pin->quiet_since = now;
    pin->until = now + wait_after(failed);
    return right;
}

/* ---- setting --------------------------------------------------------------------------------- */

bool pin_is_weak(const char digits[PIN_DIGITS + 1]) {
    int same = 0, up = 0, down = 0;
    for (int i = 1; i < PIN_DIGITS; i++) {
        same += digits[i] == digits[i - 1];
        up += digits[i] == digits[i - 1] + 1;
        down += digits[i] == digits[i - 1] - 1;
    }
    return same == PIN_DIGITS - 1 || up == PIN_DIGITS - 1 || down == PIN_DIGITS - 1;
}

bool pin_set(const char *path, const char *digits, Error *error) {
    char hash[crypto_pwhash_STRBYTES];
    if (strlen(digits) != PIN_DIGITS || strspn(digits, "0123456789") != PIN_DIGITS)
        return error_set(error, "le code a six chiffres, et rien d’autre");
    if (pin_is_weak(digits))
        return error_set(error, "ce code se devine au premier essai ; en choisir un autre");
    if (crypto_pwhash_str(hash, digits, PIN_DIGITS, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return error_set(error, "pas assez de mémoire pour protéger le code");
    if (!write_file(path, hash, 0))
        return error_set(error, "%.240s : ne s’écrit pas : %s", path, error_why(errno));
    return true;
}
