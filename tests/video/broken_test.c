/* Whatever is wrong with a film, in every place: it is said, and nothing else breaks. */
#include "video/decoder.h"

#include "base/log.h"
#include "support/film.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint32_t pixels[VIDEO_W * VIDEO_H];

/* Plays whatever this is by leaps, and answers how it stands when all is said. It never hangs. */
static VideoStatus try_video(VideoFile *video, Millis duration) {
    static VideoSource source;
    Decoder *p = video_open(video, &source, duration, true);
    VideoReport report = {.status = VIDEO_NONE};
    decoder_wish(p, (VideoWish){.clip = 0, .seek_id = 1}, 0);
    for (int64_t now = 0; now <= duration * 1000 + 2500000; now += 200000) {
        report = decoder_report(p, now);
        if (decoder_due(p, now).number)
            decoder_paint(p, pixels, VIDEO_W * 4, VIDEO_W, VIDEO_H);
        if (report.status == VIDEO_BROKEN || report.status == VIDEO_ENDED)
            break;
        assert_true(now < 2000000 ||
                    report.status != VIDEO_OPENING); /* two seconds at the most for the poster */
    }
    decoder_close(p);
    return report.status;
}

static void test_truncated_anywhere(void **state) {
    (void)state;
    for (int webm = 0; webm < 2; webm++) {
        VideoFile video =
            webm ? video_make("-f lavfi -i testsrc=size=320x180:rate=25:duration=3 -c:v "
                              "libvpx-vp9 -deadline realtime -cpu-used 8 -g 25",
                              ".webm")
                 : video_make(VIDEO_USUAL " -t 3 -movflags +faststart", ".mp4");
        int64_t whole = video.size;
        for (video.size = 0; video.size < whole; video.size += 4096) {
            VideoStatus status = try_video(&video, 3000);
            bool nearly_whole =
                video.size > whole * 9 / 10; /* less than a seventh of a second may be missing */
            assert_true(status == VIDEO_BROKEN || (nearly_whole && status == VIDEO_ENDED));
        }
        video.size = whole;
        assert_int_equal(try_video(&video, 3000), VIDEO_ENDED);
        video_free(&video);
    }
}

static void test_damaged_anywhere(void **state) {
    (void)state;
    VideoFile video = video_make(VIDEO_USUAL " -t 2", ".mp4");
    uint64_t random = 88172645463325252u;
    for (int i = 0; i < 150; i++) {
        random ^= random << 13, random ^= random >> 7, random ^= random << 17;
        int64_t at = (int64_t)(random % (uint64_t)(i % 2               ? video.size
                                                   : 4096 < video.size ? 4096
                                                                       : video.size));
        unsigned char flip = (unsigned char)(1 << (random >> 60 & 7));
        video.bytes[at] ^= flip;
        VideoStatus status = try_video(&video, 2000);
        assert_true(status == VIDEO_BROKEN || status == VIDEO_ENDED);
        video.bytes[at] ^= flip;
    }
    video_free(&video);
}

/* The page is left before anybody asked how its clip stands: what ails the clip is said all the
   same, and with its name. */
static void test_a_broken_video_that_is_left(void **state) {
    (void)state;
    static VideoSource source;
    char subject[LOG_SUBJECT], message[LOG_MESSAGE] = "";
    VideoFile video = video_make(VIDEO_USUAL " -movflags +faststart", ".mp4");
    video.bad_from = 1;
    Decoder *p = video_open(&video, &source, 5000, true);
    source.name = "quitte";
    decoder_wish(p, (VideoWish){.clip = 0, .seek_id = 1}, 0);
    assert_int_equal(decoder_due(p, 100000).number, 0);
    decoder_wish(p, (VideoWish){.clip = VIDEO_NO_CLIP}, 200000);
    assert_int_equal(decoder_report(p, 300000).status, VIDEO_NONE);
    for (int i = 0; log_recent(i, subject, message) && strcmp(subject, "video") != 0; i++)
        ;
    assert_int_equal(strncmp(message, "quitte: ", 8), 0);
    decoder_close(p);
    video_free(&video);
}

static void test_bytes_that_cannot_be_read(void **state) {
    (void)state;
    VideoFile video = video_make(VIDEO_USUAL " -movflags +faststart", ".mp4");
    video.bad_from = video.size / 2;
    assert_int_equal(try_video(&video, 5000), VIDEO_BROKEN);
    video.bad_from = 1;
    assert_int_equal(try_video(&video, 5000), VIDEO_BROKEN);
    video_free(&video);
}

#define PICTURES(size, rate, seconds)                                                              \
    "-f lavfi -i testsrc=size=" size ":rate=" rate ":duration=" seconds " "

static void test_odd_videos(void **state) {
    (void)state;
    static const struct {
        const char *what, *arguments, *ending;
        VideoStatus status;
    } CASES[] = {
        {"sound only", "-f lavfi -i sine=duration=3 -c:a aac", ".mp4", VIDEO_BROKEN},
        {"picture only", PICTURES("320x180", "25", "3") "-c:v libx264 -pix_fmt yuv420p", ".mp4",
         VIDEO_ENDED},
        {"odd size",
         PICTURES("321x181", "25",
                  "3") "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -pix_fmt yuv420p",
         ".webm", VIDEO_ENDED},
        {"variable rate",
         PICTURES("320x180", "25", "3") "-vf select='not(mod(n\\,7))+lt(n\\,20)+gt(n\\,70)' -vsync "
                                        "vfr -c:v libx264 -pix_fmt yuv420p",
         ".mp4", VIDEO_ENDED},
        {"anamorphic",
         PICTURES("320x180", "25", "3") "-vf setsar=4/3 -c:v libx264 -pix_fmt yuv420p", ".mp4",
         VIDEO_ENDED},
        {"ten bits", PICTURES("320x180", "25", "3") "-c:v libx264 -pix_fmt yuv420p10le", ".mp4",
         VIDEO_ENDED},
        {"too large",
         PICTURES("2560x1440", "5", "3") "-c:v libx264 -preset ultrafast -pix_fmt yuv420p", ".mp4",
         VIDEO_BROKEN},
        {"another codec", PICTURES("320x180", "25", "3") "-c:v mpeg4", ".mp4", VIDEO_BROKEN},
        {"another format", PICTURES("320x180", "25", "3") "-c:v libx264 -pix_fmt yuv420p", ".avi",
         VIDEO_BROKEN},
        {"stamps that jump",
         PICTURES("320x180", "25", "3") "-c:v libx264 -bf 0 -pix_fmt yuv420p -bsf:v "
                                        "setts=pts='if(gt(N\\,40)\\,PTS+900000\\,PTS)'",
         ".mp4", VIDEO_BROKEN},
        {"stamps that stand still",
         PICTURES("320x180", "25", "3") "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -bsf:v "
                                        "setts=pts='if(between(N\\,20\\,30)\\,800\\,PTS)'",
         ".webm", VIDEO_ENDED},
        {"short sound",
         PICTURES("320x180", "25",
                  "3") "-f lavfi -i sine=duration=1 -c:v libx264 -pix_fmt yuv420p -c:a aac",
         ".mp4", VIDEO_ENDED},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        VideoFile video = video_make(CASES[i].arguments, CASES[i].ending);
        VideoStatus status = try_video(&video, 3000);
        if (status != CASES[i].status)
            fail_msg("%s: status %d instead of %d", CASES[i].what, status, CASES[i].status);
        video_free(&video);
    }
    VideoFile nothing = {.bytes = calloc(1, 8), .size = 0},
              zeros = {.bytes = calloc(1, 100000), .size = 100000};
    assert_int_equal(try_video(&nothing, 3000), VIDEO_BROKEN);
    assert_int_equal(try_video(&zeros, 3000), VIDEO_BROKEN);
    video_free(&nothing);
    video_free(&zeros);
}

/* A flag that turns the picture would have to be obeyed by everything that shows it. */
static void test_a_turned_picture_is_refused(void **state) {
    (void)state;
    static const unsigned char QUARTER[20] = {0, 0, 0,    0,    0, 1, 0, 0, 0, 0,
                                              0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0};
    VideoFile video =
        video_make(PICTURES("320x180", "25", "3") "-c:v libx264 -pix_fmt yuv420p", ".mp4");
    unsigned char *header = memmem(video.bytes, (size_t)video.size, "tkhd", 4);
    assert_non_null(header);
    memcpy(header + 44, QUARTER, sizeof QUARTER); /* ISO 14496-12, 8.3.2: the matrix of the track */
    assert_int_equal(try_video(&video, 3000), VIDEO_BROKEN);
    video_free(&video);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_truncated_anywhere),
        cmocka_unit_test(test_damaged_anywhere),
        cmocka_unit_test(test_a_broken_video_that_is_left),
        cmocka_unit_test(test_bytes_that_cannot_be_read),
        cmocka_unit_test(test_odd_videos),
        cmocka_unit_test(test_a_turned_picture_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
