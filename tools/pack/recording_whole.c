#include "tools/pack/recording_whole.h"

#include <stdint.h>
#include <string.h>

enum {
    RIFF_HEAD = 12, /* "RIFF", how many bytes follow, "WAVE" */
    CHUNK_HEAD = 8,
    OGG_HEAD = 27, /* up to and with the number of its segments */
    OGG_FLAGS = 5,
    OGG_LAST = 4, /* of a page that ends its stream */
    OGG_SEGMENTS = 26
};

static const uint32_t UNKNOWN = UINT32_MAX; /* a length of who wrote it into a pipe */

static uint32_t number_at(Slice bytes, int64_t at) {
    const unsigned char *b = (const unsigned char *)bytes.at + at;
    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static bool begins(Slice bytes, int64_t at, const char *word) {
    return at + 4 <= bytes.len && memcmp(bytes.at + at, word, 4) == 0;
}

/* The samples are a chunk that says how long it is. */
static bool is_whole_wav(Slice bytes) {
    int64_t at = RIFF_HEAD;
    while (at + CHUNK_HEAD <= bytes.len) {
        uint32_t size = number_at(bytes, at + 4);
        int64_t end = at + CHUNK_HEAD + size;
        if (begins(bytes, at, "data"))
            return size == UNKNOWN || end <= bytes.len;
        at = end + size % 2;
    }
    return false;
}

/* Pages follow one another, and the last of a stream is marked. */
static bool is_whole_ogg(Slice bytes) {
    int64_t at = 0;
    bool last = false;
    while (at + OGG_HEAD <= bytes.len && begins(bytes, at, "OggS")) {
        int segments = (unsigned char)bytes.at[at + OGG_SEGMENTS];
        int64_t end = at + OGG_HEAD + segments;
        last = bytes.at[at + OGG_FLAGS] & OGG_LAST;
        for (int i = 0; i < segments && at + OGG_HEAD + i < bytes.len; i++)
            end += (unsigned char)bytes.at[at + OGG_HEAD + i];
        at = end;
    }
    return last && at <= bytes.len;
}

bool recording_is_whole(Slice bytes) {
    if (begins(bytes, 0, "RIFF"))
        return is_whole_wav(bytes);
    return !begins(bytes, 0, "OggS") || is_whole_ogg(bytes);
}
