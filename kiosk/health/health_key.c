#include "health/health_key.h"

#include "base/file.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

static bool make_key(const char *path, uint8_t *secret, Error *error) {
    uint8_t key[HEALTH_KEY_BYTES];
    crypto_sign_keypair(key, secret);
    return file_put(path, secret, HEALTH_SECRET_BYTES, 0600, error);
}

/* One that was cut or changed signs nothing that can be verified. */
static bool is_key(const uint8_t *secret) {
    uint8_t key[HEALTH_KEY_BYTES], again[HEALTH_SECRET_BYTES], seed[crypto_sign_SEEDBYTES];
    crypto_sign_ed25519_sk_to_seed(seed, secret);
    crypto_sign_seed_keypair(key, again, seed);
    bool same = sodium_memcmp(again, secret, HEALTH_SECRET_BYTES) == 0;
    sodium_memzero(again, sizeof again);
    sodium_memzero(seed, sizeof seed);
    return same;
}

bool health_key(const char *path, uint8_t secret[HEALTH_SECRET_BYTES], Error *error) {
    uint8_t read_bytes[HEALTH_SECRET_BYTES + 1];
    int fd = file_open(path, NULL);
    if (fd < 0 && errno == ENOENT)
        return make_key(path, secret, error);
    ssize_t size = fd < 0 ? -1 : read(fd, read_bytes, sizeof read_bytes);
    if (fd >= 0)
        close(fd);
    if (size != HEALTH_SECRET_BYTES || !is_key(read_bytes))
        return error_set(error, "%.200s is no key of a kiosk; remove it, and a new one is made",
                         path);
    memcpy(secret, read_bytes, HEALTH_SECRET_BYTES);
    sodium_memzero(read_bytes, sizeof read_bytes);
    return true;
}
