/* Two editions of a large campus that differ by a few sentences, for delta.sh: the films are noise
   of the given size, everything else is a real pack's. usage: delta PACK MEGABYTES NOISE OLD NEW
   SENTENCES */
#include "content/pack.h"
#include "tools/pack/write.h"

#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MEGABYTE (INT64_C(1) << 20)
#define CLIPS_MAX 200

static Pack pack;
static Arena arena;
static FilmSource film[CLIPS_MAX];

static int fail(const char *what) {
    fprintf(stderr, "delta: %s\n", what);
    return EXIT_FAILURE;
}

/* The same noise for both, written once. */
static unsigned char *noise_of(const char *path, int64_t bytes) {
    static unsigned char block[MEGABYTE];
    unsigned char seed[randombytes_SEEDBYTES] = {0};
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    for (int64_t at = 0; fd >= 0 && at < bytes; at += MEGABYTE) {
        memcpy(seed, &at, sizeof at);
        randombytes_buf_deterministic(block, sizeof block, seed);
        if (write(fd, block, sizeof block) != (ssize_t)sizeof block)
            return NULL;
    }
    void *all = mmap(NULL, (size_t)bytes, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    return all == MAP_FAILED ? NULL : all;
}

static void fill_clip(int index, const unsigned char *bytes, int64_t count) {
    Clip *clip = &pack.clip[index];
    clip->bytes = count;
    clip->chunk_count = (int)(count / CHUNK_BYTES);
    clip->chunk_hash =
        (unsigned char(*)[CHUNK_HASH])arena_alloc(&arena, (size_t)clip->chunk_count * CHUNK_HASH);
    for (int i = 0; i < clip->chunk_count; i++)
        crypto_hash_sha256(clip->chunk_hash[i], bytes + i * MEGABYTE, CHUNK_BYTES);
    crypto_hash_sha256(clip->sha256, bytes, (unsigned long long)count);
    film[index] = (FilmSource){.bytes = {(const char *)bytes, (int)count}};
}

/* Longer than before, as sentences get: many of them make a page more, and what lies behind it
   would move. */
static void change_sentences(int count) {
    for (int i = 0; i < count; i++) {
        Slice *text = &pack.trade[i % pack.trade_count].text.in[LANG_FIRST];
        *text = arena_printf(&arena, SLICE_FMT " Une phrase de plus.", SLICE_ARG(*text));
    }
}

int main(int argc, char **argv) {
    Error error;
    if (argc != 7 || sodium_init() < 0)
        return fail("usage: delta PACK MEGABYTES NOISE OLD NEW SENTENCES");
    if (!pack_load(argv[1], &arena, &pack, &error))
        return fail(error.text);
    int64_t each = atoll(argv[2]) / pack.clip_count * MEGABYTE;
    const unsigned char *noise = noise_of(argv[3], each * pack.clip_count);
    if (!noise)
        return fail("no room for the noise");
    for (int i = 0; i < pack.clip_count; i++)
        fill_clip(i, noise + i * each, each);
    if (!pack_write(&pack, film, NULL, argv[4], &error))
        return fail(error.text);
    change_sentences(atoi(argv[6]));
    return pack_write(&pack, film, NULL, argv[5], &error) ? EXIT_SUCCESS : fail(error.text);
}
