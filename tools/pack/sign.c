#include "tools/pack/sign.h"

#include "base/file.h"
#include "content/pack.h"
#include "content/schema.h"
#include "tools/pack/secret_key.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define LASTS (400 * CIVIL_DAY)
#define PATH_BYTES 4096
#define READ_BYTES (1 << 16)
#define UNTRUSTED "untrusted comment: signature from azimut-pack\n"
#define TEXT_OF(bytes) sodium_base64_ENCODED_LEN(bytes, sodium_base64_VARIANT_ORIGINAL)

/* ---- what is signed -------------------------------------------------------------------------- */

static bool label_of(const Pack *pack, Label *label) {
    char id[LABEL_ID], day[16];
    snprintf(id, sizeof id, SLICE_FMT, SLICE_ARG(pack->campus.id));
    snprintf(day, sizeof day, SLICE_FMT, SLICE_ARG(pack->campus.dated));
    if (!label_id(id) || !civil_parse(day, &label->not_before) || pack->campus.version < 1)
        return false;
    memcpy(label->id, id, sizeof id);
    label->version = pack->campus.version;
    label->format = PACK_FORMAT;
    label->expires = label->not_before + LASTS;
    return true;
}

bool sign_label(const char *path, Label *label, Error *error) {
    static Pack pack;
    Arena arena = {0};
    struct stat info;
    bool good = pack_load(path, &arena, &pack, error) &&
                (label_of(&pack, label) ||
                 error_set(error,
                           "%.200s : pour être signé, un pack a un nom, une date et une version "
                           "d’au moins 1",
                           path));
    arena_free(&arena);
    label->size = stat(path, &info) == 0 ? (int64_t)info.st_size : -1;
    return good;
}

static bool hash_file(const char *path, unsigned char hash[MINISIGN_HASH], Error *error) {
    static unsigned char bytes[READ_BYTES];
    crypto_generichash_state state;
    FILE *in = fopen(path, "re");
    if (!in)
        return error_set(error, "%.200s : ne s’ouvre pas : %s", path, error_why(errno));
    crypto_generichash_init(&state, NULL, 0, MINISIGN_HASH);
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, in)) > 0;)
        crypto_generichash_update(&state, bytes, got);
    bool good = !ferror(in);
    fclose(in);
    crypto_generichash_final(&state, hash, MINISIGN_HASH);
    return good || error_set(error, "%.200s : ne se lit pas jusqu’au bout", path);
}

/* ---- signing --------------------------------------------------------------------------------- */

static void make(Signature *s, const SecretKey *key, const unsigned char hash[MINISIGN_HASH]) {
    unsigned char all[crypto_sign_BYTES + MINISIGN_COMMENT];
    memcpy(s->hash.kind, "ED", 2);
    memcpy(s->hash.id, key->id, MINISIGN_ID);
    crypto_sign_detached(s->hash.of_hash, NULL, hash, MINISIGN_HASH, key->key);
    int length = minisign_all(s, all);
    crypto_sign_detached(s->of_all, NULL, all, (unsigned)length, key->key);
}

static bool write_signature(const Signature *s, const char *pack, Error *error) {
    char path[PATH_BYTES], text[MINISIGN_TEXT], hash[TEXT_OF(sizeof s->hash)];
    char all[TEXT_OF(sizeof s->of_all)];
    sodium_bin2base64(hash, sizeof hash, (const unsigned char *)&s->hash, sizeof s->hash,
                      sodium_base64_VARIANT_ORIGINAL);
    sodium_bin2base64(all, sizeof all, s->of_all, sizeof s->of_all, sodium_base64_VARIANT_ORIGINAL);
    snprintf(path, sizeof path, "%.4000s.minisig", pack);
    snprintf(text, sizeof text, UNTRUSTED "%s\ntrusted comment: %s\n%s\n", hash, s->comment, all);
    return file_put(path, text, strlen(text), 0644, error);
}

static bool fits_order(Label *label, const SignOrder *order, Error *error) {
    if (order->not_before) {
        label->not_before = civil_midnight(order->not_before);
        label->expires = label->not_before + LASTS;
    }
    if (order->expires)
        label->expires = civil_midnight(order->expires);
    return label->expires >= label->not_before ||
           error_set(error, "la fin est avant le début : ce pack ne serait jamais pris");
}

bool sign_is_over(const Label *label, Millis now) {
    return now >= label->expires + CIVIL_DAY;
}

bool sign_pack(const char *pack, const SignOrder *order, Label *label, Error *error) {
    unsigned char hash[MINISIGN_HASH];
    SecretKey key;
    Signature signature;
    if (!sign_label(pack, label, error) || !fits_order(label, order, error) ||
        !hash_file(pack, hash, error) || !secret_key_read(order->key, &key, error))
        return false;
    label_write(label, signature.comment);
    make(&signature, &key, hash);
    sodium_memzero(&key, sizeof key);
    return write_signature(&signature, pack, error);
}

/* ---- verifying ------------------------------------------------------------------------------- */

static bool read_text(const char *path, char text[MINISIGN_TEXT]) {
    FILE *in = fopen(path, "re");
    size_t length = in ? fread(text, 1, MINISIGN_TEXT - 1, in) : 0;
    text[length] = 0;
    if (in)
        fclose(in);
    return length > 0;
}

static Refusal judge(const char *pack, const PublicKey *key, Signature *signature, Label *label) {
    char path[PATH_BYTES], text[MINISIGN_TEXT];
    snprintf(path, sizeof path, "%.4000s.minisig", pack);
    if (!read_text(path, text))
        return REFUSED_UNSIGNED;
    Refusal refusal = minisign_read(text, key, signature);
    if (refusal)
        return refusal;
    return label_read(signature->comment, label) ? REFUSED_NONE : REFUSED_NO_LABEL;
}

/* Cut short on its way, most of the time: that is said before its bytes are called wrong. */
static bool check_size(const char *pack, const Label *label, Error *error) {
    struct stat info;
    long long size = stat(pack, &info) == 0 ? (long long)info.st_size : -1;
    return size < 0 || size == label->size ||
           error_set(error, "%.200s: %s: %lld bytes, signed for %lld", pack,
                     refusal_words(REFUSED_SIZE), size, (long long)label->size);
}

bool sign_verify(const char *pack, const char *key_file, Label *label, Error *error) {
    char text[MINISIGN_TEXT];
    unsigned char hash[MINISIGN_HASH];
    PublicKey key;
    Signature signature;
    if (!read_text(key_file, text) || !minisign_key(text, &key))
        return error_set(error, "%.200s: %s", key_file, refusal_words(REFUSED_NO_KEY));
    Refusal refusal = judge(pack, &key, &signature, label);
    if (!refusal && (!check_size(pack, label, error) || !hash_file(pack, hash, error)))
        return false;
    if (!refusal && !minisign_fits(&signature, &key, hash))
        refusal = REFUSED_BYTES;
    return !refusal || error_set(error, "%.200s: %s", pack, refusal_words(refusal));
}
