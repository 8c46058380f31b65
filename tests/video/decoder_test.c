/* The decoder: the right picture at the right time, sound with it, and wishes that change. */
#include "video/decoder.h"

#include "base/log.h"
#include "support/film.h"
#include "support/test.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK 1024 /* samples the device takes at once */

static uint32_t pixels[VIDEO_W * VIDEO_H];

/* Asks at one moment of the clock until there is something to show, at most ten real seconds. */
static VideoReport wait_for_picture(Decoder *p, int64_t now) {
    VideoReport report = decoder_report(p, now);
    for (int i = 0; i < 10000 && report.status == VIDEO_OPENING; i++) {
        usleep(1000);
        report = decoder_report(p, now);
    }
    return report;
}

/* The picture at `at` when one went there in one leap. */
static uint64_t picture_at(Decoder *p, int seek_id, Millis at, Millis now) {
    decoder_wish(p, (VideoWish){.clip = 0, .seek_id = seek_id, .from = at, .paused = true},
                 now * 1000);
    VideoReport report = decoder_report(p, now * 1000);
    assert_int_equal(report.status, VIDEO_SHOWING);
    assert_int_equal(report.at, at);
    assert_true(decoder_due(p, now * 1000).number > 0);
    assert_true(decoder_paint(p, pixels, VIDEO_W * 4, VIDEO_W, VIDEO_H));
    return slice_hash((Slice){(const char *)pixels, sizeof pixels}, 0);
}

static void test_the_twin_shows_exactly_the_picture_of_a_time(void **state) {
    (void)state;
    VideoFile video = video_make(VIDEO_USUAL, ".mp4");
    static VideoSource source;
    Decoder *played = video_open(&video, &source, 5000, true),
            *wound = video_open(&video, &source, 5000, true);
    decoder_wish(played, (VideoWish){.clip = 0, .seek_id = 1}, 0);
    for (Millis at = 0; at < 4960; at += 40) {
        assert_int_equal(decoder_report(played, at * 1000).at, at);
        decoder_due(played, at * 1000);
        assert_int_equal(decoder_shown_us(played), at * 1000);
        if (at % 360 != 0)
            continue;
        decoder_paint(played, pixels, VIDEO_W * 4, VIDEO_W, VIDEO_H);
        uint64_t here = slice_hash((Slice){(const char *)pixels, sizeof pixels}, 0);
        assert_true(here == picture_at(wound, (int)at + 1, at, 100000 + at));
        assert_true(here ==
                    picture_at(wound, -(int)at - 1, at + 39, 100000 + at)); /* until the next one */
    }
    assert_int_equal(decoder_report(played, 5000 * 1000).status, VIDEO_ENDED);
    decoder_close(played);
    decoder_close(wound);
    video_free(&video);
}

static void test_paused_is_paused(void **state) {
    (void)state;
    VideoFile video = video_make(VIDEO_USUAL, ".mp4");
    static VideoSource source;
    Decoder *p = video_open(&video, &source, 5000, true);
    VideoWish wish = {.clip = 0, .seek_id = 1};
    decoder_wish(p, wish, 0);
    decoder_report(p, 0);
    wish.paused = true;
    decoder_wish(p, wish, 1000000);
    assert_int_equal(decoder_report(p, 1000000).at, 1000);
    assert_int_equal(decoder_report(p, 90000000).at, 1000);
    wish.paused = false;
    decoder_wish(p, wish, 90000000);
    assert_int_equal(decoder_report(p, 90500000).at, 1500);
    decoder_wish(p, (VideoWish){.clip = VIDEO_NO_CLIP}, 90500000);
    assert_int_equal(decoder_report(p, 90500000).status, VIDEO_NONE);
    decoder_close(p);
    video_free(&video);
}

/* Known colours, tagged and untagged: libswscale alone is wrong by up to 23. */
static void test_colours_are_true(void **state) {
    (void)state;
    static const struct {
        const char *arguments;
        int least_lines;
    } CASES[] = {
        {"-vf scale=out_color_matrix=bt709:out_range=tv -colorspace bt709 -color_range tv", 180},
        {"-vf scale=out_color_matrix=bt601:out_range=tv -colorspace smpte170m -color_range tv",
         180},
        {"-vf scale=out_color_matrix=bt709:out_range=pc -colorspace bt709 -color_range pc", 180}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char arguments[512];
        snprintf(arguments, sizeof arguments,
                 "-f lavfi -i color=c=0xB3261E:s=320x180:r=25:d=3,format=rgb24 %s -c:v libx264 -qp "
                 "1 -pix_fmt yuv420p",
                 CASES[i].arguments);
        VideoFile video = video_make(arguments, ".mp4");
        static VideoSource source;
        Decoder *p = video_open(&video, &source, 3000, true);
        picture_at(p, 1, 1000, 0);
        uint32_t c = pixels[VIDEO_W * VIDEO_H / 2 + VIDEO_W / 2];
        int off[3] = {abs((int)(c >> 16 & 255) - 0xB3), abs((int)(c >> 8 & 255) - 0x26),
                      abs((int)(c & 255) - 0x1E)};
        if (off[0] > 4 || off[1] > 4 || off[2] > 4)
            fail_msg("case %zu: %06X instead of B3261E", i, c & 0xFFFFFF);
        decoder_close(p);
        video_free(&video);
    }
}

/* One white picture and one beep at each full second. */
#define FLASHES                                                                                    \
    "-f lavfi -i "                                                                                 \
    "color=black:s=320x180:r=25:d=6,drawbox=color=white:t=fill:enable='lt(mod(t\\,1)\\,0.039)' "   \
    "-f lavfi -i aevalsrc='0.5*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.04)':s=48000:d=6 "

typedef struct Seen {
    Millis flash[16], beep[16];
    int flashes, beeps;
} Seen;

static void note(Millis *list, int *count, Millis at) {
    if (*count < 16 && (!*count || at - list[*count - 1] > 300))
        list[(*count)++] = at;
}

/* Takes a block as a device would, and notes when its first loud sample is heard. */
static void hear(Decoder *p, int64_t now, Seen *seen) {
    float block[BLOCK * 2];
    decoder_mix(p, block, BLOCK, now);
    for (int i = 0; i < BLOCK; i++)
        if (block[2 * i] > 0.1f || block[2 * i] < -0.1f) {
            note(seen->beep, &seen->beeps, now / 1000 + VIDEO_LATENCY_MS + i / 48);
            return;
        }
}

static void look(Decoder *p, int64_t now, Seen *seen) {
    FrameInfo due = decoder_due(p, now);
    if (due.number && decoder_paint(p, pixels, VIDEO_W * 4, VIDEO_W, VIDEO_H) &&
        (pixels[VIDEO_W * VIDEO_H / 2] & 255) > 200)
        note(seen->flash, &seen->flashes, now / 1000);
}

/* Plays with a device that takes a block each 21.3 ms, and looks four times in between. */
static Seen play_through(Decoder *p, int64_t now, int64_t until) {
    Seen seen = {.flashes = 0};
    for (int step = 0; now < until && decoder_report(p, now).status == VIDEO_SHOWING;
         step++, now += 5333) {
        if (step % 4 == 0)
            hear(p, now, &seen);
        look(p, now, &seen);
        usleep(step % 4 ? 200 : 1500); /* the threads work meanwhile */
    }
    return seen;
}

static void check_together(const char *encoding, const char *ending, Millis from) {
    char arguments[1024];
    snprintf(arguments, sizeof arguments, "%s %s", FLASHES, encoding);
    VideoFile video = video_make(arguments, ending);
    static VideoSource source;
    Decoder *p = video_open(&video, &source, 6000, false);
    decoder_wish(p, (VideoWish){.clip = 0, .seek_id = 1, .from = from, .percent = 100}, 0);
    assert_int_equal(wait_for_picture(p, 0).status, VIDEO_SHOWING);
    usleep(200000); /* sound is read ahead */
    Seen seen = play_through(p, 0, 8000000);
    int wanted = 5 - (int)(from / 1000);
    assert_true(seen.flashes >= wanted && seen.beeps >= wanted);
    for (int i = 1; i <= wanted;
         i++) { /* from the last: the first flash may stand there before anything runs */
        Millis apart = seen.flash[seen.flashes - i] - seen.beep[seen.beeps - i];
        if (apart > 40 || apart < -40)
            fail_msg("%s: flash at %d ms, beep at %d ms", encoding,
                     (int)seen.flash[seen.flashes - i], (int)seen.beep[seen.beeps - i]);
    }
    assert_int_equal(decoder_report(p, 20000000).status, VIDEO_ENDED);
    decoder_close(p);
    video_free(&video);
}

static void test_sound_and_picture_are_together(void **state) {
    (void)state;
    check_together("-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 25 -c:a aac", ".mp4", 0);
    check_together(
        "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 50 -bf 3 -c:a aac -ar 44100 -ac 1",
        ".mp4", 2300);
    check_together("-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 25 -c:a libopus", ".webm", 0);
}

/* A second of sound is missing: silence stands there, and afterwards all is in time. */
static void test_lost_sound_becomes_silence(void **state) {
    (void)state;
    check_together("-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 25 -c:a aac -bsf:a "
                   "noise=drop='between(n\\,100\\,120)'",
                   ".mp4", 0);
}

/* While a finger lies on what leads to it a clip is opened; when the finger is lifted its picture
 * is there. */
static void test_an_early_wish_is_gone_on_from(void **state) {
    (void)state;
    VideoFile video = video_make(VIDEO_USUAL, ".mp4");
    static VideoSource source;
    for (int headless = 0; headless < 2; headless++) {
        Decoder *p = video_open(&video, &source, 5000, headless);
        decoder_wish(p, (VideoWish){.clip = 0, .paused = true, .early = true}, 0);
        assert_int_equal(wait_for_picture(p, 0).status, VIDEO_SHOWING);
        unsigned number = decoder_due(p, 0).number;
        decoder_wish(p, (VideoWish){.clip = 0, .seek_id = 3}, 100000);
        VideoReport report = decoder_report(p, 100000); /* at once */
        assert_int_equal(report.status, VIDEO_SHOWING);
        assert_int_equal(report.seek_id, 3);
        assert_int_equal(report.at, 0);
        assert_int_equal(decoder_due(p, 100000).number, number);
        decoder_wish(p, (VideoWish){.clip = 0, .seek_id = 4}, 200000); /* a replay is one */
        assert_int_not_equal(decoder_report(p, 200000).at, 100);
        decoder_wish(p, (VideoWish){.clip = 0, .paused = true, .early = true}, 300000);
        decoder_wish(p, (VideoWish){.clip = 0, .seek_id = 5, .from = 2000},
                     400000); /* elsewhere: opened for nothing */
        assert_int_equal(wait_for_picture(p, 400000).at, 2000);
        decoder_close(p);
    }
    video_free(&video);
}

/* The first picture stands before the decoder would give it away, and no picture comes twice or is
 * lost after it. */
static void test_every_picture_comes_once(void **state) {
    (void)state;
    VideoFile video = video_make(VIDEO_USUAL " -bf 3", ".mp4");
    static VideoSource source;
    Decoder *p = video_open(&video, &source, 5000, false);
    decoder_wish(p, (VideoWish){.clip = 0, .seek_id = 1}, 0);
    wait_for_picture(p, 0);
    int64_t last = 0, now = 0;
    for (int i = 0; i < 200000 && last < 4000000; i++) {
        bool early = decoder_report(p, now).at < last / 1000 + 40;
        now += early ? 1000 : 0; /* when the next one is due the clock stands until it is there */
        usleep(early ? 0 : 500);
        decoder_due(p, now);
        int64_t shown = decoder_shown_us(p);
        assert_true(shown == last || shown == last + 40000);
        last = shown;
        if (i % 100 == 0)
            usleep(100); /* before the clock runs it is the decoder that is waited for */
    }
    assert_int_equal(last, 4000000);
    assert_int_equal(decoder_dropped(p), 0);
    decoder_close(p);
    video_free(&video);
}

static int descriptors(void) {
    int count = 0;
    DIR *dir = opendir("/proc/self/fd");
    while (dir && readdir(dir))
        count++;
    if (dir)
        closedir(dir);
    return count;
}

/* Wishes change faster than they come true; the last one does. Whatever leaks here LeakSanitizer
 * names. */
static void test_wishes_that_change_all_the_time(void **state) {
    (void)state;
    VideoFile video = video_make(VIDEO_USUAL, ".mp4");
    static VideoSource source;
    Decoder *p = video_open(&video, &source, 5000, false);
    int before = descriptors();
    for (int i = 1; i <= 400; i++) {
        VideoWish wish = {
            .clip = 0, .seek_id = i, .from = i * 37 % 4500, .paused = i % 2, .percent = 100};
        decoder_wish(p, wish, i * 1000);
        if (i % 5 == 0) {
            VideoReport report = wait_for_picture(p, i * 1000);
            assert_int_equal(report.status, VIDEO_SHOWING);
            assert_true(report.at >= wish.from);
            decoder_due(p, i * 1000);
            int64_t before_us = wish.from * 1000 - decoder_shown_us(p);
            assert_true(before_us >= 0 && before_us < 40000);
        }
        if (i % 7 == 0)
            decoder_wish(p, (VideoWish){.clip = VIDEO_NO_CLIP}, i * 1000);
    }
    assert_int_equal(descriptors(), before);
    decoder_close(p);
    video_free(&video);
}

static void test_leaving_is_silence_at_once(void **state) {
    (void)state;
    VideoFile video = video_make(VIDEO_USUAL, ".mp4");
    static VideoSource source;
    Decoder *p = video_open(&video, &source, 5000, false);
    float block[BLOCK * 2];
    decoder_wish(p, (VideoWish){.clip = 0, .seek_id = 1, .percent = 100}, 0);
    wait_for_picture(p, 0);
    float loudest = 0;
    for (int i = 0; i < 400 && loudest < 0.05f; i++, usleep(5000)) {
        decoder_report(p, i * 21333);
        decoder_mix(p, block, BLOCK, i * 21333);
        for (int s = 0; s < BLOCK; s++)
            loudest = block[2 * s] > loudest ? block[2 * s] : loudest;
    }
    assert_true(loudest >= 0.05f);
    decoder_wish(p, (VideoWish){.clip = VIDEO_NO_CLIP}, 9000000);
    decoder_mix(p, block, BLOCK, 9000000);
    for (int s = 0; s < BLOCK * 2; s++)
        assert_true(block[s] == 0);
    decoder_close(p);
    video_free(&video);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_twin_shows_exactly_the_picture_of_a_time),
        cmocka_unit_test(test_paused_is_paused),
        cmocka_unit_test(test_colours_are_true),
        cmocka_unit_test(test_sound_and_picture_are_together),
        cmocka_unit_test(test_lost_sound_becomes_silence),
        cmocka_unit_test(test_an_early_wish_is_gone_on_from),
        cmocka_unit_test(test_every_picture_comes_once),
        cmocka_unit_test(test_wishes_that_change_all_the_time),
        cmocka_unit_test(test_leaving_is_silence_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
