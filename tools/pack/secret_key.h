/* The key that packs are signed with, in a file of minisign's format: protected by a password
   (scrypt), or bare. */
#pragma once

#include "base/error.h"
#include "store/minisign.h"

typedef struct SecretKey {
    unsigned char id[MINISIGN_ID], key[crypto_sign_SECRETKEYBYTES];
} SecretKey;

/* Makes a pair: the secret one into `path`, for its owner alone, the public one into `path`.pub;
   what is there already stays. `bare`: without a password, else it is asked for. */
bool secret_key_make(const char *path, bool bare, Error *error);

/* Asks for the password where there is one. */
bool secret_key_read(const char *path, SecretKey *key, Error *error);
