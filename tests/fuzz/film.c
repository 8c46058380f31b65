/* Feeds films that are wrong to the decoder, through the entry that the kiosk uses, for a bounded
   number of rounds: good films are cut, flipped, stretched and mixed. Whatever comes out is a
   picture, an end or a calm refusal; AddressSanitizer watches, in our code and wherever the
   libraries touch our memory. usage: film ROUNDS SEED FILM… */
#include "video/decoder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define VIDEOS_MAX 16
#define SLOW_S 5.0 /* a round that takes longer has found something too */

typedef struct Bytes {
    unsigned char *at;
    int64_t size;
} Bytes;

static uint64_t random_state;
static uint32_t pixels[320 * 180];

static uint64_t draw(uint64_t below) {
    random_state ^= random_state << 13, random_state ^= random_state >> 7,
        random_state ^= random_state << 17;
    return below ? random_state % below : 0;
}

static int read_bytes(void *self, int64_t offset, void *to, int count) {
    Bytes *bytes = self;
    int64_t rest = bytes->size - offset;
    int got = rest < count ? (int)(rest > 0 ? rest : 0) : count;
    memcpy(to, bytes->at + offset, (size_t)got);
    return got;
}

static Bytes read_whole(const char *path) {
    Bytes bytes = {0};
    FILE *in = fopen(path, "rb");
    if (!in || fseek(in, 0, SEEK_END) != 0)
        exit(2);
    bytes.size = ftell(in);
    rewind(in);
    bytes.at = malloc((size_t)bytes.size);
    if (!bytes.at || fread(bytes.at, 1, (size_t)bytes.size, in) != (size_t)bytes.size)
        exit(2);
    fclose(in);
    return bytes;
}

/* The first kilobytes decide most: they are hit as often as all the rest. */
static uint64_t somewhere(const Bytes *b) {
    return draw((uint64_t)(draw(2) && b->size > 4096 ? 4096 : b->size));
}

static void harm(Bytes *b, const Bytes *other) {
    uint64_t at = somewhere(b), left = (uint64_t)b->size - at, count;
    switch (draw(5)) {
    case 0:
        b->at[at] ^= (unsigned char)(1 << draw(8));
        break;
    case 1: /* a number that is too large */
        for (uint64_t i = 0; i < 4 && i < left; i++)
            b->at[at + i] = (unsigned char)(draw(2) ? 0xFF : draw(256));
        break;
    case 2:
        b->size = (int64_t)at;
        break;
    case 3: /* a part moves */
        count = draw(left < 2000 ? left : 2000);
        memmove(b->at + at, b->at + draw((uint64_t)b->size - count + 1), count);
        break;
    default: /* a part of another film */
        count = draw(left < 2000 ? left : 2000);
        count = count < (uint64_t)other->size ? count : (uint64_t)other->size;
        memcpy(b->at + at, other->at + draw((uint64_t)other->size - count + 1), count);
    }
}

static void play(Bytes *video) {
    VideoSource source = {"fuzz", {video, video->size, read_bytes}, 3000};
    Decoder *p =
        decoder_open((DecoderSpec){.source = &source, .source_count = 1, .headless = true});
    VideoWish wish = {.clip = 0, .seek_id = 1, .from = draw(2) ? 0 : (Millis)draw(3000)};
    for (int64_t now = 0; now < 4000000; now += 250000) {
        decoder_wish(p, wish, now);
        VideoReport report = decoder_report(p, now);
        if (decoder_due(p, now).number)
            decoder_paint(p, pixels, 320 * 4, 320, 180);
        if (report.status == VIDEO_BROKEN)
            break;
        if (draw(8) == 0) {
            wish.seek_id++;
            wish.from = (Millis)draw(3500);
        }
    }
    decoder_close(p);
}

int main(int argc, char **argv) {
    Bytes good[VIDEOS_MAX];
    int videos = argc - 3 < VIDEOS_MAX ? argc - 3 : VIDEOS_MAX, slow = 0;
    if (videos < 1)
        return fprintf(stderr, "usage: film ROUNDS SEED FILM…\n"), 2;
    random_state = strtoull(argv[2], NULL, 10) * 2654435761u + 88172645463325252u;
    for (int i = 0; i < videos; i++)
        good[i] = read_whole(argv[3 + i]);
    fclose(stderr); /* a line a round says nothing; sanitizers write to log_path */
    for (long round = 0, rounds = atol(argv[1]); round < rounds; round++) {
        const Bytes *from = &good[draw((uint64_t)videos)];
        Bytes bad = {malloc((size_t)from->size), from->size};
        memcpy(bad.at, from->at, (size_t)from->size);
        for (uint64_t harms = 1 + draw(4); harms && bad.size > 0; harms--)
            harm(&bad, &good[draw((uint64_t)videos)]);
        clock_t since = clock();
        play(&bad);
        slow += (double)(clock() - since) / CLOCKS_PER_SEC > SLOW_S;
        free(bad.at);
    }
    for (int i = 0; i < videos; i++)
        free(good[i].at);
    printf("%s rounds, %d too slow\n", argv[1], slow);
    return slow > 0;
}
