#include "store/ledger.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME "ledger.txt" /* no id of a pack has a dot */
#define TEXT_BYTES 8192
#define SUM_BYTES 16
#define SUM_LINE (4 + 2 * SUM_BYTES + 1) /* "sum HEX\n" */
#define HEX_DIGITS "0123456789abcdef"

/* ---- items ----------------------------------------------------------------------------------- */

bool item_is_there(const Item *item) {
    return item->version > 0;
}

bool item_equal(const Item *a, const Item *b) {
    return a->version == b->version && strcmp(a->id, b->id) == 0 && strcmp(a->hash, b->hash) == 0;
}

void item_path(const Item *item, char path[ITEM_NAME]) {
    snprintf(path, ITEM_NAME, "%s/%lld-%s.pack", item->id, (long long)item->version, item->hash);
}

static bool is_hash(const char *text) {
    return strlen(text) == ITEM_HASH - 1 && strspn(text, HEX_DIGITS) == ITEM_HASH - 1;
}

static bool item_is_good(const Item *item) {
    return item->version == 0 || (item->version > 0 && item->version <= LABEL_VERSION_MAX &&
                                  label_id(item->id) && is_hash(item->hash));
}

bool item_from_path(const char *path, Item *item) {
    char again[ITEM_NAME];
    long long version = 0;
    *item = (Item){0};
    if (sscanf(path, "%63[a-z0-9-]/%lld-%16[0-9a-f].pack", item->id, &version, item->hash) != 3)
        return false;
    item->version = version;
    item_path(item, again);
    return item_is_there(item) && item_is_good(item) && strcmp(path, again) == 0;
}

bool ledger_is_bad(const Ledger *ledger, const char *hash) {
    for (int i = 0; i < ledger->bad_count; i++)
        if (strcmp(ledger->bad[i], hash) == 0)
            return true;
    return false;
}

void ledger_add_bad(Ledger *ledger, const char *hash) {
    if (!hash[0] || ledger_is_bad(ledger, hash))
        return;
    if (ledger->bad_count == LEDGER_BAD)
        memmove(ledger->bad[0], ledger->bad[1], sizeof ledger->bad[0] * --ledger->bad_count);
    snprintf(ledger->bad[ledger->bad_count++], ITEM_HASH, "%s", hash);
}

/* ---- writing --------------------------------------------------------------------------------- */

typedef struct Text {
    char at[TEXT_BYTES];
    int length;
} Text;

__attribute__((format(printf, 2, 3))) static void say(Text *text, const char *format, ...) {
    va_list list;
    va_start(list, format);
    text->length +=
        vsnprintf(text->at + text->length, sizeof text->at - (size_t)text->length, format, list);
    va_end(list);
}

static void say_item(Text *text, const char *what, const Item *item) {
    if (item_is_there(item))
        say(text, "%s %s %lld %s %d %d %lld\n", what, item->id, (long long)item->version,
            item->hash, item->is_signed, item->proven, (long long)item->expires);
}

static void sum_of(const char *text, int length, char hex[2 * SUM_BYTES + 1]) {
    unsigned char sum[SUM_BYTES];
    crypto_generichash(sum, sizeof sum, (const unsigned char *)text, (unsigned)length, NULL, 0);
    sodium_bin2hex(hex, 2 * SUM_BYTES + 1, sum, sizeof sum);
}

int ledger_write(const Disk *disk, const char *folder, const Ledger *l) {
    Text text = {.length = 0};
    char hex[2 * SUM_BYTES + 1];
    say(&text, "azimut-store 1\n");
    say_item(&text, "shown", &l->shown);
    say_item(&text, "kept", &l->kept);
    say_item(&text, "next", &l->next);
    if (l->highest) {
        sodium_bin2hex(hex, sizeof hex, l->key, sizeof l->key);
        say(&text, "highest %s %lld %s\n", hex, (long long)l->highest, l->highest_hash);
    }
    say(&text, "trial %d %d %lld %s\n", l->cut_short, l->crashes, (long long)l->since,
        l->boot[0] ? l->boot : "-");
    say(&text, "event %d %lld\n", (int)l->event, (long long)l->event_version);
    for (int i = 0; i < l->bad_count; i++)
        say(&text, "bad %s\n", l->bad[i]);
    sum_of(text.at, text.length, hex);
    say(&text, "sum %s\n", hex);
    return disk_put(disk, folder, NAME, text.at);
}

/* ---- reading --------------------------------------------------------------------------------- */

static bool read_item(const char *line, Item *item) {
    long long version = 0, expires = 0;
    int is_signed = 0, proven = 0;
    bool good = sscanf(line, "%63s %lld %16s %d %d %lld", item->id, &version, item->hash,
                       &is_signed, &proven, &expires) == 6;
    item->version = version;
    item->expires = expires;
    item->is_signed = is_signed;
    item->proven = proven;
    return good && version > 0 && item_is_good(item);
}

static bool read_highest(const char *line, Ledger *l) {
    char hex[2 * MINISIGN_ID + 1];
    long long version = 0;
    bool good = sscanf(line, "%16s %lld %16s", hex, &version, l->highest_hash) == 3 &&
                sodium_hex2bin(l->key, sizeof l->key, hex, strlen(hex), NULL, NULL, NULL) == 0;
    l->highest = version;
    return good && version > 0 && version <= LABEL_VERSION_MAX;
}

static bool read_trial(const char *line, Ledger *l) {
    long long since = 0;
    bool good = sscanf(line, "%d %d %lld %39s", &l->cut_short, &l->crashes, &since, l->boot) == 4;
    l->since = since;
    if (strcmp(l->boot, "-") == 0)
        l->boot[0] = 0;
    return good;
}

static bool read_event(const char *line, Ledger *l) {
    long long version = 0;
    int event = 0;
    bool good = sscanf(line, "%d %lld", &event, &version) == 2 && event >= 0 && event < EVENT_COUNT;
    l->event = (LedgerEvent)event;
    l->event_version = version;
    return good;
}

static bool read_bad(const char *line, Ledger *l) {
    if (!is_hash(line))
        return false;
    ledger_add_bad(l, line);
    return true;
}

static bool read_line(const char *line, Ledger *l) {
    char word[16] = "";
    int at = 0;
    if (sscanf(line, "%15s %n", word, &at) != 1)
        return false;
    line += at;
    if (strcmp(word, "shown") == 0)
        return read_item(line, &l->shown);
    if (strcmp(word, "kept") == 0)
        return read_item(line, &l->kept);
    if (strcmp(word, "next") == 0)
        return read_item(line, &l->next);
    if (strcmp(word, "highest") == 0)
        return read_highest(line, l);
    if (strcmp(word, "trial") == 0)
        return read_trial(line, l);
    if (strcmp(word, "event") == 0)
        return read_event(line, l);
    return strcmp(word, "bad") == 0 && read_bad(line, l);
}

/* The sum is of all that stands before it. */
static bool is_whole(char *text) {
    char hex[2 * SUM_BYTES + 1];
    int length = (int)strlen(text) - SUM_LINE;
    if (length <= 0 || strncmp(text + length, "sum ", 4) != 0)
        return false;
    sum_of(text, length, hex);
    bool whole = strncmp(text + length + 4, hex, 2 * SUM_BYTES) == 0;
    text[length] = 0;
    return whole;
}

static bool parse(char *text, Ledger *l) {
    char *rest = NULL, *line = strtok_r(text, "\n", &rest);
    bool good = line && strcmp(line, "azimut-store 1") == 0;
    while (good && (line = strtok_r(NULL, "\n", &rest)))
        good = read_line(line, l);
    return good;
}

int ledger_read(const Disk *disk, const char *folder, Ledger *ledger) {
    char path[DISK_PATH], text[TEXT_BYTES];
    Ledger read = {0};
    *ledger = (Ledger){0};
    snprintf(path, sizeof path, "%s/" NAME, folder);
    int why = disk->read(disk->self, path, text, sizeof text);
    if (why)
        return why;
    if (!is_whole(text) || !parse(text, &read))
        return EBADMSG;
    *ledger = read;
    return 0;
}
