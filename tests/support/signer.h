/* Signs as minisign does, with a key that is made of a number. */
#pragma once

#include "store/minisign.h"

typedef struct Signer {
    PublicKey public;
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
} Signer;

Signer signer_new(unsigned char seed);

/* The four lines of a signature. */
void signer_text(const Signer *signer, const unsigned char hash[MINISIGN_HASH], const char *comment,
                 char text[MINISIGN_TEXT]);

/* The file of the public key. */
void signer_key(const Signer *signer, char text[MINISIGN_TEXT]);
