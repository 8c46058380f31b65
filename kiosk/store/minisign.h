/* Signatures and public keys in the format of minisign, the prehashed kind (ED) alone: Ed25519 over
   the BLAKE2b-512 of a file, and once more over that signature and a comment, so that what the
   comment says is known to be true before a byte of the file is read. */
#pragma once

#include "store/refusal.h"

#include <sodium.h>
#include <stdbool.h>

enum {
    MINISIGN_ID = 8,
    MINISIGN_COMMENT = 512,
    MINISIGN_TEXT = 2048, /* no file of a key or a signature is longer */
    MINISIGN_HASH = 64,
};

/* As they lie in a file, in base64. */
typedef struct PublicKey {
    char kind[2];
    unsigned char id[MINISIGN_ID], key[crypto_sign_PUBLICKEYBYTES];
} PublicKey;

typedef struct SignedHash {
    char kind[2];
    unsigned char id[MINISIGN_ID], of_hash[crypto_sign_BYTES];
} SignedHash;

typedef struct Signature {
    SignedHash hash;
    unsigned char of_all[crypto_sign_BYTES];
    char comment[MINISIGN_COMMENT]; /* the one that is signed */
} Signature;

/* The first line is a comment that nobody signs, the second the key. */
bool minisign_key(const char *text, PublicKey *key);

/* REFUSED_NONE: what the comment says was said by the owner of the key. */
Refusal minisign_read(const char *text, const PublicKey *key, Signature *signature);

/* Is the hash that of the file that was signed? */
bool minisign_fits(const Signature *signature, const PublicKey *key,
                   const unsigned char hash[MINISIGN_HASH]);

/* What is signed the second time: the signature of the hash, then the comment. Bytes written. */
int minisign_all(const Signature *signature,
                 unsigned char all[crypto_sign_BYTES + MINISIGN_COMMENT]);

/* A line of base64 that stands for exactly so many bytes. */
bool minisign_bytes(const char *line, int length, void *to, int count);
