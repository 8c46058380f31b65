#include "store/minisign.h"

#include <string.h>

#define UNTRUSTED "untrusted comment:"
#define TRUSTED "trusted comment: "

typedef struct Line {
    const char *at;
    int length;
} Line;

/* The next line, without its end; false when there is none. */
static bool next_line(const char **rest, Line *line) {
    if (!**rest)
        return false;
    int length = (int)strcspn(*rest, "\n");
    *line = (Line){*rest, length};
    *rest += length + ((*rest)[length] == '\n');
    if (length && line->at[length - 1] == '\r') /* a file that went through another system */
        line->length--;
    return true;
}

static bool begins(Line line, const char *with) {
    int length = (int)strlen(with);
    return line.length >= length && memcmp(line.at, with, (size_t)length) == 0;
}

bool minisign_bytes(const char *line, int length, void *to, int count) {
    size_t got = 0;
    const char *end = NULL;
    return sodium_base642bin(to, (size_t)count, line, (size_t)length, NULL, &got, &end,
                             sodium_base64_VARIANT_ORIGINAL) == 0 &&
           got == (size_t)count && end == line + length;
}

bool minisign_key(const char *text, PublicKey *key) {
    Line comment, line;
    return next_line(&text, &comment) && begins(comment, UNTRUSTED) && next_line(&text, &line) &&
           minisign_bytes(line.at, line.length, key, sizeof *key) &&
           memcmp(key->kind, "Ed", 2) == 0;
}

/* ---- a signature ----------------------------------------------------------------------------- */

static bool take_comment(Line line, char comment[MINISIGN_COMMENT]) {
    int length = line.length - (int)strlen(TRUSTED);
    if (!begins(line, TRUSTED) || length >= MINISIGN_COMMENT)
        return false;
    memcpy(comment, line.at + strlen(TRUSTED), (size_t)length);
    comment[length] = 0;
    return true;
}

static bool parse(const char *text, Signature *s) {
    Line line[4];
    for (int i = 0; i < 4; i++)
        if (!next_line(&text, &line[i]))
            return false;
    return begins(line[0], UNTRUSTED) &&
           minisign_bytes(line[1].at, line[1].length, &s->hash, sizeof s->hash) &&
           take_comment(line[2], s->comment) &&
           minisign_bytes(line[3].at, line[3].length, s->of_all, sizeof s->of_all);
}

int minisign_all(const Signature *s, unsigned char all[crypto_sign_BYTES + MINISIGN_COMMENT]) {
    size_t length = strlen(s->comment);
    memcpy(all, s->hash.of_hash, crypto_sign_BYTES);
    memcpy(all + crypto_sign_BYTES, s->comment, length);
    return (int)(crypto_sign_BYTES + length);
}

Refusal minisign_read(const char *text, const PublicKey *key, Signature *s) {
    unsigned char all[crypto_sign_BYTES + MINISIGN_COMMENT];
    if (!parse(text, s))
        return REFUSED_NO_SIGNATURE;
    if (memcmp(s->hash.kind, "Ed", 2) == 0)
        return REFUSED_LEGACY;
    if (memcmp(s->hash.kind, "ED", 2) != 0)
        return REFUSED_NO_SIGNATURE;
    if (memcmp(s->hash.id, key->id, MINISIGN_ID) != 0)
        return REFUSED_OTHER_KEY;
    int length = minisign_all(s, all);
    bool good = crypto_sign_verify_detached(s->of_all, all, (unsigned)length, key->key) == 0;
    return good ? REFUSED_NONE : REFUSED_ALTERED;
}

bool minisign_fits(const Signature *s, const PublicKey *key,
                   const unsigned char hash[MINISIGN_HASH]) {
    return crypto_sign_verify_detached(s->hash.of_hash, hash, MINISIGN_HASH, key->key) == 0;
}
