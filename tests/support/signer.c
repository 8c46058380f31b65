#include "support/signer.h"

#include <stdio.h>
#include <string.h>

Signer signer_new(unsigned char seed) {
    Signer signer = {.public = {.kind = {'E', 'd'}}};
    unsigned char bytes[crypto_sign_SEEDBYTES] = {seed};
    memset(signer.public.id, seed, MINISIGN_ID);
    crypto_sign_seed_keypair(signer.public.key, signer.secret, bytes);
    return signer;
}

static void base64(const void *bytes, size_t count, char text[256]) {
    sodium_bin2base64(text, 256, bytes, count, sodium_base64_VARIANT_ORIGINAL);
}

void signer_text(const Signer *signer, const unsigned char hash[MINISIGN_HASH], const char *comment,
                 char text[MINISIGN_TEXT]) {
    Signature s = {.hash = {.kind = {'E', 'D'}}};
    unsigned char all[crypto_sign_BYTES + MINISIGN_COMMENT];
    char first[256], second[256];
    memcpy(s.hash.id, signer->public.id, MINISIGN_ID);
    snprintf(s.comment, sizeof s.comment, "%s", comment);
    crypto_sign_detached(s.hash.of_hash, NULL, hash, MINISIGN_HASH, signer->secret);
    int length = minisign_all(&s, all);
    crypto_sign_detached(s.of_all, NULL, all, (unsigned)length, signer->secret);
    base64(&s.hash, sizeof s.hash, first);
    base64(s.of_all, sizeof s.of_all, second);
    snprintf(text, MINISIGN_TEXT, "untrusted comment: by hand\n%s\ntrusted comment: %s\n%s\n",
             first, s.comment, second);
}

void signer_key(const Signer *signer, char text[MINISIGN_TEXT]) {
    char key[256];
    base64(&signer->public, sizeof signer->public, key);
    snprintf(text, MINISIGN_TEXT, "untrusted comment: by hand\n%s\n", key);
}
